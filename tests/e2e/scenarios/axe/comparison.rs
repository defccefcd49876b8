use super::{LOCALES, Sweep, no_way};
use crate::{
    harness::{Outcome, Stage},
    pages::Comparison,
};

/// The states of the comparison, in an order in which each leads to the next.
const STATES: [&str; 14] = [
    "facts",
    "list open",
    "cards found",
    "no card",
    "left out unfolded",
    "fact unfolded",
    "value refused",
    "fact saved",
    "fact added",
    "catalogue's fact",
    "weight wrong",
    "differences only",
    "client's view",
    "no rivals",
];

/// Every state of the comparison in both schemes and three languages.
pub(crate) async fn no_finding_in_the_comparison(stage: &mut Stage) -> Outcome {
    let mut sweep = Sweep::new("competitor-comparison", &STATES);
    for locale in LOCALES {
        Comparison::forget(stage).await?;
        let comparison = Comparison::open(stage, &format!("locale={locale}")).await?;
        for (number, state) in STATES.into_iter().enumerate() {
            lead_to(stage, &comparison, state).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Takes the comparison from the state before to this one.
async fn lead_to(stage: &Stage, comparison: &Comparison, state: &str) -> Outcome {
    match state {
        "facts" => Ok(()),
        "list open" => comparison.look_up("product", "c").await.map(drop),
        "cards found" => {
            // The open list goes as soon as another field has the focus.
            comparison.fill("said", "").await?;
            comparison.click("offer").await
        }
        "no card" => comparison.fill("said", "qqq").await,
        "left out unfolded" => comparison.click_css("[part~=left-out] summary").await,
        "fact unfolded" => comparison.unfold(stage, 0, 1).await,
        "value refused" => {
            comparison.fill("fact-value", "x").await?;
            comparison.click("save-fact").await
        }
        "fact saved" => {
            comparison.fill("fact-value", "17").await?;
            comparison.fill("fact-seen", "1998-05-06").await?;
            comparison.click("save-fact").await?;
            comparison.part("undo").await.map(drop)
        }
        "fact added" => {
            comparison.unfold(stage, 1, 3).await?;
            comparison.fill("fact-value", "tins").await?;
            comparison.click("save-fact").await?;
            comparison.expect_fact(1, 3, "tins").await
        }
        "catalogue's fact" => comparison.unfold(stage, 0, 0).await,
        "weight wrong" => comparison.fill("weight", "x").await,
        "differences only" => comparison.click("differences").await,
        "client's view" => {
            comparison.click("client-view").await?;
            comparison.part("client-facts").await.map(drop)
        }
        "no rivals" => {
            comparison.click("client-view").await?;
            comparison.choose("product", "Aniseed Syrup").await?;
            comparison.part("empty").await.map(drop)
        }
        other => no_way(other),
    }
}
