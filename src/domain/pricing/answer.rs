//! From the last step to the answer.

use rust_decimal::Decimal;

use super::pipeline::Pipeline;
use super::priced::{Deferred, Effects, Priced, PricedLine, Taxed};
use super::request::Request;
use super::running::{Mask, Running, sum};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{from_minor, percentage, sub};

/// Of a discount of so many smallest units, the percentage never leaves the range of a decimal.
const SURE_TO_HAVE_PERCENT: u128 = 10_u128.pow(24);

impl Pipeline<'_> {
    /// The answer.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    pub(super) fn close(self) -> Result<Priced> {
        let request = self.request;
        let amount = |minor| from_minor(minor, request.currency);
        let list_sum = sum(&self.lines, &Mask::default(), |line| line.list)?;
        let net_sum = self.shown;
        let (list, net) = (amount(list_sum)?, amount(net_sum)?);
        let (taxes, taxed) = self.tax(net_sum, list_sum)?;
        let mut effects = Effects::each(self.effects, self.lines.len(), request.steps.len());
        let mut lines = Vec::with_capacity(self.lines.len());
        for (index, line) in self.lines.iter().enumerate() {
            let (list, net) = (amount(line.list)?, amount(line.shown)?);
            let tax = taxes.get(index).copied().unwrap_or_default();
            if (line.list - line.shown).unsigned_abs() > SURE_TO_HAVE_PERCENT {
                percent_off(list, net)?;
            }
            lines.push(PricedLine {
                id: line.line.id.clone(),
                list,
                net,
                discount: amount(line.list - line.shown)?,
                tax: amount(tax)?,
                gross: amount(if request.tax.included { line.shown } else { line.shown + tax })?,
                unrounded: line.unrounded(request)?,
                quantity: line.line.quantity,
                effects: effects.next().unwrap_or_default(),
            });
        }
        Ok(Priced {
            lines,
            list,
            net,
            discount: sub(list, net)?,
            percent: percent_off(list, net)?,
            waterfall: self.waterfall,
            next: self.next,
            free: self.free,
            taxed,
            deferral: deferred(request, list, net)?,
        })
    }

    /// The tax of each line, and what is to be paid with charges.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    fn tax(&self, net: i128, list: i128) -> Result<(Vec<i128>, Taxed)> {
        let Request { rounding, allocation, currency, tax, charges, lines, .. } = self.request;
        let mut charged = Vec::with_capacity(charges.len());
        for charge in charges {
            charged.push((rounding.to_minor(charge.amount, *currency)?, charge.tax_percent));
        }
        let overflow = || Error::new(Code::NumberOverflow, "the total");
        let total = |goods: i128, amounts: fn(&Running) -> i128| -> Result<(Vec<i128>, [i128; 3])> {
            let before =
                charged.iter().try_fold(goods, |sum, (amount, _)| sum.checked_add(*amount)).ok_or_else(overflow)?;
            let free_of_tax = |(_, percent): &(i128, Decimal)| percent.is_zero();
            if lines.iter().all(|line| line.tax_percent.is_zero()) && charged.iter().all(free_of_tax) {
                return Ok((Vec::new(), [before, 0, before]));
            }
            let taxed = self.lines.iter().map(|line| (amounts(line), line.line.tax_percent));
            let mut taxed = taxed.chain(charged.iter().copied());
            let count = self.lines.len() + charged.len();
            let taxes = tax.of(&mut taxed, count, *rounding, *allocation, *currency)?;
            let sum = taxes.iter().try_fold(0_i128, |sum, tax| sum.checked_add(*tax)).ok_or_else(overflow)?;
            let sums = if tax.included { [before - sum, sum, before] } else { [before, sum, before + sum] };
            Ok((taxes, sums))
        };
        let (taxes, [without, sum, with]) = total(net, |line| line.shown)?;
        let list_with = if net == list { with } else { total(list, |line| line.list)?.1[2] };
        let amount = |minor| from_minor(minor, *currency);
        let taxed = Taxed {
            net: amount(without)?,
            tax: amount(sum)?,
            gross: amount(with)?,
            discount: amount(list_with - with)?,
        };
        Ok((taxes, taxed))
    }
}

fn percent_off(list: Decimal, net: Decimal) -> Result<Decimal> {
    percentage(sub(list, net)?, list)
}

fn deferred(request: &Request, list: Decimal, net: Decimal) -> Result<Option<Deferred>> {
    let deferral = request.deferral.as_ref();
    deferral.map(|deferral| deferral.of(list, net, request.rounding, request.currency)).transpose()
}
