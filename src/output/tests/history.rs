//! 見直しの履歴 on paper: every revision with its reason, and the table of those whose versions are at hand.

use fixtures::sample;
use format::document::{Block, RowKind};
use output::paper::{PastRevision, paginate, revision_history};
use strategy::{Date, Goal, PlanRevision, Strategy};

fn revision(title: &str) -> PlanRevision {
    PlanRevision {
        title: title.to_owned(),
        began: Date("2024-06-01".to_owned()),
        decided: Some(Date("2024-09-30".to_owned())),
        by: "推進会議".to_owned(),
        reason: "出生数が見込みを下回ったため".to_owned(),
        ..PlanRevision::default()
    }
}

#[test]
fn every_revision_is_printed_with_its_reason_and_its_table() {
    let before = sample("mihon");
    let mut after = before.clone();
    let mut goal = Goal::clone(before.goals.sorted()[0]);
    goal.title = "新しい目標".to_owned();
    after.goals.insert(goal);
    let [first, second] = ["第1回見直し", "第2回見直し"].map(revision);
    let pair: (&Strategy, &Strategy) = (&before, &after);
    let all = [
        PastRevision {
            revision: &first,
            versions: Some(pair),
        },
        PastRevision {
            revision: &second,
            versions: None,
        },
    ];
    let paper = revision_history(&after, &all, 1.0);
    assert!(paper.wide);
    let blocks: Vec<Block> = paginate(&paper)
        .pages
        .into_iter()
        .flat_map(|page| page.blocks)
        .collect();
    let headings = blocks
        .iter()
        .filter(|block| matches!(block, Block::Heading(2, _)));
    assert_eq!(headings.count(), 2);
    let tables: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    let list: Vec<_> = tables[0]
        .rows
        .iter()
        .map(|row| row.cells[3].text.as_str())
        .collect();
    assert_eq!(list, ["出生数が見込みを下回ったため"; 2]);
    let changed = tables[1]
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Body);
    assert!(
        changed
            .flat_map(|row| &row.cells)
            .any(|cell| cell.text.contains("新しい目標"))
    );
    assert!(blocks.contains(&Block::body("見直し前後の版が、この端末にありません。")));
    assert_eq!(paginate(&revision_history(&after, &[], 1.0)).pages.len(), 1);
}
