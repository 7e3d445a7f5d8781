//! Gathering: what tables wrote in files of their own comes together.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::super::{Draft, Edit, EditLabel, Operation, Refusal};
use strategy::*;

/// Contents of a file, as they were merged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    /// The table it is of; empty: the facilitator's.
    pub table: String,
    /// Ideas that were not here.
    pub new_ideas: usize,
    /// Ideas that were here, word for word.
    pub known_ideas: usize,
    /// Ideas that were here in other words: both are kept.
    pub reworded: usize,
    /// Ballots that were not here.
    pub new_ballots: usize,
    /// Ballots that were here.
    pub known_ballots: usize,
    /// Ballots that say something else here.
    pub changed_ballots: usize,
    /// Guesses that were not here.
    pub new_guesses: usize,
    /// Guesses of which more, or something else, is said here.
    pub changed_guesses: usize,
}

impl Gathered {
    /// True if everything in it was here already.
    pub fn is_known(&self) -> bool {
        let ideas = self.new_ideas + self.reworded;
        let ballots = self.new_ballots + self.changed_ballots;
        ideas + ballots + self.new_guesses + self.changed_guesses == 0
    }
}

/// Why a file adds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotGathered {
    /// No session is in it.
    NoSession,
    /// It is of another session.
    OtherSession(OtherSession),
}

/// The session of a file that is not the one gathered for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherSession {
    /// Its identity.
    pub id: Id<Session>,
    /// 会の名称.
    pub title: String,
    /// 開催日.
    pub date: Option<Date>,
    /// 会場.
    pub place: String,
    /// True if it has the name of the session gathered for.
    pub is_namesake: bool,
}

/// A gathering under way: files one by one, then one edit.
pub struct Gather {
    draft: Draft,
    session: Id<Session>,
    files: usize,
}

impl Gather {
    /// Begins with what is here.
    pub fn new(strategy: &Strategy, session: Id<Session>) -> Self {
        Self {
            draft: Draft::new(strategy),
            session,
            files: 0,
        }
    }

    /// Takes in what a file holds of this session (W1 to W5).
    pub fn take(&mut self, theirs: &Strategy) -> Result<Gathered, NotGathered> {
        match theirs.get(self.session) {
            Some(session) => Ok(self.take_from(theirs, session)),
            None => Err(self.other(theirs)),
        }
    }

    /// Takes in what a file holds of another session, as of this one (W16).
    pub fn take_as_own(
        &mut self,
        theirs: &Strategy,
        other: Id<Session>,
    ) -> Result<Gathered, NotGathered> {
        let session = theirs.get(other).ok_or(NotGathered::NoSession)?;
        Ok(self.take_from(theirs, session))
    }

    /// Returns why a file without this session adds nothing.
    fn other(&self, theirs: &Strategy) -> NotGathered {
        let Some(other) = theirs.sessions.sorted().into_iter().next() else {
            return NotGathered::NoSession;
        };
        let own = self.draft.strategy().get(self.session);
        NotGathered::OtherSession(OtherSession {
            id: other.id,
            title: other.title.clone(),
            date: other.date.clone(),
            place: other.place.clone(),
            is_namesake: own.is_some_and(|own| own.title.trim() == other.title.trim()),
        })
    }

    fn take_from(&mut self, theirs: &Strategy, session: &Session) -> Gathered {
        let mut gathered = Gathered {
            table: session.at_table.clone(),
            ..Gathered::default()
        };
        for idea in theirs.ideas.iter() {
            if idea.session == Some(session.id) {
                self.idea(self.as_said(idea, theirs), &mut gathered);
            }
        }
        for ballot in theirs.ballots.iter() {
            if ballot.session == session.id {
                self.ballot(ballot, session, &mut gathered);
            }
        }
        for guess in theirs.guesses.iter() {
            if guess.session == session.id {
                self.guess(guess, theirs, &mut gathered);
            }
        }
        self.tables(&session.tables);
        self.files += 1;
        gathered
    }

