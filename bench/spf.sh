#!/bin/bash
# SPF evaluations a second on one core, answers cached, beside pyspf, and through spf --batch as a whole process: spf.sh [SECONDS per row]
set -u
. "$(dirname "$0")/lib.sh"
need taskset util-linux
/usr/bin/python3 -c 'import spf' 2>/dev/null || { echo "$0: pyspf is missing; install the package python3-spf" >&2; exit 1; }
seconds=${1:-3} lines=500000
dotnet publish "$here/bench/Todoku.Bench" -c Release -r linux-x64 -o "$data/bench" -v quiet >"$data/stderr" 2>&1 || { cat "$data/stderr" >&2; exit 1; }

# Lines of "case, evaluations a second": of ours the median of seven rounds.
ours() { taskset -c 0 "$data/bench/Todoku.Bench" spf | cut -f1,2; }

peer() {
    taskset -c 0 /usr/bin/python3 - "$seconds" <<'PYTHON'
import sys, time, spf
seconds = float(sys.argv[1])
zone = {
    ("bench.test", "TXT"): [(b"v=spf1 mx ip4:192.0.2.0/28 include:_spf.example.net a:out.bench.test -all",)],
    ("_spf.example.net", "TXT"): [(b"v=spf1 ip4:198.51.100.0/24 ip4:203.0.113.0/24 ~all",)],
    ("bench.test", "MX"): [(10, "mx.bench.test")],
    ("mx.bench.test", "A"): ["192.0.2.200"],
    ("out.bench.test", "A"): ["192.0.2.201"],
}
spf.DNSLookup = lambda name, kind, *rest, **more: [((name, kind), value) for value in zone.get((name.lower().rstrip("."), kind), [])]
for what, ip, expected in (("pass by include", "203.0.113.9", "pass"), ("fail, all mechanisms", "10.9.9.9", "fail")):
    count, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for _ in range(20):
            assert spf.check2(ip, "a@bench.test", "h.bench.test")[0] == expected
        count += 20
    print(f"{what}\t{count / (time.process_time() - start):.0f}")
PYTHON
}

ours >"$data/ours" && peer >"$data/peer" || exit 1
paste "$data/ours" "$data/peer" | awk -F'\t' '{printf "%-22s todoku %9d/s   pyspf %6d/s   ratio %.0f\n", $1, $2, $4, $2 / $4}'

cat >"$data/spf.zone" <<'ZONE'
$TTL 3600
bench.test. TXT "v=spf1 mx ip4:192.0.2.0/28 include:_spf.example.net a:out.bench.test -all"
bench.test. MX 10 mx.bench.test.
mx.bench.test. A 192.0.2.200
out.bench.test. A 192.0.2.201
_spf.example.net. TXT "v=spf1 ip4:198.51.100.0/24 ip4:203.0.113.0/24 ~all"
ZONE
input=$data/spf-$lines.jsonl
[ -s "$input" ] || awk -v n=$lines 'BEGIN{for (i = 0; i < n; i++)
    printf "{\"id\":\"m%d\",\"ip\":\"%s\",\"sender\":\"a@bench.test\",\"helo\":\"h.bench.test\"}\n", i, i % 2 ? "10.9.9.9" : "203.0.113.9"}' >"$input"
cat "$input" >/dev/null
: >"$data/runs"
for i in 1 2 3; do timed taskset -c 0 sh -c "exec '$todoku' spf --batch --zone '$data/spf.zone' --resolver none <'$input'" >>"$data/runs"; done
cut -d' ' -f1 "$data/runs" | median | awk -v n=$lines '{printf "spf --batch, whole process: %.0f lines/s (median of 3, %d lines in %.2f s)\n", n / $1, n, $1}'
paste "$data/ours" "$data/peer" | awk -F'\t' '{o = NR == 1 || $2 < o ? $2 : o; r = NR == 1 || $2 / $4 < r ? $2 / $4 : r}
    END{printf "spf: %.0f evaluations/s at least, %.0f times as fast as pyspf at least\n", o, r}'
