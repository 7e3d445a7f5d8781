//! Recording, and what the database then holds.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::store::db::{Db, Store, every};
use edit::shift;
use strategy::{Goal, Id};

/// The log of a strategy, as the database holds it.
async fn log(app: &str, doc: DocId) -> Vec<Entry> {
    let db = Db::open(app).await.expect("opens");
    let tx = db.reading(&[Store::Edits]).expect("reads");
    let range = every(&doc.to_string()).expect("a range");
    let values = tx.all(Store::Edits, Some(range)).await.expect("reads");
    values
        .iter()
        .map(|value| serde_json::from_str(&value.as_string().expect("text")).expect("an entry"))
        .collect()
}

#[wasm_bindgen_test]
async fn k2_what_is_opened_is_what_was_kept() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.record(shift::<Goal>(&screen.strategy, Id::new(2), 0).expect("moves"));
    screen.retitle("新しい名");
    screen.saved().await;
    let (doc, strategy) = (screen.doc, screen.strategy.clone());
    drop(screen);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
    assert_eq!(loaded.replayed, 0);
    assert_eq!(loaded.role, Role::Writer);
    assert_eq!(loaded.trouble, None);
}

#[wasm_bindgen_test]
async fn k4_typing_is_one_entry_of_the_log_and_every_step_in_the_journal() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    for title in ["北", "北本", "北本市"] {
        screen.retitle(title);
    }
    assert_eq!(keys(&format!("{app}/journal/")).len(), 3);
    screen.saved().await;
    let entries = log(&app, screen.doc).await;
    let spans: Vec<_> = entries.iter().map(|e| (e.first, e.last)).collect();
    assert_eq!(spans, [(2, 4)]);
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
}

#[wasm_bindgen_test]
async fn k5_saved_is_said_only_after_the_database_holds_it() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    assert!(matches!(
        screen.keeper.state(screen.doc),
        Some(SaveState::Saved(_))
    ));
    screen.retitle("一");
    assert_eq!(screen.keeper.state(screen.doc), Some(SaveState::Saving));
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    until(|| matches!(keeper.state(doc), Some(SaveState::Saved(_)))).await;
    assert_eq!(log(&app, doc).await.len(), 1);
    let states: Vec<bool> = screen
        .news
        .borrow()
        .iter()
        .filter_map(|news| match news {
            News::State(_, SaveState::Saved(_)) => Some(true),
            News::State(_, SaveState::Saving) => Some(false),
            _ => None,
        })
        .collect();
    assert_eq!(states[states.len() - 2..], [false, true]);
}

#[wasm_bindgen_test]
async fn k5_an_edit_is_in_the_database_within_300_ms_without_being_asked() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let since = clock::ticks();
    screen.retitle("一");
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    until(|| matches!(keeper.state(doc), Some(SaveState::Saved(_)))).await;
    let took = clock::ticks() - since;
    // 250 ms of waiting, and the write itself, which a loaded machine may slow down.
    assert!((200.0..1500.0).contains(&took), "{took} ms");
}

#[wasm_bindgen_test]
async fn k6_a_log_becomes_a_snapshot_and_nothing_is_lost_on_the_way() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.record(shift::<Goal>(&screen.strategy, Id::new(2), 0).expect("moves"));
    for number in 0..5 {
        screen.retitle(&number.to_string());
        screen.saved().await;
    }
    assert_eq!(log(&app, screen.doc).await.len(), 6);
    let db = screen.keeper.0.db().await.expect("open");
    let bodies = || async {
        let tx = db.reading(&[Store::Bytes]).expect("reads");
        tx.keys(Store::Bytes, None).await.expect("reads").len()
    };
    let before = bodies().await;
    // Edits go on being made and saved while the snapshot is written.
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    let compacting = wasm_bindgen_futures::future_to_promise(async move {
        keeper.0.compact(doc).await;
        Ok(wasm_bindgen::JsValue::UNDEFINED)
    });
    screen.retitle("途中");
    screen.saved().await;
    let _ = wasm_bindgen_futures::JsFuture::from(compacting).await;
    assert!(log(&app, doc).await.len() <= 1);
    assert_eq!(bodies().await, before);
    screen.retitle("終わり");
    screen.saved().await;
    let strategy = screen.strategy.clone();
    drop((screen, db));
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
    assert_eq!(loaded.replayed, 0);
    assert_eq!(loaded.trouble, None);
}

