//! 表示のことば.

use super::style::{Minus, Years};
use super::text::display as text;
pub use super::text::display::*;

/// Themes: the stored value of each choice, and its name.
pub fn themes() -> [(&'static str, &'static str); 3] {
    [
        ("", text::theme_device()),
        ("light", text::theme_light()),
        ("dark", text::theme_dark()),
    ]
}

/// 文字の大きさ, from small to large: the stored value of each choice, and its name.
pub fn text_sizes() -> [(&'static str, &'static str); 4] {
    [
        ("small", text::text_small()),
        ("", text::text_usual()),
        ("large", text::text_large()),
        ("largest", text::text_largest()),
    ]
}

/// 表示の密度, from wide to close: the stored value of each choice, and its name.
pub fn densities() -> [(&'static str, &'static str); 3] {
    [
        ("relaxed", text::density_relaxed()),
        ("", text::density_usual()),
        ("compact", text::density_compact()),
    ]
}

/// Names a style of years.
pub fn years_of(years: Years) -> &'static str {
    match years {
        Years::Era => text::years_era(),
        Years::Western => text::years_western(),
        Years::Both => text::years_both(),
    }
}

/// Names a style of negative numbers.
pub fn minus_of(minus: Minus) -> &'static str {
    match minus {
        Minus::Triangle => text::minus_triangle(),
        Minus::Sign => text::minus_sign(),
    }
}
