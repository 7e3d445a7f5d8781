//! Arithmetic on decimals, compiled once: rust_decimal has its own compiled into every place that calls it, up to 1 KB
//! each. `None` is what has too many digits, or cannot be divided.
#![allow(clippy::disallowed_methods)]

use rust_decimal::Decimal;

/// `a` + `b`.
#[inline(never)]
pub fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_add(b)
}

/// `a` − `b`.
#[inline(never)]
pub fn difference(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_sub(b)
}

/// `a` × `b`.
#[inline(never)]
pub fn product(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}

/// `a` ÷ `b`.
#[inline(never)]
pub fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_div(b)
}
