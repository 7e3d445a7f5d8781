//! 交付金・提出のことば.

use super::number::figures;
use super::say::{Say, Word};
use super::text::grants as text;
pub use super::text::grants::*;
use super::text::marks;
use super::year::YearForms;
use super::{model, year};

use format::workbook::{Address, CellFilling, NotFilled};
use insight::grants::{FormValue, IncrementLine, Increments, KpiValue, NoIncrement, Taken};
use rust_decimal::Decimal;
use strategy::{FiscalYear, GrantDeadline, GrantKind, GrantProject, Period};

/// Name and description of the paper.
pub fn sheet_paper() -> (&'static str, &'static str) {
    (text::sheet_paper_1(), text::sheet_paper_2())
}

/// Name and description of the paper.
pub fn plan_paper() -> (&'static str, &'static str) {
    (text::plan_paper_1(), text::plan_paper_2())
}

/// Returns the name of the grant's kind, and its own name if it has one.
pub fn grant(kind: GrantKind, programme: &str) -> String {
    match (kind, programme.trim()) {
        (kind, "") => kind.word().to_owned(),
        (GrantKind::Other, own) => own.to_owned(),
        (kind, own) => text::programme_of(kind.word(), own),
    }
}

/// Kind, years and number of KPI of a project.
pub fn about(project: &GrantProject) -> String {
    let kind = grant(project.kind, &project.programme);
    text::about(kind, years(project.period), project.kpis.len())
}

/// Returns the years of a project.
pub fn years(period: Period) -> String {
    year::period(period)
}

/// Name of a KPI: that of the indicator, and that of its series if it has one.
pub fn kpi(indicator: &str, series: &str) -> String {
    match series.trim() {
        "" => model::named(indicator).to_owned(),
        series => text::series_of(model::named(indicator), series),
    }
}

/// Name of a KPI with its unit, and with that of its increments if it differs.
pub fn kpi_with_unit(name: &str, increments: Option<&Increments>) -> String {
    match increments {
        Some(one) if one.adds_points => text::unit_of_steps(name, &one.unit, text::points()),
        Some(one) if !one.unit.is_empty() => text::unit_of(name, &one.unit),
        _ => name.to_owned(),
    }
}

/// Unit of the increments.
pub fn unit_of_increments(increments: &Increments) -> String {
    match increments.adds_points {
        true => text::points().to_owned(),
        false => increments.unit.clone(),
    }
}

/// 開始前, with its year.
pub fn start(increments: &Increments) -> String {
    match increments.start {
        None => text::no_start().to_owned(),
        Some(start) => match start.year {
            Some(year) => text::start_at(figures(start.value.normalize()), year.short()),
            None => figures(start.value.normalize()),
        },
    }
}

/// Returns an increment; without one, the mark that [`increment_notes`] explains, or another reason.
pub fn step(step: Result<Decimal, NoIncrement>) -> String {
    step.map_or_else(gap, |value| figures(value.normalize()))
}

/// Content of a cell whose value cannot be computed.
fn gap(why: NoIncrement) -> String {
    match why {
        NoIncrement::NoStart | NoIncrement::NoFigure(_) => marks::nothing().to_owned(),
        NoIncrement::Redefined(_) => text::redefined_step().to_owned(),
        NoIncrement::TooLarge => text::too_large().to_owned(),
    }
}

/// Sentences that explain the table of increments, and the 「－」 if `increments` have one.
pub fn increment_notes<'a>(
    increments: impl IntoIterator<Item = &'a Increments>,
) -> Vec<&'static str> {
    let has_gap = |line: &IncrementLine| {
        let of = |why: &NoIncrement| matches!(why, NoIncrement::NoStart | NoIncrement::NoFigure(_));
        let steps = line.steps.iter().filter_map(|step| step.as_ref().err());
        steps.chain(line.total.as_ref().err()).any(of)
    };
    let mut all = increments.into_iter();
    let gap = all.any(|one| has_gap(&one.planned) || has_gap(&one.actual));
    let gap = gap.then(text::gap_note);
    std::iter::once(text::table_note()).chain(gap).collect()
}

/// 累計 of a line; if it does not reach the last year, with its last year.
pub fn total(line: &IncrementLine, last: Option<FiscalYear>) -> String {
    match line.total {
        Ok((year, value)) if Some(year) != last => {
            text::total_until(figures(value.normalize()), year.short())
        }
        Ok((_, value)) => figures(value.normalize()),
        Err(why) => gap(why),
    }
}

