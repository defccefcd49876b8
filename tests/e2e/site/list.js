// A calculator over the sample data with another price list: `?list=` is JSON whose members replace the list's, `?lists=` is JSON
// of further lists, `?weight=` what every product but Chang weighs; `?host` hands it all over through a host; `?locale=`,
// `?theme=`, `?width=`, `?client=`.
import { createReferenceHost } from '/reference-host.js';

const asked = new URLSearchParams(location.search);
const load = async (name) => (await fetch(`/data/${name}.json`)).json();
const data = await load('northwind');
Object.assign(data.priceList, JSON.parse(asked.get('list') ?? '{}'));
data.priceLists = JSON.parse(asked.get('lists') ?? '[]');
if (asked.has('weight')) {
  for (const product of data.products) if (product.name !== 'Chang') product.weightKg = asked.get('weight');
}

const calculator = document.createElement('sapa-discount-calculator');
calculator.id = 'calculator';
calculator.now = '1998-05-07';
// What was written by one list is not kept for another.
calculator.workspace = `list${location.search}`;
calculator.user = 'ann';
for (const name of ['locale', 'theme', 'client']) if (asked.has(name)) calculator[name] = asked.get(name);
if (asked.has('host')) calculator.host = createReferenceHost(data, { today: '1998-05-07' });
else calculator.data = data;
const place = document.querySelector('#place');
if (asked.has('width')) place.style.maxInlineSize = `${asked.get('width')}px`;
place.append(calculator);
