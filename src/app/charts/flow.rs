//! 流れ図: relations from one column of names to another, as bands as wide as their count.

use charming::Chart;
use charming::element::{ItemStyle, Label, LabelPosition, Tooltip, Trigger};
use charming::series::{Sankey, SankeyLink, SankeyNode, SankeyNodeAlign};
use serde_json::{Value, json};

use super::text_metrics::{folded, width};
use super::{Canvas, ChartDrawing, ChartTable, Draw};
use ::words::charts as words;

/// Two columns of names and the bands between them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flow {
    /// Headings of the table: left names, right names, count.
    pub head: [String; 3],
    /// Names on the left, from the top.
    pub left: Vec<String>,
    /// Names on the right, from the top.
    pub right: Vec<String>,
    /// Bands from a name on the left to a name on the right.
    pub bands: Vec<FlowBand>,
}

/// One band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlowBand {
    /// Index of the name on the left.
    pub from: usize,
    /// Index of the name on the right.
    pub to: usize,
    /// Number of relations.
    pub count: usize,
}

/// Height of one name and the space after it, in px.
const NAME: usize = 34;

impl Flow {
    /// Returns the names that no band touches: they have no width, but must be mentioned.
    fn untouched(&self) -> impl Iterator<Item = &String> {
        let left = (0..self.left.len()).filter(|at| self.bands.iter().all(|b| b.from != *at));
        let right = (0..self.right.len()).filter(|at| self.bands.iter().all(|b| b.to != *at));
        let left = left.map(|at| &self.left[at]);
        left.chain(right.map(|at| &self.right[at]))
    }

    /// Returns a key with the column: a name on both sides stays two nodes.
    fn key(column: char, at: usize) -> String {
        format!("{column}{at}")
    }
}

impl Draw for Flow {
    fn table(&self) -> ChartTable {
        let row = |band: &FlowBand| {
            let to = self.right[band.to].clone();
            (
                self.left[band.from].clone(),
                vec![to, band.count.to_string()],
            )
        };
        ChartTable {
            head: self.head.to_vec(),
            text_columns: 2,
            rows: self.bands.iter().map(row).collect(),
        }
    }

    fn draw(&self, canvas: &Canvas) -> ChartDrawing {
        let palette = &canvas.palette;
        let node = |column: char, at: usize, colour: &str| {
            let style = ItemStyle::new()
                .color(colour)
                .border_color(palette.line_2.as_str());
            let depth = if column == 'l' { 0 } else { 1 };
            SankeyNode::new(Self::key(column, at))
                .depth(depth)
                .item_style(style)
        };
        let touched = |column: char, at: usize| {
            let at_end = |band: &FlowBand| if column == 'l' { band.from } else { band.to };
            self.bands.iter().any(|band| at_end(band) == at)
        };
        let left = (0..self.left.len()).filter(|at| touched('l', *at));
        let left = left.map(|at| node('l', at, &palette.hue(at).back));
        let right = (0..self.right.len()).filter(|at| touched('r', *at));
        let right = right.map(|at| node('r', at, &palette.ink_2));
        let link = |band: &FlowBand| {
            let ends = (Self::key('l', band.from), Self::key('r', band.to));
            SankeyLink::from((ends.0, ends.1, band.count as f64))
        };
        let series = Sankey::new()
            .layout_iterations(0u64)
            .node_align(SankeyNodeAlign::Justify)
            .label(
                Label::new()
                    .color(palette.ink.as_str())
                    .position(LabelPosition::Right),
            )
            .data(left.chain(right).collect::<Vec<_>>())
            .links(self.bands.iter().map(link).collect::<Vec<_>>());
        let chart = Chart::new()
            .tooltip(Tooltip::new().trigger(Trigger::Item))
            .series(series);
        let rows = self.left.len().max(self.right.len());
        let notes = self.untouched().map(words::flow_none).collect();
        ChartDrawing::new(&chart, self.beyond(canvas), (rows * NAME).max(160) as u32).noting(notes)
    }
}

impl Flow {
    /// Returns the names beside their nodes, the space they need, and their tooltips.
    fn beyond(&self, canvas: &Canvas) -> Value {
        // The two columns of names are beside the bands, and take at most a third of the width each.
        let most = canvas.width / 34.0;
        let widest = |names: &[String]| {
            let widest = names.iter().map(|name| width(name)).fold(0.0, f64::max);
            (widest + 0.5).min(most)
        };
        let (on_left, on_right) = (widest(&self.left), widest(&self.right));
        let label = |name: &String, em: f64, side: &str| {
            let lines = folded(name, em.max(4.0), 2).join("\n");
            json!({"label": {"formatter": lines, "position": side}, "tooltip": {"formatter": name}})
        };
        let is_touched =
            |at: usize, of: fn(&FlowBand) -> usize| self.bands.iter().any(|b| of(b) == at);
        let left = self.left.iter().enumerate();
        let left = left.filter(|(at, _)| is_touched(*at, |band| band.from));
        let right = self.right.iter().enumerate();
        let right = right.filter(|(at, _)| is_touched(*at, |band| band.to));
        let names: Vec<_> = left
            .map(|(_, name)| label(name, on_left, "left"))
            .chain(right.map(|(_, name)| label(name, on_right, "right")))
            .collect();
        let bands = self.bands.iter().map(|band| {
            let (from, to) = (&self.left[band.from], &self.right[band.to]);
            json!({"tooltip": {"formatter": words::flow_band(from, to, band.count)}})
        });
        json!({"series": [{
            "left": on_left * 12.0 + 14.0,
            "right": on_right * 12.0 + 14.0,
            "top": 8, "bottom": 8,
            "nodeGap": 12,
            "draggable": false,
            "lineStyle": {"color": "source", "opacity": 0.35},
            "emphasis": {"focus": "adjacency"},
            "data": names,
            "links": bands.collect::<Vec<_>>(),
        }]})
    }
}
