//! Changing 指標: adding them, their series, and their figures cell by cell.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, Titled};
use strategy::*;

/// User of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsedBy {
    /// As 数値目標 of a goal.
    Goal(Id<Goal>),
    /// As KPI of a measure.
    Measure(Id<Measure>),
}

/// A cell of the table of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureCell {
    /// 当初値.
    Baseline,
    /// その年度の目標値.
    Target(FiscalYear),
    /// その年度の実績値.
    Actual(FiscalYear),
    /// その年度の成り行き値.
    WithoutPolicy(FiscalYear),
}

impl FigureCell {
    /// The field it is.
    pub fn field(self) -> Field {
        match self {
            FigureCell::Baseline => Field::Baseline,
            FigureCell::Target(year) => Field::Target(year),
            FigureCell::Actual(year) => Field::Actual(year),
            FigureCell::WithoutPolicy(year) => Field::WithoutPolicy(year),
        }
    }

    /// The year whose closing locks it: an actual's own; a target may be planned on.
    pub fn closes_with(self) -> Option<FiscalYear> {
        match self {
            FigureCell::Actual(year) => Some(year),
            FigureCell::Baseline | FigureCell::Target(_) | FigureCell::WithoutPolicy(_) => None,
        }
    }

    /// The year it is of; 当初値 is of none.
    pub fn year(self) -> Option<FiscalYear> {
        match self {
            FigureCell::Target(year) | FigureCell::Actual(year) => Some(year),
            FigureCell::WithoutPolicy(year) => Some(year),
            FigureCell::Baseline => None,
        }
    }

    /// The figure in it.
    pub fn of(self, series: &Series) -> Option<&Figure> {
        match self {
            FigureCell::Baseline => series.baseline.as_ref().map(|b| &b.figure),
            FigureCell::Target(year) => series.targets.get(&year),
            FigureCell::Actual(year) => series.actuals.get(&year),
            FigureCell::WithoutPolicy(year) => series.without_policy.get(&year),
        }
    }

    /// Puts a figure in it, or empties it.
    pub fn put(self, series: &mut Series, figure: Option<Figure>) {
        let (row, year) = match self {
            FigureCell::Baseline => {
                let at = series.baseline.take().and_then(|b| b.at);
                series.baseline = match (figure, at) {
                    (Some(figure), at) => Some(Baseline { figure, at }),
                    (None, Some(at)) => Some(Baseline {
                        figure: Figure::read(""),
                        at: Some(at),
                    }),
                    (None, None) => None,
                };
                return;
            }
            FigureCell::Target(year) => (&mut series.targets, year),
            FigureCell::Actual(year) => (&mut series.actuals, year),
            FigureCell::WithoutPolicy(year) => (&mut series.without_policy, year),
        };
        match figure {
            Some(figure) => row.insert(year, figure),
            None => row.remove(&year),
        };
    }
}

/// Returns the name of a series: the indicator's name, and its own where it has one.
fn called(strategy: &Strategy, series: &Series) -> String {
    let name = strategy
        .get(series.indicator)
        .map(|k| k.name.clone())
        .unwrap_or_default();
    match series.name.as_str() {
        "" => name,
        own => format!("{name}（{own}）"),
    }
}

/// An empty series.
pub fn empty_series(id: Id<Series>, indicator: Id<Indicator>, name: &str) -> Series {
    Series {
        id,
        indicator,
        order: Order::nth(0),
        name: name.to_owned(),
        ..Default::default()
    }
}

/// An empty indicator.
pub fn empty_indicator(id: Id<Indicator>, name: &str) -> Indicator {
    Indicator {
        id,
        name: name.to_owned(),
        ..Default::default()
    }
}

/// Adds an indicator with one unnamed series, last in the list, and has it used.
pub fn add_indicator(
    strategy: &Strategy,
    id: Id<Indicator>,
    series: Id<Series>,
    name: &str,
    used_by: Option<UsedBy>,
) -> Result<Edit, Refusal> {
    let indicator = empty_indicator(id, name);
    add_made(strategy, indicator, empty_series(series, id, ""), used_by)
}

/// Adds an indicator without a name right behind another: in the list, and wherever that one is used (E26).
pub fn add_indicator_after(
    strategy: &Strategy,
    id: Id<Indicator>,
    series: Id<Series>,
    after: Id<Indicator>,
) -> Result<Edit, Refusal> {
    let listed = strategy.indicators.sorted();
    let place = listed.iter().position(|k| k.id == after);
    let place = place.ok_or(Refusal::NotThere)?;
    let mut draft = Draft::new(strategy);
    let mut indicator = empty_indicator(id, "");
    draft.place(&mut indicator, place + 1);
    draft.add(indicator)?;
    draft.add(empty_series(series, id, ""))?;
    let behind = |used: &mut Vec<Id<Indicator>>| {
        if let Some(at) = used.iter().position(|one| *one == after) {
            used.insert(at + 1, id);
        }
    };
    for goal in strategy.goals.iter().filter(|g| g.targets.contains(&after)) {
        draft.update(goal.id, |g| behind(&mut g.targets))?;
    }
    for measure in strategy.measures.iter().filter(|m| m.kpis.contains(&after)) {
        draft.update(measure.id, |m| behind(&mut m.kpis))?;
    }
    draft.finish(EditLabel::to::<Indicator>(Operation::Add, ""))
}

