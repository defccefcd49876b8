//! What the calculator says beyond the quote itself: its rules, its scenarios, who may sign it.

use super::messages::{counted, messages};

messages! {
    /// A message of the calculator.
    CalculatorKey {
        ForClient = "calculator.client": "Client view", "Tampilan untuk klien", "Показать клиенту";

        Coupon = "calculator.coupon": "Coupon", "Kupon", "Купон";
        CouponTaken = "calculator.coupon.taken": "“{name}” counts.", "“{name}” berlaku.", "«{name}» учтён.";
        Free = "calculator.free": "{quantity} × {product} free of charge", "{quantity} × {product} gratis", "{quantity} × {product} бесплатно";

        Rules = "calculator.rules": "How the price comes about", "Bagaimana harga ini terbentuk", "Как складывается цена";
        RulesHint = "calculator.rules.hint":
            "Each step starts from what the ones above it left. Moving one can change the total.",
            "Setiap langkah bertolak dari hasil langkah di atasnya. Memindahkannya dapat mengubah total.",
            "Каждый шаг считается от того, что оставили шаги выше. Перестановка может изменить итог.";
        Earlier = "calculator.rules.earlier": "Apply “{step}” earlier", "Terapkan “{step}” lebih dulu", "Применить «{step}» раньше";
        Later = "calculator.rules.later": "Apply “{step}” later", "Terapkan “{step}” belakangan", "Применить «{step}» позже";
        UsualOrder = "calculator.rules.usual": "Back to the usual order", "Kembali ke urutan biasa", "Вернуть обычный порядок";
        Thresholds = "calculator.thresholds": "Thresholds look at", "Ambang dihitung dari", "Пороги считаются от";
        ThresholdsRunning = "calculator.thresholds.running": "the amount after the steps before", "jumlah setelah langkah sebelumnya", "суммы после предыдущих шагов";
        ThresholdsOriginal = "calculator.thresholds.original": "the amount at list price", "jumlah menurut harga daftar", "суммы по прайс-листу";
        OfList = "calculator.step.of_list": "taken of the list price", "dihitung dari harga daftar", "считается от цены по прайс-листу";
        Added = "calculator.step.add": "added to the step before", "ditambahkan ke langkah sebelumnya", "складывается с предыдущим шагом";
        Larger = "calculator.step.max": "this or the step before, whichever is more", "ini atau langkah sebelumnya, yang lebih besar", "этот или предыдущий шаг: что больше";
        Smaller = "calculator.step.min": "this or the step before, whichever is less", "ini atau langkah sebelumnya, yang lebih kecil", "этот или предыдущий шаг: что меньше";
        From = "calculator.step.from": "from {date}", "mulai {date}", "с {date}";
        Until = "calculator.step.until": "until {date}", "sampai {date}", "по {date}";
        Alone = "calculator.step.alone": "goes with no other step", "tidak digabung dengan langkah lain", "не сочетается с другими шагами";
        OneOf = "calculator.step.one_of": "one of “{group}” only", "hanya satu dari “{group}”", "только один из «{group}»";
        Priority = "calculator.step.priority": "priority {n}", "prioritas {n}", "приоритет {n}";
        UnmetGoods = "calculator.unmet.goods": "none of its goods are ordered", "barangnya belum dipesan", "этих товаров в заказе нет";
        UnmetEarly = "calculator.unmet.early": "not in force yet", "belum berlaku", "ещё не действует";
        UnmetLate = "calculator.unmet.late": "no longer in force", "sudah tidak berlaku", "уже не действует";
        UnmetClient = "calculator.unmet.client": "for other clients", "untuk klien lain", "для других клиентов";
        UnmetBelow = "calculator.unmet.below": "{missing} more and it counts", "tambah {missing} lagi, lalu berlaku", "ещё {missing}, и он действует";
        UnmetAbove = "calculator.unmet.above": "more is ordered than it is for", "pesanan melebihi batasnya", "заказано больше, чем он допускает";
        UnmetExcluded = "calculator.unmet.excluded": "does not go with “{step}”", "tidak digabung dengan “{step}”", "не сочетается с шагом «{step}»";
        FreeGoods = "calculator.step.free": "goods free of charge", "barang gratis", "бесплатный товар";
        NoEffect = "calculator.step.none": "nothing to take off yet", "belum mengurangi apa pun", "пока ничего не меняет";
        Held = "calculator.held":
            "Below the floor nothing is sold: {amount} of “{step}” could not be granted.",
            "Tidak dijual di bawah batas terendah: {amount} dari “{step}” tidak dapat diberikan.",
            "Ниже минимальной цены не продаём: {amount} из шага «{step}» предоставить нельзя.";
        LineSteps = "calculator.line.steps": "How this price comes about", "Asal harga ini", "Как получилась эта цена";

        LadderQuantity = "calculator.ladder.quantity": "Order discount by quantity", "Diskon menurut jumlah pesanan", "Скидка по количеству в заказе";
        LadderWeight = "calculator.ladder.weight": "Order discount by weight", "Diskon menurut berat pesanan", "Скидка по весу заказа";
        Units = "calculator.units": "{n} pcs", "{n} unit", "{n} шт.";
        Kilograms = "calculator.kilograms": "{n} kg", "{n} kg", "{n} кг";
        LineNextGroup = "calculator.line.next_group": "{missing} more of {group}: {percent} off", "{missing} lagi dari {group}: diskon {percent}", "ещё {missing} из «{group}»: −{percent}";
        NextStep = "calculator.next.step": "“{step}” counts from {from}: {missing} more.", "“{step}” berlaku mulai {from}: {missing} lagi.", "«{step}» действует от {from}: ещё {missing}.";
        Unweighed = "calculator.unweighed": "No weight is known for {products}, so the discount by weight leaves it out.", "Berat {products} belum diketahui, jadi tidak dihitung dalam diskon menurut berat.", "Вес не указан, и в скидке по весу не учтено: {products}.";
        SoFar = "calculator.so_far":
            "So far {time} {before}; this order brings it to {reached}.",
            "Sejauh ini {time} {before}; dengan pesanan ini menjadi {reached}.",
            "Уже куплено {time}: {before}; с этим заказом будет {reached}.";
        SoFarNobody = "calculator.so_far.nobody":
            "Choose a client to count what was bought {time}; for now only this order counts.",
            "Pilih klien agar pembelian {time} ikut dihitung; untuk sementara hanya pesanan ini.",
            "Выберите клиента, чтобы учесть купленное {time}; пока считается только этот заказ.";
        SoFarUnknown = "calculator.so_far.unknown":
            "No earlier orders of this client are known, so only this order counts.",
            "Belum ada pesanan klien ini yang diketahui, jadi hanya pesanan ini yang dihitung.",
            "О прежних заказах клиента ничего не известно, поэтому считается только этот заказ.";
        LoyaltyLevel = "calculator.loyalty.level": "{programme}: {level}, {benefit}.", "{programme}: {level}, {benefit}.", "{programme}: {level}, {benefit}.";
        LoyaltyNone = "calculator.loyalty.none": "{programme}: no level yet.", "{programme}: belum ada tingkat.", "{programme}: уровня пока нет.";
        LoyaltyUnknown = "calculator.loyalty.unknown":
            "{programme}: no earlier orders of this client are known, so no level counts.",
            "{programme}: belum ada pesanan klien ini yang diketahui, jadi tidak ada tingkat yang berlaku.",
            "{programme}: о прежних заказах клиента ничего не известно, уровень не учитывается.";
        LoyaltyNext = "calculator.loyalty.next":
            "{missing} more leads to {level} ({benefit}); what is bought {time} counts.",
            "{missing} lagi menuju {level} ({benefit}); yang dihitung pembelian {time}.",
            "Ещё {missing} до уровня {level} ({benefit}); учитываются покупки {time}.";
        LoyaltyTerm = "calculator.loyalty.term": "{term} to pay without a surcharge", "{term} untuk membayar tanpa tambahan biaya", "отсрочка {term} без наценки";
        ThisYear = "calculator.time.year": "this year", "tahun ini", "в этом году";
        ThisQuarter = "calculator.time.quarter": "this quarter", "kuartal ini", "в этом квартале";
        TwelveMonths = "calculator.time.twelve_months": "in the last twelve months", "dalam dua belas bulan terakhir", "за последние двенадцать месяцев";
        ByLine = "calculator.step.by_line": "each line by itself", "tiap baris sendiri", "каждая строка отдельно";
        ByGroup = "calculator.step.by_group": "all articles of a category together", "semua barang satu kategori bersama", "все артикулы категории вместе";
        ByOrder = "calculator.step.by_order": "the whole order together", "seluruh pesanan bersama", "весь заказ вместе";
        ByAmount = "calculator.step.by_amount": "by amount", "menurut nilai", "по сумме";
        ByQuantity = "calculator.step.by_quantity": "by quantity", "menurut jumlah", "по количеству";
        ByWeight = "calculator.step.by_weight": "by weight", "menurut berat", "по весу";
        BySlab = "calculator.step.by_slab": "each rate for its own part", "tiap tarif untuk bagiannya sendiri", "каждая ставка на свою часть";

        Scenarios = "calculator.scenarios": "Scenarios", "Skenario", "Сценарии";
        Scenario = "calculator.scenario": "Scenario {letter}", "Skenario {letter}", "Сценарий {letter}";
        AddScenario = "calculator.scenario.add": "Compare with another scenario", "Bandingkan dengan skenario lain", "Сравнить с другим сценарием";
        DropScenario = "calculator.scenario.drop": "Drop scenario {letter}", "Hapus skenario {letter}", "Убрать сценарий {letter}";
        ScenarioNow = "calculator.scenario.now": "being written", "sedang ditulis", "в работе";
        Effective = "calculator.effective": "Discount in all", "Potongan seluruhnya", "Скидка всего";
        Margin = "calculator.margin": "Margin", "Margin", "Маржа";
        MarginUnknown = "calculator.margin.unknown": "not known", "belum diketahui", "неизвестна";
        Payment = "calculator.payment": "Payment", "Pembayaran", "Оплата";
        NetNow = "calculator.net_now": "Worth today", "Nilai hari ini", "Стоит сегодня";

        Signing = "calculator.signing": "May I sign this?", "Boleh saya setujui sendiri?", "Могу ли я подписать?";
        AllInAll = "calculator.signing.all":
            "With waiting and free goods counted, {percent} is given in all.",
            "Dengan penundaan bayar dan barang gratis, seluruhnya diberikan {percent}.",
            "С учётом отсрочки и бесплатных товаров уступлено {percent}.";
        MarginLeft = "calculator.signing.margin": "A margin of {percent} is left.", "Margin tersisa {percent}.", "Маржа: {percent}.";
        Allowed = "calculator.signing.yes": "Yes, you may sign it.", "Ya, boleh Anda setujui sendiri.", "Да, подписывайте.";
        Needs = "calculator.signing.needs": "Not alone. It needs {level}: {reasons}.", "Tidak sendiri. Perlu {level}: {reasons}.", "Не в одиночку. Нужен {level}: {reasons}.";
        NeedsNobody = "calculator.signing.nobody": "Nobody may sign it: {reasons}. Give less, or ask for payment sooner.", "Tidak ada yang boleh menyetujui: {reasons}. Kurangi potongan atau percepat pembayaran.", "Этого не подпишет никто: {reasons}. Уступите меньше или сократите отсрочку.";
        ReasonDiscount = "calculator.signing.discount": "{given} in all is more than your {limit}", "{given} seluruhnya melebihi batas Anda {limit}", "{given} больше вашего предела {limit}";
        ReasonMargin = "calculator.signing.low_margin": "a margin of {left} is less than your {limit}", "margin {left} kurang dari batas Anda {limit}", "маржа {left} ниже вашего предела {limit}";
        ReasonNoMargin = "calculator.signing.no_margin": "the margin cannot be worked out, and {limit} must be left", "margin tidak dapat dihitung, padahal harus tersisa {limit}", "маржу нельзя посчитать, а должно остаться {limit}";
        ReasonAmount = "calculator.signing.amount": "you have no limit for goods of {amount}", "Anda tidak punya batas untuk barang senilai {amount}", "у вас нет полномочий на товар стоимостью {amount}";
        LevelUnknown = "calculator.signing.unknown": "{host} does not say how far you may go, so the lowest limits hold.", "{host} tidak menyebutkan wewenang Anda, jadi batas terendah yang berlaku.", "{host} не сообщает ваших полномочий, поэтому действуют самые низкие пределы.";
        LevelOne = "calculator.level.1": "an account manager", "manajer klien", "менеджер";
        LevelTwo = "calculator.level.2": "an experienced manager", "manajer berpengalaman", "опытный менеджер";
        LevelThree = "calculator.level.3": "a senior manager", "manajer senior", "старший менеджер";
        LevelFour = "calculator.level.4": "the key account manager", "manajer klien utama", "менеджер по ключевым клиентам";
        Ask = "calculator.approval.ask": "Ask for approval", "Minta persetujuan", "Запросить согласование";
        AskAgain = "calculator.approval.again": "Ask again", "Minta lagi", "Запросить снова";
        Asked = "calculator.approval.asked": "Asked on {date}; no answer yet.", "Diminta pada {date}; belum dijawab.", "Запрошено {date}; ответа пока нет.";
        AskedHere = "calculator.approval.here": "Noted on this device only: nobody there takes it. Print the internal sheet and hand it over.", "Dicatat di perangkat ini saja: belum ada yang menerimanya. Cetak lembar internal dan serahkan.", "Записано только на этом устройстве: принять запрос некому. Напечатайте внутренний лист и передайте его.";
        Granted = "calculator.approval.granted": "Approved. You may sign it.", "Disetujui. Boleh Anda tanda tangani.", "Согласовано. Подписывайте.";
        GrantedBy = "calculator.approval.granted_by": "Approved by {by}. You may sign it.", "Disetujui oleh {by}. Boleh Anda tanda tangani.", "Согласовано: {by}. Подписывайте.";
        Refused = "calculator.approval.refused": "Refused. Change the offer, then ask again.", "Ditolak. Ubah penawaran, lalu minta lagi.", "Отказано. Измените предложение и запросите снова.";
        Worse = "calculator.approval.worse": "What was asked for no longer covers it: {changes}.", "Yang diminta tidak lagi mencakupnya: {changes}.", "Запрошенного уже мало: {changes}.";
        WorseDiscount = "calculator.approval.discount": "the discount went from {approved} to {now}", "potongan naik dari {approved} ke {now}", "скидка выросла с {approved} до {now}";
        WorseMargin = "calculator.approval.margin": "the margin fell from {approved} to {now}", "margin turun dari {approved} ke {now}", "маржа упала с {approved} до {now}";
        WorseAmount = "calculator.approval.amount": "the goods went from {approved} to {now}", "nilai barang naik dari {approved} ke {now}", "стоимость товара выросла с {approved} до {now}";

        Credit = "calculator.credit": "How long may they wait?", "Berapa lama boleh menunda?", "Какую отсрочку можно дать?";
        CreditOverdue = "calculator.credit.overdue": "{amount} is {late}.", "{amount} {late}.", "{amount} {late}.";
        CreditOver = "calculator.credit.over": "This order would pass the credit limit by {amount}.", "Pesanan ini melampaui batas kredit sebesar {amount}.", "С этим заказом кредитный лимит превышен на {amount}.";
        CreditAdvance = "calculator.credit.advance": "Ask for payment in advance.", "Minta bayar di muka.", "Просите предоплату.";
        CreditTake = "calculator.credit.take": "Take “{term}”", "Pilih “{term}”", "Выбрать «{term}»";

        Wish = "calculator.wish": "What would it take?", "Apa yang diperlukan?", "Что для этого нужно?";
        WishPercent = "calculator.wish.percent": "Discount the client asks for, %", "Potongan yang diminta klien, %", "Скидка, о которой просит клиент, %";
        WishTotal = "calculator.wish.total": "Total the client asks for", "Total yang diminta klien", "Сумма, о которой просит клиент";
        WishHave = "calculator.wish.have": "This order has it already: {percent} comes off.", "Pesanan ini sudah mendapatkannya: potongannya {percent}.", "У этого заказа она уже есть: скидка {percent}.";
        WishNone = "calculator.wish.none": "Ordering more of one article, or of two, does not lead there. {percent} comes off now.", "Menambah satu atau dua barang tidak membawa ke sana. Potongan sekarang {percent}.", "Увеличением одного артикула или двух этого не достичь. Сейчас скидка {percent}.";
        WishStarts = "calculator.wish.starts": "The discount you ask for starts here:", "Potongan yang Anda minta mulai di sini:", "Скидка, о которой вы просите, начинается здесь:";
        WishLine = "calculator.wish.line": "{ordered}: then {percent} comes off, {net} in all", "{ordered}: potongannya {percent}, seluruhnya {net}", "{ordered}: скидка {percent}, всего {net}";
        WishTake = "calculator.wish.take": "Do it", "Terapkan", "Применить";
        WishManual = "calculator.wish.manual": "{percent} by hand leads to {net}.", "{percent} secara manual menghasilkan {net}.", "{percent} вручную дают {net}.";
        WishOut = "calculator.wish.out": "It cannot be reached: the nearest is {net}.", "Tidak dapat dicapai: yang terdekat {net}.", "Недостижимо: ближайшее — {net}.";
        WishFree = "calculator.wish.free": "The order does not come to more than that: with nothing given by hand it is {net}.", "Pesanan ini tidak lebih dari itu: tanpa diskon tambahan jumlahnya {net}.", "Заказ и так не дороже: без скидки вручную он стоит {net}.";
        WishHeld = "calculator.wish.held": "Leave these quantities as they are", "Jumlah yang tetap", "Не менять количество";
        WishVolume = "calculator.wish.volume": "To keep the profit of today’s price, {percent} more would have to be sold.", "Agar laba tetap, harus terjual {percent} lebih banyak.", "Чтобы сохранить прибыль, продать придётся на {percent} больше.";
        Cheaper = "calculator.cheaper": "Order {missing} more and pay less: {net} in all.", "Pesan {missing} lagi dan bayar lebih sedikit: seluruhnya {net}.", "Закажите ещё {missing} и заплатите меньше: всего {net}.";

        Output = "calculator.output": "Copies and files", "Salinan dan berkas", "Копии и файлы";
        Packet = "calculator.packet": "Print the internal sheet", "Cetak lembar internal", "Напечатать внутренний лист";
        PacketTitle = "calculator.packet.title": "Internal sheet, not for the client", "Lembar internal, bukan untuk klien", "Внутренний лист, не для клиента";
        PacketApproval = "calculator.packet.approval": "Who must approve", "Siapa yang harus menyetujui", "Кто должен согласовать";
        Cost = "calculator.cost": "Cost", "Biaya", "Себестоимость";
        Article = "calculator.article": "Article", "Kode barang", "Артикул";
        Unit = "calculator.unit": "Unit", "Satuan", "Единица";
        Csv = "calculator.csv": "Save as CSV", "Simpan sebagai CSV", "Сохранить CSV";
        Json = "calculator.json": "Save as JSON", "Simpan sebagai JSON", "Сохранить JSON";
        Link = "calculator.link": "Copy a link", "Salin tautan", "Скопировать ссылку";
        LinkText = "calculator.link.text": "The link, copied where the browser allows it", "Tautan, tersalin bila peramban mengizinkan", "Ссылка (скопирована, если браузер разрешил)";
        LinkHolds = "calculator.link.holds": "It holds articles, quantities and terms, and nothing of the client.", "Isinya barang, jumlah dan syarat, tanpa data klien.", "В ней артикулы, количества и условия, о клиенте ничего.";

        Shared = "calculator.shared": "A quote was shared with you", "Ada penawaran yang dibagikan kepada Anda", "С вами поделились расчётом";
        SharedSame = "calculator.shared.same": "Everything in it is as it was.", "Semuanya masih sama.", "Всё в нём как было.";
        SharedComesTo = "calculator.shared.comes_to": "Here it comes to {net}.", "Di sini jumlahnya {net}.", "Здесь получается {net}.";
        SharedNet = "calculator.shared.net": "It was {then} then and is {now} with your client’s terms.", "Saat itu {then}, dengan syarat klien Anda {now}.", "Тогда было {then}, с условиями вашего клиента — {now}.";
        SharedList = "calculator.shared.list": "It was priced from another list or another version of it.", "Dihitung dari daftar harga atau versi lain.", "Он посчитан по другому прайс-листу или другой его версии.";
        SharedCurrency = "calculator.shared.currency": "It was in {currency}.", "Mata uangnya {currency}.", "Он был в валюте {currency}.";
        SharedMissing = "calculator.shared.missing": "No longer sold here, so left out: {articles}.", "Tidak dijual lagi, jadi dilewati: {articles}.", "Здесь больше не продаётся и пропущено: {articles}.";
        SharedTerm = "calculator.shared.term": "Its payment term is not known here; the client’s own holds.", "Jangka bayarnya tidak dikenal; berlaku jangka klien.", "Такого срока оплаты здесь нет; действует срок клиента.";
        SharedCoupon = "calculator.shared.coupon": "Its coupon is not known here and does not count.", "Kuponnya tidak dikenal dan tidak berlaku.", "Купона здесь нет, он не учтён.";
        SharedScenarios = "calculator.shared.scenarios": "It has scenarios {letters}.", "Isinya skenario {letters}.", "В нём сценарии {letters}.";
        SharedScenario = "calculator.shared.scenario": "{scenario}: {then} then, {now} now.", "{scenario}: saat itu {then}, sekarang {now}.", "{scenario}: тогда {then}, теперь {now}.";
        SharedSteps = "calculator.shared.steps": "It takes the steps of the price in its own way; the list of steps shows how.", "Langkah harganya diterapkan dengan cara sendiri; lihat daftar langkah.", "Шаги цены в нём применяются по-своему; как именно, показывает список шагов.";
        SharedStepsUnknown = "calculator.shared.steps_unknown": "Some of the steps it puts in order are not known here; the others keep that order.", "Sebagian langkah yang diurutkannya tidak dikenal di sini; yang lain tetap menurut urutan itu.", "Часть шагов, порядок которых в нём задан, здесь неизвестна; остальные сохраняют порядок.";
        SharedOpen = "calculator.shared.open": "Write on it", "Lanjutkan penawaran ini", "Продолжить с ним";
        SharedLeave = "calculator.shared.leave": "Leave it", "Abaikan", "Не открывать";
    }
}

