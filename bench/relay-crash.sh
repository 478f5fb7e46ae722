#!/bin/bash
# Kills a relay under load (8 sessions) at random moments: relay-crash.sh [KILLS] [MODES]. Fails when a message that got 250 is not delivered after the last start,
# or came twice without the mark in the log. Modes: plain; hang-up (the sink hangs up at every stage); full (a disk of 48 MB that is filled and emptied); clock (jumps
# of up to 2 hours); power (each kill is a power cut, powerloss.c). "full" needs root, "clock" needs faketime, "power" needs gcc.
set -u
. "$(dirname "$0")/lib.sh"
kills=${1:-200} modes=${2:-plain hang-up full clock power}
dotnet build "$here/bench/Todoku.Bench" -c Release -v quiet || exit 1
export TODOKU_FAKETIME=${TODOKU_FAKETIME:-/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1}
export TODOKU_POWERLOSS=$data/powerloss.so
gcc -O2 -Wall -shared -fPIC -o "$TODOKU_POWERLOSS" "$here/bench/powerloss.c" -ldl || exit 1
failed=0
for mode in $modes; do
    work=$data/relay-crash
    rm -rf "$work" && mkdir -p -m 700 "$work/data"
    [ "$mode" != full ] || mount -t tmpfs -o size=48m,mode=700 tmpfs "$work/data" || exit 1
    [ "$mode" != clock ] || [ -e "$TODOKU_FAKETIME" ] || { echo "$0: $TODOKU_FAKETIME is missing; install the package faketime" >&2; exit 1; }
    dotnet "$here/artifacts/bin/Todoku.Bench/release/Todoku.Bench.dll" relay-crash "$todoku" "$work" "$mode" "$kills" || failed=1
    [ "$mode" != full ] || umount "$work/data"
done
exit $failed
