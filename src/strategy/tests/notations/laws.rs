//! Properties of any text.

use proptest::prelude::*;
use rust_decimal::Decimal;
use strategy::{Bound, Figure, Number, Reading, read_cell};
use words::Say;

use super::{more, table};

/// Characters of printed lines, and some others.
const CHARS: &str = "0123456789０１２,，.．-－△▲+±％%人件円年度月日RH令和平成万億兆千百（）()［］～~／/：:、 　\n※①②\
    以上下未満超約程度台増減累計平均見込速報現状値から比の倍ゼロ維持↗→⇒◎○うち男女小中ABt-CO2";

fn printed() -> Vec<String> {
    let table = table::lines().into_iter().map(|(text, _)| text.to_owned());
    let more = more::LINES.iter().map(|(text, _)| (*text).to_owned());
    let kept = more::KEPT.iter().map(|text| (*text).to_owned());
    table.chain(more).chain(kept).collect()
}

/// Returns a printed line with a few characters removed, inserted, doubled or changed.
fn mutated() -> impl Strategy<Value = String> {
    let chars: Vec<char> = CHARS.chars().collect();
    let slip = (
        any::<prop::sample::Index>(),
        0..4u8,
        prop::sample::select(chars),
    );
    (
        prop::sample::select(printed()),
        prop::collection::vec(slip, 0..4),
    )
        .prop_map(|(text, slips)| {
            let mut s: Vec<char> = text.chars().collect();
            for (place, kind, c) in slips {
                let i = place.index(s.len() + 1);
                match kind {
                    0 if i < s.len() => drop(s.remove(i)),
                    1 if i < s.len() => s.insert(i, s[i]),
                    2 if i < s.len() => s[i] = c,
                    _ => s.insert(i, c),
                }
            }
            s.into_iter().collect()
        })
}

fn scrambled() -> impl Strategy<Value = String> {
    let chars: Vec<char> = CHARS.chars().collect();
    prop::collection::vec(prop::sample::select(chars), 0..24)
        .prop_map(|chars| chars.into_iter().collect())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![mutated(), scrambled(), any::<String>()]
}

fn full_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
            ' ' => '\u{3000}',
            c => c,
        })
        .collect()
}

/// Returns the digits of the text, without commas, in half-width.
fn digits(text: &str) -> String {
    let plain = strategy::half_width(text);
    plain.chars().filter(|c| *c != ',').collect()
}

/// True if the number was computed from several printed ones.
fn worked_out(text: &str) -> bool {
    "千百十万億憶兆から比よりゼロ解消"
        .chars()
        .any(|c| text.contains(c))
}

/// True if the text contains the value, its digits together and no other digit on either side.
fn printed_in(value: Decimal, text: &str) -> bool {
    let (text, value) = (digits(text), value.abs().to_string());
    let whole = |i: usize| {
        let before = text[..i].chars().next_back();
        let after = text[i + value.len()..].chars().next();
        let runs = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        !runs(before) && before != Some('.') && !runs(after)
    };
    text.match_indices(&value).any(|(i, _)| whole(i))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_number_is_known_without_keeping_its_reading(text in texts()) {
        let (fresh, read) = (Figure::read(&text), Figure::read(&text));
        prop_assert_eq!(fresh.is_number(), read.number().is_some());
        prop_assert_eq!(read.is_number(), read.number().is_some());
    }

    #[test]
    fn r1_every_text_is_read_and_kept(text in texts()) {
        let figure = Figure::read(&text);
        prop_assert_eq!(figure.text(), &text);
        prop_assert_eq!(Figure::read(figure.text()), figure);
        let _ = figure_summary(&text);
    }

    #[test]
    fn r1_the_parts_of_a_cell_are_pieces_of_it_in_order(text in texts()) {
        let parts = read_cell(&text);
        prop_assert!(!parts.is_empty());
        let mut from = 0;
        for part in &parts {
            let found = text[from..].find(part.figure.text());
            prop_assert!(found.is_some(), "{:?} in {:?}", part.figure.text(), text);
            from += found.unwrap_or(0) + part.figure.text().len();
            prop_assert!(parts.len() == 1 || !part.figure.needs_check());
            prop_assert_eq!(&Figure::read(part.figure.text()), &part.figure);
        }
    }

    #[test]
    fn r1_a_cell_of_one_figure_says_what_the_figure_says(text in texts()) {
        let figure = Figure::read(&text);
        let parts = read_cell(&text);
        if !figure.needs_check() {
            prop_assert_eq!(parts.len(), 1);
            prop_assert_eq!(parts[0].figure.value(), figure.value());
            prop_assert_eq!(parts[0].figure.missing(), figure.missing());
            let at = figure.number().and_then(|n| n.at.clone());
            prop_assert!(at.is_none() || parts[0].at == at, "{:?} {:?}", parts, figure);
        }
    }

    #[test]
    fn r2_a_value_is_printed_in_its_text(text in texts()) {
        for part in read_cell(&text) {
            if let Some(Number { value, bound, .. }) = part.figure.number()
                && !worked_out(&text)
            {
                prop_assert!(printed_in(*value, &text), "{value} in {text:?}");
                if let Bound::To(upper) = bound {
                    prop_assert!(printed_in(*upper, &text), "{upper} in {text:?}");
                }
            }
        }
    }

    #[test]
    fn r3_full_width_changes_nothing(text in texts()) {
        let wide = full_width(&text);
        let (a, b) = (Figure::read(&text), Figure::read(&wide));
        prop_assert_eq!(a.reading(), b.reading());
        let readings = |text: &str| -> Vec<_> {
            let parts = read_cell(text).into_iter();
            parts.map(|p| (p.name, p.at, p.figure.reading().clone())).collect()
        };
        prop_assert_eq!(readings(&text), readings(&wide));
    }

    #[test]
    fn r3_commas_and_spaces_at_the_ends_change_nothing(
        whole in 0..10_000_000_000u64,
        fraction in prop::option::of(0..1000u32),
        minus in any::<bool>(),
        unit in prop::sample::select(vec!["", "人", "%", "千円", "t-CO2/年", "件以上（R5）"]),
    ) {
        let mut grouped = String::new();
        let digits = whole.to_string();
        for (i, d) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(d);
        }
        let fraction = fraction.map(|f| format!(".{f}")).unwrap_or_default();
        let sign = if minus { "△" } else { "" };
        let plain = format!("{sign}{digits}{fraction}{unit}");
        let commas = format!(" {sign}{grouped}{fraction}{unit}　");
        let value: Decimal = format!("{digits}{fraction}").parse().unwrap();
        let read = Figure::read(&plain);
        prop_assert_eq!(read.value(), Some(if minus { -value } else { value }));
        let commas = Figure::read(&commas);
        prop_assert_eq!(read.reading(), commas.reading());
    }
}

fn figure_summary(text: &str) -> String {
    let summary = Figure::read(text).reading().say();
    assert!(!summary.is_empty());
    summary
}

#[test]
fn r7_a_date_or_a_code_is_no_figure() {
    for year in 1..40 {
        for month in 1..=12 {
            for text in [
                format!("R{year}.{month}"),
                format!("令和{year}年{month}月"),
                format!("20{year:02}/{month}"),
                format!("{year}-{month}"),
            ] {
                assert_eq!(Figure::read(&text).reading(), &Reading::Unread, "{text}");
            }
        }
    }
}
