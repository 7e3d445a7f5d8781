//! 図: every chart of the app, each with its sentence and its table.
//!
//! A builder ([`Draw`]) turns plain figures into ECharts' option and a table; [`ChartView`] shows both. Builders judge
//! nothing: ratings, paths and forecasts come in as figures. Only this room names charming and ECharts.

mod achievement;
mod binding;
mod dot;
mod download;
mod drawers;
mod drawing;
mod enlarge;
mod error;
mod figure;
mod lanes;
pub mod lettering;
mod money;
mod observe;
mod scale;
mod sign;
mod small_figure;
mod small_multiples;
mod sparkline;
mod sunburst;
mod table;
mod theme;
mod trend;

pub use achievement::{Achievement, AchievementRow};
pub use binding::{Chart, Picked, is_loaded, load};
pub use dot::{Dot, Dots};
pub use drawers::{Drawable, Drawer, Drawers};
pub use drawing::{ChartTable, Draw, Drawing};
pub use error::ChartError;
pub use figure::ChartView;
pub use money::{MoneyBars, MoneyPart, Stand};
pub use scale::Scale;
pub use sign::Sign;
pub use small_figure::SmallFigure;
pub use small_multiples::{SmallMultiples, SmallTrend};
pub use sparkline::{Spark, Sparkline};
pub use sunburst::{Branch, OutlineRings};
pub use theme::{Fill, Palette, Paper, palette};
pub use trend::{Trend, TrendLine};
