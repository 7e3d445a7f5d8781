//! Writes a strategy as text, in parts small enough to keep the page responsive between them.

use std::io;
use std::sync::Arc;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

use super::{FORMAT, VERSION};
use strategy::record::{Members, Need, Shown};
use strategy::*;

/// Returns the strategy as the text of its file: same strategy, same bytes.
pub fn write(strategy: &Strategy) -> String {
    Writer::new(strategy).collect()
}

/// Yields the text of the file in chunks of about 64 KB.
pub struct Writer<'a> {
    sheets: Groups<'a, Sheet>,
    lines: Groups<'a, Line>,
    initiatives: Groups<'a, Initiative>,
    series: Groups<'a, Series>,
    items: Groups<'a, FrameworkItem>,
    timetable: Groups<'a, TimetableItem>,
    ballots: Groups<'a, Ballot>,
    guesses: Groups<'a, Guess>,
    tokens: std::vec::IntoIter<WriterToken<'a>>,
    level: usize,
    first: bool,
}

/// A step of writing.
enum WriterToken<'a> {
    /// 表紙.
    Cover(&'a Strategy),
    /// Start of a list.
    List(&'static str),
    /// End of a list.
    EndList,
    /// A whole record of a list.
    Whole(Item<'a>),
    /// A record, left open for its lists.
    Open(Item<'a>),
    /// End of an open record.
    Close,
    /// End of the file.
    End,
}

enum Item<'a> {
    /// A record without records of other kinds in its lists.
    Alone(&'a dyn Members),
    Measure(&'a Measure),
    Indicator(&'a Indicator),
    Framework(&'a Framework),
    Lane(&'a Lane),
    Session(&'a Session),
}

/// A record with the records under it.
struct Nested<'a> {
    record: &'a dyn Members,
    lists: Vec<(&'static str, Vec<Nested<'a>>)>,
}

impl<'a> Nested<'a> {
    fn alone(record: &'a dyn Members) -> Self {
        Self {
            record,
            lists: Vec::new(),
        }
    }

    /// Adds the records of one of its lists.
    fn with(mut self, name: &'static str, records: Vec<Nested<'a>>) -> Self {
        self.lists.push((name, records));
        self
    }

    /// Writes the lists that come before this field; with an empty name, those after all fields.
    fn lists_before<M: SerializeMap>(&self, field: &str, written: &mut M) -> Result<(), M::Error> {
        for list in self
            .record
            .lists()
            .iter()
            .filter(|list| list.before == field)
        {
            let own = self.lists.iter().find(|(name, _)| *name == list.name);
            if let Some((name, records)) = own.filter(|(_, records)| !records.is_empty()) {
                written.serialize_entry(name, records)?;
            }
        }
        Ok(())
    }
}

impl Serialize for Nested<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(None)?;
        for (field, value) in self.record.fields().iter().zip(self.record.values()) {
            self.lists_before(field.name, &mut written)?;
            let left_out = match field.need {
                Need::Must | Need::Always => false,
                Need::May => value.is_blank(),
                Need::Place => true,
            };
            if !left_out {
                written.serialize_entry(field.name, &Shown(value))?;
            }
        }
        self.lists_before("", &mut written)?;
        written.end()
    }
}

/// 表紙, without its lists.
struct FileCover<'a>(&'a About);

impl Serialize for FileCover<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(None)?;
        written.serialize_entry("format", FORMAT)?;
        written.serialize_entry("version", &VERSION)?;
        for (field, value) in self.0.fields().iter().zip(self.0.values()) {
            if field.need == Need::Must || field.need == Need::May && !value.is_blank() {
                written.serialize_entry(field.name, &Shown(value))?;
            }
        }
        written.end()
    }
}

const CHUNK: usize = 64 << 10;

impl<'a> Writer<'a> {
    /// Plans the tokens to write; writes nothing yet.
    pub fn new(strategy: &'a Strategy) -> Self {
        let mut tokens = vec![WriterToken::Cover(strategy)];
        list(&mut tokens, "sections", strategy.sections.sorted(), |r| {
            Item::Alone(r)
        });
        goals(&mut tokens, strategy);
        list(
            &mut tokens,
            "indicators",
            strategy.indicators.sorted(),
            Item::Indicator,
        );
        list(
            &mut tokens,
            "frameworks",
            strategy.frameworks.sorted(),
            Item::Framework,
        );
        list(&mut tokens, "supports", strategy.supports.sorted(), |r| {
            Item::Alone(r)
        });
        list(&mut tokens, "grounds", strategy.grounds.sorted(), |r| {
            Item::Alone(r)
        });
        list(&mut tokens, "bodies", strategy.bodies.sorted(), |r| {
            Item::Alone(r)
        });
        list(&mut tokens, "lanes", strategy.lanes.sorted(), Item::Lane);
        list(
            &mut tokens,
            "sessions",
            strategy.sessions.sorted(),
            Item::Session,
        );
        list(&mut tokens, "ideas", strategy.ideas.sorted(), |r| {
            Item::Alone(r)
        });
        let projects = strategy.grant_projects.sorted();
        list(&mut tokens, "grant_projects", projects, |r| Item::Alone(r));
        tokens.push(WriterToken::End);
        Self {
            sheets: strategy.sheets.by_parent(),
            lines: strategy.lines.by_parent(),
            initiatives: strategy.initiatives.by_parent(),
            series: strategy.series.by_parent(),
            items: strategy.framework_items.by_parent(),
            timetable: strategy.timetable.by_parent(),
            ballots: strategy.ballots.by_parent(),
            guesses: strategy.guesses.by_parent(),
            tokens: tokens.into_iter(),
            level: 0,
            first: true,
        }
    }

    fn token(&mut self, out: &mut Vec<u8>, token: WriterToken<'a>) {
        match token {
            WriterToken::Cover(strategy) => {
                pretty(out, 0, &FileCover(&strategy.about()));
                reopen(out, 0);
                self.level = 1;
                self.first = false;
            }
            WriterToken::List(key) => {
                out.push(b',');
                break_line(out, self.level);
                out.push(b'"');
                out.extend_from_slice(key.as_bytes());
                out.extend_from_slice(b"\": [");
                self.level += 1;
                self.first = true;
            }
            WriterToken::EndList => {
                self.level -= 1;
                break_line(out, self.level);
                out.push(b']');
            }
            WriterToken::Whole(item) => self.item(out, &item),
            WriterToken::Open(item) => {
                self.item(out, &item);
                reopen(out, self.level);
                self.level += 1;
            }
            WriterToken::Close => {
                self.level -= 1;
                break_line(out, self.level);
                out.push(b'}');
                self.first = false;
            }
            WriterToken::End => out.extend_from_slice(b"\n}\n"),
        }
    }

    fn item(&mut self, out: &mut Vec<u8>, item: &Item) {
        if !self.first {
            out.push(b',');
        }
        self.first = false;
        let level = self.level;
        break_line(out, level);
        pretty(out, level, &self.nested(item));
    }

    fn nested<'b>(&'b self, item: &Item<'b>) -> Nested<'b> {
        match item {
            Item::Alone(record) => Nested::alone(*record),
            Item::Measure(measure) => {
                let sheets = self.sheets.under(measure.id).iter();
                let lines = |sheet: &Sheet, side| {
                    let lines = self.lines.under(sheet.id).iter();
                    let of_side = lines.filter(|line| line.side == side);
                    of_side.map(|line| Nested::alone(&***line)).collect()
                };
                let sheet = |sheet: &'b Arc<Sheet>| {
                    Nested::alone(&**sheet)
                        .with("done", lines(sheet, Side::Done))
                        .with("planned", lines(sheet, Side::Planned))
                };
                Nested::alone(*measure)
                    .with("initiatives", alone(self.initiatives.under(measure.id)))
                    .with("sheets", sheets.map(|one| sheet(one)).collect())
            }
            Item::Indicator(indicator) => {
                Nested::alone(*indicator).with("series", alone(self.series.under(indicator.id)))
            }
            Item::Framework(framework) => {
                Nested::alone(*framework).with("items", alone(self.items.under(framework.id)))
            }
            Item::Lane(lane) => {
                Nested::alone(*lane).with("items", alone(self.timetable.under(lane.id)))
            }
            Item::Session(session) => Nested::alone(*session)
                .with("ballots", alone(self.ballots.under(session.id)))
                .with("guesses", alone(self.guesses.under(session.id))),
        }
    }
}

/// Wraps records without children.
fn alone<'a, T: Record + Members>(records: &[&'a Arc<T>]) -> Vec<Nested<'a>> {
    let each = records.iter();
    each.map(|record| Nested::alone(&***record)).collect()
}

