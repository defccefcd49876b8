//! The end-to-end suite: the built pages in real browsers, through W3C WebDriver.
//!
//! `cargo test --test e2e` plays every scenario in Chromium and WebKit; what else it can do is told at [`harness::Plan`].

// The suite drives browsers from outside, so there is nothing of it inside one.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod harness;
#[cfg(not(target_arch = "wasm32"))]
mod keypress;
#[cfg(not(target_arch = "wasm32"))]
mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod quote;
#[cfg(not(target_arch = "wasm32"))]
mod scenarios;
#[cfg(not(target_arch = "wasm32"))]
mod shots;
#[cfg(not(target_arch = "wasm32"))]
mod work;

#[cfg(not(target_arch = "wasm32"))]
#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    match play().await {
        Ok(true) => std::process::ExitCode::SUCCESS,
        Ok(false) => std::process::ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("the end-to-end suite cannot run: {failure}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
async fn play() -> harness::Outcome<bool> {
    let plan = harness::Plan::from_env()?;
    match &plan.mode {
        harness::Mode::Scenarios => harness::run(&plan, &scenarios::all()).await,
        harness::Mode::Shots(folder) => shots::take(&plan, folder).await,
        harness::Mode::Keypress => keypress::measure(&plan).await,
        harness::Mode::Quote => quote::measure(&plan).await,
    }
}
