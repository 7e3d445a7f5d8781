//! 問いと答えのことば: the question about an indicator and its answer, for residents.

use super::number::{amount, figures};
use super::reader::of_year;
use super::text::answer as text;
use crate::YearForms;
use crate::text::{marks, why as why_text};
use crate::why::{bounded, limited, provisional};
use insight::answer::{
    Answer, Contrast, IndicatorAnswer, Movement, Origin, Question, SeriesAnswer, UnitScale,
};
use insight::forecast::Forecast;
use insight::progress::{Aim, Limits, NoActual, ProgressStatus, Unknown};
use insight::unit::is_percent;
use rust_decimal::Decimal;
use strategy::{FiscalYear, Missing};

/// 「出生数は増えていますか？」.
pub fn question(name: &str, of: &IndicatorAnswer) -> String {
    let unit = of.series.first().map_or("", |one| one.status.unit.as_str());
    match of.question {
        Question::Moves { up, scale, origin } => moves(name, up, scale, origin),
        Question::RankRises(Origin::Start) if name.ends_with("順位") => text::ask_higher(name),
        Question::RankRises(Origin::Start) => text::ask_rank(name),
        Question::RankRises(Origin::LastYear) => text::ask_rank_above_last_year(name),
        Question::NoWorseThanLastYear { up: true } => text::ask_not_below_last_year(name),
        Question::NoWorseThanLastYear { up: false } => text::ask_not_above_last_year(name),
        Question::Kept(limits) => kept(name, limits, unit),
        Question::Curbed { growth: true } => text::ask_curbed_growth(name),
        Question::Curbed { growth: false } => text::ask_curbed_fall(name),
        Question::Reached => text::ask_reached(name),
        Question::Open => text::ask_open(name),
    }
}

fn moves(name: &str, up: bool, scale: UnitScale, origin: Origin) -> String {
    match (origin, scale, up) {
        (Origin::LastYear, _, true) => text::ask_above_last_year(name),
        (Origin::LastYear, _, false) => text::ask_below_last_year(name),
        (_, UnitScale::Duration, true) => text::ask_longer(name),
        (_, UnitScale::Duration, false) => text::ask_shorter(name),
        (_, UnitScale::Level | UnitScale::Rank, true) => text::ask_higher(name),
        (_, UnitScale::Level | UnitScale::Rank, false) => text::ask_lower(name),
        (_, UnitScale::Amount, true) => text::ask_more(name),
        (_, UnitScale::Amount, false) => text::ask_less(name),
    }
}

fn kept(name: &str, limits: Option<Limits>, unit: &str) -> String {
    let two = |limits| {
        matches!(
            limits,
            Limits::Between {
                lower: Some(_),
                upper: Some(_),
                ..
            }
        )
    };
    match limits {
        None
        | Some(Limits::Between {
            lower: None,
            upper: None,
            ..
        }) => text::ask_within_own(name),
        Some(limits) if two(limits) => text::ask_within(name, limited(limits, unit)),
        Some(limits) => text::ask_kept(name, limited(limits, unit)),
    }
}

/// 「はい。令和6年度は36人で、はじめの30人（R2）より6人増えました。」
pub fn answer(of: &IndicatorAnswer) -> String {
    let told = match of.series.as_slice() {
        [one] => of_one(one, of.question),
        _ => of_several(of),
    };
    let contrast = of.contrast.as_ref().map(contrast_text);
    (told + &contrast.unwrap_or_default()).trim_end().to_owned()
}

fn contrast_text(contrast: &Contrast) -> String {
    let band = [&contrast.band.mark, " ", &contrast.band.word].concat();
    match contrast.is_slow {
        true => text::slow(band),
        false => text::rated(band),
    }
}

fn of_one(one: &SeriesAnswer, asked: Question) -> String {
    let reply = one.answer.reply();
    let awaited = one.awaited.map(|(year, why)| awaited_text(year, why));
    let word = text::reply(reply);
    let word = match (asked, one.awaited) {
        (Question::Open, _) => String::new(),
        (_, Some(_)) => text::until(one.status.year, word),
        (_, None) => word.to_owned(),
    };
    [word, sentence(one), awaited.unwrap_or_default()].concat()
}

