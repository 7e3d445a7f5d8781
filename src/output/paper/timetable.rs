//! 日程: a row for each 旬 and a column for each lane; longer items continue as bars. Then the bodies that take part.

use std::sync::Arc;

use super::layout::Paper;
use super::report_data::ReportData;
use crate::site::is_public;
use ::words::{Word, paper as words, timetable};
use format::document::{Bar, Block, Cell, Column, First, RecordTable, Row, Table, TableForm};
use insight::timetable_span;
use strategy::record::Field;
use strategy::*;

/// Returns the timetable of the drafting.
pub fn timetable(data: &ReportData) -> Paper {
    let mut blocks = vec![Block::title(words::timetable_title(
        &data.strategy.about().title,
    ))];
    blocks.extend(schedule(data, Readers::Office));
    Paper::new(vec![blocks], false, data.scale)
}

/// Readers of the printed timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// The office: everything is printed.
    Office,
    /// The public: only those fields of members are printed that the office chose to publish.
    Everybody,
}

/// Returns the table, the bodies, and their members.
pub fn schedule(data: &ReportData, readers: Readers) -> Vec<Block> {
    let s = data.strategy;
    let mut blocks = Vec::new();
    if let Some((first, last)) = timetable_span(s) {
        blocks.push(Block::heading(words::schedule()));
        let choices = s.about().publishing.clone().unwrap_or_default();
        let owner = &TimetableItem::owner.field;
        let owners = readers == Readers::Office || is_public(&choices, owner);
        blocks.push(Block::Table(table(s, first, last, owners)));
    }
    let bodies = s.bodies.sorted();
    if !bodies.is_empty() {
        blocks.push(Block::heading(timetable::bodies()));
        let table = RecordTable::of(&bodies)
            .text("", 90, |body| body.title.clone())
            .text("", 0, |body| body.role.clone())
            .first(First::Name);
        blocks.push(table.block());
    }
    blocks.extend(members(&bodies, &s.about(), readers));
    blocks
}

/// Returns the members of all bodies, under the names of the bodies.
fn members(bodies: &[&Arc<Body>], about: &About, readers: Readers) -> Vec<Block> {
    let choices = about.publishing.clone().unwrap_or_default();
    let shown = |field: &Field| readers == Readers::Office || is_public(&choices, field);
    let mut rows = Vec::new();
    if shown(&Body::members.field) {
        for body in bodies.iter().filter(|body| !body.members.is_empty()) {
            rows.push(Row::group(body.title.clone(), 3));
            rows.extend(body.members.iter().map(|member| {
                let name = match shown(&BodyMember::name.field) {
                    true => member.name.clone(),
                    false => String::new(),
                };
                let (role, organisation) = (member.role.clone(), member.organisation.clone());
                Row::of([role.into(), name.into(), organisation.into()])
            }));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(timetable::member_role(), 40),
        Column::text(timetable::member_name(), 50),
        Column::text(timetable::member_organisation(), 0),
    ];
    vec![
        Block::heading(timetable::members_none()),
        Block::table(columns, rows),
    ]
}

/// Returns the table of these 旬. `owners`: with 担当.
fn table(s: &Strategy, first: i32, last: i32, owners: bool) -> Table {
    let lanes = s.lanes.sorted();
    let mut columns = vec![Column::text(timetable::when(), 15), Column::text("", 12)];
    let stage = |lane: &Lane| if lane.stages { 26 } else { 0 };
    columns.extend(
        lanes
            .iter()
            .map(|lane| Column::text(lane.title.clone(), stage(lane))),
    );
    let row = |index: i32| {
        let jun = Jun::from_index(index);
        let begins = index.rem_euclid(3) == 0;
        let mut cells = Vec::new();
        if begins {
            cells.push(Cell::from(timetable::month(jun)).down(2));
        }
        cells.push(jun.third.word().into());
        cells.extend(lanes.iter().map(|lane| cell(s, lane, index, owners)));
        Row {
            cells,
            skip: usize::from(!begins),
            tied: !begins,
            ..Row::default()
        }
    };
    Table {
        columns,
        rows: (first..=last).map(row).collect(),
        form: TableForm::Timetable,
        ..Table::default()
    }
}

fn cell(s: &Strategy, lane: &Lane, index: i32, owners: bool) -> Cell {
    let items = s.timetable.under(lane.id);
    let begins = items.iter().filter(|item| item.from.index() == index);
    let lines: Vec<_> = begins
        .map(|item| {
            let owner = timetable::owner_of(&item.owner).filter(|_| owners);
            let points = item.points.iter().map(words::bullet);
            let points: Vec<_> = owner
                .into_iter()
                .chain(points)
                .chain(timetable::handouts_of(&item.handouts))
                .collect();
            (
                words::planned_item(&item.title, item.done),
                points.join("\n"),
            )
        })
        .collect();
    let runs = |item: &&Arc<TimetableItem>| item.from.index() < index && index <= item.to.index();
    let lasts = items
        .iter()
        .any(|item| item.to.index() > index && item.from.index() <= index);
    let bar = match (items.iter().any(&runs), lasts, lines.is_empty()) {
        (true, true, true) => Some(Bar::Middle),
        (true, false, true) => Some(Bar::End),
        (_, true, false) => Some(Bar::Begin),
        (_, false, false) => Some(Bar::Whole),
        _ => None,
    };
    let stage = items.iter().find(|item| lane.stages && runs(item));
    let (text, note) = match lines.as_slice() {
        // The name of a stage is repeated every month.
        [] if index.rem_euclid(3) == 0 => (
            stage.map(|item| item.title.clone()).unwrap_or_default(),
            String::new(),
        ),
        [(title, points)] => (title.clone(), points.clone()),
        several => {
            let lines = several.iter().map(|(title, points)| match points.as_str() {
                "" => title.clone(),
                points => format!("{title}\n{points}"),
            });
            (lines.collect::<Vec<_>>().join("\n"), String::new())
        }
    };
    Cell {
        bar,
        ..Cell::noted(text, note)
    }
}
