//! Our own tables of indicators (T11): long, a line for each figure, and wide, a column for each year.

use std::collections::BTreeMap;

use super::assemble::note;
use super::cells::{Grid, printed};
use super::pasted::{Doubt, PastedIndicator, PastedTable};
use edit::{empty_indicator, empty_series};
use format::csv::unguarded;
use strategy::*;

/// Heads that only the long table has together.
const LONG: [&str; 4] = ["指標名", "値の種類", "年度", "原文"];
/// Heads that only the wide table has together.
const WIDE: [&str; 4] = ["名称", "めざす向き", "数え方", "当初値の時点"];
/// Columns read with the figures, columns that only identify records in the table, and columns computed from the
/// rest.
const ELSEWHERE: [&str; 8] = [
    "内訳",
    "当初値",
    "指標ID",
    "内訳ID",
    "数値",
    "値がない理由",
    "使うところ",
    "評価",
];

/// The table, if it is one of ours.
pub fn read(grid: &Grid) -> Option<PastedTable> {
    let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.is_empty());
    let at = grid.rows.iter().position(filled)?;
    let heads = &grid.rows[at];
    let has = |all: [&str; 4]| all.iter().all(|one| heads.iter().any(|head| head == one));
    let take = match (has(LONG), has(WIDE)) {
        (true, _) => Own::long,
        (_, true) => Own::wide,
        _ => return None,
    };
    let mut own = Own::default();
    own.table.heads.push((at + 1, printed(heads)));
    for (nth, row) in grid.rows.iter().enumerate().skip(at + 1) {
        let cells = heads.iter().map(String::as_str).zip(row.iter().cloned());
        let mut cells: Vec<(&str, String)> = cells.collect();
        cells.iter_mut().for_each(|(_, cell)| unguarded(cell));
        cells.retain(|(_, cell)| !cell.is_empty());
        if !cells.is_empty() && !take(&mut own, nth + 1, &cells) {
            own.table.unread.push((nth + 1, printed(row)));
        }
    }
    for one in &mut own.table.indicators {
        if has(LONG) {
            one.propose_kind();
        }
        if one.unread() > 0 {
            one.doubt(Doubt::Unread);
        }
    }
    Some(own.table)
}

/// The cells of a line that hold something, each under its head.
type Cells<'a> = [(&'a str, String)];

fn cell<'a>(cells: &'a Cells<'_>, head: &str) -> &'a str {
    let found = cells.iter().find(|(of, _)| *of == head);
    found.map_or("", |(_, text)| text.as_str())
}

/// State of reading; in the long table, with the place of each indicator and each of its series.
#[derive(Default)]
struct Own {
    table: PastedTable,
    indicators: BTreeMap<String, usize>,
    series: BTreeMap<(usize, String), usize>,
}

impl Own {
    /// Takes a line of the long table; `false`: it says nothing of an indicator.
    fn long(&mut self, nth: usize, cells: &Cells<'_>) -> bool {
        let name = cell(cells, "指標名");
        let year = At(cell(cells, "年度").to_owned()).year();
        let kind = FigureKind::of(cell(cells, "値の種類"));
        let (Some(kind), false) = (kind.filter(|kind| kind.has_place(year)), name.is_empty())
        else {
            return false;
        };
        let key = match cell(cells, "指標ID") {
            "" => format!("{}\t{name}", cell(cells, "コード")),
            id => id.to_owned(),
        };
        let all = self.table.indicators.len();
        let at = *self.indicators.entry(key).or_insert(all);
        if at == all {
            self.begin(name, cells);
        }
        let one = &mut self.table.indicators[at];
        one.lines.push(nth);
        let called = cell(cells, "内訳");
        let key = match cell(cells, "内訳ID") {
            "" => called.to_owned(),
            id => id.to_owned(),
        };
        let next = one.series.len();
        let place = *self.series.entry((at, key)).or_insert(next);
        if place == next {
            add_series(one, called);
        }
        kind.put(&mut one.series[place], year, cell(cells, "原文"));
        true
    }

