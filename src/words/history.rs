//! 変更の履歴のことば: an edit as a line of the history.

use super::model::cut;
use super::say::{Say, Word};
use super::text::history as text;
pub use super::text::history::*;
use super::year::YearForms;

use crate::model;
use edit::{EditLabel, Field, Operation};
use insight::compare::YearField;
use strategy::{Baseline, FiscalYear, Kind};

/// 「基本目標「稼ぐ産業…」の名称を変更」.
pub fn line(label: &EditLabel) -> String {
    let kind = Kind::of(&label.kind);
    let what = match (kind.map(model::kind), label.title.is_empty()) {
        (None, _) => text::line_none().to_owned(),
        (Some(kind), true) => kind.to_owned(),
        (Some(name), false) => text::line_some_no(name, title(kind, &label.title)),
    };
    let called = |field| self::field(kind.unwrap_or(Kind::About), field);
    match &label.operation {
        Operation::Add => text::line_add(what),
        Operation::Remove => text::line_remove(what),
        Operation::Move => text::line_move(what),
        Operation::Copy => text::line_copy(what),
        Operation::Set(field) => text::line_set(what, called(*field)),
        Operation::Paste(cells) => text::line_paste(cells),
        Operation::Clear(cells) => text::line_clear(cells),
        Operation::FillDown(cells) => text::line_fill_down(cells),
        Operation::FillRight(cells) => text::line_fill_right(cells),
        Operation::Fill(cells) => text::line_fill(cells),
        Operation::Replace(cells) => text::line_replace(cells),
        Operation::Bulk(field, count) => text::line_bulk(count, called(*field)),
        Operation::AddOutline(count) => text::line_add_outline(count),
        Operation::AddIdeas(count) => text::line_add_ideas(count),
        Operation::AddTimetable(count) => text::line_add_timetable(count),
        Operation::AddIndicators(count) => text::line_add_indicators(count),
        Operation::OpenData(count) => text::line_open_data(count),
        Operation::ChangeTarget => text::line_change_target(what),
        Operation::Import => text::line_import().to_owned(),
        Operation::Merge => text::line_merge().to_owned(),
        Operation::Restore => text::line_restore().to_owned(),
        Operation::Roll(year) => text::line_roll(year.next()),
        Operation::Close(year) => text::line_close(year),
        Operation::Reopen(year) => text::line_reopen(year),
        Operation::Extend(year) => text::line_extend(year),
        Operation::BeginRevision => text::line_begin_revision().to_owned(),
        Operation::DecideRevision => text::line_decide_revision().to_owned(),
        Operation::Fix => text::line_fix(what),
        Operation::Other => text::line_other(what),
    }
}

/// Returns the title in a label; for a sheet its year in the present style. Older apps stored that year in the style
/// of the device that made the step: FY2024, 2024年度 or 令和6年度.
fn title(kind: Option<Kind>, kept: &str) -> String {
    let year = match kind {
        Some(Kind::Sheet) => FiscalYear::parse(kept),
        _ => None,
    };
    year.map_or_else(|| cut(kept, 18), |year| year.say())
}

/// Name of a field of a kind; a name that covers several fields has a word of its own.
pub fn field(kind: Kind, field: Field) -> String {
    let word = match field {
        Field::Mark => text::field_mark(),
        Field::When => text::field_when(),
        Field::PrintedTotal => text::field_printed_total(),
        Field::BaselineAt => Baseline::at.field.word(),
        field => {
            let others = Kind::ALL.iter().copied();
            let mut words = std::iter::once(kind).chain(others);
            words
                .find_map(|kind| field.described(kind))
                .map_or(text::field_other(), |one| one.word())
        }
    };
    of_year(word, field.year())
}

/// Name of a field that differs.
pub fn year_field(one: YearField) -> String {
    of_year(one.field.word(), one.year)
}

/// 「R6の実績値」.
fn of_year(word: &str, year: Option<FiscalYear>) -> String {
    match year {
        Some(year) => text::of_year(year.short(), word),
        None => word.to_owned(),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::{Language, Voice};
    use strategy::record::Value;
    use strategy::{About, Goal, Id, Measure, Sheet, Strategy};

    /// Returns a plan with one measure and its sheet of 令和6年度.
    fn plan() -> (Strategy, Id<Sheet>) {
        let (goal, measure) = (Id::<Goal>::new(1), Id::<Measure>::new(2));
        let mut plan = Strategy::default();
        plan.about.insert(About::default());
        plan.goals.insert(Goal {
            id: goal,
            ..Goal::blank()
        });
        plan.measures.insert(Measure {
            id: measure,
            goal,
            ..Measure::blank()
        });
        let sheet = Id::<Sheet>::new(3);
        let added = edit::add_sheet(&plan, measure, FiscalYear(2024), &mut || sheet.number())
            .expect("it is added");
        added.apply(&mut plan).expect("it fits");
        (plan, sheet)
    }

    #[test]
    fn k19_a_step_on_a_sheet_is_kept_without_the_language_it_was_made_in() {
        let (plan, sheet) = plan();
        let english = Voice::compiled_in(Language::English);
        let made = english.says(|| {
            edit::set(&plan, sheet, Field::Results, |sheet| {
                sheet.results = "済".to_owned()
            })
        });
        let label = made.expect("it is written").label;
        assert_eq!(label.title, "令和6年度");
        assert!(line(&label).contains("令和6年度"), "{}", line(&label));
        let told = english.says(|| line(&label));
        assert!(told.contains("2024") && !told.contains("令和"), "{told}");
    }

    #[test]
    fn k19_a_year_that_an_older_app_kept_in_its_own_style_is_shown_in_that_of_now() {
        for kept in [
            "FY2024",
            "2024年度",
            "令和6（2024）年度",
            "令和6年度",
            "2024",
        ] {
            let label = EditLabel::to::<Sheet>(Operation::Add, kept);
            assert!(
                line(&label).contains("令和6年度"),
                "{kept}: {}",
                line(&label)
            );
        }
    }
}
