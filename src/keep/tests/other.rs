//! K18 for what is to come: what the first app kept, as though it had known records otherwise than it did, and the steps
//! from there to this version. A field was added since, one removed, one renamed, and a kind of record split in two.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::Entry;
use super::older::{Kept, OPEN, TORN};
use super::*;
use crate::encoding::older;
use crate::encoding::order_keys::set_orders;
use strategy::migration::{Chain, Older, SplitRecord, Step, TO_2, Tree, go_by};
use strategy::record::Shown;
use strategy::{Id, Indicator};

/// The first app called 方向 of a goal otherwise, had mottoes of measures and no 根拠 of indicators, and kept series
/// within their indicator.
static CHAIN: Chain = Chain([
    Step::NOTHING,
    Step {
        record: Some(to_2),
        kept: TO_2.kept,
        ..Step::NOTHING
    },
]);

fn to_2(older: &mut Older) {
    match older.table {
        "goals" => {
            if let Some(aim) = older.members.remove("aim") {
                older.members.insert("direction", aim);
            }
        }
        "measures" => drop(older.members.remove("motto")),
        "indicators" => {
            if let Some(Tree::List(figures)) = older.members.remove("figures") {
                figures.into_iter().for_each(|one| split(older, one));
            }
        }
        _ => {}
    }
}

fn split(older: &mut Older, figures: Tree) {
    let Tree::Object(members) = figures else {
        return;
    };
    older.part(SplitRecord {
        table: "series",
        list: "series",
        parent: "indicator",
        members,
    });
}

/// A record as that app had it, without the series of an indicator.
fn as_then(table: &str, record: &mut Map<String, Value>) {
    match table {
        "goals" => {
            if let Some(aim) = record.remove("direction") {
                record.insert("aim".to_owned(), aim);
            }
        }
        "measures" => drop(record.insert("motto".to_owned(), json!("ともに"))),
        "indicators" => drop(record.remove("rationale")),
        _ => {}
    }
}

/// Every record of a list of a file.
fn in_list(within: &mut Value, list: &str, change: &mut dyn FnMut(&mut Value)) {
    let all = within.get_mut(list).and_then(Value::as_array_mut);
    for one in all.into_iter().flatten() {
        change(one);
    }
}

fn change(table: &'static str) -> impl FnMut(&mut Value) {
    move |record| as_then(table, record.as_object_mut().expect("a record"))
}

fn file_as_then(text: &str) -> String {
    let mut file: Value = serde_json::from_str(text).expect("a file");
    in_list(&mut file, "goals", &mut |goal| {
        in_list(goal, "measures", &mut change("measures"));
        in_list(goal, "divisions", &mut |division| {
            in_list(division, "measures", &mut change("measures"));
        });
        change("goals")(goal);
    });
    in_list(&mut file, "indicators", &mut |indicator| {
        change("indicators")(indicator);
        let indicator = indicator.as_object_mut().expect("an indicator");
        if let Some(series) = indicator.remove("series") {
            indicator.insert("figures".to_owned(), series);
        }
    });
    serde_json::to_string_pretty(&file).expect("writes")
}

/// Order keys stood kind by kind; series, the ninth, had none.
fn rest_as_then(rest: &str, text: &str) -> String {
    let mut rest: Value = serde_json::from_str(rest).expect("a rest");
    let ids = older::ids(text.as_bytes());
    let keys = rest["orders"].as_array_mut().expect("keys");
    if !keys.is_empty() {
        assert_eq!(keys.len(), ids.len());
        let mut ids = ids.iter();
        keys.retain(|_| ids.next().is_some_and(|(kind, _)| *kind != 8));
    }
    rest.to_string()
}

/// An indicator with its series within.
fn whole(strategy: &Strategy, id: Id<Indicator>) -> Value {
    let Some(indicator) = strategy.get(id) else {
        return Value::Null;
    };
    let mut told = serde_json::to_value(Shown(&**indicator)).expect("writes");
    let series = strategy.series.under(id).into_iter().map(|series| {
        let mut told = serde_json::to_value(Shown(&**series)).expect("writes");
        let members = told.as_object_mut().expect("a record");
        members.retain(|name, _| name != "indicator" && name != "order");
        told
    });
    told["figures"] = series.collect();
    told
}

/// An entry as that app wrote it; brings the strategy to where the entry led.
fn entry_as_then(text: &str, strategy: &mut Strategy) -> String {
    let Some(entry) = Entry::read(text) else {
        return text.to_owned();
    };
    let before = strategy.clone();
    entry.edit.apply(strategy).expect("fits");
    let changes = &entry.edit.changes;
    let mut touched: BTreeSet<_> = changes.indicators.keys().copied().collect();
    for step in changes.series.values() {
        let sides = [&step.from, &step.to].into_iter().flatten();
        touched.extend(sides.map(|series| series.indicator));
    }
    let mut told: Value = serde_json::from_str(text).expect("an entry");
    let tables = told["edit"]["changes"].as_object_mut().expect("changes");
    tables.remove("series");
    tables.remove("indicators");
    if !touched.is_empty() {
        let row =
            |id: Id<Indicator>| json!({ "from": whole(&before, id), "to": whole(strategy, id) });
        let rows: Map<String, Value> = touched
            .iter()
            .map(|id| (id.to_string(), row(*id)))
            .collect();
        tables.insert("indicators".to_owned(), Value::Object(rows));
    }
    for (table, rows) in tables {
        for row in rows.as_object_mut().expect("rows").values_mut() {
            for side in ["from", "to"] {
                if let Some(record) = row.get_mut(side).and_then(Value::as_object_mut) {
                    as_then(table, record);
                }
            }
        }
    }
    told.to_string()
}

