//! 比較: two strategies, told apart field by field.

use std::collections::BTreeMap;

use crate::Title;
use edit::{Changed, Changes};
use strategy::for_each_kind;
use strategy::record::{Field, Held, Members, Need, Telling, Value, ValuesByYear, called};
use strategy::*;

/// One thing that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The kind of the record.
    pub kind: Kind,
    /// Title of the record.
    pub title: Title,
    /// Its place in the plan.
    pub ancestry: Ancestry,
    /// The field; `None`: the record as a whole was added or removed.
    pub field: Option<YearField>,
    /// Before, as text; `None`: not there.
    pub from: Option<String>,
    /// After, as text.
    pub to: Option<String>,
}

/// A field as it is described; of values by year, the field of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearField {
    /// The field.
    pub field: &'static Field,
    /// The year.
    pub year: Option<FiscalYear>,
}

/// Place of a record, as far as its name alone does not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ancestry {
    /// The goal it is, or is under.
    pub goal: Option<Id<Goal>>,
    /// The measure it is, or is under.
    pub measure: Option<Id<Measure>>,
    /// 計画初年度 of the sheet it is, or is on.
    pub edition: Option<FiscalYear>,
    /// The side of the sheet.
    pub side: Option<Side>,
    /// The indicator it is, or is under.
    pub indicator: Option<Id<Indicator>>,
}

impl Ancestry {
    /// Returns the place of a record in a strategy.
    pub fn of(strategy: &Strategy, id: AnyId, record: &dyn Members) -> Self {
        let mut ancestry = Self::default();
        ancestry.climb(strategy, id, Some(record));
        ancestry
    }

    /// Notes what this record says of its place, and goes on to what it stands under.
    fn climb(&mut self, strategy: &Strategy, id: AnyId, record: Option<&dyn Members>) {
        match id.kind {
            Kind::Goal => self.goal = Some(Id::new(id.number)),
            Kind::Measure => self.measure = Some(Id::new(id.number)),
            Kind::Indicator => self.indicator = Some(Id::new(id.number)),
            _ => {}
        }
        let Some(record) = record else { return };
        for (field, value) in fields(record) {
            match value.held() {
                Held::Year(year) if id.kind == Kind::Sheet => self.edition = Some(year),
                Held::Word(key, _) if field.name == Line::side.field.name => {
                    self.side = Side::ALL.iter().find(|side| side.key() == key).copied();
                }
                Held::Record(above) if field.need == Need::Place && above != id => {
                    self.climb(strategy, above, above.find(strategy));
                }
                _ => {}
            }
        }
    }
}

fn fields(record: &dyn Members) -> impl Iterator<Item = (&'static Field, &dyn Value)> {
    record.fields().iter().zip(record.values())
}

/// The order in which a plan is read: of goals, measures and indicators, those there are now before those there were.
struct ReadingOrder {
    goals: BTreeMap<Id<Goal>, usize>,
    measures: BTreeMap<Id<Measure>, usize>,
    indicators: BTreeMap<Id<Indicator>, usize>,
}

/// Sort key of a difference in reading order: chapters, then goal by goal and measure by measure down to the lines of
/// a sheet, then the indicators, then the rest.
type SortKey = (u8, usize, usize, u8, i32, u8);

impl ReadingOrder {
    fn of(now: &Strategy, then: &Strategy) -> Self {
        let (mut goals, mut measures) = (BTreeMap::new(), BTreeMap::new());
        let mut indicators = BTreeMap::new();
        for strategy in [now, then] {
            for goal in strategy.goals.sorted() {
                let next = goals.len();
                goals.entry(goal.id).or_insert(next);
                for measure in strategy.measures_of(goal.id) {
                    let next = measures.len();
                    measures.entry(measure.id).or_insert(next);
                }
            }
            for indicator in strategy.indicators.sorted() {
                let next = indicators.len();
                indicators.entry(indicator.id).or_insert(next);
            }
        }
        Self {
            goals,
            measures,
            indicators,
        }
    }

