//! What the keys of a widget do.

use super::messages::messages;

messages! {
    /// A message about keys.
    KeysKey {
        Title = "keys": "Keyboard", "Papan ketik", "Клавиатура";
        Next = "keys.next": "to the next field or button", "ke isian atau tombol berikutnya", "к следующему полю или кнопке";
        Back = "keys.back": "one step back: closes what is open", "mundur selangkah: menutup yang terbuka", "на шаг назад: закрыть открытое";
        This = "keys.this": "these keys, unless something is being written", "daftar ini, kecuali saat sedang menulis", "этот список, если ничего не пишется";
        Clients = "keys.clients": "from client to client", "dari klien ke klien", "от клиента к клиенту";
        ClientsFar = "keys.clients.far": "several clients on, or back", "beberapa klien maju atau mundur", "на несколько клиентов вперёд или назад";
        ClientsEnd = "keys.clients.end": "the first client, the last one", "klien pertama, klien terakhir", "первый клиент, последний";
        OpenClient = "keys.client": "opens the client", "membuka klien", "открыть клиента";
        Keep = "keys.keep": "in a text: keeps what was written", "di dalam teks: menyimpan yang ditulis", "в тексте: сохранить написанное";
        Offered = "keys.offered": "in a field with a list: from one to the next", "di isian dengan daftar: dari satu ke berikutnya", "в поле со списком: от одного к другому";
        Undo = "keys.undo": "takes back the last change, unless something is being written", "mengurungkan perubahan terakhir, kecuali saat sedang menulis", "отменить последнее изменение, если ничего не пишется";
        Take = "keys.take": "takes what is marked in the list", "mengambil yang ditandai di daftar", "взять отмеченное в списке";
        Meetings = "keys.meetings": "from meeting to meeting, or from time to time", "dari pertemuan ke pertemuan, atau dari waktu ke waktu", "от встречи к встрече или от времени к времени";
        OpenMeeting = "keys.meeting": "opens the meeting, or plans one at this time", "membuka pertemuan, atau merencanakan di waktu ini", "открыть встречу или назначить на это время";
        MoveMeeting = "keys.move": "moves the meeting by arrows; Enter keeps it there", "memindahkan pertemuan dengan panah; Enter menetapkannya", "двигать встречу стрелками; Enter — оставить там";
        Length = "keys.length": "makes the meeting longer or shorter", "memperpanjang atau memperpendek pertemuan", "сделать встречу длиннее или короче";
        Cells = "keys.cells": "from fact to fact", "dari fakta ke fakta", "от факта к факту";
        CellsEnd = "keys.cells.end": "the first of the row, the last one", "yang pertama di baris, yang terakhir", "первый в строке, последний";
        OpenCell = "keys.cell": "opens the fact", "membuka fakta", "открыть факт";
    }
}
