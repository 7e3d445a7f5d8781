//! The parts of a file that the tests of samples look at, nested as the file has them.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use strategy::{
    Baseline, Closing, Counting, Course, Desired, Figure, FiscalYear, FrameworkKind, Fund, Funding,
    GivenRating, GoalKind, Id, Jun, Mark, Money, Nature, Opinion, Period, Point, Related, Reprise,
    RuleSet, Source, Stage, SupportKind, TargetChange, Town,
};

/// Reads values by year: in a file the years are texts.
fn by_year<'de, D: Deserializer<'de>, V: Deserialize<'de>>(
    deserializer: D,
) -> Result<BTreeMap<FiscalYear, V>, D::Error> {
    let years = BTreeMap::<i32, V>::deserialize(deserializer)?;
    let years = years.into_iter();
    Ok(years
        .map(|(year, value)| (FiscalYear(year), value))
        .collect())
}

/// Makes the structs. A field `name => Type` may be absent, and `name | Type` has a value for each year.
macro_rules! shapes {
    ($($name:ident { $($field:ident $(: $needed:ty)? $(=> $optional:ty)? $(| $yearly:ty)?,)* })*) => {
        $(
            #[derive(Debug, Deserialize)]
            pub struct $name {
                $(
                    $(pub $field: $needed,)?
                    $(#[serde(default)] pub $field: $optional,)?
                    $(#[serde(default, deserialize_with = "by_year")] pub $field: BTreeMap<FiscalYear, $yearly>,)?
                )*
            }
        )*
    };
}

shapes! {
    File {
        title: String,
        town: Town,
        period: Period,
        stage => Stage,
        note => String,
        sources => Vec<Source>,
        ruleset => Option<RuleSet>,
        closings => Vec<Closing>,
        sections => Vec<Section>,
        goals => Vec<Goal>,
        indicators => Vec<Indicator>,
        frameworks => Vec<Framework>,
        supports => Vec<Support>,
        bodies => Vec<Body>,
        lanes => Vec<Lane>,
        ideas => Vec<Idea>,
    }

    Section {
        number => String,
        title => String,
        text => String,
        points => Vec<Point>,
    }

    Goal {
        kind => GoalKind,
        number => String,
        title: String,
        subtitle => String,
        direction => String,
        targets => Vec<Id<strategy::Indicator>>,
        aligned => Vec<Id<strategy::FrameworkItem>>,
        measures => Vec<Measure>,
        divisions => Vec<Division>,
    }

    Division {
        label => String,
        number => String,
        title: String,
        measures => Vec<Measure>,
    }

    Measure {
        id: Id<strategy::Measure>,
        number => String,
        title: String,
        direction => String,
        priority => bool,
        kpis => Vec<Id<strategy::Indicator>>,
        related => Vec<Related>,
        initiatives => Vec<Initiative>,
        sheets => Vec<Sheet>,
    }

    Initiative {
        id: Id<strategy::Initiative>,
        title: String,
        new => bool,
        reprise => Option<Reprise>,
    }

    Sheet {
        year: FiscalYear,
        done => Vec<Line>,
        printed_settled => Option<i64>,
        results => String,
        rating => String,
        opinions => Vec<Opinion>,
        improvements => String,
        outline => String,
        planned => Vec<Line>,
        printed_budget => Option<i64>,
        note => String,
    }

    Line {
        initiative => Option<Id<strategy::Initiative>>,
        title: String,
        marks => Vec<Mark>,
        text => String,
        settled => Option<Money>,
        budgets | Money,
        courses | Course,
        funding => Option<Funding>,
        funds => Vec<Fund>,
    }

    Indicator {
        id: Id<strategy::Indicator>,
        code => String,
        name: String,
        desired => Option<Desired>,
        counting => Counting,
        nature => Option<Nature>,
        source => String,
        owner => String,
        series => Vec<Series>,
        changes => Vec<TargetChange>,
        ratings | GivenRating,
    }

    Series {
        id: Id<strategy::Series>,
        name => String,
        baseline => Option<Baseline>,
        targets | Figure,
        actuals | Figure,
        without_policy | Figure,
    }

    Framework {
        kind => FrameworkKind,
        title: String,
        items => Vec<FrameworkItem>,
    }

    FrameworkItem {
        id: Id<strategy::FrameworkItem>,
        kind => GoalKind,
        number => String,
        title: String,
        subtitle => String,
        points => Vec<String>,
    }

    Support {
        kind => SupportKind,
        number => String,
        title: String,
        text => String,
        provider => String,
    }

    Body {
        id: Id<strategy::Body>,
        title: String,
    }

    Lane {
        title: String,
        stages => bool,
        items => Vec<TimetableItem>,
    }

    TimetableItem {
        body => Option<Id<strategy::Body>>,
        from: Jun,
        to: Jun,
        title: String,
        points => Vec<String>,
        done => bool,
    }

    Idea {
        votes => u32,
        answer => String,
    }
}
