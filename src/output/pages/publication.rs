//! A publication: a strategy, its results, and the addresses of its pages.

use crate::markup::{Element, text};
use insight::Numbers;
use insight::appraisal::Appraisal;
use insight::evaluation_year;
use insight::overview::{Glance, IndicatorIndex, Listed, Overview};
use strategy::*;

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

/// A publication: a strategy, its results in the year it is judged in, and the addresses of its pages.
pub struct Publication {
    pub(crate) strategy: Strategy,
    pub(crate) overview: Overview,
    pub(crate) appraisal: Appraisal,
    pub(crate) numbers: Numbers,
    pub(crate) index: IndicatorIndex,
    link: fn(Page) -> String,
}

impl Publication {
    /// Looks at a strategy as of a fiscal year; `link` gives the address of a page.
    pub fn of(strategy: Strategy, today: FiscalYear, link: fn(Page) -> String) -> Self {
        let appraisal = Appraisal::of(&strategy, evaluation_year(&strategy, today));
        let overview = Overview::of(&strategy, appraisal.clone());
        Self {
            appraisal,
            index: IndicatorIndex::of(&strategy),
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
    pub(crate) fn listed(&self, ids: &[Id<Indicator>]) -> Vec<Listed> {
        self.index.listed(&self.strategy, &self.appraisal, ids)
    }

    /// Returns the summary of one indicator.
    pub(crate) fn glance(&self, id: Id<Indicator>) -> Option<Glance> {
        self.index.glance(&self.strategy, &self.appraisal, id)
    }

    /// A link to a page.
    pub(crate) fn link(&self, page: Page, words: &str) -> Element {
        text("a", words).with("href", &(self.link)(page))
    }
}
