//! The keys of all messages. A host overrides a message under [`Key::name`].

use super::Locale;
use super::packed::{Packed, packed};

/// Declares the keys with their published names, so that the list of all keys cannot forget one.
macro_rules! keys {
    ($(#[$doc:meta])* $type:ident { $($key:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the English text of each key says what it is")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type { $($key,)* }

        impl $type {
            /// Every key.
            pub const ALL: &[$type] = &[$($type::$key,)*];

            /// The name a host overrides the message by.
            pub fn name(self) -> &'static str {
                static NAMES: Packed = packed!([$($name),*]);
                NAMES.get(self as usize)
            }
        }
    };
}

keys! {
    /// A message without a count.
    Key {
        QuoteFor = "quote.for",
        Client = "client.label",
        ChooseClient = "client.choose",
        NoClient = "client.none",
        ClearClient = "client.clear",
        SearchHint = "search.hint",
        NoMatch = "search.none",
        PriceList = "price_list",
        SampleTerms = "price_list.sample",
        AddProduct = "product.add",
        Lines = "lines",
        Empty = "lines.empty",
        EmptyAction = "lines.empty.action",
        Product = "product",
        Quantity = "quantity",
        QuantityOf = "quantity.of",
        UnitPrice = "unit_price",
        LineDiscount = "line.discount",
        LineNet = "line.net",
        Remove = "line.remove",
        Undo = "undo",
        LineNext = "line.next",
        Terms = "terms",
        Term = "term",
        TermPrepaid = "term.prepaid",
        TermPlus = "term.off",
        TermMinus = "term.on",
        TermPlain = "term.plain",
        Manual = "manual",
        Net = "net",
        List = "list",
        Discount = "discount",
        Percent = "percent",
        StepList = "step.list",
        StepVolume = "step.volume",
        StepClient = "step.client",
        StepLoyalty = "step.loyalty",
        StepPromotion = "step.promotion",
        StepCoupon = "step.coupon",
        StepManual = "step.manual",
        StepOrder = "step.order",
        StepPayment = "step.payment",
        StepNet = "step.net",
        Waterfall = "waterfall",
        WaterfallSummary = "waterfall.summary",
        WaterfallNone = "waterfall.none",
        ShowTable = "table.show",
        Step = "step",
        Amount = "amount",
        Granted = "granted",
        GrantedNone = "granted.none",
        GrantedPart = "granted.part",
        Surcharge = "granted.surcharge",
        NextOrder = "next.order",
        NextOrderTop = "next.order.top",
        Deferral = "deferral",
        Ladder = "ladder",
        LadderStep = "ladder.step",
        LadderNow = "ladder.now",
        Save = "save",
        Saving = "save.busy",
        NewQuote = "quote.new",
        SavedQuotes = "quotes",
        Reopen = "quote.reopen",
        PlaceDevice = "place.device",
        PlaceHost = "place.host",
        PlacePending = "place.pending",
        PlaceRefused = "place.refused",
        StatusDevice = "status.device",
        StatusHost = "status.host",
        StatusConnecting = "status.connecting",
        StatusOffline = "status.offline",
        StatusStale = "status.stale",
        StatusOpening = "status.opening",
        StatusMemory = "status.memory",
        SendNow = "send.now",
        Export = "export",
        ToCorrect = "field.correct",
        ReadAsThousands = "read.thousands",
        ReadAsFraction = "read.fraction",
        Loading = "loading",
        NoCatalogue = "catalogue.none",
        Retry = "retry",
        NotSaved = "save.failed",
        ErrorNumberInvalid = "error.number.invalid",
        ErrorNumberRange = "error.number.range",
        ErrorPercentRange = "error.percent.range",
        ErrorNumberOverflow = "error.number.overflow",
        ErrorDateInvalid = "error.date.invalid",
        ErrorCurrencyInvalid = "error.currency.invalid",
        ErrorRuleInvalid = "error.rule.invalid",
        ErrorPriceListCircle = "error.price_list.circle",
        ErrorPriceListBase = "error.price_list.base",
        ErrorTermInvalid = "error.term.invalid",
        ErrorNotFound = "error.record.not_found",
        ErrorRecordInvalid = "error.record.invalid",
        ErrorDataMissing = "error.data.missing",
        ErrorDataInvalid = "error.data.invalid",
        ErrorMeetingLength = "error.meeting.length",
        ErrorZoneUnknown = "error.zone.unknown",
        ErrorRecurrenceInvalid = "error.recurrence.invalid",
        ErrorImportNoWorkbook = "error.import.no_workbook",
        ErrorImportUnreadable = "error.import.unreadable",
        ErrorImportLocked = "error.import.locked",
        ErrorImportUnsupported = "error.import.unsupported",
        ErrorImportTooLarge = "error.import.too_large",
        ErrorImportHeadings = "error.import.headings",
        ErrorQuoteNoClient = "error.quote.no_client",
        ErrorQuoteEmpty = "error.quote.empty",
        ErrorCouponUnknown = "error.coupon.unknown",
        ErrorStorageBlocked = "error.storage.blocked",
        ErrorStorageNewer = "error.storage.newer",
        ErrorStorageFailed = "error.storage.failed",
        ErrorStorageFull = "error.storage.full",
        ErrorStorageClosed = "error.storage.closed",
        ErrorShareUnreadable = "error.share.unreadable",
        ErrorShareTooLong = "error.share.too_long",
        ErrorHostUnusable = "error.host.unusable",
        ErrorHostMalformed = "error.host.malformed",
        ErrorHostUnsupported = "error.host.unsupported",
        ErrorHostInvalid = "error.host.invalid",
        ErrorHostNotFound = "error.host.not_found",
        ErrorHostForbidden = "error.host.forbidden",
        ErrorHostUnauthenticated = "error.host.unauthenticated",
        ErrorHostConflict = "error.host.conflict",
        ErrorHostDuplicate = "error.host.duplicate",
        ErrorHostWarning = "error.host.warning",
        ErrorHostRateLimited = "error.host.rate_limited",
        ErrorHostOffline = "error.host.offline",
        ErrorHostTimeout = "error.host.timeout",
        ErrorHostTooLarge = "error.host.too_large",
        ErrorHostCancelled = "error.host.cancelled",
        ErrorHostDisconnected = "error.host.disconnected",
        ErrorHostInternal = "error.host.internal",
    }
}

