//! Text as it is sought.

use proptest::prelude::*;
use sapa::domain::fold::fold;

#[test]
fn capitals_and_accents_make_no_difference() {
    for (text, folded) in [
        ("", ""),
        ("KÖLN Köln ko\u{308}ln koln", "koln koln koln koln"),
        ("São Paulo Côte d’Azur", "sao paulo cote d’azur"),
        ("Łódź Đà Nẵng İzmir Iğdır", "lodz da nang izmir igdir"),
        ("Straße STRASSE GROẞ", "strasse strasse gross"),
        ("Ærø Œuvre Þór Eiðar", "aero oeuvre thor eidar"),
        ("Ångström \u{212b}", "angstrom a"),
        ("Řehoř Ţepeş Țepeș Dvořák ŵ ŷ ħ", "rehor tepes tepes dvorak w y h"),
        ("Nguyễn Thị Mỹ Hưởng", "nguyen thi my huong"),
        ("Ёлка еще е\u{308} Й и\u{306}", "елка еще е и и"),
        ("Київ Ўзбек", "київ ўзбек"),
        ("寿司 42 a-b\t№", "寿司 42 a-b\t№"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

proptest! {
    #[test]
    fn folding_again_changes_nothing(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// Letters that have another form, most of which a random text would miss.
    #[test]
    fn marked_letters_settle_at_once(text in "[\u{c0}-\u{24f}\u{300}-\u{36f}\u{400}-\u{4ff}\u{1e00}-\u{1eff}]{0,20}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    /// Every word of a text is found in it, however it is written.
    #[test]
    fn what_stands_in_a_text_is_found(before in any::<String>(), word in "\\PC{1,12}", after in any::<String>()) {
        let text = [before, word.clone(), after].concat();
        for typed in [&word, &word.to_lowercase()] {
            prop_assert!(fold(&text).contains(&fold(typed)), "{} in {}", typed, text);
        }
    }
}
