//! 体系図: goals, their measures and their initiatives as rings, as wide as their amounts.

use charming::Chart;
use charming::element::{ItemStyle, Label, Sort, Tooltip, Trigger};
use charming::series::{Sunburst, SunburstLevel, SunburstNode};
use serde_json::{Value, json};

use super::text_metrics::folded;
use super::theme::mix;
use super::{Canvas, ChartDrawing, ChartTable, Draw};
use ::words::charts as words;

/// A tree of goals with their measures and initiatives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OutlineRings {
    /// Meaning of the widths, for the table: 取組の数, 予算額（千円）.
    pub what: String,
    /// 基本目標 and 横断的な目標.
    pub goals: Vec<RingSegment>,
}

/// A goal, a measure or an initiative.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RingSegment {
    /// Number as printed; may be empty.
    pub number: String,
    /// 題.
    pub title: String,
    /// Total amount, including its own share.
    pub amount: f64,
    /// Amount as printed.
    pub printed: String,
    /// Parts.
    pub parts: Vec<RingSegment>,
}

impl RingSegment {
    fn name(&self) -> String {
        match self.number.as_str() {
            "" => self.title.clone(),
            number => format!("{number} {}", self.title),
        }
    }

    fn depth(&self) -> usize {
        1 + self
            .parts
            .iter()
            .map(RingSegment::depth)
            .max()
            .unwrap_or_default()
    }
}

/// Inner and outer radius of the rings, in % of half the width, by the number of rings.
const RINGS: [&[(u8, u8)]; 3] = [
    &[(32, 96)],
    &[(20, 58), (58, 98)],
    &[(12, 40), (40, 66), (66, 99)],
];

impl Draw for OutlineRings {
    fn table(&self) -> ChartTable {
        let head = [
            words::goal(),
            words::measure(),
            words::initiative(),
            &self.what,
        ];
        let mut rows = Vec::new();
        for goal in &self.goals {
            push_rows(&mut rows, goal, 0);
        }
        ChartTable {
            head: head.into_iter().map(str::to_owned).collect(),
            text_columns: 3,
            rows,
        }
    }

    fn draw(&self, canvas: &Canvas) -> ChartDrawing {
        let rings = RINGS[self.depth() - 1];
        let goals = self.goals.iter().enumerate();
        let nodes = goals
            .clone()
            .map(|(at, goal)| node(goal, 0, &canvas.palette.hue(at).back, canvas));
        let series = Sunburst::new()
            .radius(("0%", "100%"))
            .sort(Sort::None)
            .levels(levels(rings, canvas))
            .data(nodes.collect::<Vec<_>>());
        let chart = Chart::new()
            .tooltip(Tooltip::new().trigger(Trigger::Item).formatter("{b}"))
            .series(series);
        let room = Room {
            size: canvas.width.clamp(240.0, 560.0),
            total: self.goals.iter().map(|goal| goal.amount).sum(),
            rings,
        };
        let labels = goals.map(|(at, goal)| labels(goal, 0, &canvas.palette.hue(at).text, &room));
        let beyond =
            json!({"series": [{"data": labels.collect::<Vec<_>>(), "label": {"minAngle": 6}}]});
        ChartDrawing::new(&chart, beyond, room.size as u32).noting(self.notes())
    }
}

impl OutlineRings {
    fn depth(&self) -> usize {
        let depth = self.goals.iter().map(RingSegment::depth).max();
        depth.unwrap_or(1).min(RINGS.len())
    }

    /// Notes on goals without an amount: they have no width, but must be mentioned.
    fn notes(&self) -> Vec<String> {
        let empty = self.goals.iter().filter(|goal| goal.amount <= 0.0);
        empty
            .map(|goal| words::no_width(goal.name(), &self.what))
            .collect()
    }
}

fn push_rows(rows: &mut Vec<(String, Vec<String>)>, branch: &RingSegment, level: usize) {
    let at = |own: usize| {
        if own == level {
            branch.name()
        } else {
            String::new()
        }
    };
    rows.push((at(0), vec![at(1), at(2), branch.printed.clone()]));
    for part in &branch.parts {
        push_rows(rows, part, level + 1);
    }
}

fn levels(rings: &[(u8, u8)], canvas: &Canvas) -> Vec<SunburstLevel> {
    let centre = SunburstLevel::new();
    let palette = &canvas.palette;
    let ring = |(at, (inner, outer)): (usize, &(u8, u8))| {
        let label = Label::new().font_size(12.0);
        let label = match at {
            // On the colour of a goal each node has its own text colour.
            0 => label,
            _ => label.color(palette.ink.as_str()),
        };
        SunburstLevel::new()
            .r0(format!("{inner}%"))
            .r(format!("{outer}%"))
            .label(label)
    };
    std::iter::once(centre)
        .chain(rings.iter().enumerate().map(ring))
        .collect()
}

/// Share of the background colour in each ring: more further out.
const PALER: [f64; 3] = [0.0, 0.62, 0.8];

fn node(branch: &RingSegment, level: usize, hue: &str, canvas: &Canvas) -> SunburstNode {
    let colour = mix(hue, &canvas.palette.background, PALER[level.min(2)]);
    let style = ItemStyle::new()
        .color(colour.as_str())
        .border_color(canvas.palette.background.as_str())
        .border_width(1.5);
    let parts = branch
        .parts
        .iter()
        .map(|part| node(part, level + 1, hue, canvas));
    SunburstNode::new(words::holds(&branch.name(), &branch.printed))
        .value(branch.amount)
        .item_style(style)
        .children(parts.collect())
}

/// Space for text in the rings.
struct Room<'a> {
    size: f64,
    total: f64,
    rings: &'a [(u8, u8)],
}

impl Room<'_> {
    /// Returns the number of letters of 12 px across a ring, and of lines along the arc of this amount.
    fn letters(&self, level: usize, amount: f64) -> (f64, usize) {
        let (inner, outer) = self.rings.get(level).copied().unwrap_or_default();
        let (inner, outer) = (f64::from(inner) / 100.0, f64::from(outer) / 100.0);
        let radius = self.size / 2.0;
        let arc =
            std::f64::consts::PI * (inner + outer) * radius * amount / self.total.max(f64::EPSILON);
        ((outer - inner) * radius / 12.0 - 0.8, (arc / 16.0) as usize)
    }
}

/// Returns the label of each part of a ring: as much of its title as fits.
fn labels(branch: &RingSegment, level: usize, on_goal: &str, room: &Room) -> Value {
    let (em, lines) = room.letters(level, branch.amount);
    let text = match em < 4.5 {
        true => branch.number.clone(),
        false => folded(&branch.name(), em, lines.clamp(1, 3)).join("\n"),
    };
    let label = match level {
        0 => json!({"formatter": text, "rotate": 0, "color": on_goal}),
        _ => json!({"formatter": text, "rotate": "radial"}),
    };
    let parts = branch.parts.iter();
    let parts = parts.map(|part| labels(part, level + 1, on_goal, room));
    json!({"label": label, "children": parts.collect::<Vec<_>>()})
}
