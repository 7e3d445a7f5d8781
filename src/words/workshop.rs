//! 対話のことば.

use super::text::workshop as text;
pub use super::text::workshop::*;

use super::say::{Say, Word};

use super::{time, votes};
use crate::model;
use edit::{Gathered, NotGathered};
use format::moving_qr::Received;
use insight::workshop::{Grouping, IdeaVotes, NoMap, TallyRow, VoteTally};
use std::sync::Arc;
use strategy::{Date, Session, VoteKind, Voting};

/// Returns the name of the session, or the purpose of the page.
pub fn heading(session: Option<&Session>) -> String {
    match session {
        None => text::heading_none().to_owned(),
        Some(one) => model::named(&one.title).to_owned(),
    }
}

/// Returns date, duration and place, or whose file it is.
pub fn subtitle(session: Option<&Session>) -> String {
    match session {
        None => text::subtitle_none().to_owned(),
        Some(one) if !one.at_table.is_empty() => text::subtitle_table(table_named(&one.at_table)),
        Some(one) => {
            let date = one.date.as_ref().map(time::day).unwrap_or_default();
            text::subtitle_some(date, one.minutes(), one.tables.len(), &one.place)
        }
    }
}

/// Returns the name of a phase of a session.
pub fn part_name(name: &str) -> &'static str {
    match name {
        "prepare" => text::part_prepare(),
        "learn" => text::part_learn(),
        "share" => text::part_share(),
        "choose" => text::part_choose(),
        "look-back" => text::part_look_back(),
        _ => text::part_answer(),
    }
}

/// Returns the name of a step of preparation.
pub fn step(at: usize) -> &'static str {
    match at {
        0 => text::step_a(),
        1 => text::step_b(),
        2 => text::step_c(),
        _ => text::step_d(),
    }
}

/// Returns the name of the table with this index: A to Z, then numbers.
pub fn table_name(at: usize) -> String {
    let letter = u8::try_from(at).ok().filter(|at| *at < 26);
    letter.map_or_else(
        || (at + 1).to_string(),
        |at| char::from(b'A' + at).to_string(),
    )
}

/// 「テーブルA」; a name that contains the word already stays.
pub fn table_named(name: &str) -> String {
    match name.chars().count() {
        0..=2 => text::table_named(name),
        _ => name.to_owned(),
    }
}

/// 「テーブルAのファイル」.
pub fn file_of(name: impl AsRef<str>) -> String {
    text::file_of(table_named(name.as_ref()))
}

/// 「テーブルAのアプリごと1ファイル」.
pub fn app_of(name: impl AsRef<str>) -> String {
    text::app_of_text(table_named(name.as_ref()))
}

/// 「テーブルAを削除」.
pub fn remove_table(name: impl AsRef<str>) -> String {
    text::remove_table(table_named(name.as_ref()))
}

/// Message after the file of a table was saved.
pub fn table_saved(name: &str) -> String {
    text::table_saved(table_named(name))
}

/// Message after a table saved its own file.
pub fn own_saved(name: &str) -> String {
    text::own_saved(table_named(name))
}

/// Explains how to vote at this session.
pub fn how_to_vote(session: Option<&Session>) -> String {
    match session.map(|one| (one.voting, one.budget())) {
        Some((Voting::Dots, dots)) => text::how_dots(dots.unwrap_or_default()),
        Some((Voting::Points, _)) => text::how_points().to_owned(),
        Some((Voting::Opinions, _)) => text::how_opinions().to_owned(),
        None => String::new(),
    }
}

/// 「残り2」.
pub fn left(left: u32) -> String {
    text::left_dots(left)
}

/// Returns one of three opinions.
pub fn opinion(at: usize) -> &'static str {
    match at {
        0 => text::agree(),
        1 => text::unsure(),
        _ => text::disagree(),
    }
}

/// Result of entering counts from paper: how many were written, and how many were not.
pub fn counts_put(written: usize, left: usize) -> String {
    let written = match written {
        0 => String::new(),
        n => text::counts_filled(n),
    };
    match left {
        0 => written,
        n => written + &text::counts_left(n),
    }
}

/// Label for screen readers of the field for opinions counted from paper.
pub fn paper_opinion(idea: &str, at: usize) -> String {
    text::paper_opinion(idea, opinion(at))
}

