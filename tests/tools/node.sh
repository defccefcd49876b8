# shellcheck shell=bash
# Node and the npm packages of tests/package.json.

need_npm_packages() {
  have node && have npm || fail "node and npm are missing: install node 20 or newer from your system or https://nodejs.org"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "node is version $major, 20 or newer is needed: https://nodejs.org"

  # npm writes this file last, so it is as new as the installed packages.
  [ "$root/tests/node_modules/.package-lock.json" -nt "$root/tests/package-lock.json" ] && return 0
  say "installing npm packages into tests/node_modules (wasm-opt shrinks the module, esbuild the scripts, tsc checks types, axe-core checks accessibility)"
  npm ci --prefix "$root/tests" --no-audit --no-fund || fail "could not install: npm ci --prefix tests"
}