#[wasm_bindgen_test]
async fn k6_a_long_log_is_compacted_by_itself() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    for number in 0..160 {
        screen.record(shift::<Goal>(&screen.strategy, Id::new(2), 0).expect("moves"));
        screen.record(shift::<Goal>(&screen.strategy, Id::new(2), 1).expect("moves"));
        if number % 40 == 39 {
            screen.saved().await;
        }
    }
    screen.saved().await;
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    until(|| {
        let docs = keeper.0.docs.borrow();
        docs.get(&doc)
            .is_some_and(|open| open.log.0 == 0 && !open.compacting)
    })
    .await;
    assert_eq!(log(&app, doc).await.len(), 0);
    let strategy = screen.strategy.clone();
    drop((screen, keeper));
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
}

#[wasm_bindgen_test]
async fn k1_an_edit_that_does_not_fit_is_refused_and_changes_nothing() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let stale = retitle(&screen.strategy, "古い");
    screen.retitle("新しい");
    let refused = screen.keeper.record(screen.doc, &stale);
    assert_eq!(refused, Err(Trouble::OutOfStep));
    assert_eq!(screen.title(), "新しい");
    assert_eq!(keys(&format!("{app}/journal/")).len(), 1);
    let unknown = screen.keeper.record(DocId::new(1), &stale);
    assert_eq!(unknown, Err(Trouble::NotThere));
}

/// An edit of more records than the log takes.
fn large(strategy: &Strategy) -> Edit {
    let mut draft = edit::Draft::new(strategy);
    let goal = strategy.get::<Goal>(Id::new(1)).expect("there");
    for number in 100..1_500 {
        let mut goal = Goal::clone(goal);
        goal.id = Id::new(number);
        draft.add(goal).expect("free");
    }
    draft
        .finish(edit::EditLabel::to_all(edit::Operation::Import))
        .expect("a change")
}

#[wasm_bindgen_test]
async fn k1_a_large_paste_is_in_the_journal_when_it_is_recorded() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    screen.record(large(&screen.strategy));
    screen.retitle("そのあと");
    let strategy = screen.strategy.clone();
    screen.die();
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.replayed, 2);
    assert_eq!(loaded.strategy, strategy);
    screen.saved().await;
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
    drop(screen);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!((loaded.strategy, loaded.replayed), (strategy, 0));
}

#[wasm_bindgen_test]
async fn k1_what_is_too_long_for_the_journal_is_told_to_be_at_risk_until_it_is_saved() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.saved().await;
    screen.retitle("短い");
    assert!(!screen.keeper.is_at_risk(screen.doc));
    screen.retitle(&"長".repeat(2_000_000));
    assert!(screen.keeper.is_at_risk(screen.doc));
    screen.saved().await;
    assert!(!screen.keeper.is_at_risk(screen.doc));
}

#[wasm_bindgen_test]
async fn k6_a_whole_save_beside_a_compaction_is_not_taken_for_another_tab() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    for _ in 0..3 {
        let beside = keeper.clone();
        let compacting = wasm_bindgen_futures::future_to_promise(async move {
            beside.0.compact(doc).await;
            Ok(wasm_bindgen::JsValue::UNDEFINED)
        });
        time::yield_now().await;
        let edit = large(&screen.strategy);
        screen.record(edit.clone());
        screen.saved().await;
        let _ = wasm_bindgen_futures::JsFuture::from(compacting).await;
        screen.record(edit.reverse());
        screen.saved().await;
    }
    assert_eq!(screen.troubles(), []);
    assert_eq!(keeper.role(doc), Some(Role::Writer));
    let strategy = screen.strategy.clone();
    drop((screen, keeper));
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!((loaded.strategy, loaded.trouble), (strategy, None));
}

#[wasm_bindgen_test]
async fn k6_typing_on_while_a_snapshot_is_written_leaves_a_log_that_fits() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    screen.retitle("北");
    let beside = keeper.clone();
    let compacting = wasm_bindgen_futures::future_to_promise(async move {
        beside.0.compact(doc).await;
        Ok(wasm_bindgen::JsValue::UNDEFINED)
    });
    // The snapshot holds the first letter; the second goes on with it in the log.
    until(|| keeper.0.change(doc, |open| open.cut) == Some(2)).await;
    screen.retitle("北本");
    screen.saved().await;
    let _ = wasm_bindgen_futures::JsFuture::from(compacting).await;
    let strategy = screen.strategy.clone();
    drop((screen, keeper));
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!((loaded.strategy, loaded.trouble), (strategy, None));
}
