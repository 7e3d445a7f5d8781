//! Every document there is of a plan. The tests of `tests/native/office/` read this file, too.

use edit::Draft;
use format::document::Document;
use output::manuscript::{of_paper, whole};
use output::paper::{Halves, ReportData, Revised, digest, revisions, sheets};
use strategy::{FiscalYear, Strategy};

/// The year in which the plans are looked at.
pub const TODAY: FiscalYear = FiscalYear(2025);

/// Every document there is of a plan, by name.
pub fn documents(s: &Strategy) -> Vec<(&'static str, Document)> {
    let data = ReportData::of(s, TODAY);
    let about = s.about();
    let halves = Halves {
        done: true,
        planned: true,
    };
    vec![
        ("whole", whole(&data)),
        ("digest", of_paper(digest(&data), &about, "概要版")),
        (
            "sheets",
            of_paper(sheets(&data, None, halves), &about, "施策評価シート"),
        ),
        ("revision", of_paper(revised(s), &about, "新旧対照表")),
    ]
}

/// The plan against itself as it was before some of it was revised.
fn revised(after: &Strategy) -> output::paper::Paper {
    let mut draft = Draft::new(after);
    for (at, goal) in after.goals.sorted().into_iter().enumerate() {
        let title = format!("{}の前の題", goal.title);
        draft.update(goal.id, |goal| goal.title = title).unwrap();
        if at == 0 {
            let direction = goal.direction.replace('を', "について");
            draft
                .update(goal.id, |goal| goal.direction = direction)
                .unwrap();
        }
    }
    let before = draft.strategy().clone();
    revisions(&Revised {
        before: (&before, "版「素案」".to_owned()),
        after: (after, "現在の計画".to_owned()),
        scale: 1.0,
    })
}