    fn place(&self, one: &Difference) -> SortKey {
        let at = |place: Option<&usize>| place.map_or(0, |at| at + 1);
        let goal = at(one.ancestry.goal.and_then(|id| self.goals.get(&id)));
        let measure = at(one.ancestry.measure.and_then(|id| self.measures.get(&id)));
        let indicator = at(one
            .ancestry
            .indicator
            .and_then(|id| self.indicators.get(&id)));
        let level = match one.kind {
            Kind::Goal => 0,
            Kind::Division => 1,
            Kind::Measure => 2,
            Kind::Initiative => 3,
            Kind::Sheet => 4,
            _ => 5,
        };
        let group = match one.kind {
            Kind::About => 0,
            Kind::Section => 1,
            Kind::Goal | Kind::Division | Kind::Measure => 2,
            Kind::Initiative | Kind::Sheet | Kind::Line => 2,
            Kind::Indicator | Kind::Series => 3,
            _ => 4,
        };
        let year = one.ancestry.edition.map_or(0, |year| year.0);
        let side = u8::from(one.ancestry.side == Some(Side::Planned));
        match group {
            2 => (group, goal, measure, level, year, side),
            3 => (
                group,
                indicator,
                0,
                u8::from(one.kind == Kind::Series),
                0,
                0,
            ),
            _ => (group, 0, 0, 0, 0, 0),
        }
    }
}

/// A change of one record of whatever kind.
struct PlanChange<'a> {
    id: AnyId,
    from: Option<&'a dyn Members>,
    to: Option<&'a dyn Members>,
}

/// The changes of one kind, in the order of the records.
fn of_kind<'a, T: Changed>(changes: &'a Changes, all: &mut Vec<PlanChange<'a>>) {
    let mut steps: Vec<_> = T::diff(changes).iter().collect();
    sort::by_key(&mut steps, |(id, step)| {
        let record = step.to.as_ref().or(step.from.as_ref());
        (record.map(|r| r.order()), **id)
    });
    for (id, step) in steps {
        all.push(PlanChange {
            id: (*id).into(),
            from: step.from.as_deref().map(|record| record as &dyn Members),
            to: step.to.as_deref().map(|record| record as &dyn Members),
        });
    }
}

fn of_every_kind(changes: &Changes) -> Vec<PlanChange<'_>> {
    let mut all = Vec::new();
    of_kind::<About>(changes, &mut all);
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(of_kind::<$type>(changes, &mut all);)*
        };
    }
    for_each_kind!(each);
    all
}

/// The two strategies compared.
struct PlanSides<'a> {
    from: &'a Strategy,
    to: &'a Strategy,
    telling: Telling,
    /// True if every field of an added or removed record is listed, not only its name.
    whole: bool,
}

