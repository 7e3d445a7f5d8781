//! 一年の流れ: the steps of the office's year, and how far each of them is.

use strategy::*;

use super::completeness::completeness;
use super::late_parts::{is_awaited, is_late};
use super::sheets::{SheetLack, blanks};

/// The office's year: actuals and reviews are of the fiscal year before it, the plan is for the year after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeYear {
    /// The fiscal year in which the office works.
    pub year: FiscalYear,
    /// Its steps, by month from April on.
    pub steps: Vec<OfficeStep>,
}

/// A step, with its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeStep {
    /// The step.
    pub step: YearStep,
    /// The month in which the town takes it.
    pub month: Month,
    /// State as the plan tells it.
    pub facts: StepFacts,
    /// The item of 日程 that names the step in this year; of several the first that is not done.
    pub item: Option<StepItem>,
    /// Its time, seen from today.
    pub timing: Timing,
}

/// State of a step, as the plan tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepFacts {
    /// 実績.
    Actuals {
        /// Figures still to come.
        awaited: usize,
        /// All figures that are expected.
        expected: usize,
    },
    /// 評価.
    Reviews {
        /// Measures that were planned and have no sheet of the year.
        missing: usize,
        /// Sheets with a blank field.
        open: usize,
        /// Sheets of the year.
        sheets: usize,
        /// The first measure that owes something.
        first: Option<Id<Measure>>,
    },
    /// 課: parts handed out in this year.
    Sections {
        /// All of them.
        out: usize,
        /// Number of parts still awaited.
        awaited: usize,
        /// Number of parts past their date.
        late: usize,
    },
    /// 年度の確定.
    Closing {
        /// True if the year is closed.
        is_closed: bool,
    },
    /// 翌年度の計画.
    NextPlan {
        /// Sheets of it.
        made: usize,
        /// Measures with a sheet of this year and none of the next.
        missing: usize,
    },
    /// Only 日程 tells it.
    Timetable,
    /// The plan has nothing that the step could be about in this year.
    Nothing,
}

/// Item of 日程 that names a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepItem {
    /// 件名.
    pub title: String,
    /// Its first 旬.
    pub from: Jun,
    /// Its last 旬.
    pub to: Jun,
    /// 済.
    pub done: bool,
}

/// Progress of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepProgress {
    /// Nothing is to be done.
    Nothing,
    /// The plan cannot tell.
    Unknown,
    /// Something is left.
    Open,
    /// Nothing is left.
    Done,
}

/// Time of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timing {
    /// Its month is over.
    Late,
    /// It is this month.
    Now,
    /// It is to come.
    Ahead,
}

impl OfficeYear {
    /// Returns the office's year in which a day lies (I83); `names` tells if a title of 日程 names a step. Nothing where the
    /// day cannot be read.
    pub fn of(s: &Strategy, today: &Date, names: impl Fn(YearStep, &str) -> bool) -> Option<Self> {
        let (year, now) = (today.fiscal_year()?, today.jun()?);
        let about = s.about();
        let mut steps: Vec<OfficeStep> = YearStep::ALL
            .iter()
            .map(|step| {
                let month = about.step_month(*step);
                let item = item(s, year, |title| names(*step, title));
                OfficeStep {
                    step: *step,
                    month,
                    facts: facts(s, *step, year, today),
                    timing: timing(month, item.as_ref(), now),
                    item,
                }
            })
            .collect();
        sort::by_key(&mut steps, |step| place(step.month));
        Some(Self { year, steps })
    }

    /// The fiscal year whose actuals are entered and judged.
    pub fn judged(&self) -> FiscalYear {
        self.year.previous()
    }

    /// The step that is to be done now: of those left the first whose time has come, else the first to come (I84).
    pub fn next(&self) -> Option<&OfficeStep> {
        let open = || {
            let all = self.steps.iter();
            all.filter(|step| step.progress() == StepProgress::Open)
        };
        let due = open().find(|step| step.timing != Timing::Ahead);
        due.or_else(|| open().next())
    }
}

/// The view with which a page begins a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepStart {
    /// 指標, with the entry of the actuals of a year where there is something to enter.
    Actuals(Option<FiscalYear>),
    /// The sheets of a year, at the measure that owes something.
    Reviews(FiscalYear, Option<Id<Measure>>),
    /// 課と合流.
    Sections,
    /// The question whether a year is closed.
    Closing(FiscalYear),
    /// The plan of a year, if it has anything to plan.
    NextPlan {
        /// The year.
        year: Option<FiscalYear>,
        /// True if the plan of the following year is made from it first.
        makes_next: bool,
    },
    /// 首長説明.
    Council,
    /// 公表.
    Publication,
}

impl OfficeYear {
    /// Returns the view with which a page begins one of its steps.
    pub fn start_of(&self, step: &OfficeStep) -> StepStart {
        let progress = step.progress();
        let is_open = progress == StepProgress::Open;
        let if_any = |year: FiscalYear| (progress != StepProgress::Nothing).then_some(year);
        match step.step {
            YearStep::Actuals => StepStart::Actuals(if_any(self.judged())),
            YearStep::Reviews => {
                let first = match step.facts {
                    StepFacts::Reviews { first, .. } => first,
                    _ => None,
                };
                StepStart::Reviews(self.judged(), first)
            }
            YearStep::Sections => StepStart::Sections,
            YearStep::Closing => StepStart::Closing(self.judged()),
            YearStep::NextPlan => {
                // Once it is made, it is shown itself.
                let shown = if is_open { self.year } else { self.year.next() };
                StepStart::NextPlan {
                    year: if_any(shown),
                    makes_next: is_open,
                }
            }
            YearStep::Council => StepStart::Council,
            YearStep::Publication => StepStart::Publication,
        }
    }
}

