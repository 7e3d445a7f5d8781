//! 公表データ: the figures of a file, and what its measures belong to.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, set};
use strategy::*;

/// The contents of a file of published data that are taken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataUpdate {
    /// The data set, with the file and the day.
    pub form: DataForm,
    /// The form that it had before, where its head changed.
    pub before: Option<String>,
    /// The series that measures of the file belong to.
    pub measures: Vec<(Id<Series>, PublishedMeasure)>,
    /// The series that no longer belong to a measure.
    pub unbound: Vec<Id<Series>>,
    /// The figures that are taken.
    pub figures: Vec<(Id<Series>, FiscalYear, Figure)>,
    /// The line of 出典 for the indicators that get figures; it begins with the name of the data set.
    pub cited: String,
}

/// Writes the figures, the measures and the data set in one edit (E78, E79).
pub fn update_from_data(strategy: &Strategy, update: &DataUpdate) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let form = &update.form;
    let before = update.before.as_ref().unwrap_or(&form.form);
    draft.update(About::ID, |about| {
        let forms = &mut about.data_forms;
        let is_it = |one: &DataForm| one.form == *before || one.form == form.form;
        match forms.iter().position(is_it) {
            Some(at) => forms[at] = form.clone(),
            None => forms.push(form.clone()),
        }
    })?;
    if *before != form.form {
        for id in series_of(strategy, before) {
            draft.update(id, |series| {
                if let Some(measure) = &mut series.published {
                    measure.form.clone_from(&form.form);
                }
            })?;
        }
    }
    for id in &update.unbound {
        draft.update(*id, |series| series.published = None)?;
    }
    for (id, measure) in &update.measures {
        draft.update(*id, |series| series.published = Some(measure.clone()))?;
    }
    for (id, year, figure) in &update.figures {
        draft.update(*id, |series| {
            _ = series.actuals.insert(*year, figure.clone())
        })?;
        let indicator = draft
            .strategy()
            .get(*id)
            .ok_or(Refusal::NotThere)?
            .indicator;
        draft.update(indicator, |indicator| {
            cite(&mut indicator.source, &form.source, &update.cited)
        })?;
    }
    draft.finish(EditLabel::to_all(Operation::OpenData(update.figures.len())))
}

/// Forgets a data set and what its measures belong to; figures stay (E80).
pub fn forget_data_form(strategy: &Strategy, form: &str) -> Result<Edit, Refusal> {
    let field = Field::of(About::data_forms.field.name, None);
    let edit = set(strategy, About::ID, field, |about| {
        about.data_forms.retain(|one| one.form != form)
    })?;
    let bound = series_of(strategy, form);
    if bound.is_empty() {
        return Ok(edit);
    }
    let mut draft = Draft::new(strategy);
    draft.update(About::ID, |about| {
        about.data_forms.retain(|one| one.form != form)
    })?;
    for id in bound {
        draft.update(id, |series| series.published = None)?;
    }
    draft.finish(edit.label)
}

fn series_of(strategy: &Strategy, form: &str) -> Vec<Id<Series>> {
    let is_of = |series: &Series| {
        series
            .published
            .as_ref()
            .is_some_and(|one| one.form == form)
    };
    let series = strategy.series.iter().filter(|series| is_of(series));
    series.map(|series| series.id).collect()
}

/// Puts the line of a data set into 出典, in the place of the line that begins with its name.
fn cite(source: &mut String, name: &str, line: &str) {
    if name.is_empty() {
        return;
    }
    let mut lines: Vec<&str> = source.lines().collect();
    match lines.iter().position(|one| one.starts_with(name)) {
        Some(at) => lines[at] = line,
        None => lines.push(line),
    }
    *source = lines.join("\n");
}
