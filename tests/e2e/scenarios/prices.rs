//! A second opinion on the price: the sample list and plain integer arithmetic, written without the product's engine.

use serde_json::Value;

use crate::harness::{Outcome, Stage, fail};

/// The demo's catalogue as the test reads it.
pub(crate) struct Prices(Value);

/// Percentages are kept in hundredths of a percent, so 10,000 is everything.
const ALL: i128 = 10_000;

impl Prices {
    /// Reads the file the page itself is served.
    pub(crate) async fn of(stage: &Stage) -> Outcome<Self> {
        Ok(Self(stage.js_async("return (await fetch('/data/northwind.json')).json()", vec![]).await?))
    }

    pub(crate) fn names(&self, table: &str) -> Vec<&str> {
        self.0[table].as_array().into_iter().flatten().filter_map(|row| row["name"].as_str()).collect()
    }

    /// The products that are still sold, and so can be ordered.
    pub(crate) fn sold(&self) -> Vec<&str> {
        let rows = self.0["products"].as_array().into_iter().flatten();
        rows.filter(|row| row["discontinued"] != true).filter_map(|row| row["name"].as_str()).collect()
    }

    /// The numbers of the articles that are still sold.
    pub(crate) fn articles(&self) -> Vec<&str> {
        let rows = self.0["products"].as_array().into_iter().flatten();
        rows.filter(|row| row["discontinued"] != true).filter_map(|row| row["sku"].as_str()).collect()
    }

    /// What `client` pays in cents for `lines` (product, quantity), with an extra discount in hundredths of a percent, by a term's id.
    pub(crate) fn net(&self, client: &str, lines: &[(&str, i128)], manual: i128, term: &str) -> Outcome<i128> {
        let agreed = hundredths(&self.row("companies", client)?["discountPercent"]);
        let mut net = 0;
        for (product, quantity) in lines {
            let together: i128 = lines.iter().filter(|(other, _)| other == product).map(|(_, quantity)| quantity).sum();
            let volume = self.tier("lineTiers", together);
            let list = quantity * hundredths(&self.row("products", product)?["price"]);
            let kept = (ALL - volume) * (ALL - agreed) * (ALL - manual);
            net += round(list * kept, ALL * ALL * ALL);
        }
        net -= round(net * self.tier("orderTiers", net / 100), ALL);
        let due = self.0["priceList"]["terms"].as_array().into_iter().flatten().find(|row| row["id"] == term);
        match due {
            Some(due) => Ok(net - round(net * hundredths(&due["percent"]), ALL)),
            None => fail(format!("the list has no term {term}")),
        }
    }

    /// What the lines (product, quantity) cost us, in cents: below that nothing is sold.
    pub(crate) fn cost(&self, lines: &[(&str, i128)]) -> Outcome<i128> {
        let costs =
            lines.iter().map(|(product, quantity)| Ok(quantity * hundredths(&self.row("products", product)?["cost"])));
        costs.sum()
    }

    /// The percentage of the highest band reached, in hundredths.
    fn tier(&self, ladder: &str, measured: i128) -> i128 {
        let bands = self.0["priceList"][ladder]["bands"].as_array().into_iter().flatten();
        let reached = bands.filter(|band| hundredths(&band["from"]) <= 100 * measured);
        reached.map(|band| hundredths(&band["percent"])).max().unwrap_or(0)
    }

    fn row(&self, table: &str, name: &str) -> Outcome<&Value> {
        let row = self.0[table].as_array().into_iter().flatten().find(|row| row["name"] == name);
        row.map_or_else(|| fail(format!("{table} has no {name}")), Ok)
    }
}

/// A decimal text in hundredths; nothing there is nothing.
fn hundredths(value: &Value) -> i128 {
    let text = value.as_str().unwrap_or("0");
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part = format!("{part:0<2}");
    format!("{whole}{}", &part[..2]).parse().unwrap_or_default()
}

/// The nearest whole number, ties away from zero.
fn round(numerator: i128, denominator: i128) -> i128 {
    let half = denominator / 2;
    (numerator + if numerator < 0 { -half } else { half }) / denominator
}
