# Waits until the harness is gone (its end of the pipe closes however it dies), ends what it left and removes its files.
# Argument: the run directory.
trap '' INT HUP TERM QUIT
run=$1
case $run in
*/firedrill-*) ;;
*) exit 64 ;;
esac
while read -r _; do :; done
rm -f -- "$run/open"

started() {
    shift 19
    printf '%s' "$1"
}
# True while the process runs that was registered with this pid and start time; a reused pid has another start time.
runs() {
    { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
    rest=${stat##*) }
    case $rest in Z*) return 1 ;; esac
    # shellcheck disable=SC2086
    [ "$(started $rest)" = "$2" ]
}
# Sends a signal to every registered process that still runs; false when there was none.
signal_all() {
    found=1
    while read -r pid start _; do
        if runs "$pid" "$start"; then
            found=0
            kill -s "$1" "$pid" 2>/dev/null
        fi
    done <"$run/children"
    return $found
}
moment() {
    sleep 0.05 2>/dev/null || sleep 1
}

if [ -f "$run/children" ] && signal_all QUIT; then
    # QUIT lets PostgreSQL release its shared memory; others have nothing to release.
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        moment
        signal_all 0 || break
    done
    signal_all KILL
fi
for _ in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf -- "$run" 2>/dev/null && break
    moment
done
