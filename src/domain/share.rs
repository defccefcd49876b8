//! A quote in a link: what is ordered on which terms, and nothing about anybody.

use rust_decimal::Decimal;

use super::error::{Code, Error, Result};
use super::money::Currency;
use super::pricing::{MOST_UNITS, Thresholds};
use super::quote::MOST_SCENARIOS;

/// The longest text of a link, in bytes: longer ones are cut off on their way by some mail and chat programs.
pub const MOST_BYTES: usize = 8_192;

/// The form of one scenario under the usual steps. One that changes the fields gets the next number.
const FORM: &str = "sapa1";

/// The form of whatever needs more: what the first form says can be opened by older builds, so that is still written.
const LONG_FORM: &str = "sapa2";

/// What stands between scenarios; in any other place it is escaped.
const BETWEEN: char = '!';

/// What a link holds: codes, quantities and terms. There is no place in it for a client, a cost or a margin.
///
/// As text it is, for one scenario under the usual steps, the form and seven fields (list, version, currency, term, percentage, coupon, net) and then the lines, all
/// after a `~`. Whatever is not a letter of ASCII, a digit, `-`, `_` or `.` is escaped as in any address, so the text can
/// stand behind the `#` of one as it is. A field that is empty says nothing.
///
/// The longer form has the place of the scenario in view after the currency, on what thresholds look and the order of the
/// steps (ids with a `=` between) after each scenario's net, and a `!` between scenarios.
///
/// ```
/// use sapa::domain::share::Shared;
///
/// let text = "sapa1~default~1998~USD~net30~2.5~~211.68~7=12~Rioja%20tinto=0.5";
/// let shared = Shared::parse(text)?;
/// assert_eq!(shared.lines[1], ("Rioja tinto".to_owned(), "0.5".parse().unwrap()));
/// assert_eq!(shared.to_text()?, text);
///
/// let text = "sapa2~default~1998~USD~1~net30~0~~211.68~~~7=12!net30~5~~201.10~original~manual=volume~7=12";
/// let shared = Shared::parse(text)?;
/// assert_eq!((shared.manual_percent, shared.others.len(), shared.place), (5.into(), 1, 1));
/// assert_eq!(shared.to_text()?, text);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The price list's id.
    pub list: String,
    /// The price list's version, if it has one.
    pub version: Option<String>,
    /// The currency's three letters.
    pub currency: String,
    /// The number by which each article is ordered, and how many: zero or more.
    pub lines: Vec<(String, Decimal)>,
    /// The payment term's id, if one was chosen.
    pub term: Option<String>,
    /// What is taken off by hand, in percent: 0 to 100.
    pub manual_percent: Decimal,
    /// The coupon, if there is one.
    pub coupon: Option<String>,
    /// What the client was to pay when the link was made.
    pub net: Decimal,
    /// On what thresholds look.
    pub thresholds: Thresholds,
    /// The ids of the steps in the order they are to apply, where it is not the usual one.
    pub arrangement: Vec<String>,
    /// The other scenarios, in order; they have none of their own, and are of the same list.
    pub others: Vec<Shared>,
    /// The place of this scenario among all of them.
    pub place: usize,
}

impl Shared {
    /// Whether the text behind the `#` of an address means to be a quote, readable or not.
    pub fn is_meant(text: &str) -> bool {
        let form = bare(text).split('~').next().unwrap_or_default();
        form.strip_prefix("sapa").is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    }

