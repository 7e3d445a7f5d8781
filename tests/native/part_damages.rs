//! A workbook of a part comes back in the ways that offices send workbooks back (P33 to P35, E81): sorted, with
//! columns inserted, copied, renamed, blanked. Every edit is accepted or reported, no value goes to another place,
//! and none is cleared unasked.

use std::collections::{BTreeMap, BTreeSet};

use edit::merge::{ChoicesOf, gather};
use fixtures::arbitrary::Dice;
use fixtures::sample;
use format::workbook::{CellRead, RowRead, SheetRead, read_workbook};
use output::hands::{ReturnedPart, incoming, part_workbook, read_part, returned};
use strategy::*;

use crate::part_workbook::{handing_out, text, whole};

/// A row as a user sees it, and the record that it belongs to.
#[derive(Debug, Clone, Default)]
struct LooseRow {
    id: Option<String>,
    cells: BTreeMap<usize, CellRead>,
}

/// A sheet taken apart.
#[derive(Debug, Clone)]
struct Tab {
    name: String,
    above: Vec<LooseRow>,
    head: LooseRow,
    rows: Vec<LooseRow>,
    /// Original heads, and the current column of each; the first is that of the numbers.
    columns: Vec<(String, Option<usize>)>,
    /// Number of the columns behind that of the numbers that name a row.
    naming: usize,
    comments: Vec<(String, String)>,
}

impl Tab {
    fn of(sheet: &SheetRead) -> Self {
        let row = |row: &RowRead| {
            let cells: BTreeMap<_, _> = row.cells.iter().cloned().collect();
            LooseRow {
                id: cells.get(&0).map(CellRead::text),
                cells,
            }
        };
        let [above, head] = [&sheet.rows[..3], &sheet.rows[3..4]]
            .map(|rows| rows.iter().map(row).collect::<Vec<_>>());
        let head = head[0].clone();
        let columns = head.cells.iter();
        Self {
            name: sheet.name.clone(),
            above,
            columns: columns.map(|(at, cell)| (cell.text(), Some(*at))).collect(),
            head,
            rows: sheet.rows[4..].iter().map(row).collect(),
            naming: match &*sheet.name {
                "指標の数値" | "予算と決算" => 3,
                _ => 2,
            },
            comments: Vec::new(),
        }
    }

    fn sheet(&self) -> SheetRead {
        let all = self.above.iter().chain([&self.head]).chain(&self.rows);
        let rows = all.enumerate().map(|(at, row)| RowRead {
            number: at + 1,
            cells: row.cells.clone().into_iter().collect(),
            hidden: false,
        });
        SheetRead {
            name: self.name.clone(),
            rows: rows.filter(|row| !row.cells.is_empty()).collect(),
            comments: self.comments.clone(),
            ..SheetRead::default()
        }
    }

    fn every_row(&mut self) -> impl Iterator<Item = &mut LooseRow> {
        let head = std::iter::once(&mut self.head);
        head.chain(&mut self.rows)
    }

    fn widest(&self) -> usize {
        let rows = self.rows.iter().chain([&self.head]);
        rows.filter_map(|row| row.cells.keys().next_back())
            .max()
            .copied()
            .unwrap_or(0)
    }

    /// Returns the columns for edits that still exist.
    fn open(&self) -> Vec<(String, usize)> {
        let all = self.columns.iter().skip(1 + self.naming);
        all.filter_map(|(head, at)| Some((head.clone(), (*at)?)))
            .collect()
    }

    fn is_number(&self, head: &str) -> bool {
        self.name.starts_with("指標の数値") || head.ends_with("決算額") || head.ends_with("予算")
    }

    /// Moves the content of the columns from `from` on to the right.
    fn shift(&mut self, from: usize) {
        for row in self.every_row() {
            let right = row.cells.split_off(&from);
            row.cells
                .extend(right.into_iter().map(|(at, cell)| (at + 1, cell)));
        }
        for (_, at) in &mut self.columns {
            *at = at.map(|at| at + usize::from(at >= from));
        }
    }

    /// Removes a column, and moves those behind it to the left.
    fn delete(&mut self, column: usize) {
        for row in self.every_row() {
            let right = row.cells.split_off(&column);
            let right = right.into_iter().filter(|(at, _)| *at > column);
            row.cells.extend(right.map(|(at, cell)| (at - 1, cell)));
        }
        for (_, at) in &mut self.columns {
            *at = at
                .filter(|at| *at != column)
                .map(|at| at - usize::from(at > column));
        }
    }
}

