//! Areas of a region: 振興局 and others, each a list of municipalities (R17), with a direction and measures of its own.
//!
//! - R34 Areas are kept as text. Areas that an earlier version kept are read whole; any text is read.

use super::area_measure::{AreaMeasure, MeasureTie};

/// A group of municipalities under a name of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TownGroup {
    /// Its name: 渡島総合振興局.
    pub name: String,
    /// Direction of what is done in it, in paragraphs; published with it (R32).
    pub direction: String,
    /// 全国地方公共団体コード of its municipalities: six digits each.
    pub codes: Vec<String>,
    /// Its measures, in order; published with it (R36).
    pub measures: Vec<AreaMeasure>,
}

/// Begin the parts of a line that are no code.
const DIRECTION: char = '=';
const MEASURE: char = '+';
const TIE: char = '>';

/// Stands for the end of a line within a direction.
const LINE_END: &str = "\u{b}";

impl TownGroup {
    /// True if a municipality is of the group; an empty code is of none.
    pub fn has(&self, code: &str) -> bool {
        !code.is_empty() && self.codes.iter().any(|one| one == code)
    }
}

/// Writes groups as text: a group a line; its name, its direction if it has one, its codes, and its measures, each before
/// its ties, with tabs between them.
pub fn write_groups(groups: &[TownGroup]) -> String {
    groups.iter().map(written).collect::<Vec<_>>().join("\n")
}

fn written(group: &TownGroup) -> String {
    let plain = |text: &str| text.replace(['\t', '\n'], " ");
    let direction = group.direction.replace('\t', " ").replace('\n', LINE_END);
    let mut parts = vec![plain(&group.name)];
    parts.extend((!direction.is_empty()).then(|| format!("{DIRECTION}{direction}")));
    parts.extend(group.codes.iter().cloned());
    for measure in &group.measures {
        parts.push(format!("{MEASURE}{}", plain(&measure.title)));
        let ties = measure.ties.iter();
        parts.extend(ties.map(|tie| format!("{TIE}{} {}", tie.code, plain(&tie.title))));
    }
    parts.join("\t")
}

/// Reads groups as they were written. An empty line is none.
pub fn read_groups(text: &str) -> Vec<TownGroup> {
    text.split('\n')
        .map(read)
        .filter(|group| *group != TownGroup::default())
        .collect()
}

fn read(line: &str) -> TownGroup {
    let mut parts = line.split('\t');
    let mut group = TownGroup {
        name: parts.next().unwrap_or_default().to_owned(),
        ..TownGroup::default()
    };
    for part in parts.filter(|part| !part.is_empty()) {
        if let Some(direction) = part.strip_prefix(DIRECTION) {
            if group.direction.is_empty() {
                group.direction = direction.replace(LINE_END, "\n");
            }
        } else if let Some(title) = part.strip_prefix(MEASURE) {
            group.measures.push(AreaMeasure {
                title: title.to_owned(),
                ties: Vec::new(),
            });
        } else if let Some(tie) = part.strip_prefix(TIE) {
            let (code, title) = tie.split_once(' ').unwrap_or((tie, ""));
            let tie = MeasureTie {
                code: code.to_owned(),
                title: title.to_owned(),
            };
            if let Some(measure) = group.measures.last_mut() {
                measure.ties.push(tie);
            }
        } else {
            group.codes.push(part.to_owned());
        }
    }
    group
}
