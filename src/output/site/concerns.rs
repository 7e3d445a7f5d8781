//! Concerns to look at before a site is published: none is certain, and none is hidden.

use std::collections::BTreeMap;

use serde_json::Value;

use super::context::Site;
use super::manifest::Before;
use format::json;
use insight::checks::{Finding, Rule, check};
use insight::{PersonalSort, PublicationGap, personal_places, publication_gaps};
use strategy::for_each_kind;
use strategy::*;

/// The concerns found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Concerns {
    /// Number of records of each kind that become public and were not before; all of them the first time.
    pub new: BTreeMap<Kind, usize>,
    /// Texts in which a person, an address or a number to call may stand.
    pub personal: Vec<Personal>,
    /// Indicators without source, without definition, and figures that are not read as such.
    pub lacking: Vec<Finding>,
    /// Gaps of the whole plan.
    pub gaps: Vec<PublicationGap>,
}

/// A text in which something personal may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Personal {
    /// The record nearest to it; `None`: the cover.
    pub record: Option<AnyId>,
    /// Kind of data that it may be.
    pub sort: PersonalSort,
    /// The text around it.
    pub excerpt: String,
}

impl Site {
    /// Returns the concerns to look at before publication.
    pub fn concerns(&self, before: Option<&Before>) -> Concerns {
        let lacks = [Rule::NoSource, Rule::NoDefinition, Rule::FigureUnread];
        let mut lacking = check(self.strategy(), self.today);
        lacking.retain(|finding| lacks.contains(&finding.rule));
        Concerns {
            new: new_records(self.strategy(), before.map(|before| &before.strategy)),
            personal: personal(self.strategy()),
            lacking,
            gaps: publication_gaps(self.strategy(), &self.choices),
        }
    }
}

fn new_records(public: &Strategy, before: Option<&Strategy>) -> BTreeMap<Kind, usize> {
    let mut new = BTreeMap::new();
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(
                let is_new = |id: &Id<$type>| before.is_none_or(|before| !before.$table.contains(*id));
                let count = public.$table.ids().filter(is_new).count();
                if count > 0 {
                    new.insert(Kind::$type, count);
                }
            )*
        };
    }
    for_each_kind!(each);
    new
}

/// Every text of the strategy that may hold something personal.
fn personal(public: &Strategy) -> Vec<Personal> {
    let mut found = Vec::new();
    // It was written a moment ago: it is read.
    if let Ok(file) = serde_json::from_str(&json::write(public)) {
        walk(&file, None, &mut found);
    }
    found
}

fn walk(value: &Value, record: Option<AnyId>, found: &mut Vec<Personal>) {
    match value {
        Value::String(text) => {
            let places = personal_places(text).into_iter();
            found.extend(places.map(|(sort, excerpt)| Personal {
                record,
                sort,
                excerpt,
            }));
        }
        Value::Array(all) => all.iter().for_each(|one| walk(one, record, found)),
        Value::Object(fields) => {
            let own = fields.get("id").and_then(Value::as_str);
            let record = own.and_then(any_id).or(record);
            let others = fields.iter().filter(|(name, _)| !is_meant(name));
            others.for_each(|(_, one)| walk(one, record, found));
        }
        _ => {}
    }
}

/// True for the field that exists so that residents can write to the town.
fn is_meant(field: &str) -> bool {
    field == About::public_comment.field.name
}

/// The record of an id as a file writes it: `g3`.
pub fn any_id(text: &str) -> Option<AnyId> {
    let kind = Kind::of(text.get(..1)?)?;
    macro_rules! parsed {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            match kind {
                Kind::About => Some(About::ID.into()),
                $(Kind::$type => text.parse::<Id<$type>>().ok().map(AnyId::from),)*
            }
        };
    }
    for_each_kind!(parsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_that_holds_the_text_is_told() {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            id: Id::new(7),
            title: "しごと".into(),
            direction: "問い合わせは 011-123-4567 まで".into(),
            ..Goal::default()
        });
        let found = personal(&s);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].record, Some(Id::<Goal>::new(7).into()));
        assert!(found[0].excerpt.contains("011-123-4567"));
    }

    #[test]
    fn the_address_for_comments_is_meant_for_everybody() {
        let mut s = Strategy::default();
        s.about.insert(About {
            public_comment: Some(PublicComment {
                address: "kikaku@example.lg.jp".into(),
                ..PublicComment::default()
            }),
            ..About::default()
        });
        assert_eq!(personal(&s), []);
    }
}