/// The damages of a workbook.
#[derive(Default)]
struct Done {
    /// Texts that a user wrote, by number of the record and head.
    wrote: BTreeMap<(String, String), String>,
    /// Texts of copies of rows and sheets, for which the intended one is unknown.
    copied: BTreeSet<((String, String), String)>,
    /// Cells that a user may have cleared.
    cleared: BTreeSet<(String, String)>,
    /// True if a damage did more than move content.
    touched: bool,
    /// Names of the damages.
    names: Vec<&'static str>,
}

/// A way in which a workbook comes back.
type Damage = fn(&mut Tab, &mut Dice, &mut Done) -> &'static str;

const DAMAGES: [Damage; 27] = [
    |tab, dice, done| {
        for _ in 0..=dice.below(3) {
            write(tab, dice, done);
        }
        "written"
    },
    |tab, dice, _| {
        tab.name = dice.pick(&[
            format!("{}（産業課）", tab.name),
            format!("最終版{}", tab.name),
            "Sheet1".to_owned(),
        ]);
        "renamed"
    },
    |tab, dice, _| {
        let (_, at) = tab.columns[1 + dice.below(tab.columns.len() - 1)].clone();
        let Some(at) = at else { return "" };
        let old = tab
            .head
            .cells
            .get(&at)
            .map(CellRead::text)
            .unwrap_or_default();
        let new = dice.pick(&[format!("{old}※"), format!("【{old}】"), "記入欄".to_owned()]);
        tab.head.cells.insert(at, text(&new));
        "reworded"
    },
    |tab, dice, done| {
        let mut row = LooseRow::default();
        let Some(at) = tab.columns[tab.naming].1 else {
            return "";
        };
        row.cells
            .insert(at, text(&format!("足した行{}", dice.below(99))));
        tab.rows.push(row);
        done.touched = true;
        "row added"
    },
    |tab, dice, done| {
        let (Some(nth), Some((head, at))) = (some_row(tab, dice), pick(&tab.open(), dice)) else {
            return "";
        };
        let mut copy = tab.rows[nth].clone();
        copy.cells.insert(at, CellRead::Number(987.into()));
        let id = copy.id.clone().unwrap_or_default();
        done.copied.insert(((id, head), "987".to_owned()));
        tab.rows.insert(nth + dice.below(2), copy);
        done.touched = true;
        "row twice"
    },
    |tab, dice, done| {
        instead(tab, dice, done, CellRead::Formula("D4+1".to_owned()));
        "formula"
    },
    |tab, _, done| {
        tab.above.clear();
        tab.rows.clear();
        tab.head.cells.clear();
        done.touched = true;
        "sheet blank"
    },
    |tab, dice, done| {
        let Some((_, at)) = pick(&tab.open(), dice) else {
            return "";
        };
        done.touched |= tab.rows.iter().any(|row| row.cells.contains_key(&at));
        tab.delete(at);
        "column lost"
    },
    |tab, dice, done| {
        let Some((_, at)) = pick(&tab.open(), dice) else {
            return "";
        };
        let mut count = 0;
        for row in &mut tab.rows {
            count += usize::from(row.cells.remove(&at).is_some());
        }
        done.touched |= count > 1;
        // The only value of a column may have been cleared by hand.
        let head = tab
            .columns
            .iter()
            .find(|(_, one)| *one == Some(at))
            .unwrap()
            .0
            .clone();
        let of = |row: &LooseRow| Some((row.id.clone()?, head.clone()));
        done.cleared
            .extend(tab.rows.iter().filter_map(of).filter(|_| count == 1));
        "column empty"
    },
    |tab, _, _| {
        tab.rows.reverse();
        "sorted"
    },
    |tab, dice, _| {
        // The column of the numbers is hidden: sorting the visible columns leaves it unchanged.
        let Some(ids) = tab.columns[0].1 else {
            return "";
        };
        let numbers: Vec<_> = tab
            .rows
            .iter()
            .map(|row| row.cells.get(&ids).cloned())
            .collect();
        match dice.once_in(2) {
            true => tab.rows.reverse(),
            false => {
                let by = 1.min(tab.rows.len());
                tab.rows.rotate_left(by);
            }
        }
        for (row, number) in tab.rows.iter_mut().zip(numbers) {
            row.cells.remove(&ids);
            row.cells.extend(number.map(|number| (ids, number)));
        }
        "sorted without numbers"
    },
    |tab, dice, done| {
        let from = 1 + dice.below(tab.widest());
        tab.shift(from);
        if !dice.once_in(3) {
            tab.head.cells.insert(from, text("課のメモ"));
        }
        for row in tab.rows.iter_mut().step_by(2) {
            row.cells.insert(from, text("確認ずみ"));
        }
        done.touched |= !tab.rows.is_empty();
        "column inserted"
    },
    |tab, dice, done| {
        // Joined cells keep the value of the first one.
        let (Some(nth), Some((head, at))) = (some_row(tab, dice), pick(&tab.open(), dice)) else {
            return "";
        };
        for row in tab.rows.iter_mut().skip(nth + 1).take(2) {
            if let (Some(_), Some(id)) = (row.cells.remove(&at), row.id.clone()) {
                done.touched = true;
                done.cleared.insert((id, head.clone()));
            }
        }
        "cells joined"
    },
    |tab, _, _| {
        let open: BTreeSet<usize> = tab.open().into_iter().map(|(_, at)| at).collect();
        for row in &mut tab.rows {
            for (at, cell) in &mut row.cells {
                if let (true, CellRead::Number(number)) = (open.contains(at), &cell) {
                    *cell = text(&wide(&number.normalize().to_string()));
                }
            }
        }
        "numbers as texts"
    },
    |tab, dice, done| {
        let (Some(nth), Some((head, at))) = (some_row(tab, dice), pick(&tab.open(), dice)) else {
            return "";
        };
        tab.rows[nth].cells.insert(at, text("2026-03-31"));
        done.touched = true;
        if let Some(id) = tab.rows[nth].id.clone() {
            done.wrote.insert((id, head), "2026-03-31".to_owned());
        }
        "a day"
    },
    |tab, dice, done| {
        let mut row = LooseRow::default();
        row.cells.insert(1, text("※R6は集計中です"));
        tab.above.insert(dice.below(tab.above.len() + 1), row);
        done.touched = true;
        "above the heads"
    },
    |tab, _, done| {
        tab.comments
            .push(("D6".to_owned(), "45に変わる見込み".to_owned()));
        done.touched = true;
        "comment"
    },
    |tab, dice, done| {
        let (Some(nth), Some(at)) = (some_row(tab, dice), tab.columns[1].1) else {
            return "";
        };
        // The name of an indicator and the number of a measure are read-only, all other names are editable.
        if tab.name.starts_with("指標の内容") {
            return "";
        }
        tab.rows[nth].cells.insert(at, text("ちがう名前"));
        done.touched = true;
        "label"
    },
    |tab, dice, done| {
        let Some(nth) = some_row(tab, dice) else {
            return "";
        };
        let row = tab.rows.remove(nth);
        done.touched |= row.id.is_some();
        "row lost"
    },
    |tab, _, _| {
        let open = tab.open();
        for row in &mut tab.rows {
            for (_, at) in &open {
                row.cells.entry(*at).or_insert_with(|| text("　"));
            }
        }
        "blanks"
    },
    |tab, dice, _| {
        let at = dice.below(tab.rows.len() + 1);
        tab.rows.insert(at, LooseRow::default());
        "blank row"
    },
    |tab, _, _| {
        let Some(at) = tab.columns[0].1 else {
            return "";
        };
        tab.delete(at);
        tab.columns[0].1 = None;
        "numbers lost"
    },
    |tab, dice, _| {
        let Some((_, at)) = pick(&tab.open(), dice) else {
            return "";
        };
        let to = tab.widest() + 1;
        for row in tab.every_row() {
            let cell = row.cells.remove(&at);
            row.cells.extend(cell.map(|cell| (to, cell)));
        }
        for (_, place) in tab
            .columns
            .iter_mut()
            .filter(|(_, place)| *place == Some(at))
        {
            *place = Some(to);
        }
        "column moved"
    },
    |tab, dice, done| {
        instead(tab, dice, done, CellRead::Struck("120".to_owned()));
        "struck"
    },
    |tab, dice, done| {
        let (Some(nth), Some((head, at))) = (some_row(tab, dice), pick(&tab.open(), dice)) else {
            return "";
        };
        let Some(id) = tab.rows[nth].id.clone() else {
            return "";
        };
        if tab.rows[nth].cells.insert(at, text("　 ")).is_some() {
            done.touched = true;
            done.cleared.insert((id, head));
        }
        "blanked"
    },
    |tab, _, done| {
        let mut row = LooseRow::default();
        row.cells
            .insert(tab.columns[1].1.unwrap_or(1), text("※R7は見込みの値です"));
        tab.rows.extend([LooseRow::default(), row]);
        done.touched = true;
        "note below"
    },
    |tab, _, _| {
        for row in &mut tab.rows {
            for cell in row.cells.values_mut() {
                if let CellRead::Text(text) = cell {
                    *text = text.replace('\n', "\r\n");
                }
            }
        }
        "line ends"
    },
];

