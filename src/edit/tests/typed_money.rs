//! Typed cells of money (rule E20).

use edit::read_money;
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use strategy::Money;
use words::Say;
use words::number::grouped;

use fixtures::small_plan::known;

#[test]
fn e20_typed_amounts_are_read_exactly() {
    for (text, amount) in [
        ("0", 0),
        ("1234", 1234),
        ("1,234", 1234),
        ("１，２３４", 1234),
        ("1,234千円", 1234),
        ("１，２３４ 千円", 1234),
        ("　2,300　", 2300),
        ("△5", -5),
        ("△ 5", -5),
        ("▲1,000", -1000),
        ("-5", -5),
        ("－５", -5),
        ("−5", -5),
        ("1.0", 1),
        ("5,000円", 5),
        ("5000円", 5),
        ("0.5千円", i64::MIN),
        ("1.5百万円", 1500),
        ("3万円", 30),
        ("12万", 120),
        ("2千万円", 20_000),
        ("1億円", 100_000),
        ("1億2,000万円", 120_000),
        ("13億7,300万円", 1_373_000),
        ("1億2,345千円", 102_345),
        ("1兆円", 1_000_000_000),
        ("¥5,000", 5),
        ("￥1,234,000円", 1234),
        ("9,223,372,036,854,775,807", i64::MAX),
    ] {
        let read = read_money(text);
        if amount == i64::MIN {
            assert!(read.is_err(), "{text}");
        } else {
            assert_eq!(read, Ok(known(amount)), "{text}");
        }
    }
    assert_eq!(read_money(""), Ok(None));
    assert_eq!(read_money("　"), Ok(None));
    for dash in ["-", "－", "―", "−", "—", "–"] {
        assert_eq!(
            read_money(dash),
            Ok(Some(Money::Blank(dash.into()))),
            "{dash}"
        );
    }
}

#[test]
fn e20_what_is_no_amount_is_refused_in_words() {
    for text in [
        "未定",
        "約1,000",
        "1,23",
        "12,34",
        "1,2345",
        "1 234",
        "1..2",
        "1.",
        ".5",
        "△",
        "--5",
        "+5",
        "(5)",
        "1,000ドル",
        "1億2000",
        "1万1億",
        "1万1万",
        "5千円3千円",
        "千円",
        "¥",
        "¥5万円",
        "1,000円也",
        "9,223,372,036,854,775,808",
        "99999999999999999999999999999999",
        "1e3",
        "=1+1",
        "1/2",
        "0.0000001",
    ] {
        let why = read_money(text).map_or_else(|why| why.say(), |m| format!("{m:?}"));
        assert!(
            why.contains(&format!("「{text}」は金額として読めません")),
            "{text}: {why}"
        );
    }
    for text in [
        "1,234円",
        "0.5千円",
        "1.5",
        "1円",
        "0.000001",
        "1.00001百万円",
        "△1,234円",
    ] {
        let why = read_money(text).map_or_else(|why| why.say(), |m| format!("{m:?}"));
        assert!(why.contains("千円未満の端数があります"), "{text}: {why}");
    }
}

proptest! {
    #[test]
    fn e20_every_amount_we_print_is_read_back(amount in any::<i64>()) {
        prop_assert_eq!(read_money(&grouped(amount)), Ok(known(amount)));
        prop_assert_eq!(read_money(&format!("{amount}千円")), Ok(known(amount)));
    }

    #[test]
    fn e20_any_text_is_read_or_refused(text in "[0-9０-９,，.．△▲ー\\-－円千百万億兆¥ 　a]{0,24}") {
        match read_money(&text) {
            Ok(Some(Money::Thousand(n))) => prop_assert_eq!(read_money(&grouped(n)), Ok(known(n))),
            Ok(Some(Money::Blank(dash))) => prop_assert_eq!(dash.chars().count(), 1),
            Ok(None) => prop_assert!(text.trim().is_empty()),
            Err(why) => prop_assert!(why.say().contains(text.trim())),
        }
    }
}
