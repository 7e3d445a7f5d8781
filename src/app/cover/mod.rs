//! 表紙: the first view of a strategy before it is open, and how it is read and stored.
//!
//! A cover holds the content of a page, in the words of the app that made it. It is never a source of data: the
//! strategy itself replaces it as soon as it is read.

mod keeping;
mod page;

use serde::{Deserialize, Serialize};

use super::pages::indicators::FiguresCover;
use super::pages::overview::OverviewCover;
use strategy::{About, FiscalYear, Strategy};

pub use keeping::COVERS;

/// Cover of a strategy, shown before the strategy is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cover {
    /// Name, stage and period; nothing else of 表紙.
    about: About,
    overview: Option<OverviewCover>,
    figures: Option<FiguresCover>,
}

impl Cover {
    /// Makes the cover of a strategy, while the browser is idle.
    async fn of(strategy: &Strategy, today: FiscalYear) -> Self {
        let about = strategy.about();
        Self {
            about: About {
                title: about.title.clone(),
                town: about.town.clone(),
                period: about.period,
                stage: about.told_stage(),
                ..About::default()
            },
            overview: OverviewCover::of(strategy, today).await,
            figures: FiguresCover::of(strategy, today).await,
        }
    }
}
