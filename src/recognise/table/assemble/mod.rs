//! Lines become indicators: sub-rows join the indicator above, what is printed twice becomes one.

mod belongs;
mod below;
mod ditto;
mod fields;
mod figures;
mod notes;
mod row_words;

use std::collections::BTreeMap;

use super::columns::Columns;
use super::heads::ColumnKind;
use super::line::{Line, LineFigure, REPEAT};
use super::named_unit::{apart, named_unit};
use super::pasted::{Doubt, PastedIndicator};
use edit::empty_indicator;
use fields::add;
use figures::Meant;
pub(super) use notes::note;
pub use row_words::row_kind;
use row_words::{numbered_goal, one_line, squeezed};
use strategy::*;

/// The indicators so far.
pub struct Assembly {
    period: Period,
    goals: Vec<(Id<Goal>, String)>,
    goal: Option<Id<Goal>>,
    /// Column in which the words of the last indicator began.
    indent: usize,
    done: Vec<PastedIndicator>,
    /// The line above, if it has a name and no figures: its sub-rows may follow.
    heading: Option<(usize, Line)>,
    /// True if the last indicator has its name from such a line.
    headed: bool,
    /// True if the name of the last indicator is set back, or a line that is of none stands below it.
    no_sub_rows: bool,
    /// The figures of the line above.
    above: Vec<LineFigure>,
    /// The other texts of the line above, each with its head.
    beside: Vec<(Option<ColumnKind>, String, String)>,
    /// True if the line above is of a sum.
    sum_above: bool,
    /// The year of the line above, where each line is of a year.
    year_above: Option<String>,
    /// The unit of the figures of this table, as its heads or a line above it say.
    units: Vec<String>,
    /// The unit that a line above the next table names.
    next_unit: Option<String>,
    /// Place of the indicator of a name and code, for tables with a line for each year.
    named: BTreeMap<(String, String), usize>,
}

/// Place that a line belongs to.
enum Belongs {
    /// It is of no indicator.
    Nowhere,
    /// To the indicator above: a sub-row, or its 目標 or 実績.
    Above,
    /// To the indicator at this place, of another year.
    At(usize),
    /// It begins an indicator.
    New,
}

impl Assembly {
    /// None yet.
    pub fn new(strategy: &Strategy) -> Self {
        let goals = strategy.goals.sorted();
        Self {
            period: strategy.about().period,
            goals: goals
                .into_iter()
                .map(|g| (g.id, squeezed(&g.title)))
                .collect(),
            goal: None,
            indent: 0,
            done: Vec::new(),
            heading: None,
            headed: false,
            no_sub_rows: true,
            above: Vec::new(),
            beside: Vec::new(),
            sum_above: false,
            year_above: None,
            units: Vec::new(),
            next_unit: None,
            named: BTreeMap::new(),
        }
    }

    /// Begins a table with these columns.
    pub fn begin_table(&mut self, columns: &Columns) {
        self.year_above = None;
        self.no_sub_rows = true;
        // A name further right than those of the table above is no sub-row.
        self.indent = usize::MAX;
        (self.heading, self.headed) = (None, false);
        self.units = columns.units();
        let said = self.next_unit.take();
        if self.units.is_empty() {
            self.units.extend(said);
        }
    }

    /// Begins a block of columns: nothing beside it belongs to it. Returns the number of indicators so far.
    pub fn begin_block(&mut self) -> usize {
        self.goal = None;
        self.begin_beside(None)
    }

    /// Begins a table beside the last one, with the unit that stands above both. Returns the number of indicators so far.
    pub fn begin_beside(&mut self, unit: Option<String>) -> usize {
        self.above.clear();
        self.beside.clear();
        self.next_unit = None;
        self.begin_table(&Columns::default());
        self.next_unit = unit;
        self.done.len()
    }

    /// The unit that a line above the next table names.
    pub fn unit_above(&self) -> Option<String> {
        self.next_unit.clone()
    }

