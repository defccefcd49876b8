//! The crate's one error type.
//!
//! A host or a test matches on [`Error::code`], which never changes once published; a person reads the sentence that
//! `i18n` keeps for the same code. `detail` is for developers and comes last, so that it can be cut off.

use core::fmt;

/// Something that could not be done, with a stable code.
///
/// It is one pointer wide, because nearly every function can return it and nearly none does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Cause>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Cause {
    code: Code,
    detail: String,
}

/// The result every fallible function of the crate returns.
pub type Result<T> = core::result::Result<T, Error>;

/// What went wrong. The names are internal; [`Error::code`] is what is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// Text that is not a number in the locale's way of writing.
    NumberInvalid,
    /// A number below or above what the field may hold.
    NumberRange,
    /// Arithmetic left the range of 28 decimal digits.
    NumberOverflow,
    /// Text that is not a calendar date, or a date outside the years 1 to 9999.
    DateInvalid,
    /// A currency code that is not three capital letters, or more than four minor digits.
    CurrencyInvalid,
    /// A pricing rule that contradicts itself; the detail names the rule.
    RuleInvalid,
    /// Price lists that are built on one another in a circle; the detail names them in turn.
    PriceListCircle,
    /// A price list that is built on one that is not there; the detail names both.
    PriceListBase,
    /// Days to pay or a number of payments that no term can have.
    TermInvalid,
    /// A record named by id that is not there.
    NotFound,
    /// A record that cannot be read and was left out; the detail names it and what is wrong.
    RecordInvalid,
    /// The page gives the widget neither a host nor data.
    DataMissing,
    /// The data the page gives the widget are no catalogue or no records.
    DataInvalid,
    /// A meeting that ends when it begins, or before, or weeks later.
    MeetingLength,
    /// A time zone nobody here knows.
    ZoneUnknown,
    /// A rule of recurrence that gives no day, or not the day the series begins.
    RecurrenceInvalid,
    /// A file is named as a workbook and is none.
    ImportNoWorkbook,
    /// What should be imported is no spreadsheet and no text, or it is damaged.
    ImportUnreadable,
    /// A spreadsheet that is locked by a password, or in the form of before 2007.
    ImportLocked,
    /// The browser cannot unpack spreadsheets.
    ImportUnsupported,
    /// More than is read at once.
    ImportTooLarge,
    /// No row names a column of articles and one of prices.
    ImportHeadings,
    /// A quote must be for a client before it is saved.
    QuoteNoClient,
    /// A quote needs a line before it is saved.
    QuoteEmpty,
    /// No promotion of the price list bears this coupon.
    CouponUnknown,
    /// The browser refuses storage to this page.
    StorageBlocked,
    /// The device's data were written by a newer build.
    StorageNewer,
    /// A write was not acknowledged.
    StorageFailed,
    /// The device has no room left.
    StorageFull,
    /// The storage was closed, by sign-out or by another tab.
    StorageClosed,
    /// A link that holds no quote this build can read; the detail names the field.
    ShareUnreadable,
    /// A quote too long for a link.
    ShareTooLong,
    /// What the page gives as a host is none.
    HostUnusable,
    /// The host answered something the contract does not allow.
    HostMalformed,
    /// The host does not know the operation.
    HostUnsupported,
    /// The host refused the data.
    HostInvalid,
    /// The host knows no such record.
    HostNotFound,
    /// The host does not let this user do it.
    HostForbidden,
    /// The host wants the user to sign in.
    HostUnauthenticated,
    /// The record changed at the host since it was read.
    HostConflict,
    /// The host already holds such a record.
    HostDuplicate,
    /// The host asks to confirm first.
    HostWarning,
    /// Too many calls; try later.
    HostRateLimited,
    /// No way to the host.
    HostOffline,
    /// The host did not answer before the deadline.
    HostTimeout,
    /// The message is larger than the host takes.
    HostTooLarge,
    /// The call was cancelled.
    HostCancelled,
    /// The connection ended while the call was under way.
    HostDisconnected,
    /// The host failed inside.
    HostInternal,
}

impl Code {
    /// Every code, in the order of the documentation.
    pub const ALL: [Code; 49] = [
        Code::NumberInvalid,
        Code::NumberRange,
        Code::NumberOverflow,
        Code::DateInvalid,
        Code::CurrencyInvalid,
        Code::RuleInvalid,
        Code::PriceListCircle,
        Code::PriceListBase,
        Code::TermInvalid,
        Code::NotFound,
        Code::RecordInvalid,
        Code::DataMissing,
        Code::DataInvalid,
        Code::MeetingLength,
        Code::ZoneUnknown,
        Code::RecurrenceInvalid,
        Code::ImportNoWorkbook,
        Code::ImportUnreadable,
        Code::ImportLocked,
        Code::ImportUnsupported,
        Code::ImportTooLarge,
        Code::ImportHeadings,
        Code::QuoteNoClient,
        Code::QuoteEmpty,
        Code::CouponUnknown,
        Code::StorageBlocked,
        Code::StorageNewer,
        Code::StorageFailed,
        Code::StorageFull,
        Code::StorageClosed,
        Code::ShareUnreadable,
        Code::ShareTooLong,
        Code::HostUnusable,
        Code::HostMalformed,
        Code::HostUnsupported,
        Code::HostInvalid,
        Code::HostNotFound,
        Code::HostForbidden,
        Code::HostUnauthenticated,
        Code::HostConflict,
        Code::HostDuplicate,
        Code::HostWarning,
        Code::HostRateLimited,
        Code::HostOffline,
        Code::HostTimeout,
        Code::HostTooLarge,
        Code::HostCancelled,
        Code::HostDisconnected,
        Code::HostInternal,
    ];

