//! Data of an earlier app, taken from a real browser: `tests/data/kept/`.

use js_sys::{JSON, Uint8Array};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::Entry;
use super::*;
use crate::store::db::{Db, Store};
use crate::store::header::{Header, StoredDocument};
use strategy::for_each_kind;

const KEPT: &str = include_str!("../../../tests/data/kept/v1/kept.json");
pub(super) const OPEN: &str = include_str!("../../../tests/data/kept/v1/open.json");
pub(super) const TORN: &str = include_str!("../../../tests/data/kept/v1/torn.json");

/// Everything a browser kept.
pub(super) struct Kept {
    told: Value,
    /// The pieces of bytes, as text.
    pub(super) pieces: Vec<String>,
}

impl Kept {
    pub(super) fn read() -> Self {
        let told: Value = serde_json::from_str(KEPT).expect("a fixture");
        let mut pieces: Vec<String> = Vec::new();
        for row in told["rows"].as_array().expect("rows") {
            let own = row["bytes"].as_str().unwrap_or_default();
            let shared = |name: &str| row[name].as_u64().unwrap_or_default() as usize;
            let like = row["like"].as_u64().map(|like| &*pieces[like as usize]);
            let like: Vec<char> = like.unwrap_or_default().chars().collect();
            let head = like[..shared("head")].iter();
            let tail = like[like.len() - shared("tail")..].iter();
            pieces.push(
                head.copied()
                    .chain(own.chars())
                    .chain(tail.copied())
                    .collect(),
            );
        }
        Self { told, pieces }
    }

    /// A row of the database.
    pub(super) fn row(&self, index: usize) -> &Value {
        &self.told["rows"][index]
    }

    /// Puts another text into a row.
    pub(super) fn set_text(&mut self, index: usize, text: String) {
        self.told["rows"][index]["text"] = text.into();
    }

    /// Changes every text of the journal: the strategy, and what it becomes.
    pub(super) fn change_journal(&mut self, change: &mut dyn FnMut(&str, &str) -> String) {
        for pair in self.told["local"].as_array_mut().expect("pairs") {
            let key = pair[0].as_str().expect("a key").to_owned();
            if let Some(rest) = key.strip_prefix("michishirube/journal/") {
                let doc = rest.split('/').next().expect("a strategy");
                pair[1] = change(doc, pair[1].as_str().expect("a text")).into();
            }
        }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &Value> {
        self.told["rows"].as_array().into_iter().flatten()
    }

    pub(super) fn doc(&self, name: &str) -> DocId {
        let doc = self.told[name].as_str().expect("a name");
        doc.parse().expect("a number")
    }

    /// The texts of the log of a strategy.
    fn log(&self, doc: DocId) -> Vec<&str> {
        let own = |row: &&Value| row["store"] == "edits" && row["key"][0] == doc.to_string();
        self.rows()
            .filter(own)
            .filter_map(|row| row["text"].as_str())
            .collect()
    }

    /// Puts all of it where this test's keeper looks.
    pub(super) async fn lay(&self, app: &str) {
        let raw = LocalStorage::raw();
        for pair in self.told["local"].as_array().expect("pairs") {
            let key = pair[0]
                .as_str()
                .and_then(|key| key.strip_prefix("michishirube"));
            raw.set_item(
                &format!("{app}{}", key.expect("ours")),
                pair[1].as_str().expect("a text"),
            )
            .expect("room");
        }
        let db = Db::open(app).await.expect("opens");
        let tx = db.writing(&Store::ALL).expect("writes");
        for (row, piece) in self.rows().zip(&self.pieces) {
            let store = Store::ALL
                .into_iter()
                .find(|store| row["store"] == store.name());
            let key = JSON::parse(&row["key"].to_string()).expect("a key");
            let store = store.expect("a store there is");
            match row["text"].as_str() {
                Some(text) => tx.put_text(store, &key, text).expect("puts"),
                None => tx
                    .put(store, &key, &Uint8Array::from(piece.as_bytes()))
                    .expect("puts"),
            }
        }
        tx.done().await.expect("written");
    }
}

/// A file as this app writes it: its shape is the same.
fn as_today(file: &str) -> String {
    file.replacen("\"version\": 1,", "\"version\": 2,", 1)
}

macro_rules! tables {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        [$(stringify!($table)),*]
    };
}

/// The kinds of record that the first app had no page for.
const SINCE: [&str; 6] = [
    "ideas",
    "grounds",
    "sessions",
    "ballots",
    "guesses",
    "grant_projects",
];

