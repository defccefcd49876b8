// The Custom Elements Manifest: what its parts are here, and how tags come to what they share.

/**
 * Anything with a name that a tag has. `inheritedFrom` marks what stands there because every tag has it.
 *
 * @typedef {{ name: string, description?: string, type?: { text: string }, default?: string, inheritedFrom?: object,
 *   kind?: string, attribute?: string, fieldName?: string, readonly?: boolean, privacy?: string }} Entry
 */

/**
 * A tag, the class all tags are made from, a function or a variable. `x-errors` are the codes it may tell or reject with.
 *
 * @typedef {{ name: string, kind: string, tagName?: string, description?: string, superclass?: { name: string },
 *   attributes?: Entry[], members?: Entry[], events?: Entry[], slots?: Entry[], cssParts?: Entry[], cssProperties?: Entry[],
 *   parameters?: Entry[], return?: { type: { text: string } }, 'x-errors'?: string[] }} Declaration
 */

/**
 * `x-errors` are the codes there are: `summary` says what one means, `description` what to do.
 *
 * @typedef {{ modules: { path: string, declarations: Declaration[], exports: object[] }[],
 *   'x-errors': { code: string, summary: string, description: string }[] }} Manifest
 */

/** What is passed on, in the order it is written. */
const SHARED = /** @type {const} */ (['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']);

/** @param {Manifest} manifest @returns {Declaration[]} */
export function tagsOf(manifest) {
  return manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
}

/** @param {Manifest} manifest @param {string} name of a tag or a declaration */
export function declarationOf(manifest, name) {
  const all = manifest.modules.flatMap(({ declarations }) => declarations);
  const found = all.find((declaration) => (declaration.tagName ?? declaration.name) === name);
  if (!found) throw new Error(`www/custom-elements.json declares no ${name}`);
  return found;
}

/**
 * The manifest whose tags have all that their class has; what a tag says of its own goes before it.
 *
 * @param {Manifest} manifest
 * @returns {Manifest}
 */
export function complete(manifest) {
  for (const tag of tagsOf(manifest)) {
    const base = declarationOf(manifest, tag.superclass?.name ?? '');
    const inheritedFrom = { name: base.name, module: manifest.modules[0].path };
    for (const kind of SHARED) {
      const own = (tag[kind] ?? []).filter((entry) => !entry.inheritedFrom);
      const rest = (base[kind] ?? []).filter(({ name }) => !own.some((entry) => entry.name === name));
      tag[kind] = [...own, ...rest.map((entry) => ({ ...entry, inheritedFrom }))];
    }
    tag['x-errors'] = [...new Set([...(tag['x-errors'] ?? []), ...(base['x-errors'] ?? [])])];
  }
  return manifest;
}

/** The text of the file: what has a name of its own stands on one line. @param {Manifest} manifest */
export function print(manifest) {
  return `${printed(manifest, '')}\n`;
}

/** @param {unknown} value @param {string} indent @returns {string} */
function printed(value, indent) {
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  if (
    typeof value !== 'object' ||
    value === null ||
    !(isList ? value.some((each) => typeof each === 'object') : isLong(value))
  ) {
    return JSON.stringify(value, null, 1)?.replace(/\n */g, ' ');
  }
  const parts = isList
    ? value.map((each) => printed(each, deeper))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${printed(each, deeper)}`);
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}

/** Only the manifest, its modules and what they declare are. @param {object} value */
function isLong(value) {
  return ['modules', 'declarations', 'superclass', 'parameters'].some((name) => name in value);
}
