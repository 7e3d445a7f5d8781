//! How a rating shows itself in a chart.

use crate::strategy::Tone;

/// 印・評語・色.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// 印: ◎ A …
    pub mark: String,
    /// 評語: 順調 …
    pub word: String,
    /// How it is coloured.
    pub tone: Tone,
}

impl Sign {
    /// 「◎ 達成」.
    pub fn words(&self) -> String {
        format!("{} {}", self.mark, self.word)
    }
}
