// Hands one host to every widget of the page, so what one chooses the others show.

import { sampleHost } from './page.js';

/** Every widget there is. */
const TAGS = 'sapa-client-card, sapa-discount-calculator, sapa-meeting-planner, sapa-competitor-comparison';

const host = await sampleHost();
for (const widget of document.querySelectorAll(TAGS)) Object.assign(widget, { host });
