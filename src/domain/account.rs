//! What an account manager knows of a client beyond the `Client` record the terms hang on.

use rust_decimal::Decimal;

use super::date::Date;

/// One client in a manager's personal base.
///
/// ```
/// use sapa::domain::account::{Account, Person, Role};
///
/// let clerk = Person { id: "p1".into(), name: "Pavel".into(), ..Default::default() };
/// let director = Person {
///     id: "p2".into(), name: "Olga".into(), addressed_as: Some("Ольга Игоревна".into()), role: Role::Decides,
///     ..Default::default()
/// };
/// let account = Account { client: "ALFKI".into(), people: vec![clerk, director], ..Default::default() };
/// assert_eq!(account.address(), Some("Ольга Игоревна"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The client record's id.
    pub client: String,
    /// How far the relation has come.
    pub stage: Stage,
    /// Whether it is one of the partners who get a manager of their own.
    pub key: bool,
    /// How the client wishes to be addressed, as written, patronymic and all. Any script.
    pub addressed_as: Option<String>,
    /// Who looks after the client.
    pub owner: Option<String>,
    /// Since when it is in the base.
    pub since: Option<Date>,
    /// What it may owe at most, orders under way included. `None`: nothing was agreed.
    pub credit_limit: Option<Decimal>,
    /// Its people, in the order the manager keeps them.
    pub people: Vec<Person>,
}

/// How far the relation with a client has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Has not bought yet.
    #[default]
    Potential,
    /// Has bought for the first time.
    New,
    /// Buys.
    Active,
    /// Bought once, and no longer does.
    Lapsed,
}

/// Somebody who works at the client's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The record's id, opaque to us.
    pub id: String,
    /// The full name, as the person writes it.
    pub name: String,
    /// How the person wishes to be addressed, as written.
    pub addressed_as: Option<String>,
    /// What the person is there.
    pub position: Option<String>,
    /// Ways to reach the person, the preferred one first.
    pub channels: Vec<Channel>,
    /// The part the person takes in deciding what is bought.
    pub role: Role,
}

/// A way to reach a person, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Channel {
    /// A telephone number.
    Phone(String),
    /// An e-mail address.
    Email(String),
    /// The number of a fax machine.
    Fax(String),
}

/// The part a person takes in deciding what is bought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Says yes or no.
    Decides,
    /// Is listened to.
    Influences,
    /// Works with what is bought.
    Uses,
    /// Is against it.
    Blocks,
    /// Not found out yet.
    #[default]
    Unknown,
}

impl Account {
    /// What to call the client: its own wish, or that of the person who decides, or of the first person there is.
    pub fn address(&self) -> Option<&str> {
        let person = || self.people.iter().find(|person| person.role == Role::Decides).or(self.people.first());
        self.addressed_as.as_deref().or_else(|| person().map(Person::address))
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }
}

impl Person {
    /// What to call the person: by the person's own wish, or else by name.
    pub fn address(&self) -> &str {
        self.addressed_as.as_deref().unwrap_or(&self.name)
    }
}

impl Stage {
    /// Every stage, from the first to the last.
    pub const ALL: [Stage; 4] = [Stage::Potential, Stage::New, Stage::Active, Stage::Lapsed];

    /// The stage as it is published.
    pub const fn name(self) -> &'static str {
        match self {
            Stage::Potential => "potential",
            Stage::New => "new",
            Stage::Active => "active",
            Stage::Lapsed => "lapsed",
        }
    }
}

impl Role {
    /// Every role, the weightiest first.
    pub const ALL: [Role; 5] = [Role::Decides, Role::Influences, Role::Uses, Role::Blocks, Role::Unknown];

    /// The role as it is published.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Decides => "decides",
            Role::Influences => "influences",
            Role::Uses => "uses",
            Role::Blocks => "blocks",
            Role::Unknown => "unknown",
        }
    }
}
