import type { Floor, FreeGoods, Goods, PriceRequest, PriceStep } from '../api/types';
import type { Credit, Stage } from './records';

/**
 * The bridge between a widget and its host, version 1.
 *
 * A host is one object with one method: it takes a request and promises an answer. The same messages travel over a
 * direct call (tag, `mount()`) and over a MessagePort (iframe).
 *
 * Money, quantities and percentages are decimal strings ("18.00", "2.5"); dates are "YYYY-MM-DD"; instants are ISO 8601
 * in UTC and end in "Z"; ids and versions are opaque strings. Everything is JSON: what JSON cannot say does not travel,
 * nor does a member named "__proto__". Members a side does not know are ignored.
 *
 * ```js
 * document.querySelector('sapa-discount-calculator').host = {
 *   async request({ id, op, args }) {
 *     if (op === 'record.get') return { id, ok: await (await fetch(`/api/${args.entity}/${args.id}`)).json() };
 *     return { id, err: { code: 'unsupported', retryable: false, outcome: 'none' } };
 *   },
 * };
 * ```
 */

/** What a page gives to a widget as `element.host`. */
export interface DirectHost {
  /**
   * Answers one request. Never answering is allowed: the caller has a deadline. Throwing or rejecting counts as the
   * error `internal`, so an adapter that knows better answers `err` itself.
   */
  request(req: HostRequest): Promise<HostAnswer>;
  /** Calls `fn` for every event from now on; the returned function ends it. */
  listen?(fn: (evt: HostEvent) => void): () => void;
  /** The caller waits no longer for this request. The host may stop the work or let it finish. */
  cancel?(cancel: HostCancel): void;
  /** What the host can do, where it is known before the first request; `meta.describe` answers the same. */
  caps?: HostCaps;
  /** Where the widget runs, where it is known before the first request; `context.get` answers the same. */
  context?: HostContext;
}

/** The widget's side: requests with a deadline, answers that have been checked. */
export interface Connection {
  /**
   * The value of the answer's `ok`, as a plain copy.
   *
   * Rejects with a {@link HostError}, and with nothing else.
   */
  request<O extends HostOp>(op: O, args: HostOps[O]['args'], options?: CallOptions): Promise<HostOps[O]['ok']>;
  /** Calls `fn` for every well-formed event that is newer than the last one; the returned function ends it. */
  listen(fn: (evt: HostEvent) => void): () => void;
  readonly caps: HostCaps;
  readonly context: HostContext | undefined;
  /** Rejects what is pending with `disconnected` and ends every subscription. The host object itself stays usable. */
  close(): void;
}

/** How one call is made. */
export interface CallOptions {
  /** Names one intended change. A host with native idempotency applies it once, however often it is sent. */
  idem?: string;
  /** The version the edit started from; needed by `record.update` and `record.remove`. */
  baseVersion?: string;
  /** Milliseconds until the call is rejected with `timeout`. The default is 15,000. */
  deadlineMs?: number;
  /** Aborting rejects the call with `cancelled` and tells the host. */
  signal?: AbortSignal;
}

/** A request, from the widget to the host. */
export interface HostRequest<O extends HostOp = HostOp> {
  /** Unique among the requests of all widgets of a page. */
  id: string;
  op: O;
  args: HostOps[O]['args'];
  idem?: string;
  baseVersion?: string;
  /** How long the widget is going to wait; the host may use it to give up in time. */
  deadlineMs?: number;
}

/** An answer: `id` of the request and exactly one of `ok` and `err`. */
export type HostAnswer<O extends HostOp = HostOp> =
  | { id: string; ok: HostOps[O]['ok']; err?: undefined }
  | { id: string; err: HostErrorData; ok?: undefined };

/** Something happened at the host. `seq` grows within a session; one that is not greater than the last is dropped. */
export interface HostEvent<N extends HostEventName = HostEventName> {
  name: N;
  seq: number;
  data: HostEvents[N];
}

/** The widget no longer waits for the request of this id. */
export interface HostCancel {
  id: string;
}

/** First message of a frame, posted to its parent every 250 ms until it is answered. */
export interface HostHello {
  sapa: 'hello';
  /** The contract versions the frame speaks. */
  versions: number[];
  /** Fresh for every load of the frame; a new one ends the old session. */
  session: string;
  /** The widget's name without the prefix, such as "discount-calculator". */
  widget: string;
}

