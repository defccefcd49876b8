import type { AuthorityLimit, Catalogue, CreditPolicy, DirectHost, Entity, PricesOfList } from '../bridge/types';

/**
 * The module's public face: what `import ... from ".../sapa.js"` gives. Importing it defines the tags.
 *
 * The types of the bridge (`DirectHost`, `Catalogue`, ...) stand in the same published file, before these.
 */

/** The version of the build, such as "0.1.0". */
export declare const version: string;

/**
 * Says where the parts of the library are, before the first widget or engine call.
 *
 * Only a page that moves the module away from its folder needs it.
 *
 * @example
 * configure({ wasm: 'https://static.example.com/sapa/0.1.0/sapa_bg.wasm' });
 */
export declare function configure(options: ConfigureOptions): void;

/** What {@link configure} takes. */
export interface ConfigureOptions {
  /** Address of the WebAssembly module. Default: `sapa_bg.wasm` beside `sapa.js`. */
  wasm?: string | URL;
}

/**
 * Resolves once the module runs; rejects with an `Error` whose message tells the page's owner what is blocked.
 *
 * A page need not wait for it: tags and properties may be set before.
 */
export declare function ready(): Promise<void>;

/**
 * Puts a widget at the end of `target`.
 *
 * @example
 * const calculator = mount(document.querySelector('#quote'), 'discount-calculator', { host, client: 'ALFKI' });
 * calculator.update({ locale: 'id' });
 * calculator.destroy();
 */
export declare function mount<W extends WidgetName>(
  target: Element, widget: W, options?: WidgetOptions,
): WidgetHandle<HTMLElementTagNameMap[`sapa-${W}`]>;

/** What can be mounted: the tag's name without `sapa-`. */
export type WidgetName = 'client-card' | 'discount-calculator' | 'meeting-planner' | 'competitor-comparison';

/** A mounted widget. */
export interface WidgetHandle<E extends SapaWidgetElement = SapaWidgetElement> {
  /** The element that was put into the page; listen to its events here. */
  readonly element: E;
  /** Sets the options named and leaves the others as they are. */
  update(options: WidgetOptions): void;
  /** Takes the widget out of the page and leaves nothing of it behind. What was saved stays saved. */
  destroy(): void;
}

/** Language of the widget. Default: the host's, then the page's `lang`, then English. */
export type Locale = 'en' | 'id' | 'ru';

/** Light, dark, or as the page around it (the `color-scheme` it inherits). Default: `auto`. */
export type Theme = 'auto' | 'light' | 'dark';

/** Space for a finger or for a mouse. Where the pointer is coarse it is always `comfortable`. Default: `comfortable`. */
export type Density = 'comfortable' | 'compact';

/** What can be set on a widget: by attribute, by property, or through `mount()` and `update()`. */
export interface WidgetOptions {
  /** Id of the client to look at, which the widgets of one workspace share. Default: the host's `context.client`, else none. */
  client?: string | null;
  locale?: Locale | null;
  theme?: Theme;
  density?: Density;
  /** Names the device's database together with `user`. Default: what the host's context says, else "default". */
  workspace?: string | null;
  /** Names the device's database together with `workspace`. Default: what the host's context says, else "default". */
  user?: string | null;
  /** Today as "YYYY-MM-DD", for tests and demos. Default: the host's `context.today`, else the device's date. */
  now?: string | null;
  /** The address that links to a quote lead to, without any `#`. Default: the page's own. */
  page?: string | null;
  /** Nothing can be changed, and the widget takes no part in its form. Default: false. */
  disabled?: boolean;
  /** Where clients, products and the price list come from and quotes go to. Default: null; quotes stay on the device. */
  host?: DirectHost | null;
  /** The catalogue and the records used when there is no host. Default: null. */
  data?: (Catalogue & { records?: object }) | null;
  /** Replaces messages by their name, such as `{ save: 'Keep this quote' }`. Default: null. */
  messages?: Messages | null;
}

/** Messages by name. Places in a message stay as they are written in the original, such as `{name}`. */
export type Messages = { [name: string]: string };

/**
 * What every tag has. `<sapa-client-card>`, `<sapa-meeting-planner>` and `<sapa-competitor-comparison>` have no more.
 *
 * @fires sapa-ready The widget can be used.
 * @fires sapa-client-change Another client was chosen.
 * @fires sapa-quote-change The quote being written is for that client now.
 * @fires sapa-record-change A record was changed: an entry, a promise, an appointment, a weight.
 * @fires sapa-error Something the page's owner should know.
 */
