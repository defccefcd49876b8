#!/usr/bin/env bash
# Builds what is shipped and measures it: sizes, and main-thread work per key press in a 50-line quote in Chromium.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
cd "$root"

"$here/setup.sh" test
"$here/dist.sh"
say "work per key press"
SAPA_DIST=dist SAPA_ENGINES=chromium SAPA_BENCH=keypress "$here/env.sh" native cargo test --test e2e
