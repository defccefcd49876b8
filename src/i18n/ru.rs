//! Russian.

use super::messages::{Count, Key, Plural};

pub(super) const fn message(key: Key) -> &'static str {
    match key {
        Key::QuoteFor => "Предложение для",
        Key::Client => "Клиент",
        Key::ChooseClient => "Выберите клиента",
        Key::NoClient => "Клиент не выбран: прайс-лист без условий клиента.",
        Key::ClearClient => "Убрать клиента",
        Key::SearchHint => "Введите название или его часть",
        Key::NoMatch => "По запросу «{text}» ничего нет. Проверьте написание или введите меньше букв.",
        Key::PriceList => "Прайс-лист",
        Key::SampleTerms => "Скидки и условия придуманы для примера",
        Key::AddProduct => "Добавить товар",
        Key::Lines => "Строки заказа",
        Key::Empty => "Добавьте товар — здесь появятся цена, скидка за объём и итог.",
        Key::EmptyAction => "Найти товар",
        Key::Product => "Товар",
        Key::Quantity => "Количество",
        Key::QuantityOf => "Количество: {product}",
        Key::UnitPrice => "Цена",
        Key::LineDiscount => "Скидка",
        Key::LineNet => "Сумма",
        Key::Remove => "Убрать: {product}",
        Key::Undo => "Отменить",
        Key::LineNext => "ещё {missing}: −{percent}",
        Key::Terms => "Условия",
        Key::Term => "Оплата",
        Key::TermPrepaid => "Предоплата",
        Key::TermPlus => "{term}: скидка {percent}",
        Key::TermMinus => "{term}: наценка {percent}",
        Key::TermPlain => "{term}",
        Key::Manual => "Доп. скидка, %",
        Key::Net => "Итого",
        Key::List => "По прайсу",
        Key::Discount => "Скидка",
        Key::Percent => "скидка {percent}",
        Key::StepList => "По прайсу",
        Key::StepVolume => "За объём",
        Key::StepClient => "Условия клиента",
        Key::StepLoyalty => "Программа лояльности",
        Key::StepPromotion => "Акция",
        Key::StepCoupon => "Купон",
        Key::StepManual => "Доп. скидка",
        Key::StepOrder => "Сумма заказа",
        Key::StepPayment => "Оплата",
        Key::StepNet => "Итого",
        Key::Waterfall => "От прайса к итогу",
        Key::WaterfallSummary => "{list} по прайсу, {net} итого. {parts}",
        Key::WaterfallNone => "Скидок пока нет",
        Key::ShowTable => "Показать таблицей",
        Key::Step => "Шаг",
        Key::Amount => "Сумма",
        Key::Granted => "Ваша скидка — {percent} от прайса, всего {amount}: {parts}.",
        Key::GrantedNone => "Ваша цена — по прайс-листу.",
        Key::GrantedPart => "{step} {amount}",
        Key::Surcharge => "{step}: наценка {amount}.",
        Key::NextOrder => "Скидка {percent} на заказ — от {from}: ещё {missing}.",
        Key::NextOrderTop => "У заказа наибольшая скидка по сумме: {percent}.",
        Key::Deferral => "Отсрочка на {when} стоит нам {cost} при {rate} годовых; с ней скидка — {effective}.",
        Key::Ladder => "Скидка по сумме заказа",
        Key::LadderStep => "{percent} от {from}",
        Key::LadderNow => "сейчас {amount}",
        Key::Save => "Сохранить",
        Key::Saving => "Сохранение…",
        Key::NewQuote => "Новое предложение",
        Key::SavedQuotes => "Сохранённые предложения",
        Key::Reopen => "Скопировать в новое",
        Key::PlaceDevice => "на этом устройстве",
        Key::PlaceHost => "в {host}",
        Key::PlacePending => "на устройстве, ждёт отправки в {host}",
        Key::PlaceRefused => "на устройстве; {host} не принимает",
        Key::StatusDevice => "Хранится на этом устройстве",
        Key::StatusHost => "Хранится на устройстве и в {host}",
        Key::StatusConnecting => "Подключение к {host}…",
        Key::StatusOffline => "Нет связи с {host}. Работать можно: сохранённое подождёт на устройстве.",
        Key::StatusStale => "Цены — с последнего ответа {host}.",
        Key::StatusOpening => "Открывается…",
        Key::StatusMemory => "После закрытия страницы ничего не сохранится",
        Key::SendNow => "Отправить сейчас",
        Key::Export => "Выгрузить копию",
        Key::ToCorrect => "В итоге пока прежнее верное значение.",
        Key::ReadAsThousands => "Прочитано как {value}, с разделителем тысяч.",
        Key::ReadAsFraction => "Прочитано как {value}, дробное число.",
        Key::Loading => "Загружаются клиенты и цены…",
        Key::NoCatalogue => "Не удалось загрузить клиентов и цены.",
        Key::Retry => "Повторить",
        Key::NotSaved => "Не сохранено.",
        Key::ErrorNumberInvalid => "Это не число. Напишите так: {example}.",
        Key::ErrorNumberRange => "Введите число от 0.",
        Key::ErrorPercentRange => "Введите процент от 0 до 100.",
        Key::ErrorNumberOverflow => "Число слишком велико для расчёта. Введите меньшее.",
        Key::ErrorDateInvalid => "Такой даты нет в календаре. Проверьте день и месяц.",
        Key::ErrorCurrencyInvalid => "В прайс-листе неверная валюта. Попросите владельца исправить.",
        Key::ErrorRuleInvalid => "Правило прайс-листа противоречит себе ({detail}). Попросите владельца исправить.",
        Key::ErrorPriceListCircle => {
            "Прайс-листы построены друг на друге по кругу: {detail}. Попросите владельца исправить."
        }
        Key::ErrorPriceListBase => {
            "Прайс-лист построен на другом, которого нет: {detail}. Попросите владельца исправить."
        }
        Key::ErrorTermInvalid => {
            "Введите целое число дней, от 0 до 730, и не больше 60 частей, не меньше дня на каждую."
        }
        Key::ErrorNotFound => "Этого больше нет в списке. Выберите другое.",
        Key::ErrorRecordInvalid => "Запись не удалось прочитать, она пропущена: {detail}.",
        Key::ErrorDataMissing => {
            "Страница пока не дала Sapa ни клиентов, ни цен. Её владелец задаёт тегу `host` или `data`."
        }
        Key::ErrorDataInvalid => {
            "Данные, которые страница дала Sapa, не удалось прочитать: {detail}. Её владелец исправит `data` у тега."
        }
        Key::ErrorMeetingLength => {
            "Встреча должна закончиться позже, чем началась, и не позднее чем через две недели. Проверьте длительность в минутах."
        }
        Key::ErrorZoneUnknown => "Часовой пояс «{detail}» здесь неизвестен. Выберите другой.",
        Key::ErrorRecurrenceInvalid => {
            "При таком повторении у встречи нет первого дня. Выберите хотя бы один день недели, среди них день начала, и окончание позже начала."
        }
        Key::ErrorImportNoWorkbook => {
            "Файл назван как книга .xlsx, но это не книга. Если это текст, назовите его .csv или сохраните как .xlsx в табличной программе."
        }
        Key::ErrorImportUnreadable => {
            "Файл повреждён или это не таблица. Откройте его в табличной программе, сохраните как .xlsx или CSV и выберите снова."
        }
        Key::ErrorImportLocked => {
            "Файл защищён паролем или сохранён в старом формате .xls. Сохраните его как .xlsx без пароля или как CSV."
        }
        Key::ErrorImportUnsupported => {
            "Этот браузер не умеет открывать .xlsx. Сохраните лист как CSV или скопируйте ячейки и вставьте их сюда."
        }
        Key::ErrorImportTooLarge => {
            "Столько за один раз не прочитать: не больше 20 000 строк и 5 МБ текста. Разделите список."
        }
        Key::ErrorImportHeadings => {
            "Ни одна строка не называет столбцы. Нужны заголовок для артикула, например «Артикул», или для наименования, и заголовок для цены."
        }
        Key::ErrorQuoteNoClient => "Выберите клиента, затем сохраните.",
        Key::ErrorQuoteEmpty => "Сначала добавьте товар, затем сохраните.",
        Key::ErrorCouponUnknown => "Такого купона нет. Проверьте написание или оставьте поле пустым.",
        Key::ErrorStorageBlocked => {
            "Браузер ничего не хранит для этой страницы: закроете — работа пропадёт. Разрешите данные сайта или выгрузите копию."
        }
        Key::ErrorStorageNewer => {
            "Данные на устройстве записаны более новой версией Sapa. Обновите страницу или выгрузите копию."
        }
        Key::ErrorStorageFailed => "Устройство не сохранило изменение. Повторите или выгрузите копию.",
        Key::ErrorStorageFull => "На устройстве нет места. Освободите его и повторите или выгрузите копию.",
        Key::ErrorStorageClosed => "Вы вышли, больше ничего не сохраняется. Войдите и откройте страницу снова.",
        Key::ErrorShareUnreadable => {
            "В этой ссылке нет предложения, которое можно здесь прочесть. Попросите у отправителя новую."
        }
        Key::ErrorShareTooLong => {
            "Предложение в ссылке занимает не больше 8 КБ, а это длиннее. Уберите часть строк или поделитесь по частям."
        }
        Key::ErrorHostUnusable => {
            "Страница не дала хоста, которого можно спросить: `host` — это объект с функцией `request`. Её владелец задаёт его тегу."
        }
        Key::ErrorHostMalformed => "Ответ {host} непонятен. Сообщите поддержке; ваша работа сохранена здесь.",
        Key::ErrorHostUnsupported => "{host} этого не умеет. Ваша работа сохранена на устройстве.",
        Key::ErrorHostInvalid => "{host} не принимает данные. Проверьте их и сохраните снова.",
        Key::ErrorHostNotFound => "В {host} этой записи больше нет. Обновите страницу.",
        Key::ErrorHostForbidden => "{host} вам этого не разрешает. Попросите права у администратора.",
        Key::ErrorHostUnauthenticated => "{host} просит войти снова. Ваша работа ждёт на устройстве.",
        Key::ErrorHostConflict => "В {host} это уже изменили. Откройте снова и сравните.",
        Key::ErrorHostDuplicate => "В {host} это уже есть.",
        Key::ErrorHostWarning => "{host} просит сначала подтвердить. Откройте там.",
        Key::ErrorHostRateLimited => "{host} занят. Скоро попробуем снова.",
        Key::ErrorHostOffline => "Нет связи с {host}. Проверьте сеть; ваша работа ждёт на устройстве.",
        Key::ErrorHostTimeout => "{host} не ответил вовремя. Повторите; ничего не пропало.",
        Key::ErrorHostTooLarge => "Для {host} это слишком много. Сократите или разделите на два.",
        Key::ErrorHostCancelled => "Отменено.",
        Key::ErrorHostDisconnected => "Связь с {host} прервалась. Обновите страницу; ваша работа ждёт на устройстве.",
        Key::ErrorHostInternal => "В {host} сбой. Повторите позже; ваша работа ждёт на устройстве.",
    }
}

