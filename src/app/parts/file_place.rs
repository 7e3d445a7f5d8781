//! A place for files: chosen or dropped together, and each told of.

use leptos::prelude::*;
use web_sys::File;

use super::{FileButton, drop_zone, read_only};

/// The place; `children` stand beside its button.
#[component]
pub fn FilePlace(
    /// The id of its heading.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// Note on the files that belong here.
    note: &'static str,
    /// Label of its button.
    #[prop(into)]
    button: Signal<&'static str>,
    /// The kinds of files that are offered to be chosen.
    #[prop(into)]
    accept: String,
    /// Handler for the files.
    take: Callback<Vec<File>>,
    /// Message about each file, and true if it was refused.
    #[prop(into)]
    told: Signal<Vec<(bool, String)>>,
    /// Content beside the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let line = |(is_bad, line): (bool, String)| view! { <li class:bad-text=is_bad>{line}</li> };
    view! {
        <section
            class="card file-place"
            class:over=move || over.get()
            aria-labelledby={id}
            {..drop_zone(over, move |files| take.run(files))}
        >
            <h2 id=id>{title}</h2>
            <p class="sub">{note}</p>
            <div class="row">
                <FileButton class="main" label=button accept multiple=true disabled=read_only() take />
                {children.map(|children| children())}
            </div>
            <div role="status">
                <ul class="plain-list file-place-told">{move || told.get().into_iter().map(line).collect_view()}</ul>
            </div>
        </section>
    }
}
