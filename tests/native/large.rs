//! Inputs far larger than those of a town are read completely: very many lines into a plan, a plan of fifty
//! megabytes.

use edit::{NewIndicator, add_indicators};
use fixtures::sample;
use format::json;
use recognise::{ColumnMapping, SaidMarks, read_outline, table_in_steps};
use strategy::*;

/// Returns the outcome of steps, and their number.
fn stepped<T>(mut steps: Steps<'_, T>) -> (T, usize) {
    let mut count = 0;
    loop {
        if let Some(outcome) = steps.next().unwrap() {
            return (outcome, count);
        }
        count += 1;
    }
}

/// Number of lines; `LARGE=100000` sets another one.
fn lines() -> usize {
    std::env::var("LARGE").map_or(4_000, |n| n.parse().unwrap())
}

#[test]
fn t10_a_table_of_very_many_lines_is_taken_into_a_plan() {
    let many = lines();
    let mut text = "指標名\t単位\t基準値(R6)\t目標値(R11)\n".to_owned();
    for at in 0..many {
        text += &format!("指標{at}\t人\t{}\t{}\n", at + 1, at + 20);
    }
    let plan = sample("mihon");
    let before = json::write(&plan);
    let mapping = ColumnMapping::default();
    let (table, steps) = stepped(table_in_steps(&text, &plan, &mapping));
    assert_eq!((table.indicators.len(), table.unread.len()), (many, 0));
    assert!(steps >= many, "{steps}");
    let newcomers: Vec<NewIndicator> = table
        .indicators
        .into_iter()
        .map(|one| NewIndicator {
            indicator: one.indicator,
            series: one.series,
            goals: Vec::new(),
        })
        .collect();
    let mut last = 1 << 40;
    let edit = add_indicators(&plan, &newcomers, || {
        last += 1;
        last
    })
    .unwrap();
    let mut now = plan.clone();
    edit.apply(&mut now).unwrap();
    assert_eq!(now.indicators.len(), plan.indicators.len() + many);
    edit.reverse().apply(&mut now).unwrap();
    assert_eq!(json::write(&now), before);
}

#[test]
fn o9_an_outline_of_very_many_lines_is_read_each_once() {
    let many = lines();
    let mut text = String::new();
    for at in 0..many / 4 {
        text += &match at % 500 {
            0 => format!("基本目標{} 目標{at}\n", at / 500 + 1),
            _ => format!("・取組その{at}の推進\n"),
        };
        text += &format!(
            "施策{} 名前{at}の振興\n・取組{at}の推進\n相談{at}の件数：{}人 → {}人\n",
            at + 1,
            at + 1,
            at + 20
        );
    }
    let plan = Strategy::default();
    let outline = read_outline(&text, &plan, &SaidMarks::default());
    assert_eq!(outline.indicators.len(), many / 4);
    let read = outline.lines.len() + outline.indicators.len();
    assert!(read >= many * 9 / 10, "{read}");
}

#[test]
fn f_a_plan_of_fifty_megabytes_is_written_and_read_as_it_was() {
    let mut plan = sample("mihon");
    let long = "町の人が、たがいに支えあって暮らす。".repeat(400);
    let goals: Vec<Goal> = plan.goals.iter().map(|goal| Goal::clone(goal)).collect();
    for at in 0..2_400 {
        plan.goals.insert(Goal {
            id: Id::new(1_000_000 + at),
            order: Order::nth(usize::try_from(at).unwrap()),
            title: format!("目標{at}"),
            direction: long.clone(),
            ..goals[0].clone()
        });
    }
    let text = json::write(&plan);
    assert!(text.len() > 50_000_000, "{}", text.len());
    let back = json::read(text.as_bytes()).unwrap();
    assert_eq!(back.goals.len(), plan.goals.len());
    assert!(json::write(&back) == text);
}