/// Returns the figures, and the conclusion from them.
fn sentence(one: &SeriesAnswer) -> String {
    let s = &one.status;
    let moved = moved(one);
    let tail = match &one.answer {
        Answer::Reached => return text::reached(subject(one), now(one), aim(s)),
        Answer::NotYet | Answer::Missed => {
            return text::not_reached(subject(one), now(one), aim(s));
        }
        Answer::Moved { reached: true } => text::reached_too(aim(s)),
        Answer::Moved { .. } | Answer::MovedAgainst | Answer::Unmoved => String::new(),
        Answer::WithinError(error) => text::within_error(difference(*error, one)),
        Answer::Within | Answer::Outside => String::new(),
        Answer::Leaving(forecast) => leaving(forecast),
        Answer::Nearing => text::nearing().to_owned(),
        Answer::Passed(true) => text::below_range().to_owned(),
        Answer::Passed(false) => text::above_range().to_owned(),
        Answer::Curbed(_) => s.expected_shown().map_or(String::new(), |expected| {
            text::expected(amount(expected, &s.unit))
        }),
        Answer::Unknown(Unknown::NoActual(why)) => no_figure(one, *why),
        Answer::Unknown(why) => unknown(s, *why),
    };
    moved + &tail
}

fn leaving(forecast: &Forecast) -> String {
    let value = amount(forecast.judged().shown, &forecast.unit);
    text::leaving(forecast.year.short(), value)
}

fn unknown(s: &ProgressStatus, why: Unknown) -> String {
    let told = match why {
        Unknown::NoActual(why) => return awaited_text(s.year, why),
        Unknown::NoTarget => text::no_target(),
        Unknown::NoWay => text::no_way(),
        Unknown::NoSide => {
            let value = s.target_value().or(s.baseline.map(|start| start.value));
            return value.map_or(String::new(), |value| text::no_side(amount(value, &s.unit)));
        }
        Unknown::NoBaseline => text::no_baseline(),
        Unknown::NoLastYear => text::no_last_year(),
        Unknown::Redefined(year) => return text::redefined(year),
        Unknown::UnitsDiffer => text::units_differ(),
        Unknown::NeedsOthers => text::needs_others(),
        Unknown::InWords => text::in_words(),
        Unknown::TooLarge => text::too_large(),
    };
    told.to_owned()
}

/// Says what stands in the place of a figure: the words of the plan (I142), else that there is none.
fn no_figure(one: &SeriesAnswer, why: NoActual) -> String {
    let year = one.status.year;
    match &one.worded {
        None => awaited_text(year, why),
        Some(worded) => match &worded.target {
            None => text::worded(year, &worded.actual),
            Some(target) => text::worded_aim(year, &worded.actual, target),
        },
    }
}

/// Says that a year has no figure, without an instruction for the office.
fn awaited_text(year: FiscalYear, why: NoActual) -> String {
    match why {
        NoActual::Missing(Missing::Unset | Missing::Unpublished) => text::unpublished(year),
        NoActual::Missing(Missing::Counting) => text::counting(year),
        NoActual::Missing(Missing::NotSurveyed) => text::not_surveyed(year),
        NoActual::Missing(Missing::Stopped) => text::stopped(year),
        NoActual::Missing(Missing::Dash | Missing::Unknown | Missing::Ditto)
        | NoActual::NotANumber => text::no_figure(year),
    }
}

/// 「令和6年度は36人で、はじめの46人（R2）より10人減りました。」; empty without a figure.
fn moved(one: &SeriesAnswer) -> String {
    if one.now.is_none() {
        return String::new();
    }
    let (subject, now) = (subject(one), now(one));
    let Some(movement) = &one.movement else {
        return text::only(subject, now);
    };
    let then = begun(movement, &one.status.unit);
    let then = match movement.origin {
        Origin::Start => text::from_start(then),
        Origin::LastYear => text::from_last_year(then),
    };
    let by = difference(movement.by.abs(), one);
    let actual = one.status.actual.as_ref().ok();
    let by = match movement.about || actual.is_some_and(|actual| actual.about) {
        true => why_text::about(by),
        false => by,
    };
    match (one.scale, movement.by.is_sign_positive()) {
        _ if movement.by.is_zero() => text::same(subject, now, then),
        (UnitScale::Rank, true) => text::rank_fell(subject, now, then),
        (UnitScale::Rank, false) => text::rank_rose(subject, now, then),
        (UnitScale::Amount, true) => text::more(subject, now, then, by),
        (UnitScale::Amount, false) => text::less(subject, now, then, by),
        (UnitScale::Level, true) => text::higher(subject, now, then, by),
        (UnitScale::Level, false) => text::lower(subject, now, then, by),
        (UnitScale::Duration, true) => text::longer(subject, now, then, by),
        (UnitScale::Duration, false) => text::shorter(subject, now, then, by),
    }
}

