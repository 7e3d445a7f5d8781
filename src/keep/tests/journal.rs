//! A tab that dies, and stores that refuse.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;

#[wasm_bindgen_test]
async fn k1_what_was_typed_survives_a_killed_tab() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    for title in ["北", "北本", "北本市"] {
        screen.retitle(title);
    }
    let (doc, strategy) = (screen.doc, screen.strategy.clone());
    screen.die();
    assert_eq!(keys(&format!("{app}/journal/")).len(), 3);
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.replayed, 3);
    assert_eq!(loaded.strategy, strategy);
    screen.saved().await;
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
    drop(screen);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.replayed, 0);
    assert_eq!(loaded.strategy, strategy);
}

#[wasm_bindgen_test]
async fn k3_a_journal_that_was_not_cleared_is_not_replayed_twice() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    screen.retitle("二");
    let key = keys(&format!("{app}/journal/")).remove(0);
    let text = LocalStorage::raw()
        .get_item(&key)
        .ok()
        .flatten()
        .expect("there");
    screen.saved().await;
    screen.retitle("一");
    screen.saved().await;
    let (doc, strategy) = (screen.doc, screen.strategy.clone());
    drop(screen);
    // The tab died between the database and the journal.
    LocalStorage::raw().set_item(&key, &text).expect("room");
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(screen.keeper.asides().await, Ok(Vec::new()));
    assert_eq!(loaded.trouble, None);
    assert_eq!(loaded.replayed, 0);
    assert_eq!(loaded.strategy, strategy);
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
}

#[wasm_bindgen_test]
async fn k3_a_journal_entry_that_does_not_fit_is_set_aside_and_told() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let (doc, before) = (screen.doc, screen.strategy.clone());
    screen.retitle("本当");
    screen.saved().await;
    drop(screen);
    let stray = Entry {
        file: json::VERSION,
        tab: "stray".into(),
        first: 9,
        last: 9,
        edit: retitle(&before, "迷子"),
        at: None,
        way: None,
    };
    let text = serde_json::to_string(&stray).expect("writes");
    let raw = LocalStorage::raw();
    raw.set_item(&format!("{app}/journal/{doc}/stray/9"), &text)
        .expect("room");
    raw.set_item(&format!("{app}/journal/{doc}/stray/10"), "{")
        .expect("room");
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy.about().title, "本当");
    assert_eq!(loaded.trouble, Some(Trouble::EditsSetAside(2)));
    let asides = screen.keeper.asides().await.expect("a list");
    assert_eq!(asides.len(), 1);
    assert_eq!(asides[0].what, AsideKind::Edits);
    assert_eq!(asides[0].title, "本当");
    let bytes = screen.keeper.aside_bytes(&asides[0]).await.expect("bytes");
    let lines = String::from_utf8(bytes).expect("text");
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["{", text.as_str()]);
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
}

/// Fills localStorage to the last character.
pub struct Filled(Vec<String>);

impl Filled {
    pub fn up() -> Self {
        let raw = LocalStorage::raw();
        let mut used = Vec::new();
        let mut size = 1 << 20;
        while size > 0 {
            // A long name would leave room for an entry with a shorter one.
            let key = format!("~{}", used.len());
            if raw.set_item(&key, &"あ".repeat(size)).is_ok() {
                used.push(key);
            } else {
                size /= 2;
            }
        }
        Self(used)
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        for key in &self.0 {
            LocalStorage::delete(key);
        }
    }
}

#[wasm_bindgen_test]
async fn k8_when_localstorage_is_full_the_database_still_saves_and_it_is_told() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let filled = Filled::up();
    screen.retitle("一");
    screen.retitle("二");
    assert_eq!(screen.troubles(), [Trouble::LocalFull]);
    assert_eq!(screen.keeper.state(screen.doc), Some(SaveState::Saving));
    screen.saved().await;
    assert!(screen.keeper.save_settings(&"広".repeat(100)).is_err());
    let (doc, strategy) = (screen.doc, screen.strategy.clone());
    assert_eq!(screen.keeper.catalogue().len(), 1);
    drop(filled);
    drop(screen);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.strategy, strategy);
}

#[wasm_bindgen_test]
async fn k8_a_strategy_made_while_localstorage_is_full_is_listed_and_it_is_told_from_the_start() {
    let app = app();
    let filled = Filled::up();
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.trouble(), Some(Trouble::LocalFull));
    keeper.create(small()).await;
    assert_eq!(keeper.catalogue()[0].title, "第2期総合戦略");
    drop(keeper);
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.catalogue().len(), 1, "read from the database");
    drop(filled);
}

/// Takes IndexedDB away, as some private windows do, until dropped.
struct NoDatabase;

impl NoDatabase {
    fn here() -> Self {
        js_sys::eval(
            "window.kept = Object.getOwnPropertyDescriptor(window, 'indexedDB');
             Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true })",
        )
        .expect("defines");
        Self
    }
}

impl Drop for NoDatabase {
    fn drop(&mut self) {
        let _ = js_sys::eval("Object.defineProperty(window, 'indexedDB', window.kept)");
    }
}

#[wasm_bindgen_test]
async fn k8_without_a_database_the_journal_keeps_and_says_so() {
    let app = app();
    let no_database = NoDatabase::here();
    let keeper = Keeper::open_as(&app).await;
    assert_eq!(keeper.trouble(), Some(Trouble::DatabaseOff));
    let doc = keeper.create(small()).await;
    let only_journal = Some(SaveState::JournalOnly(Trouble::DatabaseOff));
    assert_eq!(keeper.state(doc), only_journal);
    let edit = retitle(&small(), "控え");
    keeper.record(doc, &edit).expect("recorded");
    assert_eq!(keeper.state(doc), only_journal);
    assert_eq!(keeper.flush(doc).await, only_journal);
    drop(keeper);
    drop(no_database);
    let (screen, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.replayed, 2);
    assert_eq!(loaded.strategy.about().title, "控え");
    screen.saved().await;
    assert_eq!(screen.troubles(), []);
    drop(screen);
    let (_, loaded) = Screen::open(&app, doc).await;
    assert_eq!(loaded.replayed, 0);
    assert_eq!(loaded.strategy.about().title, "控え");
}

#[wasm_bindgen_test]
async fn k8_with_neither_store_it_is_said_that_nothing_is_kept() {
    let app = app();
    let no_database = NoDatabase::here();
    let filled = Filled::up();
    let keeper = Keeper::open_as(&app).await;
    let doc = keeper.create(small()).await;
    let state = keeper.state(doc);
    assert_eq!(state, Some(SaveState::Failed(Trouble::DatabaseOff)));
    assert_eq!(keeper.close_doc(doc).await, Err(Trouble::DatabaseOff));
    // The database comes back while the strategy is still on the screen.
    drop(no_database);
    assert!(matches!(keeper.flush(doc).await, Some(SaveState::Saved(_))));
    drop(filled);
    assert_eq!(keeper.close_doc(doc).await, Ok(()));
}
