//! What cannot be read.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::super::body::{made_at, new_key};
use super::super::db::{Db, Store, every, pair};
use super::*;

/// Changes one byte of the text of the snapshot; gives the bytes as they are then.
async fn break_text(app: &str, doc: DocId) -> Vec<u8> {
    let db = Db::open(app).await.expect("opens");
    let header = super::super::header::Header::text(&db, doc).await;
    let header = header.expect("reads").expect("there");
    let header = super::super::header::Header::parse(&header).expect("parses");
    let key = pair(&header.snapshot.text.key, 0);
    let tx = db.writing(&[Store::Bytes]).expect("writes");
    let piece = tx.get(Store::Bytes, &key).await.expect("reads");
    let mut bytes = Uint8Array::from(piece.expect("there")).to_vec();
    bytes[40] ^= 1;
    tx.put(Store::Bytes, &key, &Uint8Array::from(bytes.as_slice()))
        .expect("puts");
    tx.done().await.expect("writes");
    bytes
}

async fn put_header(app: &str, doc: DocId, text: &str) {
    let db = Db::open(app).await.expect("opens");
    let tx = db.writing(&[Store::Strategies]).expect("writes");
    tx.put_text(
        Store::Strategies,
        &JsValue::from_str(&doc.to_string()),
        text,
    )
    .expect("puts");
    tx.done().await.expect("writes");
}

#[wasm_bindgen_test]
fn k7_what_is_set_aside_in_the_same_millisecond_keeps_its_order() {
    let keys: Vec<String> = (0..2000).map(|_| new_key()).collect();
    assert!(keys.is_sorted());
    assert!(made_at(&keys[0]).is_some_and(|ms| ms > 0));
}

#[wasm_bindgen_test]
async fn k7_a_damaged_snapshot_is_set_aside_with_its_bytes_intact() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    screen.keeper.back_up(doc).await.expect("kept");
    screen.retitle("変更");
    screen.saved().await;
    screen.retitle("さらに");
    drop(screen);
    let damaged = break_text(&app, doc).await;

    let keeper = Keeper::open_as(&app).await;
    let opened = keeper.open_doc(doc, |_| {}).await;
    assert!(matches!(opened, Err(Trouble::Damaged(_))), "{opened:?}");
    assert_eq!(keeper.catalogue(), []);
    let asides = keeper.asides().await.expect("a list");
    let kinds: Vec<_> = asides.iter().map(|a| (a.what, a.doc)).collect();
    assert_eq!(kinds, [(AsideKind::Strategy, doc), (AsideKind::Edits, doc)]);
    assert_eq!(asides[0].title, "変更");
    assert_eq!(keeper.aside_bytes(&asides[0]).await, Ok(damaged));
    let edits = keeper.aside_bytes(&asides[1]).await.expect("bytes");
    assert_eq!(String::from_utf8(edits).expect("text").lines().count(), 2);
    // The app goes on, and an automatic copy can take the place of what was lost.
    let versions = keeper.versions(doc).await.expect("a list");
    let copy = keeper
        .read_version(&versions[0], |_| {})
        .await
        .expect("reads");
    assert_eq!(copy, small());
    keeper.create(copy).await;
    for aside in &asides {
        keeper.forget_aside(aside).await.expect("forgotten");
    }
    assert_eq!(keeper.asides().await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn k7_a_damaged_header_is_set_aside() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    drop(screen);
    put_header(&app, doc, "{ 壊れた").await;
    let keeper = Keeper::open_as(&app).await;
    let opened = keeper.open_doc(doc, |_| {}).await;
    assert!(matches!(opened, Err(Trouble::Damaged(_))), "{opened:?}");
    let asides = keeper.asides().await.expect("a list");
    let bytes = keeper.aside_bytes(&asides[0]).await;
    assert_eq!(bytes, Ok("{ 壊れた".as_bytes().to_vec()));
}

#[wasm_bindgen_test]
async fn k7_a_log_that_breaks_off_is_set_aside_from_there_on() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    for title in ["一", "二", "三"] {
        screen.retitle(title);
        screen.saved().await;
    }
    drop(screen);
    let db = Db::open(&app).await.expect("opens");
    let tx = db.writing(&[Store::Edits]).expect("writes");
    tx.put_text(Store::Edits, &pair(&doc.to_string(), 3.0), "壊れた")
        .expect("puts");
    tx.done().await.expect("writes");
    drop(db);
    let (mut screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy.about().title, "一");
    assert_eq!(loaded.trouble, Some(Trouble::EditsSetAside(2)));
    screen.retitle("四");
    screen.saved().await;
    drop(screen);
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy.about().title, "四");
    assert_eq!(loaded.trouble, None);
    assert_eq!(screen.keeper.asides().await.expect("a list").len(), 1);
}

#[wasm_bindgen_test]
async fn k7_what_a_newer_app_wrote_is_left_alone() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    drop(screen);
    let newer = r#"{"file":99,"what":"unheard of"}"#;
    put_header(&app, doc, newer).await;
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.open_doc(doc, |_| {}).await, Err(Trouble::Newer));
    assert_eq!(keeper.asides().await, Ok(Vec::new()));
    assert_eq!(keeper.catalogue().len(), 1);
    let db = Db::open(&app).await.expect("opens");
    let there = super::super::header::Header::text(&db, doc).await;
    assert_eq!(there, Ok(Some(newer.to_owned())));
}

#[wasm_bindgen_test]
async fn k8_data_cleared_while_a_strategy_is_open_is_written_anew() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.retitle("一");
    screen.saved().await;
    let db = Db::open(&app).await.expect("opens");
    let tx = db.writing(&Store::ALL).expect("writes");
    for store in Store::ALL {
        for key in tx.keys(store, None).await.expect("keys") {
            tx.delete(store, key).expect("deletes");
        }
    }
    tx.done().await.expect("writes");
    drop(db);
    screen.retitle("二");
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    until_long(|| matches!(keeper.state(doc), Some(State::Saved(_)))).await;
    assert_eq!(screen.troubles(), [Trouble::DatabaseCleared]);
    let strategy = screen.strategy.clone();
    drop((screen, keeper));
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
}

#[wasm_bindgen_test]
async fn k2_a_strategy_that_would_not_read_as_a_file_is_kept_all_the_same() {
    let app = app();
    let mut strategy = small();
    let mut about = About::clone(&strategy.about());
    (about.period.first, about.period.last) = (about.period.last, about.period.first);
    strategy.about.insert(about);
    strategy.series = Default::default();
    let mut screen = Screen::create(&app, strategy).await;
    screen.saved().await;
    screen.retitle("一");
    screen.saved().await;
    let (doc, strategy) = (screen.doc, screen.strategy.clone());
    drop(screen);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
}

#[wasm_bindgen_test]
async fn k5_a_body_that_lost_a_piece_does_not_count_as_whole() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    drop(screen);
    let db = Db::open(&app).await.expect("opens");
    let text = super::super::header::Header::text(&db, doc).await;
    let text = text.expect("reads").expect("there");
    let header = super::super::header::Header::parse(&text).expect("parses");
    let tx = db.writing(&[Store::Bytes]).expect("writes");
    let range = every(&header.snapshot.rest.key).expect("a range");
    tx.delete(Store::Bytes, range).expect("deletes");
    tx.done().await.expect("writes");
    drop(db);
    let keeper = Keeper::open_as(&app).await;
    let opened = keeper.open_doc(doc, |_| {}).await;
    assert!(matches!(opened, Err(Trouble::Damaged(_))), "{opened:?}");
    assert_eq!(keeper.asides().await.expect("a list").len(), 1);
}
