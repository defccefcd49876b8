// The sample data in the demo's language. What was invented for them is said in it: promises, entries, meetings, criteria,
// promotions, positions. Names of clients, people and products stay as they are.

/** @import { Catalogue, HostRequest } from './sapa.js' */

/** One text in every language of the demo; `{product}` stands for any name. @typedef {{ en: string, id: string, ru: string }} Words */

/** The members that hold such texts, in whichever record. */
const MEMBERS = new Set(['name', 'note', 'place', 'text', 'title', 'unit']);

const PLACEHOLDER = '{product}';

/**
 * What says the sample's texts in a language, whichever language they are in. Any other text, such as one a person wrote, is
 * left as it is.
 *
 * @param {readonly Words[]} all
 * @param {string} locale One of `en`, `id`, `ru`; anything else is said in English.
 * @returns {<T extends Catalogue | HostRequest>(value: T) => T} a copy in the language
 */
export function translator(all, locale) {
  /** @type {Map<string, string>} */
  const whole = new Map();
  /** @type {[before: string, after: string, said: string][]} */
  const around = [];
  for (const words of all) {
    const said = locale === 'id' || locale === 'ru' ? words[locale] : words.en;
    for (const text of Object.values(words)) {
      const [before, after] = text.split(PLACEHOLDER);
      if (after === undefined) whole.set(text, said);
      else around.push([before, after, said]);
    }
  }
  /** @param {string} text */
  const say = (text) => {
    const found = whole.get(text);
    if (found !== undefined) return found;
    const form = around.find(([before, after]) => text.startsWith(before) && text.endsWith(after));
    if (!form) return text;
    const [before, after, said] = form;
    return said.replace(PLACEHOLDER, () => text.slice(before.length, text.length - after.length));
  };
  return (value) => copy(value, say);
}

/** @param {any} value @param {(text: string) => string} say @returns {any} */
function copy(value, say) {
  if (Array.isArray(value)) return value.map((item) => copy(item, say));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      MEMBERS.has(name) && typeof item === 'string' ? say(item) : copy(item, say),
    ]),
  );
}