/** The parent's answer; the MessagePort of the session comes with it. */
export interface HostWelcome {
  sapa: 'welcome';
  /** The highest version both sides speak, 0 when there is none. Then no port comes with it. */
  version: number;
  session: string;
  caps?: HostCaps;
  context?: HostContext;
}

/** What travels over the MessagePort: one message in an envelope of one member. */
export type PortMessage =
  | { req: HostRequest }
  | { res: HostAnswer }
  | { evt: HostEvent }
  | { cancel: HostCancel }
  | { ping: number }
  | { pong: number }
  /** The session is over; what is pending fails with `disconnected`. */
  | { bye: true };

/** The operations with their arguments and the value of a good answer. */
export interface HostOps {
  'context.get': { args: Record<string, never>; ok: HostContext };
  'record.get': { args: { entity: Entity; id: string; fields?: string[] }; ok: HostRecord };
  /** A record that the widget cannot read is left out and told as `record.invalid`; the others are shown. */
  'record.query': { args: RecordQuery; ok: { records: HostRecord[]; cursor?: string } };
  /** The host chooses the id when `record.id` is absent. */
  'record.create': { args: { entity: Entity; record: object }; ok: Written };
  /** `patch` holds the members to change; null removes one. Needs `baseVersion`. */
  'record.update': { args: { entity: Entity; id: string; patch: object }; ok: Written };
  'record.remove': { args: { entity: Entity; id: string }; ok: Record<string, never> };
  /** Several writes in order. `{"$ref": n}` in place of an id means the id that the n-th (from 0) of them answered. */
  'batch': { args: { ops: BatchOp[]; atomic?: boolean }; ok: { results: ({ ok: unknown } | { err: HostErrorData })[] } };
  /** What changed after `cursor`; without one, a cursor to start from and no changes. */
  'changes.since': { args: { cursor?: string; limit?: number }; ok: { changes: Change[]; cursor: string; more?: boolean } };
  'meta.describe': { args: Record<string, never>; ok: HostCaps };
  'auth.token': { args: { audience?: string }; ok: { token: string; expires?: string } };
  /** The height the widget needs, in CSS pixels. */
  'ui.resize': { args: { height: number }; ok: Record<string, never> };
  'ui.notify': { args: { text: string; kind?: 'info' | 'success' | 'warning' | 'error' }; ok: Record<string, never> };
  'ui.confirm': { args: { text: string }; ok: { confirmed: boolean } };
  'ui.navigate': { args: { entity: Entity; id: string }; ok: Record<string, never> };
  'ui.close': { args: Record<string, never>; ok: Record<string, never> };
  'ui.openCreate': { args: { entity: Entity; prefill?: object }; ok: { id?: string } };
}

/** The name of an operation. A host answers `unsupported` to one it does not know. */
export type HostOp = keyof HostOps;

/** One page of records. */
export interface RecordQuery {
  entity: Entity;
  /** From the answer before; absent for the first page. */
  cursor?: string;
  /** The most records in one answer. The host may give fewer; only a missing cursor says that there are no more. */
  limit?: number;
  /** Members wanted besides `id` and `version`; absent means all. */
  fields?: string[];
  /** Every member must match. A host answers `unsupported` to a filter it cannot apply, never a wrong list. */
  filter?: { [field: string]: FilterValue };
  /** Only records changed at this instant or later. */
  updatedSince?: string;
}

/** A value to equal, or a comparison. `gte` and `lt` compare text by code unit, which suits dates. */
export type FilterValue =
  | string | number | boolean | null
  | { in?: (string | number | boolean | null)[]; gte?: string; lt?: string; contains?: string };

/** What a write answers. */
export interface Written {
  id: string;
  version: string;
}

/** One write of a batch. */
export interface BatchOp {
  op: 'record.create' | 'record.update' | 'record.remove';
  args: object;
  idem?: string;
  baseVersion?: string;
}

/** A record is now at `version`, or gone. */
export interface Change {
  entity: Entity;
  id: string;
  version?: string;
  deleted?: boolean;
}

