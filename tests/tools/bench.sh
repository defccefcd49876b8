#!/usr/bin/env bash
# Builds what is shipped and measures it: sizes; a quote of 10,000 lines beside the libraries that others price with; and
# main-thread work per key press in quotes of 50 and of 1,000 lines and in the search among 10,000 clients. Both in Chromium;
# it fails if either falls short of its aim.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
cd "$root"

"$here/setup.sh" test
"$here/dist.sh"
export SAPA_DIST=dist SAPA_ENGINES=chromium
status=0
say "a quote of 10,000 lines"
node tests/bench/build.mjs
SAPA_BENCH=quote "$here/env.sh" native cargo test --test e2e || status=1
say "work per key press"
SAPA_BENCH=keypress "$here/env.sh" native cargo test --test e2e || status=1
exit "$status"
