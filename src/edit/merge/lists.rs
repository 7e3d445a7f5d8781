//! Lists that two people changed: what either added is there, what either took out is not.
//!
//! Only lists in which each element is told apart from every other: mentions of records, years, lines of a log. Others
//! are one value.

use std::collections::{BTreeMap, BTreeSet};

use strategy::record::{Group, Held, List, Members, Shown, Value};
use strategy::sort;

/// The elements as they are written, where each is told apart from every other.
pub(super) fn elements(value: Option<&dyn Value>) -> Option<Vec<String>> {
    let Some(Held::List(list)) = value.map(|value| value.held()) else {
        return value.is_none().then(Vec::new);
    };
    let all = list.all();
    if !all.iter().all(|one| stands_for_itself(*one)) {
        return None;
    }
    let texts = written(list);
    let once = sort::set(texts.iter()).len() == texts.len();
    once.then_some(texts)
}

/// The elements as they are written.
fn written(list: &dyn List) -> Vec<String> {
    let each = list.all().into_iter();
    each.map(|one| serde_json::to_string(&Shown(one)).unwrap_or_default())
        .collect()
}

fn stands_for_itself(value: &dyn Value) -> bool {
    match value.held() {
        Held::Record(_) | Held::Year(_) => true,
        Held::Members(members) => is_entry(members),
        _ => false,
    }
}

fn is_entry(members: &dyn Members) -> bool {
    let mut fields = members.fields().iter();
    fields.all(|field| field.group == Group::Entry)
}

/// The elements of the joined list; `None`: both put what they share in another order.
pub(super) fn joined(base: &[String], mine: &[String], theirs: &[String]) -> Option<Vec<String>> {
    // Each list is looked through once, however long it is.
    let sets = [base, mine, theirs].map(|list| sort::set(list.iter()));
    let in_all = |one: &&String| sets.iter().all(|set| set.contains(*one));
    let shared = |list: &[String]| list.iter().filter(in_all).cloned().collect::<Vec<_>>();
    let (was, here, there) = (shared(base), shared(mine), shared(theirs));
    let order = match (here == was, there == was) {
        (true, _) => there,
        (_, true) => here,
        _ if here == there => here,
        _ => return None,
    };
    let places = sort::map(order.iter().zip(0..));
    let [mine, theirs] = [mine, theirs].map(|list| Added::to(list, &sets[0], &places));
    let mut all = Vec::new();
    let mut known = BTreeSet::new();
    for place in 0..=order.len() {
        let (here, there) = (mine.behind(place), theirs.behind(place));
        for one in woven(here, there)
            .into_iter()
            .chain(order.get(place).cloned())
        {
            if known.insert(one.clone()) {
                all.push(one);
            }
        }
    }
    Some(all)
}

/// Elements that one side added, by the number of shared elements before them.
struct Added(BTreeMap<usize, Vec<String>>);

impl Added {
    fn to(list: &[String], base: &BTreeSet<&String>, places: &BTreeMap<&String, usize>) -> Self {
        let mut behind = 0;
        let mut added = BTreeMap::<usize, Vec<String>>::new();
        for one in list {
            match places.get(one) {
                Some(place) => behind = place + 1,
                None if !base.contains(one) => added.entry(behind).or_default().push(one.clone()),
                None => {}
            }
        }
        Self(added)
    }

    fn behind(&self, place: usize) -> Vec<String> {
        self.0.get(&place).cloned().unwrap_or_default()
    }
}

