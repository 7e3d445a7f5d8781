//! An entry of the log and of the journal: an [`Edit`], and who made it as which of theirs.

use serde::{Deserialize, Serialize};

use super::older;
use crate::{Moment, parsed};
use edit::{Edit, Operation, StepRole};
use strategy::migration::VERSION;
use strategy::{Strategy, sort};

/// An edit of more records than this is saved as a new snapshot. A block of 1,000 rows is not: in a large strategy the
/// snapshot is twenty times as long as its entry in the log.
const MANY: usize = 1_200;

/// An edit on its way into the database, or there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The version in which it is written; the first app did not say.
    #[serde(default = "older::first")]
    pub file: u32,
    /// The tab that made the edit.
    pub tab: String,
    /// The number the tab gave it; of several squashed into one, the first.
    pub first: u64,
    /// The same, of the last.
    pub last: u64,
    /// The edit.
    pub edit: Edit,
    /// When it was made; an app before this one did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// Its role in the history of steps; `None`: it is no step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub way: Option<StepRole>,
}

impl Entry {
    /// Returns its text, as it is kept and told to other tabs.
    pub fn text(&self) -> Option<String> {
        let text = serde_json::to_string(self).ok()?;
        match is_nearly_ascii(&text) {
            true => Some(escaped(&text)),
            false => Some(text),
        }
    }

    /// Reads an entry of this version or an earlier; none, where it cannot be read.
    pub fn read(text: &str) -> Option<Self> {
        let entry: Self = parsed(&older::text(text, &["edit", "changes"])?).ok()?;
        Some(Self {
            file: VERSION,
            ..entry
        })
    }

    /// True if the edit that `tab` numbered `seq` is in this entry.
    pub fn covers(&self, tab: &str, seq: u64) -> bool {
        self.tab == tab && (self.first..=self.last).contains(&seq)
    }

    /// True if it is saved as a new snapshot, not through the log.
    pub fn is_large(&self) -> bool {
        self.edit.changes.len() > MANY
    }

    /// True if `next` continues the typing of this entry: the next number of the same tab, the same field of the same
    /// record.
    fn is_typed_on_by(&self, next: &Entry) -> bool {
        let (mine, theirs) = (&self.edit.label, &next.edit.label);
        self.tab == next.tab
            && self.last + 1 == next.first
            && matches!(next.way, None | Some(StepRole::Typed))
            && !matches!(self.way, Some(StepRole::Undo | StepRole::Redo))
            && matches!(mine.operation, Operation::Set(_))
            && mine.operation == theirs.operation
            && mine.kind == theirs.kind
            && self.edit.changes.len() <= 1
            && next.edit.changes.len() <= 1
    }
}

/// Length from which an entry is worth escaping, in bytes.
const LONG: usize = 16_384;

/// True of a long text that becomes little longer with its other letters escaped: a pasted block of figures.
fn is_nearly_ascii(text: &str) -> bool {
    let others = || text.bytes().filter(|byte| !byte.is_ascii()).count();
    text.len() >= LONG && others() * 16 < text.len()
}

/// Escapes all letters of a JSON text beyond ASCII. The browser holds and copies such a text in half as many bytes.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let (plain, others) = rest.split_at(at);
        escaped.push_str(plain);
        let end = others.bytes().position(|byte| byte.is_ascii());
        let (others, after) = others.split_at(end.unwrap_or(others.len()));
        for unit in others.encode_utf16() {
            escaped.push_str("\\u");
            for shift in [12, 8, 4, 0] {
                let digit = char::from_digit(u32::from(unit >> shift & 15), 16);
                escaped.extend(digit);
            }
        }
        rest = after;
    }
    escaped.push_str(rest);
    escaped
}

/// The entries with typing in one field made one entry (K4).
pub fn coalesce(entries: Vec<Entry>) -> Vec<Entry> {
    let mut done: Vec<Entry> = Vec::with_capacity(entries.len());
    for next in entries {
        if let Some(last) = done.last_mut().filter(|last| last.is_typed_on_by(&next)) {
            let joined = last.edit.clone().squash(next.edit.clone());
            if joined.changes.len() <= 1 {
                last.edit = joined;
                last.last = next.last;
                last.at = next.at;
                continue;
            }
        }
        done.push(next);
    }
    done
}

/// Result of reading the journal on start.
#[derive(Debug, Default, PartialEq)]
pub struct Settled {
    /// Already in the database: their journal entries can go.
    pub known: Vec<Entry>,
    /// Applied to the strategy now; to be written into the log.
    pub replayed: Vec<Entry>,
    /// True if one of them was applied although one before it cannot be read.
    pub pieced: bool,
    /// Edits that do not fit the strategy (E1) and were not applied: to be set aside.
    pub refused: Vec<Entry>,
}

