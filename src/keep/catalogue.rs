//! Numbers of strategies in this browser, and their lines in the list.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Moment;
use strategy::{Period, Stage, Strategy, Town};

/// The number of a strategy kept in this browser. Prints as 14 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(u64);

impl DocId {
    /// The number of a strategy; a new one comes from `random_id`.
    pub const fn new(number: u64) -> Self {
        Self(number & ((1 << 53) - 1))
    }
}

impl fmt::Display for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:014x}", self.0)
    }
}

/// A text that is not the number of a strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADoc;

impl FromStr for DocId {
    type Err = NotADoc;

    fn from_str(text: &str) -> Result<Self, NotADoc> {
        let digits =
            text.len() == 14 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let number = u64::from_str_radix(text, 16).map_err(|_| NotADoc)?;
        (digits && Self::new(number).0 == number)
            .then_some(Self(number))
            .ok_or(NotADoc)
    }
}

impl Serialize for DocId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DocId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse()
            .map_err(|NotADoc| de::Error::custom("not the number of a strategy"))
    }
}

/// 一覧の一行: what the list of strategies says about one of them, without opening it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// The strategy.
    pub doc: DocId,
    /// 計画の名称.
    pub title: String,
    /// 市町村.
    pub town: Town,
    /// 計画期間.
    pub period: Period,
    /// 段階.
    pub stage: Stage,
    /// Numbers of records.
    pub counts: ListedCounts,
    /// 最終更新.
    pub changed: Moment,
    /// ごみ箱に入れた日時.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trashed: Option<Moment>,
}

/// Numbers of records in a strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ListedCounts {
    /// 基本目標・横断的な目標.
    pub goals: usize,
    /// 施策.
    pub measures: usize,
    /// 具体的取組・事業.
    pub initiatives: usize,
    /// 指標.
    pub indicators: usize,
}

impl Listing {
    /// The line for a strategy as it stands.
    pub fn of(doc: DocId, strategy: &Strategy, changed: Moment) -> Self {
        let about = strategy.about();
        Self {
            doc,
            title: about.title.clone(),
            town: about.town.clone(),
            period: about.period,
            stage: about.stage,
            counts: ListedCounts {
                goals: strategy.goals.len(),
                measures: strategy.measures.len(),
                initiatives: strategy.initiatives.len(),
                indicators: strategy.indicators.len(),
            },
            changed,
            trashed: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doc_id_reads_what_it_prints_and_nothing_else() {
        for number in [0, 1, 0x1f_ffff_ffff_ffff, 0xabc] {
            let doc = DocId::new(number);
            assert_eq!(doc.to_string().parse(), Ok(doc));
        }
        for text in [
            "",
            "1",
            "0000000000000A",
            "+0000000000001",
            "ffffffffffffff",
            "000000000000001",
            "あいうえ00",
        ] {
            assert_eq!(text.parse::<DocId>(), Err(NotADoc), "{text}");
        }
    }
}
