//! 指標の表: the table of indicators of a printed plan, pasted as text from a spreadsheet, a page or a PDF.
//!
//! Rules (the tests carry the numbers):
//! - T1  Every text gives an answer; every line of it is an indicator's, a heading's, or given back as it came.
//! - T2  Nothing is lost: each text of an indicator's line stands in the indicator, what has no place there in its
//!   note; only a column of which a person says so is left out.
//! - T3  Figures stay as printed; what is no number is kept as text, 要確認.
//! - T4  A line of a sub-row (男性, 女性) is a series of the indicator above it; so is a part of a breakdown in a second line
//!   of heads, in the heads or in a second column of names.
//! - T5  An indicator printed twice with the same figures is one, used in both places.
//! - T6  What is not certain is told, field by field; only an indicator certain in every field comes chosen.
//! - T7  A figure stays in its column: a blank or a dash lets no neighbour slip in, and heads end where the next begin,
//!   below them or beside them. A day over a column is its year, however it is written.
//! - T8  A person's word on a line of heads or a column counts before ours, in this text and the next with these heads.
//! - T9  A table without indicators yields none; a line without a figure is a heading.
//! - T10 The time it takes grows with the text, however its words are parted.
//! - T12 Of tables in the forms of towns nothing false comes chosen, and most is read after one choice for a column: cells
//!   decide over the word of a head, a text that is cut at commas or semicolons is a table without a known head, a line may
//!   be of a year, and lines of rates go to the note. A form of heads and values is an indicator, and a change told in words
//!   is a baseline and a target.
//! - T11 Our own tables of indicators, long and wide, are the indicators they were written of, as far as they carry them.

mod assemble;
mod breakdown;
mod cards;
mod cells;
mod columns;
mod days;
mod footnotes;
mod forms;
mod heads;
mod joined;
mod kind;
mod line;
mod own;
mod pasted;
mod prose;
mod sections;
mod side_by_side;
mod turned;

use std::collections::BTreeMap;
use std::rc::Rc;

use rust_decimal::Decimal;

use strategy::*;

use assemble::Assembly;
pub(crate) use cells::listed;
use cells::{Grid, printed};
use columns::Columns;
pub use heads::ColumnKind;
use heads::Heads;
pub(crate) use heads::head;
use kind::{named_unit, unit_of_all};
use line::Line;
pub use pasted::{ColumnMapping, Doubt, PastedColumn, PastedIndicator, PastedTable};
pub(crate) use prose::sentence;
use sections::{Section, sections};
use turned::turned;

/// Reads a pasted text, for this strategy: its period says of which year a target is, its goals who uses what.
pub fn read_table(text: &str, strategy: &Strategy) -> PastedTable {
    read_table_as(text, strategy, &ColumnMapping::default())
}

/// Reads a pasted text as a person says its columns are.
pub fn read_table_as(text: &str, strategy: &Strategy, mapping: &ColumnMapping) -> PastedTable {
    at_once(|pace| read_in_steps(text, strategy, mapping, pace))
}

/// Reads a pasted text as a person says its columns are, in steps of about a line.
pub fn table_in_steps<'a>(
    text: &'a str,
    strategy: &'a Strategy,
    mapping: &'a ColumnMapping,
) -> Steps<'a, PastedTable> {
    Steps::of(|pace| read_in_steps(text, strategy, mapping, pace))
}

async fn read_in_steps(
    text: &str,
    strategy: &Strategy,
    mapping: &ColumnMapping,
    pace: Rc<Pace>,
) -> PastedTable {
    let heads = Heads(&mapping.columns);
    let grid = cells::grid(text, heads);
    // Each line is read, and what comes of it weighed.
    pace.expect(2 * grid.rows.len());
    pace.step().await;
    let own = match *mapping == ColumnMapping::default() {
        true => own::read(&grid),
        false => None,
    };
    pace.step().await;
    let mut table = match own {
        Some(own) => own,
        None => foreign(&grid, strategy, mapping, &pace).await,
    };
    pace.reach(2 * grid.rows.len());
    for one in &mut table.indicators {
        if one.lines.iter().any(|line| grid.hides(*line)) {
            one.doubt(Doubt::Hidden);
        }
    }
    let numbered = grid
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| (at + 1, printed(row)));
    let told = numbered.filter(|(_, text)| !text.is_empty()).take(30);
    table.lines = told.collect();
    let names = sort::set(strategy.indicators.iter().map(|k| k.name.as_str()));
    for one in &mut table.indicators {
        one.known = names.contains(one.indicator.name.as_str());
    }
    table
}