    /// The quote of a link's text, with or without the `#`.
    ///
    /// # Errors
    /// `share.too_long` beyond [`MOST_BYTES`], `share.unreadable` for anything this build would not write; the detail names
    /// the field and never repeats what stood there.
    pub fn parse(text: &str) -> Result<Self> {
        let text = bare(text);
        if text.len() > MOST_BYTES {
            return Err(too_long());
        }
        let mut fields = text.split('~');
        let is_long = match fields.next() {
            Some(FORM) => false,
            Some(LONG_FORM) => true,
            _ => return Err(unreadable("form")),
        };
        let mut field = |name: &str| fields.next().ok_or_else(|| unreadable(name)).and_then(|raw| plain(raw, name));
        let (list, version, currency) = (field("list")?, some(field("version")?), field("currency")?);
        let place = if is_long { field("place")? } else { "0".to_owned() };
        let most = if is_long { MOST_SCENARIOS } else { 1 };
        let place = (0..most).find(|number| number.to_string() == place).ok_or_else(|| unreadable("place"))?;
        let rest: Vec<&str> = fields.collect();
        let rest = rest.join("~");
        let empty = Self { list, version, currency, ..Self::default() };
        let scenarios = rest.split(BETWEEN).map(|text| empty.scenario(text, is_long));
        let mut scenarios = scenarios.collect::<Result<Vec<_>>>()?;
        if place >= scenarios.len() || scenarios.len() > most {
            return Err(unreadable("place"));
        }
        let own = scenarios.remove(place);
        let shared = Self { others: scenarios, place, ..own };
        shared.check()?;
        Ok(shared)
    }

    /// The scenario that a text tells, of the same list as this one.
    fn scenario(&self, text: &str, is_long: bool) -> Result<Self> {
        let mut fields = text.split('~');
        let mut raw = |name: &str| fields.next().ok_or_else(|| unreadable(name));
        let term = some(plain(raw("term")?, "term")?);
        let manual_percent = number(&plain(raw("percent")?, "percent")?, "percent")?;
        let coupon = some(plain(raw("coupon")?, "coupon")?);
        let net = number(&plain(raw("net")?, "net")?, "net")?;
        let (mut thresholds, mut arrangement) = (Thresholds::default(), Vec::new());
        if is_long {
            thresholds = match raw("thresholds")? {
                "" => Thresholds::Running,
                ORIGINAL => Thresholds::Original,
                _ => return Err(unreadable("thresholds")),
            };
            let ids = Some(raw("steps")?).filter(|ids| !ids.is_empty());
            let ids = ids.into_iter().flat_map(|ids| ids.split('='));
            arrangement = ids.map(|id| plain(id, "steps")).collect::<Result<_>>()?;
        }
        let line = |line: &str| {
            let (sku, quantity) = line.split_once('=').ok_or_else(|| unreadable("line"))?;
            Ok((plain(sku, "article")?, number(quantity, "quantity")?))
        };
        let lines = fields.map(line).collect::<Result<_>>()?;
        Ok(Self { lines, term, manual_percent, coupon, net, thresholds, arrangement, ..self.clone() })
    }

    /// The text for behind the `#` of an address, which it does not hold. What is optional and empty is left out.
    ///
    /// # Errors
    /// `share.too_long` beyond [`MOST_BYTES`], `share.unreadable` for what [`Shared::parse`] would refuse.
    pub fn to_text(&self) -> Result<String> {
        self.check()?;
        let is_long = !self.others.is_empty() || self.is_unusual();
        let mut text = (if is_long { LONG_FORM } else { FORM }).to_owned();
        for field in [self.list.as_str(), or_nothing(&self.version), &self.currency] {
            text.push('~');
            escape(field, &mut text);
        }
        if is_long {
            text.push('~');
            text.push_str(&self.place.to_string());
        }
        let (before, after) = self.others.split_at(self.place.min(self.others.len()));
        for (number, scenario) in before.iter().chain([self]).chain(after).enumerate() {
            text.push(if number == 0 { '~' } else { BETWEEN });
            scenario.put(is_long, &mut text);
        }
        if text.len() > MOST_BYTES { Err(too_long()) } else { Ok(text) }
    }

    /// Whether its steps are not the usual ones.
    pub fn is_unusual(&self) -> bool {
        self.thresholds != Thresholds::default() || !self.arrangement.is_empty()
    }

