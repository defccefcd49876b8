//! Line icons of 16 units. They decorate a word or a labelled button, so screen readers pass over them.

use super::element::{El, svg};

/// The icons there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A cross: remove, clear.
    Cross,
    /// A bent arrow: undo.
    Back,
    /// A tick: done, kept.
    Tick,
    /// A triangle with a mark: something needs attention.
    Warning,
    /// A clock: waiting.
    Clock,
    /// Two sheets: copy.
    Copy,
    /// An arrow up along steps: the next tier.
    Step,
    /// A star: a key account.
    Star,
    /// A receiver: a call.
    Phone,
    /// Two heads: a meeting.
    People,
    /// A parcel: an order.
    Box,
    /// A sheet with lines: a note.
    Note,
    /// A padlock: not for everybody's eyes.
    Lock,
    /// An arrowhead that turns: open.
    Open,
    /// An arrow up: earlier.
    Up,
    /// An arrow down: later.
    Down,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Icon::Cross => "M4 4l8 8M12 4l-8 8",
            Icon::Back => "M6 3L3 6l3 3M3 6h6a4 4 0 0 1 0 8H6",
            Icon::Tick => "M3 8.5l3.5 3.5L13 4.5",
            Icon::Warning => "M8 2.5l6 11H2zM8 6.5v3.5M8 12v.2",
            Icon::Clock => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.5V8l2.5 1.5",
            Icon::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Icon::Lock => "M4 7.5h8v6H4zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2",
            Icon::Step => "M2 13h4V9h4V5h4M11 2l3 3-3 3",
            Icon::Star => "M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z",
            Icon::Phone => "M3 3.5c0 5.2 4.3 9.5 9.5 9.5l1-3-3-1.5-1.3 1.3A8 8 0 0 1 6.2 6.8l1.3-1.3L6 2.5z",
            Icon::People => {
                "M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5a4.5 4.5 0 0 1 9 0M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.5a4.5 4.5 0 0 1 2.5 4"
            }
            Icon::Box => "M2.5 5L8 2l5.5 3v6L8 14l-5.5-3zM2.5 5L8 8l5.5-3M8 8v6",
            Icon::Open => "M6 3.5l4.5 4.5L6 12.5",
            Icon::Up => "M8 13V3.5M4 7l4-4 4 4",
            Icon::Down => "M8 3v9.5M4 9l4 4 4-4",
            Icon::Note => "M3.5 2.5h9v11h-9zM6 6h4M6 9h4",
        }
    }
}

/// The icon as inline SVG, drawn in the colour of the text around it.
pub fn icon(icon: Icon) -> El {
    svg("svg")
        .class("icon")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg("path").attr("d", icon.path()))
}
