#!/bin/bash
# How time and memory of diagnose grow with the log: growth.sh [LINES...]
set -u
. "$(dirname "$0")/lib.sh"
[ $# -gt 0 ] || set -- 1000000 5000000 20000000
first=
for lines in "$@"; do
    generate "$lines"
    timed "$todoku" diagnose --offline --lang en "$log" >/dev/null
    : >"$data/runs"
    for i in 1 2 3; do timed "$todoku" diagnose --offline --lang en "$log" >>"$data/runs"; done
    seconds=$(cut -d' ' -f1 "$data/runs" | median) memory=$(cut -d' ' -f2 "$data/runs" | sort -n | tail -1)
    awk -v n="$lines" -v s="$seconds" -v m="$memory" 'BEGIN{printf "%d lines: %.2f s, %.0f ns a line, peak %.0f MB\n", n, s, s/n*1e9, m/1024}'
    [ -n "$first" ] || first="$lines $seconds $memory"
done
awk -v first="$first" -v n="$lines" -v s="$seconds" -v m="$memory" \
    'BEGIN{split(first, f); printf "growth: %.0f times the lines take %.1f times the time and %.2f times the memory\n", n/f[1], s/f[2], m/f[3]}'
