//! Two tabs with one strategy.

use wasm_bindgen_test::wasm_bindgen_test;

use super::*;
use crate::tabs::message::{Message, MessageKind};
use strategy::{Goal, Id};

/// A writer and a reader of the same strategy.
async fn two(app: &str) -> (Screen, Screen) {
    let writer = Screen::create(app, small()).await;
    let (reader, loaded) = Screen::open(app, writer.doc).await;
    assert_eq!(loaded.role, Role::Reader);
    assert_eq!(loaded.strategy, writer.strategy);
    (writer, reader)
}

fn role(screen: &Screen) -> Option<Role> {
    screen.keeper.role(screen.doc)
}

#[wasm_bindgen_test]
async fn k9_a_second_tab_reads_along_and_refuses_to_write() {
    let app = app();
    let (mut writer, reader) = two(&app).await;
    let edit = retitle(&reader.strategy, "割り込み");
    let refused = reader.keeper.record(reader.doc, &edit);
    assert_eq!(refused, Err(Trouble::ReadOnly));
    for title in ["一", "二", "三"] {
        writer.retitle(title);
    }
    until(|| reader.title() == "三").await;
    let edits = reader.news.borrow();
    let edits = edits.iter().filter(|news| matches!(news, News::Edit(..)));
    assert_eq!(edits.count(), 3);
    assert_eq!(
        reader.keeper.strategy(reader.doc),
        Some(writer.strategy.clone())
    );
    assert_eq!(reader.troubles(), []);
}

#[wasm_bindgen_test]
async fn k9_a_reader_that_opens_while_edits_are_unsaved_sees_them() {
    let app = app();
    let mut writer = Screen::create(&app, small()).await;
    writer.retitle("まだ");
    let (reader, loaded) = Screen::open(&app, writer.doc).await;
    assert_eq!(loaded.role, Role::Reader);
    assert_eq!(loaded.strategy.about().title, "まだ");
    writer.retitle("次");
    until(|| reader.title() == "次").await;
}

#[wasm_bindgen_test]
async fn k9_a_reader_that_missed_something_reads_again() {
    let app = app();
    let (mut writer, reader) = two(&app).await;
    // The line is cut: the first edit is not heard.
    let (inner, doc) = (&reader.keeper.0, reader.doc);
    inner.change(doc, |open| open.channel = None);
    writer.retitle("一");
    time::sleep(50).await;
    let line = inner.open_channel(doc);
    inner.change(doc, |open| open.channel = line);
    assert_eq!(reader.title(), "第2期総合戦略");
    writer.retitle("二");
    until(|| reader.title() == "二").await;
    assert_eq!(
        reader.keeper.strategy(reader.doc),
        Some(writer.strategy.clone())
    );
}

#[wasm_bindgen_test]
async fn k9_a_change_too_large_to_be_sent_is_read_again() {
    let app = app();
    let (mut writer, reader) = two(&app).await;
    let mut draft = edit::Draft::new(&writer.strategy);
    let goal = writer.strategy.get::<Goal>(Id::new(1)).expect("there");
    for number in 100..800 {
        let mut goal = Goal::clone(goal);
        goal.id = Id::new(number);
        goal.targets.clear();
        draft.add(goal).expect("free");
    }
    let label = edit::EditLabel::to_all(edit::Operation::Import);
    writer.record(draft.finish(label).expect("a change"));
    assert_eq!(keys(&format!("{app}/journal/")).len(), 1);
    assert_eq!(writer.keeper.state(writer.doc), Some(SaveState::Saving));
    let (keeper, doc) = (reader.keeper.clone(), reader.doc);
    until_long(|| keeper.strategy(doc).is_some_and(|s| s.goals.len() == 702)).await;
    writer.retitle("後");
    until(|| reader.title() == "後").await;
    assert_eq!(reader.keeper.strategy(doc), Some(writer.strategy.clone()));
}

