// Hands one host to every widget of the page, so what one chooses the others show.

import { sampleHost } from './page.js';

const host = await sampleHost();
for (const calculator of document.querySelectorAll('sapa-discount-calculator')) calculator.host = host;
