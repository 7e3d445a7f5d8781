//! Pasted texts that are read in steps: the same outcome, progress that only grows, and steps in proportion to the lines.

use std::fmt::Write;
use std::time::{Duration, Instant};

use fixtures::stepped;
use recognise::{
    ColumnMapping, SaidMarks, outline_in_steps, read_outline, read_table_as, table_in_steps,
};
use strategy::{Steps, Strategy};

fn table(rows: usize) -> String {
    let mut text = "指標名\t単位\t基準値(R6)\t目標値(R11)\t担当課\n".to_owned();
    for at in 0..rows {
        writeln!(text, "指標{at}\t人\t{}\t{}\t福祉課", at + 1, at + 20).unwrap();
    }
    text
}

fn outline(lines: usize) -> String {
    let mut text = String::new();
    for at in 0..lines / 2 {
        if at % 50 == 0 {
            writeln!(text, "基本目標{} 目標{at}", at / 50 + 1).unwrap();
        }
        writeln!(text, "施策{} 名前{at}\n・取組{at}の推進", at + 1).unwrap();
    }
    text
}

#[test]
fn in_steps_a_table_is_read_as_in_one_piece() {
    let plan = Strategy::default();
    let mapping = ColumnMapping::default();
    let prose = "まえがき\n出生数 340人 380人\n・若者\n";
    for text in [
        &table(40),
        prose,
        "",
        "指標,当初値,目標値\n出生数,340,380\n",
    ] {
        let (outcome, _) = stepped(table_in_steps(text, &plan, &mapping));
        assert!(outcome == read_table_as(text, &plan, &mapping), "{text}");
    }
}

#[test]
fn in_steps_an_outline_is_read_as_in_one_piece() {
    let plan = Strategy::default();
    let said = SaidMarks::default();
    let data = fixtures::path("tests/data/outlines");
    let files = std::fs::read_dir(data).unwrap();
    let mut texts: Vec<String> = files
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    assert!(texts.len() > 1);
    texts.extend([outline(40), String::new()]);
    for text in &texts {
        let (outcome, _) = stepped(outline_in_steps(text, &plan, &said));
        assert!(outcome == read_outline(text, &plan, &said), "{text}");
    }
}

#[test]
fn twice_as_many_lines_take_twice_as_many_steps() {
    let plan = Strategy::default();
    let (mapping, said) = (ColumnMapping::default(), SaidMarks::default());
    let of_table = |rows| stepped(table_in_steps(&table(rows), &plan, &mapping)).1;
    let of_outline = |lines| stepped(outline_in_steps(&outline(lines), &plan, &said)).1;
    for (one, two) in [
        (of_table(200), of_table(400)),
        (of_outline(200), of_outline(400)),
    ] {
        assert!(one >= 200 && two <= 2 * one + 20, "{one} {two}");
    }
}

#[test]
fn given_up_at_any_step_a_reading_leaves_the_plan_as_it_was_and_begins_anew() {
    let plan = crate::pasted_table::plan(2025, 2029);
    let before = plan.clone();
    let (mapping, marks) = (ColumnMapping::default(), SaidMarks::default());
    let (rows, lines) = (table(30), outline(40));
    let (all, steps) = stepped(table_in_steps(&rows, &plan, &mapping));
    let (whole, more) = stepped(outline_in_steps(&lines, &plan, &marks));
    for taken in (0..steps.max(more)).step_by(7) {
        let mut table = table_in_steps(&rows, &plan, &mapping);
        let mut outline = outline_in_steps(&lines, &plan, &marks);
        for _ in 0..taken {
            table.next();
            outline.next();
        }
        drop((table, outline));
        assert!(plan == before && mapping == ColumnMapping::default());
        assert!(read_table_as(&rows, &plan, &mapping) == all, "{taken}");
        assert!(read_outline(&lines, &plan, &marks) == whole, "{taken}");
    }
}

/// Noise, goals, levels of marks, sentences and tables side by side each go through all lines: each line is a step of its
/// own there, or one of these passes would hold the page for as long as the text is.
#[test]
fn each_pass_over_the_lines_is_in_steps_of_a_line() {
    let plan = Strategy::default();
    let (mapping, said) = (ColumnMapping::default(), SaidMarks::default());
    let (_, steps) = stepped(outline_in_steps(&outline(400), &plan, &said));
    assert!(steps > 15 * 400, "{steps}");
    let (_, steps) = stepped(table_in_steps(&table(400), &plan, &mapping));
    assert!(steps > 5 * 400, "{steps}");
}

/// The share of the whole time that the longest step takes.
fn longest<T>(mut steps: Steps<'_, T>) -> f64 {
    let start = Instant::now();
    let mut longest = Duration::ZERO;
    loop {
        let begun = Instant::now();
        let step = steps.next();
        longest = longest.max(begun.elapsed());
        if step.flatten().is_some() {
            return longest.as_secs_f64() / start.elapsed().as_secs_f64();
        }
    }
}

/// A step that does all of the work of a kind would hold the page as long as the text is.
#[test]
fn no_step_takes_much_of_the_time_that_a_long_text_takes() {
    let plan = Strategy::default();
    let (mapping, said) = (ColumnMapping::default(), SaidMarks::default());
    let lines = |line: &dyn Fn(usize) -> String| (0..800).map(line).collect::<String>();
    let texts = [
        table(800),
        lines(&|at| format!("ことば{at},ほか,また{at},さらに\n")),
        lines(&|at| format!("この町の{at}番目の文は、, 長く; 続く。また次の文もある。\n")),
        lines(&|at| format!("指標{at} 人 {} {}\n", at + 1, at + 20)),
        lines(&|at| format!("| 指標{at} | 人 | {} | {} |\n", at + 1, at + 20)),
        lines(&|at| format!("・指標{at}：{}人 → {}人\n", at + 1, at + 20)),
        outline(800),
    ];
    // Of some runs the quietest: another program may take the processor in the midst of a step.
    for text in &texts {
        let share = || {
            let of_table = longest(table_in_steps(text, &plan, &mapping));
            of_table.max(longest(outline_in_steps(text, &plan, &said)))
        };
        let shares: Vec<f64> = (0..4)
            .map(|_| share())
            .scan(false, |is_quiet, share| {
                let is_over = std::mem::replace(is_quiet, share < 0.1);
                (!is_over).then_some(share)
            })
            .collect();
        let begin: String = text.chars().take(40).collect();
        assert!(
            shares.iter().any(|share| *share < 0.1),
            "{shares:?} {begin}"
        );
    }
}