/** The events with their data. */
export interface HostEvents {
  /** A widget follows `client`. */
  'context.changed': HostContext;
  /** A hint to read again, not the change itself. */
  'record.changed': Change;
  'theme.changed': { theme: 'light' | 'dark' };
  'locale.changed': { locale: string };
  'visibility': { visible: boolean };
  /** A widget sends what waits as soon as the host can be reached. */
  'connectivity': { online: boolean };
  'auth.changed': { user?: { id: string; name: string } };
  /** The host is about to take the widget away. */
  'closing': Record<string, never>;
}

/** The name of an event. One that a widget does not know is ignored. */
export type HostEventName = keyof HostEvents;

/** What a host may answer as an error's code. */
export type HostErrorCode =
  | 'unsupported' | 'invalid' | 'not_found' | 'forbidden' | 'unauthenticated' | 'conflict' | 'duplicate' | 'warning'
  | 'rate_limited' | 'offline' | 'timeout' | 'too_large' | 'cancelled' | 'disconnected' | 'internal';

/**
 * What became of the change: certainly not applied, certainly applied, or not known.
 *
 * A create whose outcome is unknown is looked up, or sent with the same `idem`, before it is sent anew.
 */
export type HostOutcome = 'none' | 'applied' | 'unknown';

/** An error as it travels. */
export interface HostErrorData {
  code: HostErrorCode;
  /** For a developer; it is logged and never shown as it is. Private data do not belong here. */
  message?: string;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  outcome: HostOutcome;
  /** `invalid`: what is wrong, by member, such as "lines[0].quantity". `conflict`: the members changed since `baseVersion`. */
  fields?: { [field: string]: string } | string[];
  /** `conflict`: the record as the host has it. */
  current?: HostRecord;
  /** `conflict`: its version. */
  version?: string;
  /** `duplicate`: the records it may already be. */
  candidates?: HostRecord[];
  /** `warning`: send the request again with `args.token` set to this, once the user has agreed. */
  token?: string;
  /** `rate_limited`: when to try again. */
  retryAfterMs?: number;
  /** `rate_limited`: what is limited, such as "user" or "app". */
  scope?: string;
}

/**
 * What a call rejects with.
 *
 * `malformed` arises on the widget's side only: the answer was not an object, had another id, had neither or both of
 * `ok` and `err`, an error code that version 1 does not know, a cycle, or more than 8,000,000 characters.
 */
export interface HostError extends Error, Omit<HostErrorData, 'code' | 'message'> {
  code: HostErrorCode | 'malformed';
}

/** What a host can do. A missing member means the weakest value. */
export interface HostCaps {
  /** The entities there are and what can be done with them. */
  entities?: { [entity: string]: ('get' | 'query' | 'create' | 'update' | 'remove')[] };
  /** How a stale update is found out: by an exact version, by a time of change, or not at all. */
  concurrency?: 'token' | 'modifiedAt' | 'none';
  /** How a repeated create is found out: by `idem`, by a field that must be unique, by looking first, or not at all. */
  idempotency?: 'native' | 'uniqueField' | 'lookup' | 'none';
  batch?: { max: number; atomic: boolean; refs: boolean };
  changes?: 'push' | 'poll' | 'none';
  /** Whether `changes.since` tells of removed records. */
  deletes?: boolean;
  /** The `ui.*` operations that do something. */
  ui?: HostOp[];
  /** What the host knows about storage in the frame it gives the widget. */
  storage?: 'own' | 'partitioned' | 'none';
  /** Requests per second, and characters of one message. */
  limits?: { rps?: number; payload?: number };
  /** The `--sapa-*` properties the host sets. */
  themeVars?: string[];
}

/** Where the widget runs and for whom. Workspace and user name the database on the device. */
export interface HostContext {
  workspace: string;
  /** `level` says how far the user may go: 1 (new) to 4 (key accounts); without one the lowest limits of the price list hold. */
  user: { id: string; name: string; level?: number };
  host: { name: string };
  /** BCP 47, such as "en", "id", "ru". A widget speaks the language of its tag. */
  locale: string;
  /** ISO 4217, such as "USD". */
  currency: string;
  /** The host's date of today. A widget goes by the device's day, or by `now`. */
  today?: string;
  /** The id of the company that the page is about. */
  client?: string;
  /** The terms of client groups, named by `Company.group`. */
  groups?: ClientGroup[];
}