keys! {
    /// A message that bends with the count `{n}`.
    Count {
        PayIn = "count.pay_in",
        LineCount = "count.lines",
        Pending = "count.pending",
        Results = "count.results",
        Fields = "count.fields",
    }
}

/// A sentence or a word, in every language.
pub trait Message: Copy {
    /// The name a host overrides it by.
    fn name(self) -> &'static str;

    /// Its text, with the `{places}` unfilled.
    fn text(self, locale: Locale) -> &'static str;
}

/// A message that bends with the count `{n}`, in every language.
pub trait Counted: Copy {
    /// The name a host overrides it by, before the category.
    fn name(self) -> &'static str;

    /// Its text for a count of this category, with the `{places}` unfilled.
    fn text(self, locale: Locale, plural: Plural) -> &'static str;
}

impl Message for Key {
    fn name(self) -> &'static str {
        Key::name(self)
    }

    fn text(self, locale: Locale) -> &'static str {
        locale.message(self)
    }
}

impl Counted for Count {
    fn name(self) -> &'static str {
        Count::name(self)
    }

    fn text(self, locale: Locale, plural: Plural) -> &'static str {
        locale.counted(self, plural)
    }
}

/// Declares the messages of one widget: the key, the name for hosts, then English, Indonesian and Russian side by side, so
/// that none can be forgotten and a translator sees all three.
macro_rules! messages {
    ($(#[$doc:meta])* $type:ident { $($key:ident = $name:literal: $en:literal, $id:literal, $ru:literal;)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the English text of each key says what it is")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type { $($key,)* }

        impl $type {
            /// Every key.
            pub const ALL: &[$type] = &[$($type::$key,)*];
        }

        impl $crate::i18n::messages::Message for $type {
            fn name(self) -> &'static str {
                use $crate::i18n::packed::{Packed, packed};
                static NAMES: Packed = packed!([$($name),*]);
                NAMES.get(self as usize)
            }

            fn text(self, locale: $crate::i18n::Locale) -> &'static str {
                use $crate::i18n::packed::{Packed, packed};
                static TEXTS: [Packed; 3] = [packed!([$($en),*]), packed!([$($id),*]), packed!([$($ru),*])];
                TEXTS[locale as usize].get(self as usize)
            }
        }
    };
}

/// The same for messages that bend with a count: English one and other, Indonesian, Russian one, few and many.
macro_rules! counted {
    ($(#[$doc:meta])* $type:ident { $($key:ident = $name:literal:
        $en_one:literal, $en:literal, $id:literal, $ru_one:literal, $ru_few:literal, $ru_many:literal;)* }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the English text of each key says what it is")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type { $($key,)* }

        impl $type {
            /// Every key.
            pub const ALL: &[$type] = &[$($type::$key,)*];
        }

        impl $crate::i18n::messages::Counted for $type {
            fn name(self) -> &'static str {
                use $crate::i18n::packed::{Packed, packed};
                static NAMES: Packed = packed!([$($name),*]);
                NAMES.get(self as usize)
            }

            fn text(self, locale: $crate::i18n::Locale, plural: $crate::i18n::Plural) -> &'static str {
                use $crate::i18n::packed::{Packed, packed};
                use $crate::i18n::{Locale, Plural};
                static FORMS: [Packed; 6] = [
                    packed!([$($en_one),*]), packed!([$($en),*]),
                    packed!([$($id),*]),
                    packed!([$($ru_one),*]), packed!([$($ru_few),*]), packed!([$($ru_many),*]),
                ];
                let form = match (locale, plural) {
                    (Locale::En, Plural::One) => 0,
                    (Locale::En, _) => 1,
                    (Locale::Id, _) => 2,
                    (Locale::Ru, Plural::One) => 3,
                    // Fractions bend as a few do.
                    (Locale::Ru, Plural::Few | Plural::Other) => 4,
                    (Locale::Ru, Plural::Many) => 5,
                };
                FORMS[form].get(self as usize)
            }
        }
    };
}