#[wasm_bindgen_test]
async fn k9_the_next_in_line_writes_when_the_writer_leaves() {
    let app = app();
    let (mut writer, mut reader) = two(&app).await;
    writer.retitle("未保存");
    drop(writer);
    let (keeper, doc) = (reader.keeper.clone(), reader.doc);
    until_long(|| keeper.role(doc) == Some(Role::Writer)).await;
    until(|| reader.title() == "未保存").await;
    reader.strategy = keeper.strategy(doc).expect("open");
    reader.retitle("続き");
    reader.saved().await;
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
}

#[wasm_bindgen_test]
async fn k10_a_tab_takes_over_and_nothing_is_lost() {
    let app = app();
    let (mut first, mut second) = two(&app).await;
    first.retitle("未保存");
    second
        .keeper
        .take_over(second.doc)
        .await
        .expect("handed over");
    assert_eq!(role(&second), Some(Role::Writer));
    assert_eq!(role(&first), Some(Role::Reader));
    assert_eq!(second.title(), "未保存");
    let edit = retitle(&first.strategy, "もう");
    assert_eq!(
        first.keeper.record(first.doc, &edit),
        Err(Trouble::ReadOnly)
    );
    second.strategy = second.keeper.strategy(second.doc).expect("open");
    second.retitle("引き継いだ");
    until(|| first.title() == "引き継いだ").await;
    second.saved().await;
    until(|| first.troubles() == [Trouble::TakenOver]).await;
    // And back again.
    first
        .keeper
        .take_over(first.doc)
        .await
        .expect("handed over");
    assert_eq!(role(&first), Some(Role::Writer));
    assert_eq!(role(&second), Some(Role::Reader));
    assert_eq!(first.title(), "引き継いだ");
}

#[wasm_bindgen_test]
async fn k10_who_hands_over_records_what_is_typed_and_takes_no_more_in_the_same_turn() {
    let app = app();
    let (first, second) = two(&app).await;
    let doc = first.doc;
    // The page: on the last word it records what stands in a field, as leaving the field does.
    let said = Rc::new(RefCell::new(Vec::new()));
    first.keeper.watch({
        let (keeper, said, edit) = (
            first.keeper.clone(),
            said.clone(),
            retitle(&first.strategy, "打ちかけ"),
        );
        move |news| match news {
            News::HandingOver(_) => said.borrow_mut().push(keeper.record(doc, &edit)),
            News::Role(_, Role::Reader) => {
                let more = retitle(&keeper.strategy(doc).expect("open"), "遅れて");
                said.borrow_mut().push(keeper.record(doc, &more));
            }
            _ => {}
        }
    });
    second.keeper.take_over(doc).await.expect("handed over");
    assert_eq!(second.title(), "打ちかけ");
    let said = said.borrow();
    assert_eq!(said[..2], [Ok(()), Err(Trouble::ReadOnly)]);
    until(|| first.title() == "打ちかけ").await;
    drop(said);
    first.keeper.watch(|_| {});
}

#[wasm_bindgen_test]
async fn k10_a_tab_that_lost_the_lock_while_it_was_blocked_does_not_go_on_saving() {
    let app = app();
    let (mut first, second) = two(&app).await;
    first.retitle("途中");
    first.keeper.0.change(first.doc, |open| {
        open.channel = None;
        open.timer = None;
    });
    assert_eq!(first.keeper.state(first.doc), Some(SaveState::Saving));
    second.keeper.take_over(second.doc).await.expect("taken");
    until(|| role(&first) == Some(Role::Reader)).await;
    let news = first.news.borrow();
    let states = news.iter().filter_map(|news| match news {
        News::State(_, state) => Some(state.clone()),
        _ => None,
    });
    assert!(matches!(states.last(), Some(SaveState::Saved(_))));
}

