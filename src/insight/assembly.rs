//! 議会答弁資料: the facts of one indicator for an answer in the assembly: its figures and rating, the measures that act on it,
//! the results, money and next steps on their sheets.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::forecast::{Forecast, forecast};
use super::money::{Ledger, Scope, Total};
use super::overview::{Glance, glance};
use strategy::*;

/// The facts of one indicator for an answer in the assembly.
#[derive(Debug, Clone, PartialEq)]
pub struct AssemblyReply {
    /// The year the indicator is judged in.
    pub year: FiscalYear,
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Its series, in the order of the rows of the glance.
    pub series: Vec<Arc<Series>>,
    /// Its figures and rating.
    pub glance: Glance,
    /// 見通し of the series that have one, with the name of the series.
    pub forecasts: Vec<(String, Forecast)>,
    /// True if it is a KPI of the measures; false if it is a target of their goals.
    pub is_kpi: bool,
    /// The measures that act on it, in reading order (I89).
    pub measures: Vec<ActingMeasure>,
    /// 決算額 of the year, of all its measures.
    pub settled: Total,
    /// 予算額 of the next year, of all its measures.
    pub budget: Total,
}

/// A measure that acts on the indicator, with what its sheets say.
#[derive(Debug, Clone, PartialEq)]
pub struct ActingMeasure {
    /// The measure.
    pub measure: Arc<Measure>,
    /// Its initiatives, in order.
    pub initiatives: Vec<Arc<Initiative>>,
    /// 成果・課題, and the year that its sheet judges (I90).
    pub results: Option<(FiscalYear, String)>,
    /// 改善点及び方向性, and the year that its sheet judges (I90).
    pub improvements: Option<(FiscalYear, String)>,
    /// 決算額 of the year (I91).
    pub settled: Total,
    /// 予算額 of the next year (I91).
    pub budget: Total,
    /// Works of the next year whose 方向性 is another than 維持 (I92).
    pub changing: Vec<(Arc<Line>, Course)>,
}

impl AssemblyReply {
    /// Gathers the facts of an indicator judged in a year; `None`: there is no such indicator.
    pub fn of(strategy: &Strategy, id: Id<Indicator>, year: FiscalYear) -> Option<Self> {
        let indicator = Arc::clone(strategy.get(id)?);
        let glance = glance(strategy, id, year)?;
        let period = strategy.about().period;
        let series: Vec<Arc<Series>> = strategy.series.under(id).into_iter().cloned().collect();
        let forecasts = series.iter().filter_map(|one| {
            let forecast = forecast(&indicator, one, period, year)?;
            Some((one.name.clone(), forecast))
        });
        let ledgers = Ledgers::of(strategy, year);
        let acting = acting(strategy, id, &glance);
        let measures: Vec<ActingMeasure> = acting
            .into_iter()
            .map(|measure| ledgers.measure(strategy, measure))
            .collect();
        let sum = |of: fn(&ActingMeasure) -> Total| {
            measures.iter().map(of).fold(Total::default(), Total::and)
        };
        let (settled, budget) = (sum(|one| one.settled), sum(|one| one.budget));
        Some(Self {
            year,
            is_kpi: !glance.kpi_of.is_empty(),
            forecasts: forecasts.collect(),
            indicator,
            series,
            glance,
            measures,
            settled,
            budget,
        })
    }

    /// 担当課 of the indicator and of its measures, each once.
    pub fn owners(&self) -> Vec<&str> {
        let of_measures = self.measures.iter().map(|one| one.measure.owner.trim());
        let all = std::iter::once(self.indicator.owner.trim()).chain(of_measures);
        let mut seen = BTreeSet::new();
        all.filter(|owner| !owner.is_empty() && seen.insert(*owner))
            .collect()
    }
}

/// The measures whose KPI it is; of an indicator that is nobody's KPI those of the goals whose target it is (I89).
fn acting<'a>(strategy: &'a Strategy, id: Id<Indicator>, glance: &Glance) -> Vec<&'a Arc<Measure>> {
    let goals = strategy.goals.sorted().into_iter();
    let all = goals.flat_map(|goal| {
        let is_target = goal.targets.contains(&id);
        let measures = strategy.measures_of(goal.id).into_iter();
        measures.map(move |measure| (is_target, measure))
    });
    let acts = |(is_target, measure): &(bool, &Arc<Measure>)| match glance.kpi_of.is_empty() {
        true => *is_target,
        false => measure.kpis.contains(&id),
    };
    all.filter(acts).map(|(_, measure)| measure).collect()
}

/// The money of the year judged, and of the next.
struct Ledgers {
    year: FiscalYear,
    settled: Ledger,
    budget: Ledger,
}

impl Ledgers {
    fn of(strategy: &Strategy, year: FiscalYear) -> Self {
        Self {
            year,
            settled: Ledger::new(strategy, Side::Done, year),
            budget: Ledger::new(strategy, Side::Planned, year.next()),
        }
    }

    fn measure(&self, strategy: &Strategy, measure: &Arc<Measure>) -> ActingMeasure {
        let scope = Scope::Measure(measure.id);
        let next = self.budget.year;
        let changing = self.budget.within(scope).filter_map(|entry| {
            let course = entry.line.courses.get(&next)?;
            let word = course.0.trim();
            let changes = !word.is_empty() && word != Course::USUAL[0];
            changes.then(|| (Arc::clone(&entry.line), course.clone()))
        });
        let initiatives = strategy.initiatives.under(measure.id).into_iter();
        ActingMeasure {
            measure: Arc::clone(measure),
            initiatives: initiatives.cloned().collect(),
            results: self.said(strategy, measure, |sheet| &sheet.results),
            improvements: self.said(strategy, measure, |sheet| &sheet.improvements),
            settled: self.settled.total(scope),
            budget: self.budget.total(scope),
            changing: changing.collect(),
        }
    }

    /// Returns a text of the newest sheet that says it, of those that judge the year or one before (I90).
    fn said(
        &self,
        strategy: &Strategy,
        measure: &Measure,
        text: fn(&Sheet) -> &String,
    ) -> Option<(FiscalYear, String)> {
        let mut sheets = strategy.sheets.under(measure.id);
        sheets.retain(|sheet| sheet.year.previous() <= self.year && !text(sheet).trim().is_empty());
        sort::by_key(&mut sheets, |sheet| Reverse(sheet.year));
        let sheet = sheets.first()?;
        Some((sheet.year.previous(), text(sheet).trim().to_owned()))
    }
}
