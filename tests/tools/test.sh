#!/usr/bin/env bash
# Installs what is missing, then runs everything in the order of how soon it can fail, and stops at the first failure.
#
# ENGINES="chromium webkit" names the browsers of the end-to-end suite; ENGINES=all adds firefox.
# What each step printed is kept in tests/out/. The last line counts the tests of all suites.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
source "$here/step.sh"
cd "$root"

case ${ENGINES:-} in
  '') engines="chromium webkit" ;;
  all) engines="chromium webkit firefox" ;;
  *) engines=$ENGINES ;;
esac
setup=test
[[ $engines != *firefox* ]] || setup="test firefox"

native=(tests/tools/env.sh native)
web=(tests/tools/env.sh wasm-test)
wasm=(--target wasm32-unknown-unknown)

# shellcheck disable=SC2086 # purposes are words
step set-up nothing tests/tools/setup.sh $setup
step format nothing cargo fmt --check
step lints nothing cargo clippy --all-targets -- -D warnings
step lints-web nothing tests/tools/lints-web.sh
step native cargo "${native[@]}" cargo test --lib --test it
step examples cargo "${native[@]}" cargo test --doc
step contract node node --test tests/contract/*.test.js
step browser cargo "${web[@]}" cargo test "${wasm[@]}" --test browser
step build nothing tests/tools/env.sh release trunk build --release
step types nothing tests/tools/types.sh
step end-to-end lines env SAPA_DIST=dist SAPA_ENGINES="$engines" "${native[@]}" cargo test --test e2e
step sizes nothing node tests/tools/sizes.mjs
finish
