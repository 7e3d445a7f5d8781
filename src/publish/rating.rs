//! Ratings: one as mark, word and colour together; many as a bar of their shares with a legend.

use super::markup::{Element, element, text};
use crate::insight::rollup::Counts;
use crate::insight::verdict::Verdict;
use crate::strategy::{RuleSet, Tone};
use crate::words::{overview as words, rules};

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

/// 「○ 順調」; marked where people gave it.
pub fn rating(verdict: &Verdict) -> Element {
    let (mark, word, tone) = match verdict.band() {
        Some(band) => (band.mark.as_str(), band.word.as_str(), band.tone),
        None => (words::no_mark(), words::no_band(), Tone::None),
    };
    let stamp = element("span")
        .class(&["status ", tone_class(tone)].concat())
        .child(text("span", mark).with("aria-hidden", "true"))
        .text(" ")
        .text(word);
    let people = verdict.by_people().then(|| {
        let told = text("span", rules::by_people_word()).class("visually-hidden");
        let mark = text("span", rules::by_people()).with("aria-hidden", "true");
        element("span").class("by-people").child(mark).child(told)
    });
    element("span").child(stamp).all(people)
}

/// A bar of the shares of each band.
pub fn bar(rule_set: &RuleSet, counts: &Counts) -> Element {
    let shares = rule_set.bands.iter().zip(&counts.bands);
    let shares = shares.map(|(band, count)| (band.tone, *count));
    let shares = shares.chain([(Tone::None, counts.without_band)]);
    let shares = shares.filter(|(_, count)| *count > 0);
    let share = |(tone, count): (Tone, usize)| {
        let style = format!("flex-grow:{count}");
        element("i").class(tone_class(tone)).with("style", &style)
    };
    element("div")
        .class("status-bar")
        .with("role", "img")
        .with("aria-label", &words::bands(rule_set, counts))
        .all(shares.map(share))
}

/// What the colours of a bar mean, each with its count.
pub fn legend(rule_set: &RuleSet, counts: &Counts) -> Element {
    let bands = rule_set.bands.iter().zip(&counts.bands);
    let line = |tone: Tone, mark: &str, word: &str, count: usize| {
        element("li")
            .class(tone_class(tone))
            .child(element("i").class("swatch"))
            .text(&format!("{mark} {word} "))
            .child(text("b", &count.to_string()))
    };
    let lines = bands.map(|(band, count)| line(band.tone, &band.mark, &band.word, *count));
    let others = counts.without_band;
    let others = (others > 0).then(|| line(Tone::None, words::no_mark(), words::no_band(), others));
    element("ul").class("status-legend").all(lines).all(others)
}
