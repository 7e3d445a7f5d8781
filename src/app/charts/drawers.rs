//! Drawers of all kinds of charts: fetched together, with the first chart.

use super::{
    Achievement, Canvas, ChartDrawing, CountBars, Draw, Flow, MoneyBars, OutlineRings, Trend,
};

/// Draws a chart.
pub type Drawer<T> = fn(&T, &Canvas) -> ChartDrawing;

/// Drawers of all kinds of charts.
#[derive(Debug, Clone, Copy)]
pub struct Drawers {
    trend: Drawer<Trend>,
    money: Drawer<MoneyBars>,
    achievement: Drawer<Achievement>,
    rings: Drawer<OutlineRings>,
    flow: Drawer<Flow>,
    counts: Drawer<CountBars>,
}

impl Drawers {
    /// Returns the drawers of this app; the call links all their code.
    pub fn all() -> Self {
        Self {
            trend: Trend::draw,
            money: MoneyBars::draw,
            achievement: Achievement::draw,
            rings: OutlineRings::draw,
            flow: Flow::draw,
            counts: CountBars::draw,
        }
    }
}

/// A chart that one of the [`Drawers`] draws.
pub trait Drawable: Draw {
    /// True if it is drawn without the chart library first.
    const IS_SKETCHED: bool = false;

    /// Returns the drawer of this kind. Naming [`Draw::draw`] here would fetch it with the page.
    fn drawer(of: &Drawers) -> Drawer<Self>
    where
        Self: Sized;
}

impl Drawable for Trend {
    const IS_SKETCHED: bool = true;

    fn drawer(of: &Drawers) -> Drawer<Self> {
        of.trend
    }
}

impl Drawable for MoneyBars {
    fn drawer(of: &Drawers) -> Drawer<Self> {
        of.money
    }
}

impl Drawable for Achievement {
    fn drawer(of: &Drawers) -> Drawer<Self> {
        of.achievement
    }
}

impl Drawable for OutlineRings {
    fn drawer(of: &Drawers) -> Drawer<Self> {
        of.rings
    }
}

impl Drawable for Flow {
    fn drawer(of: &Drawers) -> Drawer<Self> {
        of.flow
    }
}

impl Drawable for CountBars {
    fn drawer(of: &Drawers) -> Drawer<Self> {
        of.counts
    }
}
