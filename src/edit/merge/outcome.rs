//! The strategy that results from a merge, by the choices.

use std::collections::{BTreeMap, BTreeSet};

use super::compose::{self, WrittenFields, text, year_text};
use super::{Act, Choice, Choices, Merge, Part, Row};
use crate::Draft;
use strategy::record::{Held, Members};
use strategy::{AnyId, Pace, sort};

impl Merge {
    /// Returns the choice that applies to a part.
    pub fn choice(&self, row: &Row, choices: &Choices) -> Choice {
        let chosen = choices.get(&row.spot).unwrap_or(&row.default);
        match (row.closed, row.spot.part, chosen) {
            (Some(_), ..) => Choice::Mine,
            (None, Part::Whole, Choice::Both | Choice::Own(_)) => row.default.clone(),
            (None, _, chosen) => chosen.clone(),
        }
    }

    /// Returns the draft with all choices applied; references to removed records are still there.
    pub(super) async fn drafted(&self, choices: &Choices, pace: &Pace) -> Draft {
        let rows = self.rows.iter();
        let rows = rows.map(|row| (row, self.choice(row, choices)));
        self.draft_of(rows, pace).await
    }

    /// Returns the draft with only these rows applied.
    pub(super) async fn draft_of<'r>(
        &self,
        rows: impl Iterator<Item = (&'r Row, Choice)>,
        pace: &Pace,
    ) -> Draft {
        let mut draft = Draft::new(&self.mine);
        let mut parts: Vec<(&Row, Choice)> = Vec::new();
        let mut kept = Vec::new();
        for (row, choice) in rows {
            pace.step().await;
            match (row.act, choice) {
                (Act::Changed | Act::Moved, Choice::Mine) => {}
                (Act::Changed | Act::Moved, choice) => parts.push((row, choice)),
                (Act::Added, Choice::Theirs) => self.bring_all(&mut draft, row.spot.record),
                (Act::WentOn, Choice::Theirs) => {
                    self.bring_all(&mut draft, row.spot.record);
                    kept.push((row.spot.record, KeptSide::OfTheirs));
                }
                (Act::Removed, Choice::Theirs) => {
                    for id in self.with(row.spot.record) {
                        draft.take_any(*id);
                    }
                }
                (Act::Removed, _) => kept.push((row.spot.record, KeptSide::OfMine)),
                _ => {}
            }
        }
        sort::by_key(&mut parts, |(row, _)| row.spot.record);
        for rows in parts.chunk_by(|(a, _), (b, _)| a.spot.record == b.spot.record) {
            self.compose(&mut draft, rows);
            pace.step().await;
        }
        for (root, side) in kept {
            self.mention_again(&mut draft, root, side);
            pace.step().await;
        }
        draft
    }

    fn bring_all(&self, draft: &mut Draft, root: AnyId) {
        for id in self.with(root) {
            draft.bring(*id, &self.theirs);
        }
    }

    /// A record and those under it that come and go with it.
    pub(super) fn with(&self, root: AnyId) -> &[AnyId] {
        self.under.get(&root).map_or(&[], Vec::as_slice)
    }

    /// Puts a record together out of the parts that are taken.
    fn compose(&self, draft: &mut Draft, rows: &[(&Row, Choice)]) {
        let Some(id) = rows.first().map(|(row, _)| row.spot.record) else {
            return;
        };
        let [_, Some(mine), Some(theirs)] = self.versions(id) else {
            return;
        };
        let mut written = WrittenFields::of(mine);
        for (row, choice) in rows {
            self.put(&mut written, row, choice, [mine, theirs]);
        }
        draft.write(id, &written);
    }

    fn put(
        &self,
        written: &mut WrittenFields,
        row: &Row,
        choice: &Choice,
        [mine, theirs]: [&dyn Members; 2],
    ) {
        let mine = row.spot.values(mine);
        for (at, place) in row.spot.places().into_iter().enumerate() {
            let value = theirs.values()[place];
            let taken = match (row.spot.part, choice) {
                (_, Choice::Mine) => continue,
                (_, Choice::Own(own)) => Some(quoted(own)),
                (_, Choice::Both) => {
                    self.both(row, mine[at].map(|value| value.held()), value.held())
                }
                (Part::Year(_, year), Choice::Theirs) => year_text(value, year),
                (_, Choice::Theirs) => Some(text(value)),
            };
            match (row.spot.part, taken) {
                (Part::Year(_, year), taken) => written.put_year(place, year, taken),
                (_, Some(taken)) => written.put(place, taken),
                (_, None) => {}
            }
        }
    }

    /// Two lists as one, two texts one below the other.
    fn both(&self, row: &Row, mine: Option<Held<'_>>, theirs: Held<'_>) -> Option<String> {
        if let Some(joined) = self.joined(row.spot) {
            return Some(compose::list(&joined));
        }
        match (mine, theirs) {
            (Some(Held::Text(mine)), Held::Text(theirs)) => {
                Some(quoted(&format!("{mine}\n{theirs}")))
            }
            (_, Held::Text(theirs)) => Some(quoted(&theirs)),
            _ => None,
        }
    }

