//! English.

use super::messages::{Count, Key, Plural};

pub(super) const fn message(key: Key) -> &'static str {
    match key {
        Key::QuoteFor => "Quote for",
        Key::Client => "Client",
        Key::ChooseClient => "Choose a client",
        Key::NoClient => "No client chosen: list prices without client terms.",
        Key::ClearClient => "Choose no client",
        Key::SearchHint => "Type a name or part of it",
        Key::NoMatch => "Nothing found for “{text}”. Check the spelling or type fewer letters.",
        Key::PriceList => "Price list",
        Key::SampleTerms => "Sample tiers and terms, made up for the demo",
        Key::AddProduct => "Add a product",
        Key::Lines => "Order lines",
        Key::Empty => "Add a product, and its price, volume discount and the total appear here.",
        Key::EmptyAction => "Find a product",
        Key::Product => "Product",
        Key::Quantity => "Quantity",
        Key::QuantityOf => "Quantity of {product}",
        Key::UnitPrice => "List price",
        Key::LineDiscount => "Discount",
        Key::LineNet => "Net",
        Key::Remove => "Remove {product}",
        Key::Undo => "Undo",
        Key::LineNext => "{missing} more: {percent} off",
        Key::Terms => "Terms",
        Key::Term => "Payment",
        Key::TermPrepaid => "In advance",
        Key::TermPlus => "{term}: {percent} off",
        Key::TermMinus => "{term}: {percent} added",
        Key::TermPlain => "{term}",
        Key::Manual => "Extra discount, %",
        Key::Net => "Net",
        Key::List => "List price",
        Key::Discount => "Discount",
        Key::Percent => "{percent} off",
        Key::StepList => "List price",
        Key::StepVolume => "Volume",
        Key::StepClient => "Client terms",
        Key::StepLoyalty => "Loyalty",
        Key::StepPromotion => "Promotion",
        Key::StepCoupon => "Coupon",
        Key::StepManual => "Extra",
        Key::StepOrder => "Order amount",
        Key::StepPayment => "Payment",
        Key::StepNet => "Net",
        Key::Waterfall => "From list price to net",
        Key::WaterfallSummary => "{list} by the list, {net} net. {parts}",
        Key::WaterfallNone => "No discount yet",
        Key::ShowTable => "Show as a table",
        Key::Step => "Step",
        Key::Amount => "Amount",
        Key::Granted => "You get {percent} off the list price, {amount} in all: {parts}.",
        Key::GrantedNone => "Your price is the list price.",
        Key::GrantedPart => "{step} {amount}",
        Key::Surcharge => "{step} adds {amount}.",
        Key::NextOrder => "An order discount of {percent} starts from {from}: {missing} more.",
        Key::NextOrderTop => "The order has the highest order discount of the list: {percent}.",
        Key::Deferral => {
            "Waiting {when} for the money costs us {cost} at {rate} a year; counting it, the discount is {effective}."
        }
        Key::Ladder => "Order discount by amount",
        Key::LadderStep => "{percent} from {from}",
        Key::LadderNow => "now {amount}",
        Key::Save => "Save quote",
        Key::Saving => "Saving…",
        Key::NewQuote => "New quote",
        Key::SavedQuotes => "Saved quotes",
        Key::Reopen => "Copy into a new quote",
        Key::PlaceDevice => "on this device",
        Key::PlaceHost => "in {host}",
        Key::PlacePending => "on this device, waiting for {host}",
        Key::PlaceRefused => "on this device; {host} refused it",
        Key::StatusDevice => "Kept on this device",
        Key::StatusHost => "Kept on this device and in {host}",
        Key::StatusConnecting => "Connecting to {host}…",
        Key::StatusOffline => "{host} cannot be reached. You can go on: what you save waits on this device.",
        Key::StatusStale => "Prices are from the last time {host} answered.",
        Key::StatusOpening => "Opening…",
        Key::StatusMemory => "Nothing is kept when this page closes",
        Key::SendNow => "Send now",
        Key::Export => "Export a copy",
        Key::ToCorrect => "The total still counts the last valid value.",
        Key::ReadAsThousands => "Read as {value}, with thousands separated.",
        Key::ReadAsFraction => "Read as {value}, a fraction.",
        Key::Loading => "Loading clients and prices…",
        Key::NoCatalogue => "Clients and prices could not be loaded.",
        Key::Retry => "Try again",
        Key::NotSaved => "Not saved.",
        Key::ErrorNumberInvalid => "This is not a number. Write it like {example}.",
        Key::ErrorNumberRange => "Enter a number from 0 up.",
        Key::ErrorPercentRange => "Enter a percentage from 0 to 100.",
        Key::ErrorNumberOverflow => "This number is too large to calculate with. Enter a smaller one.",
        Key::ErrorDateInvalid => "This is not a date of the calendar. Check the day and the month.",
        Key::ErrorCurrencyInvalid => "The price list names no valid currency. Ask its owner to correct it.",
        Key::ErrorRuleInvalid => "A rule of the price list contradicts itself ({detail}). Ask its owner to correct it.",
        Key::ErrorPriceListCircle => {
            "Price lists are built on one another in a circle: {detail}. Ask their owner to correct it."
        }
        Key::ErrorPriceListBase => {
            "A price list is built on one that is not there: {detail}. Ask its owner to correct it."
        }
        Key::ErrorTermInvalid => "Enter whole days, 0 to 730, and at most 60 parts of a day or more each.",
        Key::ErrorNotFound => "This is no longer on the list. Choose another.",
        Key::ErrorRecordInvalid => "A record cannot be read and is left out: {detail}.",
        Key::ErrorDataMissing => {
            "This page gives Sapa no clients and no prices yet. Its owner sets `host` or `data` on the tag."
        }
        Key::ErrorDataInvalid => {
            "The page gives Sapa data that cannot be read: {detail}. Its owner corrects `data` on the tag."
        }
        Key::ErrorMeetingLength => "A meeting must end after it begins, within two weeks. Check the minutes it takes.",
        Key::ErrorZoneUnknown => "The time zone “{detail}” is not known here. Choose another.",
        Key::ErrorRecurrenceInvalid => {
            "Repeated this way, the meeting would have no first day. Choose at least one weekday, the one it begins on among them, and an end after the start."
        }
        Key::ErrorImportNoWorkbook => {
            "The file is named as a workbook, but it is none. If it is a text, name it .csv; or save it as .xlsx in a spreadsheet program."
        }
        Key::ErrorImportUnreadable => {
            "The file is damaged, or it is no spreadsheet. Open it in a spreadsheet program, save it as .xlsx or CSV, and choose it again."
        }
        Key::ErrorImportLocked => {
            "The file is locked by a password, or in the old .xls form. Save it as .xlsx without a password, or as CSV."
        }
        Key::ErrorImportUnsupported => {
            "This browser cannot unpack .xlsx. Save the sheet as CSV, or copy its cells and paste them here."
        }
        Key::ErrorImportTooLarge => {
            "That is more than is read at once: at most 20,000 rows and 5 MB of text. Split the list."
        }
        Key::ErrorImportHeadings => {
            "No row names the columns. The list needs a heading for the article, such as “SKU”, or for the product’s name, and one for the price."
        }
        Key::ErrorQuoteNoClient => "Choose the client this quote is for, then save it.",
        Key::ErrorQuoteEmpty => "Add a product first, then save the quote.",
        Key::ErrorCouponUnknown => "No promotion has this coupon. Check the spelling, or leave the field empty.",
        Key::ErrorStorageBlocked => {
            "The browser keeps nothing for this page, so your work is lost when it closes. Allow site data for this page, or export a copy."
        }
        Key::ErrorStorageNewer => {
            "A newer version of Sapa wrote the data on this device. Reload the page to get it, or export a copy."
        }
        Key::ErrorStorageFailed => "The device did not keep the change. Try again, or export a copy.",
        Key::ErrorStorageFull => "The device has no room left. Free some space and try again, or export a copy.",
        Key::ErrorStorageClosed => "You were signed out, so nothing more is kept. Sign in and open the page again.",
        Key::ErrorShareUnreadable => {
            "This link holds no quote that can be read here. Ask whoever sent it for a new one."
        }
        Key::ErrorShareTooLong => {
            "A quote in a link may be 8 KB long, and this one is longer. Take lines out, or share it in parts."
        }
        Key::ErrorHostUnusable => {
            "The page names no host that can be asked: a `host` is an object with a function `request`. Its owner sets it on the tag."
        }
        Key::ErrorHostMalformed => {
            "{host} answered in a way we do not understand. Tell its support; your work is kept here."
        }
        Key::ErrorHostUnsupported => "{host} cannot do this. Your work is kept on this device.",
        Key::ErrorHostInvalid => "{host} did not accept the data. Check it and save it again.",
        Key::ErrorHostNotFound => "{host} no longer has this record. Reload the page.",
        Key::ErrorHostForbidden => "{host} does not let you do this. Ask its administrator for the right.",
        Key::ErrorHostUnauthenticated => "{host} wants you to sign in again. Your work waits on this device.",
        Key::ErrorHostConflict => "Someone changed this in {host} meanwhile. Open it again and compare.",
        Key::ErrorHostDuplicate => "{host} already has this.",
        Key::ErrorHostWarning => "{host} asks you to confirm this first. Open it there.",
        Key::ErrorHostRateLimited => "{host} is busy. It is tried again shortly.",
        Key::ErrorHostOffline => "{host} cannot be reached. Check the connection; your work waits on this device.",
        Key::ErrorHostTimeout => "{host} did not answer in time. Try again; nothing is lost.",
        Key::ErrorHostTooLarge => "This is larger than {host} accepts. Make it shorter, or split it in two.",
        Key::ErrorHostCancelled => "Cancelled.",
        Key::ErrorHostDisconnected => {
            "The connection to {host} ended. Reload the page; your work waits on this device."
        }
        Key::ErrorHostInternal => "{host} had a fault. Try again later; your work waits on this device.",
    }
}

pub(super) const fn counted(key: Count, plural: Plural) -> &'static str {
    match (key, plural) {
        (Count::PayIn, Plural::One) => "{n} day",
        (Count::PayIn, Plural::Few | Plural::Many | Plural::Other) => "{n} days",
        (Count::LineCount, Plural::One) => "{n} line",
        (Count::LineCount, Plural::Few | Plural::Many | Plural::Other) => "{n} lines",
        (Count::Pending, Plural::One) => "{n} change waits for {host}",
        (Count::Pending, Plural::Few | Plural::Many | Plural::Other) => "{n} changes wait for {host}",
        (Count::Results, Plural::One) => "{n} result",
        (Count::Results, Plural::Few | Plural::Many | Plural::Other) => "{n} results",
        (Count::Fields, Plural::One) => "{n} field to correct.",
        (Count::Fields, Plural::Few | Plural::Many | Plural::Other) => "{n} fields to correct.",
    }
}
