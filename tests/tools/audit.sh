#!/usr/bin/env bash
# Licences, bans and sources of every dependency, always; known advisories where their database can be reached.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
cd "$root"
"$here/setup.sh" audit

deny() { cargo deny --all-features --config .cargo/deny.toml "$@"; }

say "licences, bans and sources"
deny check licenses bans sources

say "advisories"
if timeout 120 cargo deny --config .cargo/deny.toml fetch db; then
  deny check advisories
  echo "audit: licences, bans, sources and advisories are in order"
else
  echo "audit: licences, bans and sources are in order; advisories NOT CHECKED, because their database cannot be reached from here"
fi