    /// Restores references to a record that was kept: the side that removed it removed them, too.
    fn mention_again(&self, draft: &mut Draft, root: AnyId, side: KeptSide) {
        let (stands, changed) = match side {
            KeptSide::OfMine => (&self.mine, &self.changed.theirs),
            KeptSide::OfTheirs => (&self.theirs, &self.changed.mine),
        };
        let with = self.with(root).iter();
        let kept = sort::set(with.map(|id| quoted(&id.to_string())));
        for id in changed {
            let (Some(before), Some(now)) = (id.find(stands), id.find(draft.strategy())) else {
                continue;
            };
            let mut written = WrittenFields::of(now);
            if with_mentions(&mut written, before, now, &kept) {
                draft.write(*id, &written);
            }
        }
    }
}

/// Side whose record was kept while the other side removed it.
#[derive(Clone, Copy)]
enum KeptSide {
    OfMine,
    OfTheirs,
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Puts what was kept back where a record mentioned it before; `false`: nowhere.
fn with_mentions(
    written: &mut WrittenFields,
    before: &dyn Members,
    now: &dyn Members,
    kept: &BTreeSet<String>,
) -> bool {
    let mut changed = false;
    for (place, (before, now)) in before.values().into_iter().zip(now.values()).enumerate() {
        match (before.held(), now.held()) {
            (Held::List(before), Held::List(now)) => {
                let [before, now] = [before, now].map(|list| {
                    let all = list.all().into_iter();
                    all.map(text).collect::<Vec<_>>()
                });
                if let Some(now) = put_back(&before, now, kept) {
                    written.put(place, compose::list(&now));
                    changed = true;
                }
            }
            (Held::Record(_), Held::Nothing) if kept.contains(&text(before)) => {
                written.put(place, text(before));
                changed = true;
            }
            _ => {}
        }
    }
    changed
}

/// The list of now with the elements of before that are kept, each behind the nearest one before it that is there; `None`:
/// none is missing. Each element is looked at once.
fn put_back(before: &[String], now: Vec<String>, kept: &BTreeSet<String>) -> Option<Vec<String>> {
    // Of each element, the one behind it; the first place leads to the first.
    let mut all = vec![String::new()];
    all.extend(now);
    let mut next: Vec<Option<usize>> = (1..=all.len()).map(Some).collect();
    if let Some(last) = next.last_mut() {
        *last = None;
    }
    let mut places = BTreeMap::new();
    for (at, one) in all.iter().enumerate().skip(1) {
        places.entry(one.clone()).or_insert(at);
    }
    let long = all.len();
    let mut last = 0;
    for one in before {
        if let Some(place) = places.get(one) {
            last = *place;
        } else if kept.contains(one) {
            let place = all.len();
            all.push(one.clone());
            next.push(next[last]);
            next[last] = Some(place);
            places.insert(one.clone(), place);
            last = place;
        }
    }
    if all.len() == long {
        return None;
    }
    let order = std::iter::successors(next[0], |at| next[*at]);
    Some(order.map(|at| all[at].clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list by the rule alone: each element is looked for in the list.
    fn put_back_by_rule(
        before: &[String],
        mut now: Vec<String>,
        kept: &BTreeSet<String>,
    ) -> Option<Vec<String>> {
        let long = now.len();
        for (at, one) in before.iter().enumerate() {
            if kept.contains(one) && !now.contains(one) {
                let shared = before[..at].iter().rev();
                let mut found = shared.filter_map(|one| now.iter().position(|n| n == one));
                let behind = found.next().map_or(0, |at| at + 1);
                now.insert(behind, one.clone());
            }
        }
        (now.len() > long).then_some(now)
    }

    #[test]
    fn e47_mentions_are_put_back_by_the_rule_and_in_proportion_to_their_number() {
        let mut seed = 3_u64;
        let mut below = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % most
        };
        for _ in 0..4000 {
            let mut list = |most: usize| -> Vec<String> {
                let length = below(most);
                (0..length).map(|_| below(9).to_string()).collect()
            };
            let (before, now, kept) = (list(9), list(7), sort::set(list(6)));
            let wanted = put_back_by_rule(&before, now.clone(), &kept);
            assert_eq!(
                put_back(&before, now.clone(), &kept),
                wanted,
                "{before:?} {now:?} {kept:?}"
            );
        }
        // Element by element this would take minutes.
        let before: Vec<String> = (0..120_000).map(|one| one.to_string()).collect();
        let now = before.iter().step_by(2).cloned().collect();
        let kept = sort::set(before.iter().cloned());
        assert_eq!(put_back(&before, now, &kept), Some(before));
    }
}
