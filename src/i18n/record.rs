//! What is said of records that could not be read, or have not arrived.

use super::messages::messages;

messages! {
    /// A message about records, or the name of a kind of them.
    RecordKey {
        LeftOut = "records.left_out":
            "Records that cannot be read were left out: {kinds}. The first is {entity} {id}, because of “{member}”. Tell the support of {host}.",
            "Catatan yang tidak dapat dibaca dilewatkan: {kinds}. Yang pertama {entity} {id}, karena “{member}”. Beri tahu dukungan {host}.",
            "Пропущены записи, которые не удалось прочитать: {kinds}. Первая — {entity} {id}, из-за «{member}». Сообщите поддержке {host}.";
        Doubt = "records.doubt":
            "Not all of this client’s records can be read ({kinds}), so these figures may be wrong.",
            "Tidak semua catatan klien ini dapat dibaca ({kinds}), jadi angka di sini mungkin keliru.",
            "Не все записи этого клиента удалось прочитать ({kinds}), поэтому суммы могут быть неверны.";
        Partly = "records.partly":
            "Not all of this can be shown, because it cannot be read: {kinds}.",
            "Tidak semua dapat ditampilkan, karena tidak dapat dibaca: {kinds}.",
            "Показано не всё, не удалось прочитать: {kinds}.";
        Unknown = "records.unknown":
            "Not known yet: these records have not arrived.",
            "Belum diketahui: catatannya belum diterima.",
            "Пока неизвестно: эти записи не получены.";
        Company = "records.company": "clients", "klien", "клиенты";
        Contact = "records.contact": "contacts", "kontak", "контакты";
        Activity = "records.activity": "calls and notes", "telepon dan catatan", "звонки и заметки";
        Commitment = "records.commitment": "promises", "janji", "обещания";
        Meeting = "records.meeting": "meetings", "pertemuan", "встречи";
        Criterion = "records.criterion": "criteria", "kriteria", "критерии";
        Fact = "records.fact": "facts", "fakta", "факты";
        Approval = "records.approval": "approvals", "persetujuan", "согласования";
        PriceList = "records.price_list": "price lists", "daftar harga", "прайс-листы";
        Order = "records.order": "orders", "pesanan", "заказы";
        Invoice = "records.invoice": "invoices", "faktur", "счета";
        Payment = "records.payment": "payments", "pembayaran", "оплаты";
        Competitor = "records.competitor": "competitors", "pesaing", "конкуренты";
        CompetitorProduct = "records.competitor_product": "competitors’ products", "produk pesaing", "товары конкурентов";
        Objection = "records.objection": "objections", "keberatan", "возражения";
        Product = "records.product": "products", "produk", "товары";
    }
}
