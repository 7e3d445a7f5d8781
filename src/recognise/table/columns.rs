//! Recognition of the columns of a table: by their heads, their cells and their neighbours.

use super::cells::pair;
use super::heads::{
    ColumnKind, Heads, head, is_row_year, is_time, key, may_be_year, names_years, year,
};
use super::kind::{
    is_code, is_figure, is_of_units, is_plain_number, is_unit, unit_of_head, without_brackets,
};
use super::prose::change;
use crate::arrows::split;
use strategy::{At, Pace, at_once, half_width, sort};

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadColumn {
    /// Its content; `None`: unknown.
    pub holds: Option<ColumnKind>,
    /// True if its head is known and its cells are of the kind, or the user said it.
    pub sure: bool,
    /// 前計画, 第1期: of the plan before, so that the table may hold two.
    pub past: bool,
    /// The year named in its head.
    pub year: Option<String>,
    /// The part of a breakdown named in its head: 男, 町内; empty if it names none.
    pub series: String,
    /// The unit named in its head.
    pub unit: Option<String>,
    /// Its head, empty where it says nothing of the column.
    pub head: String,
    /// Its head as printed.
    pub printed: String,
    /// Key by which the user's choice is remembered.
    pub key: String,
    /// Its first cells.
    pub sample: Vec<String>,
}

impl ReadColumn {
    /// The two heads of a column of pairs: 基準値(R6) and 目標値(R11) of 基準値(R6)→目標値(R11).
    fn both_sides(&self) -> Option<(&str, &str)> {
        split(&self.head)
    }

    /// The years that the two heads of a column of pairs name.
    pub fn years_of_pair(&self) -> [Option<String>; 2] {
        let sides = self.both_sides();
        let of = |text: &str| year(text);
        sides.map_or([None, None], |(from, to)| [of(from), of(to)])
    }

    /// The word of its head that makes all its figures provisional: R7見込, R7国調（速報）.
    pub fn provisional(&self) -> Option<&'static str> {
        const WORDS: [&str; 4] = ["見込", "速報", "推計", "暫定"];
        let of_now = matches!(
            self.holds,
            Some(ColumnKind::Actual | ColumnKind::Baseline | ColumnKind::Year)
        );
        WORDS
            .into_iter()
            .find(|word| of_now && self.printed.contains(word))
    }
}

/// The columns of a table, from one line of heads or several.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns {
    heads: Vec<Vec<String>>,
    /// The columns.
    pub all: Vec<ReadColumn>,
}

/// Number of cells of a column of each kind.
#[derive(Default)]
struct CellCounts {
    filled: usize,
    figures: usize,
    times: usize,
    /// Times that are numbers alone, such as 2025.
    bare: usize,
    units: usize,
    codes: usize,
    /// Two figures with an arrow between them.
    pairs: usize,
    differing: usize,
}

impl CellCounts {
    async fn count(cells: &[&str], pace: &Pace) -> Self {
        let mut counted = Self::default();
        // Many lines say the same: each text is looked at once.
        let mut seen = std::collections::BTreeMap::<&str, usize>::new();
        for text in cells {
            *seen.entry(text).or_default() += 1;
        }
        pace.expect(seen.len());
        for (text, times) in seen {
            pace.step().await;
            let count = |is: bool| if is { times } else { 0 };
            let time = is_time(text);
            counted.filled += times;
            counted.times += count(time);
            counted.bare += count(time && is_plain_number(&half_width(text)));
            let is_told = change(text).is_some_and(|change| change.name.is_empty());
            counted.figures += count(!time && (is_told || is_figure(text)));
            counted.units += count(is_unit(text));
            counted.codes += count(is_code(text));
            counted.pairs += count(pair(text).is_some_and(|(before, _)| is_figure(before)));
            counted.differing += 1;
        }
        counted
    }

    fn most(&self, of: usize) -> bool {
        self.filled > 0 && of * 10 >= self.filled * 7
    }

    fn is_text(&self) -> bool {
        self.filled > 0 && (self.figures + self.times + self.units + self.codes) * 2 < self.filled
    }
}

impl Columns {
    /// The columns under these lines of heads, with the cells of their lines.
    pub fn new(heads: Vec<Vec<String>>, body: &[&Vec<String>], mapped: Heads) -> Self {
        at_once(async |pace| Self::in_steps(heads, body, mapped, &pace).await)
    }

