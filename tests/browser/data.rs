//! What a page hands over is copied as JSON would copy it, and what is wrong with it is named.

use sapa::api::engine::engine_answer;
use sapa::bridge::js_host;
use sapa::domain::error::{Code, Error};
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// A catalogue in which every part may be replaced.
const CATALOGUE: &str = "const data = {
    companies: [{ id: 'A', name: 'Around the Horn', city: undefined, contact: null }],
    products: [{ id: '1', sku: '01', name: 'Chai', unit: 'box', category: 'Tea', price: '18.00', discontinued: false }],
    priceList: {
        id: 'default', name: 'Test', currency: 'USD', minorUnits: 2, sample: false,
        lineTiers: { mode: 'allUnits', measure: 'quantity', bands: [] }, orderTiers: { measure: 'amount', bands: [] },
        terms: [], costOfCapitalPercent: '18',
    },
};";

#[wasm_bindgen_test]
pub fn what_nobody_asks_for_is_ignored() {
    let data = script(
        "data.self = data; data.call = () => 1; data.companies[0].call = () => 1; data.products[0].since = new Date(0);",
    );
    let catalogue = js_host::catalogue(&data).unwrap();
    assert_eq!((catalogue.clients[0].city.as_ref(), catalogue.clients[0].contact.as_ref()), (None, None));
    assert_eq!(catalogue.products[0].price.to_string(), "18.00");
}

#[wasm_bindgen_test]
pub fn what_is_wrong_is_named() {
    for (change, path) in [
        ("data.products = { 1: data.products[0] };", "products: "),
        ("data.companies = 'none';", "companies: "),
        ("data.companies[0].parent = data.companies[0];", "companies: not plain data"),
        ("data.priceList = null;", "priceList"),
        ("data.priceList.terms.push({ id: 'net30', days: 30.5, percent: '0' });", "priceList.terms[0].days: "),
    ] {
        let error = refused(&script(change));
        assert_eq!(error.kind(), Code::HostMalformed, "{change}");
        assert!(error.detail().starts_with(path), "{change}: {error}");
    }
    assert_eq!(refused(&script("data.priceList.currency = 'usd';")).kind(), Code::CurrencyInvalid);
    assert_eq!(refused(&JsValue::from_str("text")).kind(), Code::HostMalformed);
}

/// As deep as a page can nest it, so deep that reading it all would fill the stack.
#[wasm_bindgen_test]
pub fn depth_does_no_harm() {
    let data = script("for (let depth = 0; depth < 1000; depth++) data.products[0].deep = [data.products[0].deep];");
    assert!(js_host::catalogue(&data).is_ok());
}

#[wasm_bindgen_test]
pub fn the_engine_answers_plain_objects() {
    let request = script(
        "return { currency: { code: 'EUR', minorUnits: 2 }, lines: [{ id: '1', quantity: '2', unitPrice: '10' }],
                  steps: [{ id: 'a', kind: 'order', scope: 'order', adjust: { percent: '5' } }] };",
    );
    let answer = js_sys::JSON::stringify(&engine_answer("price", &request).unwrap()).unwrap();
    let expected = concat!(
        r#"{"lines":[{"id":"1","list":"20.00","net":"19.00","discount":"1.00","percent":"5","tax":"0.00","gross":"19.00","#,
        r#""effects":["-1.00"]}],"#
    );
    assert!(String::from(answer.clone()).starts_with(expected), "{answer}");
    assert!(String::from(answer.clone()).ends_with(r#","deferral":null}"#), "{answer}");

    let error = engine_answer("price", &JsValue::UNDEFINED).unwrap_err();
    assert_eq!(js_sys::Reflect::get(&error, &"code".into()).unwrap(), "rule.invalid");
}

/// The example of the reference: a gift for every ten, and a coupon that the floor holds.
#[wasm_bindgen_test]
pub fn the_engine_knows_gifts_and_floors() {
    let request = script(
        "return {
          currency: { code: 'EUR', minorUnits: 2 },
          lines: [{ id: 'tea', quantity: '24', unitPrice: '10.00', cost: '7.00', taxPercent: '20' }],
          steps: [
            { id: 'gift', kind: 'promotion', scope: 'line', adjust: { free: { slabs: [{ from: '10', free: '1' }], recurring: true } } },
            { id: 'coupon', kind: 'coupon', scope: 'order', adjust: { percent: '40' } },
          ],
          floor: { minMarginPercent: '10' },
        };",
    );
    let answer = engine_answer("price", &request).unwrap();
    let read = |path: &str| {
        let steps = path.split('.');
        steps.fold(answer.clone(), |value, step| js_sys::Reflect::get(&value, &step.into()).unwrap()).as_string()
    };
    for (path, expected) in [
        ("free.0.step", "gift"),
        ("free.0.quantity", "2"),
        ("net", "186.67"),
        ("waterfall.1.amount", "-53.33"),
        ("waterfall.1.unplaced", "42.67"),
        ("taxed.gross", "224.00"),
    ] {
        assert_eq!(read(path).as_deref(), Some(expected), "{path}");
    }
}

