//! Notices over the page, with the action that the user can take there.

use edit::Refusal;
use strategy::FiscalYear;
use words::Say;

/// A sentence, with an optional action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Action of the button beside it.
    pub way: Option<NoticeWay>,
    /// True if it reports a completed edit: it is shown once the edit is stored.
    pub done: bool,
}

/// Action that a notice offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeWay {
    /// 年度の確定を解除する.
    Reopen(FiscalYear),
}

impl Notice {
    /// Makes a notice with an action.
    pub fn with(text: String, way: NoticeWay) -> Self {
        Self {
            text,
            way: Some(way),
            done: false,
        }
    }

    /// Marks the notice as the report of a completed edit.
    pub fn done(self) -> Self {
        Self { done: true, ..self }
    }
}

impl From<String> for Notice {
    fn from(text: String) -> Self {
        Self {
            text,
            way: None,
            done: false,
        }
    }
}

impl From<&Refusal> for Notice {
    fn from(refusal: &Refusal) -> Self {
        let way = match refusal {
            Refusal::Closed(year) => Some(NoticeWay::Reopen(*year)),
            _ => None,
        };
        Self {
            text: refusal.say(),
            way,
            done: false,
        }
    }
}
