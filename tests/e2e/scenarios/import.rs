//! A price list out of a file: pasted, chosen, broken; taken over whole or not at all.

use serde_json::json;

use crate::{
    harness::{Engine, Outcome, Stage, ensure, same, until},
    pages::{Calculator, Demo},
};

/// Rows 2 and 3 are prices, each other one is wrong in its own way.
const ROWS: &str = "SKU;Price;Client group;Valid until;Shelf\n\
    00001;20,00;;;A\n00002;1.234,50;Regular client;;B\n00099;5;;;C\n00003;x;;;D\n00004;-1;;;E\n1;19;;;F\n00005;7;VIP;;G\n\
    00006;7;;31.02.1998;H\n00007;7";

/// What is pasted is explained row by row; nothing is taken until it is said, then all of it; and it goes out again.
pub(crate) async fn rows_are_pasted(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.add("Chai", "1").await?;
    calculator.expect_net(1_800).await?;
    calculator.click("import").await?;
    calculator.click("import-check").await?;
    calculator.text_that("error", "ask for rows", |text| text.contains("Paste the rows first")).await?;
    paste(&calculator, ROWS).await?;

    let found = calculator.text("import-found").await?;
    same(found.as_str(), "“Pasted prices”: 2 prices, 7 rows left out.", "what was found")?;
    same(
        calculator.text("import-ignored").await?.as_str(),
        "Columns not read: Shelf",
        "the columns that are not read",
    )?;
    let told = texts(&calculator, "import-rejected").await?;
    let expected = [
        ("Row 4", "00099", "No product has this number or name."),
        ("Row 5", "x", "The price is no number."),
        ("Row 6", "-1", "The price is below zero."),
        ("Row 7", "1", "Row 2 has a price for the same article"),
        ("Row 8", "VIP", "No client belongs to this group."),
        ("Row 9", "31.02.1998", "No such day."),
        ("Row 10", "00007", "2 cells instead of 5."),
    ];
    same(told.len(), expected.len(), "rows that are left out")?;
    for (told, (row, cell, why)) in told.iter().zip(expected) {
        let whole = told.starts_with(row) && told.contains(cell) && told.contains(why);
        ensure(whole, format!("\"{told}\" names {row}, {cell} and \"{why}\""))?;
    }
    let changes = texts(&calculator, "import-change").await?;
    same(changes.len(), 2, "prices that change")?;
    let chang =
        changes.iter().any(|row| row.contains("Regular client") && row.contains("19.00") && row.contains("1,234.50"));
    ensure(changes[0].contains("Chai") && chang, format!("{changes:?} say what changes"))?;
    calculator.expect_net(1_800).await?;

    calculator.click("import-cancel").await?;
    calculator.part("import-text").await?;
    calculator.expect_net(1_800).await?;
    calculator.click("import-check").await?;
    same(calculator.text("import-take").await?.as_str(), "Take over 2 prices", "the button")?;
    calculator.click("import-take").await?;
    calculator.expect_net(2_000).await?;
    calculator
        .text_that("import-list", "name the list in force", |text| {
            text.contains("“Pasted prices”") && text.contains("May 7, 1998") && text.contains("2 prices")
        })
        .await?;
    calculator.choose_client("Alfreds Futterkiste").await?;
    calculator.add("Chang", "1").await?;
    // 20.00 and 1,234.50, less 1 % of each line and 2 % of an order from 1,000.
    calculator.expect_net(121_712).await?;

    calculator.click("import-undo").await?;
    // 18.00 and 19.00, less 1 %.
    calculator.expect_net(3_663).await?;
    same(calculator.all("import-list").await?.len(), 0, "lists in force")
}

