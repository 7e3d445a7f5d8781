//! 図: every chart of the app, each with its sentence and its table.
//!
//! A builder ([`Draw`]) turns plain figures into the option of ECharts and a table; [`ChartView`] shows both.
//! Builders make no judgements: ratings, paths and forecasts come in as figures. Only this folder uses charming and
//! ECharts.

mod achievement;
mod bar_rows;
mod binding;
mod count_bars;
mod download;
mod drawers;
mod drawing;
mod enlarge;
mod error;
mod figure;
mod flow;
mod marker;
mod money;
mod observe;
mod small_figure;
mod small_multiples;
mod sparkline;
mod sunburst;
mod table;
mod theme;
mod trend;

pub use achievement::{Achievement, AchievementRow};
pub use binding::{Chart, Picked, is_loaded, load};
pub use count_bars::{CountBars, CountPart};
pub use drawers::{Drawable, Drawer, Drawers};
pub use drawing::{ChartDrawing, ChartTable, Draw, Sketch};
pub use error::ChartError;
pub use figure::ChartView;
pub use flow::{Flow, FlowBand};
pub use marker::Marker;
pub use money::{BarLayout, MoneyBars, MoneyPart};
pub use small_figure::SmallFigure;
pub use small_multiples::{SmallMultiples, SmallTrend};
pub use sparkline::Sparkline;
pub use sunburst::{OutlineRings, RingSegment};
pub use theme::{Canvas, Fill, Palette, palette};

pub(crate) use observe::on_resize;
pub use output::chart::{Datum, Scale, Trend, TrendLine, YearlyData, text_metrics};
