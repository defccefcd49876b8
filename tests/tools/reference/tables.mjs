// The tables of the reference, as Markdown.

import { declarationOf, tagsOf } from './manifest.mjs';

/** @typedef {import('./manifest.mjs').Manifest} Manifest */
/** @typedef {import('./manifest.mjs').Declaration} Declaration */
/** @typedef {import('./manifest.mjs').Entry} Entry */

const NONE = '–';

/**
 * The text with every table between its markers made anew.
 *
 * @param {string} text
 * @param {Manifest} manifest
 * @param {Map<string, string>} messages
 */
export function fill(text, manifest, messages) {
  return text.replace(/(<!-- table: (\w+) ?([\w-]*) -->\n)[\s\S]*?(<!-- end -->)/g, (_, start, kind, of, end) => {
    const make = TABLES[kind];
    if (!make) throw new Error(`www/reference.md asks for a table of ${kind}, which nobody makes`);
    return `${start}${make(manifest, of, messages)}\n${end}`;
  });
}

/** Each table: of what, of which tag. @type {Record<string, (manifest: Manifest, of: string, messages: Map<string, string>) => string>} */
const TABLES = {
  tags: (manifest) => table(['tag', 'name for `mount()`', 'what it is for'], tagsOf(manifest).map(tagRow)),
  attributes: (manifest, of) => attributes(declarationOf(manifest, of)),
  properties: (manifest, of) => properties(declarationOf(manifest, of)),
  events: (manifest, of) =>
    table(
      ['event', 'type', 'when'],
      (declarationOf(manifest, of).events ?? []).map((event) => [
        code(event.name),
        code(event.type?.text),
        event.description,
      ]),
    ),
  slots: (manifest, of) =>
    table(
      ['slot', 'what it is'],
      (declarationOf(manifest, of).slots ?? []).map(({ name, description }) => [
        name ? code(name) : '(no name)',
        description,
      ]),
    ),
  parts: (manifest, of) =>
    table(
      ['part', 'what it is'],
      (declarationOf(manifest, of).cssParts ?? []).map(({ name, description }) => [code(name), description]),
    ),
  tokens: (manifest) =>
    table(
      ['property', 'default', 'what it is'],
      (tagsOf(manifest)[0].cssProperties ?? []).map((token) => [code(token.name), code(token.default), token.description]),
    ),
  errors: (manifest, _, messages) => errors(manifest, messages),
  codes: (manifest, of) => (declarationOf(manifest, of)['x-errors'] ?? []).map(code).join(', '),
  messages: (_, __, messages) =>
    table(
      ['message', 'English'],
      [...messages].map(([name, text]) => [code(name), text]),
    ),
};

/** @param {Declaration} tag */
function tagRow({ tagName = '', description }) {
  return [`[\`<${tagName}>\`](#${tagName})`, code(tagName.replace('sapa-', '')), description];
}

/** What a tag shares with all others is told once, in the chapter on every tag. @param {Declaration} of */
function attributes({ attributes = [] }) {
  return table(
    ['attribute', 'property', 'type', 'default', 'what it does'],
    attributes.map((entry) => [
      code(entry.name),
      code(entry.fieldName),
      code(entry.type?.text),
      code(entry.default),
      told(entry),
    ]),
  );
}

/** The properties without an attribute. @param {Declaration} of */
function properties({ members = [] }) {
  const fields = members.filter(({ kind, attribute, privacy }) => kind === 'field' && !attribute && privacy !== 'private');
  return table(
    ['property', 'type', 'default', 'what it does'],
    fields.map((entry) => [
      code(entry.name),
      code(entry.type?.text),
      code(entry.default),
      `${entry.readonly ? 'Reading only. ' : ''}${told(entry)}`,
    ]),
  );
}

/** @param {Entry} entry */
function told({ inheritedFrom, description }) {
  return inheritedFrom ? 'as [every tag](#every-tag)' : description;
}

/** @param {Manifest} manifest @param {Map<string, string>} messages */
function errors(manifest, messages) {
  const head = ['code', 'what it means', 'what to do', 'what a person reads, in English'];
  return table(
    head,
    manifest['x-errors'].map(({ code: name, summary, description }) => {
      const read = messages.get(`error.${name}`);
      return [code(name), summary, description, read];
    }),
  );
}

/** @param {string[]} head @param {(string | undefined)[][]} rows */
function table(head, rows) {
  const line = (/** @type {(string | undefined)[]} */ cells) =>
    `| ${cells.map((cell) => (cell || NONE).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

/** @param {string | undefined} text */
function code(text) {
  return text && `\`${text}\``;
}
