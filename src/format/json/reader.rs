//! Reading: a file as a strategy, in slices small enough for a page to stay alive between them.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeOwned;

use super::cut::{Cut, Element};
use super::scan::{Halt, Scan};
use super::unfold::{Twice, Unfolding};
use super::{
    Encoding, MAX_BYTES, Place, Problem, ReadError, VERSION, identify, migrate, place, v1, words,
};
use crate::strategy::*;

/// Reads a file of ours, of this version or an earlier one.
///
/// The strategy that comes back holds together ([`Strategy::integrity`] is empty), and [`super::write`] gives
/// a text that reads as the same. An indicator without a series is given one without a name, for a figure
/// needs a row to stand in.
pub fn read(bytes: &[u8]) -> Result<Strategy, ReadError> {
    Reader::new(bytes)?.finish()
}

/// Reads a file little by little.
///
/// Call [`Reader::step`] until the progress is whole, letting the page breathe in between, then [`Reader::finish`].
#[derive(Debug)]
pub struct Reader<'a> {
    text: Cow<'a, [u8]>,
    /// Whether `text` is what an earlier version became, so that its lines are not those of the file.
    migrated: bool,
    at: usize,
    state: State,
    /// What the file says beside its lists.
    cover: Cut,
    /// Parts of a goal still to be read, the next one last.
    parts: Vec<Part>,
    into: Unfolding,
}

/// How far a reader has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub read: usize,
    /// Bytes in all.
    pub of: usize,
    /// Whether everything is read and checked.
    pub done: bool,
}

#[derive(Debug)]
enum State {
    /// Before a member of the file; whether it is the first.
    Member(bool),
    /// Before an element of a list, and its index.
    Element(List, usize),
    /// At the end; the cover is to be read.
    Cover,
    /// Whether it holds together is to be seen; so many kinds are.
    Check(usize),
    Done,
    /// It cannot be read.
    Failed(Box<ReadError>),
}

macro_rules! lists {
    ($($name:ident: $type:ident, $put:ident;)*) => {
        /// The lists of the file that are read one element at a time.
        #[derive(Debug, Clone, Copy, PartialEq)]
        #[allow(non_camel_case_types)]
        enum List {
            $($name,)*
        }

        impl List {
            fn named(name: &[u8]) -> Option<Self> {
                $(
                    if name == stringify!($name).as_bytes() {
                        return Some(List::$name);
                    }
                )*
                None
            }
        }

        impl Reader<'_> {
            fn whole(&mut self, list: List, order: Order) -> Result<(), ReadError> {
                match list {
                    $(
                        List::$name => {
                            let record = self.parse::<v1::$type>()?;
                            self.into.$put(record, order).map_err(|e| self.twice(e))
                        }
                    )*
                }
            }
        }
    };
}

lists! {
    sections: Section, section;
    goals: Goal, goal;
    indicators: Indicator, indicator;
    frameworks: Framework, framework;
    supports: Support, support;
    bodies: Body, body;
    lanes: Lane, lane;
    ideas: Idea, idea;
}

/// A part of a goal.
#[derive(Debug)]
enum Part {
    Division(Range<usize>, Id<Goal>, Order),
    Measure(Range<usize>, Id<Goal>, Option<Id<Division>>, Order),
    /// The goal is read; so far it goes.
    End(usize),
}

impl<'a> Reader<'a> {
    /// How many bytes a step may take to stay within a few milliseconds.
    pub const SLICE: usize = 256 << 10;

