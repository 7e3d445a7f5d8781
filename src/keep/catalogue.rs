//! Numbers of strategies in this browser, and their lines in the list.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Moment;
use strategy::{Period, Stage, Strategy, Town, sort};

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
    /// Rises with each change of a strategy in the list: it gives the order, whatever the clock says (K22). Zero in a line
    /// that an earlier app wrote.
    #[serde(default)]
    pub turn: u64,
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
            stage: about.told_stage(),
            counts: ListedCounts {
                goals: strategy.goals.len(),
                measures: strategy.measures.len(),
                initiatives: strategy.initiatives.len(),
                indicators: strategy.indicators.len(),
            },
            changed,
            turn: 0,
            trashed: None,
        }
    }

    /// Makes this the last changed line of a list, in the place of the line that the list has of its strategy.
    pub(crate) fn continue_in(&mut self, list: &[Listing]) {
        let others = list.iter().filter(|line| line.doc != self.doc);
        let last = others.map(|line| line.turn).max().unwrap_or_default();
        let before = list.iter().find(|line| line.doc == self.doc);
        self.trashed = before.and_then(|line| line.trashed.clone());
        // A strategy that is changed again and again keeps its turn.
        self.turn = match before.map_or(0, |line| line.turn) {
            own if own > last => own,
            _ => last.saturating_add(1),
        };
    }
}

/// Puts the last changed line first. Lines of an earlier app come last, by their time.
pub(crate) fn put_last_changed_first(list: &mut [Listing]) {
    sort::by(list, |a, b| {
        let by_time = || b.changed.cmp(&a.changed).then(a.doc.cmp(&b.doc));
        b.turn.cmp(&a.turn).then_with(by_time)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(list: &mut Vec<Listing>, doc: u64, ms: u64) {
        let mut line = Listing::of(DocId::new(doc), &Strategy::default(), Moment::at(ms, 0));
        line.continue_in(list);
        list.retain(|other| other.doc != line.doc);
        list.push(line);
        put_last_changed_first(list);
    }

    fn docs(list: &[Listing]) -> Vec<u64> {
        list.iter().map(|line| line.doc.0).collect()
    }

    #[test]
    fn k22_the_last_changed_strategy_is_first_whatever_the_clock_says() {
        const DAY: u64 = 86_400_000;
        let mut list = Vec::new();
        changed(&mut list, 1, 20_000 * DAY);
        changed(&mut list, 2, 30_000 * DAY);
        // The clock is set back by years, and later put right.
        changed(&mut list, 3, DAY);
        assert_eq!(docs(&list), [3, 2, 1]);
        changed(&mut list, 1, 2 * DAY);
        changed(&mut list, 1, DAY);
        assert_eq!(docs(&list), [1, 3, 2]);
        changed(&mut list, 4, 20_001 * DAY);
        assert_eq!(docs(&list), [4, 1, 3, 2]);
        // Typing in one strategy does not count up for ever.
        let turn = list[0].turn;
        changed(&mut list, 4, 20_002 * DAY);
        assert_eq!(list[0].turn, turn);
    }

    #[test]
    fn k22_lines_of_an_earlier_app_come_in_the_order_of_their_time_behind_those_changed_since() {
        let line = |doc: u64, ms: u64| {
            let line = Listing::of(DocId::new(doc), &Strategy::default(), Moment::at(ms, 0));
            let text = serde_json::to_string(&line).expect("text");
            let earlier = text.replace(",\"turn\":0", "");
            assert_ne!(earlier, text);
            serde_json::from_str::<Listing>(&earlier).expect("a line of an earlier app")
        };
        let mut list = vec![
            line(1, 1_000_000_000_000),
            line(2, 3_000_000_000_000),
            line(3, 2_000_000_000_000),
        ];
        put_last_changed_first(&mut list);
        assert_eq!(docs(&list), [2, 3, 1]);
        changed(&mut list, 1, 100_000_000_000);
        assert_eq!(docs(&list), [1, 2, 3]);
        changed(&mut list, 4, 10_000_000_000);
        assert_eq!(docs(&list), [4, 1, 2, 3]);
    }

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
