//! Numbers for style sheets and SVG, without the exact writing of the standard library: its tables for every number there
//! is are as heavy as a page, and everyone would load them first.

use std::fmt;

/// A length, share or factor, written to three decimals and without needless zeros.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Short(pub f64);

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousandths = (self.0 * 1000.0).round() as i64;
        let (whole, rest) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
        let sign = if thousandths < 0 { "-" } else { "" };
        match rest {
            0 => write!(f, "{sign}{whole}"),
            rest => f.write_str(format!("{sign}{whole}.{rest:03}").trim_end_matches('0')),
        }
    }
}

/// Reads what a browser writes: 「12」, 「-0.5」, 「600.25px」. None, where no number begins.
pub fn number(text: &str) -> Option<f64> {
    let read = js_sys::parse_float(text);
    read.is_finite().then_some(read)
}