export interface SapaWidgetElement extends HTMLElement, Required<WidgetOptions> {
  addEventListener<K extends keyof SapaEventMap>(
    type: K,
    listener: (this: SapaWidgetElement, event: SapaEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * The tag `<sapa-discount-calculator>`: prices an order for a client and explains the price.
 *
 * Attributes: `client`, `locale`, `theme`, `density`, `workspace`, `user`, `now`, `page`, `name`, `disabled`. Each has a property
 * of the same name. Its light-DOM children show until the widget is ready, and whenever it cannot start.
 *
 * Events bubble and cross shadow roots; all but `sapa-ready` and `sapa-error` follow from something a person did.
 *
 * @fires sapa-ready The widget can be used.
 * @fires sapa-client-change Another client was chosen.
 * @fires sapa-quote-change What the client pays changed; while a number is being typed, once the typing pauses.
 * @fires sapa-quote-save A quote was kept.
 * @fires sapa-record-change Prices were taken over from a file, or taken out again.
 * @fires sapa-error Something the page's owner should know.
 *
 * Custom properties: the `--sapa-*` names of `tokens.css`.
 *
 * @example
 * <script type="module" src="/sapa/sapa.js"></script>
 * <sapa-discount-calculator client="ALFKI" locale="id"></sapa-discount-calculator>
 */
export interface SapaDiscountCalculatorElement extends SapaWidgetElement {
  /** Under this name the quote is submitted with the form around the tag. Default: "", which submits nothing. */
  name: string;
  /** The quote as JSON text, as it is submitted; "" while there is no line. Reading only. */
  readonly value: string;
  /** The form the tag belongs to. */
  readonly form: HTMLFormElement | null;
}

/** The events of the widgets. */
export interface SapaEventMap extends HTMLElementEventMap {
  'sapa-ready': CustomEvent<null>;
  'sapa-client-change': CustomEvent<ClientChange>;
  'sapa-quote-change': CustomEvent<QuoteChange>;
  'sapa-quote-save': CustomEvent<QuoteSave>;
  'sapa-record-change': CustomEvent<RecordChange>;
  'sapa-error': CustomEvent<WidgetError>;
}

/** Detail of `sapa-client-change`. */
export interface ClientChange {
  /** Id of the client, or null after the choice was cleared. */
  client: string | null;
}

/** Detail of `sapa-quote-change`. */
export interface QuoteChange {
  /** What the client pays, as a decimal string. */
  net: string;
  /** ISO 4217, such as "USD". */
  currency: string;
  /** Whether every field holds something that can be priced. What cannot be is left out of `net`. */
  valid: boolean;
}

/** Detail of `sapa-quote-save`. */
export interface QuoteSave {
  id: string;
  /** `host` once the host acknowledged it; `device` once the device did. */
  where: 'device' | 'host';
}

/** Detail of `sapa-record-change`. */
export interface RecordChange {
  /** The kind of record, as the host contract calls it. */
  entity: Entity;
  id: string;
}

/** Detail of `sapa-error`. */
export interface WidgetError {
  /** Stable, the noun first: "wasm.blocked", "wasm.missing", "storage.blocked", "record.invalid", "host.timeout". */
  code: string;
  /** A sentence for the page's owner: what happened and what to do. */
  message: string;
  /** What it was about, for a developer: the field of an answer, what the browser said, which records were left out and why. */
  detail?: string;
}

/** The engines, without any view. */
export declare const engine: Engine;

/**
 * What {@link engine} can do. Every call rejects with an `Error` that carries a stable `code`: `number.range`,
 * `number.overflow`, `date.invalid`, `currency.invalid`, or `rule.invalid` with the place of what has not its shape. Its
 * `message` is a sentence in English that names the line, the step or the member, and says what to do. A member that is none of
 * the question's is refused too, since a misspelt one would silently be lost; so are two lines, or two steps, of one id.
 */
export interface Engine {
  /**
   * Prices an order by rules.
   *
   * @example
   * const { net } = await engine.price({
   *   currency: { code: 'USD', minorUnits: 2 },
   *   lines: [{ id: 'chai', quantity: '12', unitPrice: '18.00' }],
   *   steps: [{ id: 'volume', kind: 'volume', scope: 'line', adjust: {
   *     tiers: { measure: 'quantity', bands: [{ from: '12', percent: '3' }] } } }],
   * });
   * // net === '209.52'
   *
   * @example
   * const { net, free, waterfall } = await engine.price({
   *   currency: { code: 'EUR', minorUnits: 2 },
   *   lines: [{ id: 'tea', quantity: '24', unitPrice: '10.00', cost: '7.00', taxPercent: '20' }],
   *   steps: [
   *     { id: 'gift', kind: 'promotion', scope: 'line', adjust: { free: { slabs: [{ from: '10', free: '1' }], recurring: true } } },
   *     { id: 'coupon', kind: 'coupon', scope: 'order', adjust: { percent: '40' } },
   *   ],
   *   floor: { minMarginPercent: '10' },
   * });
   * // Two are free, and the coupon stops where the margin would fall below 10 %: net === '186.67',
   * // waterfall[1].unplaced === '42.67'
   *
   * @example
   * const { net, deferral } = await engine.price({
   *   currency: { code: 'EUR', minorUnits: 2 },
   *   lines: [{ id: 'tea', quantity: '100', unitPrice: '10.00' }],
   *   steps: [{ id: 'client', kind: 'client', scope: 'line', adjust: { percent: '10' } }],
   *   deferral: {
   *     annualPercent: '12', method: 'simple', delivered: '2026-01-31', dayCount: 'thirtyE360', owed: '900.00',
   *     payments: [{ due: '2026-01-31', amount: '450.00' }, { due: '2026-07-31', amount: '450.00' }],
   *   },
   * });
   * // Half of it comes half a year later: net === '900.00', deferral.cost === '25.47',
   * // deferral.effectivePercent.startsWith('12.547')
   *
   * @example
   * const { net, lines } = await engine.price({
   *   currency: { code: 'EUR', minorUnits: 2 },
   *   buyer: { group: 'key', day: '2026-03-02' },
   *   priceLists: [
   *     { id: 'shop', currency: 'EUR', minorUnits: 2, prices: [
   *       { productId: 'tea', unit: 'bag', price: '2.00' }, { productId: 'oil', unit: 'can', price: '7.00' } ] },
   *     { id: 'key', currency: 'EUR', minorUnits: 2, clientGroups: ['key'], validFrom: '2026-01-01',
   *       base: { list: 'shop', discountPercent: '10' }, prices: [{ productId: 'oil', unit: 'can', price: '5.50' }] },
   *   ],
   *   lines: [
   *     { id: '1', item: 'tea', unit: 'box', unitFactor: '20', quantity: '3' },
   *     { id: '2', item: 'oil', unit: 'can', quantity: '1' },
   *   ],
   * });
   * // Three boxes of twenty at 1.80, and a can at the price of their own list: lines[0].net === '108.00', net === '113.50'
   *
   * @example
   * const { net } = await engine.price({
   *   currency: { code: 'EUR', minorUnits: 2 },
   *   buyer: { group: 'key' },
   *   lines: [{ id: '1', item: 'tea', group: 'drinks', quantity: '10', unitPrice: '2.00' }],
   *   steps: [{ id: 'set', kind: 'promotion', scope: 'line', adjust: { rules: { model: 'bestWithinPriority', rules: [
   *     { id: 'drinks', for: { group: 'drinks' }, priority: 2, grant: { percent: '5' } },
   *     { id: 'key', for: { clientGroup: 'key' }, priority: 2, grant: { percent: '10' } },
   *     { id: 'ten', fromQuantity: '10', priority: 1, grant: { amount: '0.20' } },
   *   ] } } }],
   * });
   * // The better of the two of the higher rank, and then the one of the lower: net === '16.00'
   */
  price(request: PriceRequest): Promise<PriceAnswer>;

  /**
   * The same for an order of thousands of lines, whose records would take longer to hand over than to price: the lines go as
   * one table, and come back as one where `answer` names its columns. Either works without the other. The text is quickest put
   * together row by row: `for (const { id, quantity, price } of order) text += id + '\t' + quantity + '\t' + price + '\n'`.
   *
   * @example
   * const { net, lines } = await engine.price({
   *   currency: { code: 'USD', minorUnits: 2 },
   *   lines: { columns: ['id', 'quantity', 'unitPrice'], text: 'chai\t12\t18.00\nchang\t1\t19.00\n' },
   *   steps: [{ id: 'client', kind: 'client', scope: 'line', adjust: { percent: '3' } }],
   *   answer: { columns: ['id', 'net'] },
   * });
   * // net === '227.95', lines.text === 'chai\t209.52\nchang\t18.43\n'
   */
  price(request: PriceRequestForTable): Promise<PriceAnswerInTable>;

  /**
   * Which rules of a set win for a line and its buyer, and what they make of the price of a unit. A set is also a step of
   * `price`, as `adjust: { rules }`; this tells which of its rules it was.
   *
   * @example
   * const { applied, unitPrice } = await engine.chooseRules({
   *   rules: { model: 'mostSpecific', rules: [
   *     { id: 'teas', for: { group: 'tea' }, grant: { percent: '15' } },
   *     { id: 'chai', for: { item: 'chai' }, grant: { percent: '10' } },
   *   ] },
   *   for: { item: 'chai', group: 'tea' },
   *   unitPrice: '18.00',
   * });
   * // The rule that names the goods most closely: applied[0] === 'chai', unitPrice === '16.2'
   */
  chooseRules(question: ChooseRulesQuestion): Promise<{
    /** The ids of the rules that win, in the order in which they apply; of none if none fits. */
    applied: string[];
    /** What a unit costs after all of them, unrounded, and what came off it in percent. */
    unitPrice: DecimalText;
    percent: DecimalText;
  }>;

  /**
   * Asks a whole order the other way round: which line to order more of, so that so many percent come off in all. Without
   * `percent`: of which to order more and pay less in all.
   *
   * Every rule of the request counts, since each answer was priced. Units are whole, and one line is raised; where no line
   * can do it alone, two are. At most 200 lines.
   *
   * @example
   * const { ways } = await engine.ways({ percent: '10', request: {
   *   currency: { code: 'USD', minorUnits: 2 },
   *   lines: [{ id: 'chai', quantity: '20', unitPrice: '18.00' }, { id: 'chang', quantity: '10', unitPrice: '19.00' }],
   *   steps: [{ id: 'order', kind: 'order', scope: 'order', adjust: {
   *     tiers: { measure: 'amount', bands: [{ from: '500', percent: '5' }, { from: '1000', percent: '10' }] } } }],
   * } });
   * // ways[0].line === 'chai', ways[0].extra === '25', ways[0].net === '900.00', ways[0].mark.from === '1000'
   */
  ways(question: { request: PriceRequest; percent?: DecimalText | null }): Promise<Ways>;

  /**
   * From how much on a ladder takes off so many percent: of all units, or, where each band holds for its own part, in all.
   *
   * @example
   * const { from } = await engine.startOf({
   *   tiers: { mode: 'slab', measure: 'quantity', bands: [{ from: '10', percent: '5' }, { from: '50', percent: '20' }] },
   *   percent: '15',
   * });
   * // from === '160'
   */
  startOf(question: LadderQuestion & { percent: DecimalText }): Promise<{
    /** In whatever the ladder measures, unrounded; null if it never gives so much. */
    from: DecimalText | null;
  }>;

  /**
   * Where more costs less: the threshold above `quantity` with the lowest total, if that is below what `quantity` costs.
   * `extra` is how much more to order, `total` what all of it costs then, `saving` by how much that is less.
   *
   * @example
   * const more = await engine.cheaper({
   *   tiers: { measure: 'quantity', bands: [{ from: '100', percent: '20' }] }, price: '10', quantity: '88',
   * });
   * // more.extra === '12', more.total === '800', more.saving === '80'
   */
  cheaper(question: LadderQuestion & { quantity: DecimalText }): Promise<
    { extra: DecimalText; total: DecimalText; saving: DecimalText } | null
  >;

  /**
   * Which amounts add up to a total: the same percentage comes off every line that is not locked, and a line at its floor
   * goes no lower.
   *
   * @example
   * const { reached, percent, amounts } = await engine.reach({
   *   currency: { code: 'EUR', minorUnits: 2 },
   *   lines: [{ amount: '100', floor: '95' }, { amount: '200' }, { amount: '50', locked: true }],
   *   target: '300',
   * });
   * // reached === true, percent === '22.5', amounts[0] === '95.00', amounts[1] === '155.00', amounts[2] === '50.00'
   */
  reach(question: {
    currency: PriceRequest['currency'];
    /** What each line comes to now, and the least it may come to. */
    lines: { amount: DecimalText; floor?: DecimalText | null; locked?: boolean }[];
    target: DecimalText;
  }): Promise<
    /** `percent`: what comes off each line that is free, unrounded; below zero if they rise. */
    | { reached: true; percent: DecimalText; amounts: DecimalText[] }
    /** `nearest`: the total nearest to the target that there is. */
    | { reached: false; nearest: DecimalText }
  >;

  /**
   * How much more must be sold at a discount for the same profit: `extra`, unrounded, and the whole `quantity` that is enough.
   * Rejects with `number.range` where no quantity is.
   *
   * @example
   * const { extra, quantity } = await engine.keepProfit({ quantity: '100', price: '50', cost: '30', percent: '10' });
   * // extra.startsWith('33.33'), quantity === '134'
   */
  keepProfit(question: {
    quantity: DecimalText; price: DecimalText; cost: DecimalText; percent: DecimalText;
  }): Promise<{ extra: DecimalText; quantity: DecimalText }>;

  /**
   * The largest discount that leaves a margin, both in percent; below zero if the price does not leave it even now.
   *
   * @example
   * const { percent } = await engine.keepMargin({ price: '100', cost: '60', marginPercent: '25' });
   * // percent === '20'
   */
  keepMargin(question: {
    price: DecimalText; cost: DecimalText; marginPercent: DecimalText;
  }): Promise<{ percent: DecimalText }>;

  /**
   * What payments over time are worth on the day of delivery, and which discount they come to together with one that was
   * given.
   *
   * @example
   * const { payments, presentValue, effectivePercent } = await engine.defer({
   *   currency: { code: 'EUR', minorUnits: 2 }, amount: '950', delivered: '2026-03-01', discountPercent: '5',
   *   schedule: [{ percent: '30', days: -10 }, { days: 60 }],
   *   annualPercent: '18', method: 'simple',
   * });
   * // payments[0].due === '2026-02-19', payments[0].amount === '285.00', payments[1].due === '2026-04-30',
   * // presentValue === '932.29', effectivePercent.startsWith('6.77')
   */
  defer(question: DeferQuestion): Promise<DeferAnswer>;

  /**
   * What a discount for paying early costs: two percent within 10 days, or else all of it within 30.
   *
   * @example
   * const { effectivePercent, largestPercent } = await engine.earlyPayment({
   *   discountPercent: '2', discountDays: 10, netDays: 30, annualPercent: '18', method: 'simple',
   * });
   * // effectivePercent.startsWith('44.58'), largestPercent.startsWith('0.976')
   */
  earlyPayment(question: EarlyPaymentQuestion): Promise<EarlyPaymentAnswer>;

  /**
   * Whether a level may grant a deal, everything given taken together, and otherwise who may and why.
   *
   * @example
   * const { allowed, needs, reasons, discountPercent } = await engine.authorise({
   *   limits: [{ level: 2, discountPercent: '10', marginPercent: '15' }, { level: 3, discountPercent: '20', marginPercent: '10' }],
   *   level: 2,
   *   deal: { list: '900', freeGoods: '100', net: '828', deferral: '5', cost: '600' },
   * });
   * // allowed === false, needs === 3, reasons[0].reason === 'discount', discountPercent === '17.7'
   */
  authorise(question: {
    limits: AuthorityLimit[];
    /** Who asks: 1, a beginner, to 4, who keeps the key accounts. */
    level: number;
    deal: Deal;
  }): Promise<AuthorityAnswer>;

  /**
   * How long a client may wait with paying, of the days they ask for, seeing what they owe.
   *
   * @example
   * const { days, reasons } = await engine.grantDays({
   *   policy: { tolerance: '1', late: [{ fromDays: 1, mostDays: 14 }, { fromDays: 30, mostDays: 0 }], overLimitDays: 0 },
   *   solvency: { overdue: '200', daysLate: 8 },
   *   days: 45,
   * });
   * // days === 14, reasons[0].reason === 'overdue'
   */
  grantDays(question: { policy: CreditPolicy; solvency: Solvency; days: number }): Promise<{
    /** At most as many as were asked for. */
    days: number;
    /** Why they are fewer; empty if they are not. */
    reasons: (
      | { reason: 'overdue'; amount: DecimalText; daysLate: number; mostDays: number }
      | { reason: 'overLimit'; by: DecimalText; mostDays: number }
    )[];
  }>;
}

/** How far an order is from a discount, and which lines would take it there. */
export interface Ways {
  /** What the order comes to as it is, and what comes off it in percent. */
  net: DecimalText;
  percent: DecimalText;
  /** Whether that is enough already; then there are no ways. */
  isThere: boolean;
  /** One for each line that can do it alone, the lowest total first; where none can, one for each two that can together. */
  ways: Way[];
}

/** One line ordered more of. */
export interface Way {
  /** The line's id. */
  line: string;
  /** How many units to order of it, and how many more that is. */
  quantity: DecimalText;
  extra: DecimalText;
  /** What the whole order comes to then, and what comes off it in percent, unrounded. */
  net: DecimalText;
  percent: DecimalText;
  /** The threshold that is reached by it; null if the line only lifts the whole. */
  mark: { step: string; measure: 'quantity' | 'amount' | 'weight'; from: DecimalText } | null;
  /** What must be ordered more of along with it; null where the line does it alone. */
  along: { line: string; quantity: DecimalText; extra: DecimalText } | null;
}

/** What {@link Engine.chooseRules} is asked. */
export interface ChooseRulesQuestion {
  rules: RuleSet;
  /** What is known of the line and its buyer; a rule that asks for more does not fit. */
  for: RuleTraits;
  /** How much is ordered, in stock units. Default: 1. */
  quantity?: DecimalText | null;
  /** What a unit costs before, by which the best rule is found. Default: 100, so that amounts are percentages. */
  unitPrice?: DecimalText | null;
}

/** A ladder of thresholds alone: without `prior`, `flat` and a last `to`. */
export interface LadderQuestion {
  tiers: Tiers;
  /** List price of one unit of what the ladder measures; where it gives percentages, any will do. Default: 1. */
  price?: DecimalText;
}

/** What {@link Engine.defer} is asked. */
export interface DeferQuestion {
  currency: PriceRequest['currency'];
  /** What is to be paid, the discount taken off. */
  amount: DecimalText;
  /** The day of delivery, as YYYY-MM-DD. */
  delivered: string;
  /** The payments: so many percent, or an amount, or, with neither, what is left; so many days after the delivery (before it,
   * if below zero), or on a day. Default: on delivery. */
  schedule: { percent?: DecimalText; amount?: DecimalText; days?: number; due?: string }[];
  /** What was taken off already, in percent. Default: nothing. */
  discountPercent?: DecimalText;
  /** What a year of waiting costs, in percent. */
  annualPercent: DecimalText;
  /** As for `Deferral`. Default: `compound`. */
  method?: 'compound' | 'simple' | 'bank';
  /** How days are counted and how long a year is. Default: `actual365`. */
  dayCount?: 'actual365' | 'actual360' | 'thirtyE360' | 'thirtyBond360' | 'thirtyUs360' | 'actualActual';
}

/** What {@link Engine.defer} answers. Percentages are unrounded. */
export interface DeferAnswer {
  /** What is due when; the amounts add up to the one asked about. */
  payments: { due: string; amount: DecimalText }[];
  /** What the payments are worth on delivery, and by how much that is less. */
  presentValue: DecimalText;
  cost: DecimalText;
  /** The cost in percent of the amount: a larger discount for paying on delivery is dearer than waiting. */
  costPercent: DecimalText;
  /** The discount and the cost together, in percent of the list amount. */
  effectivePercent: DecimalText;
  /** What must be added to the price, in percent, so that waiting costs nothing. */
  surchargePercent: DecimalText;
}

/** What {@link Engine.earlyPayment} is asked. */
export interface EarlyPaymentQuestion {
  /** What comes off within `discountDays`; the full price is due within `netDays`. */
  discountPercent: DecimalText;
  discountDays: number;
  netDays: number;
  /** Days of a year: 365 or 360. Default: 365. */
  yearDays?: number;
  /** What a year of waiting costs who is paid, in percent, and how a part of a year is reckoned. Default: not known. */
  annualPercent?: DecimalText | null;
  method?: 'compound' | 'simple' | 'bank';
}

/** What {@link Engine.earlyPayment} answers, in percent and unrounded. */
export interface EarlyPaymentAnswer {
  /** What not paying early costs the client, over the days between. */
  periodPercent: DecimalText;
  /** The same over a year, in proportion to the days. */
  yearlyPercent: DecimalText;
  /** The same over a year with interest on interest. */
  effectivePercent: DecimalText;
  /** The largest discount that the days between are worth to who is paid; null unless `annualPercent` is known. */
  largestPercent: DecimalText | null;
}

/** A deal as it would be signed, with everything in it that costs money. */
export interface Deal {
  /** What is paid for, and what is given away, both at list price. */
  list: DecimalText;
  freeGoods?: DecimalText | null;
  /** What the client is to pay, all discounts taken off. */
  net: DecimalText;
  /** What rounding took off `net`; it is no discount. */
  rounding?: DecimalText | null;
  /** What waiting for the money costs. */
  deferral?: DecimalText | null;
  /** What the goods cost, free ones included, if that is known. */
  cost?: DecimalText | null;
}

/** What is decided of a deal, and the figures it is decided by. */
export interface AuthorityAnswer {
  allowed: boolean;
  /** The lowest level that may grant it; null if it is allowed, or no level may. */
  needs: number | null;
  /** Why the level that asks may not; empty if it may. */
  reasons: (
    | { reason: 'discount'; given: DecimalText; limit: DecimalText }
    | { reason: 'margin'; left: DecimalText; limit: DecimalText }
    /** A margin must be left and none can be reckoned. */
    | { reason: 'noMargin'; limit: DecimalText }
    /** Nobody up to this level has a limit for this amount. */
    | { reason: 'amount'; amount: DecimalText }
  )[];
  /** The list value of all goods, free ones included. */
  amount: DecimalText;
  /** Everything given, in percent of that. */
  discountPercent: DecimalText;
  /** What is left over the cost, in percent of what is left of the price; null if the cost is not known. */
  marginPercent: DecimalText | null;
}

/** What a client owes. */
export interface Solvency {
  /** What is late, together. Default: nothing. */
  overdue?: DecimalText | null;
  /** How many days the latest of it is late. */
  daysLate?: number;
  /** By how much the credit limit would be passed with this order. Default: it is not. */
  overLimit?: DecimalText | null;
}

/** Rows as one text: each ends with a newline, and tabs stand between its cells, one for each column. A cell without text is a
 * member that is absent; a text with a tab or a newline in it cannot be handed over so. */
export interface TextTable<Column extends string> {
  columns: Column[];
  text: string;
}

/** A request whose answer is to have its lines in a table. */
export interface PriceRequestForTable extends Omit<PriceRequest, 'answer'> {
  /** The columns of the answer's lines; none where only what the document comes to is asked. */
  answer: { columns: Exclude<keyof PricedLine, 'effects'>[] };
}

/** An answer with its lines in a table of the columns that were asked for. */
export interface PriceAnswerInTable extends Omit<PriceAnswer, 'lines'> {
  lines: TextTable<Exclude<keyof PricedLine, 'effects'>>;
}

/** A number as text, such as "12.50": digits, one point, an optional minus; at most 28 digits. */
export type DecimalText = string;

/** Lines at list price and the steps that lead to the net price, in the order they apply. */
export interface PriceRequest {
  /** The currency of every amount and the digits after its point: 2 for USD, 0 for JPY, 3 for KWD. */
  currency: { code: string; minorUnits: number };
  /** How amounts become whole smallest units. Default: `halfUp`, ties away from zero. */
  rounding?: Rounding;
  /** Which lines take the spare smallest units of an order discount. Default: `largestRemainder`. */
  allocation?: Allocation;
  /** A record for each line, or a table whose columns are named as the members of a record are. */
  lines: PriceRequestLine[] | TextTable<keyof PriceRequestLine>;
  /**
   * Price lists, from which a line without a `unitPrice` takes the price of its `item`: from the first list of the buyer's group
   * that is valid on the buyer's day and has it in the request's currency, or else from the first for everybody. What such lists
   * say of units holds for all of them. `price_list.circle` and `price_list.base` name lists that are not built on one another
   * properly; an item that is on none is `record.not_found`. Default: every line says its price.
   */
  priceLists?: PricesOfList[];
  /** The columns of a table, if the lines of the answer are to be one. Default: a record for each. */
  answer?: null;
  /** The rules, first to last. Default: none. */
  steps?: PriceStep[];
  /** What waiting for the money costs, if it is to be worked out. */
  deferral?: Deferral | null;
  /** For whom and on which day; steps that hold for some, or for a while, look at it. */
  buyer?: Buyer;
  /** What is paid besides the goods and never discounted, such as freight. */
  charges?: { amount: DecimalText; taxPercent?: DecimalText }[];
  /** How tax is worked out; each line says its own percentage. Default: on top of prices, rounded per line. */
  tax?: TaxPolicy;
  /** Below what no line is sold. Default: zero. */
  floor?: Floor;
  /** Where there is more than one right way. */
  policy?: PricePolicy;
}

/** For whom and when an order is priced. */
export interface Buyer {
  /** The day on which rules must hold, as YYYY-MM-DD. */
  day?: string | null;
  client?: string | null;
  group?: string | null;
  territory?: string | null;
  campaign?: string | null;
}

/** How tax is worked out. */
export interface TaxPolicy {
  /** Whether prices have the tax in them. Default: no. */
  included?: boolean;
  /** Which amounts of tax are rounded; finer ones are shared out so that they add up. Default: `line`. */
  rounding?: 'line' | 'componentOfLine' | 'rate' | 'document';
  /** The taxes of which a line's percentage is the sum, where several are due at once. */
  components?: DecimalText[];
}

/** Below what no line is sold; the highest floor counts, a line's `minPrice` besides. */
export interface Floor {
  /** Least margin in percent of the price: below 100. */
  minMarginPercent?: DecimalText | null;
  /** Least mark-up in percent of the cost: 5 means cost times 1.05. */
  minMarkupPercent?: DecimalText | null;
  /** Largest discount off the list price, in percent. */
  maxDiscountPercent?: DecimalText | null;
  /** `hold`: a step stops at the floor, an order step takes the rest of other lines, and `unplaced` says what was left.
   * `refuse`: the request is refused with `rule.invalid` and the step's id. Default: `hold`. */
  breach?: 'hold' | 'refuse';
}

/** What to do where there is more than one right way. */
export interface PricePolicy {
  /** Which amounts are rounded. Default: `line`. */
  roundAt?: 'line' | 'unit' | 'document';
  /** How what comes off is rounded in each step. Unless it is said, the net price is rounded and the discount is the rest. */
  discountRounding?: Rounding | null;
  /** On what thresholds look: what the steps before left, or what was ordered at list price. Default: `running`. */
  thresholds?: 'running' | 'original';
  /** Which of two priorities comes first. Default: `highestFirst`. */
  priority?: 'highestFirst' | 'lowestFirst';
  /** Which of two exclusive steps of the same priority holds. Default: `first`. */
  tie?: 'first' | 'largestDiscount' | 'refuse';
  /** Whether an exclusive step yields to one of higher priority. Default: `exclusive`, it does not. */
  precedence?: 'exclusive' | 'priority';
}

/** How an amount becomes whole smallest units. */
export type Rounding =
  | 'halfUp' | 'halfEven' | 'halfOdd' | 'halfDown' | 'halfCeiling' | 'halfFloor' | 'up' | 'down' | 'ceiling' | 'floor';

/** Who gets the smallest units that do not divide evenly. */
export type Allocation =
  | 'largestRemainder' | 'remainderToLast' | 'floorThenFirst' | 'halfDownThenFirst' | 'largestRemainderSigned'
  | 'sequential';

/** One line of an order. */
export interface PriceRequestLine {
  /** Names the line in the answer. */
  id: string;
  /** What is sold: lines of one item count together where a step's scope is the item. */
  item?: string | null;
  brand?: string | null;
  /** Lines of one group count together where a step's scope is the group. */
  group?: string | null;
  /** In which unit it is ordered, by the names of the price lists. Default: the stock unit that they do not name. */
  unit?: string | null;
  quantity: DecimalText;
  /** How many stock units one ordered unit is: 10 for a box of ten. Quantities of rules count stock units. Default: what the
   * price lists say of its unit, or 1. */
  unitFactor?: DecimalText | null;
  /** List price; it may have more digits than the currency. Only where there are price lists may it be absent. */
  unitPrice?: DecimalText | null;
  /** What the list price is the price of. Default: one ordered unit. */
  per?: 'unit' | 'stockUnit' | 'line';
  /** What one unit costs the seller. */
  cost?: DecimalText | null;
  /** What one unit must bring at least. */
  minPrice?: DecimalText | null;
  /** The tax on this line, in percent. Default: none. */
  taxPercent?: DecimalText | null;
  /** What one unit weighs, for ladders that measure weight. Default: nothing. */
  weight?: DecimalText | null;
}

/** One rule. */
export interface PriceStep {
  /** Names the rule in the answer. */
  id: string;
  /** Why the price changes. */
  kind: StepKind;
  /** What the rule looks at and changes: a line, the lines of an item or a group together, or the document. */
  scope: 'line' | 'item' | 'group' | 'order';
  /** What a percentage is taken of: the amount the steps before left, or the list amount. Default: `running`. */
  basis?: 'running' | 'list';
  /** How the rule goes together with those before it. Rules that follow one another with another mode than `compound` look
   * at the amount the first of them began with. Default: `compound`. */
  combine?: 'compound' | 'add' | 'max' | 'min';
  /** Which lines it changes. Default: all. */
  goods?: Goods;
  /** When it holds at all. Default: always. */
  when?: RuleTime;
  /** How far it goes. Default: without end. */
  limit?: RuleLimit;
  /** `true`: no other rule holds beside it. A name: only one rule of that group holds. Default: it goes with all. */
  exclusive?: boolean | string;
  /** Its rank among rules that exclude each other: a whole number. Default: 0. */
  priority?: number;
  adjust: Adjust;
}

/** What a rule does: one of these. A surcharge is a negative percentage or amount. */
export type Adjust =
  | { percent: DecimalText }
  /** So much comes off each unit, or off the order if that is the scope. */
  | { amount: DecimalText }
  /** The price is multiplied by this. */
  | { factor: DecimalText }
  /** One unit costs this. */
  | { unitPrice: DecimalText }
  | { tiers: Tiers }
  /** Units are sold in packages; one that is begun counts whole. */
  | { package: { size: DecimalText; price: DecimalText; freeUnits?: DecimalText } }
  /** Of those that buy some units, a few more are reduced; unless it is said, to nothing, and the cheapest. */
  | { buyGet: { buy: DecimalText; get: DecimalText; most?: DecimalText; percent?: DecimalText; pick?: 'dearest' | 'cheapest' } }
  /** Goods are added for nothing; the price stays. */
  | { free: FreeGoods }
  /** Of these rules, those that win for the line; the step's scope is `line`, and its limit counts no units. */
  | { rules: RuleSet };

/** Rules that compete for each line. A higher `priority` comes first; a rule without one comes after all others. */
export interface RuleSet {
  /** How those that fit compete. Default: `mostSpecific`.
   * `mostSpecific`: the highest priority, and then the one whose goods, and then whose client, are named most closely; two of
   * the same rank are refused with `rule.invalid`, unless they stack.
   * `firstMatch`: the first that fits, in the order of the set.
   * `compoundWithinPriority`: only the highest priority counts; in it, those that stack compete together with each other one.
   * `bestWithinPriority`: the best of each priority, one after the other.
   * `exclusiveFirst`: one that excludes, if any fits; otherwise all, the highest priority first. */
  model?: 'mostSpecific' | 'firstMatch' | 'compoundWithinPriority' | 'bestWithinPriority' | 'exclusiveFirst';
  rules: CompetingRule[];
}

/** One of the rules that compete. */
export interface CompetingRule {
  /** Names the rule in {@link Engine.chooseRules} and in a refusal. */
  id: string;
  /** What it is for; all that is named must be so. Default: everything and everybody. */
  for?: RuleTraits | null;
  /** How much must be ordered of the line, in stock units; both ends are included. */
  fromQuantity?: DecimalText | null;
  toQuantity?: DecimalText | null;
  /** Its rank: a whole number. */
  priority?: number | null;
  /** Whether it goes with others: against them, together with those that stack too, or with none at all. Default: `alone`. */
  joins?: 'alone' | 'stacks' | 'excludes';
  /** What it gives: percent or an amount off a unit, the price of a unit, or the price times a factor. */
  grant: { percent: DecimalText } | { amount: DecimalText } | { unitPrice: DecimalText } | { factor: DecimalText };
}

/** What rules can be for: the goods, and who buys them. */
export interface RuleTraits {
  item?: string | null;
  group?: string | null;
  brand?: string | null;
  client?: string | null;
  clientGroup?: string | null;
  territory?: string | null;
  campaign?: string | null;
}

/** Which lines a rule is about: those that meet every criterion it names. */
export interface Goods {
  /** Ids of lines. */
  lines?: string[];
  items?: string[];
  groups?: string[];
  /** List price of a unit, at least and at most. */
  priceFrom?: DecimalText | null;
  priceTo?: DecimalText | null;
}

/** When a rule holds. */
export interface RuleTime {
  /** The first and the last day, as YYYY-MM-DD; `buyer.day` must lie between them. */
  validFrom?: string | null;
  validTo?: string | null;
  /** The client groups it is for. Default: all. */
  clientGroups?: string[];
  /** How much must be ordered; every one must be met. Both ends are included. */
  thresholds?: Threshold[];
}

/** How much must be ordered for a rule to hold. */
export interface Threshold {
  of?: Goods;
  measure: 'quantity' | 'amount' | 'weight';
  /** Over what it is added up. Default: `order`, all lines that count. */
  over?: 'order' | 'line';
  from?: DecimalText | null;
  to?: DecimalText | null;
  /** What the same period has brought before. */
  prior?: DecimalText | null;
  /** From how much on `next` says what is missing. */
  hintFrom?: DecimalText | null;
}

/** How far a rule goes. */
export interface RuleLimit {
  /** At most so many units of the whole order, or of each line. */
  units?: DecimalText | null;
  unitsPerLine?: DecimalText | null;
  /** Which units come first. Default: `dearest`. */
  pick?: 'dearest' | 'cheapest';
  /** Which units these are, once an earlier rule has reduced the line. Default: `alike`, any of them. */
  reduced?: 'alike' | 'same';
  /** At most so much comes off the order. */
  amount?: DecimalText | null;
  /** That amount is one with tax, although the prices are without. */
  amountWithTax?: boolean;
}

/** Goods that are added for nothing. */
export interface FreeGoods {
  /** Lowest threshold first; the highest that is reached counts. */
  slabs: { from: DecimalText; to?: DecimalText; every?: DecimalText; free: DecimalText }[];
  /** Whether they are given for every `every` units and not just once. */
  recurring?: boolean;
  /** Whether a part of a unit is given too. */
  parts?: boolean;
  /** What is given, if it is not the same goods, and what one of it is worth. */
  item?: string | null;
  worth?: DecimalText | null;
}

/** Why a price changes. */
export type StepKind = 'volume' | 'client' | 'loyalty' | 'promotion' | 'coupon' | 'manual' | 'order' | 'payment';

/** A ladder of discounts or prices. */
export interface Tiers {
  /** `allUnits`: the band reached holds for everything. `slab`: each band for its own part. Default: `allUnits`. */
  mode?: 'allUnits' | 'slab';
  measure: 'quantity' | 'amount' | 'weight';
  /** What the bands say: percentages that come off, what a unit costs, or what comes off a unit. Default: `percent`. */
  gives?: 'percent' | 'unitPrice' | 'unitOff';
  /** What the same period has brought before: it lifts the order up the ladder. */
  prior?: DecimalText;
  /** Lowest threshold first. */
  bands: Band[];
}

/** A rung: its value stands under the name that `gives` says. */
export interface Band {
  from: DecimalText;
  /** The largest measure for which it holds, unless the next begins there; whatever is above belongs to the next. */
  to?: DecimalText | null;
  percent?: DecimalText;
  unitPrice?: DecimalText;
  unitOff?: DecimalText;
  /** A fixed amount besides: part of the price where the ladder gives prices, otherwise part of what comes off. */
  flat?: DecimalText | null;
}

/** Payment later than delivery: all of it after so many days, or on days of the calendar, in parts where there are several. */
export type Deferral = {
  /** What a year of waiting costs, in percent. */
  annualPercent: DecimalText;
  /** A / (1 + r)^(t/B), A / (1 + r t/B) or A (1 - r t/B). Default: `compound`. */
  method?: 'compound' | 'simple' | 'bank';
} & (PaidAfter | PaidOn);

/** Payment at once, so many days after delivery. */
export interface PaidAfter {
  days: number;
  /** Days of a year: 365 or 360. */
  yearDays: number;
}

/** Payments on days of the calendar, as {@link Engine.defer} answers them. */
export interface PaidOn {
  /** The day of the delivery. */
  delivered: string;
  /** How days are counted and how long a year is. Default: `actual365`. */
  dayCount?: 'actual365' | 'actual360' | 'thirtyE360' | 'thirtyBond360' | 'thirtyUs360' | 'actualActual';
  /** What is owed: each payment counts in proportion to it, and with interest they come to more. */
  owed: DecimalText;
  payments: { due: string; amount: DecimalText }[];
}

/** What an order comes to, and how it came to it. */
export interface PriceAnswer {
  /** One per line of the request, in its order. */
  lines: PricedLine[];
  /** The sum of the lines' list amounts. */
  list: DecimalText;
  /** The sum of the lines' net amounts: what the client is to pay. */
  net: DecimalText;
  /** `list - net`; a surcharge is negative. */
  discount: DecimalText;
  /** The discount in percent of the list amount, unrounded. */
  percent: DecimalText;
  /** One per step of the request; the amounts add up to `net - list` exactly. */
  waterfall: PriceEffect[];
  /** The next rung of each ladder that has one, and what is missing to a threshold with `hintFrom`. */
  next: NextTier[];
  /** Goods that are added for nothing. */
  free: FreeGood[];
  /** What is to be paid in all, with tax and charges. `discount`: by how much the rules lower it. */
  taxed: { net: DecimalText; tax: DecimalText; gross: DecimalText; discount: DecimalText };
  /** Answer to the request's `deferral`. */
  deferral: Deferred | null;
}

/** What one line comes to. */
export interface PricedLine {
  id: string;
  list: DecimalText;
  /** What is to be paid for the line, its share of order steps included. */
  net: DecimalText;
  /** `list - net`; a surcharge is negative. */
  discount: DecimalText;
  /** `(list - net) / list` in percent, unrounded. */
  percent: DecimalText;
  /** The tax on the line, on top of `net` or in it, and what is to be paid with it. */
  tax: DecimalText;
  gross: DecimalText;
  /** What each step changed, in the request's order; they add up to `net - list`. */
  effects: DecimalText[];
}

/** What one step changed. */
export interface PriceEffect {
  /** The step's id. */
  step: string;
  kind: StepKind;
  /** The change over all lines; a discount is negative. */
  amount: DecimalText;
  /** The rate, if one held for all lines. */
  percent: DecimalText | null;
  /** Why the rule does not hold; null if it does. */
  unmet: Unmet | null;
  /** What it should have taken off besides, had the floors not stood in the way. */
  unplaced: DecimalText;
}

/** Why a rule does not hold: its goods are not ordered, it has not begun, has ended, is for others, too little or too much is
 * ordered, or another rule excludes it. */
export type Unmet =
  | { reason: 'goods' | 'early' | 'late' | 'client' | 'above' }
  | { reason: 'below'; measure: 'quantity' | 'amount' | 'weight'; missing: DecimalText }
  | { reason: 'excluded'; by: string };

/** Goods that are added for nothing. */
export interface FreeGood {
  /** The step's id. */
  step: string;
  /** The line for which they are given, or the first of several; null if it is the whole order. */
  line: string | null;
  /** What is given, if it is not the same goods. */
  item: string | null;
  /** How many, in stock units. */
  quantity: DecimalText;
  /** What they would cost at list price. */
  worth: DecimalText;
}

/** How much more reaches the next rung. */
export interface NextTier {
  /** The step's id. */
  step: string;
  /** The line's id, unless the step looks at the whole order. */
  line: string | null;
  measure: 'quantity' | 'amount' | 'weight';
  /** The threshold of the next rung. */
  from: DecimalText;
  /** What is missing to reach it. */
  missing: DecimalText;
  /** What would come off there, in percent. */
  percent: DecimalText;
  /** What comes off now, in percent. */
  nowPercent: DecimalText;
}

/** What waiting for the money costs. */
export interface Deferred {
  /** What the net amount is worth on the day of delivery. */
  presentValue: DecimalText;
  /** Net less present value. */
  cost: DecimalText;
  /** The cost in percent of the net amount, unrounded. */
  costPercent: DecimalText;
  /** Discount and cost together, in percent of the list amount. */
  effectivePercent: DecimalText;
}

/** Whose data on this device. A part left out means "default". */
export interface Account {
  workspace?: string;
  user?: string;
}

/**
 * Closes the account's data on this device: its widgets forget what they showed, and the data stay, unread, until the
 * same account opens them again.
 */
export declare function signOut(account?: Account): Promise<void>;

/** Deletes the account's data on this device, quotes not yet sent to a host included. It cannot be undone. */
export declare function erase(account?: Account): Promise<void>;

/** Everything the device holds for the account, as JSON text that a person can keep. */
export declare function exportData(account?: Account): Promise<string>;

declare global {
  interface HTMLElementTagNameMap {
    'sapa-client-card': SapaWidgetElement;
    'sapa-competitor-comparison': SapaWidgetElement;
    'sapa-discount-calculator': SapaDiscountCalculatorElement;
    'sapa-meeting-planner': SapaWidgetElement;
  }
  interface HTMLElementEventMap {
    'sapa-ready': CustomEvent<null>;
    'sapa-client-change': CustomEvent<ClientChange>;
    'sapa-quote-change': CustomEvent<QuoteChange>;
    'sapa-quote-save': CustomEvent<QuoteSave>;
    'sapa-record-change': CustomEvent<RecordChange>;
    'sapa-error': CustomEvent<WidgetError>;
  }
}
