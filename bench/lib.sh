# Shared by the scripts here; not run by itself.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
shared=${TODOKU_SHARED:-$here/../shared}
data=${TODOKU_BENCH_DATA:-/var/tmp/todoku-bench}
todoku=$here/artifacts/todoku/todoku
mkdir -p "$data"

need() { command -v "$1" >/dev/null || { echo "$0: $1 is missing; install the package $2" >&2; exit 1; }; }
need python3 python3
need /usr/bin/time time
"$here/todoku" --version >/dev/null || exit 1

# generate LINES: writes the log if it isn't there, and reads it once so that it is cached; its path is in $log
generate() {
    log=$data/mail-$1.log
    if [ ! -s "$log" ]; then
        [ -e "$shared/bench/gen-log.py" ] || { echo "$0: $shared/bench/gen-log.py is missing (set TODOKU_SHARED)" >&2; exit 1; }
        python3 "$shared/bench/gen-log.py" "$1" "$log" --seed 1 || exit 1
    fi
    cat "$log" >/dev/null
}

# timed COMMAND...: seconds and peak kilobytes of one run, output thrown away; exit status 1 (findings) is success
timed() {
    /usr/bin/time -q -o "$data/time" -f '%e %M' "$@" >/dev/null 2>"$data/stderr"
    local status=$?
    [ $status -le 1 ] || { echo "$0: $1 ended with $status:" >&2; cat "$data/stderr" >&2; exit 1; }
    cat "$data/time"
}

# median: of the numbers on standard input
median() { sort -n | awk '{v[NR]=$1} END{print NR%2 ? v[(NR+1)/2] : (v[NR/2]+v[NR/2+1])/2}'; }
