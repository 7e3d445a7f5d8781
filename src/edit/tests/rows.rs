//! E7, E27, E30, E34: rows that come empty, and go when they are left so, among steps taken back and done again.

use edit::{Edit, Field, History, StepRole};
use proptest::prelude::*;
use strategy::Moment;
use strategy::Strategy;
use strategy::*;

use fixtures::arbitrary::Dice;

/// Act of a person in an outline of goals.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Adds an empty row.
    Add(u64),
    /// Types into a row, over what is there.
    Type(u64, &'static str),
    /// Leaves a row: the field first, then the row.
    Leave(u64),
    Undo,
    Redo,
}
use Act::{Add, Leave, Redo, Type, Undo};

#[derive(Default)]
struct Page {
    now: Strategy,
    history: History,
    kept: Vec<(StepRole, Edit)>,
}

impl Page {
    fn after(acts: &[Act]) -> Self {
        let mut page = Self::default();
        for act in acts {
            page.act(*act);
        }
        page
    }

    fn act(&mut self, act: Act) {
        let done = match act {
            Add(row) => {
                let goal = edit::empty_goal(Id::new(row), GoalKind::Basic);
                self.commit(edit::add(&self.now, goal, usize::MAX).ok())
            }
            Type(row, text) => {
                let set = |goal: &mut Goal| goal.title = text.into();
                self.commit(edit::set(&self.now, Id::<Goal>::new(row), Field::Title, set).ok())
            }
            Leave(row) => {
                self.history.seal();
                let gone = edit::drop_blank(&self.now, Id::<Goal>::new(row)).ok();
                gone.and_then(|gone| {
                    let at = Moment::default();
                    self.history.withdraw(&mut self.now, gone, at).unwrap()
                })
            }
            Undo => {
                let back = self.history.undo(&mut self.now).unwrap();
                back.map(|back| (back, StepRole::Undo))
            }
            Redo => self.redo_one(),
        };
        self.kept.extend(done.map(|(edit, way)| (way, edit)));
        while matches!(act, Redo) && self.history.goes_on(&self.now) {
            let on = self.redo_one();
            self.kept.extend(on.map(|(edit, way)| (way, edit)));
        }
    }

    fn commit(&mut self, edit: Option<Edit>) -> Option<(Edit, StepRole)> {
        let edit = edit?;
        let at = Moment::default();
        let way = self.history.commit(&mut self.now, edit.clone(), at);
        Some((edit, way.unwrap()?))
    }

    fn redo_one(&mut self) -> Option<(Edit, StepRole)> {
        let again = self.history.redo(&mut self.now).unwrap();
        again.map(|again| (again, StepRole::Redo))
    }

    /// The rows, by what is written in them.
    fn rows(&self) -> Vec<String> {
        let rows = self.now.goals.by_parent();
        let rows = rows.iter().flatten();
        rows.map(|goal| goal.title.clone()).collect()
    }

    fn can(&self) -> (bool, bool) {
        (
            !self.history.done().is_empty(),
            !self.history.undone().is_empty(),
        )
    }

    /// Returns the strategy after every undo, and after every redo.
    fn ends(&self) -> (Strategy, Strategy) {
        let (mut first, mut last) = (self.now.clone(), self.now.clone());
        let mut history = self.history.clone();
        while history.undo(&mut first).unwrap().is_some() {}
        let mut history = self.history.clone();
        while history.redo(&mut last).unwrap().is_some() {}
        (first, last)
    }
}

