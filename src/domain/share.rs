//! A quote in a link: what is ordered on which terms, and nothing about anybody.

use rust_decimal::Decimal;

use super::error::{Code, Error, Result};
use super::money::Currency;
use super::pricing::MOST_UNITS;

/// The longest text of a link, in bytes: longer ones are cut off on their way by some mail and chat programs.
pub const MOST_BYTES: usize = 8_192;

/// The form this build writes. One that changes the fields gets the next number.
const FORM: &str = "sapa1";

/// What a link holds: codes, quantities and terms. There is no place in it for a client, a cost or a margin.
///
/// As text it is the form and seven fields (list, version, currency, term, percentage, coupon, net) and then the lines, all
/// after a `~`. Whatever is not a letter of ASCII, a digit, `-`, `_` or `.` is escaped as in any address, so the text can
/// stand behind the `#` of one as it is. A field that is empty says nothing.
///
/// ```
/// use sapa::domain::share::Shared;
///
/// let text = "sapa1~default~1998~USD~net30~2.5~~211.68~7=12~Rioja%20tinto=0.5";
/// let shared = Shared::parse(text)?;
/// assert_eq!(shared.lines[1], ("Rioja tinto".to_owned(), "0.5".parse().unwrap()));
/// assert_eq!(shared.to_text()?, text);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
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
        if fields.next() != Some(FORM) {
            return Err(unreadable("form"));
        }
        let mut field = |name: &str| fields.next().ok_or_else(|| unreadable(name)).and_then(|raw| plain(raw, name));
        let (list, version, currency) = (field("list")?, field("version")?, field("currency")?);
        let (term, percent, coupon, net) = (field("term")?, field("percent")?, field("coupon")?, field("net")?);
        let mut lines = Vec::new();
        for line in fields {
            let (sku, quantity) = line.split_once('=').ok_or_else(|| unreadable("line"))?;
            lines.push((plain(sku, "article")?, number(quantity, "quantity")?));
        }
        let shared = Self {
            list,
            version: some(version),
            currency,
            lines,
            term: some(term),
            manual_percent: number(&percent, "percent")?,
            coupon: some(coupon),
            net: number(&net, "net")?,
        };
        shared.check()?;
        Ok(shared)
    }

    /// The text for behind the `#` of an address, which it does not hold. What is optional and empty is left out.
    ///
    /// # Errors
    /// `share.too_long` beyond [`MOST_BYTES`], `share.unreadable` for what [`Shared::parse`] would refuse.
    pub fn to_text(&self) -> Result<String> {
        self.check()?;
        // What was checked is zero or more, and a zero may yet have a sign.
        let mut text = FORM.to_owned();
        let or_nothing = |field: &Option<String>| field.clone().unwrap_or_default();
        for field in [
            &self.list,
            &or_nothing(&self.version),
            &self.currency,
            &or_nothing(&self.term),
            &self.manual_percent.abs().to_string(),
            &or_nothing(&self.coupon),
            &self.net.abs().to_string(),
        ] {
            text.push('~');
            escape(field, &mut text);
        }
        for (sku, quantity) in &self.lines {
            text.push('~');
            escape(sku, &mut text);
            text.push('=');
            text.push_str(&quantity.abs().to_string());
        }
        if text.len() > MOST_BYTES { Err(too_long()) } else { Ok(text) }
    }

    /// Whether everything is what it says it is.
    fn check(&self) -> Result<()> {
        let words = [&self.list, &self.currency].into_iter().chain(&self.version).chain(&self.term).chain(&self.coupon);
        let quantities = Decimal::ZERO..=MOST_UNITS;
        let faults = [
            ("list", self.list.is_empty()),
            ("currency", Currency::new(&self.currency, 0).is_err()),
            ("percent", !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&self.manual_percent)),
            ("net", self.net < Decimal::ZERO),
            ("article", self.lines.iter().any(|(sku, _)| sku.is_empty())),
            ("quantity", self.lines.iter().any(|(_, quantity)| !quantities.contains(quantity))),
            ("text", words.chain(self.lines.iter().map(|(sku, _)| sku)).any(|word| word.contains(is_hidden))),
        ];
        match faults.iter().find(|(_, wrong)| *wrong) {
            Some((name, _)) => Err(unreadable(name)),
            None => Ok(()),
        }
    }
}

fn bare(text: &str) -> &str {
    text.strip_prefix('#').unwrap_or(text)
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
