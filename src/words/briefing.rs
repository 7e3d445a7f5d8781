//! 首長説明のことば.

use super::text::briefing as text;
pub use super::text::briefing::*;
use super::year::YearForms;
use crate::text::marks;

use crate::number::{amount, percent, shown};
use crate::why::{bounded, limited};
use crate::{Say, history, model};
use insight::briefing::{Briefing, BriefingMoney, Decision, Miss, Worse};
use insight::briefing_changes::{BriefedChange, ChangeWeight, WeighedChange};
use insight::compare::Difference;
use insight::progress::TargetTest;
use strategy::{FiscalYear, Kind, Side};

/// Legend of the small pictures.
pub fn legend() -> [(&'static str, &'static str); 3] {
    [
        ("now", text::legend_1()),
        ("foreseen", text::legend_2()),
        ("aim", text::legend_3()),
    ]
}

/// 「町長説明資料」, after the kind of municipality.
pub fn title(town: &str) -> String {
    let head = match town.trim().chars().last() {
        Some('町') => text::title_some(),
        Some('市') => text::title_some_2(),
        Some('村') => text::title_some_3(),
        Some('区') => text::title_some_4(),
        Some('道' | '府' | '県' | '都') => text::title_some_5(),
        _ => text::title_other(),
    };
    text::title(head)
}

/// Returns the headline, in one sentence.
pub fn headline(b: &Briefing) -> String {
    let (total, missed) = (b.whole.indicators.total, b.misses.len());
    match (b.foreseen, missed) {
        (0, _) => text::headline_none(total),
        (shown, 0) => text::headline_none_2(total, shown),
        (_, missed) => text::headline_other(total, missed),
    }
}

/// Returns the sentence after the headline.
pub fn subline(b: &Briefing) -> String {
    let mut sentence = match b.worse.len() {
        0 => text::subline_none().to_owned(),
        worse => text::subline_other(worse),
    };
    let well = b.misses.iter().filter(|miss| miss.looks_well()).count();
    if well > 0 {
        sentence += &text::subline_yes(well);
    }
    sentence
}

/// 「令和6年度末で計画期間の80％が経過しました」.
pub fn elapsed(b: &Briefing) -> String {
    b.elapsed
        .map_or(String::new(), |share| text::elapsed(b.year, percent(share)))
}

/// 「B 順調 → C 遅れ」, or the change of the figure.
pub fn fell(worse: &Worse) -> String {
    let word = |band: &insight::rating::Given| format!("{} {}", band.mark, band.word);
    match (&worse.before, &worse.now) {
        (Some(before), Some(now)) if worse.fell => text::fell_some_some(word(before), word(now)),
        _ => text::fell_other().to_owned(),
    }
}

/// 「46 → 38 → 36人」.
pub fn run(worse: &Worse, unit: &str) -> String {
    let figures = worse.figures.iter().map(|(_, f)| shown(f.text()));
    let figures: Vec<String> = figures.collect();
    let run = figures.join(" → ");
    crate::number::with_unit(&run, unit)
}

/// Says on how many indicators the forecasts are based.
pub fn misses_note(b: &Briefing) -> String {
    text::misses_note(b.foreseen)
}

/// 「8,247 （R6）」.
pub fn latest(miss: &Miss) -> String {
    let latest = &miss.latest;
    let (value, year) = (
        amount(latest.value, &miss.forecast.unit),
        latest.year.short(),
    );
    match latest.mean_since {
        Some(since) => text::latest_mean(since.short(), year, value),
        None => text::latest(value, year),
    }
}

/// 「約8,170（R7）」.
pub fn foreseen(miss: &Miss) -> String {
    let mean = miss.forecast.mean.map_or("", |_| text::foreseen());
    text::foreseen_2(
        mean,
        amount(miss.forecast.judged().shown, &miss.forecast.unit),
        miss.forecast.year.short(),
    )
}

/// 「50人」, 「8,200人以上」.
pub fn target(miss: &Miss) -> String {
    let unit = &miss.forecast.unit;
    match &miss.asked {
        TargetTest::Keep(limits, _) => limited(*limits, unit),
        TargetTest::Reach { bound, .. } => bounded(miss.target, bound, unit),
    }
}