#[wasm_bindgen_test]
fn k18_what_the_first_app_kept_holds_an_edit_of_every_kind() {
    let kept = Kept::read();
    let log = kept.log(kept.doc("open"));
    for table in for_each_kind!(tables)
        .iter()
        .filter(|table| !SINCE.contains(table))
    {
        let there = log
            .iter()
            .any(|entry| entry.contains(&format!("\"{table}\":{{\"")));
        assert!(there, "{table}");
    }
    assert!(log.len() > 100);
    for text in log {
        Entry::read(text).expect("an entry");
    }
}

#[wasm_bindgen_test]
async fn k18_what_the_first_app_kept_opens_whole_with_what_was_only_in_the_journal() {
    let (app, kept) = (app(), Kept::read());
    kept.lay(&app).await;
    let doc = kept.doc("open");
    let (mut screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!((loaded.trouble, loaded.replayed), (None, 8));
    assert!(
        json::write(&loaded.strategy) == as_today(OPEN),
        "as the first app had it"
    );
    // It is kept anew at once, as this app keeps it: whole, with no entry of a log.
    screen.keeper.flush(doc).await;
    let db = Db::open(&app).await.expect("opens");
    let header = Header::text(&db, doc).await.expect("reads");
    let header = Header::parse(&header.expect("there")).expect("a header");
    assert!(!header.is_older());
    let held = StoredDocument::read(&db, doc, None).await.expect("reads");
    assert_eq!(held.log, []);
    let seq = screen.keeper.seq(doc).expect("open");
    screen.keeper.steps(doc, seq).await.expect("a history");
    screen.retitle("つづき");
    screen.saved().await;
    assert_eq!(keys(&format!("{app}/journal/{doc}")), [""; 0]);
    let strategy = screen.strategy.clone();
    drop(screen);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert!(loaded.strategy == strategy, "with what was done since");
    assert_eq!((loaded.trouble, loaded.replayed), (None, 0));
}

#[wasm_bindgen_test]
async fn k18_every_version_the_first_app_kept_is_read() {
    let (app, kept) = (app(), Kept::read());
    kept.lay(&app).await;
    let keeper = Keeper::open_as(&app).await;
    let versions = keeper.versions(kept.doc("open")).await.expect("a list");
    let names: Vec<_> = versions
        .iter()
        .map(|version| version.name.as_str())
        .collect();
    assert_eq!(names, ["素案", "令和7年度 年度締め", "", "骨子案"]);
    for version in &versions {
        let strategy = keeper.read_version(version, |_| {}).await.expect("reads");
        let text = json::write(&strategy);
        let was = kept.pieces.iter().any(|piece| as_today(piece) == text);
        assert!(was, "{}", version.name);
    }
}

#[wasm_bindgen_test]
async fn k18_of_a_torn_log_of_the_first_app_all_but_the_torn_entry_is_there_and_it_is_told() {
    let (app, kept) = (app(), Kept::read());
    kept.lay(&app).await;
    let doc = kept.doc("torn");
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert!(
        json::write(&loaded.strategy) == as_today(TORN),
        "without the torn entry"
    );
    assert_eq!(loaded.trouble, Some(Trouble::EditsSetAside(1)));
    let torn = *kept.log(doc).last().expect("a log");
    let asides = screen.keeper.asides().await.expect("a list");
    let aside = asides
        .iter()
        .find(|aside| aside.doc == doc)
        .expect("set aside");
    let edits = screen.keeper.aside_edits(aside).await;
    assert_eq!(edits, Ok(vec![Err(torn.to_owned())]));
}

#[wasm_bindgen_test]
async fn k18_the_list_the_trash_and_what_the_first_app_set_aside_are_there() {
    let (app, kept) = (app(), Kept::read());
    kept.lay(&app).await;
    let keeper = Keeper::open_as(&app).await;
    let list = keeper.catalogue();
    let trash = kept.doc("trash");
    let trashed: Vec<_> = list.iter().filter(|one| one.trashed.is_some()).collect();
    assert_eq!((list.len(), trashed.len()), (3, 1));
    assert_eq!(trashed[0].doc, trash);
    let asides = keeper.asides().await.expect("a list");
    assert_eq!(
        asides.iter().map(|aside| aside.doc).collect::<Vec<_>>(),
        [trash]
    );
    let edits = keeper.aside_edits(&asides[0]).await;
    assert_eq!(edits, Ok(vec![Err("{ 読めない".to_owned())]));
    keeper.restore(trash).await.expect("fetched back");
    keeper.open_doc(trash, |_| {}).await.expect("opens");
}
