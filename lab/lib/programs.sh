# Programs other than mail servers: blocklists, simulated providers, Todoku's relay.

# blocklist ADDRESS ZONE NETWORK...: a blocklist, served by rbldnsd.
blocklist() {
    local address=$1 zone=$2
    shift 2
    host blocklist rbl.lab "$address"
    blocklist_servers[$zone]=$address
    listed "$@"
    at_boot start_blocklist "$address" "$zone"
}
start_blocklist() {
    on blocklist chown -R nobody /rbl
    start blocklist rbldnsd rbldnsd -n -r /rbl -b "$1" -t 1 -c 1 -u nobody "$2:ip4set:listed"
    await 10 'rbldnsd to answer' host_answers blocklist "$1" "2.0.0.127.$2" A
}

# listed NETWORK... and delisted: what the blocklist lists from now on.
listed() { file blocklist /rbl/listed < <(printf ':127.0.0.2:%s\n' 'Listed, see https://www.spamhaus.org/'; printf '%s\n' 127.0.0.2 "$@"); }

# delisted_at HOST NAME: whether the blocklist's name is gone for a host.
delisted_at() { ! host_answers "$1" "$resolver_address" "$2" A; }

# provider NAME PROFILE FULL-NAME ADDRESS DOMAINS: a host with a simulated provider (todoku sandbox), which judges by the DNS of this world. DOMAINS is a TOML array of its domains.
# ADDRESS may be several, with blanks between. Further lines of its scenario are standard input.
provider() {
    local name=$1 profile=$2 full_name=$3 address=$4 domains=$5 domain
    # shellcheck disable=SC2086
    host "$name" "$full_name" $address
    for domain in $(tr -d '[],"' <<<"$domains"); do record "$domain. MX 10 $full_name."; done
    {
        printf '[sandbox]\nseed = 1\n[dns]\nresolver = "%s"\n[smtp]\nport = 25\n[http]\nlisten = "127.0.0.1:8025"\n' "$resolver_address"
        printf '[[provider]]\nprofile = "%s"\nhost = "%s"\naddress = [%s]\ndomains = %s\n' "$profile" "$full_name" "$(printf '"%s", ' $address)" "$domains"
        cat
    } | file "$name" /etc/sandbox.toml
    at_boot start_provider "$name" "${address%% *}"
}
start_provider() {
    start "$1" sandbox todoku sandbox run /etc/sandbox.toml
    await 20 "the provider $1 to listen" listens "$1" "$2" 25
}

# certificate HOST NAME: makes /etc/lab/NAME.pem and .key on a host, for that name, by a certification authority that `trusting` hosts know.
certificate() {
    local folder=/mnt/hosts/$1/files/etc/lab
    local new=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30)
    mkdir -p "$folder"
    [[ -e /mnt/ca.pem ]] || openssl req -x509 "${new[@]}" -subj '/CN=Lab CA' -keyout /mnt/ca.key -out /mnt/ca.pem 2>/dev/null || broken 'no certification authority'
    openssl req -x509 "${new[@]}" -CA /mnt/ca.pem -CAkey /mnt/ca.key -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -addext basicConstraints=critical,CA:FALSE \
        -keyout "$folder/$2.key" -out "$folder/$2.pem" 2>/mnt/said || broken "no certificate for $2: $(cat /mnt/said)"
}
trusting() { cat /mnt/ca.pem >>"/mnt/hosts/$1/files/etc/ssl/certs/ca-certificates.crt"; }

# tlsa HOST NAME: the data of a TLSA record (3 1 1) for a certificate of `certificate`.
tlsa() { printf '3 1 1 %s' "$(openssl x509 -in "/mnt/hosts/$1/files/etc/lab/$2.pem" -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum | cut -d ' ' -f 1)"; }

# change PROVIDER JSON: an event in a provider's world (docs/sandbox.md).
change() { must on "$1" curl -sS --fail-with-body -H 'Content-Type: application/json' -d "$2" http://127.0.0.1:8025/v1/changes; }

# inbox PROVIDER [FILTER]: a line of facts for each mail that was offered.
inbox() { on "$1" curl -sf http://127.0.0.1:8025/v1/mails | jq -r "${2:-.mails[]}"; }

# relay HOST: Todoku's relay, with the scenario's relay.toml, or a plain one.
relay() {
    local its=$folder/relay.toml
    [[ -e $its ]] || its=$lab/lib/relay.toml
    file "$1" /etc/todoku/relay.toml <"$its"
    at_boot start_relay "$1"
}
start_relay() {
    on "$1" mkdir -p /var/lib/todoku /run/todoku /var/log/todoku
    start "$1" relay todoku relay run --config /etc/todoku/relay.toml
    # Not a command of todoku, which opens the queue itself while no relay runs.
    await 20 "the relay on $1 to run" on "$1" curl -s --unix-socket /var/lib/todoku/control.sock http://localhost/
}

# submit HOST FROM TO: a mail by todoku sendmail, as a program of the relay's host sends it.
submit() { printf 'From: %s\nTo: %s\nSubject: Your inquiry\n\nThank you.\n' "$2" "$3" | on "$1" todoku sendmail -i -f "$2" "$3"; }

# retried_all: the queue of the relay is tried again; whether nothing is left in it.
retried_all() { on relay todoku queue retry --all >/dev/null 2>&1; [[ $(on relay todoku queue list --json | jq '.entries | length') == 0 ]]; }

# stop HOST PROGRAM: ends a program of a host, kindly. The host has no processes but the lab's.
stop() { on "$1" pkill -TERM -f "$2" && await 20 "$2 on $1 to end" gone "$1" "$2"; }
gone() { ! on "$1" pgrep -f "$2"; }
# kill_at_once HOST PROGRAM: ends it as a crash does, and waits until it is gone.
kill_at_once() { on "$1" pkill -KILL -x "$2" && await 20 "$2 on $1 to be gone" no_process "$1" "$2"; }
no_process() { ! on "$1" pgrep -x "$2"; }
# reload HOST PROGRAM: SIGHUP.
reload() { on "$1" pkill -HUP -f "$2"; }

listens() { on "$1" bash -c "exec 3<>/dev/tcp/$2/$3"; }
