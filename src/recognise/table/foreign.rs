//! A text of tables that somebody else wrote: its blocks of columns, and the tables in each.

use strategy::*;

use super::assemble::Assembly;
use super::cells::Grid;
use super::heads::Heads;
use super::pasted::{ColumnMapping, PastedTable};
use super::section_reader::{TablePlace, form_section, section_of};
use super::sections::sections;
use super::weigh::{doubt_namesakes, note_only_parts, propose, weigh};
use super::{decimals, footnotes, side_by_side};

/// Reads a table that somebody else wrote.
pub async fn foreign(
    grid: &Grid,
    strategy: &Strategy,
    mapping: &ColumnMapping,
    pace: &Pace,
) -> PastedTable {
    let heads = Heads(&mapping.columns);
    let mut table = PastedTable::default();
    let mut filled = Assembly::new(strategy);
    let blocks = match grid.placed {
        true => side_by_side::parted(grid, heads, pace).await,
        false => Vec::new(),
    };
    let mut beside = Vec::new();
    match &blocks[..] {
        [] | [_] => beside = block(&mut table, &mut filled, grid, (heads, mapping), pace).await,
        blocks => {
            for columns in blocks {
                let grid = grid.cut(columns);
                let of_block = filled.begin_block();
                let mut left = block(&mut table, &mut filled, &grid, (heads, mapping), pace).await;
                left.append(&mut table.unread);
                beside.extend(filled.left_since(of_block, left));
            }
        }
    }
    table.indicators = filled.done();
    let indicators = table.indicators.iter();
    let taken = sort::set(indicators.flat_map(|one| one.lines.iter().copied()));
    table.unread.retain(|(line, _)| !taken.contains(line));
    // A line may be read in one of the tables that it crosses, and not in another.
    table.unread.append(&mut beside);
    sort::by_key(&mut table.unread, |(line, _)| *line);
    pace.reach(4 * grid.rows.len());
    note_only_parts(&mut table.indicators);
    let period = strategy.about().period;
    for one in &mut table.indicators {
        propose(one);
        weigh(one, period);
        pace.step().await;
    }
    doubt_namesakes(&mut table.indicators);
    decimals::doubt_signless_shares(&mut table.indicators);
    footnotes::resolve(&mut table);
    table
}

/// Reads the tables of a block of columns. Returns what is of no indicator in lines that cross several tables.
async fn block(
    table: &mut PastedTable,
    filled: &mut Assembly,
    grid: &Grid,
    (heads, mapping): (Heads<'_>, &ColumnMapping),
    pace: &Pace,
) -> Vec<(usize, String)> {
    let sections = sections(grid, heads, mapping.head, pace).await;
    let mut beside = Vec::new();
    // If there are heads, the lines before them are no table.
    let has_heads = sections.len() > 1;
    for section in &sections {
        if !section.form.records.is_empty() {
            form_section(table, filled, grid, section, heads);
            pace.step().await;
            continue;
        }
        let before = has_heads && section.heads.is_empty();
        let columns = match grid.placed && !before {
            true => side_by_side::repeated(grid, section, heads),
            false => Vec::new(),
        };
        if columns.len() < 2 {
            let place = TablePlace {
                grid,
                section,
                before,
            };
            section_of(table, filled, place, heads, pace).await;
            continue;
        }
        let above = std::mem::take(&mut table.unread);
        let unit = filled.unit_above();
        for columns in &columns {
            let grid = &grid.cut(columns);
            let place = TablePlace {
                grid,
                section,
                before,
            };
            let of_part = filled.begin_beside(unit.clone());
            section_of(table, filled, place, heads, pace).await;
            let left = std::mem::take(&mut table.unread);
            beside.extend(filled.left_since(of_part, left));
        }
        table.unread = above;
    }
    beside
}
