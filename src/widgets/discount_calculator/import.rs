//! Prices out of somebody's file: choose it or paste it, see what every row would become, take all of it over or nothing.

use super::import_preview::preview;
use super::importing::{Importing, Progress};
use crate::domain::import::PriceImport;
use crate::i18n::{ImportCount, ImportKey, Key};
use crate::session::{Derived, Desk};
use crate::store::Key as RecordKey;
use crate::ui::{El, Handle, Icon, button, el, fold_of, icon};

/// What is in force, and the import of another list.
pub(super) fn import(desk: Desk) -> El {
    let importing = Importing::new(desk);
    let label = desk.words().text(ImportKey::Open);
    let opener = fold_of("import", &label, importing.is_open, importing.opener, move || body(importing));
    el("div").class("import").child(in_force(importing)).child(done(importing)).child(opener)
}

/// The list that goes before the catalogue's prices, and the way to take it out.
fn in_force(importing: Importing) -> El {
    let desk = importing.desk;
    let said = Derived::new(move || {
        let said = |prices: &PriceImport| {
            let words = desk.words();
            let count = words.count(ImportCount::Prices, count(prices.prices()), &[]);
            let date = words.date(prices.imported);
            words.fill(ImportKey::InForce, &[("name", &prices.name), ("date", &date), ("count", &count)])
        };
        desk.state.with(|state| state.book.prices.as_deref().map(said)).unwrap_or_default()
    });
    let view = move || {
        let remove = button(&desk.words().text(ImportKey::TakeOut)).class("quiet").part("import-remove");
        el("div")
            .class("in-force")
            .child(el("p").part("import-list").text_with(move || said.get()))
            .child(remove.on_click(move || importing.take_out()))
    };
    el("div").when(move || !said.with(String::is_empty), view)
}

/// What was done last, and the way back while nothing else was changed since.
fn done(importing: Importing) -> El {
    let desk = importing.desk;
    let is_last = move || {
        importing.done.with(Option::is_some)
            && desk.state.with(|state| {
                let last = state.changes.iter().max_by_key(|changed| changed.order);
                last.is_some_and(|last| last.key == RecordKey::imported_prices())
            })
    };
    let undo = move || {
        let undo = el("button").attr("type", "button").part("import-undo").child(icon(Icon::Back));
        undo.text(&desk.words().text(Key::Undo)).on_click(move || {
            let _ = desk.take_back();
            importing.done.set(None);
            importing.opener.focus();
        })
    };
    let said = el("span").part("import-done").text_with(move || importing.done.get().unwrap_or_default());
    el("div")
        .class("removed")
        .class_with("shown", move || importing.done.with(Option::is_some))
        .child(el("p").attr("role", "status").child(said))
        .when(is_last, undo)
}

fn body(importing: Importing) -> El {
    let desk = importing.desk;
    let escape = move |event: &web_sys::KeyboardEvent| {
        let is_escape = event.key() == "Escape";
        if is_escape {
            importing.step_back();
        }
        is_escape
    };
    let reading = move || {
        let words = desk.words();
        let number = |count: usize| words.number(count.into());
        match (importing.is_reading.get(), importing.progress.get()) {
            (false, _) => String::new(),
            (true, Progress::Begun) => words.text(ImportKey::Reading),
            (true, Progress::Split(percent)) => {
                words.fill(ImportKey::SplitSoFar, &[("percent", &words.percent(percent))])
            }
            (true, Progress::Rows(read, all)) => {
                words.fill(ImportKey::ReadSoFar, &[("read", &number(read)), ("all", &number(all))])
            }
        }
    };
    let problem = move || {
        let text = el("span").text_with(move || importing.problem.get());
        el("p").class("bad").part("error").child(icon(Icon::Warning)).child(text)
    };
    let stop =
        move || button(&desk.words().text(ImportKey::Cancel)).part("import-stop").on_click(move || importing.stop());
    let has_problem = move || !importing.problem.with(String::is_empty);
    let step = move |is_found| match is_found {
        0 => Some(chooser(importing)),
        _ => importing.found.get_untracked().map(|found| preview(importing, &found)),
    };
    el("div")
        .class("import-body")
        .on_key(escape)
        .switch(move || u32::from(importing.found.with(Option::is_some)), step)
        .child(el("p").class("muted").attr("role", "status").part("import-reading").text_with(reading))
        .child(el("div").class("import-stop").when(move || importing.is_reading.get(), stop))
        .child(el("div").attr("role", "alert").class("said").when(has_problem, problem))
}

/// Where the list comes from.
fn chooser(importing: Importing) -> El {
    let words = importing.desk.words();
    let file = Handle::new();
    let chosen = el("input")
        .attr("type", "file")
        .attr("accept", ".csv,.tsv,.txt,.xlsx")
        .class("unseen")
        .part("import-file")
        .handle(file)
        .on_change(move |_| importing.open(file));
    let choose = el("label").class("file").part("import-choose").child(chosen);
    let area = el("textarea")
        .attr("id", "import-text")
        .part("import-text")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .value_with(move || importing.text.get())
        .on_input(move |text| importing.text.set(text));
    let label = el("label").attr("for", "import-text").text(&words.text(ImportKey::Paste));
    let check = button(&words.text(ImportKey::Check)).part("import-check").on_click(move || importing.check());
    el("div")
        .class("import-chooser")
        .child(el("p").class("muted").text(&words.text(ImportKey::About)))
        .child(choose.child(el("span").text(&words.text(ImportKey::Choose))))
        .child(el("div").class("field").child(label).child(area))
        .child(check)
}

/// How many there are, for words that bend with it.
pub(super) fn count<T>(all: &[T]) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}
