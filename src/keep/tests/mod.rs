//! Tests of the keeper in a real browser. Every test has stores of its own.

mod cover;
mod damage;
mod files;
mod history;
mod installation;
mod journal;
mod large;
mod lifecycle;
mod older;
mod other;
mod saving;
mod tabs;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage};

use super::*;
use crate::clock;
use browser::{random_id, time};
use edit::{Edit, Field, set};
use format::json;
use strategy::{About, Strategy};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// A name for stores that no other test uses.
fn app() -> String {
    format!("test-{:x}", random_id())
}

/// A small strategy.
fn small() -> Strategy {
    json::read(
        r#"{
            "format": "michishirube", "version": 2,
            "title": "第2期総合戦略", "town": { "name": "北本市" },
            "period": { "first": 2022, "last": 2025 },
            "goals": [
                { "id": "g1", "title": "若い世代の希望を叶える", "measures": [
                    { "id": "m1", "title": "子育て", "initiatives": [{ "id": "i1", "title": "相談" }] }
                ] },
                { "id": "g2", "title": "働く" }
            ],
            "indicators": [{ "id": "k1", "name": "合計特殊出生率", "series": [{ "id": "r1" }] }]
        }"#
        .as_bytes(),
    )
    .expect("reads")
}

/// An edit that gives the strategy another title.
fn retitle(strategy: &Strategy, title: &str) -> Edit {
    set(strategy, About::ID, Field::Title, |about| {
        about.title = title.into();
    })
    .expect("a change")
}

/// The app's side: the strategy on the screen, and what it was told.
struct Screen {
    keeper: Keeper,
    doc: DocId,
    strategy: Strategy,
    news: Rc<RefCell<Vec<News>>>,
}

impl Screen {
    async fn create(app: &str, strategy: Strategy) -> Self {
        let keeper = Keeper::open_as(app).await;
        assert_eq!(keeper.trouble(), None);
        let news = listen(&keeper);
        let doc = keeper.create(strategy.clone()).await;
        Self {
            keeper,
            doc,
            strategy,
            news,
        }
    }

    async fn open(app: &str, doc: DocId) -> (Self, Loaded) {
        let keeper = Keeper::open_as(app).await;
        let news = listen(&keeper);
        let loaded = keeper.open_doc(doc, |_| {}).await.expect("opens");
        let screen = Self {
            keeper,
            doc,
            strategy: loaded.strategy.clone(),
            news,
        };
        (screen, loaded)
    }

    /// The tab dies at once: nothing that it had under way is done any more.
    fn die(self) {
        self.keeper.0.docs.borrow_mut().clear();
    }

    fn record(&mut self, edit: Edit) {
        edit.apply(&mut self.strategy).expect("fits");
        self.keeper.record(self.doc, &edit).expect("recorded");
    }

    fn retitle(&mut self, title: &str) {
        self.record(retitle(&self.strategy, title));
    }

    fn title(&self) -> String {
        self.keeper
            .strategy(self.doc)
            .map(|strategy| strategy.about().title.clone())
            .unwrap_or_default()
    }

    async fn saved(&self) {
        let state = self.keeper.flush(self.doc).await;
        assert!(matches!(state, Some(SaveState::Saved(_))), "{state:?}");
    }

    fn troubles(&self) -> Vec<Trouble> {
        let news = self.news.borrow();
        news.iter()
            .filter_map(|news| match news {
                News::Trouble(_, trouble) => Some(trouble.clone()),
                _ => None,
            })
            .collect()
    }
}

fn listen(keeper: &Keeper) -> Rc<RefCell<Vec<News>>> {
    let news = Rc::new(RefCell::new(Vec::new()));
    keeper.watch({
        let news = news.clone();
        move |one| news.borrow_mut().push(one.clone())
    });
    news
}

/// Waits until something is so, two seconds at most.
async fn until(what: impl Fn() -> bool) {
    wait(what, 100).await;
}

/// The same, ten seconds at most.
async fn until_long(what: impl Fn() -> bool) {
    wait(what, 500).await;
}

async fn wait(what: impl Fn() -> bool, times: u32) {
    for _ in 0..times {
        if what() {
            return;
        }
        time::sleep(20).await;
    }
    panic!("it did not become so");
}

/// The keys in localStorage that begin so.
fn keys(start: &str) -> Vec<String> {
    let raw = LocalStorage::raw();
    (0..LocalStorage::length())
        .filter_map(|index| raw.key(index).ok().flatten())
        .filter(|key| key.starts_with(start))
        .collect()
}
