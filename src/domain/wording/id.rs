//! Indonesian. Verbs do not tell the person, so a promise is a pronoun with its verb.

use super::lexicon::Defaults;
use super::{Replacement, Rule, Scope};

pub(super) const DEFAULTS: Defaults = Defaults {
    phrases: [PROMISES, COMPARED, BELITTLED, QUEUED],
    replacements: &REPLACEMENTS,
    fillers: "bisa dapat akan mau ingin berani pasti selalu juga sungguh benar secara pribadi sepenuhnya dengan ini hari \
              hanya cuma terlalu sangat begitu sebegitu amat memang saja masih tergolong termasuk kami kita yang lebih \
              sekali untung apa pun apapun",
    negators: "tidak tak bukan belum jangan takkan tanpa nggak enggak ngga gak ga ndak",
    address: "anda bapak ibu pak bu kakak kak saudara kamu",
};

const PROMISES: &str = "\
saya|kami|aku|kita|gue ~ berjanji|janjikan|menjanjikan|jamin|menjamin|menggaransi|garansikan|bersumpah|janji \
kepada|pada|ke|untuk ~ anda|bapak|ibu|pak|bu|kakak|saudara
saya|kami|aku|kita|gue ~ berjanji|berjanjilah|janjikan|menjanjikan|jamin|menjamin|menggaransi|garansikan|bersumpah
saya|kami|aku|gue janji
kujamin|kujanjikan
janji saya|kami
saya|kami ~ beri|berikan|memberi|memberikan ~ jaminan|janji
pegang ~ janji|omongan|kata saya|kami
dijamin";

const COMPARED: &str = "\
kalau|jika|bila|apabila|ketika|saat|begitu|nanti|setelah|sampai \
anda|bapak|ibu|kakak|saudara|kamu? * beli*|membeli|pesan*|memesan|order*|belanja*|ambil|mengambil * \
volume|jumlah|kuantitas|partai seperti|sebesar|setara|sebanyak +
kalau|jika|bila|apabila|ketika|saat|begitu|nanti|setelah|sampai \
anda|bapak|ibu|kakak|saudara|kamu? * beli*|membeli|pesan*|memesan|order*|belanja*|ambil|mengambil * \
seperti|sebesar|sebanyak|setara perusahaan|pt|cv|pelanggan|klien|mereka|toko|raksasa|korporasi
kalau|jika|bila|apabila|ketika|saat|begitu|nanti|setelah|sampai anda|bapak|ibu|kakak|saudara ~ sudah|telah? ~ sebesar +
volume|jumlah seperti|sebesar ~ perusahaan|pt|korporasi|raksasa";

const BELITTLED: &str = "\
anda|bapak|ibu|kakak|saudara ~ pesan|memesan|order|beli|membeli|belanja|ambil ~ sedikit
pesanan|order|orderan|pembelian|belanjaan|volume ~ anda|bapak|ibu|kakak|saudara|pak|bu ~ kecil|sedikit|sepele|remeh
pesanan|order|orderan|pembelian|belanjaan ~ anda|bapak|ibu|kakak|saudara|pak|bu tidak|tak|nggak|gak ~ \
seberapa|penting|berarti
pesanan|order|orderan sekecil|sesedikit|sebegini|seuprit
pelanggan|klien|pembeli|konsumen ~ kecil|kecilan|receh
tidak|tak|nggak|enggak|gak|ga|belum ~ untung|dapat|mendapat|mendapatkan|memperoleh|menghasilkan * dari \
anda|bapak|ibu|kakak|saudara|pesanan|order|orderan
tidak|tak|nggak|enggak|gak|ga ~ sepadan|sebanding|layak dengan ~ waktu|usaha|tenaga
kurang penting dari|daripada pelanggan|klien";

const QUEUED: &str = "\
tertunda|ditunda|terlambat|telat|terhambat|mundur|karena|sebab|soalnya|menunggu|tunggu|setelah|dulu|dahulu|mendahulukan|\
mengutamakan|utamakan|memprioritaskan|prioritaskan|prioritas|menyelesaikan|selesaikan|mengerjakan|kerjakan|sibuk|fokus * \
pelanggan|klien|pembeli|konsumen|perusahaan|customer ~ besar|terbesar|penting|terpenting|utama|raksasa|vip|kakap
pelanggan|klien|pembeli|customer ~ besar|terbesar|penting|utama|raksasa|vip|kakap * dulu|dahulu|didahulukan|diutamakan|\
diprioritaskan
pelanggan|klien ~ besar|penting dari|daripada anda|bapak|ibu|kakak|saudara";

const REPLACEMENTS: [Replacement; 6] = [
    Replacement::of(Rule::Promise, Scope::Phrase, "Saya akan berusaha semaksimal mungkin agar …"),
    Replacement::of(
        Rule::Promise,
        Scope::Sentence,
        "Biasanya kami selesai dalam waktu …; kalau ada hal yang tidak terduga, saya langsung mengabari Anda.",
    ),
    Replacement::of(
        Rule::Promise,
        Scope::Sentence,
        "Saya sendiri yang akan mengawal supaya semuanya berjalan sesuai rencana.",
    ),
    Replacement::of(Rule::SizeCompared, Scope::Sentence, "Diskon yang Anda minta berlaku mulai pesanan senilai …."),
    Replacement::of(
        Rule::SizeBelittled,
        Scope::Sentence,
        "Terima kasih atas pesanan Anda. Diskon yang Anda minta berlaku mulai pesanan senilai ….",
    ),
    Replacement::of(
        Rule::SizeQueued,
        Scope::Sentence,
        "Pesanan Anda perlu waktu lebih lama dari rencana, mohon maaf. Tanggal barunya …; kalau ada perubahan, saya segera \
         menelepon Anda.",
    ),
];
