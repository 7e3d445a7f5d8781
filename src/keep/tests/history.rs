//! The history of steps, kept with the strategy.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::store::db::{Db, Store, pair};
use edit::{History, StepRole, shift};
use strategy::{Goal, Id};

/// The app's side, with a history: does, types, takes back, does again.
struct Editor {
    screen: Screen,
    history: History,
}

impl Editor {
    fn does(&mut self, edit: Edit) {
        let way = self
            .history
            .commit(&mut self.screen.strategy, edit.clone(), clock::now())
            .expect("fits");
        self.keep(&edit, way.expect("a step"));
    }

    fn types(&mut self, title: &str) {
        self.does(retitle(&self.screen.strategy, title));
    }

    fn undoes(&mut self) {
        let edit = self.history.undo(&mut self.screen.strategy).expect("fits");
        self.keep(&edit.expect("a step"), StepRole::Undo);
    }

    fn keep(&self, edit: &Edit, way: StepRole) {
        let kept = self
            .screen
            .keeper
            .record_as(self.screen.doc, edit, Some(way));
        kept.expect("recorded");
    }
}

async fn open(app: &str, doc: DocId) -> Editor {
    let (screen, loaded) = Screen::open(app, doc).await;
    assert_eq!(loaded.trouble, None);
    let seq = screen.keeper.seq(doc).expect("open");
    let history = screen.keeper.steps(doc, seq).await.expect("steps");
    Editor { screen, history }
}

async fn editor(app: &str) -> (Editor, DocId) {
    let screen = Screen::create(app, small()).await;
    let doc = screen.doc;
    let history = History::default();
    (Editor { screen, history }, doc)
}

fn names(history: &History) -> Vec<String> {
    let name = |step: &edit::Done| format!("{:?}", step.edit.label.operation);
    history.applied().map(name).collect()
}

fn edits(steps: &[edit::Done]) -> Vec<&edit::Edit> {
    steps.iter().map(|step| &step.edit).collect()
}

#[wasm_bindgen_test]
async fn k19_steps_are_read_taken_back_and_done_again_after_the_strategy_was_closed() {
    let app = app();
    let (mut editor, doc) = editor(&app).await;
    for title in ["北", "北本", "北本市"] {
        editor.types(title);
    }
    editor.history.seal();
    editor.screen.saved().await;
    editor.types("北本市の計画");
    editor.does(shift::<Goal>(&editor.screen.strategy, Id::new(2), 0).expect("moves"));
    editor.undoes();
    editor.screen.saved().await;
    // A snapshot takes the place of the log; the steps stay.
    editor.screen.keeper.0.compact(doc).await;
    let (before, strategy) = (editor.history.clone(), editor.screen.strategy.clone());
    drop(editor);

    let mut again = open(&app, doc).await;
    assert_eq!(again.screen.strategy, strategy);
    // The tab and what is kept each look at the clock.
    assert_eq!(edits(again.history.done()), edits(before.done()));
    assert_eq!(edits(again.history.undone()), edits(before.undone()));
    assert!(again.history.done().iter().all(|step| step.at.ms > 0));
    again.undoes();
    again.undoes();
    assert_eq!(again.screen.strategy, small());
    again.types("別の名");
    again.screen.saved().await;
    drop(again);
    let last = open(&app, doc).await;
    assert_eq!(
        (last.history.done().len(), last.history.undone().len()),
        (1, 0)
    );
}

#[wasm_bindgen_test]
async fn k19_steps_in_the_journal_of_a_killed_tab_are_steps_too() {
    let app = app();
    let (mut editor, doc) = editor(&app).await;
    editor.types("一");
    editor.history.seal();
    editor.types("二");
    drop(editor);
    let mut again = open(&app, doc).await;
    assert_eq!(again.history.done().len(), 2);
    again.undoes();
    assert_eq!(again.screen.strategy.about().title, "一");
}

#[wasm_bindgen_test]
async fn k19_what_an_app_without_steps_did_parts_the_history_and_can_be_undone_by_nobody() {
    let app = app();
    let (mut editor, doc) = editor(&app).await;
    editor.types("一");
    editor.history.seal();
    editor.screen.saved().await;
    // As an app before this one records it.
    let edit = retitle(&editor.screen.strategy, "二");
    editor.screen.record(edit);
    editor.screen.saved().await;
    editor.history.seal();
    editor.types("三");
    editor.screen.saved().await;
    drop(editor);
    let again = open(&app, doc).await;
    assert_eq!(
        (again.history.earlier().len(), again.history.done().len()),
        (1, 1)
    );
    assert_eq!(names(&again.history).len(), 2);
}

#[wasm_bindgen_test]
async fn k19_steps_that_cannot_be_read_harm_nothing_and_go_with_the_strategy() {
    let app = app();
    let (mut editor, doc) = editor(&app).await;
    editor.types("一");
    editor.history.seal();
    editor.types("二");
    editor.screen.saved().await;
    let strategy = editor.screen.strategy.clone();
    drop(editor);
    let db = Db::open(&app).await.expect("opens");
    let tx = db.writing(&[Store::Edits]).expect("writes");
    tx.put_text(Store::Edits, &pair(&format!("{doc}/steps"), 3.0), "{")
        .expect("puts");
    tx.done().await.expect("writes");
    let again = open(&app, doc).await;
    assert_eq!(again.screen.strategy, strategy);
    assert_eq!(
        again.history.done().len(),
        0,
        "the step after the first is not known"
    );
    assert_eq!(again.history.earlier().len(), 1);
    let keeper = again.screen.keeper.clone();
    drop(again);
    keeper.close_doc(doc).await.expect("closes");
    keeper.trash(doc).await.expect("in the trash");
    keeper.purge(doc).await.expect("gone");
    let tx = db.reading(&[Store::Edits]).expect("reads");
    assert_eq!(tx.keys(Store::Edits, None).await.expect("keys").len(), 0);
}

/// An entry of the log as the app of commit 7307018 wrote it.
const BEFORE: &str = r#"{"tab":"0123456789abcd","first":2,"last":3,"edit":{"did":{"act":{"set":"title"},"kind":"a","title":"第2期総合戦略"},"changes":{"goals":{"g1":{"from":null,"to":null}}}}}"#;

#[wasm_bindgen_test]
async fn k18_a_log_as_an_app_before_wrote_it_opens_whole() {
    let app = app();
    let screen = Screen::create(&app, small()).await;
    let doc = screen.doc;
    let edit = retitle(&screen.strategy, "前のアプリで");
    drop(screen);
    // The shape: tab, first, last, edit, and nothing else.
    let entry = serde_json::json!({
        "tab": "0123456789abcd", "first": 2, "last": 2, "edit": edit,
    });
    let there: serde_json::Value = serde_json::from_str(BEFORE).expect("reads");
    let shape = |value: &serde_json::Value| {
        let object = value.as_object().expect("an object");
        object.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(shape(&entry), shape(&there));
    assert_eq!(shape(&entry["edit"]), shape(&there["edit"]));
    let db = Db::open(&app).await.expect("opens");
    let tx = db.writing(&[Store::Edits]).expect("writes");
    tx.put_text(
        Store::Edits,
        &pair(&doc.to_string(), 2.0),
        &entry.to_string(),
    )
    .expect("puts");
    tx.done().await.expect("writes");
    drop(db);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy.about().title, "前のアプリで");
    assert_eq!(loaded.trouble, None);
}