/// Adds an indicator with its first series, last in the list, and has it used.
pub fn add_made(
    strategy: &Strategy,
    mut indicator: Indicator,
    series: Series,
    used_by: Option<UsedBy>,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let (id, name) = (indicator.id, indicator.name.clone());
    draft.place(&mut indicator, usize::MAX);
    draft.add(indicator)?;
    draft.add(series)?;
    match used_by {
        Some(UsedBy::Goal(goal)) => draft.update(goal, |g| g.targets.push(id))?,
        Some(UsedBy::Measure(measure)) => draft.update(measure, |m| m.kpis.push(id))?,
        None => {}
    }
    draft.finish(EditLabel::to::<Indicator>(Operation::Add, name))
}

/// Adds a series, last.
pub fn add_series(
    strategy: &Strategy,
    indicator: Id<Indicator>,
    id: Id<Series>,
    name: &str,
) -> Result<Edit, Refusal> {
    super::add(strategy, empty_series(id, indicator, name), usize::MAX)
}

/// Removes a series; the last one of an indicator stays.
pub fn remove_series(strategy: &Strategy, id: Id<Series>) -> Result<Edit, Refusal> {
    let series = strategy.get(id).ok_or(Refusal::NotThere)?;
    if strategy.series.under(series.indicator).len() < 2 {
        return Err(Refusal::LastSeries);
    }
    super::remove(strategy, id)
}

/// True if a change of this target asks for date, decider and reason: the strategy is decided and the target exists.
pub fn wants_reason(strategy: &Strategy, series: Id<Series>, cell: FigureCell) -> bool {
    let FigureCell::Target(year) = cell else {
        return false;
    };
    strategy.about().stage.is_decided()
        && strategy
            .get(series)
            .is_some_and(|s| s.targets.contains_key(&year))
}

/// Writes a text into one cell; an empty text empties it.
pub fn set_cell(
    strategy: &Strategy,
    series: Id<Series>,
    cell: FigureCell,
    text: &str,
) -> Result<Edit, Refusal> {
    let there = strategy.get(series).ok_or(Refusal::NotThere)?;
    let mut draft = Draft::new(strategy);
    if cell.of(there).map_or("", Figure::text) != text {
        draft.update(series, |row| cell.put(row, figure_of(text)))?;
    }
    draft.finish(EditLabel::to::<Series>(
        Operation::Set(cell.field()),
        called(strategy, there),
    ))
}

/// Writes a note on a year of a series; an empty text takes it away (E99).
pub fn set_year_note(
    strategy: &Strategy,
    series: Id<Series>,
    year: FiscalYear,
    text: &str,
) -> Result<Edit, Refusal> {
    let there = strategy.get(series).ok_or(Refusal::NotThere)?;
    let mut draft = Draft::new(strategy);
    draft.update(series, |row| match text.trim() {
        "" => drop(row.notes.remove(&year)),
        text => drop(row.notes.insert(year, text.to_owned())),
    })?;
    draft.finish(EditLabel::to::<Series>(
        Operation::Set(Field::YearNote(year)),
        called(strategy, there),
    ))
}

/// Returns the figure that a text in a cell means; a blank text is none.
pub(super) fn figure_of(text: &str) -> Option<Figure> {
    (!text.trim().is_empty()).then(|| Figure::read(text))
}

/// Changes a decided target, with the day, who decided and why; old and new stay in the log.
pub fn change_target(
    strategy: &Strategy,
    series: Id<Series>,
    year: FiscalYear,
    text: &str,
    date: Date,
    by: &str,
    reason: &str,
) -> Result<Edit, Refusal> {
    if by.trim().is_empty() || reason.trim().is_empty() || date.0.trim().is_empty() {
        return Err(Refusal::TargetWithoutReason);
    }
    let there = strategy.get(series).ok_or(Refusal::NotThere)?;
    let indicator = there.indicator;
    let from = there.targets.get(&year).cloned();
    let to = figure_of(text);
    if from == to {
        return Err(Refusal::Nothing);
    }
    let title = called(strategy, there);
    let mut draft = Draft::new(strategy);
    draft.update(series, |s| FigureCell::Target(year).put(s, to.clone()))?;
    draft.update(indicator, |k| {
        k.changes.push(TargetChange {
            series,
            year,
            from,
            to,
            date,
            by: by.trim().to_owned(),
            reason: reason.trim().to_owned(),
        });
    })?;
    draft.finish(EditLabel::to::<Series>(Operation::ChangeTarget, title))
}

