//! Targets given as a share of another figure.

use super::directional::{is_baseline, times, way_after};
use super::lexer::{
    any_word, bracket, collapse_spaces, skip_spaces, strip_brackets, trim, word, words,
};
use super::number::digits;
use super::quantity;
use crate::arithmetic::product;
use crate::printed::{DirectionalTarget, Number, Reading};

/// Reads 現状値から約22％減少, and 過去5年間の平均値（96件）から約20％減少, computed if the base is printed.
pub(super) fn relative(s: &[char]) -> Option<Reading> {
    if !s.contains(&'%') {
        return None;
    }
    let (at, after) =
        (0..s.len()).find_map(|i| Some((i, any_word(s, i, words!("から より 比"))?)))?;
    let i = skip_spaces(s, after);
    let about = any_word(s, i, words!("約 概ね おおむね"));
    let (percent, i) = digits(s, about.unwrap_or(i))?;
    let up = way_after(s, word(s, i, "%")?)?;
    let times = times(percent, up)?;
    if is_baseline(&strip_brackets(&s[..after])) {
        return Some(Reading::Directional(DirectionalTarget::Times(times)));
    }
    let open = s[..at].iter().rposition(|c| *c == '(')?;
    let (inside, close) = bracket(s, open)?;
    if !trim(s, close..at).is_empty() {
        return None;
    }
    let Reading::Number(base) = quantity::read(&s[inside])? else {
        return None;
    };
    Some(Reading::Number(Number {
        value: product(base.value, times)?.normalize(),
        unit: base.unit,
        about: about.is_some(),
        aside: collapse_spaces(s),
        ..Number::default()
    }))
}
