//! A file with a table or the text of a plan, chosen or dropped: it stands where it would had it been pasted. Of a workbook
//! with several sheets it is asked which.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::being_read::read_as_job;
use super::foreign_text::{Book, FileContent, held};
use crate::job::{Job, JobStatus};
use crate::parts::Tick;
use crate::workspace::{Brought, BroughtKind, Workspace};
use ::words::chosen_file as words;
use browser::files;
use format::OpenedAs;
use jobs::{SheetForm, SheetTold, SheetsChosen};

/// Kind of content read from a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// 指標の表: of one sheet.
    Table,
    /// 計画の文章: of as many sheets as are chosen.
    Plan,
}

impl Reads {
    /// Returns the kind of file it is read from.
    fn kind(self) -> BroughtKind {
        match self {
            Reads::Table => BroughtKind::Table,
            Reads::Plan => BroughtKind::Text,
        }
    }
}

/// Chosen sheets of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct ChosenFile {
    sheets: BTreeSet<usize>,
    hidden: bool,
}

/// State of the chosen file.
#[derive(Clone, Copy)]
struct Choosing {
    reads: Reads,
    on_text: Callback<String>,
    trouble: RwSignal<Option<String>>,
    /// A workbook that is open, and its name.
    book: RwSignal<Option<(String, Book)>, LocalStorage>,
    chosen: RwSignal<ChosenFile>,
    /// A file that takes long to be read, and its name.
    reading: Job,
}

/// The button that opens a file, over a form on which one may be dropped.
#[component]
pub fn PasteFile(
    /// Kind of content read from a file.
    reads: Reads,
    /// Called with the text.
    #[prop(into)]
    on_text: Callback<String>,
    /// The form.
    children: Children,
) -> impl IntoView {
    let choosing = Choosing {
        reads,
        on_text,
        trouble: RwSignal::new(None),
        book: RwSignal::new_local(None),
        chosen: RwSignal::new(ChosenFile::default()),
        reading: Job::new(),
    };
    let dragging = RwSignal::new(false);
    let choose = move |_| {
        spawn_local(async move {
            if let Some(file) = files::choose(&OpenedAs::Pasted.accept(), false)
                .await
                .into_iter()
                .next()
            {
                choosing.open(file).await;
            }
        });
    };
    // The field is there when the effect runs.
    Effect::new(move |_| {
        if let Some(brought) = Workspace::here().take_brought(reads.kind()) {
            spawn_local(choosing.open_brought(brought));
        }
    });
    let (button, drop) = match reads {
        Reads::Table => (words::choose_table(), words::drop_table()),
        Reads::Plan => (words::choose_plan(), words::drop_plan()),
    };
    view! {
        <div
            class="text-file"
            class:dragging=move || dragging.get()
            on:dragover=move |event| {
                event.prevent_default();
                dragging.set(true);
            }
            on:dragleave=move |_| dragging.set(false)
            on:drop=move |event| {
                dragging.set(false);
                // A text that is dropped goes into the field as it does anywhere.
                if let Some(file) = files::dropped(&event).into_iter().next() {
                    event.prevent_default();
                    spawn_local(choosing.open(file));
                }
            }
        >
            <div class="row text-file-acts">
                <button type="button" class="btn small" on:click=choose>
                    {button}
                </button>
                <span class="sub">{drop}</span>
            </div>
            <p class="bad-text" role="alert">
                {move || choosing.trouble.get()}
            </p>
            <JobStatus job=choosing.reading cancel=words::stop_reading() />
            {move || choosing.book.get().map(|(name, book)| view! { <Sheets name book choosing /> })}
            {children()}
        </div>
    }
}

impl Choosing {
    /// Opens a file.
    async fn open(self, file: File) {
        let Some(held) = read_as_job(self.reading, &file, held(&file)).await else {
            return;
        };
        // The window may be closed by now.
        if self.trouble.try_set(None).is_some() {
            return;
        }
        match held {
            Ok(held) => self.show(file.name(), held).await,
            Err(why) => self.trouble.set(Some(why)),
        }
    }

    /// Opens a file that はじめに may have read already.
    async fn open_brought(self, brought: Brought) {
        let held = brought
            .held
            .and_then(|held| held.downcast::<FileContent>().ok());
        match held {
            Some(held) => {
                self.show(brought.file.name(), FileContent::clone(&held))
                    .await
            }
            None => self.open(brought.file).await,
        }
    }

    /// Shows what a file holds.
    async fn show(self, name: String, held: FileContent) {
        match held {
            FileContent::Text(text) => {
                self.book.set(None);
                self.on_text.run(text);
            }
            FileContent::Book(book) => self.show_book(name, book).await,
        }
    }

    /// Shows the sheets of a workbook; what needs no choice is taken.
    async fn show_book(self, name: String, book: Book) {
        let sheets = book.sheets();
        let shown = |(at, sheet): (usize, &SheetTold)| (!sheet.hidden).then_some(at);
        let shown: BTreeSet<usize> = sheets.iter().enumerate().filter_map(shown).collect();
        let chosen = match (self.reads, sheets.len()) {
            (_, 1) => BTreeSet::from([0]),
            (Reads::Table, _) => BTreeSet::new(),
            (Reads::Plan, _) => shown,
        };
        self.book.set(Some((name, book)));
        self.choose(ChosenFile {
            sheets: chosen,
            hidden: false,
        })
        .await;
    }

