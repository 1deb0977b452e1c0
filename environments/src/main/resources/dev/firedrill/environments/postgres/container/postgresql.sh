# Runs before the image's own entrypoint: makes room for the log's archive, and for a recovery puts a base in place.
set -eu
mkdir -p "$FIREDRILL_ARCHIVE" /firedrill/bases
chown postgres:postgres /firedrill /firedrill/bases "$FIREDRILL_ARCHIVE"
if [ -n "${FIREDRILL_BASE:-}" ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  cp -a "$FIREDRILL_BASE/." "$PGDATA/"
  touch "$PGDATA/recovery.signal"
  chown -R postgres:postgres "$PGDATA"
  chmod 700 "$PGDATA"
fi
exec docker-entrypoint.sh "$@"
