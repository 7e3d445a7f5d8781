//! Pagination: where a report is divided into pages. Japanese letters are squares, so that it can be said beforehand how high its
//! parts will stand, at the most; a page that is nevertheless too long runs on to the next. The lengths are those of the style
//! sheet; heights so computed were compared with those a browser measures, row by row, for every paper of every sample.
//!
//! A heading stays with what it heads, 計 with what it sums up, joined rows together; a short section
//! stays whole; what goes on over a page is named at its head, the head of its table and its group again.
//! No last page is left nearly empty: then a page ends where a section does, or else all pages are filled alike.

use std::collections::VecDeque;
use std::ops::Range;

use super::layout::{Page, Paper, Report};
use super::line_breaks::{divided, letters, lines};
use crate::chart::lay_out;
use ::words::{marks, paper as words};
use format::document::{Block, Cell, Column, Drawing, Row, RowKind, Style, Table};

/// A letter of a table, of a note in it, of a paragraph and of a title, in mm; the style sheet holds the same.
pub(super) const LETTER: f64 = 3.18;
const SMALL: f64 = 2.83;
const LARGE: f64 = 3.36;
const TITLE: f64 = 5.65;
const HEADING: f64 = 3.89;

/// Lines stand so many letters apart; those of titles and headings nearer.
const LEADING: f64 = 1.55;
const HEAD_LEADING: f64 = 1.4;

/// The head of a table: its letters, and how many of them its lines stand apart.
const COLUMN_LETTER: f64 = 3.0;
const COLUMN_LEADING: f64 = 1.35;

/// Space above a title on a page that it does not begin.
const ABOVE_TITLE: f64 = 5.0;

/// Padding of a cell: at both sides, and above and below.
const SIDES: f64 = 3.6;
const ABOVE_AND_BELOW: f64 = 2.0;

/// The height of a small line.
const SPARK: f64 = 6.2;

/// The greatest height of drawings side by side.
const DRAWING: f64 = 62.0;

/// Room between drawings side by side.
const BETWEEN_DRAWINGS: f64 = 8.0;

/// The height of a code with the room around it.
const CODE: f64 = 26.0;

/// A section up to this part of a page is not divided.
const WHOLE: f64 = 0.12;

/// A last page with less than this part is too empty.
const EMPTY: f64 = 0.4;

/// A row higher than this part of a page may be divided.
const TALL: f64 = 0.2;

/// A paper divided into pages.
pub fn paginate(paper: &Paper) -> Report {
    let metrics = PageMetrics::new(paper);
    let pages = paper.parts.iter().flat_map(|part| metrics.evenly(part));
    Report {
        wide: paper.wide,
        large: paper.large,
        scale: paper.scale,
        pages: pages.take(paper.most.unwrap_or(usize::MAX)).collect(),
    }
}

/// Returns the width and height of the printed area of A4, or of A3 if it is large, in mm. The height is reduced a little,
/// for the error of an estimate.
pub(super) fn printed_area(wide: bool, large: bool) -> (f64, f64) {
    match (wide, large) {
        (false, false) => (180.0, 260.0),
        (true, false) => (267.0, 174.0),
        (false, true) => (267.0, 383.0),
        (true, true) => (390.0, 261.0),
    }
}

/// The page, for letters of a size.
struct PageMetrics {
    width: f64,
    room: f64,
    scale: f64,
}

/// A page as it was filled.
struct FilledPage {
    page: Page,
    used: f64,
}

impl PageMetrics {
    fn new(paper: &Paper) -> Self {
        let (width, room) = printed_area(paper.wide, paper.large);
        Self {
            width,
            room,
            scale: paper.scale,
        }
    }

    fn evenly(&self, draft: &[Block]) -> Vec<Page> {
        let full = self.fill(draft, self.room);
        let count = full.len();
        let last_below = |pages: &[FilledPage], part: f64| {
            let last = pages.last().map_or(0.0, |page| page.used);
            count > 1 && last < part * self.room
        };
        let is_empty = |pages: &[FilledPage]| last_below(pages, EMPTY);
        let is_bare = |pages: &[FilledPage]| last_below(pages, EMPTY / 2.0);
        let of = |part: u32| self.fill(draft, f64::from(part) / 20.0 * self.room);
        let is_whole = |pages: &[FilledPage]| pages.iter().skip(1).all(|page| page.page.begins());
        let pages = match is_empty(&full) {
            false => full,
            true if is_whole(&full) && !is_bare(&full) => full,
            true => (10..20)
                .rev()
                .map(of)
                .find(|pages| pages.len() == count && is_whole(pages))
                .or_else(|| (10..20).map(of).find(|pages| pages.len() == count))
                .unwrap_or(full),
        };
        pages.into_iter().map(|page| page.page).collect()
    }

