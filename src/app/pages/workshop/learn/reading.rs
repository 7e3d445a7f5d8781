//! A text with the readings it gives itself over its kanji.

use leptos::prelude::*;

use insight::workshop::furigana;

/// A text with the readings that it gives itself.
pub fn read_aloud(text: &str) -> AnyView {
    let pieces = furigana(text).into_iter();
    let piece = |(text, reading): (String, String)| match reading.is_empty() {
        true => text.into_any(),
        false => view! { <ruby>{text}<rp>"("</rp><rt>{reading}</rt><rp>")"</rp></ruby> }.into_any(),
    };
    pieces.map(piece).collect_view().into_any()
}
