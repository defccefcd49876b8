// Opens the file somebody chose: CSV as its text, .xlsx as rows of cells.
//
// An .xlsx is a zip of XML parts. What is taken in is bounded while it is unpacked, since a small zip can hold a very large
// part; what is damaged, locked or not there is an error with a code, which the module turns into a sentence.

/** The most bytes a file may have, and the most that may come out of it. */
const MAX_FILE = 20_000_000;
const MAX_UNPACKED = 20_000_000;
/** The most rows and columns that are read; one row more makes the module say that it is too much. */
const MAX_ROWS = 20_100;
const MAX_COLUMNS = 256;

/** What stands between cells and rows, and before an exact number: none of them can occur in XML. */
const [CELL, ROW, EXACT] = ["\u001f", "\u001e", "\u0001"];

/** @typedef {{ packing: number, flags: number, check: number, size: number, full: number, at: number }} Entry */

/** @param {"unreadable" | "locked" | "unsupported" | "too_large" | "no_workbook"} code */
const refusal = (code) => Object.assign(new Error(`import.${code}`), { code: `import.${code}` });

/**
 * Reads the file that was chosen in a field, and empties the field, so that the same file can be chosen again.
 *
 * @param {HTMLInputElement} input
 * @returns {Promise<[name: string, isSheet: boolean, text: string]>} a sheet as rows between ROW signs, each its number and
 *   its cells between CELL signs
 */
export async function readTable(input) {
  const file = input.files?.[0];
  if (!file) throw refusal("unreadable");
  const name = file.name.replace(/\.\w+$/, "");
  const language = input.closest("[lang]")?.getAttribute("lang");
  if (file.size > MAX_FILE) throw refusal("too_large");
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const starts = (/** @type {number[]} */ ...with_) => with_.every((byte, at) => bytes[at] === byte);
    // Locked workbooks and those of before 2007 are both in Microsoft's compound file format.
    if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw refusal("locked");
    if (starts(0x50, 0x4b)) return [name, true, await sheet(bytes)];
    const text = decode(bytes, language === "ru");
    // Renaming a text makes no workbook of it; a spreadsheet program would not open it either.
    if (/\.xls[xmb]$/i.test(file.name)) throw refusal("no_workbook");
    return [name, false, text];
  } catch (error) {
    throw /** @type {any} */ (error)?.code?.startsWith?.("import.") ? error : refusal("unreadable");
  } finally {
    input.value = "";
  }
}

/** The text of a file that says at most by its first bytes how it is written. @param {Uint8Array} bytes @param {boolean} isRussian */
function decode(bytes, isRussian) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  // No text has zeros in it; a picture or a program has.
  if (bytes.subarray(0, 4096).includes(0)) throw refusal("unreadable");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isRussian ? "windows-1251" : "windows-1252").decode(bytes);
  }
}

/** The first sheet of a workbook that is not hidden. @param {Uint8Array} bytes */
async function sheet(bytes) {
  const entries = directory(bytes);
  const budget = { left: MAX_UNPACKED };
  /** @param {string} path */
  const part = async (path) => {
    const entry = entries.get(path);
    return entry && parse(new TextDecoder().decode(await unpack(bytes, entry, budget)));
  };
  const book = await part("xl/workbook.xml");
  const first = book && all(book, "sheet").find((sheet) => !/hidden/i.test(sheet.getAttribute("state") ?? ""));
  if (!first) throw refusal("unreadable");
  const relation = [...first.attributes].find(({ localName }) => localName === "id")?.value;
  const relations = await part("xl/_rels/workbook.xml.rels");
  const target = relations && all(relations, "Relationship").find((each) => each.getAttribute("Id") === relation);
  const address = target?.getAttribute("Target") ?? "worksheets/sheet1.xml";
  const rows = await part(address.startsWith("/") ? address.slice(1) : `xl/${address}`);
  if (!rows) throw refusal("unreadable");
  const texts = await part("xl/sharedStrings.xml");
  const styles = await part("xl/styles.xml");
  const is1904 = /^(1|true)$/.test(all(book, "workbookPr")[0]?.getAttribute("date1904") ?? "");
  return cells(rows, texts ? all(texts, "si").map(words) : [], styles ? forms(styles) : [], is1904);
}

