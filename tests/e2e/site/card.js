// A client card over the reference host with all sample data: `?now=`, `?locale=`, `?theme=`, `?width=`, `?client=`,
// `?host=none`, `?clients=10000` to make the base that long.
import { createReferenceHost } from '/reference-host.js';

const asked = new URLSearchParams(location.search);
const now = asked.get('now') ?? '1998-05-07';
const load = async (name) => (await fetch(`/data/${name}.json`)).json();
const [data, records] = await Promise.all(['northwind', 'records'].map(load));
data.records = records;
for (let number = data.companies.length; number < Number(asked.get('clients')); number++) {
  data.companies.push({ ...data.companies[number % 91], id: `C${number}`, name: `${data.companies[number % 91].name} ${number}` });
}
const host = createReferenceHost(data, { today: now, workspace: 'card', user: { id: 'ann', name: 'Ann' } });
window.host = host;

const card = document.createElement('sapa-client-card');
card.id = 'card';
card.now = now;
card.workspace = 'card';
card.user = 'ann';
for (const name of ['locale', 'theme', 'client', 'density']) if (asked.has(name)) card[name] = asked.get(name);
if (asked.get('host') === 'none') card.data = data;
else card.host = host;
const place = document.querySelector('#place');
if (asked.has('width')) place.style.maxInlineSize = `${asked.get('width')}px`;
place.append(card);
