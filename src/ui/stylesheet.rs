//! The one style sheet of all widgets, put together from the theme contract and each view's own file.

use super::css::{front, minify};

/// Everything a shadow root adopts. Only `tokens.css` holds literal colours and sizes.
pub fn stylesheet() -> &'static str {
    SHEET
}

/// As it is written.
const SOURCE: &str = concat!(
    include_str!("../../www/tokens.css"),
    include_str!("base.css"),
    include_str!("combobox.css"),
    include_str!("number_field.css"),
    include_str!("toggle.css"),
    include_str!("fold.css"),
    include_str!("waterfall.css"),
    include_str!("ladder.css"),
    include_str!("status_line.css"),
    include_str!("keys.css"),
    include_str!("bars.css"),
    include_str!("guarded_field.css"),
    include_str!("inline.css"),
    include_str!("../widgets/discount_calculator/discount_calculator.css"),
    include_str!("../widgets/discount_calculator/import.css"),
    include_str!("../widgets/client_card/client_card.css"),
    include_str!("../widgets/meeting_planner/meeting_planner.css"),
    include_str!("../widgets/competitor_comparison/competitor_comparison.css"),
);

/// Going through it all takes the compiler more steps than it likes to take unasked, and less than a second.
#[allow(long_running_const_eval)]
const MINIFIED: ([u8; SOURCE.len()], usize) = minify(SOURCE);

/// As it is shipped.
static SHEET: &str = match str::from_utf8(&front::<{ MINIFIED.1 }>(&MINIFIED.0)) {
    Ok(sheet) => sheet,
    Err(_) => SOURCE,
};
