// Three weeks of appointments around the day the sample data end, and what came before with two clients who never sign.
// All of it is invented.

import { chance } from "./chance.mjs";
import { addDays } from "./days.mjs";

/** @type {readonly (readonly [string, string, string, boolean, readonly string[]])[]} Purpose, title, place, whether in person, what to bring. */
const KINDS = [
  ["presentation", "Tasting of the new range", "At the client's", true, ["Samples", "Price list"]],
  ["introduction", "First talk about their needs", "At the client's", true, ["Catalogue"]],
  ["contract", "Yearly agreement", "Our office", true, ["Agreement, two copies", "Terms of payment"]],
  ["documents", "Papers for the next delivery", "At the client's", true, ["Certificate of origin"]],
  ["presentation", "Review of the last quarter", "By telephone", false, ["Figures of the quarter"]],
];

/** The day before is for calling, the next for meeting, and so on: times of day, and whether in person. */
const CALL_DAY = ["09:00", "09:30", "10:15", "11:00", "14:00", "15:30"];
const MEETING_DAY = ["09:30", "11:30", "14:00", "16:00"];

/** With these, several meetings were held and nobody who decides was there. */
const STUCK = ["LONEP", "FOLKO"];

/**
 * @param {any} northwind
 * @param {any[]} contacts
 * @param {string} asOf
 */
export function meetings(northwind, contacts, asOf) {
  const bought = new Map();
  for (const { customer_id } of northwind.orders) bought.set(customer_id, (bought.get(customer_id) ?? 0) + 1);
  const clients = [...bought].sort(([, m], [, n]) => n - m).map(([id]) => id);
  const made = [...weeks(clients.slice(0, 40), contacts, asOf), ...history(asOf), ...standing(asOf)];
  return made
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((each, n) => ({ id: `M-${n + 1}`, ...each, sample: true }));
}

/** Monday of the week before to Friday of the week after. @param {string[]} clients @param {any[]} contacts @param {string} asOf */
function weeks(clients, contacts, asOf) {
  const luck = chance("meetings");
  const monday = addDays(asOf, -7 - ((new Date(asOf).getUTCDay() + 6) % 7));
  /** @type {any[]} */
  const made = [];
  for (let day = 0, working = 0; day < 21; day++) {
    const date = addDays(monday, day);
    if (day % 7 > 4) continue;
    const inPerson = working++ % 2 === 1;
    for (const time of inPerson ? MEETING_DAY : CALL_DAY) {
      if (luck.happens(date > addDays(asOf, 5) ? 45 : 15)) continue;
      const clientId = clients[(made.length * 7) % clients.length];
      const people = contacts.filter((person) => person.clientId === clientId);
      const person = luck.pick(people);
      const [purpose, title, place, , items] = luck.pick(KINDS.filter((kind) => !inPerson || kind[3]));
      const past = date < asOf;
      made.push({
        kind: inPerson ? "meeting" : "call",
        status: past || luck.happens(60) ? "confirmed" : "planned",
        clientId,
        contactId: person.id,
        title: inPerson ? title : "Call",
        ...(inPerson
          ? { place, purpose, checklist: items.map((text) => ({ text, ready: past || luck.happens(50) })) }
          : {}),
        start: `${date}T${time}`,
        minutes: inPerson ? 60 : 20,
        ...(past ? { outcome: outcome(luck, person, date) } : {}),
      });
    }
  }
  return made;
}

/** @param {ReturnType<typeof chance>} luck @param {any} person @param {string} date */
function outcome(luck, person, date) {
  const attendance = luck.weighed([
    [66, "held"],
    [6, "substitute"],
    [14, "noShow"],
    [8, "movedByClient"],
    [6, "cancelledInTime"],
  ]);
  return { attendance, decisionMaker: attendance === "held" && person.role === "decides", logged: `${date}T17:00:00Z` };
}

/** @param {string} asOf */
function history(asOf) {
  return STUCK.flatMap((clientId, n) =>
    [62, 41, 20].map((ago) => {
      const date = addDays(asOf, -ago - n);
      return {
        kind: "meeting",
        status: "confirmed",
        clientId,
        contactId: `${clientId}-1`,
        title: "Talk about a yearly agreement",
        place: "At the client's",
        purpose: "contract",
        start: `${date}T10:00`,
        minutes: 60,
        outcome: { attendance: "held", decisionMaker: false, logged: `${date}T17:00:00Z` },
      };
    }),
  );
}

/** What comes every week, and a fair. @param {string} asOf */
function standing(asOf) {
  const monday = addDays(asOf, -28 - ((new Date(asOf).getUTCDay() + 6) % 7));
  return [
    {
      kind: "meeting",
      status: "confirmed",
      title: "Sales team",
      place: "Our office",
      start: `${monday}T08:15`,
      minutes: 30,
      rrule: "FREQ=WEEKLY;BYDAY=MO",
    },
    {
      kind: "event",
      status: "planned",
      title: "Food fair: invite clients to our stand",
      place: "Exhibition hall 3",
      start: `${addDays(monday, 43)}T10:00`,
      minutes: 480,
      checklist: [
        { text: "Invitations sent", ready: true },
        { text: "Reminder calls made", ready: false },
        { text: "Samples packed", ready: false },
      ],
    },
  ];
}
