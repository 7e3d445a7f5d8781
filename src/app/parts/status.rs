//! A rating and a goal's number, each as mark, word and colour together.

use leptos::prelude::*;

pub use output::tone_class;
use strategy::{GoalKind, Tone};
use words::model::short_number;

/// 「○ 順調」.
#[component]
pub fn Status(
    /// 印.
    #[prop(into)]
    mark: String,
    /// 評語.
    #[prop(into)]
    word: String,
    /// Its colour.
    tone: Tone,
) -> impl IntoView {
    view! {
        <span class=format!("status {}", tone_class(tone))>
            <span aria-hidden="true">{mark}</span>
            " "
            {word}
        </span>
    }
}

/// The goal's number in its square.
#[component]
pub fn GoalBadge(
    /// 基本 or 横断.
    kind: GoalKind,
    /// The number as printed.
    #[prop(into)]
    number: String,
) -> impl IntoView {
    view! {
        <span class="goal-badge" class:cross=kind == GoalKind::CrossCutting>
            {short_number(&number)}
        </span>
    }
}
