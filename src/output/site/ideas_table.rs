//! The ideas of residents as a table for spreadsheets, a line each.

use format::csv::{MARK, line};
use insight::workshop::Votes;
use strategy::record::Field;
use strategy::*;
use words::Word;

/// Every idea, with what it was given and what became of it, under the names of its fields; with a mark that says it is
/// UTF-8, as spreadsheets want it.
pub fn ideas_csv(s: &Strategy) -> String {
    let mut text = String::from(MARK);
    let heads = [
        Idea::id.field,
        Idea::text.field,
        Idea::kind.field,
        Idea::session.field,
        Idea::table.field,
        Idea::source.field,
        Idea::date.field,
        Idea::goal.field,
        Idea::measure.field,
        Idea::indicator.field,
        Idea::theme.field,
        Idea::merged.field,
        Idea::votes.field,
        Idea::state.field,
        Idea::answer.field,
        Idea::changed_goals.field,
        Idea::changed_measures.field,
        Idea::changed_indicators.field,
    ];
    line(
        &mut text,
        &heads.map(|field: Field| field.word().to_owned()),
    );
    let votes = Votes::of(s);
    for idea in s.ideas.sorted() {
        line(&mut text, &cells(s, idea, votes.total(idea)));
    }
    text
}

fn cells(s: &Strategy, idea: &Idea, votes: u32) -> [String; 18] {
    let goal = |id: &Id<Goal>| s.get(*id).map(|one| one.title.clone());
    let measure = |id: &Id<Measure>| s.get(*id).map(|one| one.title.clone());
    let indicator = |id: &Id<Indicator>| s.get(*id).map(|one| one.name.clone());
    let session = idea.session.and_then(|id| s.get(id));
    [
        idea.id.to_string(),
        idea.text.clone(),
        idea.kind.word().to_owned(),
        session.map(|one| one.title.clone()).unwrap_or_default(),
        idea.table.clone(),
        idea.source.word().to_owned(),
        idea.date.clone().unwrap_or_default().0,
        idea.goal.as_ref().and_then(goal).unwrap_or_default(),
        idea.measure.as_ref().and_then(measure).unwrap_or_default(),
        idea.indicator
            .as_ref()
            .and_then(indicator)
            .unwrap_or_default(),
        idea.theme.clone(),
        idea.merged.map(|id| id.to_string()).unwrap_or_default(),
        votes.to_string(),
        idea.state
            .map(|state| state.word().to_owned())
            .unwrap_or_default(),
        idea.answer.clone(),
        joined(&idea.changed_goals, goal),
        joined(&idea.changed_measures, measure),
        joined(&idea.changed_indicators, indicator),
    ]
}

fn joined<T>(ids: &[Id<T>], name: impl Fn(&Id<T>) -> Option<String>) -> String {
    ids.iter().filter_map(name).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_idea_is_a_line_with_its_votes_and_what_became_of_it() {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            id: Id::new(1),
            title: "暮らす".to_owned(),
            ..Goal::default()
        });
        s.ideas.insert(Idea {
            id: Id::new(1),
            text: "夜の\"図書館\", 土日も".to_owned(),
            votes: 4,
            state: Some(IdeaState::Adopted),
            answer: "=来年度から".to_owned(),
            changed_goals: vec![Id::new(1)],
            ..Idea::default()
        });
        let csv = ideas_csv(&s);
        let rows = format::tsv::parted(csv.trim_start_matches('\u{feff}'), ',');
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| row.len() == 18));
        assert_eq!(rows[1][1], "夜の\"図書館\", 土日も");
        assert_eq!(rows[1][12..16], ["4", "反映する", "'=来年度から", "暮らす"]);
    }
}