    /// Looks at what kind of file it is. A file of an earlier version is brought up to date at once.
    pub fn new(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(Problem::TooLarge(bytes.len()).into());
        }
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut reader = Self {
            text: Cow::Borrowed(text),
            migrated: false,
            at: 0,
            state: State::Member(true),
            cover: Cut::default(),
            parts: Vec::new(),
            into: Unfolding::default(),
        };
        let version = identify::version(text).map_err(|fault| reader.not_ours(fault))?;
        if version < VERSION {
            let file = serde_json::from_slice(text).map_err(|e| reader.wrong(&e, text, |at| at))?;
            reader.text = Cow::Owned(migrate::migrate(file, version));
            reader.migrated = true;
        }
        let mut scan = reader.scan();
        scan.eat(b'{');
        reader.at = scan.at;
        reader.cover.open(0);
        Ok(reader)
    }

    /// Reads on by about so many bytes. What once failed fails again.
    pub fn step(&mut self, bytes: usize) -> Result<Progress, ReadError> {
        let goal = self.at.saturating_add(bytes);
        let mut more = true;
        while more {
            if let State::Failed(error) = &self.state {
                return Err(ReadError::clone(error));
            }
            if let Err(error) = self.one() {
                self.state = State::Failed(Box::new(error.clone()));
                return Err(error);
            }
            let reading = matches!(self.state, State::Member(_) | State::Element(..));
            more = reading && self.at < goal;
        }
        Ok(self.progress())
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress {
            read: self.at,
            of: self.text.len(),
            done: matches!(self.state, State::Done),
        }
    }

    /// Reads what is left, and gives the strategy.
    pub fn finish(mut self) -> Result<Strategy, ReadError> {
        while !self.step(usize::MAX)?.done {}
        Ok(self.into.strategy)
    }

    fn scan(&self) -> Scan<'_> {
        Scan {
            text: &self.text,
            at: self.at,
        }
    }

    fn one(&mut self) -> Result<(), ReadError> {
        if let Some(part) = self.parts.pop() {
            return self.part(part);
        }
        match self.state {
            State::Member(first) => self.member(first),
            State::Element(list, index) => self.element(list, index),
            State::Cover => self.cover(),
            State::Check(kind) => self.check(kind),
            State::Done | State::Failed(_) => Ok(()),
        }
    }

    /// Reads a member of the file; when it is one of the lists, only up to its first element.
    fn member(&mut self, first: bool) -> Result<(), ReadError> {
        let mut scan = self.scan();
        let member = next_member(&mut scan, first);
        let member = member.map_err(|halt| self.halted(halt, scan.at))?;
        self.at = scan.at;
        match member {
            Some(Member::List(range, list)) => {
                self.cover.member(&self.text, range, b"[]");
                self.state = State::Element(list, 0);
            }
            Some(Member::Other(range)) => {
                self.cover.member(&self.text, range, b"");
                self.state = State::Member(false);
            }
            None => {
                self.cover.close(self.at - 1);
                self.state = State::Cover;
                let mut rest = self.scan();
                let odd = rest.peek().is_some();
                self.at = rest.at;
                if odd {
                    let odd = Halt::Odd("終わりのあとに余分な文字があります");
                    return Err(self.halted(odd, self.at));
                }
            }
        }
        Ok(())
    }

    fn element(&mut self, list: List, index: usize) -> Result<(), ReadError> {
        let mut scan = self.scan();
        let more = scan.next(index == 0, b']');
        let more = more.map_err(|halt| self.halted(halt, scan.at))?;
        self.at = scan.at;
        if !more {
            self.state = State::Member(false);
            return Ok(());
        }
        self.state = State::Element(list, index + 1);
        match list {
            List::goals => self.goal(Order::nth(index)),
            _ => self.whole(list, Order::nth(index)),
        }
    }

    /// Reads a goal without its measures, and leaves these for later.
    fn goal(&mut self, order: Order) -> Result<(), ReadError> {
        let (goal, parts, end) = self.opened::<v1::Goal>(self.at, &["measures", "divisions"])?;
        self.parts.push(Part::End(end));
        for (list, index, range) in parts.into_iter().rev() {
            let order = Order::nth(index);
            self.parts.push(match list {
                0 => Part::Measure(range, goal.id, None, order),
                _ => Part::Division(range, goal.id, order),
            });
        }
        self.into.goal(goal, order).map_err(|e| self.twice(e))
    }

    fn part(&mut self, part: Part) -> Result<(), ReadError> {
        match part {
            Part::Division(range, goal, order) => {
                let (division, parts, _) =
                    self.opened::<v1::Division>(range.start, &["measures"])?;
                let under = Some(division.id);
                for (_, index, range) in parts.into_iter().rev() {
                    let order = Order::nth(index);
                    self.parts.push(Part::Measure(range, goal, under, order));
                }
                self.at = range.start;
                let put = self.into.division(division, goal, order);
                put.map_err(|e| self.twice(e))
            }
            Part::Measure(range, goal, division, order) => {
                self.at = range.start;
                let measure = self.parse::<v1::Measure>()?;
                let put = self.into.measure(measure, goal, division, order);
                put.map_err(|e| self.twice(e))
            }
            Part::End(end) => {
                self.at = end;
                Ok(())
            }
        }
    }

    /// Reads the record that begins here, and goes past it.
    fn parse<T: DeserializeOwned>(&mut self) -> Result<T, ReadError> {
        let rest = &self.text[self.at..];
        let mut records = serde_json::Deserializer::from_slice(rest).into_iter::<T>();
        match records.next() {
            Some(Ok(record)) => {
                self.at += records.byte_offset();
                Ok(record)
            }
            Some(Err(error)) => Err(self.wrong(&error, rest, |at| self.at + at)),
            None => Err(self.halted(Halt::End, self.at)),
        }
    }

    /// Reads a record that begins at `at` without some of its lists; gives their elements, and where it ends.
    fn opened<T: DeserializeOwned>(
        &self,
        at: usize,
        lists: &[&str],
    ) -> Result<(T, Vec<Element>, usize), ReadError> {
        let mut scan = Scan {
            text: &self.text,
            at,
        };
        let cut = Cut::of(&mut scan, lists);
        let (cut, elements) = cut.map_err(|halt| self.halted(halt, scan.at))?;
        let record = serde_json::from_slice(cut.text())
            .map_err(|e| self.wrong(&e, cut.text(), |at| cut.original(at)))?;
        Ok((record, elements, scan.at))
    }

    /// Reads the cover, and gives every indicator a series.
    fn cover(&mut self) -> Result<(), ReadError> {
        let file: v1::File = serde_json::from_slice(self.cover.text())
            .map_err(|e| self.wrong(&e, self.cover.text(), |at| self.cover.original(at)))?;
        let reversed = file.period.is_empty();
        self.into.about(file);
        self.into.give_series();
        self.state = State::Check(0);
        match reversed {
            true => Err(self.flawed(Flaw::PeriodReversed)),
            false => Ok(()),
        }
    }

    /// Looks at the mentions by records of one kind. Parents are there, for the file is nested.
    fn check(&mut self, kind: usize) -> Result<(), ReadError> {
        let strategy = &self.into.strategy;
        let flaws = match kind {
            0 => strategy.dangling_of::<Goal>(),
            1 => strategy.dangling_of::<Measure>(),
            2 => strategy.dangling_of::<Initiative>(),
            3 => strategy.loops(),
            4 => strategy.dangling_of::<Line>(),
            5 => strategy.dangling_of::<Indicator>(),
            6 => strategy.dangling_of::<TimetableItem>(),
            7 => strategy.dangling_of::<Idea>(),
            _ => {
                self.state = State::Done;
                return Ok(());
            }
        };
        self.state = State::Check(kind + 1);
        match flaws.into_iter().next() {
            Some(flaw) => Err(self.flawed(flaw)),
            None => Ok(()),
        }
    }

    fn flawed(&self, flaw: Flaw) -> ReadError {
        let place = self.place_of(&flaw);
        self.failed(Problem::Flaw(flaw), place)
    }

    fn place_of(&self, flaw: &Flaw) -> Option<Place> {
        let record = |id: &str| place::of_records(&self.text, id).into_iter().next();
        match flaw {
            Flaw::Dangling {
                id, field, missing, ..
            } => {
                let record = record(id)?;
                place::of_mention(&self.text, &record.path, field, missing).or(Some(record))
            }
            Flaw::Misplaced { measure, .. } => record(&measure.to_string()),
            Flaw::Loop { initiative } => record(&initiative.to_string()),
            Flaw::NoSeries { indicator } => record(&indicator.to_string()),
            Flaw::PeriodReversed => place::of_member(&self.text, "period"),
        }
    }

    fn twice(&self, Twice(id): Twice) -> ReadError {
        let mut places = place::of_records(&self.text, &id).into_iter();
        let first = places.next().map(|place| self.settled(place));
        let second = places.next();
        self.failed(Problem::RepeatedId { id, first }, second)
    }

    /// What serde found wrong in a piece; `original` leads from a place in the piece to one in the text.
    fn wrong(
        &self,
        error: &serde_json::Error,
        piece: &[u8],
        original: impl Fn(usize) -> usize,
    ) -> ReadError {
        let lines = piece.split_inclusive(|b| *b == b'\n');
        let before: usize = lines
            .take(error.line().saturating_sub(1))
            .map(<[u8]>::len)
            .sum();
        let mut at = original(before + error.column());
        let byte = |at: usize| self.text.get(at).copied().unwrap_or_default();
        let last = byte(at.wrapping_sub(1));
        let problem = words::problem(error, last);
        // It stopped inside a bracket that should not be there: the place is that of the bracket.
        if matches!(last, b'[' | b'{') && !matches!(byte(at), b'[' | b'{') {
            at -= 1;
        }
        let place = match problem {
            Problem::NotJson(_) | Problem::Truncated => place::of_byte(&self.text, at),
            _ => place::of_value(&self.text, at),
        };
        self.failed(problem, Some(place))
    }

    fn not_ours(&self, (problem, at): identify::Fault) -> ReadError {
        // A table in Shift_JIS or a workbook is first of all no file of ours.
        if problem == Problem::Foreign && Encoding::guess(&self.text) != Encoding::Utf16 {
            return ReadError {
                problem,
                place: None,
            };
        }
        let place = match problem {
            Problem::Empty | Problem::Foreign | Problem::NotOurs(_) | Problem::Newer(_) => None,
            Problem::WrongType { .. } | Problem::MissingField(_) => {
                Some(place::of_value(&self.text, at))
            }
            _ => Some(place::of_byte(&self.text, at)),
        };
        self.failed(problem, place)
    }

    fn halted(&self, halt: Halt, at: usize) -> ReadError {
        self.failed(halt.into(), Some(place::of_byte(&self.text, at + 1)))
    }

    fn failed(&self, problem: Problem, place: Option<Place>) -> ReadError {
        if let Some(error) = encoding(&self.text) {
            return error;
        }
        ReadError {
            problem,
            place: place.map(|place| self.settled(place)),
        }
    }

    /// A place as it can be told: lines only where they are those of the file.
    fn settled(&self, place: Place) -> Place {
        Place {
            position: place.position.filter(|_| !self.migrated),
            ..place
        }
    }
}

/// What is wrong with a text that is not UTF-8 and not merely cut off.
fn encoding(text: &[u8]) -> Option<ReadError> {
    let error = std::str::from_utf8(text).err()?;
    error.error_len()?;
    Some(ReadError {
        problem: Problem::Encoding(Encoding::guess(text)),
        place: Some(place::of_byte(text, error.valid_up_to() + 1)),
    })
}

/// A member of the file, from its name on.
enum Member {
    /// One of the lists: its name.
    List(Range<usize>, List),
    /// Any other, whole.
    Other(Range<usize>),
}

fn next_member(scan: &mut Scan, first: bool) -> Result<Option<Member>, Halt> {
    if !scan.next(first, b'}')? {
        return Ok(None);
    }
    let start = scan.at;
    let name = scan.key()?;
    let colon = scan.at;
    Ok(Some(match List::named(&scan.text[name]) {
        Some(list) if scan.eat(b'[') => Member::List(start..colon, list),
        _ => Member::Other(start..scan.value()?.end),
    }))
}
