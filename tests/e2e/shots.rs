//! Pictures of the demo for people to look at: scheme x width x language, empty and with a quote.

use std::path::Path;

use serde_json::json;

use crate::{
    harness::{Outcome, Plan, Stage, with_chromium},
    pages::{Calculator, Demo},
};

const WIDTHS: [u32; 3] = [360, 768, 1280];

/// Saves every picture into `folder`, named after what it shows.
pub(crate) async fn take(plan: &Plan, folder: &Path) -> Outcome<bool> {
    std::fs::create_dir_all(folder)?;
    let taken = with_chromium(plan, false, async |stage| {
        let mut taken = 0;
        for locale in ["en", "id", "ru"] {
            for width in WIDTHS {
                resize(stage, width, 900).await?;
                Demo::forget(stage).await?;
                let calculator = Demo::open(stage, &format!("locale={locale}")).await?;
                Demo::switch(stage, "language", locale).await?;
                taken += both_schemes(stage, folder, &format!("empty-{width}-{locale}")).await?;
                order(&calculator).await?;
                taken += both_schemes(stage, folder, &format!("quote-{width}-{locale}")).await?;
                calculator.look_up("product", "ch").await?;
                taken += both_schemes(stage, folder, &format!("list-{width}-{locale}")).await?;
                let field = calculator.in_line(1, "quantity").await?;
                calculator.paste(&field, "twelve").await?;
                calculator.click("save").await?;
                taken += both_schemes(stage, folder, &format!("wrong-{width}-{locale}")).await?;
            }
        }
        Ok(taken)
    })
    .await?;
    println!("{taken} pictures in {}", folder.display());
    Ok(true)
}

/// An order that has something to show in every part of the widget, and a saved quote.
async fn order(calculator: &Calculator) -> Outcome {
    calculator.choose_client("Ernst Handel").await?;
    for (product, quantity) in [("Chai", "12"), ("Chang", "40"), ("Ikura", "5"), ("Queso Manchego La Pastora", "24")] {
        calculator.add(product, quantity).await?;
    }
    calculator.set_term("net60").await?;
    calculator.set_manual("2").await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    Ok(())
}

async fn both_schemes(stage: &Stage, folder: &Path, name: &str) -> Outcome<usize> {
    for scheme in ["light", "dark"] {
        // By script: a click on the switch would close an open list.
        let switch = "const theme = document.querySelector('#theme'); theme.value = arguments[0]; theme.dispatchEvent(new Event('change'));";
        stage.js(switch, vec![json!(scheme)]).await?;
        // The picture shows what is in view, so the view is made as high as the page.
        let height = stage.js("return document.documentElement.scrollHeight", vec![]).await?.as_u64().unwrap_or(900);
        let width = stage.js("return innerWidth", vec![]).await?.as_u64().unwrap_or(1280);
        resize(stage, u32::try_from(width)?, u32::try_from(height)?).await?;
        std::fs::write(folder.join(format!("{name}-{scheme}.png")), stage.client.screenshot().await?)?;
        resize(stage, u32::try_from(width)?, 900).await?;
    }
    Ok(2)
}

async fn resize(stage: &Stage, width: u32, height: u32) -> Outcome {
    let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
    stage.cdp().await?.command("Emulation.setDeviceMetricsOverride", metrics).await?;
    Ok(())
}
