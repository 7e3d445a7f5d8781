//! Marks of footnotes behind a name, and the footnotes below a table: 出生数※1, ※1 住民基本台帳による.

use super::pasted::PastedTable;
use strategy::half_width;

/// Splits the mark of a footnote off a name: 出生数※1, 転入者数（注2）, 転出者数*. `None`: it has none.
pub fn marked(name: &str) -> Option<(&str, &str)> {
    // 出生数²⁾, but not CO² and 面積 km².
    let plain = name.trim_end_matches(|c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾)）".contains(c));
    let raised = name[plain.len()..].contains(|c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
    if raised && plain.ends_with(|c: char| !c.is_ascii() && c.is_alphabetic()) {
        return Some((plain, &name[plain.len()..]));
    }
    let inside = |c: char| c.is_numeric() || c.is_whitespace() || "()（）[]［］".contains(c);
    let bare = name.trim_end_matches(inside);
    let before = bare.strip_suffix(['※', '*', '＊', '注'])?;
    let name_end = before.trim_end_matches(|c: char| c.is_whitespace() || "(（[［※*＊".contains(c));
    let mark = &name[name_end.len()..];
    // 発注 ends in 注: only a bracket before it makes it a mark.
    let is_word = mark.starts_with('注');
    (!name_end.is_empty() && !is_word).then(|| (name_end, mark.trim()))
}

/// Gives the indicators that bear a mark the footnote of that mark, each line of it only once.
pub fn resolve(table: &mut PastedTable) {
    let mut taken = Vec::new();
    for (at, text) in &table.unread {
        let Some(mark) = mark_of_line(text) else {
            continue;
        };
        for one in &mut table.indicators {
            let note = &mut one.indicator.note;
            let bears = |line: &str| bare(line) == mark;
            if note.lines().any(bears) {
                let lines = note
                    .lines()
                    .map(|line| if bears(line) { text } else { line });
                *note = lines.collect::<Vec<_>>().join("\n");
                one.lines.push(*at);
                taken.push(*at);
            }
        }
    }
    table.unread.retain(|(at, _)| !taken.contains(at));
}

/// The numbered mark at the beginning of a footnote: ※1, 注2, *3. One without a number may be of any line.
fn mark_of_line(text: &str) -> Option<String> {
    let plain = half_width(text);
    let plain = plain.trim_start_matches(|c: char| c.is_whitespace() || "([".contains(c));
    let sign = plain.chars().next().filter(|c| "※*注".contains(*c))?;
    let behind = plain[sign.len_utf8()..].trim_start();
    let end = behind
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(behind.len());
    let (number, rest) = behind.split_at(end);
    (!number.is_empty() && !rest.is_empty()).then(|| format!("{sign}{number}"))
}

/// A mark without brackets and spaces, in half-width.
fn bare(mark: &str) -> String {
    let plain = half_width(mark);
    plain
        .chars()
        .filter(|c| !c.is_whitespace() && !"()[]".contains(*c))
        .collect()
}
