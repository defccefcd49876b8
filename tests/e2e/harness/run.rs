use std::time::{Duration, Instant};

use tokio::time::timeout;

use super::{
    driver::Driver,
    engine::Engine,
    evidence,
    failure::{Outcome, ensure, fail},
    plan::Plan,
    report::{Broken, Report},
    scenario::Scenario,
    site::Site,
    stage::Stage,
};

/// Plays every wanted scenario in every wanted engine and prints the report; answers whether all passed.
///
/// # Errors
/// What keeps an engine from starting at all.
pub(crate) async fn run(plan: &Plan, scenarios: &[Scenario]) -> Outcome<bool> {
    let wanted: Vec<_> = scenarios.iter().filter(|scenario| plan.wants(scenario.name)).collect();
    if let Some(part) = &plan.only {
        println!("only scenarios whose name contains \"{part}\": {} of {}", wanted.len(), scenarios.len());
        ensure(!wanted.is_empty(), "no scenario has such a name")?;
    }
    let report = Report::default();
    for &engine in &plan.engines {
        let mut driver = Driver::start(engine, plan).await?;
        for scenario in &wanted {
            if let Some(reason) = scenario.barred(engine) {
                report.not_run(engine, scenario.name, reason);
                continue;
            }
            // A driver that missed a click must not hide behind a rerun, nor stop a build that is sound: a story that
            // failed is told once more in a fresh browser, and the report names it whatever comes of it.
            let mut telling = play(plan, &driver, scenario, &report).await?;
            if let Err(broken) = &telling.verdict {
                report.stumbled(engine, scenario.name, broken);
                driver = driver.renew(plan).await?;
                telling = play(plan, &driver, scenario, &report).await?;
            }
            if let Err(broken) = &telling.verdict {
                report.failed(engine, scenario.name, broken);
            }
            // A browser that cannot be closed would stand in the way of the next scenario.
            if !telling.closed {
                driver = driver.renew(plan).await?;
            }
        }
    }
    Ok(report.close())
}

/// Gives `act` one fresh Chromium, for pictures and measurements. The browser is closed whatever happens.
pub(crate) async fn with_chromium<T>(
    plan: &Plan,
    trace: bool,
    act: impl AsyncFnOnce(&mut Stage) -> Outcome<T>,
) -> Outcome<T> {
    let driver = Driver::start(Engine::Chromium, plan).await?;
    let mut stage = set(plan, &driver, trace).await?;
    let outcome = act(&mut stage).await;
    stage.client.close().await?;
    outcome
}

/// One scenario told once: how it went, and whether the browser could be closed.
struct Telling {
    verdict: Result<(), Broken>,
    closed: bool,
}

async fn play(plan: &Plan, driver: &Driver, scenario: &Scenario, report: &Report) -> Outcome<Telling> {
    let start = Instant::now();
    // A browser may be slow to open on a busy machine; one that does not open twice is a failure.
    let opened = match set(plan, driver, false).await {
        Ok(stage) => Ok(stage),
        Err(_) => set(plan, driver, false).await,
    };
    let mut stage = match opened {
        Ok(stage) => stage,
        Err(why) => {
            let broken = Broken { took: start.elapsed(), why, notes: Vec::new(), files: Vec::new() };
            return Ok(Telling { verdict: Err(broken), closed: false });
        }
    };
    let told = match timeout(scenario.limit, (scenario.story)(&mut stage)).await {
        Ok(told) => told,
        Err(_) => fail(format!("did not end within {} s", scenario.limit.as_secs())),
    };
    let verdict = match told.and_then(|()| clean(scenario, &stage)) {
        Ok(()) => {
            report.passed(driver.engine(), scenario.name, start.elapsed(), &stage.notes);
            Ok(())
        }
        Err(why) => {
            let took = start.elapsed();
            let kept = timeout(Duration::from_secs(15), evidence::keep(plan, &stage, scenario.name)).await;
            let files = kept.ok().and_then(Result::ok).unwrap_or_default();
            Err(Broken { took, why, notes: std::mem::take(&mut stage.notes), files })
        }
    };
    let closed = matches!(timeout(Duration::from_secs(15), stage.client.close()).await, Ok(Ok(())));
    Ok(Telling { verdict, closed })
}

async fn set(plan: &Plan, driver: &Driver, trace: bool) -> Outcome<Stage> {
    Ok(Stage {
        engine: driver.engine(),
        client: driver.open(trace).await?,
        site: Site::start(&plan.dist).await?,
        other: Site::start(&plan.dist).await?,
        driver: driver.address().to_owned(),
        notes: Vec::new(),
    })
}

/// No page of ours may break the strict policy it is served with, in any scenario.
fn clean(scenario: &Scenario, stage: &Stage) -> Outcome {
    let violations: Vec<_> = [&stage.site, &stage.other].iter().flat_map(|site| site.violations()).collect();
    ensure(
        scenario.may_violate || violations.is_empty(),
        format!("the content security policy was violated:\n{}", violations.join("\n")),
    )
}
