//! Areas of a region: 振興局 and others, each a list of municipalities (R17).

/// A group of municipalities under a name of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TownGroup {
    /// Its name: 渡島総合振興局.
    pub name: String,
    /// Direction of what is done in it, in paragraphs; published with it (R32).
    pub direction: String,
    /// 全国地方公共団体コード of its municipalities: six digits each.
    pub codes: Vec<String>,
}

/// Begins the part of a line that holds the direction; no code begins so.
const DIRECTION: char = '=';

/// Stands for the end of a line within a direction.
const LINE_END: &str = "\u{b}";

impl TownGroup {
    /// True if a municipality is of the group; an empty code is of none.
    pub fn has(&self, code: &str) -> bool {
        !code.is_empty() && self.codes.iter().any(|one| one == code)
    }
}

/// Writes groups as text: a group a line; its name, its direction if it has one, and its codes with tabs between them.
pub fn write_groups(groups: &[TownGroup]) -> String {
    let line = |group: &TownGroup| {
        let name = group.name.replace(['\t', '\n'], " ");
        let direction = group.direction.replace('\t', " ").replace('\n', LINE_END);
        let direction = (!direction.is_empty()).then(|| format!("{DIRECTION}{direction}"));
        let parts = [name].into_iter().chain(direction);
        let parts = parts.chain(group.codes.iter().cloned());
        parts.collect::<Vec<_>>().join("\t")
    };
    groups.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads groups as they were written. An empty line is none.
pub fn read_groups(text: &str) -> Vec<TownGroup> {
    let group = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned);
        let name = parts.next().unwrap_or_default();
        let (directions, codes): (Vec<_>, Vec<_>) =
            parts.partition(|part| part.starts_with(DIRECTION));
        let direction = directions
            .first()
            .and_then(|part| part.strip_prefix(DIRECTION));
        TownGroup {
            name,
            direction: direction.unwrap_or_default().replace(LINE_END, "\n"),
            codes: codes.into_iter().filter(|code| !code.is_empty()).collect(),
        }
    };
    text.split('\n')
        .map(group)
        .filter(|group| *group != TownGroup::default())
        .collect()
}
