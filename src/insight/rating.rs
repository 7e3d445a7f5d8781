//! 評価: which band of a rule set a year of a series falls in, and what made it so.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::decimal;
use super::progress::{Elapsed, Moved, NoActual, Progress, ProgressStatus, Unknown, Way};
use strategy::*;

/// A band as given: what a page shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Its place in the rule set, best first.
    pub place: usize,
    /// 印.
    pub mark: String,
    /// 評語.
    pub word: String,
    /// Its colour.
    pub tone: Tone,
}

impl Given {
    /// The band at this place of a rule set.
    pub fn of(rules: &RuleSet, place: usize) -> Option<Self> {
        let band = rules.bands.get(place)?;
        Some(Self {
            place,
            mark: band.mark.clone(),
            word: band.word.clone(),
            tone: band.tone,
        })
    }

    /// The first band of a rule set with this mark.
    pub fn marked(rules: &RuleSet, mark: &str) -> Option<Self> {
        let place = rules.bands.iter().position(|b| b.mark == mark)?;
        Self::of(rules, place)
    }
}

/// A test, and the value it was put to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The test.
    pub test: Test,
    /// The value.
    pub value: Decimal,
}

/// A better band that was not given, and the test its numbers failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// The band.
    pub band: Given,
    /// The test that did not hold, and the value it did not hold of.
    pub failed: Measured,
}

/// Why a band was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// The band is given for this state.
    State(State),
    /// All its tests held.
    Tests {
        /// Each of them.
        held: Vec<Measured>,
        /// Of a band that is not good: the next better one its numbers did not do for.
        missed: Option<Missed>,
    },
    /// No band fits: the rule set cannot say.
    NoBand,
}

/// 評価 of one series in one year: the band, what made it so, and every number that went in.
#[derive(Debug, Clone, PartialEq)]
pub struct Rated {
    /// The band; `None` where the rule set has none that fits.
    pub band: Option<Given>,
    /// The reason for it.
    pub because: Because,
    /// The numbers that went in.
    pub status: ProgressStatus,
}

impl Rated {
    /// True if something was judged: the band is more than 評価なし.
    pub fn is_known(&self) -> bool {
        self.band.as_ref().is_some_and(|b| b.tone != Tone::None)
    }
}

/// Rates a progress status: first by its state, then by its numbers (I13).
pub fn rate(status: ProgressStatus, rules: &RuleSet) -> Rated {
    let (place, because) = find(&status, rules);
    Rated {
        band: place.and_then(|place| Given::of(rules, place)),
        because,
        status,
    }
}

/// Finds the band, and the reason for it.
pub fn find(status: &ProgressStatus, rules: &RuleSet) -> (Option<usize>, Because) {
    if let Some(state) = state(status)
        && let Some(place) = rules.bands.iter().position(|b| b.states.contains(&state))
    {
        return (Some(place), Because::State(state));
    }
    for (place, band) in rules.bands.iter().enumerate() {
        if let Some(held) = fits(status, &band.when) {
            let is_poor = band.tone > Tone::Good;
            let missed = is_poor.then(|| missed(status, rules, place)).flatten();
            return (Some(place), Because::Tests { held, missed });
        }
    }
    (None, Because::NoBand)
}

/// The nearest band above this place that a number of this progress status fails.
fn missed(status: &ProgressStatus, rules: &RuleSet, place: usize) -> Option<Missed> {
    let better = (0..place).rev();
    better
        .filter_map(|place| Some((Given::of(rules, place)?, &rules.bands[place].when)))
        .find_map(|(band, tests)| {
            let mut tests = tests.iter().filter(|test| test.lower().is_some());
            let failed = tests.find_map(|test| {
                let value = quantity(status, test.of).filter(|value| !test.holds(*value))?;
                let test = test.clone();
                Some(Measured { test, value })
            })?;
            Some(Missed { band, failed })
        })
}

/// The values that make every test hold; `None` when one does not, or there is no test.
fn fits(status: &ProgressStatus, tests: &[Test]) -> Option<Vec<Measured>> {
    let measured: Option<Vec<Measured>> = tests
        .iter()
        .map(|test| {
            let value = quantity(status, test.of).filter(|value| test.holds(*value))?;
            let test = test.clone();
            Some(Measured { test, value })
        })
        .collect();
    measured.filter(|m| !m.is_empty())
}

