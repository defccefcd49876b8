// The English messages by the names a page overrides them by, read off the catalogues of src/i18n/.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = String.raw`"((?:\\.|[^"\\])*)"`;

/**
 * @param {string} root the repository
 * @returns {Map<string, string>} a message that bends with a count stands under its name with the category, as in `count.lines.one`
 */
export function englishMessages(root) {
  const read = (/** @type {string} */ name) => readFileSync(join(root, 'src/i18n', `${name}.rs`), 'utf8');
  /** @type {Map<string, string>} */
  const messages = new Map();
  // The oldest messages have their names in one file and their texts in another for each language.
  const [keys, texts] = [read('messages'), read('en')];
  for (const [, key, name] of keys.matchAll(new RegExp(`^ {8}(\\w+) = ${TEXT},$`, 'gm'))) {
    for (const [, category, text] of written(texts, key)) messages.set(name + category, text);
  }
  // The others hold names and texts of all languages side by side, English first.
  const files = readdirSync(join(root, 'src/i18n')).sort();
  for (const catalogue of files.map((file) => read(file.replace('.rs', '')))) {
    if (!/^messages! \{/m.test(catalogue)) continue;
    const [plain, counted = ''] = catalogue.split(/^counted! \{/m);
    for (const [, name, text] of all(plain, `= ${TEXT}:\\s*${TEXT}`)) messages.set(name, text);
    for (const [, name, singular, text] of all(counted, `= ${TEXT}:\\s*${TEXT},\\s*${TEXT}`)) {
      messages.set(`${name}.one`, singular).set(`${name}.other`, text);
    }
  }
  return messages;
}

/**
 * What a key says, with the category it says it for.
 *
 * @param {string} texts
 * @param {string} key
 * @returns {[match: string, category: string, text: string][]}
 */
function written(texts, key) {
  const [plain] = all(texts, `\\bKey::${key} => (?:\\{\\s*)?${TEXT}`);
  if (plain) return [['', '', plain[1]]];
  const counted = all(texts, `\\(Count::${key}, Plural::(One|Few)\\b[^)]*\\) => ${TEXT}`);
  if (counted.length === 0) throw new Error(`src/i18n/en.rs says nothing for ${key}`);
  return counted.map(([match, category, text]) => [match, category === 'One' ? '.one' : '.other', text]);
}

/** @param {string} text @param {string} pattern */
function all(text, pattern) {
  return [...text.matchAll(new RegExp(pattern, 'g'))];
}
