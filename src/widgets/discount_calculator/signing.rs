//! Whether the user may sign the draft: what is given in all, and whose word it needs.

use rust_decimal::Decimal;

use super::credit::credit;
use super::figures::Figures;
use crate::domain::approval::{Approval, Verdict};
use crate::domain::terms::{Change, Decision, Level, Reason};
use crate::i18n::{CalculatorKey as Key, Words};
use crate::session::{Derived, Desk};
use crate::store::signing::Signing;
use crate::store::{Command, Item, quoting};
use crate::ui::status_line::host_name;
use crate::ui::{El, Icon, button, el, icon};

/// The verdict on the draft; nothing where the price list sets no limits.
pub(super) fn signing(desk: Desk, figures: Figures) -> El {
    let signing =
        Derived::new(move || figures.with(|priced| desk.state.with(|state| Signing::of(state, priced).ok())).flatten());
    let is_limited = move || signing.with(|signing| signing.as_ref().is_some_and(|now| now.decision.is_some()));
    let verdict = move || View { desk, figures, signing }.verdict();
    el("div")
        .class("signing")
        .when(is_limited, verdict)
        .child(el("div").class("held").part("held").children_with(move || held(desk, figures)))
        .child(credit(desk, figures))
}

#[derive(Clone, Copy)]
struct View {
    desk: Desk,
    figures: Figures,
    signing: Derived<Option<Signing>>,
}

impl View {
    fn verdict(self) -> El {
        let View { desk, figures, signing } = self;
        // Nobody is asked about a deal with nobody.
        let may_ask = move || {
            signing.with(|now| now.as_ref().is_some_and(may_ask)) && desk.state.with(|state| state.client.is_some())
        };
        let again = move || signing.with(|now| now.as_ref().is_some_and(|now| now.asked.is_some()));
        let ask = move || {
            button("")
                .part("ask-approval")
                .text_with(move || desk.words().text(if again() { Key::AskAgain } else { Key::Ask }))
                .on_click(move || self.ask())
        };
        el("section")
            .part("authority")
            .attr("aria-live", "polite")
            .child(el("h3").text(&desk.words().text(Key::Signing)))
            .children_with(move || {
                signing.with(|now| now.as_ref().map(|now| told(desk, figures, now)).unwrap_or_default())
            })
            .when(may_ask, ask)
    }

    /// Sends what was priced to whoever may grant it.
    fn ask(self) {
        let desk = self.desk;
        let today = desk.today();
        let id = desk.session().new_id();
        let approval = self.signing.with(|now| {
            let now = now.as_ref()?;
            let level = if let Some(Decision::Needs { level, .. }) = &now.decision { *level } else { None };
            desk.state.peek(|state| {
                Some(Approval {
                    id: id.clone(),
                    client: state.client.clone()?,
                    asked: today,
                    level,
                    judged: now.judged,
                    request: quoting::whole_request(state, &state.draft, today).ok()?,
                    verdict: Verdict::Asked,
                    by: None,
                })
            })
        });
        if let Some(approval) = approval
            && desk.put(Item::Approval(Box::new(approval))).is_ok()
        {
            let _ = desk.act(Command::AwaitApproval(id));
        }
    }
}

/// Whose word the deal needs and why, what is given in all, and what became of asking.
pub(super) fn told(desk: Desk, figures: Figures, now: &Signing) -> Vec<El> {
    Told { desk, figures }.said(now)
}

#[derive(Clone, Copy)]
struct Told {
    desk: Desk,
    figures: Figures,
}

impl Told {
    fn said(self, now: &Signing) -> Vec<El> {
        let words = self.desk.words();
        let line = |text: &str| el("p").text(text);
        let mut said = vec![match &now.decision {
            Some(Decision::Allowed) | None => answer(Icon::Tick, "good", &words.text(Key::Allowed)),
            Some(Decision::Needs { level, reasons }) => {
                let reasons: Vec<_> = reasons.iter().map(|reason| self.reason(reason, &words)).collect();
                answer(Icon::Lock, "warn", &needs(*level, &reasons.join("; "), &words))
            }
        }];
        let percent = words.percent(now.judged.discount_percent);
        let mut figures = words.fill(Key::AllInAll, &[("percent", &percent)]);
        if let Some(margin) = now.judged.margin_percent {
            figures.push(' ');
            figures.push_str(&words.fill(Key::MarginLeft, &[("percent", &words.percent(margin))]));
        }
        said.push(line(&figures).class("muted"));
        if !now.is_known {
            let host = self.desk.status.with(host_name);
            said.push(line(&words.fill(Key::LevelUnknown, &[("host", &host)])).class("muted"));
        }
        if now.decision != Some(Decision::Allowed)
            && let Some((approval, changes)) = &now.asked
        {
            said.push(self.answered(approval, changes, now.is_unsent, &words));
        }
        said
    }

