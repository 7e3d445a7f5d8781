//! The year in a head or a cell: 令和5年度, 2020年10月1日, R5実績, 人口（令和5年）, 2020100000.

use strategy::{At, FiscalYear, half_width};

/// Years that a file may be of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// Eras in full, whose years need no sign after them.
const ERAS: [&str; 5] = ["令和", "平成", "昭和", "大正", "明治"];

/// The year of a text, and the text without it; `None`: it names none, or several that differ.
pub fn year_in(text: &str) -> Option<(FiscalYear, String)> {
    let plain = half_width(text.trim());
    if let Some(year) = time_code(&plain).or_else(|| whole(&plain)) {
        return Some((year, String::new()));
    }
    let mut year = None;
    let mut rest = String::new();
    let mut at = 0;
    while let Some(letter) = plain[at..].chars().next() {
        let Some((dated, length)) = run(&plain, at) else {
            rest.push(letter);
            at += letter.len_utf8();
            continue;
        };
        let found = whole(&plain[at..at + dated])?;
        if year.is_some_and(|year| year != found) {
            return None;
        }
        year = Some(found);
        at += length;
    }
    Some((year?, trimmed(&rest)))
}

/// The year of a text that says nothing else.
pub fn year_alone(text: &str) -> Option<FiscalYear> {
    let (year, rest) = year_in(text)?;
    let is_plain = ["", "末", "末現在", "現在", "実績", "国勢調査", "時点", "次"].contains(&&*rest);
    is_plain.then_some(year)
}

/// The text without brackets that hold nothing, and without marks at its ends.
fn trimmed(text: &str) -> String {
    let mut text = text.to_owned();
    for empty in ["()", "[]", "【】", "「」", "〔〕"] {
        text = text.replace(empty, "");
    }
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '_' | '-' | '・' | '/' | ':' | '、');
    text.trim_matches(is_mark)
        .trim_start_matches('の')
        .to_owned()
}

fn whole(text: &str) -> Option<FiscalYear> {
    if let Some(year) = iso(text) {
        return Some(year);
    }
    let text = text.trim();
    let year = FiscalYear::parse(text).or_else(|| {
        let is_dated = text.contains(['年', '.']) && text.chars().all(is_of_day);
        is_dated.then(|| At(text.to_owned()).year()).flatten()
    })?;
    YEARS.contains(&year.0).then_some(year)
}

/// True for a letter of which days and their notes are made: what says more than a day is no year alone.
fn is_of_day(c: char) -> bool {
    c.is_ascii_digit()
        || c.is_whitespace()
        || ".()/-RHSrhs年月日度末現在時点元令和平成昭和大正明治".contains(c)
}

/// A day as data has it, 2023-10-01 or 2023/10/1: the fiscal year it lies in.
fn iso(text: &str) -> Option<FiscalYear> {
    let text = text.split(['T', ' ']).next()?;
    let mut parts = text.split(['-', '/']);
    let (year, month) = (parts.next()?, parts.next()?);
    let is_short = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    if year.len() != 4 || !is_short(month) || !parts.next().is_none_or(is_short) {
        return None;
    }
    let (year, month): (i32, i32) = (year.parse().ok()?, month.parse().ok()?);
    if !YEARS.contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    Some(FiscalYear(if month < 4 { year - 1 } else { year }))
}

/// 時間軸コード of e-Stat for a year or a fiscal year: 2020000000, 2020100000.
fn time_code(text: &str) -> Option<FiscalYear> {
    let rest = text.get(4..)?;
    let year = matches!(rest, "000000" | "100000").then(|| text.get(..4))??;
    let year = year.parse().ok()?;
    YEARS.contains(&year).then_some(FiscalYear(year))
}

/// The length of a year with its day that a text names from a place on, and the length with 末 or 現在 behind it.
fn run(text: &str, at: usize) -> Option<(usize, usize)> {
    let (before, rest) = text.split_at(at);
    if before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.') {
        return None;
    }
    let era = ERAS.iter().find(|era| rest.starts_with(**era));
    let letter = rest.starts_with(['R', 'H', 'S', 'r', 'h', 's']);
    let head = era.map_or(usize::from(letter), |era| era.len());
    let digits = &rest[head..];
    let number = match digits.starts_with('元') {
        true => '元'.len_utf8(),
        false => digits.bytes().take_while(u8::is_ascii_digit).count(),
    };
    let is_western = head == 0 && number == 4;
    let is_era = head > 0 && (1..=3).contains(&number);
    if !is_western && !is_era {
        return None;
    }
    let after = &digits[number..];
    let mark = ["年度", "年"].iter().find(|mark| after.starts_with(**mark));
    let ends = !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == ',' || c == '.');
    if mark.is_none() && !ends {
        return None;
    }
    let length = head + number + mark.map_or(0, |mark| mark.len());
    let dated = mark.map_or(0, |_| day(&text[at + length..]));
    let noted = mark.map_or(0, |_| as_of(&text[at + length + dated..]));
    Some((length + dated, length + dated + noted))
}

/// The length of 末, 現在 or 時点 at the beginning of a text; 現在高 is a word of its own.
fn as_of(text: &str) -> usize {
    let end = text.strip_prefix('末').unwrap_or(text);
    let notes = ["現在", "時点"];
    let rest = notes.iter().find_map(|note| end.strip_prefix(note));
    let rest = rest.filter(|rest| !rest.starts_with('高'));
    text.len() - rest.unwrap_or(end).len()
}

/// The length of 10月1日 or 4月 at the beginning of a text.
fn day(text: &str) -> usize {
    let mut length = 0;
    for sign in ['月', '日'] {
        let rest = &text[length..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        match rest[digits..].strip_prefix(sign) {
            Some(_) if digits > 0 => length += digits + sign.len_utf8(),
            _ => break,
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_found_in_heads_and_cells() {
        for (text, year, rest) in [
            ("令和5年度", 2023, ""),
            ("令和５年度（2023年度）", 2023, ""),
            ("2020年", 2020, ""),
            ("2020", 2020, ""),
            ("R5", 2023, ""),
            ("R5実績", 2023, "実績"),
            ("人口_2020", 2020, "人口"),
            ("人口（令和5年）", 2023, "人口"),
            ("2020年人口総数", 2020, "人口総数"),
            ("平成31年3月末", 2018, ""),
            ("2023-10-01", 2023, ""),
            ("2024/3/31", 2023, ""),
            ("令和5年10月1日現在", 2023, ""),
            ("2020100000", 2020, ""),
            ("令和元年度決算（千円）", 2019, "決算(千円)"),
            ("令和5年1月1日現在人口", 2022, "人口"),
            ("令和5年3月31日時点の世帯数", 2022, "世帯数"),
            ("令和5年度末現在高", 2023, "現在高"),
            ("令和5年度末人口", 2023, "人口"),
        ] {
            let found = year_in(text).map(|(year, rest)| (year.0, rest));
            assert_eq!(found, Some((year, rest.to_owned())), "{text}");
        }
        for text in [
            "",
            "人口",
            "012360",
            "12360",
            "A2101",
            "令和4年から令和5年",
            "65歳以上",
            "H",
            "1,234",
            "R",
        ] {
            assert_eq!(year_in(text), None, "{text}");
        }
        assert_eq!(year_alone("令和5年度末"), Some(FiscalYear(2023)));
        assert_eq!(year_alone("人口（令和5年）"), None);
    }
}
