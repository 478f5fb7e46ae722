#!/bin/bash
# Time and memory of diagnose on a log of many days: large.sh [DAYS]; a day is 5 million generated lines (736 MB), each with queue ids of its own.
# One day first, then half of them, then all; needs the disk space of all.
set -u
. "$(dirname "$0")/lib.sh"
need perl perl
days=${1:-27}
generate 5000000
day=$log large=$data/days.log
trap 'rm -f "$large"' EXIT
: >"$large"
half=
for ((i = 1; i <= days; i++)); do
    LC_ALL=C perl -pe "s/^Mar  1/$(printf 'Mar %2d' "$i")/; s/(?:\\]: |notification: )\\K(?=[0-9A-F]{10,12}(?::|\$))/$(printf '%02X' "$i")/g" "$day" >>"$large"
    [ "$i" -eq 1 ] || [ "$i" -eq $((days / 2)) ] || [ "$i" -eq "$days" ] || continue
    read -r seconds memory <<<"$(timed "$todoku" diagnose --offline --lang en "$large")"
    awk -v d="$i" -v b="$(stat -c %s "$large")" -v s="$seconds" -v m="$memory" \
        'BEGIN{printf "%d days, %.1f GB: %.1f s, %.0f ns a line, peak %.0f MB\n", d, b/1e9, s, s/(d*5e6)*1e9, m/1024}'
    [ "$i" -ne $((days / 2)) ] || half="$seconds $memory"
done
awk -v half="${half:-$seconds $memory}" -v s="$seconds" -v m="$memory" \
    'BEGIN{split(half, h); printf "growth: twice the days take %.1f times the time and %.2f times the memory\n", s/h[1], m/h[2]}'
