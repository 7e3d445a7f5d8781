//! Damaged data.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::encoding::key::made_at;
use crate::store::blob::new_key;
use crate::store::db::{Db, Store, every, pair};
use edit::shift;
use strategy::{Goal, Id};

/// Changes one byte of the text of the snapshot; gives the bytes as they are then.
async fn break_text(app: &str, doc: DocId) -> Vec<u8> {
    let db = Db::open(app).await.expect("opens");
    let header = crate::store::header::Header::text(&db, doc).await;
    let header = header.expect("reads").expect("there");
    let header = crate::store::header::Header::parse(&header).expect("parses");
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

/// A strategy that was saved, on no screen any more.
async fn kept(app: &str) -> DocId {
    Screen::create(app, small()).await.doc
}

/// A strategy whose title was changed and saved three times.
async fn thrice_saved(app: &str) -> Screen {
    let mut screen = Screen::create(app, small()).await;
    for title in ["一", "二", "三"] {
        screen.retitle(title);
        screen.saved().await;
    }
    screen
}

/// A strategy with a backup, a saved change after it, and one that is only in the journal.
async fn backed_up(app: &str) -> Screen {
    let mut screen = Screen::create(app, small()).await;
    screen.keeper.back_up(screen.doc).await.expect("kept");
    screen.retitle("変更");
    screen.saved().await;
    screen.retitle("さらに");
    screen
}

/// Expects that a strategy opens as it was, without trouble.
async fn assert_opens(app: &str, doc: DocId, whole: Strategy) {
    let (_, loaded) = Screen::open(app, doc).await;
    assert_eq!((loaded.strategy, loaded.trouble), (whole, None));
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
    let screen = backed_up(&app).await;
    let doc = screen.doc;
    drop(screen);
    let damaged = break_text(&app, doc).await;

    let keeper = Keeper::open_as(&app).await;
    let opened = keeper.open_doc(doc, |_| {}).await;
    assert!(matches!(opened, Err(Trouble::Damaged(_))), "{opened:?}");
    let asides = keeper.asides().await.expect("a list");
    let kinds: Vec<_> = asides.iter().map(|a| (a.what, a.doc)).collect();
    assert_eq!(kinds, [(AsideKind::Strategy, doc), (AsideKind::Edits, doc)]);
    assert_eq!(asides[0].title, "変更");
    assert_eq!(asides[1].edits, 2);
    assert_eq!(keeper.aside_bytes(&asides[0]).await, Ok(damaged));
    let edits = keeper.aside_edits(&asides[1]).await.expect("edits");
    assert_eq!(edits.iter().filter(|edit| edit.is_ok()).count(), 2);
    // It stays in the list, and says the same again when it is opened again.
    assert_eq!(keeper.catalogue().len(), 1);
    drop(keeper);
    let keeper = Keeper::open_as(&app).await;
    let why = keeper.damage(&asides[0]).await.expect("a reason");
    assert_eq!(keeper.damage(&asides[1]).await, Ok(why.clone()));
    assert_eq!(
        keeper.open_doc(doc, |_| {}).await,
        Err(Trouble::Damaged(why))
    );
    assert_eq!(keeper.asides().await.expect("a list").len(), 2);
}

#[wasm_bindgen_test]
async fn k7_a_damaged_strategy_is_had_again_from_its_copies_with_the_edits_since() {
    let app = app();
    let screen = backed_up(&app).await;
    let doc = screen.doc;
    let whole = screen.strategy.clone();
    drop(screen);
    break_text(&app, doc).await;
    let keeper = Keeper::open_as(&app).await;
    keeper.open_doc(doc, |_| {}).await.expect_err("damaged");

    let found = keeper.recovery(doc).await.expect("found");
    let kinds: Vec<bool> = found
        .copies
        .iter()
        .map(|copy| copy.version.is_some())
        .collect();
    assert_eq!(kinds, [false, true], "the newest first");
    assert_eq!((found.edits.len(), found.unread), (2, 0));
    let copy = &found.copies[1];
    let alone = keeper.recover(copy, &[]).await.expect("reads");
    assert_eq!(alone.strategy, small());
    let had = keeper.recover(copy, &found.edits).await.expect("reads");
    assert_eq!((had.applied, had.left), (2, 0));
    assert_eq!(had.strategy, whole);

    // It takes the place of the damaged one, under the same number, with its versions.
    keeper.create_as(doc, had.strategy).await;
    assert_eq!(keeper.versions(doc).await.expect("a list").len(), 1);
    assert!(matches!(keeper.state(doc), Some(SaveState::Saved(_))));
    drop(keeper);
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!((loaded.strategy, loaded.trouble), (whole, None));
    for aside in screen.keeper.asides().await.expect("a list") {
        screen.keeper.answer_aside(&aside).await.expect("answered");
        screen.keeper.forget_aside(&aside).await.expect("forgotten");
    }
    assert_eq!(screen.keeper.asides().await, Ok(Vec::new()));
    assert_eq!(screen.keeper.catalogue().len(), 1);
}

#[wasm_bindgen_test]
async fn k7_what_is_forgotten_and_has_no_copy_leaves_the_list() {
    let app = app();
    let doc = kept(&app).await;
    break_text(&app, doc).await;
    let keeper = Keeper::open_as(&app).await;
    keeper.open_doc(doc, |_| {}).await.expect_err("damaged");
    assert_eq!(keeper.catalogue().len(), 1);
    let asides = keeper.asides().await.expect("a list");
    keeper.forget_aside(&asides[0]).await.expect("forgotten");
    assert_eq!(keeper.catalogue(), []);
}

#[wasm_bindgen_test]
async fn k7_a_damaged_header_is_set_aside() {
    let app = app();
    let doc = kept(&app).await;
    put_header(&app, doc, "{ 壊れた").await;
    let keeper = Keeper::open_as(&app).await;
    let opened = keeper.open_doc(doc, |_| {}).await;
    assert!(matches!(opened, Err(Trouble::Damaged(_))), "{opened:?}");
    let asides = keeper.asides().await.expect("a list");
    let bytes = keeper.aside_bytes(&asides[0]).await;
    assert_eq!(bytes, Ok("{ 壊れた".as_bytes().to_vec()));
}

/// Puts another text in the place of an entry of the log; none: takes it out.
async fn break_log(app: &str, doc: DocId, at: u64, text: Option<&str>) {
    let db = Db::open(app).await.expect("opens");
    let tx = db.writing(&[Store::Edits]).expect("writes");
    let key = pair(&doc.to_string(), at as f64);
    match text {
        Some(text) => tx.put_text(Store::Edits, &key, text).expect("puts"),
        None => tx.delete(Store::Edits, key).expect("deletes"),
    }
    tx.done().await.expect("writes");
}

fn note(strategy: &Strategy, text: &str) -> Edit {
    set(strategy, About::ID, Field::Note, |about| {
        about.note = text.into();
    })
    .expect("a change")
}

#[wasm_bindgen_test]
async fn k3_an_entry_of_the_log_that_cannot_be_read_does_not_take_those_after_it() {
    let app = app();
    let mut screen = thrice_saved(&app).await;
    let doc = screen.doc;
    screen.record(note(&screen.strategy, "備考"));
    screen.record(shift::<Goal>(&screen.strategy, Id::new(2), 0).expect("moves"));
    screen.saved().await;
    let whole = screen.strategy.clone();
    drop(screen);
    break_log(&app, doc, 3, Some("壊れた")).await;
    let (mut screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, whole, "later edits tell what is true");
    assert_eq!(loaded.trouble, Some(Trouble::EditsSetAside(1)));
    let asides = screen.keeper.asides().await.expect("a list");
    assert_eq!((asides[0].edits, asides[0].answered), (1, false));
    let edits = screen.keeper.aside_edits(&asides[0]).await;
    assert_eq!(edits, Ok(vec![Err("壊れた".to_owned())]));
    screen.retitle("四");
    screen.saved().await;
    let strategy = screen.strategy.clone();
    drop(screen);
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
    assert_eq!(loaded.trouble, None, "it was written anew");
    assert_eq!(screen.keeper.asides().await.expect("a list").len(), 1);
}

#[wasm_bindgen_test]
async fn k7_a_page_closed_before_the_log_is_rewritten_sets_nothing_aside_twice() {
    let app = app();
    let screen = thrice_saved(&app).await;
    let doc = screen.doc;
    drop(screen);
    break_log(&app, doc, 3, Some("壊れた")).await;
    for opening in ["first", "second"] {
        let (screen, loaded) = Screen::open(&app, doc).await;
        let trouble = Some(Trouble::EditsSetAside(1));
        assert_eq!(loaded.trouble, trouble, "{opening}");
        let asides = screen.keeper.asides().await.expect("a list");
        assert_eq!(asides.len(), 1, "{opening}");
        screen.die();
    }
}

#[wasm_bindgen_test]
async fn k3_an_entry_of_the_log_that_is_gone_is_made_good_by_those_after_it_and_told() {
    let app = app();
    let screen = thrice_saved(&app).await;
    let doc = screen.doc;
    let whole = screen.strategy.clone();
    drop(screen);
    break_log(&app, doc, 3, None).await;
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, whole);
    assert_eq!(loaded.trouble, Some(Trouble::Pieced));
    screen.saved().await;
    drop(screen);
    assert_opens(&app, doc, whole).await;
}

