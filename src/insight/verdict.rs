//! 評価 of an indicator, one for all its series: the band that counts, and who or what decided it.

use std::sync::Arc;

use super::forecast::{Forecast, Outlook, forecast};
use super::progress::Progress;
use super::rating::{Given, Rated};
use strategy::*;

/// The rating of an indicator in a year, as every page and paper shows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Verdict {
    /// Rating by its figures: the worst band of its series (I18). `None`: no band fits any.
    pub computed: Option<Given>,
    /// The series whose band that is, where the others say something else.
    pub deciding: Vec<Deciding>,
    /// The rating people gave, beside the computed one.
    pub by_hand: Option<ByHand>,
    /// 保つ: the series within their limits now that will not stay there if things go on so.
    pub leaving: Vec<Leaving>,
}

/// A series kept within its limits now, and the forecast that it leaves them.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaving {
    /// 男性, 女性 …; empty for the only one.
    pub name: String,
    /// Its forecast.
    pub forecast: Forecast,
}

/// A series that decides the rating of its indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    /// The series.
    pub series: Id<Series>,
    /// 男性, 女性 ….
    pub name: String,
}

/// A rating given by people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    /// The rating as entered.
    pub rating: GivenRating,
    /// The band it names; `None`: no band of the rule set has this mark.
    pub band: Option<Given>,
}

impl Verdict {
    /// From the ratings of the series, in their order, and what people gave.
    pub(super) fn of(
        indicator: &Indicator,
        series: &[&Arc<Series>],
        rated: &[(Id<Series>, Rated)],
        rules: &RuleSet,
        year: FiscalYear,
    ) -> Self {
        let given = indicator.ratings.get(&year);
        let computed = worst(rated).or_else(|| nothing_entered(rated, rules));
        Self {
            deciding: deciding(series, rated, computed.as_ref()),
            by_hand: given.map(|rating| ByHand {
                band: Given::marked(rules, rating.mark.trim()),
                rating: rating.clone(),
            }),
            leaving: leaving(indicator, series, rated),
            computed,
        }
    }

    /// 評価: what people gave where they gave one the rule set knows, else what was computed (I19).
    pub fn band(&self) -> Option<&Given> {
        self.given().or(self.computed.as_ref())
    }

    /// True if the band that counts was given by people.
    pub fn by_people(&self) -> bool {
        self.given().is_some()
    }

    /// True if it is rated: the band is more than 評価なし.
    pub fn is_known(&self) -> bool {
        self.band().is_some_and(|band| band.tone != Tone::None)
    }

    fn given(&self) -> Option<&Given> {
        self.by_hand.as_ref()?.band.as_ref()
    }
}

/// The lowest band among the series that have a rating; where none has, the first band there is.
fn worst(series: &[(Id<Series>, Rated)]) -> Option<Given> {
    let known = series.iter().filter(|(_, rated)| rated.is_known());
    known
        .filter_map(|(_, rated)| rated.band.as_ref())
        .max_by_key(|band| band.place)
        .or_else(|| series.iter().find_map(|(_, rated)| rated.band.as_ref()))
        .cloned()
}

/// The band of 実績なし, for an indicator without a single series.
fn nothing_entered(series: &[(Id<Series>, Rated)], rules: &RuleSet) -> Option<Given> {
    let blank = |band: &Band| band.states.contains(&State::NoActual);
    let place = rules.bands.iter().position(blank)?;
    series.is_empty().then(|| Given::of(rules, place)).flatten()
}

/// Of several series those that have the band; none where all of them have it.
fn deciding(
    series: &[&Arc<Series>],
    rated: &[(Id<Series>, Rated)],
    computed: Option<&Given>,
) -> Vec<Deciding> {
    let place = computed.map(|band| band.place);
    let decides = |rated: &Rated| rated.band.as_ref().map(|band| band.place) == place;
    if place.is_none() || rated.iter().all(|(_, rated)| decides(rated)) {
        return Vec::new();
    }
    let each = series.iter().zip(rated);
    each.filter(|(_, (_, rated))| decides(rated))
        .map(|(series, _)| Deciding {
            series: series.id,
            name: series.name.clone(),
        })
        .collect()
}

/// Those kept now that are foreseen to leave their limits.
fn leaving(
    indicator: &Indicator,
    series: &[&Arc<Series>],
    rated: &[(Id<Series>, Rated)],
) -> Vec<Leaving> {
    let kept = |rated: &Rated| matches!(rated.status.progress, Progress::Kept { kept: true, .. });
    let each = series
        .iter()
        .zip(rated)
        .filter(|(_, (_, rated))| kept(rated));
    each.filter_map(|(series, (_, rated))| {
        let (period, year) = (rated.status.period, rated.status.year);
        let forecast = forecast(indicator, series, period, year)?;
        (forecast.outlook == Some(Outlook::Leaves)).then(|| Leaving {
            name: series.name.clone(),
            forecast,
        })
    })
    .collect()
}
