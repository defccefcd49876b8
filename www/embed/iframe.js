// Both sides name the exact origin of the other: this page in `origins`, the frame in `origin` of its address.
// `?child=http://127.0.0.1:8081` takes the frame from there instead of from this site.

import { attachFrame } from '../host-frame.js';
import { sampleHost } from './page.js';

const child = new URLSearchParams(location.search).get('child') ?? location.origin;
const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('#frame'));

attachFrame(frame, await sampleHost(), { origins: [child] });

const source = new URL(new URL('../frame.html', location.href).pathname, child);
source.searchParams.set('widget', 'discount-calculator');
source.searchParams.set('origin', location.origin);
source.searchParams.set('client', 'ALFKI');
frame.src = source.href;
