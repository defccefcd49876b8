//! Text as it is sought: whoever types in haste leaves capitals and accents out.

/// Small letters without their marks, so that "koln" finds "Köln" and "елка" finds "Ёлка". Letters that stand for two, such as
/// ß and æ, become two. Letters of other scripts than Latin and Cyrillic are only made small. What is folded stays as it is
/// when it is folded again.
///
/// ```
/// use sapa::domain::fold::fold;
///
/// assert_eq!(fold("São Paulo, Łódź, Straße"), "sao paulo, lodz, strasse");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        fold_into(&mut folded, c);
    }
    folded
}

/// The letter, which is a small one, without its mark.
fn fold_into(folded: &mut String, c: char) {
    folded.push(match c {
        '\0'..='\u{7f}' => c,
        // A mark that combines with the letter before it.
        '\u{300}'..='\u{36f}' => return,
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        // At the end of a word the same letter has another form.
        'ς' => 'σ',
        'ё' => 'е',
        'й' => 'и',
        'ß' | 'æ' | 'œ' | 'þ' => {
            folded.push_str(match c {
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                _ => "th",
            });
            return;
        }
        _ => c,
    });
}
