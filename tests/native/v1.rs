//! Version 1 of our file as it was published, in types of its own: what the tests of the samples look at, and a witness
//! beside the descriptions of the records, from which the app reads and writes.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use fixtures::arbitrary::{self, seeds};
use format::json;
use proptest::prelude::{ProptestConfig, prop_assert_eq};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de};

use strategy::{
    Activity, BallotChoice, Baseline, BodyMember, Closing, Counting, Course, Date, Desired, Figure,
    FiscalYear, FrameworkKind, Fund, Funding, GivenRating, GoalKind, Grant, GroundKind, Handout,
    Id, IdeaKind, IdeaSource, IdeaState, Jun, Mark, Money, Nature, Opinion, Period, Point, Related,
    Reprise, RuleSet, SectionKind, SessionTable, Source, Stage, SupportKind, TargetChange, Town,
    VoteResult, Voting,
};

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Reads what is said by year, each year once.
fn by_year<'de, D, V>(deserializer: D) -> Result<BTreeMap<FiscalYear, V>, D::Error>
where
    D: Deserializer<'de>,
    V: Deserialize<'de>,
{
    deserializer.deserialize_map(ByYear(PhantomData))
}

struct ByYear<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> de::Visitor<'de> for ByYear<V> {
    type Value = BTreeMap<FiscalYear, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{ } で囲んだ、年度ごとの値")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut years = BTreeMap::new();
        while let Some(year) = map.next_key::<i32>()? {
            let year = FiscalYear(year);
            if years.contains_key(&year) {
                let twice = format!("{}年度が2回書かれています。1つにしてください。", year.0);
                return Err(de::Error::custom(twice));
            }
            years.insert(year, map.next_value()?);
        }
        Ok(years)
    }
}

fn three() -> u32 {
    3
}

fn one() -> u32 {
    1
}

fn is_three(number: &u32) -> bool {
    *number == 3
}

fn is_one(number: &u32) -> bool {
    *number == 1
}

