//! Counts of paper, many at a time.

use edit::{Operation, Refusal, count_stickers};
use strategy::{Id, Idea, Strategy};

#[test]
fn stickers_on_many_ideas_are_one_step_named_by_how_many_changed() {
    let mut plan = Strategy::default();
    for at in 1..=3 {
        plan.ideas.insert(Idea {
            id: Id::new(at),
            votes: at as u32,
            ..Idea::default()
        });
    }
    let counts = [(Id::new(1), 5), (Id::new(2), 2), (Id::new(3), 0)];
    let edit = count_stickers(&plan, &counts, Operation::Paste).unwrap();
    assert_eq!(edit.label.operation, Operation::Paste(2));
    let mut after = plan.clone();
    edit.apply(&mut after).unwrap();
    let votes: Vec<u32> = after.ideas.iter().map(|one| one.votes).collect();
    assert_eq!(votes, [5, 2, 0]);
    let again = count_stickers(&after, &counts, Operation::Paste);
    assert_eq!(again, Err(Refusal::Nothing));
}
