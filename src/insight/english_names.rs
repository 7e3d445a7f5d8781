//! 英語の名称: the records that are published in English under a name of their own.

use strategy::{About, AnyId, Strategy};

/// Returns the plan, its goals with their measures, and the indicators, each with its Japanese name.
pub fn with_english_names(s: &Strategy) -> Vec<(AnyId, String)> {
    let mut all: Vec<(AnyId, String)> = vec![(About::ID.into(), s.about().title.clone())];
    for goal in s.goals.sorted() {
        all.push((goal.id.into(), goal.title.clone()));
        let measures = s.measures_of(goal.id).into_iter();
        all.extend(measures.map(|one| (one.id.into(), one.title.clone())));
    }
    let indicators = s.indicators.sorted().into_iter();
    all.extend(indicators.map(|one| (one.id.into(), one.name.clone())));
    all
}

/// Returns the number of them that have an English name, and of all.
pub fn english_names_written(s: &Strategy) -> (usize, usize) {
    let about = s.about();
    let goals = s.goals.iter().map(|one| &one.english_name);
    let measures = s.measures.iter().map(|one| &one.english_name);
    let indicators = s.indicators.iter().map(|one| &one.english_name);
    let names = goals.chain(measures).chain(indicators);
    let names = names.chain([&about.english_name]);
    names.fold((0, 0), |(written, all), name| {
        (written + usize::from(!name.trim().is_empty()), all + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::{goal, indicator, measure};
    use strategy::Goal;

    #[test]
    fn every_name_that_is_listed_is_counted_and_blanks_are_not_written() {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            english_name: "Work".to_owned(),
            ..goal(1, "しごと")
        });
        s.goals.insert(Goal {
            english_name: " \n".to_owned(),
            ..goal(2, "くらし")
        });
        s.measures.insert(measure(3, 2, "道をつくる"));
        s.measures.insert(measure(4, 1, "店を開く"));
        s.indicators.insert(indicator(5, "人口"));
        let listed = with_english_names(&s);
        let names: Vec<&str> = listed.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(
            names,
            ["", "しごと", "店を開く", "くらし", "道をつくる", "人口"]
        );
        assert_eq!(english_names_written(&s), (1, listed.len()));
    }
}
