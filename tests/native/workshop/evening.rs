//! One session from preparation to publication: every idea occurs once, and every sum is the same wherever it is
//! shown.

use std::collections::BTreeSet;

use edit::{Gather, NewIdea};
use format::json;
use insight::workshop::{Grouping, board, tallies};
use output::site::{ideas_csv, public_subset};
use recognise::paper_notes;
use strategy::*;

use super::{SESSION, arrival, plan, table};

/// Returns three tables of 13, 13 and 14 ideas and 66, 67 and 67 votes, as their files come back.
fn tables() -> Vec<Strategy> {
    let all = [("A", 13, 66), ("B", 13, 67), ("C", 14, 67)];
    let files = all.iter().enumerate();
    let back = |file: &Strategy| json::read(json::write(file).as_bytes()).unwrap();
    files
        .map(|(at, (name, ideas, votes))| {
            back(&table(name, (at as u64 + 1) * 100_000, *ideas, *votes))
        })
        .collect()
}

/// Returns twenty notes from paper, each with its stickers.
fn from_paper(here: &Strategy) -> edit::Edit {
    let lines: Vec<String> = (1..=20)
        .map(|n| format!("紙の考え{n} ×{}", n % 4))
        .collect();
    let notes = paper_notes::read(&lines.join("\n")).into_iter();
    let new = notes.map(|note| NewIdea {
        text: note.text,
        kind: note.kind,
        source: IdeaSource::Paper,
        votes: note.stickers,
        ..NewIdea::default()
    });
    let mut next = 900_000;
    let fresh = || {
        next += 1;
        next
    };
    edit::add_ideas(here, new.collect(), &arrival(9_000_000), fresh).unwrap()
}

#[test]
fn an_evening_of_three_tables_sixty_ideas_and_two_hundred_votes_adds_up_everywhere() {
    let mut here = plan();
    from_paper(&here).apply(&mut here).unwrap();
    let files = tables();
    let mut gather = Gather::new(&here, SESSION);
    for file in files.iter().chain(&files[..1]) {
        gather.take(file).unwrap();
    }
    gather.finish().unwrap().apply(&mut here).unwrap();
    assert_eq!((here.ideas.len(), here.ballots.len()), (60, 200));
    let texts: BTreeSet<String> = here.ideas.iter().map(|one| one.text.clone()).collect();
    assert_eq!(texts.len(), 60);

    let stickers: u32 = here.ideas.iter().map(|one| one.votes).sum();
    let dots: u32 = here
        .ballots
        .iter()
        .flat_map(|one| &one.choices)
        .map(|one| one.dots)
        .sum();
    let ids: Vec<Id<Idea>> = here.ideas.sorted().iter().map(|one| one.id).collect();
    edit::move_to_theme(&here, &ids[..7], "足の確保")
        .unwrap()
        .apply(&mut here)
        .unwrap();
    edit::merge_ideas(&here, ids[1], ids[0])
        .unwrap()
        .apply(&mut here)
        .unwrap();
    let counts = tallies(&here, SESSION);
    assert_eq!(
        (counts[0].people, counts[0].given, counts[0].rows.len()),
        (200, dots, 59)
    );
    let paper = &counts[1];
    assert_eq!(
        (paper.kind, paper.people, paper.given),
        (VoteKind::PaperStickers, 0, stickers)
    );
    for by in [
        Grouping::Theme,
        Grouping::Goal,
        Grouping::Kind,
        Grouping::Table,
    ] {
        let all: usize = board(&here, SESSION, by)
            .iter()
            .map(|(_, ideas)| ideas.len())
            .sum();
        assert_eq!(all, 59, "{by:?}");
    }

    for id in &ids[2..12] {
        let answer = edit::set(&here, *id, edit::Field::Answer, |idea| {
            idea.answer = format!("町の考え{}", id.number());
            idea.state = Some(IdeaState::Considered);
        });
        answer.unwrap().apply(&mut here).unwrap();
    }
    assert_eq!(
        here.ideas.iter().filter(|one| one.is_unanswered()).count(),
        49
    );

    let opened = Session {
        opened: true,
        ..Session::clone(here.get(SESSION).unwrap())
    };
    here.sessions.insert(opened);
    let here = json::read(json::write(&here).as_bytes()).unwrap();
    let table = ideas_csv(&here);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines.len(), 61);
    for text in &texts {
        let is_its = |line: &&&str| line.split(',').nth(1) == Some(text.as_str());
        assert_eq!(lines.iter().filter(is_its).count(), 1, "{text}");
    }
    let shown = Publishing {
        shown_fields: vec!["Idea.text".to_owned()],
        ..Publishing::default()
    };
    let public = public_subset(&here, &shown);
    let results = public.ideas.iter().flat_map(|one| &one.results);
    let published = |kind| {
        let own = results.clone().filter(|one| one.kind == kind);
        own.map(|one| one.votes).sum::<u32>()
    };
    assert_eq!(public.ideas.len(), 60);
    assert_eq!(published(VoteKind::Dots), dots);
    assert_eq!(published(VoteKind::PaperStickers), stickers);
    let mut voters = results.clone().filter(|one| one.kind == VoteKind::Dots);
    assert!(voters.all(|one| one.people == 200));
    let answers = public
        .ideas
        .iter()
        .filter(|one| !one.answer.is_empty())
        .count();
    assert_eq!(answers, 10);
}