    /// The columns under these lines of heads, in steps of about a cell.
    pub async fn in_steps(
        heads: Vec<Vec<String>>,
        body: &[&Vec<String>],
        mapped: Heads<'_>,
        pace: &Pace,
    ) -> Self {
        let rows = || heads.iter().chain(body.iter().copied());
        let width = rows().map(Vec::len).max().unwrap_or_default();
        let mut columns = Self {
            heads,
            all: Vec::new(),
        };
        let cells: Vec<Vec<&str>> = (0..width)
            .map(|at| {
                // A line of one cell is a heading or prose between the lines of the table.
                let filled = |row: &&&Vec<String>| row.iter().filter(|c| !c.is_empty()).count() > 1;
                let rows = body.iter().filter(filled).filter_map(|row| row.get(at));
                rows.map(String::as_str)
                    .filter(|text| !text.is_empty())
                    .collect()
            })
            .collect();
        let mut before = String::new();
        for (at, cells) in cells.iter().enumerate() {
            let column = columns.column(at, &mut before, cells, mapped);
            columns.all.push(column);
        }
        let mut counted = Vec::with_capacity(width);
        for cells in &cells {
            counted.push(CellCounts::count(cells, pace).await);
        }
        columns.fit(&counted, mapped);
        columns.guess(&counted);
        columns.find_parts_in_rows(body, mapped);
        columns.reached_since();
        columns.break_down(mapped);
        columns.twice();
        columns
    }

    /// The column at this place.
    pub fn get(&self, at: usize) -> Option<&ReadColumn> {
        self.all.get(at)
    }

    /// True if a column holds figures.
    pub fn holds_figures(&self, at: usize) -> bool {
        let holds = self.get(at).and_then(|column| column.holds);
        holds.is_some_and(ColumnKind::figures)
    }

    /// The places of the columns that hold figures.
    pub fn figures(&self) -> Vec<usize> {
        let all = 0..self.all.len();
        all.filter(|at| self.holds_figures(*at)).collect()
    }

    /// The unit that the heads of figures name, or a head 単位：人 over a blank column; two where they differ.
    pub fn units(&self) -> Vec<String> {
        let names_it = |c: &&ReadColumn| match c.holds {
            Some(ColumnKind::Unit) => c.sample.is_empty(),
            holds => holds.is_some_and(ColumnKind::figures),
        };
        let named = self.all.iter().filter(names_it);
        let mut units: Vec<String> = named.filter_map(|c| c.unit.clone()).collect();
        sort::ascending(&mut units);
        units.dedup();
        units
    }

    /// Returns the units of a line that holds nothing but units below heads of figures, each once; `None`: it is another.
    pub fn units_below(&self, row: &[String]) -> Option<Vec<String>> {
        let said = |at: &usize| !row[*at].is_empty() && row[*at] != "単位";
        let filled: Vec<usize> = (0..row.len()).filter(said).collect();
        if !is_of_units(row) || !filled.iter().all(|at| self.holds_figures(*at)) {
            return None;
        }
        let unit = |at: usize| half_width(without_brackets(&row[at]));
        let mut units: Vec<String> = filled.into_iter().map(unit).collect();
        sort::ascending(&mut units);
        units.dedup();
        Some(units)
    }

    /// True if a column holds this.
    pub fn has(&self, holds: ColumnKind) -> bool {
        self.all.iter().any(|c| c.holds == Some(holds))
    }

    /// Returns the content of columns headed by a year alone: to the right of the target, actuals.
    pub fn years(&self) -> Option<ColumnKind> {
        let place = |holds| self.all.iter().position(|c| c.holds == Some(holds));
        let after = place(ColumnKind::Target)? < place(ColumnKind::Year)?;
        (after && !self.has(ColumnKind::Actual)).then_some(ColumnKind::Actual)
    }

    /// True if the table is one of indicators: a head says so, or the user.
    pub fn of_indicators(&self, mapped: Heads) -> bool {
        let is_mapped =
            |c: &ReadColumn| mapped.chosen(&c.key).is_some_and(|h| h != ColumnKind::Skip);
        if self.all.iter().any(is_mapped) {
            return true;
        }
        let texts = || self.heads.iter().flatten().filter(|text| !text.is_empty());
        let heads: Vec<ColumnKind> = texts().filter_map(|text| head(text)).collect();
        let is = |wanted: &[ColumnKind]| heads.iter().any(|h| wanted.contains(h));
        is(&[
            ColumnKind::Name,
            ColumnKind::Group,
            ColumnKind::Target,
            ColumnKind::WithoutPolicy,
        ]) || is(&[ColumnKind::Baseline]) && !is(&[ColumnKind::Other])
    }

