//! Who else sells to our clients, and what.

/// A company that competes with us.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Competitor {
    /// The record's id, opaque to us.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it works: its terms, its service, whom it serves. For our eyes only.
    pub note: String,
    /// Invented for a demonstration.
    pub sample: bool,
}

/// A product of a competitor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompetitorProduct {
    /// The record's id, opaque to us.
    pub id: String,
    /// The competitor's id.
    pub competitor: String,
    /// Its name.
    pub name: String,
    /// The id of our product that a client could take instead, if we have one.
    pub answers: Option<String>,
    /// Invented for a demonstration.
    pub sample: bool,
}

/// The products that compete with ours of this id, in the order given.
pub fn rivals<'a>(products: &'a [CompetitorProduct], ours: &str) -> Vec<&'a CompetitorProduct> {
    products.iter().filter(|product| product.answers.as_deref() == Some(ours)).collect()
}
