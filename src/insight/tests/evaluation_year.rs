//! The year that is judged, kept up to date edit by edit.

use edit::Changes;
use fixtures::arbitrary::{self, seeds};
use insight::{EnteredYears, evaluation_year, evaluation_years};
use proptest::prelude::{prop_assert_eq, proptest};
use strategy::FiscalYear;

proptest! {
    /// After any changes the counts are those of the whole plan, and so are the years proposed.
    #[test]
    fn counts_kept_up_to_date_are_those_of_the_plan((from, size) in seeds(12), (to, other_size) in seeds(12)) {
        let today = FiscalYear(2026);
        let (from, to) = (arbitrary::strategy(from, size), arbitrary::strategy(to, other_size));
        let mut entered = EnteredYears::of(&from);
        let before = entered.clone();
        let changed = entered.apply(&Changes::between(&from, &to));
        prop_assert_eq!(&entered, &EnteredYears::of(&to));
        prop_assert_eq!(changed, entered != before);
        let period = to.about().period;
        prop_assert_eq!(entered.evaluation_year(period, today), evaluation_year(&to, today));
        prop_assert_eq!(entered.evaluation_years(period, today), evaluation_years(&to, today));
    }
}