    fn column(
        &self,
        at: usize,
        before: &mut String,
        cells: &[&str],
        dictionary: Heads,
    ) -> ReadColumn {
        let mut texts = self.above(at);
        let own = texts.join(" ");
        if !own.is_empty() {
            before.clone_from(&key(&own));
            before.push('>');
        } else {
            before.push('+');
        }
        let key = if own.is_empty() {
            before.clone()
        } else {
            key(&own)
        };
        let known: Vec<ColumnKind> = texts.iter().filter_map(|text| head(text)).collect();
        let mut plain = known
            .iter()
            .rev()
            .filter(|h| !matches!(h, ColumnKind::Year | ColumnKind::Group));
        let by_words = plain
            .next()
            .or_else(|| known.iter().find(|h| **h == ColumnKind::Year))
            .copied();
        let by_row = matches!(&texts[..], [only] if is_row_year(only));
        let by_words = by_words.or(by_row.then_some(ColumnKind::RowYear));
        let by_person = dictionary.chosen(&key);
        let year = texts.iter().rev().find_map(|text| year(text));
        // 数値目標 over a column without a head of its own says nothing of it.
        texts.retain(|text| head(text) != Some(ColumnKind::Group));
        let past = [
            "前計画",
            "前期",
            "旧",
            "第1期",
            "見直し前",
            "変更前",
            "改定前",
            "改訂前",
        ]
        .iter()
        .any(|w| own.contains(w));
        // Beside 後期目標 the 前期 is the first half of this plan.
        let has_later = || {
            self.heads
                .iter()
                .flatten()
                .any(|text| text.contains("後期"))
        };
        let past = past && !(own.contains("前期") && has_later());
        // 目標値（2年後）: the year of the target is not read.
        let is_figure = by_words.is_some_and(ColumnKind::figures);
        let is_unread_year = is_figure && year.is_none() && texts.iter().any(|t| may_be_year(t));
        let is_of_years = is_figure && texts.iter().any(|text| names_years(text));
        let is_placed = !is_unread_year && !is_of_years && !self.reaches_beyond(at);
        ReadColumn {
            holds: by_person.or(by_words),
            sure: by_person.is_some() || by_words.is_some() && !past && is_placed,
            past: past && by_person.is_none(),
            year,
            series: String::new(),
            unit: unit_of_head(&own),
            head: texts.join(" "),
            printed: own,
            key,
            sample: cells.iter().take(3).map(|&cell| cell.to_owned()).collect(),
        }
    }

    /// ColumnKind what a head says against the cells below it.
    fn fit(&mut self, cells: &[CellCounts], mapped: Heads) {
        let texts: Vec<bool> = self
            .all
            .iter()
            .zip(cells)
            .map(|(column, cells)| column.printed.is_empty() && cells.is_text())
            .collect();
        for (at, (column, cells)) in self.all.iter_mut().zip(cells).enumerate() {
            let beside = texts.get(at + 1).is_some_and(|text| *text);
            let Some(holds) = column.holds else { continue };
            if mapped.chosen(&column.key).is_some() || cells.filled == 0 {
                continue;
            }
            // Under the head of a year the cells are its figures, though they could be years themselves.
            let years = cells.most(cells.times) && column.year.is_none();
            if years && matches!(holds, ColumnKind::Target | ColumnKind::Baseline) {
                column.sure &= !cells.most(cells.bare);
            }
            column.holds = Some(match holds {
                // 区分 over 1, 2, 3.
                ColumnKind::Series if cells.most(cells.codes) => ColumnKind::Code,
                ColumnKind::Target if years => ColumnKind::TargetYear,
                ColumnKind::Baseline if years => ColumnKind::BaselineYear,
                ColumnKind::TargetYear if cells.most(cells.figures) => ColumnKind::Target,
                ColumnKind::BaselineYear if cells.most(cells.figures) => ColumnKind::Baseline,
                ColumnKind::RowYear | ColumnKind::Year if is_row_year(&column.printed) => {
                    if !cells.most(cells.times) {
                        column.holds = None;
                        continue;
                    }
                    ColumnKind::RowYear
                }
                holds => holds,
            });
            column.sure &= match holds {
                // Numbers under 指標, the names beside them under no head of their own.
                ColumnKind::Name => cells.is_text() || cells.most(cells.codes) && beside,
                holds if holds.figures() => cells.figures + cells.times > 0,
                _ => true,
            };
        }
        self.name_by_cells(cells, mapped);
        self.words_are_no_figures(cells, mapped);
        self.arrows(cells);
    }

