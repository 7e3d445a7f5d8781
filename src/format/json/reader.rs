//! Reads a file as a strategy, in slices small enough to keep the page responsive between them.

use std::borrow::Cow;

use super::{Encoding, FileLocation, MAX_BYTES, Problem, ReadError, VERSION, identify, place};
use strategy::migration::{Tree, chain};
use strategy::record::{
    AnyRecord, Children, EVERY_KIND, Expected, Fault, Halt, MetFields, Odd, Read, ReadableKind,
    Scan, Stopped, Twice, ValueReader,
};
use strategy::*;

/// Reads a file of ours, of this version or an earlier one.
///
/// The returned strategy is consistent ([`Strategy::integrity`] is empty), and [`super::write`] gives a text that
/// reads as the same. An indicator without a series gets one without a name, because a figure needs a row.
pub fn read(bytes: &[u8]) -> Result<Strategy, ReadError> {
    Reader::new(bytes)?.finish()
}

/// Reads the records of some kinds, 表紙 among them; records of other kinds are left out, and so is what is wrong with
/// them. A kind whose parent is left out is left out, too.
pub fn read_kinds(bytes: &[u8], kinds: &'static [ReadableKind]) -> Result<Strategy, ReadError> {
    Reader::of_kinds(bytes, kinds)?.finish()
}

/// Reads a file piece by piece: an iterator that reads a piece at each call, and returns the progress. After a
/// failure, every call fails. [`Reader::finish`] reads the rest, and returns the strategy.
#[derive(Debug)]
pub struct Reader<'a> {
    text: Cow<'a, [u8]>,
    /// True if `text` was migrated from an earlier version, so that its lines are not those of the file.
    migrated: bool,
    /// The kinds of records that are read.
    kinds: &'static [ReadableKind],
    at: usize,
    state: ReaderState,
    /// Records that are being read, each within the one before.
    open: Vec<OpenValue>,
    /// The strategy read so far.
    strategy: Strategy,
    /// Indicators that came without a series.
    without_series: Vec<Id<Indicator>>,
    /// Approximate size of a piece, in bytes.
    piece: usize,
}

/// Progress of a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingProgress {
    /// Bytes read.
    pub read: usize,
    /// Bytes in all.
    pub of: usize,
}

#[derive(Debug)]
enum ReaderState {
    Read,
    /// Reading is done and integrity is being checked; the mentions of this many kinds of records are checked.
    Check(usize),
    Done,
    /// The file cannot be read.
    Failed(Box<ReadError>),
}

/// A record that is being read.
#[derive(Debug)]
struct OpenValue {
    record: Box<dyn AnyRecord>,
    /// The list it stands in, and its place there; none: it is the file.
    stands: Option<(&'static Children, usize)>,
    /// Position of its start.
    at: usize,
    /// True if none of its members was read yet.
    first: bool,
    fields: MetFields,
    lists: MetFields,
    /// The list that is being read, the kind of its records, and the next place in it.
    within: Option<(&'static Children, &'static ReadableKind, usize)>,
    /// Records under it, which wait for its id.
    children: Vec<Box<dyn AnyRecord>>,
}

impl OpenValue {
    fn new(
        record: Box<dyn AnyRecord>,
        stands: Option<(&'static Children, usize)>,
        at: usize,
    ) -> Self {
        Self {
            record,
            stands,
            at,
            first: true,
            fields: MetFields::default(),
            lists: MetFields::default(),
            within: None,
            children: Vec::new(),
        }
    }
}

impl<'a> Reader<'a> {
    /// Number of bytes read within a few milliseconds.
    const PIECE: usize = 64 << 10;

    /// Detects the kind of file. A file of an earlier version is migrated at once.
    pub fn new(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Self::of_kinds(bytes, EVERY_KIND)
    }

    /// The same, for records of some kinds.
    pub fn of_kinds(bytes: &'a [u8], kinds: &'static [ReadableKind]) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(Problem::TooLarge(bytes.len()).into());
        }
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut reader = Self {
            text: Cow::Borrowed(text),
            migrated: false,
            kinds,
            at: 0,
            state: ReaderState::Read,
            open: Vec::new(),
            strategy: Strategy::default(),
            without_series: Vec::new(),
            piece: Self::PIECE,
        };
        let version = identify::version(text).map_err(|fault| reader.not_ours(fault))?;
        if version < VERSION && !chain().leaves_files(version) {
            reader.text = Cow::Owned(reader.migrated(version)?.into_bytes());
            reader.migrated = true;
        }
        let mut reading = reader.reading();
        let at = reading
            .begin()
            .map_err(|stopped| reader.stopped(*stopped))?;
        reader.at = reading.scan.at;
        reader
            .open
            .push(OpenValue::new(Box::new(About::default()), None, at));
        Ok(reader)
    }

