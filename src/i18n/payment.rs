//! What the calculator and the proposal say about when it is paid.

use super::messages::{counted, messages};

messages! {
    /// A message about payment.
    PaymentKey {
        Equal = "payment.equal": "{parts} over {when}", "{parts} selama {when}", "{parts} за {when}";
        EqualMonthly = "payment.equal.monthly": "{parts}, one every {months}", "{parts}, tiap {months}", "{parts}, интервал — {months}";
        WithInterest = "payment.interest": "{term} at {percent} interest a year", "{term}, bunga {percent} per tahun", "{term} под {percent} годовых";
        Stated = "payment.stated": "{parts} within {when}", "{parts} dalam {when}", "{parts} за {when}";
        Schedule = "payment.schedule": "Payments, counted from {date}", "Jadwal bayar, dihitung dari {date}", "График оплаты, считая от {date}";
        On = "payment.on": "On", "Tanggal", "Дата";
        OfWhichInterest = "payment.of_which_interest": "of which interest", "di antaranya bunga", "в том числе проценты";
        Together = "payment.together": "Together", "Jumlah", "Всего";
        EarlyTerm = "payment.early.term": "{percent} off within {early}, otherwise {term}", "Diskon {percent} dalam {early}, selebihnya {term}", "Скидка {percent} при оплате за {early}, иначе {term}";
        Waived = "payment.waived": "{term}: surcharge waived", "{term}: tanpa biaya tambahan", "{term}: без наценки";
        Early = "payment.early":
            "Pay {due} by {date} and save {saving}: for paying that much sooner it is {yearly} a year.",
            "Bayar {due} paling lambat {date} dan hemat {saving}: untuk bayar secepat itu nilainya {yearly} per tahun.",
            "Оплатите {due} до {date} включительно и сэкономьте {saving}: за такой срок это {yearly} годовых.";
        EarlyWorth = "payment.early.worth":
            "Having the money that much sooner is worth {worth} to us; we give {percent}.",
            "Uang yang masuk secepat itu bernilai {worth} bagi kita; kita memberi {percent}.",
            "Получить деньги настолько раньше для нас стоит {worth}; мы уступаем {percent}.";
        ByHand = "payment.by_hand": "Other days or parts…", "Hari atau angsuran lain…", "Другой срок или части…";
        Days = "payment.days": "Days to pay", "Hari sampai bayar", "Дней до оплаты";
        Parts = "payment.parts": "Equal parts", "Angsuran sama", "Равных частей";
        WithoutTax = "payment.without_tax": "Without tax", "Sebelum pajak", "Без налога";
        TaxAt = "payment.tax_at": "Tax {percent} on {net}", "Pajak {percent} dari {net}", "Налог {percent} с {net}";
        TaxLowered = "payment.tax_lowered": "Less tax, reckoned on the early price", "Pajak lebih rendah, dihitung dari harga bayar cepat", "Меньше налога: он считается с цены при ранней оплате";
        CashRounding = "payment.cash_rounding": "Rounded to coins", "Pembulatan tunai", "Округление до монет";
        ToPay = "payment.to_pay": "To pay", "Harus dibayar", "К оплате";
        DeferralParts = "payment.deferral":
            "Being paid in parts, the last after {when}, costs us {cost} at {rate} a year; counting it, the discount is {effective}.",
            "Dibayar bertahap, terakhir setelah {when}, menelan biaya {cost} pada {rate} per tahun; dengan itu diskonnya {effective}.",
            "Оплата частями (последняя через {when}) стоит нам {cost} при {rate} годовых; с ней скидка — {effective}.";
        DeferralGain = "payment.deferral.gain":
            "Their interest brings us {gain} more than waiting costs at {rate} a year; counting it, the discount is {effective}.",
            "Bunganya memberi kita {gain} di atas biaya menunggu pada {rate} per tahun; dengan itu diskonnya {effective}.",
            "Проценты приносят нам на {gain} больше, чем стоит отсрочка при {rate} годовых; с ними скидка — {effective}.";
        Reckoned = "payment.reckoned": "Reckoned {method}; {days}.", "Dihitung {method}; {days}.", "Расчёт: {method}; {days}.";
        Compound = "payment.compound": "with interest on interest", "dengan bunga berbunga", "сложный процент";
        Simple = "payment.simple": "with simple interest", "dengan bunga tunggal", "простой процент";
        Bank = "payment.bank": "as a bank discounts a bill, off the full amount", "seperti diskonto bank atas jumlah penuh", "банковский учёт, от полной суммы";
        Actual365 = "payment.actual365": "calendar days in years of 365", "hari kalender dalam setahun 365 hari", "календарные дни, год — 365 дней";
        Actual360 = "payment.actual360": "calendar days in years of 360", "hari kalender dalam setahun 360 hari", "календарные дни, год — 360 дней";
        ThirtyE360 = "payment.thirtyE360": "months of 30 days, the European way (30E/360)", "bulan 30 hari cara Eropa (30E/360)", "месяцы по 30 дней, европейский способ (30E/360)";
        ThirtyBond360 = "payment.thirtyBond360": "months of 30 days, as for bonds (30/360)", "bulan 30 hari seperti obligasi (30/360)", "месяцы по 30 дней, как у облигаций (30/360)";
        ThirtyUs360 = "payment.thirtyUs360": "months of 30 days, the American way (30/360 US)", "bulan 30 hari cara Amerika (30/360 US)", "месяцы по 30 дней, американский способ (30/360 US)";
        ActualActual = "payment.actualActual": "calendar days in years of their own length (ACT/ACT)", "hari kalender dalam tahun sebenarnya (ACT/ACT)", "календарные дни, год — его собственной длины (ACT/ACT)";
    }
}

counted! {
    /// A message about payment with a count.
    PaymentCount {
        EqualParts = "payment.equal_parts":
            "{n} equal part", "{n} equal parts",
            "{n} angsuran sama",
            "{n} равная часть", "{n} равные части", "{n} равных частей";
        Payments = "payment.payments":
            "{n} payment", "{n} payments",
            "{n} pembayaran",
            "{n} платёж", "{n} платежа", "{n} платежей";
        Months = "payment.months":
            "{n} month", "{n} months",
            "{n} bulan",
            "{n} месяц", "{n} месяца", "{n} месяцев";
    }
}