pub(crate) use {counted, messages};

/// The plural categories our languages use, as `Intl.PluralRules` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// English 1; Russian 1, 21, 31.
    One,
    /// Russian 2 to 4, 22 to 24.
    Few,
    /// Russian 0, 5 to 20, 25 to 30.
    Many,
    /// Everything else; fractions in Russian.
    Other,
}

impl Plural {
    /// The category of this `Intl` name; `other` is the one every language has.
    pub fn from_name(name: &str) -> Self {
        match name {
            "one" => Plural::One,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }
}

impl Key {
    /// The sentence for an error, which says what to do next.
    pub fn of(error: &crate::domain::error::Error) -> Self {
        use crate::domain::error::Code;
        match error.kind() {
            Code::NumberInvalid => Key::ErrorNumberInvalid,
            Code::NumberRange => Key::ErrorNumberRange,
            Code::NumberOverflow => Key::ErrorNumberOverflow,
            Code::DateInvalid => Key::ErrorDateInvalid,
            Code::CurrencyInvalid => Key::ErrorCurrencyInvalid,
            Code::RuleInvalid => Key::ErrorRuleInvalid,
            Code::PriceListCircle => Key::ErrorPriceListCircle,
            Code::PriceListBase => Key::ErrorPriceListBase,
            Code::TermInvalid => Key::ErrorTermInvalid,
            Code::NotFound => Key::ErrorNotFound,
            Code::RecordInvalid => Key::ErrorRecordInvalid,
            Code::DataMissing => Key::ErrorDataMissing,
            Code::DataInvalid => Key::ErrorDataInvalid,
            Code::MeetingLength => Key::ErrorMeetingLength,
            Code::ZoneUnknown => Key::ErrorZoneUnknown,
            Code::RecurrenceInvalid => Key::ErrorRecurrenceInvalid,
            Code::ImportNoWorkbook => Key::ErrorImportNoWorkbook,
            Code::ImportUnreadable => Key::ErrorImportUnreadable,
            Code::ImportLocked => Key::ErrorImportLocked,
            Code::ImportUnsupported => Key::ErrorImportUnsupported,
            Code::ImportTooLarge => Key::ErrorImportTooLarge,
            Code::ImportHeadings => Key::ErrorImportHeadings,
            Code::QuoteNoClient => Key::ErrorQuoteNoClient,
            Code::QuoteEmpty => Key::ErrorQuoteEmpty,
            Code::CouponUnknown => Key::ErrorCouponUnknown,
            Code::StorageBlocked => Key::ErrorStorageBlocked,
            Code::StorageNewer => Key::ErrorStorageNewer,
            Code::StorageFailed => Key::ErrorStorageFailed,
            Code::StorageFull => Key::ErrorStorageFull,
            Code::StorageClosed => Key::ErrorStorageClosed,
            Code::ShareUnreadable => Key::ErrorShareUnreadable,
            Code::ShareTooLong => Key::ErrorShareTooLong,
            Code::HostUnusable => Key::ErrorHostUnusable,
            Code::HostMalformed => Key::ErrorHostMalformed,
            Code::HostUnsupported => Key::ErrorHostUnsupported,
            Code::HostInvalid => Key::ErrorHostInvalid,
            Code::HostNotFound => Key::ErrorHostNotFound,
            Code::HostForbidden => Key::ErrorHostForbidden,
            Code::HostUnauthenticated => Key::ErrorHostUnauthenticated,
            Code::HostConflict => Key::ErrorHostConflict,
            Code::HostDuplicate => Key::ErrorHostDuplicate,
            Code::HostWarning => Key::ErrorHostWarning,
            Code::HostRateLimited => Key::ErrorHostRateLimited,
            Code::HostOffline => Key::ErrorHostOffline,
            Code::HostTimeout => Key::ErrorHostTimeout,
            Code::HostTooLarge => Key::ErrorHostTooLarge,
            Code::HostCancelled => Key::ErrorHostCancelled,
            Code::HostDisconnected => Key::ErrorHostDisconnected,
            Code::HostInternal => Key::ErrorHostInternal,
        }
    }
}
