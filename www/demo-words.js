// The demo page's own words. The widget brings its own; nothing is shared, because a real host page has its own too.

/** @typedef {keyof typeof en} Word */

const en = {
  title: 'Discount calculator',
  lead: 'Choose a client, add products, and see what the order costs, why, and where the next discount starts.',
  sampleLabel: 'Sample data.',
  sample: 'The clients and products are Microsoft’s Northwind example; the discounts and payment terms are invented.',
  switches: 'Demo settings',
  language: 'Language',
  theme: 'Theme',
  themeAuto: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  width: 'Width',
  widthFull: 'Full',
  network: 'Host',
  networkOnline: 'Online',
  networkOffline: 'Offline host',
  networkNone: 'No host',
  reset: 'Delete the quotes on this device',
  fallback:
    'The calculator needs JavaScript and WebAssembly. If this sentence stays, one of them is switched off or blocked in this browser.',
  noData: 'The sample data did not load, so there is nothing to price yet. Check that the page’s server is running, then reload.',
  stopped: 'The calculator reports a problem.',
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
};

/** @type {typeof en} */
const id = {
  title: 'Kalkulator diskon',
  lead: 'Pilih klien, tambahkan produk, lalu lihat berapa nilai pesanan, alasannya, dan di mana diskon berikutnya mulai.',
  sampleLabel: 'Data contoh.',
  sample: 'Klien dan produknya dari contoh Northwind milik Microsoft; diskon dan syarat pembayarannya rekaan.',
  switches: 'Pengaturan demo',
  language: 'Bahasa',
  theme: 'Tema',
  themeAuto: 'Ikut sistem',
  themeLight: 'Terang',
  themeDark: 'Gelap',
  width: 'Lebar',
  widthFull: 'Penuh',
  network: 'Host',
  networkOnline: 'Terhubung',
  networkOffline: 'Host terputus',
  networkNone: 'Tanpa host',
  reset: 'Hapus penawaran di perangkat ini',
  fallback:
    'Kalkulator ini memerlukan JavaScript dan WebAssembly. Jika kalimat ini tetap terlihat, salah satunya dimatikan atau diblokir di peramban ini.',
  noData: 'Data contoh tidak termuat, jadi belum ada yang bisa dihitung. Pastikan server halaman ini berjalan, lalu muat ulang.',
  stopped: 'Kalkulator melaporkan masalah.',
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
};

/** @type {typeof en} */
const ru = {
  title: 'Калькулятор скидок',
  lead: 'Выберите клиента, добавьте товары — и увидите, сколько стоит заказ, почему столько и где начинается следующая скидка.',
  sampleLabel: 'Учебные данные.',
  sample: 'Клиенты и товары взяты из примера Northwind компании Microsoft; скидки и условия оплаты придуманы.',
  switches: 'Настройки демо',
  language: 'Язык',
  theme: 'Тема',
  themeAuto: 'Как в системе',
  themeLight: 'Светлая',
  themeDark: 'Тёмная',
  width: 'Ширина',
  widthFull: 'Вся',
  network: 'Хост',
  networkOnline: 'На связи',
  networkOffline: 'Хост не отвечает',
  networkNone: 'Без хоста',
  reset: 'Удалить расчёты с этого устройства',
  fallback:
    'Калькулятору нужны JavaScript и WebAssembly. Если эта фраза не исчезает, что-то из них отключено или заблокировано в браузере.',
  noData: 'Учебные данные не загрузились, считать пока нечего. Проверьте, что сервер страницы запущен, и обновите её.',
  stopped: 'Калькулятор сообщает о неполадке.',
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