    fn fill(&self, draft: &[Block], room: f64) -> Vec<FilledPage> {
        let mut paginator = Paginator {
            metrics: self,
            room,
            pages: Vec::new(),
            blocks: Vec::new(),
            used: 0.0,
            is_fresh: true,
            above: String::new(),
            title: String::new(),
            heading: String::new(),
        };
        for at in 0..draft.len() {
            paginator.block(&draft[at..]);
        }
        paginator.close();
        paginator.pages
    }

    /// The height of a block with what it leaves free above and below.
    fn block(&self, block: &Block) -> f64 {
        let (above, below) = self.margins(block);
        let height = |text: &str, letter: f64| self.text(text, self.width, letter);
        let head = |text: &str, letter: f64| {
            let letter = letter * self.scale;
            lines(text, self.width, letter) * letter * HEAD_LEADING
        };
        let own = match block {
            Block::Text(Style::Above, text) => height(text, LETTER),
            Block::Text(_, text) => height(text, LARGE),
            Block::Heading(1, text) => head(text, TITLE),
            Block::Heading(_, text) => head(text, HEADING),
            Block::Contents(_) | Block::NewPage => 0.0,
            Block::Strip(_) => 6.8,
            Block::Code { .. } => CODE - above - below,
            Block::Table(table) => self.table(table),
            Block::Drawings(all) => self.drawings(all),
            Block::Diagram(one) => {
                let (width, height) = lay_out(&one.diagram, one.width).size;
                height * self.width / width
            }
        };
        above + own + below
    }

    /// The height of drawings side by side, each with its title above and two lines below it.
    fn drawings(&self, all: &[Drawing]) -> f64 {
        let count = all.len().max(1) as f64;
        let width = (self.width - BETWEEN_DRAWINGS * (count - 1.0)) / count;
        let heights = all.iter().map(|one| one.size.1 / one.size.0 * width);
        let heights = heights.map(|height| height.min(DRAWING));
        let lines = 3.0 * LETTER * LEADING * self.scale;
        heights.fold(0.0, f64::max) + lines
    }

    /// Returns the space above and below a block; where two meet, the larger counts.
    fn margins(&self, block: &Block) -> (f64, f64) {
        match block {
            Block::Text(Style::Above, _) | Block::Contents(_) | Block::NewPage => (0.0, 0.0),
            Block::Text(Style::Label, _) => (1.0, 0.0),
            Block::Text(..) => (0.0, 2.0),
            Block::Heading(1, _) => (ABOVE_TITLE, 3.0),
            Block::Heading(..) => (4.0 * self.scale, 1.5 * self.scale),
            Block::Strip(_) => (1.0, 4.0),
            Block::Code { .. } => (1.0, 3.0),
            Block::Table(_) => (0.0, 3.0 * self.scale),
            Block::Diagram(_) | Block::Drawings(_) => (0.0, 3.0),
        }
    }

    /// The height of blocks that follow another, which leaves so much free below it.
    fn run(&self, before: f64, blocks: &[&Block]) -> f64 {
        let mut free = before;
        let heights = blocks.iter().map(|block| {
            let (above, below) = self.margins(block);
            let shared = above.min(free);
            free = below;
            self.block(block) - shared
        });
        heights.sum()
    }

    /// The lines of a text in such a width.
    fn text(&self, text: &str, width: f64, letter: f64) -> f64 {
        let letter = letter * self.scale;
        lines(text, width, letter) * letter * LEADING
    }

    fn table(&self, table: &Table) -> f64 {
        let widths = self.widths(table);
        let rows = table.rows.iter().map(|row| self.row(row, &widths));
        self.head(table, &widths) + rows.sum::<f64>()
    }

    fn widths(&self, table: &Table) -> Vec<f64> {
        let set: f64 = table
            .columns
            .iter()
            .map(|c| c.scaled_width(self.scale))
            .sum();
        let free = table.columns.iter().filter(|c| c.width == 0.0).count();
        let rest = (self.width - set) / free.max(1) as f64;
        let width = |column: &Column| match column.width {
            0.0 => rest,
            _ => column.scaled_width(self.scale),
        };
        table.columns.iter().map(width).collect()
    }

