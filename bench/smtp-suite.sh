#!/bin/bash
# The SMTP suite of ../shared against the relay: smtp-suite.sh [OPTIONS OF THE SUITE]. Starts a relay that receives for postmaster@local.test, knows one user
# and relays for nobody without a password, runs the suite (about two minutes) and ends with the suite's last line.
set -u
. "$(dirname "$0")/lib.sh"
need openssl openssl
suite=$shared/conformance/smtp_suite.py
[ -e "$suite" ] || { echo "$0: $suite is missing (set TODOKU_SHARED)" >&2; exit 1; }
work=$data/smtp-suite port=${TODOKU_SUITE_PORT:-2625} password=tried-by-the-suite
rm -rf "$work" && mkdir -p -m 700 "$work/data" "$work/mail"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=local.test -addext subjectAltName=DNS:local.test \
    -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null && chmod 600 "$work/key.pem" || exit 1
cat >"$work/relay.toml" <<EOF
[relay]
host-name = "local.test"
data = "$work/data"
users = "$work/users"

[tls]
certificate = "$work/cert.pem"
key = "$work/key.pem"

[[listen]]
address = "127.0.0.1:$port"
role = "trusted"
# Nobody here: the suite's address is a stranger's until it has said a password.
trusted = ["192.0.2.1"]

[limits]
message-size = "5M"
errors = 100
connections-from-loopback = 500

[[path]]
name = "local"
kind = "maildir"
folder = "$work/mail"

[log]
file = "$work/relay.log"
EOF
echo "$password" | "$todoku" relay passwd user --config "$work/relay.toml" >"$work/out.txt" 2>&1 || { cat "$work/out.txt" >&2; exit 1; }
"$todoku" relay run --config "$work/relay.toml" >"$work/out.txt" 2>&1 &
relay=$!
trap 'kill "$relay" 2>/dev/null; wait "$relay"' EXIT
for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    kill -0 "$relay" 2>/dev/null || { cat "$work/out.txt" >&2; exit 1; }
    sleep 0.1
done
/usr/bin/python3 "$suite" "127.0.0.1:$port" --rcpt postmaster@local.test --remote someone@remote.example --store "$work/mail" --auth "user:$password" "$@"
