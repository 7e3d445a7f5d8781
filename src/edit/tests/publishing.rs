//! 公表の設定: each choice is a step that can be taken back.

use edit::History;
use strategy::{Moment, OptionalPage, PublicComment, Publishing, Strategy};

fn withhold(strategy: &Strategy, record: &str) -> edit::Edit {
    let withhold = |choices: &mut Publishing| choices.withheld_records.push(record.into());
    edit::change_publishing(strategy, withhold).unwrap()
}

fn withheld(strategy: &Strategy) -> Vec<String> {
    let choices = strategy.about().publishing.clone();
    choices.map_or(Vec::new(), |choices| choices.withheld_records)
}

#[test]
fn e6_a_tick_of_the_publication_comes_back_by_undo() {
    let (mut now, mut history) = (Strategy::default(), History::default());
    for record in ["g3", "m1"] {
        let step = withhold(&now, record);
        history.commit(&mut now, step, Moment::default()).unwrap();
        history.seal();
    }
    assert_eq!(withheld(&now), ["g3", "m1"]);
    history.undo(&mut now).unwrap();
    assert_eq!(withheld(&now), ["g3"]);
    history.undo(&mut now).unwrap();
    assert_eq!(now, Strategy::default());
    history.redo(&mut now).unwrap();
    assert_eq!(withheld(&now), ["g3"]);
}

#[test]
fn choices_that_are_all_as_usual_are_not_kept() {
    let mut now = Strategy::default();
    let chosen = edit::change_publishing(&now, |choices| choices.pages = vec![OptionalPage::Logic]);
    chosen.unwrap().apply(&mut now).unwrap();
    assert!(now.about().publishing.is_some());
    let unchosen = edit::change_publishing(&now, |choices| choices.pages.clear());
    unchosen.unwrap().apply(&mut now).unwrap();
    assert_eq!(now.about().publishing, None);
    let invited =
        edit::change_public_comment(&now, |one| one.address = "https://example.jp".into());
    invited.unwrap().apply(&mut now).unwrap();
    let without = edit::change_public_comment(&now, |one| *one = PublicComment::default());
    without.unwrap().apply(&mut now).unwrap();
    assert_eq!(now.about().public_comment, None);
}
