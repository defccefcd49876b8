//! The capacity dial: how many to invite so that enough come and not too many.

use rust_decimal::Decimal;

use super::plan::Plan;
use crate::i18n::{Key, PlannerKey};
use crate::session::{Derived, Live};
use crate::store::invitations::{Chances, Question, answer, percent_of};
use crate::ui::{El, NumberField, el, svg};

/// What is asked, each in its field.
#[derive(Clone, Copy)]
struct Asked {
    plan: Plan,
    target: Live<Decimal>,
    show_rate: Live<Decimal>,
    slots: Live<Decimal>,
    answer: Derived<Option<[Chances; 3]>>,
}

/// The dial with its fields, its sentence, its picture and its table.
pub(super) fn dial(plan: Plan) -> El {
    let number = |value: i64| Live::new(Decimal::new(value, 0));
    // What the article on the account manager's work says: five a day, of five who are invited one comes.
    let (target, certainty, show_rate, slots) = (number(5), number(80), number(20), number(8));
    let answer = Derived::new(move || {
        let question = Question {
            target: target.get(),
            certainty: certainty.get(),
            show_rate: show_rate.get(),
            slots: slots.get(),
        };
        answer(question).ok()
    });
    let asked = Asked { plan, target, show_rate, slots, answer };
    let fields = el("div")
        .class("dial-fields")
        .child(field(asked, "dial-target", PlannerKey::DialTarget, target))
        .child(field(asked, "dial-certainty", PlannerKey::DialCertainty, certainty))
        .child(field(asked, "dial-rate", PlannerKey::DialRate, show_rate))
        .child(field(asked, "dial-slots", PlannerKey::DialSlots, slots));
    el("details")
        .class("planner-dial")
        .part("dial")
        .attr("open", "")
        .child(
            el("summary")
                .part("dial-open")
                .child(el("span").text(&plan.text(PlannerKey::Dial)))
                .child(el("b").part("dial-answer").text_with(move || asked.invitations())),
        )
        .child(fields)
        .child(own_rate(asked))
        .child(el("div").when(
            move || asked.exact().is_some(),
            move || el("figure").class("dial-figure").child(picture(asked)).child(legend(asked)),
        ))
        .child(
            el("p").class("sentence").part("dial-says").attr("aria-live", "polite").text_with(move || asked.sentence()),
        )
        .child(el("div").when(move || asked.exact().is_some(), move || table(asked)))
}

impl Asked {
    fn exact(&self) -> Option<Chances> {
        self.answer.with(|answer| answer.as_ref().map(|[exact, ..]| *exact))
    }

    fn invitations(&self) -> String {
        self.exact().map(|exact| exact.invitations.to_string()).unwrap_or_default()
    }

    fn percent(&self, percent: u32) -> String {
        self.plan.desk.words().percent(percent.into())
    }

    fn sentence(&self) -> String {
        let Some(exact) = self.exact() else { return self.plan.text(PlannerKey::DialWrong) };
        let words = self.plan.desk.words();
        let number = |value: Live<Decimal>| words.number(value.get().normalize());
        self.plan.fill(
            PlannerKey::DialSays,
            &[
                ("n", &exact.invitations.to_string()),
                ("target", &number(self.target)),
                ("sure", &self.percent(100 - exact.too_few.min(100))),
                ("few", &self.percent(exact.too_few)),
                ("many", &self.percent(exact.too_many)),
                ("slots", &number(self.slots)),
            ],
        )
    }
}

fn field(asked: Asked, part: &'static str, label: PlannerKey, value: Live<Decimal>) -> El {
    let field = NumberField {
        part,
        id: part.to_owned(),
        label: asked.plan.text(label),
        label_hidden: false,
        value: Derived::new(move || value.get()),
        most: Decimal::new(500, 0),
        on_change: Box::new(move |new| {
            value.set(new);
            Ok(())
        }),
    };
    field.view(asked.plan.desk)
}

