# shellcheck shell=bash
# The two ways in which something is installed: a Debian package or a Rust program.

# need_packages WHY PACKAGE...
need_packages() {
  local why=$1 sudo=
  shift
  say "installing $* ($why)"
  have apt-get || fail "this machine has no apt-get: install by hand what Debian calls $*"
  if [ "$(id -u)" != 0 ]; then
    have sudo || fail "as root: apt-get install $*"
    sudo=sudo
  fi
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" ||
    fail "could not install: apt-get install $*"
}

# need_program WHY CRATE VERSION [FLAG...]: a program of the crate's own name, or of its main binary.
need_program() {
  local why=$1 crate=$2 version=$3
  shift 3
  say "installing $crate $version ($why)"
  if cargo binstall -V >/dev/null 2>&1; then
    cargo binstall --no-confirm --root "$tools" "$crate@$version" && return 0
    say "no prebuilt $crate; compiling it"
  fi
  need_c_compiler
  cargo install --root "$tools" --version "$version" "$@" "$crate" ||
    fail "could not install: cargo install --version $version $* $crate"
}

need_c_compiler() {
  have cc || need_packages "rustc links with it" build-essential
}
