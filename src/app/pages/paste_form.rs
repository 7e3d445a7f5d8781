//! A form for a pasted text: the text, what was read of it, and the button that takes what was read. Once something was
//! read, it stands above the text; the keyboard goes from the text to it in either order.

use leptos::ev::{ClipboardEvent, Event};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlTextAreaElement;

use crate::job::{Job, JobStatus};
use crate::parts::ShowMore;
use ::words::chosen_file as words;
use browser::time;
use format::workbook::LARGEST_TEXT;

/// Number of unread lines that are shown until a person asks for more.
const SHOWN: usize = 200;

/// Longest text in the field, in letters. A browser takes a second for each megabyte that it lays out in a field, so only
/// the beginning of a longer text stands there.
const LONGEST_SHOWN: usize = 50_000;

/// Form for a pasted text, with the result of reading it.
#[component]
pub fn PasteForm(
    /// The DOM id of the field.
    id: &'static str,
    /// Instructions.
    how: &'static str,
    /// Name of the field.
    label: &'static str,
    /// Example of a text to paste.
    example: &'static str,
    /// Its height, in lines.
    lines: &'static str,
    /// A line of a table is not broken.
    #[prop(optional)]
    table: bool,
    /// True once something was read from the text: the form then takes less room.
    #[prop(into)]
    read: Signal<bool>,
    /// The text.
    text: RwSignal<String>,
    /// Called with another text, once for all that came at one time.
    #[prop(into)]
    on_text: Callback<String>,
    /// Reading of the text.
    reading: Job,
    /// Puts the text away whose reading was cancelled.
    #[prop(into)]
    on_cancel: Callback<()>,
    /// Summary of the result, in numbers.
    #[prop(into)]
    summary: Signal<Option<String>>,
    /// The lines that were not read.
    #[prop(into)]
    left: Signal<Vec<String>>,
    /// Words for how many these are.
    left_words: fn(usize) -> String,
    /// Number of selected records.
    #[prop(into)]
    count: Signal<usize>,
    /// Words of the button.
    add_words: fn(usize) -> String,
    /// Takes it.
    #[prop(into)]
    on_add: Callback<()>,
    /// View of the result.
    children: Children,
) -> impl IntoView {
    let arriving = RwSignal::new(false);
    // A text that is longer than a file may be is not read, nor laid out in the field.
    let too_long = RwSignal::new(false);
    let take = on_text;
    let on_text = Callback::new(move |text: String| {
        let is_too_long = text.len() > LARGEST_TEXT;
        too_long.set(is_too_long);
        take.run(match is_too_long {
            true => String::new(),
            false => text,
        });
    });
    let shut = move || arriving.get() || reading.is_running() || count.get() == 0;
    let any_left = Memo::new(move |_| left.with(|left| !left.is_empty()));
    let shown = RwSignal::new(SHOWN);
    let shown_lines = move || {
        let line = |text: &String| view! { <li>{text.clone()}</li> };
        left.with(|left| left.iter().take(shown.get()).map(line).collect_view())
    };
    let left_count = Signal::derive(move || left.with(Vec::len));
    let is_long = Memo::new(move |_| text.with(|text| is_longer(text)));
    view! {
        <details class="paste-how" prop:open=move || !read.get()>
            <summary>{words::how()}</summary>
            <p class="hint">{how}</p>
        </details>
        <form
            class="form"
            class:read=read
            on:submit=move |event| {
                event.prevent_default();
                if !untrack(shut) {
                    on_add.run(());
                }
            }
        >
            <div class="labelled whole pasted-raw">
                <label for=id>{label}</label>
                <textarea
                    id=id
                    class="input pasted-text"
                    class:read=read
                    rows=lines
                    wrap=table.then_some("off")
                    placeholder=example
                    readonly=is_long
                    prop:value=move || text.with(|text| beginning(text).to_owned())
                    on:paste=move |event| pasted(&event, arriving, on_text)
                    on:input=move |event| arrived(&event, arriving, on_text)
                ></textarea>
            </div>
            <Show when=move || is_long.get()>
                <div class="row whole pasted-raw">
                    <span class="sub">{move || text.with(|text| words::beginning_shown(text.lines().count()))}</span>
                    <button type="button" class="btn small" on:click=move |_| on_text.run(String::new())>
                        {words::clear_text()}
                    </button>
                </div>
            </Show>
            <Show when=move || too_long.get()>
                <p class="whole warn-text" role="alert">{words::text_too_long()}</p>
            </Show>
            <p class="whole" role="status">
                {summary}
            </p>
            <JobStatus job=reading cancel=words::stop_reading() on_cancel />
            {children()}
            <Show when=move || any_left.get()>
                <details class="whole">
                    <summary>{move || left_words(left_count.get())}</summary>
                    <ul class="sub">{shown_lines}</ul>
                    <ShowMore count=left_count shown step=SHOWN />
                </details>
            </Show>
            <div class="whole row pasted-acts">
                <button type="submit" class="btn main" disabled=shut>
                    {move || add_words(count.get())}
                </button>
            </div>
        </form>
    }
}

/// Returns the part of a text that stands in the field: of a long one the whole lines at its beginning.
fn beginning(text: &str) -> &str {
    let Some((end, _)) = text.char_indices().nth(LONGEST_SHOWN) else {
        return text;
    };
    let cut = &text[..end];
    cut.rfind('\n').map_or(cut, |end| &cut[..end])
}

fn is_longer(text: &str) -> bool {
    text.chars().nth(LONGEST_SHOWN).is_some()
}

/// Takes a long text that is pasted into a blank field before the browser lays it out there.
fn pasted(event: &ClipboardEvent, arriving: RwSignal<bool>, on_text: Callback<String>) {
    let field = event_target::<HtmlTextAreaElement>(event);
    let text = event
        .clipboard_data()
        .and_then(|data| data.get_data("text/plain").ok());
    let Some(text) = text.filter(|text| is_longer(text) && field.value().is_empty()) else {
        return;
    };
    event.prevent_default();
    take_painted(move || text.clone(), arriving, on_text);
}

/// A browser may hand over a text line by line, each told as input: it is read once, after the last of them and after
/// it was painted.
fn arrived(event: &Event, arriving: RwSignal<bool>, on_text: Callback<String>) {
    let field = event_target::<HtmlTextAreaElement>(event);
    take_painted(move || field.value(), arriving, on_text);
}

/// Hands over a text once the page was painted.
fn take_painted(
    text: impl Fn() -> String + 'static,
    arriving: RwSignal<bool>,
    on_text: Callback<String>,
) {
    if arriving.get_untracked() {
        return;
    }
    arriving.set(true);
    spawn_local(async move {
        time::frame().await;
        time::sleep(0).await;
        // The window may be closed by now.
        if arriving.try_set(false).is_none() {
            on_text.run(text());
        }
    });
}
