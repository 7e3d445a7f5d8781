//! 一年の流れのことば.

use super::YearForms;
use super::say::{Say, Word};
pub use super::text::office_year::*;
use super::text::{marks, office_year as text};
use insight::office_year::{OfficeStep, OfficeYear, StepFacts, StepItem, StepProgress, Timing};
use strategy::{Month, YearStep};

/// 「令和8年度にすることです。…」.
pub fn of_year(of: &OfficeYear) -> String {
    text::subtitle(of.year, of.judged(), of.year.next())
}

/// 「4月」.
pub fn month(month: Month) -> String {
    text::month(month.0)
}

/// 「「評価」の月」.
pub fn month_of(step: YearStep) -> String {
    text::month_of(step.word())
}

/// Names of the steps in the titles of 日程, in Japanese in every language.
const IN_TIMETABLE: [&str; 7] = ["実績", "評価", "照会", "確定", "実施計画", "議会", "公表"];

/// True if a title of 日程 names a step.
pub fn is_named(step: YearStep, title: &str) -> bool {
    title.contains(name(step))
}

fn name(step: YearStep) -> &'static str {
    IN_TIMETABLE[step as usize]
}

/// Timing or completion of a step in a word, if there is one.
pub fn timing(step: &OfficeStep) -> Option<&'static str> {
    match (step.progress(), step.timing) {
        (StepProgress::Done, _) => Some(text::done()),
        (StepProgress::Open, Timing::Late) => Some(text::late()),
        (StepProgress::Open, Timing::Now) if step.item.is_some() => Some(text::now_until()),
        (StepProgress::Open, Timing::Now) => Some(text::now()),
        _ => None,
    }
}

/// State of a step, from the data of the plan.
pub fn state(of: &OfficeYear, step: &OfficeStep) -> String {
    let join = |parts: [(usize, String); 2]| {
        let said = parts.into_iter().filter(|(count, _)| *count > 0);
        let said: Vec<_> = said.map(|(_, text)| text).collect();
        said.join(marks::list())
    };
    let (judged, next) = (of.judged(), of.year.next());
    match step.facts {
        StepFacts::Actuals {
            awaited: 0,
            expected,
        } => text::actuals_done(expected),
        StepFacts::Actuals { awaited, expected } => text::actuals_left(awaited, expected),
        StepFacts::Reviews {
            missing: 0,
            open: 0,
            sheets,
            ..
        } => text::reviews_done(sheets),
        StepFacts::Reviews { missing, open, .. } => join([
            (missing, text::reviews_missing(missing)),
            (open, text::reviews_open(open)),
        ]),
        StepFacts::Sections { out: 0, .. } => text::sections_none().to_owned(),
        StepFacts::Sections {
            out, awaited: 0, ..
        } => text::sections_done(out),
        StepFacts::Sections { out, awaited, late } => join([
            (awaited, text::sections_left(out, awaited)),
            (late, text::sections_late(late)),
        ]),
        StepFacts::Closing { is_closed: true } => text::closing_done(judged),
        StepFacts::Closing { is_closed: false } => text::closing_open(judged),
        StepFacts::NextPlan { made, missing: 0 } => text::plan_done(next, made),
        StepFacts::NextPlan { missing, .. } => text::plan_missing(next, missing),
        StepFacts::Nothing => text::nothing().to_owned(),
        StepFacts::Timetable => match &step.item {
            None => text::timetable_none(name(step.step)),
            Some(item) if item.done => text::timetable_done().to_owned(),
            Some(_) => text::timetable_open().to_owned(),
        },
    }
}

/// 「日程：R8.9 上旬～R8.9 下旬「9月議会」」.
pub fn item(item: &StepItem) -> String {
    match item.from == item.to {
        true => text::item_one(item.from.say(), &item.title),
        false => text::item(item.from.say(), item.to.say(), &item.title),
    }
}

/// Label of its button.
pub fn act(of: &OfficeYear, step: &OfficeStep) -> String {
    let (judged, next) = (of.judged().short(), of.year.next().short());
    let open = step.progress() == StepProgress::Open;
    match (step.step, open) {
        (YearStep::Actuals, true) => text::enter(judged),
        (YearStep::Actuals, false) => text::see_actuals(judged),
        (YearStep::Reviews, true) => text::review(judged),
        (YearStep::Reviews, false) => text::see_reviews(judged),
        (YearStep::Sections, _) => match step.facts {
            StepFacts::Sections { out: 0, .. } => text::hand().to_owned(),
            _ => text::take().to_owned(),
        },
        (YearStep::Closing, true) => text::close(judged),
        (YearStep::Closing, false) => text::see_closing().to_owned(),
        (YearStep::NextPlan, true) => text::make_plan(next),
        (YearStep::NextPlan, false) => match step.progress() {
            StepProgress::Done => text::see_plan(next),
            _ => text::plan().to_owned(),
        },
        (YearStep::Council, _) => text::brief().to_owned(),
        (YearStep::Publication, _) => text::publish().to_owned(),
    }
}
