//! The ways in which workbooks come back.

use super::loose_sheet::LooseRow;
use super::*;

/// The damages of a workbook.
#[derive(Default)]
pub struct Done {
    /// Texts that a user wrote, by number of the record and head.
    pub wrote: BTreeMap<(String, String), String>,
    /// Texts of copies of rows and sheets, for which the intended one is unknown.
    pub copied: BTreeSet<((String, String), String)>,
    /// Cells that a user may have cleared.
    pub cleared: BTreeSet<(String, String)>,
    /// True if a damage did more than move content.
    pub touched: bool,
    /// Names of the damages.
    pub names: Vec<&'static str>,
}

/// A way in which a workbook comes back.
pub type Damage = fn(&mut Tab, &mut Dice, &mut Done) -> &'static str;

pub const DAMAGES: [Damage; 27] = [
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
pub fn some_row(tab: &Tab, dice: &mut Dice) -> Option<usize> {
    let all: Vec<usize> = (0..tab.rows.len())
        .filter(|nth| tab.rows[*nth].id.is_some())
        .collect();
    (!all.is_empty()).then(|| dice.pick(&all))
}

pub fn pick<T: Clone>(all: &[T], dice: &mut Dice) -> Option<T> {
    (!all.is_empty()).then(|| dice.pick(all))
}

/// Writes a value into a cell.
pub fn write(tab: &mut Tab, dice: &mut Dice, done: &mut Done) {
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
pub fn instead(tab: &mut Tab, dice: &mut Dice, done: &mut Done, cell: CellRead) {
    let (Some(nth), Some((_, at))) = (some_row(tab, dice), pick(&tab.open(), dice)) else {
        return;
    };
    tab.rows[nth].cells.insert(at, cell);
    done.touched = true;
}

pub fn wide(digits: &str) -> String {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        c => c,
    };
    digits.chars().map(wide).collect()
}