    fn head(&self, table: &Table, widths: &[f64]) -> f64 {
        if table.columns.iter().all(|c| c.head.is_empty()) {
            return 0.0;
        }
        let letter = COLUMN_LETTER * self.scale;
        let heads = table.columns.iter().zip(widths).map(|(column, width)| {
            // A head is broken before a bracket or at a space, not within a word.
            let room = (width - SIDES).max(letter) / letter;
            let mut used = f64::INFINITY;
            let words = column.head.split_inclusive([' ', '\u{3000}']);
            let words = words.flat_map(|word| match word.find('（') {
                Some(at) => vec![&word[..at], &word[at..]],
                None => vec![word],
            });
            words
                .filter(|word| !word.is_empty())
                .fold(0.0, |count, word| {
                    let own = letters(word.trim_end());
                    let fits = used + own <= room;
                    used = if fits { used + own } else { own };
                    if fits { count } else { count + 1.0 }
                })
        });
        heads.fold(1.0, f64::max) * letter * COLUMN_LEADING + ABOVE_AND_BELOW * self.scale
    }

    fn row(&self, row: &Row, widths: &[f64]) -> f64 {
        let cells = self.cells(row, widths);
        let cells = cells.map(|(cell, width)| self.cell(cell, width) / (cell.down + 1) as f64);
        cells.fold(0.0, f64::max) + ABOVE_AND_BELOW * self.scale
    }

    /// The cells of a row, each with what it has of the width.
    fn cells<'a>(
        &self,
        row: &'a Row,
        widths: &'a [f64],
    ) -> impl Iterator<Item = (&'a Cell, f64)> + 'a {
        let mut at = row.skip.min(widths.len());
        row.cells.iter().map(move |cell| {
            let end = (at + cell.more + 1).min(widths.len());
            let width: f64 = widths[at.min(end)..end].iter().sum();
            at = end;
            (cell, (width - SIDES).max(LETTER))
        })
    }

    fn cell(&self, cell: &Cell, width: f64) -> f64 {
        let note = match cell.note.as_str() {
            "" => 0.0,
            note => self.text(note, width, SMALL),
        };
        let spark = if cell.spark.is_some() { SPARK } else { 0.0 };
        (self.text(&cell.text, width, LETTER) + note).max(spark)
    }

    /// A row in two, the first of which is no higher than that.
    fn divide(&self, row: &Row, widths: &[f64], high: f64) -> Option<(Row, Row)> {
        let high = high - ABOVE_AND_BELOW * self.scale;
        let (mut first, mut second) = (row.clone(), row.clone());
        for (at, (cell, width)) in self.cells(row, widths).enumerate() {
            let of = |letter: f64| letter * self.scale;
            if cell.note.is_empty() {
                let room = (high / (of(LETTER) * LEADING)).floor();
                let (here, there) = divided(&cell.text, width, of(LETTER), room);
                let cut = cell.text.len() - there.len();
                first.cells[at].marked = clipped(&cell.marked, 0, here.len());
                second.cells[at].marked = clipped(&cell.marked, cut, cell.text.len());
                (first.cells[at].text, second.cells[at].text) = (here, there);
            } else {
                let room = high - self.text(&cell.text, width, LETTER);
                let room = (room / (of(SMALL) * LEADING)).floor();
                let (here, there) = divided(&cell.note, width, of(SMALL), room);
                (first.cells[at].note, second.cells[at].note) = (here, there);
                second.cells[at].text = match at {
                    0 => words::continued(&cell.text),
                    _ => String::new(),
                };
            }
            if at == 0 && cell.note.is_empty() {
                first.cells[at].text = cell.text.clone();
                second.cells[at].text = words::continued(&cell.text);
            }
        }
        let says = |row: &Row| {
            let cells = row.cells.iter().enumerate();
            let mut texts = cells.map(|(at, cell)| match (at, cell.note.is_empty()) {
                (0, true) => "",
                (_, true) => cell.text.as_str(),
                (_, false) => cell.note.as_str(),
            });
            texts.any(|text| !text.trim().is_empty())
        };
        (says(&first) && says(&second)).then_some((first, second))
    }

    /// The least that must stand with the beginning of these blocks.
    fn lead(&self, blocks: &[Block]) -> f64 {
        let Some((first, rest)) = blocks.split_first() else {
            return 0.0;
        };
        match first {
            Block::Heading(..) | Block::Text(Style::Above | Style::Label, _) => {
                self.block(first) + self.lead(rest)
            }
            // The text that introduces a table stays with it.
            Block::Text(Style::Body, _) if introduces(blocks) => {
                self.block(first) + self.lead(rest)
            }
            Block::Text(Style::Body, _) => self.block(first).min(4.0 * LARGE * LEADING),
            Block::Table(table) => {
                let widths = self.widths(table);
                let first = table.rows.iter().enumerate();
                let first = first.take_while(|(at, row)| *at < 2 || row.is_tied());
                let first = first.map(|(_, row)| self.row(row, &widths).min(TALL * self.room));
                self.head(table, &widths) + first.sum::<f64>()
            }
            _ => self.block(first),
        }
    }

    /// Returns the height that must be free for these blocks to begin: a short section whole, and a title with the
    /// section under it.
    fn need(&self, blocks: &[Block]) -> f64 {
        match blocks {
            [
                title @ (Block::Text(Style::Above, _) | Block::Heading(1, _)),
                rest @ ..,
            ] => self.block(title) + self.need(rest),
            [Block::Heading(..), ..] => {
                let section = self.section(blocks);
                let whole = Some(section).filter(|high| *high < WHOLE * self.room);
                whole.unwrap_or_else(|| self.lead(blocks))
            }
            _ => self.lead(blocks),
        }
    }

    /// A heading with all that stands under it.
    fn section(&self, blocks: &[Block]) -> f64 {
        let begins = |block: &Block| matches!(block, Block::Heading(..));
        let under = blocks.iter().skip(1).take_while(|block| !begins(block));
        let all: Vec<&Block> = blocks.first().into_iter().chain(under).collect();
        self.run(0.0, &all)
    }
}

