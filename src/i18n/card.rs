//! What the client card says.

use super::messages::{counted, messages};

messages! {
    /// A message of the client card without a count.
    CardKey {
        Clients = "card.clients": "Clients", "Klien", "Клиенты";
        Find = "card.find": "Find a client", "Cari klien", "Найти клиента";
        NobodyFound = "card.find.none":
            "Nobody found for “{text}”. Try fewer letters, a city or a person.",
            "Tidak ada hasil untuk “{text}”. Coba lebih sedikit huruf, nama kota, atau nama orang.",
            "По запросу «{text}» никого нет. Попробуйте меньше букв, город или имя человека.";
        NobodyChosen = "card.none":
            "Choose a client, and what you know, owe and promised each other opens here.",
            "Pilih klien, lalu semua yang Anda ketahui dan janjikan kepadanya terbuka di sini.",
            "Выберите клиента — здесь откроется всё, что вы о нём знаете и что ему обещали.";
        Key = "card.key": "Key account", "Klien utama", "Ключевой клиент";
        Stage = "card.stage": "Stage", "Tahap", "Этап отношений";
        StagePotential = "card.stage.potential": "Potential", "Calon klien", "Потенциальный";
        StageNew = "card.stage.new": "New", "Baru", "Новый";
        StageActive = "card.stage.active": "Active", "Aktif", "Действующий";
        StageLapsed = "card.stage.lapsed": "No longer buys", "Tidak lagi membeli", "Больше не покупает";
        Address = "card.address": "Address as", "Sapaan", "Обращение";
        AddressHint = "card.address.hint": "How to address", "Cara menyapa", "Как обращаться";
        AddressOf = "card.address.of": "How to address {name}", "Cara menyapa {name}", "Как обращаться: {name}";
        Owes = "card.owes": "Owes", "Piutang", "Долг";
        InCredit = "card.in_credit": "In credit", "Saldo lebih", "Переплата";
        LastSpoke = "card.last_spoke": "Last spoke", "Kontak terakhir", "Последний контакт";
        NextStep = "card.next_step": "Next step", "Langkah berikutnya", "Следующий шаг";
        NotYet = "card.not_yet": "not yet", "belum pernah", "ещё не было";
        NothingPlanned = "card.nothing_planned": "nothing planned", "belum ada rencana", "не назначен";
        Today = "card.today": "today", "hari ini", "сегодня";
        Yesterday = "card.yesterday": "yesterday", "kemarin", "вчера";
        Tomorrow = "card.tomorrow": "tomorrow", "besok", "завтра";

        WhatNow = "card.what_now": "What now", "Sekarang", "Что сейчас";
        AllDone = "card.what_now.none":
            "Nothing presses. A good day to find out what the client plans next.",
            "Tidak ada yang mendesak. Hari yang baik untuk menanyakan rencana klien.",
            "Ничего срочного. Хороший день, чтобы узнать о планах клиента.";
        Urgent = "card.urgent": "Urgent", "Mendesak", "Срочно";
        Soon = "card.soon": "Soon", "Segera", "Скоро";
        Hint = "card.hint": "Good moment", "Saat yang tepat", "Хороший момент";
        RuleLabel = "card.rule": "Rule: {rule}", "Aturan: {rule}", "Правило: {rule}";
        NowLate = "card.now.late":
            "“{what}” is {late}, and the client was told nothing. Call now.",
            "“{what}” {late}, dan klien belum diberi tahu. Telepon sekarang.",
            "«{what}» — {late}, клиент ничего не знает. Позвоните сейчас.";
        NowDelay = "card.now.delay":
            "“{what}”: the delay has been known since {since}. Tell the client before {due}.",
            "“{what}”: keterlambatan diketahui sejak {since}. Beri tahu klien sebelum {due}.",
            "«{what}»: о задержке известно с {since}. Предупредите клиента до {due}.";
        NowLateTold = "card.now.late_told":
            "“{what}” is {late}; the client knows. Finish it.",
            "“{what}” {late}; klien sudah tahu. Selesaikan.",
            "«{what}» — {late}; клиент знает. Доведите до конца.";
        NowDue = "card.now.due": "“{what}” is due {due}.", "“{what}” jatuh tempo {due}.", "«{what}» — срок {due}.";
        NowLimit = "card.now.limit":
            "{amount} above the credit limit, orders under way included.",
            "{amount} di atas batas kredit, termasuk pesanan yang berjalan.",
            "Кредитный лимит превышен на {amount} с учётом заказов в работе.";
        NowNoStep = "card.now.no_step":
            "No next step is planned. Agree on a call or a meeting.",
            "Belum ada langkah berikutnya. Sepakati telepon atau pertemuan.",
            "Следующий шаг не назначен. Договоритесь о звонке или встрече.";
        NowSilence = "card.now.silence":
            "The client last spoke to us {ago}. Ask how things are.",
            "Klien terakhir berbicara dengan kita {ago}. Tanyakan kabarnya.",
            "Последний контакт с клиентом — {ago}. Спросите, как дела.";
        NowThank = "card.now.thank":
            "An order came {ago}. Thank the client for it.",
            "Pesanan masuk {ago}. Ucapkan terima kasih kepada klien.",
            "Заказ поступил {ago}. Поблагодарите клиента.";
        NowReferral = "card.now.referral":
            "A promise was kept {ago}. Ask whom else we could serve.",
            "Janji ditepati {ago}. Tanyakan siapa lagi yang dapat kita layani.",
            "Обещание выполнено {ago}. Спросите, кому ещё мы могли бы помочь.";
        RuleLate = "card.rule.late": "due date passed, client not told", "lewat tenggat, klien belum diberi tahu",
            "срок прошёл, клиент не предупреждён";
        RuleDelay = "card.rule.delay": "delay known, client not told", "terlambat, klien belum diberi tahu",
            "задержка известна, клиент не предупреждён";
        RuleDebt = "card.rule.debt": "invoice past its due date", "faktur lewat jatuh tempo", "счёт просрочен";
        RuleLateTold = "card.rule.late_told": "due date passed, client told", "lewat tenggat, klien sudah tahu",
            "срок прошёл, клиент предупреждён";
        RuleLimit = "card.rule.limit": "debt and open orders exceed the limit", "piutang dan pesanan melebihi batas",
            "долг и открытые заказы больше лимита";
        RuleDue = "card.rule.due": "promise due within {n} days", "tenggat janji dalam {n} hari",
            "до срока обещания не больше {n} дн.";
        RuleDecides = "card.rule.decides": "{n} meetings without order and without who decides",
            "{n} pertemuan tanpa pesanan dan tanpa pengambil keputusan", "{n} встречи без заказа и без того, кто решает";
        RuleNoStep = "card.rule.no_step": "nothing ahead in the calendar", "kalender ke depan kosong",
            "впереди в календаре пусто";
        RuleSilence = "card.rule.silence": "no contact for over {n} days", "tanpa kontak lebih dari {n} hari",
            "нет контакта больше {n} дн.";
        RuleThank = "card.rule.thank": "order within {n} days, no call since", "pesanan dalam {n} hari, belum ada telepon",
            "заказ за последние {n} дн., звонка не было";
        RuleReferral = "card.rule.referral": "promise kept within {n} days, nothing pressing",
            "janji ditepati dalam {n} hari, tidak ada yang mendesak", "обещание выполнено за последние {n} дн., срочного нет";
        SayLate = "card.say.late":
            "“I am sorry, this is late, and I should have called you before. The new day is …; if anything changes, I will call at once.”",
            "“Mohon maaf, ini terlambat, dan seharusnya saya mengabari lebih awal. Tanggal barunya …; kalau ada perubahan, saya segera menelepon.”",
            "«Извините, мы опоздали, и мне следовало предупредить вас раньше. Новый срок — …; если что-то изменится, я сразу позвоню».";
        SayDelay = "card.say.delay":
            "“I am calling before the date because it needs more time than we planned. The new day is …. Can you arrange for that?”",
            "“Saya menelepon sebelum tenggat karena perlu waktu lebih lama dari rencana. Tanggal barunya …. Apakah Anda bisa menyesuaikan?”",
            "«Звоню заранее: нужно больше времени, чем мы рассчитывали. Новый срок — …. Вам это подойдёт?»";
        SayDebt = "card.say.debt":
            "“One of our invoices is still open. Is anything about it unclear, or when may we expect the payment?”",
            "“Salah satu faktur kami masih terbuka. Apakah ada yang belum jelas, atau kapan kami dapat mengharapkan pembayarannya?”",
            "«Один из наших счетов ещё не оплачен. Возможно, в нём что-то не так, или когда нам ждать оплату?»";
        SaySilence = "card.say.silence":
            "“We have not spoken for a while. How are things going, and what do you need next?”",
            "“Sudah lama kita tidak berbicara. Bagaimana kabarnya, dan apa yang Anda perlukan berikutnya?”",
            "«Давно не разговаривали. Как идут дела и что вам понадобится в ближайшее время?»";
        SayThank = "card.say.thank":
            "“Thank you for your order and for choosing us. Did everything arrive as you wished?”",
            "“Terima kasih atas pesanan Anda dan sudah memilih kami. Apakah semuanya sesuai harapan?”",
            "«Спасибо за заказ и за то, что выбрали нас. Всё ли получилось так, как вы хотели?»";
        SayReferral = "card.say.referral":
            "“Whom do you know who could use the same? I would be glad to speak to them.”",
            "“Siapa kenalan Anda yang mungkin memerlukan hal yang sama? Saya senang dapat menghubunginya.”",
            "«Кому из ваших знакомых это тоже могло бы пригодиться? С удовольствием с ними поговорю».";
        MarkTold = "card.told": "Client told", "Klien diberi tahu", "Клиент предупреждён";
        MarkDone = "card.done": "Done", "Selesai", "Сделано";
        MarkDelay = "card.delay": "Delay known", "Akan terlambat", "Будет задержка";
        LogCall = "card.log_call": "Log a call", "Catat telepon", "Записать звонок";

        Timeline = "card.timeline": "Timeline", "Riwayat", "История";
        TimelineEmpty = "card.timeline.empty":
            "Write down the first call, and the story of this client begins here.",
            "Catat telepon pertama, dan kisah klien ini dimulai di sini.",
            "Запишите первый звонок — с него начнётся история клиента.";
        More = "card.more": "Show earlier", "Tampilkan yang lebih lama", "Показать более ранние";
        KindOrder = "card.kind.order": "Order", "Pesanan", "Заказ";
        KindQuote = "card.kind.quote": "Quote", "Penawaran", "Предложение";
        KindCall = "card.kind.call": "Call", "Telepon", "Звонок";
        KindMeeting = "card.kind.meeting": "Meeting", "Pertemuan", "Встреча";
        KindNote = "card.kind.note": "Note", "Catatan", "Заметка";
        What = "card.entry.kind": "What", "Jenis", "Что";
        Whom = "card.entry.person": "With whom", "Dengan siapa", "С кем";
        Nobody = "card.entry.nobody": "–", "–", "–";
        Text = "card.entry.text": "What was said", "Apa yang dibicarakan", "О чём говорили";
        Log = "card.entry.log": "Log it", "Catat", "Записать";
        NothingWritten = "card.entry.empty":
            "Write a few words first, then log it.",
            "Tulis beberapa kata dulu, lalu catat.",
            "Сначала напишите несколько слов.";

        Promises = "card.promises": "Promises", "Janji", "Обещания";
        PromisesEmpty = "card.promises.empty":
            "When you tell the client “by Friday”, write it down here, and it is not forgotten.",
            "Saat Anda berkata “paling lambat Jumat” kepada klien, catat di sini agar tidak terlupa.",
            "Сказали клиенту «до пятницы» — запишите здесь, и срок не забудется.";
        AddPromise = "card.promise.add": "Add a promise", "Tambah janji", "Добавить обещание";
        PromiseText = "card.promise.text": "What we will do", "Apa yang akan kita lakukan", "Что мы сделаем";
        PromiseDue = "card.promise.due": "By when", "Paling lambat", "К какому дню";
        PromiseSave = "card.promise.save": "Save", "Simpan", "Сохранить";
        Cancel = "card.cancel": "Cancel", "Batal", "Отмена";
        PromiseNoDate = "card.promise.no_date":
            "Choose the day by which it will be done, today or later.",
            "Pilih hari selesainya, hari ini atau sesudahnya.",
            "Выберите день, к которому это будет сделано: сегодня или позже.";
        DueOn = "card.promise.due_on": "due {date}, {when}", "tenggat {date}, {when}", "срок {date}, {when}";
        StateOpen = "card.promise.open": "Open", "Terbuka", "В работе";
        StateSoon = "card.promise.soon": "Due soon", "Segera jatuh tempo", "Скоро срок";
        StateRisk = "card.promise.risk": "Delay, client not told", "Terlambat, klien belum tahu", "Задержка, клиент не знает";
        StateLate = "card.promise.late": "Late, client not told", "Lewat tenggat, klien belum tahu",
            "Просрочено, клиент не знает";
        StateLateTold = "card.promise.late_told": "Late, client told", "Lewat tenggat, klien tahu",
            "Просрочено, клиент знает";
        StateKept = "card.promise.kept": "Kept", "Ditepati", "Выполнено";
        StateKeptLate = "card.promise.kept_late": "Done late", "Selesai terlambat", "Выполнено с опозданием";
        ToldOn = "card.promise.told_on": "client told {date}", "klien diberi tahu {date}", "клиент предупреждён {date}";
        KnownOn = "card.promise.known_on": "delay known {date}", "keterlambatan diketahui {date}", "о задержке известно с {date}";
        Tally = "card.promises.tally":
            "Kept {kept} · late but told in time {warned} · late {late}",
            "Ditepati {kept} · terlambat tetapi dikabari {warned} · terlambat {late}",
            "Выполнено {kept} · с опозданием, но предупредили {warned} · с опозданием {late}";

        Money = "card.money": "Money", "Keuangan", "Деньги";
        MoneyEmpty = "card.money.empty": "No invoices yet.", "Belum ada faktur.", "Счетов пока нет.";
        Ageing = "card.ageing": "Open by days after the due date, {currency}", "Terbuka menurut hari lewat jatuh tempo, {currency}",
            "Не оплачено, по дням после срока, {currency}";
        NotDue = "card.ageing.not_due": "Not due yet", "Belum jatuh tempo", "Срок не наступил";
        Bucket = "card.ageing.bucket": "{from}–{to} days", "{from}–{to} hari", "{from}–{to} дн.";
        BucketOver = "card.ageing.over": "over {from} days", "lebih dari {from} hari", "более {from} дн.";
        Credits = "card.ageing.credits": "Credit notes", "Nota kredit", "Зачёты в пользу клиента";
        Unapplied = "card.ageing.unapplied": "Paid, not matched", "Dibayar, belum dicocokkan", "Оплаты без счёта";
        Exposure = "card.exposure": "Exposure against the limit", "Eksposur terhadap batas kredit", "Нагрузка на кредитный лимит";
        ExposureOwed = "card.exposure.owed": "Owed", "Piutang", "Долг";
        ExposureOrders = "card.exposure.orders": "Orders under way", "Pesanan berjalan", "Заказы в работе";
        ExposureLimit = "card.exposure.limit": "Limit", "Batas", "Лимит";
        ExposureLeft = "card.exposure.left":
            "{amount} of the limit is left.", "Sisa batas {amount}.", "До лимита остаётся {amount}.";
        ExposureOver = "card.exposure.over":
            "The limit is passed by {amount}.", "Batas terlampaui {amount}.", "Лимит превышен на {amount}.";
        NoLimit = "card.exposure.none": "No credit limit was agreed.", "Belum ada batas kredit yang disepakati.",
            "Кредитный лимит не согласован.";
        Invoice = "card.invoice": "Invoice", "Faktur", "Счёт";
        Due = "card.invoice.due": "Due", "Jatuh tempo", "Срок";
        Open = "card.invoice.open": "Open", "Terbuka", "К оплате";
        Generated = "card.generated":
            "Sample: due dates, payments, people’s roles and notes are generated for the demo",
            "Contoh: jatuh tempo, pembayaran, peran, dan catatan dibuat untuk demo",
            "Пример: сроки, оплаты, роли и заметки созданы для демонстрации";

        People = "card.people": "People", "Orang", "Люди";
        PeopleEmpty = "card.people.empty":
            "Nobody is known here yet. Ask the host system for the contact.",
            "Belum ada orang yang tercatat. Tambahkan kontak di CRM.",
            "Контактов пока нет. Добавьте их в вашей CRM.";
        Role = "card.role": "Part in the decision: {name}", "Peran dalam keputusan: {name}", "Роль в решении: {name}";
        RoleDecides = "card.role.decides": "Decides", "Memutuskan", "Решает";
        RoleInfluences = "card.role.influences": "Influences", "Memengaruhi", "Влияет";
        RoleUses = "card.role.uses": "Uses it", "Memakai", "Пользуется";
        RoleBlocks = "card.role.blocks": "Is against", "Menolak", "Против";
        RoleUnknown = "card.role.unknown": "Role not known", "Peran belum diketahui", "Роль неизвестна";
        NobodyDecides = "card.people.nobody_decides":
            "Nobody here is known to decide. Ask who has the last word.",
            "Belum diketahui siapa yang memutuskan. Tanyakan siapa penentu akhirnya.",
            "Пока неизвестно, кто решает. Спросите, за кем последнее слово.";

        Segment = "card.segment": "Segment", "Segmen", "Сегмент";
        NotBought = "card.segment.none": "no orders yet", "belum ada pesanan", "заказов ещё нет";
        AbcWhy = "card.segment.abc":
            "{class}: bought for {amount}, {share} of all sales from {from} to {to}. Clients up to {a} of sales are A, up to {b} B; who crosses a line still counts above it.",
            "{class}: membeli senilai {amount}, {share} dari seluruh penjualan {from} s.d. {to}. Klien hingga {a} penjualan adalah A, hingga {b} B; yang melintasi batas masih dihitung di atasnya.",
            "{class}: купил на {amount}, это {share} всех продаж с {from} по {to}. Клиенты до {a} продаж — A, до {b} — B; кто пересекает границу, остаётся выше неё.";
        RfmWhy = "card.segment.rfm":
            "Scores of 1 to 5 among all clients on {date}: how lately, how often, for how much (quantiles at 20, 40, 60, 80 percent, plus 1).",
            "Nilai 1 sampai 5 di antara semua klien pada {date}: seberapa baru, seberapa sering, seberapa banyak (kuantil 20, 40, 60, 80 persen, ditambah 1).",
            "Оценки от 1 до 5 среди всех клиентов на {date}: как давно, как часто, на сколько (квантили 20, 40, 60 и 80 процентов плюс 1).";
        Recency = "card.segment.recency": "Last order", "Pesanan terakhir", "Последний заказ";
        Frequency = "card.segment.frequency": "Orders", "Pesanan", "Заказы";
        Monetary = "card.segment.monetary": "Bought for", "Total pembelian", "Куплено на";
        Score = "card.segment.score": "{n} of 5", "{n} dari 5", "{n} из 5";
        Champions = "card.segment.champions": "Champion", "Juara", "Чемпион";
        PotentialLoyalist = "card.segment.potential_loyalist": "Becoming loyal", "Calon setia", "Становится постоянным";
        Loyal = "card.segment.loyal": "Loyal", "Setia", "Постоянный";
        Promising = "card.segment.promising": "Promising", "Menjanjikan", "Перспективный";
        NewSegment = "card.segment.new": "New buyer", "Pembeli baru", "Новый покупатель";
        CantLose = "card.segment.cant_lose": "Not to be lost", "Jangan sampai hilang", "Нельзя потерять";
        AtRisk = "card.segment.at_risk": "At risk", "Berisiko pergi", "Может уйти";
        NeedAttention = "card.segment.need_attention": "Needs attention", "Perlu perhatian", "Нуждается во внимании";
        AboutToSleep = "card.segment.about_to_sleep": "Cooling off", "Mulai dingin", "Остывает";
        LostSegment = "card.segment.lost": "Has left", "Sudah pergi", "Ушёл";

        SayInstead = "guard.instead": "Say instead:", "Lebih baik katakan:", "Лучше сказать:";
        GuardPromise = "guard.promise":
            "This stakes your word on what may not come.",
            "Ini mempertaruhkan nama baik Anda pada hal yang belum pasti.",
            "Это ставит ваше слово на то, что может не сбыться.";
        GuardCompared = "guard.compared":
            "This holds the client up against a larger one.",
            "Ini membandingkan klien dengan yang lebih besar.",
            "Это сравнивает клиента с более крупным.";
        GuardBelittled = "guard.belittled":
            "This makes the client feel small.",
            "Ini membuat klien merasa kecil.",
            "Это принижает клиента или его заказ.";
        GuardQueued = "guard.queued":
            "This tells the client that others come first.",
            "Ini memberi kesan bahwa klien lain didahulukan.",
            "Это говорит клиенту, что другие важнее.";
        SavedWhere = "card.saved": "Saved {place}.", "Tersimpan {place}.", "Сохранено {place}.";
        TakenBack = "card.taken_back": "Taken back.", "Dibatalkan.", "Отменено.";
    }
}

