//! The lines of a text, without what a converter or a web page puts around them.

use crate::invisible::visible;
use crate::table::head;
use strategy::Pace;

/// One line that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, counted from one.
    pub number: usize,
    /// As it came, without the spaces around it.
    pub printed: String,
    /// As it came, with the tabs before its first cell.
    pub raw: String,
    /// Without signs of Markdown.
    pub text: String,
    /// Number of # before it.
    pub hashes: usize,
    /// True if a blank line precedes it.
    pub gap: bool,
    /// True if a page begins with it.
    pub page: bool,
    /// True if tabs part it into cells.
    pub tabbed: bool,
}

/// The lines of a text that are not blank.
pub async fn lines(text: &str, pace: &Pace) -> Vec<Line> {
    pace.expect(text.lines().count());
    let mut all = Vec::new();
    let mut gap = true;
    let mut page = true;
    for (at, line) in visible(text).lines().enumerate() {
        pace.step().await;
        page |= begins_page(line);
        let printed = line.trim();
        if printed.is_empty() {
            gap = true;
            continue;
        }
        let hashes = printed.chars().take_while(|c| *c == '#').count();
        let (said, headed) = without_heads(printed);
        let tabbed = !headed && (line.trim_end().contains('\t') || is_barred(printed));
        all.push(Line {
            number: at + 1,
            printed: printed.to_owned(),
            raw: line.trim_end_matches(['\r', '\n']).to_owned(),
            text: bare(without_chapter(said)),
            hashes,
            gap: gap || hashes > 0,
            page,
            tabbed,
        });
        (gap, page) = (hashes > 0, false);
    }
    all
}

/// The title of a goal, without the heads of a table that stand behind it in its line; and whether there were any:
/// 基本目標2：つながりを広げる　指標　基準値　目標値.
fn without_heads(printed: &str) -> (&str, bool) {
    let label = printed.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_numbered = |rest: &str| rest.trim_start().starts_with(char::is_numeric);
    if !label.strip_prefix("基本目標").is_some_and(is_numbered) {
        return (printed, false);
    }
    let (mut rest, mut heads, mut figures) = (printed, 0, 0);
    while let Some((before, last)) = rest.trim_end().rsplit_once(char::is_whitespace) {
        let Some(kind) = head(last) else { break };
        figures += usize::from(kind.figures());
        heads += 1;
        rest = before;
    }
    match heads > 1 && figures > 0 {
        true => (rest.trim_end(), true),
        false => (printed, false),
    }
}

/// 第2章 基本目標2 …, 2 基本目標2：…: the number of the chapter says nothing of the goal.
fn without_chapter(printed: &str) -> &str {
    let Some((chapter, rest)) = printed.split_once(char::is_whitespace) else {
        return printed;
    };
    let number = chapter.strip_prefix('第').unwrap_or(chapter);
    let number = number.trim_end_matches(['章', '節', '部', '編', '.', '．']);
    let counts = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    let is_number = !number.is_empty() && number.chars().all(counts);
    let rest = rest.trim_start();
    let goal = rest.strip_prefix("基本目標").map(str::trim_start);
    match is_number && goal.is_some_and(|goal| goal.starts_with(char::is_numeric)) {
        true => rest,
        false => printed,
    }
}

/// A form feed, or the one space that some converters make of it.
fn begins_page(line: &str) -> bool {
    let mut chars = line.chars();
    line.contains('\u{c}')
        || chars.next() == Some(' ') && chars.next().is_some_and(|c| c > '\u{7f}')
}

/// A row of a table drawn with bars.
fn is_barred(line: &str) -> bool {
    line.len() > 2 && line.starts_with('|') && line.ends_with('|')
}

const TAGS: [&str; 8] = ["**", "__", "<u>", "</u>", "<b>", "</b>", "<br>", "<br/>"];

/// Without headings' #, bold, underlines and the dash of a list before a mark of its own.
fn bare(printed: &str) -> String {
    let mut text = printed.trim_start_matches('#').trim().to_owned();
    for tag in TAGS {
        if text.contains(tag) {
            text = text.replace(tag, "");
        }
    }
    let text = text.trim().trim_end_matches('\\').trim_end();
    let listed = text.strip_prefix("- ").or_else(|| text.strip_prefix("* "));
    let marked = |rest: &str| {
        rest.starts_with(['・', '･', '(', '（', '○', '●', '■', '①', '②', '③'])
            || rest.starts_with(|c: char| c.is_numeric())
            || rest.starts_with("基本目標")
            || rest.starts_with("施策")
    };
    match listed.map(str::trim) {
        Some(rest) if marked(rest) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

/// True if a text is written in sentences.
pub fn is_prose(text: &str) -> bool {
    let sentence = text.contains('。') && !text.ends_with("。」");
    let polite = ["ます", "ました", "です"]
        .iter()
        .any(|end| text.ends_with(end));
    sentence || polite || text.chars().count() > 80
}
