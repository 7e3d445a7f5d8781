//! Points and stretches of time as printed: R5年度, H27, 令和5(2023)年, 2022年4月, R5.12, 2021~2026年度.

use super::lexer::{bracket, collapse_spaces, digit_at, skip_spaces, word};
use crate::year::At;

/// Reads a number of one or two digits at `i`, with neither a digit nor a comma after it.
fn small(s: &[char], i: usize) -> Option<(u32, usize)> {
    let len = s[i.min(s.len())..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count();
    let end = i + len;
    let cut = s.get(end) == Some(&',') && digit_at(s, end + 1);
    if !(1..=2).contains(&len) || cut {
        return None;
    }
    let n = s[i..end].iter().filter_map(|c| c.to_digit(10));
    Some((n.fold(0, |sum, d| sum * 10 + d), end))
}

/// Returns the position after a western year at `i`.
fn western(s: &[char], i: usize) -> Option<usize> {
    let mut year = 0;
    for c in s.get(i..i + 4)? {
        year = year * 10 + c.to_digit(10)?;
    }
    let cut = matches!(s.get(i + 4), Some(',')) && digit_at(s, i + 5);
    ((1868..=2200).contains(&year) && !digit_at(s, i + 4) && !cut).then_some(i + 4)
}

/// Reads an era and its year at `i`: the position after it, and true if 年 must follow.
fn era(s: &[char], i: usize) -> Option<(usize, bool)> {
    let (after, strict) = match s.get(i)? {
        'R' | 'H' => (i + 1, false),
        'S' | 'T' | 'M' => (i + 1, true),
        _ => {
            let name = ["令和", "平成", "昭和", "大正", "明治"];
            let end = name.iter().find_map(|name| word(s, i, name))?;
            return era_year(s, skip_spaces(s, end)).map(|end| (end, false));
        }
    };
    let end = era_year(s, after)?;
    let next = s.get(end).copied().unwrap_or(' ');
    (!next.is_ascii_alphanumeric() && next != '%').then_some((end, strict))
}

fn era_year(s: &[char], i: usize) -> Option<usize> {
    if s.get(i) == Some(&'元') {
        return Some(i + 1);
    }
    small(s, i).filter(|(n, _)| *n > 0).map(|(_, end)| end)
}

/// Returns the position after 年 or 年度 (or 度 after a bare era year) at `i`; spaces before it are allowed.
fn year_word(s: &[char], i: usize) -> Option<usize> {
    let j = skip_spaces(s, i);
    word(s, j, "年度")
        .or_else(|| word(s, j, "年").filter(|&e| s.get(e) != Some(&'間')))
        .or_else(|| word(s, j, "度"))
}

/// Returns the position after a month, and a day, behind 年: 4月, 4月1日.
fn month_after(s: &[char], i: usize) -> Option<usize> {
    let (n, end) = small(s, skip_spaces(s, i))?;
    let end = word(s, skip_spaces(s, end), "月").filter(|_| (1..=12).contains(&n))?;
    let day = small(s, skip_spaces(s, end)).filter(|(n, _)| (1..=31).contains(n));
    Some(
        day.and_then(|(_, e)| word(s, skip_spaces(s, e), "日"))
            .unwrap_or(end),
    )
}

/// Returns the position after a month, and a day, behind a point or a slash: .12, .8月, /4, .3.31.
fn month_pointed(s: &[char], i: usize) -> Option<usize> {
    let mark = *s.get(i).filter(|c| matches!(c, '.' | '/'))?;
    let (_, end) = small(s, i + 1).filter(|(n, _)| (1..=12).contains(n))?;
    let end = match s.get(end) {
        Some(&c) if c == mark => small(s, end + 1).filter(|(n, _)| (1..=31).contains(n))?.1,
        _ => end,
    };
    let next = s.get(end).copied().unwrap_or(' ');
    let sound = !matches!(next, '%' | '/' | '.') && !digit_at(s, end);
    sound.then(|| word(s, end, "月").unwrap_or(end))
}

/// Returns the position after the year of the other calendar in brackets, as in 令和5(2023)年度.
fn other_calendar(s: &[char], i: usize) -> Option<usize> {
    let (inside, end) = bracket(s, skip_spaces(s, i))?;
    let whole = |e: usize| {
        let e = skip_spaces(&s[..inside.end], e);
        e == inside.end || year_word(&s[..inside.end], e) == Some(inside.end)
    };
    let start = skip_spaces(s, inside.start);
    western(s, start)
        .or_else(|| era(s, start).map(|(e, _)| e))
        .filter(|&e| whole(e))
        .map(|_| end)
}

/// Returns the position after one point in time at `i`. `alone`: in brackets or as a whole cell, where a bare 2016 is
/// a year.
fn moment(s: &[char], i: usize, alone: bool) -> Option<usize> {
    let joined = i
        .checked_sub(1)
        .and_then(|b| s.get(b))
        .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ','));
    if joined {
        return None;
    }
    if let Some((end, strict)) = era(s, i) {
        return year_rest(s, end, strict && !alone, true);
    }
    if let Some(end) = western(s, i) {
        let bare = alone && bare_year_ends(s, end);
        return year_rest(s, end, !bare, bare);
    }
    if !alone {
        return None;
    }
    let end = era_year(s, i)?;
    let end = word(s, skip_spaces(s, end), "年")?;
    word(s, end, "度")
        .or_else(|| month_after(s, end))
        .or((end == s.len()).then_some(end))
}

/// True if a bare western year in brackets may end before `i`.
fn bare_year_ends(s: &[char], i: usize) -> bool {
    let next = s.get(i).copied().unwrap_or(' ');
    " \n~-(./年度累平の末実目速推暫見時現".contains(next)
}

