//! 前回の説明からの変更: what differs between a plan as a mayor was told of it and as it is now.

use std::collections::BTreeSet;

use super::appraisal::Appraisal;
use super::compare::{Difference, YearField, differences};
use super::rating::Given;
use super::title::Title;
use edit::Changes;
use strategy::record::Telling;
use strategy::*;

/// Weight of a change, the heaviest first (I122).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeWeight {
    /// A rating fell, or an indicator is rated no longer.
    Fell,
    /// A rating rose, or is new.
    Rose,
    /// A target or a baseline.
    Target,
    /// An actual.
    Actual,
    /// A judgement of a measure, or a rating given by people.
    Judged,
    /// Money.
    Money,
    /// Something came or went.
    Record,
    /// A text.
    Text,
}

/// A change that a mayor is told.
#[derive(Debug, Clone, PartialEq)]
pub enum BriefedChange {
    /// The computed rating of an indicator.
    Rating {
        /// Its name.
        name: String,
        /// Before.
        from: Option<Given>,
        /// Now.
        to: Option<Given>,
    },
    /// A field, or a record as a whole.
    Difference(Difference),
}

/// A change with its weight.
#[derive(Debug, Clone, PartialEq)]
pub struct WeighedChange {
    /// Its weight.
    pub weight: ChangeWeight,
    /// The change.
    pub change: BriefedChange,
}

/// Returns the figures, ratings and texts that changed, the heaviest first, those of one weight in the order a plan is read
/// (I122). Of the plan itself its name, period and stage count; ledgers, settings and the drafting do not (I123). Two plans
/// that say the same have none (I124).
pub fn briefing_changes(
    before: &Strategy,
    now: &Strategy,
    year: FiscalYear,
    telling: Telling,
) -> Vec<WeighedChange> {
    let all = differences(before, now, &Changes::between(before, now), telling);
    let moved: BTreeSet<Place> = all.iter().filter_map(came_or_went).collect();
    let is_told = |one: &Difference| is_of_content(one) && !is_under(one, &moved);
    let all = all.into_iter().filter(is_told).map(|one| WeighedChange {
        weight: weight(&one),
        change: BriefedChange::Difference(one),
    });
    let mut all: Vec<WeighedChange> = ratings(before, now, year).into_iter().chain(all).collect();
    sort::by_key(&mut all, |one| one.weight);
    all
}

/// The place of a record that other records stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Indicator(Id<Indicator>),
    Measure(Id<Measure>),
    Goal(Id<Goal>),
}

/// The place of an indicator, a measure or a goal that came or went.
fn came_or_went(one: &Difference) -> Option<Place> {
    let ancestry = &one.ancestry;
    match (one.kind, one.field) {
        (Kind::Indicator, None) => ancestry.indicator.map(Place::Indicator),
        (Kind::Measure, None) => ancestry.measure.map(Place::Measure),
        (Kind::Goal, None) => ancestry.goal.map(Place::Goal),
        _ => None,
    }
}

/// True if a change goes with a record above it that came or went; a series and the lines of a sheet go with what they are of.
fn is_under(one: &Difference, moved: &BTreeSet<Place>) -> bool {
    if one.field.is_none() && matches!(one.kind, Kind::Series | Kind::Line) {
        return true;
    }
    let ancestry = &one.ancestry;
    let own = came_or_went(one);
    let above = [
        ancestry.indicator.map(Place::Indicator),
        ancestry.measure.map(Place::Measure),
        ancestry.goal.map(Place::Goal),
    ];
    let mut above = above.into_iter().flatten();
    above.any(|place| Some(place) != own && moved.contains(&place))
}

fn is_of_content(one: &Difference) -> bool {
    match one.kind {
        Kind::About => {
            let told = [About::title.field, About::period.field, About::stage.field];
            one.field.is_some_and(|field| told.contains(field.field))
        }
        Kind::Section | Kind::Goal | Kind::Measure | Kind::Initiative => true,
        Kind::Sheet | Kind::Line | Kind::Indicator | Kind::Series => true,
        _ => false,
    }
}

fn weight(one: &Difference) -> ChangeWeight {
    let Some(YearField { field, .. }) = one.field else {
        return ChangeWeight::Record;
    };
    match (field.of, field.name) {
        ("Series", "targets") | ("Baseline", _) => ChangeWeight::Target,
        ("Series", "actuals") => ChangeWeight::Actual,
        ("Sheet", "rating")
        | ("Opinion" | "Grant" | "GivenRating", _)
        | ("Indicator", "ratings") => ChangeWeight::Judged,
        ("Sheet", "printed_settled" | "printed_budget") => ChangeWeight::Money,
        ("Line", "settled" | "budgets" | "funding" | "funds") => ChangeWeight::Money,
        _ => ChangeWeight::Text,
    }
}

/// The ratings that differ, of the indicators that are in both plans.
fn ratings(before: &Strategy, now: &Strategy, year: FiscalYear) -> Vec<WeighedChange> {
    let (then, now_rated) = (Appraisal::of(before, year), Appraisal::of(now, year));
    let band = |of: &Appraisal, id| of.get(id).and_then(|one| one.band().cloned());
    let mut all = Vec::new();
    for indicator in now.indicators.sorted() {
        if before.get(indicator.id).is_none() {
            continue;
        }
        let (from, to) = (band(&then, indicator.id), band(&now_rated, indicator.id));
        let same =
            |one: &Option<Given>| one.as_ref().map(|one| (one.mark.clone(), one.word.clone()));
        if same(&from) == same(&to) {
            continue;
        }
        let fell = match (&from, &to) {
            (Some(from), Some(to)) => to.place > from.place,
            (Some(_), None) => true,
            (None, _) => false,
        };
        all.push(WeighedChange {
            weight: if fell {
                ChangeWeight::Fell
            } else {
                ChangeWeight::Rose
            },
            change: BriefedChange::Rating {
                name: Title::from(&indicator.name).own,
                from,
                to,
            },
        });
    }
    all
}
