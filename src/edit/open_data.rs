//! 公表データ: the figures of a file, and what its measures belong to.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, Titled, set};
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
    /// 比べる自治体: all there are from now on.
    pub towns: Vec<ComparisonTown>,
    /// Their figures, beside those of a series.
    pub compared: Vec<(Id<Series>, Vec<TownFigures>)>,
    /// The line of 出典 for the indicators that get figures; it begins with the name of the data set.
    pub cited: String,
}

/// Writes the figures, the measures, the data set and the figures of other towns in one edit (E78, E79, E98).
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
    keep_towns(&mut draft, &update.towns)?;
    for (id, new) in &update.compared {
        draft.update(*id, |series| put_beside(&mut series.compared, new))?;
    }
    draft.finish(EditLabel::to_all(Operation::OpenData(update.figures.len())))
}

/// Forgets a town for comparison, with its figures (E98).
pub fn forget_comparison_town(strategy: &Strategy, town: &ComparisonTown) -> Result<Edit, Refusal> {
    let field = Field::of(About::comparison_towns.field.name, None);
    let about = strategy.about();
    let mut towns = about.comparison_towns.clone();
    towns.retain(|one| one != town);
    let mut draft = Draft::new(strategy);
    keep_towns(&mut draft, &towns)?;
    draft.finish(EditLabel::to::<About>(
        Operation::Set(field),
        about.title_text(),
    ))
}

/// Keeps these towns for comparison; the figures of those that were there and no longer are go.
fn keep_towns(draft: &mut Draft, towns: &[ComparisonTown]) -> Result<(), Refusal> {
    let mut left = draft.strategy().about().comparison_towns.clone();
    if left == towns {
        return Ok(());
    }
    left.retain(|town| !towns.contains(town));
    draft.update(About::ID, |about| about.comparison_towns = towns.to_vec())?;
    let is_gone = |one: &TownFigures| left.iter().any(|town| one.is_of(town));
    let series = draft.strategy().series.iter();
    let with_gone = series.filter(|series| series.compared.iter().any(is_gone));
    let with_gone: Vec<_> = with_gone.map(|series| series.id).collect();
    for id in with_gone {
        draft.update(id, |series| series.compared.retain(|one| !is_gone(one)))?;
    }
    Ok(())
}

/// Puts figures of towns beside a series, year by year over those of the same town.
fn put_beside(all: &mut Vec<TownFigures>, new: &[TownFigures]) {
    for one in new {
        let same = |other: &&mut TownFigures| other.town == one.town && other.code == one.code;
        match all.iter_mut().find(same) {
            Some(there) => there.figures.extend(one.figures.clone()),
            None => all.push(one.clone()),
        }
    }
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
