//! What to look at before it is published.

use leptos::prelude::*;

use super::state::{Prepared, PublicationState};
use crate::app::pages::route_to;
use crate::publish::site::Personal;
use crate::strategy::*;
use crate::words::publication as words;

/// Things shown of a long list; how many others there are is said.
const SHOWN: usize = 20;

/// What becomes public for the first time, what may be personal, and what an indicator lacks.
#[component]
pub fn ConcernsFound(prepared: Prepared) -> impl IntoView {
    let state: PublicationState = expect_context();
    let concerns = prepared.concerns;
    let link = move |record: Option<AnyId>| {
        let record = record.unwrap_or(About::ID.into());
        state.store.with(|s| route_to(s, record)).to_string()
    };
    let personal = concerns.personal.iter().take(SHOWN).map(|one: &Personal| {
        view! {
            <li>
                <b>{words::sort(one.sort)}</b>
                " "
                <a href=link(one.record)>{one.excerpt.clone()}</a>
            </li>
        }
    });
    let lacking = concerns.lacking.iter().take(SHOWN).map(|finding| {
        let href = link(Some(finding.place.record));
        view! { <li><a href=href>{finding.sentence()}</a></li> }
    });
    let more = |count: usize| {
        let more = count.saturating_sub(SHOWN);
        (more > 0).then(|| view! { <li class="sub">{words::more(more)}</li> })
    };
    view! {
        <section aria-labelledby="concerns">
            <h3 id="concerns">{words::concerns()}</h3>
            <p>{words::new_records(prepared.before.as_deref(), &concerns.new)}</p>
            <h4>{words::personal(concerns.personal.len())}</h4>
            <ul class="concern-list">
                {personal.collect_view()}
                {more(concerns.personal.len())}
            </ul>
            <h4>{words::lacking(concerns.lacking.len())}</h4>
            <ul class="concern-list">
                {lacking.collect_view()}
                {more(concerns.lacking.len())}
            </ul>
        </section>
    }
    .into_any()
}
