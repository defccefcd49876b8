//! What carries the scenarios: a server for `dist`, the engines and their drivers, the run and its report.

mod cdp;
mod driver;
mod engine;
mod evidence;
mod failure;
mod http;
mod mouse;
mod plan;
mod report;
mod response;
mod run;
mod scenario;
mod site;
mod stage;
mod wait;

pub(crate) use cdp::Cdp;
pub(crate) use engine::Engine;
pub(crate) use failure::{Outcome, ensure, fail, same};
pub(crate) use mouse::click;
pub(crate) use plan::{Mode, Plan};
pub(crate) use run::{run, with_chromium};
pub(crate) use scenario::Scenario;
pub(crate) use stage::Stage;
pub(crate) use wait::{settle, until, until_within};
