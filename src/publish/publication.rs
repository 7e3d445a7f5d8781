//! What is published: a strategy, what it says, and where its pages are.

use super::markup::{Element, text};
use crate::insight::Numbers;
use crate::insight::appraisal::Appraisal;
use crate::insight::overview::{Listed, Overview, listed, overview};
use crate::strategy::*;

/// A page of a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The plan at a glance.
    Plan,
    /// A goal.
    Goal(Id<Goal>),
    /// Every indicator.
    Indicators,
    /// An indicator.
    Indicator(Id<Indicator>),
}

/// What is published: a strategy, what it says in the year it is judged in, and where its pages are.
pub struct Publication {
    pub(super) strategy: Strategy,
    pub(super) overview: Overview,
    pub(super) appraisal: Appraisal,
    pub(super) numbers: Numbers,
    link: fn(Page) -> String,
}

impl Publication {
    /// Looks at a strategy as of a fiscal year; `link` gives the address of a page.
    pub fn of(strategy: Strategy, today: FiscalYear, link: fn(Page) -> String) -> Self {
        let overview = overview(&strategy, today);
        Self {
            appraisal: Appraisal::of(&strategy, overview.year),
            numbers: Numbers::of(&strategy),
            overview,
            strategy,
            link,
        }
    }

    /// The strategy.
    pub fn strategy(&self) -> &Strategy {
        &self.strategy
    }

    /// Every page.
    pub fn pages(&self) -> Vec<Page> {
        let goals = self.strategy.goals.sorted().into_iter();
        let indicators = self.strategy.indicators.sorted().into_iter();
        [Page::Plan, Page::Indicators]
            .into_iter()
            .chain(goals.map(|goal| Page::Goal(goal.id)))
            .chain(indicators.map(|indicator| Page::Indicator(indicator.id)))
            .collect()
    }

    /// Some indicators, as they are rated.
    pub(super) fn listed(&self, ids: &[Id<Indicator>]) -> Vec<Listed> {
        listed(&self.strategy, &self.appraisal, ids)
    }

    /// A link to a page.
    pub(super) fn link(&self, page: Page, words: &str) -> Element {
        text("a", words).with("href", &(self.link)(page))
    }
}
