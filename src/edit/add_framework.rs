//! Adding a whole framework, and moving what answers to an old one to a new one.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// Adds a framework with its items, behind those there are. The ids and the order of all of them are given here.
pub fn add_framework(
    strategy: &Strategy,
    mut framework: Framework,
    items: Vec<FrameworkItem>,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    framework.id = Id::new(fresh());
    draft.place(&mut framework, usize::MAX);
    let (id, title) = (framework.id, framework.title.clone());
    draft.add(framework)?;
    for (at, mut item) in items.into_iter().enumerate() {
        item.id = Id::new(fresh());
        item.framework = id;
        item.order = Order::nth(at);
        draft.add(item)?;
    }
    draft.finish(EditLabel::to::<Framework>(Operation::Add, title.as_str()))
}

/// Adds those items under a framework whose number it does not have yet, behind the items there are.
pub fn add_under(
    strategy: &Strategy,
    framework: Id<Framework>,
    under: impl IntoIterator<Item = FrameworkItem>,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let there = strategy.framework_items.under(framework);
    let there = sort::set(there.iter().map(|one| half_width(one.number.trim())));
    let mut draft = Draft::new(strategy);
    for mut item in under {
        if there.contains(&item.number) {
            continue;
        }
        item.id = Id::new(fresh());
        item.framework = framework;
        draft.place(&mut item, usize::MAX);
        draft.add(item)?;
    }
    let title = strategy.get(framework).map(|one| one.title.clone());
    draft.finish(EditLabel::to::<Framework>(
        Operation::Add,
        title.unwrap_or_default().as_str(),
    ))
}

/// Adds items that a person took from a source under a framework, those left out whose title it has, and keeps the source
/// with the framework (E97).
pub fn add_listed(
    strategy: &Strategy,
    framework: Id<Framework>,
    items: Vec<FrameworkItem>,
    source: &str,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let there = titles(strategy, framework);
    let mut draft = Draft::new(strategy);
    let new = items.into_iter();
    let new: Vec<_> = new
        .filter(|one| !there.contains(&plain(&one.title)))
        .collect();
    if new.is_empty() {
        return Err(Refusal::Nothing);
    }
    for mut item in new {
        item.id = Id::new(fresh());
        item.framework = framework;
        draft.place(&mut item, usize::MAX);
        draft.add(item)?;
    }
    draft.update(framework, |framework| {
        let is_kept = framework.source.lines().any(|line| line == source);
        if !source.is_empty() && !is_kept {
            let old = std::mem::take(&mut framework.source);
            let lines = old.lines().chain([source]).collect::<Vec<_>>();
            framework.source = lines.join("\n");
        }
    })?;
    let title = strategy.get(framework).map(|one| one.title.clone());
    draft.finish(EditLabel::to::<Framework>(
        Operation::Add,
        title.unwrap_or_default().as_str(),
    ))
}

/// A plan that holds a framework alone, with its items and its source: the file by which another town takes it.
pub fn framework_alone(strategy: &Strategy, id: Id<Framework>) -> Option<Strategy> {
    let framework = strategy.get(id)?;
    let mut alone = Strategy::default();
    alone.about.insert(About {
        title: framework.title.clone(),
        ..About::default()
    });
    alone.frameworks.insert(Framework::clone(framework));
    for item in strategy.framework_items.under(id) {
        alone.framework_items.insert(FrameworkItem::clone(item));
    }
    Some(alone)
}

/// A framework of another file, and what it would add here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameworkOffer {
    /// The framework there.
    pub id: Id<Framework>,
    /// Its name.
    pub title: String,
    /// Its source.
    pub source: String,
    /// Number of its items.
    pub items: usize,
    /// The framework of the same name here.
    pub own: Option<Id<Framework>>,
    /// Number of items that are not here.
    pub new: usize,
}

/// The frameworks of another file, in its order (E101).
pub fn offered_frameworks(strategy: &Strategy, other: &Strategy) -> Vec<FrameworkOffer> {
    let offer = |one: &std::sync::Arc<Framework>| {
        let own = namesake(strategy, &one.title);
        let there = own.map(|id| titles(strategy, id)).unwrap_or_default();
        let items = other.framework_items.under(one.id);
        let is_new = |item: &&&std::sync::Arc<FrameworkItem>| !there.contains(&plain(&item.title));
        FrameworkOffer {
            id: one.id,
            title: one.title.clone(),
            source: one.source.clone(),
            items: items.len(),
            own,
            new: items.iter().filter(is_new).count(),
        }
    };
    other.frameworks.sorted().into_iter().map(offer).collect()
}

/// Takes a framework of another file: whole, or of one that is here by its name the items that are not; nothing that is here
/// changes (E101).
pub fn take_framework(
    strategy: &Strategy,
    other: &Strategy,
    id: Id<Framework>,
    fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let framework = other.get(id).ok_or(Refusal::NotThere)?;
    let items = other.framework_items.under(id).into_iter();
    let items = items.map(|item| FrameworkItem::clone(item)).collect();
    match namesake(strategy, &framework.title) {
        Some(own) => add_listed(strategy, own, items, &framework.source, fresh),
        None => add_framework(strategy, Framework::clone(framework), items, fresh),
    }
}

