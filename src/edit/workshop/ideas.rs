//! Ideas: coming in, rewritten, put together.

use super::super::{Draft, Edit, EditLabel, Field, Operation, Refusal, Titled};
use super::gather::sorted;
use strategy::*;

/// An idea that comes in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewIdea {
    /// Its text.
    pub text: String,
    /// Kind of contribution.
    pub kind: IdeaKind,
    /// Its source.
    pub source: IdeaSource,
    /// The goal it speaks to.
    pub goal: Option<Id<Goal>>,
    /// The indicator it speaks to.
    pub indicator: Option<Id<Indicator>>,
    /// The table.
    pub table: String,
    /// Stickers on it.
    pub votes: u32,
}

/// When ideas come in.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The session.
    pub session: Option<Id<Session>>,
    /// The day.
    pub date: Date,
    /// The moment, in milliseconds since 1970.
    pub written: i64,
}

/// Adds ideas, in the order of the moments they came in, in one step (W9).
pub fn add_ideas(
    strategy: &Strategy,
    new: Vec<NewIdea>,
    arrival: &Arrival,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let new = new.into_iter().filter(|one| !one.text.trim().is_empty());
    let mut first = None;
    let mut count = 0;
    for one in new {
        let id = Id::new(fresh());
        // Those of one text in its order; a millisecond more is nothing to a person.
        let written = arrival.written.saturating_add(count as i64);
        first.get_or_insert_with(|| one.text.clone());
        count += 1;
        draft.add(Idea {
            id,
            order: Order::at(written),
            text: one.text.trim().to_owned(),
            written,
            kind: one.kind,
            source: one.source,
            session: arrival.session,
            goal: one.goal,
            indicator: one.indicator,
            table: one.table,
            date: Some(arrival.date.clone()),
            votes: one.votes,
            ..Idea::default()
        })?;
    }
    draft.finish(match (count, first) {
        (1, Some(text)) => EditLabel::to::<Idea>(Operation::Add, text),
        _ => EditLabel::to_all(Operation::AddIdeas(count)),
    })
}

/// Changes what an idea says, of what kind it is or what it speaks to; the words before stay beside it (W3).
pub fn rewrite_idea(
    strategy: &Strategy,
    id: Id<Idea>,
    field: Field,
    now: i64,
    change: impl FnOnce(&mut Idea),
) -> Result<Edit, Refusal> {
    super::super::set(strategy, id, field, |idea| {
        let before = idea.clone();
        change(idea);
        if *idea != before {
            idea.written = now.max(before.written.saturating_add(1));
            let texts = before.wordings.iter().chain([&before.text]).cloned();
            let others = texts.filter(|text| *text != idea.text);
            idea.wordings = sorted(others);
        }
    })
}

/// Puts ideas under one heading; an empty one takes them out of theirs.
pub fn move_to_theme(
    strategy: &Strategy,
    ideas: &[Id<Idea>],
    theme: &str,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    for id in ideas {
        draft.update(*id, |idea| theme.trim().clone_into(&mut idea.theme))?;
    }
    let title = ideas.first().and_then(|id| strategy.get(*id));
    let title = title.map(|idea| idea.title_text()).unwrap_or_default();
    let field = Field::of("theme", None);
    draft.finish(match ideas.len() {
        1 => EditLabel::to::<Idea>(Operation::Set(field), title),
        count => EditLabel::to::<Idea>(Operation::Bulk(field, count), title),
    })
}

/// Merges an idea with another that says the same; what was merged with the first goes with it (W8).
pub fn merge_ideas(strategy: &Strategy, id: Id<Idea>, into: Id<Idea>) -> Result<Edit, Refusal> {
    merge_all(strategy, &[id], into)
}

/// Merges ideas that say the same into the first of them, in one step (W8).
pub fn merge_group(strategy: &Strategy, group: &[Id<Idea>]) -> Result<Edit, Refusal> {
    let (first, others) = group.split_first().ok_or(Refusal::Nothing)?;
    merge_all(strategy, others, *first)
}

fn merge_all(strategy: &Strategy, ids: &[Id<Idea>], into: Id<Idea>) -> Result<Edit, Refusal> {
    let head = strategy.get(into).ok_or(Refusal::NotThere)?;
    let head = head.merged.unwrap_or(into);
    let mut draft = Draft::new(strategy);
    for id in ids {
        strategy.get(*id).ok_or(Refusal::NotThere)?;
        if head == *id {
            return Err(Refusal::WrongPlace);
        }
        let all = strategy.ideas.iter();
        for one in all.filter(|one| one.id == *id || one.merged == Some(*id)) {
            draft.update(one.id, |one| one.merged = Some(head))?;
        }
    }
    let title = ids.first().and_then(|id| strategy.get(*id));
    let title = title.map(|idea| idea.title_text()).unwrap_or_default();
    let field = Field::of("merged", None);
    draft.finish(match ids.len() {
        1 => EditLabel::to::<Idea>(Operation::Set(field), title),
        count => EditLabel::to::<Idea>(Operation::Bulk(field, count), title),
    })
}

/// Takes an idea out of the one it was merged with.
pub fn part_idea(strategy: &Strategy, id: Id<Idea>) -> Result<Edit, Refusal> {
    let field = Field::of("merged", None);
    super::super::set(strategy, id, field, |idea| idea.merged = None)
}
