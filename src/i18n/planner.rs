//! What the meeting planner says.

use super::messages::{counted, messages};

messages! {
    /// A message of the meeting planner.
    PlannerKey {
        Title = "planner": "Meetings", "Pertemuan", "Встречи";
        Week = "planner.week": "Week", "Minggu", "Неделя";
        Day = "planner.day": "Day", "Hari", "День";
        Agenda = "planner.agenda": "Agenda", "Agenda", "Список";
        View = "planner.view": "View", "Tampilan", "Вид";
        Today = "planner.today": "Today", "Hari ini", "Сегодня";
        Earlier = "planner.earlier": "Earlier", "Sebelumnya", "Раньше";
        Later = "planner.later": "Later", "Berikutnya", "Позже";
        New = "planner.new": "New meeting", "Pertemuan baru", "Новая встреча";
        ExportWeek = "planner.export": "Save these days as a calendar file", "Simpan hari-hari ini sebagai berkas kalender", "Сохранить эти дни файлом календаря";
        ExportOne = "planner.export.one": "Calendar file", "Berkas kalender", "Файл календаря";
        Zone = "planner.zone": "Times by your clock: {zone}", "Waktu menurut jam Anda: {zone}", "Время по вашим часам: {zone}";
        NextWith = "planner.client.next": "{client}: next {when}, {title}", "{client}: berikutnya {when}, {title}", "{client}: далее {when}, {title}";
        NothingWith = "planner.client.nothing": "{client}: nothing is planned.", "{client}: belum ada rencana.", "{client}: ничего не запланировано.";
        CallDay = "planner.day.calls": "calls", "telepon", "звонки";
        MeetingDay = "planner.day.meetings": "meetings", "temu", "встречи";
        FreeDay = "planner.day.free": "free", "libur", "отдых";
        DayOf = "planner.day.of": "{day}: {kind}", "{day}: {kind}", "{day}: {kind}";
        ForCalls = "planner.day.for_calls": "a day for calls", "hari untuk menelepon", "день звонков";
        ForMeetings = "planner.day.for_meetings": "a day for meetings", "hari untuk bertemu", "день встреч";
        ForNothing = "planner.day.for_nothing": "a day off", "hari libur", "выходной";
        NoMeetings = "planner.none":
            "Nothing is planned here. Choose a time in the calendar, or begin with the button.",
            "Belum ada rencana di sini. Pilih waktu di kalender, atau mulai dengan tombol ini.",
            "Здесь пока ничего не запланировано. Выберите время в календаре или нажмите кнопку.";
        Unknown = "planner.zone.unknown":
            "Meetings in a time zone this browser does not know are left out: {zones}.",
            "Pertemuan di zona waktu yang tidak dikenal peramban ini tidak ditampilkan: {zones}.",
            "Встречи в часовых поясах, которых браузер не знает, не показаны: {zones}.";
        Call = "planner.kind.call": "Call", "Telepon", "Звонок";
        Meeting = "planner.kind.meeting": "Meeting", "Pertemuan", "Встреча";
        Event = "planner.kind.event": "Event", "Acara", "Мероприятие";
        Planned = "planner.planned": "not confirmed yet", "belum dikonfirmasi", "ещё не подтверждено";
        Confirmed = "planner.confirmed": "confirmed", "sudah dikonfirmasi", "подтверждено";
        Clash = "planner.clash": "too close to another", "terlalu dekat dengan yang lain", "слишком близко к другой";
        Repeats = "planner.repeats": "repeats", "berulang", "повторяется";
        UnreadRule = "planner.rule.unread":
            "It comes again by a rule only its own system reads; here you see the first time.",
            "Pertemuan ini berulang menurut aturan yang hanya dibaca sistem asalnya; di sini tampak yang pertama.",
            "Она повторяется по правилу, которое читает только её система; здесь показана первая.";
        Close = "planner.close": "Close", "Tutup", "Закрыть";
        With = "planner.with": "With {person}", "Dengan {person}", "Собеседник: {person}";
        ClientTime = "planner.client_time": "{time} by the clock of {zone}", "{time} menurut jam {zone}", "{time} по часам {zone}";
        Bring = "planner.bring": "To bring along", "Yang perlu dibawa", "Взять с собой";
        Ready = "planner.bring.ready": "ready", "siap", "готово";
        NotReady = "planner.bring.open": "not ready yet", "belum siap", "ещё не готово";
        ForIntroduction = "planner.purpose.introduction": "To get to know each other", "Untuk saling mengenal", "Знакомство";
        ForPresentation = "planner.purpose.presentation": "To show what we offer", "Untuk menunjukkan yang kami tawarkan", "Показ предложения";
        ForContract = "planner.purpose.contract": "To agree on a contract", "Untuk menyepakati kontrak", "Обсуждение договора";
        ForDocuments = "planner.purpose.documents": "To sort out the papers", "Untuk mengurus dokumen", "Оформление документов";
        HowWasIt = "planner.outcome": "How did it go?", "Bagaimana hasilnya?", "Как прошло?";
        Held = "planner.outcome.held": "Took place", "Terlaksana", "Состоялась";
        NoShow = "planner.outcome.no_show": "Nobody came", "Tidak ada yang datang", "Никто не пришёл";
        MovedByClient = "planner.outcome.moved": "Client moved it", "Digeser klien", "Клиент перенёс";
        Cancelled = "planner.outcome.cancelled": "Called off in time", "Dibatalkan tepat waktu", "Отменена заранее";
        Substitute = "planner.outcome.substitute": "Somebody came instead", "Diwakilkan", "Пришёл заместитель";
        Decider = "planner.outcome.decider": "Somebody who decides was there", "Ada yang berwenang memutuskan", "Был тот, кто принимает решение";
        Noted = "planner.outcome.noted": "Noted: {outcome}.", "Tercatat: {outcome}.", "Записано: {outcome}.";
        Edit = "planner.edit": "Edit", "Ubah", "Изменить";
        MoveTo = "planner.move": "Move to…", "Pindahkan ke…", "Перенести…";
        Delete = "planner.delete": "Delete", "Hapus", "Удалить";
        DeleteOne = "planner.delete.one": "Delete this one", "Hapus yang ini", "Удалить эту";
        DeleteAll = "planner.delete.all": "Delete the series", "Hapus seluruh rangkaian", "Удалить все повторы";
        Deleted = "planner.deleted": "“{title}” deleted.", "“{title}” dihapus.", "Удалено: «{title}».";
        Added = "planner.added": "Planned: {when}.", "Direncanakan: {when}.", "Запланировано: {when}.";
        Changed = "planner.changed": "Changed: {when}.", "Diubah: {when}.", "Изменено: {when}.";
        Moved = "planner.moved": "Moved to {when}.", "Dipindahkan ke {when}.", "Перенесено на {when}.";
        Undone = "planner.undone": "Taken back.", "Dibatalkan.", "Возвращено.";
        Moving = "planner.moving":
            "Moving {title}. Arrows change the time, Alt and arrows the length, Enter keeps it, Escape steps back.",
            "Memindahkan {title}. Panah mengubah waktu, Alt dan panah mengubah lamanya, Enter menyimpan, Escape membatalkan.",
            "Переносим: {title}. Стрелки меняют время, Alt со стрелками — длительность, Enter сохраняет, Escape отменяет.";
        MovingNow = "planner.moving.now": "{when}", "{when}", "{when}";
        NotMoved = "planner.moving.stopped": "Left where it was.", "Tetap di tempatnya.", "Осталось на месте.";
        Keys = "planner.keys":
            "Arrows go from meeting to meeting. M moves one, Alt and arrows change its length.",
            "Panah berpindah antarpertemuan. M memindahkan, Alt dan panah mengubah lamanya.",
            "Стрелки — от встречи к встрече. M — перенести, Alt со стрелками — длительность.";
        SlotAt = "planner.slot": "Plan something: {when}", "Rencanakan: {when}", "Запланировать: {when}";
        What = "planner.form.title": "What it is about", "Tentang apa", "О чём";
        Client = "planner.form.client": "Client", "Klien", "Клиент";
        NoClient = "planner.form.no_client": "Without a client", "Tanpa klien", "Без клиента";
        Sort = "planner.form.kind": "Kind", "Jenis", "Вид";
        Date = "planner.form.date": "Day", "Hari", "День";
        Time = "planner.form.time": "Begins", "Mulai", "Начало";
        Minutes = "planner.form.minutes": "Minutes", "Menit", "Минут";
        Place = "planner.form.place": "Where", "Di mana", "Где";
        IsConfirmed = "planner.form.confirmed": "The client has confirmed", "Klien sudah mengonfirmasi", "Клиент подтвердил";
        Repeat = "planner.form.repeat": "Repeats", "Berulang", "Повтор";
        Never = "planner.form.never": "Never", "Tidak", "Нет";
        Weekly = "planner.form.weekly": "Every week", "Setiap minggu", "Каждую неделю";
        Fortnightly = "planner.form.fortnightly": "Every two weeks", "Setiap dua minggu", "Раз в две недели";
        OnDays = "planner.form.weekdays": "On these days", "Pada hari-hari ini", "По дням";
        Until = "planner.form.until": "Last day, if there is one", "Hari terakhir, bila ada", "Последний день, если есть";
        ByClock = "planner.form.zone": "By the clock of {zone}", "Menurut jam {zone}", "По часам {zone}";
        Scope = "planner.form.scope": "What moves", "Yang dipindahkan", "Что переносим";
        OnlyThis = "planner.form.only_this": "Only this one", "Hanya yang ini", "Только эту";
        WholeSeries = "planner.form.series": "The whole series", "Seluruh rangkaian", "Все повторы";
        Save = "planner.form.save": "Plan it", "Rencanakan", "Запланировать";
        SaveChange = "planner.form.change": "Keep the change", "Simpan perubahan", "Сохранить";
        SaveMove = "planner.form.move": "Move it", "Pindahkan", "Перенести";
        Cancel = "planner.form.cancel": "Cancel", "Batal", "Отмена";
        NewTitle = "planner.form.new": "Plan a meeting", "Rencanakan pertemuan", "Запланировать встречу";
        EditTitle = "planner.form.edit": "Change the meeting", "Ubah pertemuan", "Изменить встречу";
        MoveTitle = "planner.form.moving": "Move “{title}”", "Pindahkan “{title}”", "Перенести «{title}»";
        Fits = "planner.fits": "This time is free.", "Waktu ini kosong.", "Это время свободно.";
        Conflict = "planner.conflict":
            "Too close to {others}. You may still plan it.",
            "Terlalu dekat dengan {others}. Tetap boleh direncanakan.",
            "Слишком близко к другим делам: {others}. Запланировать всё же можно.";
        Outside = "planner.outside":
            "Outside your working hours ({from}–{to}).",
            "Di luar jam kerja Anda ({from}–{to}).",
            "Вне ваших рабочих часов ({from}–{to}).";
        OnCallDay = "planner.call_day":
            "This is a day for calls; the next one is for meetings.",
            "Ini hari untuk menelepon; hari berikutnya untuk bertemu.",
            "Это день звонков; следующий — день встреч.";
        MovedByClock = "planner.clock.moved":
            "moved because the clocks change",
            "bergeser karena jam diubah",
            "сдвинута из-за перевода часов";
        Jumped = "planner.clock.jump":
            "The clocks go forward that night and skip this time; it begins at {start}.",
            "Malam itu jam dimajukan dan waktu ini terlewati; mulainya pukul {start}.",
            "Той ночью часы переводят вперёд, и этого времени нет; начало в {start}.";
        AcrossChange = "planner.clock.across":
            "The clocks are changed meanwhile: it ends at {end} and still takes as long.",
            "Jam diubah di tengah acara: selesainya pukul {end}, lamanya tetap sama.",
            "За это время переводят часы: конец в {end}, длительность прежняя.";
        Dial = "planner.dial": "How many to invite", "Berapa yang perlu diundang", "Скольких пригласить";
        DialTarget = "planner.dial.target": "Meetings to hold", "Pertemuan yang diinginkan", "Нужно встреч";
        DialCertainty = "planner.dial.certainty": "How sure, %", "Seberapa yakin, %", "Уверенность, %";
        DialRate = "planner.dial.rate": "Who comes of those invited, %", "Yang datang dari yang diundang, %", "Явка приглашённых, %";
        DialSlots = "planner.dial.slots": "Room for", "Tempat untuk", "Мест в дне";
        DialSays = "planner.dial.says":
            "Invite {n}: then {target} or more come with {sure}. {few} is the chance of fewer, {many} of more than the {slots} you have room for.",
            "Undang {n}: maka {target} atau lebih akan datang dengan keyakinan {sure}. Peluang kurang dari itu {few}, peluang lebih dari {slots} tempat {many}.",
            "Пригласите {n}: тогда с уверенностью {sure} придут {target} или больше. Меньше придёт с вероятностью {few}, больше, чем {slots} мест, — {many}.";
        DialWrong = "planner.dial.wrong":
            "Enter 1 to 500 meetings, a certainty from 1 to 99 %, a share from 1 to 100 %, and room for at least one.",
            "Isi 1 sampai 500 pertemuan, keyakinan 1 sampai 99 %, bagian 1 sampai 100 %, dan tempat untuk sedikitnya satu.",
            "Укажите от 1 до 500 встреч, уверенность от 1 до 99 %, долю от 1 до 100 % и хотя бы одно место.";
        DialOwn = "planner.dial.own": "So far {came} of {all} came to you: take {percent}", "Sejauh ini {came} dari {all} datang: pakai {percent}", "Пока к вам пришли {came} из {all}: взять {percent}";
        DialPicture = "planner.dial.picture": "Chances with so many invitations", "Peluang dengan undangan sebanyak itu", "Вероятности при таком числе приглашений";
        DialFew = "planner.dial.few": "Fewer", "Kurang", "Меньше";
        DialRight = "planner.dial.right": "As wanted", "Sesuai", "Как нужно";
        DialMany = "planner.dial.many": "Too many", "Terlalu banyak", "Слишком много";
        DialInvited = "planner.dial.invited": "Invited", "Diundang", "Пригласить";
        DialExpected = "planner.dial.expected": "Come on average", "Rata-rata datang", "Придут в среднем";
        DialExact = "planner.dial.exact": "as wanted", "sesuai target", "как нужно";
        DialThumb = "planner.dial.thumb": "rule of thumb", "patokan umum", "обычное правило";
        Invite = "planner.dial.invite": "invite", "undang", "пригласить";
    }
}

counted! {
    /// A message of the meeting planner that bends with a count.
    PlannerCount {
        OfDay = "planner.count": "{n} meeting", "{n} meetings", "{n} pertemuan", "{n} встреча", "{n} встречи", "{n} встреч";
        Long = "planner.minutes": "{n} minute", "{n} minutes", "{n} menit", "{n} минута", "{n} минуты", "{n} минут";
    }
}
