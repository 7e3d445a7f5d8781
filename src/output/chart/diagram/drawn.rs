//! A diagram as SVG. A list beside it says the same: nobody needs to see it.

use super::super::svg::{svg, written};
use super::lay_out::lay_out;
use super::layout::{ABOVE_AND_BELOW, DiagramLayout, HEAD, LINE, PlacedBox, SIDES, SMALL_LINE};
use super::path::{UNIT, units};
use crate::markup::{Element, element};
use format::document::{Diagram, DiagramBox};

/// Greatest width of the line around a box, in letters.
const LINE_WIDTH: f64 = 0.08;

/// The whole diagram in a width, in letters.
pub fn diagram_picture(diagram: &Diagram, width: f64) -> Element {
    let layout = lay_out(diagram, width);
    let paper = (layout.size.0 * UNIT, layout.size.1 * UNIT);
    let heads = layout.heads.iter().zip(&diagram.heads);
    let heads = heads.flat_map(|(((x, y), width), head)| {
        let below = y + HEAD - 0.6;
        let line = ["M", &units(*x), " ", &units(below), "h", &units(*width)].concat();
        [
            at_letters(head, (*x, y + 1.1)).class("diagram-head"),
            element("path").class("diagram-rule").with("d", &line),
        ]
    });
    let empty = layout.columns.iter().zip(&layout.heads);
    let empty = empty.filter(|(boxes, _)| boxes.is_empty());
    let empty = empty.map(|(_, ((x, y), _))| at_letters(&diagram.none, (*x, y + HEAD + 1.0)));
    let boxes = layout.boxes.iter().zip(&diagram.boxes);
    let boxes = boxes.flat_map(|(placed, of)| drawn_box(placed, of));
    svg(paper, "diagram")
        .all(heads)
        .all(empty)
        .all(arrows(diagram, &layout, |_| false))
        .all(boxes)
}

/// The arrows; those of which `is_marked` is true stand out.
pub fn arrows(
    diagram: &Diagram,
    layout: &DiagramLayout,
    is_marked: impl Fn(usize) -> bool,
) -> Vec<Element> {
    let all = layout.arrows.iter().zip(&diagram.arrows).enumerate();
    let mut order: Vec<_> = all.map(|(at, one)| (is_marked(at), one)).collect();
    // Marked arrows lie over the others.
    strategy::sort::by_key(&mut order, |(is_marked, _)| *is_marked);
    let drawn = order.into_iter().flat_map(|(is_marked, (placed, of))| {
        let mut class = String::from("diagram-arrow");
        if !of.is_reasoned && placed.joint.is_none() {
            class += " bare";
        }
        if is_marked {
            class += " marked";
        }
        let line = element("path").class(&class).with("d", &placed.line);
        let class = if is_marked {
            "diagram-tip marked"
        } else {
            "diagram-tip"
        };
        let head = element("path").class(class).with("d", &placed.head);
        let joint = placed.joint.map(|(x, y)| {
            let class = match of.is_reasoned {
                true => "diagram-joint",
                false => "diagram-joint bare",
            };
            let joint = element("circle").class(class).with("r", "2.6");
            joint.with("cx", &units(x)).with("cy", &units(y))
        });
        [Some(line), Some(head), joint].into_iter().flatten()
    });
    drawn.collect()
}

fn drawn_box(placed: &PlacedBox, of: &DiagramBox) -> Vec<Element> {
    let mut class = String::from("diagram-box");
    if of.is_end {
        class += " end";
    }
    if !of.warning.is_empty() {
        class += " lacking";
    }
    let (x, y) = placed.at;
    // Its line lies within the picture, also at the edges.
    let inside = |length: f64| units(length - 2.0 * LINE_WIDTH);
    let frame = element("rect")
        .class(&class)
        .with("x", &units(x + LINE_WIDTH))
        .with("y", &units(y + LINE_WIDTH))
        .with("width", &inside(placed.size.0))
        .with("height", &inside(placed.size.1))
        .with("rx", "4");
    let mut all = vec![frame];
    let mut top = y + ABOVE_AND_BELOW / 2.0;
    let kinds = ["diagram-text", "diagram-note", "diagram-warning"];
    for (lines, class) in placed.lines.iter().zip(kinds) {
        let height = if class == kinds[0] { LINE } else { SMALL_LINE };
        for line in lines {
            let foot = top + height * 0.75;
            all.push(at_letters(line, (x + SIDES / 2.0, foot)).class(class));
            top += height;
        }
    }
    all
}

/// A text at a place in letters.
fn at_letters(text: &str, (x, y): super::super::Px) -> Element {
    written(text, (x * UNIT, y * UNIT), "start")
}
