#!/usr/bin/env bash
# Builds dist/, the one artifact that is demonstrated, tested and shipped, and prints the size of each file.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/common.sh"
cd "$root"

"$here/setup.sh" build
say "building dist/"
"$here/env.sh" release trunk build --release
node "$here/sizes.mjs"
