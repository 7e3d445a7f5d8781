//! Decimals that may be meant otherwise: a share of at most one, persons with three places.

use rust_decimal::Decimal;

use super::pasted::{Doubt, PastedIndicator};
use strategy::*;

/// Largest ratio of a target to its baseline that is accepted without a doubt.
pub const FAR: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// True if a decimal may be meant otherwise: a share stored as 0.6 under a head of ％, persons counted as 1.200.
pub fn is_decimal_unsure(one: &PastedIndicator) -> bool {
    let unit = half_width(&one.indicator.unit);
    let sizes = bare_shares(one);
    let is_share = |value: &Decimal| value.is_sign_positive() && *value <= Decimal::ONE;
    let stored = !sizes.is_empty() && sizes.iter().all(is_share);
    // 0.27 beside 25 and 30, 0.16 beside 2.
    let is_coarser = |value: &Decimal, than: &Decimal| {
        let value = value.abs();
        value / FAR > *than
            || than.scale() > 1 && value.scale() < than.scale() && value >= Decimal::ONE
    };
    let is_far = |value: &Decimal| {
        let mut others = shares(one).map(|n| n.value);
        value.scale() > 0 && is_share(value) && others.any(|other| is_coarser(&other, value))
    };
    let counted = |of: &str| ["人", "件", "戸", "世帯", "社", "円", "千円"].contains(&of);
    let grouped = |n: &Number| {
        let of = if n.unit.is_empty() { &unit } else { &n.unit };
        n.value.scale() == 3 && counted(of)
    };
    let figures = one.series.iter().flat_map(Series::figures);
    let grouped = figures.filter_map(Figure::number).any(grouped);
    stored || sizes.iter().any(is_far) || grouped
}

/// The numbers of an indicator of shares: its unit is ％, or it has none and is called 率 or 割合.
fn shares(one: &PastedIndicator) -> impl Iterator<Item = &Number> {
    let Indicator { name, unit, .. } = &one.indicator;
    let named = ["率", "割合"].iter().any(|word| name.ends_with(word));
    let is_share = half_width(unit) == "%" || unit.is_empty() && named;
    let figures = one.series.iter().flat_map(Series::figures);
    figures.filter_map(Figure::number).filter(move |_| is_share)
}

/// Returns the shares of an indicator that have no sign of their own, except zero.
fn bare_shares(one: &PastedIndicator) -> Vec<Decimal> {
    let bare = shares(one).filter(|n| n.unit.is_empty() && !n.value.is_zero());
    bare.map(|n| n.value).collect()
}

/// Doubts a decimal of at most one without a sign, in a table whose other shares bear it: 0.25 beside 25%.
pub fn doubt_signless_shares(all: &mut [PastedIndicator]) {
    if !all.iter().flat_map(shares).any(|n| n.unit == "%") {
        return;
    }
    for one in all {
        let is_small = |value: &Decimal| value.is_sign_positive() && *value <= Decimal::ONE;
        if bare_shares(one).iter().any(is_small) {
            one.doubt(Doubt::Decimals);
        }
    }
}
