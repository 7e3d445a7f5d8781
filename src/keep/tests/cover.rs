//! Covers that are shown before a strategy is open.

use serde::Deserialize;
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::store::db::{Db, Store, every, pair};

/// The app that makes covers here.
const MADE: &str = "this app";

/// Content of a cover of these tests.
type Shown = String;

/// Keeps a cover that shows the title; true if it was kept.
async fn keep(screen: &Screen) -> bool {
    let seq = screen.keeper.seq(screen.doc).expect("open");
    let shows = screen.title();
    let keeper = &screen.keeper;
    keeper.keep_cover(screen.doc, MADE, seq, &shows).await
}

/// A strategy that is saved and has a cover, in a tab that is gone.
async fn covered(app: &str) -> DocId {
    let screen = Screen::create(app, small()).await;
    screen.saved().await;
    assert!(keep(&screen).await);
    let doc = screen.doc;
    screen.keeper.close_doc(doc).await.expect("closes");
    doc
}

/// Returns the cover of a strategy that is not open.
async fn shown(app: &str, doc: DocId) -> Option<Shown> {
    Keeper::open_as(app).await.cover(doc, MADE).await
}

/// The cover as it lies in the database.
async fn raw(app: &str, doc: DocId) -> Option<String> {
    let db = Db::open(app).await.expect("opens");
    let tx = db.reading(&[Store::Edits]).expect("reads");
    let key = pair(&format!("{doc}/cover"), 0);
    tx.text(Store::Edits, &key).await.expect("reads")
}

async fn put(app: &str, doc: DocId, text: &str) {
    let db = Db::open(app).await.expect("opens");
    let tx = db.writing(&[Store::Edits]).expect("writes");
    let key = pair(&format!("{doc}/cover"), 0);
    tx.put_text(Store::Edits, &key, text).expect("puts");
    tx.done().await.expect("writes");
}

#[wasm_bindgen_test]
async fn k20_a_cover_is_shown_of_what_is_kept_now() {
    let app = app();
    let doc = covered(&app).await;
    assert_eq!(shown(&app, doc).await.as_deref(), Some("第2期総合戦略"));
    // Looking at it changes nothing, and the strategy opens as it was.
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!((loaded.strategy, loaded.trouble), (small(), None));
    // An open strategy needs no cover.
    let keeper = &screen.keeper;
    assert_eq!(keeper.cover::<Shown>(doc, MADE).await, None);
    assert!(!keeper.wants_cover(doc, MADE).await);
    assert!(keeper.wants_cover(doc, "the next app").await);
}

#[wasm_bindgen_test]
async fn k20_no_cover_is_shown_where_there_is_none() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    screen.saved().await;
    let doc = screen.doc;
    assert!(screen.keeper.wants_cover(doc, MADE).await);
    drop(screen);
    assert_eq!(shown(&app, doc).await, None);
    assert_eq!(shown(&app, DocId::new(7)).await, None);
}

#[wasm_bindgen_test]
async fn k20_after_an_edit_the_cover_of_before_is_not_shown() {
    let app = app();
    let doc = covered(&app).await;
    let (mut writer, _) = Screen::open(&app, doc).await;
    // In the journal only, in the log, in a new snapshot.
    writer.retitle("変えた");
    assert_eq!(shown(&app, doc).await, None, "in the journal");
    assert!(!keep(&writer).await, "not saved yet");
    writer.saved().await;
    assert_eq!(shown(&app, doc).await, None, "in the log");
    assert!(keep(&writer).await);
    assert_eq!(shown(&app, doc).await.as_deref(), Some("変えた"));
    writer.keeper.0.compact(doc).await;
    assert_eq!(shown(&app, doc).await, None, "in another snapshot");
    assert!(keep(&writer).await);
    assert_eq!(shown(&app, doc).await.as_deref(), Some("変えた"));
    // Taken back, it is the same strategy, and yet another revision.
    writer.retitle("第2期総合戦略");
    writer.saved().await;
    assert_eq!(shown(&app, doc).await, None);
}

#[wasm_bindgen_test]
async fn k20_a_cover_made_of_an_earlier_moment_is_not_kept() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.saved().await;
    let seq = screen.keeper.seq(screen.doc).expect("open");
    let shows = screen.title();
    screen.retitle("その間に");
    screen.saved().await;
    let kept = screen.keeper.keep_cover(screen.doc, MADE, seq, &shows);
    assert!(!kept.await);
    assert_eq!(raw(&app, screen.doc).await, None);
}

