//! Reads one table of a text, line by line: as it stands, turned round, or as a form.

use crate::arrows::steps;
use strategy::*;

use super::assemble::Assembly;
use super::cells::{Grid, is_label, listed, printed};
use super::columns::Columns;
use super::heads::{ColumnKind, Heads, with_years};
use super::kind::{is_figure, unit_of_all};
use super::labelled::labelled;
use super::line::Line;
use super::pasted::{Doubt, PastedColumn, PastedTable};
use super::prose::sentence;
use super::sections::TableSection;
use super::spread::spread;
use super::{cards, turned::turned};

/// A table of the text.
pub struct TablePlace<'a> {
    /// The cells of the text.
    pub grid: &'a Grid,
    /// Its lines.
    pub section: &'a TableSection,
    /// True if it stands before the first heads.
    pub before: bool,
}

/// Reads one table of the text.
pub async fn section_of(
    table: &mut PastedTable,
    filled: &mut Assembly,
    place: TablePlace<'_>,
    heads: Heads<'_>,
    pace: &Pace,
) {
    let TablePlace {
        grid,
        section,
        before,
    } = place;
    if let Some(rows) = turned(grid, section, heads).filter(|_| grid.placed && !before) {
        turned_section(table, filled, section, &rows, heads);
        return;
    }
    let rows = |places: &[usize]| {
        places
            .iter()
            .map(|&at| grid.rows[at].clone())
            .collect::<Vec<_>>()
    };
    table.heads.extend(
        section
            .heads
            .iter()
            .map(|&at| (at + 1, printed(&grid.rows[at]))),
    );
    let body: Vec<&Vec<String>> = section.body.iter().map(|&at| &grid.rows[at]).collect();
    let mut lines = rows(&section.heads);
    if !grid.placed {
        lines.iter_mut().for_each(|row| *row = with_years(row));
        // The words of running text have no places that could be missing.
        let widest = lines.iter().map(Vec::len).max().unwrap_or_default();
        lines
            .iter_mut()
            .for_each(|row| row.resize(widest, String::new()));
    }
    let columns = match before {
        true => Columns::default(),
        false => Columns::in_steps(lines, &body, heads, pace).await,
    };
    let of_indicators = section.heads.is_empty() || columns.of_indicators(heads);
    filled.begin_table(&columns);
    let tabular = section.heads.len() + section.body.len() > 0 && grid.placed && !before;
    if tabular || !section.heads.is_empty() {
        offer(table, &columns);
    }
    let mut of_card = 0;
    for (n, &at) in section.body.iter().enumerate() {
        if of_card > 0 {
            of_card -= 1;
            continue;
        }
        if let Some(lines) = take_card(filled, grid, &section.body[n..]) {
            of_card = lines - 1;
            continue;
        }
        let printed = printed(&grid.rows[at]);
        if printed.is_empty() {
            continue;
        }
        if let Some(units) = columns.units_below(&grid.rows[at]).filter(|_| grid.placed) {
            filled.say_units(units);
            table.unread.push((at + 1, printed));
            continue;
        }
        // 出生数：340人 → 380人 is an indicator wherever it stands.
        let texts = grid.rows[at].iter().filter(|cell| !cell.is_empty());
        let is_alone = !grid.placed || texts.count() == 1;
        // The words of running text were parted by spaces.
        let words = grid.rows[at].join(" ");
        let text = match grid.placed {
            true => &printed,
            false => words.trim(),
        };
        let listed = listed(text).filter(|_| is_alone);
        let line = match (printed.starts_with('#'), listed) {
            (true, _) => None,
            (false, Some(listed)) => Some(Line::listed(listed).over(&steps(text))),
            (false, None) if is_alone && sentence(&printed).is_some() => {
                sentence(&printed).map(|change| Line::told(&change))
            }
            (false, None) if is_alone && labelled(text).is_some() => {
                labelled(text).map(|labelled| Line::labelled(&labelled))
            }
            (false, None) if before || !of_indicators => None,
            (false, None) => {
                let (row, joined) = spread(grid, at, &columns);
                let mut line = Line {
                    set_back: grid.placed && grid.set_back.contains(&at),
                    ..line_of(&row, &columns, grid.placed)
                };
                line.doubts.extend(joined);
                if grid.cut_amiss.contains(&at) {
                    line.doubt(Doubt::Place);
                }
                Some(line)
            }
        };
        let taken = line.is_some_and(|line| filled.take(at + 1, line));
        if !taken {
            filled.heading(&printed);
            filled.say_unit(unit_of_all(&printed));
            table.unread.push((at + 1, printed));
        }
        pace.step().await;
    }
}

