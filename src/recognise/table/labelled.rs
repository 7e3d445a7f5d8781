//! A line that says in words which of its figures is which, in any order: 移住者数　目標20人（現状10人）, KPI：就農者数 20人（R11）.

use super::cells::{is_label, unmarked, without_label};
use super::heads::{ColumnKind, head, is_time};
use super::kind::{is_figure, is_unit};
use strategy::{At, Figure, Reading, read_cell};

/// A line with a name and figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// 指標名.
    pub name: String,
    /// Its figures, each with its kind, year and text.
    pub figures: Vec<(ColumnKind, Option<String>, String)>,
    /// True if the line says of itself that it is an indicator's, or names a target.
    pub is_told: bool,
    /// True if words or years say of each figure what it is.
    pub is_sure: bool,
    /// True if a target stands alone in brackets, as it may behind a title: 農業の振興（目標20件）.
    pub is_aside: bool,
}

/// A figure as it is found.
#[derive(Debug, Default)]
struct Found<'a> {
    kind: Option<ColumnKind>,
    year: Option<&'a str>,
    text: &'a str,
}

/// Longest line that is read, in bytes.
const LONGEST: usize = 300;
/// A line is tried at no more places between its name and its figures.
const MOST_CUTS: usize = 12;
/// Words before a figure that say what it is, the longer first.
const KINDS: [(&str, ColumnKind); 19] = [
    ("目標数値", ColumnKind::Target),
    ("最終目標", ColumnKind::Target),
    ("中間目標", ColumnKind::Target),
    ("中間値", ColumnKind::Target),
    ("中間", ColumnKind::Target),
    ("目標値", ColumnKind::Target),
    ("目標", ColumnKind::Target),
    ("計画値", ColumnKind::Target),
    ("現状値", ColumnKind::Baseline),
    ("現状", ColumnKind::Baseline),
    ("現況値", ColumnKind::Baseline),
    ("現況", ColumnKind::Baseline),
    ("基準値", ColumnKind::Baseline),
    ("当初値", ColumnKind::Baseline),
    ("策定時", ColumnKind::Baseline),
    ("直近値", ColumnKind::Baseline),
    ("実績値", ColumnKind::Actual),
    ("実績", ColumnKind::Actual),
    ("基準", ColumnKind::Baseline),
];
/// Ends of a line behind its last figure.
const ENDS: [&str; 6] = [
    "を目指します",
    "をめざします",
    "を目指す",
    "をめざす",
    "とします",
    "とする",
];

/// True for a sign between a name, its words and its figures.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || "：:、，／/;；・（()）［[]］【】〔〕〈〉<>＜＞｜|…".contains(c)
}

/// Reads a line that tells the figures of one indicator and nothing else, a target among them.
pub fn labelled(line: &str) -> Option<Labelled> {
    let text = line.trim().trim_end_matches('。');
    let has_figure = || text.contains(char::is_numeric);
    if text.len() > LONGEST || text.contains('。') || !has_figure() || !is_closed(text) {
        return None;
    }
    let end = ENDS.iter().find_map(|end| text.strip_suffix(end));
    let bare = unmarked(end.unwrap_or(text));
    let text = without_label(bare);
    let is_labelled = text.len() < bare.len();
    // The number of a goal is no target.
    if text.starts_with("基本目標") {
        return None;
    }
    let mut before = None;
    let cuts = text.char_indices().filter(|(at, c)| {
        let (rest, is_behind_gap) = (&text[*at..], before.is_some_and(is_gap));
        before = Some(*c);
        *at > 0 && (is_behind_gap && begins_entry(rest) || kind_at(rest).is_some())
    });
    let mut cuts = cuts.take(MOST_CUTS);
    let (at, found) = cuts.find_map(|(at, _)| Some((at, figures(&text[at..])?)))?;
    let name = text[..at].trim_end_matches(is_gap).trim_end();
    let of = name.strip_suffix('の').filter(|_| at == name.len());
    let is_apart = name.len() < at;
    let is_after_colon = text[name.len()..at].contains(['：', ':']);
    let is_aside = text[name.len()..at].contains(['（', '(']) && found.len() == 1;
    let name = of.unwrap_or(name);
    let (figures, is_each_told) = kinds_of(found)?;
    let names_target = is_each_told || is_labelled || end.is_some();
    (is_name(name) && (names_target || is_after_colon)).then(|| Labelled {
        name: name.to_owned(),
        is_told: names_target,
        is_sure: is_each_told && is_apart && of.is_none() && !is_aside && !name.contains("目標"),
        is_aside,
        figures,
    })
}

