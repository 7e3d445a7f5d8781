//! Incoming files: the part that a file belongs to, and whether it is known already.

use std::collections::BTreeSet;

use super::part::{hash_of, part_of, scope_of};
use edit::NotIncoming;
use edit::merge::Returned;
use strategy::*;

/// A part that came back.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// The line of the ledger.
    pub part: HandedPart,
    /// The part as it came back.
    pub strategy: Strategy,
    /// Its hash.
    pub hash: String,
    /// New records whose place in the plan is a guess.
    pub offered: BTreeSet<AnyId>,
}

impl Incoming {
    /// True if the part was not changed since it was handed out.
    pub fn is_untouched(&self) -> bool {
        self.hash == self.part.hash
    }
}

/// Looks at what came back (P32).
pub fn incoming(
    mine: &Strategy,
    theirs: Strategy,
    already: &[Incoming],
) -> Result<Incoming, NotIncoming> {
    let handed = theirs.about().handed.clone().ok_or(NotIncoming::NoPart)?;
    let about = mine.about();
    let known = about.handed_out.iter().find(|part| part.id == handed.id);
    let part = match known {
        Some(part) => part.clone(),
        // The handing out itself was taken back: the file tells what it is.
        None if is_of(mine, &theirs, &handed) => handed,
        None => return Err(NotIncoming::OtherPlan(theirs.about().title.clone())),
    };
    let hash = hash_of(&theirs);
    if let Some(back) = part.returns.iter().find(|back| back.hash == hash) {
        return Err(NotIncoming::Before(back.at.clone()));
    }
    let same = |one: &&Incoming| one.part.id == part.id && one.hash == hash;
    if let Some(one) = already.iter().find(same) {
        return Err(NotIncoming::Twice(one.part.to.clone()));
    }
    Ok(Incoming {
        part,
        strategy: theirs,
        hash,
        offered: BTreeSet::new(),
    })
}

fn is_of(mine: &Strategy, theirs: &Strategy, part: &HandedPart) -> bool {
    let scope = scope_of(part);
    let town = mine.about().town == theirs.about().town;
    town && scope.records.iter().any(|id| id.is_in(mine))
}

/// Returns an incoming file for a merge; `version` is the plan in which the part may be found as it was handed out.
pub fn returned(mine: &Strategy, one: &Incoming, version: Option<&Strategy>) -> Returned {
    let base = version.map(|version| part_of(version, &one.part));
    let base = base.filter(|base| hash_of(base) == one.part.hash);
    let of_base = base.as_ref().map(|base| base.about());
    let mut strategy = one.strategy.clone();
    // The file's own label, and its owner's ledger, are no part of the plan.
    let about = match of_base {
        Some(base) => About {
            publishing: base.publishing.clone(),
            handed_out: base.handed_out.clone(),
            handed: base.handed.clone(),
            untaken: base.untaken.clone(),
            ..About::clone(&strategy.about())
        },
        None => About::clone(&mine.about()),
    };
    strategy.about.insert(about);
    Returned {
        from: one.part.to.clone(),
        base,
        strategy,
        scope: Some(scope_of(&one.part)),
        offered: one.offered.clone(),
    }
}
