//! Figures and targets as towns and prefectures print them, and how they are read.

mod families;
mod laws;
mod more;
mod table;

use rust_decimal::Decimal;
use strategy::{
    At, CellPart, DirectionalTarget, Figure, FiscalYear, Missing, Number, Reading, read_cell,
};
use words::Say;

/// Expected reading of a printed cell.
enum Read {
    /// One figure.
    One(Reading),
    /// Several figures: name, year, text, reading.
    Parts(Vec<(&'static str, &'static str, &'static str, Reading)>),
    /// A time and no figure.
    Time(&'static str),
    /// Damaged, or not a figure: kept as text, 要確認.
    Kept,
}

/// Makes a number with its unit and nothing else.
fn n(value: &str, unit: &str) -> Number {
    Number {
        value: value.parse::<Decimal>().unwrap(),
        unit: unit.to_owned(),
        ..Number::default()
    }
}

fn at(text: &str) -> Option<At> {
    (!text.is_empty()).then(|| At(text.to_owned()))
}

fn num(number: Number) -> Read {
    Read::One(Reading::Number(number))
}

fn directional(directional: DirectionalTarget) -> Read {
    Read::One(Reading::Directional(directional))
}

fn missing(why: Missing) -> Read {
    Read::One(Reading::Missing(why))
}

/// Makes several plain figures: name, year, text, value, unit.
fn parts(parts: &[(&'static str, &'static str, &'static str, &str, &str)]) -> Read {
    let part = |&(name, at, text, value, unit)| (name, at, text, Reading::Number(n(value, unit)));
    Read::Parts(parts.iter().map(part).collect())
}

fn check(text: &str, read: &Read) {
    let figure = Figure::read(text);
    assert_eq!(figure.text(), text);
    let cell = read_cell(text);
    match read {
        Read::One(reading) => {
            assert_eq!(figure.reading(), reading, "{text}");
            assert_eq!(cell.len(), 1, "{text}: {cell:?}");
            assert!(!cell[0].figure.needs_check(), "{text}");
            if let Some(number) = figure.number() {
                assert_eq!(cell[0].at, number.at, "{text}");
                assert_eq!(cell[0].figure.value(), Some(number.value), "{text}");
            }
        }
        Read::Parts(parts) => {
            assert!(figure.needs_check(), "{text}: several figures are not one");
            let expected: Vec<CellPart> = parts
                .iter()
                .map(|(name, year, text, reading)| CellPart {
                    name: (*name).to_owned(),
                    at: at(year),
                    figure: Figure::corrected(text, reading.clone()),
                })
                .collect();
            assert_eq!(cell, expected, "{text}");
        }
        Read::Time(time) => {
            assert!(figure.needs_check() && cell.len() == 1, "{text}: {cell:?}");
            assert_eq!(cell[0].at, at(time), "{text}");
        }
        Read::Kept => {
            assert!(figure.needs_check(), "{text}: {:?}", figure.reading());
            assert!(
                cell.len() == 1 && cell[0].figure == figure,
                "{text}: {cell:?}"
            );
            assert_eq!(cell[0].at, None, "{text}");
        }
    }
}

#[test]
fn every_printed_line_is_read_as_it_says_or_kept() {
    let table = table::lines();
    for (text, read) in &table {
        check(text, read);
    }
    let count = |which: fn(&Read) -> bool| table.iter().filter(|(_, r)| which(r)).count();
    let one = count(|r| matches!(r, Read::One(_)));
    let several = count(|r| matches!(r, Read::Parts(_)));
    let times = count(|r| matches!(r, Read::Time(_)));
    let kept = count(|r| matches!(r, Read::Kept));
    println!(
        "{} lines: {one} read as one figure, {several} as several, {times} as a time alone, {kept} kept as text",
        table.len()
    );
    assert_eq!(table.len(), 144);
    assert!(one + several + times >= 136);
}

#[test]
fn printed_times_give_years() {
    for (text, first, last) in [
        ("（2年）", 2020, 2020),
        ("令和５(2023)～ 令和10(2028)年度", 2023, 2028),
        ("R5.12", 2023, 2023),
        ("（R２年10月～R３年 ９月）", 2020, 2021),
        ("200以上（2026～29累計）", 2026, 2029),
        ("29.5％ （令和11年3月 卒業者）", 2028, 2028),
        ("6,328 TEU（R6年速報値）", 2024, 2024),
    ] {
        let years = read_cell(text)[0].at.as_ref().and_then(At::years);
        let years = years.map(|p| (p.first, p.last));
        assert_eq!(years, Some((FiscalYear(first), FiscalYear(last))), "{text}");
    }
}

#[test]
fn names_and_years_are_taken_off_a_figure() {
    for (text, name, year, figure) in [
        ("431.5万円 (H30)", "", "H30", "431.5万円"),
        ("男性 R5：100件", "男性", "R5", "100件"),
        ("目標値：100人（R7）", "", "R7", "目標値：100人"),
        ("65歳以上：30%", "65歳以上", "", "30%"),
        ("契約件数 5件", "契約件数", "", "5件"),
        ("全国 43 位", "", "", "全国 43 位"),
        ("累計：515人", "", "", "累計：515人"),
        ("－（R5）", "", "R5", "－"),
        ("19年(R1)", "", "R1", "19年(R1)"),
        (
            "全国平均を下回る（令和８年度）",
            "",
            "令和8年度",
            "全国平均を下回る",
        ),
        ("10件（R3国勢調査）", "", "R3", "10件（R3国勢調査）"),
    ] {
        let [part] = &read_cell(text)[..] else {
            panic!("{text}: one figure")
        };
        let read = (part.name.as_str(), &part.at, part.figure.text());
        assert_eq!(read, (name, &at(year), figure), "{text}");
    }
}

#[test]
fn r8_r9_each_family_is_read_right_or_left_to_a_person() {
    let wrong: Vec<String> = families::FAMILIES
        .iter()
        .flat_map(|(family, lines)| lines.iter().map(move |line| (family, line)))
        .filter_map(|(family, (text, wanted))| {
            let read = match Figure::read(text).reading() {
                Reading::Unread => "要確認".to_owned(),
                reading => reading.say(),
            };
            (read != *wanted).then(|| format!("{family}: {text}: {read}, not {wanted}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn further_texts_are_read_and_shown_in_one_line() {
    for (text, summary) in more::LINES {
        assert_eq!(Figure::read(text).reading().say(), *summary, "{text}");
    }
    for text in more::KEPT {
        assert_eq!(Figure::read(text).reading(), &Reading::Unread, "{text}");
    }
}
