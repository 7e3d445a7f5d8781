//! What was read of a figure, in one line, to show before it is taken.

use super::number::figures;
use super::text::{marks, read_back as text};
use crate::strategy::{Bound, DirectionalTarget, Number, Provisional, Reading, Span};

impl Reading {
    /// 「431.5 万円（H30）」「減らす方向（数値なし）」「要確認：そのまま文字で残します」.
    pub fn summary(&self) -> String {
        match self {
            Reading::Number(number) => number.summary(),
            Reading::Missing(why) => text::missing(why.word()),
            Reading::Directional(target) => target.summary(),
            Reading::Unread => text::unread().to_owned(),
        }
    }
}

impl Number {
    fn summary(&self) -> String {
        let mut value = figures(self.value);
        if let Bound::To(upper) = self.bound {
            value = text::stretch(value, figures(upper));
        }
        if !self.unit.is_empty() {
            value = [&value, " ", &self.unit].concat();
        }
        let value = match self.bound {
            Bound::Exact | Bound::To(_) => value,
            Bound::AtLeast => text::at_least(value),
            Bound::MoreThan => text::more_than(value),
            Bound::AtMost => text::at_most(value),
            Bound::LessThan => text::less_than(value),
            Bound::Band => text::band(value),
        };
        let value = match self.about {
            true => text::about(value),
            false => value,
        };
        match self.qualities() {
            qualities if qualities.is_empty() => value,
            qualities => text::qualified(value, qualities.join(marks::list())),
        }
    }

    /// When it was taken, what it counts, how firm it is, and what stood beside it.
    fn qualities(&self) -> Vec<String> {
        let span = match self.span {
            Span::Single => "",
            Span::Cumulative => text::cumulative(),
            Span::Average => text::average(),
            Span::Total => text::total(),
            Span::EveryYear => text::every_year(),
        };
        let firm = match self.provisional {
            None => "",
            Some(Provisional::Flash) => text::flash(),
            Some(Provisional::Interim) => text::interim(),
            Some(Provisional::Estimate) => text::estimate(),
            Some(Provisional::Expected) => text::expected(),
        };
        let at = self.at.as_ref().map_or("", |at| at.0.as_str());
        let beside = match self.aside.as_str() {
            "" => String::new(),
            aside => text::beside(aside),
        };
        let all = [at, span, firm, &beside];
        let said = all.into_iter().filter(|said| !said.is_empty());
        said.map(str::to_owned).collect()
    }
}

impl DirectionalTarget {
    fn summary(&self) -> String {
        let text = match self {
            DirectionalTarget::Up => text::wish_up(),
            DirectionalTarget::Down => text::wish_down(),
            DirectionalTarget::Keep => text::wish_keep(),
            DirectionalTarget::NotBelow => text::wish_not_below(),
            DirectionalTarget::NotAbove => text::wish_not_above(),
            DirectionalTarget::AboveLastYear => text::wish_above_last_year(),
            DirectionalTarget::BelowLastYear => text::wish_below_last_year(),
            DirectionalTarget::AboveOthers => text::wish_above_others(),
            DirectionalTarget::BelowOthers => text::wish_below_others(),
            DirectionalTarget::All => text::wish_all(),
            DirectionalTarget::Words => text::wish_words(),
            DirectionalTarget::Times(times) => return text::wish_times(figures(*times)),
            DirectionalTarget::Plus { by, unit, yearly } => {
                let by = (figures(by.abs()), by.is_sign_negative());
                return match (by, yearly) {
                    ((by, true), false) => text::wish_less(by, unit),
                    ((by, true), true) => text::wish_less_yearly(by, unit),
                    ((by, false), false) => text::wish_more(by, unit),
                    ((by, false), true) => text::wish_more_yearly(by, unit),
                };
            }
        };
        text.to_owned()
    }
}
