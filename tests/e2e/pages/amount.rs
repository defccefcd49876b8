/// An amount as it is shown, in cents: "$1,234.50", "1.234,50" and "1 234,50 $" are all 123450.
///
/// Minor units are never dropped on the page, so the digits alone say the amount in every language.
pub(crate) fn cents(shown: &str) -> Option<i128> {
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let amount = digits.parse::<i128>().ok()?;
    Some(if shown.contains(['-', '\u{2212}']) { -amount } else { amount })
}

/// The numbers that stand in a sentence, as written, in order: "2 more: 5 % off 1,234.50" has "2", "5" and "1,234.50".
pub(crate) fn figures(sentence: &str) -> Vec<String> {
    let joins = |character: char| matches!(character, '.' | ',' | '\u{a0}' | '\u{202f}');
    let mut figures: Vec<String> = Vec::new();
    let mut inside = false;
    for character in sentence.chars() {
        match (character.is_ascii_digit(), inside) {
            (true, true) => figures.last_mut().into_iter().for_each(|figure| figure.push(character)),
            (true, false) => figures.push(character.to_string()),
            (false, true) if joins(character) => {
                figures.last_mut().into_iter().for_each(|figure| figure.push(character))
            }
            (false, _) => {}
        }
        inside = character.is_ascii_digit() || inside && joins(character);
    }
    figures.iter().map(|figure| figure.trim_end_matches(joins).to_owned()).collect()
}
