//! The demo as someone curious tries it: find, order, and see why it costs what it costs.

use serde_json::json;

use super::prices::Prices;
use crate::{
    harness::{Outcome, Stage, ensure, same, until},
    pages::{Calculator, Card, Demo, TODAY, cents, figures},
};

/// A client of the sample data with 1 % agreed and 30 days to pay.
pub(super) const CLIENT: &str = "Alfreds Futterkiste";

/// The first visit begins with a client who needs somebody; whoever is chosen then stays, until the day is started anew.
pub(crate) async fn begins_with_a_client(stage: &mut Stage) -> Outcome {
    Demo::forget(stage).await?;
    let address = format!("/?today={TODAY}&locale=en");
    stage.open(&address).await?;
    let (card, calculator) = (Card { widget: Calculator::at(&stage.client, "#card") }, Demo::calculator(stage));
    card.expect_client("Ernst Handel").await?;
    ensure(!card.widget.all("now").await?.is_empty(), "what to do now")?;
    until("the list to show whose card it is", async || {
        Ok(card.widget.select("[part=client][aria-current=true]").await?.len().eq(&1).then_some(()))
    })
    .await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "12").await?;
    stage.open(&address).await?;
    card.expect_client(CLIENT).await?;
    stage.click("#reset").await?;
    card.expect_client("Ernst Handel").await?;
    until("an empty order", async || Ok(calculator.all("line").await?.is_empty().then_some(()))).await
}

/// All 91 clients and all products that are still sold are found by their own names, and a few by typing some letters.
pub(crate) async fn everyone_is_found(stage: &mut Stage) -> Outcome {
    const FIND: &str = "
        const [part, names] = arguments, root = document.querySelector('#calculator').shadowRoot;
        const field = root.querySelector(`[part~=${part}]`), missing = [];
        field.focus();
        for (const name of names) {
          field.value = name;
          field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
          await new Promise((resolve) => setTimeout(resolve));
          const offered = [...root.querySelectorAll('[part~=option]')].map((option) => option.firstElementChild.textContent);
          if (!offered.includes(name)) missing.push(name);
        }
        return missing;";
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    let (clients, products, sold) = (prices.names("companies"), prices.names("products"), prices.sold());
    same((clients.len(), products.len()), (91, 77), "clients and products of the sample data")?;
    same(stage.js_async(FIND, vec![json!("client"), json!(clients)]).await?, json!([]), "clients not found by name")?;
    same(stage.js_async(FIND, vec![json!("product"), json!(sold)]).await?, json!([]), "products not found by name")?;
    for (typed, name) in [
        ("ernst", "Ernst Handel"),
        ("berlin", CLIENT),
        ("handel graz", "Ernst Handel"),
        ("folk och fa", "Folk och fä HB"),
        ("königlich", "Königlich Essen"),
        ("são paulo comercio", "Comércio Mineiro"),
    ] {
        calculator.look_up("client", typed).await?;
        until(&format!("\"{typed}\" to leave one client"), async || {
            Ok((calculator.all("option").await?.len() == 1).then_some(()))
        })
        .await?;
        let offered = calculator.text("option").await?;
        ensure(offered.contains(name), format!("\"{typed}\" offers \"{offered}\""))?;
    }
    let field = calculator.part("client").await?;
    calculator.paste(&field, "qqq").await?;
    until("nothing to be offered, and words about it", async || {
        let said = calculator.select("[role=status]").await?;
        let mut words = String::new();
        for status in &said {
            words += &status.text().await?;
        }
        Ok((calculator.all("option").await?.is_empty() && words.contains("qqq")).then_some(()))
    })
    .await
}

/// The discount changes exactly at the tiers, for the line and for the total.
pub(crate) async fn tiers_change_the_discount(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "1").await?;
    for quantity in [1, 11, 12, 23, 24, 47, 48, 95, 96, 300] {
        calculator.set_quantity(0, &quantity.to_string()).await?;
        calculator.expect_net(prices.net(CLIENT, &[("Chai", quantity)], 0, "net30")?).await?;
        let line = calculator.in_line(0, "line-net").await?.text().await?;
        same(cents(&line), calculator.net().await?, "the only line's net and the order's")?;
        same(cents(&calculator.text("list").await?), Some(quantity * 1800), "the list price")?;
    }
    calculator.add("Chang", "40").await?;
    calculator.add("Ikura", "7").await?;
    let order = [("Chai", 300), ("Chang", 40), ("Ikura", 7)];
    calculator.expect_net(prices.net(CLIENT, &order, 0, "net30")?).await?;
    ensure(sum_of_lines(&calculator).await? == calculator.net().await?, "the lines' nets add up to the order's")?;
    calculator.click_in_line(1, "remove").await?;
    calculator.expect_net(prices.net(CLIENT, &[order[0], order[2]], 0, "net30")?).await?;
    calculator.click("undo").await?;
    calculator.expect_net(prices.net(CLIENT, &order, 0, "net30")?).await
}

