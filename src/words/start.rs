//! はじめの手順のことば.

use super::text::start as text;
pub use super::text::start::*;

use edit::{Outline, OutlineGoal, OutlineMeasure};
use strategy::GoalKind;

/// Returns the five steps: name and description.
pub fn steps() -> [(&'static str, &'static str); 5] {
    [
        (text::steps_1(), text::steps_2()),
        (text::steps_3(), text::steps_4()),
        (text::steps_5(), text::steps_6()),
        (text::steps_7(), text::steps_8()),
        (text::steps_9(), text::steps_10()),
    ]
}

/// Outline of a typical plan, as a template.
pub fn skeleton() -> Outline {
    let measures = |titles: &[&str]| {
        let measure = |title: &&str| OutlineMeasure {
            title: (*title).to_owned(),
            ..OutlineMeasure::default()
        };
        titles.iter().map(measure).collect()
    };
    let goal = |kind, title: &str, titles: &[&str]| OutlineGoal {
        kind,
        title: title.to_owned(),
        measures: measures(titles),
        ..OutlineGoal::default()
    };
    let goals = vec![
        goal(
            GoalKind::Basic,
            "しごとをつくり、安心して働けるまち",
            &["地域の産業を支える", "働き手を確保し、育てる"],
        ),
        goal(
            GoalKind::Basic,
            "人の流れをつくるまち",
            &["移住・定住を進める", "観光と関係人口を増やす"],
        ),
        goal(
            GoalKind::Basic,
            "結婚・出産・子育ての希望をかなえるまち",
            &["出会いから出産までを支える", "子育てしやすい環境をつくる"],
        ),
        goal(
            GoalKind::Basic,
            "安心して暮らし続けられるまち",
            &["医療・福祉・交通を守る", "防災と地域のつながりを強める"],
        ),
        goal(
            GoalKind::CrossCutting,
            "デジタルの力を活用する",
            &["手続きと地域のサービスを便利にする"],
        ),
    ];
    Outline {
        goals,
        indicators: Vec::new(),
    }
}
