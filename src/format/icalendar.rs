//! The timetable as iCalendar (RFC 5545), for the calendars of offices: writing and reading.
//!
//! An item is an all-day event from the first day of its first 旬 to the last day of its last. Facts that iCalendar
//! has no name for are in properties of our own (`X-MICHISHIRUBE-…`): its 旬, its lane, its body, its points and
//! papers, and if it is done.
//!
//! Written by hand: `icalendar` and `calcard` bring chrono (78 KB of wasm after brotli to write such a file; this
//! code takes 6), and `ics` only writes and saves nothing (9). `tests/e2e/calendar.spec.ts` reads the files with
//! ical.js.

use strategy::Moment;
use strategy::*;

/// Longest line, in octets, without its end (section 3.1).
const LINE: usize = 75;

/// An item of a calendar file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarItem {
    /// Permanent, globally unique id.
    pub uid: String,
    /// First 旬.
    pub from: Jun,
    /// Last 旬.
    pub to: Jun,
    /// 件名.
    pub title: String,
    /// Heading of its lane.
    pub lane: String,
    /// Name of the body that meets.
    pub body: String,
    /// 担当.
    pub owner: String,
    /// 議題.
    pub points: Vec<String>,
    /// 資料.
    pub handouts: Vec<Handout>,
    /// 済.
    pub done: bool,
}

/// A deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDeadline {
    /// Permanent, globally unique id.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// 名称.
    pub title: String,
    /// Organisation that offers it.
    pub provider: String,
}

/// Fault of a calendar file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarProblem {
    /// The file does not begin as a calendar, or does not end.
    NotCalendar,
    /// This line is not a property.
    NotProperty(usize),
    /// The event that ends at this line has no readable date.
    NoDate(usize),
}

/// Returns the items of a strategy for a calendar file, lane by lane.
pub fn calendar_items(strategy: &Strategy) -> Vec<CalendarItem> {
    let about = strategy.about();
    let mut all = Vec::new();
    for lane in strategy.lanes.sorted() {
        for item in strategy.timetable.under(lane.id) {
            let body = item.body.and_then(|body| strategy.get(body));
            all.push(CalendarItem {
                // The samples of several towns have items of the same id.
                uid: text(&format!(
                    "{}-{}-{}@michishirube",
                    item.id, about.period.first.0, about.town.code
                )),
                from: item.from,
                to: item.to.max(item.from),
                title: text(&item.title),
                lane: text(&lane.title),
                body: body.map(|body| text(&body.title)).unwrap_or_default(),
                owner: text(&item.owner),
                points: item.points.iter().map(|point| text(point)).collect(),
                handouts: item.handouts.iter().map(paper).collect(),
                done: item.done,
            });
        }
    }
    all
}

/// Returns the deadlines of the support of a strategy, and of the papers of its grant projects.
pub fn calendar_deadlines(strategy: &Strategy) -> Vec<CalendarDeadline> {
    let about = strategy.about();
    let all = strategy.supports.sorted().into_iter();
    let deadline = |one: &Support| {
        let day = one
            .deadline
            .clone()
            .filter(|day| day.day_number().is_some())?;
        Some(CalendarDeadline {
            uid: text(&format!(
                "support-{}-{}-{}@michishirube",
                one.id, about.period.first.0, about.town.code
            )),
            day,
            title: text(&one.title),
            provider: text(&one.provider),
        })
    };
    let mut deadlines: Vec<_> = all.filter_map(|one| deadline(one)).collect();
    for project in strategy.grant_projects.sorted() {
        let of = project.deadlines.iter().enumerate();
        deadlines.extend(of.filter_map(|(at, one)| of_grant(strategy, project, at, one)));
    }
    deadlines
}

