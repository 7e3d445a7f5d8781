//! A page that carries a strategy: what is put in comes out, and nothing of it is markup.

use fixtures::arbitrary;
use format::json;
use output::export::one_file::{PageLabel, carried, parted};
use proptest::prelude::{ProptestConfig, proptest};
use strategy::*;

const PAGE: &str = "<!DOCTYPE html>\n<body>\n<!-- strategy.json -->\n<script>1</script>\n</body>";

fn label() -> PageLabel {
    PageLabel {
        id: "0000000000000d".to_owned(),
        at: "2026-11-23T21:30:00+09:00".to_owned(),
        pages: None,
    }
}

/// Returns the contents of the element as a browser finds them: up to the first text that could end it.
fn held(page: &str) -> &str {
    let (_, behind) = page.split_once("data-asset=\"strategy.json\"").unwrap();
    let (_, data) = behind.split_once('>').unwrap();
    let (data, after) = data.split_once('<').unwrap();
    assert!(after.starts_with("/script>\n<script>1</script>"));
    data
}

fn comes_back(strategy: &Strategy) {
    let (before, behind) = parted(PAGE.as_bytes()).unwrap();
    let element: String = carried(strategy, &label()).collect();
    let page = [before, element.as_bytes(), behind].concat();
    let page = String::from_utf8(page).unwrap();
    let read = json::read(held(&page).as_bytes()).unwrap();
    assert_eq!(json::write(&read), json::write(strategy));
    assert_eq!(page.replace(&element, "<!-- strategy.json -->"), PAGE);
}

#[test]
fn p20_a_strategy_that_would_end_the_element_does_not() {
    for title in [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]></SCRIPT ><!-- strategy.json -->",
        "\\u003c/script>&lt;",
    ] {
        let mut s = Strategy::default();
        s.about.insert(About {
            title: title.to_owned(),
            ..About::default()
        });
        comes_back(&s);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn p21_what_is_read_out_is_what_was_put_in((seed, size) in arbitrary::seeds(4)) {
        comes_back(&arbitrary::strategy(seed, size));
    }
}
