use fantoccini::key::Key;

use super::{LOCALES, Sweep, no_way};
use crate::{
    harness::{Outcome, Stage, until},
    pages::{Planner, press, type_text},
};

/// The states of the planner, in an order in which each leads to the next.
const STATES: [&str; 14] = [
    "week",
    "meeting chosen",
    "outcome noted",
    "keys move it",
    "move form",
    "conflict said",
    "length wrong",
    "plan form",
    "series form",
    "client list open",
    "dial open",
    "dial wrong",
    "agenda",
    "nothing planned",
];

/// Every state of the planner in both schemes and three languages.
pub(crate) async fn no_finding_in_the_planner(stage: &mut Stage) -> Outcome {
    let mut sweep = Sweep::new("meeting-planner", &STATES);
    for locale in LOCALES {
        let planner = Planner::open(stage, &format!("locale={locale}")).await?;
        for (number, state) in STATES.into_iter().enumerate() {
            lead_to(stage, &planner, state).await?;
            sweep.scan(stage, number, locale).await?;
        }
    }
    sweep.report(stage)
}

/// Takes the planner from the state before to this one.
async fn lead_to(stage: &Stage, planner: &Planner, state: &str) -> Outcome {
    match state {
        "week" => planner.meeting("Around the").await.map(drop),
        "meeting chosen" => {
            planner.click_meeting("Around the").await?;
            planner.part("details").await.map(drop)
        }
        "outcome noted" => {
            planner.click_css("[data-outcome=held]").await?;
            planner.click("decider").await?;
            planner.part("undo").await.map(drop)
        }
        "keys move it" => {
            let block = planner.meeting("Around the").await?;
            stage.client.execute("arguments[0].focus()", vec![serde_json::to_value(&block)?]).await?;
            type_text(&stage.client, "m").await?;
            planner.part("mover").await?;
            press(&stage.client, Key::Down).await?;
            // WebKit's driver takes for hidden what is let through by the mouse.
            until("a shadow of the meeting", async || Ok((!planner.all("shadow").await?.is_empty()).then_some(())))
                .await
        }
        "move form" => {
            press(&stage.client, Key::Escape).await?;
            planner.click("move").await?;
            planner.part("verdict").await.map(drop)
        }
        "conflict said" => planner.set("time", "14:10").await,
        "length wrong" => planner.set("minutes", "0").await,
        "plan form" => {
            press(&stage.client, Key::Escape).await?;
            planner.expect_none("dialog").await?;
            planner.click("new").await?;
            planner.part("title").await.map(drop)
        }
        "series form" => {
            planner.set("repeat", "1").await?;
            planner.part("until").await.map(drop)
        }
        "client list open" => {
            // A few are enough: axe looks behind each of them, through the dialog and the page.
            planner.set("meeting-client", "bon").await?;
            planner.part("option").await.map(drop)
        }
        "dial open" => {
            planner.click("cancel").await?;
            planner.click("dial-table").await
        }
        "dial wrong" => planner.set("dial-target", "0").await,
        "agenda" => {
            planner.click_css("[part=view]:nth-child(3)").await?;
            planner.part("agenda").await.map(drop)
        }
        "nothing planned" => {
            for _ in 0..4 {
                planner.click("later").await?;
            }
            planner.click_css("[part=view]:nth-child(1)").await
        }
        other => no_way(other),
    }
}