/** The parts of a zip, by their paths. @param {Uint8Array} bytes @returns {Map<string, Entry>} */
function directory(bytes) {
  // Reading beyond the end throws, which is a damaged file.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  const entries = new Map();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw refusal("unreadable");
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
      flags: view.getUint16(at + 8, true),
      packing: view.getUint16(at + 10, true),
      check: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      full: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** What is in one part. @param {Uint8Array} bytes @param {Entry} entry @param {{ left: number }} budget */
async function unpack(bytes, { flags, packing, check, size, full, at }, budget) {
  if (flags & 1) throw refusal("locked");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.slice(start, start + size);
  if (view.getUint32(at, true) !== 0x04034b50 || packed.length !== size) throw refusal("unreadable");
  const whole = packing === 0 ? packed : packing === 8 ? await inflate(packed, budget) : undefined;
  if (whole?.length !== full || checksum(whole) !== check) throw refusal("unreadable");
  return whole;
}

/** @param {Uint8Array<ArrayBuffer>} packed @param {{ left: number }} budget */
async function inflate(packed, budget) {
  let stream;
  try {
    stream = new DecompressionStream("deflate-raw");
  } catch {
    throw refusal("unsupported");
  }
  const reader = new Blob([packed]).stream().pipeThrough(stream).getReader();
  const pieces = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    budget.left -= value.length;
    if (budget.left < 0) {
      reader.cancel().catch(() => {});
      throw refusal("too_large");
    }
    pieces.push(value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The checksum of a zip, CRC-32. @param {Uint8Array} bytes */
function checksum(bytes) {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  let sum = ~0;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 255];
  return ~sum >>> 0;
}

/** @param {string} text */
function parse(text) {
  // A part of a workbook declares no entities; what does wants to grow.
  if (text.includes("<!DOCTYPE") || !isClosed(text)) throw refusal("unreadable");
  const tree = new DOMParser().parseFromString(text, "application/xml");
  if (all(tree, "parsererror").length > 0) throw refusal("unreadable");
  return tree;
}

/**
 * Whether every element ends where it should. The browser would notice as well, but Chromium writes what is wrong into the
 * tree, with a style that a strict policy reports.
 *
 * @param {string} text
 */
function isClosed(text) {
  /** @type {string[]} */
  const open = [];
  const plain = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  for (const [, end, name, empty] of plain.matchAll(/<(\/?)([^\s<>/?!]+)(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/g)) {
    if (end && open.pop() !== name) return false;
    if (!end && !empty) open.push(name);
  }
  return open.length === 0;
}

/** @param {Document | Element} tree @param {string} name */
const all = (tree, name) => [...tree.getElementsByTagNameNS("*", name)];

/** The text of a cell or of a shared string, without how it is read aloud. @param {Element} holder */
const words = (holder) =>
  all(holder, "t")
    .filter(({ parentElement }) => parentElement?.localName !== "rPh")
    .map(({ textContent }) => textContent)
    .join("");

/** For each style: what a number in it is shown as. @param {Document} styles @returns {string[]} */
function forms(styles) {
  const own = new Map(all(styles, "numFmt").map((form) => [form.getAttribute("numFmtId"), form.getAttribute("formatCode") ?? ""]));
  const [list] = all(styles, "cellXfs");
  return (list ? all(list, "xf") : []).map((style) => {
    const id = style.getAttribute("numFmtId") ?? "0";
    const isDay = /^(1[4-7]|22|2[7-9]|3[016]|5[0-8])$/.test(id);
    return own.get(id) ?? (isDay ? "d" : "");
  });
}

/** @param {Document} tree @param {string[]} texts @param {string[]} forms @param {boolean} is1904 */
function cells(tree, texts, forms, is1904) {
  const lines = [];
  let number = 0;
  for (const row of all(tree, "row")) {
    number = Number(row.getAttribute("r")) || number + 1;
    /** @type {string[]} */
    const line = [];
    for (const cell of row.children) {
      if (cell.localName !== "c") continue;
      const column = columnOf(cell.getAttribute("r")) ?? line.length;
      if (column < MAX_COLUMNS) line[column] = shown(cell, texts, forms, is1904);
    }
    if (line.some(Boolean)) lines.push([number, ...Array.from(line, (text) => text ?? "")].join(CELL));
    if (lines.length > MAX_ROWS) break;
  }
  return lines.join(ROW);
}

/** The place of "B7" in its row, from 0. @param {string | null} address */
function columnOf(address) {
  const letters = /^[A-Z]{1,3}/.exec(address ?? "")?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What stands in a cell. @param {Element} cell @param {string[]} texts @param {string[]} forms @param {boolean} is1904 */
function shown(cell, texts, forms, is1904) {
  const kind = cell.getAttribute("t") ?? "n";
  const value = [...cell.children].find(({ localName }) => localName === "v")?.textContent ?? "";
  if (kind === "inlineStr") return words(cell);
  if (kind === "s") return texts[Number(value)] ?? "";
  if (kind !== "n" || value.trim() === "") return value;
  // The file has the seventeen digits of a binary float; the number that was typed is the shortest that gives the same one.
  const typed = String(Number(value));
  const form = forms[Number(cell.getAttribute("s") ?? 0)] ?? "";
  if (/^0{2,}$/.test(form)) return typed.padStart(form.length, "0");
  const plain = form.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, "");
  const serial = Math.floor(Number(value)) + (is1904 ? 1462 : 0);
  if (/[yd]/i.test(plain) && serial > 60 && serial < 2_958_466) {
    return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  }
  return EXACT + typed;
}
