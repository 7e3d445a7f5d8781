//! 問いと答え: the question an indicator is asked, its answer, and the movement behind both, from one progress status.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::forecast::Forecast;
use super::overview::Glance;
use super::progress::{
    Actual, Aim, Limits, Moved, NoActual, Progress, ProgressInput, ProgressStatus, Start,
    TargetTest, Unknown, Way, asked, progress_status,
};
use super::rating::Given;
use super::time_series::latest_actual;
use super::unit;
use strategy::arithmetic::difference;
use strategy::*;

/// Question that an indicator is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// 増えていますか, 減っていますか.
    Moves {
        /// True for 増やす.
        up: bool,
        /// Scale of its unit.
        scale: UnitScale,
        /// The figure it is compared with.
        origin: Origin,
    },
    /// 順位は上がっていますか.
    RankRises(Origin),
    /// 前の年度以上ですか, 前の年度以下ですか.
    NoWorseThanLastYear {
        /// True for 以上.
        up: bool,
    },
    /// 保っていますか; `None`: several series with limits of their own.
    Kept(Option<Limits>),
    /// 増え方 or 減り方はおさえられていますか: the target is worse than the baseline.
    Curbed {
        /// True if it is the growth that is to be curbed.
        growth: bool,
    },
    /// めざす値に届いていますか: a running total, or no baseline.
    Reached,
    /// どうなっていますか: the plan does not say what it aims at.
    Open,
}

/// Scale of a unit, for the verb of a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitScale {
    /// An amount: 増える, 減る.
    Amount,
    /// A share, a factor or a score: 上がる, 下がる.
    Level,
    /// A time: 延びる, 短くなる.
    Duration,
    /// 順位: the smaller number is the better place.
    Rank,
}

/// Figure that a movement begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// 当初値.
    Start,
    /// 前年度の実績.
    LastYear,
}

/// Answer to the question of one series.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// めざす向きに動いた.
    Moved {
        /// 達成.
        reached: bool,
    },
    /// 逆に動いた.
    MovedAgainst,
    /// 変わらない.
    Unmoved,
    /// 調査の誤差の中: moved by less than this.
    WithinError(Decimal),
    /// 保つ: within the limits.
    Within,
    /// 保つ: within the limits, and foreseen to leave them.
    Leaving(Forecast),
    /// 保つ: outside, and nearer than at the start.
    Nearing,
    /// 保つ: beyond the limits, seen from the start (I138); true: below them.
    Passed(bool),
    /// 保つ: outside.
    Outside,
    /// 悪化をゆるめる: as good as expected of the year, or not.
    Curbed(bool),
    /// 目標値に届いた.
    Reached,
    /// 目標値に届いていない; its year is still to come.
    NotYet,
    /// 目標値に届かないまま、目標の年度になった.
    Missed,
    /// Cannot be said.
    Unknown(Unknown),
}

/// Answer in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// はい.
    Yes,
    /// まだです.
    NotYet,
    /// いいえ.
    No,
    /// はっきり言えません: there is a figure, and it does not answer.
    Unclear,
    /// まだわかりません: there is no figure.
    Unknown,
}

impl Answer {
    /// Returns the answer in a word.
    pub fn reply(&self) -> Reply {
        match self {
            Answer::Moved { .. }
            | Answer::Within
            | Answer::Leaving(_)
            | Answer::Curbed(true)
            | Answer::Reached => Reply::Yes,
            Answer::Nearing | Answer::NotYet => Reply::NotYet,
            Answer::MovedAgainst
            | Answer::Unmoved
            | Answer::Passed(_)
            | Answer::Outside
            | Answer::Curbed(false)
            | Answer::Missed => Reply::No,
            Answer::Unknown(Unknown::NoActual(_)) => Reply::Unknown,
            Answer::WithinError(_) | Answer::Unknown(_) => Reply::Unclear,
        }
    }
}

/// Movement of a series: from one figure to the figure judged, both as they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movement {
    /// The figure it begins at.
    pub origin: Origin,
    /// Its year, when known.
    pub since: Option<FiscalYear>,
    /// Its value.
    pub from: Decimal,
    /// True if it was printed as 約.
    pub about: bool,
    /// The value of the figure judged.
    pub to: Decimal,
    /// The increase; below zero for a decrease.
    pub by: Decimal,
}

/// Answer of one series, with the facts behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesAnswer {
    /// 男性, 女性 …; empty for the only one.
    pub name: String,
    /// The question.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// The numbers that went in; their year is the one the answer is of.
    pub status: ProgressStatus,
    /// The figure judged, as it is shown.
    pub now: Option<Decimal>,
    /// The movement, where there is something to compare with.
    pub movement: Option<Movement>,
    /// Scale of the unit.
    pub scale: UnitScale,
    /// True for 累計.
    pub is_total: bool,
    /// Words that the plan prints in the place of figures (I142).
    pub worded: Option<Worded>,
    /// The year judged, and why it has no figure, where the answer is of an earlier year.
    pub awaited: Option<(FiscalYear, NoActual)>,
}

