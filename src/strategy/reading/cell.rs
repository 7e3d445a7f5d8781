//! A cell that holds several figures: of several series, or of several years.

use std::ops::Range;

use super::lexer::{bracket, collapse_spaces, is_letter, is_space, scan, skip_spaces, trim};
use super::lexicon::{is_column, is_mark};
use super::prefix::{is_head_word, is_name, may_join};
use super::suffix_words::tail_word;
use super::{number, time};
use crate::figure::Figure;
use crate::printed::Reading;
use crate::year::At;

/// One figure of a cell: 男性：72.09歳（R4年） is the figure 72.09歳 of 男性 at R4年.
#[derive(Debug, Clone, PartialEq)]
pub struct CellPart {
    /// Name of the series beside it, as printed, in half-width; empty if there is none.
    pub name: String,
    /// Time printed with it.
    pub at: Option<At>,
    /// The figure; its text is a piece of the text of the cell.
    pub figure: Figure,
}

/// Largest number of bytes of a cell of figures; a longer text is prose.
const LONGEST: usize = 2000;

/// Reads a cell into its figures, in the order printed. There is always at least one; a cell that cannot be split is
/// one figure with the whole text.
pub fn read_cell(text: &str) -> Vec<CellPart> {
    if text.len() > LONGEST || super::plain_number(text).is_some() {
        return vec![CellPart {
            name: String::new(),
            at: None,
            figure: Figure::read(text),
        }];
    }
    let cell = CellReader {
        text,
        s: scan(text),
        places: text.char_indices().map(|(i, _)| i).collect(),
    };
    let whole = Figure::read(text);
    if !whole.needs_check() {
        return vec![cell.single(whole)];
    }
    let at = time::whole(&cell.s);
    let several = if at.is_some() { None } else { cell.several() };
    several.unwrap_or_else(|| {
        vec![CellPart {
            name: String::new(),
            at,
            figure: whole,
        }]
    })
}

struct CellReader<'a> {
    text: &'a str,
    s: Vec<char>,
    /// Byte position of each character.
    places: Vec<usize>,
}

/// Separator between two pieces of a cell.
#[derive(Clone, Copy, PartialEq)]
enum CellGap {
    /// A space.
    Soft,
    /// 、 / ⇒ ①.
    Hard,
    /// A line break or ¦: the two may be of the same kind.
    Row,
}

/// A piece of a cell, and the separator before it.
type CellPiece = (Range<usize>, CellGap);

