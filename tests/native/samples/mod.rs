//! The samples in `public/samples/`, compared with facts copied by hand from their documents.

mod file;
mod hokkaido;
mod hokuto_2020;
mod hokuto_2024;
mod kisarazu;
mod kitamoto;
mod mihon;
mod mihon_gaps;
mod mihon_money;
mod notes;
mod prose;

use file::{File, Framework, Goal};
use fixtures::{SAMPLES as ALL, sample_bytes as bytes};
use format::json;
use strategy::{FrameworkKind, GoalKind};

/// A sample, read.
fn open(name: &str) -> File {
    serde_json::from_slice(&bytes(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}

/// Compares two texts line by line, so that a failure names the line.
fn same_lines(found: &str, printed: &str) {
    let (found, printed): (Vec<_>, Vec<_>) = (found.lines().collect(), printed.lines().collect());
    for (at, (found, printed)) in found.iter().zip(&printed).enumerate() {
        assert_eq!(found, printed, "line {}", at + 1);
    }
    assert_eq!(found.len(), printed.len(), "number of lines");
}

fn line(out: &mut String, word: &str, text: &str) {
    if !text.is_empty() {
        out.push_str(word);
        out.push(' ');
        out.push_str(text);
        out.push('\n');
    }
}

/// Returns goals, measures and initiatives in reading order, a line each.
fn outline(goals: &[Goal]) -> String {
    let mut out = String::new();
    for goal in goals {
        line(&mut out, kind(goal.kind), &goal.title);
        line(&mut out, "副題", &goal.subtitle);
        for measure in &goal.measures {
            line(&mut out, "施策", &measure.title);
            line(&mut out, "方向", &measure.direction);
            for initiative in &measure.initiatives {
                line(&mut out, "取組", &initiative.title);
            }
        }
    }
    out
}

fn kind(kind: GoalKind) -> &'static str {
    match kind {
        GoalKind::Basic => "目標",
        GoalKind::CrossCutting => "横断",
    }
}

/// Returns frameworks with their items and bullets, a line each.
fn frameworks(frameworks: &[Framework]) -> String {
    let mut out = String::new();
    for framework in frameworks {
        let whose = match framework.kind {
            FrameworkKind::Nation => "国",
            FrameworkKind::Viewpoints => "視点",
            FrameworkKind::Prefecture => "県",
            FrameworkKind::Previous => "前期",
            FrameworkKind::UpperPlan => "上位",
            FrameworkKind::Law => "法令",
            FrameworkKind::Sdgs => "SDGs",
            FrameworkKind::Other => "他",
        };
        line(&mut out, whose, &framework.title);
        for item in &framework.items {
            line(
                &mut out,
                kind(item.kind),
                &format!("{} {}", item.number, item.title),
            );
            line(&mut out, "副題", &item.subtitle);
            for point in &item.points {
                line(&mut out, "・", point);
            }
        }
    }
    out
}

/// Returns chapter headings with their points, a line each.
fn headings(file: &File) -> String {
    let mut out = String::new();
    for section in &file.sections {
        line(
            &mut out,
            "章",
            format!("{} {}", section.number, section.title).trim(),
        );
        for point in &section.points {
            line(
                &mut out,
                "項",
                format!("{} {}", point.number, point.title).trim(),
            );
        }
    }
    out
}

/// Returns the titles of the items to which each goal is aligned.
fn alignments(file: &File) -> Vec<Vec<String>> {
    let items = || file.frameworks.iter().flat_map(|f| &f.items);
    (file.goals.iter())
        .map(|goal| {
            (goal.aligned.iter())
                .map(|id| {
                    let item = items().find(|item| item.id == *id);
                    item.map_or_else(|| format!("{id}?"), |item| item.title.clone())
                })
                .collect()
        })
        .collect()
}

#[test]
fn every_sample_holds_together() {
    for name in ALL {
        let strategy = json::read(&bytes(name)).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(strategy.integrity(), [], "{name}");
    }
}

#[test]
fn every_figure_of_every_sample_is_understood() {
    let mut figures = 0;
    for name in ALL {
        for series in open(name).indicators.iter().flat_map(|k| &k.series) {
            let by_year = [&series.targets, &series.actuals, &series.without_policy];
            let all = (by_year.into_iter().flat_map(|figures| figures.values()))
                .chain(series.baseline.as_ref().map(|b| &b.figure));
            for figure in all {
                assert!(!figure.needs_check(), "{name}: {figure}");
                figures += 1;
            }
        }
    }
    assert_eq!(figures, 34 + 217);
}