/// An edit of the tab that wrote last, which cannot be read: what that tab did afterwards is the truth all the same.
#[derive(Debug, Clone, Default)]
pub struct UnreadableEdit {
    /// The tab that wrote last.
    pub tab: String,
    /// The number of its first edit that cannot be read; none: all can.
    pub first: Option<u64>,
}

/// Replays what the journal holds onto what the database holds (K3): `log` is what was applied after the
/// snapshot that `snapshot_by` took when it had numbered `snapshot_seq` edits.
pub fn settle(
    strategy: &mut Strategy,
    snapshot_by: &str,
    snapshot_seq: u64,
    log: &[Entry],
    mut journal: Vec<Entry>,
    gap: &UnreadableEdit,
) -> Settled {
    sort::by(&mut journal, |a, b| {
        (a.first, &a.tab).cmp(&(b.first, &b.tab))
    });
    let mut settled = Settled::default();
    for entry in journal {
        let in_snapshot = entry.tab == snapshot_by && entry.last <= snapshot_seq;
        if in_snapshot || log.iter().any(|known| known.covers(&entry.tab, entry.last)) {
            settled.known.push(entry);
        } else if entry.last > snapshot_seq && entry.edit.apply(strategy).is_ok() {
            settled.replayed.push(entry);
        } else if entry.last > snapshot_seq
            && entry.tab == gap.tab
            && gap.first.is_some_and(|first| first < entry.first)
            && entry.edit.changes.prevail(strategy)
        {
            settled.pieced = true;
            settled.replayed.push(entry);
        } else {
            settled.refused.push(entry);
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;
    use edit::{Draft, Field, set};
    use strategy::{About, Goal, Id, Order};

    fn recorded(edit: Edit, tab: &str, seq: u64) -> Entry {
        Entry {
            file: VERSION,
            tab: tab.into(),
            first: seq,
            last: seq,
            edit,
            at: None,
            way: None,
        }
    }

    fn typed(strategy: &mut Strategy, tab: &str, seq: u64, title: &str) -> Entry {
        let edit = set(strategy, About::ID, Field::Title, |about| {
            about.title = title.into();
        })
        .expect("a change");
        edit.apply(strategy).expect("fits");
        recorded(edit, tab, seq)
    }

    fn added(strategy: &mut Strategy, tab: &str, seq: u64, number: u64) -> Entry {
        let mut draft = Draft::new(strategy);
        let goal = Goal {
            id: Id::new(number),
            order: Order::nth(0),
            title: "目標".into(),
            ..Default::default()
        };
        draft.add(goal).expect("free");
        let edit = draft
            .finish(edit::EditLabel::to::<Goal>(Operation::Add, "目標"))
            .expect("a change");
        edit.apply(strategy).expect("fits");
        recorded(edit, tab, seq)
    }

    #[test]
    fn k4_typing_becomes_one_entry_and_does_the_same() {
        let start = Strategy::default();
        let mut end = start.clone();
        let entries = vec![
            typed(&mut end, "a", 1, "北"),
            typed(&mut end, "a", 2, "北本"),
            added(&mut end, "a", 3, 7),
            typed(&mut end, "a", 4, "北本市"),
            typed(&mut end, "a", 5, "北本"),
            typed(&mut end, "b", 6, "北"),
        ];
        let joined = coalesce(entries);
        let spans: Vec<_> = joined.iter().map(|e| (e.first, e.last)).collect();
        assert_eq!(spans, [(1, 2), (3, 3), (4, 5), (6, 6)]);
        let mut again = start;
        for entry in &joined {
            entry.edit.apply(&mut again).expect("fits");
        }
        assert_eq!(again, end);
    }

    #[test]
    fn k4_an_entry_reads_what_it_writes() {
        let entry = typed(&mut Strategy::default(), "a", 1, "北\n\"本");
        let text = entry.text().expect("writes");
        assert_eq!(Entry::read(&text), Some(entry));
    }

    #[test]
    fn g42_a_pasted_block_of_a_thousand_rows_is_an_entry_of_the_log() {
        let of = |count: u64| {
            let mut draft = Draft::new(&Strategy::default());
            for number in 1..=count {
                let goal = Goal {
                    id: Id::new(number),
                    ..Goal::default()
                };
                draft.add(goal).expect("free");
            }
            let edit = draft.finish(edit::EditLabel::to_all(Operation::Paste(1)));
            recorded(edit.expect("a change"), "a", 1).is_large()
        };
        assert!(!of(1_000));
        assert!(of(2_000));
    }

    #[test]
    fn g36_a_long_entry_of_figures_is_ascii_and_reads_as_it_was_made() {
        let mut strategy = Strategy::default();
        let figures = "1,234 ".repeat(LONG / 4);
        let title = format!("北本市\n\"{figures}\u{1f5fe}△40");
        let entry = typed(&mut strategy, "a", 1, &title);
        let text = entry.text().expect("writes");
        assert!(text.is_ascii() && text.contains(r"\u5317\u672c\u5e02"));
        assert_eq!(Entry::read(&text), Some(entry));
        // A long text in Japanese would be several times as long; a short one gains nothing.
        for title in ["北本市の総合戦略".repeat(LONG), "北本市".to_owned()] {
            let entry = typed(&mut strategy, "a", 2, &title);
            let text = entry.text().expect("writes");
            assert!(text.contains("北本市"));
            assert_eq!(Entry::read(&text), Some(entry));
        }
    }

    #[test]
    fn k3_the_journal_is_replayed_once() {
        let start = Strategy::default();
        let mut end = start.clone();
        let entries: Vec<Entry> = (1..=6)
            .map(|seq| typed(&mut end, "a", seq, &"北".repeat(seq as usize)))
            .collect();
        let log = coalesce(entries[2..4].to_vec());
        let mut strategy = start;
        for entry in &entries[..4] {
            entry.edit.apply(&mut strategy).expect("fits");
        }
        let shuffled: Vec<Entry> = entries.iter().rev().cloned().collect();
        let settled = settle(
            &mut strategy,
            "a",
            2,
            &log,
            shuffled,
            &UnreadableEdit::default(),
        );
        assert_eq!(settled.known, entries[..4]);
        assert_eq!(settled.replayed, entries[4..]);
        assert_eq!(settled.refused, []);
        assert_eq!(strategy, end);
    }

    #[test]
    fn k3_what_does_not_fit_is_refused_not_lost() {
        let start = Strategy::default();
        let mut mine = start.clone();
        let mut theirs = start.clone();
        let kept = typed(&mut mine, "a", 1, "一");
        let other = typed(&mut theirs, "b", 1, "二");
        let free = added(&mut theirs, "b", 2, 9);
        let settled = settle(
            &mut mine,
            "",
            0,
            std::slice::from_ref(&kept),
            vec![other.clone(), free.clone()],
            &UnreadableEdit::default(),
        );
        assert_eq!(settled.replayed, [free]);
        assert_eq!(settled.refused, [other]);
        assert_eq!(mine.about().title, "一");
        assert_eq!(mine.goals.len(), 1);
    }

    #[test]
    fn k3_an_entry_older_than_another_tabs_snapshot_is_never_replayed() {
        // 一 → 二 → 一: the first step would fit again, and would be wrong.
        let mut strategy = Strategy::default();
        typed(&mut strategy, "a", 1, "一");
        let stray = typed(&mut strategy, "b", 2, "二");
        typed(&mut strategy, "a", 3, "一");
        let before = strategy.clone();
        let settled = settle(
            &mut strategy,
            "a",
            3,
            &[],
            vec![stray.clone()],
            &UnreadableEdit::default(),
        );
        assert_eq!(settled.refused, [stray]);
        assert_eq!(strategy, before);
    }

    #[test]
    fn k3_what_follows_an_unreadable_entry_of_the_same_tab_is_applied_all_the_same() {
        let start = Strategy::default();
        let mut end = start.clone();
        let mut entries: Vec<Entry> = (1..=5)
            .map(|seq| typed(&mut end, "a", seq, &"北".repeat(seq as usize)))
            .collect();
        entries.remove(1);
        let gap = UnreadableEdit {
            tab: "a".into(),
            first: Some(2),
        };
        let mut strategy = start.clone();
        let settled = settle(&mut strategy, "", 0, &[], entries.clone(), &gap);
        assert_eq!((strategy, settled.pieced), (end, true));
        assert_eq!(settled.refused, []);
        // Of a tab that did not write last nobody knows whether it is still true.
        let gap = UnreadableEdit {
            tab: "b".into(),
            first: Some(2),
        };
        let mut strategy = start;
        let settled = settle(&mut strategy, "", 0, &[], entries, &gap);
        assert_eq!(settled.refused.len(), 3);
    }

    #[test]
    fn k18_an_entry_as_an_app_before_wrote_it_is_read() {
        let text = r#"{"tab":"0a","first":2,"last":4,"edit":{"did":{"act":{"set":"title"},"kind":"b","title":"旧"},"changes":{"bodies":{"b7":{"from":null,"to":{"id":"b7","order":8589934592,"title":"町議会"}}}}}}"#;
        let entry = Entry::read(text).expect("reads");
        assert_eq!((entry.file, entry.first, entry.last), (VERSION, 2, 4));
        assert_eq!((entry.at, entry.way), (None, None));
        let body = entry.edit.changes.bodies.values().next();
        let body = body.and_then(|step| step.to.clone()).expect("there");
        assert_eq!(body.order, Order::nth(1));
    }

    #[test]
    fn k18_an_entry_of_a_later_app_is_not_read_for_one_of_this() {
        let entry = typed(&mut Strategy::default(), "a", 1, "北");
        let later = Entry {
            file: VERSION + 1,
            ..entry
        };
        let text = serde_json::to_string(&later).expect("writes");
        assert_eq!(Entry::read(&text), None);
    }
}
