//! What a client owes: invoices, payments, and what is open on a day.
//!
//! `Receivables::on` replays the books up to a day, `Ageing` sorts what is open by how long it has been due, and
//! `Exposure` adds what is under way. All amounts are of one currency.

mod ageing;
mod exposure;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::date::Date;
use super::error::Result;
use super::money::{add, sub};

pub use ageing::{Ageing, BUCKETS};
pub use exposure::{Exposure, UnderWay};

/// A bill, or a credit note if its amount is below zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invoice {
    /// The record's id, opaque to us.
    pub id: String,
    /// The client's id.
    pub client: String,
    /// The order it is for.
    pub order: Option<String>,
    /// The day from which it counts.
    pub issued: Date,
    /// The last day on which paying it is not late. Where none was agreed, that is the day of issue.
    pub due: Date,
    /// What is asked for.
    pub amount: Decimal,
}

/// Money received, or paid back if its amount is below zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The record's id, opaque to us.
    pub id: String,
    /// The client's id.
    pub client: String,
    /// The invoice it is for, if that is known.
    pub invoice: Option<String>,
    /// The day the money came.
    pub date: Date,
    /// How much came.
    pub amount: Decimal,
}

/// What is open on a day. No payment is lost: one that finds no invoice issued by then is unapplied cash.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::receivable::{Invoice, Payment, Receivables};
///
/// let invoice = Invoice {
///     id: "I1".into(), client: "ALFKI".into(), order: None,
///     issued: Date::parse("1998-04-09")?, due: Date::parse("1998-05-07")?, amount: 933.into(),
/// };
/// let payment = |invoice: Option<&str>, amount: i64| Payment {
///     id: "P".into(), client: "ALFKI".into(), invoice: invoice.map(str::to_owned),
///     date: Date::MIN, amount: amount.into(),
/// };
/// let payments = [payment(Some("I1"), 900), payment(None, 50)];
/// let invoices = [invoice];
///
/// let open = Receivables::on(Date::parse("1998-05-10")?, &invoices, &payments)?;
/// assert_eq!((open.items[0].open, open.items[0].days), (33.into(), 3));
/// assert_eq!((open.unapplied, open.balance), ((-50).into(), (-17).into()));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receivables<'a> {
    /// The day.
    pub as_of: Date,
    /// The invoices that are not settled, in the order given.
    pub items: Vec<OpenItem<'a>>,
    /// Payments no invoice was found for, as what they take off the balance: below zero unless paid back.
    pub unapplied: Decimal,
    /// Invoices less payments.
    pub balance: Decimal,
}

/// An invoice that is not settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenItem<'a> {
    /// The invoice.
    pub invoice: &'a Invoice,
    /// What is still to be paid; below zero if it was a credit note or was paid twice.
    pub open: Decimal,
    /// Days since the due date; zero or less if it is not late.
    pub days: i32,
}

impl<'a> Receivables<'a> {
    /// Replays the invoices issued and the payments made up to and including the day `as_of`.
    ///
    /// Should two invoices carry one id, the payments for it settle the first.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn on(as_of: Date, invoices: &'a [Invoice], payments: &[Payment]) -> Result<Self> {
        let mut received = Decimal::ZERO;
        let mut paid: BTreeMap<Option<&str>, Decimal> = BTreeMap::new();
        for payment in payments.iter().filter(|payment| payment.date <= as_of) {
            received = add(received, payment.amount)?;
            let sum = paid.entry(payment.invoice.as_deref()).or_default();
            *sum = add(*sum, payment.amount)?;
        }
        let mut billed = Decimal::ZERO;
        let mut items = Vec::new();
        for invoice in invoices.iter().filter(|invoice| invoice.issued <= as_of) {
            billed = add(billed, invoice.amount)?;
            let open = sub(invoice.amount, paid.remove(&Some(invoice.id.as_str())).unwrap_or_default())?;
            if !open.is_zero() {
                items.push(OpenItem { invoice, open, days: as_of.days_since(invoice.due) });
            }
        }
        // What was not taken out above found no invoice.
        let unapplied = paid.into_values().try_fold(Decimal::ZERO, sub)?;
        Ok(Self { as_of, items, unapplied, balance: sub(billed, received)? })
    }

    /// The items that are late, in the order given.
    pub fn overdue(&self) -> impl Iterator<Item = &OpenItem<'a>> {
        self.items.iter().filter(|item| item.is_overdue())
    }
}

impl OpenItem<'_> {
    /// Whether there is something to pay, and the due date has passed.
    pub fn is_overdue(&self) -> bool {
        self.days > 0 && self.is_owed()
    }

    /// Whether it is owed to us, rather than to the client.
    fn is_owed(&self) -> bool {
        self.open > Decimal::ZERO
    }
}
