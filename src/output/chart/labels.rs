//! Placement of a text beside its point: off the lines, off the other points and texts, and within the plot.

use super::text_metrics::{number, width};
use super::{Datum, Scale, TrendLine, YearlyData};
use strategy::FiscalYear;

/// A place or a distance in px, from the upper left of the plot.
pub type Px = (f64, f64);

/// Size of what is written, in px.
pub const LETTER: f64 = 12.0;

/// The part of the chart between its axes.
pub struct Plot {
    /// Its corner on the paper: room to its left, and above.
    pub corner: Px,
    /// Its width and height.
    pub size: Px,
    first: FiscalYear,
    years: usize,
    pub(super) scale: Scale,
}

impl Plot {
    /// As ECharts lays it out: beside the numbers of the upright axis, above the years.
    pub fn new(years: &[FiscalYear], scale: Scale, canvas: Px, right: f64, top: f64) -> Self {
        let steps = ((scale.max - scale.min) / scale.step).round() as usize;
        let numbers = (0..=steps).map(|at| number(scale.min + scale.step * at as f64));
        let widest = numbers.map(|text| width(&text)).fold(0.0, f64::max);
        let left = 4.0 + widest * LETTER + 8.0;
        Self {
            corner: (left, top),
            size: (
                (canvas.0 - left - right).max(1.0),
                (canvas.1 - top - 24.0).max(1.0),
            ),
            first: years.first().copied().unwrap_or(FiscalYear(0)),
            years: years.len().max(1),
            scale,
        }
    }

    /// Without an upright axis: so much paper, with room for dots at its edges and for years below.
    pub fn plain(years: &[FiscalYear], scale: Scale, paper: Px) -> Self {
        Self {
            corner: (0.0, 8.0),
            size: (paper.0, paper.1 - 28.0),
            first: years.first().copied().unwrap_or(FiscalYear(0)),
            years: years.len().max(1),
            scale,
        }
    }

    /// The point of a value, from the corner of the paper.
    pub fn on_paper(&self, year: FiscalYear, value: f64) -> Px {
        let (x, y) = self.at(year, value);
        (x + self.corner.0, y + self.corner.1)
    }

    /// The point of a value, from the corner of the plot.
    pub fn at(&self, year: FiscalYear, value: f64) -> Px {
        let column = f64::from(year.0) - f64::from(self.first.0) + 0.5;
        let share = (self.scale.max - value) / (self.scale.max - self.scale.min);
        (
            column * self.size.0 / self.years as f64,
            share * self.size.1,
        )
    }
}

/// Areas that a text must not cover.
#[derive(Default)]
pub struct TakenAreas {
    lines: Vec<(Px, Px)>,
    boxes: Vec<Box>,
}

/// Middle and half of width and height.
#[derive(Clone, Copy)]
struct Box {
    middle: Px,
    half: Px,
}

impl Box {
    fn shared(self, other: Self) -> f64 {
        let along = |a: f64, b: f64, reach: f64| (reach - (a - b).abs()).max(0.0);
        along(self.middle.0, other.middle.0, self.half.0 + other.half.0)
            * along(self.middle.1, other.middle.1, self.half.1 + other.half.1)
    }

    /// Returns the length of a line within the box, in px (Liang–Barsky).
    fn crossed(self, (from, to): (Px, Px)) -> f64 {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let sides = [
            (-dx, from.0 - (self.middle.0 - self.half.0)),
            (dx, self.middle.0 + self.half.0 - from.0),
            (-dy, from.1 - (self.middle.1 - self.half.1)),
            (dy, self.middle.1 + self.half.1 - from.1),
        ];
        let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
        for (way, room) in sides {
            if way == 0.0 {
                if room < 0.0 {
                    return 0.0;
                }
            } else if way < 0.0 {
                enters = enters.max(room / way);
            } else {
                leaves = leaves.min(room / way);
            }
        }
        (leaves - enters).max(0.0) * dx.hypot(dy)
    }

    /// Returns how far it reaches out of the plot, in px.
    fn outside(self, size: Px) -> f64 {
        let out = |middle: f64, half: f64, size: f64| {
            (half - middle).max(0.0) + (middle + half - size).max(0.0)
        };
        out(self.middle.0, self.half.0, size.0) + out(self.middle.1, self.half.1, size.1)
    }
}

impl TakenAreas {
    /// Returns the areas that the lines of a trend cover in a plot.
    pub fn by(line: &TrendLine, actuals: &YearlyData, plot: &Plot) -> Self {
        let mut taken = Self::default();
        let at = |(year, datum): &(FiscalYear, Datum)| Some(plot.at(*year, datum.value?));
        for data in [actuals, &line.forecast, &line.without_policy] {
            taken.line(data.iter().filter_map(at));
        }
        for datum in line.targets.iter().chain(&line.replaced) {
            taken.line(at(datum).into_iter());
        }
        for (town, data) in &line.others {
            taken.line(data.iter().filter_map(at));
            if let Some(last) = data.iter().rev().find_map(at) {
                taken.above(town, last);
            }
        }
        let path = line.path.iter();
        taken.line(path.map(|(year, value)| plot.at(*year, *value)));
        taken
    }