counted! {
    /// A message of the client card that bends with a count.
    CardCount {
        Clients = "card.count.clients": "{n} client", "{n} clients", "{n} klien", "{n} клиент", "{n} клиента", "{n} клиентов";
        Ago = "card.count.ago": "{n} day ago", "{n} days ago", "{n} hari lalu", "{n} день назад", "{n} дня назад", "{n} дней назад";
        Ahead = "card.count.ahead": "in {n} day", "in {n} days", "{n} hari lagi", "через {n} день", "через {n} дня", "через {n} дней";
        Late = "card.count.late": "{n} day late", "{n} days late", "terlambat {n} hari",
            "опоздание {n} день", "опоздание {n} дня", "опоздание {n} дней";
        Debt = "card.count.debt":
            "{amount} is overdue in {n} invoice, the oldest {late}.",
            "{amount} is overdue in {n} invoices, the oldest {late}.",
            "{amount} lewat jatuh tempo dalam {n} faktur, yang terlama {late}.",
            "Просрочено {amount} по {n} счёту, самый давний — {late}.",
            "Просрочено {amount} по {n} счетам, самый давний — {late}.",
            "Просрочено {amount} по {n} счетам, самый давний — {late}.";
        Undecided = "card.count.undecided":
            "{n} meeting, and nobody who decides was there. Ask to meet them.",
            "{n} meetings, and nobody who decides was there. Ask to meet them.",
            "{n} pertemuan tanpa pengambil keputusan. Mintalah bertemu dengannya.",
            "{n} встреча, и ни разу с тем, кто решает. Попросите о встрече с ним.",
            "{n} встречи, и ни разу с тем, кто решает. Попросите о встрече с ним.",
            "{n} встреч, и ни разу с тем, кто решает. Попросите о встрече с ним.";
        OpenInvoices = "card.count.invoices":
            "{n} open invoice", "{n} open invoices", "{n} faktur terbuka",
            "{n} неоплаченный счёт", "{n} неоплаченных счёта", "{n} неоплаченных счетов";
        Orders = "card.count.orders": "{n} order", "{n} orders", "{n} pesanan", "{n} заказ", "{n} заказа", "{n} заказов";
    }
}
