//! 付け替え: which frameworks of a strategy have been superseded, and which new item may take the place of an old one.
//!
//! - S1 A framework is known by its items, those under others (I72) left out: it is the published one whose item titles it shares, three
//!   in four. A title with a misprint is shared still.
//! - S2 It is superseded where a published framework took its place, itself or by others; the next one says when, the newest
//!   what to go by now. It is told where something answers to it, or where the strategy has nothing newer.
//! - S3 An item is proposed for another only where their titles have much in common; what has nothing in common is left to a
//!   person. Only the same title is certain.

use super::coverage::answered;
use super::item_heads::ItemHeads;
use super::search::fold;
use strategy::*;

/// A published framework, as far as succession asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its id.
    pub id: String,
    /// The titles of its items.
    pub titles: Vec<String>,
    /// Those it took the place of.
    pub supersedes: Vec<String>,
}

/// A published framework of those that took the place of one another, known without its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// As succession knows it.
    pub published: Published,
    /// 名称.
    pub title: String,
    /// The day it was decided.
    pub decided_on: Date,
}

/// Those that took the place of one another, newest first: what of `public/frameworks/` is known before anything is fetched.
/// A line each, parted by tabs: its name, the day, those it took the place of, 名称, the titles of its items. A test writes it.
const FOLLOWED: &str = include_str!("superseded.txt");

/// The published frameworks that took the place of one another, newest first.
pub fn followed() -> Vec<Followed> {
    let one = |line: &str| {
        let mut parts = line.split('\t');
        let id = parts.next()?.to_owned();
        let decided_on = Date(parts.next()?.to_owned());
        let supersedes = parts.next()?.split_whitespace().map(str::to_owned);
        let supersedes = supersedes.collect();
        let title = parts.next()?.to_owned();
        let titles = parts.map(str::to_owned).collect();
        Some(Followed {
            published: Published {
                id,
                titles,
                supersedes,
            },
            title,
            decided_on,
        })
    };
    FOLLOWED.lines().filter_map(one).collect()
}

/// A framework of a strategy that was superseded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superseded {
    /// The framework.
    pub framework: Id<Framework>,
    /// The published one that took its place, by its place.
    pub next: usize,
    /// The one in force, by its place: that one, or what took its place in turn.
    pub by: usize,
}

/// Possible replacement of an old item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The old item, something answers to it.
    pub old: Id<FrameworkItem>,
    /// The new one; `None`: none is like it.
    pub new: Option<Id<FrameworkItem>>,
    /// True if both have the same title.
    pub certain: bool,
}

fn folded(title: &str) -> String {
    let mut folded = fold(title);
    folded.retain(|c| c.is_alphanumeric());
    folded
}

/// Returns the place of the published framework that one of a strategy is (S1).
pub fn published_as(
    strategy: &Strategy,
    framework: Id<Framework>,
    published: &[Published],
) -> Option<usize> {
    let items = ItemHeads::of(strategy).tops(strategy.framework_items.under(framework));
    let own = sort::set(items.iter().map(|item| folded(&item.title)));
    let is_own = |title: &str| {
        let title = folded(title);
        own.contains(&title) || own.iter().any(|one| likeness(one, &title) >= MISPRINTED)
    };
    let shared = |one: &Published| one.titles.iter().filter(|title| is_own(title)).count();
    let known = published.iter().enumerate().filter(|(_, one)| {
        let all = one.titles.len().max(own.len());
        all > 0 && shared(one) * 4 >= all * 3
    });
    known.max_by_key(|(_, one)| shared(one)).map(|(at, _)| at)
}

/// Returns the first framework of a strategy that is the published one at a place (S1).
pub fn plan_has(strategy: &Strategy, at: usize, published: &[Published]) -> Option<Id<Framework>> {
    let mut all = strategy.frameworks.sorted().into_iter();
    all.find(|one| published_as(strategy, one.id, published) == Some(at))
        .map(|one| one.id)
}

/// Returns the framework of a strategy that is the published one at a place, if it has no items under others.
pub fn without_targets(
    strategy: &Strategy,
    at: usize,
    published: &[Published],
) -> Option<Id<Framework>> {
    let own = plan_has(strategy, at, published)?;
    let items = strategy.framework_items.under(own);
    let tops = ItemHeads::of(strategy).tops(items.clone()).len();
    (tops == items.len()).then_some(own)
}

/// Every framework of a strategy that was superseded and is to be told (S2).
pub fn superseded(strategy: &Strategy, published: &[Published]) -> Vec<Superseded> {
    let answered = sort::set(answered(strategy));
    let all = strategy.frameworks.sorted().into_iter();
    let known = all.filter_map(|framework| {
        let at = published_as(strategy, framework.id, published)?;
        Some((framework.id, at))
    });
    let known: Vec<(Id<Framework>, usize)> = known.collect();
    let told = known.iter().filter_map(|(framework, at)| {
        let followers = followers(*at, published);
        let (next, by) = (*followers.first()?, *followers.last()?);
        let items = strategy.framework_items.under(*framework);
        let is_used = items.iter().any(|item| answered.contains(&item.id));
        let has_newer = known.iter().any(|(_, other)| followers.contains(other));
        (is_used || !has_newer).then_some(Superseded {
            framework: *framework,
            next,
            by,
        })
    });
    told.collect()
}

/// Returns the successors of a published framework, as far as they are known: the next, then its own next.
fn followers(at: usize, published: &[Published]) -> Vec<usize> {
    let mut followers = Vec::new();
    let mut newest = at;
    // No framework can follow itself, however the data stands: there are no more steps than frameworks.
    for _ in published {
        let id = &published[newest].id;
        let Some(next) = published.iter().position(|one| one.supersedes.contains(id)) else {
            break;
        };
        followers.push(next);
        newest = next;
    }
    followers
}

/// Returns a possible replacement for each item of an old framework that something answers to (S3).
pub fn replacements(
    strategy: &Strategy,
    old: Id<Framework>,
    new: Id<Framework>,
) -> Vec<Replacement> {
    let answered = sort::set(answered(strategy));
    let candidates = strategy.framework_items.under(new);
    let items = strategy.framework_items.under(old).into_iter();
    items
        .filter(|item| answered.contains(&item.id))
        .map(|item| {
            let title = folded(&item.title);
            let likeness = |other: &FrameworkItem| likeness(&title, &folded(&other.title));
            let best = candidates.iter().max_by_key(|other| likeness(other));
            let best = best.filter(|other| likeness(other) >= LIKE);
            Replacement {
                old: item.id,
                new: best.map(|other| other.id),
                certain: best.is_some_and(|other| folded(&other.title) == title),
            }
        })
        .collect()
}

/// From this likeness on, in percent, an item is proposed.
const LIKE: usize = 30;

/// From this likeness on, in percent, a title is another one misprinted.
const MISPRINTED: usize = 80;

/// Returns the likeness of two titles: the pairs of characters they share, in percent (Dice's coefficient).
fn likeness(a: &str, b: &str) -> usize {
    let pairs = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        sort::set(chars.windows(2).map(|pair| (pair[0], pair[1])))
    };
    let (a, b) = (pairs(a), pairs(b));
    match a.len() + b.len() {
        0 => 0,
        all => a.intersection(&b).count() * 200 / all,
    }
}