/// Returns a random row of a record.
fn some_row(tab: &Tab, dice: &mut Dice) -> Option<usize> {
    let all: Vec<usize> = (0..tab.rows.len())
        .filter(|nth| tab.rows[*nth].id.is_some())
        .collect();
    (!all.is_empty()).then(|| dice.pick(&all))
}

fn pick<T: Clone>(all: &[T], dice: &mut Dice) -> Option<T> {
    (!all.is_empty()).then(|| dice.pick(all))
}

/// Writes a value into a cell.
fn write(tab: &mut Tab, dice: &mut Dice, done: &mut Done) {
    let (Some(nth), Some((head, at))) = (some_row(tab, dice), pick(&tab.open(), dice)) else {
        return;
    };
    let number = 100 + dice.below(900);
    let (cell, told) = match tab.is_number(&head) {
        true => (CellRead::Number(number.into()), number.to_string()),
        false => (text(&format!("記入{number}")), format!("記入{number}")),
    };
    let row = &mut tab.rows[nth];
    done.touched |= row.cells.insert(at, cell.clone()) != Some(cell);
    if let Some(id) = row.id.clone() {
        done.wrote.insert((id, head), told);
    }
}

/// Replaces a value by something that is not a value.
fn instead(tab: &mut Tab, dice: &mut Dice, done: &mut Done, cell: CellRead) {
    let (Some(nth), Some((_, at))) = (some_row(tab, dice), pick(&tab.open(), dice)) else {
        return;
    };
    tab.rows[nth].cells.insert(at, cell);
    done.touched = true;
}