impl PlanSides<'_> {
    /// Returns the differences, in the order a plan is read.
    fn told(&self, changes: &Changes) -> Vec<(AnyId, Difference)> {
        let mut all = Vec::new();
        for change in of_every_kind(changes) {
            self.tell(&change, &mut all);
        }
        let reading = ReadingOrder::of(self.to, self.from);
        sort::by_key(&mut all, |(_, one)| reading.place(one));
        all
    }

    /// Returns the name of a record, as it is now or as it was; if it is in neither strategy, its id.
    fn name(&self, id: AnyId) -> String {
        let record = id.find(self.to).or_else(|| id.find(self.from));
        let name = record.map(called).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| id.to_string())
    }

    fn text(&self, value: &dyn Value) -> Option<String> {
        (self.telling)(value, &|id| self.name(id))
    }

    fn tell(&self, change: &PlanChange, all: &mut Vec<(AnyId, Difference)>) {
        let (strategy, record) = match (change.from, change.to) {
            (_, Some(new)) => (self.to, new),
            (Some(old), None) => (self.from, old),
            (None, None) => return,
        };
        let one = |field, from, to| Difference {
            kind: change.id.kind,
            title: title_of(strategy, change.id, record),
            ancestry: Ancestry::of(strategy, change.id, record),
            field,
            from,
            to,
        };
        match (change.from, change.to) {
            (Some(old), Some(new)) => {
                self.apart(Some(old), Some(new), &mut |told, from, to| {
                    all.push((change.id, one(Some(told), from, to)));
                });
            }
            (from, to) => {
                let names = [from, to].map(|record| record.map(called));
                let [was, is] = names.clone();
                all.push((change.id, one(None, was, is)));
                let mut tell = |told: YearField, from, to| {
                    let is_place = told.field.need == Need::Place || told.field.name == "id";
                    if !is_place && [&from, &to] != [&names[0], &names[1]] {
                        all.push((change.id, one(Some(told), from, to)));
                    }
                };
                if self.whole {
                    self.apart(from, to, &mut tell);
                }
            }
        }
    }

    /// Tells the fields of one value that differ; where one side has none, all that the other says.
    fn apart(&self, from: Option<&dyn Members>, to: Option<&dyn Members>, tell: &mut Tell<'_>) {
        let Some(either) = to.or(from) else { return };
        let old = from.map(|members| members.values()).unwrap_or_default();
        let new = to.map(|members| members.values()).unwrap_or_default();
        for (at, field) in either.fields().iter().enumerate() {
            // The place among siblings says nothing by itself.
            if field.name != Goal::order.field.name {
                self.field(field, old.get(at).copied(), new.get(at).copied(), tell);
            }
        }
    }

    fn field(
        &self,
        field: &'static Field,
        from: Option<&dyn Value>,
        to: Option<&dyn Value>,
        tell: &mut Tell<'_>,
    ) {
        let old = from.map_or(Held::Nothing, |value| value.held());
        let new = to.map_or(Held::Nothing, |value| value.held());
        match (old, new) {
            (Held::Years(old), Held::Years(new)) => self.years(field, Some(old), Some(new), tell),
            (Held::Years(old), Held::Nothing) => self.years(field, Some(old), None, tell),
            (Held::Nothing, Held::Years(new)) => self.years(field, None, Some(new), tell),
            (Held::Members(old), Held::Members(new)) if old.told().is_none() => {
                self.apart(Some(old), Some(new), tell);
            }
            (Held::Members(old), Held::Nothing) if old.told().is_none() => {
                self.apart(Some(old), None, tell);
            }
            (Held::Nothing, Held::Members(new)) if new.told().is_none() => {
                self.apart(None, Some(new), tell);
            }
            _ => self.texts(YearField { field, year: None }, from, to, tell),
        }
    }

    fn years(
        &self,
        field: &'static Field,
        old: Option<&dyn ValuesByYear>,
        new: Option<&dyn ValuesByYear>,
        tell: &mut Tell<'_>,
    ) {
        let all = |years: Option<_>| sort::map(years.into_iter().flat_map(<dyn ValuesByYear>::all));
        let (old, new) = (all(old), all(new));
        let mut years: Vec<FiscalYear> = old.keys().chain(new.keys()).copied().collect();
        sort::ascending(&mut years);
        years.dedup();
        for year in years {
            let told = YearField {
                field,
                year: Some(year),
            };
            self.texts(told, old.get(&year).copied(), new.get(&year).copied(), tell);
        }
    }

    fn texts(
        &self,
        field: YearField,
        from: Option<&dyn Value>,
        to: Option<&dyn Value>,
        tell: &mut Tell<'_>,
    ) {
        let text = |value: Option<&dyn Value>| self.text(value?);
        let (from, to) = (text(from), text(to));
        if from != to {
            tell(field, from, to);
        }
    }
}

/// Returns the title of a record in a comparison: a series and a sheet name their owner.
pub fn title_of(strategy: &Strategy, id: AnyId, record: &dyn Members) -> Title {
    let own = called(record);
    if !matches!(id.kind, Kind::Series | Kind::Sheet) {
        return Title::from(&own);
    }
    let owner = fields(record).find_map(|(field, value)| match value.held() {
        Held::Record(owner) if field.need == Need::Place => owner.find(strategy),
        _ => None,
    });
    let of = owner.map(called).unwrap_or_default();
    match year_of(record) {
        Some(year) => Title {
            of,
            own: String::new(),
            year: Some(year),
        },
        None => Title::within(&of, &own),
    }
}

/// Returns the year of a sheet.
fn year_of(record: &dyn Members) -> Option<FiscalYear> {
    fields(record).find_map(|(field, value)| match value.held() {
        Held::Year(year) if field.name == "year" => Some(year),
        _ => None,
    })
}

/// Takes a field that differs: before and after.
type Tell<'a> = dyn FnMut(YearField, Option<String>, Option<String>) + 'a;

/// Returns the differences between two strategies, given the changes from one to the other, in the order a plan is
/// read. Changes of the place among siblings alone are not listed. `telling` writes the values of fields as text.
pub fn differences(
    from: &Strategy,
    to: &Strategy,
    changes: &Changes,
    telling: Telling,
) -> Vec<Difference> {
    let sides = PlanSides {
        from,
        to,
        telling,
        whole: false,
    };
    let all = sides.told(changes).into_iter();
    all.map(|(_, difference)| difference).collect()
}

/// The same, each with the record it is of; of one that came or went all that it says.
pub fn parts(
    from: &Strategy,
    to: &Strategy,
    changes: &Changes,
    telling: Telling,
) -> Vec<(AnyId, Difference)> {
    let sides = PlanSides {
        from,
        to,
        telling,
        whole: true,
    };
    sides.told(changes)
}
