//! A pasted text may hold several tables: each begins with its heads.

use super::breakdown::is_row_of_classes;
use super::cells::{Grid, listed, printed};
use super::forms::{Form, form};
use super::heads::{ColumnKind, Heads, head, is_time};
use super::kind::{is_figure, is_of_units, is_plain_number, is_unit};
use super::labelled::labelled;
use strategy::{Figure, Pace, half_width};

/// A table of a text: its lines of heads and its other lines, by place.
#[derive(Debug, Default)]
pub struct TableSection {
    /// Lines of heads.
    pub heads: Vec<usize>,
    /// The lines below them.
    pub body: Vec<usize>,
    /// The form that stands in its place.
    pub form: Form,
}

/// Cuts a text into tables. `chosen`: the line of heads that the user chose; zero: there is none. Lines before the
/// first heads are the first section, without heads.
pub async fn sections(
    grid: &Grid,
    heads: Heads<'_>,
    chosen: Option<usize>,
    pace: &Pace,
) -> Vec<TableSection> {
    let mut all = vec![TableSection::default()];
    let mut broken = true;
    let mut end_of_form = 0;
    for (at, row) in grid.rows.iter().enumerate() {
        pace.step().await;
        if at < end_of_form {
            continue;
        }
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        if filled == 0 {
            broken = true;
            continue;
        }
        let of_form = match chosen {
            None if grid.placed => form(grid, at, heads),
            _ => None,
        };
        if let Some(form) = of_form {
            end_of_form = form.lines.last().map_or(0, |last| last + 1);
            all.push(TableSection {
                form,
                ..TableSection::default()
            });
            // The lines that follow are below no heads.
            all.push(TableSection::default());
            broken = true;
            continue;
        }
        let is_head = match chosen {
            Some(line) if at < line => at + 1 == line,
            Some(0) => false,
            _ if row.iter().any(|cell| cell.starts_with(['※', '注'])) => false,
            _ if !grid.placed && listed(&printed(row)).is_some() => false,
            _ if !grid.placed && is_field(&printed(row)) => false,
            _ if !grid.placed && labelled(&printed(row)).is_some_and(|one| one.is_told) => false,
            _ if grid.placed && is_of_units(row) => false,
            _ if is_row_of_classes(row) => {
                let above = all.last();
                grid.placed && above.is_some_and(|s| s.body.is_empty() && !s.heads.is_empty())
            }
            _ => {
                let looks =
                    heads.is_head(row) || grid.placed && other_head(grid, at, heads, &all, broken);
                looks && (broken || !goes_on(grid, row, heads, all.last()))
            }
        };
        broken = filled == 1 && row.len() > 1 && !is_head;
        let Some(last) = all.last_mut() else { break };
        if !is_head {
            last.body.push(at);
        } else if last.body.is_empty() && !last.heads.is_empty() {
            last.heads.push(at);
        } else {
            all.push(TableSection {
                heads: vec![at],
                ..TableSection::default()
            });
        }
    }
    all
}

/// True for a head and its figure: 現状値：12人（R6）.
fn is_field(text: &str) -> bool {
    let field = text.split_once(['：', ':']);
    field.is_some_and(|(name, figure)| {
        head(name).is_some_and(ColumnKind::figures) && is_figure(figure.trim()) && !is_time(figure)
    })
}

/// True if a line that looks like heads goes on with the table above it: a name, or the kind of a line, with numbers that
/// could be years, such as 農家数 1950 2000.
fn goes_on(grid: &Grid, row: &[String], heads: Heads, table: Option<&TableSection>) -> bool {
    let Some(table) = table.filter(|table| !table.heads.is_empty()) else {
        return false;
    };
    // A name beside years alone: 完成年度 R6 R9.
    let filled = || row.iter().filter(|cell| !cell.is_empty());
    let known = |cell: &String| heads.head(cell);
    let of_years = filled().all(|cell| known(cell).is_none_or(|kind| kind == ColumnKind::Year));
    let named = filled().any(|cell| known(cell).is_none());
    if !table.body.is_empty() && of_years && named {
        return true;
    }
    let is_bare = |cell: &&String| {
        let plain = half_width(cell);
        is_plain_number(plain.trim_matches(|c: char| "() ".contains(c)))
            || Figure::read(cell).value().is_some()
    };
    let (numbers, words): (Vec<&String>, Vec<&String>) = filled().partition(is_bare);
    let word = |cell: &&String| heads.head(cell);
    let named = |cell| matches!(word(cell), Some(ColumnKind::Name | ColumnKind::Group));
    // Below lines of figures 実績 is the kind of a line; right below heads it may be one itself, unless a name stands there.
    // A unit under 単位 stands in a line of figures: 貸出冊数 冊 R5.4 R6.4.
    let of_unit = |&at: &usize| {
        let heading = grid.rows[at].iter().zip(row);
        heading
            .into_iter()
            .any(|(head, cell)| heads.head(head) == Some(ColumnKind::Unit) && is_unit(cell))
    };
    if table.heads.iter().any(of_unit) {
        return true;
    }
    let below = !table.body.is_empty() || words.iter().any(|cell| word(cell).is_none());
    !numbers.is_empty() && !words.is_empty() && !words.iter().any(named) && below
}

/// True if a line of words no dictionary holds is one of heads: no figure in it, and figures under its words.
fn other_head(grid: &Grid, at: usize, heads: Heads, all: &[TableSection], broken: bool) -> bool {
    let row = &grid.rows[at];
    let filled: Vec<usize> = (0..row.len()).filter(|&c| !row[c].is_empty()).collect();
    let short =
        |&c: &usize| row[c].chars().count() <= 20 && (is_time(&row[c]) || !is_figure(&row[c]));
    let number = |&c: &usize| is_plain_number(&row[c]) && !is_time(&row[c]);
    if filled.iter().any(number) {
        return false;
    }
    // A figure stands at the end of most lines: what is read last tells first.
    if filled.len() < 2 || !filled.iter().rev().all(short) {
        return false;
    }
    let again = |n: usize| filled[..n].iter().any(|&c| row[c] == row[filled[n]]);
    let distinct = (0..filled.len()).filter(|&n| !again(n)).count();
    if distinct < 2 {
        return false;
    }
    // 年度 and 値 below 基準値: a second line of heads, its first cells covered by those above, or its words repeated.
    let below = all
        .last()
        .is_some_and(|s| s.body.is_empty() && !s.heads.is_empty())
        && (filled[0] > 0 || distinct < filled.len());
    if !below && distinct < filled.len() {
        return false;
    }
    let begun = all.len() > 1
        || all
            .iter()
            .any(|s| !s.body.is_empty() || !s.heads.is_empty());
    let known = filled
        .iter()
        .filter(|&&c| heads.head(&row[c]).is_some())
        .count();
    if begun && !broken && !below && known < 2 {
        return false;
    }
    let next = grid.rows[at + 1..]
        .iter()
        .find(|row| row.iter().any(|cell| !cell.is_empty()) && !is_of_units(row));
    let under = |row: &Vec<String>| {
        let figure = |&&c: &&usize| {
            row.get(c)
                .is_some_and(|cell| is_figure(cell) && head(cell).is_none())
        };
        filled.iter().filter(figure).count()
    };
    next.is_some_and(|row| under(row) > 0)
}
