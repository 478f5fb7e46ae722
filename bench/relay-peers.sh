#!/bin/bash
# The relay beside Postfix, end to end, durable: relay-peers.sh [RUNS] [SCALE] [CASES]; 5 KB messages from smtp-source in 20 sessions to a sink.
# Twice: as it is, and with a DKIM signature of RSA-2048 (opendkim at Postfix's side). Messages a second, processor time a message and memory, in turn in one run.
# Needs root (control groups), postfix, opendkim, gcc and the runner in ../shared.
set -u
. "$(dirname "$0")/lib.sh"
need smtp-source postfix
need opendkim opendkim
need gcc gcc
runs=${1:-3} scale=${2:-1} cases=${3:-s20-5k,s20-5k-reuse}
work=$data/relay-peers
[ -e "$shared/bench/relay-peers.py" ] || { echo "$0: $shared/bench/relay-peers.py is missing (set TODOKU_SHARED)" >&2; exit 1; }
rm -rf "$work" && mkdir -p "$work/keys"
# The runner looks for its sink beside itself.
ln -s "$shared/bench/relay-peers.py" "$work/relay-peers.py"
gcc -O2 -o "$work/bsink" "$shared/bench/bsink.c" || exit 1
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/keys/bench.pem" && chmod 600 "$work/keys/bench.pem"

# configure NAME: writes NAME.toml, with the tables on standard input added
configure() {
    local more; more=$(cat)
    cat >"$work/$1.toml" <<EOF
[relay]
host-name = "relay.bench.test"
data = "$work/data"

[[listen]]
address = "127.0.0.1:2610"
role = "trusted"
trusted = ["127.0.0.0/8"]

[[path]]
name = "sink"
kind = "smart-host"
host = "127.0.0.1"
port = 2525
tls = "none"

[log]
file = "$work/relay.log"
EOF
    printf '%s\n' "$more" >>"$work/$1.toml"
}

# beside PEER NAME: runs both in turn
beside() {
    BENCH_RUN=/var/tmp/relay-bench python3 "$work/relay-peers.py" --runs "$runs" --scale "$scale" --peers "$1" --cases "$cases" --out "$work/$2.jsonl" \
        --cmd "$2" "$todoku relay run --config $work/$2.toml" --cmd-port 2610 --cmd-reset "rm -rf $work/data $work/relay.log; mkdir -p -m 700 $work/data" | grep -v '^{'
}

configure todoku </dev/null
configure todoku-dkim <<EOF
[[sign]]
domains = ["bench.test"]
selector = "bench"
key = "$work/keys/bench.pem"
EOF
beside postfix todoku
beside postfix-dkim todoku-dkim
python3 - "$work" <<'EOF'
import json, statistics, sys
for peer, ours in (("postfix", "todoku"), ("postfix-dkim", "todoku-dkim")):
    rows = [json.loads(line) for line in open(f"{sys.argv[1]}/{ours}.jsonl")]
    for case in dict.fromkeys(row["case"] for row in rows):
        def median(name, key): return statistics.median(row[key] for row in rows if row["peer"] == name and row["case"] == case)
        lost = sum(row["n"] - row["got"] for row in rows if row["peer"] == ours)
        print(f"{case}, {ours} beside {peer}: {median(ours, 'e2e_rate') / median(peer, 'e2e_rate'):.1f} times the messages/s "
              f"({median(ours, 'e2e_rate'):.0f} against {median(peer, 'e2e_rate'):.0f}), 1/{median(peer, 'cpu_ms_per_msg') / median(ours, 'cpu_ms_per_msg'):.1f} of the processor time "
              f"({median(ours, 'cpu_ms_per_msg'):.2f} ms a message), {median(ours, 'pss_mib'):.0f} MiB, {lost} missing")
EOF
