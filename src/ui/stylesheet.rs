//! The one style sheet of all widgets, put together from the theme contract and each view's own file.

/// Everything a shadow root adopts. Only `tokens.css` holds literal colours and sizes.
pub fn stylesheet() -> String {
    PARTS.concat()
}

const PARTS: [&str; 10] = [
    include_str!("../../www/tokens.css"),
    include_str!("base.css"),
    include_str!("combobox.css"),
    include_str!("number_field.css"),
    include_str!("toggle.css"),
    include_str!("waterfall.css"),
    include_str!("ladder.css"),
    include_str!("status_line.css"),
    include_str!("../widgets/discount_calculator/discount_calculator.css"),
    include_str!("../widgets/competitor_comparison/competitor_comparison.css"),
];