#[wasm_bindgen_test]
async fn k3_an_entry_of_the_journal_that_cannot_be_read_does_not_take_those_after_it() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    for title in ["一", "二", "三"] {
        screen.retitle(title);
    }
    let whole = screen.strategy.clone();
    drop(screen);
    let mut journal = keys(&format!("{app}/journal/"));
    journal.sort();
    LocalStorage::raw()
        .set_item(&journal[1], "{\"tab\":")
        .expect("room");
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, whole);
    assert_eq!(loaded.trouble, Some(Trouble::EditsSetAside(1)));
    screen.saved().await;
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
    drop(screen);
    assert_opens(&app, doc, whole).await;
}

#[wasm_bindgen_test]
async fn k7_a_list_and_settings_that_are_garbage_are_made_again() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    screen.keeper.save_settings(&"暗い").expect("kept");
    drop(screen);
    let raw = LocalStorage::raw();
    for garbage in ["", "<script>", "{\"doc\":1}", "null"] {
        raw.set_item(&format!("{app}/listing/{doc}"), garbage)
            .expect("room");
        raw.set_item(&format!("{app}/settings"), garbage)
            .expect("room");
        let keeper = Keeper::open_as(&app).await;
        let titles: Vec<String> = keeper
            .catalogue()
            .into_iter()
            .map(|one| one.title)
            .collect();
        assert_eq!(titles, ["第2期総合戦略"], "{garbage}");
        assert_eq!(keeper.settings::<Vec<String>>(), None, "{garbage}");
        assert_eq!(keeper.trouble(), None);
        keeper.save_settings(&"明るい").expect("kept");
        assert_eq!(keeper.settings(), Some("明るい".to_owned()));
        keeper.open_doc(doc, |_| {}).await.expect("opens");
        keeper.close_doc(doc).await.expect("closes");
    }
}

