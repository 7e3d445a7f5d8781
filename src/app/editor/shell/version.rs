//! 版を保存: names the strategy as it is now, to go back to.

use leptos::prelude::*;

use crate::panels::Panels;
use crate::parts::Dialog;
use crate::workspace::Workspace;
use ::words::version as words;

/// Dialog that asks for a name and saves a version.
#[component]
pub fn SaveVersion() -> impl IntoView {
    let open = Panels::here().version;
    view! {
        <Dialog open title=words::title().to_owned()>
            <Form open />
        </Dialog>
    }
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let workspace = Workspace::here();
    let name = RwSignal::new(String::new());
    let save = move || {
        let text = name.get_untracked().trim().to_owned();
        if !text.is_empty() {
            workspace.save_version(text);
            open.set(false);
        }
    };
    view! {
        <p>{words::note()}</p>
        <form
            class="labelled"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <label for="version-name">{words::name()}</label>
            <input
                id="version-name"
                class="input"
                autofocus
                required
                maxlength="60"
                bind:value=name
            />
            <div class="row">
                {words::usual()
                    .into_iter()
                    .map(|usual| {
                        view! {
                            <button type="button" class="btn quiet small" on:click=move |_| name.set(usual.to_owned())>
                                {usual}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <div class="row">
                <button type="submit" class="btn main" disabled=move || name.with(|n| n.trim().is_empty())>
                    {words::save()}
                </button>
            </div>
        </form>
    }
}