/// Returns the deadline of a paper of a grant project, if it has a day.
fn of_grant(
    strategy: &Strategy,
    project: &GrantProject,
    at: usize,
    paper: &GrantDeadline,
) -> Option<CalendarDeadline> {
    let about = strategy.about();
    let day = paper.due.clone();
    Some(CalendarDeadline {
        uid: text(&format!(
            "grant-{}-{at}-{}-{}@michishirube",
            project.id, about.period.first.0, about.town.code
        )),
        day: day.filter(|day| day.day_number().is_some())?,
        title: text(&paper.title),
        provider: text(&project.title),
    })
}

fn paper(handout: &Handout) -> Handout {
    Handout {
        title: text(&handout.title),
        address: text(&handout.address),
    }
}

/// Returns the text without characters that a calendar cannot hold: control characters except tab and line end.
fn text(value: &str) -> String {
    let value = value.replace("\r\n", "\n").replace('\r', "\n");
    let said = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    value.chars().filter(said).collect()
}

/// Writes the items and the deadlines. `describe` returns the text below the title of an item, `until` the title of a
/// deadline.
pub fn write(
    items: &[CalendarItem],
    deadlines: &[CalendarDeadline],
    name: &str,
    now: &Moment,
    (describe, until): (
        impl Fn(&CalendarItem) -> String,
        impl Fn(&CalendarDeadline) -> String,
    ),
) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &str| fold(&mut out, name, value);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//michishirube//timetable//JA");
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", &escaped(name));
    for item in items {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&item.uid));
        line("DTSTAMP", &stamp(now.ms));
        line("DTSTART;VALUE=DATE", &first_day(item.from));
        line("DTEND;VALUE=DATE", &day_after(item.to));
        line("SUMMARY", &escaped(&item.title));
        line("DESCRIPTION", &escaped(&describe(item)));
        line("TRANSP", "TRANSPARENT");
        line("X-MICHISHIRUBE-JUN", &stretch(item));
        line("X-MICHISHIRUBE-LANE", &escaped(&item.lane));
        line("X-MICHISHIRUBE-BODY", &escaped(&item.body));
        if !item.owner.is_empty() {
            line("X-MICHISHIRUBE-OWNER", &escaped(&item.owner));
        }
        for point in &item.points {
            line("X-MICHISHIRUBE-POINT", &escaped(point));
        }
        for handout in &item.handouts {
            line("X-MICHISHIRUBE-PAPER", &escaped(&handout.title));
            line("X-MICHISHIRUBE-PAPER-AT", &escaped(&handout.address));
        }
        if item.done {
            line("X-MICHISHIRUBE-DONE", "TRUE");
        }
        line("END", "VEVENT");
    }
    for deadline in deadlines {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&deadline.uid));
        line("DTSTAMP", &stamp(now.ms));
        // An all-day event without an end lasts one day (section 3.6.1).
        line("DTSTART;VALUE=DATE", &deadline.day.0.replace('-', ""));
        line("SUMMARY", &escaped(&until(deadline)));
        line("DESCRIPTION", &escaped(&deadline.provider));
        line("TRANSP", "TRANSPARENT");
        line("X-MICHISHIRUBE-DEADLINE", "TRUE");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    out
}

