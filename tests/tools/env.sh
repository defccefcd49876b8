#!/usr/bin/env bash
# Runs one command in the environment its purpose needs:
#
#   tests/tools/env.sh release trunk build --release     the shipped module: std is built too, for its size
#   tests/tools/env.sh wasm-test cargo test --target wasm32-unknown-unknown --test browser
#   tests/tools/env.sh native cargo test --test it       the default toolchain and the tools on PATH
#
# All share the one target directory. Only the release build rebuilds std: doing so for tests would cost minutes and
# change nothing that they check.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

purpose=${1:-}
shift || true
[ $# -gt 0 ] || fail "usage: tests/tools/env.sh native|wasm-test|release COMMAND..."

build_std() {
  # -Zbuild-std is a nightly flag; this variable lets a stable compiler take it.
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
}

wasm() {
  find_wasm_toolchain || fail "no compiler for the web yet: run tests/tools/setup.sh build"
  if [ -n "$wasm_toolchain" ]; then
    # Debian's compiler comes without a std for wasm and without rust-lld.
    export RUSTUP_TOOLCHAIN=$wasm_toolchain
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
    build_std
  fi
}

case $purpose in
  native) ;;
  release)
    wasm
    build_std
    export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
    # Views lose their types at component borders, or each would be compiled for every place it stands in. A panic is a
    # bare trap: elements/instance.js notices it and starts a fresh instance, so its message would be dead weight.
    # Without source locations the module names no path of the machine that built it. The attribute that has a function compiled
    # for speed is one that only this build may use.
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='--cfg=erase_components --cfg=optimize_attribute -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none'
    # Trunk wants to hear which wasm-opt it will find; npm's lock decides.
    export TRUNK_TOOLS_WASM_OPT
    TRUNK_TOOLS_WASM_OPT=$(wasm-opt --version | awk '{ print "version_" $3 }')
    ;;
  wasm-test)
    wasm
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
    export CHROMEDRIVER=${CHROMEDRIVER:-/usr/bin/chromedriver}
    export WASM_BINDGEN_TEST_WEBDRIVER_JSON="$root/tests/tools/chromium.json"
    # The first start of a browser on a small machine takes longer than the runner's own 20 seconds.
    export WASM_BINDGEN_TEST_TIMEOUT=120
    ;;
  *) fail "unknown purpose '$purpose': native, wasm-test or release" ;;
esac

exec "$@"
