//! The digest of one town's strategy: the part that is compared with other towns.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::TownPopulation;
use crate::appraisal::Appraisal;
use crate::coverage::answering;
use crate::evaluation_year;
use crate::item_heads::ItemHeads;
use crate::money::{Ledger, Scope};
use crate::rating::Given;
use crate::time_series::latest_actual;
use strategy::*;

/// Digest of one town's plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Digest {
    /// 市町村; empty where the plan does not say it.
    pub town: String,
    /// 全国地方公共団体コード.
    pub code: String,
    /// 計画の名称.
    pub title: String,
    /// 計画期間.
    pub period: Period,
    /// 段階.
    pub stage: Stage,
    /// Population of the town; `None`: no indicator tells it.
    pub population: Option<TownPopulation>,
    /// The year its indicators are rated in.
    pub year: FiscalYear,
    /// Number of goals.
    pub goals: usize,
    /// Ratings of its indicators.
    pub ratings: Ratings,
    /// Its indicators, in order.
    pub indicators: Vec<IndicatorDigest>,
    /// The frameworks it answers to, in order.
    pub frameworks: Vec<FrameworkDigest>,
    /// 純計 of the planned money, by year, in 千円; a year nothing is written of is not there.
    #[serde(with = "pairs")]
    pub budgets: BTreeMap<FiscalYear, i64>,
    /// The support it knows of, in order.
    pub supports: Vec<SupportDigest>,
    /// Its measures, in order of their goals.
    pub measures: Vec<MeasureDigest>,
}

/// A digest travels as text, from where strategies are read. A year or a tone names no member there: a map of them is pairs.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use strategy::sort;

    pub(super) fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub(super) fn deserialize<'de, K, V, D>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(sort::map(Vec::<(K, V)>::deserialize(deserializer)?))
    }
}

/// Ratings of the indicators of a town.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratings {
    /// Number of indicators, by tone.
    #[serde(with = "pairs")]
    pub tones: BTreeMap<Tone, usize>,
    /// Number of indicators.
    pub total: usize,
    /// Number of them that move as wished.
    pub as_wished: usize,
    /// Of how many it can be said whether they do.
    pub judged: usize,
}

impl Ratings {
    /// Adds those of another plan.
    pub fn add(&mut self, other: &Self) {
        self.total += other.total;
        self.as_wished += other.as_wished;
        self.judged += other.judged;
        for (tone, count) in &other.tones {
            *self.tones.entry(*tone).or_default() += count;
        }
    }
}

/// An indicator of a town.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorDigest {
    /// The indicator.
    pub id: Id<Indicator>,
    /// 指標名.
    pub name: String,
    /// 単位.
    pub unit: String,
    /// The latest actual of its first series, as printed, and its year.
    pub latest: Option<(FiscalYear, Figure)>,
    /// The actuals of its first series up to this year, as printed.
    #[serde(with = "pairs")]
    pub actuals: BTreeMap<FiscalYear, Figure>,
    /// The final target of its first series, as printed, and its year.
    pub target: Option<(FiscalYear, Figure)>,
    /// Its rating; `None`: no band fits.
    pub band: Option<Given>,
}

/// A framework a town answers to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrameworkDigest {
    /// Kind of framework.
    pub kind: FrameworkKind,
    /// 名称.
    pub title: String,
    /// Its items, in order.
    pub items: Vec<ItemDigest>,
}

/// An item of a framework.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemDigest {
    /// Number as printed.
    pub number: String,
    /// 名称.
    pub title: String,
    /// Number of goals, measures and initiatives that answer to it.
    pub answering: usize,
}

/// Something a town may draw on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SupportDigest {
    /// The support.
    pub id: Id<Support>,
    /// 名称.
    pub title: String,
    /// Number of initiatives that use it.
    pub used: usize,
}

/// A measure of a town.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeasureDigest {
    /// The measure.
    pub id: Id<Measure>,
    /// 名称.
    pub title: String,
}

impl Digest {
    /// That of a strategy, as of a fiscal year.
    pub fn of(strategy: &Strategy, today: FiscalYear) -> Self {
        let about = strategy.about();
        let year = evaluation_year(strategy, today);
        let appraisal = Appraisal::of(strategy, year);
        let indicators = indicators(strategy, &appraisal, today);
        Self {
            town: about.town.name.clone(),
            code: about.town.code.clone(),
            title: about.title.clone(),
            period: about.period,
            stage: about.told_stage(),
            population: TownPopulation::of(
                indicators
                    .iter()
                    .filter_map(|one| Some((&*one.name, &*one.unit, one.latest.as_ref()?))),
            ),
            year,
            goals: strategy.goals.len(),
            ratings: ratings(&appraisal),
            indicators,
            frameworks: frameworks(strategy),
            budgets: budgets(strategy),
            supports: supports(strategy),
            measures: measures(strategy),
        }
    }

