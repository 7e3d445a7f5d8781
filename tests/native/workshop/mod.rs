//! 対話: the entries of tables are merged and counted (W1 to W9, W14, W20 to W28).

mod brought;
mod evening;
mod gathering;
mod lessons;
mod maps;
mod methods;
mod votes;

use edit::{Arrival, NewIdea};
use format::json;
use strategy::*;

/// The session of these tests.
pub const SESSION: Id<Session> = Id::new(900);

/// Returns a plan as it is read from its file.
fn as_read(s: &Strategy) -> Strategy {
    json::read(json::write(s).as_bytes()).unwrap()
}

/// Returns a plan with two goals and a session about the first.
pub fn plan() -> Strategy {
    let mut s = Strategy::default();
    for (number, title) in [(1, "働く"), (2, "暮らす")] {
        s.goals.insert(Goal {
            id: Id::new(number),
            order: Order::nth(number as usize),
            title: title.to_owned(),
            note: "内部のメモ".to_owned(),
            ..Goal::default()
        });
    }
    s.indicators.insert(Indicator {
        id: Id::new(1),
        name: "出生数".to_owned(),
        ..Indicator::default()
    });
    s.series.insert(Series {
        id: Id::new(1),
        indicator: Id::new(1),
        ..Series::default()
    });
    s.sessions.insert(Session {
        id: SESSION,
        title: "町民の話し合い".to_owned(),
        goals: vec![Id::new(1)],
        indicators: vec![Id::new(1)],
        tables: vec![SessionTable {
            name: "A".to_owned(),
            people: 0,
        }],
        ..Session::default()
    });
    as_read(&s)
}

/// Returns the table's file with this many more ideas and ballots, whose numbers begin at `from`.
pub fn table(name: &str, from: u64, ideas: usize, ballots: usize) -> Strategy {
    let mut file = edit::table_file(&plan(), SESSION, name).unwrap();
    let mut session = Session::clone(file.get(SESSION).unwrap());
    session.tables = vec![SessionTable {
        name: name.to_owned(),
        people: 5,
    }];
    file.sessions.insert(session);
    let new = (0..ideas).map(|n| NewIdea {
        text: format!("{name}の考え{n}"),
        table: name.to_owned(),
        goal: (n % 2 == 0).then(|| Id::new(1)),
        votes: (n % 3) as u32,
        ..NewIdea::default()
    });
    let mut next = from;
    let fresh = || {
        next += 1;
        next
    };
    let added = edit::add_ideas(&file, new.collect(), &arrival(from as i64), fresh);
    added.unwrap().apply(&mut file).unwrap();
    let all: Vec<_> = file.ideas.ids().collect();
    for n in 0..ballots {
        let ballot = Ballot {
            id: Id::new(from + 10_000 + n as u64),
            session: SESSION,
            table: name.to_owned(),
            choices: vec![BallotChoice {
                idea: all[n % all.len()],
                dots: 1 + (n % 3) as u32,
                ..BallotChoice::default()
            }],
            ..Ballot::default()
        };
        let cast = edit::cast(&file, ballot).unwrap();
        cast.apply(&mut file).unwrap();
    }
    file
}

/// Returns an arrival at the session of these tests.
pub fn arrival(written: i64) -> Arrival {
    Arrival {
        session: Some(SESSION),
        date: Date("2026-11-22".to_owned()),
        written,
    }
}
