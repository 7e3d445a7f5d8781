//! Making and moving the 策定日程: a whole one from a shape, items by 旬, all that comes after one.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// Template of a timetable, without dates: bodies and lanes of items, counted in 旬 from the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TimetableShape {
    /// 会議体, by name and role.
    pub bodies: Vec<(String, String)>,
    /// レーン.
    pub lanes: Vec<ShapeLane>,
    /// The 旬 of the decision, counted from the first.
    pub decision: i32,
}

/// A lane of a shape.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShapeLane {
    /// 見出し.
    pub title: String,
    /// True if it shows the stages.
    pub stages: bool,
    /// Its items.
    pub items: Vec<ShapeItem>,
}

/// An item of a shape.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShapeItem {
    /// Its first 旬, counted from the first of all.
    pub from: i32,
    /// Its last 旬.
    pub to: i32,
    /// The body that meets, by its place in the shape.
    pub body: Option<usize>,
    /// 件名.
    pub title: String,
    /// 議題.
    pub points: Vec<String>,
}

/// Anchor from which a template is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Forward, from its first 旬.
    Start(Jun),
    /// Backwards, from the 旬 of the decision.
    Decision(Jun),
}

impl TimetableShape {
    /// Reads a shape, a line each: `body / title / role`, `lane / title`, `stages / title`, and under a lane
    /// `item / from / to / body / title / point …`, the body by its place among the bodies or `0`. The decision is an item
    /// called `decision` for `item`.
    pub fn read(text: &str) -> Option<Self> {
        let mut shape = Self::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let parts: Vec<_> = line.split('/').map(str::trim).collect();
            match parts.as_slice() {
                ["body", title, role] => {
                    shape.bodies.push((title.to_string(), role.to_string()));
                }
                [kind @ ("lane" | "stages"), title] => shape.lanes.push(ShapeLane {
                    title: title.to_string(),
                    stages: *kind == "stages",
                    items: Vec::new(),
                }),
                [
                    kind @ ("item" | "decision"),
                    from,
                    to,
                    body,
                    title,
                    points @ ..,
                ] => {
                    let body: usize = body.parse().ok()?;
                    let item = ShapeItem {
                        from: from.parse().ok()?,
                        to: to.parse().ok()?,
                        body: body.checked_sub(1),
                        title: title.to_string(),
                        points: points.iter().map(ToString::to_string).collect(),
                    };
                    if *kind == "decision" {
                        shape.decision = item.from;
                    }
                    shape.lanes.last_mut()?.items.push(item);
                }
                _ => return None,
            }
        }
        Some(shape)
    }

    /// The 旬 that its first is, as an index.
    pub fn first(&self, anchor: Anchor) -> i32 {
        match anchor {
            Anchor::Start(jun) => jun.index(),
            Anchor::Decision(jun) => jun.index() - self.decision,
        }
    }
}

/// The 旬 with this index, where the calendar has it (years 1 to 9999).
fn jun(index: i32) -> Result<Jun, Refusal> {
    let there = 36..36 * 10_000;
    match there.contains(&index) {
        true => Ok(Jun::from_index(index)),
        false => Err(Refusal::WrongPlace),
    }
}

/// Adds a timetable of a shape, dated. A body or a lane that is there by its name is not added again.
pub fn add_timetable(
    strategy: &Strategy,
    shape: &TimetableShape,
    anchor: Anchor,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let first = shape.first(anchor);
    let mut draft = Draft::new(strategy);
    let mut bodies = Vec::new();
    for (title, role) in &shape.bodies {
        let there = strategy.bodies.iter().find(|body| body.title == *title);
        bodies.push(match there {
            Some(body) => body.id,
            None => {
                let mut body = Body {
                    id: Id::new(fresh()),
                    title: title.clone(),
                    role: role.clone(),
                    ..Default::default()
                };
                draft.place(&mut body, usize::MAX);
                let id = body.id;
                draft.add(body)?;
                id
            }
        });
    }
    let mut count = 0;
    for shaped in &shape.lanes {
        let there = strategy
            .lanes
            .iter()
            .find(|lane| lane.title == shaped.title && lane.stages == shaped.stages);
        let id = match there {
            Some(lane) => lane.id,
            None => {
                let mut lane = Lane {
                    id: Id::new(fresh()),
                    title: shaped.title.clone(),
                    stages: shaped.stages,
                    ..Default::default()
                };
                draft.place(&mut lane, usize::MAX);
                let id = lane.id;
                draft.add(lane)?;
                id
            }
        };
        for item in &shaped.items {
            let mut item = TimetableItem {
                id: Id::new(fresh()),
                lane: id,
                body: item.body.and_then(|body| bodies.get(body).copied()),
                from: jun(first + item.from)?,
                to: jun(first + item.to)?,
                title: item.title.clone(),
                points: item.points.clone(),
                ..Default::default()
            };
            draft.place(&mut item, usize::MAX);
            draft.add(item)?;
            count += 1;
        }
    }
    draft.finish(EditLabel::to_all(Operation::AddTimetable(count)))
}

