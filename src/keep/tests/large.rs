//! A large strategy.

use std::cell::Cell;
use std::fmt::Write;

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

/// Returns a strategy with a number of indicators, each with six years of figures.
fn large(count: usize) -> Strategy {
    let mut text = String::from(
        r#"{ "format": "michishirube", "version": 2, "title": "大きな計画", "town": { "name": "町" },
             "period": { "first": 2022, "last": 2027 }, "indicators": ["#,
    );
    for number in 1..=count {
        let comma = if number == 1 { "" } else { "," };
        write!(
            text,
            r#"{comma}{{ "id": "k{number}", "name": "指標{number}", "unit": "人", "definition": "{}", "series": [{{ "id": "r{number}",
              "targets": {{ "2022": "100", "2023": "110", "2024": "120" }}, "actuals": {{ "2022": "98", "2023": "1,{number:03}" }} }}] }}"#,
            "住民基本台帳による年度末の数。".repeat(6)
        )
        .expect("text");
    }
    text.push_str("] }");
    json::read(text.as_bytes()).expect("reads")
}

#[wasm_bindgen_test]
async fn k15_opening_a_large_strategy_lets_the_browser_live() {
    let app = app();
    let strategy = large(10_000);
    let screen = Screen::create(&app, strategy.clone()).await;
    screen.saved().await;
    let doc = screen.doc;
    drop(screen);

    // A task of its own every few ms stands for paint and input.
    let ticks = Rc::new(Cell::new(0));
    let longest = Rc::new(Cell::new(0.0_f64));
    let done = Rc::new(Cell::new(false));
    wasm_bindgen_futures::spawn_local({
        let (ticks, longest, done) = (ticks.clone(), longest.clone(), done.clone());
        async move {
            let mut last = clock::ticks();
            while !done.get() {
                time::sleep(0).await;
                let now = clock::ticks();
                longest.set(longest.get().max(now - last));
                ticks.set(ticks.get() + 1);
                last = now;
            }
        }
    });
    let keeper = Keeper::open_as(&app).await;
    let told = Rc::new(RefCell::new(Vec::new()));
    let since = clock::ticks();
    let loaded = keeper
        .open_doc(doc, {
            let told = told.clone();
            move |part| told.borrow_mut().push(part)
        })
        .await
        .expect("opens");
    let took = clock::ticks() - since;
    done.set(true);
    assert_eq!(loaded.strategy, strategy);
    let told = told.borrow();
    assert!(told.len() > 10, "{told:?}");
    assert!(told.is_sorted() && told.last() == Some(&1.0), "{told:?}");
    wasm_bindgen_test::console_log!(
        "{took:.0} ms, {} ticks, at most {:.0} ms between two",
        ticks.get(),
        longest.get()
    );
    // The browser decides how many tasks run between two pieces; we decide that some do.
    assert!(ticks.get() > 3, "{} in {took} ms", ticks.get());
}
