//! The ideas of residents as a table for spreadsheets, a line each.

use format::csv::{MARK, line};
use insight::workshop::{IdeaVotes, Votes};
use strategy::*;
use words::workshop::opinion;
use words::{Word, votes};

/// Every idea, with what it was given and what became of it, under the names of its fields; with a mark that says it is
/// UTF-8, as spreadsheets want it.
pub fn ideas_csv(s: &Strategy) -> String {
    let mut text = String::from(MARK);
    line(&mut text, &heads());
    let votes = Votes::of(s);
    for idea in s.ideas.sorted() {
        line(&mut text, &cells(s, idea, &votes.get(idea.id)));
    }
    text
}

/// The names of the columns. The votes are told in words, and then a column for each unit.
fn heads() -> [String; 24] {
    [
        Idea::id.field.word(),
        Idea::text.field.word(),
        Idea::kind.field.word(),
        Idea::session.field.word(),
        Idea::table.field.word(),
        Idea::source.field.word(),
        Idea::date.field.word(),
        Idea::goal.field.word(),
        Idea::measure.field.word(),
        Idea::indicator.field.word(),
        Idea::theme.field.word(),
        Idea::merged.field.word(),
        Idea::votes.field.word(),
        VoteKind::Dots.word(),
        VoteKind::Points.word(),
        opinion(0),
        opinion(1),
        opinion(2),
        VoteKind::PaperStickers.word(),
        Idea::state.field.word(),
        Idea::answer.field.word(),
        Idea::changed_goals.field.word(),
        Idea::changed_measures.field.word(),
        Idea::changed_indicators.field.word(),
    ]
    .map(str::to_owned)
}

/// The votes in words, and the numbers of each unit at the session of the idea; blank where it was not voted so.
fn votes_cells(idea: &Idea, votes: &[IdeaVotes]) -> [String; 7] {
    let number = |kind: VoteKind, of: fn(&VoteResult) -> u32| {
        let mut own = votes.iter().filter(|one| one.session == idea.session);
        let own = own.find(|one| one.result.kind == kind);
        own.map_or(String::new(), |one| of(&one.result).to_string())
    };
    [
        votes::in_line(votes, votes::by_people),
        number(VoteKind::Dots, |one| one.votes),
        number(VoteKind::Points, |one| one.votes),
        number(VoteKind::Opinions, |one| one.votes),
        number(VoteKind::Opinions, |one| one.unsure),
        number(VoteKind::Opinions, |one| one.disagree),
        number(VoteKind::PaperStickers, |one| one.votes),
    ]
}

fn cells(s: &Strategy, idea: &Idea, votes: &[IdeaVotes]) -> [String; 24] {
    let goal = |id: &Id<Goal>| s.get(*id).map(|one| one.title.clone());
    let measure = |id: &Id<Measure>| s.get(*id).map(|one| one.title.clone());
    let indicator = |id: &Id<Indicator>| s.get(*id).map(|one| one.name.clone());
    let session = idea.session.and_then(|id| s.get(id));
    let [told, dots, points, agree, unsure, disagree, stickers] = votes_cells(idea, votes);
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
        told,
        dots,
        points,
        agree,
        unsure,
        disagree,
        stickers,
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
        assert!(rows.iter().all(|row| row.len() == 24));
        assert_eq!(rows[1][1], "夜の\"図書館\", 土日も");
        assert_eq!(rows[0][12..14], ["票", "シール"]);
        let votes = ["紙のシール4枚", "", "", "", "", "", "4"];
        assert_eq!(rows[1][12..19], votes);
        assert_eq!(rows[1][19..22], ["反映する", "'=来年度から", "暮らす"]);
    }
}
