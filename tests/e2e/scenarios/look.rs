//! Themes and layout: a token set anywhere wins, both schemes, narrow and wide, targets for a finger.

use serde_json::{Value, json};

use super::demo::CLIENT;
use crate::{
    harness::{Outcome, Stage, ensure, same},
    pages::{Calculator, Demo, TODAY},
};

/// The colour a calculator paints its primary button with, and the token as it reaches the tag, in one notation.
const ACCENT: &str = "
    const host = document.querySelector(arguments[0]), button = host.shadowRoot.querySelector('[part~=save]');
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.backgroundColor = getComputedStyle(host).getPropertyValue('--sapa-accent').trim();
    const answer = {button: getComputedStyle(button).backgroundColor, token: getComputedStyle(probe).backgroundColor,
                    radius: getComputedStyle(button).borderTopLeftRadius};
    probe.remove();
    return answer;";

/// A token set on `:root`, on an ancestor or on the tag wins over the default, the nearest first.
pub(crate) async fn tokens_win(stage: &mut Stage) -> Outcome {
    stage.open("/embed/tag.html?today=1998-05-07").await?;
    Calculator::at(&stage.client, "#calculator").ready().await?;
    let plain = stage.js(ACCENT, vec![json!("#calculator")]).await?;
    stage.open("/embed/theme.html?today=1998-05-07").await?;
    let mut seen = vec![plain["button"].clone()];
    for id in ["#on-root", "#on-ancestor", "#on-tag"] {
        Calculator::at(&stage.client, id).ready().await?;
        let accent = stage.js(ACCENT, vec![json!(id)]).await?;
        same(&accent["button"], &accent["token"], format!("the accent of {id}"))?;
        ensure(!seen.contains(&accent["button"]), format!("{id} has an accent of its own: {accent}, after {seen:?}"))?;
        seen.push(accent["button"].clone());
    }
    let radius = stage.js(ACCENT, vec![json!("#on-ancestor")]).await?;
    same(radius["radius"].as_str(), Some("0px"), "the radius set on the ancestor")
}

/// Light and dark are two looks; "system" follows the page around the tag.
pub(crate) async fn light_and_dark(stage: &mut Stage) -> Outcome {
    const SCHEME: &str = "
        const host = document.querySelector('#calculator'), field = host.shadowRoot.querySelector('[part~=client]');
        return [getComputedStyle(host).colorScheme, getComputedStyle(field).color, getComputedStyle(field).backgroundColor];";
    Demo::open(stage, "").await?;
    let mut looks = Vec::new();
    for theme in ["light", "dark", "auto"] {
        Demo::switch(stage, "theme", theme).await?;
        looks.push(stage.js(SCHEME, vec![]).await?);
    }
    same((looks[0][0].as_str(), looks[1][0].as_str()), (Some("light"), Some("dark")), "the colour schemes")?;
    ensure(looks[0][1] != looks[1][1] && looks[0][2] != looks[1][2], format!("light and dark differ: {looks:?}"))?;
    // The drivers' browsers prefer light.
    same(&looks[2][1], &looks[0][1], "the text colour with the system's scheme")
}