/** The kinds of records; `x-*` is for those of one host alone. */
export type Entity =
  | 'company' | 'contact' | 'deal' | 'quote' | 'order' | 'invoice' | 'payment' | 'lineItem' | 'product' | 'priceList'
  | 'price' | 'activity' | 'task' | 'note' | 'document' | 'user' | 'commitment' | 'meeting' | 'competitor'
  | 'competitorProduct' | 'criterion' | 'fact' | 'objection' | 'approval' | `x-${string}`;

/** Any record as it is read. */
export interface HostRecord {
  id: string;
  version: string;
  /** What the host keeps beyond the contract; passed through untouched. */
  ext?: { [name: string]: unknown };
  [field: string]: unknown;
}

/** A client. */
export interface Company {
  id: string;
  name: string;
  contact?: { name: string; title?: string };
  city?: string;
  country?: string;
  /** The id of a {@link ClientGroup}. */
  group?: string;
  /** The client's own discount; it goes before the group's. */
  discountPercent?: string;
  /** The id of a {@link PaymentTerm}, used unless another is chosen. */
  paymentTerm?: string;
  stage?: Stage;
  /** The day of the first order. */
  since?: string;
  /** One of the clients that are looked after first. */
  keyAccount?: boolean;
  /** Who looks after the client: the id of a {@link User}. */
  ownerId?: string;
  credit?: Credit;
  /** The members that are made up for a demonstration; the widget says so. */
  sampleFields?: string[];
}

/** Terms shared by several clients. */
export interface ClientGroup {
  id: string;
  name: string;
  discountPercent: string;
  paymentTerm?: string;
}

/** Something that is sold. */
export interface Product {
  id: string;
  sku: string;
  name: string;
  /** What one piece is, in words: "10 boxes x 20 bags". */
  unit: string;
  category: string;
  /** Names one of the classes of {@link TaxRules}; absent is none of them. */
  taxClass?: string;
  /** List price of one piece, in the price list's currency. */
  price: string;
  /** What one piece costs; margins are shown only where it is known. */
  cost?: string;
  /** What one piece weighs in kilograms; ladders by weight leave out what has none, and the widget says so. */
  weightKg?: string;
  /** The members that are made up for a demonstration. */
  sampleFields?: string[];
  stock?: number;
  /** Not sold any more; existing quotes keep it. */
  discontinued: boolean;
}

/**
 * A price list: for whom, in which currency, on which days, and built on which other list. Entity `priceList`, beside the
 * record with the rules, which is the one with `lineTiers`; a record with neither `prices` nor a `base` is no list and passed
 * over. In a {@link Catalogue} `priceLists`. The products' own prices are a list too, under the id of the record with the rules,
 * for everybody, and after all others.
 *
 * What a client pays is on the first list of the client's group that is valid on the day and has the product in the currency of
 * the rules; or else on the first for everybody. Lists in another currency are there to be built on.
 */
export interface PricesOfList {
  id: string;
  /** What people call it. */
  name?: string;
  /** ISO 4217. */
  currency: string;
  minorUnits: number;
  /** Ids of the client groups it is for. All when absent. */
  clientGroups?: string[];
  /** The first and the last day. */
  validFrom?: string;
  validTo?: string;
  /** Where a price comes from that is not on the list itself. A list that is not there is refused with `price_list.base`, and
   * a circle of lists with `price_list.circle`. */
  base?: ListBase;
  /** Its own prices. No two hold for one product and unit on one day. */
  prices?: PriceOfList[];
}

/** One price of a list. */
export interface PriceOfList {
  /** The product's id; `item` of a line in a request. */
  productId: string;
  /** What the price is for one of. The product's own unit when absent. */
  unit?: string;
  /** How many of the product's own units that is; a price in one unit then holds for the others too. */
  unitFactor?: string;
  price: string;
  /** The first and the last day. */
  validFrom?: string;
  validTo?: string;
}

/**
 * Another list, and how its prices become those of this one, in this order: exchange rate and unit, tax taken out, discount,
 * rounding, surcharge, least and largest margin. For whom and when the other list is valid does not matter.
 */
