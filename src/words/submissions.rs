//! 提出依頼と提出状況のことば.

use super::text::submissions as text;
pub use super::text::submissions::*;
use super::year::YearForms;
use crate::{marks, model};
use insight::region::{MissingData, Submission, SubmissionState, TieStanding, submission_counts};
use strategy::{FiscalYear, RequestedIndicator};

/// Numbers of municipalities in each state.
pub fn counts(all: &[Submission]) -> String {
    let [none, partial, complete] = submission_counts(all);
    text::counts(all.len(), complete, partial, none)
}

/// State of a submission.
pub fn state_of(state: SubmissionState) -> &'static str {
    match state {
        SubmissionState::None => state_none(),
        SubmissionState::Partial => state_partial(),
        SubmissionState::Complete => state_complete(),
    }
}

/// Says what a plan lacks of a request: a line for the indicators, one for the actuals.
pub fn missing_said(missing: &MissingData) -> Vec<String> {
    let names = |all: Vec<String>| all.join(marks::list());
    let indicators: Vec<String> = missing.indicators.iter().map(|one| one.line()).collect();
    let actual = |(one, years): &(RequestedIndicator, Vec<FiscalYear>)| {
        let years = years.iter().map(|year| year.short());
        of_years(one.line(), years.collect::<Vec<_>>().join(marks::list()))
    };
    let actuals: Vec<String> = missing.actuals.iter().map(actual).collect();
    let indicators = (!indicators.is_empty()).then(|| no_indicator(names(indicators)));
    let actuals = (!actuals.is_empty()).then(|| no_actual(names(actuals)));
    indicators.into_iter().chain(actuals).collect()
}

/// Says how much of a request a plan answers.
pub fn answered_said(missing: &MissingData, all: usize) -> String {
    match all {
        0 => answered_whole().to_owned(),
        all => answered(all, missing.answered),
    }
}

/// Standing of a tie to a measure of a municipality.
pub fn standing(standing: TieStanding) -> &'static str {
    match standing {
        TieStanding::Found(..) => tie_found(),
        TieStanding::Absent(_) => tie_absent(),
        TieStanding::NoPlan => tie_no_plan(),
    }
}

/// 「北斗市「周遊観光の推進」」, with a remark where no plan that counts has the measure.
pub fn tied_said(town: &str, measure: &str, standing: TieStanding) -> String {
    let tied = tied(model::named(town), model::named(measure));
    match standing {
        TieStanding::Found(..) => tied,
        other => tied_remark(tied, self::standing(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_by_indicator_and_year() {
        let mut missing = MissingData::default();
        assert!(missing_said(&missing).is_empty());
        let all = RequestedIndicator::read_lines("出生数（人）\n総人口（人）\n開業（件）");
        missing.indicators = all[..2].to_vec();
        missing.actuals = vec![(all[2].clone(), vec![FiscalYear(2023), FiscalYear(2024)])];
        let said = missing_said(&missing);
        assert_eq!(said[0], "指標なし：出生数（人）、総人口（人）");
        assert_eq!(said[1], "実績なし：開業（件）（R5、R6）");
        assert_eq!(
            answered_said(&missing, 3),
            "依頼された指標3件のうち0件に回答できます。"
        );
    }
}
