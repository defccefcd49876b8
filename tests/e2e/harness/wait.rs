use std::time::{Duration, Instant};

use super::failure::{Outcome, fail};

/// How long a page may take to show what was asked of it.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again and again until `ask` answers with something; after ten seconds fails with `what` and the last trouble.
///
/// An error of `ask` counts as "not yet": an element found a moment ago may have been drawn anew since.
#[track_caller]
pub(crate) fn until<T>(what: &str, ask: impl AsyncFnMut() -> Outcome<Option<T>>) -> impl Future<Output = Outcome<T>> {
    until_within(PATIENCE, what, ask)
}

/// [`until`] with its own patience.
pub(crate) async fn until_within<T>(
    patience: Duration,
    what: &str,
    mut ask: impl AsyncFnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let start = Instant::now();
    loop {
        let trouble = match ask().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => String::new(),
            Err(failure) => format!("; last trouble: {failure}"),
        };
        if patience < start.elapsed() {
            return fail(format!("waited {} s for {what}{trouble}", patience.as_secs()));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Waits until two answers in a row, a short while apart, are equal: for what moves before it rests.
pub(crate) async fn settle<T: PartialEq>(what: &str, mut ask: impl AsyncFnMut() -> Outcome<T>) -> Outcome<T> {
    let mut last = ask().await?;
    until(what, async || {
        tokio::time::sleep(3 * PAUSE).await;
        let now = ask().await?;
        let rests = now == last;
        last = now;
        Ok(rests.then_some(()))
    })
    .await?;
    ask().await
}