/// Reads a table that somebody else wrote.
async fn foreign(
    grid: &Grid,
    strategy: &Strategy,
    mapping: &ColumnMapping,
    pace: &Pace,
) -> PastedTable {
    let heads = Heads(&mapping.columns);
    let mut table = PastedTable::default();
    let mut filled = Assembly::new(strategy);
    let blocks = match grid.placed {
        true => side_by_side::parted(grid, heads),
        false => Vec::new(),
    };
    pace.step().await;
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
    pace.reach(grid.rows.len());
    let period = strategy.about().period;
    for one in &mut table.indicators {
        propose(one);
        weigh(one, period);
        pace.step().await;
    }
    doubt_namesakes(&mut table.indicators);
    doubt_signless_shares(&mut table.indicators);
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
    let sections = sections(grid, heads, mapping.head);
    pace.step().await;
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
            let place = Place {
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
            let place = Place {
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

/// Doubts indicators of one name, code and unit: the text does not say what tells them apart.
fn doubt_namesakes(all: &mut [PastedIndicator]) {
    let mut named = BTreeMap::<_, usize>::new();
    let called = |one: &PastedIndicator| {
        let indicator = &one.indicator;
        [&indicator.name, &indicator.code, &indicator.unit].map(Clone::clone)
    };
    for one in &*all {
        *named.entry(called(one)).or_default() += 1;
    }
    for one in all {
        if named.get(&called(one)).is_some_and(|count| *count > 1) {
            one.doubt(Doubt::Name);
        }
    }
}

/// A table of the text.
struct Place<'a> {
    grid: &'a Grid,
    section: &'a Section,
    /// True if it stands before the first heads.
    before: bool,
}

/// Reads one table of the text.
async fn section_of(
    table: &mut PastedTable,
    filled: &mut Assembly,
    place: Place<'_>,
    heads: Heads<'_>,
    pace: &Pace,
) {
    let Place {
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
        lines
            .iter_mut()
            .for_each(|row| *row = heads::with_years(row));
        // The words of running text have no places that could be missing.
        let widest = lines.iter().map(Vec::len).max().unwrap_or_default();
        lines
            .iter_mut()
            .for_each(|row| row.resize(widest, String::new()));
    }
    let columns = match before {
        true => Columns::default(),
        false => Columns::new(lines, &body, heads),
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
        // 出生数：340人 → 380人 is an indicator wherever it stands.
        let texts = grid.rows[at].iter().filter(|cell| !cell.is_empty());
        let is_alone = !grid.placed || texts.count() == 1;
        let listed = cells::listed(&printed).filter(|_| is_alone);
        let line = match (printed.starts_with('#'), listed) {
            (true, _) => None,
            (false, Some(listed)) => Some(Line::listed(listed)),
            (false, None) if is_alone && sentence(&printed).is_some() => {
                sentence(&printed).map(|change| Line::told(&change))
            }
            (false, None) if before || !of_indicators => None,
            (false, None) => {
                let (row, joined) = grid.joined.spread(&grid.rows, at, &columns);
                let mut line = Line {
                    set_back: grid.placed && grid.set_back.contains(&at),
                    ..line_of(&row, &columns, grid.placed)
                };
                line.doubts.extend(joined);
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
    let texts: Vec<String> = lines.iter().map(|&at| printed(&grid.rows[at])).collect();
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
    section: &Section,
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
fn form_section(
    table: &mut PastedTable,
    filled: &mut Assembly,
    grid: &Grid,
    section: &Section,
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

/// Unit, way and counting, from the figures.
fn propose(one: &mut PastedIndicator) {
    let indicator = &mut one.indicator;
    if indicator.unit.is_empty() {
        let unit = |f: &Figure| f.number().map(|n| n.unit.clone());
        let units = one.series.iter().flat_map(Series::figures).filter_map(unit);
        indicator.unit = units
            .into_iter()
            .find(|u| !u.is_empty())
            .or_else(|| named_unit(&indicator.name))
            .unwrap_or_default();
    }
    one.propose_kind();
}

/// Largest ratio of a target to its baseline that is accepted without a doubt.
const FAR: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// Doubts the years that the plan does not cover: a target before or after it, an actual or a baseline after it.
fn weigh_years(one: &mut PastedIndicator, period: Period) {
    let mut years = Vec::new();
    for series in &one.series {
        let targets = series.targets.keys().copied();
        years.extend(targets.filter(|year| *year < period.first || *year > period.last));
        let baseline = series.baseline.as_ref().and_then(|b| b.at.as_ref());
        let taken = baseline.and_then(At::year).into_iter();
        let taken = taken.chain(series.actuals.keys().copied());
        years.extend(taken.filter(|year| *year > period.last));
    }
    sort::ascending(&mut years);
    years.dedup();
    for year in years {
        one.doubt(Doubt::Outside(year));
    }
}

/// True if a decimal may be meant otherwise: a share stored as 0.6 under a head of ％, persons counted as 1.200.
fn is_decimal_unsure(one: &PastedIndicator) -> bool {
    let unit = half_width(&one.indicator.unit);
    let sizes = bare_shares(one);
    let is_share = |value: &Decimal| value.is_sign_positive() && *value <= Decimal::ONE;
    let stored = !sizes.is_empty() && sizes.iter().all(is_share);
    // 0.27 beside 25 and 30, 0.16 beside 2.
    let is_coarser = |value: &Decimal, than: &Decimal| {
        let value = value.abs();
        value / FAR > *than
            || than.scale() > 1 && value.scale() < than.scale() && value >= Decimal::ONE
    };
    let is_far = |value: &Decimal| {
        let mut others = shares(one).map(|n| n.value);
        value.scale() > 0 && is_share(value) && others.any(|other| is_coarser(&other, value))
    };
    let counted = |of: &str| ["人", "件", "戸", "世帯", "社", "円", "千円"].contains(&of);
    let grouped = |n: &Number| {
        let of = if n.unit.is_empty() { &unit } else { &n.unit };
        n.value.scale() == 3 && counted(of)
    };
    let figures = one.series.iter().flat_map(Series::figures);
    let grouped = figures.filter_map(Figure::number).any(grouped);
    stored || sizes.iter().any(is_far) || grouped
}

/// The numbers of an indicator of shares: its unit is ％, or it has none and is called 率 or 割合.
fn shares(one: &PastedIndicator) -> impl Iterator<Item = &Number> {
    let Indicator { name, unit, .. } = &one.indicator;
    let named = ["率", "割合"].iter().any(|word| name.ends_with(word));
    let is_share = half_width(unit) == "%" || unit.is_empty() && named;
    let figures = one.series.iter().flat_map(Series::figures);
    figures.filter_map(Figure::number).filter(move |_| is_share)
}

/// Returns the shares of an indicator that have no sign of their own, except zero.
fn bare_shares(one: &PastedIndicator) -> Vec<Decimal> {
    let bare = shares(one).filter(|n| n.unit.is_empty() && !n.value.is_zero());
    bare.map(|n| n.value).collect()
}

/// Doubts a decimal of at most one without a sign, in a table whose other shares bear it: 0.25 beside 25%.
fn doubt_signless_shares(all: &mut [PastedIndicator]) {
    if !all.iter().flat_map(shares).any(|n| n.unit == "%") {
        return;
    }
    for one in all {
        let is_small = |value: &Decimal| value.is_sign_positive() && *value <= Decimal::ONE;
        if bare_shares(one).iter().any(is_small) {
            one.doubt(Doubt::Decimals);
        }
    }
}

/// A figure with another behind a slash that is not how many there are in all.
enum OutOf {
    /// 12/15 in a row of ％.
    Share,
    /// 79.5／84.1: of two series.
    Pair,
}

fn out_of(one: &PastedIndicator) -> Option<OutOf> {
    let share = half_width(&one.indicator.unit) == "%";
    let figures = one.series.iter().flat_map(Series::figures);
    figures.filter_map(Figure::number).find_map(|n| {
        let of = n.aside.strip_prefix('/')?;
        match (share, n.value.scale() > 0 && of.contains('.')) {
            (true, _) if n.unit.is_empty() => Some(OutOf::Share),
            (_, true) => Some(OutOf::Pair),
            _ => None,
        }
    })
}

/// True if a target has a plus and the baseline and actuals have no sign: 3件, then ＋5件.
fn may_be_increase(series: &Series) -> bool {
    let signed = |figure: &Figure| {
        let text = half_width(figure.text());
        text.trim_start().starts_with(['+', '-', '△', '▲', '±'])
    };
    let plus = |figure: &Figure| {
        figure.value().is_some() && half_width(figure.text()).trim_start().starts_with('+')
    };
    let reached = series.baseline.iter().map(|baseline| &baseline.figure);
    let mut reached = reached
        .chain(series.actuals.values())
        .filter(|one| one.value().is_some());
    series.targets.values().any(plus) && reached.all(|figure| !signed(figure))
}

/// Weighs the fields of an indicator against each other.
fn weigh(one: &mut PastedIndicator, period: Period) {
    weigh_years(one, period);
    if one.unread() > 0 {
        one.doubt(Doubt::Unread);
    }
    let name = &one.indicator.name;
    let prose = name.contains('。') || name.chars().count() > 60;
    let number = name.chars().all(|c| !c.is_alphabetic());
    if prose
        || number
        || kind::is_figure(name)
        || kind::is_unit(name.trim_start_matches('/'))
        || kind::is_sub_row(name)
        || heads::head(name).is_some_and(|h| h != ColumnKind::Group)
    {
        one.doubt(Doubt::Name);
    }
    let unit_of = |n: &Number| match n.unit.as_str() {
        "" => None,
        unit => Some(unit.strip_suffix("/年").unwrap_or(unit).to_owned()),
    };
    let mut units: Vec<String> = one
        .series
        .iter()
        .flat_map(Series::figures)
        .filter_map(|f| f.number().and_then(unit_of))
        .collect();
    units.extend(match one.indicator.unit.as_str() {
        "" => None,
        unit => Some(half_width(unit.strip_suffix("/年").unwrap_or(unit))),
    });
    // 売上額（千円） with figures in 円; （年） may say of what time they are.
    let of_name = named_unit(&one.indicator.name).filter(|unit| unit != "年");
    units.extend(of_name.map(|unit| unit.trim_end_matches("/年").to_owned()));
    sort::ascending(&mut units);
    units.dedup();
    if units.len() > 1 {
        one.doubt(Doubt::Units);
    }
    let far = |s: &Series| {
        let from = s
            .baseline
            .as_ref()
            .and_then(|b| b.figure.value())
            .map(|v| v.abs());
        let mut to = s
            .targets
            .values()
            .filter_map(Figure::value)
            .map(|v| v.abs());
        let Some(from) = from.filter(|v| !v.is_zero()) else {
            return false;
        };
        to.any(|to| !to.is_zero() && (to / FAR > from || from / FAR > to))
    };
    if is_decimal_unsure(one) {
        one.doubt(Doubt::Decimals);
    }
    match out_of(one) {
        Some(OutOf::Share) => one.doubt(Doubt::Units),
        Some(OutOf::Pair) => one.doubt(Doubt::Place),
        None => {}
    }
    if one.series.iter().any(may_be_increase) {
        one.doubt(Doubt::Increase);
    }
    if one.series.iter().any(far) {
        one.doubt(Doubt::Size);
    }
}