#[wasm_bindgen_test]
async fn k10_a_tab_that_does_not_answer_loses_the_lock_but_not_its_edits() {
    let app = app();
    let (mut first, second) = two(&app).await;
    first.retitle("控えにある");
    // It hangs: it neither hears nor saves.
    first.keeper.0.change(first.doc, |open| open.channel = None);
    first.keeper.0.change(first.doc, |open| open.timer = None);
    second.keeper.take_over(second.doc).await.expect("taken");
    assert_eq!(role(&second), Some(Role::Writer));
    assert_eq!(second.title(), "控えにある");
    second.saved().await;
    // It wakes up, and hears that it lost the lock.
    until(|| role(&first) == Some(Role::Reader)).await;
    until(|| first.troubles().contains(&Trouble::TakenOver)).await;
    assert_eq!(second.keeper.asides().await, Ok(Vec::new()));
    assert_eq!(keys(&format!("{app}/journal/")), [""; 0]);
}

/// A screen that writes, and another tab that writes too without the lock being lost: a lock that failed to work.
async fn two_writers(app: &str) -> (Screen, Keeper) {
    let mut first = Screen::create(app, small()).await;
    first.retitle("一");
    first.saved().await;
    let other = Keeper::open_as(app).await;
    let claimed = other.0.read(first.doc, true, &|_| {}).await;
    claimed.expect("claims");
    (first, other)
}