    /// A column of words under 目標 or 実績 is a note if another column of the kind has the figures.
    fn words_are_no_figures(&mut self, cells: &[CellCounts], mapped: Heads) {
        let words = |at: &usize| {
            let column = &self.all[*at];
            let said = mapped.chosen(&column.key).is_some();
            let figures = |other: usize| {
                self.all[other].holds == column.holds && cells[other].most(cells[other].figures)
            };
            column.holds.is_some_and(ColumnKind::figures)
                && !said
                && cells[*at].is_text()
                && cells[*at].figures == 0
                && (0..self.all.len()).any(figures)
        };
        for at in (0..self.all.len()).filter(words).collect::<Vec<_>>() {
            (self.all[at].holds, self.all[at].sure) = (Some(ColumnKind::Note), true);
        }
    }

    /// 基準値(R6)→目標値(R11) over 12人→20人 is certain.
    fn arrows(&mut self, cells: &[CellCounts]) {
        for (column, cells) in self.all.iter_mut().zip(cells) {
            let sides = column.both_sides();
            let kinds = sides.map(|(from, to)| (head(from), head(to)));
            let is_pair = kinds == Some((Some(ColumnKind::Baseline), Some(ColumnKind::Target)));
            column.sure |= is_pair && cells.most(cells.pairs);
        }
    }

    /// Finds the column of names if the one with their head holds codes: a column of texts with the head of a figure,
    /// as with 評価指標 over 1, 2, 3 and 目標の内容 over the names.
    fn name_by_cells(&mut self, cells: &[CellCounts], mapped: Heads) {
        let said = |column: &ReadColumn| mapped.chosen(&column.key).is_some();
        let is_name = |column: &ReadColumn| column.holds == Some(ColumnKind::Name);
        let Some(codes) = self.all.iter().position(is_name) else {
            return;
        };
        let only_codes = cells[codes].most(cells[codes].codes) && !self.all[codes].sure;
        let texts: Vec<usize> = (0..self.all.len())
            .filter(|&at| {
                let figures = self.all[at].holds.is_some_and(ColumnKind::figures);
                figures && cells[at].is_text() && !said(&self.all[at])
            })
            .collect();
        if let ([names], true, false) = (&texts[..], only_codes, said(&self.all[codes])) {
            let code = &mut self.all[codes];
            (code.holds, code.sure) = (Some(ColumnKind::Code), true);
            let names = &mut self.all[*names];
            (names.holds, names.sure) = (Some(ColumnKind::Name), true);
        }
    }

    /// Guesses the content of columns without a known head.
    fn guess(&mut self, cells: &[CellCounts]) {
        for (column, cells) in self
            .all
            .iter_mut()
            .zip(cells)
            .filter(|(c, _)| c.holds.is_none())
        {
            if cells.most(cells.units) {
                (column.holds, column.sure) = (Some(ColumnKind::Unit), true);
            }
        }
        if self.heads.is_empty() {
            return;
        }
        let first = self.figures().first().copied();
        let open = |c: &ReadColumn| c.holds.is_none();
        let numbers: Vec<usize> = (0..self.all.len())
            .filter(|&at| {
                open(&self.all[at])
                    && cells[at].most(cells[at].figures)
                    && !self.all[at].head.is_empty()
            })
            .collect();
        if !self.has(ColumnKind::Name) {
            let end = first.or(numbers.first().copied()).unwrap_or(self.all.len());
            let mut texts = (0..end).filter(|&at| open(&self.all[at]) && cells[at].is_text());
            let (one, more) = (texts.next_back(), texts.next_back());
            let free = one.filter(|&at| cells[at].differing * 10 >= cells[at].filled * 7);
            // 区分 over words that all differ, and no other column of names.
            let of_rows = (0..end).find(|&at| self.all[at].holds == Some(ColumnKind::Series));
            let of_rows = of_rows.filter(|&at| {
                let cells = &cells[at];
                one.is_none()
                    && cells.is_text()
                    && cells.differing == cells.filled
                    && cells.filled > 1
            });
            if let Some(at) = free.or(of_rows) {
                self.all[at].holds = Some(ColumnKind::Name);
                self.all[at].sure = more.is_none() && first.is_some();
            }
        }
        for &at in numbers.iter().rev() {
            let after = |holds| self.all[at..].iter().any(|c| c.holds == Some(holds));
            let guess = if self.has(ColumnKind::RowYear) {
                match self.figures().is_empty() {
                    true => ColumnKind::Year,
                    false => continue,
                }
            } else if !self.has(ColumnKind::Target) && !self.has(ColumnKind::Year) {
                ColumnKind::Target
            } else if !self.has(ColumnKind::Baseline) && after(ColumnKind::Target) {
                ColumnKind::Baseline
            } else {
                continue;
            };
            self.all[at].holds = Some(guess);
        }
        self.start();
    }