    /// Adds the text of this scenario alone.
    fn put(&self, is_long: bool, text: &mut String) {
        // What was checked is zero or more, and a zero may yet have a sign.
        let (percent, net) = (self.manual_percent.abs().to_string(), self.net.abs().to_string());
        for (number, field) in
            [or_nothing(&self.term), &percent, or_nothing(&self.coupon), &net].into_iter().enumerate()
        {
            if number > 0 {
                text.push('~');
            }
            escape(field, text);
        }
        if is_long {
            text.push('~');
            text.push_str(if self.thresholds == Thresholds::Original { ORIGINAL } else { "" });
            text.push('~');
            for (number, id) in self.arrangement.iter().enumerate() {
                if number > 0 {
                    text.push('=');
                }
                escape(id, text);
            }
        }
        for (sku, quantity) in &self.lines {
            text.push('~');
            escape(sku, text);
            text.push('=');
            text.push_str(&quantity.abs().to_string());
        }
    }

    /// Whether everything is what it says it is.
    fn check(&self) -> Result<()> {
        let words = [&self.list, &self.currency].into_iter().chain(&self.version).chain(&self.term).chain(&self.coupon);
        let words = words.chain(&self.arrangement);
        let quantities = Decimal::ZERO..=MOST_UNITS;
        let nested = |other: &Shared| !other.others.is_empty() || other.place != 0;
        let faults = [
            ("list", self.list.is_empty()),
            ("currency", Currency::new(&self.currency, 0).is_err()),
            ("percent", !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&self.manual_percent)),
            ("net", self.net < Decimal::ZERO),
            ("steps", self.arrangement.iter().any(String::is_empty)),
            ("article", self.lines.iter().any(|(sku, _)| sku.is_empty())),
            ("quantity", self.lines.iter().any(|(_, quantity)| !quantities.contains(quantity))),
            ("text", words.chain(self.lines.iter().map(|(sku, _)| sku)).any(|word| word.contains(is_hidden))),
            ("place", self.place > self.others.len() || self.others.len() >= MOST_SCENARIOS),
            ("scenario", self.others.iter().any(nested)),
        ];
        match faults.iter().find(|(_, wrong)| *wrong) {
            Some((name, _)) => Err(unreadable(name)),
            None => self.others.iter().try_for_each(Self::check),
        }
    }
}

fn bare(text: &str) -> &str {
    text.strip_prefix('#').unwrap_or(text)
}

/// How thresholds that look at the list price are written.
const ORIGINAL: &str = "original";

fn or_nothing(field: &Option<String>) -> &str {
    field.as_deref().unwrap_or_default()
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// Whether the character acts on those around it instead of being seen: a code may not say one thing and look like another.
fn is_hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

const fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

fn escape(text: &str, into: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if is_bare(byte) {
            into.push(byte.into());
        } else {
            let digit = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or_default().into();
            into.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

/// The text of a field that was escaped.
fn plain(raw: &str, name: &str) -> Result<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    let digit =
        |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16)).and_then(|d| u8::try_from(d).ok());
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => digit(rest.next()).zip(digit(rest.next())).map(|(high, low)| high * 16 + low),
            byte => Some(byte).filter(|byte| is_bare(*byte)),
        };
        bytes.push(byte.ok_or_else(|| unreadable(name))?);
    }
    String::from_utf8(bytes).map_err(|_| unreadable(name))
}

/// A number of digits and at most one point among them: no sign, no exponent.
fn number(text: &str, name: &str) -> Result<Decimal> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let number = Decimal::from_str_exact(text).ok().filter(|_| is_digits(whole) && is_digits(part));
    number.ok_or_else(|| unreadable(name))
}

fn unreadable(name: &str) -> Error {
    Error::new(Code::ShareUnreadable, name)
}

fn too_long() -> Error {
    Error::new(Code::ShareTooLong, "")
}