    /// A line through these points.
    pub fn line(&mut self, points: impl Iterator<Item = Px>) {
        let points: Vec<Px> = points.collect();
        let pairs = points.windows(2).map(|pair| (pair[0], pair[1]));
        self.lines.extend(pairs);
        self.boxes.extend(points.iter().map(|point| Box {
            middle: *point,
            half: (6.0, 6.0),
        }));
    }

    /// A text that stands above a point already.
    pub fn above(&mut self, text: &str, point: Px) {
        let size = size_of(text);
        self.boxes.push(Box {
            middle: (point.0, point.1 - size.1 / 2.0 - 5.0),
            half: (size.0 / 2.0, size.1 / 2.0),
        });
    }

    /// Returns the best offset of the middle of a text from its point; the area is taken from then on.
    pub fn place(&mut self, plot: &Plot, text: &str, point: Px) -> Px {
        let size = size_of(text);
        let half = (size.0 / 2.0, size.1 / 2.0);
        // Above or below its point, so far to either side; or beside it.
        let shifts = [0.0, 1.0, -1.0, 0.7, -0.7, 0.35, -0.35];
        let sides = shifts.into_iter().flat_map(|x| [(x, -1.0), (x, 1.0)]);
        let sides: Vec<Px> = sides.chain([(1.0, 0.0), (-1.0, 0.0)]).collect();
        let mut best = (f64::INFINITY, (0.0, 0.0));
        for far in [7.0, 13.0, 20.0, 28.0, 37.0, 47.0, 58.0, 70.0] {
            for (nth, (x, y)) in sides.iter().enumerate() {
                let aside = if *y == 0.0 {
                    far + half.0
                } else {
                    half.0 - 4.0
                };
                let away: Px = (x * aside, y * (far + half.1));
                let there = Box {
                    middle: (point.0 + away.0, point.1 + away.1),
                    half,
                };
                let lines: f64 = self.lines.iter().map(|line| there.crossed(*line)).sum();
                let boxes: f64 = self.boxes.iter().map(|own| there.shared(*own)).sum();
                let touched = 60.0 * f64::from(u8::from(lines + boxes > 0.0));
                let cost = there.outside(plot.size) * 40.0
                    + touched
                    + lines * 10.0
                    + boxes * 2.0
                    + far
                    + nth as f64;
                if cost < best.0 {
                    best = (cost, away);
                }
            }
        }
        let middle = (point.0 + best.1.0, point.1 + best.1.1);
        self.boxes.push(Box { middle, half });
        best.1
    }
}

fn size_of(text: &str) -> Px {
    (width(text) * LETTER + 4.0, LETTER + 4.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_of_none_has_no_axis_below_zero() {
        let scale = Scale::around([0.0, 0.0].into_iter());
        assert_eq!((scale.min, scale.max, scale.step), (0.0, 1.0, 1.0));
    }

    #[test]
    fn end_labels_lie_on_no_line_nor_on_each_other_and_within_the_plot() {
        let years: Vec<_> = (2020..=2025).map(FiscalYear).collect();
        // A population that falls towards a target a little below it, as on the page of 総人口, wide and narrow.
        for canvas in [320.0, 640.0, 1200.0] {
            let scale = Scale::around([8503.0, 8247.0, 8200.0].into_iter());
            let plot = Plot::new(&years, scale, (canvas, 300.0), 12.0, 30.0);
            let actual: Vec<Px> = [8503.0, 8450.0, 8390.0, 8320.0, 8247.0]
                .into_iter()
                .zip(&years)
                .map(|(value, year)| plot.at(*year, value))
                .collect();
            let aim = plot.at(FiscalYear(2025), 8200.0);
            let path = [actual[0], aim];
            let mut taken = TakenAreas::default();
            taken.line(actual.iter().copied());
            taken.line(path.into_iter());
            let mut boxes = Vec::new();
            for (text, point) in [("実績 8,247", actual[4]), ("目標 8,200以上", aim)] {
                let away = taken.place(&plot, text, point);
                let size = size_of(text);
                let own = Box {
                    middle: (point.0 + away.0, point.1 + away.1),
                    half: (size.0 / 2.0, size.1 / 2.0),
                };
                assert_eq!(own.outside(plot.size), 0.0, "{text} at {canvas}");
                for line in &taken.lines {
                    assert_eq!(own.crossed(*line), 0.0, "{text} at {canvas}");
                }
                boxes.push(own);
            }
            assert_eq!(boxes[0].shared(boxes[1]), 0.0, "at {canvas}");
        }
    }
}