export interface ListBase {
  /** The other list's id. */
  list: string;
  /** How much of this list's currency one of the other's is worth. Default: 1. */
  exchangeRate?: string;
  /** How many of the other list's units one of this one's is. Default: 1. */
  unitFactor?: string;
  /** The tax that is in the other's prices and not in these, in percent. Default: none. */
  includedTaxPercent?: string;
  /** What comes off, in percent; a mark-up is negative. Default: nothing. */
  discountPercent?: string;
  /** The price is a multiple of this, such as "0.05", or has so many digits after the point; unrounded when both are absent. */
  roundTo?: string;
  digits?: number;
  rounding?: 'halfUp' | 'halfEven' | 'halfOdd' | 'halfDown' | 'halfCeiling' | 'halfFloor' | 'up' | 'down' | 'ceiling' | 'floor';
  /** What is added after rounding: "-0.01" for prices that end in .99. */
  surcharge?: string;
  /** The price is the other list's and so much more, at least and at most. */
  minMargin?: string;
  maxMargin?: string;
}

/** The rules prices follow. The record in use has the id "default". */
export interface PriceList {
  id: string;
  name: string;
  currency: string;
  /** Digits after the decimal point: 2 for USD, 0 for JPY, 3 for KWD. */
  minorUnits: number;
  validFrom?: string;
  /** The figures are made up to show how it works; the widget says so. */
  sample: boolean;
  lineTiers: LineTiers;
  orderTiers: OrderTiers;
  terms: PaymentTerm[];
  /** How what is sold is taxed. Without it prices are without tax and the widget does not speak of it. */
  tax?: TaxRules;
  /** The smallest coin, such as "0.05": what is to be paid is rounded to it. */
  cashStep?: string;
  /** Yearly cost of the seller's capital; deferring payment is weighed with it. */
  costOfCapitalPercent: string;
  /** How that is reckoned. Default: with interest on interest, calendar days in years of 365. */
  capital?: {
    /** A / (1 + r)^t, A / (1 + r t) or A (1 - r t). Default: `compound`. */
    method?: 'compound' | 'simple' | 'bank';
    /** How days are counted and how long a year is. Default: `actual365`. */
    dayCount?: 'actual365' | 'actual360' | 'thirtyE360' | 'thirtyBond360' | 'thirtyUs360' | 'actualActual';
  };
  /** What is offered for a time, to some clients, or against a coupon. */
  promotions?: Promotion[];
  /** Below what no line is sold. */
  floor?: Floor;
  /** Who may grant how much. Without it the widget does not speak of authority. */
  authority?: AuthorityLimit[];
  /** How late a client may pay who is late already, or over the credit limit. */
  credit?: CreditPolicy;
  /** What clients who buy much get besides. */
  loyalty?: Loyalty;
}

/**
 * A loyalty programme. A client has the highest level whose `from` the client's orders of the period have reached, the order
 * being written not counted. Clients without any known order have none, and the widget says so.
 */
export interface Loyalty {
  /** What people call it. */
  name: string;
  period: TierPeriod;
  /** Ids of the client groups it is for. All when absent. */
  clientGroups?: string[];
  /** As for any step: what percentages are taken of, and how the step goes together with others. */
  basis?: 'running' | 'list';
  combine?: 'compound' | 'add' | 'max' | 'min';
  exclusive?: boolean | string;
  priority?: number;
  /** The lowest first. */
  levels: LoyaltyLevel[];
}

/** One level: a percentage off every line, goods for nothing, or a payment term. */
export interface LoyaltyLevel {
  name: string;
  /** How much must have been bought in the period. */
  from: string;
  /** `term`: the id of a term of the list; it, and every term that is no later, is without its surcharge. */
  benefit: { percent: string } | { free: FreeGoods } | { term: string };
  /** For which goods. All when absent. */
  goods?: Goods;
}

/** Tax on top of prices, or in them. */
export interface TaxRules {
  /** Whether prices have the tax in them. Default: no. */
  included?: boolean;
  /** Which amounts of tax are rounded; finer ones are shared out so that they add up. Default: `line`. */
  rounding?: 'line' | 'rate' | 'document';
  /** The tax in percent on products of no other class. */
  percent: string;
  /** Classes of products, named by `Product.taxClass`, that are taxed otherwise. */
  classes?: { taxClass: string; percent: string }[];
}