/// Says which kind of money the figures are.
pub fn money_note(money: BriefingMoney, year: FiscalYear) -> String {
    let kind = match money.side {
        Side::Done => text::money_note_done(),
        Side::Planned => text::money_note_planned(),
    };
    text::money_note(year, kind)
}

/// Returns the ratings of a goal, as the text alternative of the squares.
pub fn ratings(counts: &[(String, usize)]) -> String {
    let parts: Vec<_> = counts
        .iter()
        .map(|(word, n)| format!("{word} {n}"))
        .collect();
    parts.join(marks::list())
}

/// Returns the question for the mayor.
pub fn question(name: &str, decision: &Decision<'_>) -> String {
    match decision.miss {
        Some(miss) => {
            let (target, year) = (target(miss), miss.forecast.year.short());
            match miss.asked {
                TargetTest::Keep(..) => text::question_keep(name, target, year),
                TargetTest::Reach { .. } => text::question_reach(name, target, year),
            }
        }
        None => text::question_none(name),
    }
}

/// Says on which facts the question is based.
pub fn grounds(decision: &Decision<'_>) -> String {
    let mut parts = Vec::new();
    if let Some(worse) = decision.worse {
        parts.push(fell(worse));
    }
    if let Some(miss) = decision.miss {
        parts.push(text::grounds_yes(latest(miss), foreseen(miss)));
        if miss.looks_well() {
            parts.push(text::grounds_yes_2().to_owned());
        }
    }
    text::grounds(parts.join(marks::stop()))
}

/// Returns the answers to tick.
pub fn answers(decision: &Decision<'_>) -> [&'static str; 3] {
    match decision.miss {
        Some(_) => [
            text::answers_some(),
            text::answers_some_2(),
            text::answers_some_3(),
        ],
        None => [
            text::answers_none(),
            text::answers_none_2(),
            text::answers_none_3(),
        ],
    }
}

/// Returns a change since a briefing, in one sentence.
pub fn change(of: &WeighedChange) -> String {
    match &of.change {
        BriefedChange::Rating { name, from, to } => {
            let word = |band: &insight::rating::Given| format!("{} {}", band.mark, band.word);
            match (from.as_ref().map(word), to.as_ref().map(word)) {
                (Some(from), Some(to)) if of.weight == ChangeWeight::Fell => {
                    text::change_fell(name, from, to)
                }
                (Some(from), Some(to)) => text::change_rose(name, from, to),
                (Some(from), None) => text::change_unrated(name, from),
                (None, to) => text::change_rated(name, to.unwrap_or_default()),
            }
        }
        BriefedChange::Difference(one) => difference(one),
    }
}

/// Largest number of letters of a text that is repeated.
const SHORT: usize = 30;

fn difference(one: &Difference) -> String {
    // A series is named by its indicator.
    let kind = match one.kind {
        Kind::Series => Kind::Indicator,
        kind => kind,
    };
    let title = one.title.say();
    let what = match title.as_str() {
        "" => model::kind(kind).to_owned(),
        title => text::change_what(model::kind(kind), title),
    };
    let Some(field) = one.field.map(history::year_field) else {
        return match one.to {
            Some(_) => text::change_came(what),
            None => text::change_went(what),
        };
    };
    let is_short = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default();
        text.chars().count() <= SHORT && !text.contains('\n')
    };
    let shown_short = is_short(&one.from) && is_short(&one.to);
    match (one.from.as_deref(), one.to.as_deref()) {
        (Some(from), Some(to)) if shown_short => {
            text::change_field(what, field, shown(from), shown(to))
        }
        (Some(_), Some(_)) => text::change_rewritten(what, field),
        (None, Some(to)) if shown_short => text::change_filled(what, field, shown(to)),
        (None, _) => text::change_written(what, field),
        (Some(from), None) if shown_short => text::change_emptied(what, field, shown(from)),
        (Some(_), None) => text::change_erased(what, field),
    }
}
