//! K21: two copies of the app on one host.

use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::installation::name_in;
use crate::store::local::LocalKey;

const A: &str = "/a/";
const B: &str = "/b/";

fn names(keeper: &Keeper) -> Vec<String> {
    let list = keeper.catalogue().into_iter();
    list.map(|line| line.title).collect()
}

/// Creates a plan and closes it.
async fn made(keeper: &Keeper, title: &str) -> DocId {
    let mut strategy = small();
    retitle(&strategy, title)
        .apply(&mut strategy)
        .expect("fits");
    let doc = keeper.create(strategy).await;
    keeper.close_doc(doc).await.expect("closed");
    doc
}

#[wasm_bindgen_test]
async fn k21_what_was_kept_before_is_of_the_copy_that_is_opened_first() {
    let common = app();
    let old = made(&Keeper::open_as(&common).await, "前から").await;

    let a = Keeper::open_in(&common, A).await;
    assert_eq!(names(&a), ["前から"]);
    let b = Keeper::open_in(&common, B).await;
    assert_eq!(names(&b), [""; 0]);
    assert_eq!(b.open_doc(old, |_| {}).await, Err(Trouble::NotThere));
    let there = Elsewhere {
        folder: A.to_owned(),
        plans: 1,
    };
    assert_eq!((a.elsewhere(), b.elsewhere()), (None, Some(there)));

    let new = made(&b, "乙町").await;
    assert_eq!(names(&a), ["前から"]);
    assert_eq!(a.open_doc(new, |_| {}).await, Err(Trouble::NotThere));
    b.save_settings(&"乙").expect("room");
    assert_eq!(a.settings::<String>(), None);
    b.trash(new).await.expect("thrown away");
    drop((a, b));

    // The other way round, and with localStorage lost, it is the same.
    for key in keys(&format!("{common}/")) {
        LocalStorage::delete(key);
    }
    let b = Keeper::open_in(&common, B).await;
    let a = Keeper::open_in(&common, "/A/").await;
    assert_eq!(
        (names(&a), names(&b)),
        (vec!["前から".into()], vec!["乙町".into()])
    );
    b.purge(new).await.expect("deleted");
    assert_eq!(keys(&format!("{common} ")).len(), 1, "its settings");
}

#[wasm_bindgen_test]
async fn k21_of_two_copies_that_start_at_once_one_gets_what_was_kept_before() {
    let common = app();
    made(&Keeper::open_as(&common).await, "前から").await;
    let start = |folder: &'static str| {
        let common = common.clone();
        future_to_promise(async move {
            let keeper = Keeper::open_in(&common, folder).await;
            Ok(names(&keeper).len().into())
        })
    };
    let both = js_sys::Array::of2(&start(A), &start(B));
    let both = JsFuture::from(js_sys::Promise::all(&both)).await;
    let both = js_sys::Array::from(&both.expect("started"));
    let counts: Vec<_> = both.iter().filter_map(|count| count.as_f64()).collect();
    assert_eq!(counts.iter().sum::<f64>(), 1.0, "{counts:?}");
}

#[wasm_bindgen_test]
async fn k21_an_earlier_app_in_another_tab_goes_on_with_the_copy_that_claimed_its_plans() {
    let common = app();
    let mut earlier = Screen::create(&common, small()).await;
    let a = Keeper::open_in(&common, A).await;
    let b = Keeper::open_in(&common, B).await;
    let loaded = a.open_doc(earlier.doc, |_| {}).await.expect("opens");
    assert_eq!(loaded.role, Role::Reader);
    earlier.retitle("書いている");
    earlier.saved().await;
    let title = || Some(a.strategy(earlier.doc)?.about().title.clone());
    until(|| title().as_deref() == Some("書いている")).await;
    // A strategy made from now on is in the copy that claimed the name, and in no other.
    made(&earlier.keeper, "新しい").await;
    assert_eq!((names(&a).len(), names(&b).len()), (2, 0));
}

#[wasm_bindgen_test]
async fn k21_a_copy_whose_database_does_not_open_keeps_its_name() {
    let common = app();
    let newer = idb::Factory::new().expect("there");
    let newer = newer.open(&common, Some(99)).expect("asked");
    newer.await.expect("opened").close();
    let a = Keeper::open_in(&common, A).await;
    assert!(a.trouble().is_some());
    let mut strategy = small();
    strategy.goals = Default::default();
    a.create(strategy).await;
    drop(a);
    let owner = crate::store::local::Local::new(&common).get::<String>(LocalKey::Owner);
    assert_eq!(owner.as_deref(), Some(A));
    let b = Keeper::open_in(&common, B).await;
    assert_eq!((b.trouble(), names(&b).len()), (None, 0));
    assert_eq!(b.0.app, name_in(&common, B));
    assert_eq!(names(&Keeper::open_in(&common, A).await).len(), 1);
}

#[wasm_bindgen_test]
async fn k23_plans_under_another_spelling_of_the_folder_are_found_and_go_on() {
    let common = app();
    let _first = Keeper::open_in(&common, A).await;
    let earlier = Keeper::open_as(&format!("{common} /%62/")).await;
    let old = made(&earlier, "前の書き方").await;
    drop(earlier);
    for folder in [B, "/%62/", "//b/"] {
        let b = Keeper::open_in(&common, folder).await;
        assert_eq!(names(&b), ["前の書き方"], "{folder}");
        assert!(b.open_doc(old, |_| {}).await.is_ok());
    }
    assert_eq!(names(&Keeper::open_in(&common, "/c/").await), [""; 0]);
}