/** A rule that is not always in force; `step` says what it does and when it holds. */
export interface Promotion {
  /** What people call it. */
  name: string;
  /** The code the client must bring, in any case; absent where none is needed. */
  coupon?: string;
  /** Its `goods` name products by id as `items`, and their categories as `groups`. */
  step: PriceStep;
}

/**
 * From this list value of the goods on (free ones included), a level may grant so much in all, with the cost of waiting and
 * free goods counted. A level without limits of its own has those of the level below; a higher level may never grant less.
 */
export interface AuthorityLimit {
  level: number;
  /** "0" when absent. */
  from?: string;
  discountPercent: string;
  /** The margin that must be left, where one must. */
  marginPercent?: string;
}

/** How long a client may wait with paying who owes already. */
export interface CreditPolicy {
  /** Up to so much overdue is forgiven; "0" when absent. */
  tolerance?: string;
  /** The fewest days late first; 0 days is payment in advance. */
  late?: { fromDays: number; mostDays: number }[];
  /** The most days when the credit limit is passed. */
  overLimitDays: number;
}

/**
 * A deal somebody else must grant, as the calculator creates it. The host answers by setting `verdict` and `by` and telling
 * `record.changed`. Authority is advice to an honest user: price `request` again before you rely on the figures.
 */
export interface Approval {
  id: string;
  clientId: string;
  asked: string;
  /** The lowest level that may grant it; null where none may. */
  level: number | null;
  /** The list value of the goods, free ones included. */
  amount: string;
  /** Everything given, the cost of waiting and free goods counted. */
  discountPercent: string;
  /** What is left over the cost; null where the cost is not known. */
  marginPercent: string | null;
  /** The version of the engine that reckoned the figures. */
  engine: string;
  /** What `engine.price()` takes. */
  request: PriceRequest;
  verdict: 'asked' | 'granted' | 'refused';
  /** Who decided. */
  by?: string | null;
}

/** Discount by how much is ordered of a line, an article, a category or in all. */
export interface LineTiers {
  /** `allUnits`: the band reached holds for everything. `slab`: every band for the part within it. */
  mode: 'allUnits' | 'slab';
  /** Pieces, money as it is after the steps before, or kilograms. */
  measure: 'quantity' | 'amount' | 'weight';
  /** What counts together: one line, all lines of an article (when absent), of a category, or of the order. */
  scope?: 'line' | 'item' | 'group' | 'order';
  /** Only with scope `order` and measure `amount`: what the client ordered before in this time counts too. */
  period?: TierPeriod;
  bands: TierBand[];
}

/** Discount by how much the whole order is. */
export interface OrderTiers {
  /** `allUnits` when absent. */
  mode?: 'allUnits' | 'slab';
  measure: 'quantity' | 'amount' | 'weight';
  /** Only with measure `amount`: what the client ordered before in this time counts too. */
  period?: TierPeriod;
  bands: TierBand[];
}

/** The calendar year, the calendar quarter, or the last twelve months, up to today. Orders count by their date and `net`. */
export type TierPeriod = 'year' | 'quarter' | 'twelveMonths';

/** From this quantity, amount or weight (inclusive) up to the next band: that many percent. */
export interface TierBand {
  from: string;
  percent: string;
}

/** When payment is due and what that does to the price. */
export interface PaymentTerm {
  id: string;
  /** What people call it; without a name the widget says what it is. */
  name?: string;
  /** Days after the invoice, for parts the most until the last; 0 is payment in advance. */
  days: number;
  /** Positive is a discount, negative a surcharge. */
  percent: string;
  /** The parts it is paid in, one after the other; together they must ask for everything. */
  schedule?: PaymentPart[];
  /** Equal parts instead. */
  instalments?: Instalments;
  /** A discount for paying all of it early: within fewer days than those of the term, which must not be one in parts. */
  early?: EarlyPaymentDiscount;
}

/** Two percent within ten days. */
export interface EarlyPaymentDiscount {
  percent: string;
  /** Days after the invoice within which it is had. */
  days: number;
  /**
   * What becomes of the tax: it falls with the price if the client pays early; it is reckoned on the lower price from the
   * first, whenever the client pays; or it stays. Default: `onEarly`.
   */
  tax?: 'onEarly' | 'always' | 'never';
}