    /// Takes a line of the wide table; `false`: it says nothing of an indicator.
    fn wide(&mut self, nth: usize, cells: &Cells<'_>) -> bool {
        let name = cell(cells, "名称");
        if name.is_empty() {
            return false;
        }
        let (code, called) = (cell(cells, "コード"), cell(cells, "内訳"));
        let is_above = |last: &PastedIndicator| {
            let same = last.indicator.name == name && last.indicator.code == code;
            same && !called.is_empty() && last.series.iter().all(|one| one.name != called)
        };
        if !self.table.indicators.last().is_some_and(is_above) {
            self.begin(name, cells);
        }
        let Some(one) = self.table.indicators.last_mut() else {
            return false;
        };
        one.lines.push(nth);
        one.indicator.desired = desired(cell(cells, "めざす向き"));
        one.indicator.counting = counting(cell(cells, "数え方"));
        let series = add_series(one, called);
        let at = cell(cells, "当初値の時点");
        if !cell(cells, "当初値").is_empty() || !at.is_empty() {
            series.baseline = Some(Baseline {
                figure: Figure::read(cell(cells, "当初値")),
                at: (!at.is_empty()).then(|| At(at.to_owned())),
            });
        }
        for (head, text) in cells {
            if let Some((year, kind)) = of_year(head) {
                kind.put(series, Some(year), text);
            }
        }
        true
    }

    /// Begins an indicator, with what is said of it in both tables.
    fn begin(&mut self, name: &str, cells: &Cells<'_>) {
        let mut indicator = empty_indicator(Id::new(0), name);
        for (head, text) in cells {
            let field = match *head {
                "コード" => &mut indicator.code,
                "単位" => &mut indicator.unit,
                "担当課" => &mut indicator.owner,
                "出典" => &mut indicator.source,
                "定義" => &mut indicator.definition,
                "備考" => {
                    note(&mut indicator, "", text);
                    continue;
                }
                other => {
                    let elsewhere = [&LONG[..], &WIDE, &ELSEWHERE];
                    let is_read = elsewhere.iter().any(|heads| heads.contains(&other));
                    if !is_read && of_year(other).is_none() {
                        note(&mut indicator, other, text);
                    }
                    continue;
                }
            };
            field.clone_from(text);
        }
        self.table.indicators.push(PastedIndicator {
            lines: Vec::new(),
            indicator,
            series: Vec::new(),
            goals: Vec::new(),
            known: false,
            doubts: Vec::new(),
        });
    }
}

fn add_series<'a>(one: &'a mut PastedIndicator, name: &str) -> &'a mut Series {
    let mut series = empty_series(Id::new(0), Id::new(0), name);
    let at = one.series.len();
    series.order = Order::nth(at);
    one.series.push(series);
    &mut one.series[at]
}

/// Kind of figure.
#[derive(Clone, Copy, PartialEq)]
enum FigureKind {
    Baseline,
    Target,
    Actual,
    WithoutPolicy,
}

impl FigureKind {
    fn of(text: &str) -> Option<Self> {
        Some(match text {
            "当初値" => FigureKind::Baseline,
            "目標値" => FigureKind::Target,
            "実績値" => FigureKind::Actual,
            "趨勢（何もしない場合）の値" => FigureKind::WithoutPolicy,
            _ => return None,
        })
    }

    fn has_place(self, year: Option<FiscalYear>) -> bool {
        self == FigureKind::Baseline || year.is_some()
    }

    fn put(self, series: &mut Series, year: Option<FiscalYear>, text: &str) {
        let figure = Figure::read(text);
        let figures = match (self, year) {
            (FigureKind::Baseline, year) => {
                let at = year.map(|year| At(year.wareki_short()));
                series.baseline = Some(Baseline { figure, at });
                return;
            }
            (FigureKind::Target, _) => &mut series.targets,
            (FigureKind::Actual, _) => &mut series.actuals,
            (FigureKind::WithoutPolicy, _) => &mut series.without_policy,
        };
        if let Some(year) = year {
            figures.insert(year, figure);
        }
    }
}

/// R7 実績, R7 目標.
fn of_year(head: &str) -> Option<(FiscalYear, FigureKind)> {
    let (time, kind) = head.rsplit_once(' ')?;
    let kind = match kind {
        "実績" => FigureKind::Actual,
        "目標" => FigureKind::Target,
        _ => return None,
    };
    Some((At(time.to_owned()).year()?, kind))
}

fn desired(text: &str) -> Option<Desired> {
    match text {
        "増やす" => Some(Desired::Increase),
        "減らす" => Some(Desired::Decrease),
        text if text.starts_with("保つ") => Some(Desired::Keep {
            lower: None,
            upper: None,
        }),
        _ => None,
    }
}

fn counting(text: &str) -> Counting {
    match text {
        "期間平均" => Counting::Average,
        "年度末現在" => Counting::YearEnd,
        "順位" => Counting::Rank,
        text if text.starts_with("累計") => Counting::Cumulative { from: None },
        _ => Counting::Year,
    }
}
