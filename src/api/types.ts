import type { Catalogue, DirectHost, Entity } from '../bridge/types';

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
 * Attributes: `client`, `locale`, `theme`, `density`, `workspace`, `user`, `now`, `name`, `disabled`. Each has a property
 * of the same name. Its light-DOM children show until the widget is ready, and whenever it cannot start.
 *
 * Events bubble and cross shadow roots; all but `sapa-ready` and `sapa-error` follow from something a person did.
 *
 * @fires sapa-ready The widget can be used.
 * @fires sapa-client-change Another client was chosen.
 * @fires sapa-quote-change What the client pays changed.
 * @fires sapa-quote-save A quote was kept.
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
  /** Stable, the noun first: "wasm.blocked", "wasm.missing", "storage.blocked", "host.malformed", "host.timeout". */
  code: string;
  /** A sentence for the page's owner: what happened and what to do. */
  message: string;
  /** What it was about, for a developer: the field of an answer, what the browser said. */
  detail?: string;
}

/** The engines, without any view. */
export declare const engine: Engine;

/** What {@link engine} can do. */
export interface Engine {
  /**
   * Prices an order by rules.
   *
   * Rejects with an `Error` that carries a stable `code`: `number.invalid`, `number.range`, `number.overflow`,
   * `currency.invalid`, `rule.invalid`.
   *
   * @example
   * const { net } = await engine.price({
   *   currency: { code: 'USD', minorUnits: 2 },
   *   lines: [{ id: 'chai', quantity: '12', unitPrice: '18.00' }],
   *   steps: [{ id: 'volume', kind: 'volume', scope: 'line', adjust: {
   *     tiers: { measure: 'quantity', bands: [{ from: '12', percent: '3' }] } } }],
   * });
   * // net === '209.52'
   */
  price(request: PriceRequest): Promise<PriceAnswer>;
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
  lines: PriceRequestLine[];
  /** The rules, first to last. Default: none. */
  steps?: PriceStep[];
  /** What waiting for the money costs, if it is to be worked out. */
  deferral?: Deferral | null;
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
  /** Lines of one group count together where a step's scope is the group. */
  group?: string | null;
  quantity: DecimalText;
  /** List price of one unit; it may have more digits than the currency. */
  unitPrice: DecimalText;
  /** What one unit costs the seller. */
  cost?: DecimalText | null;
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
  /** Percent off, amount off, or a ladder. A surcharge is negative. */
  adjust: { percent: DecimalText } | { amount: DecimalText } | { tiers: Tiers };
}

/** Why a price changes. */
export type StepKind = 'volume' | 'client' | 'promotion' | 'coupon' | 'manual' | 'order' | 'payment';

/** A ladder of discounts. */
export interface Tiers {
  /** `allUnits`: the band reached holds for everything. `slab`: each band for its own part. Default: `allUnits`. */
  mode?: 'allUnits' | 'slab';
  measure: 'quantity' | 'amount' | 'weight';
  /** Lowest threshold first. */
  bands: { from: DecimalText; percent: DecimalText }[];
}

/** Payment later than delivery. */
export interface Deferral {
  days: number;
  /** What a year of waiting costs, in percent. */
  annualPercent: DecimalText;
  /** A / (1 + r)^(t/B), A / (1 + r t/B) or A (1 - r t/B). Default: `compound`. */
  method?: 'compound' | 'simple' | 'bank';
  /** Days of a year: 365 or 360. */
  yearDays: number;
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
  /** The next rung of each ladder that has one. */
  next: NextTier[];
  /** Answer to the request's `deferral`. */
  deferral: Deferred | null;
}

/** What one line comes to. */
export interface PricedLine {
  id: string;
  list: DecimalText;
  /** What is to be paid for the line, its share of order steps included. */
  net: DecimalText;
  /** `(list - net) / list` in percent, unrounded. */
  percent: DecimalText;
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