    /// The code as it is published: lower case, the noun first.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::NumberInvalid => "number.invalid",
            Code::NumberRange => "number.range",
            Code::NumberOverflow => "number.overflow",
            Code::DateInvalid => "date.invalid",
            Code::CurrencyInvalid => "currency.invalid",
            Code::RuleInvalid => "rule.invalid",
            Code::PriceListCircle => "price_list.circle",
            Code::PriceListBase => "price_list.base",
            Code::TermInvalid => "term.invalid",
            Code::NotFound => "record.not_found",
            Code::RecordInvalid => "record.invalid",
            Code::DataMissing => "data.missing",
            Code::DataInvalid => "data.invalid",
            Code::MeetingLength => "meeting.length",
            Code::ZoneUnknown => "zone.unknown",
            Code::RecurrenceInvalid => "recurrence.invalid",
            Code::ImportNoWorkbook => "import.no_workbook",
            Code::ImportUnreadable => "import.unreadable",
            Code::ImportLocked => "import.locked",
            Code::ImportUnsupported => "import.unsupported",
            Code::ImportTooLarge => "import.too_large",
            Code::ImportHeadings => "import.headings",
            Code::QuoteNoClient => "quote.no_client",
            Code::QuoteEmpty => "quote.empty",
            Code::CouponUnknown => "coupon.unknown",
            Code::StorageBlocked => "storage.blocked",
            Code::StorageNewer => "storage.newer",
            Code::StorageFailed => "storage.failed",
            Code::StorageFull => "storage.full",
            Code::StorageClosed => "storage.closed",
            Code::ShareUnreadable => "share.unreadable",
            Code::ShareTooLong => "share.too_long",
            Code::HostUnusable => "host.unusable",
            Code::HostMalformed => "host.malformed",
            Code::HostUnsupported => "host.unsupported",
            Code::HostInvalid => "host.invalid",
            Code::HostNotFound => "host.not_found",
            Code::HostForbidden => "host.forbidden",
            Code::HostUnauthenticated => "host.unauthenticated",
            Code::HostConflict => "host.conflict",
            Code::HostDuplicate => "host.duplicate",
            Code::HostWarning => "host.warning",
            Code::HostRateLimited => "host.rate_limited",
            Code::HostOffline => "host.offline",
            Code::HostTimeout => "host.timeout",
            Code::HostTooLarge => "host.too_large",
            Code::HostCancelled => "host.cancelled",
            Code::HostDisconnected => "host.disconnected",
            Code::HostInternal => "host.internal",
        }
    }
}

impl Error {
    /// An error of `code`; `detail` is one English phrase for the developer's console and may be empty.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self(Box::new(Cause { code, detail: detail.into() }))
    }

    /// The kind, for a `match` inside the crate.
    pub fn kind(&self) -> Code {
        self.0.code
    }

    /// The stable code, such as `"number.overflow"`.
    pub fn code(&self) -> &'static str {
        self.kind().as_str()
    }

    /// What a developer needs to find the cause. Never shown to an account manager.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// Whether the person typing can mend it in the field.
    pub fn is_input(&self) -> bool {
        matches!(
            self.kind(),
            Code::NumberInvalid
                | Code::NumberRange
                | Code::NumberOverflow
                | Code::DateInvalid
                | Code::MeetingLength
                | Code::ZoneUnknown
                | Code::RecurrenceInvalid
                | Code::CouponUnknown
        )
    }

    /// Whether the device's storage is the cause.
    pub fn is_storage(&self) -> bool {
        matches!(
            self.kind(),
            Code::StorageBlocked | Code::StorageNewer | Code::StorageFailed | Code::StorageFull | Code::StorageClosed
        )
    }

    /// Whether nothing came from the host at all.
    pub fn is_silence(&self) -> bool {
        matches!(self.kind(), Code::HostTimeout | Code::HostOffline | Code::HostDisconnected | Code::HostUnusable)
    }

    /// Whether the host, or the way to it, is the cause.
    pub fn is_host(&self) -> bool {
        self.code().starts_with("host.")
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        if self.detail().is_empty() { Ok(()) } else { write!(f, ": {}", self.detail()) }
    }
}

impl std::error::Error for Error {}
