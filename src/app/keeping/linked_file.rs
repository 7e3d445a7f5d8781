//! 保存先のファイル: the file that the open strategy is written into after every change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::Page;
use crate::session::Saving;
use crate::store::Store;
use crate::trouble::trouble_text;
use crate::workspace::Workspace;
use ::words::keeping as words;
use device::clock;
use keep::{FilePlace, FileState, Keeper, Trouble, file_name};

/// Action of the user on the linked file.
#[derive(Clone, Copy)]
enum LinkedFileAct {
    /// Another file, or a first one.
    Choose,
    /// The browser is to ask whether it may be written.
    Allow,
    /// It is to be written once more.
    Retry,
    /// Open the changes of another program as a plan of their own.
    OpenOther,
    /// It is to be written over.
    Overwrite,
    /// It stays as it is, and is written no more.
    Stop,
}

impl LinkedFileAct {
    fn words(self) -> &'static str {
        match self {
            LinkedFileAct::Choose => words::linked_choose(),
            LinkedFileAct::Allow => words::linked_allow(),
            LinkedFileAct::Retry => words::linked_retry(),
            LinkedFileAct::OpenOther => words::linked_open_other(),
            LinkedFileAct::Overwrite => words::linked_overwrite(),
            LinkedFileAct::Stop => words::linked_stop(),
        }
    }

    /// Returns the actions offered in a state of the file.
    fn offered(state: &FileState) -> &'static [LinkedFileAct] {
        match state {
            FileState::NoFile => &[LinkedFileAct::Choose],
            FileState::Saved(_) | FileState::Unsaved => {
                &[LinkedFileAct::Choose, LinkedFileAct::Stop]
            }
            FileState::Failed(Trouble::FileDenied) => &[
                LinkedFileAct::Allow,
                LinkedFileAct::Choose,
                LinkedFileAct::Stop,
            ],
            FileState::Failed(Trouble::FileChanged) => &[
                LinkedFileAct::OpenOther,
                LinkedFileAct::Overwrite,
                LinkedFileAct::Choose,
                LinkedFileAct::Stop,
            ],
            FileState::Failed(_) => &[
                LinkedFileAct::Retry,
                LinkedFileAct::Choose,
                LinkedFileAct::Stop,
            ],
        }
    }
}

/// State of the linked file, with the possible actions; or a note that this browser cannot write files.
#[component]
pub fn LinkedFile(store: Store, saving: Saving) -> impl IntoView {
    if !FilePlace::is_supported() {
        return view! { <p class="hint">{words::linked_unsupported()}</p> }.into_any();
    }
    let workspace = Workspace::here();
    let act = move |act: LinkedFileAct| {
        let Some(keeper) = workspace.keeper() else {
            return;
        };
        spawn_local(async move {
            if let Err(trouble) = perform(act, workspace, &keeper, store, saving).await {
                store.tell(trouble_text(&trouble));
            }
        });
    };
    let sentence = move || {
        let keeper = workspace.keeper();
        let name = keeper.and_then(|keeper| keeper.place(saving.doc));
        let name = name.map(|place| place.name()).unwrap_or_default();
        match saving.linked.get() {
            FileState::NoFile => words::linked_none().to_owned(),
            FileState::Saved(at) => words::linked_saved(&name, at.time()),
            FileState::Unsaved => words::linked_unsaved(&name),
            FileState::Failed(why) => words::linked_failed(&name, trouble_text(&why)),
        }
    };
    view! {
        <section class="linked-file" aria-labelledby="linked-file">
            <h3 id="linked-file">{words::linked()}</h3>
            <p role="status">{sentence}</p>
            <div class="row">
                {move || {
                    let acts = saving.linked.with(LinkedFileAct::offered).iter().copied();
                    let disabled = store.read_only();
                    acts.map(|one| {
                        view! {
                            <button
                                type="button"
                                class="btn small"
                                disabled=move || disabled.get()
                                on:click=move |_| act(one)
                            >
                                {one.words()}
                            </button>
                        }
                    })
                    .collect_view()
                }}
            </div>
        </section>
    }
    .into_any()
}

async fn perform(
    act: LinkedFileAct,
    workspace: Workspace,
    keeper: &Keeper,
    store: Store,
    saving: Saving,
) -> Result<(), Trouble> {
    let doc = saving.doc;
    match act {
        LinkedFileAct::Choose => {
            let about = store.with(|s| s.about());
            let name = file_name(&about.town.name, &about.title, &clock::now(), "json");
            match FilePlace::choose_new(&name).await? {
                Some(place) => keeper.set_place(doc, place).await,
                None => Ok(()),
            }
        }
        LinkedFileAct::Allow => keeper.allow_place(doc).await,
        LinkedFileAct::Retry => keeper.save_to_place(doc).await,
        LinkedFileAct::OpenOther => {
            let bytes = keeper.read_place(doc).await?;
            let name = keeper.place(doc).map(|place| place.name());
            workspace
                .import_apart(&name.unwrap_or_default(), &bytes, Page::Overview)
                .await;
            Ok(())
        }
        LinkedFileAct::Overwrite => {
            // The present content counts as seen: the user has decided.
            keeper.read_place(doc).await?;
            keeper.save_to_place(doc).await
        }
        LinkedFileAct::Stop => keeper.forget_place(doc).await,
    }
}
