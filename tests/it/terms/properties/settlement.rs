use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::money::Rounding;
use sapa::domain::terms::{Bill, CashRounding, EarlyPayment, TaxReduction, TaxRounding, Taxed};

use super::cents;
use crate::support::{currency, dec};

proptest! {
    #[test]
    fn settlements_add_up(
        lines in vec((cents(0..=100_000), 0_i64..30), 0..5), percent in cents(0..=10_000),
        tax in proptest::sample::select(&[TaxReduction::OnEarly, TaxReduction::Always, TaxReduction::Never][..]),
        coin in proptest::option::of(proptest::sample::select(&[5_u32, 10, 50][..])), whole in any::<bool>(),
    ) {
        let lines: Vec<Taxed> = lines.into_iter().map(|(net, tax)| Taxed { net, tax_percent: tax.into() }).collect();
        let bill = Bill {
            lines: &lines,
            fixed_tax: Decimal::ZERO,
            tax_rounding: if whole { TaxRounding::Document } else { TaxRounding::Line },
            currency: currency(2),
            rounding: Rounding::HalfUp,
            cash: coin.map(|units| CashRounding::units(units, currency(2)).unwrap()),
        };
        let settled = EarlyPayment { discount_percent: percent, tax }.settle(&bill).unwrap();
        prop_assert_eq!(settled.gross, settled.net + settled.tax);
        prop_assert_eq!(settled.discount, settled.late - settled.early);
        let step = coin.map_or(dec("0.01"), |units| Decimal::new(units.into(), 2));
        prop_assert!((settled.late % step).is_zero() && (settled.early % step).is_zero());
        prop_assert!(settled.early >= Decimal::ZERO && settled.early <= settled.late);
        prop_assert!((settled.late - settled.gross).abs() * Decimal::TWO <= step);
    }

    #[test]
    fn coins_are_near_and_stay(amount in cents(-100_000..=100_000), units in 1_u32..200) {
        let coins = CashRounding::units(units, currency(2)).unwrap();
        let rounded = coins.round(amount).unwrap();
        prop_assert!((rounded - amount).abs() * Decimal::TWO <= coins.step);
        prop_assert_eq!(coins.round(rounded).unwrap(), rounded);
        prop_assert_eq!(coins.round(-amount).unwrap(), -rounded);
    }
}
