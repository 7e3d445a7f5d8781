//! The ratings of many indicators: a bar of their shares, and each band with its count.

use leptos::prelude::*;

use super::tone_class;
use ::words::{overview as words, rules};
use insight::rollup::Counts;
use insight::verdict::Verdict;
pub use output::Stamp;
use output::shares;
use strategy::RuleSet;

/// A bar of all ratings with its legend; last the indicators without any.
#[component]
pub fn RatingBar(
    /// The rule set they were rated by.
    rules: RuleSet,
    /// Number of indicators in each of its bands.
    counts: Counts,
) -> impl IntoView {
    let legend: Vec<_> = shares(&rules, &counts)
        .into_iter()
        .map(|share| {
            view! {
                <li class=tone_class(share.tone)>
                    <i class="swatch"></i>
                    {share.word}
                    " "
                    <b>{share.count}</b>
                </li>
            }
        })
        .collect();
    view! {
        <div class="status-bar" aria-hidden="true">{parts(&rules, &counts)}</div>
        <ul class="status-legend">{legend}</ul>
    }
}

/// The same as a thin bar that tells its counts itself.
#[component]
pub fn ThinRatingBar(
    /// The rule set they were rated by.
    rules: RuleSet,
    /// Number of indicators in each of its bands.
    counts: Counts,
) -> impl IntoView {
    let description = words::bands(&rules, &counts);
    view! {
        <div class="status-bar thin" role="img" aria-label=description.clone() title=description>
            {parts(&rules, &counts)}
        </div>
    }
}

/// Segments of a bar.
fn parts(rules: &RuleSet, counts: &Counts) -> Vec<impl IntoView + use<>> {
    let all = shares(rules, counts).into_iter();
    all.filter(|share| share.count > 0)
        .map(|share| view! { <i class=tone_class(share.tone) style=format!("flex-grow:{}", share.count)></i> })
        .collect()
}

/// 「C 遅れ＊」: the band that counts, marked where people gave it.
#[component]
pub fn Rating(
    /// The rating of an indicator.
    verdict: Verdict,
) -> impl IntoView {
    show_stamp(Stamp::of(&verdict))
}

/// Shows the mark and the word of a rating.
pub fn show_stamp(stamp: Stamp) -> AnyView {
    let by_people = stamp.by_people.then(|| {
        view! {
            <span class="by-people" title=rules::by_people_word()>
                <span aria-hidden="true">{rules::by_people()}</span>
                <span class="visually-hidden">{rules::by_people_word()}</span>
            </span>
        }
    });
    view! {
        <super::Status mark=stamp.mark word=stamp.word tone=stamp.tone />
        {by_people}
    }
    .into_any()
}