/// Words in the place of figures, as the plan prints them: 実施, 検討中.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// The actual.
    pub actual: String,
    /// The target, where it is in words, too.
    pub target: Option<String>,
}

impl Worded {
    /// Returns the words in the place of the actual of a year: any words where the target is in words, else those that give
    /// no reason for a missing number (I142).
    fn of(series: &Series, year: FiscalYear) -> Option<Self> {
        let is_words = |figure: &&Figure| {
            let reading = figure.reading();
            let in_words = [DirectionalTarget::All, DirectionalTarget::Words];
            match reading {
                Reading::Directional(target) => in_words.contains(target),
                reading => matches!(reading, Reading::Unread),
            }
        };
        let printed = |figure: &Figure| figure.text().trim().to_owned();
        let target = series.targets.values().next_back().filter(is_words);
        let target = target.map(printed).filter(|text| !text.is_empty());
        let actual = series.actuals.get(&year)?;
        let is_told = match actual.reading() {
            Reading::Number(_) => false,
            Reading::Missing(Missing::Unset) => true,
            Reading::Missing(_) => target.is_some(),
            Reading::Directional(_) | Reading::Unread => true,
        };
        let actual = printed(actual);
        (is_told && !actual.is_empty()).then_some(Self { actual, target })
    }
}

/// A rating that the answer alone would not lead one to expect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contrast {
    /// The rating.
    pub band: Given,
    /// True if the figure moves as wished, but not as fast as the target asks.
    pub is_slow: bool,
}

/// Question and answer of an indicator, with all its series.
#[derive(Debug, Clone, PartialEq)]
pub struct IndicatorAnswer {
    /// The question.
    pub question: Question,
    /// Each series.
    pub series: Vec<SeriesAnswer>,
    /// The answer that all series with a figure have; `None`: they differ.
    pub reply: Option<Reply>,
    /// The rating, where it has to be named for the answer not to mislead.
    pub contrast: Option<Contrast>,
}

impl IndicatorAnswer {
    /// Asks and answers for an indicator, its series in the order of the glance (I74).
    pub fn of(indicator: &Indicator, series: &[Arc<Series>], seen: &Glance) -> Self {
        let leaving = |name: &str| {
            let mut leaving = seen.verdict.leaving.iter();
            leaving
                .find(|one| one.name == name)
                .map(|one| &one.forecast)
        };
        let series: Vec<SeriesAnswer> = series
            .iter()
            .zip(&seen.rows)
            .map(|(one, row)| {
                SeriesAnswer::of(indicator, one, &row.rated.status, leaving(&one.name))
            })
            .collect();
        let mut answer = Self {
            question: question_of_all(&series),
            reply: reply_of_all(&series),
            series,
            contrast: None,
        };
        answer.contrast = answer.contrast(seen);
        answer
    }

    /// The rating, where it is poor beside a yes or good beside a no (I75).
    fn contrast(&self, seen: &Glance) -> Option<Contrast> {
        let band = seen.verdict.band()?;
        let differs = match self.reply? {
            Reply::Yes => matches!(band.tone, Tone::Warn | Tone::Bad),
            Reply::No => matches!(band.tone, Tone::Best | Tone::Good),
            Reply::NotYet | Reply::Unclear | Reply::Unknown => false,
        };
        let is_behind = |one: &SeriesAnswer| {
            matches!(one.status.progress, Progress::Rate { on_path: false, .. })
        };
        let is_slow = !seen.verdict.by_people()
            && self.reply == Some(Reply::Yes)
            && self.series.iter().any(is_behind);
        let band = band.clone();
        differs.then_some(Contrast { band, is_slow })
    }
}

fn question_of_all(series: &[SeriesAnswer]) -> Question {
    let mut questions = series.iter().map(|one| one.question);
    let Some(first) = questions.next() else {
        return Question::Open;
    };
    let is_kept = |question| matches!(question, Question::Kept(_));
    let others: Vec<Question> = questions.collect();
    if others.iter().all(|other| *other == first) {
        first
    } else if is_kept(first) && others.iter().all(|other| is_kept(*other)) {
        Question::Kept(None)
    } else {
        Question::Open
    }
}

fn reply_of_all(series: &[SeriesAnswer]) -> Option<Reply> {
    let replies = series.iter().map(|one| one.answer.reply());
    let mut known = replies.filter(|reply| *reply != Reply::Unknown);
    let Some(first) = known.next() else {
        return Some(Reply::Unknown);
    };
    known.all(|reply| reply == first).then_some(first)
}