/// The share that came to one's own meetings, to be taken over with a tap.
fn own_rate(asked: Asked) -> El {
    let plan = asked.plan;
    let own = Derived::new(move || {
        let (came, all) = plan.ask(|diary| diary.attended());
        percent_of(came, all).map(|percent| (came, all, percent))
    });
    let view = move || {
        let said = move || {
            let (came, all, percent) = own.get().unwrap_or_default();
            let values = [("came", came.to_string()), ("all", all.to_string()), ("percent", asked.percent(percent))];
            plan.fill(PlannerKey::DialOwn, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        };
        el("button")
            .attr("type", "button")
            .class("dial-own")
            .part("dial-own")
            .text_with(said)
            .on_click(move || asked.show_rate.set(own.get().map_or(20, |(.., percent)| percent).into()))
    };
    el("div").when(move || own.with(Option::is_some), view)
}

/// Half a ring in three parts: fewer than wanted, as wanted, too many.
fn picture(asked: Asked) -> El {
    let arc = |class: &'static str, part: fn(&Chances) -> (u32, u32)| {
        let dashes = move || asked.exact().map(|exact| dash(part(&exact)));
        svg("path")
            .class(class)
            .attr("d", "M10 60A50 50 0 0 1 110 60")
            .attr("pathLength", "100")
            .attr_with("stroke-dasharray", dashes)
    };
    svg("svg")
        .part("dial-picture")
        .class("dial-picture")
        .attr("viewBox", "0 0 120 68")
        .attr("role", "img")
        .attr("aria-labelledby", "dial-title dial-text")
        .child(svg("title").attr("id", "dial-title").text(&asked.plan.text(PlannerKey::DialPicture)))
        .child(svg("desc").attr("id", "dial-text").text_with(move || asked.sentence()))
        .child(arc("dial-few", |exact| (0, exact.too_few)))
        .child(arc("dial-right", |exact| (exact.too_few, right(exact))))
        .child(arc("dial-many", |exact| (100 - exact.too_many.min(100), exact.too_many)))
        .child(svg("text").class("dial-number").attr("x", "60").attr("y", "54").text_with(move || asked.invitations()))
        .child(
            svg("text").class("dial-word").attr("x", "60").attr("y", "65").text(&asked.plan.text(PlannerKey::Invite)),
        )
}

/// From where, and how much of a hundred: a gap that long, the part, and a gap to the end.
fn dash((from, length): (u32, u32)) -> String {
    ["0 ", &from.to_string(), " ", &length.to_string(), " 200"].concat()
}

/// What is neither too few nor too many.
fn right(exact: &Chances) -> u32 {
    100_u32.saturating_sub(exact.too_few).saturating_sub(exact.too_many)
}

fn legend(asked: Asked) -> El {
    let entry = |class: &str, key: PlannerKey, part: fn(&Chances) -> u32| {
        let said = move || asked.exact().map(|exact| asked.percent(part(&exact))).unwrap_or_default();
        el("li")
            .child(el("i").class(class))
            .child(el("span").text(&asked.plan.text(key)))
            .child(el("b").class("number").text_with(said))
    };
    el("ul")
        .class("dial-legend")
        .child(entry("dial-few", PlannerKey::DialFew, |exact| exact.too_few))
        .child(entry("dial-right", PlannerKey::DialRight, right))
        .child(entry("dial-many", PlannerKey::DialMany, |exact| exact.too_many))
}

fn table(asked: Asked) -> El {
    let plan = asked.plan;
    let heads = [PlannerKey::DialInvited, PlannerKey::DialExpected, PlannerKey::DialFew, PlannerKey::DialMany];
    let head = heads.map(|key| el("th").attr("scope", "col").class("number").text(&plan.text(key)));
    let rows = move || {
        let names = [PlannerKey::DialExact, PlannerKey::DialThumb, PlannerKey::DialThumb];
        let all =
            asked.answer.get().map(|all| names.into_iter().zip(all).map(|(name, chances)| row(asked, name, &chances)));
        all.into_iter().flatten().collect()
    };
    el("details")
        .child(el("summary").part("dial-table").text(&plan.desk.words().text(Key::ShowTable)))
        .child(el("table").child(el("thead").child(el("tr").children(head))).child(el("tbody").children_with(rows)))
}

fn row(asked: Asked, name: PlannerKey, chances: &Chances) -> El {
    let words = asked.plan.desk.words();
    let cell = |text: &str| el("td").class("number").text(text);
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .class("number")
                .text(&chances.invitations.to_string())
                .child(el("small").text(&asked.plan.text(name))),
        )
        .child(cell(&words.number(chances.expected.normalize())))
        .child(cell(&asked.percent(chances.too_few)))
        .child(cell(&asked.percent(chances.too_many)))
}
