#!/usr/bin/env bash
# Builds the demo and serves it until it is interrupted. PORT=1234 asks for a port; otherwise the first free from 8080,
# which tends to be the same each time, so quotes kept by the browser are found again.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
cd "$root"

"$here/setup.sh" build
say "building the demo"
"$here/env.sh" release trunk build --release
say "the demo is at the address below; Ctrl+C ends it"
exec node "$here/serve.mjs" dist --near 8080
