#!/usr/bin/env bash
# Checks the types of every hand-written script, as strictly as TypeScript can: the sources of what dist ships, pages against
# the emitted sapa.d.ts; the service worker; the tools of this folder; and the page that measures.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$root/tests"

# The glue is wasm-bindgen's own writing: its types stand in for it. They are not shipped, as sapa.d.ts is the public word.
rm -rf out/types
mkdir -p out/types
node --input-type=module -e "
import { addSources } from './tools/dist/sources.mjs';
await addSources('..', 'out/types');
"
cp ../dist/sapa.d.ts out/types
wasm-bindgen --target web --out-dir out/types --out-name sapa-wasm \
  "${CARGO_TARGET_DIR:-$root/target}/wasm32-unknown-unknown/release/sapa.wasm"
rm out/types/sapa-wasm.js
# The glue repeats the bridge's types, which import these; what they take of the public types is published in sapa.d.ts.
cp ../src/bridge/records.ts out/types
mkdir -p out/api
echo "export * from '../types/sapa';" > out/api/types.d.ts

for project in tsconfig.json tsconfig.worker.json tsconfig.tools.json tsconfig.bench.json; do
  echo "tsc --project tests/$project"
  tsc --project "$project"
done