    /// The edit that brings all of it; `Nothing` where everything was here.
    pub fn finish(self) -> Result<Edit, Refusal> {
        let session = self.draft.strategy().get(self.session);
        let title = session.map(|one| one.title.clone()).unwrap_or_default();
        self.draft
            .finish(EditLabel::to::<Session>(Operation::Merge, title))
    }

    fn idea(&mut self, theirs: Idea, gathered: &mut Gathered) {
        let Some(ours) = self.draft.strategy().get(theirs.id) else {
            gathered.new_ideas += 1;
            self.draft.put(theirs);
            return;
        };
        let both = both_wordings(ours, &theirs);
        match both == **ours {
            true => gathered.known_ideas += 1,
            false => {
                gathered.reworded += 1;
                self.draft.put(both);
            }
        }
    }

    /// An idea as a table said it: what the facilitator says of it is said here, and what it speaks to has to be here.
    fn as_said(&self, idea: &Idea, theirs: &Strategy) -> Idea {
        let here = self.draft.strategy();
        let is_here = Shared {
            here,
            theirs,
            is_own: idea.session == Some(self.session),
        };
        Idea {
            session: Some(self.session),
            order: Order::at(idea.written),
            date: self.day_of(idea),
            goal: idea.goal.filter(|id| is_here.has(*id, |goal| &goal.title)),
            measure: idea.measure.filter(|id| is_here.has(*id, |one| &one.title)),
            indicator: idea
                .indicator
                .filter(|id| is_here.has(*id, |one| &one.name)),
            wordings: sorted(idea.wordings.iter().cloned()),
            theme: String::new(),
            merged: None,
            results: Vec::new(),
            state: None,
            answer: String::new(),
            changed_goals: Vec::new(),
            changed_measures: Vec::new(),
            changed_indicators: Vec::new(),
            ..idea.clone()
        }
    }

    /// When an idea was left. A table whose clock is off by a year or more wrote it on the day of the session.
    fn day_of(&self, idea: &Idea) -> Option<Date> {
        let session = self.draft.strategy().get(self.session);
        let held = session.and_then(|session| session.date.clone());
        let day = |date: &Option<Date>| date.as_ref().and_then(Date::day_number);
        match (day(&idea.date), day(&held)) {
            (Some(left), Some(day)) if (left - day).abs() > 366 => held,
            _ => idea.date.clone(),
        }
    }

    /// A ballot that does not carry its voting method was given by that of the file it is in (W15).
    fn ballot(&mut self, theirs: &Ballot, session: &Session, gathered: &mut Gathered) {
        let here = self.draft.strategy();
        let mut theirs = with_method(theirs, session);
        theirs.session = self.session;
        theirs
            .choices
            .retain(|choice| here.ideas.contains(choice.idea));
        let Some(ours) = here.get(theirs.id) else {
            gathered.new_ballots += 1;
            self.draft.put(theirs);
            return;
        };
        let here = here.get(self.session).map_or(session, |one| one);
        match said(&with_method(ours, here)).cmp(&said(&theirs)) {
            Ordering::Equal => gathered.known_ballots += 1,
            Ordering::Greater => gathered.changed_ballots += 1,
            Ordering::Less => {
                gathered.changed_ballots += 1;
                self.draft.put(theirs);
            }
        }
    }

    fn guess(&mut self, guess: &Guess, theirs: &Strategy, gathered: &mut Gathered) {
        let here = self.draft.strategy();
        let is_here = Shared {
            here,
            theirs,
            is_own: guess.session == self.session,
        };
        let indicator = guess.indicator;
        let theirs = Guess {
            session: self.session,
            indicator: indicator.filter(|id| is_here.has(*id, |one| &one.name)),
            reasons: sorted(guess.reasons.iter().cloned()),
            ..guess.clone()
        };
        let Some(ours) = here.get(theirs.id) else {
            gathered.new_guesses += 1;
            self.draft.put(theirs);
            return;
        };
        let reasons = ours.reasons.iter().chain(&theirs.reasons).cloned();
        let stands = match drawn(ours) < drawn(&theirs) {
            true => &theirs,
            false => &**ours,
        };
        let both = Guess {
            reasons: sorted(reasons),
            ..stands.clone()
        };
        if both != **ours {
            gathered.changed_guesses += 1;
            self.draft.put(both);
        }
    }

