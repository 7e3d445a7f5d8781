//! Adding a whole framework, and moving what answers to an old one to a new one.

use super::{Draft, Edit, EditLabel, Field, Operation, Refusal, empty_framework, empty_item};
use strategy::*;

/// A framework to be added, with its items.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewFramework {
    /// Kind of framework.
    pub kind: FrameworkKind,
    /// 名称.
    pub title: String,
    /// 出典.
    pub source: String,
    /// 説明.
    pub text: String,
    /// Its items, in order.
    pub items: Vec<NewFrameworkItem>,
}

/// An item of a framework to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewFrameworkItem {
    /// 基本 or 横断.
    pub kind: GoalKind,
    /// Number as printed.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 副題.
    pub subtitle: String,
}

/// Adds a framework with its items, behind those there are.
pub fn add_framework(
    strategy: &Strategy,
    new: &NewFramework,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let mut framework = Framework {
        kind: new.kind,
        title: new.title.clone(),
        source: new.source.clone(),
        text: new.text.clone(),
        ..empty_framework(Id::new(fresh()))
    };
    draft.place(&mut framework, usize::MAX);
    let id = framework.id;
    draft.add(framework)?;
    for (at, one) in new.items.iter().enumerate() {
        draft.add(FrameworkItem {
            order: Order::nth(at),
            number: one.number.clone(),
            title: one.title.clone(),
            subtitle: one.subtitle.clone(),
            ..empty_item(Id::new(fresh()), id, one.kind)
        })?;
    }
    draft.finish(EditLabel::to::<Framework>(
        Operation::Add,
        new.title.as_str(),
    ))
}

/// Adds what stands under the items of a framework and is not there: each behind the item of its number.
pub fn add_under(
    strategy: &Strategy,
    framework: Id<Framework>,
    under: impl IntoIterator<Item = NewFrameworkItem>,
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let there = strategy.framework_items.under(framework);
    let there = sort::set(there.iter().map(|one| half_width(one.number.trim())));
    let mut draft = Draft::new(strategy);
    for one in under {
        if there.contains(&one.number) {
            continue;
        }
        let mut item = FrameworkItem {
            number: one.number,
            title: one.title,
            subtitle: one.subtitle,
            ..empty_item(Id::new(fresh()), framework, one.kind)
        };
        draft.place(&mut item, usize::MAX);
        draft.add(item)?;
    }
    let title = strategy.get(framework).map(|one| one.title.clone());
    draft.finish(EditLabel::to::<Framework>(
        Operation::Add,
        title.unwrap_or_default().as_str(),
    ))
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

    fn two(title: &str) -> NewFramework {
        let item = |title: &str| NewFrameworkItem {
            title: title.to_owned(),
            ..Default::default()
        };
        NewFramework {
            kind: FrameworkKind::Nation,
            title: title.to_owned(),
            items: vec![item("一"), item("二")],
            ..Default::default()
        }
    }

    fn with(title: &str, s: &mut Strategy, last: &mut u64) -> Vec<Id<FrameworkItem>> {
        let edit = add_framework(s, &two(title), || {
            *last += 1;
            *last
        });
        edit.unwrap().apply(s).unwrap();
        let framework = s.frameworks.sorted().last().unwrap().id;
        let items = s.framework_items.under(framework);
        items.into_iter().map(|item| item.id).collect()
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
