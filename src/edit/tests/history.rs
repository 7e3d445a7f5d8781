//! E6 and E7: the steps a person can take back.

use edit::{Changes, Edit, Field, History, StepRole};
use strategy::Moment;
use strategy::*;
use words::Say;

fn titled(title: &str) -> Strategy {
    let mut strategy = Strategy::default();
    let about = About {
        title: title.into(),
        ..About::default()
    };
    strategy.about.insert(about);
    strategy
}

fn typed(strategy: &Strategy, title: &str) -> Edit {
    edit::set(strategy, About::ID, Field::Title, |a| {
        a.title = title.into()
    })
    .unwrap()
}

fn noted(strategy: &Strategy, note: &str) -> Edit {
    edit::set(strategy, About::ID, Field::Note, |a| a.note = note.into()).unwrap()
}

struct Editor {
    now: Strategy,
    history: History,
}

impl Editor {
    fn new() -> Self {
        Self {
            now: titled("町"),
            history: History::default(),
        }
    }

    fn kind(&mut self, title: &str) {
        let edit = typed(&self.now, title);
        self.history
            .commit(&mut self.now, edit, Moment::default())
            .unwrap();
    }

    fn note(&mut self, note: &str) {
        let edit = noted(&self.now, note);
        self.history
            .commit(&mut self.now, edit, Moment::default())
            .unwrap();
    }

    fn undo(&mut self) -> String {
        self.history.undo(&mut self.now).unwrap();
        self.now.about().title.clone()
    }

    fn steps(&self) -> (usize, usize) {
        (self.history.done().len(), self.history.undone().len())
    }
}

#[test]
fn e6_typing_on_in_one_field_is_one_step() {
    let mut editor = Editor::new();
    for title in ["町の", "町の計", "町の計画"] {
        editor.kind(title);
    }
    assert_eq!(editor.steps(), (1, 0));
    assert_eq!(editor.undo(), "町");
    editor.history.redo(&mut editor.now).unwrap();
    assert_eq!(editor.now.about().title, "町の計画");
}

#[test]
fn e6_leaving_the_field_begins_a_new_step() {
    let mut editor = Editor::new();
    editor.kind("a");
    editor.history.seal();
    editor.kind("b");
    editor.note("c");
    editor.kind("d");
    assert_eq!(editor.steps(), (4, 0));
    assert_eq!(editor.undo(), "b");
    assert_eq!(editor.undo(), "b");
    assert_eq!(editor.undo(), "a");
    assert_eq!(editor.undo(), "町");
}

#[test]
fn e5_typing_back_to_what_was_there_leaves_no_step() {
    let mut editor = Editor::new();
    editor.kind("町の");
    editor.kind("町");
    assert_eq!(editor.steps(), (0, 0));
    assert!(edit::set(&editor.now, About::ID, Field::Title, |_| {}).is_err());
}

#[test]
fn e6_what_was_typed_away_is_not_joined_to_the_step_before() {
    let mut editor = Editor::new();
    editor.kind("a");
    editor.history.seal();
    editor.kind("ab");
    editor.kind("a");
    editor.kind("ax");
    assert_eq!(editor.steps(), (2, 0));
    assert_eq!(editor.undo(), "a");
    assert_eq!(editor.undo(), "町");
}

#[test]
fn e6_the_same_field_of_another_record_is_another_step() {
    let mut editor = Editor::new();
    for id in [1, 2] {
        let lane = Lane {
            id: Id::new(id),
            ..Default::default()
        };
        let edit = edit::add(&editor.now, lane, 0).unwrap();
        editor
            .history
            .commit(&mut editor.now, edit, Moment::default())
            .unwrap();
    }
    for id in [1, 2, 1, 1] {
        let long = |l: &mut Lane| l.title.push('x');
        let edit = edit::set(&editor.now, Id::new(id), Field::Title, long).unwrap();
        editor
            .history
            .commit(&mut editor.now, edit, Moment::default())
            .unwrap();
    }
    assert_eq!(editor.steps(), (5, 0));
}

#[test]
fn e7_a_new_edit_drops_what_could_be_done_again() {
    let mut editor = Editor::new();
    editor.kind("a");
    editor.history.seal();
    editor.kind("b");
    assert_eq!(editor.undo(), "a");
    assert_eq!(editor.steps(), (1, 1));
    // Moving about, and leaving a field, drop nothing.
    editor.history.seal();
    assert_eq!(editor.steps(), (1, 1));
    editor.note("c");
    assert_eq!(editor.steps(), (2, 0));
    assert!(editor.history.redo(&mut editor.now).unwrap().is_none());
    // Typing after an undo does not join the typing before it.
    editor.kind("d");
    assert_eq!(editor.undo(), "a");
    editor.kind("e");
    assert_eq!(editor.steps(), (3, 0));
}