/// True if a text may be the name of an indicator.
fn is_name(name: &str) -> bool {
    const HEADINGS: [&str; 8] = [
        "基本目標",
        "施策",
        "第",
        "基本方針",
        "横断的",
        "具体的",
        "政策",
        "目標",
    ];
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    (2..=40).contains(&letters)
        && !HEADINGS.iter().any(|word| name.starts_with(word))
        && !name.ends_with(['と', 'を', 'は', 'が', 'に', 'で'])
        && is_closed(name)
        && !name.contains(['→', '\t', '、', '：', ':'])
        && !is_figure(name)
        && !is_unit(name)
        && !is_time(name)
        && !is_label(name)
        && head(name).is_none()
}

/// True if a text closes as many brackets as it opens.
fn is_closed(text: &str) -> bool {
    text.matches(['（', '(']).count() == text.matches(['）', ')']).count()
}

/// The word at the beginning of a text that says what a figure is, and the text behind it.
fn kind_at(text: &str) -> Option<(ColumnKind, &str)> {
    let found = KINDS.iter().find(|(word, _)| text.starts_with(word))?;
    Some((found.1, &text[found.0.len()..]))
}

/// The year at the beginning of a text, and the text behind it.
fn year_at(text: &str) -> Option<(&str, &str)> {
    let starts = text.starts_with(|c: char| c.is_numeric() || is_era(c));
    if !starts {
        return None;
    }
    let ends = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(14);
    let mut ends: Vec<usize> = ends.collect();
    ends.reverse();
    ends.into_iter().find_map(|end| {
        let (year, behind) = text.split_at(end);
        let is_whole = behind.is_empty()
            || behind.starts_with(|c: char| is_gap(c) || "時末のに".contains(c))
            || kind_at(behind).is_some()
            || year.ends_with('度') && behind.starts_with(char::is_numeric);
        let is_year = is_whole
            && !year.ends_with(is_gap)
            && At(year.to_owned()).year().is_some()
            && Figure::read(year).needs_check();
        is_year.then_some((year, behind))
    })
}

/// The figures of a text in which nothing else stands.
fn figures(text: &str) -> Option<Vec<Found<'_>>> {
    let mut all: Vec<Found> = Vec::new();
    let mut rest = text.trim_start_matches(is_gap);
    while !rest.is_empty() {
        let mut one = Found::default();
        loop {
            rest = rest.trim_start_matches(|c| is_gap(c) || "時点末のにで".contains(c));
            if let Some((kind, behind)) = kind_at(rest).filter(|_| one.kind.is_none()) {
                (one.kind, rest) = (Some(kind), behind);
            } else if let Some((year, behind)) = year_at(rest).filter(|_| one.year.is_none()) {
                (one.year, rest) = (Some(year), behind);
            } else {
                break;
            }
        }
        if rest.is_empty() {
            // The year behind the last figure: 20人（R11）.
            let last = all.last_mut().filter(|_| one.kind.is_none())?;
            if last.year.is_some() || one.year.is_none() {
                return None;
            }
            last.year = one.year;
            return Some(all);
        }
        let (figure, behind) = figure_at(rest)?;
        (one.text, rest) = (figure, behind);
        let of_before = one.kind.is_some() && one.year.is_some();
        // 10人（R6） 目標 20人: a year in brackets behind a figure is that figure's.
        if let Some(last) = all.last_mut()
            && last.year.is_none()
            && of_before
            && year_is_behind(last.text, one.year, text)
        {
            last.year = one.year.take();
        }
        all.push(one);
        rest = rest.trim_start_matches(is_gap);
    }
    (!all.is_empty() && all.len() <= 6).then_some(all)
}

/// True if a year stands in brackets right behind a figure.
fn year_is_behind(figure: &str, year: Option<&str>, text: &str) -> bool {
    let Some(year) = year else { return false };
    let with = |(open, close)| format!("{figure}{open}{year}{close}");
    let mut signs = [("（", "）"), ("(", ")")].into_iter().map(with);
    signs.any(|both| text.contains(&both))
}

