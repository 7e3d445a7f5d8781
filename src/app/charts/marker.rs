//! Marker of a rating in a chart.

use strategy::Tone;

/// 印・評語・色.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marker {
    /// 印: ◎ A …
    pub mark: String,
    /// 評語: 順調 …
    pub word: String,
    /// Colour.
    pub tone: Tone,
}

impl Marker {
    /// 「◎ 達成」.
    pub fn text(&self) -> String {
        format!("{} {}", self.mark, self.word)
    }
}
