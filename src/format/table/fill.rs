//! Lines become indicators: sub-rows join the indicator above, what is printed twice becomes one.

use super::PastedIndicator;
use super::columns::Holds;
use super::line::{Line, is_sub_row};
use crate::edit::{empty_indicator, empty_series};
use crate::strategy::*;

/// The indicators so far.
pub struct Filled {
    period: Period,
    goals: Vec<(Id<Goal>, String)>,
    goal: Option<Id<Goal>>,
    /// Where the words of the last indicator began.
    indent: usize,
    done: Vec<PastedIndicator>,
}

impl Filled {
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
        }
    }

    /// A line that may name the goal of what follows.
    pub fn heading(&mut self, text: &str) {
        let text = squeezed(text);
        let names = |title: &String| {
            !title.is_empty() && text.contains(title.as_str()) && text.len() <= title.len() + 60
        };
        if let Some((goal, _)) = self.goals.iter().find(|(_, title)| names(title)) {
            self.goal = Some(*goal);
        }
    }

    /// Takes a line; `false`: it is of no indicator.
    pub fn take(&mut self, at: usize, mut line: Line) -> bool {
        for (_, _, text) in &line.rest {
            let text = text.clone();
            self.heading(&text);
        }
        let kind = row_kind(&line.series);
        let meant = Meant {
            years: kind.or(line.years).unwrap_or(Holds::Target),
            last: self.period.last,
        };
        if kind.is_some() {
            line.series.clear();
        }
        if line.series.is_empty() && self.below(&line) {
            line.series = std::mem::take(&mut line.name);
        }
        match self.belongs(&line, kind.is_some()) {
            Belongs::Nowhere => return false,
            Belongs::Above => {}
            Belongs::New => self.begin(&line),
        }
        if let Some(last) = self.done.last_mut() {
            last.lines.push(at);
            add(last, &line, meant);
        }
        true
    }

    fn belongs(&self, line: &Line, of_a_kind: bool) -> Belongs {
        let nameless = line.name.is_empty() && line.code.is_empty();
        if nameless && (of_a_kind || !line.series.is_empty()) {
            return match self.done.last() {
                Some(_) if !line.figures.is_empty() => Belongs::Above,
                _ => Belongs::Nowhere,
            };
        }
        if line.name.is_empty() || (line.figures.is_empty() && line.code.is_empty()) {
            return Belongs::Nowhere;
        }
        let other = |s: &Series| !s.name.is_empty() && s.name != line.series;
        let again = |last: &PastedIndicator| {
            last.indicator.name == one_line(&line.name)
                && last.indicator.code == line.code
                && (of_a_kind || last.series.iter().all(other))
        };
        match self.done.last().is_some_and(again) {
            true => Belongs::Above,
            false => Belongs::New,
        }
    }

    fn begin(&mut self, line: &Line) {
        self.indent = line.indent;
        let mut indicator = empty_indicator(Id::new(0), &one_line(&line.name));
        indicator.code.clone_from(&line.code);
        self.done.push(PastedIndicator {
            lines: Vec::new(),
            indicator,
            series: Vec::new(),
            goals: self.goal.into_iter().collect(),
            known: false,
        });
    }

    /// Whether a line's only word stands to the right of the names of indicators: the name of a sub-row.
    fn below(&self, line: &Line) -> bool {
        let right = line.indent > self.indent || is_sub_row(&line.name);
        line.code.is_empty() && right && !self.done.is_empty() && !line.name.is_empty()
    }

    /// The indicators, each once.
    pub fn done(self) -> Vec<PastedIndicator> {
        let mut all: Vec<PastedIndicator> = Vec::new();
        for one in self.done {
            let same = |other: &&mut PastedIndicator| {
                other.indicator == one.indicator && other.series == one.series
            };
            match all.iter_mut().find(same) {
                Some(first) => {
                    first.lines.extend(one.lines);
                    let goals = one.goals.into_iter();
                    let new: Vec<_> = goals.filter(|g| !first.goals.contains(g)).collect();
                    first.goals.extend(new);
                }
                None => all.push(one),
            }
        }
        all
    }
}

/// Where a line belongs.
enum Belongs {
    /// It is of no indicator.
    Nowhere,
    /// To the indicator above: a sub-row, or its 目標 or 実績.
    Above,
    /// It begins an indicator.
    New,
}

/// Text without spaces and line breaks, in half-width.
fn squeezed(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).collect()
}

/// A line of 目標 or of 実績, where the years are columns.
fn row_kind(text: &str) -> Option<Holds> {
    match text {
        "目標" | "目標値" => Some(Holds::Target),
        "実績" | "実績値" => Some(Holds::Actual),
        "成り行き" | "成り行き値" => Some(Holds::WithoutPolicy),
        _ => None,
    }
}

/// What goes without saying in a table.
#[derive(Clone, Copy)]
struct Meant {
    /// What stands under a year alone.
    years: Holds,
    /// The year of a target that names none.
    last: FiscalYear,
}