/// A long list says how far it is read, and is stopped by a button; nothing is changed, and it can be read again.
pub(crate) async fn a_long_list_can_be_stopped(stage: &mut Stage) -> Outcome {
    const STOP: &str = "
        const root = document.querySelector('#calculator').shadowRoot;
        const part = (name) => root.querySelector(`[part~=${name}]`);
        const rows = Array.from({length: 20000}, (_, row) => `${row};1`);
        const field = part('import-text');
        field.value = ['SKU;Price', ...rows].join('\\n');
        field.dispatchEvent(new Event('input', {bubbles: true}));
        part('import-check').click();
        const seen = [];
        for (let turn = 0; turn < 2000; turn++) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          const said = part('import-reading')?.textContent ?? '';
          if (said && seen.at(-1) !== said) seen.push(said);
          if (said.includes(arguments[0])) {
            part('import-stop').click();
            break;
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
        return {seen, found: part('import-found') !== null, reading: part('import-reading').textContent,
                focus: root.activeElement?.getAttribute('part')};";
    let calculator = Demo::open(stage, "").await?;
    calculator.add("Chai", "1").await?;
    calculator.click("import").await?;
    calculator.part("import-text").await?;
    // A text is split into rows in turns, and then its rows are read in turns.
    for phase in ["Splitting the list into rows", "of 20,000 rows"] {
        let told = stage.in_page(STOP, &[json!(phase)]).await?;
        let last = told["seen"].as_array().and_then(|seen| seen.last()).and_then(|said| said.as_str());
        let is_told = last.is_some_and(|last| last.contains(phase) && last.contains(|c: char| c.is_ascii_digit()));
        ensure(is_told, format!("how far it is read: {told}"))?;
        same(told["found"].as_bool(), Some(false), "a preview of what was stopped")?;
        same(told["reading"].as_str(), Some(""), "what is said when nothing is read")?;
        same(told["focus"].as_str(), Some("import"), "where the focus is")?;
        calculator.expect_net(1_800).await?;
    }
    calculator.click("import-check").await?;
    let found = calculator.text("import-found").await?;
    ensure(found.contains("rows left out"), format!("read again: {found}"))?;
    calculator.click("import-cancel").await?;
    calculator.expect_net(1_800).await
}

/// What was taken over is there after a reload, goes to the host, and is taken out for good.
pub(crate) async fn a_list_stays_and_goes(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.add("Chai", "1").await?;
    calculator.click("import").await?;
    paste(&calculator, "SKU\tPrice\n00001\t20.00").await?;
    calculator.click("import-take").await?;
    calculator.expect_net(2_000).await?;
    super::save::kept(stage).await?;
    stage.reload().await?;
    calculator.ready().await?;
    calculator.expect_net(2_000).await?;
    calculator.click("import-remove").await?;
    calculator.expect_net(1_800).await?;
    calculator.click("import-undo").await?;
    calculator.expect_net(2_000).await?;
    calculator.click("import-remove").await?;
    calculator.expect_net(1_800).await?;
    super::save::kept(stage).await?;
    stage.reload().await?;
    calculator.ready().await?;
    calculator.expect_net(1_800).await?;
    same(calculator.all("import-list").await?.len(), 0, "lists in force")
}

/// A workbook as a program writes it (openpyxl 3.1), with a hidden sheet, styled days and numbers shown with zeros in front.
pub(crate) async fn a_workbook_is_read(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.add("Chai", "1").await?;
    calculator.click("import").await?;
    let file = [env!("CARGO_MANIFEST_DIR"), "/tests/e2e/site/prices.xlsx"].concat();
    if stage.engine == Engine::Webkit {
        // Its driver cannot choose a file.
        give(stage, "return await (await fetch('/e2e/prices.xlsx')).blob()", "prices.xlsx").await?;
    } else {
        let fields = calculator.all("import-file").await?;
        fields[0].send_keys(&file).await?;
    }
    let found = calculator.text("import-found").await?;
    same(found.as_str(), "“prices”: 3 prices, 4 rows left out.", "what was found")?;
    let told = texts(&calculator, "import-rejected").await?;
    for (told, row) in told.iter().zip(["Row 6", "Row 7", "Row 8", "Row 9"]) {
        ensure(told.starts_with(row), format!("\"{told}\" is of {row}"))?;
    }
    let changes = texts(&calculator, "import-change").await?;
    for (change, price) in changes.iter().zip(["19.10", "21.25", "1.10"]) {
        ensure(change.contains(price), format!("\"{change}\" says {price}"))?;
    }
    calculator.click("import-take").await?;
    calculator.expect_net(1_910).await?;

    // Texts that cells share, in pieces, with how they are read aloud; and another list in the place of the first.
    calculator.click("import").await?;
    give(stage, SHARED, "June.xlsx").await?;
    let found = calculator.text("import-found").await?;
    same(found.as_str(), "“June”: 1 price, 0 rows left out.", "what was found in shared texts")?;
    calculator.click("import-take").await?;
    calculator.expect_net(2_250).await
}

const SHARED: &str = "
    const {zip, parts} = await import('/e2e/workbook.js');
    return zip(parts([['Article', 'Price'], ['00001', 22.5]]));";

/// Files that cannot be read: how each comes about, and what the sentence says.
const BROKEN: [(&str, &str, &str); 12] = [
    ("cut off", "return new Blob([(await bytes('/e2e/prices.xlsx')).slice(0, 3000)]);", "damaged"),
    ("a byte changed", "const all = await bytes('/e2e/prices.xlsx'); all[2800] ^= 255; return new Blob([all]);", "damaged"),
    ("only its first letters", "return new Blob(['PK']);", "damaged"),
    ("no sheet in it", "const all = parts([['SKU']]); delete all['xl/worksheets/sheet1.xml']; return zip(all);", "damaged"),
    (
        "XML that is none",
        "const all = parts([['SKU']]); all['xl/worksheets/sheet1.xml'] = '<worksheet><row>'; return zip(all);",
        "damaged",
    ),
    (
        "entities that grow",
        "const all = parts([['SKU']]);
         all['xl/worksheets/sheet1.xml'] = '<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet><row>&a;</row></worksheet>'; return zip(all);",
        "damaged",
    ),
    ("a picture", "return new Blob([await bytes('/icons/icon-192.png')]);", "damaged"),
    ("a text", "return new Blob(['SKU,Price\\n00001,20']);", "named as a workbook"),
    ("locked as a whole", "return new Blob([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)]);", "password"),
    ("locked part by part", "return zip(parts([['SKU', 'Price'], ['00001', 1]]), 1);", "password"),
    (
        "a bomb",
        "const all = parts([['SKU']]); all['xl/worksheets/sheet1.xml'] = new Uint8Array(40_000_000); return zip(all);",
        "more than is read at once",
    ),
    ("no headings", "return zip(parts([['00001', 20], ['00002', 21]]));", "No row names the columns"),
];

/// Whatever is chosen, a sentence says what is wrong and what to do; nothing is taken, and the next list is read.
pub(crate) async fn a_broken_workbook_is_explained(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.add("Chai", "1").await?;
    calculator.click("import").await?;
    for (what, make, said) in BROKEN {
        let make = format!(
            "const {{zip, parts}} = await import('/e2e/workbook.js');
             const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
             {make}"
        );
        give(stage, &make, "prices.xlsx").await?;
        until(&format!("the sentence for {what}"), async || {
            let errors = texts(&calculator, "error").await?;
            if errors.iter().any(|error| error.contains(said)) {
                Ok(Some(()))
            } else {
                crate::harness::fail(format!("it says {errors:?}"))
            }
        })
        .await?;
        same(calculator.all("import-preview").await?.len(), 0, "previews of what cannot be read")?;
        // The next sentence may be the same.
        give(stage, "return new Blob(['SKU,Price\\n00001,20'])", "prices.csv").await?;
        calculator.part("import-preview").await?;
        same(calculator.all("error").await?.len(), 0, "errors beside a list that is read")?;
        calculator.click("import-cancel").await?;
    }
    stage.in_page("delete window.DecompressionStream", &[]).await?;
    give(stage, SHARED, "June.xlsx").await?;
    calculator.text_that("error", "offer another way", |text| text.contains("cannot unpack .xlsx")).await?;
    calculator.expect_net(1_800).await?;
    same(calculator.all("import-list").await?.len(), 0, "lists in force")
}

/// The headings, the numbers and the sentences of the other two languages; a file in the letters of old Russian programs.
pub(crate) async fn in_other_languages(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "locale=id").await?;
    Demo::switch(stage, "language", "id").await?;
    calculator.click("import").await?;
    paste(&calculator, "Kode;Harga\n00001;18.500\n00099;1").await?;
    let found = calculator.text("import-found").await?;
    same(found.as_str(), "“Harga yang ditempel”: 1 harga, 1 baris dilewati.", "what was found")?;
    let unclear = calculator.text("import-unclear").await?;
    ensure(unclear.contains("“18.500” dibaca 18.500"), format!("\"{unclear}\" says how it was read"))?;
    let told = calculator.text("import-rejected").await?;
    ensure(told.contains("Tidak ada produk dengan kode atau nama ini."), format!("\"{told}\" says why"))?;

    Demo::switch(stage, "language", "ru").await?;
    calculator.ready().await?;
    calculator.click("import").await?;
    // "Артикул;Цена" and two rows, a letter a byte.
    let old =
        "return new Blob([Uint8Array.of(0xc0, 0xf0, 0xf2, 0xe8, 0xea, 0xf3, 0xeb, 0x3b, 0xd6, 0xe5, 0xed, 0xe0, 0x0a),
        '00001;1 234,50\\n00002;\\n00003;1'])";
    give(stage, old, "май.csv").await?;
    let found = calculator.text("import-found").await?;
    same(found.as_str(), "«май»: 2 цены, 1 строка пропущена.", "what was found")?;
    let told = calculator.text("import-rejected").await?;
    ensure(told.contains("Строка 3") && told.contains("Нет цены."), format!("\"{told}\" says why"))?;
    same(calculator.text("import-take").await?.as_str(), "Принять 2 цены", "the button")?;
    calculator.click("import-take").await?;
    calculator.text_that("import-list", "name the list in force", |text| text.contains("«май»")).await.map(drop)
}

