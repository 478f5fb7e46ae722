#!/bin/bash
# Messages of 5 KB a second over kept connections to a sink on loopback: our SMTP client and Postfix's smtp-source in turn: smtp-client.sh [RUNS]
set -u
. "$(dirname "$0")/lib.sh"
need gcc gcc
need smtp-source postfix
runs=${1:-3} seconds=5 messages=60000 size=5120 port=25925
[ -e "$shared/bench/bsink.c" ] || { echo "$0: $shared/bench/bsink.c is missing (set TODOKU_SHARED)" >&2; exit 1; }
gcc -O2 -o "$data/bsink" "$shared/bench/bsink.c" || exit 1
dotnet publish "$here/bench/Todoku.Bench" -c Release -r linux-x64 -o "$data/bench" -v quiet >"$data/stderr" 2>&1 || { cat "$data/stderr" >&2; exit 1; }
"$data/bsink" -p $port -s "$data/sink" -T 900 &
sink=$!
trap 'kill $sink' EXIT
sleep 1

# CORES SESSIONS: one line a run of "ours peer"
compare() {
    : >"$data/runs"
    for _ in $(seq "$runs"); do
        ours=$(taskset -c "$1" "$data/bench/Todoku.Bench" smtp $port "$2" $seconds $size | tee -a "$data/smtp-client.log" | sed 's/.*: \([0-9,]*\) messages.*/\1/; s/,//g')
        begin=$(date +%s.%N)
        taskset -c "$1" smtp-source -d -s "$2" -l $size -m $messages -f sender@example.org -t recipient@example.com 127.0.0.1:$port || exit 1
        echo "$ours $(echo "$begin $(date +%s.%N)" | awk -v m=$messages '{printf "%.0f", m / ($2 - $1)}')" >>"$data/runs"
    done
    o=$(cut -d' ' -f1 "$data/runs" | median) p=$(cut -d' ' -f2 "$data/runs" | median)
    echo "$o $p" | awk -v c="$1" -v s="$2" '{printf "cores %-4s %3d sessions  todoku %6d/s   smtp-source %6d/s   ratio %.2f\n", c, s, $1, $2, $1 / $2}'
}

: >"$data/smtp-client.log"
taskset -pc 0 $sink >/dev/null
compare 0 1
compare 0 20
taskset -pc 0,1 $sink >/dev/null
compare 0,1 1
compare 0,1 20
tail -1 "$data/smtp-client.log"
