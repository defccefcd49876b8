//! What is said of records that could not be read, or have not arrived.

use super::Words;
use super::messages::messages;
use crate::store::LeftOut;

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

/// The contract's words for the kinds.
const KINDS: [(&str, RecordKey); 16] = [
    ("company", RecordKey::Company),
    ("contact", RecordKey::Contact),
    ("activity", RecordKey::Activity),
    ("commitment", RecordKey::Commitment),
    ("meeting", RecordKey::Meeting),
    ("criterion", RecordKey::Criterion),
    ("fact", RecordKey::Fact),
    ("approval", RecordKey::Approval),
    ("priceList", RecordKey::PriceList),
    ("order", RecordKey::Order),
    ("invoice", RecordKey::Invoice),
    ("payment", RecordKey::Payment),
    ("competitor", RecordKey::Competitor),
    ("competitorProduct", RecordKey::CompetitorProduct),
    ("objection", RecordKey::Objection),
    ("product", RecordKey::Product),
];

impl Words {
    /// The sentence for records that were left out: how many of which kinds, and the first of them.
    pub fn left_out(&self, kinds: &[&LeftOut], host: &str) -> String {
        let Some((entity, first)) = kinds.iter().find_map(|kind| Some((kind.entity, kind.first.first()?))) else {
            return String::new();
        };
        let member = if first.member.is_empty() { &first.problem } else { &first.member };
        let kinds = self.kinds(kinds);
        let values =
            [("kinds", kinds.as_str()), ("entity", entity), ("id", &first.id), ("member", member), ("host", host)];
        self.fill(RecordKey::LeftOut, &values)
    }

    /// How many of which kinds, such as "payments (1), meetings (2)".
    pub fn kinds(&self, kinds: &[&LeftOut]) -> String {
        let named = |kind: &&LeftOut| {
            let known = KINDS.iter().find(|(word, _)| *word == kind.entity);
            let name = known.map_or_else(|| kind.entity.to_owned(), |(_, key)| self.text(*key));
            [&name, " (", &self.number(kind.count.into()), ")"].concat()
        };
        kinds.iter().map(named).collect::<Vec<_>>().join(", ")
    }
}
