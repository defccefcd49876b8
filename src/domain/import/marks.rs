//! Signs and codes of currencies beside a price.

use crate::domain::fold::fold;

/// The currencies that are told from other words, and each with what people write for it in small letters.
const MARKS: [(&str, &str); 30] = [
    ("USD", "$ us$ долл"),
    ("EUR", "€ евро"),
    ("GBP", "£"),
    ("JPY", "¥ jp¥"),
    ("CNY", "¥ cn¥ 元"),
    ("RUB", "₽ руб р"),
    ("IDR", "rp"),
    ("INR", "₹ rs"),
    ("KRW", "₩"),
    ("VND", "₫"),
    ("THB", "฿"),
    ("PHP", "₱"),
    ("MYR", "rm"),
    ("SGD", "$ s$"),
    ("HKD", "$ hk$"),
    ("TWD", "$ nt$"),
    ("AUD", "$ a$"),
    ("NZD", "$ nz$"),
    ("CAD", "$ c$ ca$"),
    ("MXN", "$ mx$"),
    ("BRL", "r$"),
    ("CHF", "fr"),
    ("SEK", "kr"),
    ("NOK", "kr"),
    ("DKK", "kr"),
    ("PLN", "zl"),
    ("CZK", "kc"),
    ("UAH", "₴ грн"),
    ("KZT", "₸ тг"),
    ("TRY", "₺"),
];

/// Whether a mark stands for the currency of this code; nothing if it stands for no currency.
pub(super) fn is_of(mark: &str, code: &str) -> Option<bool> {
    let mark = fold(mark);
    let mark = mark.trim().trim_end_matches('.');
    let names = |known: &str, marks: &str| known.eq_ignore_ascii_case(mark) || marks.split(' ').any(|own| own == mark);
    if code.eq_ignore_ascii_case(mark) || MARKS.iter().any(|(known, marks)| *known == code && names(known, marks)) {
        return Some(true);
    }
    MARKS.iter().any(|(known, marks)| names(known, marks)).then_some(false)
}

/// What stands before the number, the number, and what stands behind it. A minus before a sign is the number's.
pub(super) fn apart(text: &str) -> (&str, String, &str) {
    let text = text.trim();
    let digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(digit), text.rfind(digit)) else { return ("", text.to_owned(), "") };
    let part = |range| text.get(range).unwrap_or_default();
    let (before, number, after) = (part(0..first), part(first..last + 1), part(last + 1..text.len()).trim());
    let is_minus = |c: char| matches!(c, '-' | '\u{2212}');
    // A fraction may come without a whole, and a whole with a point and no fraction; behind a letter the point ends a word.
    let mut signs = before.chars().rev();
    let is_fraction =
        signs.next().is_some_and(|c| matches!(c, '.' | ',')) && signs.next().is_none_or(|c| !c.is_alphabetic());
    let (before, point) = before.split_at(before.len() - usize::from(is_fraction));
    let (after, end) = if matches!(after, "." | ",") { ("", after) } else { (after, "") };
    let mut whole: String = before.chars().filter(|c| is_minus(*c)).collect();
    whole.extend([point, number, end]);
    (before.trim_matches(|c: char| is_minus(c) || c.is_whitespace()), whole, after)
}
