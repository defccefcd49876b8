// As much of Rust's grammar as it takes to see who gives what to whom: comments, brackets, arguments, parameters.

/** A text or a character, right where one looks. */
const QUOTED = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'/y;
/** What a closure is given, whose commas part no arguments. */
const PARAMETERS = /\|[^|]*\|/y;
const CLOSING = /** @type {Record<string, string>} */ ({ "(": ")", "[": "]", "{": "}" });

/** The source with its comments blanked, so that places stay where they are. @param {string} source */
export function code(source) {
  // A text may hold two slashes, and a quotation mark may be a character: those are stepped over.
  return source.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])'|\/\/[^\n]*/g, (token) =>
    token.startsWith("//") ? " ".repeat(token.length) : token,
  );
}

/**
 * What stands between the brackets that open at this place, cut at its commas.
 *
 * @param {string} text
 * @param {number} at where the opening bracket stands
 * @returns {string[]}
 */
export function argumentsAt(text, at) {
  /** @type {string[]} */
  const expected = [];
  const parts = [""];
  for (let place = at; place < text.length; place++) {
    const isFirst = /^(?:move\s)?$/.test(parts[parts.length - 1].trimStart());
    const token =
      tokenAt(QUOTED, text, place) ?? (isFirst ? tokenAt(PARAMETERS, text, place) : undefined) ?? text[place];
    place += token.length - 1;
    if (token === expected.at(-1)) expected.pop();
    else if (CLOSING[token]) expected.push(CLOSING[token]);
    if (expected.length === 0) break;
    if (token === "," && expected.length === 1) parts.push("");
    else if (place !== at) parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/**
 * The functions and the closures with names, and what each calls its parameters.
 *
 * @param {string} text
 * @returns {{ name: string, names: string[], start: number, isMethod: boolean, isPublic: boolean }[]}
 */
export function parametersOf(text) {
  const functions = [...text.matchAll(/(pub(?:\(\w+\))? )?(?:const )?fn (\w+)(?:<[^(]*>)?(?=\()/g)].map((match) => {
    const written = argumentsAt(text, match.index + match[0].length);
    const own = written.filter((parameter) => !/^&?(?:mut )?self$/.test(parameter));
    const isMethod = own.length < written.length;
    return { name: match[2], names: own.map(nameOf), start: match.index, isMethod, isPublic: Boolean(match[1]) };
  });
  const closures = [...text.matchAll(/let (\w+) =\s+(?:move )?\|([^|]*)\|/g)].map(({ 1: name, 2: list, index }) => {
    const names = argumentsAt(`(${list})`, 0).map(nameOf);
    return { name, names, start: index, isMethod: false, isPublic: false };
  });
  return [...functions, ...closures].sort((one, other) => one.start - other.start);
}

/** @param {RegExp} pattern a sticky one @param {string} text @param {number} place */
function tokenAt(pattern, text, place) {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0];
}

/** @param {string} parameter such as "part: &str" */
const nameOf = (parameter) => parameter.split(":")[0].trim();