/// Writes a property, in lines of at most 75 octets that split no character (section 3.1).
fn fold(out: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for c in name.chars().chain(":".chars()).chain(value.chars()) {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// Returns a TEXT value (section 3.3.11).
fn escaped(value: &str) -> String {
    let mut out = String::new();
    for c in text(value).chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(c) => out.push(c),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

fn first_day(jun: Jun) -> String {
    let day = jun.third as u8 * 10 + 1;
    format!("{:04}{:02}{day:02}", jun.year, jun.month.0)
}

/// Returns the day after a 旬: the end is exclusive (section 3.6.1).
fn day_after(jun: Jun) -> String {
    match Jun::from_index(jun.index() + 1) {
        next if next.year > 9999 => "99991231".to_owned(),
        next => first_day(next),
    }
}

/// Returns a moment in UTC (section 3.3.5). Algorithm of the days: H. Hinnant, chrono-Compatible Low-Level Date
/// Algorithms.
fn stamp(ms: u64) -> String {
    let seconds = ms / 1000;
    let days = (seconds / 86_400) as i64 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year + era * 400 + i64::from(month <= 2);
    let of_day = seconds % 86_400;
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// `2019-08-early/2019-09-late`.
fn stretch(item: &CalendarItem) -> String {
    let one = |jun: Jun| {
        let third = ["early", "middle", "late"][jun.third as usize];
        format!("{:04}-{:02}-{third}", jun.year, jun.month.0)
    };
    format!("{}/{}", one(item.from), one(item.to))
}

fn read_stretch(value: &str) -> Option<(Jun, Jun)> {
    let one = |text: &str| {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let third = match parts.next()? {
            "early" => Third::Early,
            "middle" => Third::Middle,
            "late" => Third::Late,
            _ => return None,
        };
        jun(year, month, third)
    };
    let (from, to) = value.split_once('/')?;
    Some((one(from)?, one(to)?))
}

fn jun(year: i32, month: u8, third: Third) -> Option<Jun> {
    let there = (1..=9999).contains(&year) && (1..=12).contains(&month);
    there.then_some(Jun {
        year,
        month: Month(month),
        third,
    })
}

/// Returns the 旬 of a date (`20190801…`), and true if it is the first day of it.
fn read_day(value: &str) -> Option<(Jun, bool)> {
    let day: u8 = value.get(6..8)?.parse().ok()?;
    let third = match day {
        1..=10 => Third::Early,
        11..=20 => Third::Middle,
        21..=31 => Third::Late,
        _ => return None,
    };
    let month = value.get(4..6)?.parse().ok()?;
    let found = jun(value.get(..4)?.parse().ok()?, month, third)?;
    Some((found, matches!(day, 1 | 11 | 21)))
}

/// An event while it is read.
#[derive(Default)]
struct Event {
    item: CalendarItem,
    /// True for a deadline, which is not an item of the timetable.
    is_deadline: bool,
    jun: Option<(Jun, Jun)>,
    start: Option<Jun>,
    end: Option<Jun>,
}

impl Event {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "UID" => self.item.uid = unescaped(value),
            "SUMMARY" => self.item.title = unescaped(value),
            "DTSTART" => self.start = read_day(value).map(|(jun, _)| jun),
            "DTEND" => {
                let last = |(jun, first): (Jun, bool)| match first && value.len() == 8 {
                    true => Jun::from_index(jun.index() - 1),
                    false => jun,
                };
                self.end = read_day(value).map(last);
            }
            "X-MICHISHIRUBE-JUN" => self.jun = read_stretch(value),
            "X-MICHISHIRUBE-LANE" => self.item.lane = unescaped(value),
            "X-MICHISHIRUBE-BODY" => self.item.body = unescaped(value),
            "X-MICHISHIRUBE-OWNER" => self.item.owner = unescaped(value),
            "X-MICHISHIRUBE-POINT" => self.item.points.push(unescaped(value)),
            "X-MICHISHIRUBE-PAPER" => self.item.handouts.push(Handout {
                title: unescaped(value),
                ..Default::default()
            }),
            "X-MICHISHIRUBE-PAPER-AT" => {
                if let Some(handout) = self.item.handouts.last_mut() {
                    handout.address = unescaped(value);
                }
            }
            "X-MICHISHIRUBE-DEADLINE" => self.is_deadline = value == "TRUE",
            "X-MICHISHIRUBE-DONE" => self.item.done = value == "TRUE",
            _ => {}
        }
    }

    /// Returns the item. The dates take precedence, because a user may have moved the event in a calendar; our own 旬
    /// fills in where there is no date.
    fn finish(self) -> Option<CalendarItem> {
        let dated = self.start.map(|start| {
            let end = self.end.unwrap_or(start).max(start);
            (start, end)
        });
        let (from, to) = dated.or(self.jun)?;
        Some(CalendarItem {
            from,
            to,
            ..self.item
        })
    }
}

/// Reads the events of a calendar file, whichever program wrote it.
pub fn read(file: &str) -> Result<Vec<CalendarItem>, CalendarProblem> {
    let whole = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (at, line) in whole.split('\n').enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some((_, before))) => before.push_str(more),
            _ if line.is_empty() => {}
            _ => lines.push((at + 1, line.to_owned())),
        }
    }
    let mut all = Vec::new();
    // Open components, the innermost last: an alarm in an event has properties of its own.
    let mut open: Vec<String> = Vec::new();
    let mut event = Event::default();
    for (index, (at, line)) in lines.iter().enumerate() {
        let (name, value) = property(line).ok_or(CalendarProblem::NotProperty(*at))?;
        if index == 0 && (name.as_str(), value) != ("BEGIN", "VCALENDAR") {
            return Err(CalendarProblem::NotCalendar);
        }
        match name.as_str() {
            "BEGIN" => {
                open.push(value.to_ascii_uppercase());
                if value == "VEVENT" {
                    event = Event::default();
                }
            }
            "END" => {
                let ended = open.pop();
                if ended.is_none_or(|open| !open.eq_ignore_ascii_case(value)) {
                    return Err(CalendarProblem::NotCalendar);
                }
                if value == "VEVENT" {
                    let event = std::mem::take(&mut event);
                    if !event.is_deadline {
                        all.push(event.finish().ok_or(CalendarProblem::NoDate(*at))?);
                    }
                }
            }
            name if open.last().is_some_and(|open| open == "VEVENT") => event.take(name, value),
            _ => {}
        }
    }
    match open.is_empty() && !lines.is_empty() {
        true => Ok(all),
        false => Err(CalendarProblem::NotCalendar),
    }
}