    /// Migrates a file of an earlier version to a text of this version.
    fn migrated(&self, version: u32) -> Result<String, ReadError> {
        let mut scan = self.reading().scan;
        scan.value().map_err(|halt| self.halted(halt, scan.at))?;
        if scan.peek().is_some() {
            let odd = Halt::Odd(Odd::Rest);
            return Err(self.halted(odd, scan.at));
        }
        let file = Tree::read(&mut self.reading());
        let mut file = file.map_err(|stopped| self.stopped(*stopped))?;
        if let Tree::Object(file) = &mut file {
            chain().file(file, version);
        }
        Ok(file.text())
    }

    /// Reads in pieces of about this many bytes.
    pub fn in_pieces_of(self, bytes: usize) -> Self {
        Self {
            piece: bytes,
            ..self
        }
    }

    /// Reads a piece.
    fn read_on(&mut self) -> Result<(), ReadError> {
        let goal = self.at.saturating_add(self.piece);
        let mut more = true;
        while more {
            if let ReaderState::Failed(error) = &self.state {
                return Err(ReadError::clone(error));
            }
            if let Err(error) = self.one() {
                self.state = ReaderState::Failed(Box::new(error.clone()));
                return Err(error);
            }
            more = matches!(self.state, ReaderState::Read) && self.at < goal;
        }
        Ok(())
    }

    /// Reads the rest, and returns the strategy.
    pub fn finish(mut self) -> Result<Strategy, ReadError> {
        self.piece = usize::MAX;
        self.by_ref().try_for_each(|piece| piece.map(drop))?;
        Ok(self.strategy)
    }

