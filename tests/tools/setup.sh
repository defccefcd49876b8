#!/usr/bin/env bash
# Installs what a purpose needs and the machine lacks, saying what and why; what is there is left alone.
#
#   tests/tools/setup.sh build      compile and pack the module
#   tests/tools/setup.sh test       the above, and Chromium and WebKit with their drivers
#   tests/tools/setup.sh firefox    Firefox with its driver
#   tests/tools/setup.sh audit      the licence and dependency checker
#
# Written for Debian 12 with rustup, node and npm present. Elsewhere it names what is missing. Tools built from source go
# to tests/.tools, so they change nothing for other projects.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
source "$here/need.sh"
source "$here/rust.sh"
source "$here/node.sh"
source "$here/browsers.sh"

[ $# -gt 0 ] || fail "usage: tests/tools/setup.sh build|test|firefox|audit ..."

for purpose in "$@"; do
  case $purpose in
    build)
      need_rust
      need_wasm_compiler
      need_wasm_bindgen
      need_trunk
      need_npm_packages
      ;;
    test)
      "$here/setup.sh" build
      need_lints
      need_chromium
      need_webkit
      ;;
    firefox) need_firefox ;;
    audit)
      need_rust
      need_cargo_deny
      ;;
    *) fail "unknown purpose '$purpose': build, test, firefox or audit" ;;
  esac
done
