#!/bin/bash
# What strangers may do to the relay: relay-abuse.sh [IDLE]. IDLE (9,900) silent connections, 200 that send an octet a second, a message of 1 GB with its size declared and
# without, a million RCPT. Beside each an honest client sends mail; prints how it fared, and the relay's memory. Fails when a limit does not hold or the client is not served.
set -u
. "$(dirname "$0")/lib.sh"
work=$data/relay-abuse port=2626 idle=${1:-9900}
rm -rf "$work" && mkdir -p -m 700 "$work/data" "$work/mail"
cat >"$work/relay.toml" <<EOF
[relay]
host-name = "relay.bench.test"
data = "$work/data"

[[listen]]
address = "127.0.0.1:$port"
role = "trusted"
trusted = ["127.0.0.0/8"]

[limits]
connections-from-loopback = 10000
connections-per-address = 10000

[[path]]
name = "local"
kind = "maildir"
folder = "$work/mail"

[log]
file = "$work/relay.log"
EOF
[ "$(ulimit -Hn)" = unlimited ] || [ "$(ulimit -Hn)" -ge $((idle + 500)) ] || { echo "$0: only $(ulimit -Hn) files may be open" >&2; exit 1; }
ulimit -Sn "$(ulimit -Hn)"
"$todoku" relay run --config "$work/relay.toml" >"$work/out.txt" 2>&1 &
relay=$!
trap 'kill "$relay" 2>/dev/null; wait "$relay"' EXIT
for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    kill -0 "$relay" 2>/dev/null || { cat "$work/out.txt" >&2; exit 1; }
    sleep 0.1
done
python3 - "$port" "$relay" "$idle" <<'EOF'
import socket, sys, threading, time
port, relay, idle = map(int, sys.argv[1:])
failures = []

def memory():
    return int(next(line for line in open(f"/proc/{relay}/status") if line.startswith("VmRSS")).split()[1]) / 1024

def connect():
    made = socket.create_connection(("127.0.0.1", port), 30)
    return made, made.makefile("rb")

def say(made, replies, words):
    made.sendall(words)
    return hear(replies)

def hear(replies):
    while True:
        line = replies.readline()
        if not line or line[3:4] != b"-": return line.decode().strip()

def honest():
    """Sends one message; how long it took."""
    since = time.monotonic()
    made, replies = connect()
    with made:
        hear(replies)
        for words in (b"EHLO honest.bench.test\r\n", b"MAIL FROM:<a@bench.test>\r\n", b"RCPT TO:<postmaster@relay.bench.test>\r\n"):
            if not say(made, replies, words).startswith("250"): return None
        if not say(made, replies, b"DATA\r\n").startswith("354"): return None
        return time.monotonic() - since if say(made, replies, b"Subject: x\r\n\r\nx\r\n.\r\n").startswith("250") else None

def look(what, extra=""):
    times = [honest() for _ in range(20)]
    served = [t for t in times if t is not None]
    if len(served) < len(times): failures.append(f"{what}: the honest client was served {len(served)} of {len(times)} times")
    print(f"{what}: honest client served {len(served)} of {len(times)} times, slowest {max(served, default=0) * 1000:.0f} ms; relay {memory():.0f} MB{extra}", flush=True)

look("alone")
held = [connect() for _ in range(idle)]
for made, replies in held: hear(replies)
look(f"{idle} idle connections")
slow = held[:200]
stop = threading.Event()
def drip():
    while not stop.wait(1):
        for made, _ in slow:
            try: made.sendall(b"E")
            except OSError: pass
threading.Thread(target=drip, daemon=True).start()
time.sleep(3)
look("200 of them send an octet a second")
stop.set()
for made, _ in held: made.close()

made, replies = connect(); hear(replies); say(made, replies, b"EHLO big.bench.test\r\n")
declared = say(made, replies, b"MAIL FROM:<a@bench.test> SIZE=1073741824\r\n")
if not declared.startswith("552"): failures.append(f"1 GB declared: {declared}")
for words in (b"MAIL FROM:<a@bench.test>\r\n", b"RCPT TO:<postmaster@relay.bench.test>\r\n", b"DATA\r\n"): say(made, replies, words)
piece, sent, peak = (b"x" * 998 + b"\r\n") * 1000, 0, 0
made.settimeout(60)
try:
    while sent < 1 << 30:
        made.sendall(piece); sent += len(piece); peak = max(peak, memory())
    answer = say(made, replies, b".\r\n")
except OSError as error: answer = f"the relay hung up ({error.__class__.__name__})"
if answer.startswith("250"): failures.append("1 GB was taken")
look("1 GB", f", at most {peak:.0f} MB; declared: {declared}; sent: {answer}")
made.close()

made, replies = connect(); hear(replies); say(made, replies, b"EHLO many.bench.test\r\n"); say(made, replies, b"MAIL FROM:<a@bench.test>\r\n")
counts, peak = {}, 0
def count():
    for line in replies: counts[line[:3].decode()] = counts.get(line[:3].decode(), 0) + 1
reader = threading.Thread(target=count); reader.start()
sent = 0
try:
    while sent < 1_000_000:
        made.sendall(b"".join(b"RCPT TO:<r%d@example.test>\r\n" % n for n in range(sent, sent + 1000))); sent += 1000; peak = max(peak, memory())
except OSError: pass
look("1 million RCPT", f", at most {peak:.0f} MB; {sent} sent before it hung up or took no more; replies: {counts}")
made.close(); reader.join(10)
if counts.get("250", 0) > 1000: failures.append(f"{counts['250']} recipients were taken")
for failure in failures: print("FAIL", failure)
print(f"abuse: {len(failures)} failures, relay {memory():.0f} MB at the end")
sys.exit(bool(failures))
EOF