/// The state of a progress; `None` where only its numbers can tell.
pub fn state(status: &ProgressStatus) -> Option<State> {
    Some(match status.progress {
        Progress::Rate { reached: true, .. }
        | Progress::NoBaseline { reached: true, .. }
        | Progress::Softened { reached: true, .. } => State::Reached,
        Progress::Kept { kept: true, .. } => State::Kept,
        Progress::Kept { nearing: true, .. } => State::Nearing,
        Progress::Kept { kept: false, .. } => State::NotKept,
        Progress::Rate {
            moved: Moved::Against,
            ..
        } => State::Worse,
        Progress::Rate {
            moved: Moved::Same, ..
        } => State::Unmoved,
        Progress::Rate {
            pace: None,
            on_path,
            ..
        } => path(on_path),
        Progress::Rate { .. } => return None,
        Progress::Moved {
            moved: Moved::Wished,
            ..
        } => State::AsWished,
        Progress::Moved {
            moved: Moved::Same, ..
        } => State::NoMove,
        Progress::Moved {
            moved: Moved::Against,
            ..
        } => State::AgainstWish,
        Progress::NoBaseline {
            on_path: Some(on_path),
            ..
        } => path(on_path),
        Progress::NoBaseline { on_path: None, .. } => State::Missed,
        Progress::Softened { on_path, .. } => path(on_path),
        // An unreadable text is there: the user has to look at it.
        Progress::Unknown(Unknown::NoActual(NoActual::Missing(_))) => State::NoActual,
        Progress::Unknown(Unknown::NoTarget) => State::NoTarget,
        Progress::Unknown(_) => State::NotComparable,
    })
}

fn path(on_path: bool) -> State {
    if on_path {
        State::OnPath
    } else {
        State::OffPath
    }
}

/// The value of a quantity; `None` where it has no meaning.
pub fn quantity(status: &ProgressStatus, of: Quantity) -> Option<Decimal> {
    match of {
        Quantity::Progress => status.rate(),
        Quantity::Pace => status.pace(),
        Quantity::Elapsed => status.elapsed.map(Elapsed::percent),
        Quantity::Ratio => ratio(status, status.target_value()?),
        Quantity::YearRatio => ratio(status, status.expected?.value),
        Quantity::ShareOfTarget => share_of_target(status),
        Quantity::Change => change(status),
        Quantity::Surplus => {
            let (actual, way) = measured(status)?;
            let target = status.target_value()?;
            match way {
                Way::Up => arithmetic::difference(actual, target),
                Way::Down => arithmetic::difference(target, actual),
                Way::Keep => None,
            }
        }
    }
}

/// The actual and the way, where a target to be reached can be compared with.
fn measured(status: &ProgressStatus) -> Option<(Decimal, Way)> {
    match status.progress {
        Progress::Rate { .. } | Progress::NoBaseline { .. } | Progress::Softened { .. } => {
            Some((status.actual.as_ref().ok()?.value, status.way?))
        }
        Progress::Kept { .. } | Progress::Moved { .. } | Progress::Unknown(_) => None,
    }
}

fn ratio(status: &ProgressStatus, against: Decimal) -> Option<Decimal> {
    let (actual, way) = measured(status)?;
    if against <= Decimal::ZERO || actual < Decimal::ZERO {
        return None;
    }
    match way {
        Way::Up => decimal::percent(actual, against),
        Way::Down => decimal::percent(against, actual),
        Way::Keep => None,
    }
}

fn share_of_target(status: &ProgressStatus) -> Option<Decimal> {
    let (actual, way) = measured(status)?;
    let target = status.target_value()?;
    let elapsed = status.elapsed?;
    if way != Way::Up
        || target <= Decimal::ZERO
        || matches!(status.progress, Progress::Softened { .. })
    {
        return None;
    }
    decimal::percent(
        decimal::times(actual, elapsed.of)?,
        decimal::times(target, elapsed.gone)?,
    )
}

fn change(status: &ProgressStatus) -> Option<Decimal> {
    match status.progress {
        Progress::Rate { .. } | Progress::Softened { .. } | Progress::Moved { .. } => {}
        Progress::Kept { .. } | Progress::NoBaseline { .. } | Progress::Unknown(_) => return None,
    }
    let from = status.baseline?.value;
    let gone = arithmetic::difference(status.actual.as_ref().ok()?.value, from)?;
    if gone.is_zero() {
        return Some(Decimal::ZERO);
    }
    let change = decimal::percent(gone, from.abs())?;
    Some(if status.way? == Way::Up {
        change
    } else {
        -change
    })
}