#[test]
fn e27_e34_a_row_left_empty_takes_nothing_with_it_that_could_be_done_again() {
    type Case = (
        &'static str,
        &'static [Act],
        &'static [&'static str],
        (bool, bool),
    );
    let cases: &[Case] = &[
        ("left as it came", &[Add(1), Leave(1)], &[], (false, false)),
        (
            "typed back to nothing",
            &[Add(1), Type(1, "a"), Type(1, ""), Leave(1)],
            &[],
            (false, false),
        ),
        (
            "typing taken back, the keyboard still there",
            &[Add(1), Type(1, "a"), Undo],
            &[""],
            (true, true),
        ),
        (
            "typing taken back, and left",
            &[Add(1), Type(1, "a"), Undo, Leave(1)],
            &[],
            (false, true),
        ),
        (
            "the same, done again",
            &[Add(1), Type(1, "a"), Undo, Leave(1), Redo],
            &["a"],
            (true, false),
        ),
        (
            "the same, taken back again",
            &[Add(1), Type(1, "a"), Undo, Leave(1), Redo, Undo, Undo],
            &[],
            (false, true),
        ),
        (
            "taken back to the end, then done again at once",
            &[Add(1), Type(1, "a"), Undo, Undo, Redo],
            &["a"],
            (true, false),
        ),
        (
            "two rows, the second taken back and left",
            &[
                Add(1),
                Type(1, "a"),
                Leave(1),
                Add(2),
                Type(2, "b"),
                Undo,
                Leave(2),
            ],
            &["a"],
            (true, true),
        ),
        (
            "the same, done again",
            &[
                Add(1),
                Type(1, "a"),
                Leave(1),
                Add(2),
                Type(2, "b"),
                Undo,
                Leave(2),
                Redo,
            ],
            &["a", "b"],
            (true, false),
        ),
        (
            "emptied in a step of its own, which another step followed, that was taken back",
            &[
                Add(1),
                Type(1, "a"),
                Leave(1),
                Type(1, ""),
                Add(2),
                Type(2, "b"),
                Undo,
                Leave(1),
            ],
            &["", ""],
            (true, true),
        ),
        (
            "emptied in a step of its own, and left: going is a step",
            &[Add(1), Type(1, "a"), Leave(1), Type(1, ""), Leave(1)],
            &[],
            (true, false),
        ),
        (
            "the same, taken back",
            &[
                Add(1),
                Type(1, "a"),
                Leave(1),
                Type(1, ""),
                Leave(1),
                Undo,
                Undo,
            ],
            &["a"],
            (true, true),
        ),
    ];
    for (told, acts, rows, can) in cases {
        let page = Page::after(acts);
        assert_eq!(page.rows(), *rows, "{told}");
        assert_eq!(page.can(), *can, "{told}: can be undone, can be redone");
    }
}

#[test]
fn e34_a_row_and_its_going_are_two_steps_and_so_are_a_row_and_what_is_done_elsewhere() {
    let mut page = Page::after(&[Add(1)]);
    let gone = edit::remove(&page.now, Id::<Goal>::new(1)).unwrap();
    page.commit(Some(gone));
    for act in [Undo, Undo, Redo] {
        page.act(act);
    }
    assert_eq!(page.rows(), [""]);
    let mut page = Page::after(&[Add(1), Add(2), Type(2, "b"), Undo, Undo, Undo, Redo]);
    assert_eq!(page.rows(), [""]);
    page.act(Redo);
    assert_eq!(page.rows(), ["", "b"]);
}

/// Returns random acts, on few rows and with few words, so that they meet.
fn acts(dice: &mut Dice, count: usize) -> Vec<Act> {
    let one = |_| {
        let row = dice.below(3) as u64 + 1;
        match dice.below(8) {
            0 | 1 => Add(row),
            2 | 3 => Type(row, dice.pick(&["", "a", "b"])),
            4 => Leave(row),
            5 => Redo,
            _ => Undo,
        }
    };
    (0..count).map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing is ever out of reach: what everything taken back comes to never changes, and what everything done again
    /// comes to is changed by new steps alone. Taken back to the beginning and done again to the end it is the same.
    #[test]
    fn e7_e27_moving_about_among_the_steps_loses_none_of_them(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let mut page = Page::default();
        let start = page.now.clone();
        for act in acts(&mut dice, 40) {
            let (_, before) = page.ends();
            let could_redo = page.can().1;
            page.act(act);
            let (first, last) = page.ends();
            prop_assert!(first == start, "{act:?}");
            match act {
                Undo | Redo => prop_assert!(last == before, "{act:?}"),
                Leave(_) if could_redo => prop_assert!(last == before, "{act:?}"),
                Leave(_) | Add(_) | Type(..) => prop_assert!(last == page.now || page.can().1, "{act:?}"),
            }
            // All the way back and all the way on.
            let mut now = page.now.clone();
            let mut history = page.history.clone();
            while history.undo(&mut now).unwrap().is_some() {}
            prop_assert!(now == first);
            while history.redo(&mut now).unwrap().is_some() {}
            prop_assert!(now == last);
        }
    }

    /// E30, with rows that came and went: told again from what is kept, the history is the same.
    #[test]
    fn e30_rows_that_came_and_went_are_told_again_alike(seed in any::<u64>()) {
        let page = Page::after(&acts(&mut Dice::new(seed), 40));
        let mut again = History::default();
        for (way, edit) in &page.kept {
            again.tell(*way, edit.clone(), Moment::default());
        }
        prop_assert_eq!(again.done(), page.history.done());
        prop_assert_eq!(again.undone(), page.history.undone());
        let mut now = Strategy::default();
        for (_, edit) in &page.kept {
            prop_assert!(edit.apply(&mut now).is_ok());
        }
        prop_assert!(now == page.now);
    }
}