/// Returns the parts of these ranges between `from` and `to`, counted from `from`.
fn clipped(all: &[Range<usize>], from: usize, to: usize) -> Vec<Range<usize>> {
    let inside = all
        .iter()
        .map(|one| one.start.max(from)..one.end.min(to))
        .filter(|one| !one.is_empty());
    inside.map(|one| one.start - from..one.end - from).collect()
}

/// True if the blocks begin with one to three short texts and then a table.
fn introduces(blocks: &[Block]) -> bool {
    let is_short =
        |block: &&Block| matches!(block, Block::Text(Style::Body, text) if letters(text) < 320.0);
    let words = blocks.iter().take_while(is_short).count();
    words > 0 && words < 4 && matches!(blocks.get(words), Some(Block::Table(_)))
}

/// Pages being filled.
struct Paginator<'a> {
    metrics: &'a PageMetrics,
    room: f64,
    pages: Vec<FilledPage>,
    blocks: Vec<Block>,
    /// Height of the blocks on the page, with the space below the last.
    used: f64,
    /// True if the page holds no block besides the names of the sections that go on.
    is_fresh: bool,
    above: String,
    title: String,
    heading: String,
}

impl Paginator<'_> {
    fn block(&mut self, rest: &[Block]) {
        let Some(block) = rest.first() else { return };
        let need = self.metrics.need(rest);
        match block {
            Block::Heading(1, _) => (self.title, self.heading) = (String::new(), String::new()),
            Block::Heading(..) => self.heading.clear(),
            _ => {}
        }
        if !self.fits(block, need) {
            self.turn();
        }
        match block {
            Block::Text(Style::Above, text) => self.above.clone_from(text),
            Block::Heading(1, text) => self.title.clone_from(text),
            Block::Heading(_, text) => self.heading.clone_from(text),
            _ => {}
        }
        match block {
            Block::Text(Style::Body, text) => self.text(text),
            Block::Table(table) => self.table(table),
            other => self.push(other.clone()),
        }
    }

    /// True if blocks of height `high`, of which this is the first, fit on the page; `high` leaves out the space
    /// below the last.
    fn fits(&self, first: &Block, high: f64) -> bool {
        self.is_fresh || self.used + high - self.shared(first) <= self.room
    }

    /// Returns the space that a block shares with the page: between it and the one above it.
    fn shared(&self, block: &Block) -> f64 {
        let (above, _) = self.metrics.margins(block);
        match (block, self.blocks.last()) {
            (Block::Heading(1, _), None | Some(Block::Text(Style::Above, _))) => above - 0.5,
            (_, None) => 0.0,
            (_, Some(last)) => above.min(self.metrics.margins(last).1),
        }
    }

    fn push(&mut self, block: Block) {
        self.used += self.metrics.block(&block) - self.shared(&block);
        self.blocks.push(block);
        self.is_fresh = false;
    }

    fn close(&mut self) {
        if self.blocks.is_empty() || self.is_fresh && !self.pages.is_empty() {
            return;
        }
        let blocks = std::mem::take(&mut self.blocks);
        let used = self.used;
        let page = Page { blocks };
        self.pages.push(FilledPage { page, used });
    }

    /// Begins a new page, named after what goes on.
    fn turn(&mut self) {
        self.close();
        (self.blocks, self.used) = (Vec::new(), 0.0);
        let named = [self.title.as_str(), self.heading.as_str()];
        let named: Vec<_> = named.into_iter().filter(|text| !text.is_empty()).collect();
        let named = named.join(marks::gap());
        if !named.is_empty() {
            if !self.above.is_empty() {
                self.push(Block::Text(Style::Above, self.above.clone()));
            }
            self.push(Block::Text(Style::Continued, words::continued(&named)));
        }
        self.is_fresh = true;
    }

    fn text(&mut self, text: &str) {
        let block = Block::body(text);
        let (_, below) = self.metrics.margins(&block);
        if self.used + self.metrics.block(&block) - below <= self.room {
            return self.push(block);
        }
        let letter = LARGE * self.metrics.scale;
        let room = ((self.room - self.used) / (letter * LEADING)).floor();
        let (here, there) = divided(text, self.metrics.width, letter, room);
        if here.is_empty() && self.is_fresh || there.is_empty() {
            return self.push(block);
        }
        if !here.is_empty() {
            self.push(Block::body(here));
        }
        self.turn();
        self.text(&there);
    }

    fn table(&mut self, table: &Table) {
        let metrics = self.metrics;
        let widths = metrics.widths(table);
        let head = metrics.head(table, &widths);
        let mut left: VecDeque<Vec<Row>> = bundles(&table.rows).into();
        let mut group: Option<Row> = None;
        let (mut rows, mut high) = (Vec::new(), head);
        let height = |bundle: &[Row]| {
            bundle
                .iter()
                .map(|row| metrics.row(row, &widths))
                .sum::<f64>()
        };
        while let Some(bundle) = left.pop_front() {
            let own = height(&bundle);
            let is_group = bundle.iter().any(|row| row.kind == RowKind::Group);
            let next = left.front().map_or(0.0, |next| {
                let is_total = next.iter().all(|row| row.kind == RowKind::Total);
                let next = height(next).min(TALL * self.room);
                if is_group || is_total { next } else { 0.0 }
            });
            let room = self.room - self.used - high;
            if own + next <= room {
                if is_group {
                    group = bundle.first().cloned();
                }
                high += own;
                rows.extend(bundle);
                continue;
            }
            let is_new = rows.is_empty() && self.is_fresh;
            let may_divide = bundle.len() == 1 && own > TALL * self.room;
            let divided = match may_divide && (room > 0.5 * TALL * self.room || is_new) {
                true => metrics.divide(&bundle[0], &widths, room),
                false => None,
            };
            match divided {
                Some((first, second)) => {
                    rows.push(first);
                    left.push_front(vec![second]);
                }
                None if is_new
                    || rows.iter().all(|row: &Row| row.kind == RowKind::Group) && self.is_fresh =>
                {
                    high += own;
                    rows.extend(bundle);
                    continue;
                }
                None => left.push_front(bundle),
            }
            self.piece(table, std::mem::take(&mut rows));
            self.turn();
            high = head;
            let goes_on = left
                .front()
                .is_some_and(|next| next[0].kind != RowKind::Group);
            if let Some(group) = group.as_ref().filter(|_| goes_on) {
                let again = continued(group);
                high += metrics.row(&again, &widths);
                rows.push(again);
            }
        }
        self.piece(table, rows);
    }

    /// Adds a part of a table with these rows.
    fn piece(&mut self, table: &Table, rows: Vec<Row>) {
        if rows.is_empty() {
            return;
        }
        self.push(Block::Table(Table {
            columns: table.columns.clone(),
            rows,
            ..*table
        }));
    }
}

