// The people at each client's: Northwind names one, with a position. The part each has in a decision, the form of address
// and up to two colleagues are invented.

import { chance } from "./chance.mjs";

/** How people of a country are addressed, and names for those who are invented there. @typedef {{ man: string, woman: string, men: string[], women: string[], families: string[] }} Manners */

/** @type {Record<string, Manners>} */
const MANNERS = {
  german: {
    man: "Herr",
    woman: "Frau",
    men: ["Jürgen", "Stefan", "Uwe", "Matthias"],
    women: ["Sabine", "Petra", "Monika", "Anke"],
    families: ["Brandt", "Vogel", "Lorenz", "Seidel", "Kühn", "Albrecht"],
  },
  french: {
    man: "Monsieur",
    woman: "Madame",
    men: ["Olivier", "Thierry", "Bruno", "Luc"],
    women: ["Nathalie", "Sylvie", "Hélène", "Odile"],
    families: ["Marchand", "Lefort", "Garnier", "Blondeau", "Roche", "Tissot"],
  },
  english: {
    man: "Mr",
    woman: "Ms",
    men: ["Graham", "Neil", "Douglas", "Keith"],
    women: ["Susan", "Joanna", "Rachel", "Diane"],
    families: ["Hartley", "Pearce", "Lowell", "Whitfield", "Barker", "Osborne"],
  },
  spanish: {
    man: "Señor",
    woman: "Señora",
    men: ["Rafael", "Ignacio", "Javier", "Tomás"],
    women: ["Pilar", "Teresa", "Lucía", "Rosa"],
    families: ["Navarro", "Ibáñez", "Cordero", "Salas", "Vega", "Molina"],
  },
  portuguese: {
    man: "Senhor",
    woman: "Senhora",
    men: ["Rui", "Marcelo", "Tiago", "Álvaro"],
    women: ["Beatriz", "Sónia", "Helena", "Cláudia"],
    families: ["Moreira", "Teixeira", "Barros", "Nunes", "Pires", "Leite"],
  },
  italian: {
    man: "Signor",
    woman: "Signora",
    men: ["Marco", "Stefano", "Enrico", "Luca"],
    women: ["Silvia", "Elena", "Chiara", "Laura"],
    families: ["Ferri", "Galli", "Bassi", "Conti", "Marini", "Testa"],
  },
  // People of the north are called by their first names.
  nordic: {
    man: "",
    woman: "",
    men: ["Lars", "Henrik", "Olav", "Jukka"],
    women: ["Ingrid", "Kirsten", "Solveig", "Aino"],
    families: ["Lindqvist", "Dahl", "Sørensen", "Nieminen", "Holm", "Berg"],
  },
  polish: {
    man: "Pan",
    woman: "Pani",
    men: ["Marek", "Tomasz"],
    women: ["Ewa", "Agnieszka"],
    families: ["Nowicki", "Zieliński", "Maj"],
  },
};

/** @type {Record<string, keyof typeof MANNERS>} */
const BY_COUNTRY = {
  Germany: "german",
  Austria: "german",
  Switzerland: "german",
  France: "french",
  Belgium: "french",
  USA: "english",
  UK: "english",
  Ireland: "english",
  Canada: "english",
  Mexico: "spanish",
  Spain: "spanish",
  Venezuela: "spanish",
  Argentina: "spanish",
  Brazil: "portuguese",
  Portugal: "portuguese",
  Italy: "italian",
  Sweden: "nordic",
  Denmark: "nordic",
  Norway: "nordic",
  Finland: "nordic",
  Poland: "polish",
};

/** First names among Northwind's contacts that are women's. Who is neither here nor below is addressed by the whole name. */
const WOMEN =
  "Maria Ana Christina Hanna Elizabeth Victoria Janine Ann Martine Carine Patricia Helen Annette Renate Catherine Yvonne Henriette Marie Isabel Lúcia Paula Janete Alejandra Jytte Pascale Liz Karin Anabela Mary Rita Pirkko Laurence Frédérique";
