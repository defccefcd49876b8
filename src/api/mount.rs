//! One mounted widget, as `define.js` holds it.

use std::any::Any;
use std::rc::Rc;

use js_sys::{Array, Function, Object};
use wasm_bindgen::prelude::*;

use super::engine::thrown;
use super::sessions::{self, Key};
use crate::domain::error::{Code, Error};
use crate::domain::share::Shared;
use crate::i18n::{Locale, Words};
use crate::js;
use crate::session::desk::Notice;
use crate::session::{Desk, Session};
use crate::store::{Command, quoting};
use crate::ui;
use crate::ui::element::LeptosView;
use crate::ui::status_line::host_name;
use crate::widgets;
use crate::wire::{self, LeftOut, ToWire};

/// A widget in the page. `destroy()` takes it out and leaves nothing behind.
#[wasm_bindgen]
pub struct Mount {
    session: Rc<Session>,
    view: Option<Box<dyn Any>>,
}

/// Mounts a widget into `root`: `client-card`, `discount-calculator`, `meeting-planner` or `competitor-comparison`.
///
/// `options` has `workspace`, `user`, `client`, `locale`, `now`, `page` (text or absent), `messages` (an object of texts),
/// `connection` and `data`. `emit` is called with an event's name and detail.
///
/// # Errors
/// A JavaScript `Error` with our code, when the options cannot be used.
#[wasm_bindgen]
pub fn mount(root: &web_sys::Node, widget: &str, options: &Object, emit: Function) -> Result<Mount, JsValue> {
    let show = widgets::named(widget).ok_or_else(|| thrown(&Error::new(Code::NotFound, widget)))?;
    let key = Key {
        workspace: text(options, "workspace"),
        user: text(options, "user"),
        today: text(options, "now"),
        page: text(options, "page"),
        connection: js::field(options, "connection"),
        data: js::field(options, "data"),
    };
    let locale = Locale::from_tag(&text(options, "locale").unwrap_or_default());
    let words = Rc::new(Words::new(locale, messages(&js::field(options, "messages"))));
    let session = sessions::session(key, text(options, "client")).map_err(|error| thrown(&error))?;
    let teller = Teller { session: Rc::clone(&session), words: Rc::clone(&words), emit };
    let view = {
        let session = Rc::clone(&session);
        let tell = Rc::new(move |notice| teller.tell(notice));
        // A shadow root is no element, but the renderer only ever appends to it.
        leptos::mount::mount_to_renderer(root.unchecked_ref::<web_sys::Element>(), move || {
            let desk = Desk::join(session, words, tell);
            LeptosView::from(show(desk))
        })
    };
    Ok(Mount { session, view: Some(Box::new(view)) })
}

#[wasm_bindgen]
impl Mount {
    /// Looks at this client, or at none.
    pub fn choose(&self, client: Option<String>) {
        self.session.prefer(Some(client.unwrap_or_default()));
    }

    /// Offers the quote of a link, given as the text behind its `#`; text that means to be no quote is passed over.
    pub fn offer(&self, link: &str) {
        if Shared::is_meant(link) {
            let _ = self.session.act(Command::OfferShared(link.to_owned()));
        }
    }

    /// The client that is looked at.
    #[wasm_bindgen(getter)]
    pub fn client(&self) -> Option<String> {
        self.session.state().client
    }

    /// The draft as JSON text, for a form; empty while there is no line.
    #[wasm_bindgen(getter)]
    pub fn value(&self) -> String {
        let state = self.session.state();
        let priced =
            quoting::price(&state, self.session.clock().today()).ok().filter(|priced| !priced.lines.is_empty());
        let fields = priced.map(|priced| {
            let record = Object::new();
            js::set(&record, "draft", &js::write(&state.draft.to_wire()));
            js::set(&record, "net", &priced.net.to_string().into());
            js::set(&record, "list", &priced.list.to_string().into());
            record
        });
        fields.and_then(|record| js_sys::JSON::stringify(&record).ok()).map(String::from).unwrap_or_default()
    }

