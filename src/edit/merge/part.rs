//! The parts of a record that are decided one by one: a field, a year of it, fields that belong together.

use strategy::record::{Field, Group, Held, Members, Need, Value, ValuesByYear};
use strategy::{AnyId, FiscalYear, Kind, sort};

use super::alike::{AlikeBy, same};

/// Unit of decision: a part of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The record.
    pub record: AnyId,
    /// The part of it.
    pub part: Part,
}

/// A part of a record. A field is named as in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The record as a whole, with all records under it.
    Whole,
    /// Its place.
    Place,
    /// One field.
    Field(&'static str),
    /// One year of a field.
    Year(&'static str, FiscalYear),
    /// The fields that belong together, by the first of them.
    Together(&'static str),
}

impl Spot {
    /// Returns the places of its fields among those of the record.
    pub(super) fn places(self) -> Vec<usize> {
        let fields = self.record.kind.fields();
        let group = |name: &str| {
            let first = fields.iter().find(|field| field.name == name);
            first.map_or(Group::Alone, |field| field.group)
        };
        let belongs = |field: &Field| match self.part {
            Part::Whole => false,
            Part::Place => is_place(field),
            Part::Field(name) | Part::Year(name, _) => field.name == name,
            Part::Together(name) => field.group == group(name),
        };
        let all = 0..fields.len();
        all.filter(|place| belongs(&fields[*place])).collect()
    }

    /// The fields it is made of.
    pub fn fields(self) -> Vec<&'static Field> {
        let fields = self.record.kind.fields();
        let places = self.places().into_iter();
        places.map(|place| &fields[place]).collect()
    }

    /// Returns the values of its fields in a record; for one year, the values of that year.
    pub fn values(self, record: &dyn Members) -> Vec<Option<&dyn Value>> {
        let values = record.values();
        let places = self.places().into_iter();
        places
            .map(|place| match self.part {
                Part::Year(_, year) => in_year(values[place], year),
                _ => Some(values[place]),
            })
            .collect()
    }

    /// True if the part is the same in both; a missing record equals only a missing one.
    pub(super) fn same(
        self,
        a: Option<&dyn Members>,
        b: Option<&dyn Members>,
        by: AlikeBy,
    ) -> bool {
        let values = |record: Option<_>| record.map(|record| self.values(record));
        match (values(a), values(b)) {
            (Some(a), Some(b)) => a.iter().zip(&b).all(|(a, b)| same(*a, *b, by)),
            (a, b) => a.is_none() && b.is_none(),
        }
    }
}

/// True if a field is part of the place of a record.
pub(super) fn is_place(field: &Field) -> bool {
    field.need == Need::Place && field.name != "id"
}

/// True if a field is the place among siblings, and nothing else.
pub(super) fn is_order(field: &Field) -> bool {
    is_place(field) && field.name == "order"
}

fn in_year(value: &dyn Value, year: FiscalYear) -> Option<&dyn Value> {
    let Held::Years(years) = value.held() else {
        return None;
    };
    years_of(years)
        .find(|(one, _)| *one == year)
        .map(|(_, value)| value)
}

fn years_of(years: &dyn ValuesByYear) -> impl Iterator<Item = (FiscalYear, &dyn Value)> {
    years.all().into_iter()
}

/// The versions of one record.
#[derive(Clone, Copy)]
pub(super) struct Versions<'a> {
    pub kind: Kind,
    pub base: Option<&'a dyn Members>,
    pub mine: &'a dyn Members,
    pub theirs: &'a dyn Members,
}

impl Versions<'_> {
    /// The parts in which theirs differs from the base, in the order of the fields.
    pub fn parts(&self) -> Vec<Part> {
        let fields = self.kind.fields();
        let mut parts = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            if field.name == "id" || !self.differs(self.theirs, at) {
                continue;
            }
            let part = match field.group {
                Group::Place => Part::Place,
                Group::Alone => Part::Field(field.name),
                group => self.together(group, at),
            };
            match part {
                Part::Field(name) if is_by_year(self.theirs, at) => {
                    let years = self.years(at).into_iter();
                    parts.extend(years.map(|year| Part::Year(name, year)));
                }
                part if parts.contains(&part) => {}
                part => parts.push(part),
            }
        }
        parts
    }

    fn differs(&self, side: &dyn Members, at: usize) -> bool {
        let base = self.base.map(|base| base.values());
        !same(
            base.map(|base| base[at]),
            Some(side.values()[at]),
            AlikeBy::Text,
        )
    }

    /// The fields of a group as one; where values by year are all that anybody changed of it, year by year.
    fn together(&self, group: Group, at: usize) -> Part {
        let fields = self.kind.fields();
        let others = (0..fields.len()).filter(|one| *one != at && fields[*one].group == group);
        let changed = |one: usize| self.differs(self.mine, one) || self.differs(self.theirs, one);
        let first = fields.iter().find(|field| field.group == group);
        match is_by_year(self.theirs, at) && !others.into_iter().any(changed) {
            true => Part::Field(fields[at].name),
            false => Part::Together(first.map_or("", |field| field.name)),
        }
    }

    /// The years in which a field of theirs differs from the base.
    fn years(&self, at: usize) -> Vec<FiscalYear> {
        let base = self.base.map(|base| base.values()[at]);
        let theirs = self.theirs.values()[at];
        let of = |value: &dyn Value| match value.held() {
            Held::Years(years) => years.all().into_iter().map(|(year, _)| year).collect(),
            _ => Vec::new(),
        };
        let mut years = of(theirs);
        years.extend(base.map(of).unwrap_or_default());
        sort::ascending(&mut years);
        years.dedup();
        let differs = |year: &FiscalYear| {
            let base = base.and_then(|base| in_year(base, *year));
            !same(base, in_year(theirs, *year), AlikeBy::Text)
        };
        years.into_iter().filter(differs).collect()
    }
}

fn is_by_year(record: &dyn Members, at: usize) -> bool {
    matches!(record.values()[at].held(), Held::Years(_))
}