/// Changes one field of many records in one edit.
pub fn bulk<T: super::Changed + Titled>(
    strategy: &Strategy,
    ids: &[Id<T>],
    field: Field,
    change: impl Fn(&mut T),
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    for id in ids {
        draft.update(*id, &change)?;
    }
    draft.finish(EditLabel::to::<T>(Operation::Bulk(field, ids.len()), ""))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{TableCell, paste};

    fn one() -> (Strategy, Id<Series>) {
        let mut strategy = Strategy::default();
        let (k, r) = (Id::new(1), Id::new(1));
        let edit = add_indicator(&strategy, k, r, "出生数", None).unwrap();
        edit.apply(&mut strategy).unwrap();
        (strategy, r)
    }

    #[test]
    fn a_cell_takes_any_text_and_an_empty_one_empties_it() {
        let (mut s, r) = one();
        let cell = FigureCell::Actual(FiscalYear(2024));
        set_cell(&s, r, cell, "３２２人")
            .unwrap()
            .apply(&mut s)
            .unwrap();
        assert_eq!(cell.of(s.get(r).unwrap()).unwrap().text(), "３２２人");
        set_cell(&s, r, cell, " ").unwrap().apply(&mut s).unwrap();
        assert_eq!(cell.of(s.get(r).unwrap()), None);
    }

    #[test]
    fn e99_a_note_is_of_a_year_and_goes_when_it_is_emptied() {
        let (mut s, r) = one();
        let year = FiscalYear(2024);
        let note = |s: &Strategy| s.get(r).unwrap().notes.get(&year).cloned();
        let edit = set_year_note(&s, r, year, " 速報値 ").unwrap();
        edit.apply(&mut s).unwrap();
        assert_eq!(note(&s).as_deref(), Some("速報値"));
        assert_eq!(
            edit.label.operation,
            Operation::Set(Field::YearNote(year)),
            "the history says of which year"
        );
        assert_eq!(
            set_year_note(&s, r, year, "速報値").unwrap_err(),
            Refusal::Nothing
        );
        let gone = set_year_note(&s, r, year, "  ").unwrap();
        gone.apply(&mut s).unwrap();
        assert_eq!(note(&s), None);
        gone.reverse().apply(&mut s).unwrap();
        assert_eq!(note(&s).as_deref(), Some("速報値"));
    }

    #[test]
    fn a_decided_target_is_changed_only_with_a_reason() {
        let (mut s, r) = one();
        let cell = FigureCell::Target(FiscalYear(2025));
        set_cell(&s, r, cell, "380").unwrap().apply(&mut s).unwrap();
        let mut draft = Draft::new(&s);
        draft
            .update(About::ID, |a| a.stage = Stage::Decided)
            .unwrap();
        draft
            .finish(EditLabel::to_all(Operation::Fix))
            .unwrap()
            .apply(&mut s)
            .unwrap();
        assert!(wants_reason(&s, r, cell));
        let pasted = paste(
            &s,
            &[
                (TableCell::Figure(r, cell), "400".into()),
                (
                    TableCell::Figure(r, FigureCell::Actual(FiscalYear(2025))),
                    "x?".into(),
                ),
            ],
            2,
        );
        assert_eq!(
            (pasted.written, pasted.skipped, pasted.unread.len()),
            (1, 3, 1)
        );
        let day = Date("2026-11-21".into());
        assert!(change_target(&s, r, FiscalYear(2025), "400", day.clone(), "", "改訂").is_err());
        change_target(&s, r, FiscalYear(2025), "400", day, "行政経営会議", "改訂")
            .unwrap()
            .apply(&mut s)
            .unwrap();
        let change = &s.get(Id::<Indicator>::new(1)).unwrap().changes[0];
        assert_eq!(change.from.as_ref().map(Figure::text), Some("380"));
        assert_eq!(cell.of(s.get(r).unwrap()).unwrap().text(), "400");
    }

    #[test]
    fn an_indicator_added_behind_another_stands_there_in_every_list() {
        let bytes = include_bytes!("../../public/samples/mihon.json");
        let mut s = format::json::read(bytes).unwrap();
        let after = s.goals.sorted()[0].targets[0];
        let (id, series) = (Id::new(900_001), Id::new(900_002));
        let edit = add_indicator_after(&s, id, series, after).unwrap();
        edit.apply(&mut s).unwrap();
        let behind = |ids: &[Id<Indicator>]| {
            let at = ids.iter().position(|one| *one == after);
            at.and_then(|at| ids.get(at + 1)).copied()
        };
        let listed: Vec<_> = s.indicators.sorted().iter().map(|k| k.id).collect();
        assert_eq!(behind(&listed), Some(id));
        assert_eq!(behind(&s.goals.sorted()[0].targets), Some(id));
        assert_eq!(s.series.under(id).len(), 1);
        for measure in s.measures.iter() {
            assert_eq!(measure.kpis.contains(&after), measure.kpis.contains(&id));
        }
    }

    #[test]
    fn the_last_series_stays() {
        let (mut s, r) = one();
        assert!(remove_series(&s, r).is_err());
        add_series(&s, Id::new(1), Id::new(2), "女性")
            .unwrap()
            .apply(&mut s)
            .unwrap();
        assert!(remove_series(&s, r).is_ok());
    }
}
