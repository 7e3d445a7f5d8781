//! 項目の一覧を貼り付ける: items copied out of an official page, with the page they are from.

use leptos::prelude::*;

use crate::parts::{Dialog, FormInput, open_while};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::{alignment as words, time};
use recognise::framework_items;
use strategy::*;

/// The window, open while the user chooses a framework.
#[component]
pub fn ListedItems(asked: RwSignal<Option<Id<Framework>>>) -> impl IntoView {
    let open = open_while(asked);
    view! {
        <Dialog open title=words::paste_title().to_owned() class="wide">
            {move || asked.get().map(|framework| view! { <Form framework open /> })}
        </Dialog>
    }
}

#[component]
fn Form(framework: Id<Framework>, open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let text = RwSignal::new(String::new());
    let (source, address) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let date = RwSignal::new(Workspace::here().today());
    let items = Memo::new(move |_| text.with(|text| framework_items(text)));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let said = words::looked_up(
            source.get_untracked().trim(),
            address.get_untracked().trim(),
            time::day(&Date(date.get_untracked())),
        );
        let items = items.get_untracked();
        if store.edit(|s| edit::add_listed(s, framework, items, &said, fresh_id)) {
            open.set(false);
            store.tell_done(words::items_added().to_owned());
        }
    };
    let shut = move || items.with(Vec::is_empty) || source.with(|text| text.trim().is_empty());
    let shown = move || {
        let all = items.get().into_iter();
        let row = |one: FrameworkItem| {
            let points = words::points(one.points.len());
            view! { <li>{one.number} " " <b>{one.title}</b> " " <span class="sub">{points}</span></li> }
        };
        all.map(row).collect_view()
    };
    view! {
        <form class="listed-items" on:submit=add>
            <p class="hint">{words::paste_note()}</p>
            <label class="labelled">
                <span class="label">{words::paste_text()}</span>
                <textarea class="input" rows="5" required autofocus on:input=move |event| text.set(event_target_value(&event))></textarea>
            </label>
            <FormInput label=words::source_name() hint=words::source_hint() value=source />
            <FormInput label=words::source_address() hint="https://" kind="url" value=address />
            <FormInput label=words::source_date() kind="date" value=date />
            <section aria-label=words::items_read()>
                <p role="status">{move || words::items_count(items.with(Vec::len))}</p>
                <ol class="plain-list listed-preview">{shown}</ol>
            </section>
            <div class="row">
                <button type="submit" class="btn main" disabled=shut>{words::paste_add()}</button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>{words::paste_cancel()}</button>
            </div>
        </form>
    }
}
