//! 目盛: a value axis whose ends and steps are round numbers.

/// The ends of an axis and the distance between its lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The lower end.
    pub min: f64,
    /// The upper end.
    pub max: f64,
    /// From one line to the next.
    pub step: f64,
}

impl Scale {
    /// About five lines around all values. It begins at 0 unless the values lie close together far from it.
    pub fn around(values: impl Iterator<Item = f64> + Clone) -> Self {
        let values = values.filter(|value| value.is_finite());
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        if low > high {
            return Self::between(0.0, 1.0);
        }
        let apart = high - low;
        let near_zero = |end: f64| end.abs() <= apart * 1.5;
        let low = if low > 0.0 && near_zero(low) {
            0.0
        } else {
            low
        };
        let high = if high < 0.0 && near_zero(high) {
            0.0
        } else {
            high
        };
        match apart == 0.0 {
            // A count of none is drawn from 0 on: nothing is below it.
            true if low == 0.0 => Self {
                min: 0.0,
                max: 1.0,
                step: 1.0,
            },
            true => Self::between(
                low - low.abs().max(1.0) * 0.1,
                high + high.abs().max(1.0) * 0.1,
            ),
            false => Self::between(low, high),
        }
    }

    /// About five lines from 0 over all values.
    pub fn from_zero(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        match low == high {
            true => Self::between(0.0, 1.0),
            false => Self::between(low, high),
        }
    }

    fn between(low: f64, high: f64) -> Self {
        let step = round_step((high - low) / 4.0);
        Self {
            min: (low / step).floor() * step,
            max: (high / step).ceil() * step,
            step,
        }
    }

    /// True if 0 is on the axis.
    pub fn has_zero(self) -> bool {
        self.min <= 0.0 && 0.0 <= self.max
    }
}

/// The smallest of 1, 2, 2.5, 5, 10 × 10ⁿ that is no smaller than `rough`.
fn round_step(rough: f64) -> f64 {
    let ten = 10_f64.powf(rough.log10().floor());
    [1.0, 2.0, 2.5, 5.0]
        .into_iter()
        .map(|n| n * ten)
        .find(|step| *step >= rough * 0.999_999)
        .unwrap_or(10.0 * ten)
}
