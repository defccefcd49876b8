//! What is said while a price list is imported.

use super::messages::{counted, messages};
use crate::domain::import::Reason;

messages! {
    /// A message of the import without a count.
    ImportKey {
        Open = "import": "Import prices", "Impor harga", "Загрузить цены";
        About = "import.about":
            "A list with a heading for the article or the product’s name, and one for the price. It may also have: unit, units it contains, currency, client group, valid from, valid to.",
            "Daftar dengan judul kolom kode atau nama barang, dan harga. Boleh juga: satuan, isi, mata uang, kelompok klien, berlaku dari, berlaku sampai.",
            "Список со столбцом «Артикул» или «Наименование» и столбцом «Цена». Можно добавить: единицу, сколько в ней содержится, валюту, группу клиентов, действует с, действует до.";
        Choose = "import.file": "Choose a CSV or .xlsx file", "Pilih berkas CSV atau .xlsx", "Выбрать файл CSV или .xlsx";
        Paste = "import.text": "Or paste the rows", "Atau tempel barisnya", "Или вставьте строки";
        Check = "import.check": "Check the rows", "Periksa barisnya", "Проверить строки";
        Nothing = "import.nothing":
            "Paste the rows first, headings included.",
            "Tempel dahulu barisnya, beserta judul kolom.",
            "Сначала вставьте строки вместе с заголовками.";
        Reading = "import.reading": "Reading the list…", "Membaca daftar…", "Читаю список…";
        SplitSoFar = "import.reading.split": "Splitting the list into rows: {percent}", "Memecah daftar menjadi baris: {percent}", "Разбиваю список на строки: {percent}";
        ReadSoFar = "import.reading.so_far": "Reading the list: {read} of {all} rows", "Membaca daftar: {read} dari {all} baris", "Читаю список: строк {read} из {all}";
        Pasted = "import.pasted": "Pasted prices", "Harga yang ditempel", "Вставленные цены";
        Found = "import.found": "“{name}”: {good}, {bad}.", "“{name}”: {good}, {bad}.", "«{name}»: {good}, {bad}.";
        Ignored = "import.ignored": "Columns not read: {columns}", "Kolom yang tidak dibaca: {columns}", "Непрочитанные столбцы: {columns}";
        Changes = "import.changes": "What changes", "Yang berubah", "Что изменится";
        NoChange = "import.changes.none":
            "All these prices are as they were.",
            "Semua harga ini tetap sama.",
            "Все эти цены остались прежними.";
        Product = "import.product": "Product", "Produk", "Товар";
        Was = "import.was": "Now", "Sekarang", "Сейчас";
        Becomes = "import.becomes": "New", "Baru", "Станет";
        Row = "import.row": "Row {row}", "Baris {row}", "Строка {row}";
        Unclear = "import.unclear":
            "Row {row}: “{typed}” is read as {read}.",
            "Baris {row}: “{typed}” dibaca {read}.",
            "Строка {row}: «{typed}» прочитано как {read}.";
        Rejected = "import.rejected": "Rows left out, and why", "Baris yang dilewati, dan sebabnya", "Пропущенные строки и причины";
        Cancel = "import.cancel": "Cancel", "Batal", "Отмена";
        NoPrice = "import.none":
            "No row can be taken over. Correct the rows below and choose the list again.",
            "Tidak ada baris yang dapat diambil. Perbaiki baris di bawah, lalu pilih lagi daftarnya.",
            "Ни одну строку нельзя принять. Исправьте строки ниже и выберите список снова.";
        InForce = "import.in_force":
            "“{name}” is in force: {count}, imported {date}.",
            "“{name}” berlaku: {count}, diimpor {date}.",
            "Действует «{name}»: {count}, загружен {date}.";
        TakeOut = "import.remove": "Take this list out", "Keluarkan daftar ini", "Убрать этот список";
        Took = "import.took": "Taken over.", "Sudah diambil.", "Принято.";
        TookOut = "import.removed":
            "The list is out; the prices before it are in force.",
            "Daftar dikeluarkan; harga sebelumnya berlaku.",
            "Список убран, действуют прежние цены.";
        Ragged = "import.reason.ragged":
            "{found} cells instead of {wanted}. A comma inside a cell needs quotation marks around the cell.",
            "{found} sel, seharusnya {wanted}. Sel yang berisi koma perlu diapit tanda petik.",
            "Ячеек {found} вместо {wanted}. Ячейку с запятой внутри нужно взять в кавычки.";
        Quotation = "import.reason.quotation":
            "A quotation mark is not closed, or text follows it.",
            "Tanda petik tidak ditutup, atau diikuti teks.",
            "Кавычка не закрыта, или после неё идёт текст.";
        ArticleMissing = "import.reason.article.missing": "No article.", "Tanpa kode barang.", "Нет артикула.";
        ArticleUnknown = "import.reason.article.unknown":
            "No product has this number or name.",
            "Tidak ada produk dengan kode atau nama ini.",
            "Нет товара с таким артикулом или названием.";
        NameTwice = "import.reason.name.twice":
            "Several products have this name. Write the article.",
            "Beberapa produk bernama sama. Tulis kode barangnya.",
            "Товаров с таким названием несколько. Укажите артикул.";
        Twice = "import.reason.twice":
            "Row {first} has a price for the same article, unit, group and days.",
            "Baris {first} sudah memuat harga untuk barang, satuan, kelompok, dan hari yang sama.",
            "В строке {first} уже есть цена на тот же артикул, единицу, группу и дни.";
        PriceMissing = "import.reason.price.missing": "No price.", "Tanpa harga.", "Нет цены.";
        PriceInvalid = "import.reason.price.invalid": "The price is no number.", "Harganya bukan angka.", "Цена — не число.";
        PriceTooLarge = "import.reason.price.large":
            "The price is too large: at most 28 digits.",
            "Harganya terlalu besar: paling banyak 28 angka.",
            "Цена слишком велика: не больше 28 цифр.";
        PriceNegative = "import.reason.price.negative":
            "The price is below zero.",
            "Harganya di bawah nol.",
            "Цена меньше нуля.";
        Currency = "import.reason.currency":
            "The price list is in {currency}.",
            "Daftar harga ini dalam {currency}.",
            "Прайс-лист в валюте {currency}.";
        UnitUnknown = "import.reason.unit":
            "It is sold by “{unit}”. Say in a column “Contains” how many of them this unit holds.",
            "Barang ini dijual per “{unit}”. Tulis di kolom “Isi” berapa isinya satuan ini.",
            "Товар продаётся единицей «{unit}». Укажите в столбце «Содержит», сколько их в этой единице.";
        Factor = "import.reason.factor":
            "How many units it contains must be a number above zero, the same in every row, and 1 for the product’s own unit.",
            "Isi satuan harus angka di atas nol, sama di setiap baris, dan 1 untuk satuan barang itu sendiri.",
            "Сколько единиц содержится — число больше нуля, одно и то же во всех строках, а для собственной единицы товара 1.";
        GroupUnknown = "import.reason.group":
            "No client belongs to this group.",
            "Tidak ada klien dalam kelompok ini.",
            "В этой группе нет клиентов.";
        DateInvalid = "import.reason.date":
            "No such day. Write 2026-11-26 or 26.11.2026.",
            "Tidak ada tanggal ini. Tulis 2026-11-26 atau 26.11.2026.",
            "Такого дня нет. Пишите 2026-11-26 или 26.11.2026.";
        DatesReversed = "import.reason.dates":
            "The last day is before the first.",
            "Hari terakhir mendahului hari pertama.",
            "Последний день раньше первого.";
    }
}