/// From a phone's column to a wide screen, in each language and with a full quote, nothing is wider than the page, no word
/// is broken into letters, and every control can be scrolled to and is covered by nothing, in low windows too.
pub(crate) async fn every_width_works(stage: &mut Stage) -> Outcome {
    const WIDER: &str = "
        const host = document.querySelector('#calculator'), edge = host.getBoundingClientRect().right + 1, page = document.scrollingElement;
        const seen = [...host.shadowRoot.querySelectorAll('*')].filter((element) => {
          const box = element.getBoundingClientRect();
          return box.width > 1 && box.height > 1 && getComputedStyle(element).clipPath === 'none' && element.checkVisibility();
        });
        const name = (element) => `${element.getAttribute('part') || element.className?.baseVal || element.className || element.localName} \"${element.textContent.trim().slice(0, 30)}\"`;
        const words = seen.filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3));
        const broken = words.filter((element) => {
          const em = parseFloat(getComputedStyle(element).fontSize), box = element.getBoundingClientRect();
          return box.width < 2.5 * em && box.height > 4 * em;
        });
        const controls = [...host.shadowRoot.querySelectorAll('button, input, select, summary')];
        const covered = new Set([...controls, ...words]).values().filter((element) => {
          if (!element.checkVisibility({visibilityProperty: true}) || element.closest('[aria-hidden]')) return false;
          element.scrollIntoView({block: 'center', behavior: 'instant'});
          const box = element.getClientRects()[0];
          // A field may hold a button at its end; of words, all must be seen.
          return (controls.includes(element) ? [0.5] : [0.1, 0.5, 0.9]).some((share) => {
            const top = host.shadowRoot.elementFromPoint(box.x + box.width * share, box.y + box.height / 2);
            // WebKit names the host for the text inside a field.
            return !(top === host || element.contains(top));
          });
        }).toArray();
        return {page: page.scrollWidth - page.clientWidth, wide: seen.filter((element) => edge < element.getBoundingClientRect().right).slice(0, 5).map(name),
                broken: broken.slice(0, 5).map(name), covered: covered.slice(0, 5).map(name)};";
    let fine = json!({"page": 0, "wide": [], "broken": [], "covered": []});
    for locale in ["en", "id", "ru"] {
        for (width, height) in
            [(360, 640), (480, 800), (600, 400), (720, 900), (768, 500), (900, 600), (1024, 500), (1280, 700)]
        {
            let calculator = in_column(stage, width, height, locale).await?;
            if calculator.all("line").await?.is_empty() {
                calculator.choose_client(CLIENT).await?;
                calculator.add("Chai", "48").await?;
                calculator.add("Grandma's Boysenberry Spread", "12345").await?;
                calculator.set_term("net60").await?;
                calculator.click("save").await?;
                calculator.expect_quotes(1).await?;
                super::save::kept(stage).await?;
            }
            same(
                stage.js(WIDER, vec![]).await?,
                fine.clone(),
                format!("what is wrong at {width} x {height} px in {locale}"),
            )?;
            stage.client.enter_parent_frame().await?;
        }
    }
    Ok(())
}

/// Everything a finger can touch is at least 44 px high and wide, in every state that has something to touch.
pub(crate) async fn targets_fit_a_finger(stage: &mut Stage) -> Outcome {
    const SMALL: &str = "
        const host = document.querySelector('#calculator');
        const all = [...host.shadowRoot.querySelectorAll('button, input, select, summary, a[href], [role=option]')]
          .filter((element) => element.checkVisibility({visibilityProperty: true}));
        return {count: all.length, small: all.map((element) => {
          const box = element.getBoundingClientRect();
          return [element.getAttribute('part') || element.localName, Math.round(box.width), Math.round(box.height)];
        }).filter(([, width, height]) => width < 44 || height < 44)};";
    let calculator = in_column(stage, 360, 900, "en").await?;
    let check = async |state: &str| -> Outcome<u64> {
        let found = stage.js(SMALL, vec![]).await?;
        same(&found["small"], &json!([]), format!("targets under 44 px, {state}"))?;
        Ok(found["count"].as_u64().unwrap_or_default())
    };
    let mut targets = check("empty").await?;
    calculator.look_up("client", "a").await?;
    targets += check("with an open list").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "5").await?;
    calculator.click("save").await?;
    calculator.expect_quotes(1).await?;
    targets += check("with a quote").await?;
    calculator.click_in_line(0, "remove").await?;
    calculator.part("undo").await?;
    targets += check("after removing a line").await?;
    stage.client.enter_parent_frame().await?;
    stage.note(format!("{targets} targets measured"));
    ensure(20 < targets, "there were targets to measure")
}

/// Shows the demo in a view of this many pixels: a frame, since browsers' windows do not get this narrow.
async fn in_column(stage: &Stage, width: u32, height: u32, locale: &str) -> Outcome<Calculator> {
    const COLUMN: &str = "
        const [width, height, address] = arguments, frame = document.createElement('iframe');
        Object.assign(frame, {id: 'column', width, height, src: address});
        frame.style.border = '0';
        document.querySelector('main').replaceChildren(frame);";
    // Room for the whole frame, or clicks would miss what lies below the window.
    stage.client.set_window_size(1400, 1150).await?;
    stage.open("/e2e/bare.html").await?;
    let address = format!("/?today={TODAY}&client=&locale={locale}");
    stage.js(COLUMN, vec![Value::from(width), Value::from(height), json!(address)]).await?;
    stage.find("#column").await?.enter_frame().await?;
    let calculator = Demo::calculator(stage);
    calculator.ready().await?;
    Ok(calculator)
}
