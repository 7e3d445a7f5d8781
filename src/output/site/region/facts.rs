//! Plans of a region as their towns publish them, and the tables made of them.

use std::sync::Arc;

use super::super::address::base;
use super::super::subset::{public_subset, seen};
use insight::region::{
    Alike, AlikeKey, AreaMeasure, AreaPlans, BudgetRow, Digest, FrameworkRows, GroupSum, Head,
    PlanUse, Ratings, TieStanding, TownGroup, Towns, alike, budgets, compared_budget, frameworks,
    group_sums,
};
use strategy::{Date, FiscalYear, Licence, OtherLanguage, Strategy};

/// A plan as its town publishes it.
#[derive(Debug, Clone)]
pub struct RegionPlan {
    /// Digest of what is published.
    pub digest: Arc<Digest>,
    /// Public address of its pages; `None`: not known.
    pub address: Option<String>,
    /// Terms of use; `None`: not known.
    pub licence: Option<Licence>,
}

impl RegionPlan {
    /// Returns the plan by the town's own choices of what is published, as of a fiscal year (R22).
    pub fn of(strategy: &Strategy, today: FiscalYear) -> Self {
        let publishing = strategy.about().publishing.clone();
        let choices = publishing.clone().unwrap_or_default();
        let public = public_subset(strategy, &choices);
        Self {
            digest: Arc::new(Digest::of(&public, today)),
            address: base(&choices),
            licence: publishing.map(|one| one.licence),
        }
    }
}

/// Returns the part of a plan that answers a request: what the town publishes of it, and where.
pub fn answer_of(strategy: &Strategy) -> Strategy {
    let publishing = strategy.about().publishing.clone();
    public_subset(strategy, &publishing.unwrap_or_default())
}

/// Order for the pages of a region.
#[derive(Debug, Clone, Default)]
pub struct RegionOrder {
    /// Name of the region.
    pub name: String,
    /// Office that publishes.
    pub publisher: String,
    /// Languages beside Japanese.
    pub languages: Vec<OtherLanguage>,
    /// 問い合わせ先.
    pub contact: String,
    /// The day of publication.
    pub published: Date,
    /// The areas.
    pub groups: Vec<TownGroup>,
    /// Indicators that the user joined: the one, and the other that goes with it.
    pub joined: Vec<(AlikeKey, AlikeKey)>,
}

/// The plans, and everything that the pages and the tables say of them.
pub struct Facts {
    pub order: RegionOrder,
    pub plans: Vec<RegionPlan>,
    pub uses: Vec<PlanUse>,
    pub codes: Vec<String>,
    /// Places of the plans that count.
    pub counted: Vec<usize>,
    /// Number of towns.
    pub towns: usize,
    /// Ratings of the plans that count.
    pub ratings: Ratings,
    /// Sums of the areas.
    pub sums: Vec<GroupSum>,
    /// Of each measure of each area the measures that towns publish and it is tied to: places of plan and measure (R36).
    pub tied: Vec<Vec<Vec<(usize, usize)>>>,
    /// The year of the planned money that areas are compared by.
    pub budget_year: Option<FiscalYear>,
    // Of the plans that count; a cell is of one of them, by its place among those.
    pub budgets: Vec<BudgetRow>,
    pub frameworks: Vec<FrameworkRows>,
    pub shared: Vec<Alike>,
}

impl Facts {
    /// `codes` and `uses` are those of the plans, in their order.
    pub fn of(
        order: RegionOrder,
        plans: Vec<RegionPlan>,
        codes: Vec<String>,
        uses: Vec<PlanUse>,
    ) -> Self {
        let digests: Vec<Arc<Digest>> = plans.iter().map(|one| Arc::clone(&one.digest)).collect();
        let heads: Vec<Arc<Head>> = digests
            .iter()
            .map(|one| Arc::new(Head::of(one).0))
            .collect();
        let counts = |plan: &usize| uses.get(*plan) != Some(&PlanUse::Listed);
        let counted: Vec<usize> = (0..plans.len()).filter(counts).collect();
        let counting: Vec<Arc<Digest>> =
            counted.iter().map(|at| Arc::clone(&digests[*at])).collect();
        let mut ratings = Ratings::default();
        for digest in &counting {
            ratings.add(&digest.ratings);
        }
        let budgets = budgets(&counting);
        let budget_year = compared_budget(&budgets).map(|row| row.year);
        let (mut shared, _) = alike(&counting, &order.joined);
        shared.retain(|one| one.towns > 1);
        Self {
            towns: Towns::of(&digests).count(),
            sums: group_sums(
                &order.groups,
                &codes,
                (&heads, &digests),
                &uses,
                budget_year,
            ),
            tied: tied(&order.groups, &AreaPlans::of(&codes, &digests, &uses)),
            order: clean(order),
            ratings,
            frameworks: frameworks(&counting),
            shared,
            budgets,
            budget_year,
            counted,
            plans,
            uses,
            codes,
        }
    }

    /// Returns the measures of towns that a measure of an area is tied to, each with its plan; both by their places.
    pub fn tied(
        &self,
        area: usize,
        measure: usize,
    ) -> impl Iterator<Item = (usize, &RegionPlan, &str)> {
        let ties = self.tied.get(area).and_then(|area| area.get(measure));
        ties.into_iter().flatten().filter_map(|(plan, at)| {
            let own = self.plans.get(*plan)?;
            Some((*plan, own, own.digest.measures.get(*at)?.title.as_str()))
        })
    }

    /// Returns a plan that counts, by its place among those.
    pub fn counting(&self, at: usize) -> Option<&RegionPlan> {
        self.plans.get(*self.counted.get(at)?)
    }

    /// Returns the places of the plans of each area, and of those of none.
    pub fn by_area(&self) -> (Vec<Vec<usize>>, Vec<usize>) {
        let groups = &self.order.groups;
        let of_area = |plan: usize| {
            let code = self.codes.get(plan)?;
            groups.iter().position(|group| group.has(code))
        };
        let mut areas: Vec<Vec<usize>> = groups.iter().map(|_| Vec::new()).collect();
        let mut others = Vec::new();
        for plan in 0..self.plans.len() {
            match of_area(plan) {
                Some(area) => areas[area].push(plan),
                None => others.push(plan),
            }
        }
        (areas, others)
    }
}

/// Of each measure of each area the measures of towns that it is tied to.
fn tied(groups: &[TownGroup], plans: &AreaPlans) -> Vec<Vec<Vec<(usize, usize)>>> {
    let of_measure = |measure: &AreaMeasure| {
        let ties = measure.ties.iter();
        let found = ties.filter_map(|tie| match plans.standing(tie) {
            TieStanding::Found(plan, measure) => Some((plan, measure)),
            _ => None,
        });
        found.collect::<Vec<_>>()
    };
    let of_area = |group: &TownGroup| group.measures.iter().map(of_measure).collect();
    groups.iter().map(of_area).collect()
}

/// Without what is not seen, as towns' texts are.
fn clean(order: RegionOrder) -> RegionOrder {
    let clean = |text: &str| seen(text).trim().to_owned();
    let measure = |measure: &AreaMeasure| AreaMeasure {
        title: clean(&measure.title),
        ties: measure.ties.clone(),
    };
    let group = |group: &TownGroup| TownGroup {
        name: clean(&group.name),
        direction: clean(&group.direction),
        codes: group.codes.clone(),
        measures: group.measures.iter().map(measure).collect(),
    };
    RegionOrder {
        name: clean(&order.name),
        publisher: clean(&order.publisher),
        contact: clean(&order.contact),
        groups: order.groups.iter().map(group).collect(),
        ..order
    }
}
