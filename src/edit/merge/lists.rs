//! Lists that two people changed: what either added is there, what either took out is not.
//!
//! Only lists in which each element is told apart from every other: mentions of records, years, lines of a log. Others
//! are one value.

use std::collections::BTreeSet;

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
    let in_all =
        |one: &&String| base.contains(*one) && mine.contains(*one) && theirs.contains(*one);
    let shared = |list: &[String]| list.iter().filter(in_all).cloned().collect::<Vec<_>>();
    let (was, here, there) = (shared(base), shared(mine), shared(theirs));
    let order = match (here == was, there == was) {
        (true, _) => there,
        (_, true) => here,
        _ if here == there => here,
        _ => return None,
    };
    let [mine, theirs] = [mine, theirs].map(|list| Added::to(list, base, &order));
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

/// Elements that one side added, each with the number of shared elements before it.
struct Added(Vec<(usize, String)>);

impl Added {
    fn to(list: &[String], base: &[String], order: &[String]) -> Self {
        let mut behind = 0;
        let mut added = Vec::new();
        for one in list {
            match order.iter().position(|shared| shared == one) {
                Some(place) => behind = place + 1,
                None if !base.contains(one) => added.push((behind, one.clone())),
                None => {}
            }
        }
        Self(added)
    }

    fn behind(&self, place: usize) -> Vec<String> {
        let here = self.0.iter().filter(|(behind, _)| *behind == place);
        here.map(|(_, one)| one.clone()).collect()
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
}