#[wasm_bindgen_test]
async fn k10_the_database_fences_off_who_is_no_longer_the_writer() {
    let app = app();
    let (mut first, other) = two_writers(&app).await;
    first.retitle("二");
    let state = first.keeper.flush(first.doc).await;
    assert_eq!(role(&first), Some(Role::Reader), "{state:?}");
    assert_eq!(first.troubles(), [Trouble::TakenOver]);
    assert_eq!(
        keys(&format!("{app}/journal/")).len(),
        1,
        "it is in the journal"
    );
    // Nobody has the lock, so it is given back, and the journal is replayed.
    let keeper = first.keeper.clone();
    until_long(|| keeper.role(first.doc) == Some(Role::Writer)).await;
    first.saved().await;
    assert_eq!(first.title(), "二");
    assert_eq!(other.asides().await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn k10_what_was_in_no_journal_is_set_aside_by_who_loses_the_lock() {
    let app = app();
    let (mut first, other) = two_writers(&app).await;
    let filled = super::journal::Filled::up();
    first.retitle("控えなし");
    drop(filled);
    first.keeper.flush(first.doc).await;
    let (news, keeper) = (first.news.clone(), first.keeper.clone());
    until(|| {
        let told = News::Trouble(Some(first.doc), Trouble::EditsSetAside(1));
        news.borrow().contains(&told)
    })
    .await;
    let asides = keeper.asides().await.expect("a list");
    let bytes = keeper.aside_bytes(&asides[0]).await.expect("bytes");
    assert!(String::from_utf8_lossy(&bytes).contains("控えなし"));
}

#[wasm_bindgen_test]
async fn k11_an_older_tab_stops_writing_when_it_hears_of_a_newer_one() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let newer = Message {
        tab: "newer".into(),
        app: "9.0.0".into(),
        file: json::VERSION + 1,
        says: MessageKind::Where,
    };
    let line = web_sys::BroadcastChannel::new(&format!("{app}/{}", screen.doc)).expect("a line");
    screen.retitle("控えにある");
    line.post_message(&newer.text(None).expect("writes").into())
        .expect("said");
    until(|| role(&screen) == Some(Role::Reader)).await;
    line.close();
    assert!(screen.troubles().contains(&Trouble::Outdated));
    let state = screen.keeper.state(screen.doc);
    assert_eq!(state, Some(SaveState::JournalOnly(Trouble::Outdated)));
    let edit = retitle(&screen.strategy, "もう");
    assert_eq!(
        screen.keeper.record(screen.doc, &edit),
        Err(Trouble::ReadOnly)
    );
    // The newer one replays what the older had not saved.
    let (_, loaded) = Screen::open(&app, screen.doc).await;
    assert_eq!(loaded.role, Role::Writer);
    assert_eq!(loaded.strategy.about().title, "控えにある");
}

#[wasm_bindgen_test]
async fn k11_a_newer_database_closes_the_older_tab() {
    let app = app();
    let mut screen = Screen::create(&app, small()).await;
    let newer = idb::Factory::new()
        .expect("there")
        .open(&app, Some(99))
        .expect("asked");
    newer.await.expect("not blocked").close();
    screen.retitle("控えにある");
    screen.keeper.flush(screen.doc).await;
    let state = screen.keeper.state(screen.doc);
    assert_eq!(state, Some(SaveState::JournalOnly(Trouble::Outdated)));
    assert_eq!(role(&screen), Some(Role::Reader));
    assert_eq!(keys(&format!("{app}/journal/")).len(), 1);

    // Loaded again, it finds no tab to speak of: its app is too old, and knows nothing of what is there.
    let again = Keeper::open_as(&app).await;
    assert_eq!(again.trouble(), Some(Trouble::DatabaseNewer));
    let opened = again.open_doc(screen.doc, |_| {}).await;
    assert_eq!(opened, Err(Trouble::DatabaseNewer));
    assert_eq!(
        again.recovery(screen.doc).await,
        Err(Trouble::DatabaseNewer)
    );
    // A strategy made there all the same is in the journal.
    let doc = again.create(small()).await;
    let state = again.state(doc);
    assert_eq!(state, Some(SaveState::JournalOnly(Trouble::DatabaseNewer)));
}

/// Takes Web Locks away, as plain http does, until dropped.
struct NoLocks;

impl NoLocks {
    fn here() -> Self {
        js_sys::eval(
            "Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })",
        )
        .expect("defines");
        Self
    }
}

impl Drop for NoLocks {
    fn drop(&mut self) {
        let _ = js_sys::eval("delete navigator.locks");
    }
}

#[wasm_bindgen_test]
async fn k9_without_web_locks_a_heartbeat_keeps_the_lock() {
    let _no_locks = NoLocks::here();
    let app = app();
    let (mut first, mut second) = two(&app).await;
    assert_eq!(keys(&format!("{app}/writer/")).len(), 1);
    first.retitle("一");
    until(|| second.title() == "一").await;
    second
        .keeper
        .take_over(second.doc)
        .await
        .expect("handed over");
    assert_eq!(
        (role(&first), role(&second)),
        (Some(Role::Reader), Some(Role::Writer))
    );
    second.strategy = second.keeper.strategy(second.doc).expect("open");
    second.retitle("二");
    until(|| first.title() == "二").await;
    second.saved().await;
    drop(second);
    let keeper = first.keeper.clone();
    until_long(|| keeper.role(first.doc) == Some(Role::Writer)).await;
    assert_eq!(first.title(), "二");
    drop((first, keeper));
    // It may still be reading what it writes from now on.
    until_long(|| keys(&format!("{app}/writer/")).is_empty()).await;
}

#[wasm_bindgen_test]
async fn k12_every_tab_that_has_it_open_is_told_of_the_trash() {
    let app = app();
    let (mut writer, reader) = two(&app).await;
    let list = Keeper::open_as(&app).await;
    let told = |screen: &Screen, trashed| {
        let news = News::Trashed(screen.doc, trashed);
        screen.news.borrow().contains(&news)
    };
    list.trash(writer.doc).await.expect("thrown away");
    until(|| told(&writer, true) && told(&reader, true)).await;
    // An edit that was under way is kept.
    writer.retitle("打ちかけ");
    writer.saved().await;
    assert!(list.is_trashed(writer.doc));
    let (third, _) = Screen::open(&app, writer.doc).await;
    assert!(third.keeper.is_trashed(writer.doc));

    reader.keeper.restore(reader.doc).await.expect("back");
    let all = [&writer, &reader, &third];
    until(|| all.iter().all(|screen| told(screen, false))).await;
    writer.saved().await;
    assert!(!list.is_trashed(writer.doc));
    assert_eq!(list.look_at(writer.doc).await, Ok(writer.strategy.clone()));
}
