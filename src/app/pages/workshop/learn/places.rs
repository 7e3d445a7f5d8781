//! Targets of the focus.

/// The DOM id of the question.
pub const QUESTION: &str = "learn-question";

/// The DOM id of the answer.
pub const ANSWER: &str = "learn-answer";
