//! The board of ideas: put together by hand, by goal, by kind or by table.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::search::fold;
use strategy::*;

/// By what the ideas are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// By hand.
    Theme,
    /// By goal.
    Goal,
    /// By kind.
    Kind,
    /// By table.
    Table,
}

/// Subject of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardSubject {
    /// A theme that was grouped by hand; empty: ideas without one.
    Theme(String),
    /// A goal; none: a free board.
    Goal(Option<Id<Goal>>),
    /// A kind.
    Kind(IdeaKind),
    /// A table; empty: none is named.
    Table(String),
}

/// Columns in order, each with its ideas; every idea that was not merged into another is in one.
pub type Board = Vec<(BoardSubject, Vec<Id<Idea>>)>;

/// The ideas of a session that were not merged into others, in order.
pub fn heads(strategy: &Strategy, session: Id<Session>) -> Vec<&Arc<Idea>> {
    let all = strategy.ideas.sorted().into_iter();
    all.filter(|one| one.session == Some(session) && one.merged.is_none())
        .collect()
}

/// Returns the number of ideas of a session, without those that were merged.
pub fn how_many(strategy: &Strategy, session: Id<Session>) -> usize {
    let all = strategy.ideas.iter();
    all.filter(|one| one.session == Some(session) && one.merged.is_none())
        .count()
}

/// The ideas that were merged into one, in order.
pub fn merged_with(strategy: &Strategy, head: Id<Idea>) -> Vec<&Arc<Idea>> {
    let mut with: Vec<_> = strategy
        .ideas
        .iter()
        .filter(|one| one.merged == Some(head))
        .collect();
    sort::by_key(&mut with, |one| (one.order.clone(), one.id));
    with
}

/// A group of ideas that were put together by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Number of its ideas.
    pub count: usize,
    /// Texts of the first of them.
    pub first: Vec<String>,
}

/// Number of ideas that a theme quotes.
const QUOTED: usize = 2;

/// Returns the groups that were named by hand, the largest first.
pub fn themes(strategy: &Strategy, session: Id<Session>) -> Vec<Theme> {
    let columns = board(strategy, session, Grouping::Theme).into_iter();
    let theme = |(column, ideas): (BoardSubject, Vec<Id<Idea>>)| match column {
        BoardSubject::Theme(name) if !name.is_empty() => {
            let first = ideas.iter().filter_map(|id| strategy.get(*id));
            let first = first.map(|one| one.text.clone()).take(QUOTED);
            Some(Theme {
                name,
                count: ideas.len(),
                first: first.collect(),
            })
        }
        _ => None,
    };
    let mut all: Vec<Theme> = columns.filter_map(theme).collect();
    sort::by_key(&mut all, |one| std::cmp::Reverse(one.count));
    all
}

/// Returns groups of ideas of a session that say the same (W33), the first of each group first.
pub fn same_texts(strategy: &Strategy, session: Id<Session>) -> Vec<Vec<Id<Idea>>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Id<Idea>>> = Vec::new();
    for idea in heads(strategy, session) {
        let mut text = fold(&idea.text);
        text.retain(char::is_alphanumeric);
        if text.is_empty() {
            continue;
        }
        match places.get(&text) {
            Some(at) => groups[*at].push(idea.id),
            None => {
                places.insert(text, groups.len());
                groups.push(vec![idea.id]);
            }
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Returns the ideas merged into each idea, in order, to look up many ideas.
pub fn merged_by_head(strategy: &Strategy) -> BTreeMap<Id<Idea>, Vec<Id<Idea>>> {
    let mut by_head: BTreeMap<Id<Idea>, Vec<&Arc<Idea>>> = BTreeMap::new();
    for idea in strategy.ideas.iter() {
        if let Some(head) = idea.merged {
            by_head.entry(head).or_default().push(idea);
        }
    }
    let in_order = |mut with: Vec<&Arc<Idea>>| {
        sort::by_key(&mut with, |one| (one.order.clone(), one.id));
        with.into_iter().map(|one| one.id).collect()
    };
    let all = by_head.into_iter();
    all.map(|(head, with)| (head, in_order(with))).collect()
}

/// Puts the ideas of a session into columns.
pub fn board(strategy: &Strategy, session: Id<Session>, by: Grouping) -> Board {
    let heads = heads(strategy, session);
    match by {
        Grouping::Theme => named(&heads, |idea| &idea.theme, BoardSubject::Theme),
        Grouping::Table => named(&heads, |idea| &idea.table, BoardSubject::Table),
        Grouping::Goal => {
            let chosen = strategy.get(session).map(|one| one.goals.clone());
            let chosen = chosen.unwrap_or_default();
            let is_used = |id: Id<Goal>| heads.iter().any(|idea| idea.goal == Some(id));
            let goals = strategy.goals.sorted().into_iter().map(|goal| goal.id);
            let goals = goals.filter(|id| chosen.contains(id) || is_used(*id));
            let columns = goals.map(Some).chain([None]);
            let column = |goal| {
                (
                    BoardSubject::Goal(goal),
                    ids(&heads, |idea| idea.goal == goal),
                )
            };
            columns.map(column).collect()
        }
        Grouping::Kind => {
            let column = |kind: &IdeaKind| {
                let of_kind = ids(&heads, |idea| idea.kind == *kind);
                (BoardSubject::Kind(*kind), of_kind)
            };
            IdeaKind::ALL.iter().map(column).collect()
        }
    }
}

fn ids(heads: &[&Arc<Idea>], is_in: impl Fn(&Idea) -> bool) -> Vec<Id<Idea>> {
    let within = heads.iter().filter(|idea| is_in(idea));
    within.map(|idea| idea.id).collect()
}

/// Groups ideas by a name; those without one come first.
fn named(
    heads: &[&Arc<Idea>],
    name: impl Fn(&Idea) -> &String,
    column: impl Fn(String) -> BoardSubject,
) -> Board {
    let mut columns: BTreeMap<&String, Vec<Id<Idea>>> = BTreeMap::new();
    let none = String::new();
    columns.insert(&none, Vec::new());
    for idea in heads {
        columns.entry(name(idea)).or_default().push(idea.id);
    }
    let columns = columns.into_iter();
    columns
        .map(|(name, ideas)| (column(name.clone()), ideas))
        .collect()
}
