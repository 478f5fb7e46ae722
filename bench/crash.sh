#!/bin/bash
# Kills a queue under load (8 sessions) KILLS times, and cuts its power as often as CUTS says: bench/crash.sh [KILLS] [CUTS].
# Fails when a message that was promised is neither queued nor sent, or was sent and is queued without the mark.
cd "$(dirname "$0")/.." || exit 1
kills=${1:-200} cuts=${2:-50}
library=$(mktemp --suffix=.so)
trap 'rm -f "$library"' EXIT
gcc -O2 -Wall -shared -fPIC -o "$library" bench/powerloss.c -ldl || exit
dotnet build tests/Todoku.Storage.Tests -v quiet || exit
run() { TODOKU_CRASH_ROUNDS=$1 dotnet test --project tests/Todoku.Storage.Tests --no-build --filter-method "*$2"; }
run "$kills" What_was_promised_outlives_a_kill_at_any_moment || exit
export TODOKU_POWERLOSS=$library
run "$cuts" What_was_promised_outlives_a_power_cut || exit
printf '%s kills and %s power cuts: nothing lost\n' "$kills" "$cuts"
