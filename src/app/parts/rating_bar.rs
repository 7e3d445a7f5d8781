//! The ratings of many indicators: a bar of their shares, and each band with its count.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::tone_class;
use crate::insight::rollup::Counts;
use crate::insight::verdict::Verdict;
use crate::strategy::{RuleSet, Tone};
use crate::words::{overview as words, rules};

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
    let description = words::bands(&rules, &counts);
    view! {
        <div class="status-bar thin" role="img" aria-label=description.clone() title=description>
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
        let word = format!("{} {}", words::no_mark(), words::no_band());
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
    Stamp::of(&verdict).shown()
}

/// A rating, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    mark: String,
    word: String,
    tone: Tone,
    by_people: bool,
}

impl Stamp {
    /// That of a rating.
    pub fn of(verdict: &Verdict) -> Self {
        let (mark, word, tone) = match verdict.band() {
            Some(band) => (band.mark.clone(), band.word.clone(), band.tone),
            None => (
                words::no_mark().to_owned(),
                words::no_band().to_owned(),
                Tone::None,
            ),
        };
        Self {
            mark,
            word,
            tone,
            by_people: verdict.by_people(),
        }
    }

    /// Shows it.
    pub fn shown(self) -> AnyView {
        let by_people = self.by_people.then(|| {
            view! {
                <span class="by-people" title=rules::by_people_word()>
                    <span aria-hidden="true">{rules::by_people()}</span>
                    <span class="visually-hidden">{rules::by_people_word()}</span>
                </span>
            }
        });
        view! {
            <super::Status mark=self.mark word=self.word tone=self.tone />
            {by_people}
        }
        .into_any()
    }
}