/// Takes an indicator on several lines of running text; returns their number.
fn take_card(filled: &mut Assembly, grid: &Grid, lines: &[usize]) -> Option<usize> {
    const LONGEST: usize = 5;
    if grid.placed {
        return None;
    }
    let lines = &lines[..lines.len().min(LONGEST)];
    let gap = lines.windows(2).position(|pair| pair[0] + 1 != pair[1]);
    let lines = &lines[..gap.map_or(lines.len(), |gap| gap + 1)];
    let mut texts: Vec<String> = lines.iter().map(|&at| printed(&grid.rows[at])).collect();
    // 指標　会員数: the word for an indicator and its name.
    if let [label, name] = &grid.rows[*lines.first()?][..]
        && is_label(label)
        && !is_figure(name)
    {
        texts[0] = format!("{label}　{name}");
    }
    let card = cards::card(&texts)?;
    let mut line = Line::listed((&card.name, &card.baseline, &card.target));
    line.unit.clone_from(&card.unit);
    let note = card.note.iter().cloned();
    line.rest
        .extend(note.map(|note| (Some(ColumnKind::Note), String::new(), note)));
    let (first, others) = lines[..card.lines].split_first()?;
    let taken = filled.take(first + 1, line);
    filled.also_of(&others.iter().map(|at| at + 1).collect::<Vec<_>>());
    taken.then_some(card.lines)
}

/// Reads a table that was turned round: each of its indicators is of all its lines.
fn turned_section(
    table: &mut PastedTable,
    filled: &mut Assembly,
    section: &TableSection,
    rows: &[Vec<String>],
    heads: Heads<'_>,
) {
    let Some((names, body)) = rows.split_first() else {
        return;
    };
    let columns = Columns::new(vec![names.clone()], &body.iter().collect::<Vec<_>>(), heads);
    filled.begin_table(&columns);
    offer(table, &columns);
    let numbers = |places: &[usize]| places.iter().map(|at| at + 1).collect::<Vec<_>>();
    let (of_heads, of_body) = (numbers(&section.heads), numbers(&section.body));
    let ([at], [first, others @ ..]) = (&of_heads[..], &of_body[..]) else {
        return;
    };
    table.heads.push((*at, printed(names)));
    for row in body {
        match filled.take(*first, Line::read(row, &columns, true)) {
            true => filled.also_of(others),
            false => table.unread.push((*at, printed(row))),
        }
    }
}

/// Reads a form: each of its indicators is of all its lines.
pub fn form_section(
    table: &mut PastedTable,
    filled: &mut Assembly,
    grid: &Grid,
    section: &TableSection,
    heads: Heads<'_>,
) {
    let lines: Vec<usize> = section.form.lines.iter().map(|at| at + 1).collect();
    let Some((first, others)) = lines.split_first() else {
        return;
    };
    let mut is_read = false;
    for (names, values) in &section.form.records {
        let columns = Columns::new(vec![names.clone()], &[values], heads);
        filled.begin_table(&columns);
        offer(table, &columns);
        if filled.take(*first, Line::read(values, &columns, true)) {
            filled.also_of(others);
            is_read = true;
        } else if let Some(name) = values.first() {
            table.unread.push((*first, name.clone()));
        }
    }
    if !is_read {
        let left = section.form.lines.iter();
        let left = left.map(|&at| (at + 1, printed(&grid.rows[at])));
        table.unread.extend(left);
    }
}

fn line_of(row: &[String], columns: &Columns, placed: bool) -> Line {
    let line = Line::read(row, columns, placed);
    match placed || is_line(&line, columns) {
        true => line,
        false => Line::default(),
    }
}

/// True if a line of running text is an indicator's: a heading with a number in it, or a line of contents, is none.
fn is_line(line: &Line, columns: &Columns) -> bool {
    let unit = |text: &str| {
        Figure::read(text)
            .number()
            .is_some_and(|n| !n.unit.is_empty())
    };
    let several = line.figures.len() > 1 || columns.figures().len() == 1 && line.figures.len() == 1;
    let valued =
        several || line.figures.iter().any(|figure| unit(&figure.text)) || !line.unit.is_empty();
    let heading = [
        "基本目標",
        "施策",
        "第",
        "基本方針",
        "■",
        "●",
        "【",
        "〔",
        "Ⅰ",
        "Ⅱ",
        "Ⅲ",
    ];
    let headed = heading.iter().any(|mark| line.name.starts_with(mark)) && line.figures.len() < 2;
    valued && !headed && !line.name.ends_with('。')
}

/// Offers the columns of a table for a person to say what they hold, each once.
fn offer(table: &mut PastedTable, columns: &Columns) {
    for column in &columns.all {
        let empty = column.printed.is_empty() && column.sample.is_empty();
        if empty || table.columns.iter().any(|known| known.key == column.key) {
            continue;
        }
        table.columns.push(PastedColumn {
            key: column.key.clone(),
            head: column.printed.clone(),
            sample: column.sample.clone(),
            holds: column.holds,
            sure: column.sure,
        });
    }
}
