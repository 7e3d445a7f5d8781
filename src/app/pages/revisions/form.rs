//! The form of a decision, and the edit that it makes together with a kept version of the plan.

use leptos::prelude::*;

use crate::store::Store;
use crate::workspace::Workspace;
use ::words::Say;
use edit::{Edit, Refusal};
use strategy::Strategy;

/// An edit that names the kept version of the plan before or after it. Copy it freely.
#[derive(Clone, Copy)]
pub struct VersionedEdit {
    store: Store,
    workspace: Workspace,
    /// The reason why the last one was refused.
    wrong: RwSignal<String>,
}

impl VersionedEdit {
    /// That of a form.
    pub fn here() -> Self {
        Self {
            store: Store::here(),
            workspace: Workspace::here(),
            wrong: RwSignal::new(String::new()),
        }
    }

    /// Keeps the plan as a version of this name, makes the edit with the id of it, and says `done`. What is refused keeps no
    /// version.
    pub fn make(
        self,
        version: String,
        edit: impl Fn(&Strategy, &str) -> Result<Edit, Refusal> + 'static,
        done: impl FnOnce() -> String + 'static,
    ) {
        if let Err(refusal) = self.store.with(|s| edit(s, "")) {
            return self.wrong.set(refusal.say());
        }
        let store = self.store;
        let then = move |id: String| {
            if store.edit(|s| edit(s, &id)) {
                store.tell_done(done());
            }
        };
        self.workspace.keep_version(version, Box::new(then));
    }
}

/// Fields, the reason of a refusal below them, and the buttons.
#[component]
pub fn DecisionForm(
    /// The edit that it makes.
    of: VersionedEdit,
    /// Called when it is sent.
    submit: Callback<()>,
    /// The buttons.
    acts: AnyView,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                submit.run(());
            }
        >
            {children()}
            <p class="whole bad-text" role="alert">{move || of.wrong.get()}</p>
            <div class="whole row">{acts}</div>
        </form>
    }
}