/// The line that heads a group, as it stands on the next page.
fn continued(group: &Row) -> Row {
    let mut again = group.clone();
    if let Some(cell) = again.cells.first_mut() {
        cell.text = words::continued(cell.text.trim_end_matches(words::continued_label()));
    }
    again
}

/// Rows that stay together.
fn bundles(rows: &[Row]) -> Vec<Vec<Row>> {
    let mut bundles: Vec<Vec<Row>> = Vec::new();
    for row in rows {
        match bundles.last_mut() {
            Some(bundle) if row.is_tied() => bundle.push(row.clone()),
            _ => bundles.push(vec![row.clone()]),
        }
    }
    bundles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::{
        Halves, ReportData, alignment, book, chapters, digest, indicators, outline, plan_list,
        sheets, supports, timetable,
    };
    use strategy::{FiscalYear, Strategy};

    const SAMPLES: [&str; 6] = [
        "mihon",
        "hokuto-2020",
        "kitamoto-2022",
        "hokuto-2024",
        "hokkaido",
        "kisarazu-2020",
    ];

    fn sample(name: &str) -> Strategy {
        let root = env!("CARGO_MANIFEST_DIR");
        let bytes = std::fs::read(format!("{root}/../../public/samples/{name}.json"));
        format::json::read(&bytes.expect("a sample")).expect("a strategy")
    }

    fn papers(s: &Strategy) -> Vec<(&'static str, Paper)> {
        let data = ReportData::of(s, FiscalYear(2026));
        let halves = |done| Halves {
            done,
            planned: true,
        };
        vec![
            ("概要版", digest(&data)),
            ("計画書", book(&data)),
            ("本文", chapters(&data)),
            ("体系図", outline(&data)),
            ("指標一覧", indicators(&data, None)),
            ("整合", alignment(&data)),
            ("活用できる支援", supports(&data)),
            ("日程", timetable(&data)),
            ("施策評価シート", sheets(&data, None, halves(true))),
            ("実施計画", sheets(&data, None, halves(false))),
            ("実施計画（一覧）", plan_list(&data, None)),
        ]
    }

    /// Line breaks as in a browser: 「。」 begins no line, 「（」 ends none, a number is not divided.
    #[test]
    fn lines_are_broken_as_a_browser_breaks_them() {
        for (text, room, count) in [
            ("あいうえお", 5.1, 1.0),
            ("あいうえお。かき", 5.1, 2.0),
            ("あいうえ（かきく", 5.1, 2.0),
            ("あいうえおかきくけこ。", 5.1, 3.0),
            ("人口12,345人", 4.1, 3.0),
            ("一行目\n二行目", 9.0, 2.0),
            ("", 5.0, 1.0),
        ] {
            assert_eq!(lines(text, room, 1.0), count, "{text}");
        }
    }

    #[test]
    fn no_page_of_the_samples_ends_early_where_what_follows_has_room() {
        let mut pages = 0;
        for name in SAMPLES {
            for (form, paper) in papers(&sample(name)) {
                let metrics = PageMetrics::new(&paper);
                for part in &paper.parts {
                    let filled = metrics.fill(part, metrics.room);
                    for (page, next) in filled.iter().zip(filled.iter().skip(1)) {
                        pages += 1;
                        let goes_on = |block: &&Block| {
                            matches!(block, Block::Text(Style::Above | Style::Continued, _))
                        };
                        let blocks: Vec<Block> = next
                            .page
                            .blocks
                            .iter()
                            .skip_while(goes_on)
                            .cloned()
                            .collect();
                        let full = page.used / metrics.room;
                        let room = metrics.room - page.used;
                        let has_room = metrics.lead(&blocks) < room;
                        assert!(full > 0.88 || !has_room, "{name} {form}: {full:.2}");
                    }
                }
            }
        }
        assert!(pages > 40, "{pages} pages go on");
    }

    /// A chapter that is but the heading of what follows stands before a heading, never before the next part or at the end.
    #[test]
    fn no_chapter_of_the_samples_is_a_heading_of_nothing() {
        let mut chapters = 0;
        for name in SAMPLES {
            let s = sample(name);
            let sections = s.sections.sorted();
            let is_chapter = |block: &Block| {
                let of = |title: &str| sections.iter().any(|one| title.ends_with(&one.title));
                matches!(block, Block::Heading(2, text) if of(text))
            };
            let papers = papers(&s).into_iter();
            let plans = papers.filter(|(form, _)| ["計画書", "本文"].contains(form));
            for (form, paper) in plans {
                for blocks in &paper.parts {
                    let all = blocks.iter().enumerate();
                    for (at, _) in all.filter(|(_, block)| is_chapter(block)) {
                        chapters += 1;
                        let next = blocks.get(at + 1);
                        let stands = next.is_some_and(|next| !matches!(next, Block::Heading(1, _)));
                        assert!(stands, "{name} {form}: {:?}", blocks[at]);
                    }
                }
            }
        }
        assert!(chapters > 20, "{chapters} chapters");
    }
}
