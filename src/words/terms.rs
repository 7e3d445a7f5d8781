//! Names of fields and choices.

use super::say::Word;
use super::text::{ABSENT, fields, stages, terms};
use strategy::record::Field;
use strategy::*;

impl Word for Field {
    /// Returns its name on screen.
    fn word(&self) -> &'static str {
        fields::find(self.of, self.name).unwrap_or(ABSENT)
    }
}

/// Returns the name of a choice on screen, by the name of its type and its key in a file.
pub fn term(of: &str, key: &str) -> &'static str {
    let found = stages::find(of, key).or_else(|| terms::find(of, key));
    found.unwrap_or(ABSENT)
}

macro_rules! called {
    ($($name:ident)*) => {
        $(
            impl Word for $name {
                /// Returns its name on screen.
                fn word(&self) -> &'static str {
                    term(stringify!($name), self.key())
                }
            }
        )*
    };
}

called! {
    ActivityKind Certainty ClosingAct FrameworkKind FundSource Funding GoalKind GrantKind GroundKind IdeaKind IdeaSource IdeaState Licence LogicStage Missing Nature OptionalPage OtherLanguage OwnRows Provisional Quantity
    SectionKind Side Span Stage
    State SupportKind Third Tone VoteKind Voting Work YearStep
}

impl Word for Desired {
    /// Returns its name on screen, without its bounds.
    fn word(&self) -> &'static str {
        term("Desired", self.key())
    }
}

impl Word for Counting {
    /// Returns its name on screen, without its first year.
    fn word(&self) -> &'static str {
        term("Counting", self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::super::text;
    use super::*;
    use strategy::record::{Members, Value, WordChoice, WordChoices};

    /// Returns the texts of the dictionary, each by its table and its name, in order.
    fn written(tables: &[text::Table]) -> Vec<(&'static str, &'static str)> {
        let of = |(table, _, names): &text::Table| {
            let table = *table;
            names
                .iter()
                .map(move |name| (table, *name))
                .collect::<Vec<_>>()
        };
        tables.iter().flat_map(of).collect()
    }

    #[test]
    fn every_field_has_its_word_and_no_other_has_one() {
        let mut all: Vec<&Field> = Kind::ALL.iter().flat_map(|kind| kind.fields()).collect();
        for within in [
            Town::FIELDS,
            PublicComment::FIELDS,
            StepMonth::FIELDS,
            BriefingMark::FIELDS,
            PlanRevision::FIELDS,
            PeriodExtension::FIELDS,
            Population::FIELDS,
            Projection::FIELDS,
            ProjectionYear::FIELDS,
            Scenario::FIELDS,
            Register::FIELDS,
            RegisterArea::FIELDS,
            AgeShare::FIELDS,
            DataForm::FIELDS,
            PublishedMeasure::FIELDS,
            ComparisonTown::FIELDS,
            TownFigures::FIELDS,
            GrantDeadline::FIELDS,
            GrantReview::FIELDS,
            GrantForm::FIELDS,
            FormCell::FIELDS,
            Logic::FIELDS,
            StagedIndicator::FIELDS,
            LogicLink::FIELDS,
            Publishing::FIELDS,
            HandedPart::FIELDS,
            PartReturn::FIELDS,
            UntakenValue::FIELDS,
            Source::FIELDS,
            Closing::FIELDS,
            Point::FIELDS,
            Related::FIELDS,
            Opinion::FIELDS,
            BodyMember::FIELDS,
            Handout::FIELDS,
            Activity::FIELDS,
            SessionTable::FIELDS,
            BallotChoice::FIELDS,
            VoteResult::FIELDS,
            Grant::FIELDS,
            Fund::FIELDS,
            TargetChange::FIELDS,
            GivenRating::FIELDS,
            Baseline::FIELDS,
            Number::FIELDS,
            RuleSet::FIELDS,
            Band::FIELDS,
            Test::FIELDS,
            Period::FIELDS,
            Jun::FIELDS,
        ] {
            all.extend(within);
        }
        let mut keep = Desired::of("keep").expect("there");
        let mut cumulative = Counting::of("cumulative").expect("there");
        let mut plus = DirectionalTarget::of("plus").expect("there");
        let mut figure = Figure::blank();
        let others: [&mut dyn Members; 4] = [&mut keep, &mut cumulative, &mut plus, &mut figure];
        others.into_iter().for_each(|one| all.extend(one.fields()));
        let mut all: Vec<_> = all.iter().map(|field| (field.of, field.name)).collect();
        all.sort_unstable();
        assert_eq!(all, written(fields::TABLES));
    }

    #[test]
    fn every_choice_has_its_word_and_no_other_has_one() {
        fn words<T: WordChoices>() -> Vec<(&'static str, &'static str)> {
            T::all().iter().map(|one| (T::NAME, one.key())).collect()
        }
        fn choice<T: WordChoice + Value>(name: &'static str) -> Vec<(&'static str, &'static str)> {
            T::blank().words().iter().map(|key| (name, *key)).collect()
        }
        let mut all = [
            words::<ActivityKind>(),
            words::<Certainty>(),
            words::<ClosingAct>(),
            words::<FrameworkKind>(),
            words::<FundSource>(),
            words::<Licence>(),
            words::<LogicStage>(),
            words::<OptionalPage>(),
            words::<OtherLanguage>(),
            words::<Funding>(),
            words::<GoalKind>(),
            words::<GrantKind>(),
            words::<GroundKind>(),
            words::<IdeaKind>(),
            words::<IdeaSource>(),
            words::<IdeaState>(),
            words::<Missing>(),
            words::<Nature>(),
            words::<OwnRows>(),
            words::<Provisional>(),
            words::<Quantity>(),
            words::<SectionKind>(),
            words::<Side>(),
            words::<Span>(),
            words::<Stage>(),
            words::<State>(),
            words::<SupportKind>(),
            words::<Third>(),
            words::<Tone>(),
            words::<VoteKind>(),
            words::<Voting>(),
            words::<Work>(),
            words::<YearStep>(),
            choice::<Bound>("Bound"),
            choice::<Counting>("Counting"),
            choice::<Desired>("Desired"),
            choice::<LogicSource>("LogicSource"),
            choice::<Reading>("Reading"),
            choice::<Reprise>("Reprise"),
            choice::<DirectionalTarget>("DirectionalTarget"),
        ]
        .concat();
        all.sort_unstable();
        let mut called = [written(stages::TABLES), written(terms::TABLES)].concat();
        called.sort_unstable();
        assert_eq!(all, called);
    }
}