    fn tables(&mut self, theirs: &[SessionTable]) {
        // The session was looked at when the gathering began; where it is gone, its ideas come without it.
        let _ = self
            .draft
            .update(self.session, |session| add_tables(session, theirs));
    }
}

/// Adds the tables there are by now, and how many sat there at most.
pub(super) fn add_tables(session: &mut Session, theirs: &[SessionTable]) {
    let before = session.tables.len();
    for table in theirs {
        let mut here = session.tables.iter_mut();
        match here.find(|one| one.name == table.name) {
            Some(here) => here.people = here.people.max(table.people),
            None => session.tables.push(table.clone()),
        }
    }
    if session.tables.len() > before {
        sort::by_key(&mut session.tables, |one| one.name.clone());
    }
}

/// A plan and a file for it. A number that both have means one record in a file of this session; in that of another
/// session it does where both give it one name (W16).
struct Shared<'a> {
    here: &'a Strategy,
    theirs: &'a Strategy,
    is_own: bool,
}

impl Shared<'_> {
    fn has<T: Record>(&self, id: Id<T>, name: fn(&T) -> &String) -> bool {
        let Some(here) = self.here.get(id) else {
            return false;
        };
        let theirs = self.theirs.get(id);
        self.is_own || theirs.is_some_and(|theirs| name(theirs) == name(here))
    }
}

/// Returns the sort key of an idea: its content at its table, and its time. Of two wordings the greater wins.
fn rank(idea: &Idea) -> impl Ord + use<> {
    let about = [
        idea.goal.map(Id::number),
        idea.measure.map(Id::number),
        idea.indicator.map(Id::number),
    ];
    let date = idea.date.as_ref().map(|day| day.0.clone());
    (
        idea.written,
        idea.text.clone(),
        idea.kind.key(),
        idea.source.key(),
        about,
        idea.table.clone(),
        date,
    )
}

/// Two wordings of one idea, as one (W3, W4).
fn both_wordings(ours: &Idea, theirs: &Idea) -> Idea {
    let stands = match rank(theirs).cmp(&rank(ours)) {
        Ordering::Greater => theirs,
        _ => ours,
    };
    let texts = [&ours.text, &theirs.text].into_iter();
    let wordings = texts.chain(&ours.wordings).chain(&theirs.wordings);
    let others = wordings.filter(|text| **text != stands.text).cloned();
    Idea {
        wordings: sorted(others),
        votes: ours.votes.max(theirs.votes),
        results: ours.results.clone(),
        theme: ours.theme.clone(),
        merged: ours.merged,
        state: ours.state,
        answer: ours.answer.clone(),
        changed_goals: ours.changed_goals.clone(),
        changed_measures: ours.changed_measures.clone(),
        changed_indicators: ours.changed_indicators.clone(),
        ..stands.clone()
    }
}

/// Wordings, each once, in an order of their own.
pub(super) fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let texts: BTreeSet<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.into_iter().collect()
}

/// Returns a ballot that carries its voting method.
fn with_method(ballot: &Ballot, session: &Session) -> Ballot {
    Ballot {
        voting: Some(ballot.method(session)),
        ..ballot.clone()
    }
}

/// Returns the content of a ballot, for comparison.
fn said(ballot: &Ballot) -> impl Ord + use<> {
    let choices = ballot.choices.iter();
    let choices: Vec<_> = choices
        .map(|c| (c.idea.number(), c.dots, c.unsure, c.disagree))
        .collect();
    (
        ballot.people,
        choices,
        ballot.source.key(),
        ballot.group.clone(),
        ballot.table.clone(),
        ballot.voting,
    )
}

/// Returns the content of a guess, for comparison.
fn drawn(guess: &Guess) -> impl Ord + use<> {
    let values = guess.values.iter();
    let values: Vec<_> = values
        .map(|(year, figure)| (*year, figure.text().to_owned()))
        .collect();
    let indicator = guess.indicator.map(Id::number);
    (indicator, values, guess.table.clone(), guess.order.clone())
}