/// Makes the structs of the file. A field `name: Type` is always there, `name => Type` only where it is not blank, and
/// `name | Type` is said by year.
macro_rules! shapes {
    ($(
        $(#[$about:meta])*
        $name:ident {
            $($field:ident $(: $needed:ty $(= $default:literal unless $blank:literal)?)? $(=> $optional:ty)? $(| $yearly:ty)?,)*
        }
    )*) => {
        $(
            $(#[$about])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $name {
                $(
                    $($(#[serde(default = $default, skip_serializing_if = $blank)])? pub $field: $needed,)?
                    $(#[serde(default, skip_serializing_if = "is_default")] pub $field: $optional,)?
                    $(
                        #[serde(default, skip_serializing_if = "is_default", deserialize_with = "by_year")]
                        pub $field: $yearly,
                    )?
                )*
            }
        )*
    };
}

shapes! {
    /// 総合戦略のファイル.
    File {
        format: String,
        version: u32,
        title: String,
        town: Town,
        period: Period,
        stage => Stage,
        public_comment => Option<strategy::PublicComment>,
        note => String,
        sources => Vec<Source>,
        ruleset => Option<RuleSet>,
        closings => Vec<Closing>,
        revisions => Vec<strategy::PlanRevision>,
        population => Option<strategy::Population>,
        publishing => Option<strategy::Publishing>,
        english_name => String,
        english_text => String,
        handed_out => Vec<strategy::HandedPart>,
        handed => Option<strategy::HandedPart>,
        untaken => Vec<strategy::UntakenValue>,
        step_months => Vec<strategy::StepMonth>,
        data_forms => Vec<strategy::DataForm>,
        comparison_towns => Vec<strategy::ComparisonTown>,
        grant_forms => Vec<strategy::GrantForm>,
        briefings => Vec<strategy::BriefingMark>,
        sections => Vec<Section>,
        goals => Vec<Goal>,
        indicators => Vec<Indicator>,
        frameworks => Vec<Framework>,
        supports => Vec<Support>,
        grounds => Vec<Ground>,
        bodies => Vec<Body>,
        lanes => Vec<Lane>,
        sessions => Vec<Session>,
        ideas => Vec<Idea>,
        grant_projects => Vec<GrantProject>,
    }

    /// 章.
    Section {
        id: Id<strategy::Section>,
        kind => SectionKind,
        number => String,
        title => String,
        text => String,
        points => Vec<Point>,
        grounds => Vec<Id<strategy::Ground>>,
    }

    /// 基本目標・横断的な目標.
    Goal {
        id: Id<strategy::Goal>,
        kind => GoalKind,
        number => String,
        title: String,
        subtitle => String,
        direction => String,
        targets => Vec<Id<strategy::Indicator>>,
        aligned => Vec<Id<strategy::FrameworkItem>>,
        grounds => Vec<Id<strategy::Ground>>,
        logic => Option<strategy::Logic>,
        note => String,
        english_name => String,
        english_text => String,
        measures => Vec<Measure>,
        divisions => Vec<Division>,
    }

    /// 基本計画・柱.
    Division {
        id: Id<strategy::Division>,
        label => String,
        number => String,
        title: String,
        measures => Vec<Measure>,
    }

    /// 施策.
    Measure {
        id: Id<strategy::Measure>,
        number => String,
        title: String,
        direction => String,
        priority => bool,
        kpis => Vec<Id<strategy::Indicator>>,
        related => Vec<Related>,
        aligned => Vec<Id<strategy::FrameworkItem>>,
        grounds => Vec<Id<strategy::Ground>>,
        owner => String,
        note => String,
        english_name => String,
        initiatives => Vec<Initiative>,
        sheets => Vec<Sheet>,
    }

    /// 具体的取組・事業.
    Initiative {
        id: Id<strategy::Initiative>,
        number => String,
        title: String,
        text => String,
        new => bool,
        reprise => Option<Reprise>,
        supports => Vec<Id<strategy::Support>>,
        aligned => Vec<Id<strategy::FrameworkItem>>,
        owner => String,
    }

    /// 実施計画・評価シート.
    Sheet {
        id: Id<strategy::Sheet>,
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
        grant => Option<Grant>,
    }

    /// 事業の行.
    Line {
        id: Id<strategy::Line>,
        initiative => Option<Id<strategy::Initiative>>,
        title: String,
        marks => Vec<Mark>,
        text => String,
        settled => Option<Money>,
        budgets | BTreeMap<FiscalYear, Money>,
        courses | BTreeMap<FiscalYear, Course>,
        funding => Option<Funding>,
        funds => Vec<Fund>,
        note => String,
    }

    /// 指標.
    Indicator {
        id: Id<strategy::Indicator>,
        code => String,
        name: String,
        unit => String,
        desired => Option<Desired>,
        counting => Counting,
        nature => Option<Nature>,
        definition => String,
        method => String,
        source => String,
        next_release => String,
        grounds => Vec<Id<strategy::Ground>>,
        owner => String,
        rationale => String,
        note => String,
        tolerance => Option<Decimal>,
        breaks => Vec<FiscalYear>,
        series => Vec<Series>,
        changes => Vec<TargetChange>,
        ratings | BTreeMap<FiscalYear, GivenRating>,
        english_name => String,
        english_text => String,
    }

    /// 系列.
    Series {
        id: Id<strategy::Series>,
        name => String,
        baseline => Option<Baseline>,
        targets | BTreeMap<FiscalYear, Figure>,
        actuals | BTreeMap<FiscalYear, Figure>,
        without_policy | BTreeMap<FiscalYear, Figure>,
        notes | BTreeMap<FiscalYear, String>,
        published => Option<strategy::PublishedMeasure>,
        compared => Vec<strategy::TownFigures>,
    }

    /// 枠組み.
    Framework {
        id: Id<strategy::Framework>,
        kind => FrameworkKind,
        title: String,
        source => String,
        text => String,
        items => Vec<FrameworkItem>,
    }

    /// 枠組みの項目.
    FrameworkItem {
        id: Id<strategy::FrameworkItem>,
        kind => GoalKind,
        number => String,
        title: String,
        subtitle => String,
        points => Vec<String>,
    }

    /// 支援施策.
    Support {
        id: Id<strategy::Support>,
        kind => SupportKind,
        number => String,
        title: String,
        text => String,
        provider => String,
        deadline => Option<Date>,
    }

    /// 根拠.
    Ground {
        id: Id<strategy::Ground>,
        kind => GroundKind,
        title: String,
        issuer => String,
        address => String,
        seen => Option<Date>,
        passage => String,
    }

    /// 会議体.
    Body {
        id: Id<strategy::Body>,
        title: String,
        role => String,
        members => Vec<BodyMember>,
    }

    /// 日程のレーン.
    Lane {
        id: Id<strategy::Lane>,
        title: String,
        stages => bool,
        items => Vec<TimetableItem>,
    }

    /// 日程の項目.
    TimetableItem {
        id: Id<strategy::TimetableItem>,
        body => Option<Id<strategy::Body>>,
        from: Jun,
        to: Jun,
        title: String,
        owner => String,
        points => Vec<String>,
        handouts => Vec<Handout>,
        done => bool,
    }

    /// 対話の会.
    Session {
        id: Id<strategy::Session>,
        title: String,
        date => Option<Date>,
        place => String,
        question => String,
        activities => Vec<Activity>,
        goals => Vec<Id<strategy::Goal>>,
        indicators => Vec<Id<strategy::Indicator>>,
        tables => Vec<SessionTable>,
        voting => Voting,
        dots: u32 = "three" unless "is_three",
        groups => Vec<String>,
        opened => bool,
        at_table => String,
        ballots => Vec<Ballot>,
        guesses => Vec<Guess>,
    }

    /// 予想.
    Guess {
        id: Id<strategy::Guess>,
        indicator => Option<Id<strategy::Indicator>>,
        table => String,
        values | BTreeMap<FiscalYear, Figure>,
        reasons => Vec<String>,
    }

    /// 投票.
    Ballot {
        id: Id<strategy::Ballot>,
        table => String,
        group => String,
        source => IdeaSource,
        people: u32 = "one" unless "is_one",
        voting => Option<Voting>,
        choices => Vec<BallotChoice>,
    }

    /// 意見・アイデア.
    Idea {
        id: Id<strategy::Idea>,
        text: String,
        wordings => Vec<String>,
        written => i64,
        kind => IdeaKind,
        source => IdeaSource,
        session => Option<Id<strategy::Session>>,
        goal => Option<Id<strategy::Goal>>,
        measure => Option<Id<strategy::Measure>>,
        indicator => Option<Id<strategy::Indicator>>,
        table => String,
        date => Option<Date>,
        votes => u32,
        results => Vec<VoteResult>,
        theme => String,
        merged => Option<Id<strategy::Idea>>,
        state => Option<IdeaState>,
        answer => String,
        changed_goals => Vec<Id<strategy::Goal>>,
        changed_measures => Vec<Id<strategy::Measure>>,
        changed_indicators => Vec<Id<strategy::Indicator>>,
    }

    /// 交付金・寄附の事業.
    GrantProject {
        id: Id<strategy::GrantProject>,
        kind => strategy::GrantKind,
        programme => String,
        title: String,
        period: Period,
        outline => String,
        initiatives => Vec<Id<strategy::Initiative>>,
        kpis => Vec<Id<strategy::Indicator>>,
        cost => String,
        deadlines => Vec<strategy::GrantDeadline>,
        reviews | BTreeMap<FiscalYear, strategy::GrantReview>,
        note => String,
    }
}

proptest::proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_text_is_that_of_the_published_shape((seed, size) in seeds(4)) {
        let text = json::write(&arbitrary::strategy(seed, size));
        let file: File = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_string_pretty(&file).unwrap() + "\n", text);
    }
}
