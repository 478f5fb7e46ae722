#!/bin/bash
# install-packages.sh PACKAGE...: installs packages of Debian without starting what is in them: their servers are wanted as programs only.
set -eu
sudo=()
[[ $EUID -eq 0 ]] || sudo=(sudo -n)
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
    trap '"${sudo[@]}" rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
    "${sudo[@]}" chmod 755 "$policy"
fi
"${sudo[@]}" apt-get update -qq
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
