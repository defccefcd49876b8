//! Small views every widget shares. Each is a component beside its style sheet.

pub mod combobox;
pub mod icon;
pub mod ladder;
pub mod number_field;
pub mod status_line;
pub mod stylesheet;
pub mod waterfall;

pub use combobox::{Choice, Combobox};
pub use icon::{Icon, icon};
pub use ladder::Ladder;
pub use number_field::NumberField;
pub use status_line::StatusLine;
pub use waterfall::Waterfall;
