# Read by ./downhill after install.sh: packages for other machines, in .build/packages.

# The version of the program.
version() { sed -n 's/.*static let version = "\(.*\)"/\1/p' "$home/Sources/downhill/Version.swift"; }

# The day of the newest change, so that the same sources make the same packages.
set_date() {
  if [ -z "${SOURCE_DATE_EPOCH-}" ]; then
    SOURCE_DATE_EPOCH=$(git -C "$home" log -1 --format=%ct 2> /dev/null || date +%s)
  fi
  export SOURCE_DATE_EPOCH
}

# Packs a folder, as anybody's.
pack() {
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - \
    -C "$1" "$2" | gzip -9n > "$3"
}

make_packages() {
  prepare
  for tool in dpkg-deb strip gzip tar; do
    command -v $tool > /dev/null || fail "found no $tool; expected Debian's dpkg, binutils, tar"
  done
  set_date
  build_any
  make_draft
  packages=$home/.build/packages
  mkdir -p "$packages"
  name=downhill-$(version)-linux-$(uname -m)
  if [ "$processor" != any ]; then name=downhill-$(version)-linux-$processor; fi
  stage "$draft/$name"
  mkdir -p "$draft/$name/share/doc/downhill"
  cp "$home/LICENSE" "$home/CHANGELOG.md" "$draft/$name/share/doc/downhill"
  pack "$draft" "$name" "$packages/$name.tar.gz"
  say "$packages/$name.tar.gz"
  # Debian's packages are for any processor of an architecture.
  if [ "$processor" = any ]; then make_debian "$draft/$name"; fi
  exit
}

# The program, with nothing in it of where it was built.
build_any() { if is_stale; then build; fi; }

# Lays what has been staged out as Debian wants it and packs that.
make_debian() {
  root=$draft/debian
  mkdir -p "$root/DEBIAN"
  cp -Rp "$1" "$root/usr"
  share=$root/usr/share
  documents=$share/doc/downhill
  mkdir -p "$share/zsh/vendor-completions" "$share/lintian/overrides"
  mv "$share/zsh/site-functions/_downhill" "$share/zsh/vendor-completions"
  rmdir "$share/zsh/site-functions"
  mv "$share/downhill/examples" "$documents/examples"
  gzip -9n "$share/man/man1/downhill.1" "$share/man/ko/man1/downhill.1"
  mv "$documents/CHANGELOG.md" "$documents/changelog"
  rm "$documents/LICENSE"
  maintainer=$(git -C "$home" log -1 --format='%an <%ae>' 2> /dev/null || :)
  maintainer=${DEBFULLNAME:+$DEBFULLNAME <$DEBEMAIL>}${DEBFULLNAME:-${maintainer:-downhill <root@localhost>}}
  architecture=$(dpkg --print-architecture)
  {
    printf 'downhill (%s-1) unstable; urgency=medium\n\n' "$(version)"
    printf '  * Packaged by ./downhill package; what is new stands in changelog.gz.\n\n'
    printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
  } > "$documents/changelog.Debian"
  gzip -9n "$documents/changelog" "$documents/changelog.Debian"
  {
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n'
    printf 'Upstream-Name: downhill\n\nFiles: *\n'
    sed -n 's/^Copyright (c) /Copyright: /p' "$home/LICENSE"
    printf 'License: Expat\n\nLicense: Expat\n'
    sed -e '1,/^Copyright/d' -e '/./,$!d' -e 's/^$/./' -e 's/^/ /' "$home/LICENSE"
  } > "$documents/copyright"
  find "$root" -type d -exec chmod 755 '{}' +
  find "$root" -type f ! -path '*/bin/*' -exec chmod 644 '{}' +
  {
    printf 'Package: downhill\nVersion: %s-1\nArchitecture: %s\n' "$(version)" "$architecture"
    printf 'Maintainer: %s\n' "$maintainer"
    printf 'Installed-Size: %s\n' "$(du -k -s --apparent-size "$root/usr" | cut -f 1)"
    printf 'Depends: %s\n' "$(dependencies "$root/usr/bin/downhill")"
    printf 'Section: education\nPriority: optional\n'
    cat "$home/Sources/Installation/description"
  } > "$root/DEBIAN/control"
  (cd "$root" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum) > "$root/DEBIAN/md5sums"
  find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" '{}' +
  file=$packages/downhill_$(version)-1_$architecture.deb
  dpkg-deb --root-owner-group -Zxz --build "$root" "$file" > /dev/null
  say "$file"
}

# What the program needs of other packages, as dpkg finds it.
dependencies() {
  if command -v dpkg-shlibdeps > /dev/null; then
    mkdir -p "$draft/sources/debian"
    printf 'Source: downhill\n\nPackage: downhill\nArchitecture: any\n' \
      > "$draft/sources/debian/control"
    found=$(cd "$draft/sources" && dpkg-shlibdeps -O "$1" 2> /dev/null |
      sed -n 's/^shlibs:Depends=//p')
  fi
  printf '%s' "${found:-libc6, libncursesw6, libtinfo6, libstdc++6, zlib1g}"
}
