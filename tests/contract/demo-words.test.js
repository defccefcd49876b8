// The sample data in the languages of the demo.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createReferenceHost } from "../../www/reference-host.js";
import { translator } from "../../www/demo-sample.js";
import { catalogue } from "./bench.js";

/** @type {Record<"en" | "id" | "ru", string>[]} */
const words = JSON.parse(readFileSync(new URL("../../www/data/words.json", import.meta.url), "utf8"));
const LANGUAGES = /** @type {const} */ (["en", "id", "ru"]);

/** Every text that was invented for the sample, of each kind of record. @param {any} data @returns {string[]} */
function invented(data) {
  const { records, priceList, groups, companies } = data;
  const { promotions, loyalty } = priceList;
  /** @param {any[]} list @param {string[]} names */
  const of = (list, ...names) => list.flatMap((record) => names.map((name) => record[name]));
  return [
    ...of(records.activity, "text"),
    ...of(records.commitment, "text"),
    ...of(records.meeting, "title", "place"),
    ...of(records.meeting.flatMap((/** @type {any} */ { checklist = [] }) => checklist), "text"),
    ...of(records.competitor, "note"),
    ...of(records.criterion, "name", "unit").filter((text) => text !== "USD"),
    ...of(records.fact.filter((/** @type {any} */ { criterionId }) => criterionId !== "packing"), "text"),
    ...of(records.fact.map((/** @type {any} */ { source }) => source), "text").filter((text) => !/^https:/.test(text)),
    ...of([...records.contact, ...records.user, ...of(companies, "contact")], "title"),
    ...of([...groups, ...promotions, loyalty, ...loyalty.levels, priceList], "name"),
  ].filter((text) => text !== undefined);
}

test("every invented text is said in every language", () => {
  const english = invented(catalogue);
  for (const language of ["id", "ru"]) {
    const said = invented(translator(words, language)(catalogue));
    assert.equal(said.length, english.length);
    const left = new Set(english.filter((text, n) => said[n] === text));
    assert.deepEqual([...left], [], language);
  }
  const used = new Set(english);
  const forms = words.filter(({ en }) => en.includes("{product}")).map(({ en }) => en.split("{product}"));
  for (const { en } of words.filter(({ en }) => !en.includes("{product}"))) {
    // A kind of meeting that luck has not drawn is still one.
    if (!["Review of the last quarter", "By telephone", "Figures of the quarter"].includes(en)) assert.ok(used.has(en), en);
  }
  for (const [before, after] of forms)
    assert.ok(english.some((text) => text.startsWith(before) && text.endsWith(after)), before);
});

test("no translation names a day, a month or a season, and none is left out", () => {
  const named =
    /(^|[^а-яё])(понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|воскресен|январ|феврал|марта?|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|лет[оанм]|осен|зим)([^а-яё]|$)|\b(senin|selasa|rabu|kamis|jumat|sabtu|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b/i;
  for (const each of words)
    for (const language of LANGUAGES) {
      assert.notEqual(each[language] ?? "", "", `${each.en}: ${language}`);
      assert.doesNotMatch(each[language], named);
      assert.equal(each[language].includes("{product}"), each.en.includes("{product}"), each.en);
    }
  for (const language of LANGUAGES) {
    const all = words.map((each) => each[language]);
    assert.equal(new Set(all).size, all.length, `two texts read alike in ${language}`);
  }
});

test("names stay, what a person wrote stays, and every language leads to every other", () => {
  const data = /** @type {any} */ (structuredClone(catalogue));
  data.records.activity[0].text = "Wants two more crates.";
  const [to, back] = [translator(words, "ru"), translator(words, "en")];
  const said = /** @type {any} */ (to(data));
  assert.equal(said.records.activity[0].text, "Wants two more crates.");
  assert.deepEqual(
    said.products,
    data.products,
  );
  const names = (/** @type {any} */ { companies, records }) =>
    [...companies, ...records.contact, ...records.user, ...records.competitor].map(({ id, name }) => [id, name]);
  assert.deepEqual(names(said), names(data));
  assert.deepEqual(back(translator(words, "id")(said)), data);
  assert.deepEqual(data.records.commitment[0].text, "Order 11008 leaves the warehouse.", "the given one is left as it was");
});

test("what the host is told of a record follows the language, but for what a person wrote", async () => {
  const to = translator(words, "id");
  const host = createReferenceHost(to(catalogue));
  const patch = { text: "Order 11008 leaves the warehouse.", note: "My own words", delayTold: "1998-05-06" };
  const request = /** @type {any} */ ({ v: 1, id: "1", op: "record.update", args: { entity: "commitment", id: "W-1", patch }, baseVersion: "1" });
  const told = await host.request(to(request));
  assert.ok(told.ok, JSON.stringify(told));
  const answer = /** @type {any} */ (await host.request({ v: 1, id: "2", op: "record.get", args: { entity: "commitment", id: "W-1" } }));
  assert.equal(answer.ok.text, "Pesanan 11008 keluar dari gudang.");
  assert.equal(answer.ok.note, "My own words");
});