counted! {
    /// A message of the import that bends with a count.
    ImportCount {
        Prices = "import.count.prices": "{n} price", "{n} prices", "{n} harga", "{n} цена", "{n} цены", "{n} цен";
        Out = "import.count.out":
            "{n} row left out", "{n} rows left out", "{n} baris dilewati",
            "{n} строка пропущена", "{n} строки пропущены", "{n} строк пропущено";
        More = "import.count.more": "and {n} more", "and {n} more", "dan {n} lagi", "и ещё {n}", "и ещё {n}", "и ещё {n}";
        Take = "import.count.take":
            "Take over {n} price", "Take over {n} prices", "Ambil {n} harga",
            "Принять {n} цену", "Принять {n} цены", "Принять {n} цен";
    }
}

impl ImportKey {
    /// The sentence for a reason.
    pub fn of(reason: &Reason) -> Self {
        match reason {
            Reason::Ragged { .. } => Self::Ragged,
            Reason::Quotation => Self::Quotation,
            Reason::ArticleMissing => Self::ArticleMissing,
            Reason::ArticleUnknown => Self::ArticleUnknown,
            Reason::NameTwice => Self::NameTwice,
            Reason::Twice(_) => Self::Twice,
            Reason::PriceMissing => Self::PriceMissing,
            Reason::PriceInvalid => Self::PriceInvalid,
            Reason::PriceTooLarge => Self::PriceTooLarge,
            Reason::PriceNegative => Self::PriceNegative,
            Reason::Currency(_) => Self::Currency,
            Reason::UnitUnknown(_) => Self::UnitUnknown,
            Reason::Factor => Self::Factor,
            Reason::GroupUnknown => Self::GroupUnknown,
            Reason::DateInvalid => Self::DateInvalid,
            Reason::DatesReversed => Self::DatesReversed,
        }
    }
}
