//! The ratings of many indicators: a bar of their shares, and each band with its count.

use leptos::prelude::*;

use super::tone_class;
use crate::insight::rollup::Counts;
use crate::insight::verdict::Verdict;
use crate::locale::{overview as words, rules};
use crate::strategy::{RuleSet, Tone};

/// A bar of all ratings with its legend; last the indicators without any.
#[component]
pub fn RatingBar(
    /// The rule set they were rated by.
    rules: RuleSet,
    /// How many fall in each of its bands.
    counts: Counts,
) -> impl IntoView {
    let legend: Vec<_> = bands(&rules, &counts)
        .into_iter()
        .map(|(word, tone, count)| {
            view! {
                <li class=tone_class(tone)>
                    <i class="swatch"></i>
                    {word}
                    " "
                    <b>{count}</b>
                </li>
            }
        })
        .collect();
    view! {
        <div class="status-bar" aria-hidden="true">{shares(&rules, &counts)}</div>
        <ul class="status-legend">{legend}</ul>
    }
    .into_any()
}

/// The same as a thin bar that tells its counts itself.
#[component]
pub fn ThinRatingBar(
    /// The rule set they were rated by.
    rules: RuleSet,
    /// How many fall in each of its bands.
    counts: Counts,
) -> impl IntoView {
    let told = words::bands(&rules, &counts);
    view! {
        <div class="status-bar thin" role="img" aria-label=told.clone() title=told>
            {shares(&rules, &counts)}
        </div>
    }
}

/// Each band as its words, its tone and its count; those no band fits last, where there are any.
fn bands(rules: &RuleSet, counts: &Counts) -> Vec<(String, Tone, usize)> {
    let of_rules = rules.bands.iter().zip(&counts.bands);
    let mut bands: Vec<_> = of_rules
        .map(|(band, count)| (format!("{} {}", band.mark, band.word), band.tone, *count))
        .collect();
    if counts.without_band > 0 {
        let word = format!("{} {}", words::NO_MARK, words::NO_BAND);
        bands.push((word, Tone::None, counts.without_band));
    }
    bands
}

/// What stands in a bar.
fn shares(rules: &RuleSet, counts: &Counts) -> Vec<impl IntoView + use<>> {
    let all = bands(rules, counts).into_iter();
    all.filter(|(_, _, count)| *count > 0)
        .map(|(_, tone, count)| view! { <i class=tone_class(tone) style=format!("flex-grow:{count}")></i> })
        .collect()
}

/// 「C 遅れ＊」: the band that counts, marked where people gave it.
#[component]
pub fn Rating(
    /// The rating of an indicator.
    verdict: Verdict,
) -> impl IntoView {
    let (mark, word, tone) = match verdict.band() {
        Some(band) => (band.mark.clone(), band.word.clone(), band.tone),
        None => (
            words::NO_MARK.to_owned(),
            words::NO_BAND.to_owned(),
            Tone::None,
        ),
    };
    let by_people = verdict.by_people().then(|| {
        view! {
            <span class="by-people" title=rules::BY_PEOPLE_WORD>
                <span aria-hidden="true">{rules::BY_PEOPLE}</span>
                <span class="visually-hidden">{rules::BY_PEOPLE_WORD}</span>
            </span>
        }
    });
    view! {
        <super::Status mark word tone />
        {by_people}
    }
}