    /// Empties the draft, as a form's reset does.
    pub fn reset(&self) {
        let _ = self.session.act(Command::ClearDraft);
    }

    /// Takes the widget out of the page.
    pub fn destroy(&mut self) {
        self.view = None;
    }
}

/// Turns notices into events of the element.
struct Teller {
    session: Rc<Session>,
    words: Rc<Words>,
    emit: Function,
}

impl Teller {
    fn tell(&self, notice: Notice) {
        let detail = Object::new();
        let name = match notice {
            Notice::Ready => "ready",
            Notice::Change => "change",
            Notice::ClientChange(client) => {
                js::set(&detail, "client", &client.map_or(JsValue::NULL, JsValue::from));
                "client-change"
            }
            Notice::QuoteChange { valid } => {
                let state = self.session.state();
                let priced = quoting::price(&state, self.session.clock().today()).ok();
                let currency = state.price_list().map(|list| list.currency.code().to_owned());
                js::set(&detail, "valid", &(valid && priced.is_some()).into());
                js::set(&detail, "net", &priced.map(|priced| priced.net.to_string()).unwrap_or_default().into());
                js::set(&detail, "currency", &currency.unwrap_or_default().into());
                "quote-change"
            }
            Notice::QuoteSave { id, host } => {
                js::set(&detail, "id", &id.into());
                js::set(&detail, "where", &if host { "host" } else { "device" }.into());
                "quote-save"
            }
            Notice::RecordChange(key) => {
                js::set(&detail, "entity", &key.entity.name().into());
                js::set(&detail, "id", &key.id.into());
                "record-change"
            }
            Notice::Error(error) => {
                let host = host_name(&self.session.status());
                js::set(&detail, "code", &error.code().into());
                js::set(&detail, "message", &self.words.error(&error, &host).into());
                js::set(&detail, "detail", &error.detail().into());
                "error"
            }
            Notice::LeftOut(kinds) => {
                let host = host_name(&self.session.status());
                let details: Vec<_> = kinds.iter().map(LeftOut::detail).collect();
                js::set(&detail, "code", &Code::RecordInvalid.as_str().into());
                let message = ui::left_out(&self.words, &kinds.iter().collect::<Vec<_>>(), &host);
                js::set(&detail, "message", &message.into());
                js::set(&detail, "detail", &details.join("; ").into());
                "error"
            }
            Notice::Export => {
                let state = self.session.state();
                js::set(&detail, "draft", &js::write(&state.draft.to_wire()));
                js::set(&detail, "quotes", &js::write(&wire::list(&state.quotes)));
                js::set(&detail, "changes", &js::write(&wire::list(&state.changes)));
                let (workspace, user) = self.session.account();
                js::set(&detail, "workspace", &workspace.into());
                js::set(&detail, "user", &user.into());
                "export"
            }
            Notice::Print => "print",
            Notice::LinkDone => "forget",
            Notice::Copy(text) => {
                js::set(&detail, "text", &text.into());
                "copy"
            }
            Notice::File { name, kind, text } => {
                js::set(&detail, "name", &name.into());
                js::set(&detail, "kind", &kind.into());
                js::set(&detail, "text", &text.into());
                "file"
            }
        };
        // A listener that throws is the page's own concern; the browser has reported it.
        let _ = self.emit.call2(&JsValue::UNDEFINED, &name.into(), &detail);
    }
}

fn messages(value: &JsValue) -> Vec<(String, String)> {
    let Some(object) = value.dyn_ref::<Object>() else { return Vec::new() };
    let pair = |pair: JsValue| {
        let pair = Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    Object::entries(object).iter().filter_map(pair).collect()
}

fn text(object: &Object, key: &str) -> Option<String> {
    js::field(object, key).as_string().filter(|text| !text.is_empty())
}