#[wasm_bindgen_test]
async fn k7_what_a_newer_app_wrote_is_left_alone() {
    let app = app();
    let doc = kept(&app).await;
    let newer = r#"{"file":99,"what":"unheard of"}"#;
    put_header(&app, doc, newer).await;
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.open_doc(doc, |_| {}).await, Err(Trouble::Newer));
    assert_eq!(keeper.asides().await, Ok(Vec::new()));
    assert_eq!(keeper.catalogue().len(), 1);
    let db = Db::open(&app).await.expect("opens");
    let there = crate::store::header::Header::text(&db, doc).await;
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
    until_long(|| matches!(keeper.state(doc), Some(SaveState::Saved(_)))).await;
    assert_eq!(screen.troubles(), [Trouble::DatabaseCleared]);
    let strategy = screen.strategy.clone();
    drop((screen, keeper));
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
}

/// Deletes a database, as another page of the same origin can; waits until that is done.
async fn delete_database(app: &str) {
    let ended = js_sys::eval(&format!(
        "new Promise((done, failed) => {{
            const request = indexedDB.deleteDatabase('{app}');
            request.onsuccess = done;
            request.onerror = failed;
        }})"
    ))
    .expect("asks");
    let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(ended)).await;
}

#[wasm_bindgen_test]
async fn k8_a_database_deleted_while_a_strategy_is_open_is_written_anew_from_memory() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.retitle("消される前");
    screen.saved().await;
    let reader = Screen::open(&app, screen.doc).await.0;
    delete_database(&app).await;
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    // Nothing is typed: it is saved all the same, and it is not taken for a newer app.
    let news = screen.news.clone();
    until_long(|| {
        news.borrow()
            .contains(&News::Trouble(Some(doc), Trouble::DatabaseCleared))
            && matches!(keeper.state(doc), Some(SaveState::Saved(_)))
    })
    .await;
    assert_eq!(screen.troubles(), [Trouble::DatabaseCleared]);
    assert_eq!(keeper.role(doc), Some(Role::Writer));
    assert_eq!(reader.keeper.role(doc), Some(Role::Reader));
    screen.retitle("消されたあと");
    screen.saved().await;
    let strategy = screen.strategy.clone();
    until_long(|| reader.title() == "消されたあと").await;
    drop((screen, reader, keeper));
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
}

#[wasm_bindgen_test]
async fn k8_a_database_that_never_answers_is_told_and_the_journal_keeps() {
    let app = app();
    js_sys::eval(
        "window.asked = IDBFactory.prototype.open;
         IDBFactory.prototype.open = () => new EventTarget()",
    )
    .expect("defines");
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.trouble(), Some(Trouble::DatabaseSilent));
    let doc = keeper.create(small()).await;
    assert_eq!(
        keeper.state(doc),
        Some(SaveState::JournalOnly(Trouble::DatabaseSilent))
    );
    js_sys::eval("IDBFactory.prototype.open = window.asked").expect("defines");
    assert!(matches!(keeper.flush(doc).await, Some(SaveState::Saved(_))));
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
    let doc = kept(&app).await;
    let db = Db::open(&app).await.expect("opens");
    let text = crate::store::header::Header::text(&db, doc).await;
    let text = text.expect("reads").expect("there");
    let header = crate::store::header::Header::parse(&text).expect("parses");
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
