# Read by ./downhill: what is installed, and how it gets there and away again.

# Fills a folder with everything that is installed, as it lies below a prefix such as /usr.
stage() {
  # What the user has set for the program decides nothing here.
  set -- "$1" env HOME= XDG_CONFIG_HOME= LC_ALL=C.UTF-8 "$binary"
  folder=$1
  shift
  data=$folder/share/downhill
  mkdir -p "$folder/bin" "$data/themes" "$data/examples" "$folder/share/man/man1" \
    "$folder/share/man/ko/man1" "$folder/share/bash-completion/completions" \
    "$folder/share/zsh/site-functions" "$folder/share/fish/vendor_completions.d"
  cp "$binary" "$folder/bin/downhill"
  if command -v strip > /dev/null; then strip "$folder/bin/downhill"; fi
  cp "$home"/themes/*.toml "$data/themes"
  cp "$home"/Sources/Files/Examples/Files/* "$home"/Sources/Files/Data/Samples/* "$data/examples"
  "$@" manual --language en > "$folder/share/man/man1/downhill.1"
  "$@" manual --language ko > "$folder/share/man/ko/man1/downhill.1"
  complete_bash=$folder/share/bash-completion/completions/downhill
  complete_zsh=$folder/share/zsh/site-functions/_downhill
  complete_fish=$folder/share/fish/vendor_completions.d/downhill.fish
  # It is read by a shell, not run.
  "$@" --generate-completion-script bash | sed '1{/^#!/d;}' > "$complete_bash"
  "$@" --generate-completion-script fish > "$complete_fish"
  cat "$home/Sources/Installation/completion.bash" >> "$complete_bash"
  cat "$home/Sources/Installation/completion.fish" >> "$complete_fish"
  "$@" --generate-completion-script zsh > "$complete_zsh.whole"
  # Its last lines call what stands above them.
  {
    sed '/^if \[\[ .*funcstack/,$d' "$complete_zsh.whole"
    cat "$home/Sources/Installation/completion.zsh"
    sed -n '/^if \[\[ .*funcstack/,$p' "$complete_zsh.whole"
  } > "$complete_zsh"
  rm "$complete_zsh.whole"
  find "$folder" -type d -exec chmod 755 '{}' +
  find "$folder" -type f -exec chmod 644 '{}' +
  chmod 755 "$folder/bin/downhill"
}

# A folder of our own that goes when the script ends.
make_draft() {
  draft=$(mktemp -d)
  trap 'rm -rf "$draft"' EXIT
  trap 'exit 1' HUP INT TERM
}

# Sets the prefix that is asked for, as an absolute path.
read_prefix() {
  prefix=
  while [ $# -gt 0 ]; do
    case $1 in
      --prefix=*) prefix=${1#--prefix=} ;;
      --prefix)
        [ $# -gt 1 ] || fail "--prefix: found nothing; expected a folder"
        shift
        prefix=$1
        ;;
      *) fail "found $1; expected --prefix FOLDER or nothing" ;;
    esac
    [ -n "$prefix" ] || fail "--prefix: found nothing; expected a folder"
    shift
  done
  case $prefix in
    '' | '~' | '~/'*)
      [ -n "${HOME-}" ] || fail "HOME is not set; expected --prefix FOLDER"
      if [ -z "$prefix" ]; then prefix=$HOME/.local; else prefix=$HOME${prefix#'~'}; fi
      ;;
    /*) ;;
    *) prefix=$PWD/$prefix ;;
  esac
  list=$prefix/share/downhill/installed
}

# The lines of the list: files, or with `/` at their end the folders that an installation has made.
# What is no path below the prefix counts for nothing.
listed() {
  [ -e "$list" ] || return 0
  grep -v -e '^/' -e '\(^\|/\)\.\.\(/\|$\)' -e '^$' "$list" || :
}

install_program() {
  read_prefix "$@"
  if [ -e "$prefix" ] && [ ! -d "$prefix" ]; then fail "$prefix: found a file; expected a folder"; fi
  # The program looks for its themes beside the folder that it really lies in.
  if [ -e "$prefix/bin" ]; then
    real=$(readlink -f "$prefix/bin")
    [ "$real" = "$(readlink -f "$prefix")/bin" ] ||
      fail "$prefix/bin leads to $real; expected a folder of $prefix (or --prefix ${real%/*})"
  fi
  # Tests bring a program of their own.
  if [ -n "${DOWNHILL_PROGRAM-}" ]; then binary=$DOWNHILL_PROGRAM; elif is_stale; then build; fi
  make_draft
  stage "$draft/new"
  : > "$draft/new/share/downhill/installed"
  (cd "$draft/new" && find . -type f | sed 's|^\./||' | LC_ALL=C sort) > "$draft/files"
  listed > "$draft/old"
  while IFS= read -r file; do
    if [ -e "$prefix/$file" ] || [ -L "$prefix/$file" ]; then
      grep -qxF -e "$file" "$draft/old" ||
        fail "$prefix/$file is there, and not from an installation; move it away first"
    fi
    folder=$(dirname "$file")
    while [ "$folder" != . ] && [ ! -e "$prefix/$folder" ]; do
      printf '%s/\n' "$folder"
      folder=$(dirname "$folder")
    done
  done < "$draft/files" > "$draft/made"
  grep '/$' "$draft/old" >> "$draft/made" || :
  # First the list: an installation that is cut short can be taken away, too.
  mkdir -p "$prefix/share/downhill" 2> /dev/null && [ -w "$prefix/share/downhill" ] ||
    fail "$prefix: may not be written; expected --prefix FOLDER of your own"
  cat "$draft/files" "$draft/made" "$draft/old" | LC_ALL=C sort -u > "$list"
  while IFS= read -r file; do
    [ "$file" != share/downhill/installed ] || continue
    { mkdir -p "$(dirname "$prefix/$file")" && cp -p "$draft/new/$file" "$prefix/$file.new" &&
      mv -f "$prefix/$file.new" "$prefix/$file"; } 2> "$draft/errors" ||
      fail "$prefix/$file: $(sed 's/.*: //' "$draft/errors" | head -n 1)"
  done < "$draft/files"
  grep -v '/$' "$draft/old" | while IFS= read -r file; do
    grep -qxF -e "$file" "$draft/files" || rm -f "$prefix/$file"
  done
  cat "$draft/files" "$draft/made" | LC_ALL=C sort -u > "$list"
  say "$prefix/bin/downhill, $(wc -l < "$draft/files" | tr -d ' ') files in $prefix"
  case :$PATH: in
    *":$prefix/bin:"*) ;;
    *) say "$prefix/bin is not in PATH; a line of your shell's file: PATH=\"$prefix/bin:\$PATH\"" ;;
  esac
  case $prefix in
    /usr | /usr/local) ;;
    *) say "zsh completes after: fpath=(\"$prefix/share/zsh/site-functions\" \$fpath)" ;;
  esac
  exit
}

uninstall_program() {
  read_prefix "$@"
  if [ ! -e "$list" ]; then
    say "nothing of downhill is installed in $prefix"
    exit
  fi
  make_draft
  # Folders after what lies in them; one that holds other things stays.
  listed | LC_ALL=C sort -r > "$draft/old"
  while IFS= read -r file; do
    case $file in
      share/downhill/installed) ;;
      */) ;;
      *)
        rm -f "$prefix/$file" 2> /dev/null ||
          fail "$prefix/$file: may not be removed; expected a folder of your own"
        ;;
    esac
  done < "$draft/old"
  rm -f "$list"
  grep '/$' "$draft/old" | while IFS= read -r folder; do
    rmdir "$prefix/$folder" 2> /dev/null || :
  done
  say "removed from $prefix"
  exit
}
