//! Areas of a region: 振興局 and others, each a list of municipalities (R17).

/// A group of municipalities under a name of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TownGroup {
    /// Its name: 渡島総合振興局.
    pub name: String,
    /// 全国地方公共団体コード of its municipalities: six digits each.
    pub codes: Vec<String>,
}

impl TownGroup {
    /// True if a municipality is of the group; an empty code is of none.
    pub fn has(&self, code: &str) -> bool {
        !code.is_empty() && self.codes.iter().any(|one| one == code)
    }
}

/// Writes groups as text: a group a line, its name and its codes with tabs between them.
pub fn write_groups(groups: &[TownGroup]) -> String {
    let line = |group: &TownGroup| {
        let name = group.name.replace(['\t', '\n'], " ");
        let parts = [name].into_iter().chain(group.codes.iter().cloned());
        parts.collect::<Vec<_>>().join("\t")
    };
    groups.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads groups as they were written. A line without a name and without codes is none.
pub fn read_groups(text: &str) -> Vec<TownGroup> {
    let group = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned);
        TownGroup {
            name: parts.next().unwrap_or_default(),
            codes: parts.filter(|code| !code.is_empty()).collect(),
        }
    };
    text.split('\n')
        .map(group)
        .filter(|group| !group.name.is_empty() || !group.codes.is_empty())
        .collect()
}
