# Enters itself into the registry and then becomes the command, so that no moment exists at which the command
# runs unregistered. Pid and start time stay the same across exec; together they name a process for good.
# Arguments: registry, name, command...
registry=$1
name=$2
shift 2
started() {
    shift 19
    printf '%s' "$1"
}
read -r stat <"/proc/$$/stat"
# After the last ')' come plain words only; the twentieth is the start time.
# shellcheck disable=SC2086
echo "$$ $(started ${stat##*) }) $name" >>"$registry" || exit 125
# The reaper takes the mark away before it reads the registry: it sees the entry, or this sees that the end has come.
[ -e "${registry%/*}/open" ] || exit 125
exec "$@"
