//! Holes of a region: support nobody uses, items nobody answers to, plans without indicators or recent actuals.

use std::sync::Arc;

use super::{Digest, FrameworkRows, SupportRow};
use strategy::FiscalYear;

/// Holes of a region. Plans are given by their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holes {
    /// 支援 that nobody uses, with the number of towns that list it.
    pub supports: Vec<(String, usize)>,
    /// Frameworks with the items that no town answers to, each with its number and title.
    pub frameworks: Vec<(String, Vec<(String, String)>)>,
    /// Plans without an indicator.
    pub without_indicators: Vec<usize>,
    /// Plans with indicators and no actual of the year or later.
    pub without_actuals: Vec<usize>,
}

impl Holes {
    /// Returns those of the plans (R10), with their tables of support and frameworks; `year` is the fiscal year that has ended
    /// last.
    pub fn of(
        digests: &[Arc<Digest>],
        supports: &[SupportRow],
        frameworks: &[FrameworkRows],
        year: FiscalYear,
    ) -> Self {
        let unused = supports.iter().filter(|row| row.using == 0);
        let open = frameworks.iter().filter_map(|rows| {
            let items = rows.items.iter().filter(|item| item.towns[0] == 0);
            let items = items.map(|item| (item.number.clone(), item.title.clone()));
            let items: Vec<_> = items.collect();
            (!items.is_empty()).then(|| (rows.title.clone(), items))
        });
        let recent = |one: &Digest| {
            let latest = one.indicators.iter().filter_map(|one| one.latest.as_ref());
            latest.into_iter().any(|(of, _)| *of >= year)
        };
        let plans = |is_so: &dyn Fn(&Digest) -> bool| {
            let all = digests.iter().enumerate();
            let so = all.filter(|(_, one)| is_so(one));
            so.map(|(at, _)| at).collect()
        };
        Self {
            supports: unused.map(|row| (row.title.clone(), row.listing)).collect(),
            frameworks: open.collect(),
            without_indicators: plans(&|one| one.indicators.is_empty()),
            without_actuals: plans(&|one| !one.indicators.is_empty() && !recent(one)),
        }
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
