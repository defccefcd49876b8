//! The guards, as a manager types. Every phrase that must be marked is here with one much like it that must not be.

use proptest::prelude::*;
use sapa::domain::wording::Language::{English, Indonesian, Russian};
use sapa::domain::wording::Rule::{Promise, SizeBelittled, SizeCompared, SizeQueued};
use sapa::domain::wording::{Language, Lexicon, Phrase, Rule, Scope, check};

const LANGUAGES: [Language; 3] = [English, Indonesian, Russian];

/// Exactly these phrases are marked, under this rule.
fn marks(language: Language, text: &str, rule: Rule, expected: &[&str]) {
    let found = check(text, language);
    let phrases: Vec<_> = found.iter().map(|mark| (&text[mark.range.clone()], mark.rule)).collect();
    let expected: Vec<_> = expected.iter().map(|phrase| (*phrase, rule)).collect();
    assert_eq!(phrases, expected, "{text}");
    for mark in found {
        assert!(!mark.replacements.is_empty(), "{text}: nothing to say instead");
        assert!(mark.replacements.iter().all(|replacement| replacement.rule == rule), "{text}");
    }
}

fn passes(language: Language, text: &str) {
    let found = check(text, language);
    let phrases: Vec<_> = found.iter().map(|mark| (&text[mark.range.clone()], mark.rule)).collect();
    assert_eq!(phrases, [], "{text}");
}

#[test]
fn marks_promises() {
    marks(English, "I promise you it ships on Friday.", Promise, &["I promise you"]);
    marks(English, "i PROMISE", Promise, &["i PROMISE"]);
    marks(English, "We can absolutely guarantee delivery", Promise, &["We can absolutely guarantee"]);
    marks(
        English,
        "It is 100% guaranteed, and we’ll guarantee it",
        Promise,
        &["is 100% guaranteed", "we’ll guarantee"],
    );
    marks(English, "I’m promising you a reply. You have my word!", Promise, &["I’m promising you", "You have my word"]);
    marks(English, "I\u{a0}promise\nyou", Promise, &["I\u{a0}promise\nyou"]);
    marks(English, "Don't worry, I swear.", Promise, &["I swear"]);
    marks(English, "I promise you won't be disappointed", Promise, &["I promise you"]);

    marks(Indonesian, "Saya janji barangnya sampai Jumat", Promise, &["Saya janji"]);
    marks(Indonesian, "Kami berjanji kepada Bapak", Promise, &["Kami berjanji kepada Bapak"]);
    marks(Indonesian, "Kami pasti bisa menjamin mutu", Promise, &["Kami pasti bisa menjamin"]);
    marks(Indonesian, "Pengiriman dijamin Jumat; pegang janji saya.", Promise, &["dijamin", "pegang janji saya"]);

    marks(Russian, "Обещаю вам, что привезём в пятницу", Promise, &["Обещаю вам"]);
    marks(Russian, "Я лично ГАРАНТИРУЮ срок", Promise, &["ГАРАНТИРУЮ"]);
    marks(
        Russian,
        "Готова твёрдо пообещать и даём вам честное слово",
        Promise,
        &["Готова твёрдо пообещать", "даём вам честное слово"],
    );
    // A stress mark, ё as е with two dots, й as и with a breve, a soft hyphen.
    marks(Russian, "обеща\u{301}ем", Promise, &["обеща\u{301}ем"]);
    marks(Russian, "дае\u{308}м слово", Promise, &["дае\u{308}м слово"]);
    marks(Russian, "гаран\u{ad}тирую", Promise, &["гаран\u{ad}тирую"]);
}

#[test]
fn lets_pass_what_is_no_promise() {
    // Refused.
    passes(English, "We cannot promise miracles.");
    passes(English, "I can’t promise you that; I won't guarantee it and I do not swear");
    passes(English, "Delivery is not guaranteed");
    passes(Indonesian, "Kami tidak bisa menjanjikan keajaiban, dan tanggalnya tidak dijamin");
    passes(Russian, "Чудес не обещаем, и не могу гарантировать срок");
    // Reported, asked for, or made by others.
    passes(English, "As I promised you, here is the offer. Can you promise? The carrier promises Friday.");
    passes(Indonesian, "Seperti yang dijanjikan, ini penawarannya. Apakah Anda bisa menjamin?");
    passes(Russian, "Как и обещал, высылаю. Вы обещаете? Перевозчик гарантирует пятницу.");
    // A thing, an appointment, a part of another word, two sentences.
    passes(English, "We give a two-year guarantee. A promising lead. It would compromise you.");
    passes(English, "So do I. Promises are kept here.");
    passes(Indonesian, "Saya ada janji temu jam 10 dan garansi dua tahun");
    passes(Russian, "Гарантия два года, вот обещание поставщика");
    // What we say instead.
    for language in LANGUAGES {
        passes(language, "");
        passes(language, " \n\n…!? \u{301}\u{200b}' ’");
    }
}

