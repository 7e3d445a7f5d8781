//! The picture of a logic model: nothing lies over anything else, and every arrow joins its boxes.

use fixtures::{SAMPLES, sample};
use format::document::{Block, Diagram, DiagramArrow, DiagramBox};
use insight::logic::LogicModel;
use output::chart::{UNIT, diagram_picture, lay_out, logic_diagram};
use output::paper::{ReportData, logic_models, paginate};
use proptest::prelude::*;
use strategy::{Id, Measure, Strategy};

use super::papers::TODAY;

fn diagrams(s: &Strategy) -> Vec<Diagram> {
    let goals = s.goals.sorted().into_iter();
    goals
        .filter_map(|goal| Some(logic_diagram(s, &LogicModel::of(s, goal.id)?)))
        .collect()
}

/// The first and the last point of the data of a path, in letters.
fn ends(path: &str) -> [(f64, f64); 2] {
    let numbers = |text: &str| {
        let parts = text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
        let parts = parts.filter(|part| !part.is_empty());
        parts
            .map(|part| part.parse::<f64>().unwrap() / UNIT)
            .collect::<Vec<_>>()
    };
    let all = numbers(path);
    let last = path
        .rfind('H')
        .filter(|at| *at > path.rfind('C').unwrap_or(0));
    let end = match last {
        // A line that arrives level: its height is that of the part before.
        Some(at) => {
            let before = numbers(&path[..at]);
            (all[all.len() - 1], before[before.len() - 1])
        }
        None => (all[all.len() - 2], all[all.len() - 1]),
    };
    [(all[0], all[1]), end]
}

fn assert_sound(diagram: &Diagram, width: f64) {
    let layout = lay_out(diagram, width);
    for (at, one) in layout.boxes.iter().enumerate() {
        let (right, foot) = (one.at.0 + one.size.0, one.at.1 + one.size.1);
        assert!(one.at.0 >= 0.0 && one.at.1 >= 0.0, "{at} at {:?}", one.at);
        assert!(
            right <= layout.size.0 + 0.01 && foot <= layout.size.1,
            "{at}"
        );
        for other in &layout.boxes[..at] {
            let is_beside = one.at.0 >= other.at.0 + other.size.0 || right <= other.at.0;
            let is_below = one.at.1 >= other.at.1 + other.size.1 || foot <= other.at.1;
            assert!(is_beside || is_below, "{one:?} lies over {other:?}");
        }
    }
    for (placed, arrow) in layout.arrows.iter().zip(&diagram.arrows) {
        let (from, to) = (&layout.boxes[arrow.from], &layout.boxes[arrow.to]);
        let [begin, end] = ends(&placed.line);
        let source = if layout.is_down {
            from.at.0
        } else {
            from.at.0 + from.size.0
        };
        assert!((begin.0 - source).abs() < 0.06, "{placed:?} from {from:?}");
        assert!((to.at.0 - end.0).abs() < 0.5, "{placed:?} to {to:?}");
        for (y, one) in [(begin.1, from), (end.1, to)] {
            assert!(
                one.at.1 < y && y < one.at.1 + one.size.1,
                "{placed:?} {one:?}"
            );
        }
    }
}

#[test]
fn i113_every_model_of_every_sample_is_drawn_at_every_width() {
    let mut arrows = 0;
    for name in SAMPLES {
        for diagram in diagrams(&sample(name)) {
            for width in [20.0, 36.0, 60.0, 84.0, 130.0] {
                assert_sound(&diagram, width);
            }
            arrows += diagram.arrows.len();
        }
    }
    assert!(arrows > 20, "{arrows} arrows");
}

#[test]
fn a_narrow_picture_has_its_columns_below_each_other() {
    let all = diagrams(&sample("mihon"));
    let is_down = |width| lay_out(&all[0], width).is_down;
    assert_eq!([is_down(24.0), is_down(84.0)], [true, false]);
    let down = lay_out(&all[0], 24.0);
    assert!(down.arrows.iter().all(|arrow| arrow.joint.is_some()));
}

#[test]
fn holes_are_seen_in_the_picture() {
    let s = sample("hokuto-2020");
    let picture = diagram_picture(&diagrams(&s)[0], 84.0).to_string();
    assert!(picture.contains("先のつながりなし"), "{picture}");
    assert!(picture.contains("diagram-box lacking"));
    let s = sample("mihon");
    let picture = diagram_picture(&diagrams(&s)[0], 84.0).to_string();
    assert!(picture.contains("diagram-arrow bare"));
    assert!(picture.contains("数値目標"));
}