    /// Returns the bands of its indicators in the town's own words, the best first, each with their number, and the number of
    /// indicators without one.
    pub fn own_bands(&self) -> (Vec<(&Given, usize)>, usize) {
        let mut bands: BTreeMap<usize, (&Given, usize)> = BTreeMap::new();
        for band in self.indicators.iter().filter_map(|one| one.band.as_ref()) {
            bands.entry(band.place).or_insert((band, 0)).1 += 1;
        }
        let rated: usize = bands.values().map(|(_, count)| count).sum();
        (bands.into_values().collect(), self.indicators.len() - rated)
    }
}

fn ratings(appraisal: &Appraisal) -> Ratings {
    let mut ratings = Ratings::default();
    for appraised in appraisal.indicators.values() {
        let tone = appraised.band().map_or(Tone::None, |band| band.tone);
        *ratings.tones.entry(tone).or_default() += 1;
        ratings.total += 1;
        if let Some(as_wished) = appraised.as_wished() {
            ratings.judged += 1;
            ratings.as_wished += usize::from(as_wished);
        }
    }
    ratings
}

fn indicators(
    strategy: &Strategy,
    appraisal: &Appraisal,
    today: FiscalYear,
) -> Vec<IndicatorDigest> {
    let series = strategy.series.by_parent();
    let all = strategy.indicators.sorted().into_iter();
    all.map(|one| indicator_digest(one, series.under(one.id), appraisal, today))
        .collect()
}

/// An indicator with its series, as it stands in the year of the appraisal.
pub(super) fn indicator_digest(
    indicator: &Indicator,
    series: &[&Arc<Series>],
    appraisal: &Appraisal,
    today: FiscalYear,
) -> IndicatorDigest {
    let first = series.first();
    let latest = first.and_then(|first| latest_actual(first, appraisal.year));
    let actuals = first.map(|first| first.actuals.range(..=today));
    let target = first.and_then(|first| first.targets.last_key_value());
    let band = appraisal.get(indicator.id).and_then(|one| one.band());
    IndicatorDigest {
        id: indicator.id,
        name: indicator.name.clone(),
        unit: indicator.unit.clone(),
        latest: latest.map(|(year, figure)| (year, figure.clone())),
        actuals: sort::map(
            actuals
                .into_iter()
                .flatten()
                .filter(|(_, figure)| figure.value().is_some())
                .map(|(year, figure)| (*year, figure.clone())),
        ),
        target: target.map(|(year, figure)| (*year, figure.clone())),
        band: band.cloned(),
    }
}

fn frameworks(strategy: &Strategy) -> Vec<FrameworkDigest> {
    let heads = ItemHeads::of(strategy);
    let answering = answering(strategy, &heads);
    let item = |item: &FrameworkItem| ItemDigest {
        number: item.number.clone(),
        title: item.title.clone(),
        answering: answering.get(&item.id).copied().unwrap_or_default(),
    };
    let all = strategy.frameworks.sorted().into_iter();
    all.map(|framework| {
        let items = heads.tops(strategy.framework_items.under(framework.id));
        FrameworkDigest {
            kind: framework.kind,
            title: framework.title.clone(),
            items: items.into_iter().map(|one| item(one)).collect(),
        }
    })
    .collect()
}

fn budgets(strategy: &Strategy) -> BTreeMap<FiscalYear, i64> {
    let years = sort::set(strategy.sheets.iter().map(|sheet| sheet.year));
    let of = |year: FiscalYear| {
        let total = Ledger::new(strategy, Side::Planned, year).total(Scope::All);
        (total.known > 0).then_some((year, total.net))
    };
    sort::map(years.into_iter().filter_map(of))
}

fn supports(strategy: &Strategy) -> Vec<SupportDigest> {
    let mut used: BTreeMap<Id<Support>, usize> = BTreeMap::new();
    for support in strategy.initiatives.iter().flat_map(|one| &one.supports) {
        *used.entry(*support).or_default() += 1;
    }
    let all = strategy.supports.sorted().into_iter();
    all.map(|support| SupportDigest {
        id: support.id,
        title: support.title.clone(),
        used: used.get(&support.id).copied().unwrap_or_default(),
    })
    .collect()
}

fn measures(strategy: &Strategy) -> Vec<MeasureDigest> {
    let measures = strategy.measures_in_order().into_iter();
    measures
        .map(|measure| MeasureDigest {
            id: measure.id,
            title: measure.title.clone(),
        })
        .collect()
}
