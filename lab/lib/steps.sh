# What steps are written with. Each step's facts go into a record that is compared with the scenario's file `expected`; waiting is for a thing to be so, never for time to pass.

record_file=/mnt/record
: >"$record_file"
begun=$(date +%s%N)
step_text=

# broken TEXT...: the lab itself could not do something, or a step is not as told.
broken() {
    printf '%s: %s%s\n' "$scenario" "${step_text:+in step \"$step_text\": }" "$*" >&2
    keep_logs
    # It may have been said in a part of a pipe, which is a process of its own.
    : >/mnt/broken
    exit 1
}
stop_if_broken() { [[ ! -e /mnt/broken ]] || exit 1; }

# step TEXT: begins a step.
step() {
    stop_if_broken
    step_text=$*
    printf '%s== %s\n' "$([[ -s $record_file ]] && printf '\n')" "$*" | tee -a "$record_file"
}

# fact TEXT...: what this step found.
fact() { printf '   %s\n' "$*" | tee -a "$record_file"; }

# facts: each line of standard input is a fact.
facts() {
    while IFS= read -r line; do fact "$line"; done
    stop_if_broken
}

# await SECONDS WHAT COMMAND...: until the command succeeds.
await() {
    local limit=$(($1 * 10)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        ((limit-- > 0)) || broken "waited in vain for $what"
        sleep 0.1
    done
}

# must COMMAND...: has to succeed.
must() { "$@" >/mnt/said 2>&1 || broken "failed: $* -- $(tail -n 20 /mnt/said)"; }

# await_lines HOST FILE COUNT TEXT: until a file of a host has so many lines with this text.
await_lines() { await 30 "$3 lines with \"$4\" in $2 on $1" has_lines "$1" "$2" "$3" "$4"; }
has_lines() { [[ $(on "$1" grep -c -F -- "$4" "$2") -ge $3 ]]; }

# Where each host's logs stay when something failed.
keep_logs() {
    local name kept=$project/artifacts/lab/failed/$scenario
    rm -rf "$kept" && mkdir -p "$kept"
    cp /mnt/log/* "$record_file" "$kept/" 2>/dev/null
    for name in "${!host_pids[@]}"; do
        mkdir -p "$kept/$name" && cp -r "/mnt/hosts/$name/upper/var/log/." "$kept/$name/" 2>/dev/null
    done
    printf '%s: the logs of all hosts are in %s\n' "$scenario" "$kept" >&2
}

# The end: what was found is what is expected.
finish() {
    stop_if_broken
    local spent=$((($(date +%s%N) - begun) / 1000000))
    step_text=
    if [[ ${LAB_ACCEPT:-} ]]; then cp "$record_file" "$folder/expected"; fi
    diff -u "$folder/expected" "$record_file" || broken 'what was found is not what is expected'
    printf 'ok: %s, %d.%03d s\n' "$scenario" $((spent / 1000)) $((spent % 1000))
    exit 0
}
