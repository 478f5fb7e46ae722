#!/bin/bash
# Start to end of --version, through the binary and through ./todoku: start.sh [RUNS]
set -u
. "$(dirname "$0")/lib.sh"
runs=${1:-200}
python3 - "$runs" "$todoku" "$here/todoku" <<'PYTHON'
import os, statistics, sys, time
runs, binary, script = int(sys.argv[1]), sys.argv[2], sys.argv[3]
commands = {"/bin/true": ["/bin/true"], "binary --version": [binary, "--version"], "./todoku --version": [script, "--version"]}
times = {name: [] for name in commands}
with open(os.devnull, "w") as null:
    for _ in range(runs):
        for name, command in commands.items():
            start = time.perf_counter()
            pid = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null.fileno(), 1)])
            os.waitpid(pid, 0)
            times[name].append((time.perf_counter() - start) * 1000)
median = {name: statistics.median(values) for name, values in times.items()}
for name, value in median.items():
    print(f"{name}: {value:.1f} ms (median of {runs})")
print(f"start: {median['binary --version']:.1f} ms, ./todoku adds {median['./todoku --version'] - median['binary --version']:.1f} ms")
PYTHON
