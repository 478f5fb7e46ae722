# Mail servers: Postfix as Debian sets it up, with what the scenario changes.

# postfix HOST [SETTING=VALUE]...: a web server's Postfix, or any other.
postfix() {
    local name=$1
    shift
    at_boot start_postfix "$name" "$@"
}
start_postfix() {
    local name=$1
    shift
    start_syslog "$name"
    file "$name" /etc/postfix/main.cf <<EOF
# See /usr/share/postfix/main.cf.dist for a commented, more complete version
compatibility_level = 3.6
smtpd_banner = \$myhostname ESMTP \$mail_name (Debian/GNU)
biff = no
append_dot_mydomain = no
readme_directory = no
smtp_tls_CApath = /etc/ssl/certs
smtp_tls_security_level = may
smtp_tls_session_cache_database = btree:\${data_directory}/smtp_scache
smtpd_relay_restrictions = permit_mynetworks permit_sasl_authenticated defer_unauth_destination
myhostname = ${host_names[$name]}
alias_maps = hash:/etc/aliases
alias_database = hash:/etc/aliases
myorigin = /etc/mailname
mydestination = \$myhostname, localhost
relayhost =
mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128
mailbox_size_limit = 0
inet_interfaces = all
inet_protocols = ipv4
EOF
    printf '%s\n' "${host_names[$name]}" | file "$name" /etc/mailname
    printf 'postmaster: root\n' | file "$name" /etc/aliases
    on "$name" cp /usr/share/postfix/master.cf.dist /etc/postfix/master.cf
    # Whatever the machine's own Postfix has in its queue is not this host's.
    on "$name" rm -rf /var/spool/postfix /var/lib/postfix
    on "$name" mkdir -p /var/spool/postfix /var/lib/postfix
    on "$name" chown postfix: /var/lib/postfix
    must on "$name" newaliases
    local setting service
    for setting in "$@"; do
        case $setting in
            # master:NAME/TYPE=LINE adds a service.
            master:*) service=${setting#master:}; must on "$name" postconf -M -e "$service" ;;
            *) must on "$name" postconf -e "$setting" ;;
        esac
    done
    must on "$name" /usr/lib/postfix/configure-instance.sh -
    must on "$name" postfix start
    await 20 "Postfix on $name to listen" listens "$name" 127.0.0.1 25
}

# control NAME FULL-NAME ADDRESS DOMAIN...: a receiver that is no simulation: Postfix, which refuses hosts without a reverse name, with policyd-spf, OpenDKIM and OpenDMARC.
# All users of its domains exist; their mail is in /var/mail/root.
control() {
    local name=$1 full_name=$2 address=$3 domain
    shift 3
    host "$name" "$full_name" "$address"
    for domain in "$@"; do record "$domain. MX 10 $full_name."; done
    at_boot start_control "$name" "$@"
}
start_control() {
    local name=$1 domains
    shift
    domains=$(printf ', %s' "$@")
    start_syslog "$name"
    file "$name" /etc/opendkim.conf <<EOF
Syslog yes
Mode v
Nameservers $resolver_address
AuthservID ${host_names[$name]}
Socket inet:8891@127.0.0.1
UserID opendkim
EOF
    file "$name" /etc/opendmarc.conf <<EOF
Syslog true
AuthservID ${host_names[$name]}
TrustedAuthservIDs ${host_names[$name]}
Socket inet:8893@127.0.0.1
RejectFailures true
SPFSelfValidate true
SPFIgnoreResults true
PublicSuffixList /usr/share/publicsuffix/public_suffix_list.dat
EOF
    start "$name" opendkim opendkim -f -x /etc/opendkim.conf
    start "$name" opendmarc opendmarc -f -c /etc/opendmarc.conf
    await 20 "OpenDKIM on $name to listen" listens "$name" 127.0.0.1 8891
    await 20 "OpenDMARC on $name to listen" listens "$name" 127.0.0.1 8893
    start_postfix "$name" "mydestination=\$myhostname, localhost$domains" local_recipient_maps= luser_relay=root alias_maps= \
        'smtpd_client_restrictions=permit_mynetworks, reject_unknown_reverse_client_hostname' \
        'smtpd_recipient_restrictions=permit_mynetworks, reject_unauth_destination, check_policy_service unix:private/policyd-spf' \
        'smtpd_milters=inet:127.0.0.1:8891, inet:127.0.0.1:8893' milter_default_action=tempfail \
        master:policyd-spf/unix='policyd-spf unix - n n - 0 spawn user=nobody argv=/usr/bin/policyd-spf' "${control_settings[@]}"
}
control_settings=()

