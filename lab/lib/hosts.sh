# Hosts: a network namespace each, on one switch, with addresses of their own, a root file system of their own (the machine's, written to in memory only), processes of
# their own. Every address is reached directly; there is no router to be told about networks.

declare -A host_pids host_names laid_over
boots=()

# The switch that all hosts are plugged into.
internet_begin() {
    ip link set lo up
    ip link add internet type bridge
    ip link set internet up
}

# host NAME FULL-NAME ADDRESS...: a host with a name, and DNS (address and PTR records) for each address; OTHER-NAME/ADDRESS gives one a name of its own; --no-ptr before an
# address leaves its PTR record out.
host() {
    local name=$1 full_name=$2 folder=/mnt/hosts/$1 ptr=yes address its_name
    shift 2
    mkdir -p "$folder"/{upper,work,files}
    # Programs that are unpacked only (eng/unpack-servers.sh): an overlay takes no layer that lies in another one.
    if [[ ${laid_over[$name]:-} ]]; then
        mkdir "/mnt/over-$name"
        cp -a "${laid_over[$name]}/usr" "/mnt/over-$name/" || broken "host $name: ${laid_over[$name]} is missing; eng/unpack-servers.sh makes it"
    fi
    mount -t overlay overlay -o "lowerdir=${laid_over[$name]:+/mnt/over-$name:}/,upperdir=$folder/upper,workdir=$folder/work" "$folder/files" || broken "host $name: no overlay"
    unshare --net --mount --pid --uts --ipc --fork --kill-child --propagation private "$lab/lib/host" "$name" "$full_name" "$folder" "$project" &
    local parent=$!
    await 10 "host $name to come up" test -e "$folder/ready"
    host_pids[$name]=$(cat "/proc/$parent/task/$parent/children")
    host_pids[$name]=${host_pids[$name]// /}
    host_names[$name]=$full_name
    printf '%s' "${host_pids[$name]}" >"$folder/pid"
    ip link add "to-$name" type veth peer name eth0 netns "${host_pids[$name]}"
    ip link set "to-$name" master internet up
    on "$name" ip link set lo up
    on "$name" ip link set eth0 up
    printf '127.0.0.1 localhost\n' >"$folder/files/etc/hosts"
    for address in "$@"; do
        if [[ $address == --no-ptr ]]; then
            ptr=no
            continue
        fi
        its_name=$full_name
        [[ $address != */* ]] || its_name=${address%/*}
        address=${address##*/}
        case $address in
            *:*) on "$name" ip addr add "$address/128" dev eth0 nodad ;;
            *) on "$name" ip addr add "$address/32" dev eth0 ;;
        esac
        record "$its_name. $([[ $address == *:* ]] && printf AAAA || printf A) $address"
        [[ $ptr == no ]] || record "$(reverse_name "$address") PTR $its_name."
        ptr=yes
        printf '%s %s %s\n' "$address" "$its_name" "${its_name%%.*}" >>"$folder/files/etc/hosts"
    done
    on "$name" ip -4 route replace default dev eth0
    on "$name" ip -6 route replace default dev eth0
    printf 'nameserver %s\n' "$resolver_address" >"$folder/files/etc/resolv.conf"
}

# on HOST COMMAND...: runs a command as root on a host.
on() {
    local name=$1
    shift
    nsenter -t "${host_pids[$name]}" --mount --uts --net --pid --ipc --root --wd -- env -i "PATH=$PATH" HOME=/root LC_ALL=C.UTF-8 TERM=dumb $([[ $name != "$clock_host" ]] || printf '%s ' "${clock[@]}") "$@"
}

# file HOST PATH: writes what standard input holds into a file of a host.
file() { mkdir -p "/mnt/hosts/$1/files$(dirname "$2")" && cat >"/mnt/hosts/$1/files$2"; }

# start HOST LABEL COMMAND...: starts a program that stays in the foreground; what it says is in /mnt/log/HOST.LABEL.
start() {
    local name=$1 label=$2
    shift 2
    on "$name" "$@" >>"/mnt/log/$name.$label" 2>&1 </dev/null &
}

# at_boot COMMAND...: is done once all hosts are declared and DNS answers.
at_boot() { boots+=("$(printf '%q ' "$@")"); }

boot() {
    local command
    dns_begin
    for command in "${boots[@]}"; do eval "$command" || broken "could not: $command"; done
}

# set_clock HOST OFFSET: programs that are started on this host from now on see this clock (libfaketime: "+8d").
clock=() clock_host=
set_clock() {
    local library
    library=$(echo /usr/lib/*/faketime/libfaketime.so.1)
    clock_host=$1
    clock=("LD_PRELOAD=$library" "FAKETIME=$2" FAKETIME_DONT_FAKE_MONOTONIC=1)
}

# The name below which the PTR record of an address stands.
reverse_name() { /usr/bin/python3 -c 'import ipaddress, sys; print(ipaddress.ip_address(sys.argv[1]).reverse_pointer + ".")' "$1"; }
