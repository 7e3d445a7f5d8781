//! 指標のことば.

use super::say::Word;
use std::cmp::Ordering;

use super::text::indicators as text;
pub use super::text::indicators::*;
use super::year::YearForms;
use crate::text::marks;

use crate::charts;
use crate::number::{self as numbers, figures as number, shown};
use edit::FigureCell;
use insight::forecast::{Caveat, Effect, Forecast, Foreseen};
use insight::overview::SeriesSummary;
use insight::progress::{NoActual, Progress, ProgressStatus, Unknown};
use insight::unit;
use strategy::{GoalKind, Kind, Missing};

/// 「18件中 6件」.
pub fn found(count: usize, of: usize) -> String {
    if count == of {
        text::found_yes(of)
    } else {
        text::found_no(of, count)
    }
}

/// 「434.9（R6）→ 438.3」 of the first series, and the number of further series.
pub fn figures(rows: &[SeriesSummary]) -> String {
    let Some(row) = rows.first() else {
        return String::new();
    };
    let latest = match &row.latest {
        Some((year, figure)) => text::figures_some(shown(figure.text()), year.short()),
        None => text::figures_none().to_owned(),
    };
    let target = row
        .target
        .as_ref()
        .map_or(marks::nothing().to_owned(), |(_, figure)| {
            shown(figure.text())
        });
    let more = if rows.len() > 1 {
        text::figures_yes(rows.len() - 1)
    } else {
        String::new()
    };
    format!("{latest} → {target}{more}")
}

/// 「男性：」, the prefix for one series.
pub fn of_series(name: &str) -> String {
    if name.is_empty() {
        String::new()
    } else {
        text::of_series(name)
    }
}

/// Returns the title of the chart.
pub fn trend_title(name: &str, unit: &str) -> String {
    if unit.is_empty() {
        text::trend_title_yes(name)
    } else {
        text::trend_title_no(name, unit)
    }
}

/// Describes one series of the chart in a sentence.
pub fn trend_sentence(name: &str, row: &SeriesSummary) -> String {
    let target = match &row.target {
        Some((year, figure)) => text::trend_sentence_some(year.short(), shown(figure.text())),
        None => text::trend_sentence_none().to_owned(),
    };
    let latest = match &row.latest {
        Some((year, figure)) => text::trend_sentence_some_2(year.short(), shown(figure.text())),
        None => text::trend_sentence_none_2().to_owned(),
    };
    text::trend_sentence(of_series(name), latest, target)
}

/// Returns a forecast with as many decimals as its source figures.
pub fn forecast_figure(forecast: &Forecast) -> String {
    about(forecast.value)
}

fn about(value: Foreseen) -> String {
    [text::about(), &number(value.shown)].concat()
}

/// Returns the forecast, with its caveats.
pub fn forecast(forecast: &Forecast) -> String {
    let unit = &forecast.unit;
    let told = amount_of(&forecast_figure(forecast), unit);
    let is_impossible = forecast.caveats.contains(&Caveat::Impossible);
    let mut value = match is_impossible {
        true => limit(forecast),
        false => told.clone(),
    };
    if let Some(mean) = forecast.mean {
        value += &text::forecast_yes(amount_of(&about(mean), unit));
    }
    let reaches = outlook(forecast.outlook);
    let caveats = forecast.caveats.iter();
    let caveats = caveats.map(|one| match one {
        Caveat::Impossible => text::forecast_impossible(&told),
        one => caveat(*one).to_owned(),
    });
    let caveats: Vec<String> = caveats.collect();
    let bear = match caveats.is_empty() {
        true => String::new(),
        false => text::forecast_but(caveats.join(marks::list())),
    };
    text::forecast(forecast.year.short(), value, reaches, bear)
}

/// Returns the limit of a forecast: zero, or the whole of a share.
fn limit(forecast: &Forecast) -> String {
    let whole = unit::whole(&forecast.unit);
    let limit = whole.filter(|whole| forecast.value.shown > *whole);
    numbers::amount(limit.unwrap_or_default(), &forecast.unit)
}

/// Returns why there is no forecast, if a user could expect one.
pub fn no_forecast(row: &SeriesSummary) -> String {
    let known = row
        .trace
        .actuals
        .iter()
        .filter(|(_, value)| value.is_some())
        .count();
    let comes = row
        .trace
        .target
        .as_ref()
        .is_some_and(|t| t.year > row.rated.status.year);
    match known {
        0 => String::new(),
        _ if !comes => String::new(),
        _ => text::no_forecast().to_owned(),
    }
}

/// Compares the year with 趨勢.
pub fn effect(effect: &Effect, unit: &str) -> String {
    let gap = amount_of(&number(effect.gain.abs()), unit);
    let without = amount_of(&number(effect.without), unit);
    match effect.actual.cmp(&effect.without) {
        Ordering::Equal => text::effect_other().to_owned(),
        Ordering::Greater => text::effect_above(without, gap),
        Ordering::Less => text::effect_below(without, gap),
    }
}

fn amount_of(figure: &str, unit: &str) -> String {
    [figure, numbers::unit(unit)].concat()
}

/// 「男性 令和6年度の実績値」.
pub fn cell(series: &str, cell: FigureCell) -> String {
    let what = crate::history::field(Kind::Series, cell.field());
    if series.is_empty() {
        what
    } else {
        format!("{series} {what}")
    }
}