    /// The only actual before the target, or the actuals of one year there, are where the plan starts from.
    fn start(&mut self) {
        let of = |all: &[ReadColumn], holds| -> Vec<usize> {
            (0..all.len())
                .filter(|&at| all[at].holds == Some(holds))
                .collect()
        };
        let (actual, target) = (
            of(&self.all, ColumnKind::Actual),
            of(&self.all, ColumnKind::Target),
        );
        let ([first, .., last] | [first @ last], [goal, ..]) = (&actual[..], &target[..]) else {
            return;
        };
        // 男 and 女 of R6 are of one actual.
        let one_year = actual
            .iter()
            .all(|&at| self.all[at].year == self.all[*first].year);
        if one_year && last < goal && !self.has(ColumnKind::Baseline) && !self.has(ColumnKind::Year)
        {
            for at in actual {
                self.all[at].holds = Some(ColumnKind::Baseline);
            }
        }
    }

    /// 基準値(R1) and 現状値(R6): the plan starts from the first, the second is what was reached since.
    fn reached_since(&mut self) {
        let is = |at: &usize| self.all[*at].holds == Some(ColumnKind::Baseline);
        let both: Vec<usize> = (0..self.all.len()).filter(is).collect();
        let [first, second] = both[..] else { return };
        let of = |at: usize| At(self.all[at].year.clone()?).year();
        let now = |at: usize| {
            ["現状", "現況", "現在", "直近"]
                .iter()
                .any(|word| self.all[at].printed.contains(word))
        };
        let in_order = of(first).zip(of(second)).is_some_and(|(a, b)| a < b);
        if in_order && now(second) && !now(first) && self.all[second].sure {
            self.all[second].holds = Some(ColumnKind::Actual);
        }
    }

    /// Two columns for one field: neither is sure, unless one is of the plan before.
    fn twice(&mut self) {
        let figures = |c: &ReadColumn| c.holds.is_some_and(ColumnKind::figures);
        if self.all.iter().any(|c| figures(c) && !c.past) {
            for column in self.all.iter_mut().filter(|c| c.past && figures(c)) {
                (column.holds, column.sure) = (Some(ColumnKind::Note), true);
            }
        }
        let field = |c: &ReadColumn| {
            let once = |h: &ColumnKind| {
                !matches!(
                    h,
                    ColumnKind::Note
                        | ColumnKind::Skip
                        | ColumnKind::Group
                        | ColumnKind::Other
                        | ColumnKind::Series
                )
            };
            c.holds
                .filter(once)
                .map(|h| (h, c.year.clone(), c.series.clone()))
        };
        let fields: Vec<_> = self.all.iter().map(field).collect();
        for (at, column) in self.all.iter_mut().enumerate() {
            let again = |other: usize| other != at && fields[other] == fields[at];
            let figures = column
                .holds
                .is_some_and(|h| h.figures() || h == ColumnKind::TargetYear);
            if figures && (0..fields.len()).any(again) {
                column.sure = false;
            }
        }
    }

    /// The heads over a column: its own, and those that stretch over it from the left.
    /// True if a line of heads ends before this column and one below it does not: where a page or a document is copied,
    /// a joined head is one cell, and nobody knows over which columns it stood. A spreadsheet copies the blank cells too.
    fn reaches_beyond(&self, at: usize) -> bool {
        let own = |row: &Vec<String>| row.get(at).is_some_and(|cell| !cell.is_empty());
        let ends = |(n, row): (usize, &Vec<String>)| {
            at >= row.len() && self.heads[n + 1..].iter().any(own)
        };
        self.heads.iter().enumerate().any(ends)
    }

    pub(super) fn above(&self, at: usize) -> Vec<&str> {
        let own = |row: &Vec<String>| row.get(at).is_some_and(|cell| !cell.is_empty());
        let mut texts = Vec::new();
        for (n, row) in self.heads.iter().enumerate() {
            let covers = self.heads[n + 1..].iter().any(own);
            let cell = match row.get(at) {
                Some(cell) if !cell.is_empty() => Some(cell),
                _ if covers => row[..at.min(row.len())]
                    .iter()
                    .rev()
                    .find(|cell| !cell.is_empty()),
                _ => None,
            };
            texts.extend(cell.map(String::as_str));
        }
        texts
    }
}
