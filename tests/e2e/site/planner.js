// The planner over the reference host with the sample data, as the address asks for it.
import '/sapa.js';
import { createReferenceHost } from '/reference-host.js';

const query = new URLSearchParams(location.search);
const planner = document.querySelector('#planner');
for (const name of ['locale', 'theme', 'client', 'density']) if (query.has(name)) planner.setAttribute(name, query.get(name));
planner.setAttribute('now', query.get('now') ?? '1998-05-07');

const files = ['/data/northwind.json', '/data/records.json'];
const [data, records] = await Promise.all(files.map(async (file) => (await fetch(file)).json()));
if (query.has('none')) records.meeting = [];
for (let n = 0; n < Number(query.get('more') ?? 0); n++) {
  // Eight a working day, through the year, on top of each other here and there.
  const day = new Date(Date.UTC(1998, 0, 1 + Math.floor(n / 8) % 365)).toISOString().slice(0, 10);
  const hour = String(8 + (n * 7) % 10).padStart(2, '0');
  const { id } = data.companies[n % data.companies.length];
  records.meeting.push({ id: `more-${n}`, kind: n % 3 ? 'call' : 'meeting', status: 'planned', clientId: id, title: `Talk ${n}`, start: `${day}T${hour}:${n % 2 ? '30' : '00'}`, minutes: 30 });
}
data.records = records;
const host = createReferenceHost(data, { workspace: 'planner', zone: query.get('zone') ?? 'UTC', today: planner.getAttribute('now') });
Object.assign(window, { referenceHost: host });
planner.host = host;