/// 「内訳…を削除」.
pub fn remove_series(name: &str) -> String {
    if name.is_empty() {
        text::remove_series_yes().to_owned()
    } else {
        text::remove_series_no(name)
    }
}

/// Returns a change of a target, in a line.
pub fn change_line(change: &strategy::TargetChange) -> String {
    let print = |figure: &Option<strategy::Figure>| {
        figure
            .as_ref()
            .map_or(charts::change_line().to_owned(), |f| shown(f.text()))
    };
    charts::change_line_2(
        crate::time::day(&change.date),
        change.year.short(),
        print(&change.from),
        print(&change.to),
        &change.by,
        &change.reason,
    )
}

/// Number of series with a 進捗率, and of those that reached their target.
pub fn achieved(rows: &[SeriesSummary]) -> String {
    let rated = rows
        .iter()
        .filter(|row| row.rated.status.rate().is_some())
        .count();
    let reached = rows.iter().filter(|row| row.rated.status.reached()).count();
    let blank = rows.len() - rated;
    if rated + reached == 0 {
        return text::achieved_yes(rows.len());
    }
    let mut sentence = text::achieved(rows.len(), reached);
    sentence += &text::achieved_2(rated);
    if blank > 0 {
        sentence += &text::achieved_yes_2(blank);
    }
    sentence + marks::stop()
}

/// Number of series that go as wished.
pub fn as_wished(rows: &[SeriesSummary]) -> String {
    let judged: Vec<bool> = rows
        .iter()
        .filter_map(|row| row.rated.status.as_wished())
        .collect();
    let wished = judged.iter().filter(|wished| **wished).count();
    let unknown = rows.len() - judged.len();
    if judged.is_empty() {
        return text::as_wished_yes(rows.len());
    }
    let mut sentence = text::as_wished(rows.len(), wished);
    if unknown > 0 {
        sentence += &text::as_wished_yes_2(unknown);
    }
    sentence + marks::stop()
}

/// Returns why there is no 進捗率, in a word or two.
pub fn no_rate(status: &ProgressStatus) -> &'static str {
    match status.progress {
        Progress::Rate { .. } => "",
        Progress::Kept { kept: true, .. } => text::no_rate_kept(),
        Progress::Kept { kept: false, .. } => text::no_rate_kept_2(),
        Progress::Moved { .. } => text::no_rate_moved(),
        Progress::NoBaseline { .. } => text::no_rate_no_baseline(),
        Progress::Softened { .. } => text::no_rate_softened(),
        Progress::Unknown(Unknown::NoActual(NoActual::Missing(Missing::Counting))) => {
            text::no_rate_unknown_no_actual_missing_counting()
        }
        Progress::Unknown(Unknown::NoActual(NoActual::NotANumber)) => text::no_rate_unread(),
        Progress::Unknown(Unknown::NoActual(NoActual::Missing(_))) => {
            text::no_rate_unknown_no_actual()
        }
        Progress::Unknown(Unknown::NoTarget) => text::no_rate_unknown_no_target(),
        Progress::Unknown(Unknown::NoSide) => text::no_rate_unknown_no_side(),
        Progress::Unknown(Unknown::NoWay) => text::no_rate_unknown_no_way(),
        Progress::Unknown(Unknown::NoBaseline | Unknown::NoLastYear) => {
            text::no_rate_unknown_no_baseline()
        }
        Progress::Unknown(Unknown::Redefined(_)) => text::no_rate_unknown_redefined(),
        Progress::Unknown(Unknown::UnitsDiffer) => text::no_rate_unknown_units_differ(),
        Progress::Unknown(Unknown::NeedsOthers | Unknown::InWords) => {
            text::no_rate_unknown_needs_others()
        }
        Progress::Unknown(Unknown::TooLarge) => text::no_rate_unknown_too_large(),
    }
}

/// 「309人（R6）」.
pub fn latest(row: &SeriesSummary, unit: &str) -> String {
    match &row.latest {
        Some((year, figure)) => {
            text::latest_some(charts::with_unit(&shown(figure.text()), unit), year.short())
        }
        None => text::latest_none().to_owned(),
    }
}

/// 「目標 380人（R7）」.
pub fn aim(row: &SeriesSummary, unit: &str) -> String {
    match &row.target {
        Some((year, figure)) => {
            text::aim_some(charts::with_unit(&shown(figure.text()), unit), year.short())
        }
        None => text::aim_none().to_owned(),
    }
}

/// Returns a name, or that there is none yet.
pub fn named(name: &str) -> String {
    super::model::named(name).to_owned()
}

/// 「1件（最近：令和…）」.
pub fn changed_targets(changes: &[strategy::TargetChange]) -> String {
    match changes.last() {
        None => text::changed_targets_none().to_owned(),
        Some(last) => text::changed_targets_some(changes.len(), change_line(last)),
    }
}

/// 「基本目標3 の数値目標」.
pub fn goal_target(kind: GoalKind, number: &str) -> String {
    text::goal_target(kind.word(), number)
}

/// Note on a row of figures that has a short name.
pub fn row_note(cell: FigureCell) -> Option<&'static str> {
    matches!(cell, FigureCell::WithoutPolicy(_)).then_some(text::row_note())
}

/// Label of the button that opens the filters, in short form.
pub fn narrow_by(set: usize) -> String {
    match set {
        0 => text::narrow_by_none().to_owned(),
        set => text::narrow_by_other(set),
    }
}

/// 「目標 380」.
pub fn aimed(figure: &str) -> String {
    text::aimed(shown(figure))
}