fn begun(movement: &Movement, unit: &str) -> String {
    let figure = amount(movement.from, unit);
    let figure = match movement.about {
        true => why_text::about(figure),
        false => figure,
    };
    of_year(&figure, "", movement.since)
}

fn difference(by: Decimal, one: &SeriesAnswer) -> String {
    apart(by, &one.status.unit)
}

/// Says how far two figures of a unit are apart: percentages in points.
pub fn apart(by: Decimal, unit: &str) -> String {
    match is_percent(unit) {
        true if by == Decimal::ONE => text::point().to_owned(),
        true => text::points(figures(by)),
        false => amount(by, unit),
    }
}

/// 「令和6年度は」, 「令和6年度までに」, 「令和6年度までの4年の平均は」.
fn subject(one: &SeriesAnswer) -> String {
    let year = one.status.year;
    match one.status.actual.as_ref().map_or(1, |actual| actual.years) {
        1 if one.is_total => text::total_to(year),
        1 => text::in_year(year),
        years => text::mean_to(year, years),
    }
}

fn now(one: &SeriesAnswer) -> String {
    let actual = one.status.actual.as_ref().ok();
    let figure = one.now.map(|now| amount(now, &one.status.unit));
    let figure = match figure {
        Some(figure) if actual.is_some_and(|actual| actual.about) => why_text::about(figure),
        figure => figure.unwrap_or_default(),
    };
    figure + provisional(actual.and_then(|actual| actual.provisional))
}

fn aim(s: &ProgressStatus) -> String {
    match s.target.as_ref().map(|target| &target.aim) {
        Some(Aim::Value {
            value,
            bound,
            about,
            ..
        }) => match about {
            true => why_text::about(bounded(*value, bound, &s.unit)),
            false => bounded(*value, bound, &s.unit),
        },
        _ => marks::nothing().to_owned(),
    }
}

/// Returns one word if all series have the same answer, else each with its own.
fn of_several(of: &IndicatorAnswer) -> String {
    let is_open = of.question == Question::Open;
    let parts = of.series.iter().map(|one| match of.reply {
        Some(_) => of_series(one),
        None if is_open => of_series(one),
        None => differing(one),
    });
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let word = of.reply.filter(|_| !is_open).map_or("", text::reply);
    let figures = match parts.is_empty() {
        true => String::new(),
        false => parts.join(marks::list()) + text::stop(),
    };
    let leaving = of.series.iter().filter_map(|one| match &one.answer {
        Answer::Leaving(forecast) => Some(text::of_one(name(one), leaving(forecast))),
        _ => None,
    });
    let leaving: String = leaving.collect();
    [word, &figures, &leaving, &awaited_of_all(of)].concat()
}

/// Says why figures are missing: once if all series share the reason, else of each series that lacks one.
fn awaited_of_all(of: &IndicatorAnswer) -> String {
    let awaited = |one: &SeriesAnswer| match one.answer {
        Answer::Unknown(Unknown::NoActual(why)) => no_figure(one, why),
        _ => one
            .awaited
            .map_or(String::new(), |(year, why)| awaited_text(year, why)),
    };
    let all: Vec<String> = of.series.iter().map(awaited).collect();
    match all.as_slice() {
        [] => text::no_figures().to_owned(),
        [first, rest @ ..] if rest.iter().all(|other| other == first) => first.clone(),
        _ => {
            let each = of.series.iter().zip(all).filter(|(_, why)| !why.is_empty());
            each.map(|(one, why)| text::of_one(name(one), why))
                .collect()
        }
    }
}

fn name(one: &SeriesAnswer) -> &str {
    series_name(&one.name)
}

/// Returns the name of a series beside others; one without a name is the whole.
pub fn series_name(name: &str) -> &str {
    match name.trim() {
        "" => text::whole(),
        _ => name,
    }
}

fn of_series(one: &SeriesAnswer) -> String {
    match series_figures(one) {
        Some(figures) => text::of_series(name(one), figures),
        None => String::new(),
    }
}

fn differing(one: &SeriesAnswer) -> String {
    let reply = text::reply_of_series(one.answer.reply());
    match series_figures(one) {
        Some(figures) => text::differs(name(one), reply, figures),
        None => text::differs_plain(name(one), reply),
    }
}

/// 「79.2年（H30） → 80.1年（R6）」.
fn series_figures(one: &SeriesAnswer) -> Option<String> {
    one.now?;
    let to = of_year(&now(one), "", Some(one.status.year));
    Some(match &one.movement {
        Some(movement) => text::figures(begun(movement, &one.status.unit), to),
        None => to,
    })
}
