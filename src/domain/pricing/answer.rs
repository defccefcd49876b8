//! From the last step to the answer.

use rust_decimal::Decimal;

use super::pipeline::Pipeline;
use super::priced::{Deferred, Effects, Priced, PricedLine, Taxed};
use super::request::Request;
use super::running::{Mask, sum};
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
        let Request { rounding, currency, charges, .. } = self.request;
        let mut taxed = Vec::with_capacity(self.lines.len() + charges.len());
        for line in &self.lines {
            taxed.push((line.shown, line.line.tax_percent));
        }
        let mut charged = 0_i128;
        for charge in charges {
            let amount = rounding.to_minor(charge.amount, *currency)?;
            charged = charged.checked_add(amount).ok_or_else(overflow)?;
            taxed.push((amount, charge.tax_percent));
        }
        let (taxes, [without, sum, with]) = self.total(&taxed, net, charged)?;
        let mut list_with = with;
        if net != list {
            // The same at list price.
            for (taxed, line) in taxed.iter_mut().zip(&self.lines) {
                taxed.0 = line.list;
            }
            [_, _, list_with] = self.total(&taxed, list, charged)?.1;
        }
        let amount = |minor| from_minor(minor, *currency);
        let taxed = Taxed {
            net: amount(without)?,
            tax: amount(sum)?,
            gross: amount(with)?,
            discount: amount(list_with - with)?,
        };
        Ok((taxes, taxed))
    }

    /// The tax of each amount, none where there is no tax; and goods and charges together without tax, their tax, and with it.
    #[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
    fn total(&self, taxed: &[(i128, Decimal)], goods: i128, charged: i128) -> Result<(Vec<i128>, [i128; 3])> {
        let Request { rounding, allocation, currency, tax, .. } = self.request;
        let before = goods.checked_add(charged).ok_or_else(overflow)?;
        if taxed.iter().all(|(_, percent)| percent.is_zero()) {
            return Ok((Vec::new(), [before, 0, before]));
        }
        let taxes = tax.of(taxed, *rounding, *allocation, *currency)?;
        let sum = taxes.iter().try_fold(0_i128, |sum, tax| sum.checked_add(*tax)).ok_or_else(overflow)?;
        let sums = if tax.included { [before - sum, sum, before] } else { [before, sum, before + sum] };
        Ok((taxes, sums))
    }
}

#[cold]
fn overflow() -> Error {
    Error::new(Code::NumberOverflow, "the total")
}

fn percent_off(list: Decimal, net: Decimal) -> Result<Decimal> {
    percentage(sub(list, net)?, list)
}

fn deferred(request: &Request, list: Decimal, net: Decimal) -> Result<Option<Deferred>> {
    let deferral = request.deferral.as_ref();
    deferral.map(|deferral| deferral.of(list, net, request.rounding, request.currency)).transpose()
}
