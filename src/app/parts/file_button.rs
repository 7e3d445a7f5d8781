//! A button that lets the user choose files.

use leptos::prelude::*;
use web_sys::File;

use browser::files;

/// The button.
#[component]
pub fn FileButton(
    /// Its classes.
    #[prop(into)]
    class: Signal<&'static str>,
    /// Its label.
    #[prop(into)]
    label: Signal<&'static str>,
    /// The files that the dialog offers, as in HTML.
    #[prop(into)]
    accept: String,
    /// Takes several files.
    #[prop(optional)]
    multiple: bool,
    /// True while no file can be chosen.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Called with the files.
    #[prop(into)]
    take: Callback<Vec<File>>,
) -> impl IntoView {
    view! {
        <label class=move || ["btn file-button ", class.get()].concat()>
            {label}
            <input
                type="file"
                multiple=multiple
                class="visually-hidden"
                accept=accept
                disabled=disabled
                on:change=move |event| take.run(files::chosen(&event))
            />
        </label>
    }
}
