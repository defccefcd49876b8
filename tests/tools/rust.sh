# shellcheck shell=bash
# The compiler for the web and the programs around it.

need_rust() {
  have rustup || fail "Rust is missing: install it from https://rustup.rs, then run this again"
  rustc -V >/dev/null 2>&1 || fail "rustup has no default toolchain: rustup default stable"
  need_c_compiler
}

need_lints() {
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 && return 0
  say "installing rustfmt and clippy (formatting and lints are part of the tests)"
  rustup component add rustfmt clippy || fail "could not install: rustup component add rustfmt clippy"
}

# std is rebuilt for size in a release, so its source is needed beside the target. Where rustup cannot download, Debian's
# own compiler for web browsers does the same.
need_wasm_compiler() {
  find_wasm_toolchain && return 0
  say "installing the wasm32-unknown-unknown target and rust-src (compiling for the web)"
  if timeout 300 rustup target add wasm32-unknown-unknown && timeout 300 rustup component add rust-src; then
    find_wasm_toolchain && return 0
  fi
  need_packages "rustup could not download; Debian's compiler builds for the web" rustc-web cargo-web rust-web-src lld-22
  rustup toolchain link debian /usr
  find_wasm_toolchain || fail "no compiler for wasm32-unknown-unknown: rustup target add wasm32-unknown-unknown"
}

need_wasm_bindgen() {
  local version
  version=$(locked wasm-bindgen)
  [ -n "$version" ] || fail "Cargo.lock names no wasm-bindgen"
  [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ] && have wasm-bindgen-test-runner && return 0
  need_program "writes the JavaScript side of the module, and runs the browser tests" wasm-bindgen-cli "$version"
}

# 0.21.14 is the newest that today's stable compiler builds; newer ones ask for a newer compiler.
need_trunk() {
  local version=0.21.14
  [ "$(trunk --version 2>/dev/null)" = "trunk $version" ] && return 0
  need_program "builds the page" trunk "$version" --locked --no-default-features
}

need_cargo_deny() {
  have cargo-deny && return 0
  need_program "checks licences, sources and advisories of dependencies" cargo-deny 0.20.2 --locked --no-default-features
}
