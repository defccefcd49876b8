// The demo page's own words. The widget brings its own; nothing is shared, because a real host page has its own too.

/** @typedef {keyof typeof en} Word */

const en = {
  title: 'A day with clients',
  lead: 'Four widgets, one set of records: choose a client in any of them, and the others follow.',
  sampleLabel: 'Sample data.',
  sample:
    'Clients, products and orders are Microsoft’s Northwind example. Debts are worked out from the orders; terms, people, promises, meetings and competitors are invented.',
  switches: 'Demo settings',
  language: 'Language',
  theme: 'Theme',
  themeAuto: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  width: 'Width',
  widthFull: 'Full',
  tax: 'Sample VAT',
  taxNone: 'None',
  taxTop: 'On top of prices',
  taxIncluded: 'In the prices',
  network: 'Host',
  networkOnline: 'Online',
  networkOffline: 'Offline host',
  networkNone: 'No host',
  reset: 'Start the day anew',
  fallback:
    'This widget needs JavaScript and WebAssembly. If this sentence stays, one of them is switched off or blocked in this browser.',
  noData:
    'The sample data did not load, so there is nothing to show yet. Check that the page’s server is running, then reload.',
  stopped: 'A widget reports a problem.',
  offlineChecking: 'Checking whether this page can open without a network…',
  offlineReady: 'This page is kept on this device and opens without a network.',
  offlineInsecure: 'This page opens only with a network: keeping it on the device needs https or localhost.',
  offlineFailed: 'This page opens only with a network: the browser would not keep its files.',
  update: 'Use the newer version',
  ways: 'Ways to embed',
  waysAll: 'Ways to embed it',
  waysTag: 'Tag',
  waysFrame: 'Iframe',
  waysTwo: 'Two on one page',
  waysTheme: 'Your colours',
  waysForm: 'In a form',
  day: 'The day',
  card: 'Know the client',
  cardLead: 'Who needs you today, what was promised, what is owed, and what happened last.',
  planner: 'Plan the day',
  plannerLead: 'Call days and meeting days, who clashes with whom, and how many to invite so that enough come.',
  calculator: 'Price the order',
  calculatorLead: 'What the order costs, why, where the next discount starts, and what waiting for the money costs.',
  comparison: 'Answer a comparison',
  comparisonLead: 'Ours beside theirs, by facts with a source and a date, and what to say when somebody is cheaper.',
};

/** @type {typeof en} */
const id = {
  title: 'Sehari bersama klien',
  lead: 'Empat widget, satu kumpulan data: pilih klien di salah satunya, yang lain mengikuti.',
  sampleLabel: 'Data contoh.',
  sample:
    'Klien, produk, dan pesanan dari contoh Northwind milik Microsoft. Piutang dihitung dari pesanan; syarat, orang, janji, pertemuan, dan pesaing adalah rekaan.',
  switches: 'Pengaturan demo',
  language: 'Bahasa',
  theme: 'Tema',
  themeAuto: 'Ikut sistem',
  themeLight: 'Terang',
  themeDark: 'Gelap',
  width: 'Lebar',
  widthFull: 'Penuh',
  tax: 'PPN contoh',
  taxNone: 'Tanpa',
  taxTop: 'Di atas harga',
  taxIncluded: 'Termasuk harga',
  network: 'Host',
  networkOnline: 'Terhubung',
  networkOffline: 'Host terputus',
  networkNone: 'Tanpa host',
  reset: 'Mulai hari dari awal',
  fallback:
    'Widget ini memerlukan JavaScript dan WebAssembly. Jika kalimat ini tetap terlihat, salah satunya dimatikan atau diblokir di peramban ini.',
  noData:
    'Data contoh tidak termuat, jadi belum ada yang bisa ditampilkan. Pastikan server halaman ini berjalan, lalu muat ulang.',
  stopped: 'Sebuah widget melaporkan masalah.',
  offlineChecking: 'Memeriksa apakah halaman ini bisa dibuka tanpa jaringan…',
  offlineReady: 'Halaman ini tersimpan di perangkat dan bisa dibuka tanpa jaringan.',
  offlineInsecure: 'Halaman ini hanya terbuka dengan jaringan: penyimpanan di perangkat memerlukan https atau localhost.',
  offlineFailed: 'Halaman ini hanya terbuka dengan jaringan: peramban tidak bersedia menyimpan berkasnya.',
  update: 'Pakai versi yang lebih baru',
  ways: 'Cara menyematkan',
  waysAll: 'Cara menyematkannya',
  waysTag: 'Tag',
  waysFrame: 'Iframe',
  waysTwo: 'Dua di satu halaman',
  waysTheme: 'Warna Anda',
  waysForm: 'Di dalam formulir',
  day: 'Hari ini',
  card: 'Kenali klien',
  cardLead: 'Siapa yang menunggu Anda hari ini, apa yang dijanjikan, berapa piutangnya, dan apa yang terakhir terjadi.',
  planner: 'Rencanakan hari',
  plannerLead: 'Hari telepon dan hari pertemuan, jadwal yang bertabrakan, dan berapa yang perlu diundang agar cukup yang datang.',
  calculator: 'Hitung harga pesanan',
  calculatorLead: 'Berapa nilai pesanan, mengapa, di mana diskon berikutnya mulai, dan berapa biaya menunggu pembayaran.',
  comparison: 'Jawab perbandingan',
  comparisonLead: 'Produk kita di samping produk pesaing, berdasarkan fakta bersumber dan bertanggal, serta jawaban saat ada yang lebih murah.',
};

