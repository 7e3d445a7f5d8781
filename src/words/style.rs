//! Style of years and numbers, as chosen on this device.

use std::cell::Cell;

/// Style of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Years {
    /// 令和6年度.
    #[default]
    Era,
    /// 2024年度.
    Western,
    /// 令和6（2024）年度.
    Both,
}

impl Years {
    /// Every style of years.
    pub const ALL: [Years; 3] = [Years::Era, Years::Western, Years::Both];

    /// Returns the stored form of the choice.
    pub fn tag(self) -> &'static str {
        match self {
            Years::Era => "era",
            Years::Western => "western",
            Years::Both => "both",
        }
    }

    /// Returns the style of a tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.tag() == tag)
    }
}

/// Style of negative numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Minus {
    /// △40.
    #[default]
    Triangle,
    /// −40.
    Sign,
}

impl Minus {
    /// Every style of negative numbers.
    pub const ALL: [Minus; 2] = [Minus::Triangle, Minus::Sign];

    /// Returns the stored form of the choice.
    pub fn tag(self) -> &'static str {
        match self {
            Minus::Triangle => "triangle",
            Minus::Sign => "sign",
        }
    }

    /// Returns the style of a tag.
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.tag() == tag)
    }

    /// Returns the sign.
    pub fn letter(self) -> char {
        match self {
            Minus::Triangle => '△',
            Minus::Sign => '−',
        }
    }
}

/// Style of years and numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberStyle {
    /// Years.
    pub years: Years,
    /// Style of negative numbers.
    pub minus: Minus,
}

thread_local! {
    static STYLE: Cell<NumberStyle> = const {
        Cell::new(NumberStyle { years: Years::Era, minus: Minus::Triangle })
    };
}

impl NumberStyle {
    /// Returns the style in force.
    pub fn now() -> Self {
        STYLE.get()
    }

    /// Returns the style of these tags; an unknown tag counts as the default.
    pub fn of_tags(years: &str, minus: &str) -> Self {
        Self {
            years: Years::of_tag(years).unwrap_or_default(),
            minus: Minus::of_tag(minus).unwrap_or_default(),
        }
    }

    /// Uses this style for every text from now on.
    pub fn adopt(self) {
        STYLE.set(self);
    }
}