    /// Returns the lines that belong to no indicator after the first ones.
    pub fn left_since(&self, first: usize, lines: Vec<(usize, String)>) -> Vec<(usize, String)> {
        let new = self.done.iter().skip(first);
        let taken = sort::set(new.flat_map(|one| one.lines.iter().copied()));
        let left = lines.into_iter().filter(|(line, _)| !taken.contains(line));
        left.collect()
    }

    /// A line that is of no indicator may say the unit of the table that follows, or of the one that has just begun.
    pub fn say_unit(&mut self, unit: Option<String>) {
        if let Some(unit) = unit {
            if self.units.is_empty() {
                self.units.push(unit.clone());
            }
            self.next_unit = Some(unit);
        }
    }

    /// A line of units below names says them of all lines that follow; of several, none is said to be whose.
    pub fn say_units(&mut self, units: Vec<String>) {
        self.units = units;
        self.heading = None;
    }

    /// A line that may name the goal of what follows.
    pub fn heading(&mut self, text: &str) {
        let text = squeezed(text);
        let names = |title: &String| {
            !title.is_empty() && text.contains(title.as_str()) && text.len() <= title.len() + 60
        };
        if let Some((goal, _)) = self.goals.iter().find(|(_, title)| names(title)) {
            self.goal = Some(*goal);
        } else if let Some((number, title)) = numbered_goal(&text) {
            // A goal of another title is none of this plan.
            let at = number.checked_sub(1).filter(|_| title.is_empty());
            let goal = at.and_then(|at| self.goals.get(at));
            self.goal = goal.map(|(goal, _)| *goal);
        }
    }

    /// Takes a line; `false`: it is of no indicator.
    pub fn take(&mut self, at: usize, mut line: Line) -> bool {
        for (_, head, text) in &line.rest {
            match squeezed(head).ends_with("基本目標") && text.trim().parse::<usize>().is_ok() {
                true => self.heading(&format!("基本目標{text}")),
                false => self.heading(text),
            }
        }
        line.without_marks();
        if self.goes_on(at, &line) {
            return true;
        }
        self.say_again(&mut line);
        let by_year = |figure: &LineFigure| figure.holds == ColumnKind::Year;
        // 達成率 in the column of names; 増減率 with a baseline or a target is an indicator.
        let aimed =
            |figure: &LineFigure| matches!(figure.holds, ColumnKind::Baseline | ColumnKind::Target);
        let of_name = row_kind(&line.name);
        let is_rate = of_name == Some(ColumnKind::Note);
        // 実績 alone below the name of its indicator.
        let of_years = of_name.is_some_and(ColumnKind::figures) && line.figures.iter().any(by_year);
        if line.series.is_empty() && (is_rate && !line.figures.iter().any(aimed) || of_years) {
            line.series = std::mem::take(&mut line.name);
        }
        if line.series.is_empty() && line.figures.iter().any(by_year) {
            line.split_off_kind();
        }
        let kind = row_kind(&line.series);
        if kind == Some(ColumnKind::Note) {
            return self.note_row(at, &line);
        }
        let meant = Meant {
            years: kind.or(line.years),
            period: self.period,
        };
        if kind.is_none() && line.figures.iter().any(by_year) {
            line.doubts.push(Doubt::TargetOrActual);
        }
        if kind.is_some() {
            line.series.clear();
        }
        let above = self.name_goes_on(at, &mut line);
        self.begin_heading(&line);
        if line.series.is_empty() && self.below(&line) {
            line.series = std::mem::take(&mut line.name);
        } else if line.series.is_empty() && self.is_set_back_below(&line) {
            line.series = std::mem::take(&mut line.name);
            // The line above has figures of its own: this one may be of an indicator, too.
            if !self.headed {
                line.doubts.push(Doubt::Name);
            }
        }
        let last = self.done.len().saturating_sub(1);
        let place = match self.belongs(&line, kind.is_some()) {
            Belongs::Nowhere => {
                let is_heading =
                    line.figures.is_empty() && line.series.is_empty() && !line.name.is_empty();
                if is_heading && self.goes_on_with_name(at, &line) {
                    return true;
                }
                self.heading = is_heading.then_some((at, line));
                self.no_sub_rows = true;
                return false;
            }
            Belongs::Above => last,
            Belongs::At(place) => place,
            Belongs::New => {
                self.headed = false;
                self.begin(&line);
                self.done.len() - 1
            }
        };
        if let Some(one) = self.done.get_mut(place) {
            one.lines.extend(above);
            one.lines.push(at);
            for doubt in &line.doubts {
                one.doubt(doubt.clone());
            }
            add(one, &line, meant);
        }
        if !line.listed {
            self.unit_of_table(place);
        }
        true
    }