/// Names instead of numbers, currencies beside prices, days with slashes.
pub(crate) async fn rows_of_other_programs(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.click("import").await?;
    let rows = "Product;Price;Valid until\nCHAI;$1,200.50;06/05/1998\nCote de Blaye;€4;\nIkura;9;30/02/1998";
    paste(&calculator, rows).await?;
    let found = calculator.text("import-found").await?;
    same(found.as_str(), "“Pasted prices”: 1 price, 2 rows left out.", "what was found")?;
    let unclear = calculator.text("import-unclear").await?;
    same(unclear.as_str(), "Row 2: “06/05/1998” is read as Jun 5, 1998.", "how the day was read")?;
    let told = texts(&calculator, "import-rejected").await?;
    let whole = told.len() == 2 && told[0].contains("The price list is in USD.") && told[1].contains("No such day.");
    ensure(whole, format!("{told:?} say why"))?;
    calculator.click("import-take").await?;
    calculator.add("Chai", "1").await?;
    // From 1,000 on the list takes two percent off an order.
    calculator.expect_net(117_649).await
}

async fn paste(calculator: &Calculator, rows: &str) -> Outcome {
    let field = calculator.part("import-text").await?;
    calculator.paste(&field, rows).await?;
    calculator.click("import-check").await
}

/// Chooses the file a script makes, as a drop of it would.
async fn give(stage: &Stage, make: &str, name: &str) -> Outcome {
    let give = format!(
        "const file = new File([await (async () => {{ {make} }})()], arguments[0]), carrier = new DataTransfer();
         carrier.items.add(file);
         const field = document.querySelector('#calculator').shadowRoot.querySelector('[part~=import-file]');
         field.files = carrier.files;
         field.dispatchEvent(new Event('change', {{bubbles: true}}));"
    );
    stage.in_page(&give, &[json!(name)]).await.map(drop)
}

/// The texts of all elements of a part; of those that are scrolled away too.
async fn texts(calculator: &Calculator, part: &str) -> Outcome<Vec<String>> {
    let mut texts = Vec::new();
    for element in calculator.all(part).await? {
        texts.push(element.prop("textContent").await?.unwrap_or_default());
    }
    Ok(texts)
}
