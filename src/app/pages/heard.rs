//! Ideas of residents about a goal, a measure or an indicator, and the changes that followed: shown beside the
//! record.

use leptos::prelude::*;

use super::record_route::route_to;
use crate::store::Store;
use ::words::heard as words;
use insight::workshop::heard;
use strategy::*;

/// Number of ideas, with a link to them; hidden if there are none.
#[component]
pub fn Heard(
    /// The record.
    #[prop(into)]
    of: AnyId,
) -> impl IntoView {
    let store = Store::here();
    // Changes that followed an idea are shown on another page.
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
                    {words::some(about, led)}
                    " "
                    <a href=way>{words::open()}</a>
                </p>
            }
        })
    }
}
