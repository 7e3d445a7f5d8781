//! 課からの提出状況: the sections to be reminded, those that are awaited, and those whose parts came back.

use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{hands as words, time};
use format::document::{Block, Column, First, Row, Table};
use insight::{is_awaited, is_late};
use strategy::*;

/// The ledger of the parts that were handed out, on a day. A line that has ended without a return is left out.
pub fn hand_ledger(data: &ReportData, today: &Date) -> Paper {
    let about = data.strategy.about();
    let parts = about.handed_out.iter();
    let (late, others): (Vec<_>, Vec<_>) = parts.partition(|part| is_late(part, today));
    let (back, open): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|part| !part.returns.is_empty());
    let open: Vec<_> = open.into_iter().filter(|part| is_awaited(part)).collect();
    let mut blocks = vec![
        Block::title(words::paper_title(&about.title)),
        Block::body(words::paper_as_of(time::day(today))),
    ];
    let mut add = |heading: String, columns: Vec<Column>, rows: Vec<Row>| {
        if !rows.is_empty() {
            blocks.push(Block::heading(heading));
            blocks.push(Block::Table(Table {
                columns,
                rows,
                first: First::Name,
                ..Table::default()
            }));
        }
    };
    let to = || Column::text(words::column_to(), 0);
    let day = |head| Column::text(head, 34);
    add(
        words::paper_late(late.len()),
        vec![
            to(),
            day(words::column_given()),
            day(words::until()),
            Column::number(words::paper_days(), 26),
            Column::text(words::paper_reminded(), 34),
        ],
        late.iter().map(|part| late_row(part, today)).collect(),
    );
    add(
        words::paper_waiting(open.len()),
        vec![to(), day(words::column_given()), day(words::until())],
        open.iter().map(|part| waiting_row(part)).collect(),
    );
    add(
        words::paper_back(back.len()),
        vec![
            to(),
            day(words::until()),
            day(words::column_back()),
            Column::number(words::paper_changes(), 24),
            Column::number(words::paper_unread(), 24),
            Column::text(words::paper_checked(), 24),
        ],
        back.iter().filter_map(|part| back_row(part)).collect(),
    );
    Paper::new(vec![blocks], false, data.scale)
}

fn until(part: &HandedPart) -> String {
    part.until.as_ref().map(time::day).unwrap_or_default()
}

/// The day of a time stamp.
fn day_of(stamp: &str) -> String {
    time::day(&Date(stamp.chars().take(10).collect()))
}

fn late_row(part: &HandedPart, today: &Date) -> Row {
    let until_day = part.until.as_ref().and_then(Date::day_number);
    let days = until_day.zip(today.day_number());
    let days = days.map(|(until, today)| (today - until).to_string());
    Row::of([
        part.to.clone().into(),
        day_of(&part.at).into(),
        until(part).into(),
        days.unwrap_or_default().into(),
        String::new().into(),
    ])
}

fn waiting_row(part: &HandedPart) -> Row {
    Row::of([
        part.to.clone().into(),
        day_of(&part.at).into(),
        until(part).into(),
    ])
}

/// Row of a part that came back, with an empty cell for a seal.
fn back_row(part: &HandedPart) -> Option<Row> {
    let back = part.returns.last()?;
    let changes = back.changed + back.added + back.removed;
    Some(Row::of([
        part.to.clone().into(),
        until(part).into(),
        day_of(&back.at).into(),
        changes.to_string().into(),
        back.unread.to_string().into(),
        String::new().into(),
    ]))
}