/// Moves an item by a number of 旬.
pub fn move_item(strategy: &Strategy, id: Id<TimetableItem>, by: i32) -> Result<Edit, Refusal> {
    let item = strategy.get(id).ok_or(Refusal::NotThere)?;
    put_item(
        strategy,
        id,
        item.lane,
        item.from.index().saturating_add(by),
    )
}

/// Puts an item where its first 旬 is the one with this index, in a lane; it lasts as long as it did.
pub fn put_item(
    strategy: &Strategy,
    id: Id<TimetableItem>,
    lane: Id<Lane>,
    index: i32,
) -> Result<Edit, Refusal> {
    let item = strategy.get(id).ok_or(Refusal::NotThere)?;
    strategy.get(lane).ok_or(Refusal::NotThere)?;
    let by = index.saturating_sub(item.from.index());
    let from = jun(index)?;
    let to = jun(item.to.index().saturating_add(by))?;
    let elsewhere = item.lane != lane;
    let mut after = TimetableItem::clone(item);
    (after.lane, after.from, after.to) = (lane, from, to);
    let mut draft = Draft::new(strategy);
    if elsewhere {
        draft.place(&mut after, usize::MAX);
    }
    let label = EditLabel::to::<TimetableItem>(Operation::Set(Field::When), item.title.clone());
    draft.update(id, |item| *item = after)?;
    draft.finish(label)
}

/// Makes an item longer by a number of 旬; it never becomes shorter than one.
pub fn lengthen_item(strategy: &Strategy, id: Id<TimetableItem>, by: i32) -> Result<Edit, Refusal> {
    let item = strategy.get(id).ok_or(Refusal::NotThere)?;
    let last = item.to.max(item.from).index().saturating_add(by);
    let to = jun(last.max(item.from.index()))?;
    super::set(strategy, id, Field::When, |item| item.to = to)
}

/// Returns the items that move when an item and all later ones are moved: itself, and those that begin in its 旬 or
/// later and are not done. An earlier item stays, even if it still lasts.
pub fn items_from(strategy: &Strategy, id: Id<TimetableItem>) -> Vec<Id<TimetableItem>> {
    let Some(first) = strategy.get(id).map(|item| item.from) else {
        return Vec::new();
    };
    let moved =
        |item: &&std::sync::Arc<TimetableItem>| item.id == id || (!item.done && item.from >= first);
    let items = strategy.timetable.iter().filter(moved);
    items.map(|item| item.id).collect()
}

/// Moves an item and all that comes after it ([`items_from`]) by so many 旬.
pub fn shift_items(strategy: &Strategy, id: Id<TimetableItem>, by: i32) -> Result<Edit, Refusal> {
    let ids = items_from(strategy, id);
    let mut draft = Draft::new(strategy);
    for id in &ids {
        let item = strategy.get(*id).ok_or(Refusal::NotThere)?;
        let from = jun(item.from.index().saturating_add(by))?;
        let to = jun(item.to.index().saturating_add(by))?;
        draft.update(*id, |item| (item.from, item.to) = (from, to))?;
    }
    let moved = Operation::Bulk(Field::When, ids.len());
    draft.finish(EditLabel::to::<TimetableItem>(moved, ""))
}