/// 「n = 42人（紙 18人を含む）」「紙のシール 12枚（人数は数えていません）」: the number of voters.
pub fn voted(tally: &VoteTally) -> String {
    match (tally.kind, tally.people, tally.on_paper) {
        (VoteKind::PaperStickers, 0, _) => text::voted_stickers(tally.given),
        (VoteKind::PaperStickers, people, _) => text::voted_stickers_of(tally.given, people),
        (_, people, 0) => text::voted_some(people),
        (_, people, paper) => text::voted_paper(people, paper),
    }
}

/// 「シール　n = 2人」: a kind of votes, and the number of voters.
pub fn voted_by(tally: &VoteTally) -> String {
    match tally.kind {
        VoteKind::PaperStickers => voted(tally),
        kind => text::voted_by(kind.word(), voted(tally)),
    }
}

/// 「n = 42人、ほかに紙のシール 12枚（人数は数えていません）」: the number of voters, each kind of votes apart.
pub fn how_many_voted(tallies: &[VoteTally]) -> String {
    let is_given = |one: &&VoteTally| one.people > 0 || one.given > 0;
    let (stickers, methods): (Vec<_>, Vec<_>) = tallies
        .iter()
        .filter(is_given)
        .partition(|one| one.kind == VoteKind::PaperStickers);
    let methods = match methods[..] {
        [] => None,
        [one] => Some(voted(one)),
        _ => {
            let methods: Vec<String> = methods.into_iter().map(voted_by).collect();
            Some(methods.join(text::list_mark()))
        }
    };
    match (methods, stickers.first()) {
        (Some(methods), Some(stickers)) => text::voted_and_stickers(methods, voted(stickers)),
        (Some(methods), None) => methods,
        (None, Some(stickers)) => voted(stickers),
        (None, None) => text::voted_none().to_owned(),
    }
}

/// 「これまでの投票：シール　n = 2人、紙のシール 12枚（紙で選んだ18人）」: each kind of votes cast, apart.
pub fn voted_so_far(tallies: &[VoteTally]) -> String {
    let voted = tallies.iter().filter(|one| one.people > 0).map(voted_by);
    text::voted_before(voted.collect::<Vec<_>>().join(text::list_mark()))
}

/// Returns a position, or a table.
pub fn of_group(name: &str) -> String {
    match name {
        "" => text::no_group_name().to_owned(),
        name => table_named(name),
    }
}

/// Says why there is no map of opinions.
pub fn no_map(why: NoMap) -> String {
    match why {
        NoMap::NotOpinions => text::no_map_voting().to_owned(),
        NoMap::TooFew(people) => text::no_map_few(people),
        NoMap::AllAlike => text::no_map_alike().to_owned(),
    }
}

/// Meaning of a direction of the map of opinions: from left to right, or from bottom to top.
pub fn map_axis(at: usize, percent: u32, low: &str, high: &str) -> String {
    let told = |end: &str| match end {
        "" => text::map_no_end().to_owned(),
        end => end.to_owned(),
    };
    match at {
        0 => text::map_axis_across(percent, told(low), told(high)),
        _ => text::map_axis_up(percent, told(low), told(high)),
    }
}

/// Number of ideas that were merged into one, if there are any.
pub fn row_note(row: &TallyRow) -> Option<String> {
    (row.merged > 0).then(|| text::row_merged(row.merged + 1))
}

/// Returns the votes for an idea, and the number of ideas merged into it.
pub fn given_in_all(votes: &[IdeaVotes], merged: usize) -> String {
    match merged {
        0 => votes::all(votes),
        count => text::given_merged(votes::all(votes), count),
    }
}

/// Names a way of grouping ideas.
pub fn grouping(by: Grouping) -> &'static str {
    match by {
        Grouping::Theme => text::by_theme(),
        Grouping::Goal => text::by_goal(),
        Grouping::Kind => text::by_kind(),
        Grouping::Table => text::by_table(),
    }
}

/// Result of importing a file.
pub fn gathered(file: &str, what: &Gathered) -> String {
    if what.is_known() {
        return text::gathered_known(file);
    }
    let mut line = text::gathered_new(
        file,
        table_named(&what.table),
        what.new_ideas,
        what.new_ballots,
    );
    if what.reworded > 0 {
        line = text::gathered_reworded(line, what.reworded);
    }
    if what.new_guesses > 0 {
        line = text::gathered_guesses(line, what.new_guesses);
    }
    if what.changed_ballots > 0 {
        line = text::gathered_changed(line, what.changed_ballots);
    }
    line
}

