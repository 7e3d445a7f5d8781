//! Finds places in the text of a file: of a byte, or of the use of an id. Used for error reports only.

use std::ops::Range;

use super::{FileLocation, TextPosition};
use strategy::record::Scan;

/// A step of the path to a value.
enum PlaceStep {
    /// Into the member of this name; `None`: between members.
    Member(Option<Range<usize>>),
    /// To this element of a list.
    Element(usize),
}

/// Path to the position of a walk: each step, and the position of the opening bracket around it.
struct Trail(Vec<(PlaceStep, usize)>);

/// Longer paths are reported by their start and end; no path in a valid file is as long.
const TOLD: usize = 100;

impl Trail {
    fn path(&self, text: &[u8]) -> String {
        let mut path = String::new();
        for (step, _) in &self.0 {
            match step {
                PlaceStep::Member(Some(name)) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&String::from_utf8_lossy(&text[name.clone()]));
                }
                PlaceStep::Member(None) => {}
                PlaceStep::Element(index) => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        path
    }

    /// Returns the path as it is reported.
    fn told(&self, text: &[u8]) -> String {
        let path = self.path(text);
        let letters = path.chars().count();
        if letters <= TOLD {
            return path;
        }
        let head: String = path.chars().take(TOLD / 2).collect();
        let tail: String = path.chars().skip(letters - TOLD / 4).collect();
        format!("{head}…{tail}")
    }

    /// True if the walk is at a member of this name.
    fn is_at(&self, text: &[u8], name: &str) -> bool {
        matches!(self.0.last(), Some((PlaceStep::Member(Some(range)), _))
            if &text[range.clone()] == name.as_bytes())
    }
}

/// A piece of text that a walk passes.
struct PlaceToken {
    start: usize,
    end: usize,
    opens: bool,
}

/// Walks over a text, well-formed or not, while `see` returns true.
fn walk(text: &[u8], mut see: impl FnMut(&Trail, PlaceToken) -> bool) -> Trail {
    let mut scan = Scan { text, at: 0 };
    let mut trail = Trail(Vec::new());
    while let Some(byte) = scan.peek() {
        let mut start = scan.at;
        match byte {
            b'{' | b'[' => scan.at += 1,
            b'}' | b']' => {
                scan.at += 1;
                start = trail.0.pop().map_or(start, |(_, opened)| opened);
            }
            b',' => {
                scan.at += 1;
                match trail.0.last_mut() {
                    Some((PlaceStep::Element(index), _)) => *index += 1,
                    Some((member, _)) => *member = PlaceStep::Member(None),
                    None => {}
                }
                continue;
            }
            b':' => {
                scan.at += 1;
                continue;
            }
            b'"' => {
                let name = scan.string().ok().map(|r| r.start + 1..r.end - 1);
                if let Some((PlaceStep::Member(member @ None), _)) = trail.0.last_mut() {
                    *member = name;
                }
            }
            _ => scan.scalar(),
        }
        let token = PlaceToken {
            start,
            end: scan.at,
            opens: matches!(byte, b'{' | b'['),
        };
        if !see(&trail, token) {
            break;
        }
        match byte {
            b'{' => trail.0.push((PlaceStep::Member(None), start)),
            b'[' => trail.0.push((PlaceStep::Element(0), start)),
            _ => {}
        }
    }
    trail
}

/// Returns the line and character of a byte.
pub fn position(text: &[u8], at: usize) -> TextPosition {
    let before = &text[..at.min(text.len())];
    let start = before
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |n| n + 1);
    let lines = before.iter().filter(|b| **b == b'\n').count();
    let column = String::from_utf8_lossy(&before[start..]).chars().count();
    TextPosition {
        line: lines as u32 + 1,
        column: column as u32 + 1,
    }
}

/// Returns the place of the byte before `at`, where a JSON reader stopped.
pub fn of_byte(text: &[u8], at: usize) -> FileLocation {
    FileLocation {
        path: of_value(text, at).path,
        position: Some(position(text, at.saturating_sub(1))),
    }
}

/// Returns the place of the value that a JSON reader was reading when it stopped at `at`.
pub fn of_value(text: &[u8], at: usize) -> FileLocation {
    let mut start = None;
    let trail = walk(text, |_, token| {
        let here = if token.opens {
            token.start >= at
        } else {
            token.end >= at
        };
        start = here.then_some(token.start);
        !here
    });
    FileLocation {
        path: trail.told(text),
        position: Some(position(text, start.unwrap_or(at))),
    }
}

/// Returns the places of the first two records with this id.
pub fn of_records(text: &[u8], id: &str) -> Vec<FileLocation> {
    let mut found = Vec::new();
    walk(text, |trail, token| {
        if is_text(text, &token, id) && trail.is_at(text, "id") {
            let path = trail.path(text);
            let opened = trail.0.last().map_or(0, |(_, opened)| *opened);
            found.push(FileLocation {
                path: path.trim_end_matches("id").trim_end_matches('.').to_owned(),
                position: Some(position(text, opened)),
            });
        }
        found.len() < 2
    });
    found
}

/// Returns the place where the record at `path` refers to `id` in `field`.
pub fn of_mention(text: &[u8], path: &str, field: &str, id: &str) -> Option<FileLocation> {
    let within = format!("{path}.{field}");
    let mut found = None;
    walk(text, |trail, token| {
        if is_text(text, &token, id) {
            let path = trail.path(text);
            let inside = path.strip_prefix(&within);
            if inside.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])) {
                found = Some(FileLocation {
                    path,
                    position: Some(position(text, token.start)),
                });
            }
        }
        found.is_none()
    });
    found
}

/// Returns the place of the file's own member of this name.
pub fn of_member(text: &[u8], name: &str) -> Option<FileLocation> {
    let mut found = None;
    walk(text, |trail, token| {
        if trail.0.len() == 1 && trail.is_at(text, name) {
            found = Some(FileLocation {
                path: name.to_owned(),
                position: Some(position(text, token.start)),
            });
        }
        found.is_none()
    });
    found
}

fn is_text(text: &[u8], token: &PlaceToken, id: &str) -> bool {
    token.end - token.start == id.len() + 2
        && &text[token.start + 1..token.end - 1] == id.as_bytes()
}
