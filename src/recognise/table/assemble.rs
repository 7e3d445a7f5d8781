//! Lines become indicators: sub-rows join the indicator above, what is printed twice becomes one.

use super::columns::Columns;
use super::heads::ColumnKind;
use super::kind::{is_figure, is_sub_row, named_unit};
use super::line::{FigureCell, Line};
use super::pasted::{Doubt, PastedIndicator};
use edit::{empty_indicator, empty_series};
use std::collections::BTreeMap;

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
    above: Vec<FigureCell>,
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

    /// Those of the lines that no indicator after the first ones is of.
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
        let by_year = |figure: &FigureCell| figure.holds == ColumnKind::Year;
        // 達成率 in the column of names; 増減率 with a baseline or a target is an indicator.
        let aimed =
            |figure: &FigureCell| matches!(figure.holds, ColumnKind::Baseline | ColumnKind::Target);
        let is_rate = row_kind(&line.name) == Some(ColumnKind::Note);
        if line.series.is_empty() && is_rate && !line.figures.iter().any(aimed) {
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
        let above = self.done.len().saturating_sub(1);
        let place = match self.belongs(&line, kind.is_some()) {
            Belongs::Nowhere => {
                let is_heading =
                    line.figures.is_empty() && line.series.is_empty() && !line.name.is_empty();
                self.heading = is_heading.then_some((at, line));
                self.no_sub_rows = true;
                return false;
            }
            Belongs::Above => above,
            Belongs::At(place) => place,
            Belongs::New => {
                self.headed = false;
                self.begin(&line);
                self.done.len() - 1
            }
        };
        if let Some(one) = self.done.get_mut(place) {
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

    /// Adds a line of brackets to the figures above it: （R2国調） below 8,503人. Returns true if it is one.
    fn goes_on(&mut self, at: usize, line: &Line) -> bool {
        let texts = [&line.name, &line.code, &line.series, &line.unit];
        let bare = texts.iter().all(|text| text.is_empty()) && line.rest.is_empty();
        let bracketed = |text: &str| text.starts_with(['(', '（']) && text.ends_with([')', '）']);
        let whole = line.figures.iter().all(|figure| bracketed(&figure.text));
        if !bare || !whole || line.figures.is_empty() || !line.times.is_empty() {
            return false;
        }
        let Some(one) = self.done.last_mut() else {
            return false;
        };
        let Some(series) = one.series.last_mut() else {
            return false;
        };
        let mut left = Vec::new();
        for cell in &line.figures {
            let above = self.above.iter().find(|above| above.is_beside(cell));
            match above.and_then(|above| figure_of(series, &above.text)) {
                Some(figure) => *figure = Figure::read(&format!("{}{}", figure.text(), cell.text)),
                None => left.push(&cell.text),
            }
        }
        one.lines.push(at);
        for text in left {
            note(&mut one.indicator, "", text);
        }
        true
    }

    /// The last indicator is of these lines too.
    pub fn also_of(&mut self, lines: &[usize]) {
        if let Some(last) = self.done.last_mut() {
            last.lines.extend(lines);
        }
    }

    /// Begins the indicator that the line above names, if this line is the first of its sub-rows.
    fn begin_heading(&mut self, line: &Line) {
        let Some((at, heading)) = self.heading.take() else {
            return;
        };
        let bare = line.code.is_empty() && line.series.is_empty() && !line.figures.is_empty();
        let of_unit = line.unit.is_empty() && !heading.unit.is_empty();
        let same_unit = line.unit.is_empty() || line.unit == heading.unit;
        let set_back = line.set_back && !heading.set_back && !heading.unit.is_empty();
        if bare && (of_unit || same_unit && (is_sub_row(&line.name) || set_back)) {
            self.begin(&heading);
            self.headed = true;
            if let Some(one) = self.done.last_mut() {
                one.lines.push(at);
                one.indicator.unit.clone_from(&heading.unit);
                for (_, head, text) in &heading.rest {
                    note(&mut one.indicator, head, text);
                }
                for (_, text) in &heading.times {
                    note(&mut one.indicator, "", text);
                }
            }
        }
    }

    /// 同上, 〃: what the line above says in the same column.
    fn say_again(&mut self, line: &mut Line) {
        let is_ditto = |text: &str| Figure::read(text).missing() == Some(Missing::Ditto);
        if let Some(last) = self.done.last() {
            for (text, above) in [
                (&mut line.name, &last.indicator.name),
                (&mut line.unit, &last.indicator.unit),
            ] {
                if is_ditto(text) {
                    text.clone_from(above);
                }
            }
        }
        for figure in &mut line.figures {
            let above = self.above.iter().find(|above| above.is_beside(figure));
            if let Some(above) = above.filter(|_| is_ditto(&figure.text)) {
                figure.text.clone_from(&above.text);
                if self.sum_above {
                    line.doubts.push(Doubt::Place);
                }
            }
        }
        self.sum_above = is_sum(&line.name);
        for (_, head, text) in &mut line.rest {
            let above = self.beside.iter().find(|(_, of, _)| of == head);
            if let Some((_, _, above)) = above.filter(|_| is_ditto(text) && !head.is_empty()) {
                text.clone_from(above);
            }
        }
        self.beside.clone_from(&line.rest);
        self.above.clone_from(&line.figures);
        // A year that is joined over several lines stands in the first.
        match beside(line, ColumnKind::RowYear) {
            Some(year) => self.year_above = Some(year),
            None if line.of_years => {
                let year = self.year_above.clone();
                line.times
                    .extend(year.map(|year| (ColumnKind::RowYear, year)));
            }
            None => self.year_above = None,
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
            true => named_unit(&indicator.name).or_else(of_figures),
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

    /// A line of 達成率 or the like below an indicator: it is computed from the others, and goes to the note.
    fn note_row(&mut self, at: usize, line: &Line) -> bool {
        let of_it = |last: &&mut PastedIndicator| {
            line.name.is_empty() || one_line(&line.name) == last.indicator.name
        };
        let Some(last) = self.done.last_mut().filter(of_it) else {
            return false;
        };
        last.lines.push(at);
        if line.figures.is_empty() {
            note(&mut last.indicator, "", &line.series);
        }
        for figure in &line.figures {
            let year = figure.year.as_deref().unwrap_or_default();
            let words = [&one_line(&line.series), year, &figure.series];
            let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
            note(&mut last.indicator, &words.join(" "), &figure.text);
        }
        for (_, head, text) in &line.rest {
            note(&mut last.indicator, head, text);
        }
        let is_new =
            |one: &Indicator, text: &str| !text.is_empty() && one.code != text && one.unit != text;
        let times = line.times.iter().map(|(_, text)| text);
        for text in [&line.code, &line.unit].into_iter().chain(times) {
            if is_new(&last.indicator, text) {
                note(&mut last.indicator, "", text);
            }
        }
        true
    }

    fn belongs(&self, line: &Line, of_a_kind: bool) -> Belongs {
        let nameless = line.name.is_empty() && line.code.is_empty();
        let of_year = beside(line, ColumnKind::RowYear).is_some();
        if nameless && (of_a_kind || of_year || !line.series.is_empty()) {
            return match self.done.last() {
                Some(_) if !line.figures.is_empty() => Belongs::Above,
                _ => Belongs::Nowhere,
            };
        }
        // A heading has no figures, nor is a sum an indicator.
        if line.name.is_empty() || line.figures.is_empty() || is_sum(&line.name) {
            return Belongs::Nowhere;
        }
        if of_year {
            let name = (one_line(&line.name), line.code.clone());
            return match self.named.get(&name) {
                Some(place) => Belongs::At(*place),
                None => Belongs::New,
            };
        }
        let own = line.figures.iter();
        let own: Vec<String> = own.map(|f| joined(&line.series, &f.series)).collect();
        let other = |s: &Series| !s.name.is_empty() && !own.contains(&s.name);
        let again = |last: &PastedIndicator| {
            let of_last = &last.indicator.unit;
            let same_unit = line.unit.is_empty()
                || of_last.is_empty()
                || half_width(&line.unit) == half_width(of_last);
            last.indicator.name == one_line(&line.name)
                && last.indicator.code == line.code
                && same_unit
                && (of_a_kind || last.series.iter().all(other))
        };
        match self.done.last().is_some_and(again) {
            true => Belongs::Above,
            false => Belongs::New,
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

    /// True if a line's only word is to the right of the names of indicators: the name of a sub-row.
    fn below(&self, line: &Line) -> bool {
        let headed = self.headed && line.unit.is_empty();
        let right = line.indent > self.indent || is_sub_row(&line.name) || headed;
        line.code.is_empty() && right && !self.done.is_empty() && !line.name.is_empty()
    }

    /// True if a line's name is set back and that of the indicator right above is not.
    fn is_set_back_below(&self, line: &Line) -> bool {
        let same_unit = |last: &PastedIndicator| {
            let of_last = &last.indicator.unit;
            line.unit.is_empty() || half_width(&line.unit) == half_width(of_last)
        };
        line.set_back
            && !self.no_sub_rows
            && line.code.is_empty()
            && !line.name.is_empty()
            && !line.figures.is_empty()
            && self.done.last().is_some_and(same_unit)
    }

    /// The indicators, each once.
    pub fn done(self) -> Vec<PastedIndicator> {
        let mut all: Vec<PastedIndicator> = Vec::new();
        let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for one in self.done {
            let namesakes = named.entry(one.indicator.name.clone()).or_default();
            let same = |at: &&usize| {
                all[**at].indicator == one.indicator && all[**at].series == one.series
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

/// The only figure of a series with this text.
fn figure_of<'a>(series: &'a mut Series, text: &str) -> Option<&'a mut Figure> {
    let baseline = series
        .baseline
        .iter_mut()
        .map(|baseline| &mut baseline.figure);
    let figures = baseline
        .chain(series.targets.values_mut())
        .chain(series.actuals.values_mut());
    let mut found = figures.filter(|figure| figure.text() == text);
    found.next().filter(|_| found.next().is_none())
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

/// 合計, その他: a line of a sum.
fn is_sum(name: &str) -> bool {
    const SUMS: &str = "合計 計 小計 総計 総数 その他 全体 平均 不詳 差引 累計";
    let name = squeezed(name);
    SUMS.split(' ').any(|sum| sum == name)
}

/// The number of a goal and what follows it: 基本目標2, 基本目標2:….
fn numbered_goal(squeezed: &str) -> Option<(usize, &str)> {
    let behind = squeezed.strip_prefix("基本目標")?;
    let end = behind
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(behind.len());
    let (digits, rest) = behind.split_at(end);
    Some((digits.parse().ok()?, rest))
}

/// Text without spaces and line breaks, in half-width.
fn squeezed(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

impl Line {
    /// Splits the kind of a line off the end of its name: 出生数（目標）, 起業件数 実績値.
    fn split_off_kind(&mut self) {
        let closed = self.name.trim_end_matches([')', '）', ']', '］']);
        let Some((name, word)) =
            closed.rsplit_once(|c: char| c.is_whitespace() || "(（[［".contains(c))
        else {
            return;
        };
        let of_figures = row_kind(word).is_some_and(ColumnKind::figures);
        if of_figures && !name.trim().is_empty() {
            (self.name, self.series) = (name.trim().to_owned(), word.to_owned());
        }
    }
}

fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).collect()
}

/// A line of 目標 or of 実績, where the years are columns; one of 達成率 or the like is computed from them.
fn row_kind(text: &str) -> Option<ColumnKind> {
    const NOTES: &str = "達成率 達成度 達成状況 進捗率 進捗 進捗状況 評価 判定 前年比 対前年比 前年度比 増減 増減率 備考";
    let plain = squeezed(text);
    let (word, aside) = plain.split_once('(').unwrap_or((&plain, ""));
    // 目標(A), 実績(B): letters for a formula. 目標(R7) says more.
    let formula = |c: char| c.is_ascii_uppercase() || ")/%÷".contains(c);
    let kind = match word {
        "目標" | "目標値" | "計画" | "計画値" => ColumnKind::Target,
        "実績" | "実績値" => ColumnKind::Actual,
        "成り行き" | "成り行き値" => ColumnKind::WithoutPolicy,
        word => {
            return NOTES
                .split(' ')
                .any(|one| one == word)
                .then_some(ColumnKind::Note);
        }
    };
    aside.chars().all(formula).then_some(kind)
}

/// Defaults of a table that its heads do not name.
#[derive(Clone, Copy)]
struct Meant {
    /// Kind of the columns headed by a year alone.
    years: Option<ColumnKind>,
    /// The last year is that of a target that names none.
    period: Period,
}

/// Adds what a line says; a time that no figure took for its own goes to the note.
fn add(one: &mut PastedIndicator, line: &Line, meant: Meant) {
    spread(one, line, meant);
    for (holds, text) in &line.times {
        let year = At(text.clone());
        let taken = |s: &Series| match holds {
            ColumnKind::BaselineYear => s
                .baseline
                .as_ref()
                .is_some_and(|b| b.at.as_ref() == Some(&year)),
            ColumnKind::RowYear => year
                .year()
                .is_some_and(|year| s.targets.contains_key(&year) || s.actuals.contains_key(&year)),
            _ => year
                .year()
                .is_some_and(|year| s.targets.contains_key(&year)),
        };
        if !one.series.iter().any(taken) {
            note(&mut one.indicator, "", text);
        }
    }
}

/// Gives each part of a line its field and each figure its series.
fn spread(one: &mut PastedIndicator, line: &Line, meant: Meant) {
    for (_, text) in &line.times {
        if At(text.clone()).year().is_none() {
            one.doubt(Doubt::Years);
        }
    }
    let indicator = &mut one.indicator;
    if indicator.unit.is_empty() {
        indicator.unit.clone_from(&line.unit);
    } else if !line.unit.is_empty() && line.unit != indicator.unit {
        note(indicator, "単位", &line.unit);
        one.doubt(Doubt::Units);
    }
    let indicator = &mut one.indicator;
    for (holds, head, text) in &line.rest {
        let field = match holds {
            Some(ColumnKind::Owner) => &mut indicator.owner,
            Some(ColumnKind::Source) => &mut indicator.source,
            Some(ColumnKind::Definition) => &mut indicator.definition,
            Some(ColumnKind::Method) => &mut indicator.method,
            Some(ColumnKind::Rationale) => &mut indicator.rationale,
            Some(ColumnKind::Note)
                if head.is_empty() || ["備考", "摘要", "注記"].iter().any(|w| head.contains(w)) =>
            {
                &mut indicator.note
            }
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
    let as_many = |figure: &FigureCell| figure.text.lines().count() == names.len();
    if names.len() > 1 && line.figures.iter().all(as_many) {
        for (n, name) in names.iter().enumerate() {
            let figures = line.figures.iter().map(|figure| FigureCell {
                text: figure
                    .text
                    .lines()
                    .nth(n)
                    .unwrap_or_default()
                    .trim()
                    .to_owned(),
                ..figure.clone()
            });
            put(one, name, &figures.collect::<Vec<_>>(), line, meant);
        }
        return;
    }
    match split(line) {
        Some(each) => each
            .iter()
            .for_each(|(name, figures)| put(one, name, figures, line, meant)),
        None => put(one, &one_line(&line.series), &line.figures, line, meant),
    }
}

/// A line whose every figure names its series itself: 男性：72.09歳 女性：….
fn split(line: &Line) -> Option<Vec<(String, Vec<FigureCell>)>> {
    if !line.series.is_empty() || line.figures.is_empty() {
        return None;
    }
    let mut each: Vec<(String, Vec<FigureCell>)> = Vec::new();
    for cell in &line.figures {
        let parts = read_cell(&cell.text);
        if parts.len() < 2 || parts.iter().any(|p| p.name.is_empty() || p.at.is_some()) {
            return None;
        }
        for part in parts {
            let figure = FigureCell {
                text: part.figure.text().trim().to_owned(),
                ..cell.clone()
            };
            match each.iter_mut().find(|(name, _)| *name == part.name) {
                Some((_, figures)) => figures.push(figure),
                None => each.push((part.name, vec![figure])),
            }
        }
    }
    Some(each)
}

/// Puts figures into the series of this name.
fn put(one: &mut PastedIndicator, name: &str, figures: &[FigureCell], line: &Line, meant: Meant) {
    for FigureCell {
        holds,
        year,
        series,
        text,
    } in figures
    {
        let at = series_named(one, &joined(name, series));
        let by_row = || At(beside(line, ColumnKind::RowYear)?).year();
        let of = year.as_ref().and_then(|year| At(year.clone()).year());
        let of = of.or_else(by_row);
        let holds = column_meant(*holds, of, meant);
        let series = &mut one.series[at];
        if holds == ColumnKind::Baseline && series.baseline.is_none() {
            let year = beside(line, ColumnKind::BaselineYear).or_else(|| year.clone());
            series.baseline = Some(baseline(text, year.as_deref()));
            continue;
        }
        let parts = read_cell(text);
        if put_each_in_its_year(series, holds, &parts) {
            continue;
        }
        let (of, clash) = year_of_cell(holds, of, &parts, line);
        if !put_in_year(series, holds, of, text, meant) {
            let head = year.as_deref().unwrap_or_default();
            note(&mut one.indicator, head, text);
            if is_figure(text) {
                one.doubt(Doubt::Place);
            }
        }
        if clash {
            one.doubt(Doubt::Years);
        }
    }
}

/// The name of a part of two breakdowns: 町内 男.
fn joined(of_row: &str, of_column: &str) -> String {
    let both = [of_row, of_column];
    let both = both.into_iter().filter(|name| !name.is_empty());
    both.collect::<Vec<_>>().join(" ")
}

/// Returns the place of the series of this name; adds one if there is none.
fn series_named(one: &mut PastedIndicator, name: &str) -> usize {
    let known = one.series.iter().position(|s| s.name == name);
    known.unwrap_or_else(|| {
        let mut series = empty_series(Id::new(0), Id::new(0), name);
        series.order = Order::nth(one.series.len());
        one.series.push(series);
        one.series.len() - 1
    })
}

/// Returns the content of a column whose head is only a year.
fn column_meant(holds: ColumnKind, of: Option<FiscalYear>, meant: Meant) -> ColumnKind {
    match (holds, meant.years) {
        (ColumnKind::Year, Some(years)) => years,
        (ColumnKind::Year, None) if of.is_some_and(|of| of < meant.period.first) => {
            ColumnKind::Actual
        }
        (ColumnKind::Year, None) => ColumnKind::Target,
        (holds, _) => holds,
    }
}

/// Returns the text in the line's column of this kind of year.
fn beside(line: &Line, holds: ColumnKind) -> Option<String> {
    let time = line.times.iter().find(|(of, _)| *of == holds);
    time.map(|(_, text)| text.clone())
}

/// Puts each figure of a cell into its own year, where each has one: R9：65人 R11：70人. Whether they have.
fn put_each_in_its_year(series: &mut Series, holds: ColumnKind, parts: &[CellPart]) -> bool {
    let row = match holds {
        ColumnKind::Target => &mut series.targets,
        ColumnKind::Actual => &mut series.actuals,
        _ => return false,
    };
    let timed = |part: &CellPart| {
        part.name.is_empty() && part.at.as_ref().is_some_and(|at| at.year().is_some())
    };
    if parts.len() < 2 || !parts.iter().all(timed) {
        return false;
    }
    for part in parts {
        if let Some(year) = part.at.as_ref().and_then(At::year) {
            row.entry(year)
                .or_insert_with(|| Figure::read(part.figure.text().trim()));
        }
    }
    true
}

/// The year a cell's figure is of, and whether what stands in the head, beside it and in it disagrees.
fn year_of_cell(
    holds: ColumnKind,
    of: Option<FiscalYear>,
    parts: &[CellPart],
    line: &Line,
) -> (Option<FiscalYear>, bool) {
    // The year of a cell is its own, where the head names none: 380人（R9）.
    let own = || match parts {
        [part] => part.at.as_ref().and_then(At::year),
        _ => None,
    };
    let of = match holds {
        ColumnKind::Target => of.or_else(|| At(beside(line, ColumnKind::TargetYear)?).year()),
        _ => of,
    };
    let clash = of.is_some() && own().is_some_and(|own| Some(own) != of);
    (of.or_else(own), clash)
}

/// Puts a figure into its row and year, where nothing stands there yet. Whether it has a place.
fn put_in_year(
    series: &mut Series,
    holds: ColumnKind,
    of: Option<FiscalYear>,
    text: &str,
    meant: Meant,
) -> bool {
    let last = meant.period.last;
    let row = match holds {
        ColumnKind::Target => Some((&mut series.targets, of.unwrap_or(last))),
        ColumnKind::Actual => of.map(|of| (&mut series.actuals, of)),
        ColumnKind::WithoutPolicy => Some((&mut series.without_policy, of.unwrap_or(last))),
        _ => None,
    };
    match row {
        Some((row, of)) if !row.contains_key(&of) => {
            row.insert(of, Figure::read(text));
            true
        }
        _ => false,
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

/// Adds a text that has no other place to the note.
pub(super) fn note(indicator: &mut Indicator, head: &str, text: &str) {
    if !indicator.note.is_empty() {
        indicator.note.push('\n');
    }
    if !head.is_empty() {
        indicator.note.push_str(head);
        indicator.note.push('：');
    }
    indicator.note.push_str(text);
}