/// Returns the name of a property, without its parameters, and its value.
fn property(line: &str) -> Option<(String, &str)> {
    let mut quoted = false;
    let colon = line.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let name = line[..colon].split(';').next()?;
    Some((name.to_ascii_uppercase(), &line[colon + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_in_utc() {
        for (ms, text) in [
            (0, "19700101T000000Z"),
            (951_782_400_000, "20000229T000000Z"),
            (1_793_458_800_000, "20261031T150000Z"),
            (1_735_689_599_999, "20241231T235959Z"),
        ] {
            assert_eq!(stamp(ms), text);
        }
    }

    #[test]
    fn a_jun_ends_the_day_before_the_next_begins() {
        for (year, month, third, first, after) in [
            (2020, 2, Third::Late, "20200221", "20200301"),
            (2019, 12, Third::Late, "20191221", "20200101"),
            (2020, 3, Third::Early, "20200301", "20200311"),
            (9999, 12, Third::Late, "99991221", "99991231"),
        ] {
            let jun = jun(year, month, third).unwrap_or_default();
            assert_eq!(
                (first_day(jun), day_after(jun)),
                (first.into(), after.into())
            );
        }
    }

    #[test]
    fn what_is_no_calendar_is_told() {
        for (file, problem) in [
            ("", CalendarProblem::NotCalendar),
            ("BEGIN:VCARD\r\nEND:VCARD\r\n", CalendarProblem::NotCalendar),
            ("BEGIN:VCALENDAR\r\n", CalendarProblem::NotCalendar),
            (
                "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n",
                CalendarProblem::NotCalendar,
            ),
            (
                "BEGIN:VCALENDAR\nnothing\n",
                CalendarProblem::NotProperty(2),
            ),
            (
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2019\nEND:VEVENT\nEND:VCALENDAR\n",
                CalendarProblem::NoDate(4),
            ),
        ] {
            assert_eq!(read(file), Err(problem), "{file}");
        }
    }

    #[test]
    fn an_event_of_another_calendar_is_read_by_its_dates() {
        let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=\"Asia/Tokyo:x\":20190815T100000\n\
                    DTEND:20190815T120000\nSUMMARY:会\n 議\nBEGIN:VALARM\nSUMMARY:x\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR";
        let all = read(file).unwrap_or_default();
        assert_eq!((all.len(), all[0].title.as_str()), (1, "会議"));
        assert_eq!((all[0].from, all[0].to.third), (all[0].to, Third::Middle));
    }
}
