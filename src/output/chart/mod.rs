//! 推移図: what is drawn of an indicator over the years, the same in the app and on pages without scripts: which figures, on
//! what scale, and where each text stands. A page draws it as SVG; the app gives it to its chart library.

mod breakdown;
mod datum;
mod diagram;
mod figures;
mod labels;
mod line_chart;
mod logic;
mod of;
mod population;
mod scale;
mod spark;
mod svg;
pub mod text_metrics;
mod whole;

pub use breakdown::breakdown;
pub use datum::{Datum, YearlyData};
pub use diagram::{DiagramLayout, UNIT, arrows, diagram_picture, lay_out, split};
pub use figures::{FigureColumn, Trend, TrendLine};
pub use labels::{LETTER, Plot, Px, TakenAreas};
pub use line_chart::{leaf_chart, line_chart};
pub use logic::logic_diagram;
pub use population::{
    CURVE, PYRAMID, PopulationLine, PyramidWords, outlook_lines, population_curve, pyramid,
};
pub use scale::Scale;
pub use spark::{Spark, spark};
pub use svg::{LEAF, legend, picture, small};
pub use whole::{
    HEIGHT, LegendEntry, LineKind, RIGHT, WIDTH_STEP, WholePicture, town_offset, whole,
};