#[test]
fn marks_what_makes_an_order_small() {
    let english = "When you can buy volumes like giant company X we will be able to offer you more.";
    marks(English, english, SizeCompared, &["When you can buy volumes like giant"]);
    marks(English, "If you ordered as much as Acme, yes", SizeCompared, &["If you ordered as much as Acme"]);
    marks(English, "Come back when you’re as big as Acme", SizeCompared, &["when you’re as big as Acme"]);
    marks(English, "You are not a big enough client", SizeCompared, &["You are not a big enough"]);
    marks(English, "You order so little that we earn", SizeBelittled, &["order so little"]);
    marks(English, "we earn nothing from you", SizeBelittled, &["earn nothing from you"]);
    marks(English, "We don’t earn anything on your order", SizeBelittled, &["don’t earn anything on your"]);
    marks(English, "Your order is too small for that", SizeBelittled, &["Your order is too small"]);
    marks(English, "for such a small order", SizeBelittled, &["such a small order"]);
    let english = "Your order is delayed because we have work to finish for our very large client.";
    marks(English, english, SizeQueued, &["delayed because we have work to finish for our very large client"]);
    marks(English, "Our bigger clients come first", SizeQueued, &["bigger clients come first"]);

    let indonesian = "Kalau Anda bisa membeli dengan volume seperti perusahaan raksasa X, kami bisa menawarkan lebih";
    marks(Indonesian, indonesian, SizeCompared, &["Kalau Anda bisa membeli dengan volume seperti perusahaan"]);
    marks(Indonesian, "Kalau nanti belinya sebanyak PT Maju", SizeCompared, &["Kalau nanti belinya sebanyak PT"]);
    marks(Indonesian, "jika Bapak sudah sebesar PT Maju", SizeCompared, &["jika Bapak sudah sebesar PT"]);
    marks(Indonesian, "Anda memesan sangat sedikit", SizeBelittled, &["Anda memesan sangat sedikit"]);
    marks(
        Indonesian,
        "sehingga kami tidak untung apa-apa dari Anda",
        SizeBelittled,
        &["tidak untung apa-apa dari Anda"],
    );
    marks(Indonesian, "Pesanan Bapak terlalu kecil", SizeBelittled, &["Pesanan Bapak terlalu kecil"]);
    let indonesian =
        "Pesanan Anda tertunda karena kami harus menyelesaikan pekerjaan untuk klien kami yang sangat besar.";
    marks(
        Indonesian,
        indonesian,
        SizeQueued,
        &["tertunda karena kami harus menyelesaikan pekerjaan untuk klien kami yang sangat besar"],
    );

    let russian = "Когда вы сможете покупать такие объёмы, как гигантская компания X, мы предложим вам больше";
    marks(Russian, russian, SizeCompared, &["Когда вы сможете покупать такие объёмы, как гигантская"]);
    marks(Russian, "Вы заказываете у нас так мало", SizeBelittled, &["заказываете у нас так мало"]);
    marks(Russian, "мы на вас ничего не зарабатываем", SizeBelittled, &["вас ничего не зарабатываем"]);
    marks(Russian, "Ваш заказ слишком маленький", SizeBelittled, &["Ваш заказ слишком маленький"]);
    marks(Russian, "У вас очень маленький заказ", SizeBelittled, &["У вас очень маленький заказ"]);
    marks(Russian, "ради вашего небольшого заказа", SizeBelittled, &["вашего небольшого заказа"]);
    let russian = "Ваш заказ задерживается, потому что мы доделываем работу для нашего очень крупного клиента.";
    marks(
        Russian,
        russian,
        SizeQueued,
        &["задерживается, потому что мы доделываем работу для нашего очень крупного клиента"],
    );
    marks(Russian, "Из-за крупного клиента сдвинулись сроки", SizeQueued, &["Из-за крупного клиента"]);
}

#[test]
fn lets_pass_what_is_said_of_sizes_politely() {
    // What R72 allows: the threshold, as a figure.
    passes(
        English,
        "The discount you ask for starts from an order of 5,000. If you order as much as 100 units, it is 5 %.",
    );
    passes(Indonesian, "Diskon yang Anda minta berlaku mulai Rp5.000.000. Kalau Anda memesan sebanyak 100 dus, 5 %.");
    passes(Russian, "Скидка действует от 50 000. Если вы закажете объём от 100 штук, будет 5 %.");
    // Flattering, or about something else.
    passes(
        English,
        "You are an important client, because you are a large customer of ours. Your order is a little late.",
    );
    passes(English, "Your order is not small at all. If you order as much as you did in May, it pays.");
    passes(Indonesian, "Karena Anda pelanggan penting, kami kirim hari ini. Kotak kecil itu untuk sampel.");
    passes(Russian, "Так как вы крупный клиент, скидка больше. Небольшая задержка на складе. Ваш заказ не маленький.");
    passes(Russian, "Небольшой заказ можно забрать сегодня. Если закажете такой объём ещё раз, будет 5 %.");
    passes(
        English,
        "We are a small company. Since you are a large customer we can do that; our customer service comes first.",
    );
    passes(Indonesian, "Kotak besar tersedia setelah Senin, sedikit lagi selesai.");
}