/// The examples of the published types, as a page runs them, with what each says of its answer.
#[wasm_bindgen_test]
pub async fn every_example_of_the_engine_runs() {
    let ask = Closure::<dyn Fn(String, JsValue) -> Result<JsValue, JsValue>>::new(|name: String, question: JsValue| {
        engine_answer(&name, &question)
    });
    let run = js_sys::Function::new_with_args("types, ask", EXAMPLES);
    let types = include_str!("../../src/api/types.ts").into();
    let ran = run.call2(&JsValue::NULL, &types, ask.as_ref()).unwrap();
    let count = JsFuture::from(js_sys::Promise::from(ran)).await.map_err(|error| format!("{error:?}"));
    assert_eq!(count, Ok(17.into()));
}

const EXAMPLES: &str = r"
    const engine = new Proxy({}, { get: (_, name) => async (question) => ask(name, question) });
    const texts = types.split('@example\n').slice(1).map((text) => text.split('*/')[0].replace(/^ *\* ?/gm, ''));
    const examples = texts.filter((text) => text.includes('await engine.'));
    const said = /[\w.[\]]+(?: === (?:'[^']*'|\w+)|\.startsWith\('[^']*'\))/g;
    const Async = (async () => {}).constructor;
    return (async () => {
      for (const text of examples) {
        const checks = text.match(said).map((check) => `if (!(${check})) throw new Error(${JSON.stringify(check)});`);
        await new Async('engine', [text, ...checks].join('\n'))(engine);
      }
      return examples.length;
    })();
";

/// The example of the reference: lines as a table, there and back.
#[wasm_bindgen_test]
pub fn the_engine_takes_and_answers_tables() {
    let request = "{
      currency: { code: 'USD', minorUnits: 2 },
      lines: { columns: ['id', 'quantity', 'unitPrice'], text: 'chai\\t12\\t18.00\\nchäng\\t1\\t19.00\\n' },
      steps: [{ id: 'client', kind: 'client', scope: 'line', adjust: { percent: '3' } }],
      answer: { columns: ['id', 'net'] },
    }";
    let answer = engine_answer("price", &script(&["return ", request, ";"].concat())).unwrap();
    let field = |value: &JsValue, name: &str| js_sys::Reflect::get(value, &name.into()).unwrap();
    assert_eq!(field(&answer, "net"), "227.95");
    assert_eq!(field(&field(&answer, "lines"), "text"), "chai\t209.52\nchäng\t18.43\n");

    let wrong = script(&["const request = ", request, "; request.lines.text = 'a\\t\\t1'; return request;"].concat());
    let error = engine_answer("price", &wrong).unwrap_err();
    let message = field(&error, "message").as_string().unwrap();
    let said = "lines[0].quantity is missing, should be a decimal number as a string.";
    assert!(message.contains(said), "{message}");
    assert_eq!(field(&error, "code"), "rule.invalid");
}

fn refused(data: &JsValue) -> Error {
    js_host::catalogue(data).map(drop).unwrap_err()
}

/// The catalogue after these statements, or what they return instead.
fn script(statements: &str) -> JsValue {
    js_sys::Function::new_no_args(&[CATALOGUE, statements, "return data;"].concat()).call0(&JsValue::NULL).unwrap()
}
