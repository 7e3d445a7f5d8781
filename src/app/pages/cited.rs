//! The grounds that a chapter, a goal, a measure or an indicator cites, shown and chosen where it stands.

use leptos::prelude::*;

use crate::parts::{IconButton, IconName, read_only};
use crate::store::Store;
use ::words::{ground as words, model::named};
use edit::{Changed, Titled};
use strategy::record::Lens;
use strategy::*;

/// The cited grounds, and a choice of the others; nothing where the plan lists none.
#[component]
pub fn Cited<T: Changed + Titled>(
    /// The record that cites.
    of: Id<T>,
    /// Its list of grounds.
    field: Lens<T, Vec<Id<Ground>>>,
) -> impl IntoView {
    let store = Store::here();
    let listed = Memo::new(move |_| store.list::<Ground>(About::ID));
    let cited = Memo::new(move |_| {
        let record = store.get(of);
        record.map_or_else(Vec::new, |record| (field.get)(&record).clone())
    });
    let write = move |ground: Id<Ground>, on: bool| {
        store.edit(|s| {
            edit::set(s, of, edit::Field::Grounds, |record| {
                let grounds = (field.get_mut)(record);
                grounds.retain(|one| *one != ground);
                if on {
                    grounds.push(ground);
                }
            })
        });
    };
    let chips = move || {
        let chip = |id: Id<Ground>| {
            let ground = store.get(id)?;
            let title = named(&ground.title).to_owned();
            let label = words::uncite(&title);
            Some(view! {
                <span class="chip use">
                    {name(&ground)}
                    <IconButton icon=IconName::Close class="chip-button" label=label on_press=move |()| write(id, false) />
                </span>
            })
        };
        cited.get().into_iter().filter_map(chip).collect_view()
    };
    let others = move || {
        let cited = cited.get();
        let listed = listed.get().into_iter().filter(|id| !cited.contains(id));
        let option = |id: Id<Ground>| {
            let title = store.get(id).map(|ground| named(&ground.title).to_owned());
            view! { <option value=id.to_string()>{title}</option> }
        };
        listed.map(option).collect_view()
    };
    view! {
        <Show when=move || !listed.with(Vec::is_empty)>
            <div class="row cited" role="group" aria-label=words::grounds()>
                {chips}
                <select
                    class="choice small"
                    disabled=read_only()
                    aria-label=words::cite_label()
                    on:change=move |event| {
                        if let Ok(id) = event_target_value(&event).parse() {
                            write(id, true);
                        }
                    }
                >
                    <option value="">{words::cite()}</option>
                    {others}
                </select>
            </div>
        </Show>
    }
}

/// Its name; where it has an address of the web, a link that opens beside the app.
pub fn name(ground: &Ground) -> AnyView {
    let title = named(&ground.title).to_owned();
    match ground.link() {
        Some(link) => {
            let link = link.to_owned();
            view! {
                <a href=link target="_blank" rel="noopener noreferrer">
                    {title}
                    <span class="visually-hidden">{words::opens_beside()}</span>
                </a>
            }
            .into_any()
        }
        None => title.into_any(),
    }
}