const MEN =
  "Antonio Thomas Martín Patricio Francisco Pedro Sven Roland Diego Peter Paolo Lino Eduardo José André Howard Manuel Mario Carlos Philip Daniel John Jaime Felipe Giovanni Jean Alexander Simon Guillermo Georg Bernardo Horst Sergio Maurizio Michael Jonas Jose Art Miguel Helvetius Palle Paul Karl Matti Zbyszek";

/** @type {readonly (readonly [RegExp, string])[]} */
const ROLES = [
  [/Owner/, "decides"],
  [/Manager/, "influences"],
  [/./, "uses"],
];

/** Positions of those who are invented, with their part in a decision. @type {readonly (readonly [string, string])[]} */
const POSITIONS = [
  ["Managing Director", "decides"],
  ["Head of Purchasing", "decides"],
  ["Buyer", "influences"],
  ["Warehouse Manager", "uses"],
  ["Financial Controller", "blocks"],
];

/** Two clients at whom nobody has yet been found who decides: what the card and the planner are to notice. */
const UNKNOWN_DECIDER = new Set(["LONEP", "FOLKO"]);

/** All people, by client. @param {any} northwind */
export function people(northwind) {
  return northwind.customers.flatMap((/** @type {any} */ customer) => {
    const first = {
      id: `${customer.id}-1`,
      clientId: customer.id,
      name: customer.contact,
      title: customer.title,
      formOfAddress: address(customer.contact, MANNERS[BY_COUNTRY[customer.country]]),
      role: UNKNOWN_DECIDER.has(customer.id) ? "uses" : ROLES.find(([title]) => title.test(customer.title))?.[1],
      phone: customer.phone,
      ...(customer.fax ? { fax: customer.fax } : {}),
      sampleFields: ["formOfAddress", "role"],
    };
    return [first, ...colleagues(customer, first)];
  });
}

/** @param {any} customer @param {any} first the colleague Northwind knows */
function colleagues(customer, first) {
  if (customer.id === "WOLZA") return [ANNA];
  const luck = chance(`people ${customer.id}`);
  const manners = MANNERS[BY_COUNTRY[customer.country]];
  const open = POSITIONS.filter(([, role]) => role !== "decides" || !UNKNOWN_DECIDER.has(customer.id));
  const count = luck.weighed([
    [20, 0],
    [50, 1],
    [30, 2],
  ]);
  /** @type {any[]} */
  const made = [];
  for (let n = 0; n < count; n++) {
    const woman = luck.happens(50);
    const name = `${luck.pick(woman ? manners.women : manners.men)} ${luck.pick(manners.families)}`;
    const [title, role] = n === 0 && first.role !== "decides" && luck.happens(70) ? open[0] : luck.pick(open.slice(1));
    made.push({
      id: `${customer.id}-${n + 2}`,
      clientId: customer.id,
      name,
      title,
      formOfAddress: spoken(name, woman ? manners.woman : manners.man),
      role,
      sample: true,
    });
  }
  // Whoever does not decide reports to whoever does.
  const head = [first, ...made].find(({ role }) => role === "decides");
  for (const person of made) if (head && person !== head) person.reportsTo = head.id;
  if (head && head !== first)
    Object.assign(first, { reportsTo: head.id, sampleFields: [...first.sampleFields, "reportsTo"] });
  return made;
}

/** Someone addressed by first name and patronymic. */
const ANNA = {
  id: "WOLZA-2",
  clientId: "WOLZA",
  name: "Анна Петровна Соколова",
  title: "Head of Purchasing",
  formOfAddress: "Анна Петровна",
  role: "influences",
  reportsTo: "WOLZA-1",
  sample: true,
};

/** @param {string} name @param {Manners} manners */
function address(name, manners) {
  const given = name.split(" ")[0];
  if (WOMEN.split(" ").includes(given)) return spoken(name, manners.woman);
  if (MEN.split(" ").includes(given)) return spoken(name, manners.man);
  return name;
}

/** @param {string} name @param {string} honorific */
function spoken(name, honorific) {
  const family = / (de .+|\S+)$/.exec(name)?.[1];
  return honorific === "" ? name.split(" ")[0] : `${honorific} ${family}`;
}
