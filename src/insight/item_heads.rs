//! Items below items: which item of a framework stands under which (I72). SDGs' targets stand under its goals.

use std::collections::BTreeMap;
use std::sync::Arc;

use strategy::*;

/// Hierarchy of the items of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemHeads {
    /// An item, and the one it stands under.
    above: BTreeMap<Id<FrameworkItem>, Id<FrameworkItem>>,
}

impl ItemHeads {
    /// Those of a strategy.
    pub fn of(strategy: &Strategy) -> Self {
        let items = strategy.framework_items.by_parent();
        let mut heads = Self::default();
        for framework in strategy.frameworks.iter() {
            heads.take(items.under(framework.id));
        }
        heads
    }

    fn take(&mut self, items: &[&Arc<FrameworkItem>]) {
        let mut by_number = BTreeMap::new();
        for item in items {
            let number = numbered(item);
            if !number.is_empty() && !number.contains('.') {
                by_number.entry(number).or_insert(item.id);
            }
        }
        for item in items {
            let number = numbered(item);
            let head = number.split_once('.').filter(|(_, own)| !own.is_empty());
            let head = head.and_then(|(head, _)| by_number.get(head));
            self.above.extend(head.map(|head| (item.id, *head)));
        }
    }

    /// The item it stands under; `None`: it stands under none.
    pub fn above(&self, item: Id<FrameworkItem>) -> Option<Id<FrameworkItem>> {
        self.above.get(&item).copied()
    }

    /// The item itself, or the one it stands under.
    pub fn head(&self, item: Id<FrameworkItem>) -> Id<FrameworkItem> {
        self.above(item).unwrap_or(item)
    }

    /// Returns the items that are under no other item.
    pub fn tops<'a>(&self, items: Vec<&'a Arc<FrameworkItem>>) -> Vec<&'a Arc<FrameworkItem>> {
        let is_top = |item: &&Arc<FrameworkItem>| self.above(item.id).is_none();
        items.into_iter().filter(is_top).collect()
    }

    /// Returns the items that are directly under `head`.
    pub fn under<'a>(
        &self,
        head: Id<FrameworkItem>,
        items: &[&'a Arc<FrameworkItem>],
    ) -> Vec<&'a Arc<FrameworkItem>> {
        let is_under = |item: &&&'a Arc<FrameworkItem>| self.above(item.id) == Some(head);
        items.iter().filter(is_under).copied().collect()
    }
}

fn numbered(item: &FrameworkItem) -> String {
    half_width(item.number.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use edit::{empty_framework, empty_item};

    #[test]
    fn i72_an_item_stands_under_the_one_whose_number_its_own_begins_with() {
        let mut s = Strategy::default();
        s.frameworks.insert(empty_framework(Id::new(1)));
        s.frameworks.insert(empty_framework(Id::new(2)));
        let numbers = ["3", "３．４", "3.a", "4.1", "3.", "", "13", "3.4.1"];
        for (at, number) in numbers.into_iter().enumerate() {
            s.framework_items.insert(FrameworkItem {
                number: number.to_owned(),
                order: Order::nth(at),
                ..empty_item(Id::new(at as u64 + 1), Id::new(1), GoalKind::Basic)
            });
        }
        s.framework_items.insert(FrameworkItem {
            number: "3.1".to_owned(),
            ..empty_item(Id::new(20), Id::new(2), GoalKind::Basic)
        });
        let heads = ItemHeads::of(&s);
        let all = s.framework_items.under(Id::new(1));
        let under = heads.under(Id::new(1), &all);
        let under: Vec<&str> = under.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(under, ["３．４", "3.a", "3.4.1"]);
        let tops = heads.tops(all);
        let tops: Vec<&str> = tops.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(tops, ["3", "4.1", "3.", "", "13"]);
        let other = heads.above(Id::new(20));
        assert_eq!(other, None, "of another framework");
    }
}