/// Two lists as one, each in its own order: the same, whichever is named first.
fn woven(one: Vec<String>, other: Vec<String>) -> Vec<String> {
    let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
    let mut all = Vec::new();
    loop {
        let first = match (one.peek(), other.peek()) {
            (Some(a), Some(b)) => a <= b,
            (a, _) => a.is_some(),
        };
        match if first { one.next() } else { other.next() } {
            Some(next) => all.push(next),
            None => return all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    #[test]
    fn e44_what_either_added_is_there_and_what_either_took_out_is_not() {
        for (base, mine, theirs, all) in [
            ("abc", "abc", "abcd", "abcd"),
            ("abc", "abxc", "aybc", "aybxc"),
            ("abc", "bc", "abcd", "bcd"),
            ("abc", "cba", "abcd", "cdba"),
            ("", "x", "a", "ax"),
            ("ab", "abq", "abp", "abpq"),
            ("abc", "ab", "ac", "a"),
            ("abc", "", "abcd", "d"),
            ("a", "ax", "ax", "ax"),
            ("ab", "ba", "ba", "ba"),
        ] {
            let [base, mine, theirs] = [base, mine, theirs].map(list);
            for (one, other) in [(&mine, &theirs), (&theirs, &mine)] {
                let all = Some(list(all));
                assert_eq!(joined(&base, one, other), all, "{base:?} {one:?} {other:?}");
            }
        }
        let [base, mine, theirs] = ["abc", "bac", "acb"].map(list);
        assert_eq!(joined(&base, &mine, &theirs), None);
    }

    /// The joined list by the rule alone: each element is looked for in each list.
    fn joined_by_rule(base: &[String], mine: &[String], theirs: &[String]) -> Option<Vec<String>> {
        let shared = |list: &[String]| -> Vec<String> {
            let all = |one: &&String| [base, mine, theirs].iter().all(|list| list.contains(*one));
            list.iter().filter(all).cloned().collect()
        };
        let (was, here, there) = (shared(base), shared(mine), shared(theirs));
        let order = match (here == was, there == was) {
            (true, _) => there,
            (_, true) => here,
            _ if here == there => here,
            _ => return None,
        };
        let added = |list: &[String], place: usize| -> Vec<String> {
            let mut behind = 0;
            let mut added = Vec::new();
            for one in list {
                match order.iter().position(|shared| shared == one) {
                    Some(at) => behind = at + 1,
                    None if behind == place && !base.contains(one) => added.push(one.clone()),
                    None => {}
                }
            }
            added
        };
        let mut all: Vec<String> = Vec::new();
        for place in 0..=order.len() {
            let new = woven(added(mine, place), added(theirs, place));
            for one in new.into_iter().chain(order.get(place).cloned()) {
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
        Some(all)
    }

    #[test]
    fn e44_lists_are_joined_by_the_rule_and_in_proportion_to_their_length() {
        let mut seed = 7_u64;
        let mut below = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % most
        };
        for _ in 0..4000 {
            let length = below(8);
            let base: Vec<String> = (0..length).map(|one| one.to_string()).collect();
            let mut side = |first: usize| {
                let mut list = base.clone();
                for new in 0..below(4) {
                    // Both may add the same.
                    let name = format!("n{}", first + below(3) + new * 7);
                    if !list.contains(&name) {
                        list.insert(below(list.len() + 1), name);
                    }
                }
                for _ in 0..below(3) {
                    if !list.is_empty() {
                        list.remove(below(list.len()));
                    }
                }
                if list.len() > 1 && below(4) == 0 {
                    let (one, other) = (below(list.len()), below(list.len()));
                    list.swap(one, other);
                }
                list
            };
            let (mine, theirs) = (side(0), side(2));
            let wanted = joined_by_rule(&base, &mine, &theirs);
            assert_eq!(
                joined(&base, &mine, &theirs),
                wanted,
                "{base:?} {mine:?} {theirs:?}"
            );
        }
        // Element by element this would take minutes.
        let base: Vec<String> = (0..60_000).map(|one| one.to_string()).collect();
        let with = |mark: &str| -> Vec<String> {
            let pairs = base.iter().map(|one| [one.clone(), format!("{mark}{one}")]);
            pairs.flatten().collect()
        };
        let all = joined(&base, &with("a"), &with("b")).expect("one order");
        assert_eq!(all.len(), 3 * base.len());
    }
}