# start_syslog HOST: rsyslog, which writes /var/log/mail.log as on Debian.
start_syslog() {
    file "$1" /etc/rsyslog.conf <<'EOF'
module(load="imuxsock" SysSock.RateLimit.Interval="0")
input(type="imuxsock" Socket="/var/spool/postfix/dev/log" CreatePath="on")
mail.* -/var/log/mail.log
*.*;mail.none -/var/log/syslog
EOF
    : | file "$1" /var/log/mail.log
    start_syslog_again "$1"
}
start_syslog_again() {
    start "$1" rsyslog rsyslogd -n -i /run/rsyslogd.pid
    await 10 "rsyslog on $1 to listen" on "$1" test -S /dev/log
}

# form HOST FROM TO...: an inquiry form in PHP, run as the web server's user, sends a mail to each recipient.
form() {
    local name=$1 from=$2 to
    shift 2
    [[ -e /mnt/hosts/$name/files/var/www/form.php ]] || file "$name" /var/www/form.php <<'EOF'
<?php
[, $from, $to, $subject] = $argv;
exit(mail($to, $subject, "Thank you for your inquiry.\nWe shall answer within two days.\n", "From: $from") ? 0 : 1);
EOF
    for to in "$@"; do must on "$name" runuser -u www-data -- php /var/www/form.php "$from" "$to" 'Your inquiry'; done
}

# diagnose HOST ARGUMENT...: what Todoku says of logs; one line for the verdict, each finding, each step of the plan.
diagnose() {
    local name=$1
    shift
    on "$name" todoku diagnose --json "$@" >/mnt/report.json 2>/mnt/said || [[ $? -le 1 ]] || broken "diagnose: $(cat /mnt/said)"
    jq -r '"verdict \(.verdict)", (.providers[] | "provider \(.provider): \(.attempts) attempts, \(.delivered) delivered"),
        (.findings[] | "finding \(.kind) at \(.provider // "all"): \(.count) failed, fault \(.fault), \(if .current then "current" else "past" end)",
            (.facts[] | select(.relation != "no-bearing") | "    \(.relation): \(.title)")),
        (if (.plan | length) > 0 then "plan " + ([.plan[].id] | join(", ")) else empty end)' /mnt/report.json
}

# outcomes HOST LOG: how often mail to each recipient ended how, by the log.
outcomes() { on "$1" sed -n 's/.* to=<\([^>]*\)>.* dsn=\([0-9.]*\), status=\([a-z]*\).*/\1 \3 \2/p' "$2" | sort | uniq -c | sed 's/^ *//'; }

# checklist HOST DOMAIN ARGUMENT...: what todoku check says, problems and warnings only, with the records it would publish.
checklist() {
    local name=$1
    shift
    on "$name" todoku check --json "$@" >/mnt/report.json 2>/mnt/said || [[ $? -le 1 ]] || broken "check: $(cat /mnt/said)"
    jq -r '.checks[] | select(.status == "problem" or .status == "warning") | "\(.status) \(.title)", (.records[] | "    publish \(.name) \(.type) \(.value)")' /mnt/report.json
}

# apply HOST ARGUMENT...: todoku apply, without asking; the lines that it takes away and adds, as it shows them.
apply() {
    local name=$1
    shift
    on "$name" todoku apply "$@" --yes >/mnt/said 2>&1 || broken "todoku apply $*: $(cat /mnt/said)"
    cat /mnt/said >>"/mnt/log/$name.apply"
    grep -E '^ *[-+]' /mnt/said | grep -vE '^ *(---|\+\+\+)'
}

# spf_passes HOST ADDRESS SENDER: whether todoku spf says so.
spf_passes() { [[ $(on "$1" todoku spf --ip "$2" --sender "$3" --json | jq -r .result) == pass ]]; }

# flushed HOST LOG COUNT TEXT: tries the queue again; whether the log has these lines by now.
flushed() { on "$1" postqueue -f && has_lines "$1" "$2" "$3" "$4"; }

# signer HOST DOMAIN SELECTOR: OpenDKIM signs what leaves the host; the key must be in /etc/dkimkeys/SELECTOR.private.
signer() { at_boot start_signer "$@"; }
start_signer() {
    file "$1" /etc/opendkim.conf <<EOF
Syslog yes
Mode s
Domain $2
Selector $3
KeyFile /etc/dkimkeys/$3.private
Socket inet:8891@127.0.0.1
UserID opendkim
EOF
    on "$1" chown -R opendkim: /etc/dkimkeys
    start "$1" opendkim opendkim -f -x /etc/opendkim.conf
    await 20 "OpenDKIM on $1 to listen" listens "$1" 127.0.0.1 8891
}
