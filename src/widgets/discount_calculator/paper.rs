//! What is printed: the proposal for the client, or the internal sheet. A sheet is drawn when it is printed and goes when the
//! next one is, so it costs no key press.

use leptos::prelude::untrack;

use super::figures::Figures;
use super::packet::packet;
use super::proposal::proposal;
use crate::session::desk::Notice;
use crate::session::{Desk, Live};
use crate::ui::{El, el};

/// Where sheets are drawn.
#[derive(Clone, Copy)]
pub(super) struct Paper {
    desk: Desk,
    figures: Figures,
    drawn: Live<Option<Sheet>>,
}

/// What there is to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    /// For the client: nothing internal is in it.
    Proposal,
    /// For whoever approves it.
    Packet,
}

impl Paper {
    pub(super) fn new(desk: Desk, figures: Figures) -> Self {
        Self { desk, figures, drawn: Live::new(None) }
    }

    /// The place of the sheet, shown on paper alone.
    pub(super) fn view(self) -> El {
        let Paper { desk, figures, drawn } = self;
        let sheet = move || {
            let sheet = drawn.get();
            untrack(|| match sheet {
                None => None,
                Some(Sheet::Proposal) => proposal(desk, figures),
                // A client who looks on gets nothing internal, however the page asks for it.
                Some(Sheet::Packet) => {
                    if figures.for_client.get() {
                        None
                    } else {
                        packet(desk, figures)
                    }
                }
            })
            .into_iter()
            .collect()
        };
        el("div").class("paper").children_with(sheet)
    }

    /// Draws a sheet and prints it.
    pub(super) fn print(self, sheet: Sheet) {
        self.drawn.set(Some(sheet));
        leptos::prelude::request_animation_frame(move || self.desk.tell(Notice::Print));
    }
}
