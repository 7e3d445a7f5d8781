//! Divides a report into pages by the heights of its blocks ([`PageMetrics`]). A page that is still too long continues on the
//! next.
//!
//! A heading stays with its content, 計 with the rows it adds up, and joined rows together. A short section stays whole. A
//! section that continues on a page is named at the top of it, and the heads of its table and its group are repeated.
//! A nearly empty last page is avoided: a page ends where a section ends, or the pages before are filled less. No table
//! continues with its last row alone.

use std::collections::VecDeque;

use super::layout::{LaidPage, PagedPaper, Paper};
use super::line_breaks::{divided, lines_up_to};
use super::page_metrics::{LARGE, LEADING, PageMetrics, TALL};
use ::words::{marks, paper as words};
use format::document::{Block, Row, RowKind, Style, Table};

/// Share of the height below which a last page is too empty.
const EMPTY: f64 = 0.4;

/// Divides a paper into pages.
pub fn paginate(paper: &Paper) -> PagedPaper {
    let metrics = PageMetrics::new(paper);
    let pages = paper.parts.iter().flat_map(|part| evenly(&metrics, part));
    PagedPaper {
        wide: paper.wide,
        large: paper.large,
        scale: paper.scale,
        pages: pages.take(paper.most.unwrap_or(usize::MAX)).collect(),
    }
}

/// A page as it was filled.
struct FilledPage {
    page: LaidPage,
    used: f64,
}

/// Returns the pages of a part. A last page that is nearly empty is filled at the cost of those before it.
fn evenly(metrics: &PageMetrics, draft: &[Block]) -> Vec<LaidPage> {
    let full = fill(metrics, draft, metrics.room);
    let count = full.len();
    let last_below = |pages: &[FilledPage], part: f64| {
        let last = pages.last().map_or(0.0, |page| page.used);
        count > 1 && last < part * metrics.room
    };
    let is_empty = |pages: &[FilledPage]| last_below(pages, EMPTY);
    let is_bare = |pages: &[FilledPage]| last_below(pages, EMPTY / 2.0);
    let of = |part: u32| fill(metrics, draft, f64::from(part) / 20.0 * metrics.room);
    let is_whole = |pages: &[FilledPage]| pages.iter().skip(1).all(|page| page.page.begins());
    let pages = match is_empty(&full) {
        false => full,
        true if is_whole(&full) && !is_bare(&full) => full,
        true => (10..20)
            .rev()
            .map(of)
            .find(|pages| pages.len() == count && is_whole(pages))
            .or_else(|| {
                let mut fuller = (10..20).rev().map(of);
                fuller.find(|pages| pages.len() == count && !is_empty(pages))
            })
            .or_else(|| (10..20).map(of).find(|pages| pages.len() == count))
            .unwrap_or(full),
    };
    pages.into_iter().map(|page| page.page).collect()
}

fn fill(metrics: &PageMetrics, draft: &[Block], room: f64) -> Vec<FilledPage> {
    let mut paginator = Paginator {
        metrics,
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
        let page = LaidPage { blocks };
        self.pages.push(FilledPage { page, used });
    }

    /// Begins a new page, with the name of the section that continues.
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
        let letter = LARGE * self.metrics.scale;
        let room = ((self.room - self.used) / (letter * LEADING)).floor();
        if lines_up_to(text, self.metrics.width, letter, room) <= room {
            return self.push(block);
        }
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
                let is_single = bundle.len() == 1 && next.len() == 1;
                let is_last = left.len() == 1 && is_single && rows.len() > 1;
                let next = height(next).min(TALL * self.room);
                if is_group || is_total || is_last {
                    next
                } else {
                    0.0
                }
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

/// Returns the heading of a group as it is repeated on the next page.
fn continued(group: &Row) -> Row {
    let mut again = group.clone();
    if let Some(cell) = again.cells.first_mut() {
        cell.text = words::continued(cell.text.trim_end_matches(words::continued_label()));
    }
    again
}

/// Returns the rows in bundles that stay together.
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

    #[test]
    fn no_page_of_the_samples_ends_early_where_what_follows_has_room() {
        let mut pages = 0;
        for name in SAMPLES {
            for (form, paper) in papers(&sample(name)) {
                let metrics = PageMetrics::new(&paper);
                for part in &paper.parts {
                    let filled = fill(&metrics, part, metrics.room);
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
                        // The last row of a table takes the row before it along.
                        let is_end = matches!(blocks.first(), Some(Block::Table(table)) if table.rows.len() < 4);
                        assert!(
                            full > 0.88 || !has_room || is_end,
                            "{name} {form}: {full:.2}"
                        );
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

    /// 40,000 letters in a chapter and in a sheet: nothing is lost, and no page is higher than the paper.
    #[test]
    fn very_long_texts_run_over_pages_and_lose_no_letter() {
        let sentences = format!("{}。", "峠".repeat(49)).repeat(816);
        let lines = format!("{}\n", "峠".repeat(40)).repeat(1_000);
        for long in ["峠".repeat(40_000), sentences, lines] {
            let mut s = sample("mihon");
            let mut section = strategy::Section::clone(s.sections.sorted()[0]);
            section.text = long.clone();
            s.sections.insert(section);
            let newest = s.sheets.iter().max_by_key(|sheet| sheet.year);
            let mut sheet = strategy::Sheet::clone(newest.expect("a sheet"));
            sheet.results = long.clone();
            s.sheets.insert(sheet);
            let count = |told: String| told.matches('峠').count();
            let has_it = |form: &&str| ["本文", "施策評価シート"].contains(form);
            let long_papers = papers(&s).into_iter();
            for (form, paper) in long_papers.filter(|(form, _)| has_it(form)) {
                let told: usize = paper
                    .parts
                    .iter()
                    .map(|part| count(format!("{part:?}")))
                    .sum();
                let metrics = PageMetrics::new(&paper);
                let pages = paper.parts.iter().flat_map(|part| evenly(&metrics, part));
                let pages: Vec<LaidPage> = pages.collect();
                let kept: usize = pages.iter().map(|page| count(format!("{page:?}"))).sum();
                assert_eq!(kept, told, "{form}");
                assert!(told >= 39_000, "{form}: {told}");
                for page in &pages {
                    let blocks: Vec<_> = page.blocks.iter().collect();
                    let high = metrics.run(0.0, &blocks);
                    assert!(
                        high < metrics.room + 6.0,
                        "{form}: {high} of {}",
                        metrics.room
                    );
                }
            }
        }
    }
}