    /// The last indicator is of these lines too.
    pub fn also_of(&mut self, lines: &[usize]) {
        if let Some(last) = self.done.last_mut() {
            last.lines.extend(lines);
        }
    }

    /// Gives an indicator the unit that the heads of its table name, where its line names none.
    fn unit_of_table(&mut self, place: usize) {
        self.next_unit = None;
        let Some(one) = self.done.get_mut(place) else {
            return;
        };
        let indicator = &mut one.indicator;
        let of_figures = || {
            let figures = one.series.iter().flat_map(Series::figures);
            let mut units = figures.filter_map(|figure| Some(figure.number()?.unit.clone()));
            units.find(|unit| !unit.is_empty())
        };
        let own = match indicator.unit.is_empty() {
            true => named_unit(&indicator.name)
                .or_else(|| Some(apart(&indicator.name)?.1))
                .or_else(of_figures),
            false => Some(half_width(&indicator.unit)),
        };
        match (&self.units[..], own) {
            ([], _) => {}
            ([unit], None) => {
                indicator.unit.clone_from(unit);
                // 高齢化率 in a table of 人.
                let share = ["率", "割合"]
                    .iter()
                    .any(|word| indicator.name.ends_with(word));
                if share && !["%", "‰", "割", "ポイント", "倍"].contains(&&**unit) {
                    one.doubt(Doubt::Units);
                }
            }
            ([unit], Some(own)) if *unit == own => {}
            _ => one.doubt(Doubt::Units),
        }
    }

    fn begin(&mut self, line: &Line) {
        self.indent = line.indent;
        self.no_sub_rows = line.set_back;
        let mut indicator = empty_indicator(Id::new(0), &one_line(&line.name));
        indicator.code.clone_from(&line.code);
        let name = (indicator.name.clone(), indicator.code.clone());
        self.named.insert(name, self.done.len());
        self.done.push(PastedIndicator {
            lines: Vec::new(),
            indicator,
            series: Vec::new(),
            goals: self.goal.into_iter().collect(),
            known: false,
            doubts: Vec::new(),
        });
    }

    /// The indicators, each once.
    pub fn done(self) -> Vec<PastedIndicator> {
        let mut all: Vec<PastedIndicator> = Vec::new();
        let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for one in self.done {
            let namesakes = named.entry(one.indicator.name.clone()).or_default();
            let same = |at: &&usize| {
                let before = &all[**at];
                is_same(&before.indicator, &one.indicator) && before.series == one.series
            };
            match namesakes
                .iter()
                .find(same)
                .copied()
                .and_then(|at| all.get_mut(at))
            {
                Some(first) => {
                    first.lines.extend(one.lines);
                    let goals = one.goals.into_iter();
                    let new: Vec<_> = goals.filter(|g| !first.goals.contains(g)).collect();
                    first.goals.extend(new);
                }
                None => {
                    namesakes.push(all.len());
                    all.push(one);
                }
            }
        }
        all
    }
}

/// True if both say the same, but that one may be called a repeat.
fn is_same(one: &Indicator, other: &Indicator) -> bool {
    let is_repeat = |indicator: &Indicator| indicator.note.lines().any(|line| line == REPEAT);
    if !is_repeat(one) && !is_repeat(other) {
        return one == other;
    }
    let without = |indicator: &Indicator| {
        let lines = indicator.note.lines().filter(|line| *line != REPEAT);
        Indicator {
            note: lines.collect::<Vec<_>>().join("\n"),
            ..indicator.clone()
        }
    };
    without(one) == without(other)
}
