// Finishes what Trunk has built: turns its staging folder into the folder that is demonstrated, tested and shipped.
// Trunk runs this after every build (Trunk.toml). Each step is one file beside this one.

import { env } from 'node:process';
import { addBundles } from './bundle.mjs';
import { addGlue } from './glue.mjs';
import { addOfflineList } from './offline.mjs';
import { addOrder } from './order.mjs';
import { addPackage } from './package.mjs';
import { addSources } from './sources.mjs';

const { TRUNK_STAGING_DIR: dist, TRUNK_SOURCE_DIR: root } = env;
if (!dist || !root) throw new Error('This runs inside a Trunk build: trunk build --release');

await addGlue(dist);
await addOrder(dist);
await addSources(root, dist);
await addPackage(root, dist);
// After the version is in place, as both bundles hold it.
await addBundles(dist);
// Last: it lists what the others have written.
await addOfflineList(dist);