fn no_increment(why: NoIncrement) -> String {
    match why {
        NoIncrement::NoStart => text::no_start_step().to_owned(),
        NoIncrement::NoFigure(year) => text::no_figure(year.short()),
        NoIncrement::Redefined(year) => text::redefined(year.short()),
        NoIncrement::TooLarge => text::too_large().to_owned(),
    }
}

/// Name of a deadline outside its project.
pub fn deadline(project: &GrantProject, deadline: &GrantDeadline) -> String {
    let (project, paper) = (model::named(&project.title), model::named(&deadline.title));
    text::deadline_of(project, paper)
}

/// Name of a value that a cell can take.
pub fn form_value(value: FormValue) -> String {
    let fixed = match value {
        FormValue::Title => text::value_title(),
        FormValue::Kind => text::value_kind(),
        FormValue::Period => text::value_period(),
        FormValue::Town => text::value_town(),
        FormValue::Outline => text::value_outline(),
        FormValue::Initiatives => text::value_initiatives(),
        FormValue::Cost => text::value_cost(),
        FormValue::ReviewYear => text::value_review_year(),
        FormValue::Cause => text::value_cause(),
        FormValue::Experts => text::value_experts(),
        FormValue::Next => text::value_next(),
        FormValue::Kpi(row, value) => return text::value_of_kpi(row, kpi_value(value)),
    };
    fixed.to_owned()
}

fn kpi_value(value: KpiValue) -> String {
    match value {
        KpiValue::Name => text::value_name().to_owned(),
        KpiValue::Unit => text::value_unit().to_owned(),
        KpiValue::Start => text::value_start().to_owned(),
        KpiValue::Total => text::value_total().to_owned(),
        KpiValue::ActualTotal => text::value_actual_total().to_owned(),
        KpiValue::Increment(year) => text::value_increment(year),
        KpiValue::Target(year) => text::value_target(year),
        KpiValue::Actual(year) => text::value_actual(year),
        KpiValue::ActualIncrement(year) => text::value_actual_increment(year),
    }
}

/// Returns the content of a cell; the reason if the cell takes none.
pub fn filling(taken: &Taken) -> Result<CellFilling, String> {
    Ok(match taken {
        Taken::Text(text) => CellFilling::Text(text.clone()),
        Taken::Number(number) => CellFilling::Number(number.normalize().to_string()),
        Taken::Year(year) => CellFilling::Text(year.say()),
        Taken::Period(period) => CellFilling::Text(years(*period)),
        Taken::Kind(kind, programme) => CellFilling::Text(grant(*kind, programme)),
        Taken::Kpi(name, series) => CellFilling::Text(kpi(name, series)),
        Taken::Empty => return Err(text::form_not_said().to_owned()),
        Taken::Outside => return Err(text::form_outside().to_owned()),
        Taken::Average => return Err(text::average().to_owned()),
        Taken::Unknown(why) => return Err(no_increment(*why)),
    })
}

/// Returns the content of a cell as a sentence shows it.
pub fn filled(taken: &Taken) -> String {
    match (taken, filling(taken)) {
        (Taken::Number(number), _) => figures(number.normalize()),
        (_, Ok(CellFilling::Text(text) | CellFilling::Number(text))) => text,
        (_, Ok(CellFilling::Nothing)) => String::new(),
        (_, Err(why)) => text::form_empties(why),
    }
}

/// Returns why a form was not filled in; `chosen_file` has the sentence for files that cannot be read.
pub fn not_filled(file: &str, why: &NotFilled) -> String {
    match why {
        NotFilled::NotRead(why) => super::chosen_file::book_not_read(file, *why),
        NotFilled::NoSheet(sheet) => text::form_no_sheet(sheet),
        NotFilled::Formula(sheet, at) => text::form_is_formula(cell(sheet, *at)),
        NotFilled::NotPacked => super::one_file::not_saved(file),
    }
}

/// Returns a cell with its sheet.
pub fn cell(sheet: &str, at: Address) -> String {
    match sheet {
        "" => at.to_string(),
        sheet => text::form_cell(sheet, at.to_string()),
    }
}