/// True if a text may begin with a word, a year or a figure.
fn begins_entry(text: &str) -> bool {
    kind_at(text).is_some() || text.starts_with(is_era) || begins_figure(text)
}

/// True for the first letter of a year.
fn is_era(c: char) -> bool {
    "RrHhＲＨ令平'’".contains(c)
}

/// True if a figure begins with a number, or a word that belongs to one: 約20人, 年間20人. 就農者数20人 begins with a name.
fn begins_figure(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "約",
        "概ね",
        "おおむね",
        "およそ",
        "年間",
        "年",
        "毎年",
        "月",
        "累計",
        "延べ",
        "計",
        "マイナス",
    ];
    let bare = WORDS.iter().find_map(|word| text.strip_prefix(word));
    let is_sign = |c: char| c.is_numeric() || "△▲-－−‐+＋±".contains(c);
    bare.unwrap_or(text).trim_start().starts_with(is_sign)
}

/// The figure at the beginning of a text, up to a sign that may end it, and the text behind it.
fn figure_at(text: &str) -> Option<(&str, &str)> {
    let ends = text.char_indices().filter(|(_, c)| is_gap(*c));
    let mut ends = ends.map(|(at, _)| at).chain([text.len()]);
    ends.find_map(|end| {
        let (figure, behind) = text.split_at(end);
        let reading = Figure::read(figure);
        let is_whole = matches!(
            reading.reading(),
            Reading::Number(_) | Reading::Directional(_)
        );
        let one =
            || matches!(&read_cell(figure)[..], [one] if one.name.is_empty() && one.at.is_none());
        (begins_figure(figure) && is_whole && one()).then(|| with_span(text, figure, behind))
    })
}

/// The figure with the years in brackets that it is the sum of: 累計60人（R7～R11）.
fn with_span<'a>(text: &'a str, figure: &'a str, behind: &'a str) -> (&'a str, &'a str) {
    let end = behind
        .find(['）', ')'])
        .map(|at| at + behind[at..].chars().next().map_or(0, char::len_utf8));
    let span = end.map(|end| behind.split_at(end)).filter(|(span, _)| {
        span.starts_with(['（', '('])
            && span.contains(['～', '〜', '~'])
            && is_figure(&format!("{figure}{span}"))
    });
    span.map_or((figure, behind), |(span, rest)| {
        (&text[..figure.len() + span.len()], rest)
    })
}

type Told = Vec<(ColumnKind, Option<String>, String)>;

/// Gives each figure its kind, and says if words or years told all of them. One baseline at most, and a target.
fn kinds_of(mut found: Vec<Found>) -> Option<(Told, bool)> {
    let year = |one: &Found| At(one.year?.to_owned()).year();
    let mut is_told = found.iter().all(|one| one.kind.is_some());
    match &mut found[..] {
        [one] if one.kind.is_none() => one.kind = Some(ColumnKind::Target),
        [one, two] if one.kind.is_none() && two.kind.is_none() => {
            if year(one)? >= year(two)? {
                return None;
            }
            (one.kind, two.kind) = (Some(ColumnKind::Baseline), Some(ColumnKind::Target));
            is_told = true;
        }
        _ => {}
    }
    let count = |kind| found.iter().filter(|one| one.kind == Some(kind)).count();
    // The year of an actual must be said; one alone is the baseline.
    let (baselines, actuals) = (count(ColumnKind::Baseline), count(ColumnKind::Actual));
    let targets = found
        .iter()
        .filter(|one| one.kind == Some(ColumnKind::Target));
    let mut of_years: Vec<_> = targets.map(year).collect();
    of_years.dedup();
    let is_sound = found.iter().all(|one| one.kind.is_some())
        && baselines + usize::from(actuals == 1 && baselines == 0) <= 1
        && of_years.len() == count(ColumnKind::Target)
        && !of_years.is_empty();
    if !is_sound {
        return None;
    }
    let kind = |one: &Found| match one.kind? {
        ColumnKind::Actual if baselines == 0 && actuals == 1 => Some(ColumnKind::Baseline),
        ColumnKind::Actual if one.year.is_none() => None,
        kind => Some(kind),
    };
    let figures = found.iter().map(|one| {
        let year = one.year.map(str::to_owned);
        Some((kind(one)?, year, one.text.to_owned()))
    });
    Some((figures.collect::<Option<_>>()?, is_told))
}
