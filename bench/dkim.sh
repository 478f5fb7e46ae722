#!/bin/bash
# DKIM on one core, 5 KB messages, RSA-2048: ours beside dkimpy, opendkim-testmsg and what openssl speed gives: dkim.sh [MESSAGES]
set -u
. "$(dirname "$0")/lib.sh"
need openssl openssl
need taskset util-linux
count=${1:-40000}
files=1000
python=/usr/bin/python3
folder=$data/dkim
rm -rf "$folder"
mkdir -p "$folder/mail"
one() { taskset -c 0 "$@"; }
rate() { awk -v n="$1" -v s="$2" 'BEGIN{printf "%.0f", n / s}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN{printf "%.2f", a / b}'; }

dotnet publish "$here/bench/Todoku.Bench" -c Release -r linux-x64 -v quiet --nologo -o "$folder/bench" >"$folder/publish" 2>&1 || { cat "$folder/publish" >&2; exit 1; }
bench=$folder/bench/Todoku.Bench
"$todoku" dkim keygen --domain example.com --selector s1 --out "$folder/key" >"$folder/record" || exit 1
openssl rsa -in "$folder/key" -traditional -out "$folder/key.rsa" 2>/dev/null
value=$(sed -n 's/^[^ ]*: \(v=DKIM1;.*\)/\1/p' "$folder/record")
{ echo '$TTL 3600'; sed -n '/IN TXT/,/)/p' "$folder/record"; } >"$folder/zone"

# Ours in process; it also writes the signed messages. openssl right before and right after, for what the core gives just now.
speed() { one openssl speed -seconds 3 rsa2048 2>/dev/null | awk '/^rsa 2048/{print $6, $7}'; }
read -r before _ <<<"$(speed)"
one "$bench" dkim "$folder/key" "$folder/mail" $files >"$folder/rates" || exit 1
read -r after _ <<<"$(speed)"
sign=$(awk '$1=="sign"{print $2}' "$folder/rates")
verify=$(awk '$1=="verify"{print $2}' "$folder/rates")
openssl=$(awk -v a="$before" -v b="$after" 'BEGIN{printf "%.0f", (a + b) / 2}')

# Ours as the command: files named in JSON lines.
for ((i = 0; i < count; i++)); do echo "{\"id\":$i,\"file\":\"$folder/mail/$((i % files)).eml\"}"; done >"$folder/lines"
cat "$folder"/mail/*.eml >/dev/null
: >"$folder/runs"
for i in 1 2 3; do
    # By processor time, so that what else the machine does hardly counts.
    /usr/bin/time -q -o "$folder/time" -f '%U %S %M' taskset -c 0 "$todoku" dkim verify --batch --resolver none --zone "$folder/zone" <"$folder/lines" >"$folder/answers" || exit 1
    awk '{print $1 + $2, $3}' "$folder/time" >>"$folder/runs"
    passed=$(grep -c '"result":"pass"' "$folder/answers")
    [ "$passed" = "$count" ] || { echo "$0: only $passed of $count verified" >&2; exit 1; }
done
seconds=$(cut -d' ' -f1 "$folder/runs" | median)
memory=$(cut -d' ' -f2 "$folder/runs" | median)
batch=$(rate "$count" "$seconds")

peer=
if $python -c 'import dkim' 2>/dev/null; then
    peer=$(VALUE=$value one $python - "$folder" <<'PYTHON'
import dkim, os, sys, time
folder = sys.argv[1]
record = os.environ["VALUE"].encode()
messages = [open(f"{folder}/mail/{i}.eml", "rb").read() for i in range(300)]
start = time.process_time()
assert all(dkim.verify(message, dnsfunc=lambda name, timeout=5: record) for message in messages)
verify = len(messages) / (time.process_time() - start)
key = open(f"{folder}/key.rsa", "rb").read()
plain = [message[message.index(b"From: shop"):] for message in messages[:100]]
start = time.process_time()
for message in plain: dkim.sign(message, b"s1", b"example.com", key, canonicalize=(b"relaxed", b"relaxed"))
print(f"{verify:.0f} {len(plain) / (time.process_time() - start):.0f}")
PYTHON
    )
fi

# A process for each message, since that is how opendkim-testmsg works. Its verifying asks the system's resolver and can't be measured here.
processes=100
each() { local from=$EPOCHREALTIME; for ((i = 0; i < processes; i++)); do one "$@" <"$folder/plain.eml" >/dev/null || exit 1; done; awk -v a="$from" -v b="$EPOCHREALTIME" -v n=$processes 'BEGIN{printf "%.0f", n / (b - a)}'; }
sed -n '/^From: shop/,$p' "$folder/mail/0.eml" >"$folder/plain.eml"
ours=$(each "$todoku" dkim sign - --key "$folder/key" --domain example.com --selector s1)
theirs=
command -v opendkim-testmsg >/dev/null && theirs=$(each opendkim-testmsg -C -d example.com -k "$folder/key.rsa" -s s1)

echo "verify, in process:    $verify/s"
echo "verify, --batch:       $batch/s (median of 3, $count files in $seconds s of processor time, $((${memory%.*} / 1024)) MB)"
echo "sign, in process:      $sign/s"
echo "sign, openssl speed:   $openssl/s (before $before, after $after)"
echo "sign, a process each:  $ours/s, opendkim-testmsg ${theirs:-not installed}"
[ -n "$peer" ] && echo "dkimpy:                verify ${peer% *}/s, sign ${peer#* }/s"
echo "verify --batch against 10,000/s: $(ratio "$batch" 10000)"
[ -n "$peer" ] && echo "verify --batch against dkimpy: $(ratio "$batch" "${peer% *}")"
echo "sign against openssl speed: $(ratio "$sign" "$openssl")"
