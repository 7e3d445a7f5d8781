//! 整合 as a matrix: goals and measures against the items of the frameworks (I60, I61).

use std::collections::BTreeMap;

use super::item_heads::ItemHeads;
use edit::Answering;
use strategy::*;

/// Goals and measures as rows, items as columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AlignmentMatrix {
    /// The frameworks that have items, in order; behind them the items that stand under others, group by group.
    pub frameworks: Vec<FrameworkColumns>,
    /// Every goal, each followed by its measures.
    pub rows: Vec<MatrixRow>,
}

/// The columns of one framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameworkColumns {
    /// The framework.
    pub framework: Id<Framework>,
    /// The item that these stand under; `None`: they stand under none.
    pub head: Option<Id<FrameworkItem>>,
    /// Its items, in order.
    pub items: Vec<ItemColumn>,
}

/// The column of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemColumn {
    /// The item.
    pub item: Id<FrameworkItem>,
    /// The goals, measures and initiatives tied to it or to an item under it, in the order of the outline.
    pub answering: Vec<Answering>,
}

/// The row of a goal or a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// The goal or measure; never an initiative.
    pub of: Answering,
    /// A cell for each column of all frameworks.
    pub cells: Vec<MatrixCell>,
    /// True if the row is tied to no item of any framework (I61).
    pub is_untied: bool,
}

/// Cell of a row and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MatrixCell {
    /// True if the row itself is tied to the item.
    pub own: bool,
    /// Number of records under the row (measures and initiatives of a goal, initiatives of a measure) that are tied
    /// to the item; and, of the row and these records, ties to an item under it.
    pub under: usize,
}

impl AlignmentMatrix {
    /// All columns, framework by framework.
    pub fn columns(&self) -> impl Iterator<Item = &ItemColumn> {
        self.frameworks.iter().flat_map(|one| &one.items)
    }

    /// The measures, and how many of them are tied to nothing (I61).
    pub fn measures(&self) -> (usize, usize) {
        let measures = || {
            let rows = self.rows.iter();
            rows.filter(|row| matches!(row.of, Answering::Measure(_)))
        };
        (
            measures().count(),
            measures().filter(|row| row.is_untied).count(),
        )
    }
}

impl ItemColumn {
    /// True if nothing answers to the item or to one under it.
    pub fn is_open(&self) -> bool {
        self.answering.is_empty()
    }
}

impl FrameworkColumns {
    /// The items nothing answers to.
    pub fn holes(&self) -> impl Iterator<Item = Id<FrameworkItem>> {
        let open = self.items.iter().filter(|one| one.is_open());
        open.map(|one| one.item)
    }
}

/// The columns of a strategy, and where that of each item is.
fn columns(s: &Strategy, heads: &ItemHeads) -> (Vec<FrameworkColumns>, MatrixPlaces) {
    let mut tops: Vec<FrameworkColumns> = Vec::new();
    let mut below: Vec<FrameworkColumns> = Vec::new();
    for framework in s.frameworks.sorted() {
        let items = s.framework_items.under(framework.id);
        let group = |head, items: Vec<&std::sync::Arc<FrameworkItem>>| {
            let column = |item: &std::sync::Arc<FrameworkItem>| ItemColumn {
                item: item.id,
                answering: Vec::new(),
            };
            FrameworkColumns {
                framework: framework.id,
                head,
                items: items.into_iter().map(column).collect(),
            }
        };
        for top in heads.tops(items.clone()) {
            below.push(group(Some(top.id), heads.under(top.id, &items)));
        }
        tops.push(group(None, heads.tops(items)));
    }
    tops.append(&mut below);
    tops.retain(|one| !one.items.is_empty());
    let all = tops.iter().flat_map(|one| &one.items).enumerate();
    let places = all.map(|(at, column)| (column.item, at)).collect();
    (tops, places)
}

/// The column of each item.
type MatrixPlaces = BTreeMap<Id<FrameworkItem>, usize>;

/// The matrix of a strategy.
pub fn alignment_matrix(s: &Strategy) -> AlignmentMatrix {
    let heads = ItemHeads::of(s);
    let (mut frameworks, places) = columns(s, &heads);
    let rows = MatrixRows {
        heads,
        places,
        answering: Vec::new(),
        rows: Vec::new(),
    };
    let MatrixRows {
        rows, answering, ..
    } = rows.of(s);
    let mut columns: Vec<_> = frameworks
        .iter_mut()
        .flat_map(|one| &mut one.items)
        .collect();
    for (column, by) in answering {
        if let Some(column) = columns.get_mut(column) {
            column.answering.push(by);
        }
    }
    AlignmentMatrix { frameworks, rows }
}

