//! A number while it is read, and its qualifiers.

use rust_decimal::Decimal;

use crate::printed::{Bound, DirectionalTarget, Number, Provisional, Reading, Span};

/// Meaning of a word beside a number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Qualifier {
    /// 約.
    About,
    /// 以上.
    AtLeast,
    /// 超.
    MoreThan,
    /// 以下.
    AtMost,
    /// 未満.
    LessThan,
    /// …台.
    Band,
    /// 累計・平均 …
    Over(Span),
    /// 速報・推計 …
    Firm(Provisional),
    /// Nothing: を目標, 達成.
    Nothing,
    /// 増・減: the number is a change.
    Change,
}

/// A number while it is read.
pub(super) struct PartialNumber<'a> {
    pub s: &'a [char],
    pub i: usize,
    pub number: Number,
    /// 2022年を: the year of an index.
    pub index: bool,
    /// R6の: a share or a multiple would be of the figure of that year.
    pub of_year: bool,
    /// 現状値の, 現状値から: a multiple or a change must follow.
    pub from_baseline: bool,
    /// トップ, 上位: the number is the last place that counts.
    pub ranked: bool,
}

impl PartialNumber<'_> {
    /// Adds a text to those printed beside the number.
    pub fn beside(&mut self, text: &str) {
        if !self.number.aside.is_empty() && !text.is_empty() {
            self.number.aside.push(' ');
        }
        self.number.aside.push_str(text);
    }

    /// Applies a qualifier; `None` if it contradicts an earlier one.
    pub fn says(&mut self, says: Qualifier) -> Option<()> {
        let n = &mut self.number;
        let bound = match says {
            Qualifier::About => {
                n.about = true;
                return Some(());
            }
            Qualifier::Over(span) => {
                let before = std::mem::replace(&mut n.span, span);
                return (before == Span::Single || before == span).then_some(());
            }
            Qualifier::Firm(firm) => {
                let before = n.provisional.replace(firm);
                return before.is_none_or(|b| b == firm).then_some(());
            }
            Qualifier::Nothing => return Some(()),
            Qualifier::Change => return None,
            Qualifier::AtLeast => Bound::AtLeast,
            Qualifier::MoreThan => Bound::MoreThan,
            Qualifier::AtMost => Bound::AtMost,
            Qualifier::LessThan => Bound::LessThan,
            Qualifier::Band => Bound::Band,
        };
        let before = std::mem::replace(&mut n.bound, bound);
        (before == Bound::Exact).then_some(())
    }

    /// Checks the whole, and returns its reading.
    pub fn finish(self) -> Option<Reading> {
        let mut number = self.number;
        if self.from_baseline {
            let times = number.unit == "倍" && number.bound == Bound::Exact;
            return times.then_some(Reading::Directional(DirectionalTarget::Times(number.value)));
        }
        if self.of_year && ["倍", "割", "%"].contains(&number.unit.as_str()) {
            return None;
        }
        if self.ranked {
            let place = number.unit.is_empty() || number.unit == "位";
            let bound = matches!(number.bound, Bound::Exact | Bound::AtMost);
            number.bound = (place && bound).then_some(Bound::AtMost)?;
            number.unit = "位".to_owned();
        }
        if self.index {
            number.aside.push_str("指数");
            return (number.value == Decimal::ONE_HUNDRED).then_some(Reading::Number(number));
        }
        let alone = number
            == Number {
                value: number.value,
                unit: number.unit.clone(),
                ..Number::default()
            };
        // 5年 alone may be a span of time or 令和5年.
        let year = number.unit == "年" && number.value.scale() == 0 && number.value <= 64.into();
        (!(alone && year)).then_some(Reading::Number(number))
    }
}
