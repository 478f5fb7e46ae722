#!/bin/bash
# Unpacks mail servers that Debian does not install beside Postfix, and php-fpm, which would start by itself, into artifacts/packages; tests and the lab lay them over the
# system in mount namespaces of their own.
set -eu
cd "$(dirname "$0")/.."
servers=(exim4-daemon-light exim4-base exim4-config opensmtpd libevent-2.1-7 libgnutls-dane0 libunbound8 libidn12 libnsl2 libtirpc3 libdb5.3)
root=$PWD/artifacts/packages
[[ -x $root/usr/sbin/exim4 && -x $root/usr/sbin/smtpd && -n $(compgen -G "$root/usr/sbin/php-fpm*") ]] && exit
# php-fpm itself is empty, and names the package of the version that there is.
mapfile -t -O "${#servers[@]}" servers < <(apt-cache depends php-fpm 2>/dev/null | sed -n 's/^ *Depends: \(php[0-9.]*-fpm\)$/\1/p')
printf '== unpacking %s\n' "${servers[*]}"
as_root() { if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi; }
rm -rf "$root" && mkdir -p "$root"
cd "$root"
apt-get download -qq "${servers[@]}" || { as_root apt-get update -qq && apt-get download -qq "${servers[@]}"; }
for package in *.deb; do dpkg -x "$package" . && rm "$package"; done
