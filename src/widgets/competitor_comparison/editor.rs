//! One fact unfolded beside its cell: where it is from, why it may not count, and the fields to add or correct it.

use super::board::{Board, Place};
use super::{facts, said};
use crate::domain::comparison::{Confidence, Criterion, Fact, Kind, Source, SourceKind, Value};
use crate::domain::date::Date;
use crate::domain::error::{Code, Error};
use crate::domain::number;
use crate::i18n::comparison::ComparisonKey as Key;
use crate::session::Live;
use crate::store::Item;
use crate::store::comparing::{Contender, TableCell, worded};
use crate::ui::{El, button, el, toggle};

/// What is typed, until it is saved.
#[derive(Clone, Copy)]
struct Draft {
    board: Board,
    place: Place,
    value: Live<String>,
    kind: Live<SourceKind>,
    source: Live<String>,
    seen: Live<String>,
    confidence: Live<Confidence>,
    shareable: Live<bool>,
    /// Why it was not saved: what is wrong with the value, and with the day.
    wrong: Live<(String, String)>,
}

/// The unfolded fact.
pub(super) fn detail(board: Board, place: Place) -> El {
    let cell = board.table.with(|table| {
        let row = table.rows.iter().find(|row| row.criterion == place.0)?;
        row.cells.get(place.1).cloned().flatten()
    });
    let criterion = board.criterion(place.0);
    let product = board.with(|now| now.products.get(place.1).cloned()).flatten();
    let content = match (criterion, product) {
        (Some(criterion), Some(product)) => content(board, place, &criterion, &product, cell.as_ref()),
        _ => el("p"),
    };
    let close = move || {
        board.open.set(None);
        facts::focus(board, place);
    };
    el("div").attr("role", "row").class("detail-row").child(
        el("div")
            .class("detail")
            .part("detail")
            .attr("role", "gridcell")
            .on_key(move |event| {
                let steps_back = event.key() == "Escape";
                if steps_back {
                    close();
                }
                steps_back
            })
            .child(content),
    )
}

fn content(board: Board, place: Place, criterion: &Criterion, product: &Contender, cell: Option<&TableCell>) -> El {
    let words = board.desk.words();
    let holds = board.with(|now| now.holds(criterion)).unwrap_or_default();
    let why = cell.map(|cell| said::why_not(cell, holds, &words)).unwrap_or_default();
    let title = [&product.name, ": ", &criterion.name].concat();
    let about = el("div")
        .class("detail-about")
        .child(el("b").text(&title))
        .children(cell.map(|cell| about(board, cell)))
        .children(why.iter().map(|why| el("p").class("warn").part("why").text(why)));
    let content = el("div").class("detail-content").child(about);
    match cell {
        Some(cell) if cell.fact.is_empty() => content.child(el("p").text(&words.text(Key::FromCatalogue))),
        _ => content.children(form(board, place, criterion, cell)),
    }
}

/// Source, day and confidence in one line.
fn about(board: Board, cell: &TableCell) -> El {
    let words = board.desk.words();
    let seen = cell.seen.map(|seen| [" · ", &words.date(seen)].concat()).unwrap_or_default();
    let sure = [" · ", &words.text(said::confidence(cell.confidence))].concat();
    el("p")
        .class("muted")
        .part("about")
        .children(cell.source.as_ref().map(|source| said::source(source, &words)))
        .text(&seen)
        .text(&sure)
}

