// Cards for what clients say against buying, in the languages of the widgets. Invented, and short: one is read in ten
// seconds, or it is not read at all. None of them promises what is not in our hands, and none speaks ill of anybody.

// One card a line, as it is read.
// prettier-ignore
/** By language: wording, acknowledgement, question, proof, tags. @type {Record<string, [string, string, string, string, string[]][]>} */
const CARDS = {
  en: [
    ["Your price is too high.", "I see, the price has to fit.", "Which offer are you comparing with, delivery and packing included?", "From 12 cases on, 3 % come off.", ["price", "expensive"]],
    ["Harbour & Vale is cheaper.", "They do have good prices.", "How often did you have to order a second time this year?", "We keep the whole range in stock; see the comparison.", ["price", "competitor"]],
    ["Your delivery takes too long.", "Waiting costs you sales.", "By which day do you need it?", "From stock it is usually two to four days.", ["delivery", "time"]],
    ["We already have a supplier.", "It is good to have someone to rely on.", "What do you do when they are out of stock?", "A small first order shows how we work.", ["supplier", "competitor"]],
    ["Your smallest order is too large.", "You want to try before you fill the shelf.", "How much sells in a week?", "From 100 dollars on we deliver; samples cost nothing.", ["minimum", "quantity"]],
    ["We need more time to pay.", "Goods first have to be sold.", "How long until they are, usually?", "60 days are possible after a check of the account.", ["payment", "terms"]],
    ["I have to ask my manager.", "Of course, that is not decided alone.", "What will be asked first? Shall we three talk?", "A one-page offer with the figures.", ["decision", "manager"]],
    ["The last goods were damaged.", "I am sorry; that should not happen.", "What was broken, and what do you need today?", "Broken goods are credited; I see to it myself.", ["complaint", "conflict", "quality"]],
    ["I waited days for an answer.", "You are right, and I am sorry.", "What is the most urgent now?", "You have my direct number; we answer on the same day.", ["complaint", "conflict", "service"]],
    ["Send me something by mail.", "With pleasure.", "What should be in it so that it is worth your time?", "Two pages: prices and terms for your goods.", ["call", "later"]],
  ],
  id: [
    ["Harga Anda terlalu tinggi.", "Saya mengerti, harganya harus pas.", "Dibandingkan dengan penawaran mana, termasuk ongkos kirim dan kemasan?", "Mulai 12 dus, harganya turun 3 %.", ["harga", "mahal"]],
    ["Harbour & Vale lebih murah.", "Harga mereka memang bagus.", "Tahun ini berapa kali Bapak/Ibu harus memesan ulang?", "Semua jenis barang kami ada di gudang; lihat perbandingannya.", ["harga", "pesaing"]],
    ["Pengiriman Anda terlalu lama.", "Menunggu membuat penjualan hilang.", "Barangnya diperlukan paling lambat hari apa?", "Dari gudang biasanya dua sampai empat hari.", ["pengiriman", "waktu"]],
    ["Kami sudah punya pemasok.", "Memang baik punya mitra tetap.", "Apa yang dilakukan bila barang mereka habis?", "Pesanan pertama yang kecil menunjukkan cara kerja kami.", ["pemasok", "pesaing"]],
    ["Pesanan minimumnya terlalu besar.", "Tentu ingin mencoba dulu.", "Berapa yang terjual dalam seminggu?", "Mulai 100 dolar kami kirim; contoh barang gratis.", ["minimum", "jumlah"]],
    ["Kami perlu waktu bayar lebih lama.", "Barang memang harus terjual dulu.", "Biasanya berapa lama sampai terjual?", "60 hari bisa, setelah pemeriksaan kredit.", ["pembayaran", "tempo"]],
    ["Saya harus bertanya kepada atasan.", "Tentu, ini bukan keputusan sendiri.", "Apa yang pertama akan ditanyakan? Boleh kita bicara bertiga?", "Penawaran satu halaman dengan angkanya.", ["keputusan", "atasan"]],
    ["Barang yang terakhir rusak.", "Maaf, ini seharusnya tidak terjadi.", "Apa yang rusak, dan apa yang perlu hari ini?", "Barang rusak dikreditkan; saya sendiri yang mengurusnya.", ["keluhan", "konflik", "mutu"]],
    ["Saya menunggu jawaban berhari-hari.", "Anda benar, dan saya minta maaf.", "Apa yang paling mendesak sekarang?", "Ini nomor langsung saya; kami menjawab pada hari yang sama.", ["keluhan", "konflik", "layanan"]],
    ["Kirim saja lewat surel.", "Dengan senang hati.", "Apa yang perlu ada di dalamnya supaya berguna?", "Dua halaman: harga dan syarat untuk barang Anda.", ["telepon", "nanti"]],
  ],
  ru: [
    ["У вас слишком дорого.", "Понимаю, цена должна подходить.", "С каким предложением вы сравниваете, с доставкой и упаковкой?", "От 12 коробок цена ниже на 3 %.", ["цена", "дорого"]],
    ["У Harbour & Vale дешевле.", "Цены у них действительно хорошие.", "Сколько раз за год пришлось дозаказывать?", "Весь ассортимент у нас на складе; посмотрите сравнение.", ["цена", "конкурент"]],
    ["Вы долго везёте.", "Пока товара нет, вы теряете продажи.", "К какому дню он нужен?", "Со склада обычно два–четыре дня.", ["доставка", "срок"]],
    ["У нас уже есть поставщик.", "Хорошо, когда есть на кого положиться.", "Что вы делаете, если у них чего-то нет?", "Небольшой первый заказ покажет, как мы работаем.", ["поставщик", "конкурент"]],
    ["Минимальный заказ слишком большой.", "Хочется сначала попробовать.", "Сколько продаётся за неделю?", "Везём от 100 долларов; образцы бесплатно.", ["минимум", "количество"]],
    ["Нам нужна отсрочка больше.", "Товар сначала нужно продать.", "За сколько дней он обычно продаётся?", "60 дней возможны после проверки счёта.", ["оплата", "отсрочка"]],
    ["Мне надо спросить руководителя.", "Конечно, такое не решают в одиночку.", "О чём спросят прежде всего? Поговорим втроём?", "Предложение на одной странице, с цифрами.", ["решение", "руководитель"]],
    ["В прошлый раз товар пришёл битым.", "Простите, так быть не должно.", "Что разбилось и что нужно сегодня?", "Бой засчитаем; я лично за этим прослежу.", ["жалоба", "конфликт", "качество"]],
    ["Я несколько дней ждал ответа.", "Вы правы, простите.", "Что сейчас самое срочное?", "Вот мой прямой номер; отвечаем в тот же день.", ["жалоба", "конфликт", "сервис"]],
    ["Пришлите что-нибудь на почту.", "С удовольствием.", "Что там должно быть, чтобы вам было полезно?", "Две страницы: цены и условия на ваш товар.", ["звонок", "потом"]],
  ],
};

/** All cards of all languages. */
export const objections = () =>
  Object.entries(CARDS).flatMap(([locale, cards]) =>
    cards.map(([wording, acknowledge, question, proof, tags], n) => ({
      id: `O-${locale}-${n + 1}`,
      locale,
      wording,
      acknowledge,
      question,
      proof,
      tags,
      ...(wording.includes("Harbour") ? { competitorId: "HARBOUR" } : {}),
      sample: true,
    })),
  );