impl Iterator for Writer<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut out = Vec::new();
        while out.len() < CHUNK {
            let Some(token) = self.tokens.next() else {
                break;
            };
            self.token(&mut out, token);
        }
        let text = String::from_utf8_lossy(&out).into_owned();
        (!text.is_empty()).then_some(text)
    }
}

fn list<'a, T>(
    tokens: &mut Vec<WriterToken<'a>>,
    key: &'static str,
    records: Vec<&'a Arc<T>>,
    item: impl Fn(&'a T) -> Item<'a>,
) {
    if records.is_empty() {
        return;
    }
    tokens.push(WriterToken::List(key));
    tokens.extend(records.into_iter().map(|r| WriterToken::Whole(item(r))));
    tokens.push(WriterToken::EndList);
}

fn goals<'a>(tokens: &mut Vec<WriterToken<'a>>, strategy: &'a Strategy) {
    if strategy.goals.is_empty() {
        return;
    }
    let measures = strategy.measures.by_parent();
    let divisions = strategy.divisions.by_parent();
    let measures_of = |tokens: &mut Vec<WriterToken<'a>>, goal, division| {
        let of_goal = measures.under(goal).iter();
        let chosen = of_goal.filter(|m| m.division == division).copied();
        list(tokens, "measures", chosen.collect(), Item::Measure);
    };
    tokens.push(WriterToken::List("goals"));
    for goal in strategy.goals.sorted() {
        tokens.push(WriterToken::Open(Item::Alone(&**goal)));
        measures_of(tokens, goal.id, None);
        let headings = divisions.under(goal.id);
        if !headings.is_empty() {
            tokens.push(WriterToken::List("divisions"));
            for division in headings {
                tokens.push(WriterToken::Open(Item::Alone(&***division)));
                measures_of(tokens, goal.id, Some(division.id));
                tokens.push(WriterToken::Close);
            }
            tokens.push(WriterToken::EndList);
        }
        tokens.push(WriterToken::Close);
    }
    tokens.push(WriterToken::EndList);
}