    /// Takes the text of the sheets that are chosen.
    async fn choose(self, chosen: ChosenFile) {
        self.chosen.set(chosen.clone());
        let book = self
            .book
            .with_untracked(|book| Some(book.as_ref()?.1.clone()));
        let Some(book) = book else { return };
        let wanted = SheetsChosen {
            sheets: chosen.sheets.iter().copied().collect(),
            form: match self.reads {
                Reads::Table => SheetForm::Indicators,
                Reads::Plan => SheetForm::Plan,
            },
            hidden: chosen.hidden,
        };
        let text = book.text(wanted).await;
        // Something else may be chosen by now, or the window closed.
        let still = |now: &ChosenFile| *now == chosen;
        if self.chosen.try_with_untracked(still) != Some(true) {
            return;
        }
        let too_long = text.is_none().then(|| words::sheet_too_long().to_owned());
        self.trouble.set(too_long);
        self.on_text.run(text.unwrap_or_default());
    }
}

/// The sheets of a workbook, to be chosen from; nothing where there is nothing to choose.
#[component]
fn Sheets(name: String, book: Book, choosing: Choosing) -> impl IntoView {
    let hidden: usize = book.sheets().iter().map(|sheet| sheet.hidden_parts).sum();
    let legend = match choosing.reads {
        Reads::Table => words::choose_sheet(&name),
        Reads::Plan => words::choose_sheets(&name),
    };
    let sheets = book.sheets().to_vec();
    let several = sheets.len() > 1;
    view! {
        {several.then(|| view! {
            <fieldset class="ways sheet-choices">
                <legend>{legend}</legend>
                {sheets.iter().enumerate().map(|(at, sheet)| one(at, sheet, choosing)).collect_view()}
            </fieldset>
        })}
        {(hidden > 0).then(|| view! {
            <Tick
                class="row sheet-hidden"
                on=Signal::derive(move || choosing.chosen.with(|chosen| chosen.hidden))
                set=move |hidden| {
                    let mut chosen = choosing.chosen.get_untracked();
                    chosen.hidden = hidden;
                    spawn_local(choosing.choose(chosen));
                }
            >
                {words::with_hidden(hidden)}
            </Tick>
        })}
        <Notices book choosing />
    }
}

/// Lists what is not read of the chosen sheets as it stands there: struck-out text, formulas without a result, comments.
#[component]
fn Notices(book: Book, choosing: Choosing) -> impl IntoView {
    let sheets = book.sheets().to_vec();
    let notices = move || {
        let chosen = choosing.chosen.get().sheets;
        let sheets = chosen.iter().filter_map(|at| sheets.get(*at));
        let lines: Vec<String> = sheets.flat_map(notices_of).collect();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
            view! { <ul class="sheet-notices">{lines.collect_view()}</ul> }
        })
    };
    view! { <div aria-live="polite">{notices}</div> }.into_any()
}

fn notices_of(sheet: &SheetTold) -> Vec<String> {
    let name = &sheet.name;
    let mut all = Vec::new();
    if sheet.struck > 0 {
        all.push(words::notice_struck(name, sheet.struck));
    }
    if sheet.without_result > 0 {
        all.push(words::notice_no_result(name, sheet.without_result));
    }
    if sheet.all_comments > 0 {
        let comment = |(cell, text): &(String, String)| words::notice_comment(cell, text);
        let first: String = sheet.comments.iter().map(comment).collect();
        all.push(words::notice_comments(name, sheet.all_comments, first));
    }
    all
}

fn one(at: usize, sheet: &SheetTold, choosing: Choosing) -> AnyView {
    let (rows, columns) = sheet.size;
    let kind = match choosing.reads {
        Reads::Table => "radio",
        Reads::Plan => "checkbox",
    };
    let choose = move |event| {
        let mut chosen = choosing.chosen.get_untracked();
        match (choosing.reads, event_target_checked(&event)) {
            (Reads::Table, _) => chosen.sheets = BTreeSet::from([at]),
            (Reads::Plan, true) => drop(chosen.sheets.insert(at)),
            (Reads::Plan, false) => drop(chosen.sheets.remove(&at)),
        }
        spawn_local(choosing.choose(chosen));
    };
    view! {
        <label>
            <input
                type=kind
                name="sheet"
                prop:checked=move || choosing.chosen.with(|chosen| chosen.sheets.contains(&at))
                on:change=choose
            />
            <span>
                <b>{sheet.name.clone()}</b>
                " "
                <span class="sub">{words::size(rows, columns)}</span>
                {sheet.hidden.then(|| view! { " "<span class="chip">{words::hidden()}</span> })}
                <span class="sub sheet-first">{sheet.first.clone()}</span>
            </span>
        </label>
    }
    .into_any()
}
