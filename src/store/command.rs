//! The commands, and what has happened when they were carried out.

use rust_decimal::Decimal;

use super::book::Book;
use super::drafting::{draft_line, in_range};
use super::item::{Changed, Item, Key};
use super::state::{Place, Saved, State, Supply};
use super::undo::{Edit, Past};
use super::{changing, sharing};
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::pricing::Thresholds;
use crate::domain::quote::Draft;
use crate::domain::share::Shared;

/// Discounts given by hand stay between none and all.
const WHOLE: Decimal = Decimal::ONE_HUNDRED;

/// Something a person, the device or the host wants changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Look at this client, or at none. The quote being written is for them from now on.
    ChooseClient(Option<String>),
    /// Add a line with this many of the product; a product that is there already gets that many more.
    AddLine {
        /// The product's id.
        product: String,
        /// How many, above zero.
        quantity: Decimal,
    },
    /// Order this many on the line.
    SetQuantity {
        /// The line's key within the draft.
        key: u32,
        /// How many, zero or more.
        quantity: Decimal,
    },
    /// Order so many on each of these lines, told by their keys: one change, taken back by one step.
    SetQuantities(Vec<(u32, Decimal)>),
    /// Take the line out.
    RemoveLine {
        /// The line's key within the draft.
        key: u32,
    },
    /// Pay by this term of the price list.
    SetTerm(Option<String>),
    /// Give this many percent by hand.
    SetManual(Decimal),
    /// Take this coupon, or none.
    SetCoupon(Option<String>),
    /// Let the steps apply in this order of their ids; those that are not named keep their places.
    ArrangeSteps(Vec<String>),
    /// Let thresholds look at this.
    SetThresholds(Thresholds),
    /// Go on with a copy of the quote being written, as another scenario.
    AddScenario,
    /// Go on with the scenario at this place.
    ShowScenario(usize),
    /// Let go of the scenario being written.
    DropScenario,
    /// This approval was asked for the quote being written.
    AwaitApproval(String),
    /// Start an empty quote for the same client.
    ClearDraft,
    /// Keep the quote being written.
    SaveQuote {
        /// The new quote's id.
        id: String,
        /// The day it was made.
        created: Date,
        /// Whether a host is there to get it.
        host: bool,
    },
    /// Write on a new quote that starts as a copy of a saved one.
    ReopenQuote(String),
    /// Look at the quote of a link, given as the text behind its `#`; nothing of it is taken over.
    OfferShared(String),
    /// Leave the quote of a link.
    LeaveShared,
    /// Write on the quote of a link, for the client that is looked at; lines that cannot be had are left out.
    OpenShared(Shared),
    /// Take back the last change of the quote being written.
    Undo,
    /// Put a record in, new or changed. `idem` names the change to the host, if there is one.
    Put {
        /// The record as it is to be.
        item: Item,
        /// The idempotency key of the change.
        idem: String,
        /// Whether there is a host to send it to.
        host: bool,
    },
    /// Take a record out.
    Remove {
        /// Which.
        key: Key,
        /// The idempotency key of the change.
        idem: String,
        /// Whether there is a host to send it to.
        host: bool,
    },
    /// Take back the last change of a record. What the host has already is changed back there, under this key.
    TakeBack {
        /// The idempotency key of the change back.
        idem: String,
        /// Whether there is a host to send it to.
        host: bool,
    },
    /// What is for sale has arrived.
    Supply(Supply),
    /// What else is known has arrived. `fresh` says that it comes from the host, so that what the host has of our changes is
    /// in it already.
    Know {
        /// What is known.
        book: Book,
        /// From the host, not from the device.
        fresh: bool,
    },
    /// The device's memory has been read.
    Restore {
        /// The quote that was being written.
        draft: Option<Draft>,
        /// The quotes that were saved.
        quotes: Vec<Saved>,
        /// The records that were changed.
        changes: Vec<Changed>,
    },
    /// A change of a record has found its place.
    Settled {
        /// Which record.
        key: Key,
        /// Which change of it.
        idem: String,
        /// Where it lies now.
        place: Place,
    },
    /// A saved quote has found its place.
    Placed {
        /// The quote's id.
        id: String,
        /// Where it lies now.
        place: Place,
    },
}

/// What has happened, for those who keep, send or announce it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Another client is looked at.
    ClientChosen,
    /// The quote being written has changed.
    DraftChanged,
    /// The quote of a link is there to look at, or no longer.
    LinkChanged,
    /// A quote was saved and must be kept; its id.
    QuoteSaved(String),
    /// A saved quote has another place; its id.
    QuotePlaced(String),
    /// Other clients, products or prices.
    SupplyChanged,
    /// Other records than before.
    BookChanged,
    /// A record was changed here, and must be kept and sent.
    Changed(Key),
    /// The change of a record was taken back before anybody else knew of it, and must be forgotten.
    Forgotten(Key),
}