/// Returns the position after the rest of a point in time behind its year. `strict`: 年 must follow; `pointed`: a
/// month may follow a point.
fn year_rest(s: &[char], i: usize, strict: bool, pointed: bool) -> Option<usize> {
    let after = other_calendar(s, i).unwrap_or(i);
    if let Some(end) = year_word(s, after) {
        return Some(month_after(s, end).unwrap_or(end));
    }
    if after > i {
        return Some(after);
    }
    if s.get(i) == Some(&'/') && digit_at(s, i + 1) {
        let end = month_pointed(s, i)?;
        let next = s.get(end).copied().unwrap_or(' ');
        return (" \n)".contains(next)).then_some(end);
    }
    if strict {
        return None;
    }
    match s.get(i) {
        Some('.') if digit_at(s, i + 1) => pointed.then(|| month_pointed(s, i)).flatten(),
        _ => Some(i),
    }
}

/// Returns the position after the end of a stretch that began with a year: ~R7, ~2026年度, ~29, から令和3年9月.
fn until(s: &[char], i: usize, alone: bool) -> Option<usize> {
    let j = skip_spaces(s, i);
    let k = match s.get(j)? {
        '~' => j + 1,
        '-' if alone || !digit_at(s, j + 1) => j + 1,
        'か' => word(s, j, "から")?,
        _ => return None,
    };
    let k = skip_spaces(s, k);
    moment(s, k, true).or_else(|| {
        let (_, end) = small(s, k)?;
        match year_word(s, end) {
            Some(end) => Some(month_after(s, end).unwrap_or(end)),
            None => bare_year_ends(s, end).then_some(end),
        }
    })
}

/// True if a time may begin with this character.
fn begins(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(
            c,
            'R' | 'H' | 'S' | 'T' | 'M' | '令' | '平' | '昭' | '大' | '明' | '元'
        )
}

/// Returns the position after a time at `i`, a point or a stretch.
pub(super) fn time(s: &[char], i: usize, alone: bool) -> Option<usize> {
    if !begins(*s.get(i)?) {
        return None;
    }
    if let Some(end) = moment(s, i, alone) {
        return Some(until(s, end, alone).unwrap_or(end));
    }
    // 2021~2026年度: the first year borrows 年度 from the last.
    let end = western(s, i).filter(|_| i == 0 || !s[i - 1].is_ascii_alphanumeric())?;
    let last = until(s, end, true)?;
    matches!(s[last - 1], '年' | '度' | '月').then_some(last)
}

/// Reads the whole text as a time; brackets around it are allowed.
pub(super) fn whole(s: &[char]) -> Option<At> {
    let range = super::lexer::trim(s, 0..s.len());
    if let Some((inside, end)) = bracket(s, range.start)
        && end == range.end
    {
        return whole(&s[inside]);
    }
    let s = &s[range];
    (time(s, 0, true)? == s.len()).then(|| at(s))
}

/// Reads the inside of brackets as a time. 5年 may be five years as well as 令和5年, and is refused.
pub(super) fn in_brackets(s: &[char]) -> Option<At> {
    whole(s).filter(|at| {
        !at.0.starts_with(|c: char| c.is_ascii_digit()) || at.0.len() > 5 || !at.0.ends_with('年')
    })
}

/// Returns the printed time, in half-width and without spaces.
pub(super) fn at(s: &[char]) -> At {
    At(collapse_spaces(s).replace(' ', ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::lexer::scan;

    fn ends(text: &str, alone: bool) -> Option<String> {
        let s = scan(text);
        time(&s, 0, alone).map(|end| at(&s[..end]).0)
    }

    #[test]
    fn times_before_a_figure() {
        for (text, read) in [
            ("R5年度 3人", "R5年度"),
            ("Ｒ６：3人", "R6"),
            ("H30 7,286人", "H30"),
            ("H28 度 255 人", "H28度"),
            ("令和元年 5", "令和元年"),
            ("令和５(2023)年 5", "令和5(2023)年"),
            ("2023（令和５）年度", "2023(令和5)年度"),
            ("2024年 22.1％", "2024年"),
            ("2022年４月 172人", "2022年4月"),
            ("令和6年4月1日", "令和6年4月1日"),
            ("R8.5月 [366件]", "R8.5月"),
            ("R5.12", "R5.12"),
            ("2021~2026年度平均", "2021~2026年度"),
            (
                "令和５(2023)～ 令和10(2028)年度",
                "令和5(2023)~令和10(2028)年度",
            ),
            ("R２年10月～R３年 ９月", "R2年10月~R3年9月"),
            ("R4～7年度", "R4~7年度"),
            ("H27-R1", "H27-R1"),
            ("H26からH30の平均", "H26からH30"),
        ] {
            assert_eq!(ends(text, false).as_deref(), Some(read), "{text}");
        }
        for text in [
            "2022",
            "2022.4",
            "2000～2500人",
            "2,022年",
            "R5,000",
            "H1N1",
            "S5",
            "R5.13",
            "5年度",
            "H100",
            "R0",
            "H10%",
            "2024年間",
            "令和",
        ] {
            assert_eq!(ends(text, false), None, "{text}");
        }
    }

    #[test]
    fn times_in_brackets() {
        for (text, read) in [
            ("2016", "2016"),
            ("2022.4", "2022.4"),
            ("2026～29累計", "2026~29"),
            ("2年", "2年"),
            ("5年度", "5年度"),
            ("S55", "S55"),
        ] {
            assert_eq!(ends(text, true).as_deref(), Some(read), "{text}");
        }
        for text in ["2,016", "12件", "5年計画", "2016人", "0年", "1500"] {
            assert_eq!(ends(text, true), None, "{text}");
        }
    }
}
