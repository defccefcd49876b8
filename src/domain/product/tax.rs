//! The tax on what is sold.

use rust_decimal::Decimal;

use super::Product;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, percent_of};
use crate::domain::pricing::{Tax, TaxRounding};

/// How the prices of a list are taxed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaxRules {
    /// Whether prices have the tax in them.
    pub included: bool,
    /// What is rounded.
    pub rounding: TaxRounding,
    /// The tax in percent on products of no other class: 0 to 1000.
    pub percent: Decimal,
    /// The classes of products that are taxed otherwise, and their percentages.
    pub classes: Vec<(String, Decimal)>,
}

impl TaxRules {
    /// The tax on a product, in percent.
    pub fn percent(&self, product: &Product) -> Decimal {
        let own = self.classes.iter().find(|(class, _)| Some(class) == product.tax_class.as_ref());
        own.map_or(self.percent, |(_, percent)| *percent)
    }

    /// What the product costs, measured as its price is: where prices have the tax in them, so has a cost that is compared
    /// with them.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn cost(&self, product: &Product) -> Result<Option<Decimal>> {
        let taxed = |cost| add(cost, percent_of(cost, self.percent(product))?);
        if self.included { product.cost.map(taxed).transpose() } else { Ok(product.cost) }
    }

    /// How the engine is to work it out.
    pub fn policy(&self) -> Tax {
        Tax { included: self.included, rounding: self.rounding, components: Vec::new() }
    }

    /// Whether the percentages can be levied, and each class has one.
    ///
    /// # Errors
    /// `rule.invalid` naming the class.
    pub fn check(&self) -> Result<()> {
        let range = Decimal::ZERO..=Decimal::ONE_THOUSAND;
        let twice = |class: &str| self.classes.iter().filter(|(other, _)| other == class).count() > 1;
        let wrong = self.classes.iter().find(|(class, percent)| !range.contains(percent) || twice(class));
        match wrong {
            Some((class, _)) => Err(Error::new(Code::RuleInvalid, ["tax class ", class].concat())),
            None if !range.contains(&self.percent) => Err(Error::new(Code::RuleInvalid, "tax")),
            None => Ok(()),
        }
    }
}