counted! {
    /// A message of the calculator with a count.
    CalculatorCount {
        DaysLate = "calculator.days_late":
            "{n} day overdue", "{n} days overdue",
            "terlambat {n} hari",
            "просрочено на {n} день", "просрочено на {n} дня", "просрочено на {n} дней";
        AtMostDays = "calculator.at_most":
            "At most {n} day now.", "At most {n} days now.",
            "Sekarang paling lama {n} hari.",
            "Сейчас не больше {n} дня.", "Сейчас не больше {n} дней.", "Сейчас не больше {n} дней.";
        SharedReplaces = "calculator.shared.replaces":
            "What you are writing, {n} line, would be replaced. Undo brings it back.",
            "What you are writing, {n} lines, would be replaced. Undo brings it back.",
            "Yang sedang Anda tulis, {n} baris, akan diganti. Dapat diurungkan.",
            "То, что вы сейчас пишете ({n} строка), будет заменено. Это можно отменить.",
            "То, что вы сейчас пишете ({n} строки), будет заменено. Это можно отменить.",
            "То, что вы сейчас пишете ({n} строк), будет заменено. Это можно отменить.";
        SharedReplacesFor = "calculator.shared.replaces_for":
            "What you are writing for {client}, {n} line, would be replaced. Undo brings it back.",
            "What you are writing for {client}, {n} lines, would be replaced. Undo brings it back.",
            "Yang sedang Anda tulis untuk {client}, {n} baris, akan diganti. Dapat diurungkan.",
            "То, что вы сейчас пишете для клиента {client} ({n} строка), будет заменено. Это можно отменить.",
            "То, что вы сейчас пишете для клиента {client} ({n} строки), будет заменено. Это можно отменить.",
            "То, что вы сейчас пишете для клиента {client} ({n} строк), будет заменено. Это можно отменить.";
        SharedLines = "calculator.shared.lines":
            "It has {n} line.", "It has {n} lines.",
            "Isinya {n} baris.",
            "В нём {n} строка.", "В нём {n} строки.", "В нём {n} строк.";
    }
}
