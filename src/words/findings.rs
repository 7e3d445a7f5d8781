//! 指摘のことば: the title of each rule of 点検, why it matters, and its finding.

use super::say::{Say, Word};
use super::text::{findings as text, marks};
use super::{model, number, time};
use edit::Field;
use insight::checks::{Fact, Finding, Rule, Severity};
use strategy::*;

impl Word for Severity {
    /// 誤り・注意・助言.
    fn word(&self) -> &'static str {
        match self {
            Severity::Error => text::error(),
            Severity::Warning => text::warning(),
            Severity::Advice => text::advice(),
        }
    }
}

/// The words of a rule of 点検.
pub trait RuleWords {
    /// Returns its name.
    fn title(self) -> &'static str;

    /// Returns why it matters.
    fn why(self) -> &'static str;
}

/// Each rule with its title, why it matters, and its sentence, which takes the name of the record (0) and the facts
/// (1 …).
macro_rules! rules {
    ($($rule:ident: $title:ident, $why:ident, $say:ident($($given:literal),*);)*) => {
        impl RuleWords for Rule {
            fn title(self) -> &'static str {
                match self {
                    $(Rule::$rule => text::$title(),)*
                }
            }

            fn why(self) -> &'static str {
                match self {
                    $(Rule::$rule => text::$why(),)*
                }
            }

        }

        /// Returns the sentence of a rule with its facts.
        fn sentence(rule: Rule, facts: &[String]) -> String {
            match rule {
                $(Rule::$rule => text::$say($(given(facts, $given)),*).into(),)*
            }
        }
    };
}

rules! {
    PlanUntitled: plan_untitled_title, plan_untitled_why, plan_untitled();
    TownUnnamed: town_unnamed_title, town_unnamed_why, town_unnamed();
    TownCodeWrong: town_code_wrong_title, town_code_wrong_why, town_code_wrong(1);
    PeriodReversed: period_reversed_title, period_reversed_why, period_reversed(2, 1);
    Dangling: dangling_title, dangling_why, dangling(1);
    RuleSetGaps: rule_set_gaps_title, rule_set_gaps_why, rule_set_gaps(0, 1);
    TimetableReversed: timetable_reversed_title, timetable_reversed_why, timetable_reversed(0);
    IdeaUnanswered: idea_unanswered_title, idea_unanswered_why, idea_unanswered(0);
    PartLate: part_late_title, part_late_why, part_late(0, 1);
    NoGoals: no_goals_title, no_goals_why, no_goals();
    EmptyTitle: empty_title_title, empty_title_why, empty_title(1);
    GoalWithoutTarget: goal_without_target_title, goal_without_target_why, goal_without_target(0);
    GoalWithoutMeasure: goal_without_measure_title, goal_without_measure_why, goal_without_measure(0);
    GoalWithoutDirection: goal_without_direction_title, goal_without_direction_why, goal_without_direction(0);
    MeasureWithoutKpi: measure_without_kpi_title, measure_without_kpi_why, measure_without_kpi(0);
    MeasureWithoutInitiative: measure_without_initiative_title, measure_without_initiative_why, measure_without_initiative(0);
    MeasureWithoutOwner: measure_without_owner_title, measure_without_owner_why, measure_without_owner(0);
    DivisionEmpty: division_empty_title, division_empty_why, division_empty(0);
    NumberTwice: number_twice_title, number_twice_why, number_twice(0, 1, 2);
    TitleTwice: title_twice_title, title_twice_why, title_twice(0);
    IndicatorListedTwice: indicator_listed_twice_title, indicator_listed_twice_why, indicator_listed_twice(0, 1);
    RepriseWithoutOriginal: reprise_without_original_title, reprise_without_original_why, reprise_without_original(0);
    RelatedUnlinked: related_unlinked_title, related_unlinked_why, related_unlinked(0, 1, 2);
    TooManyTargets: too_many_targets_title, too_many_targets_why, too_many_targets(0, 1);
    OutputAsGoalTarget: output_as_goal_target_title, output_as_goal_target_why, output_as_goal_target(0, 1);
    OutputOnlyMeasure: output_only_measure_title, output_only_measure_why, output_only_measure(0);
    ItemUnanswered: item_unanswered_title, item_unanswered_why, item_unanswered(1, 0);
    OwnUntied: own_untied_title, own_untied_why, own_untied(1, 0);
    FrameworkSuperseded: framework_superseded_title, framework_superseded_why, framework_superseded(0, 1, 2, 3);
    GroundWithoutAddress: ground_without_address_title, ground_without_address_why, ground_without_address(0);
    GroundUndated: ground_undated_title, ground_undated_why, ground_undated(0);
    GroundUncited: ground_uncited_title, ground_uncited_why, ground_uncited(0);
    SupportPastDeadline: support_past_deadline_title, support_past_deadline_why, support_past_deadline(0, 1);
    SupportDeadlineNear: support_deadline_near_title, support_deadline_near_why, support_deadline_near(0, 1);
    TooManyIndicators: too_many_indicators_title, too_many_indicators_why, too_many_indicators(1);
    IndicatorUnused: indicator_unused_title, indicator_unused_why, indicator_unused(0);
    SameIndicator: same_indicator_title, same_indicator_why, same_indicator(0);
    SameCode: same_code_title, same_code_why, same_code(0, 1, 2);
    KeepWithoutSide: keep_without_side_title, keep_without_side_why, keep_without_side(0, 1);
    NoWay: no_way_title, no_way_why, no_way(0);
    WayAgainstTarget: way_against_target_title, way_against_target_why, way_against_target(0, 1);
    CountingAgainstTarget: counting_against_target_title, counting_against_target_why, counting_against_target(0, 1, 2);
    LimitsReversed: limits_reversed_title, limits_reversed_why, limits_reversed(0, 1, 2);
    NoUnit: no_unit_title, no_unit_why, no_unit(0);
    NoSource: no_source_title, no_source_why, no_source(0);
    NoOwner: no_owner_title, no_owner_why, no_owner(0);
    NoDefinition: no_definition_title, no_definition_why, no_definition(0);
    NoRationale: no_rationale_title, no_rationale_why, no_rationale(0);
    NoBaseline: no_baseline_title, no_baseline_why, no_baseline(0);
    NoBaselineYear: no_baseline_year_title, no_baseline_year_why, no_baseline_year(0, 1);
    NoTarget: no_target_title, no_target_why, no_target(0);
    NoFinalTarget: no_final_target_title, no_final_target_why, no_final_target(0, 1, 2);
    TargetOutsidePeriod: target_outside_period_title, target_outside_period_why, target_outside_period(0, 1);
    TargetOnWrongSide: target_on_wrong_side_title, target_on_wrong_side_why, target_on_wrong_side(0, 2, 1);
    TargetAlreadyReached: target_already_reached_title, target_already_reached_why, target_already_reached(0, 1, 2);
    TargetWithinTolerance: target_within_tolerance_title, target_within_tolerance_why, target_within_tolerance(0, 1, 2, 3);
    FigureUnread: figure_unread_title, figure_unread_why, figure_unread(0, 1, 2);
    UnitsDiffer: units_differ_title, units_differ_why, units_differ(0, 1, 2);
    ChangeWithoutReason: change_without_reason_title, change_without_reason_why, change_without_reason(0, 1);
    TargetLowered: target_lowered_title, target_lowered_why, target_lowered(0, 1, 2, 3);
    ActualInFuture: actual_in_future_title, actual_in_future_why, actual_in_future(0, 1, 2);
    ActualOverdue: actual_overdue_title, actual_overdue_why, actual_overdue(0, 1);
    ClosedYearBlank: closed_year_blank_title, closed_year_blank_why, closed_year_blank(0, 1);
    CumulativeFalls: cumulative_falls_title, cumulative_falls_why, cumulative_falls(0, 1, 2, 3, 4);
    CumulativeBaseline: cumulative_baseline_title, cumulative_baseline_why, cumulative_baseline(0, 1);
    RedefinedSinceBaseline: redefined_since_baseline_title, redefined_since_baseline_why, redefined_since_baseline(0, 1);
    ActualJumps: actual_jumps_title, actual_jumps_why, actual_jumps(0, 1, 2, 3, 4);
    RatingUnknown: rating_unknown_title, rating_unknown_why, rating_unknown(0, 1, 2);
    RatingWithoutReason: rating_without_reason_title, rating_without_reason_why, rating_without_reason(0, 1, 2);
    SheetWithoutRating: sheet_without_rating_title, sheet_without_rating_why, sheet_without_rating(0, 1);
    PrintedTotalDiffers: printed_total_differs_title, printed_total_differs_why, printed_total_differs(0, 1, 2, 3);
    FundsDiffer: funds_differ_title, funds_differ_why, funds_differ(0, 2, 1);
}