/// A title by which two are the same.
fn plain(title: &str) -> String {
    half_width(title.trim())
}

fn namesake(strategy: &Strategy, title: &str) -> Option<Id<Framework>> {
    let mut all = strategy.frameworks.sorted().into_iter();
    all.find(|one| plain(&one.title) == plain(title))
        .map(|one| one.id)
}

fn titles(strategy: &Strategy, id: Id<Framework>) -> std::collections::BTreeSet<String> {
    let all = strategy.framework_items.under(id);
    sort::set(all.iter().map(|one| plain(&one.title)))
}

/// 付け替え: whatever answers to the first item of a pair answers to the second instead, in the first's place.
pub fn realign(
    strategy: &Strategy,
    pairs: &[(Id<FrameworkItem>, Id<FrameworkItem>)],
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let mut count = 0;
    for goal in strategy.goals.iter() {
        if let Some(aligned) = moved(&goal.aligned, pairs) {
            draft.update(goal.id, |goal| goal.aligned = aligned)?;
            count += 1;
        }
    }
    for measure in strategy.measures.iter() {
        if let Some(aligned) = moved(&measure.aligned, pairs) {
            draft.update(measure.id, |measure| measure.aligned = aligned)?;
            count += 1;
        }
    }
    for initiative in strategy.initiatives.iter() {
        if let Some(aligned) = moved(&initiative.aligned, pairs) {
            draft.update(initiative.id, |initiative| initiative.aligned = aligned)?;
            count += 1;
        }
    }
    draft.finish(EditLabel::to_all(Operation::Bulk(Field::Aligned, count)))
}

/// The items after the move, each once; `None`: none of them moves.
fn moved(
    aligned: &[Id<FrameworkItem>],
    pairs: &[(Id<FrameworkItem>, Id<FrameworkItem>)],
) -> Option<Vec<Id<FrameworkItem>>> {
    let new = |item: &Id<FrameworkItem>| {
        let pair = pairs.iter().find(|(old, _)| old == item);
        pair.map(|(_, new)| *new)
    };
    if !aligned.iter().any(|item| new(item).is_some()) {
        return None;
    }
    let mut all = Vec::new();
    for item in aligned {
        let item = new(item).unwrap_or(*item);
        if !all.contains(&item) {
            all.push(item);
        }
    }
    Some(all)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{empty_goal, empty_measure};

    fn item(title: &str) -> FrameworkItem {
        FrameworkItem {
            title: title.to_owned(),
            ..FrameworkItem::default()
        }
    }

    fn with(title: &str, s: &mut Strategy, last: &mut u64) -> Vec<Id<FrameworkItem>> {
        let framework = Framework {
            title: title.to_owned(),
            ..Framework::default()
        };
        let edit = add_framework(s, framework, vec![item("一"), item("二")], || {
            *last += 1;
            *last
        });
        edit.unwrap().apply(s).unwrap();
        let framework = s.frameworks.sorted().last().unwrap().id;
        let items = s.framework_items.under(framework);
        items.into_iter().map(|item| item.id).collect()
    }

    #[test]
    fn e97_a_pasted_list_adds_what_is_new_with_its_source_in_one_step() {
        let mut s = Strategy::default();
        let mut last = 0;
        with("国", &mut s, &mut last);
        let framework = s.frameworks.sorted()[0].id;
        let before = s.clone();
        let items = || vec![item("二"), item("三")];
        let source = "内閣官房 総合戦略（令和8年1月5日確認）";
        let mut fresh = || {
            last += 1;
            last
        };
        let edit = add_listed(&s, framework, items(), source, &mut fresh).unwrap();
        edit.apply(&mut s).unwrap();
        let titles: Vec<_> = s
            .framework_items
            .under(framework)
            .into_iter()
            .map(|one| one.title.clone())
            .collect();
        assert_eq!(titles, ["一", "二", "三"]);
        assert_eq!(s.get(framework).unwrap().source, source);
        assert_eq!(
            add_listed(&s, framework, items(), source, &mut fresh),
            Err(Refusal::Nothing)
        );
        edit.reverse().apply(&mut s).unwrap();
        assert_eq!(s, before);
    }

    #[test]
    fn what_answered_to_the_old_answers_to_the_new_and_one_undo_takes_it_back() {
        let mut s = Strategy::default();
        let mut last = 0;
        let old = with("旧", &mut s, &mut last);
        let new = with("新", &mut s, &mut last);
        s.goals.insert(Goal {
            aligned: vec![old[0], old[1], new[0]],
            ..empty_goal(Id::new(90), GoalKind::Basic)
        });
        s.measures.insert(Measure {
            aligned: vec![old[1]],
            ..empty_measure(Id::new(91), Id::new(90), None)
        });
        let before = s.clone();
        let edit = realign(&s, &[(old[0], new[0])]).unwrap();
        edit.apply(&mut s).unwrap();
        assert_eq!(
            s.get(Id::<Goal>::new(90)).unwrap().aligned,
            [new[0], old[1]]
        );
        assert_eq!(s.get(Id::<Measure>::new(91)).unwrap().aligned, [old[1]]);
        edit.reverse().apply(&mut s).unwrap();
        assert_eq!(s, before);
    }
}