fn form(board: Board, place: Place, criterion: &Criterion, cell: Option<&TableCell>) -> [El; 2] {
    let words = board.desk.words();
    let draft = Draft::new(board, place, cell);
    let seen = el("input").attr("type", "date").attr("max", &board.desk.today().to_string());
    let kinds: Vec<_> = said::KINDS.iter().map(|kind| words.text(said::kind(*kind))).collect();
    let confidences: Vec<_> = said::CONFIDENCES.iter().map(|sure| words.text(said::confidence(*sure))).collect();
    let kind = said::KINDS.iter().position(|kind| *kind == draft.kind.get_untracked());
    let sure = said::CONFIDENCES.iter().position(|sure| *sure == draft.confidence.get_untracked());
    let choose_kind = move |at: usize| draft.kind.set(said::KINDS.get(at).copied().unwrap_or_default());
    let choose_sure = move |at: usize| draft.confidence.set(said::CONFIDENCES.get(at).copied().unwrap_or_default());
    let day = move || {
        let wrong = draft.wrong.with(|(_, seen)| seen.clone());
        let is_empty = draft.seen.with(String::is_empty);
        if wrong.is_empty() && is_empty { board.desk.words().text(Key::SeenHint) } else { wrong }
    };
    let fields = el("div")
        .class("detail-fields")
        .child(draft.value_field(criterion))
        .child(field("fact-seen", &words.text(Key::Seen), text_input(seen, draft.seen, "fact-seen"), Box::new(day)))
        .child(field(
            "fact-source",
            &words.text(Key::SourceKind),
            select("fact-source", &kinds, kind, Box::new(choose_kind)),
            Box::new(String::new),
        ))
        .child(field(
            "fact-text",
            &words.text(Key::SourceText),
            text_input(el("input").attr("type", "text"), draft.source, "fact-text"),
            Box::new(String::new),
        ))
        .child(field(
            "fact-sure",
            &words.text(Key::Confidence),
            select("fact-sure", &confidences, sure, Box::new(choose_sure)),
            Box::new(String::new),
        ))
        .child(toggle("shareable", &words.text(Key::Shareable), draft.shareable));
    let cancel = button(&words.text(Key::Cancel)).part("cancel").on_click(move || draft.close());
    let save = button(&words.text(Key::SaveFact)).class("primary").part("save-fact").on_click(move || draft.save());
    let remove = cell.map(|cell| {
        let id = cell.fact.clone();
        button(&words.text(Key::RemoveFact)).part("remove-fact").on_click(move || draft.remove(id.clone()))
    });
    [fields, el("div").class("detail-actions").child(save).child(cancel).children(remove)]
}

/// A labelled field with a note below it.
fn field(id: &str, label: &str, input: El, note: Box<dyn Fn() -> String>) -> El {
    let note_id = [id, "-note"].concat();
    el("div")
        .class("field")
        .child(el("label").attr("for", id).text(label))
        .child(input.attr("id", id).attr("aria-describedby", &note_id))
        .child(
            el("p")
                .class("field-note")
                .attr("id", &note_id)
                .attr("aria-live", "polite")
                .child(el("span").text_with(note)),
        )
}

fn text_input(input: El, text: Live<String>, part: &str) -> El {
    input.part(part).attr("autocomplete", "off").value_with(move || text.get()).on_input(move |typed| text.set(typed))
}

fn select(part: &str, labels: &[String], chosen: Option<usize>, choose: Box<dyn Fn(usize)>) -> El {
    let option = |(at, label): (usize, &String)| {
        let option = el("option").attr("value", &at.to_string()).text(label);
        if Some(at) == chosen { option.attr("selected", "") } else { option }
    };
    el("select")
        .part(part)
        .children(labels.iter().enumerate().map(option))
        .on_change(move |value| choose(value.parse().unwrap_or_default()))
}