/// Every payment term and an extra discount change the total at once, and another client has other terms.
pub(crate) async fn terms_change_the_total(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    let prices = Prices::of(stage).await?;
    let order = [("Chai", 48), ("Konbu", 13)];
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "48").await?;
    calculator.add("Konbu", "13").await?;
    for term in ["prepay", "net14", "net60", "net90", "net30"] {
        calculator.set_term(term).await?;
        calculator.expect_net(prices.net(CLIENT, &order, 0, term)?).await?;
    }
    calculator.set_manual("2.5").await?;
    calculator.expect_net(prices.net(CLIENT, &order, 250, "net30")?).await?;
    calculator.set_manual("100").await?;
    // Nothing is sold below what it costs.
    calculator.expect_net(prices.cost(&order)?).await?;
    calculator.set_manual("0").await?;
    calculator.choose_client("Ernst Handel").await?;
    calculator.expect_net(prices.net("Ernst Handel", &order, 0, "net30")?).await
}

/// The picture has a title, a description and a table, and the table adds up from list price to net.
pub(crate) async fn waterfall_has_words_and_a_table(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "96").await?;
    calculator.set_term("net60").await?;
    let picture = calculator.part("waterfall").await?;
    same(picture.attr("role").await?.as_deref(), Some("img"), "the picture's role")?;
    let title = text_of(&calculator, "[part~=waterfall] title").await?;
    let description = text_of(&calculator, "[part~=waterfall] desc").await?;
    ensure(
        !title.is_empty() && description.len() > title.len(),
        format!("a title \"{title}\" and a description \"{description}\""),
    )?;
    calculator.click_css("details summary").await?;
    let mut amounts = Vec::new();
    for cell in calculator.select("details tbody td").await? {
        amounts.push(cents(&cell.text().await?).unwrap_or_default());
    }
    // List price, volume, client, order amount, payment, net: all five steps change something here.
    same(amounts.len(), 6, format!("rows of the table: {amounts:?}"))?;
    same(amounts[..5].iter().sum::<i128>(), amounts[5], format!("the steps lead from list to net: {amounts:?}"))?;
    same(Some(amounts[5]), calculator.net().await?, "the last row is the net")?;
    same(calculator.select("[part~=waterfall] rect").await?.len(), amounts.len(), "bars in the picture")
}

/// The sentence for the client names what was granted, and the next one says truly how much is missing to the next tier.
pub(crate) async fn sentences_say_what_was_granted(stage: &mut Stage) -> Outcome {
    let calculator = Demo::open(stage, "").await?;
    calculator.choose_client(CLIENT).await?;
    calculator.add("Chai", "24").await?;
    let net = Prices::of(stage).await?.net(CLIENT, &[("Chai", 24)], 0, "net30")?;
    calculator.expect_net(net).await?;
    let list = 24 * 1800;
    let granted = calculator.text("granted").await?;
    let amounts: Vec<_> = figures(&granted).iter().filter_map(|figure| cents(figure)).collect();
    same(amounts.get(1).copied(), Some(list - net), format!("the amount in \"{granted}\""))?;
    same(amounts[2..].iter().sum::<i128>(), list - net, format!("the parts in \"{granted}\""))?;
    // No order tier is reached and 30 days cost nothing, so what the ladder measures is the net itself.
    let next = calculator.text("next").await?;
    let missing = format!("{}.{:02}", (100_000 - net) / 100, (100_000 - net) % 100);
    ensure(figures(&next).contains(&missing), format!("{missing} is missing to 1,000.00 in \"{next}\""))?;
    calculator.click("hint").await?;
    until("the line's own hint to take the order to its next tier", async || {
        Ok((calculator.in_line(0, "quantity").await?.prop("value").await?.as_deref() == Some("48")).then_some(()))
    })
    .await?;
    calculator.expect_net(Prices::of(stage).await?.net(CLIENT, &[("Chai", 48)], 0, "net30")?).await
}

async fn sum_of_lines(calculator: &Calculator) -> Outcome<Option<i128>> {
    let mut sum = 0;
    for line in calculator.all("line-net").await? {
        sum += cents(&line.text().await?).unwrap_or_default();
    }
    Ok(Some(sum))
}

/// Text that is not drawn, such as a picture's title.
async fn text_of(calculator: &Calculator, css: &str) -> Outcome<String> {
    let found = calculator.select(css).await?;
    ensure(!found.is_empty(), format!("{css} is there"))?;
    Ok(found[0].prop("textContent").await?.unwrap_or_default())
}