/// Result of reading a code.
pub fn code_told(told: &Received) -> String {
    match told {
        Received::NotOurs => text::code_not_ours().to_owned(),
        Received::OtherSession => text::code_other().to_owned(),
        Received::Part { known, of } => text::code_part(known, of),
        Received::Whole(_) => text::code_whole().to_owned(),
        Received::Known => text::code_known().to_owned(),
        Received::Broken => text::code_broken().to_owned(),
    }
}

/// Says why nothing was imported from a file.
pub fn not_gathered(file: &str, why: &NotGathered) -> String {
    match why {
        NotGathered::NoSession => text::gathered_no_session(file),
        NotGathered::OtherSession(other) if other.is_namesake => text::gathered_namesake(
            file,
            model::named(&other.title),
            day_and_place(other.date.as_ref(), &other.place),
        ),
        NotGathered::OtherSession(other) => text::gathered_other(file, model::named(&other.title)),
    }
}

/// Returns the day and the place of a session, as far as they are given.
pub fn day_and_place(date: Option<&Date>, place: &str) -> String {
    let day = date.map(time::day).unwrap_or_default();
    match (&*day, place.trim()) {
        ("", "") => text::no_day().to_owned(),
        (day, "") => day.to_owned(),
        ("", place) => place.to_owned(),
        (day, place) => [day, place].join("　"),
    }
}

/// Returns the names of sessions for a list: those of one name with day and place, else with their number.
pub fn session_names(sessions: &[Arc<Session>]) -> Vec<String> {
    let named: Vec<&str> = sessions
        .iter()
        .map(|one| model::named(&one.title))
        .collect();
    let told = sessions.iter();
    let told: Vec<String> = told
        .map(|one| day_and_place(one.date.as_ref(), &one.place))
        .collect();
    let name = |at: usize| {
        let is_same = |other: &usize| named[*other] == named[at];
        if (0..named.len()).filter(is_same).count() < 2 {
            return named[at].to_owned();
        }
        let is_alike = |other: &usize| is_same(other) && told[*other] == told[at];
        match (0..at).filter(is_alike).count() {
            0 => text::session_of(named[at], &told[at]),
            before => text::session_again(named[at], &told[at], before + 1),
        }
    };
    (0..named.len()).map(name).collect()
}

/// Reports a file that could not be read.
pub fn file_trouble(file: impl Say, why: impl Say) -> String {
    text::file_trouble(file, why)
}

/// Name and description of the paper.
pub fn paper_tables() -> (&'static str, &'static str) {
    (text::paper_tables_1(), text::paper_tables_2())
}

/// Name and description of the paper.
pub fn paper_notes() -> (&'static str, &'static str) {
    (text::paper_notes_1(), text::paper_notes_2())
}

/// Name and description of the paper.
pub fn paper_cards() -> (&'static str, &'static str) {
    (text::paper_cards_1(), text::paper_cards_2())
}

/// Name and description of the paper.
pub fn paper_answers() -> (&'static str, &'static str) {
    (text::paper_answers_1(), text::paper_answers_2())
}

/// 「12:05」.
pub fn minutes_seconds(seconds: u64) -> String {
    text::minutes_seconds_text(seconds / 60, format!("{:02}", seconds % 60))
}

/// Returns the first sentence of the result for the room.
pub fn projected(tallies: &[VoteTally]) -> String {
    let rows = tallies.first().map(|one| &*one.rows).unwrap_or_default();
    match rows.iter().filter(|row| row.is_consensus).count() {
        0 => text::projected_none(rows.len()),
        agreed => text::projected_agree(rows.len(), agreed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Voice};

    #[test]
    fn sessions_of_one_name_are_told_apart() {
        let session = |title: &str, date: &str, place: &str| {
            let date = (!date.is_empty()).then(|| Date(date.to_owned()));
            Arc::new(Session {
                title: title.to_owned(),
                date,
                place: place.to_owned(),
                ..Session::default()
            })
        };
        let all = [
            session("春の会", "2026-04-01", ""),
            session("話す会", "2026-11-20", "町民センター"),
            session("話す会", "", "本町公民館"),
            session("話す会", "", "本町公民館"),
        ];
        let names = Voice::compiled_in(Language::Japanese).says(|| session_names(&all));
        assert_eq!(
            names,
            [
                "春の会",
                "話す会（令和8年11月20日　町民センター）",
                "話す会（本町公民館）",
                "話す会（本町公民館、2つ目）",
            ]
        );
    }
}
