//! Wordで保存: the paper that is shown, as a document an office writes on.

use leptos::prelude::*;

use super::paper_source::PaperSource;
use super::print_options::PrintOptions;
use crate::strategy_file::Download;
use ::words::{one_file, paper as words};
use format::FileKind;
use format::document::Document;
use output::manuscript::{of_paper, whole};
use output::paper::{Paper, ReportKind};

/// The button, and what came of it.
#[component]
pub fn SaveDocument(
    print_options: PrintOptions,
    source: PaperSource,
    paper: Memo<Paper>,
    name: Signal<&'static str>,
) -> impl IntoView {
    let told = RwSignal::new(None::<Result<String, String>>);
    Effect::new(move |_| {
        print_options.kind.track();
        told.set(None);
    });
    let document = move || match print_options.kind.get() {
        // With a heading for each goal and measure, and a table of contents.
        ReportKind::Book => source.follow(whole),
        _ => source.store.with(|s| Document {
            foot: words::fingerprint(output::fingerprint(s)),
            ..of_paper(paper.get(), &s.about(), name.get())
        }),
    };
    let save = move |_| told.set(Some(untrack(|| saved(source, &document(), name.get()))));
    view! {
        <Show when=move || print_options.kind.get().is_read()>
            <button type="button" class="btn large" on:click=save>{words::save_document()}</button>
        </Show>
        <span class="saved-document" role="status">{move || told.get().and_then(Result::ok)}</span>
        <span role="alert" class="bad-text">{move || told.get().and_then(Result::err)}</span>
    }
}

/// Gives the browser the file; the sentence that tells its name, or why there is none.
fn saved(source: PaperSource, document: &Document, paper: &str) -> Result<String, String> {
    let file = Download::of_plan(&source.store.about(), paper, FileKind::Document);
    let saved = file.bytes(document.docx().ok().as_deref());
    saved.map(one_file::saved)
}
