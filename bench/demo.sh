#!/bin/bash
# The demo, many times: that it always ends well, says the same each time, and how long it takes: demo.sh [RUNS]
set -u
. "$(dirname "$0")/lib.sh"
runs=${1:-20}
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
failed=0
for run in $(seq "$runs"); do
    "$todoku" demo --lang en >"$folder/said" 2>"$folder/errors" || { failed=$((failed + 1)); echo "run $run failed:"; cat "$folder/errors"; }
    grep -oE 'in [0-9.]+ s\.' "$folder/said" | tr -cd '0-9.\n' | sed 's/\.$//' >>"$folder/times"
    # What is free to differ: ports, and how long a step took by the machine's clock.
    sed -E 's/127\.0\.0\.1:[0-9]+/127.0.0.1:PORT/g; s/\]:[0-9]+/]:PORT/g; s/port = [0-9]+/port = PORT/g; s/in [0-9.]+ s\./in N s./
        s/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|\+09:00)/TIME/g; s/delay=[0-9.]+, delays=[0-9.\/]+/delay=D/g' "$folder/said" | sha256sum >>"$folder/sums"
done
printf 'demo: %d runs, %d failed, %d distinct output(s), %s s (median), %s s (longest)\n' "$runs" "$failed" "$(sort -u "$folder/sums" | wc -l)" \
    "$(sort -n "$folder/times" | sed -n "$(((runs + 1) / 2))p")" "$(sort -n "$folder/times" | tail -n 1)"