/// The columns something is tied to: of the items themselves, and of those above them that it is not tied to.
struct Tied {
    own: Vec<usize>,
    above: Vec<usize>,
}

/// The rows as they are put together.
struct MatrixRows {
    heads: ItemHeads,
    places: MatrixPlaces,
    /// Columns, and what is tied to them.
    answering: Vec<(usize, Answering)>,
    rows: Vec<MatrixRow>,
}

impl MatrixRows {
    fn of(mut self, s: &Strategy) -> Self {
        let measures = s.measures.by_parent();
        let initiatives = s.initiatives.by_parent();
        for goal in s.goals.sorted() {
            let own = self.tied(&goal.aligned, Answering::Goal(goal.id));
            let at = self.push(Answering::Goal(goal.id), &own);
            for measure in measures.under(goal.id) {
                let tied = self.tied(&measure.aligned, Answering::Measure(measure.id));
                let row = self.push(Answering::Measure(measure.id), &tied);
                self.count(at, &tied);
                for initiative in initiatives.under(measure.id) {
                    let by = Answering::Initiative(initiative.id);
                    let tied = self.tied(&initiative.aligned, by);
                    self.count(at, &tied);
                    self.count(row, &tied);
                }
            }
            self.judge(at, own.own.is_empty());
        }
        self
    }

    /// The columns something is tied to, each once.
    fn tied(&mut self, aligned: &[Id<FrameworkItem>], by: Answering) -> Tied {
        let place = |item: &Id<FrameworkItem>| self.places.get(item).copied();
        let own = sort::set(aligned.iter().filter_map(place));
        let above = aligned.iter().filter_map(|item| self.heads.above(*item));
        let mut above = sort::set(above.filter_map(|item| place(&item)));
        above.retain(|column| !own.contains(column));
        let columns = own.iter().chain(&above);
        self.answering.extend(columns.map(|at| (*at, by)));
        Tied {
            own: own.into_iter().collect(),
            above: above.into_iter().collect(),
        }
    }

    fn push(&mut self, of: Answering, tied: &Tied) -> usize {
        let mut cells = vec![MatrixCell::default(); self.places.len()];
        for column in &tied.own {
            cells[*column].own = true;
        }
        for column in &tied.above {
            cells[*column].under += 1;
        }
        self.rows.push(MatrixRow {
            of,
            cells,
            is_untied: false,
        });
        self.rows.len() - 1
    }

    /// Counts what is under a row.
    fn count(&mut self, row: usize, tied: &Tied) {
        for column in tied.own.iter().chain(&tied.above) {
            self.rows[row].cells[*column].under += 1;
        }
    }

