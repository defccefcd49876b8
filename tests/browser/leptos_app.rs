//! The component inside a leptos application of somebody else, without any tag.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use sapa::DiscountCalculator;
use sapa::bridge::js_host;
use sapa::domain::date::Date;
use sapa::i18n::{Locale, Words};
use sapa::session::desk::Notice;
use sapa::session::{Desk, Session, Surroundings};
use sapa::storage::Memory;
use sapa::store::{Backend, Catalogue, Clock, Command, Ids};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
pub async fn the_component_works_in_a_leptos_application() {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let session = session();
    let told = Rc::new(RefCell::new(Vec::new()));
    let app = {
        let (session, told) = (Rc::clone(&session), Rc::clone(&told));
        leptos::mount::mount_to(place.clone().unchecked_into(), move || {
            let words = Rc::new(Words::new(Locale::En, Vec::new()));
            let tell: Rc<dyn Fn(Notice)> = Rc::new(move |notice| told.borrow_mut().push(notice));
            view! { <main><h1>"Somebody's application"</h1><DiscountCalculator desk=Desk::join(session, words, tell) /></main> }
        })
    };
    settle().await;
    assert!(told.borrow().contains(&Notice::Ready));

    session.act(Command::AddLine { product: "1".into(), quantity: 12.into() }).unwrap();
    settle().await;
    let net = place.query_selector("[part=net]").unwrap().unwrap().text_content().unwrap();
    assert_eq!(net, "209.52", "12 x 18.00 less the 3 % of the first tier");

    drop(app);
    settle().await;
    assert!(place.query_selector(".sapa").unwrap().is_none(), "dropping the handle takes the view out");
    session.act(Command::ClearDraft).unwrap();
    place.remove();
}

fn session() -> Rc<Session> {
    Session::start(Surroundings {
        workspace: None,
        user: None,
        client: None,
        page: None,
        memory: Box::new(|_, _| Rc::new(Memory::new()) as Rc<dyn Backend>),
        host: None,
        catalogue: Some(Ok(catalogue())),
        book: None,
        clock: Rc::new(Fixed),
        ids: Rc::new(Fixed),
        spawn: |task| wasm_bindgen_futures::spawn_local(task),
        after: |_, call| call(),
        open_file: sapa::api::spreadsheet::open_file,
    })
}

fn catalogue() -> Catalogue {
    let json = r#"{
        "companies": [{ "id": "A", "name": "Around the Horn" }],
        "products": [{
            "id": "1", "sku": "01", "name": "Chai", "unit": "box", "category": "Beverages", "price": "18.00",
            "discontinued": false
        }],
        "priceList": {
            "id": "default", "name": "Test", "currency": "USD", "minorUnits": 2, "sample": false,
            "lineTiers": { "mode": "allUnits", "measure": "quantity", "bands": [{ "from": "12", "percent": "3" }] },
            "orderTiers": { "measure": "amount", "bands": [] },
            "terms": [{ "id": "net30", "days": 30, "percent": "0" }], "costOfCapitalPercent": "18"
        }
    }"#;
    js_host::catalogue(&js_sys::JSON::parse(json).unwrap()).unwrap()
}

struct Fixed;

impl Clock for Fixed {
    fn today(&self) -> Date {
        Date::parse("1998-05-07").unwrap()
    }
}

impl Ids for Fixed {
    fn next(&self) -> String {
        "0".repeat(32)
    }
}

async fn settle() {
    TimeoutFuture::new(50).await;
}
