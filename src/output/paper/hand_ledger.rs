//! 課からの提出状況: the sections to be reminded, those that are awaited, and those whose parts came back.

use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{hands as words, time};
use format::document::{Block, First, RecordTable, Table};
use insight::{is_awaited, is_late};
use strategy::*;

/// Returns the ledger of the parts that were handed out, as of a day. A line that ended without a return is left out.
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
    let tables = [
        (words::paper_late(late.len()), late_table(late, today)),
        (words::paper_waiting(open.len()), waiting_table(open)),
        (words::paper_back(back.len()), back_table(back)),
    ];
    for (heading, table) in tables {
        if let Some(table) = table {
            blocks.extend([Block::heading(heading), Block::Table(table)]);
        }
    }
    Paper::new(vec![blocks], false, data.scale)
}

fn late_table(parts: Vec<&HandedPart>, today: &Date) -> Option<Table> {
    RecordTable::of(parts)
        .text(words::column_to(), 0, |part| part.to.clone())
        .text(words::column_given(), 34, |part| day_of(&part.at))
        .text(words::until(), 34, |part| until(part))
        .number(words::paper_days(), 26, |part| days_late(part, today))
        .text(words::paper_reminded(), 34, |_| "")
        .first(First::Name)
        .if_any()
}

fn waiting_table(parts: Vec<&HandedPart>) -> Option<Table> {
    RecordTable::of(parts)
        .text(words::column_to(), 0, |part| part.to.clone())
        .text(words::column_given(), 34, |part| day_of(&part.at))
        .text(words::until(), 34, |part| until(part))
        .first(First::Name)
        .if_any()
}

/// Returns the table of the parts that came back, each with its last return and an empty cell for a seal.
fn back_table(parts: Vec<&HandedPart>) -> Option<Table> {
    let returned = parts
        .into_iter()
        .filter_map(|part| Some((part, part.returns.last()?)));
    let changes = |back: &PartReturn| {
        let counts = [back.changed, back.added, back.removed];
        counts.map(u64::from).iter().sum::<u64>()
    };
    RecordTable::of(returned)
        .text(words::column_to(), 0, |(part, _)| part.to.clone())
        .text(words::until(), 34, |(part, _)| until(part))
        .text(words::column_back(), 34, |(_, back)| day_of(&back.at))
        .number(words::paper_changes(), 24, |(_, back)| {
            changes(back).to_string()
        })
        .number(words::paper_unread(), 24, |(_, back)| {
            back.unread.to_string()
        })
        .text(words::paper_checked(), 24, |_| "")
        .first(First::Name)
        .if_any()
}

fn until(part: &HandedPart) -> String {
    part.until.as_ref().map(time::day).unwrap_or_default()
}

fn days_late(part: &HandedPart, today: &Date) -> String {
    let until = part.until.as_ref().and_then(Date::day_number);
    let days = until.zip(today.day_number());
    days.map_or_else(String::new, |(until, today)| (today - until).to_string())
}

/// Returns the day of a time stamp.
fn day_of(stamp: &str) -> String {
    time::day(&Date(stamp.chars().take(10).collect()))
}
