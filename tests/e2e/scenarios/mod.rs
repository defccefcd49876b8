//! The stories, by theme.

mod ground;

use crate::harness::{Engine, Scenario};

/// A scenario named after its function, so that the report leads to the code.
macro_rules! tell {
    ($theme:ident :: $story:ident) => {
        Scenario::new(concat!(stringify!($theme), "::", stringify!($story)), |stage| Box::pin($theme::$story(stage)))
    };
}

/// Every scenario, in the order they are played.
pub(crate) fn all() -> Vec<Scenario> {
    vec![
        tell!(ground::a_page_opens),
        tell!(ground::a_violation_is_seen).may_violate(),
        tell!(ground::shadow_roots_and_keys),
        tell!(ground::protocol).not_in(&[
            (Engine::Webkit, "memory counters are read through Chromium's own protocol"),
            (Engine::Firefox, "memory counters are read through Chromium's own protocol"),
        ]),
    ]
}