#[test]
fn e1_a_step_that_no_longer_fits_stays_in_the_history() {
    let mut editor = Editor::new();
    editor.kind("a");
    let elsewhere = typed(&editor.now, "別の画面");
    elsewhere.apply(&mut editor.now).unwrap();
    let why = editor.history.undo(&mut editor.now).unwrap_err();
    assert!(why.say().contains("別の変更"));
    assert_eq!(editor.now.about().title, "別の画面");
    assert_eq!(editor.steps(), (1, 0));
    elsewhere.reverse().apply(&mut editor.now).unwrap();
    assert_eq!(editor.undo(), "町");
}

/// Does at random what a person does, and writes down what is kept of it.
#[test]
fn e30_steps_told_again_make_the_same_history() {
    for seed in 0..200_u64 {
        let mut editor = Editor::new();
        let mut kept: Vec<(StepRole, Edit)> = Vec::new();
        let mut dice = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for turn in 0..30 {
            dice = dice.rotate_left(11).wrapping_mul(0xbf58_476d_1ce4_e5b9) ^ turn;
            match dice % 6 {
                0 => kept.extend(
                    editor
                        .history
                        .undo(&mut editor.now)
                        .unwrap()
                        .map(|e| (StepRole::Undo, e)),
                ),
                1 => kept.extend(
                    editor
                        .history
                        .redo(&mut editor.now)
                        .unwrap()
                        .map(|e| (StepRole::Redo, e)),
                ),
                2 => editor.history.seal(),
                nth => {
                    let text = format!("{}", dice % 3);
                    let change = |a: &mut About| match nth {
                        3 => a.note = text.clone(),
                        _ => a.title = text.clone(),
                    };
                    let field = if nth == 3 { Field::Note } else { Field::Title };
                    if let Ok(edit) = edit::set(&editor.now, About::ID, field, change) {
                        let way =
                            editor
                                .history
                                .commit(&mut editor.now, edit.clone(), Moment::default());
                        kept.extend(way.unwrap().map(|way| (way, edit)));
                    }
                }
            }
        }
        let mut again = History::default();
        for (way, edit) in kept {
            again.tell(way, edit, Moment::default());
        }
        assert_eq!(again.done(), editor.history.done(), "seed {seed}");
        assert_eq!(again.undone(), editor.history.undone(), "seed {seed}");
    }
}

#[test]
fn e30_what_was_done_before_a_gap_can_be_read_and_not_taken_back() {
    let mut editor = Editor::new();
    editor.kind("a");
    editor.history.part();
    editor.note("b");
    assert_eq!(editor.history.applied().count(), 2);
    editor.undo();
    assert!(editor.history.undo(&mut editor.now).unwrap().is_none());
    assert_eq!(editor.now.about().title, "a");
}

#[test]
fn e31_changes_prevail_over_what_is_missing_but_leave_no_flaw() {
    let start = titled("町");
    let mut whole = start.clone();
    let missing = typed(&whole, "失われた名");
    missing.apply(&mut whole).unwrap();
    let later = noted(&whole, "あとの備考");
    let mut now = start.clone();
    assert!(later.apply(&mut now).is_err());
    assert!(later.changes.prevail(&mut now));
    later.apply(&mut whole).unwrap();
    assert_eq!(now, whole);

    let read = |goals: &str| {
        let text = format!(
            r#"{{"format":"michishirube","version":2,"title":"町","town":{{"name":"町"}},"period":{{"first":2025,"last":2029}},"goals":[{goals}]}}"#
        );
        format::json::read(text.as_bytes()).unwrap()
    };
    let (mut nothing, goal) = (read(""), read(r#"{"id":"g1","title":"目標"}"#));
    let measure = read(r#"{"id":"g1","title":"目標","measures":[{"id":"m1","title":"施策"}]}"#);
    assert!(!Changes::between(&goal, &measure).prevail(&mut nothing));
    assert_eq!(nothing, read(""));
}

#[test]
fn e32_an_edit_given_back_changes_its_fields_and_leaves_what_was_done_since() {
    let start = titled("町");
    let lost = noted(&start, "失われた備考");
    let mut now = start.clone();
    typed(&now, "あとの名").apply(&mut now).unwrap();
    assert!(lost.apply(&mut now).is_err());
    edit::give_back(&now, &lost)
        .unwrap()
        .apply(&mut now)
        .unwrap();
    assert_eq!(now.about().title, "あとの名");
    assert_eq!(now.about().note, "失われた備考");
    assert_eq!(edit::give_back(&now, &lost), Err(edit::Refusal::Nothing));
}
