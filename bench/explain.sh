#!/bin/bash
# Replies a second of explain --batch, on the corpus repeated with changing addresses: explain.sh [REPLIES]
set -u
. "$(dirname "$0")/lib.sh"
count=${1:-3000000}
input=$data/replies-$count.jsonl
[ -s "$input" ] || python3 - "$shared/corpus/replies.jsonl" "$count" "$input" <<'PYTHON'
import json, sys
source, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
rows = [json.loads(line) for line in open(source)]
keep = ("response", "log", "relay", "in_reply_to")
with open(out, "w") as f:
    for i in range(count):
        row = rows[i % len(rows)]
        # Each line differs, so that nothing can be answered from memory.
        f.write(json.dumps({"id": f"r{i}", **{k: v for k, v in row.items() if k in keep}}, ensure_ascii=False).replace("192.0.2.", f"192.0.{i % 250}.") + "\n")
PYTHON
cat "$input" >/dev/null
: >"$data/runs"
for i in 1 2 3 4 5; do timed sh -c "exec '$todoku' explain --batch <'$input'" >>"$data/runs"; done
seconds=$(cut -d' ' -f1 "$data/runs" | median)
awk -v n="$count" -v s="$seconds" 'BEGIN{printf "explain --batch: %.0f replies/s (median of 5, %d replies in %.2f s)\n", n/s, n, s}'