impl CellReader<'_> {
    fn figure(&self, range: &Range<usize>) -> Figure {
        let place = |i: usize| self.places.get(i).copied().unwrap_or(self.text.len());
        Figure::read(&self.text[place(range.start)..place(range.end)])
    }

    /// Reads a cell with one figure; takes its time and its name off where they are apart from it.
    fn single(&self, whole: Figure) -> CellPart {
        let all = trim(&self.s, 0..self.s.len());
        let (name, at, range) = self.taken_off(all.clone(), false);
        let said = |f: &Figure| f.number().and_then(|n| n.at.clone());
        if range == all {
            return CellPart {
                at: at.or_else(|| said(&whole)),
                name,
                figure: whole,
            };
        }
        let figure = self.figure(&range);
        let same = match (figure.reading(), whole.reading()) {
            (Reading::Number(a), Reading::Number(b)) => {
                a.value == b.value && a.unit == b.unit && a.bound == b.bound && a.span == b.span
            }
            (a, b) => a == b,
        };
        let same = same && said(&whole).is_none_or(|said| at.as_ref() == Some(&said));
        let (name, at, figure) = if same {
            (name, at, figure)
        } else {
            (String::new(), None, whole)
        };
        CellPart {
            at: at.or_else(|| said(&figure)),
            name,
            figure,
        }
    }

    /// Reads one of several figures.
    fn part(&self, range: Range<usize>) -> CellPart {
        let (name, at, range) = self.taken_off(trim(&self.s, range), true);
        let figure = self.figure(&range);
        CellPart {
            at: at.or_else(|| figure.number().and_then(|n| n.at.clone())),
            name,
            figure,
        }
    }

    /// Returns the name and the time of a piece, and the rest of it. With `several`, it is one of several figures, so
    /// its name may touch the number.
    fn taken_off(
        &self,
        mut range: Range<usize>,
        several: bool,
    ) -> (String, Option<At>, Range<usize>) {
        let (mut at, mut name) = (None, String::new());
        loop {
            let start = range.start;
            if at.is_none() {
                (at, range) = self.time_off(range);
            }
            if name.is_empty() {
                (name, range) = self.name_off(range, several);
            }
            if range.start == start {
                return (name, at, range);
            }
        }
    }

    /// Takes a time off either end, in brackets or apart.
    fn time_off(&self, range: Range<usize>) -> (Option<At>, Range<usize>) {
        let s = &self.s[..range.end];
        let Range { start, end } = range;
        if let Some((inside, after)) = bracket(s, start)
            && after < end
            && let Some(at) = time::in_brackets(&s[inside])
        {
            return (Some(at), skip_spaces(s, after)..end);
        }
        if let Some(after) = time::time(s, start, false)
            && let Some(c) = s.get(skip_spaces(s, after))
            && (*c == ':' || skip_spaces(s, after) > after)
        {
            let next = skip_spaces(s, after) + usize::from(*c == ':');
            return (Some(time::at(&s[start..after])), skip_spaces(s, next)..end);
        }
        for i in (start + 1..end).rev() {
            let bracketed = bracket(s, i).filter(|(_, after)| *after == end);
            let at = match bracketed {
                Some((inside, _)) => time::in_brackets(&s[inside]),
                None if is_space(s[i - 1]) && time::time(s, i, false) == Some(end) => {
                    Some(time::at(&s[i..]))
                }
                None => None,
            };
            if at.is_some() {
                return (at, trim(s, start..i));
            }
        }
        (None, range)
    }

    /// Takes a name off the start: before a colon, or apart from its number; with `several`, also joined to it.
    fn name_off(&self, range: Range<usize>, several: bool) -> (String, Range<usize>) {
        let s = &self.s[..range.end];
        let start = range.start;
        if let Some(colon) = (start..range.end.min(start + 20)).find(|&i| s[i] == ':') {
            return self.name_before(colon, range, several);
        }
        if s.get(start).is_some_and(circled) {
            return (s[start].to_string(), skip_spaces(s, start + 1)..range.end);
        }
        let mut end = start;
        while end < range.end && is_letter(s[end]) && !number::starts(s, end) {
            end += 1;
        }
        let name = &s[start..end];
        let next = skip_spaces(s, end);
        let apart = next > end;
        let valued = number::starts(s, next) || (apart && s.get(next) == Some(&'-'));
        let sound = if several {
            apart || s.get(end).is_some_and(|c| may_join(name, *c))
        } else {
            apart && !is_column(name) && !self.is_rank(next..range.end)
        };
        if valued && sound && !name.is_empty() && is_name(name) && !is_mark(name) {
            return (collapse_spaces(name), next..range.end);
        }
        (String::new(), range)
    }

    /// Returns the name before a colon. In 男性 R5：100件 the time is not part of it.
    fn name_before(
        &self,
        colon: usize,
        range: Range<usize>,
        several: bool,
    ) -> (String, Range<usize>) {
        let s = &self.s[..range.end];
        let timed = (range.start..colon).find(|&i| time::time(s, i, false) == Some(colon));
        let (end, next) = timed.map_or((colon, skip_spaces(s, colon + 1)), |i| (i, i));
        let name = &s[trim(s, range.start..end)];
        let named = name.iter().any(|c| is_letter(*c)) || matches!(name, ['①'..='⑳']);
        let other = is_head_word(name)
            || (!several && is_column(name))
            || name.iter().any(|c| matches!(c, '(' | '、' | '/'));
        if named && !other {
            return (collapse_spaces(name), next..range.end);
        }
        (String::new(), range)
    }

    fn is_rank(&self, range: Range<usize>) -> bool {
        self.figure(&range).number().is_some_and(|n| n.unit == "位")
    }

    /// Reads a cell with several figures, if every one of them can be read.
    fn several(&self) -> Option<Vec<CellPart>> {
        let segments = self.segments();
        let parts: Vec<CellPart> = segments
            .iter()
            .map(|(range, _)| self.part(range.clone()))
            .collect();
        if parts.iter().any(|p| p.figure.needs_check()) {
            return None;
        }
        let told = |p: &CellPart| !p.name.is_empty() || p.at.is_some();
        if parts.len() < 2 {
            let named = parts
                .first()
                .is_some_and(|p| !p.name.is_empty() && !p.figure.text().is_empty());
            return (named && self.s.contains(&':')).then_some(parts);
        }
        let of_which = |p: &CellPart| p.name.starts_with("うち");
        if parts.iter().all(told) || parts[1..].iter().all(of_which) {
            return Some(parts);
        }
        let rows = segments[1..].iter().all(|(_, gap)| *gap == CellGap::Row);
        let unit = |p: &CellPart| p.figure.number().map_or(String::new(), |n| n.unit.clone());
        let differ = parts.windows(2).all(|w| unit(&w[0]) != unit(&w[1]));
        let units = parts.iter().all(|p| !unit(p).is_empty());
        let plain = !parts.iter().any(told);
        (plain && (rows || differ && units)).then_some(parts)
    }

    /// Splits the cell at spaces, separators and circled numbers, outside brackets.
    fn pieces(&self) -> Vec<CellPiece> {
        let s = &self.s;
        let (mut pieces, mut start, mut gap, mut i) = (Vec::new(), 0, CellGap::Soft, 0);
        let mut cut = |range: Range<usize>, gap: &mut CellGap, next: CellGap| {
            if !range.is_empty() {
                pieces.push((range, *gap));
                *gap = CellGap::Soft;
            }
            if next != CellGap::Soft {
                *gap = next;
            }
        };
        while i < s.len() {
            if let Some((_, end)) = bracket(s, i) {
                i = end;
                if s.get(i).is_some_and(|c| is_letter(*c)) && tail_word(s, i).is_none() {
                    cut(start..i, &mut gap, CellGap::Soft);
                    start = i;
                }
                continue;
            }
            if circled(&s[i]) && i > start {
                cut(start..i, &mut gap, CellGap::Hard);
                start = i;
            }
            let parts = match s[i] {
                '\n' | '|' => Some(CellGap::Row),
                ' ' => Some(CellGap::Soft),
                '、' | ';' => Some(CellGap::Hard),
                '→' if i > 0 && s[i - 1] != ':' => Some(CellGap::Hard),
                '/' if self.names_next(i + 1) => Some(CellGap::Hard),
                _ => None,
            };
            if let Some(next) = parts {
                cut(start..i, &mut gap, next);
                start = i + 1;
            }
            i += 1;
        }
        cut(start..s.len(), &mut gap, CellGap::Soft);
        pieces
    }

    /// True if a name and its number follow a slash, as in 小71.1％／中64.6％.
    fn names_next(&self, i: usize) -> bool {
        let rest = &self.s[skip_spaces(&self.s, i)..];
        let name = rest.iter().take_while(|c| is_letter(**c)).count();
        let next = skip_spaces(rest, name);
        name > 0 && (number::starts(rest, next) || rest.get(next) == Some(&':'))
    }

    /// Joins the pieces to segments of one figure each.
    fn segments(&self) -> Vec<CellPiece> {
        let pieces = self.pieces();
        let mut segments: Vec<CellPiece> = Vec::new();
        for (k, (range, gap)) in pieces.iter().enumerate() {
            match segments.last_mut() {
                Some((last, _)) if !self.begins(last.clone(), &pieces, k) => last.end = range.end,
                _ => segments.push((range.clone(), *gap)),
            }
        }
        segments
    }

    /// True if piece `k` begins a new figure after the one in `last`.
    fn begins(&self, last: Range<usize>, pieces: &[CellPiece], k: usize) -> bool {
        let (range, gap) = &pieces[k];
        let s = &self.s[..range.end];
        let next_is_number = pieces.get(k + 1).is_some_and(|(next, _)| {
            number::starts(&self.s, next.start) || self.s[next.start] == '-'
        });
        let goes_on = matches!(s[range.start], '(' | '[')
            || tail_word(s, range.start).is_some_and(|(end, _)| {
                // 目標10／実績8: a word directly before a number is the name of the next figure.
                !(number::starts(s, end) || end == range.end && next_is_number)
            });
        if goes_on || !self.valued(last.clone()) {
            return false;
        }
        if *gap != CellGap::Soft || circled(&s[range.start]) {
            return true;
        }
        let timed = |i: usize| time::time(s, i, false).is_some();
        if timed(range.start) {
            return time::time(&self.s, pieces[0].0.start, false).is_some();
        }
        if number::starts(s, range.start) {
            return self.units_differ(last, range.clone());
        }
        if !is_letter(s[range.start]) {
            return false;
        }
        if s[range.clone()]
            .iter()
            .any(|c| c.is_ascii_digit() || *c == ':')
        {
            return true;
        }
        // A word alone: the name of the next figure, or the unit of the number before it.
        next_is_number
    }

    /// 32万人 16,180千トン: true if each of two separate numbers has a unit of its own.
    fn units_differ(&self, last: Range<usize>, next: Range<usize>) -> bool {
        let unit = |range: Range<usize>| -> Option<String> {
            let at = range.clone().find(|&i| number::starts(&self.s, i))?;
            let amount = number::signed(&self.s[..range.end], at)?;
            let (unit, _) = super::unit::unit(&self.s[..range.end], amount.end)?;
            let plain = unit.chars().all(|c| "十百千万億兆".contains(c));
            (!plain).then_some(unit)
        };
        let (a, b) = (unit(last), unit(next));
        a.is_some() && b.is_some() && a != b
    }

    /// True if the range holds a figure up to its number: digits outside brackets, names and times, or a dash.
    fn valued(&self, range: Range<usize>) -> bool {
        let s = &self.s[..range.end];
        let colon = range.clone().find(|&i| s[i] == ':');
        let mut i = colon.map_or(range.start, |i| i + 1);
        if colon.is_some() && skip_spaces(s, i) < range.end {
            return true;
        }
        while i < range.end {
            if let Some((_, end)) = bracket(s, i) {
                i = end;
            } else if let Some(end) = time::time(s, i, false) {
                i = end;
            } else if number::starts(s, i) || (s[i] == '-' && i + 1 == range.end) {
                return true;
            } else {
                i += 1;
            }
        }
        false
    }
}

fn circled(c: &char) -> bool {
    ('①'..='⑳').contains(c)
}