impl OfficeStep {
    /// Returns its progress.
    pub fn progress(&self) -> StepProgress {
        let left = |left: usize| match left {
            0 => StepProgress::Done,
            _ => StepProgress::Open,
        };
        match &self.facts {
            StepFacts::Actuals { awaited, .. } => left(*awaited),
            StepFacts::Reviews { missing, open, .. } => left(missing + open),
            // A town need not hand out anything.
            StepFacts::Sections { out: 0, .. } => StepProgress::Unknown,
            StepFacts::Sections { awaited, .. } => left(*awaited),
            StepFacts::Closing { is_closed } => left(usize::from(!is_closed)),
            StepFacts::NextPlan { missing, .. } => left(*missing),
            StepFacts::Timetable => match &self.item {
                None => StepProgress::Unknown,
                Some(item) => left(usize::from(!item.done)),
            },
            StepFacts::Nothing => StepProgress::Nothing,
        }
    }

    /// True if it is left and its month is over.
    pub fn is_late(&self) -> bool {
        self.progress() == StepProgress::Open && self.timing == Timing::Late
    }
}

/// Number of months since April.
fn place(month: Month) -> u8 {
    (month.0 + 8) % 12
}

fn timing(month: Month, item: Option<&StepItem>, now: Jun) -> Timing {
    let is_now = |over: bool, begun: bool| match (over, begun) {
        (true, _) => Timing::Late,
        (false, true) => Timing::Now,
        (false, false) => Timing::Ahead,
    };
    match item {
        Some(item) => is_now(item.to < now, item.from <= now),
        None => {
            let (month, now) = (place(month), place(now.month));
            is_now(month < now, month == now)
        }
    }
}

/// The first open item of a fiscal year whose title is asked for, else the last that is done.
fn item(s: &Strategy, year: FiscalYear, is_asked: impl Fn(&str) -> bool) -> Option<StepItem> {
    let of_year = |jun: Jun| jun.year - i32::from(jun.month.0 < 4) == year.0;
    let mut items: Vec<_> = s
        .timetable
        .iter()
        .filter(|item| of_year(item.from) && is_asked(&item.title))
        .collect();
    sort::by_key(&mut items, |item| (item.from, item.id));
    let open = items.iter().find(|item| !item.done);
    open.or(items.last()).map(|item| StepItem {
        title: item.title.clone(),
        from: item.from,
        to: item.to.max(item.from),
        done: item.done,
    })
}

fn facts(s: &Strategy, step: YearStep, year: FiscalYear, today: &Date) -> StepFacts {
    let judged = year.previous();
    let about = s.about();
    let of_period = |year: FiscalYear| about.period.first <= year && year <= about.period.last;
    match step {
        YearStep::Actuals if of_period(judged) => actuals(s, judged),
        YearStep::Reviews => reviews(s, judged),
        YearStep::Sections => sections(&about.handed_out, year, today),
        YearStep::Closing if of_period(judged) => StepFacts::Closing {
            is_closed: edit::closed(s, judged),
        },
        YearStep::NextPlan => next_plan(s, year),
        YearStep::Council | YearStep::Publication => StepFacts::Timetable,
        YearStep::Actuals | YearStep::Closing => StepFacts::Nothing,
    }
}

fn actuals(s: &Strategy, judged: FiscalYear) -> StepFacts {
    let entry = completeness(s, judged);
    match entry.expected {
        0 => StepFacts::Nothing,
        expected => StepFacts::Actuals {
            awaited: expected - entry.entered,
            expected,
        },
    }
}

fn reviews(s: &Strategy, judged: FiscalYear) -> StepFacts {
    let all = s.sheets.iter();
    let sheets = all.filter(|sheet| sheet.year == judged.next()).count();
    let blanks = blanks(s, judged);
    let lack_sheet = |lacks: &[SheetLack]| lacks.contains(&SheetLack::Sheet);
    let missing = blanks.iter().filter(|b| lack_sheet(&b.lacks)).count();
    match sheets + missing {
        0 => StepFacts::Nothing,
        _ => StepFacts::Reviews {
            missing,
            open: blanks.len() - missing,
            sheets,
            first: blanks.first().map(|blank| blank.measure),
        },
    }
}

fn sections(parts: &[HandedPart], year: FiscalYear, today: &Date) -> StepFacts {
    let of_year = |part: &&HandedPart| {
        let day = part.at.get(..10).unwrap_or_default();
        Date(day.to_owned()).fiscal_year() == Some(year)
    };
    let parts: Vec<_> = parts.iter().filter(of_year).collect();
    StepFacts::Sections {
        out: parts.len(),
        awaited: parts.iter().filter(|part| is_awaited(part)).count(),
        late: parts.iter().filter(|part| is_late(part, today)).count(),
    }
}

fn next_plan(s: &Strategy, year: FiscalYear) -> StepFacts {
    let measures = |year: FiscalYear| {
        let sheets = s.sheets.iter().filter(move |sheet| sheet.year == year);
        sort::set(sheets.map(|sheet| sheet.measure))
    };
    let (now, next) = (measures(year), measures(year.next()));
    let missing = now.iter().filter(|id| !next.contains(id)).count();
    match next.len() + missing {
        0 => StepFacts::Nothing,
        _ if next.is_empty() && year >= s.about().period.last => StepFacts::Nothing,
        _ => StepFacts::NextPlan {
            made: next.len(),
            missing,
        },
    }
}