/** One part of a payment: so many percent of the whole or of what is left, or an amount, or, with neither, all that is left. */
export interface PaymentPart {
  percent?: string;
  percentOfRest?: string;
  amount?: string;
  /** Moves along the calendar from the day of the invoice, in their order; absent is that day. */
  due?: PaymentMove[];
}

/**
 * So much later; the month's last day; this day of the same month, or the next such day; the next such day of the week.
 * `['monthEnd', { days: 30 }]` is 30 days after the end of the month.
 */
export type PaymentMove =
  | 'monthEnd' | { days: number } | { weeks: number } | { months: number } | { dayOfMonth: number }
  | { nextDayOfMonth: number }
  | { weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday' };

/** Equal parts: 2 to 60. */
export interface Instalments {
  count: number;
  /** Months from one to the next. Without it they are spread over the `days` of the term. */
  months?: number;
  /** What the client pays for the time, in percent a year of what is still owed; none when absent. */
  annualPercent?: string;
}

/** A quote as it is written to the host; `id` and `version` are absent before the first save. */
export interface Quote {
  id?: string;
  version?: string;
  clientId: string;
  /** What people call it; the host may number it. */
  number?: string;
  /** Instant of creation. */
  created: string;
  currency: string;
  lines: QuoteLine[];
  /** A term of the price list; or one that was typed: `by-hand-75` is after 75 days, `by-hand-90x3` in three equal parts over 90. */
  termId: string;
  manualPercent: string;
  /** Sum at list prices. */
  list: string;
  /** What the client pays. */
  net: string;
  /** Goods that are added for nothing. */
  free?: { productId: string; quantity: string }[];
  /** The coupon that counted. */
  coupon?: string;
  /** Absent where the price list levies none. */
  tax?: QuoteTax;
  /** What is to be paid when, if it is delivered on the day of creation. */
  payment?: QuotePayment;
  note?: string;
}

/** The tax of a quote. */
export interface QuoteTax {
  /** Whether prices and `net` have it in them. Default: no. */
  included?: boolean;
  /** What is taxed at each rate, the highest first: the amount without tax, and the tax on it. */
  rates: { percent: string; net: string; tax: string }[];
  /** The tax of all rates. */
  tax: string;
  /** The total with tax. */
  gross: string;
}

/** What is to be paid for a quote, and when. */
export interface QuotePayment {
  /** What is owed, tax included. */
  due: string;
  /** What rounding to coins put on that, or took off it if below zero. Default: nothing. */
  rounding?: string;
  /** The payments, in the order of the term; they add up to `total`. */
  payments: { due: string; amount: string }[];
  total: string;
  /** What the client pays for the time: `total - due`. */
  interest: string;
  /** What is due instead until that day, how much less that is, and what the client earns by it in percent a year. */
  early?: { until: string; due: string; saving: string; yearlyPercent: string };
}

/** One line of a quote: list price of one piece, net amount of the line. */
export interface QuoteLine {
  productId: string;
  quantity: string;
  price: string;
  net: string;
}

/** What a client has bought. */
export interface Order {
  id: string;
  clientId: string;
  date: string;
  lines: OrderLine[];
  /** What the lines come to, discounts taken off, rounded once. */
  net?: string;
  /** The day until which the client wants it. */
  required?: string;
  /** The day it left; absent while it is confirmed and neither sent nor invoiced. */
  shipped?: string;
}

/** One line of an order; `discount` is a fraction of the line, so "0.15" is 15 %. */
export interface OrderLine {
  productId: string;
  quantity: string;
  price: string;
  discount: string;
}

/** An order in a catalogue file: id, client, date, lines of product, quantity, price, discount, then the later days. */
export type OrderRow = [
  id: string, clientId: string, date: string,
  lines: [productId: string, quantity: number, price: string, discount: string][],
  required?: string, shipped?: string,
];

/** What a calculator needs to know where there is no host: `element.data`. */
export interface Catalogue {
  /** Where the figures come from. */
  about?: string;
  companies: Company[];
  products: Product[];
  priceList: PriceList;
  /** Lists whose prices go before those of the products. */
  priceLists?: PricesOfList[];
  groups?: ClientGroup[];
  orders?: OrderRow[];
  /** How far the user may go, where the catalogue comes without a host. */
  level?: number;
  /** Records of further entities, by entity, for a host that serves the catalogue. */
  records?: { [entity: string]: { id: string }[] };
}
