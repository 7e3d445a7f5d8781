//! The list, the trash, copies, versions.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::store::db::{Db, Store};
use browser::quota;
use edit::shift;
use strategy::{Goal, Id, Stage};

/// Returns the number of records in every store.
async fn held(app: &str) -> Vec<usize> {
    let db = Db::open(app).await.expect("opens");
    let mut held = Vec::new();
    for store in Store::ALL {
        let tx = db.reading(&[store]).expect("reads");
        held.push(tx.keys(store, None).await.expect("keys").len());
    }
    held
}

#[wasm_bindgen_test]
async fn the_list_follows_the_strategy() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let line = screen.keeper.catalogue().remove(0);
    assert_eq!(line.title, "第2期総合戦略");
    assert_eq!(line.town.name, "北本市");
    assert_eq!(line.counts.goals, 2);
    assert_eq!(line.counts.measures, 1);
    assert_eq!(line.counts.initiatives, 1);
    assert_eq!(line.counts.indicators, 1);
    screen.retitle("新しい名");
    screen.saved().await;
    let now = screen.keeper.catalogue().remove(0);
    assert_eq!(now.title, "新しい名");
    assert!(now.changed > line.changed);
}

#[wasm_bindgen_test]
async fn a_list_that_was_lost_is_made_again_from_the_database() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    drop(screen);
    for key in keys(&format!("{app}/")) {
        LocalStorage::delete(key);
    }
    let keeper = Keeper::open_as(&app).await;
    let list = keeper.catalogue();
    assert_eq!(list.len(), 1);
    assert_eq!(
        (list[0].doc, list[0].title.as_str()),
        (doc, "第2期総合戦略")
    );
}

#[wasm_bindgen_test]
async fn settings_come_back() {
    let app = app();
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.settings::<Vec<String>>(), None);
    keeper.save_settings(&vec!["暗".to_owned()]).expect("room");
    drop(keeper);
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.settings(), Some(vec!["暗".to_owned()]));
    assert_eq!(keeper.settings::<u32>(), None);
}

#[wasm_bindgen_test]
async fn k12_the_trash_gives_back_until_it_is_emptied() {
    let app = app();
    let before = held(&app).await;
    let screen = Screen::create(&app, small()).await;
    let Screen { keeper, doc, .. } = screen;
    keeper
        .save_version(doc, "素案", Stage::Draft)
        .await
        .expect("kept");
    assert_eq!(
        keeper.purge(doc).await,
        Err(Trouble::ReadOnly),
        "not in the trash"
    );
    keeper.trash(doc).await.expect("thrown away");
    assert!(keeper.catalogue()[0].trashed.is_some());
    assert_eq!(
        keeper.purge(doc).await,
        Err(Trouble::ReadOnly),
        "still open"
    );
    keeper.restore(doc).await.expect("fetched back");
    assert_eq!(keeper.catalogue()[0].trashed, None);
    keeper.trash(doc).await.expect("thrown away");
    keeper.close_doc(doc).await.expect("closed");
    drop(keeper);
    // The list may get lost; what is in the trash stays there.
    for key in keys(&format!("{app}/")) {
        LocalStorage::delete(key);
    }
    let keeper = Keeper::open_as(&app).await;
    assert!(keeper.catalogue()[0].trashed.is_some());
    keeper.purge(doc).await.expect("deleted");
    assert_eq!(keeper.catalogue(), []);
    assert_eq!(held(&app).await, before);
    assert_eq!(keys(&format!("{app}/")), [""; 0]);
    assert_eq!(keeper.open_doc(doc, |_| {}).await, Err(Trouble::NotThere));
}

#[wasm_bindgen_test]
async fn a_copy_is_a_strategy_of_its_own() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.retitle("原本");
    let copy = screen
        .keeper
        .duplicate(screen.doc, "写し")
        .await
        .expect("copied");
    screen.retitle("原本 改");
    let mut copied = screen.keeper.look_at(copy).await.expect("reads");
    assert_eq!(copied.about().title, "写し");
    copied.about = screen.strategy.about.clone();
    assert_eq!(copied, screen.strategy);
    assert_eq!(screen.keeper.catalogue().len(), 2);
}

#[wasm_bindgen_test]
async fn k13_a_version_is_what_the_strategy_was() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.record(shift::<Goal>(&screen.strategy, Id::new(2), 0).expect("moves"));
    let then = screen.strategy.clone();
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    let version = keeper
        .save_version(doc, "素案", Stage::Draft)
        .await
        .expect("kept");
    screen.retitle("その後");
    screen.saved().await;
    keeper.0.compact(doc).await;
    keeper
        .save_version(doc, "案", Stage::Proposal)
        .await
        .expect("kept");
    drop((screen, keeper));
    let keeper = Keeper::open_as(&app).await;
    let versions = keeper.versions(doc).await.expect("a list");
    let names: Vec<&str> = versions.iter().map(|v| v.name.as_str()).collect();
    assert_eq!(names, ["案", "素案"]);
    assert_eq!(versions[1], version);
    assert_eq!(versions[1].stage, Stage::Draft);
    let read = keeper.read_version(&versions[1], |_| {}).await;
    assert_eq!(read, Ok(then));

    keeper.delete_version(&version).await.expect("deleted");
    assert_eq!(keeper.versions(doc).await.expect("a list").len(), 1);
    keeper.restore_version(&version).await.expect("back");
    assert_eq!(keeper.versions(doc).await.expect("a list").len(), 2);
}

#[wasm_bindgen_test]
async fn k14_automatic_copies_do_not_come_one_after_the_other() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let (keeper, doc) = (&screen.keeper, screen.doc);
    let first = keeper.back_up(doc).await.expect("kept").expect("due");
    assert_eq!(first.kind, VersionKind::Auto);
    assert_eq!(keeper.back_up(doc).await, Ok(None));
    assert_eq!(keeper.versions(doc).await.expect("a list"), [first]);
}

#[wasm_bindgen_test]
async fn k14_asked_twice_at_once_there_is_one_automatic_copy() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let (keeper, doc) = (&screen.keeper, screen.doc);
    let again = wasm_bindgen_futures::future_to_promise({
        let keeper = keeper.clone();
        async move {
            assert_eq!(keeper.back_up(doc).await, Ok(None));
            Ok(wasm_bindgen::JsValue::UNDEFINED)
        }
    });
    assert!(keeper.back_up(doc).await.expect("kept").is_some());
    wasm_bindgen_futures::JsFuture::from(again)
        .await
        .expect("done");
    assert_eq!(keeper.versions(doc).await.expect("a list").len(), 1);
    assert_eq!(keeper.back_up(doc).await, Ok(None));
}

#[wasm_bindgen_test]
async fn the_browser_tells_how_much_room_there_is() {
    let room = quota::estimate().await.expect("Chromium tells");
    assert!(room.quota > room.used);
    // Headless browsers refuse; that it can be asked is what counts.
    assert_eq!(quota::persist().await, quota::is_persisted().await);
}
