//! Whether the draft may be signed: by whom, and with how much time to pay.

use rust_decimal::Decimal;

use super::item::{Changed, Entity};
use super::state::{Place, State};
use crate::domain::approval::Approval;
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::{add, div, mul};
use crate::domain::pricing::Priced;
use crate::domain::quote::Draft;
use crate::domain::receivable::{Exposure, Invoice, Payment, Receivables, UnderWay};
use crate::domain::terms::{Change, Deal, Decision, Granted, Judged, Level, Solvency};

/// What the draft comes to in the eyes of whoever signs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Signing {
    /// The deal as it would be signed.
    pub deal: Deal,
    /// Everything given, and what is left.
    pub judged: Judged,
    /// By whose limits it was decided: the user's, or the lowest there are.
    pub level: Level,
    /// Whether the host has said how far the user may go.
    pub is_known: bool,
    /// What that level may; nothing where the price list sets no limits.
    pub decision: Option<Decision>,
    /// What was asked for this draft, and what has become worse since; an approval stands while nothing has.
    pub asked: Option<(Approval, Vec<Change>)>,
    /// Whether what was asked stays on this device, because there is no host that takes it.
    pub is_unsent: bool,
}

/// What the client owes before this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owed {
    late: Solvency,
    total: Decimal,
    limit: Option<Decimal>,
}

impl Signing {
    /// Judges the priced draft.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn of(state: &State, priced: &Priced) -> Result<Self> {
        let deal = deal(state, &state.draft, priced)?;
        let judged = deal.judge()?;
        let known = state.catalogue().and_then(|catalogue| catalogue.level);
        let level = known.unwrap_or(Level::Beginner);
        let authority = state.price_list().and_then(|list| list.authority.as_ref());
        let decision = authority.map(|authority| authority.decide(level, &deal)).transpose()?;
        let asked = state.draft.approval.as_deref().and_then(|id| state.book.approval(id));
        let asked = asked.map(|approval| (approval.clone(), approval.beyond(&judged)));
        let unsent = |changed: &Changed| {
            changed.key.entity == Entity::Approval
                && Some(&changed.key.id) == state.draft.approval.as_ref()
                && matches!(changed.place, Place::Device | Place::Refused { .. })
        };
        let is_unsent = state.changes.iter().any(unsent);
        Ok(Self { deal, judged, level, is_known: known.is_some(), decision, asked, is_unsent })
    }
}

/// A scenario as a deal: what is given in all, and what it costs us, as far as that is known.
///
/// # Errors
/// `number.overflow`.
pub fn deal(state: &State, draft: &Draft, priced: &Priced) -> Result<Deal> {
    let cost_of = |id: &str| state.product(id).and_then(|product| product.cost);
    let mut cost = Some(Decimal::ZERO);
    let mut count = |unit: Option<Decimal>, quantity: Decimal| {
        cost = match (cost, unit) {
            (Some(sum), Some(unit)) => Some(add(sum, mul(unit, quantity)?)?),
            _ => None,
        };
        Ok(())
    };
    for line in &draft.lines {
        count(cost_of(&line.product), line.quantity)?;
    }
    let mut free_goods = Decimal::ZERO;
    for good in &priced.free {
        free_goods = add(free_goods, good.worth)?;
        count(draft.given(good).and_then(cost_of), good.quantity)?;
    }
    let deferral = priced.deferral.as_ref().map_or(Decimal::ZERO, |deferred| deferred.cost);
    let included = state.price_list().and_then(|list| list.tax.as_ref()).is_some_and(|tax| tax.included);
    // Costs are without tax, so prices that have it in them are judged by what is ours of them.
    let ours = |amount: Decimal| {
        if included && !priced.net.is_zero() { div(mul(amount, priced.taxed.net)?, priced.net) } else { Ok(amount) }
    };
    Ok(Deal {
        list: ours(priced.list)?,
        free_goods: ours(free_goods)?,
        net: ours(priced.net)?,
        rounding: Decimal::ZERO,
        deferral: ours(deferral)?,
        cost,
    })
}

impl Owed {
    /// What the chosen client owes on a day, with what is ordered and not billed yet.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn of(state: &State, today: Date) -> Result<Self> {
        let (book, client) = (&state.book, state.client.as_deref().unwrap_or_default());
        let invoices: Vec<Invoice> = book.invoices.iter().filter(|invoice| invoice.client == client).cloned().collect();
        let payments: Vec<Payment> = book.payments.iter().filter(|payment| payment.client == client).cloned().collect();
        let receivables = Receivables::on(today, &invoices, &payments)?;
        let open = book.orders.iter().filter(|order| order.client == client && !order.shipped && order.date <= today);
        let confirmed = open.map(|order| order.net).try_fold(Decimal::ZERO, add)?;
        let orders = UnderWay { confirmed, ..UnderWay::default() };
        let limit = book.account(client).and_then(|account| account.credit_limit);
        let exposure = Exposure::of(receivables.balance, &orders, None)?;
        Ok(Self { late: Solvency::of(&receivables, &exposure)?, total: exposure.total, limit })
    }

    /// How long the client may wait with paying for an order of this net amount; nothing where the price list has no rule.
    ///
    /// # Errors
    /// `number.overflow`; `rule.invalid` for a policy that contradicts itself.
    pub fn grant(&self, state: &State, net: Decimal, asked_days: u32) -> Result<Option<Granted>> {
        let Some(policy) = state.price_list().and_then(|list| list.credit.as_ref()) else { return Ok(None) };
        let order = UnderWay { this_order: net, ..UnderWay::default() };
        let exposure = Exposure::of(self.total, &order, self.limit)?;
        policy.grant(asked_days, &Solvency { over_limit: exposure.over_by(), ..self.late }).map(Some)
    }
}
