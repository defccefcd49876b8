/**
 * The records of the client card, the planner and the comparison, as `record.get` and `record.query` answer them and as
 * `record.create` and `record.update` take them. Where a host has no such entity, the widget keeps its own on the device
 * and says so.
 *
 * They follow the rules of the bridge: money, weights and other numbers of any size are decimal strings; a date is
 * "YYYY-MM-DD", an instant "1998-05-06T09:30:00Z", a wall time "1998-05-06T09:30". Every text is plain text: a widget
 * shows it as it is, whatever signs it holds. A member that is absent is not known.
 */

/** What every record may say of its own origin. */
export interface Origin {
  /** The record is made up to show how things work; the widget says so. */
  sample?: boolean;
  /** The record was made from real ones by a rule, such as an invoice from an order; the widget says so. */
  generated?: boolean;
  /** The members of an otherwise real record that are made up, such as ["stage"]. */
  sampleFields?: string[];
}

/** Where a client stands: not yet bought, bought first lately, buying, not buying any more. */
export type Stage = 'potential' | 'new' | 'active' | 'lapsed';

/** What was decided about a client's credit, and when. */
export interface Credit {
  /** The most the client may owe, open orders included. */
  limit: string;
  /** The day it was decided. */
  checked?: string;
  /** Who decided: the id of a {@link User}. */
  checkedBy?: string;
  /** The day it is to be decided anew. */
  recheck?: string;
}

/** Somebody of the host's own people. Entity `user`. */
export interface User extends Origin {
  id: string;
  name: string;
  title?: string;
}

/** A person at a client's. Entity `contact`. */
export interface Contact extends Origin {
  id: string;
  clientId: string;
  /** Given and family name, as the person writes it. */
  name: string;
  /** The person's position. */
  title?: string;
  /** How the person is to be addressed, such as "Frau Anders" or "Анна Петровна"; the name when absent. */
  formOfAddress?: string;
  /** The part the person has in a decision to buy. */
  role?: 'decides' | 'influences' | 'uses' | 'blocks';
  /** The id of the contact this one reports to. */
  reportsTo?: string;
  phone?: string;
  fax?: string;
  email?: string;
}

/** A claim on a client. Entity `invoice`. */
export interface Invoice extends Origin {
  id: string;
  clientId: string;
  orderId?: string;
  /** What people call it; the id when absent. */
  number?: string;
  date: string;
  due: string;
  /** Below zero for a credit note. */
  amount: string;
  /** ISO 4217; the context's currency when absent. */
  currency?: string;
}

/** Money that has come in. Entity `payment`. */
export interface Payment extends Origin {
  id: string;
  clientId: string;
  date: string;
  amount: string;
  currency?: string;
  /** What it pays. The rest of the amount is not applied to any invoice. */
  allocations: { invoiceId: string; amount: string }[];
}

/** Something that happened with a client. Entity `activity`. Orders, invoices, payments and meetings tell of themselves. */
export interface Activity extends Origin {
  id: string;
  clientId: string;
  contactId?: string;
  /** Who of the host's people. */
  userId?: string;
  /** When, as an instant. */
  at: string;
  kind: 'call' | 'email' | 'note' | 'request' | 'complaint' | 'referral' | 'system';
  /** From the client, or to the client. */
  direction?: 'in' | 'out';
  text: string;
  pinned?: boolean;
  /** A request or a complaint: when it was acknowledged, as an instant. */
  acknowledged?: string;
  /** When the client was told how long it will take, as an instant; and the date that was named. */
  etaTold?: string;
  eta?: string;
  /** When it was settled, as an instant. */
  resolved?: string;
  /** A complaint: what caused it. */
  cause?: 'delivery' | 'quality' | 'price' | 'service' | 'documents' | 'other';
  /** A complaint: whether the management knows. */
  escalated?: boolean;
}

/** Somebody's word: what, to whom, until when. Entity `commitment`. What became of it follows from the dates. */
export interface Commitment extends Origin {
  id: string;
  clientId: string;
  contactId?: string;
  /** Whose word it is: ours, or the client's, such as a promise to pay. */
  by: 'us' | 'client';
  text: string;
  /** The day it was given. */
  made: string;
  /** The last day on which it is kept. */
  due: string;
  /** The day it was done. */
  done?: string;
  /** The day we knew that it would be late, and the day the client was told. */
  delayKnown?: string;
  delayTold?: string;
  /** The day it was called off. */
  cancelled?: string;
  /** A promise to pay: of which invoice, and how much. */
  invoiceId?: string;
  amount?: string;
}

