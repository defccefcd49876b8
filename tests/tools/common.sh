# shellcheck shell=bash
# What every script here shares: where things are, how to speak, and which compiler builds for the web.
# Sourced, never run. It changes nothing on the machine.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools="$root/tests/.tools"
export PATH="$tools/bin:$root/tests/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"

say() { printf '\n==> %s\n' "$*"; }

# One sentence on what to do next, then stop.
fail() {
  printf '\nerror: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# The version of a crate in Cargo.lock, so that no tool's version is written twice.
locked() {
  awk -v crate="\"$1\"" '$1 == "name" && $3 == crate { getline; gsub(/"/, "", $3); print $3; exit }' "$root/Cargo.lock"
}

# Sets wasm_toolchain to the rustup toolchain that can build std for wasm32: empty for the default one (target and
# rust-src present), `debian` for Debian's compiler linked under that name. Fails when neither is ready.
find_wasm_toolchain() {
  local lib
  lib=$(rustc --print sysroot)/lib/rustlib
  wasm_toolchain=
  if [ -d "$lib/wasm32-unknown-unknown/lib" ] && [ -d "$lib/src/rust/library" ]; then return 0; fi
  wasm_toolchain=debian
  [ -d /usr/lib/rustlib/src/rust/library ] && have wasm-ld-22 && rustc +debian -V >/dev/null 2>&1
}