fn given(facts: &[String], place: usize) -> &str {
    facts.get(place).map_or("", String::as_str)
}

impl Say for Finding {
    /// Returns the finding as a sentence.
    fn say(&self) -> String {
        let mut facts = vec![self.name.say()];
        facts.extend(self.facts.iter().map(|fact| fact_text(self.rule, fact)));
        sentence(self.rule, &facts)
    }
}

fn fact_text(rule: Rule, fact: &Fact) -> String {
    match fact {
        Fact::Text(text) => text.clone(),
        Fact::Year(year) => year.say(),
        Fact::Day(day) => time::day(day),
        Fact::Value(value, unit) => number::amount(*value, unit),
        Fact::Count(count) => count.to_string(),
        Fact::Money(amount) => text::money(Money::Thousand(*amount)),
        Fact::Kind(kind) => kind_text(rule, *kind).to_owned(),
        Fact::Field(field) => field_text(*field),
        Fact::Counting(counting) => counting.word().to_owned(),
        Fact::Side(Side::Done) => text::side_done().to_owned(),
        Fact::Side(Side::Planned) => text::side_planned().to_owned(),
        Fact::States(states) => {
            let words: Vec<_> = states.iter().map(|state| state.word()).collect();
            words.join(marks::and())
        }
        Fact::Flaw(flaw) => flaw.say(),
    }
}

fn kind_text(rule: Rule, kind: Kind) -> &'static str {
    match (rule, kind) {
        (Rule::EmptyTitle, Kind::Goal) => text::kind_goal(),
        (Rule::EmptyTitle, Kind::Initiative) => text::kind_initiative(),
        (Rule::EmptyTitle, Kind::Line) => text::kind_line(),
        (_, kind) => model::kind(kind),
    }
}

fn field_text(field: Field) -> String {
    match field {
        Field::Target(year) => text::field_target(year),
        Field::Actual(year) => text::field_actual(year),
        Field::WithoutPolicy(year) => text::field_without_policy(year),
        _ => text::field_baseline().to_owned(),
    }
}