#[wasm_bindgen_test]
async fn k20_what_a_dead_tab_left_in_the_journal_is_not_covered() {
    let app = app();
    let doc = covered(&app).await;
    let (mut screen, _) = Screen::open(&app, doc).await;
    screen.retitle("保存の前に");
    screen.die();
    assert_eq!(shown(&app, doc).await, None);
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(
        (loaded.replayed, screen.title().as_str()),
        (1, "保存の前に")
    );
}

#[wasm_bindgen_test]
async fn k20_a_cover_that_is_torn_or_of_another_app_or_version_is_not_shown() {
    let app = app();
    let doc = covered(&app).await;
    let whole = raw(&app, doc).await.expect("there");
    let keeper = Keeper::open_as(&app).await;
    let other = keeper.cover::<Shown>(doc, "the next app").await;
    assert_eq!(other, None);
    // A cover with another shape.
    #[derive(Debug, PartialEq, Deserialize)]
    struct Other {
        _title: String,
    }
    assert_eq!(keeper.cover::<Other>(doc, MADE).await, None);
    let version = strategy::migration::VERSION;
    let now = format!("\"file\":{version}");
    assert!(whole.contains(&now));
    let older = whole.replace(&now, &format!("\"file\":{}", version - 1));
    let newer = whole.replace(&now, &format!("\"file\":{}", version + 1));
    let torn = whole[..whole.len() / 2].to_owned();
    for text in [older, newer, torn, String::new(), "{}".to_owned()] {
        put(&app, doc, &text).await;
        assert_eq!(shown(&app, doc).await, None, "{text}");
        let (screen, loaded) = Screen::open(&app, doc).await;
        assert_eq!((loaded.strategy, loaded.trouble), (small(), None));
        drop(screen);
    }
    put(&app, doc, &whole).await;
    assert!(shown(&app, doc).await.is_some());
}

#[wasm_bindgen_test]
async fn k20_nothing_is_ever_made_of_a_cover() {
    let app = app();
    let doc = covered(&app).await;
    let text = raw(&app, doc).await.expect("there");
    put(&app, doc, &text.replace("第2期総合戦略", "偽り")).await;
    assert_eq!(shown(&app, doc).await.as_deref(), Some("偽り"));
    let (mut screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, small());
    screen.retitle("書いた");
    screen.saved().await;
    screen.keeper.0.compact(doc).await;
    let copy = screen.keeper.duplicate(doc, "写し").await.expect("copied");
    assert_eq!(screen.keeper.cover::<Shown>(copy, MADE).await, None);
    drop(screen);
    let (screen, _) = Screen::open(&app, doc).await;
    assert_eq!(screen.title(), "書いた");
    let titles: Vec<_> = screen.keeper.catalogue();
    let titles: Vec<_> = titles.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles.len(), 2);
    assert!(!titles.contains(&"偽り"), "{titles:?}");
}

#[wasm_bindgen_test]
async fn k20_a_reader_keeps_no_cover_and_is_shown_one() {
    let app = app();
    let doc = covered(&app).await;
    let (mut writer, _) = Screen::open(&app, doc).await;
    assert_eq!(shown(&app, doc).await.as_deref(), Some("第2期総合戦略"));
    let (reader, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.role, Role::Reader);
    writer.retitle("書き手の");
    writer.saved().await;
    until(|| reader.title() == "書き手の").await;
    assert!(!reader.keeper.wants_cover(doc, MADE).await);
    assert!(!keep(&reader).await);
    assert_eq!(shown(&app, doc).await, None);
}

#[wasm_bindgen_test]
async fn k20_a_cover_goes_with_its_strategy() {
    let app = app();
    let doc = covered(&app).await;
    let keeper = Keeper::open_as(&app).await;
    keeper.trash(doc).await.expect("in the trash");
    // From the trash it can still be had back: it is what it was.
    assert!(keeper.cover::<Shown>(doc, MADE).await.is_some());
    keeper.purge(doc).await.expect("gone");
    assert_eq!(raw(&app, doc).await, None);
    let db = Db::open(&app).await.expect("opens");
    let tx = db.reading(&[Store::Edits]).expect("reads");
    let left = tx.keys(
        Store::Edits,
        Some(every(&doc.to_string()).expect("a range")),
    );
    assert!(left.await.expect("reads").is_empty());
}

#[wasm_bindgen_test]
async fn k20_what_was_deleted_behind_the_cover_is_not_shown() {
    let app = app();
    let doc = covered(&app).await;
    let db = Db::open(&app).await.expect("opens");
    let tx = db.writing(&[Store::Strategies]).expect("writes");
    let key = wasm_bindgen::JsValue::from_str(&doc.to_string());
    tx.delete(Store::Strategies, key).expect("deletes");
    tx.done().await.expect("writes");
    assert_eq!(shown(&app, doc).await, None);
}
