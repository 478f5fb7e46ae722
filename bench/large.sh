#!/bin/bash
# Time and memory of diagnose on a log of many days: large.sh [DAYS]; a day is 5 million generated lines (736 MB), the day of the month changed.
# Half the days first, then all of them; needs the disk space of all.
set -u
. "$(dirname "$0")/lib.sh"
days=${1:-27}
generate 5000000
day=$log large=$data/days.log
trap 'rm -f "$large"' EXIT
: >"$large"
for ((i = 1; i <= days; i++)); do
    LC_ALL=C sed "s/^Mar  1/$(printf 'Mar %2d' "$i")/" "$day" >>"$large"
    [ "$i" -eq $((days / 2)) ] || [ "$i" -eq "$days" ] || continue
    read -r seconds memory <<<"$(timed "$todoku" diagnose --offline --lang en "$large")"
    awk -v d="$i" -v b="$(stat -c %s "$large")" -v s="$seconds" -v m="$memory" \
        'BEGIN{printf "%d days, %.1f GB: %.1f s, %.0f ns a line, peak %.0f MB\n", d, b/1e9, s, s/(d*5e6)*1e9, m/1024}'
done
