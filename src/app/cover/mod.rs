//! 表紙: what is shown of a strategy before it is open, and how that is had and kept.
//!
//! A cover says what a page says, in the words of the app that made it. It is never a source of data: the strategy itself
//! takes its place as soon as it is there.

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
    /// That of a strategy, made while there is nothing better to do.
    async fn of(strategy: &Strategy, today: FiscalYear) -> Self {
        let about = strategy.about();
        Self {
            about: About {
                title: about.title.clone(),
                town: about.town.clone(),
                period: about.period,
                stage: about.stage,
                ..About::default()
            },
            overview: OverviewCover::of(strategy, today).await,
            figures: FiguresCover::of(strategy, today).await,
        }
    }
}
