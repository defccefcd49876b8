//! Lists of records as others hand them over, of which those that cannot be read are left out.

use std::collections::BTreeSet;

use super::{FromWire, Reader, Value};

/// How many of the records that were left out are named, for each kind.
const NAMED: usize = 3;
/// How many clients are noted of whom records were left out; beyond that it may be any.
const CLIENTS: usize = 1_000;
/// How much is kept of a text that may be of any length.
const LETTERS: usize = 120;

/// Records of one kind that were left out because they could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The contract's word for the kind, such as `payment`.
    pub entity: &'static str,
    /// How many.
    pub count: u32,
    /// The first of them, in the order they came; of a great many no more than a few.
    pub first: Vec<Unread>,
    /// The clients they are of.
    clients: BTreeSet<String>,
    /// Of some of them it is not known of whom they are.
    anybody: bool,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its id; where it names none, its place in the list, such as `[3]`.
    pub id: String,
    /// The member that is wrong; empty where it is the whole record.
    pub member: String,
    /// What is wrong with it, in English and for developers.
    pub problem: String,
}

/// Reads lists of records, keeps those that can be read, and collects what is to be told of the others.
#[derive(Debug, Default)]
pub struct Sieve {
    left_out: Vec<LeftOut>,
}

impl Sieve {
    /// The records of the list under this name. One that cannot be read is left out, and so is one under the id of a record
    /// before it, since every view finds records by their ids.
    pub fn list<T: FromWire>(&mut self, from: &mut Reader<'_>, name: &str, entity: &'static str) -> Vec<T> {
        self.list_with(from, name, entity, &T::from_wire)
    }

    /// The same, with what the function makes of each record.
    pub fn list_with<T>(
        &mut self,
        from: &mut Reader<'_>,
        name: &str,
        entity: &'static str,
        read: &dyn Fn(&mut Reader<'_>) -> T,
    ) -> Vec<T> {
        let (mut nouns, mut ids) = (Vec::new(), BTreeSet::new());
        for (at, value) in from.values(name).iter().enumerate() {
            let mut reader = Reader::new(value);
            let noun = read(&mut reader);
            if self.admits(entity, at, reader, &mut ids) {
                nouns.push(noun);
            }
        }
        nouns
    }

    /// The same, of a list that may be absent.
    pub fn list_or_empty_with<T>(
        &mut self,
        from: &mut Reader<'_>,
        name: &'static str,
        read: &dyn Fn(&mut Reader<'_>) -> T,
    ) -> Vec<T> {
        if from.has(name) { self.list_with(from, name, name, read) } else { Vec::new() }
    }

    /// What was left out, by its kind.
    pub fn left_out(self) -> Vec<LeftOut> {
        self.left_out
    }

    /// Whether any record of this kind with this id was left out, as far as they are named.
    pub fn names(&self, entity: &str, id: &str) -> bool {
        let kinds = self.left_out.iter().filter(|kind| kind.entity == entity);
        kinds.flat_map(|kind| &kind.first).any(|unread| unread.id == id)
    }

    /// Leaves out a record whose reader came to nothing.
    fn admits<'a>(
        &mut self,
        entity: &'static str,
        at: usize,
        mut reader: Reader<'a>,
        ids: &mut BTreeSet<&'a str>,
    ) -> bool {
        let record = reader.value();
        let id = record.get("id").as_text();
        if reader.is_sound() && !ids.insert(id.unwrap_or_default()) {
            reader.not("id", "an id of its own: a record before it has the same");
        }
        let Err(fault) = reader.sound() else { return true };
        let id = id.filter(|id| !id.is_empty()).map_or_else(|| ["[", &at.to_string(), "]"].concat(), short);
        let unread = Unread { id, member: short(fault.path()), problem: short(fault.problem()) };
        self.kind(entity).add(unread, record.get(if entity == "company" { "id" } else { "clientId" }));
        false
    }

    /// Leaves out a record for a reason that only other records tell.
    pub fn leave_out(&mut self, entity: &'static str, unread: Unread) {
        self.kind(entity).add(unread, &Value::Null);
    }

    fn kind(&mut self, entity: &'static str) -> &mut LeftOut {
        let known = self.left_out.iter().position(|kind| kind.entity == entity);
        let at = known.unwrap_or_else(|| {
            let clients = BTreeSet::new();
            self.left_out.push(LeftOut { entity, count: 0, first: Vec::new(), clients, anybody: false });
            self.left_out.len() - 1
        });
        &mut self.left_out[at]
    }
}

impl LeftOut {
    /// Whether some of the records are this client's, or may be.
    pub fn concerns(&self, client: &str) -> bool {
        self.anybody || self.clients.contains(client)
    }

    /// What a developer needs: how many, and of the first which and why.
    pub fn detail(&self) -> String {
        let mut text = [self.entity, ": ", &self.count.to_string(), " left out"].concat();
        for Unread { id, member, problem } in &self.first {
            let colon = if member.is_empty() { "" } else { ": " };
            text.push_str(&["; ", self.entity, " ", id, ": ", member, colon, problem].concat());
        }
        text
    }

    fn add(&mut self, unread: Unread, client: &Value) {
        self.count = self.count.saturating_add(1);
        if self.first.len() < NAMED {
            self.first.push(unread);
        }
        match client.as_text() {
            Some(client) if client.len() <= LETTERS && self.clients.len() < CLIENTS => {
                self.clients.insert(client.to_owned());
            }
            _ => self.anybody = true,
        }
    }
}

fn short(text: &str) -> String {
    text.chars().take(LETTERS).collect()
}
