//! 体系: a row for each initiative, with the goal and the measure it stands under.

use super::draft::{SheetDraft, head};
use ::words::model::{goal_coded, kind};
use ::words::{marks, paper, workbook as words};
use format::workbook::{Cell, Row, RowKind, Sheet};
use insight::Numbers;
use strategy::*;

/// Returns the sheet; `None` if there are no goals.
pub fn sheet(s: &Strategy) -> Option<Sheet> {
    let outline = OutlineSheet {
        s,
        numbers: Numbers::of(s),
    };
    let goals = s.goals.sorted().into_iter();
    SheetDraft {
        plan: &s.about().title,
        name: words::outline(),
        note: String::new(),
        heads: vec![
            (kind(Kind::Goal).to_owned(), 22),
            (kind(Kind::Measure).to_owned(), 24),
            head(&Measure::direction.field, 40),
            head(&Measure::kpis.field, 24),
            (kind(Kind::Initiative).to_owned(), 30),
            head(&Initiative::text.field, 40),
            head(&Initiative::owner.field, 12),
        ],
        frozen: 2,
        rows: goals.flat_map(|goal| outline.goal(goal)).collect(),
    }
    .sheet()
}

struct OutlineSheet<'a> {
    s: &'a Strategy,
    numbers: Numbers,
}

impl OutlineSheet<'_> {
    fn goal(&self, goal: &Goal) -> Vec<Row> {
        let name = goal_coded(&self.numbers.goal(goal.id), &goal.title);
        let own = [
            name.as_str(),
            &goal.subtitle,
            &goal.direction,
            &self.names(&goal.targets),
        ];
        let mut rows = vec![
            Row::new(RowKind::Group, [Cell::text(name.as_str())]),
            Row::new(RowKind::Body, own.map(Cell::text)),
        ];
        let measures = self.s.measures_of(goal.id);
        rows.extend(measures.iter().flat_map(|one| self.measure(&name, one)));
        rows
    }

    /// Returns a row for each initiative of a measure; direction and KPI of the measure are in the first.
    fn measure(&self, goal: &str, measure: &Measure) -> Vec<Row> {
        let number = self.numbers.measure(measure.id);
        let name = paper::numbered(&number, &measure.title);
        let initiatives = self.s.initiatives.under(measure.id);
        let row = |at: usize, initiative: Option<&Initiative>| {
            let first = |text: &str| Cell::text(if at == 0 { text } else { "" });
            let own = |of: fn(&Initiative) -> &str| Cell::text(initiative.map_or("", of));
            let initiative_name = initiative.map(|one| {
                let number = self.numbers.initiative(one.id);
                paper::numbered(&number, &one.title)
            });
            let owner = match initiative {
                Some(one) if !one.owner.is_empty() => one.owner.as_str(),
                _ => measure.owner.as_str(),
            };
            Row::new(
                RowKind::Body,
                [
                    Cell::text(goal),
                    Cell::text(name.as_str()),
                    first(&measure.direction),
                    first(&self.names(&measure.kpis)),
                    Cell::text(initiative_name.unwrap_or_default()),
                    own(|one| &one.text),
                    Cell::text(owner),
                ],
            )
        };
        match initiatives.as_slice() {
            [] => vec![row(0, None)],
            all => {
                let all = all.iter().enumerate();
                all.map(|(at, one)| row(at, Some(one))).collect()
            }
        }
    }

    fn names(&self, ids: &[Id<Indicator>]) -> String {
        let indicators = ids.iter().filter_map(|id| self.s.get(*id));
        let names: Vec<_> = indicators.map(|one| one.name.as_str()).collect();
        names.join(marks::list())
    }
}