    fn reason(self, reason: &Reason, words: &Words) -> String {
        let percents = |key, name, now: Decimal, limit: Decimal| {
            words.fill(key, &[(name, &words.percent(now)), ("limit", &words.percent(limit))])
        };
        match *reason {
            Reason::Discount { given, limit } => percents(Key::ReasonDiscount, "given", given, limit),
            Reason::Margin { left, limit } => percents(Key::ReasonMargin, "left", left, limit),
            Reason::NoMargin { limit } => words.fill(Key::ReasonNoMargin, &[("limit", &words.percent(limit))]),
            Reason::Amount { amount } => words.fill(Key::ReasonAmount, &[("amount", &self.figures.money(amount))]),
        }
    }

    /// What became of asking, and whether it still speaks for the draft.
    fn answered(self, approval: &Approval, changes: &[Change], is_unsent: bool, words: &Words) -> El {
        if approval.verdict != Verdict::Refused && !changes.is_empty() {
            let changes: Vec<_> = changes.iter().map(|change| self.worse(change, words)).collect();
            return answer(Icon::Warning, "warn", &words.fill(Key::Worse, &[("changes", &changes.join("; "))]));
        }
        match (approval.verdict, &approval.by) {
            (Verdict::Asked, _) if is_unsent => answer(Icon::Warning, "warn", &words.text(Key::AskedHere)),
            (Verdict::Asked, _) => {
                answer(Icon::Clock, "", &words.fill(Key::Asked, &[("date", &words.date(approval.asked))]))
            }
            (Verdict::Granted, Some(by)) => answer(Icon::Tick, "good", &words.fill(Key::GrantedBy, &[("by", by)])),
            (Verdict::Granted, None) => answer(Icon::Tick, "good", &words.text(Key::Granted)),
            (Verdict::Refused, _) => answer(Icon::Warning, "bad", &words.text(Key::Refused)),
        }
    }

    fn worse(self, change: &Change, words: &Words) -> String {
        let said = |key, approved: &str, now: &str| words.fill(key, &[("approved", approved), ("now", now)]);
        match *change {
            Change::Discount { approved, now } => {
                said(Key::WorseDiscount, &words.percent(approved), &words.percent(now))
            }
            Change::Margin { approved, now } => {
                let now = now.map_or_else(|| words.text(Key::MarginUnknown), |now| words.percent(now));
                said(Key::WorseMargin, &words.percent(approved), &now)
            }
            Change::Amount { approved, now } => {
                said(Key::WorseAmount, &self.figures.money(approved), &self.figures.money(now))
            }
        }
    }
}

/// Whether asking would change anything: somebody may grant it, and nobody was asked for as much.
fn may_ask(now: &Signing) -> bool {
    let needs = matches!(now.decision, Some(Decision::Needs { level: Some(_), .. }));
    needs
        && now
            .asked
            .as_ref()
            .is_none_or(|(approval, changes)| approval.verdict == Verdict::Refused || !changes.is_empty())
}

fn needs(level: Option<Level>, reasons: &str, words: &Words) -> String {
    let key = match level {
        None => return words.fill(Key::NeedsNobody, &[("reasons", reasons)]),
        Some(Level::Beginner) => Key::LevelOne,
        Some(Level::Experienced) => Key::LevelTwo,
        Some(Level::Senior) => Key::LevelThree,
        Some(Level::KeyAccount) => Key::LevelFour,
    };
    words.fill(Key::Needs, &[("level", &words.text(key)), ("reasons", reasons)])
}

pub(super) fn answer(sign: Icon, class: &str, text: &str) -> El {
    el("p").class(&["answer ", class].concat()).child(icon(sign)).child(el("span").text(text))
}

/// What the floors kept from being granted.
fn held(desk: Desk, figures: Figures) -> Vec<El> {
    let words = desk.words();
    let said = figures.with(|priced| {
        let held = priced.waterfall.iter().filter(|effect| !effect.unplaced.is_zero());
        let said = held.map(|effect| {
            let step = figures.step_name(&effect.step);
            let amount = figures.money(effect.unplaced.abs());
            answer(Icon::Warning, "warn", &words.fill(Key::Held, &[("amount", &amount), ("step", &step)]))
        });
        said.collect()
    });
    said.unwrap_or_default()
}
