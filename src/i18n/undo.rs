//! What was done last to the quote being written, beside the button that takes it back.

use super::messages::messages;

messages! {
    /// A message about the last step.
    UndoKey {
        Added = "undo.added": "{product} added.", "{product} ditambahkan.", "Добавлено: {product}.";
        Removed = "line.removed": "{product} removed.", "{product} dihapus.", "Убрано: {product}.";
        Quantity = "undo.quantity": "Quantity of {product} changed.", "Jumlah {product} diubah.", "Изменено количество: {product}.";
        Quantities = "undo.quantities": "Order changed.", "Pesanan diubah.", "Заказ изменён.";
        Client = "undo.client": "Client changed.", "Klien diganti.", "Выбран другой клиент.";
        Term = "undo.term": "Payment changed.", "Pembayaran diubah.", "Оплата изменена.";
        Manual = "undo.manual": "Extra discount changed.", "Diskon tambahan diubah.", "Дополнительная скидка изменена.";
        Coupon = "undo.coupon": "Coupon changed.", "Kupon diubah.", "Купон изменён.";
        Steps = "undo.steps": "Steps moved.", "Urutan langkah diubah.", "Шаги переставлены.";
        Thresholds = "undo.thresholds": "Thresholds changed.", "Cara menghitung ambang diubah.", "Пороги изменены.";
        ScenarioAdded = "undo.scenario.added": "Scenario added.", "Skenario ditambahkan.", "Сценарий добавлен.";
        ScenarioShown = "undo.scenario.shown": "Another scenario opened.", "Skenario lain dibuka.", "Открыт другой сценарий.";
        ScenarioDropped = "undo.scenario.dropped": "Scenario dropped.", "Skenario dihapus.", "Сценарий убран.";
        Begun = "undo.begun": "New quote begun.", "Penawaran baru dimulai.", "Начато новое предложение.";
        Reopened = "undo.reopened": "Saved quote opened.", "Penawaran tersimpan dibuka.", "Открыто сохранённое предложение.";
        Linked = "undo.linked": "Link taken over.", "Penawaran dari tautan diambil alih.", "Расчёт по ссылке принят.";
    }
}
