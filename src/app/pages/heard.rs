//! What residents said about a goal, a measure or an indicator, and what changed because of it: told where it stands.

use leptos::prelude::*;

use super::record_route::route_to;
use crate::store::Store;
use ::words::workshop as words;
use insight::workshop::heard;
use strategy::*;

/// How many opinions there are, with the way to them; nothing where there is none.
#[component]
pub fn Heard(
    /// What they are about.
    #[prop(into)]
    of: AnyId,
) -> impl IntoView {
    let store = Store::here();
    // What changed because of an idea is said on another page.
    let told = Memo::new(move |_| {
        store.follow_shape(|s| {
            let heard = heard(s, of);
            let first = heard.first?;
            let way = route_to(s, first.into()).to_string();
            Some((heard.about, heard.led, way))
        })
    });
    move || {
        told.get().map(|(about, led, way)| {
            view! {
                <p class="sub heard">
                    {words::voices_some(about, led)}
                    " "
                    <a href=way>{words::voices_open()}</a>
                </p>
            }
        })
    }
}
