//! A change told in words: 120戸から100戸へ, R6の8.2%をR11に10%とする.

use super::cells::without_label;
use super::kind::is_figure;
use strategy::{At, Figure, half_width, read_cell};

/// A baseline and a target told in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The text before the figures; empty if they stand alone.
    pub name: String,
    /// 当初値, with its year in brackets.
    pub baseline: String,
    /// 目標値, with its year in brackets.
    pub target: String,
    /// True if the name is parted from the figures by a colon or a space, and not by a particle.
    pub is_labelled: bool,
}

/// Longest text that is read, in characters.
const LONGEST: usize = 120;

/// Ends of a sentence behind the second figure, the longer first.
const VERBS: [&str; 40] = [
    "に引き上げる",
    "へ引き上げる",
    "に引き下げる",
    "へ引き下げる",
    "に増加させる",
    "へ増加させる",
    "に減少させる",
    "へ減少させる",
    "に向上させる",
    "へ向上させる",
    "に増やす",
    "へ増やす",
    "に減らす",
    "へ減らす",
    "に伸ばす",
    "へ伸ばす",
    "に高める",
    "へ高める",
    "に上げる",
    "へ上げる",
    "に下げる",
    "へ下げる",
    "に拡大する",
    "へ拡大する",
    "に削減する",
    "へ削減する",
    "に縮小する",
    "へ縮小する",
    "に改善する",
    "へ改善する",
    "とすることを目指す",
    "にすることを目指す",
    "を目指す",
    "とする",
    "にする",
    "になる",
    "へと",
    "へ",
    "に",
    "と",
];

/// Reads a text that tells one change and nothing else.
pub fn change(text: &str) -> Option<Change> {
    const MARKS: [&str; 5] = ["から", "より", "→", "⇒", "を"];
    if text.len() > LONGEST * 3 || !MARKS.iter().any(|mark| text.contains(mark)) {
        return None;
    }
    let text = half_width(text);
    let text = text.trim().trim_end_matches('。').trim();
    let (text, late) = year_at_end(text);
    let verb = VERBS.iter().find_map(|verb| {
        let polite = polite(verb);
        text.strip_suffix(verb)
            .or_else(|| text.strip_suffix(polite.as_str()))
    });
    // Without a verb an arrow tells the change; the bracket is that of the second figure: 120戸(R5)→100戸(R11).
    let (body, late) = match verb {
        Some(body) => (body, late),
        None => (text, late),
    };
    let is_to = |mark: &str| match (verb, mark) {
        (None, "→" | "⇒") => true,
        (None, _) => false,
        (Some(_), "を") => text.ends_with(['る', 'す', 'と', 'に', 'へ']),
        (Some(_), _) => true,
    };
    MARKS
        .into_iter()
        .filter(|mark| is_to(mark))
        .find_map(|mark| {
            let mut cuts = body.rmatch_indices(mark);
            cuts.find_map(|(at, _)| {
                of_sides(&body[..at], &body[at + mark.len()..], late.as_deref())
            })
        })
}

/// 増やします of 増やす.
fn polite(verb: &str) -> String {
    for (plain, polite) in [
        ("やす", "やします"),
        ("らす", "らします"),
        ("ばす", "ばします"),
        ("目指す", "目指します"),
        ("する", "します"),
        ("せる", "せます"),
        ("げる", "げます"),
        ("める", "めます"),
        ("なる", "なります"),
    ] {
        if let Some(stem) = verb.strip_suffix(plain) {
            return format!("{stem}{polite}");
        }
    }
    verb.to_owned()
}

/// Takes the year in brackets off the end: …減らす(R11).
fn year_at_end(text: &str) -> (&str, Option<String>) {
    let inside = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match inside {
        Some((before, year)) if is_year(year) => (before.trim_end(), Some(year.trim().to_owned())),
        _ => (text, None),
    }
}

fn is_year(text: &str) -> bool {
    At(text.trim().to_owned()).year().is_some()
}

/// The change between the two sides of から or を.
fn of_sides(from: &str, to: &str, late: Option<&str>) -> Option<Change> {
    let (to, of_to) = dated(to);
    let (target, before) = last_figure(to)?;
    let of_to = of_to.or_else(|| year_before(before, &["までに", "には", "に", "で", "の", "は"]));
    let led = before.trim_matches(|c: char| c.is_whitespace() || "、,".contains(c));
    let rest = of_to
        .as_deref()
        .map_or(led, |year| led.split(year).next().unwrap_or(led));
    // Nothing but the year stands before the second figure.
    if !rest
        .trim_matches(|c: char| c.is_whitespace() || "、,".contains(c))
        .is_empty()
    {
        return None;
    }
    let of_to = of_to.or_else(|| late.map(str::to_owned));
    let (from, of_from) = dated(from);
    let (baseline, before) = last_figure(from)?;
    let (name, of_from) = match of_from {
        Some(year) => (before, Some(year)),
        None => year_around(before),
    };
    let (name, is_labelled) = bare_name(name);
    let year = |text: &Option<String>| At(text.clone()?).year();
    let in_order = match (year(&of_from), year(&of_to)) {
        (Some(from), Some(to)) => from < to,
        _ => true,
    };
    let with = |figure: &str, year: Option<String>| match year {
        Some(year) => format!("{figure}（{year}）"),
        None => figure.to_owned(),
    };
    let is_one = in_order && same_unit(baseline, target) && !name.contains(['。', '→']);
    is_one.then(|| Change {
        name: name.to_owned(),
        baseline: with(baseline, of_from),
        target: with(target, of_to),
        is_labelled,
    })
}

