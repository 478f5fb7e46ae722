#!/bin/bash
# Todoku against pflogsumm on the same generated log: log.sh [LINES] [PAIRS]
set -u
. "$(dirname "$0")/lib.sh"
need pflogsumm pflogsumm
lines=${1:-5000000} pairs=${2:-3}
generate "$lines"
echo "$log: $(stat -c %s "$log") bytes, $lines lines; $pairs pairs after one warm-up"
timed "$todoku" diagnose --offline --lang en "$log" >/dev/null
: >"$data/pairs"
for ((i = 1; i <= pairs; i++)); do
    read -r ours memory <<<"$(timed "$todoku" diagnose --offline --lang en "$log")"
    read -r theirs theirs_memory <<<"$(timed env LC_ALL=C pflogsumm "$log")"
    awk -v i=$i -v o="$ours" -v m="$memory" -v t="$theirs" -v tm="$theirs_memory" \
        'BEGIN{printf "pair %d: todoku %.2f s, %.0f MB; pflogsumm %.2f s, %.0f MB; ratio %.1f\n", i, o, m/1024, t, tm/1024, t/o}'
    awk -v o="$ours" -v m="$memory" -v t="$theirs" 'BEGIN{print t/o, o, m/1024}' >>"$data/pairs"
done
ratio=$(cut -d' ' -f1 "$data/pairs" | median) seconds=$(cut -d' ' -f2 "$data/pairs" | median) memory=$(cut -d' ' -f3 "$data/pairs" | sort -n | tail -1)
awk -v r="$ratio" -v s="$seconds" -v m="$memory" -v n="$lines" \
    'BEGIN{printf "diagnose: %.1f times as fast as pflogsumm (median), %.2f s for %d lines = %.1f million lines/s, peak %.0f MB\n", r, s, n, n/s/1e6, m}'