/// The state and the way back.
#[derive(Clone, Debug, Default)]
pub struct Store {
    pub(super) state: State,
    /// The steps back, the last one last.
    pub(super) past: Vec<Past>,
    /// The changes of records that can be taken back.
    pub(super) steps: Vec<changing::Step>,
}

impl Store {
    /// What is.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whether [`Command::Undo`] would do anything.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// The same as [`apply`](Self::apply) for what is being typed: until the field is [left](Self::leave_field), what is typed
    /// into it is one step to take back.
    ///
    /// # Errors
    /// As for [`apply`](Self::apply).
    pub fn type_in(&mut self, command: Command) -> Result<Vec<Event>> {
        let events = self.apply(command)?;
        if !events.is_empty() {
            self.join_typed();
        }
        Ok(events)
    }

    /// Carries a command out.
    ///
    /// # Errors
    /// `record.not_found` when it names what is not there, `number.range` for a quantity or percentage out of range,
    /// and whatever pricing says when a quote is saved. The state is then as it was.
    pub fn apply(&mut self, command: Command) -> Result<Vec<Event>> {
        match command {
            Command::ChooseClient(id) => self.choose(id),
            Command::AddLine { product, quantity } => self.add_line(&product, quantity),
            Command::SetQuantity { key, quantity } => self.set_quantity(key, quantity),
            Command::SetQuantities(orders) => self.edit(Edit::Quantities, &mut |draft| {
                orders.iter().try_for_each(|(key, quantity)| {
                    in_range(*quantity, Decimal::MAX)?;
                    draft_line(draft, *key).map(|line| line.quantity = *quantity)
                })
            }),
            Command::RemoveLine { key } => self.remove_line(key),
            Command::SetTerm(term) => {
                self.known_term(term.as_deref())?;
                self.edit(Edit::Term, &mut |draft| {
                    draft.term.clone_from(&term);
                    Ok(())
                })
            }
            Command::SetManual(percent) => {
                in_range(percent, WHOLE)?;
                self.edit(Edit::Manual, &mut |draft| {
                    draft.manual_percent = percent;
                    Ok(())
                })
            }
            Command::SetCoupon(coupon) => self.set_coupon(coupon),
            Command::ArrangeSteps(ids) => self.edit(Edit::Steps, &mut |draft| {
                draft.arrangement.clone_from(&ids);
                Ok(())
            }),
            Command::SetThresholds(thresholds) => self.edit(Edit::Thresholds, &mut |draft| {
                draft.thresholds = thresholds;
                Ok(())
            }),
            Command::AddScenario => self.edit(Edit::ScenarioAdded, &mut Draft::add_scenario),
            Command::ShowScenario(place) => self.edit(Edit::ScenarioShown, &mut |draft| draft.show_scenario(place)),
            Command::DropScenario => self.edit(Edit::ScenarioDropped, &mut |draft| {
                draft.drop_scenario();
                Ok(())
            }),
            // Whoever was asked has been asked: that is no step to take back.
            Command::AwaitApproval(id) => {
                self.state.draft.approval = Some(id);
                Ok(vec![Event::DraftChanged])
            }
            Command::ClearDraft => self.edit(Edit::Begun, &mut |draft| {
                *draft = Draft { client: draft.client.take(), ..Draft::default() };
                Ok(())
            }),
            Command::SaveQuote { id, created, host } => self.save(id, created, host),
            Command::ReopenQuote(id) => self.reopen(&id),
            Command::OpenShared(shared) => {
                let state = self.state.clone();
                let mut events = self.edit(Edit::Linked, &mut |draft| sharing::open(&shared, &state, draft))?;
                self.state.shared = None;
                events.push(Event::LinkChanged);
                Ok(events)
            }
            Command::OfferShared(text) => {
                self.state.shared = Some(Shared::parse(&text));
                Ok(vec![Event::LinkChanged])
            }
            Command::LeaveShared => {
                self.state.shared = None;
                Ok(vec![Event::LinkChanged])
            }
            Command::Undo => Ok(self.undo()),
            Command::Supply(supply) => {
                self.state.supply = supply;
                Ok(vec![Event::SupplyChanged])
            }
            Command::Restore { draft, quotes, changes } => Ok(self.restore(draft, quotes, changes)),
            Command::Put { item, idem, host } => Ok(self.change(item.key(), Some(item), idem, host)),
            Command::Remove { key, idem, host } => Ok(self.change(key, None, idem, host)),
            Command::TakeBack { idem, host } => Ok(self.take_back(idem, host)),
            Command::Know { book, fresh } => Ok(self.know(book, fresh)),
            Command::Settled { key, idem, place } => Ok(self.settle(&key, &idem, place)),
            Command::Placed { id, place } => self.place(&id, place),
        }
    }
}
