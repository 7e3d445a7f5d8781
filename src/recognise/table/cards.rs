//! An indicator on several lines of running text: its name, then its unit and figures.

use super::cells::{listed, unmarked, without_label};
use super::heads::head;
use super::kind::{is_figure, is_unit};

/// An indicator read from such lines.
pub struct Card {
    /// 指標名.
    pub name: String,
    /// 単位; empty if the figures have it.
    pub unit: String,
    /// 当初値.
    pub baseline: String,
    /// 目標値.
    pub target: String,
    /// The line below it, if that is a note.
    pub note: Option<String>,
    /// Number of its lines.
    pub lines: usize,
}

/// A name of ours in place of the card's, to read the lines below it as one line of a list.
const ANY: &str = "対象";

/// Reads the card at the beginning of these lines.
pub fn card(lines: &[String]) -> Option<Card> {
    // Each of its lines may bear a mark: ■指標名：会員数, ■現状値：5人.
    let unmarked: Vec<&str> = lines.iter().map(|line| unmarked(line)).collect();
    let (name, below) = unmarked.split_first()?;
    let is_name = !name.is_empty()
        && name.chars().count() <= 60
        && !name.starts_with(['#', '※', '（', '('])
        && !name.contains(['。', '\t'])
        && head(name).is_none()
        && !is_figure(name)
        && listed(name).is_none();
    if !is_name {
        return None;
    }
    (1..=below.len().min(3)).find_map(|count| {
        let text = format!("{ANY}　{}", below[..count].join("　"));
        let (named, baseline, target) = listed(&text)?;
        let unit = named.strip_prefix(ANY)?.trim();
        let unit = unit
            .trim_start_matches("単位")
            .trim_start_matches([':', '：', ' ', '　']);
        (unit.is_empty() || is_unit(unit)).then(|| {
            let note = below.get(count).filter(|line| is_note(line));
            Card {
                name: without_label(name).to_owned(),
                unit: unit.to_owned(),
                baseline: baseline.to_owned(),
                target: target.to_owned(),
                lines: 1 + count + usize::from(note.is_some()),
                note: note.map(|note| (*note).to_owned()),
            }
        })
    })
}

fn is_note(line: &str) -> bool {
    ["※", "備考", "注", "出典", "資料"]
        .iter()
        .any(|mark| line.starts_with(mark))
        && listed(line).is_none()
}
