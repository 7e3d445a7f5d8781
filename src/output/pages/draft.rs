//! The band of a plan that is not decided or is being revised: its stage, and when and where to comment.

use crate::markup::{Element, element, text};
use ::words::draft as words;
use strategy::{About, PublicComment};

/// Returns the band that stands under the header of every page; `None` if the plan is decided and not being revised.
pub fn draft_band(about: &About) -> Option<Element> {
    about.told_stage().is_draft().then(|| {
        let comment = about.public_comment.as_ref();
        element("section")
            .class("draft-band")
            .with("aria-label", words::label())
            .child(text("p", &words::notice(about.told_stage())).class("lead"))
            .all(comment.into_iter().flat_map(invitation))
    })
}

/// The period and the address of comments, as far as they are given.
fn invitation(of: &PublicComment) -> Vec<Element> {
    let period = words::period(of).map(|period| text("p", &period));
    let address = of.address.trim();
    let address = (!address.is_empty()).then(|| {
        let place = match of.link() {
            Some(link) => text("a", address).with("href", link),
            None => text("span", address),
        };
        element("p").text(words::address()).child(place)
    });
    period.into_iter().chain(address).collect()
}
