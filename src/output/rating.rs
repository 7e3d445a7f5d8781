//! Ratings: one as mark, word and colour together; many as a bar of their shares with a legend.

use serde::{Deserialize, Serialize};

use super::markup::{Element, element, text};
use ::words::{overview as words, rules};
use insight::rollup::Counts;
use insight::verdict::Verdict;
use strategy::{RuleSet, Tone};

/// The class that colours a tone.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Best => "best",
        Tone::Good => "good",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
        Tone::None => "none",
    }
}

/// 「○ 順調」: a rating, as it is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stamp {
    /// 印.
    pub mark: String,
    /// 評語.
    pub word: String,
    /// Its colour.
    pub tone: Tone,
    /// True if people gave it.
    pub by_people: bool,
}

impl Stamp {
    /// That of an indicator.
    pub fn of(verdict: &Verdict) -> Self {
        let (mark, word, tone) = match verdict.band() {
            Some(band) => (band.mark.as_str(), band.word.as_str(), band.tone),
            None => (words::no_mark(), words::no_band(), Tone::None),
        };
        Self {
            mark: mark.to_owned(),
            word: word.to_owned(),
            tone,
            by_people: verdict.by_people(),
        }
    }
}

/// A share of a bar: what it is called, how it is coloured, and of how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BarShare {
    /// 「○ 順調」.
    pub word: String,
    /// Its colour.
    pub tone: Tone,
    /// Their number.
    pub count: usize,
}

/// Each band of a rule set with its count; what no band fits comes last, where there is any.
pub fn shares(rule_set: &RuleSet, counts: &Counts) -> Vec<BarShare> {
    let share = |mark: &str, word: &str, tone: Tone, count: usize| BarShare {
        word: [mark, " ", word].concat(),
        tone,
        count,
    };
    let bands = rule_set.bands.iter().zip(&counts.bands);
    let bands = bands.map(|(band, count)| share(&band.mark, &band.word, band.tone, *count));
    let others = counts.without_band;
    let others =
        (others > 0).then(|| share(words::no_mark(), words::no_band(), Tone::None, others));
    bands.chain(others).collect()
}

/// 「○ 順調」; marked where people gave it.
pub fn rating(verdict: &Verdict) -> Element {
    let shown = Stamp::of(verdict);
    let stamp = element("span")
        .class(&["status ", tone_class(shown.tone)].concat())
        .child(text("span", &shown.mark).with("aria-hidden", "true"))
        .text(" ")
        .text(&shown.word);
    let people = shown.by_people.then(|| {
        let told = text("span", rules::by_people_word()).class("visually-hidden");
        let mark = text("span", rules::by_people()).with("aria-hidden", "true");
        element("span").class("by-people").child(mark).child(told)
    });
    element("span").child(stamp).all(people)
}

/// A bar of the shares of each band.
pub fn bar(rule_set: &RuleSet, counts: &Counts) -> Element {
    bar_of("status-bar", rule_set, counts)
}

/// The same as a thin one, on a card.
pub fn thin_bar(rule_set: &RuleSet, counts: &Counts) -> Element {
    bar_of("status-bar thin", rule_set, counts)
}

fn bar_of(class: &str, rule_set: &RuleSet, counts: &Counts) -> Element {
    let all = shares(rule_set, counts).into_iter();
    let share = |share: BarShare| {
        let style = format!("flex-grow:{}", share.count);
        let part = element("i").class(tone_class(share.tone));
        part.with("style", &style)
    };
    element("div")
        .class(class)
        .with("role", "img")
        .with("aria-label", &words::bands(rule_set, counts))
        .all(all.filter(|share| share.count > 0).map(share))
}

/// Legend of the colours of a bar, each with its count.
pub fn legend(rule_set: &RuleSet, counts: &Counts) -> Element {
    let line = |share: BarShare| {
        element("li")
            .class(tone_class(share.tone))
            .child(element("i").class("swatch"))
            .text(&share.word)
            .text(" ")
            .child(text("b", &share.count.to_string()))
    };
    let all = shares(rule_set, counts).into_iter();
    element("ul").class("status-legend").all(all.map(line))
}