impl SeriesAnswer {
    fn of(
        indicator: &Indicator,
        series: &Series,
        judged: &ProgressStatus,
        leaving: Option<&Forecast>,
    ) -> Self {
        let (status, awaited) = answered(indicator, series, judged);
        let facts = ProgressInput::new(indicator, series, status.period);
        let is_total = matches!(indicator.counting, Counting::Cumulative { .. })
            && matches!(status.way, Some(Way::Up | Way::Down));
        let scale = match indicator.counting {
            Counting::Rank => UnitScale::Rank,
            _ => UnitScale::of(&status.unit, &indicator.name),
        };
        let origin = origin(&status);
        let movement = movement(&status, origin);
        Self {
            name: series.name.clone(),
            question: question(&facts, &status, scale, origin, is_total),
            answer: answer(&status, leaving, is_total),
            now: now(&status, origin),
            movement,
            scale,
            is_total,
            worded: Worded::of(series, status.year),
            awaited,
            status,
        }
    }
}

impl UnitScale {
    /// The scale of a unit; where none is said, the name may say that it is a share (I120).
    fn of(unit: &str, name: &str) -> Self {
        if unit::is_rank(unit) {
            UnitScale::Rank
        } else if unit::is_time(unit) {
            UnitScale::Duration
        } else if unit::is_level(unit) || unit.trim().is_empty() && unit::is_share_by_name(name) {
            UnitScale::Level
        } else {
            UnitScale::Amount
        }
    }
}

/// The status that is answered: that of the year judged, or of the last year with a figure.
fn answered(
    indicator: &Indicator,
    series: &Series,
    judged: &ProgressStatus,
) -> (ProgressStatus, Option<(FiscalYear, NoActual)>) {
    match (&judged.progress, latest_actual(series, judged.year)) {
        (Progress::Unknown(Unknown::NoActual(why)), Some((year, _))) if year < judged.year => {
            let status = progress_status(indicator, series, judged.period, year);
            (status, Some((judged.year, *why)))
        }
        _ => (judged.clone(), None),
    }
}

fn origin(status: &ProgressStatus) -> Origin {
    match status.target.as_ref().map(|target| &target.aim) {
        Some(Aim::Directional(
            DirectionalTarget::AboveLastYear
            | DirectionalTarget::BelowLastYear
            | DirectionalTarget::NotBelowLastYear
            | DirectionalTarget::NotAboveLastYear,
        )) => Origin::LastYear,
        _ => Origin::Start,
    }
}

/// The question, whether there is a figure or not.
fn question(
    facts: &ProgressInput,
    status: &ProgressStatus,
    scale: UnitScale,
    origin: Origin,
    is_total: bool,
) -> Question {
    if let Some(TargetTest::Keep(limits, _)) = asked(facts) {
        return Question::Kept(Some(limits));
    }
    let up = match status.way {
        Some(Way::Up) => true,
        Some(Way::Down) => false,
        Some(Way::Keep) | None => return Question::Open,
    };
    let moves = match scale {
        UnitScale::Rank => Question::RankRises(origin),
        _ => Question::Moves { up, scale, origin },
    };
    match status.target.as_ref().map(|target| &target.aim) {
        None => Question::Open,
        Some(Aim::Value { .. }) => match (status.baseline, status.target_value()) {
            (Some(start), Some(target)) if (target > start.value) != up => {
                Question::Curbed { growth: !up }
            }
            (Some(_), _) if !is_total => moves,
            _ => Question::Reached,
        },
        Some(Aim::Directional(
            DirectionalTarget::Up
            | DirectionalTarget::Down
            | DirectionalTarget::AboveLastYear
            | DirectionalTarget::BelowLastYear,
        )) => moves,
        Some(Aim::Directional(DirectionalTarget::NotBelowLastYear)) => {
            Question::NoWorseThanLastYear { up: true }
        }
        Some(Aim::Directional(DirectionalTarget::NotAboveLastYear)) => {
            Question::NoWorseThanLastYear { up: false }
        }
        Some(Aim::Directional(_)) => Question::Open,
    }
}

fn answer(status: &ProgressStatus, leaving: Option<&Forecast>, is_total: bool) -> Answer {
    match &status.progress {
        Progress::Kept { kept: true, .. } => match leaving {
            Some(forecast) => Answer::Leaving(forecast.clone()),
            None => Answer::Within,
        },
        Progress::Kept {
            nearing: true,
            limits,
            ..
        } => passed(status, *limits).map_or(Answer::Nearing, Answer::Passed),
        Progress::Kept { .. } => Answer::Outside,
        Progress::Rate { reached, .. } if is_total => by_target(status, *reached),
        Progress::NoBaseline { reached, .. } => by_target(status, *reached),
        Progress::Rate { reached, moved, .. } => by_movement(status, *reached, *moved),
        Progress::Moved { moved, .. } => by_movement(status, false, *moved),
        Progress::Softened { on_path, .. } => Answer::Curbed(*on_path),
        Progress::Unknown(why) => Answer::Unknown(*why),
    }
}