/// Takes the year in brackets off a figure: 120戸(R5).
fn dated(text: &str) -> (&str, Option<String>) {
    year_at_end(text.trim())
}

/// The figure at the end of a text, and what stands before it.
fn last_figure(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let mut before = None;
    let starts = text.char_indices().filter_map(|(at, c)| {
        let is_cut =
            before.is_none_or(|b: char| b.is_whitespace() || "をはがのに、,:で間約".contains(b));
        let is_sign = c.is_ascii_digit()
            && !before.is_some_and(|b: char| b.is_ascii_alphanumeric() || ".,".contains(b));
        before = Some(c);
        (is_cut || is_sign || "△▲-約".contains(c)).then_some(at)
    });
    let starts: Vec<usize> = starts.collect();
    starts.into_iter().find_map(|at| {
        let figure = text[at..].trim_start();
        is_change_figure(figure).then(|| (figure, &text[..at]))
    })
}

/// True if a figure may be one of a change: a number that is no time, no age and no place.
fn is_change_figure(text: &str) -> bool {
    const TIMES: &str = "年 年度 月 日 時 分 か月 ヶ月 週 代 年生 学年 番 番目 丁目 号 期 次";
    let figure = Figure::read(text);
    let Some(number) = figure.number() else {
        return false;
    };
    let unit = number.unit.as_str();
    let is_time = TIMES.split(' ').any(|time| time == unit) || is_year(text);
    let is_age = unit == "歳" && number.value.fract().is_zero();
    let [one] = &read_cell(text)[..] else {
        return false;
    };
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || "△▲-約年月毎".contains(c));
    one.name.is_empty() && one.at.is_none() && !is_time && !is_age && starts
}

/// The year that ends in one of these particles at the end of a text: R11に.
fn year_before(text: &str, particles: &[&str]) -> Option<String> {
    let text = text.trim().trim_end_matches(['、', ',']);
    let bare = particles
        .iter()
        .find_map(|particle| text.strip_suffix(particle));
    let bare = bare.unwrap_or(text).trim();
    let starts = bare.char_indices().map(|(at, _)| at);
    let years = starts.filter(|&at| bare.len() - at <= 40);
    let mut years = years.map(|at| &bare[at..]);
    years.find(|year| is_year(year)).map(str::to_owned)
}

/// The name without the year before or behind it: 就業率:R6の, R6年度の出生数.
fn year_around(text: &str) -> (&str, Option<String>) {
    let bare = text.trim();
    if let Some(year) = year_before(bare, &["時点の", "における", "の", "は"])
        && let Some(at) = bare.rfind(&year)
    {
        return (&bare[..at], Some(year));
    }
    if let Some((year, name)) = bare.split_once('の').filter(|(year, _)| is_year(year)) {
        return (name, Some(year.to_owned()));
    }
    (text, None)
}

/// A name without the particle behind it and the label before it.
fn bare_name(text: &str) -> (&str, bool) {
    let trimmed = text.trim_end_matches(|c: char| c.is_whitespace() || "、,".contains(c));
    let is_labelled =
        trimmed.ends_with([':', '：']) || trimmed.len() < text.len() && !trimmed.is_empty();
    let name = trimmed.trim_end_matches([':', '：']);
    let particles = ["については", "について", "を", "は", "が", "も"];
    let cut = particles
        .iter()
        .find_map(|particle| name.strip_suffix(particle));
    let name = cut.unwrap_or(name).trim();
    let name = name.trim_start_matches(|c: char| "・●○◎■□◆◇▪•▶*-".contains(c) || c.is_whitespace());
    (without_label(name), is_labelled && cut.is_none())
}

/// True if two figures have one unit, or the first has none.
fn same_unit(from: &str, to: &str) -> bool {
    let unit = |text: &str| {
        Figure::read(text)
            .number()
            .map(|number| number.unit.clone())
    };
    let (from, to) = (unit(from), unit(to));
    from == to || from.is_some_and(|unit| unit.is_empty())
}

/// A sentence that tells a change of something with a name. The name of a figure alone is none.
pub fn sentence(text: &str) -> Option<Change> {
    let change = change(text)?;
    let letters = change.name.chars().count();
    (letters > 1 && letters <= 40 && !is_figure(&change.name)).then_some(change)
}