/** @type {typeof en} */
const ru = {
  title: 'День с клиентами',
  lead: 'Четыре виджета, одни данные: выберите клиента в любом из них — остальные последуют.',
  sampleLabel: 'Учебные данные.',
  sample:
    'Клиенты, товары и заказы взяты из примера Northwind компании Microsoft. Долги рассчитаны по заказам; условия, люди, обещания, встречи и конкуренты придуманы.',
  switches: 'Настройки демо',
  language: 'Язык',
  theme: 'Тема',
  themeAuto: 'Как в системе',
  themeLight: 'Светлая',
  themeDark: 'Тёмная',
  width: 'Ширина',
  widthFull: 'Вся',
  tax: 'Учебный НДС',
  taxNone: 'Нет',
  taxTop: 'Сверх цен',
  taxIncluded: 'В ценах',
  network: 'Хост',
  networkOnline: 'На связи',
  networkOffline: 'Хост не отвечает',
  networkNone: 'Без хоста',
  reset: 'Начать день заново',
  fallback:
    'Виджету нужны JavaScript и WebAssembly. Если эта фраза не исчезает, что-то из них отключено или заблокировано в браузере.',
  noData:
    'Учебные данные не загрузились, показать пока нечего. Проверьте, что сервер страницы запущен, и обновите её.',
  stopped: 'Виджет сообщает о неполадке.',
  offlineChecking: 'Проверяем, откроется ли эта страница без сети…',
  offlineReady: 'Страница сохранена на устройстве и открывается без сети.',
  offlineInsecure: 'Страница открывается только при наличии сети: чтобы сохранить её на устройстве, нужен https или localhost.',
  offlineFailed: 'Страница открывается только при наличии сети: браузер не стал хранить её файлы.',
  update: 'Перейти на новую версию',
  ways: 'Способы встраивания',
  waysAll: 'Способы встроить',
  waysTag: 'Тег',
  waysFrame: 'Iframe',
  waysTwo: 'Два на странице',
  waysTheme: 'Ваши цвета',
  waysForm: 'В форме',
  day: 'День',
  card: 'Знать клиента',
  cardLead: 'Кто ждёт вас сегодня, что обещано, каков долг и что было в последний раз.',
  planner: 'Спланировать день',
  plannerLead: 'Дни звонков и дни встреч, что с чем пересекается и сколько человек пригласить, чтобы пришло достаточно.',
  calculator: 'Рассчитать заказ',
  calculatorLead: 'Сколько стоит заказ и почему, где начинается следующая скидка и во что обходится отсрочка.',
  comparison: 'Ответить на сравнение',
  comparisonLead: 'Наше рядом с чужим: по фактам с источником и датой, и что ответить, если у других дешевле.',
};

/** @type {Record<string, typeof en>} */
const tables = { en, id, ru };

/**
 * Says the whole page in a language: every `data-word` becomes text, every `data-word-label` an accessible name.
 * @param {string} locale One of `en`, `id`, `ru`; anything else is said in English.
 */
export function speak(locale) {
  const words = tables[locale] ?? en;
  document.documentElement.lang = locale in tables ? locale : 'en';
  document.title = `Sapa: ${words.title}`;
  for (const element of document.querySelectorAll('[data-word]')) {
    const { word, detail } = /** @type {HTMLElement} */ (element).dataset;
    const sentence = words[/** @type {Word} */ (word)];
    element.textContent = detail ? `${sentence} (${detail})` : sentence;
  }
  for (const element of document.querySelectorAll('[data-word-label]')) {
    element.setAttribute('aria-label', words[/** @type {Word} */ (/** @type {HTMLElement} */ (element).dataset.wordLabel)]);
  }
}

/**
 * Gives one element a word to say, now and after the language changes.
 * @param {HTMLElement} element
 * @param {Word} word
 * @param {string} [detail] What a developer needs to know; shown after the sentence, in brackets.
 */
export function tell(element, word, detail) {
  element.dataset.word = word;
  if (detail) element.dataset.detail = detail;
  else delete element.dataset.detail;
  speak(document.documentElement.lang);
}