/// Puts a line into its indicator.
fn add(one: &mut PastedIndicator, line: &Line, meant: Meant) {
    let indicator = &mut one.indicator;
    if indicator.unit.is_empty() {
        indicator.unit.clone_from(&line.unit);
    } else if !line.unit.is_empty() && line.unit != indicator.unit {
        note(indicator, "単位", &line.unit);
    }
    for (holds, head, text) in &line.rest {
        let field = match holds {
            Some(Holds::Owner) => &mut indicator.owner,
            Some(Holds::Source) => &mut indicator.source,
            Some(Holds::Definition) => &mut indicator.definition,
            Some(Holds::Method) => &mut indicator.method,
            Some(Holds::Rationale) => &mut indicator.rationale,
            Some(Holds::Note) => &mut indicator.note,
            _ => {
                note(indicator, head, text);
                continue;
            }
        };
        if field.is_empty() {
            field.clone_from(text);
        } else if field != text {
            note(indicator, head, text);
        }
    }
    let names: Vec<&str> = line.series.lines().map(str::trim).collect();
    let as_many = |text: &String| text.lines().count() == names.len();
    if names.len() > 1 && line.figures.iter().all(|(_, _, text)| as_many(text)) {
        for (n, name) in names.iter().enumerate() {
            let figures = line.figures.iter().map(|(holds, year, text)| {
                let text = text.lines().nth(n).unwrap_or_default();
                (*holds, year.clone(), text.trim().to_owned())
            });
            put(one, name, &figures.collect::<Vec<_>>(), meant);
        }
        return;
    }
    match split(line) {
        Some(each) => each
            .iter()
            .for_each(|(name, figures)| put(one, name, figures, meant)),
        None => put(one, &one_line(&line.series), &line.figures, meant),
    }
}

type Figures = Vec<(Holds, Option<String>, String)>;

/// A line whose every figure names its series itself: 男性：72.09歳 女性：….
fn split(line: &Line) -> Option<Vec<(String, Figures)>> {
    if !line.series.is_empty() || line.figures.is_empty() {
        return None;
    }
    let mut each: Vec<(String, Figures)> = Vec::new();
    for (holds, year, text) in &line.figures {
        let parts = read_cell(text);
        if parts.len() < 2 || parts.iter().any(|p| p.name.is_empty() || p.at.is_some()) {
            return None;
        }
        for part in parts {
            let figure = (*holds, year.clone(), part.figure.text().trim().to_owned());
            match each.iter_mut().find(|(name, _)| *name == part.name) {
                Some((_, figures)) => figures.push(figure),
                None => each.push((part.name, vec![figure])),
            }
        }
    }
    Some(each)
}

/// Puts figures into the series of this name.
fn put(
    one: &mut PastedIndicator,
    name: &str,
    figures: &[(Holds, Option<String>, String)],
    meant: Meant,
) {
    let at = one
        .series
        .iter()
        .position(|s| s.name == name)
        .unwrap_or_else(|| {
            let mut series = empty_series(Id::new(0), Id::new(0), name);
            series.order = Order::nth(one.series.len());
            one.series.push(series);
            one.series.len() - 1
        });
    for (holds, year, text) in figures {
        let holds = match holds {
            Holds::Year => meant.years,
            holds => *holds,
        };
        let of = year.as_ref().and_then(|year| At(year.clone()).year());
        let series = &mut one.series[at];
        let row = match holds {
            Holds::Baseline if series.baseline.is_none() => {
                series.baseline = Some(baseline(text, year.as_deref()));
                continue;
            }
            Holds::Target => Some((&mut series.targets, of.unwrap_or(meant.last))),
            Holds::Actual => of.map(|of| (&mut series.actuals, of)),
            Holds::WithoutPolicy => Some((&mut series.without_policy, of.unwrap_or(meant.last))),
            _ => None,
        };
        match row {
            Some((row, of)) if !row.contains_key(&of) => {
                row.insert(of, Figure::read(text));
            }
            _ => note(
                &mut one.indicator,
                year.as_deref().unwrap_or_default(),
                text,
            ),
        }
    }
}

/// The baseline of a cell, its year taken off where it stands apart: 431.5万円 (H30).
fn baseline(text: &str, head: Option<&str>) -> Baseline {
    let parts = read_cell(text);
    let whole = || Figure::read(text);
    let (figure, at) = match parts.as_slice() {
        [part] if part.name.is_empty() => (part.figure.clone(), part.at.clone()),
        _ => (whole(), None),
    };
    let figure = Figure::read(figure.text().trim());
    Baseline {
        at: at.or_else(|| head.map(|year| At(year.to_owned()))),
        figure,
    }
}

/// What has no other place.
fn note(indicator: &mut Indicator, head: &str, text: &str) {
    if !indicator.note.is_empty() {
        indicator.note.push('\n');
    }
    if !head.is_empty() {
        indicator.note.push_str(head);
        indicator.note.push('：');
    }
    indicator.note.push_str(text);
}
