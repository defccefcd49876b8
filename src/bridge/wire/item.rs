//! Records that were changed here, as they are sent.

use crate::store::Item;
use crate::wire::{ToWire, Value};

/// The record as `record.create` takes it. What is not known is left out.
pub fn item(item: &Item) -> Value {
    members(item, &|_, value| *value != Value::Null)
}

/// The record as `record.update` takes it in its patch, where null removes a member.
///
/// A patch holds no member that says less than the host's may: nothing of a client but how it is looked after, no kind of an
/// entry, since ours are fewer, and no exceptions to a rule that was not read. It moves no person, promise or entry to another
/// client.
pub fn patch(item: &Item) -> Value {
    let kept: &dyn Fn(&str) -> bool = match item {
        Item::Account(_) => &|name| matches!(name, "stage" | "keyAccount"),
        Item::Person(..) | Item::Commitment(_) => &|name| name != "clientId",
        Item::Entry(_) => &|name| !matches!(name, "clientId" | "kind"),
        Item::Meeting(meeting) if meeting.unread_rule.is_some() => &|name| name != "exceptions",
        // What is asked is asked once; what becomes of it is the host's to say.
        Item::Approval(_) => &|_| false,
        Item::Meeting(_) | Item::Criterion(_) | Item::Fact(_) | Item::Prices(_) => &|_| true,
    };
    members(item, &|name, _| name != "id" && kept(name))
}

fn members(item: &Item, kept: &dyn Fn(&str, &Value) -> bool) -> Value {
    match item.to_wire() {
        Value::Record(mut members) => {
            members.retain(|(name, value)| kept(name, value));
            Value::Record(members)
        }
        other => other,
    }
}
