//! A workbook of a part comes back in the ways that offices send workbooks back (P33 to P35, E81): sorted, with
//! columns inserted, copied, renamed, blanked. Every edit is accepted or reported, no value goes to another place,
//! and none is cleared unasked.

mod damages;
mod loose_sheet;

use std::collections::{BTreeMap, BTreeSet};

use edit::merge::{ChoicesOf, gather};
use fixtures::arbitrary::Dice;
use fixtures::sample;
use format::workbook::{CellRead, RowRead, SheetRead, read_workbook};
use output::hands::{ReturnedPart, incoming, part_workbook, read_part, returned};
use strategy::*;

use crate::part_workbook::{handing_out, text, whole};
use damages::{DAMAGES, Damage, Done, write};
use loose_sheet::Tab;

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
