//! What the comparison with competitors says.

use super::messages::{counted, messages};

messages! {
    /// A message of the comparison.
    ComparisonKey {
        ClientView = "comparison.client": "Client view", "Tampilan untuk klien", "Показать клиенту";
        AsOf = "comparison.as_of": "As of {date}", "Per {date}", "По состоянию на {date}";
        ClientEmpty = "comparison.client.empty":
            "Nothing to show yet: no fact is both up to date and meant for clients.",
            "Belum ada yang dapat diperlihatkan: belum ada fakta yang masih baru sekaligus boleh dilihat klien.",
            "Показывать пока нечего: нет свежих фактов, открытых для клиентов.";
        Differences = "comparison.differences": "Differences only", "Hanya perbedaan", "Только отличия";
        AllSame = "comparison.same": "They do not differ in anything that is known.", "Tidak ada perbedaan yang diketahui.", "Известных отличий нет.";
        Sample = "comparison.sample": "Competitors and facts are invented for the demo", "Pesaing dan faktanya dikarang untuk demo", "Конкуренты и факты вымышлены для демонстрации";
        OurProduct = "comparison.ours": "our product", "produk kami", "наш товар";
        Facts = "comparison.facts": "What is known", "Yang diketahui", "Что известно";
        Criterion = "comparison.criterion": "Criterion", "Kriteria", "Критерий";
        Unknown = "comparison.unknown": "not known", "belum diketahui", "неизвестно";
        Yes = "comparison.yes": "yes", "ya", "да";
        No = "comparison.no": "no", "tidak", "нет";
        Choose = "comparison.choose": "Choose", "Pilih", "Выберите";
        Today = "comparison.today": "today", "hari ini", "сегодня";
        Stale = "comparison.stale": "out of date", "sudah lama", "устарело";
        Undated = "comparison.undated": "no date", "tanpa tanggal", "без даты";
        Ahead = "comparison.ahead": "date still to come", "tanggal belum tiba", "дата ещё не наступила";
        Incomparable = "comparison.incomparable": "other unit", "satuan lain", "другая единица";
        Internal = "comparison.internal": "not for clients", "bukan untuk klien", "не для клиента";
        UndatedWhy = "comparison.undated.why":
            "Nobody noted when it was seen, so it counts as out of date. Enter the day, and it counts again.",
            "Tidak ada catatan kapan ini dilihat, jadi dianggap sudah lama. Isi tanggalnya, maka ikut dihitung lagi.",
            "Никто не записал, когда это увидели, поэтому факт считается устаревшим. Укажите день, и он снова войдёт в оценку.";
        AheadWhy = "comparison.ahead.why":
            "This day has not come yet. Enter the day it was really seen.",
            "Tanggal ini belum tiba. Isi tanggal saat benar-benar dilihat.",
            "Этот день ещё не наступил. Укажите, когда это увидели на самом деле.";
        IncomparableWhy = "comparison.incomparable.why":
            "It does not fit the criterion, by its unit or its kind, so it is not scored. Enter it anew to compare it.",
            "Satuan atau jenisnya tidak cocok dengan kriteria, jadi tidak dinilai. Isi kembali agar dapat dibandingkan.",
            "Единица или вид значения не подходят к критерию, поэтому факт не входит в оценку. Введите его заново, чтобы сравнить.";
        FromCatalogue = "comparison.catalogue":
            "From our price list, so it is always up to date. It is changed there.",
            "Dari daftar harga kami, jadi selalu baru. Diubah di sana.",
            "Из нашего прайс-листа, поэтому всегда свежее. Меняется там же.";
        NoRivals = "comparison.no_rivals":
            "No competitor’s product is noted beside {product} yet. Choose a product that has some.",
            "Belum ada produk pesaing yang dicatat untuk {product}. Pilih produk yang sudah ada pesaingnya.",
            "Рядом с «{product}» пока не записан ни один товар конкурентов. Выберите товар, у которого они есть.";
        NoneYet = "comparison.none":
            "As soon as {host} has competitors and their products, they stand here beside ours.",
            "Begitu {host} memuat pesaing dan produknya, semuanya tampil di sini bersama produk kami.",
            "Как только в {host} появятся конкуренты и их товары, они встанут здесь рядом с нашими.";
        ChooseProduct = "comparison.choose_product": "Choose a product", "Pilih produk", "Выбрать товар";
        RivalNone = "comparison.rival.none": "no rival noted", "belum ada pesaing", "конкурентов нет";

        Said = "comparison.said": "What did the client say?", "Apa kata klien?", "Что говорит клиент?";
        SaidHint = "comparison.said.hint": "One word is enough", "Satu kata saja cukup", "Достаточно одного слова";
        Clear = "comparison.clear": "Clear", "Kosongkan", "Очистить";
        Say = "comparison.say": "Say", "Katakan", "Скажите";
        Ask = "comparison.ask": "Ask", "Tanyakan", "Спросите";
        Show = "comparison.show": "Show", "Tunjukkan", "Покажите";
        NoCard = "comparison.no_card":
            "No card for “{text}”. Try another word of it, or one of these.",
            "Tidak ada kartu untuk “{text}”. Coba kata lain, atau salah satu dari ini.",
            "Для «{text}» карточки нет. Попробуйте другое слово или одно из этих.";
        NoCards = "comparison.no_cards":
            "There are no cards in this language yet.",
            "Belum ada kartu dalam bahasa ini.",
            "На этом языке карточек пока нет.";

        Score = "comparison.score": "Weighted score", "Nilai berbobot", "Взвешенная оценка";
        ScoreHow = "comparison.score.how":
            "Each criterion is shared out: the better the value, the larger the share. Weighted and added, all scores come to 100%. A range means that something is not known.",
            "Setiap kriteria dibagi: makin baik nilainya, makin besar bagiannya. Setelah diberi bobot dan dijumlahkan, semua nilai menjadi 100%. Rentang berarti ada yang belum diketahui.",
            "Каждый критерий делится между товарами: чем лучше значение, тем больше доля. С учётом весов все оценки в сумме дают 100 %. Диапазон значит, что чего-то мы не знаем.";
        Range = "comparison.range": "{low} to {high}", "{low} sampai {high}", "от {low} до {high}";
        AheadExact = "comparison.ahead.exact":
            "{leader} is ahead of {other}, {most} to {least}.",
            "{leader} lebih unggul daripada {other}, {most} banding {least}.",
            "{leader} опережает {other}: {most} против {least}.";
        AheadSure = "comparison.ahead.sure":
            "{leader} is ahead of {other}, {most} to {least}, whatever the missing facts turn out to be.",
            "{leader} lebih unggul daripada {other}, {most} banding {least}, apa pun isi fakta yang belum ada.",
            "{leader} опережает {other}: {most} против {least}, какими бы ни оказались недостающие факты.";
        AheadOpen = "comparison.ahead.open":
            "{leader} is ahead of {other}, {most} to {least}, but missing facts could still change that.",
            "{leader} lebih unggul daripada {other}, {most} banding {least}, tetapi fakta yang belum ada masih bisa mengubahnya.",
            "{leader} опережает {other}: {most} против {least}, но недостающие факты ещё могут это изменить.";
        Level = "comparison.level":
            "{ours} and {rival} are level at {most}.",
            "{ours} dan {rival} seimbang pada {most}.",
            "{ours} и {rival} вровень: по {most}.";
        SpeaksBoth = "comparison.speaks.both":
            "{ours} does better on: {for}; {rival} on: {against}.",
            "{ours} lebih baik dalam: {for}; {rival} dalam: {against}.",
            "{ours} лучше в том, что касается: {for}; {rival} — {against}.";
        SpeaksOurs = "comparison.speaks.ours":
            "{ours} does better on: {for}; {rival} on nothing that counts here.",
            "{ours} lebih baik dalam: {for}; {rival} tidak unggul dalam hal yang dihitung di sini.",
            "{ours} лучше в том, что касается: {for}; {rival} — ни в чём из учтённого.";
        SpeaksTheirs = "comparison.speaks.theirs":
            "{rival} does better on: {against}; {ours} on nothing that counts here.",
            "{rival} lebih baik dalam: {against}; {ours} tidak unggul dalam hal yang dihitung di sini.",
            "{rival} лучше в том, что касается: {against}; {ours} — ни в чём из учтённого.";
        SpeaksNone = "comparison.speaks.none":
            "Nothing that counts tells them apart.",
            "Tidak ada hal yang dihitung yang membedakan keduanya.",
            "Ничто из учтённого их не различает.";
        NothingCounts = "comparison.nothing":
            "Nothing can be scored yet. Give a criterion a weight above zero, or renew a fact that is out of date.",
            "Belum ada yang dapat dinilai. Beri satu kriteria bobot di atas nol, atau perbarui fakta yang sudah lama.",
            "Оценивать пока нечего. Дайте какому-нибудь критерию вес больше нуля или обновите устаревший факт.";
        UnknownCriteria = "comparison.unknown.criteria":
            "Nothing up to date is known about: {names}.",
            "Belum ada data baru tentang: {names}.",
            "Нет свежих данных: {names}.";

        Weights = "comparison.weights": "What counts, and how much", "Apa yang penting, dan seberapa penting", "Что важно и насколько";
        WeightsHint = "comparison.weights.hint":
            "0 leaves a criterion out. Only the proportions matter.",
            "0 berarti tidak dihitung. Yang berarti hanya perbandingannya.",
            "0 — не учитывать. Важны только пропорции.";
        WeightShare = "comparison.weight.share": "{percent} of the score", "{percent} dari nilai", "{percent} оценки";
        WeightNone = "comparison.weight.none": "does not count now", "kini tidak dihitung", "сейчас не учитывается";

        Competitors = "comparison.competitors": "Who competes", "Siapa pesaingnya", "С кем сравниваем";

        SourceKind = "comparison.source": "Seen at", "Sumber", "Где увидели";
        SourceText = "comparison.source.text": "Name or address", "Nama atau alamat", "Название или адрес";
        Seen = "comparison.seen": "Seen on", "Dilihat tanggal", "Когда увидели";
        SeenHint = "comparison.seen.hint":
            "Without a day it counts as out of date.",
            "Tanpa tanggal dianggap sudah lama.",
            "Без даты факт считается устаревшим.";
        Confidence = "comparison.confidence": "How sure", "Seberapa pasti", "Насколько надёжно";
        Shareable = "comparison.shareable": "The client may see it", "Klien boleh melihatnya", "Можно показать клиенту";
        SaveFact = "comparison.save": "Save the fact", "Simpan fakta", "Сохранить факт";
        Cancel = "comparison.cancel": "Cancel", "Batal", "Отмена";
        RemoveFact = "comparison.remove": "Remove", "Hapus", "Удалить";
        ValueMissing = "comparison.value.missing": "Enter what is known.", "Isi apa yang diketahui.", "Введите, что известно.";
        FactSaved = "comparison.saved": "Saved: {criterion}, {product}.", "Tersimpan: {criterion}, {product}.", "Сохранено: {criterion}, {product}.";
        FactRemoved = "comparison.removed": "Removed: {criterion}, {product}.", "Dihapus: {criterion}, {product}.", "Удалено: {criterion}, {product}.";
        WeightSaved = "comparison.weight.saved": "New weight: {criterion}, {weight}.", "Bobot baru: {criterion}, {weight}.", "Новый вес: {criterion}, {weight}.";

        Site = "comparison.source.site": "Website", "Situs web", "Сайт";
        PriceList = "comparison.source.price_list": "Price list", "Daftar harga", "Прайс-лист";
        ClientSaid = "comparison.source.client": "A client told us", "Kata klien", "Сказал клиент";
        OwnTest = "comparison.source.test": "Our own test", "Kami coba sendiri", "Проверили сами";
        Other = "comparison.source.other": "Somewhere else", "Lainnya", "Другое";
        Low = "comparison.confidence.low": "Hearsay", "Hanya kabar", "По слухам";
        Medium = "comparison.confidence.medium": "One good source", "Satu sumber yang baik", "Один надёжный источник";
        High = "comparison.confidence.high": "Checked", "Sudah dicek", "Проверено";
    }
}

