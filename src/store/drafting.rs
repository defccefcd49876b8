//! Writing a quote: every change of the draft, and what it is saved as.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::command::{Event, Store};
use super::item::{Changed, Entity};
use super::state::{Place, Saved};
use super::undo::Edit;
use super::{changing, quoting};
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money;
use crate::domain::quote::{Draft, DraftLine, Quote};

impl Store {
    pub(super) fn choose(&mut self, id: Option<String>) -> Result<Vec<Event>> {
        if self.state.client == id {
            return Ok(Vec::new());
        }
        // Before the catalogue is here any id is taken on trust: a page may name its client first.
        if let (Some(id), Some(_)) = (&id, self.state.catalogue())
            && self.state.client(id).is_none()
        {
            return Err(missing("client", id));
        }
        let mut events = self.edit(Edit::Client, &mut |draft| {
            draft.client.clone_from(&id);
            draft.term = None;
            Ok(())
        })?;
        self.state.client = id;
        events.insert(0, Event::ClientChosen);
        Ok(events)
    }

    pub(super) fn add_line(&mut self, product: &str, quantity: Decimal) -> Result<Vec<Event>> {
        in_range(quantity, Decimal::MAX)?;
        if self.state.product(product).is_none() {
            return Err(missing("product", product));
        }
        self.edit(Edit::Added(product.to_owned()), &mut |draft| {
            if let Some(line) = draft.lines.iter_mut().find(|line| line.product == product) {
                line.quantity = money::add(line.quantity, quantity)?;
            } else {
                let key = draft.lines.iter().map(|line| line.key).max().map_or(1, |key| key + 1);
                draft.lines.push(DraftLine { key, product: product.to_owned(), quantity });
            }
            Ok(())
        })
    }

    pub(super) fn set_coupon(&mut self, coupon: Option<String>) -> Result<Vec<Event>> {
        let coupon = coupon.map(|code| code.trim().to_owned()).filter(|code| !code.is_empty());
        if let (Some(code), Some(list)) = (&coupon, self.state.price_list())
            && list.coupon(code).is_none()
        {
            return Err(Error::new(Code::CouponUnknown, code.as_str()));
        }
        self.edit(Edit::Coupon, &mut |draft| {
            draft.coupon.clone_from(&coupon);
            Ok(())
        })
    }

    pub(super) fn set_quantity(&mut self, key: u32, quantity: Decimal) -> Result<Vec<Event>> {
        in_range(quantity, Decimal::MAX)?;
        let product = self.product_of(key)?;
        self.edit(Edit::Quantity { key, product }, &mut |draft| {
            draft_line(draft, key).map(|line| line.quantity = quantity)
        })
    }

    pub(super) fn remove_line(&mut self, key: u32) -> Result<Vec<Event>> {
        let product = self.product_of(key)?;
        self.edit(Edit::Removed(product), &mut |draft| {
            draft.lines.retain(|line| line.key != key);
            Ok(())
        })
    }

    fn product_of(&mut self, key: u32) -> Result<String> {
        draft_line(&mut self.state.draft, key).map(|line| line.product.clone())
    }

    pub(super) fn known_term(&self, term: Option<&str>) -> Result<()> {
        match (term, self.state.price_list()) {
            (Some(id), Some(list)) if list.any_term(id).is_none() => Err(missing("term", id)),
            _ => Ok(()),
        }
    }

    pub(super) fn save(&mut self, id: String, created: Date, host: bool) -> Result<Vec<Event>> {
        let quote = quoting::finish(&self.state, id.clone(), created)?;
        let place = if host { Place::Pending } else { Place::Device };
        let order = self.state.quotes.iter().map(|saved| saved.order).max().map_or(1, |order| order + 1);
        Arc::make_mut(&mut self.state.quotes).insert(0, Saved { quote, place, order });
        Ok(vec![Event::QuoteSaved(id)])
    }

    pub(super) fn reopen(&mut self, id: &str) -> Result<Vec<Event>> {
        let Quote { client, lines, term, manual_percent, coupon, .. } =
            self.state.quote(id).ok_or_else(|| missing("quote", id))?.quote.clone();
        let mut events = self.choose(Some(client))?;
        let is_step = events.contains(&Event::DraftChanged);
        let opened = self.edit(Edit::Reopened, &mut |draft| {
            draft.lines = (1..)
                .zip(&lines)
                .map(|(key, line)| DraftLine { key, product: line.product.clone(), quantity: line.quantity })
                .collect();
            draft.term.clone_from(&term);
            draft.manual_percent = manual_percent;
            draft.coupon.clone_from(&coupon);
            (draft.approval, draft.others, draft.place) = (None, Vec::new(), 0);
            Ok(())
        })?;
        if is_step && !opened.is_empty() {
            self.join();
        }
        events.extend(opened);
        Ok(events)
    }

    pub(super) fn restore(
        &mut self,
        draft: Option<Draft>,
        mut quotes: Vec<Saved>,
        mut changes: Vec<Changed>,
    ) -> Vec<Event> {
        let mut events = Vec::new();
        if let Some(draft) = draft {
            self.state.client.clone_from(&draft.client);
            self.state.draft = draft;
            self.past.clear();
            events = vec![Event::ClientChosen, Event::DraftChanged];
        }
        quotes.sort_by_key(|saved| core::cmp::Reverse(saved.order));
        self.state.quotes = Arc::new(quotes);
        changes.sort_by_key(|changed| changed.order);
        // Prices are in force at once: what else is known may take a while to come.
        if let Some(prices) = changes.iter().find(|changed| changed.key.entity == Entity::PriceList) {
            changing::lay(Arc::make_mut(&mut self.state.book), &prices.key, prices.item.clone());
        }
        self.state.changes = Arc::new(changes);
        events
    }

    pub(super) fn place(&mut self, id: &str, place: Place) -> Result<Vec<Event>> {
        let saved = Arc::make_mut(&mut self.state.quotes)
            .iter_mut()
            .find(|saved| saved.quote.id == id)
            .ok_or_else(|| missing("quote", id))?;
        saved.place = place;
        Ok(vec![Event::QuotePlaced(id.to_owned())])
    }
}

pub(super) fn draft_line(draft: &mut Draft, key: u32) -> Result<&mut DraftLine> {
    draft.lines.iter_mut().find(|line| line.key == key).ok_or_else(|| Error::new(Code::NotFound, "line"))
}

pub(super) fn in_range(value: Decimal, most: Decimal) -> Result<()> {
    if value < Decimal::ZERO || value > most {
        Err(Error::new(Code::NumberRange, "not between zero and the most"))
    } else {
        Ok(())
    }
}

fn missing(noun: &str, id: &str) -> Error {
    Error::new(Code::NotFound, format!("{noun} {id}"))
}