pub(super) const fn counted(key: Count, plural: Plural) -> &'static str {
    match (key, plural) {
        (Count::PayIn, Plural::One) => "{n} день",
        (Count::PayIn, Plural::Few) => "{n} дня",
        (Count::PayIn, Plural::Many) => "{n} дней",
        (Count::PayIn, Plural::Other) => "{n} дня",
        (Count::LineCount, Plural::One) => "{n} строка",
        (Count::LineCount, Plural::Few) => "{n} строки",
        (Count::LineCount, Plural::Many) => "{n} строк",
        (Count::LineCount, Plural::Other) => "{n} строки",
        (Count::Pending, Plural::One) => "{n} изменение ждёт отправки в {host}",
        (Count::Pending, Plural::Few) => "{n} изменения ждут отправки в {host}",
        (Count::Pending, Plural::Many) => "{n} изменений ждут отправки в {host}",
        (Count::Pending, Plural::Other) => "{n} изменения ждут отправки в {host}",
        (Count::Results, Plural::One) => "{n} результат",
        (Count::Results, Plural::Few) => "{n} результата",
        (Count::Results, Plural::Many) => "{n} результатов",
        (Count::Results, Plural::Other) => "{n} результата",
        (Count::Fields, Plural::One) => "Исправьте {n} поле.",
        (Count::Fields, Plural::Few) => "Исправьте {n} поля.",
        (Count::Fields, Plural::Many) => "Исправьте {n} полей.",
        (Count::Fields, Plural::Other) => "Исправьте {n} поля.",
    }
}
