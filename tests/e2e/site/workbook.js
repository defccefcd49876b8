// Makes workbooks in the page, good ones and such as nobody should open.

/**
 * A zip with these parts.
 *
 * @param {Record<string, string | Uint8Array>} parts
 * @param {number} [flags] of every part; 1 says that it is encrypted
 */
export async function zip(parts, flags = 0) {
  const pieces = [], directory = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const packed = new Uint8Array(await new Response(stream).arrayBuffer());
    const path = new TextEncoder().encode(name);
    const about = [20, flags, 8, 0, 0].map(two).concat([checksum(plain), packed.length, plain.length].map(four), two(path.length));
    const local = [four(0x04034b50), ...about, two(0), path, packed];
    directory.push(four(0x02014b50), two(20), ...about, two(0), two(0), two(0), two(0), four(0), four(at), path);
    pieces.push(...local);
    at += local.reduce((sum, piece) => sum + piece.length, 0);
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0), count = two(Object.keys(parts).length);
  return new Blob([...pieces, ...directory, four(0x06054b50), two(0), two(0), count, count, four(size), four(at), two(0)]);
}

/**
 * The parts of a workbook with one sheet: texts are shared, numbers are written as they come.
 *
 * @param {(string | number)[][]} rows
 * @returns {Record<string, string>}
 */
export function parts(rows) {
  const texts = [...new Set(rows.flat().filter((cell) => typeof cell === 'string'))];
  const cell = (value) => typeof value === 'string' ? `<c t="s"><v>${texts.indexOf(value)}</v></c>` : `<c><v>${value}</v></c>`;
  const escaped = (text) => text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Prices" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    // Half of a text in its own face, as spreadsheets write it, and how it is read aloud.
    'xl/sharedStrings.xml': `<sst ${main}>${texts.map((text) => `<si><r><t xml:space="preserve">${escaped(text.slice(0, 2))}</t></r><r><t xml:space="preserve">${escaped(text.slice(2))}</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  };
}

const two = (number) => Uint8Array.of(number, number >>> 8);
const four = (number) => Uint8Array.of(number, number >>> 8, number >>> 16, number >>> 24);

function checksum(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum;
}