fn wide(digits: &str) -> String {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        c => c,
    };
    digits.chars().map(wide).collect()
}

/// Returns the texts of all cells below the heads, by the number of their record and their head.
fn cells(part: &Strategy) -> BTreeMap<(String, String), String> {
    let sheets = read_workbook(&part_workbook(part).unwrap()).unwrap();
    let mut all = BTreeMap::new();
    for tab in sheets.iter().filter(|sheet| !sheet.hidden).map(Tab::of) {
        for row in &tab.rows {
            let Some(id) = &row.id else { continue };
            for (head, at) in tab.columns.iter().skip(1 + tab.naming) {
                let cell = at.and_then(|at| row.cells.get(&at));
                let told = cell.map(CellRead::text).unwrap_or_default();
                all.insert((id.clone(), head.clone()), told);
            }
        }
    }
    all
}

/// A plan, its part that was handed out, the workbook of the part and the texts in it.
struct Given {
    plan: Strategy,
    part: Strategy,
    sheets: Vec<SheetRead>,
    cells: BTreeMap<(String, String), String>,
}

impl Given {
    fn of(name: &str) -> Self {
        let (plan, part) = handing_out(sample(name));
        Self {
            sheets: read_workbook(&part_workbook(&part).unwrap()).unwrap(),
            cells: cells(&part),
            plan,
            part,
        }
    }
}