/// True if a figure came from above the limits and is now below them, false if it went the other way; `None`: neither.
fn passed(status: &ProgressStatus, limits: Limits) -> Option<bool> {
    let (start, now) = (status.baseline?.value, status.actual.as_ref().ok()?.value);
    let (lower, upper) = match limits {
        Limits::Between { lower, upper, .. } => (lower?, upper?),
        Limits::At(value) => (value, value),
        _ => return None,
    };
    match (start > upper && now < lower, start < lower && now > upper) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

fn by_movement(status: &ProgressStatus, reached: bool, moved: Moved) -> Answer {
    match (moved, status.error_of_move()) {
        _ if reached => Answer::Moved { reached },
        (Moved::Wished, _) => Answer::Moved { reached },
        (Moved::Against, _) => Answer::MovedAgainst,
        (Moved::Same, Some(error)) => Answer::WithinError(error),
        (Moved::Same, None) => Answer::Unmoved,
    }
}

fn by_target(status: &ProgressStatus, reached: bool) -> Answer {
    let target = status.target.as_ref();
    match reached {
        true => Answer::Reached,
        false if target.is_some_and(|target| status.year >= target.year) => Answer::Missed,
        false => Answer::NotYet,
    }
}

/// The figure judged; a mean is rounded, but never over what it is compared with. A figure in another unit has no value
/// in the unit of the indicator (I135).
fn now(status: &ProgressStatus, origin: Origin) -> Option<Decimal> {
    if status.unknown() == Some(Unknown::UnitsDiffer) {
        return None;
    }
    let actual = status.actual.as_ref().ok()?;
    let from = beginning(status, origin).map(|start| start.value);
    Some(status.shown(actual, from))
}

fn movement(status: &ProgressStatus, origin: Origin) -> Option<Movement> {
    let incomparable = [Unknown::UnitsDiffer, Unknown::TooLarge];
    match status.unknown() {
        Some(Unknown::Redefined(_)) => return None,
        Some(why) if incomparable.contains(&why) => return None,
        _ => {}
    }
    let start = beginning(status, origin)?;
    let to = now(status, origin)?;
    Some(Movement {
        origin,
        since: start.year,
        from: start.value,
        about: start.about,
        to,
        by: difference(to, start.value)?,
    })
}

/// The figure a movement begins at; a total that begins with the plan has none.
fn beginning(status: &ProgressStatus, origin: Origin) -> Option<Start> {
    let start = |value, year| Start {
        value,
        about: false,
        year,
        counted_from_zero: false,
    };
    match (origin, &status.progress) {
        (Origin::LastYear, Progress::Moved { from, since, .. }) => Some(start(*from, *since)),
        (
            Origin::LastYear,
            Progress::Kept {
                limits: Limits::NotBelow(from) | Limits::NotAbove(from),
                ..
            },
        ) => Some(start(*from, Some(status.year.previous()))),
        (Origin::LastYear, _) => None,
        (Origin::Start, _) => status.baseline.filter(|start| !start.counted_from_zero),
    }
}

impl ProgressStatus {
    /// Returns the value expected of the year with as many decimals as the figures have, or as many as it takes to stay on
    /// its side of the actual (I140).
    pub fn expected_shown(&self) -> Option<Decimal> {
        let expected = self.expected?.value;
        let actual = self.actual.as_ref().ok().map(|actual| actual.value);
        let start = self.baseline.map(|start| start.value);
        let figures = [actual, start, self.target_value()].into_iter().flatten();
        let scale = figures.map(|one| one.scale()).max().unwrap_or_default();
        let side = |value: Decimal| actual.map(|actual| value.cmp(&actual));
        let shown = super::decimal::rounded(expected, scale, |shown| side(shown) == side(expected));
        Some(shown.normalize())
    }

    /// Returns a figure as it is shown: a mean with two decimals, or as many as it takes to stay on its side of the
    /// target and of what it is compared with.
    pub fn shown(&self, actual: &Actual, from: Option<Decimal>) -> Decimal {
        if actual.years == 1 {
            return actual.value;
        }
        let target = self.target_value();
        let sides = |value: Decimal| {
            let side = |other: Option<Decimal>| other.map(|other| value.cmp(&other));
            (side(target), side(from))
        };
        super::decimal::rounded(actual.value, 2, |shown| sides(shown) == sides(actual.value))
    }
}
