#!/bin/bash
# The SMTP server before a receiver that forgets everything, beside Postfix's smtp-sink: smtp-server.sh [MESSAGES]
set -u
. "$(dirname "$0")/lib.sh"
need /usr/sbin/smtp-source postfix
need /usr/sbin/smtp-sink postfix
messages=${1:-20000} ours=26300 theirs=26301 rounds=3
ulimit -n 20000 || { echo "$0: needs 20,000 open files (ulimit -n)" >&2; exit 1; }
dotnet publish "$here/bench/Todoku.Bench" -c Release -r linux-x64 -o "$data/bench" -v quiet >"$data/stderr" 2>&1 || { cat "$data/stderr" >&2; exit 1; }

rm -f "$data/smtp.in"
mkfifo "$data/smtp.in" || exit 1
"$data/bench/Todoku.Bench" smtp-server $ours <"$data/smtp.in" >/dev/null &
server=$!
exec 7>"$data/smtp.in"
/usr/sbin/smtp-sink -u "$(id -un)" 127.0.0.1:$theirs 512 >/dev/null 2>&1 &
sink=$!
trap 'kill $sink $server 2>/dev/null; rm -f "$data/smtp.in"' EXIT
sleep 1

# milliseconds of processor time that a process took so far
cpu() { awk '{print ($14 + $15) * 10}' "/proc/$1/stat"; }

# one PID PORT OPTION: messages a second and processor milliseconds a message
one() {
    local before from
    before=$(cpu "$1") from=$(date +%s.%N)
    /usr/sbin/smtp-source $3 -s 20 -l 5120 -m "$messages" -f a@bench.test -t user@bench.test "127.0.0.1:$2" || exit 1
    echo "$messages $from $(date +%s.%N) $before $(cpu "$1")" | awk '{printf "%.0f %.3f\n", $1 / ($3 - $2), ($5 - $4) / $1}'
}

for option in -d ""; do
    : >"$data/smtp.ours"; : >"$data/smtp.theirs"
    for ((round = 0; round < rounds; round++)); do
        one $server $ours "$option" >>"$data/smtp.ours"
        one $sink $theirs "$option" >>"$data/smtp.theirs"
    done
    printf '%-22s todoku %6.0f/s %s ms   smtp-sink %6.0f/s %s ms\n' "$([ -n "$option" ] && echo "connections kept" || echo "one connection each")" \
        "$(cut -d' ' -f1 "$data/smtp.ours" | median)" "$(cut -d' ' -f2 "$data/smtp.ours" | median)" \
        "$(cut -d' ' -f1 "$data/smtp.theirs" | median)" "$(cut -d' ' -f2 "$data/smtp.theirs" | median)"
done

/usr/bin/python3 - $server $ours <<'PYTHON'
import socket, sys
server, port = sys.argv[1], int(sys.argv[2])
def resident():
    return next(int(line.split()[1]) for line in open(f"/proc/{server}/status") if line.startswith("VmRSS"))
before, idle = resident(), []
for _ in range(10000):
    client = socket.create_connection(("127.0.0.1", port))
    client.recv(200)
    client.sendall(b"EHLO idle.example\r\n")
    client.recv(500)
    idle.append(client)
print(f"10,000 idle sessions    {(resident() - before) / 10000:.1f} KB each, {resident() // 1024} MB in all")
PYTHON
