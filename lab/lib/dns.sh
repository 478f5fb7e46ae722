# DNS: Knot serves all zones (host dns), unbound asks it for everybody (host resolver).

dns_address=192.0.2.53 resolver_address=192.0.2.54
declare -A zones zone_options blocklist_servers

# record LINE: a record of the internet at large, with its full name. Standard time to live: a second, so that a step sees what the step before changed.
record() { printf '%s\n' "$1" >>/mnt/zones/root.records; }

# zone NAME [signed|updates KEY-NAME]... <records: a zone of its own; its records, relative to its name, are standard input.
zone() {
    local name=$1
    shift
    zones[$name]=1 zone_options[$name]=$*
    { zone_head "$name."; cat; } >"/mnt/zones/$name.zone"
    record "$name. NS ns.lab."
    [[ ${zone_options[$name]} != *signed* ]] || signed_zones+=("$name")
}

signed_zones=()
zone_head() { printf '$TTL 1\n$ORIGIN %s\n@ 3600 SOA ns.lab. hostmaster.lab. 1 3600 600 86400 1\n@ 3600 NS ns.lab.\n' "$1"; }

# The secret of the key that may update zones, as a hosting company would give it to its customer.
update_secret=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=

dns_begin() {
    local name options key
    host dns ns.lab "$dns_address"
    host resolver resolver.lab "$resolver_address"
    { zone_head .; cat /mnt/zones/root.records; } >/mnt/zones/root.zone
    mkdir -p /mnt/hosts/dns/files/{zones,var/lib/knot}
    cp /mnt/zones/*.zone /mnt/hosts/dns/files/zones/
    {
        printf 'server:\n    listen: %s@53\n    rundir: /run/knot\n    user: root:root\ndatabase:\n    storage: /var/lib/knot\nlog:\n  - target: stderr\n    any: info\n' "$dns_address"
        printf 'key:\n  - id: customer\n    algorithm: hmac-sha256\n    secret: %s\nacl:\n  - id: customer\n    action: update\n    key: customer\n' "$update_secret"
        printf 'policy:\n  - id: lab\n    algorithm: ecdsap256sha256\n    single-type-signing: on\ntemplate:\n  - id: default\n    storage: /zones\n    journal-content: all\n    zonefile-load: difference-no-serial\n'
        printf 'zone:\n  - domain: .\n    file: root.zone\n'
        for name in "${!zones[@]}"; do
            options=${zone_options[$name]}
            printf '  - domain: %s\n    file: %s.zone\n' "$name" "$name"
            [[ $options != *updates* ]] || printf '    acl: customer\n'
            [[ $options != *signed* ]] || printf '    dnssec-signing: on\n    dnssec-policy: lab\n'
        done
    } | file dns /etc/knot/knot.conf
    on dns mkdir -p /run/knot
    start dns knot knotd -c /etc/knot/knot.conf
    await 20 'Knot to answer' answers "$dns_address" . SOA
    for name in "${signed_zones[@]}"; do await 20 "$name to be signed" answers "$dns_address" "$name" DNSKEY; done
    unbound_on resolver "$resolver_address"
}

# unbound_on HOST ADDRESS: a validating resolver; zones of the world that are signed are its trust anchors.
unbound_on() {
    local host=$1 address=$2 name
    {
        printf 'server:\n interface: %s\n do-daemonize: no\n username: ""\n chroot: ""\n directory: /run\n pidfile: /run/unbound.pid\n use-syslog: no\n logfile: ""\n' "$address"
        printf ' access-control: 0.0.0.0/0 allow\n access-control: ::/0 allow\n qname-minimisation: no\n minimal-responses: no\n cache-max-ttl: 1\n cache-max-negative-ttl: 1\n infra-host-ttl: 1\n'
        printf ' do-ip6: no\n module-config: "validator iterator"\n'
        # The special names that RFC 6303 keeps from the internet are this internet's own.
        printf ' local-zone: %s nodefault\n' 2.0.192.in-addr.arpa. 100.51.198.in-addr.arpa. 113.0.203.in-addr.arpa. 8.b.d.0.1.0.0.2.ip6.arpa. test. invalid.
        for name in "${signed_zones[@]}"; do
            printf ' trust-anchor: "%s"\n' "$(on dns dig +short @"$dns_address" "$name" DNSKEY | sed "s/^/$name. IN DNSKEY /" | head -n 1)"
        done
        printf 'stub-zone:\n name: "."\n stub-addr: %s\n' "$dns_address"
        for name in "${!blocklist_servers[@]}"; do printf 'stub-zone:\n name: "%s"\n stub-addr: %s\n' "$name" "${blocklist_servers[$name]}"; done
        printf 'remote-control:\n control-enable: no\n'
    } | file "$host" /etc/unbound/lab.conf
    start "$host" unbound unbound -d -c /etc/unbound/lab.conf
    await 20 "unbound on $host to answer" host_answers "$host" "$address" . SOA
}

answers() { host_answers dns "$@"; }
host_answers() { on "$1" dig +short +time=1 +tries=1 "@$2" "$3" "$4" 2>/dev/null | grep -qv '^;'; }

# publish ZONE NAME TYPE DATA: adds a record, as its owner does by hand at his DNS service. withdraw ZONE NAME TYPE takes them away.
publish() { on dns knotc -c /etc/knot/knot.conf zone-begin "$1" >/dev/null && on dns knotc -c /etc/knot/knot.conf zone-set "$1" "$2" 1 "$3" "$4" >/dev/null && on dns knotc -c /etc/knot/knot.conf zone-commit "$1" >/dev/null; }
withdraw() { on dns knotc -c /etc/knot/knot.conf zone-begin "$1" >/dev/null && on dns knotc -c /etc/knot/knot.conf zone-unset "$1" "$2" "$3" >/dev/null && on dns knotc -c /etc/knot/knot.conf zone-commit "$1" >/dev/null; }