    fn reading(&self) -> ValueReader<'_> {
        ValueReader::new(&self.text, self.at)
    }

    fn one(&mut self) -> Result<(), ReadError> {
        match self.state {
            ReaderState::Read => {
                let mut reading = ValueReader::new(&self.text, self.at);
                let Some(open) = self.open.last_mut() else {
                    self.state = ReaderState::Check(0);
                    return Ok(());
                };
                let read = read_on(open, &mut reading, self.kinds);
                self.at = reading.scan.at;
                match read {
                    Ok(Next::More) => Ok(()),
                    Ok(Next::Begins(child)) => {
                        self.open.push(*child);
                        Ok(())
                    }
                    Ok(Next::Ends) => self.close(),
                    Err(stopped) => Err(self.stopped(*stopped)),
                }
            }
            ReaderState::Check(kind) => self.check(kind),
            ReaderState::Done | ReaderState::Failed(_) => Ok(()),
        }
    }

    /// Closes the record read last: gives its id to the records under it, and inserts those that wait for nothing
    /// into their tables.
    fn close(&mut self) -> Result<(), ReadError> {
        let Some(OpenValue {
            mut record,
            stands,
            children,
            ..
        }) = self.open.pop()
        else {
            return Ok(());
        };
        if record.kind() == Kind::Indicator && children.is_empty() {
            self.without_series.push(Id::new(record.number()));
        }
        if let Some((list, index)) = stands {
            record.set_order(Order::nth(index));
            if let Some(line) = record.as_kind::<Line>() {
                line.side = match list.name {
                    "done" => Side::Done,
                    _ => Side::Planned,
                };
            }
        }
        let mut waits = Vec::new();
        for mut child in children {
            let number = record.number();
            let is_under_heading = record.kind() == Kind::Division;
            match child.as_kind::<Measure>() {
                // Its goal is not read yet.
                Some(measure) if is_under_heading && measure.division.is_none() => {
                    measure.division = Some(Id::new(number));
                    waits.push(child);
                }
                _ => {
                    child.set_parent(number);
                    self.put(child)?;
                }
            }
        }
        let in_file = self.open.len() < 2;
        match self.open.last_mut() {
            Some(parent) if !in_file => {
                parent.children.extend(waits);
                parent.children.push(record);
                Ok(())
            }
            Some(_) => self.put(record),
            None => {
                self.put(record)?;
                self.ended()
            }
        }
    }

    fn put(&mut self, record: Box<dyn AnyRecord>) -> Result<(), ReadError> {
        let put = record.put(&mut self.strategy);
        put.map_err(|twice| self.twice(twice))
    }

    /// Ends reading: checks that nothing follows, and gives every indicator a series.
    fn ended(&mut self) -> Result<(), ReadError> {
        let mut rest = Scan {
            text: &self.text,
            at: self.at,
        };
        let odd = rest.peek().is_some();
        self.at = rest.at;
        if odd {
            let odd = Halt::Odd(Odd::Rest);
            return Err(self.halted(odd, self.at));
        }
        self.give_series();
        self.state = ReaderState::Check(0);
        match self.strategy.about().period.is_empty() {
            true => Err(self.flawed(Flaw::PeriodReversed)),
            false => Ok(()),
        }
    }

    /// Gives every indicator that came without a series one without a name. Its number is the indicator's, or the
    /// next free one, so that every reader of the same file gets the same.
    fn give_series(&mut self) {
        // In the order of the file.
        for indicator in std::mem::take(&mut self.without_series) {
            let mut id = Id::new(indicator.number());
            while self.strategy.series.contains(id) {
                id = Id::new(id.number().wrapping_add(1));
            }
            self.strategy.series.insert(Series {
                id,
                indicator,
                order: Order::nth(0),
                ..Series::default()
            });
        }
    }

    /// Looks at the mentions by records of one kind; after the last kind, at 再掲 that leads back to itself.
    fn check(&mut self, kind: usize) -> Result<(), ReadError> {
        let flaws = match self.kinds.get(kind) {
            Some(kind) => (kind.dangling)(&self.strategy),
            None => self.strategy.loops(),
        };
        self.state = match kind < self.kinds.len() {
            true => ReaderState::Check(kind + 1),
            false => ReaderState::Done,
        };
        match flaws.into_iter().find(|flaw| self.can_tell(flaw)) {
            Some(flaw) => Err(self.flawed(flaw)),
            None => Ok(()),
        }
    }

    /// True if a flaw is one of the file, and does not come from a kind that is left out.
    fn can_tell(&self, flaw: &Flaw) -> bool {
        let Flaw::Dangling { missing, .. } = flaw else {
            return true;
        };
        let missing = AnyId::read(missing);
        missing.is_none_or(|id| self.kinds.iter().any(|read| read.kind == id.kind))
    }

    fn flawed(&self, flaw: Flaw) -> ReadError {
        let place = self.place_of(&flaw);
        self.failed(Problem::Flaw(flaw), place)
    }

    fn place_of(&self, flaw: &Flaw) -> Option<FileLocation> {
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

    fn stopped(&self, Stopped { fault, at }: Stopped) -> ReadError {
        let place = match fault {
            Fault::Text(_) => place::of_byte(&self.text, at + 1),
            _ => place::of_value(&self.text, at),
        };
        self.failed(fault.into(), Some(place))
    }

    fn not_ours(&self, (problem, at): identify::FaultAt) -> ReadError {
        // A table in Shift_JIS or a workbook is first of all not a file of ours.
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

    fn failed(&self, problem: Problem, place: Option<FileLocation>) -> ReadError {
        if let Some(error) = encoding(&self.text) {
            return error;
        }
        ReadError {
            problem,
            place: place.map(|place| self.settled(place)),
        }
    }

    /// Returns a place for reports: with lines only where they are those of the file.
    fn settled(&self, place: FileLocation) -> FileLocation {
        FileLocation {
            position: place.position.filter(|_| !self.migrated),
            ..place
        }
    }
}

/// Returns the fault of a text that is not UTF-8 and not merely cut off.
fn encoding(text: &[u8]) -> Option<ReadError> {
    let error = std::str::from_utf8(text).err()?;
    error.error_len()?;
    Some(ReadError {
        problem: Problem::Encoding(Encoding::guess(text)),
        place: Some(place::of_byte(text, error.valid_up_to() + 1)),
    })
}

/// Next step of the reader.
enum Next {
    /// More of the same record.
    More,
    /// A record under it.
    Begins(Box<OpenValue>),
    /// End of the record.
    Ends,
}

/// Reads the next member of a record, or of the file; of a list only up to its next element.
fn read_on(
    open: &mut OpenValue,
    reading: &mut ValueReader,
    kinds: &'static [ReadableKind],
) -> Read<Next> {
    if let Some((list, kind, index)) = open.within {
        if !reading.element(index == 0)? {
            open.within = None;
            return Ok(Next::More);
        }
        open.within = Some((list, kind, index + 1));
        let at = reading.begin_as(Expected::Object, b'{')?;
        let child = OpenValue::new((kind.blank)(), Some((list, index)), at);
        return Ok(Next::Begins(Box::new(child)));
    }
    let Some((name, at)) = reading.member(&mut open.first)? else {
        let fields = open.record.fields();
        let whole = open.fields.whole(fields);
        whole.map_err(|fault| Stopped { fault, at: open.at })?;
        return Ok(Next::Ends);
    };
    let stop = |fault| Stopped { fault, at };
    if open.stands.is_none()
        && let Some(index) = SAID.iter().position(|said| *said == name)
    {
        open.lists
            .once(SAID_AT + index, SAID[index])
            .map_err(stop)?;
        reading.skip()?;
        return Ok(Next::More);
    }
    let members = &mut open.record;
    let lists = members.lists();
    if let Some(index) = lists.iter().position(|list| list.name == name) {
        open.lists.once(index, lists[index].name).map_err(stop)?;
        let list = &lists[index];
        let Some(read) = kinds.iter().find(|read| read.kind == list.kind) else {
            reading.skip()?;
            return Ok(Next::More);
        };
        reading.begin_as(Expected::List, b'[')?;
        open.within = Some((list, read, 0));
        return Ok(Next::More);
    }
    let index = open.fields.field(members.fields(), &name).map_err(stop)?;
    if let Some(slot) = members.slot(index) {
        reading.value(slot)?;
    }
    Ok(Next::More)
}

/// Members that identify a file; they were read before everything else.
const SAID: [&str; 2] = ["format", "version"];
/// Bit above those of the lists of the file.
const SAID_AT: usize = 32;

impl Iterator for Reader<'_> {
    type Item = Result<ReadingProgress, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if matches!(self.state, ReaderState::Done) {
            return None;
        }
        Some(self.read_on().map(|()| ReadingProgress {
            read: self.at,
            of: self.text.len(),
        }))
    }
}
