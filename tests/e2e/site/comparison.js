// The comparison over the reference host with the sample records. The address says the day (`now`), the language (`locale`),
// the scheme (`theme`), and by `bad` that some of the records are bad on purpose, or by `none` that there are none.

import '/sapa.js';
import { createReferenceHost } from '/reference-host.js';

const wanted = new URLSearchParams(location.search);
const now = wanted.get('now') ?? '1998-05-07';
const [data, records] = await Promise.all(
  ['/data/northwind.json', '/data/records.json'].map(async (file) => (await fetch(file)).json()));
if (wanted.has('bad')) spoil(records);
if (!wanted.has('none')) data.records = records;

const theme = wanted.get('theme') ?? 'light';
document.documentElement.style.colorScheme = theme;
const host = createReferenceHost(data, { today: now, workspace: 'comparison', user: { id: 'e2e', name: 'E2E' } });
const widget = document.querySelector('#comparison');
Object.assign(widget, { now, theme, locale: wanted.get('locale') ?? 'en', host });
Object.assign(window, { host });

/** Facts as careless people leave them, and HTML in every field that is shown. */
function spoil({ competitor, competitorProduct, criterion, fact, objection }) {
  const html = '<img src=x onerror="document.title=\'run\'"><b>bold</b>';
  competitor.find(({ id }) => id === 'LUMEN').note = html;
  competitor.find(({ id }) => id === 'LUMEN').name = `Lumen ${html}`;
  competitorProduct.find(({ id }) => id === 'LUMEN-1').name = `Tea ${html}`;
  criterion.find(({ id }) => id === 'returns').name = `Returns ${html}`;
  const of = (product, about) => fact.find((fact) => fact.competitorProductId === product && fact.criterionId === about);
  of('LUMEN-1', 'returns').text = html;
  of('LUMEN-1', 'packing').source = { kind: 'site', text: 'javascript:document.title="run"' };
  of('LUMEN-1', 'price').seen = '2098-01-01';
  of('HARBOUR-1', 'stockDays').unit = 'weeks';
  objection[0].wording = `price ${html}`;
}