/** An appointment, once or again and again. Entity `meeting`. */
export interface Meeting extends Origin {
  id: string;
  /** On the telephone, in person, or an exhibition, a conference, an invitation to many. */
  kind: 'call' | 'meeting' | 'event';
  /** Whether the other side has agreed. */
  status: 'planned' | 'confirmed';
  clientId?: string;
  contactId?: string;
  userId?: string;
  title: string;
  place?: string;
  purpose?: 'introduction' | 'presentation' | 'contract' | 'documents';
  /** Wall time in `zone`; of a series, the first. */
  start: string;
  /** Minutes that pass until the end. */
  minutes: number;
  /** IANA name of the zone by whose clock it was agreed. */
  zone: string;
  /** What to bring along. */
  checklist?: { text: string; ready: boolean }[];
  /**
   * The rule of a series as in RFC 5545, without "RRULE:", such as "FREQ=WEEKLY;BYDAY=MO"; its UNTIL a date or a wall time,
   * as `start` is. Of a rule that is not weekly, or that does not begin at `start`, a widget shows the first time alone.
   */
  rrule?: string;
  /** What is different about single occurrences of a series. */
  exceptions?: MeetingException[];
  /** How a single meeting turned out. */
  outcome?: MeetingOutcome;
}

/** What is different about one occurrence of a series. */
export interface MeetingException {
  /** The wall time the rule gives it. */
  original: string;
  /** When it takes place; as the rule says when absent. */
  start?: string;
  minutes?: number;
  /** It does not take place. */
  left?: boolean;
  outcome?: MeetingOutcome;
}

/** How a meeting turned out. */
export interface MeetingOutcome {
  attendance: 'held' | 'substitute' | 'noShow' | 'movedByClient' | 'cancelledInTime';
  /** Whether somebody who decides was there. */
  decisionMaker: boolean;
  /** When it was noted, as an instant. */
  logged: string;
  note?: string;
}

/** A company that competes with us. Entity `competitor`. */
export interface Competitor extends Origin {
  id: string;
  name: string;
  /** How it works. Never shown to a client. */
  note?: string;
}

/** What a competitor sells. Entity `competitorProduct`. */
export interface CompetitorProduct extends Origin {
  id: string;
  competitorId: string;
  name: string;
  /** The id of our product that a client could take instead. */
  productId?: string;
}

/**
 * Prices that a person imported. Entity `priceList`, id "imported", beside the record "default" with the rules: there is one
 * at a time, and its prices go before those of the products and of the other lists. A host that takes none answers
 * `unsupported`; they then stay on the device.
 */
export interface ImportedPrices {
  id: 'imported';
  /** What the list is called, such as the name of its file. */
  name: string;
  /** The day it was imported. */
  imported: string;
  /** ISO 4217; while the list with the rules has another, its prices are not used. */
  currency: string;
  minorUnits: number;
  prices: ImportedPrice[];
}

/** One price of an imported list. No two hold for one product, unit and group on one day. */
export interface ImportedPrice {
  productId: string;
  /** What the price is for one of. */
  unit: string;
  /** How many of the product's own units that is; 1 when absent. */
  unitFactor?: string;
  /** The id of the clients' group it is for, as promotions name it (its name in lists taken over earlier); all when absent. */
  group?: string;
  price: string;
  /** The first and the last day. */
  validFrom?: string;
  validTo?: string;
}

/** What products are compared by. Entity `criterion`. */
export interface Criterion extends Origin {
  id: string;
  name: string;
  /** Of numbers, such as "USD" or "days". */
  unit?: string;
  kind: 'number' | 'text' | 'yesNo';
  /** How soon a fact grows old: by default 30 days for a price, 90 for terms, 180 for a feature. */
  topic: 'price' | 'terms' | 'feature';
  /** Which is better; absent when it is shown and not scored. For yes or no, `max` means that yes is better. */
  direction?: 'max' | 'min';
  /** Zero or more; only proportions matter. */
  weight: string;
  /** The member of {@link Product} that says our own value, so that no fact is needed. */
  productMember?: 'price' | 'unit';
}

/** What somebody says of a product. Entity `fact`. */
export interface Fact extends Origin {
  id: string;
  /** Exactly one of the two: our product, or a competitor's. */
  productId?: string;
  competitorProductId?: string;
  criterionId: string;
  /** Exactly one of the three, by the criterion's kind. */
  number?: string;
  text?: string;
  yesNo?: boolean;
  /** The unit of the number where it is not the criterion's. */
  unit?: string;
  source: { kind: 'site' | 'priceList' | 'clientSaid' | 'ownTest' | 'other'; text: string };
  /** The day it was seen. Without it the fact counts as out of date. */
  seen?: string;
  confidence: 'low' | 'medium' | 'high';
  /** Whether a client may see it. */
  shareable: boolean;
}

/** What a client says against buying, and how to answer. Entity `objection`. */
export interface Objection extends Origin {
  id: string;
  /** BCP 47; a card for readers of every language when absent. */
  locale?: string;
  /** In the client's own words. */
  wording: string;
  acknowledge: string;
  question: string;
  proof: string;
  tags: string[];
  competitorId?: string;
}