#[test]
fn a_picture_fits_on_its_sheet_and_its_links_follow() {
    for large in [false, true] {
        let s = sample("mihon");
        let paper = logic_models(&ReportData::of(&s, TODAY), None, large);
        assert_eq!(paper.large, large);
        let report = paginate(&paper);
        let pictures = report.pages.iter().map(|page| {
            let is_picture = |block: &&Block| matches!(block, Block::Diagram(_));
            let count = page.blocks.iter().filter(is_picture).count();
            assert!(
                count == 0 || page.blocks.len() > 3,
                "a picture stands under its title"
            );
            count
        });
        assert_eq!(pictures.sum::<usize>(), s.goals.len());
    }
}

#[test]
fn a_model_too_large_for_a_sheet_is_divided_and_says_so() {
    let mut s = sample("mihon");
    let goal = s.goals.sorted()[0].id;
    // Measures enough for several sheets, each with a KPI of its own.
    for at in 0..60 {
        let (id, kpi) = (Id::new(9_000 + at), Id::new(9_000 + at));
        let name = format!("加えた指標{at}");
        let edit = edit::add_indicator(&s, kpi, Id::new(9_000 + at), &name, None).unwrap();
        edit.apply(&mut s).unwrap();
        s.measures.insert(Measure {
            title: format!("加えた施策{at}"),
            kpis: vec![kpi],
            ..edit::empty_measure(id, goal, None)
        });
    }
    for large in [false, true] {
        let paper = logic_models(&ReportData::of(&s, TODAY), Some(goal), large);
        let blocks: Vec<_> = paper.parts.iter().flatten().collect();
        let pictures: Vec<_> = blocks
            .iter()
            .filter_map(|block| match block {
                Block::Diagram(one) => Some(&one.diagram),
                _ => None,
            })
            .collect();
        assert!(pictures.len() > 1, "{}", pictures.len());
        let parts = format!("図を{}枚に分けています", pictures.len());
        let said = |block: &&&Block| matches!(block, Block::Text(_, text) if text.contains(&parts));
        assert_eq!(blocks.iter().filter(said).count(), pictures.len());
        // Every box and every arrow of the whole picture is on some sheet.
        let whole = logic_diagram(&s, &LogicModel::of(&s, goal).unwrap());
        let name = |of: &Diagram, at: usize| of.boxes[at].text.clone();
        let boxes: std::collections::BTreeSet<_> = pictures
            .iter()
            .flat_map(|one| one.boxes.iter().map(|one| one.text.clone()))
            .collect();
        assert!(whole.boxes.iter().all(|one| boxes.contains(&one.text)));
        let arrows: std::collections::BTreeSet<_> = pictures
            .iter()
            .flat_map(|one| {
                one.arrows
                    .iter()
                    .map(|arrow| (name(one, arrow.from), name(one, arrow.to)))
            })
            .collect();
        let all = whole.arrows.iter();
        assert!(
            all.map(|arrow| (name(&whole, arrow.from), name(&whole, arrow.to)))
                .all(|arrow| arrows.contains(&arrow))
        );
    }
}

prop_compose! {
    fn any_diagram()(
        columns in prop::collection::vec(0usize..4, 0..14),
        texts in prop::collection::vec("[あ-んa-z]{0,40}", 14),
        joins in prop::collection::vec((0usize..14, 0usize..14), 0..30),
    ) -> Diagram {
        let mut columns = columns;
        columns.sort_unstable();
        let boxes: Vec<_> = columns.iter().zip(texts).map(|(column, text)| DiagramBox {
            column: *column,
            text,
            ..DiagramBox::default()
        }).collect();
        let arrows = joins.into_iter().filter(|(from, to)| {
            let column = |at: usize| boxes.get(at).map(|one| one.column);
            matches!((column(*from), column(*to)), (Some(from), Some(to)) if from < to)
        });
        let arrows = arrows.map(|(from, to)| DiagramArrow { from, to, is_reasoned: false }).collect();
        Diagram { heads: vec![String::from("段階"); 4], boxes, arrows, none: String::from("なし") }
    }
}

proptest! {
    #[test]
    fn any_diagram_is_laid_out(diagram in any_diagram(), width in 12.0f64..140.0) {
        assert_sound(&diagram, width);
    }
}

#[test]
fn the_lines_around_boxes_lie_within_the_picture() {
    let width = 84.0;
    for diagram in diagrams(&sample("mihon")) {
        let right = lay_out(&diagram, width).size.0 * UNIT;
        let picture = diagram_picture(&diagram, width).to_string();
        let boxes: Vec<&str> = picture.split("<rect").skip(1).collect();
        assert!(!boxes.is_empty());
        for one in boxes {
            let number = |name: &str| {
                let from = one.split(&format!(" {name}=\"")).nth(1).expect(name);
                from.split('"').next().unwrap().parse::<f64>().unwrap()
            };
            // Half of the line around a box is at most 0.5.
            assert!(
                number("x") >= 0.5 && number("x") + number("width") <= right - 0.5,
                "{one}"
            );
        }
    }
}
