//! Bahasa Indonesia.

use super::messages::{Count, Key, Plural};

pub(super) const fn message(key: Key) -> &'static str {
    match key {
        Key::QuoteFor => "Penawaran untuk",
        Key::Client => "Klien",
        Key::ChooseClient => "Pilih klien",
        Key::NoClient => "Belum ada klien: harga daftar tanpa syarat klien.",
        Key::ClearClient => "Kosongkan klien",
        Key::SearchHint => "Ketik nama atau sebagian",
        Key::NoMatch => "Tidak ada hasil untuk “{text}”. Periksa ejaannya atau ketik lebih sedikit huruf.",
        Key::PriceList => "Daftar harga",
        Key::SampleTerms => "Tingkat dan syarat contoh, dibuat untuk demo",
        Key::AddProduct => "Tambah produk",
        Key::Lines => "Baris pesanan",
        Key::Empty => "Tambahkan produk; harga, diskon volume, dan totalnya muncul di sini.",
        Key::EmptyAction => "Cari produk",
        Key::Product => "Produk",
        Key::Quantity => "Jumlah",
        Key::QuantityOf => "Jumlah {product}",
        Key::UnitPrice => "Harga daftar",
        Key::LineDiscount => "Diskon",
        Key::LineNet => "Neto",
        Key::Remove => "Hapus {product}",
        Key::Undo => "Urungkan",
        Key::LineNext => "{missing} lagi: diskon {percent}",
        Key::Terms => "Syarat",
        Key::Term => "Pembayaran",
        Key::TermPrepaid => "Di muka",
        Key::TermPlus => "{term}: diskon {percent}",
        Key::TermMinus => "{term}: tambah {percent}",
        Key::TermPlain => "{term}",
        Key::Manual => "Diskon tambahan, %",
        Key::Net => "Neto",
        Key::List => "Harga daftar",
        Key::Discount => "Diskon",
        Key::Percent => "diskon {percent}",
        Key::StepList => "Harga daftar",
        Key::StepVolume => "Volume",
        Key::StepClient => "Syarat klien",
        Key::StepLoyalty => "Program loyalitas",
        Key::StepPromotion => "Promosi",
        Key::StepCoupon => "Kupon",
        Key::StepManual => "Tambahan",
        Key::StepOrder => "Nilai pesanan",
        Key::StepPayment => "Pembayaran",
        Key::StepNet => "Neto",
        Key::Waterfall => "Dari harga daftar ke neto",
        Key::WaterfallSummary => "{list} menurut daftar, {net} neto. {parts}",
        Key::WaterfallNone => "Belum ada diskon",
        Key::ShowTable => "Tampilkan sebagai tabel",
        Key::Step => "Langkah",
        Key::Amount => "Nilai",
        Key::Granted => "Anda mendapat diskon {percent} dari harga daftar, total {amount}: {parts}.",
        Key::GrantedNone => "Harga Anda sama dengan harga daftar.",
        Key::GrantedPart => "{step} {amount}",
        Key::Surcharge => "{step} menambah {amount}.",
        Key::NextOrder => "Diskon pesanan {percent} mulai dari {from}: {missing} lagi.",
        Key::NextOrderTop => "Pesanan ini mendapat diskon tertinggi dalam daftar: {percent}.",
        Key::Deferral => {
            "Menunggu pembayaran {when} menelan biaya {cost} pada {rate} per tahun; dengan itu diskonnya {effective}."
        }
        Key::Ladder => "Diskon menurut nilai pesanan",
        Key::LadderStep => "{percent} dari {from}",
        Key::LadderNow => "kini {amount}",
        Key::Save => "Simpan penawaran",
        Key::Saving => "Menyimpan…",
        Key::NewQuote => "Penawaran baru",
        Key::SavedQuotes => "Penawaran tersimpan",
        Key::Reopen => "Salin ke penawaran baru",
        Key::PlaceDevice => "di perangkat ini",
        Key::PlaceHost => "di {host}",
        Key::PlacePending => "di perangkat ini, menunggu {host}",
        Key::PlaceRefused => "di perangkat ini; ditolak {host}",
        Key::StatusDevice => "Disimpan di perangkat ini",
        Key::StatusHost => "Disimpan di perangkat ini dan di {host}",
        Key::StatusConnecting => "Menghubungkan ke {host}…",
        Key::StatusOffline => {
            "{host} tidak dapat dihubungi. Anda bisa lanjut: yang Anda simpan menunggu di perangkat ini."
        }
        Key::StatusStale => "Harga dari saat terakhir {host} menjawab.",
        Key::StatusOpening => "Membuka…",
        Key::StatusMemory => "Tidak ada yang tersimpan saat halaman ditutup",
        Key::SendNow => "Kirim sekarang",
        Key::Export => "Ekspor salinan",
        Key::ToCorrect => "Total masih memakai nilai sah terakhir.",
        Key::ReadAsThousands => "Dibaca {value}, dengan pemisah ribuan.",
        Key::ReadAsFraction => "Dibaca {value}, pecahan.",
        Key::Loading => "Memuat klien dan harga…",
        Key::NoCatalogue => "Klien dan harga tidak dapat dimuat.",
        Key::Retry => "Coba lagi",
        Key::NotSaved => "Tidak tersimpan.",
        Key::ErrorNumberInvalid => "Ini bukan angka. Tulis seperti {example}.",
        Key::ErrorNumberRange => "Masukkan angka mulai dari 0.",
        Key::ErrorPercentRange => "Masukkan persentase dari 0 sampai 100.",
        Key::ErrorNumberOverflow => "Angka ini terlalu besar untuk dihitung. Masukkan yang lebih kecil.",
        Key::ErrorDateInvalid => "Tanggal ini tidak ada di kalender. Periksa hari dan bulannya.",
        Key::ErrorCurrencyInvalid => "Daftar harga tidak menyebut mata uang yang sah. Minta pemiliknya memperbaiki.",
        Key::ErrorRuleInvalid => "Satu aturan daftar harga bertentangan ({detail}). Minta pemiliknya memperbaiki.",
        Key::ErrorPriceListCircle => {
            "Daftar harga saling mendasari secara melingkar: {detail}. Minta pemiliknya memperbaiki."
        }
        Key::ErrorPriceListBase => {
            "Daftar harga didasarkan pada daftar yang tidak ada: {detail}. Minta pemiliknya memperbaiki."
        }
        Key::ErrorTermInvalid => {
            "Masukkan hari bulat, 0 sampai 730, dan paling banyak 60 angsuran, masing-masing sehari atau lebih."
        }
        Key::ErrorNotFound => "Ini tidak ada lagi dalam daftar. Pilih yang lain.",
        Key::ErrorRecordInvalid => "Satu catatan tidak dapat dibaca dan dilewatkan: {detail}.",
        Key::ErrorDataMissing => {
            "Halaman ini belum memberi Sapa klien dan harga. Pemiliknya mengisi `host` atau `data` pada tag."
        }
        Key::ErrorDataInvalid => {
            "Halaman ini memberi Sapa data yang tidak dapat dibaca: {detail}. Pemiliknya memperbaiki `data` pada tag."
        }
        Key::ErrorMeetingLength => {
            "Pertemuan harus selesai setelah dimulai, paling lama dua minggu. Periksa lamanya dalam menit."
        }
        Key::ErrorZoneUnknown => "Zona waktu “{detail}” tidak dikenal di sini. Pilih yang lain.",
        Key::ErrorRecurrenceInvalid => {
            "Dengan pengulangan ini, pertemuan tidak punya hari pertama. Pilih setidaknya satu hari, termasuk hari mulainya, dan akhir setelah hari mulai."
        }
        Key::ErrorImportNoWorkbook => {
            "Nama berkas ini nama buku kerja, tetapi isinya bukan. Jika berupa teks, beri nama .csv; atau simpan sebagai .xlsx di program lembar kerja."
        }
        Key::ErrorImportUnreadable => {
            "Berkas ini rusak, atau bukan lembar kerja. Buka di program lembar kerja, simpan sebagai .xlsx atau CSV, lalu pilih lagi."
        }
        Key::ErrorImportLocked => {
            "Berkas ini terkunci kata sandi, atau berformat .xls lama. Simpan sebagai .xlsx tanpa kata sandi, atau sebagai CSV."
        }
        Key::ErrorImportUnsupported => {
            "Peramban ini tidak dapat membuka .xlsx. Simpan lembarnya sebagai CSV, atau salin selnya dan tempel di sini."
        }
        Key::ErrorImportTooLarge => {
            "Terlalu banyak untuk dibaca sekaligus: paling banyak 20.000 baris dan 5 MB teks. Bagi daftarnya."
        }
        Key::ErrorImportHeadings => {
            "Tidak ada baris yang menamai kolom. Daftar harga perlu judul untuk kode barang, misalnya “Kode”, atau nama barang, dan untuk harga."
        }
        Key::ErrorQuoteNoClient => "Pilih klien untuk penawaran ini, lalu simpan.",
        Key::ErrorQuoteEmpty => "Tambahkan produk dulu, lalu simpan penawaran.",
        Key::ErrorCouponUnknown => "Tidak ada promosi dengan kupon ini. Periksa ejaannya, atau kosongkan kolomnya.",
        Key::ErrorStorageBlocked => {
            "Peramban tidak menyimpan apa pun untuk halaman ini; pekerjaan Anda hilang saat ditutup. Izinkan data situs, atau ekspor salinan."
        }
        Key::ErrorStorageNewer => {
            "Data di perangkat ini ditulis versi Sapa yang lebih baru. Muat ulang halaman, atau ekspor salinan."
        }
        Key::ErrorStorageFailed => "Perangkat tidak menyimpan perubahan. Coba lagi, atau ekspor salinan.",
        Key::ErrorStorageFull => "Ruang perangkat habis. Kosongkan ruang lalu coba lagi, atau ekspor salinan.",
        Key::ErrorStorageClosed => {
            "Anda sudah keluar, jadi tidak ada lagi yang disimpan. Masuk lalu buka halaman lagi."
        }
        Key::ErrorShareUnreadable => {
            "Tautan ini tidak berisi penawaran yang dapat dibaca di sini. Minta tautan baru kepada pengirimnya."
        }
        Key::ErrorShareTooLong => {
            "Penawaran dalam tautan paling panjang 8 KB, dan yang ini lebih panjang. Kurangi barisnya, atau bagikan dalam beberapa tautan."
        }
        Key::ErrorHostUnusable => {
            "Halaman ini tidak memberi host yang dapat ditanya: `host` adalah objek dengan fungsi `request`. Pemiliknya mengisinya pada tag."
        }
        Key::ErrorHostMalformed => {
            "Jawaban {host} tidak kami pahami. Beri tahu dukungannya; pekerjaan Anda aman di sini."
        }
        Key::ErrorHostUnsupported => "{host} tidak bisa melakukannya. Pekerjaan Anda tersimpan di perangkat ini.",
        Key::ErrorHostInvalid => "{host} menolak datanya. Periksa lalu simpan lagi.",
        Key::ErrorHostNotFound => "{host} tidak lagi punya catatan ini. Muat ulang halaman.",
        Key::ErrorHostForbidden => "{host} tidak mengizinkan Anda. Minta haknya kepada administrator.",
        Key::ErrorHostUnauthenticated => "{host} meminta Anda masuk lagi. Pekerjaan Anda menunggu di perangkat ini.",
        Key::ErrorHostConflict => "Seseorang mengubahnya di {host}. Buka lagi dan bandingkan.",
        Key::ErrorHostDuplicate => "{host} sudah punya data ini.",
        Key::ErrorHostWarning => "{host} meminta konfirmasi dahulu. Buka di sana.",
        Key::ErrorHostRateLimited => "{host} sedang sibuk. Dicoba lagi sebentar lagi.",
        Key::ErrorHostOffline => {
            "{host} tidak dapat dihubungi. Periksa koneksi; pekerjaan Anda menunggu di perangkat ini."
        }
        Key::ErrorHostTimeout => "{host} tidak menjawab tepat waktu. Coba lagi; tidak ada yang hilang.",
        Key::ErrorHostTooLarge => "Ini lebih besar dari yang diterima {host}. Perpendek, atau bagi menjadi dua.",
        Key::ErrorHostCancelled => "Dibatalkan.",
        Key::ErrorHostDisconnected => {
            "Koneksi ke {host} terputus. Muat ulang halaman; pekerjaan Anda menunggu di perangkat ini."
        }
        Key::ErrorHostInternal => {
            "{host} mengalami gangguan. Coba lagi nanti; pekerjaan Anda menunggu di perangkat ini."
        }
    }
}

pub(super) const fn counted(key: Count, _plural: Plural) -> &'static str {
    match key {
        Count::PayIn => "{n} hari",
        Count::LineCount => "{n} baris",
        Count::Pending => "{n} perubahan menunggu {host}",
        Count::Results => "{n} hasil",
        Count::Fields => "{n} kolom perlu diperbaiki.",
    }
}