/// FNV-1a, as bodies have it.
fn sum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The snapshots that something kept speaks of: the keys of text and rest.
fn snapshots(told: &Value) -> Option<(String, String)> {
    let key = |name: &str| told["snapshot"][name]["key"].as_str().map(str::to_owned);
    key("text").zip(key("rest"))
}

impl Kept {
    /// Returns the data as that app kept it.
    fn as_then(mut self) -> Self {
        let row_of = |kept: &Self, key: &str| kept.rows().position(|row| row["key"][0] == key);
        let texts: Vec<Value> = self.rows().map(|row| row["text"].clone()).collect();
        let told = |text: &Value| serde_json::from_str::<Value>(text.as_str()?).ok();
        let heads: Vec<Option<Value>> = texts.iter().map(told).collect();
        let mut strategies = BTreeMap::new();
        for (index, head) in heads.iter().enumerate() {
            let Some((text, rest)) = head.as_ref().and_then(snapshots) else {
                continue;
            };
            let at = [&text, &rest].map(|key| row_of(&self, key).expect("there"));
            let [text, rest] = at.map(|at| self.pieces[at].clone());
            if self.row(index)["store"] == "strategies" {
                let doc = self.row(index)["key"].as_str().expect("a key").to_owned();
                strategies.insert(doc, opened(&text, &rest));
            }
            self.pieces[at[0]] = file_as_then(&text);
            self.pieces[at[1]] = rest_as_then(&rest, &text);
            let mut head = head.clone().expect("there");
            for (name, at) in ["text", "rest"].into_iter().zip(at) {
                let bytes = self.pieces[at].as_bytes();
                head["snapshot"][name]["length"] = bytes.len().into();
                head["snapshot"][name]["sum"] = sum(bytes).into();
            }
            self.set_text(index, head.to_string());
        }
        for (index, text) in texts.iter().enumerate() {
            if self.row(index)["store"] == "edits" {
                let doc = self.row(index)["key"][0].as_str().expect("a key");
                if let Some(strategy) = strategies.get_mut(doc) {
                    let then = entry_as_then(text.as_str().expect("a text"), strategy);
                    self.set_text(index, then);
                }
            }
        }
        self.change_journal(&mut |doc, text| match strategies.get_mut(doc) {
            Some(strategy) => entry_as_then(text, strategy),
            None => text.to_owned(),
        });
        self
    }
}

/// The strategy of a snapshot of the first app.
fn opened(text: &str, rest: &str) -> Strategy {
    let mut strategy = json::read(text.as_bytes()).expect("reads");
    let rest = older::rest(rest.as_bytes(), text.as_bytes(), 1).expect("reads");
    let rest: Value = serde_json::from_str(&rest).expect("a rest");
    let orders = serde_json::from_value(rest["orders"].clone()).expect("keys");
    set_orders(&mut strategy, &orders);
    strategy
}

/// Returns the file that the first app saved, without the fields that app did not know.
fn without_rationale(text: &str) -> String {
    let mut strategy = json::read(text.as_bytes()).expect("reads");
    let ids: Vec<_> = strategy.indicators.iter().map(|one| one.id).collect();
    for id in ids {
        let indicator = strategy.get(id).expect("there");
        let bare = Indicator {
            rationale: Default::default(),
            ..Indicator::clone(indicator)
        };
        strategy.indicators.insert(bare);
    }
    json::write(&strategy)
}

#[wasm_bindgen_test]
async fn k18_of_an_app_that_knew_records_otherwise_all_opens_and_is_kept_anew() {
    let (app, kept) = (app(), Kept::read());
    let (open, torn) = (kept.doc("open"), kept.doc("torn"));
    let kept = kept.as_then();
    kept.lay(&app).await;
    go_by(Some(&CHAIN));
    let (mut screen, loaded) = Screen::open(&app, open).await;
    assert_eq!((loaded.trouble, loaded.replayed), (None, 8));
    assert!(json::write(&loaded.strategy) == without_rationale(OPEN));
    let versions = screen.keeper.versions(open).await.expect("a list");
    for version in &versions {
        let read = screen.keeper.read_version(version, |_| {}).await;
        assert!(
            !read.expect("reads").indicators.is_empty(),
            "{}",
            version.name
        );
    }
    assert_eq!(versions.len(), 4);
    screen.retitle("つづき");
    screen.saved().await;
    let strategy = screen.strategy.clone();
    drop(screen);
    // From then on it is kept as this app keeps it: no step is needed any more.
    go_by(None);
    let (_, loaded) = Screen::open(&app, open).await;
    assert!(loaded.strategy == strategy, "with what was done since");
    assert_eq!((loaded.trouble, loaded.replayed), (None, 0));
    go_by(Some(&CHAIN));
    let (screen, loaded) = Screen::open(&app, torn).await;
    assert!(json::write(&loaded.strategy) == without_rationale(TORN));
    assert_eq!(loaded.trouble, Some(Trouble::EditsSetAside(1)));
    drop(screen);
    go_by(None);
}

#[wasm_bindgen_test]
fn k18_a_file_of_that_app_opens() {
    go_by(Some(&CHAIN));
    let read = json::read(file_as_then(OPEN).as_bytes());
    go_by(None);
    assert!(json::write(&read.expect("reads")) == without_rationale(OPEN));
}
