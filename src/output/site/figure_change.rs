//! 訂正・見直し: the figures that one publication changes, each as it was and as it is, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use strategy::*;

/// One figure that changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FigureChange {
    /// The name of its series; empty for the only one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub series: String,
    /// Its year; `None` for a baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The figure in the publication before, as printed; empty if there was none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// The figure now; empty if there is none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// The unit of a figure that is printed without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Why it changed; empty if nothing public says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl FigureChange {
    /// Every text in it.
    pub(super) fn texts(&mut self) -> [&mut String; 5] {
        let Self {
            series,
            year: _,
            from,
            to,
            unit,
            reason,
        } = self;
        [series, from, to, unit, reason]
    }
}

/// Two publications between which figures of a series changed.
pub(super) struct Between<'a> {
    /// The plan as it was published before.
    pub from: &'a Strategy,
    /// The plan as it is published.
    pub to: &'a Strategy,
}

impl Between<'_> {
    /// An actual of this year. The reason is why its closed year was opened again.
    pub fn actual(&self, a: &Series, b: &Series, year: FiscalYear) -> FigureChange {
        let [from, to] = [a, b].map(|one| one.actuals.get(&year));
        let reason = self.reopened(year);
        self.change(b, Some(year), [from, to], reason)
    }

    /// A target of this year. The reason is that of its newest recorded change.
    pub fn target(&self, a: &Series, b: &Series, year: FiscalYear) -> FigureChange {
        let [from, to] = [a, b].map(|one| one.targets.get(&year));
        let reason = self.decided(b, year, to);
        self.change(b, Some(year), [from, to], reason)
    }

    /// The baseline.
    pub fn baseline(&self, a: &Series, b: &Series) -> FigureChange {
        let figures = [a, b].map(|one| one.baseline.as_ref().map(|one| &one.figure));
        self.change(b, None, figures, String::new())
    }

    fn change(
        &self,
        of: &Series,
        year: Option<FiscalYear>,
        figures: [Option<&Figure>; 2],
        reason: String,
    ) -> FigureChange {
        let printed = |figure: Option<&Figure>| figure.map_or("", Figure::text).to_owned();
        let [from, to] = figures.map(printed);
        let indicator = self.to.get(of.indicator);
        FigureChange {
            series: of.name.clone(),
            year: year.map(|year| year.0),
            from,
            to,
            unit: indicator.map_or(String::new(), |one| one.unit.clone()),
            reason,
        }
    }

    fn reopened(&self, year: FiscalYear) -> String {
        let before = self.from.about();
        let now = self.to.about();
        let mut newest = now.closings.iter().rev();
        let found = newest.find(|one| {
            one.act == ClosingAct::Reopened && one.year == year && !before.closings.contains(one)
        });
        found.map_or(String::new(), |one| one.reason.clone())
    }

    fn decided(&self, of: &Series, year: FiscalYear, to: Option<&Figure>) -> String {
        let before = self.from.get(of.indicator);
        let before = before.map_or(&[][..], |one| &one.changes);
        let now = self.to.get(of.indicator);
        let mut newest = now.map_or(&[][..], |one| &one.changes).iter().rev();
        let found = newest.find(|one| {
            let is_this = one.series == of.id && one.year == year && one.to.as_ref() == to;
            is_this && !before.contains(one)
        });
        found.map_or(String::new(), |one| one.reason.clone())
    }
}

/// The years of which two say something else.
pub(super) fn differing<V: PartialEq>(
    a: &BTreeMap<FiscalYear, V>,
    b: &BTreeMap<FiscalYear, V>,
) -> BTreeSet<FiscalYear> {
    let years = a.keys().chain(b.keys()).copied();
    years.filter(|year| a.get(year) != b.get(year)).collect()
}
