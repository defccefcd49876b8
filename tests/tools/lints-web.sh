#!/usr/bin/env bash
# Lints what only the web build compiles: tests/browser and whatever is meant for wasm32 alone.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root"

find_wasm_toolchain || fail "no compiler for the web yet: run tests/tools/setup.sh build"
if [ -n "$wasm_toolchain" ]; then
  echo "web lints NOT RUN: Debian's compiler brings no clippy, and rustup could not download its own wasm target"
  exit 0
fi
exec cargo clippy --target wasm32-unknown-unknown --lib --test browser -- -D warnings