/// Checks the result of reading a damaged workbook; `done` lists its damages.
fn holds(given: &Given, written: ReturnedPart, done: &Done) {
    let Given { plan, part, .. } = given;
    let told = format!("{:?} {:?}", done.names, written.unwritten);
    let is_silent = written.part == *part && written.unwritten.is_empty();
    assert!(!(done.touched && is_silent), "passed over: {told}");
    let (before, now) = (&given.cells, cells(&written.part));
    for (place, old) in before {
        let new = now
            .get(place)
            .unwrap_or_else(|| panic!("{place:?} is gone: {told}"));
        let wrote = done.wrote.get(place);
        let is_copied = done.copied.contains(&(place.clone(), new.clone()));
        let is_emptied = new.is_empty() && done.cleared.contains(place);
        assert!(
            new == old || wrote == Some(new) || is_emptied || is_copied,
            "{place:?}: {old} became {new}: {told}"
        );
        let is_lost = wrote.is_some_and(|wrote| wrote != new);
        assert!(
            !is_lost || !written.unwritten.is_empty(),
            "{place:?} {wrote:?}: {told}"
        );
    }
    let is_emptied = |(place, old): (&(String, String), &String)| {
        !old.is_empty() && now.get(place).is_none_or(String::is_empty)
    };
    if before.iter().any(is_emptied) {
        let mut came = incoming(plan, written.part, &[]).unwrap();
        came.offered = written.offered;
        let returns = [returned(plan, &came, Some(plan))];
        let gathering = gather(plan, &returns, &ChoicesOf::new());
        let after = cells(&whole(gathering.after()));
        for (place, old) in before.iter().filter(|(_, old)| !old.is_empty()) {
            let is_kept = after.get(place).is_none_or(|new| !new.is_empty());
            assert!(is_kept, "{place:?} {old}: {told}");
        }
    }
}

/// A part that was handed out, with a damaged workbook.
struct Damaged<'a> {
    given: &'a Given,
    tabs: Vec<Tab>,
    dice: Dice,
    done: Done,
}

impl<'a> Damaged<'a> {
    fn new(given: &'a Given, seed: u64) -> Self {
        let shown = given.sheets.iter().filter(|sheet| !sheet.hidden);
        Self {
            given,
            tabs: shown.map(Tab::of).collect(),
            dice: Dice::new(seed),
            done: Done::default(),
        }
    }

    fn damage(&mut self, damage: Damage) {
        let nth = self.dice.below(self.tabs.len());
        let name = damage(&mut self.tabs[nth], &mut self.dice, &mut self.done);
        self.done.names.push(name);
    }

    /// Copies a sheet and writes into the copy.
    fn copy_a_sheet(&mut self) {
        let nth = self.dice.below(self.tabs.len());
        let mut copy = self.tabs[nth].clone();
        copy.name.push_str(" (2)");
        let mut own = Done::default();
        write(&mut copy, &mut self.dice, &mut own);
        self.done.touched |= own.touched;
        self.done.copied.extend(own.wrote);
        self.done.names.push("sheet twice");
        let place = self.dice.below(self.tabs.len() + 1);
        self.tabs.insert(place, copy);
    }

    /// Reads the workbook, and checks the result.
    fn read(self) {
        let ours = self.given.sheets.iter().filter(|sheet| sheet.hidden);
        let shown = self.tabs.iter().map(Tab::sheet);
        let sheets: Vec<SheetRead> = shown.chain(ours.cloned()).collect();
        let mut last = 4710;
        let written = read_part(&self.given.part, &sheets, &mut || {
            last += 1;
            last
        });
        holds(self.given, written, &self.done);
    }
}

/// Returns the number of damaged workbooks in every test run; `PART_DAMAGES=10000` sets another number.
fn times(usual: u64) -> u64 {
    let asked = std::env::var("PART_DAMAGES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(usual)
}

#[test]
fn p33_each_way_in_which_a_workbook_comes_back_is_taken_or_told() {
    let given = Given::of("mihon");
    for seed in 0..2 {
        for damage in DAMAGES {
            let mut book = Damaged::new(&given, seed);
            book.damage(damage);
            book.read();
        }
        let mut book = Damaged::new(&given, seed);
        book.copy_a_sheet();
        book.read();
    }
}

#[test]
fn p33_no_damages_together_pass_in_silence_or_put_a_value_elsewhere() {
    for (nth, name) in ["mihon", "kitamoto-2022", "hokuto-2024"]
        .into_iter()
        .enumerate()
    {
        let given = Given::of(name);
        for seed in 0..times(30) / 3 {
            let mut book = Damaged::new(&given, 1000 * nth as u64 + seed);
            for _ in 0..2 + seed % 3 {
                match book.dice.once_in(12) {
                    true => book.copy_a_sheet(),
                    false => {
                        let damage = book.dice.pick(&DAMAGES);
                        book.damage(damage);
                    }
                }
            }
            book.read();
        }
    }
}
