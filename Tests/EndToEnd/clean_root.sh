#!/bin/sh
# Installs a package of downhill in a Debian that has nothing else, starts the program there, removes
# it again, and prints what it saw:
#
#     ./downhill package
#     sudo Tests/EndToEnd/clean_root.sh .build/packages/downhill_*.deb [SUITE [MIRROR]]
#
# It needs debootstrap and chroot, so root, some 300 MB in a folder for temporary files, and the
# network. Ends with status 1 at the first thing that is not as it should be.
set -eu

[ $# -ge 1 ] || {
  sed -n '2,9s/^# \{0,1\}//p' "$0"
  exit 2
}
package=$(readlink -f "$1")
suite=${2:-stable}
mirror=${3:-http://deb.debian.org/debian}
root=$(mktemp -d)/root

leave() {
  umount "$root/dev/pts" "$root/proc" 2> /dev/null || :
  # Nothing of this machine may still hang in what goes.
  mount | grep -q " $root/" || rm -rf "${root%/root}"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

title() { printf '\n== %s\n' "$*"; }
inside() {
  chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=xterm-256color \
    LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
# All files, and what was made of them by installing other packages left out.
files() { (cd "$root" && find . -path ./proc -prune -o -path ./dev -prune -o -print | sort); }

title "a Debian $suite with nothing but what every Debian has"
debootstrap --variant=minbase "$suite" "$root" "$mirror" > "${root%/root}/log" 2>&1 || {
  tail -n 5 "${root%/root}/log"
  exit 1
}
cat "$root/etc/debian_version"
# What this machine reaches its mirrors by.
cp /etc/resolv.conf "$root/etc/" 2> /dev/null || :
cp -R /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
mount -t proc proc "$root/proc"
mount --bind /dev/pts "$root/dev/pts"
files > "${root%/root}/before"

title "dpkg --info"
dpkg-deb --info "$package" | sed -n 's/^ //p'
cp "$package" "$root/tmp/downhill.deb"
title "apt-get install ./downhill.deb"
inside apt-get update -qq
inside apt-get install -y --no-install-recommends /tmp/downhill.deb 2>&1 |
  grep -e '^The following' -e '^  ' -e '^Setting up'
title "what the program is linked to"
inside ldd /usr/bin/downhill
title "downhill --version"
inside downhill --version
title "downhill doctor"
inside downhill doctor
title "downhill run --surface rosenbrock --steps 100"
inside downhill run --surface rosenbrock --steps 100
title "themes"
[ "$(inside downhill list themes --format json | wc -l)" -ge 8 ]
inside downhill list themes
title "a race in a terminal (script): keys Space and q, and what is then on the screen"
(sleep 3; printf ' '; sleep 3; printf q; sleep 1) |
  inside script -q -e -c 'stty rows 24 cols 80; downhill --surface himmelblau' /tmp/race > /dev/null
bytes=$(wc -c < "$root/tmp/race")
echo "$bytes bytes; ended with status 0"
[ "$bytes" -gt 5000 ]
grep -q Himmelblau "$root/tmp/race"
title "the manual and the completions"
inside dpkg -L downhill | grep -e /man/ -e completion
title "apt-get purge downhill"
inside apt-get purge -y downhill > /dev/null 2>&1
rm -f "$root/tmp/downhill.deb" "$root/tmp/race"
files > "${root%/root}/after"
left=$(comm -13 "${root%/root}/before" "${root%/root}/after" | grep downhill || :)
[ -z "$left" ] || {
  printf 'left behind:\n%s\n' "$left"
  exit 1
}
echo "nothing of downhill is left"