impl Draft {
    fn new(board: Board, place: Place, cell: Option<&TableCell>) -> Self {
        let words = board.desk.words();
        let value = match cell.map(|cell| &cell.value) {
            Some(Value::Number(known)) => number::format(known.normalize(), words.separators(), 0),
            Some(Value::Text(text)) => text.clone(),
            Some(Value::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
            None => String::new(),
        };
        let source = cell.and_then(|cell| cell.source.clone()).unwrap_or_default();
        // A fact that is added was most likely seen today.
        let seen = cell.map_or_else(|| Some(board.desk.today()), |cell| cell.seen);
        Self {
            board,
            place,
            value: Live::new(value),
            kind: Live::new(source.kind),
            source: Live::new(source.text),
            seen: Live::new(seen.map(|seen| seen.to_string()).unwrap_or_default()),
            confidence: Live::new(cell.map(|cell| cell.confidence).unwrap_or_default()),
            shareable: Live::new(cell.is_some_and(|cell| cell.shareable)),
            wrong: Live::new((String::new(), String::new())),
        }
    }

    fn value_field(self, criterion: &Criterion) -> El {
        let words = self.board.desk.words();
        let label = said::criterion(criterion);
        let input = match criterion.kind {
            Kind::YesNo => {
                let labels = [Key::Choose, Key::Yes, Key::No].map(|key| words.text(key));
                let chosen = self.value.peek(|value| ANSWERS.iter().position(|answer| answer == value));
                let choose = move |at: usize| self.value.set(ANSWERS.get(at).copied().unwrap_or_default().to_owned());
                select("fact-value", &labels, chosen, Box::new(choose))
            }
            kind => {
                let mode = if kind == Kind::Number { "decimal" } else { "text" };
                text_input(el("input").attr("type", "text").attr("inputmode", mode), self.value, "fact-value")
            }
        };
        let is_wrong = move || self.wrong.with(|(value, _)| !value.is_empty());
        let input = input.state_with("aria-invalid", is_wrong);
        let wrong = move || self.wrong.with(|(value, _)| value.clone());
        field("fact-value", &label, input, Box::new(wrong)).class_with("invalid", is_wrong)
    }

    /// Saves the fact, or says beside the fields why not.
    fn save(self) {
        let Draft { board, place, .. } = self;
        let words = board.desk.words();
        let (Some(criterion), Some(product)) =
            (board.criterion(place.0), board.with(|now| now.products.get(place.1).cloned()).flatten())
        else {
            return;
        };
        let value = self.read(&criterion).map_err(|error| match error {
            Some(error) => words.error(&error, ""),
            None => words.text(Key::ValueMissing),
        });
        let today = board.desk.today();
        let seen =
            self.seen.peek(|seen| Some(seen.trim()).filter(|seen| !seen.is_empty()).map(Date::parse).transpose());
        let seen = match seen {
            Ok(Some(seen)) if seen > today => Err(words.text(Key::AheadWhy)),
            Ok(seen) => Ok(seen),
            Err(error) => Err(words.error(&error, "")),
        };
        let (value, seen) = match (value, seen) {
            (Ok(value), Ok(seen)) => (value, seen),
            (value, seen) => {
                self.wrong.set((value.err().unwrap_or_default(), seen.err().unwrap_or_default()));
                return;
            }
        };
        let known = self.fact_id();
        let id = known.unwrap_or_else(|| board.desk.session().new_id());
        let fact = Fact {
            source: Source { kind: self.kind.get_untracked(), text: self.source.get_untracked().trim().to_owned() },
            seen,
            confidence: self.confidence.get_untracked(),
            shareable: self.shareable.get_untracked(),
            ..Fact::new(id, product.subject.clone(), criterion.id.as_str(), value)
        };
        let said = words.fill(Key::FactSaved, &[("criterion", &criterion.name), ("product", &product.name)]);
        match board.put(Item::Fact(fact), said) {
            Ok(()) => self.close(),
            Err(error) => self.wrong.set((words.error(&error, ""), String::new())),
        }
    }

    fn remove(self, id: String) {
        let board = self.board;
        let criterion = board.criterion(self.place.0).map(|criterion| criterion.name).unwrap_or_default();
        let product = board.name(self.place.1);
        let said = board.desk.words().fill(Key::FactRemoved, &[("criterion", &criterion), ("product", &product)]);
        if board.remove_fact(id, said).is_ok() {
            self.close();
        }
    }

    fn close(self) {
        self.board.open.set(None);
        facts::focus(self.board, self.place);
    }

    /// The id of the fact that is corrected; none for one that is added.
    fn fact_id(self) -> Option<String> {
        self.board.table.with(|table| {
            let row = table.rows.iter().find(|row| row.criterion == self.place.0)?;
            let cell = row.cells.get(self.place.1)?.as_ref()?;
            Some(cell.fact.clone()).filter(|id| !id.is_empty())
        })
    }

    /// The value as the criterion wants it; no error where nothing is typed.
    fn read(self, criterion: &Criterion) -> Result<Value, Option<Error>> {
        let typed = self.value.get_untracked();
        if typed.trim().is_empty() {
            return Err(None);
        }
        if criterion.kind != Kind::Number {
            return worded(criterion.kind, &typed).ok_or(None);
        }
        let read = number::parse(&typed, self.board.desk.words().separators()).map_err(Some)?.value;
        if read.is_sign_negative() { Err(Some(Error::new(Code::NumberRange, ""))) } else { Ok(Value::Number(read)) }
    }
}

/// What the choice between yes and no is kept as, in the order it is offered.
const ANSWERS: [&str; 3] = ["", "yes", "no"];