counted! {
    /// A message of the comparison that bends with a count.
    ComparisonCount {
        Age = "comparison.count.age": "{n} day ago", "{n} days ago", "{n} hari lalu", "{n} день назад", "{n} дня назад", "{n} дней назад";
        StaleWhy = "comparison.count.stale":
            "It is older than {n} day, so it is not scored and no client sees it. Check it and enter the new day.",
            "It is older than {n} days, so it is not scored and no client sees it. Check it and enter the new day.",
            "Sudah lebih dari {n} hari, jadi tidak dinilai dan tidak dilihat klien. Periksa lagi lalu isi tanggal barunya.",
            "Факту больше {n} дня: он не входит в оценку, и клиент его не видит. Проверьте его и укажите новый день.",
            "Факту больше {n} дней: он не входит в оценку, и клиент его не видит. Проверьте его и укажите новый день.",
            "Факту больше {n} дней: он не входит в оценку, и клиент его не видит. Проверьте его и укажите новый день.";
        Rivals = "comparison.count.rivals": "{n} rival product", "{n} rival products", "{n} produk pesaing", "{n} товар конкурентов", "{n} товара конкурентов", "{n} товаров конкурентов";
        Cards = "comparison.count.cards": "{n} card", "{n} cards", "{n} kartu", "{n} карточка", "{n} карточки", "{n} карточек";
        LeftOut = "comparison.count.left_out":
            "{n} fact is left out of the score", "{n} facts are left out of the score", "{n} fakta tidak ikut dinilai",
            "{n} факт не вошёл в оценку", "{n} факта не вошли в оценку", "{n} фактов не вошло в оценку";
    }
}