#[test]
fn whoever_takes_the_advice_is_left_in_peace() {
    for language in LANGUAGES {
        let lexicon = Lexicon::of(language);
        for rule in Rule::ALL {
            assert!(lexicon.replacements.iter().any(|replacement| replacement.rule == rule), "{language:?} {rule:?}");
        }
        for replacement in &lexicon.replacements {
            passes(language, &replacement.text);
        }
    }
    let text = "Good news! I promise you, it ships today. Bye.";
    let mark = &check(text, English)[0];
    assert_eq!(&text[mark.sentence.clone()], "I promise you, it ships today.");
    let by_scope = |scope| mark.replacements.iter().find(|replacement| replacement.scope == scope).unwrap();
    assert_eq!(
        mark.apply(text, by_scope(Scope::Phrase)),
        "Good news! I will do everything in my power to make sure that …, it ships today. Bye."
    );
    assert_eq!(
        mark.apply(text, by_scope(Scope::Sentence)),
        "Good news! We usually meet the … deadline; if something unexpected happens, I will let you know at once. Bye."
    );
    // The text has changed since: better nothing than half a letter.
    assert_eq!(mark.apply("Тгод", by_scope(Scope::Phrase)), "Тгод");
}

#[test]
fn lists_can_be_edited() {
    let mut lexicon = Lexicon::of(Russian);
    lexicon.phrases.retain(|phrase| phrase.rule != Promise);
    assert!(lexicon.check("Обещаю").is_empty());
    lexicon.phrases.push(Phrase::new(Promise, "  Всё\u{a0}БУДЕТ   хорош* "));
    assert_eq!(lexicon.check("Все будет хорошо")[0].range, 0.."Все будет хорошо".len());
    // A pattern of nothing, or of nothing that must be there, marks nothing.
    for pattern in ["", "~", "*", "~ *"] {
        lexicon.phrases = vec![Phrase::new(Promise, pattern)];
        assert!(lexicon.check("Все будет").is_empty(), "{pattern:?}");
    }
}

#[test]
fn defaults_are_written_as_words_compare() {
    for language in LANGUAGES {
        let lexicon = Lexicon::of(language);
        for phrase in &lexicon.phrases {
            assert_eq!(Phrase::new(phrase.rule, &phrase.pattern), *phrase);
        }
        for word in lexicon.fillers.iter().chain(&lexicon.negators).chain(&lexicon.address) {
            assert_eq!(Phrase::new(Promise, word).pattern, *word);
        }
    }
}

proptest! {
    /// Whatever is typed, marks lie in order inside their sentences and cut no letter.
    #[test]
    fn marks_are_sound(
        text in "(I |we |promise |you|guarantee|[.!?] |\n\n|обещаю|вам |ё|й|\u{301}|\u{306}|saya |janji |’|\\PC){0,40}",
    ) {
        for language in LANGUAGES {
            let mut end = 0;
            for mark in check(&text, language) {
                prop_assert!(end <= mark.range.start && mark.range.start < mark.range.end);
                prop_assert!(mark.sentence.start <= mark.range.start && mark.range.end <= mark.sentence.end);
                prop_assert!(text.get(mark.range.clone()).is_some() && text.get(mark.sentence.clone()).is_some());
                end = mark.range.end;
                for replacement in &mark.replacements {
                    let replaced = mark.apply(&text, replacement);
                    prop_assert!(replaced.contains(&*replacement.text));
                }
            }
        }
    }

    /// Capitals and wide spaces make no difference.
    #[test]
    fn case_and_spaces_do_not_matter(words in proptest::sample::subsequence(
        vec!["i", "we", "can", "not", "promise", "you", "so", "guarantee", "order", "too", "little"], 0..11)
    ) {
        let count = |text: &str| check(text, English).len();
        let plain = words.join(" ");
        prop_assert_eq!(count(&plain), count(&words.join("\u{202f}\n").to_uppercase()));
    }
}

/// What the card offers to say is what the guards would let pass.
#[test]
fn the_words_offered_pass_the_guards() {
    use sapa::i18n::{CardKey, Locale, Message};
    let languages =
        [(Locale::En, Language::English), (Locale::Id, Language::Indonesian), (Locale::Ru, Language::Russian)];
    let mut phrases = 0;
    for (locale, language) in languages {
        for key in CardKey::ALL.iter().filter(|key| key.name().starts_with("card.say.")) {
            phrases += 1;
            assert_eq!(check(key.text(locale), language), [], "{} {locale:?}", key.name());
        }
    }
    assert_eq!(phrases, 18);
}
