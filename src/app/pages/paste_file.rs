//! A file with a table or the text of a plan, chosen or dropped: it stands where it would had it been pasted. Of a workbook
//! with several sheets it is asked which.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlTextAreaElement};

use super::foreign_text::{Held, held};
use crate::app::workspace::Workspace;
use crate::browser::files;
use crate::format::OpenedAs;
use crate::format::workbook::{LARGEST_TEXT, SheetRead};
use crate::words::chosen_file as words;

/// What is taken out of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// 指標の表: of one sheet.
    Table,
    /// 計画の文章: of as many sheets as are chosen.
    Plan,
}

/// A workbook that is open.
#[derive(Debug, Clone)]
struct Book {
    name: String,
    /// The sheets with something in them.
    sheets: Arc<Vec<SheetRead>>,
}

/// What of a workbook is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Chosen {
    sheets: BTreeSet<usize>,
    hidden: bool,
}

/// What is known of the file that was chosen.
#[derive(Clone, Copy)]
struct Choosing {
    field: &'static str,
    reads: Reads,
    on_text: Callback<String>,
    trouble: RwSignal<Option<String>>,
    book: RwSignal<Option<Book>>,
    chosen: RwSignal<Chosen>,
}

/// The button that opens a file, over a form on which one may be dropped.
#[component]
pub fn PasteFile(
    /// The DOM id of the field that takes the text.
    field: &'static str,
    /// What is taken out of a file.
    reads: Reads,
    /// Called with the text.
    #[prop(into)]
    on_text: Callback<String>,
    /// The form.
    children: Children,
) -> impl IntoView {
    let choosing = Choosing {
        field,
        reads,
        on_text,
        trouble: RwSignal::new(None),
        book: RwSignal::new(None),
        chosen: RwSignal::new(Chosen::default()),
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
        if let Some(file) = Workspace::here().take_brought(reads == Reads::Table) {
            spawn_local(choosing.open(file));
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
            {move || choosing.book.get().map(|book| view! { <Sheets book choosing /> })}
            {children()}
        </div>
    }
    .into_any()
}

impl Choosing {
    /// Opens a file.
    async fn open(self, file: File) {
        let held = held(&file).await;
        // The window may be closed by now.
        if self.trouble.try_set(None).is_some() {
            return;
        }
        match held {
            Ok(Held::Text(text)) => {
                self.book.set(None);
                self.take(text);
            }
            Ok(Held::Sheets(sheets)) => self.show(file.name(), sheets),
            Err(why) => self.trouble.set(Some(why)),
        }
    }

    /// Shows the sheets of a workbook; what needs no choice is taken.
    fn show(self, name: String, sheets: Vec<SheetRead>) {
        let shown = |(at, sheet): (usize, &SheetRead)| (!sheet.hidden).then_some(at);
        let shown: BTreeSet<usize> = sheets.iter().enumerate().filter_map(shown).collect();
        let chosen = match (self.reads, sheets.len()) {
            (_, 1) => BTreeSet::from([0]),
            (Reads::Table, _) => BTreeSet::new(),
            (Reads::Plan, _) => shown,
        };
        let sheets = Arc::new(sheets);
        self.book.set(Some(Book { name, sheets }));
        self.choose(Chosen {
            sheets: chosen,
            hidden: false,
        });
    }

    /// Takes the text of the sheets that are chosen.
    fn choose(self, chosen: Chosen) {
        let text = self.book.with_untracked(|book| {
            let book = book.as_ref()?;
            let mut all = String::new();
            for at in &chosen.sheets {
                let sheet = book.sheets.get(*at)?;
                let text = match self.reads {
                    Reads::Table => sheet.table_text(chosen.hidden),
                    Reads::Plan => sheet.plan_text(chosen.hidden),
                }?;
                if !all.is_empty() {
                    all.push_str("\n\n");
                }
                all.push_str(&text);
            }
            (all.len() <= LARGEST_TEXT).then_some(all)
        });
        self.chosen.set(chosen);
        let too_long = text.is_none().then(|| words::sheet_too_long().to_owned());
        self.trouble.set(too_long);
        self.take(text.unwrap_or_default());
    }

    /// The text stands in the field, and is read.
    fn take(self, text: String) {
        let field = document().get_element_by_id(self.field);
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            field.set_value(&text);
        }
        self.on_text.run(text);
    }
}

/// The sheets of a workbook, to be chosen from; nothing where there is nothing to choose.
#[component]
fn Sheets(book: Book, choosing: Choosing) -> impl IntoView {
    let hidden = book.sheets.iter().map(SheetRead::hidden_parts);
    let hidden: usize = hidden.map(|(rows, columns)| rows + columns).sum();
    let legend = match choosing.reads {
        Reads::Table => words::choose_sheet(&book.name),
        Reads::Plan => words::choose_sheets(&book.name),
    };
    let sheets = book.sheets.clone();
    let several = sheets.len() > 1;
    view! {
        {several.then(|| view! {
            <fieldset class="ways sheet-choices">
                <legend>{legend}</legend>
                {sheets.iter().enumerate().map(|(at, sheet)| one(at, sheet, choosing)).collect_view()}
            </fieldset>
        })}
        {(hidden > 0).then(|| view! {
            <label class="row sheet-hidden">
                <input
                    type="checkbox"
                    prop:checked=move || choosing.chosen.with(|chosen| chosen.hidden)
                    on:change=move |event| {
                        let mut chosen = choosing.chosen.get_untracked();
                        chosen.hidden = event_target_checked(&event);
                        choosing.choose(chosen);
                    }
                />
                {words::with_hidden(hidden)}
            </label>
        })}
    }
    .into_any()
}

/// So many letters of its first cells tell a sheet from others.
const TOLD: usize = 60;

fn one(at: usize, sheet: &SheetRead, choosing: Choosing) -> AnyView {
    let (rows, columns) = sheet.size(true);
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    let first: Vec<String> = cells.take(6).map(|(_, cell)| cell.text()).collect();
    let first: String = first
        .join("　")
        .replace('\n', " ")
        .chars()
        .take(TOLD)
        .collect();
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
        choosing.choose(chosen);
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
                <span class="sub sheet-first">{first}</span>
            </span>
        </label>
    }
    .into_any()
}