    /// Says of a goal and its measures which are tied to nothing.
    fn judge(&mut self, goal: usize, is_goal_untied: bool) {
        let has_columns = !self.places.is_empty();
        for row in &mut self.rows[goal..] {
            let is_empty = row.cells.iter().all(|cell| *cell == MatrixCell::default());
            row.is_untied = has_columns && is_goal_untied && is_empty;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;
    use edit::{align, empty_framework, empty_item};

    /// Two goals; the first has two measures, the first of them an initiative; a framework of three items, and an empty one.
    fn plan() -> Strategy {
        let mut s = Strategy::default();
        s.goals.insert(goal(1, "一"));
        s.goals.insert(Goal {
            kind: GoalKind::CrossCutting,
            ..goal(2, "横")
        });
        s.measures.insert(measure(1, 1, "一"));
        s.measures.insert(measure(2, 1, "二"));
        s.initiatives.insert(initiative(1, 1, "い"));
        s.frameworks.insert(empty_framework(Id::new(1)));
        s.frameworks.insert(empty_framework(Id::new(2)));
        for n in 1..=3 {
            let kind = match n {
                3 => GoalKind::CrossCutting,
                _ => GoalKind::Basic,
            };
            s.framework_items.insert(FrameworkItem {
                order: Order::nth(n as usize),
                ..empty_item(Id::new(n), Id::new(1), kind)
            });
        }
        s
    }

    fn tie(s: &mut Strategy, by: Answering, item: u64) {
        align(s, by, Id::new(item), true).unwrap().apply(s).unwrap();
    }

    #[test]
    fn i60_goals_and_measures_are_rows_and_what_is_under_them_is_counted() {
        let mut s = plan();
        tie(&mut s, Answering::Goal(Id::new(2)), 3);
        tie(&mut s, Answering::Measure(Id::new(1)), 1);
        tie(&mut s, Answering::Initiative(Id::new(1)), 1);
        let matrix = alignment_matrix(&s);
        assert_eq!(
            matrix.frameworks.len(),
            1,
            "one without items has no columns"
        );
        let of: Vec<_> = matrix.rows.iter().map(|row| row.of).collect();
        let [one, crossing] = [1, 2].map(|n| Answering::Goal(Id::new(n)));
        let [first, second] = [1, 2].map(|n| Answering::Measure(Id::new(n)));
        assert_eq!(
            of,
            [one, first, second, crossing],
            "a cross-cutting goal is a row"
        );
        let cells = |row: usize| -> Vec<(bool, usize)> {
            let cells = matrix.rows[row].cells.iter();
            cells.map(|cell| (cell.own, cell.under)).collect()
        };
        assert_eq!(cells(0), [(false, 2), (false, 0), (false, 0)]);
        assert_eq!(cells(1), [(true, 1), (false, 0), (false, 0)]);
        assert_eq!(cells(2), [(false, 0); 3]);
        assert_eq!(cells(3), [(false, 0), (false, 0), (true, 0)]);
        let initiative = Answering::Initiative(Id::new(1));
        let columns: Vec<_> = matrix.columns().collect();
        assert_eq!(columns[0].answering, [first, initiative]);
        let holes: Vec<_> = matrix.frameworks[0].holes().collect();
        assert_eq!(holes, [Id::new(2)]);
    }

    #[test]
    fn i72_what_is_tied_to_an_item_under_another_is_counted_with_the_other_and_has_its_own_column_behind()
     {
        let mut s = plan();
        s.framework_items.insert(FrameworkItem {
            number: "2".to_owned(),
            ..FrameworkItem::clone(s.get(Id::<FrameworkItem>::new(2)).unwrap())
        });
        s.framework_items.insert(FrameworkItem {
            number: "2.1".to_owned(),
            ..empty_item(Id::new(9), Id::new(1), GoalKind::Basic)
        });
        tie(&mut s, Answering::Measure(Id::new(1)), 9);
        let matrix = alignment_matrix(&s);
        let groups: Vec<_> = matrix
            .frameworks
            .iter()
            .map(|one| (one.head, one.items.len()))
            .collect();
        assert_eq!(groups, [(None, 3), (Some(Id::new(2)), 1)]);
        let cells = |row: usize| -> Vec<(bool, usize)> {
            let cells = matrix.rows[row].cells.iter();
            cells.map(|cell| (cell.own, cell.under)).collect()
        };
        assert_eq!(cells(1), [(false, 0), (false, 1), (false, 0), (true, 0)]);
        assert_eq!(cells(0), [(false, 0), (false, 1), (false, 0), (false, 1)]);
        let holes: Vec<_> = matrix.frameworks[0].holes().collect();
        assert_eq!(holes, [Id::new(1), Id::new(3)]);
        assert!(!matrix.rows[1].is_untied);
    }

    #[test]
    fn i61_a_measure_under_a_tied_goal_is_not_untied() {
        let untied = |s: &Strategy| -> Vec<bool> {
            let matrix = alignment_matrix(s);
            matrix.rows.iter().map(|row| row.is_untied).collect()
        };
        let cases: [(&[Answering], [bool; 4]); 4] = [
            (&[], [true; 4]),
            (&[Answering::Goal(Id::new(1))], [false, false, false, true]),
            (
                &[Answering::Measure(Id::new(2))],
                [false, true, false, true],
            ),
            (
                &[Answering::Initiative(Id::new(1))],
                [false, false, true, true],
            ),
        ];
        for (ties, expected) in cases {
            let mut s = plan();
            ties.iter().for_each(|by| tie(&mut s, *by, 1));
            assert_eq!(untied(&s), expected, "{ties:?}");
        }
        let mut s = plan();
        s.framework_items = Default::default();
        assert_eq!(untied(&s), [false; 4], "without items nothing is asked");
    }
}
