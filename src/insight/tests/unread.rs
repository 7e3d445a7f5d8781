//! Changes that cannot be read whole (I58), with the words of their values.

use edit::Operation;
use insight::*;
use strategy::*;
use words::Word;
use words::keeping::written;

type Row<'a> = (
    Kind,
    &'a str,
    Option<(&'a str, Option<FiscalYear>)>,
    Option<&'a str>,
    Option<&'a str>,
);

fn rows(unread: &Unread) -> Vec<Row<'_>> {
    unread
        .differences
        .iter()
        .map(|one| {
            let title = one.title.own.as_str();
            (
                one.kind,
                title,
                one.field.map(|told| (told.field.word(), told.year)),
                one.from.as_deref(),
                one.to.as_deref(),
            )
        })
        .collect()
}

#[test]
fn i58_a_change_with_a_broken_part_is_told_as_far_as_it_can_be_read() {
    let text = r#"{"tab":7,"edit":{"did":{"act":"壊れた","kind":"g","title":"働く"},"changes":{
        "goals":{"g1":{"from":{"id":"g1","title":"働く","number":3,"note":""},
                       "to":{"id":"g1","title":"働く場","number":3,"note":"x"}}},
        "series":{"r1":{"from":{"name":"男性","actuals":{"2022":"98"}},
                        "to":{"name":"男性","actuals":{"2022":"99","2023":"1,002"}}}},
        "measures":{"m2":{"from":null,"to":{"title":"空き店舗"}},"m3":{"from":{"title":"子育て"},"to":null}},
        "lanes":"?"}}}"#;
    let told = unread(text, written).expect("something can be read");
    let act = told.label.as_ref().map(|label| &label.operation);
    assert_eq!(act, Some(&Operation::Other));
    let year = |y| Some(("実績値", Some(FiscalYear(y))));
    let mut rows = rows(&told);
    rows.sort_by_key(|row| (row.0, row.1, row.4));
    assert_eq!(
        rows,
        [
            (Kind::Goal, "働く場", Some(("備考", None)), None, Some("x")),
            (
                Kind::Goal,
                "働く場",
                Some(("名称", None)),
                Some("働く"),
                Some("働く場")
            ),
            (Kind::Measure, "子育て", None, Some("子育て"), None),
            (Kind::Measure, "空き店舗", None, None, Some("空き店舗")),
            (Kind::Series, "男性", year(2023), None, Some("1,002")),
            (Kind::Series, "男性", year(2022), Some("98"), Some("99")),
        ]
    );
}

#[test]
fn i58_a_field_nobody_knows_is_told_without_a_name() {
    let text = r#"{"edit":{"changes":{"goals":{"g1":{"from":{"title":"働く"},"to":{"title":"働く","新しい":[1,true]}}}}}}"#;
    let told = unread(text, written).expect("something can be read");
    assert_eq!(
        rows(&told),
        [(Kind::Goal, "働く", None, None, Some("1、はい"))]
    );
}

#[test]
fn i58_a_text_that_is_no_change_tells_nothing() {
    for text in [
        "壊れた記録",
        "{",
        "3",
        "{}",
        r#"{"edit":{"changes":[]}}"#,
        r#"{"edit":3}"#,
    ] {
        assert_eq!(unread(text, written), None, "{text}");
    }
}
