//! Ideas about a record of the plan.

use strategy::*;

/// Numbers of ideas about a record, and of those that led to a change of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Heard {
    /// Number of ideas about it.
    pub about: usize,
    /// Number of ideas that led to a change of it.
    pub led: usize,
    /// One of them.
    pub first: Option<Id<Idea>>,
}

/// Counts the ideas about a goal, a measure or an indicator. A merged idea counts where it was merged into.
pub fn heard(strategy: &Strategy, of: AnyId) -> Heard {
    let mut heard = Heard::default();
    for idea in strategy.ideas.iter().filter(|one| one.merged.is_none()) {
        let about = [
            idea.goal.map(AnyId::from),
            idea.measure.map(AnyId::from),
            idea.indicator.map(AnyId::from),
        ];
        let is_about = about.contains(&Some(of));
        let led = idea.changed().contains(&of);
        heard.about += usize::from(is_about);
        heard.led += usize::from(led);
        if is_about || led {
            heard.first.get_or_insert(idea.id);
        }
    }
    heard
}
