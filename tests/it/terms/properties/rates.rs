use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::terms::{
    Annuity, Due, FirstPayment, effective_rate, internal_rates, net_present_value, nominal_rate,
};

use crate::support::dec;
use crate::terms::near;

proptest! {
    #[test]
    fn rates_and_their_inverses_meet(rate in -90_i64..500, periods in 1_u32..400) {
        let rate = Decimal::new(rate, 2);
        let nominal = nominal_rate(rate, periods).unwrap();
        prop_assert!(near(effective_rate(nominal, periods).unwrap(), rate, 18), "{}", nominal);
    }

    #[test]
    fn annuities_and_their_payments_meet(
        rate in -500_i64..3_000, periods in 1_u32..60, payment in -10_000_i64..10_000, future in -10_000_i64..10_000,
        begin in any::<bool>(),
    ) {
        let due = if begin { Due::Begin } else { Due::End };
        let annuity = Annuity { rate: Decimal::new(rate, 4), periods, future: future.into(), due };
        let present = annuity.present_value(payment.into()).unwrap();
        prop_assert!(near(annuity.payment(present).unwrap(), payment.into(), 12));
        // The same, payment by payment.
        let mut flows = vec![Decimal::from(payment); periods as usize];
        flows.insert(if begin { periods as usize } else { 0 }, Decimal::ZERO);
        *flows.last_mut().unwrap() += Decimal::from(future);
        let value = net_present_value(annuity.rate, &flows, FirstPayment::Now).unwrap();
        prop_assert!(near(present, -value, 12), "{} {}", present, value);
    }

    #[test]
    fn internal_rates_are_worth_nothing(flows in vec(-1_000_i64..1_000, 2..14)) {
        let flows: Vec<Decimal> = flows.into_iter().map(Decimal::from).collect();
        // A double rate of zero counts once.
        prop_assume!(!flows.iter().sum::<Decimal>().is_zero());
        let rates = internal_rates(&flows).unwrap();
        prop_assert!(rates.is_sorted() && rates.iter().all(|rate| *rate > Decimal::NEGATIVE_ONE));
        for rate in &rates {
            // The value is measured against what its terms come to, which near -100 % is a great deal.
            let size: Vec<Decimal> = flows.iter().map(Decimal::abs).collect();
            // Nearer still, the sum of its terms takes more than 28 digits and is said to.
            let most = match net_present_value(*rate, &size, FirstPayment::Now) {
                Err(error) if error.code() == "number.overflow" && *rate < dec("-0.9") => continue,
                most => most.unwrap(),
            };
            let value = net_present_value(*rate, &flows, FirstPayment::Now).unwrap();
            prop_assert!(value.abs() <= most * dec("0.0000000001"), "{}: {} of {}", rate, value, most);
        }
        // Never more than the changes of sign, and of the same parity (Descartes).
        let signs: Vec<bool> = flows.iter().filter(|flow| !flow.is_zero()).map(Decimal::is_sign_negative).collect();
        let changes = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
        prop_assert!(rates.len() <= changes && (changes - rates.len()).is_multiple_of(2), "{:?} {}", rates, changes);
    }

    #[test]
    fn internal_rates_are_all_found(rates in proptest::collection::btree_set(-80_i64..300, 1..6)) {
        // The polynomial with just these roots in x = 1 + r, the highest power first.
        let mut flows = vec![Decimal::ONE];
        for rate in &rates {
            let root = Decimal::new(100 + rate, 2);
            flows.push(Decimal::ZERO);
            for index in (1..flows.len()).rev() {
                flows[index] = flows[index] - root * flows[index - 1];
            }
        }
        let found = internal_rates(&flows).unwrap();
        prop_assert_eq!(found.len(), rates.len(), "{:?}", found);
        for (found, rate) in found.iter().zip(&rates) {
            prop_assert!(near(*found, Decimal::new(*rate, 2), 10), "{} {}", found, rate);
        }
    }
}
