//! Files outside. The browser's own private file system stands in for the disk: it has the same handles,
//! and asks nobody.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::file::place::FilePlace;
use browser::files;

async fn run(script: &str) -> JsValue {
    let promise = js_sys::eval(script).expect("runs");
    JsFuture::from(js_sys::Promise::resolve(&promise))
        .await
        .expect("works")
}

/// A file, by name.
async fn file(name: &str) -> FilePlace {
    let script = format!(
        "navigator.storage.getDirectory().then(d => d.getFileHandle('{name}', {{ create: true }}))"
    );
    FilePlace::new(run(&script).await.unchecked_into(), None)
}

/// Someone else writes into it.
async fn meddle(name: &str, text: &str) {
    run(&format!(
        "navigator.storage.getDirectory().then(d => d.getFileHandle('{name}'))
            .then(f => f.createWritable())
            .then(w => w.write('{text}').then(() => w.close()))"
    ))
    .await;
}

async fn content(place: &FilePlace) -> Strategy {
    let other = FilePlace::new(place.handle.clone(), None);
    json::read(&other.read().await.expect("reads")).expect("a strategy")
}

#[wasm_bindgen_test]
async fn k16_a_file_is_written_read_back_and_not_written_over_when_someone_changed_it() {
    let name = app();
    let place = file(&name).await;
    assert_eq!(place.name(), name);
    assert!(place.is_allowed(false).await);
    let parcel = Parcel::of(&small()).await;
    place.write(&parcel).await.expect("written");
    assert_eq!(content(&place).await, small());
    place.write(&parcel).await.expect("written again");
    meddle(&name, "someone else").await;
    assert_eq!(place.is_changed().await, Ok(true));
    assert_eq!(place.write(&parcel).await, Err(Trouble::FileChanged));
    assert_eq!(place.read().await, Ok(b"someone else".to_vec()));
    // A file that was read counts as seen: the user has decided.
    place.write(&parcel).await.expect("written");
    assert_eq!(content(&place).await, small());
    run(&format!(
        "navigator.storage.getDirectory().then(d => d.removeEntry('{name}'))"
    ))
    .await;
    assert_eq!(place.write(&parcel).await, Err(Trouble::FileGone));
}

#[wasm_bindgen_test]
async fn a_strategy_is_saved_into_its_file_and_the_next_session_knows_it() {
    let app = app();
    let place = file(&app).await;
    let mut screen = Screen::create(&app, small()).await;
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    assert_eq!(keeper.file_state(doc), FileState::NoFile);
    keeper.set_place(doc, place.clone()).await.expect("saved");
    assert!(matches!(keeper.file_state(doc), FileState::Saved(_)));
    screen.retitle("一");
    assert_eq!(keeper.file_state(doc), FileState::Unsaved);
    until_long(|| matches!(keeper.file_state(doc), FileState::Saved(_))).await;
    assert_eq!(content(&place).await, screen.strategy);
    drop((screen, keeper));

    let (mut screen, _) = Screen::open(&app, doc).await;
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    assert!(matches!(keeper.file_state(doc), FileState::Saved(_)));
    meddle(&app, "someone else").await;
    screen.retitle("二");
    let changed = FileState::Failed(Trouble::FileChanged);
    until_long(|| keeper.file_state(doc) == changed).await;
    screen.saved().await;
    drop((screen, keeper));

    // It is known as soon as the next session opens.
    let (screen, _) = Screen::open(&app, doc).await;
    let (keeper, doc) = (screen.keeper.clone(), screen.doc);
    until(|| keeper.file_state(doc) == changed).await;
    assert_eq!(keeper.read_place(doc).await, Ok(b"someone else".to_vec()));
    keeper.save_to_place(doc).await.expect("decided");
    assert_eq!(content(&place).await, screen.strategy);
    keeper.forget_place(doc).await.expect("forgotten");
    drop((screen, keeper));
    let (screen, _) = Screen::open(&app, doc).await;
    assert_eq!(screen.keeper.file_state(doc), FileState::NoFile);
}

#[wasm_bindgen_test]
async fn a_file_that_was_chosen_gives_its_bytes() {
    let parts = js_sys::Array::of1(&"町の計画".into());
    let chosen = web_sys::File::new_with_str_sequence(&parts, "計画.json").expect("a file");
    let bytes = crate::file::parcel::read(&chosen).await;
    assert_eq!(bytes, Ok("町の計画".as_bytes().to_vec()));
}

/// Puts something in the place of a function of the browser, until dropped.
struct Instead(&'static str);

impl Instead {
    fn of(what: &'static str, by: &str) -> Self {
        js_sys::eval(&format!("{what} = {by}")).expect("puts");
        Self(what)
    }
}

impl Drop for Instead {
    fn drop(&mut self) {
        let _ = js_sys::eval(&format!("delete {}", self.0));
    }
}

#[wasm_bindgen_test]
async fn files_are_chosen_or_not() {
    let click = Instead::of(
        "HTMLInputElement.prototype.click",
        "function () {
            const chosen = new DataTransfer();
            for (const name of ['一.json', '二.json']) chosen.items.add(new File([name], name));
            this.files = chosen.files;
            this.dispatchEvent(new Event('change'));
        }",
    );
    let files = files::choose(".json", true).await;
    let names: Vec<String> = files.iter().map(web_sys::File::name).collect();
    assert_eq!(names, ["一.json", "二.json"]);
    drop(click);
    let _click = Instead::of(
        "HTMLInputElement.prototype.click",
        "function () { this.dispatchEvent(new Event('cancel')) }",
    );
    assert!(files::choose(".json", false).await.is_empty());
}

#[wasm_bindgen_test]
async fn a_change_of_mind_is_no_error() {
    let threw = |name: &str| format!("() => Promise.reject(new DOMException('', '{name}'))");
    for (what, told) in [
        (threw("AbortError"), Ok(true)),
        (threw("NotAllowedError"), Err(Trouble::FileDenied)),
        (threw("SecurityError"), Err(Trouble::FileDenied)),
        ("undefined".to_owned(), Err(Trouble::Unsupported)),
    ] {
        js_sys::eval(&format!("window.showSaveFilePicker = {what}")).expect("puts");
        let none = |chosen: Option<FilePlace>| chosen.is_none();
        assert_eq!(FilePlace::choose_new("計画.json").await.map(none), told);
    }
}

#[wasm_bindgen_test]
async fn a_file_chosen_as_the_place_can_be_written() {
    let name = app();
    js_sys::eval(&format!(
        "window.showSaveFilePicker = options => navigator.storage.getDirectory()
            .then(d => d.getFileHandle('{name}' + options.suggestedName, {{ create: true }}))"
    ))
    .expect("puts");
    let chosen = FilePlace::choose_new(".json").await.expect("works");
    let place = chosen.expect("chosen");
    assert_eq!(place.name(), format!("{name}.json"));
    place
        .write(&Parcel::of(&small()).await)
        .await
        .expect("written");
    assert_eq!(content(&place).await, small());
}
