//! The keys of all messages. A host overrides a message under [`Key::name`].

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
            pub const fn name(self) -> &'static str {
                match self { $($type::$key => $name,)* }
            }
        }
    };
}

keys! {
    /// A message without a count.
    Key {
        QuoteFor = "quote.for",
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
        Removed = "line.removed",
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
        ErrorNotFound = "error.record.not_found",
        ErrorMeetingLength = "error.meeting.length",
        ErrorZoneUnknown = "error.zone.unknown",
        ErrorRecurrenceInvalid = "error.recurrence.invalid",
        ErrorQuoteNoClient = "error.quote.no_client",
        ErrorQuoteEmpty = "error.quote.empty",
        ErrorStorageBlocked = "error.storage.blocked",
        ErrorStorageNewer = "error.storage.newer",
        ErrorStorageFailed = "error.storage.failed",
        ErrorStorageFull = "error.storage.full",
        ErrorStorageClosed = "error.storage.closed",
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
            Code::NotFound => Key::ErrorNotFound,
            Code::MeetingLength => Key::ErrorMeetingLength,
            Code::ZoneUnknown => Key::ErrorZoneUnknown,
            Code::RecurrenceInvalid => Key::ErrorRecurrenceInvalid,
            Code::QuoteNoClient => Key::ErrorQuoteNoClient,
            Code::QuoteEmpty => Key::ErrorQuoteEmpty,
            Code::StorageBlocked => Key::ErrorStorageBlocked,
            Code::StorageNewer => Key::ErrorStorageNewer,
            Code::StorageFailed => Key::ErrorStorageFailed,
            Code::StorageFull => Key::ErrorStorageFull,
            Code::StorageClosed => Key::ErrorStorageClosed,
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
