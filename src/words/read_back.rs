//! The reading of a figure, in one line, shown before it is entered.

use super::number::figures;
use super::say::{Say, Word};
use super::text::{marks, number as rank, read_back as text};
use insight::unit::is_rank;
use strategy::{Bound, DirectionalTarget, Number, Provisional, Reading, Span};

impl Say for Reading {
    /// 「431.5 万円（H30）」「減らす方向（数値なし）」「要確認：そのまま文字で残します」.
    fn say(&self) -> String {
        match self {
            Reading::Number(number) => summary(number),
            Reading::Missing(why) => text::missing(why.word()),
            Reading::Directional(target) => wish(target),
            Reading::Unread => text::unread().to_owned(),
        }
    }
}

/// Returns a number with its unit, its bound and its qualifiers.
fn summary(number: &Number) -> String {
    let mut value = figures(number.value);
    if let Bound::To(upper) = number.bound {
        value = text::stretch(value, figures(upper));
    }
    if !number.unit.is_empty() {
        value = [&value, " ", &number.unit].concat();
    }
    let value = match number.bound {
        Bound::Exact | Bound::To(_) => value,
        Bound::AtLeast => text::at_least(value),
        Bound::MoreThan => text::more_than(value),
        Bound::AtMost if is_rank(&number.unit) => rank::within_rank(value),
        Bound::AtMost => text::at_most(value),
        Bound::LessThan => text::less_than(value),
        Bound::Band => text::band(value),
    };
    let value = match number.about {
        true => text::about(value),
        false => value,
    };
    match qualities(number) {
        qualities if qualities.is_empty() => value,
        qualities => text::qualified(value, qualities.join(marks::list())),
    }
}

/// Returns its time, its span, its firmness, and the text printed beside it.
fn qualities(number: &Number) -> Vec<String> {
    let span = match number.span {
        Span::Single => "",
        Span::Cumulative => text::cumulative(),
        Span::Average => text::average(),
        Span::Total => text::total(),
        Span::EveryYear => text::every_year(),
    };
    let firm = match number.provisional {
        None => "",
        Some(Provisional::Flash) => text::flash(),
        Some(Provisional::Interim) => text::interim(),
        Some(Provisional::Estimate) => text::estimate(),
        Some(Provisional::Expected) => text::expected(),
    };
    let at = number.at.as_ref().map_or("", |at| at.0.as_str());
    let beside = match number.aside.as_str() {
        "" => String::new(),
        aside => text::beside(aside),
    };
    let all = [at, span, firm, &beside];
    let said = all.into_iter().filter(|said| !said.is_empty());
    said.map(str::to_owned).collect()
}

/// Returns a target that is a direction.
fn wish(target: &DirectionalTarget) -> String {
    let text = match target {
        DirectionalTarget::Up => text::wish_up(),
        DirectionalTarget::Down => text::wish_down(),
        DirectionalTarget::Keep => text::wish_keep(),
        DirectionalTarget::NotBelow => text::wish_not_below(),
        DirectionalTarget::NotAbove => text::wish_not_above(),
        DirectionalTarget::AboveLastYear => text::wish_above_last_year(),
        DirectionalTarget::BelowLastYear => text::wish_below_last_year(),
        DirectionalTarget::NotBelowLastYear => text::wish_not_below_last_year(),
        DirectionalTarget::NotAboveLastYear => text::wish_not_above_last_year(),
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