fn break_line(out: &mut Vec<u8>, level: usize) {
    out.push(b'\n');
    out.resize(out.len() + level * 2, b' ');
}

/// Removes the end of the object just written, so that more members can follow.
fn reopen(out: &mut Vec<u8>, level: usize) {
    out.truncate(out.len() - level * 2 - 2);
}

fn pretty<T: Serialize>(out: &mut Vec<u8>, level: usize, value: &T) {
    let format = Indented {
        level,
        filled: false,
    };
    let mut serializer = serde_json::Serializer::with_formatter(out, format);
    // Writing to memory does not fail, and every key of the file is a text or a year.
    let written = value.serialize(&mut serializer);
    debug_assert!(written.is_ok());
}

/// Formatter that indents by two spaces per level, from a given level.
struct Indented {
    level: usize,
    filled: bool,
}

impl Indented {
    fn line<W: ?Sized + io::Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        for _ in 0..self.level {
            out.write_all(b"  ")?;
        }
        Ok(())
    }

    fn begin<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.level += 1;
        self.filled = false;
        out.write_all(bracket)
    }

    fn end<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.level -= 1;
        if self.filled {
            self.line(out)?;
        }
        out.write_all(bracket)
    }

    fn next<W: ?Sized + io::Write>(&self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.line(out)
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.next(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(
        &mut self,
        out: &mut W,
        first: bool,
    ) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}
