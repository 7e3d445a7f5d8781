//! Weighs the fields of an indicator that was read against each other, and notes what is not certain.

use std::collections::BTreeMap;

use super::assemble::note;
use super::cells::is_numbered_label;
use super::decimals::{FAR, is_decimal_unsure};
use super::heads::{ColumnKind, head};
use super::kind::{is_class, is_figure, is_sub_row, is_unit};
use super::named_unit::{apart, named_unit};
use super::pasted::{Doubt, PastedIndicator};
use strategy::*;

/// Doubts indicators of one name, code and unit: the text does not say what tells them apart.
pub fn doubt_namesakes(all: &mut [PastedIndicator]) {
    let mut named = BTreeMap::<_, usize>::new();
    let called = |one: &PastedIndicator| {
        let indicator = &one.indicator;
        [&indicator.name, &indicator.code, &indicator.unit].map(Clone::clone)
    };
    for one in &*all {
        *named.entry(called(one)).or_default() += 1;
    }
    for one in all {
        if named.get(&called(one)).is_some_and(|count| *count > 1) {
            one.doubt(Doubt::Name);
        }
    }
}

/// Notes the only part of an indicator, which is no breakdown, unless its name says which part it is: 観光 under 区分, not
/// 男性; and unless another indicator has the same name.
pub fn note_only_parts(indicators: &mut [PastedIndicator]) {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for one in indicators.iter() {
        *names.entry(one.indicator.name.clone()).or_default() += 1;
    }
    for one in indicators {
        let is_alone = names.get(&one.indicator.name) == Some(&1);
        if let [series] = &mut one.series[..]
            && is_alone
            && !series.name.is_empty()
            && !is_class(&series.name)
            && !is_sub_row(&series.name)
        {
            note(&mut one.indicator, "", &std::mem::take(&mut series.name));
        }
    }
}

/// Unit, way and counting, from the figures.
pub fn propose(one: &mut PastedIndicator) {
    let indicator = &mut one.indicator;
    if let Some((name, unit)) = apart(&indicator.name)
        && (indicator.unit.is_empty() || half_width(&indicator.unit) == unit)
    {
        (indicator.name, indicator.unit) = (name, unit);
    }
    if indicator.unit.is_empty() {
        let unit = |f: &Figure| f.number().map(|n| n.unit.clone());
        let units = one.series.iter().flat_map(Series::figures).filter_map(unit);
        indicator.unit = units
            .into_iter()
            .find(|u| !u.is_empty())
            .or_else(|| named_unit(&indicator.name))
            .unwrap_or_default();
    }
    one.propose_kind();
}

/// Doubts the years that the plan does not cover: a target before or after it, an actual or a baseline after it.
fn weigh_years(one: &mut PastedIndicator, period: Period) {
    let mut years = Vec::new();
    for series in &one.series {
        let targets = series.targets.keys().copied();
        years.extend(targets.filter(|year| *year < period.first || *year > period.last));
        let baseline = series.baseline.as_ref().and_then(|b| b.at.as_ref());
        let taken = baseline.and_then(At::year).into_iter();
        let taken = taken.chain(series.actuals.keys().copied());
        years.extend(taken.filter(|year| *year > period.last));
    }
    sort::ascending(&mut years);
    years.dedup();
    for year in years {
        one.doubt(Doubt::Outside(year));
    }
}

/// A figure with another behind a slash that is not how many there are in all.
enum OutOf {
    /// 12/15 in a row of ％.
    Share,
    /// 79.5／84.1: of two series.
    Pair,
}

fn out_of(one: &PastedIndicator) -> Option<OutOf> {
    let name = one
        .indicator
        .name
        .trim_end_matches(|c: char| "(（%％)）".contains(c));
    let is_rate = one.indicator.unit.is_empty() && name.ends_with(['率', '合']);
    let share = half_width(&one.indicator.unit) == "%" || is_rate;
    let figures = one.series.iter().flat_map(Series::figures);
    figures.filter_map(Figure::number).find_map(|n| {
        let of = n.aside.strip_prefix('/')?;
        match (share, n.value.scale() > 0 && of.contains('.')) {
            (true, _) if n.unit.is_empty() => Some(OutOf::Share),
            (_, true) => Some(OutOf::Pair),
            _ => None,
        }
    })
}

/// True if some of its figures are of a year and some of several: 5人/年, then 5年間で30人.
fn mixes_spans(series: &Series) -> bool {
    let numbers = || series.figures().filter_map(Figure::number);
    let of_a_year = |n: &Number| n.span == Span::EveryYear || n.unit.ends_with("/年");
    numbers().any(of_a_year) && numbers().any(|n| n.span == Span::Cumulative)
}

