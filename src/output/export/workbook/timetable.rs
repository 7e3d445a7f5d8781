//! 日程: a row for each item, lane by lane.

use super::draft::{SheetDraft, head};
use ::words::model::kind;
use ::words::workbook as words;
use ::words::{Say, Word};
use format::workbook::{Cell, Row, RowKind, Sheet};
use strategy::*;

/// Returns the sheet; `None` if there are no items.
pub fn sheet(s: &Strategy) -> Option<Sheet> {
    let lanes = s.lanes.sorted().into_iter();
    SheetDraft {
        plan: &s.about().title,
        name: words::timetable(),
        note: String::new(),
        heads: vec![
            (kind(Kind::Lane).to_owned(), 20),
            head(&TimetableItem::from.field, 14),
            head(&TimetableItem::to.field, 14),
            head(&TimetableItem::body.field, 24),
            head(&TimetableItem::title.field, 32),
            head(&TimetableItem::owner.field, 16),
            head(&TimetableItem::points.field, 48),
            head(&TimetableItem::handouts.field, 32),
            head(&TimetableItem::done.field, 6),
        ],
        frozen: 1,
        rows: lanes.flat_map(|lane| of_lane(s, lane)).collect(),
    }
    .sheet()
}

fn of_lane(s: &Strategy, lane: &Lane) -> Vec<Row> {
    let items = s.timetable.under(lane.id).into_iter();
    items.map(|item| row(s, lane, item)).collect()
}

fn row(s: &Strategy, lane: &Lane, item: &TimetableItem) -> Row {
    let body = item.body.and_then(|id| s.get(id));
    let handouts: Vec<_> = item.handouts.iter().map(|one| one.title.as_str()).collect();
    let done = match item.done {
        true => TimetableItem::done.field.word(),
        false => "",
    };
    let cells = [
        lane.title.as_str(),
        &item.from.say(),
        &item.to.say(),
        body.map_or("", |body| body.title.as_str()),
        &item.title,
        &item.owner,
        &item.points.join("\n"),
        &handouts.join("\n"),
        done,
    ]
    .map(Cell::text);
    Row::new(RowKind::Body, cells)
}