/// The stretch of time that a figure is counted in, where it is shorter than a year: 月 of 月1回.
fn rhythm(figure: &Figure) -> Option<char> {
    let text = half_width(figure.text());
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let mut before = text[..at].chars().rev();
    let rhythm = before.next().filter(|c| "月週日".contains(*c));
    rhythm.filter(|_| !before.next().is_some_and(char::is_numeric))
}

/// True if figures are counted in different stretches of time: 月1回, then 週1回.
fn mixes_rhythms(series: &Series) -> bool {
    let figures = series.figures();
    let mut all = figures.into_iter().filter(|one| one.value().is_some());
    let first = all.next().and_then(rhythm);
    all.any(|one| rhythm(one) != first)
}

/// True if a target has a plus and the baseline and actuals have no sign: 3件, then ＋5件.
fn may_be_increase(series: &Series) -> bool {
    let signed = |figure: &Figure| {
        let text = half_width(figure.text());
        text.trim_start().starts_with(['+', '-', '△', '▲', '±'])
    };
    let plus = |figure: &Figure| {
        figure.value().is_some() && half_width(figure.text()).trim_start().starts_with('+')
    };
    let reached = series.baseline.iter().map(|baseline| &baseline.figure);
    let mut reached = reached
        .chain(series.actuals.values())
        .filter(|one| one.value().is_some());
    series.targets.values().any(plus) && reached.all(|figure| !signed(figure))
}

/// True for a part of a breakdown that names nothing by itself: 町内, 65歳以上. 転入 does.
fn is_part(name: &str) -> bool {
    const NAMES: [&str; 4] = ["転入", "転出", "自然増減", "社会増減"];
    let bare = name.strip_suffix('数').unwrap_or(name);
    is_class(name) && !NAMES.contains(&bare)
}

/// Weighs the fields of an indicator against each other.
pub fn weigh(one: &mut PastedIndicator, period: Period) {
    weigh_years(one, period);
    if one.unread() > 0 {
        one.doubt(Doubt::Unread);
    }
    let name = &one.indicator.name;
    let prose = name.contains('。') || name.chars().count() > 60;
    let number = name.chars().all(|c| !c.is_alphabetic());
    if prose
        || number
        || is_figure(name)
        || is_unit(name.trim_start_matches('/'))
        || is_sub_row(name)
        || is_part(name)
        || name.chars().count() < 2
        || is_numbered_label(name)
        || name.matches('"').count() % 2 == 1
        || head(name).is_some_and(|h| h != ColumnKind::Group)
    {
        one.doubt(Doubt::Name);
    }
    let unit_of = |n: &Number| match n.unit.as_str() {
        "" => None,
        unit => Some(unit.strip_suffix("/年").unwrap_or(unit).to_owned()),
    };
    let mut units: Vec<String> = one
        .series
        .iter()
        .flat_map(Series::figures)
        .filter_map(|f| f.number().and_then(unit_of))
        .collect();
    units.extend(match one.indicator.unit.as_str() {
        "" => None,
        unit => Some(half_width(unit.strip_suffix("/年").unwrap_or(unit))),
    });
    // 売上額（千円） with figures in 円; （年） may say of what time they are.
    let of_name = named_unit(&one.indicator.name).filter(|unit| unit != "年");
    units.extend(of_name.map(|unit| unit.trim_end_matches("/年").to_owned()));
    sort::ascending(&mut units);
    units.dedup();
    if units.len() > 1 {
        one.doubt(Doubt::Units);
    }
    let far = |s: &Series| {
        let from = s
            .baseline
            .as_ref()
            .and_then(|b| b.figure.value())
            .map(|v| v.abs());
        let mut to = s
            .targets
            .values()
            .filter_map(Figure::value)
            .map(|v| v.abs());
        let Some(from) = from.filter(|v| !v.is_zero()) else {
            return false;
        };
        to.any(|to| !to.is_zero() && (to / FAR > from || from / FAR > to))
    };
    if is_decimal_unsure(one) {
        one.doubt(Doubt::Decimals);
    }
    match out_of(one) {
        Some(OutOf::Share) => one.doubt(Doubt::Units),
        Some(OutOf::Pair) => one.doubt(Doubt::Place),
        None => {}
    }
    if one.series.iter().any(mixes_spans) {
        one.doubt(Doubt::Units);
    }
    if one.series.iter().any(mixes_rhythms) {
        one.doubt(Doubt::Units);
    }
    if one.series.iter().any(may_be_increase) {
        one.doubt(Doubt::Increase);
    }
    if one.series.iter().any(far) {
        one.doubt(Doubt::Size);
    }
}
