//! An indicator made where it is used: written in one line, or field by field.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::indicator_use::IndicatorUser;
use crate::parts::{is_composing, when_left};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::outline as words;
use browser::focus::{focus, focus_added};
use recognise::IndicatorLine;
use strategy::*;

/// State of the row.
#[derive(Clone, Copy)]
struct WritingIndicator {
    name: RwSignal<String>,
    unit: RwSignal<String>,
    baseline: RwSignal<String>,
    target: RwSignal<String>,
}

impl WritingIndicator {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            name: empty(),
            unit: empty(),
            baseline: empty(),
            target: empty(),
        }
    }

    fn all(self) -> [RwSignal<String>; 4] {
        [self.name, self.unit, self.baseline, self.target]
    }

    /// Reads a name that is written with its figures: 新規就農者数 12人→20人.
    fn line(self) -> Option<IndicatorLine> {
        let alone = self.all()[1..]
            .iter()
            .all(|field| field.with(String::is_empty));
        alone.then(|| self.name.with(|name| IndicatorLine::read(name)))?
    }

    /// Takes such a line apart, into the fields.
    fn spread(self) {
        if let Some(line) = untrack(|| self.line()) {
            self.name.set(line.name);
            self.unit.set(line.unit);
            self.baseline.set(line.baseline);
            self.target.set(line.target);
        }
    }

    fn taken(self) -> IndicatorLine {
        let [name, unit, baseline, target] = self
            .all()
            .map(|field| field.get_untracked().trim().to_owned());
        IndicatorLine {
            name,
            unit,
            baseline,
            target,
        }
    }

    fn is_blank(self) -> bool {
        let blank = |text: &String| text.trim().is_empty();
        self.all().iter().all(|field| field.with_untracked(blank))
    }

    fn clear(self) {
        self.all().iter().for_each(|field| field.set(String::new()));
    }
}

/// The row in which an indicator is written. Enter adds it and goes on to the next; in an empty row it ends.
#[component]
pub fn MakeIndicator(
    /// The user of the indicator.
    of: IndicatorUser,
    /// True while the row is shown.
    making: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let writing = WritingIndicator::new();
    let announcement = RwSignal::new(String::new());
    let first = format!("{}-name", of.make_id());
    let add = move || add(store, writing, of, announcement);
    store.writes_beside(move || {
        let written = |name: &String| !name.trim().is_empty();
        if writing.name.try_with_untracked(written) == Some(true) {
            add();
        }
    });
    let close = move || {
        making.set(false);
        focus_added(of.make_id());
    };
    // As everywhere, the text is kept; an empty row is removed.
    let left = move || {
        if making.try_get_untracked() == Some(true) && writing.name.try_get_untracked().is_some() {
            let nothing = writing.taken().name.is_empty();
            if nothing || add() {
                making.set(false);
            }
        }
    };
    let focus_first = {
        let first = first.clone();
        move || focus(&first)
    };
    focus_added(first.clone());
    let field = move |id, class, label, value, hint| field(writing, id, class, label, value, hint);
    let id = move |part: &str| format!("{}-{part}", of.make_id());
    view! {
        <form
            class="make-indicator"
            aria-label=words::making()
            on:submit=move |event| {
                event.prevent_default();
                if writing.is_blank() {
                    close();
                } else if add() {
                    focus_first();
                }
            }
            on:keydown=move |event: KeyboardEvent| {
                if event.key() == "Escape" && !is_composing(&event) {
                    writing.clear();
                    close();
                }
            }
            on:focusout=move |event| when_left(&event, move |_| left())
        >
            {field(first, "make-name", words::make_name().to_owned(), writing.name, words::make_example())}
            {field(id("unit"), "make-unit", words::unit().to_owned(), writing.unit, words::unit_example())}
            {field(id("baseline"), "make-figure", words::baseline().to_owned(), writing.baseline, "")}
            {field(id("target"), "make-figure", words::target_of(store.with(|s| s.about().period.last)), writing.target, "")}
            <button type="submit" class="btn small main">{words::make()}</button>
            <p class="hint whole" role="status">
                {move || match writing.line() {
                    Some(line) => words::read_as(&line.name, &line.unit, &line.baseline, &line.target),
                    None => announcement.get(),
                }}
            </p>
        </form>
    }
}

/// Adds what is written; whether that worked.
fn add(
    store: Store,
    writing: WritingIndicator,
    of: IndicatorUser,
    announcement: RwSignal<String>,
) -> bool {
    writing.spread();
    let line = writing.taken();
    if line.name.is_empty() {
        return false;
    }
    let last = store.about().period.last;
    let (indicator, series) = line.indicator(Id::new(fresh_id()), Id::new(fresh_id()), last);
    let added = store.edit(|s| edit::add_made(s, indicator, series, Some(of.used_by())));
    if added {
        announcement.set(words::made(&line.name));
        writing.clear();
    }
    added
}

/// One field of the row.
fn field(
    writing: WritingIndicator,
    id: String,
    class: &'static str,
    label: String,
    value: RwSignal<String>,
    hint: &'static str,
) -> impl IntoView {
    view! {
        <label class=class>
            <span class="label">{label}</span>
            <input
                id=id
                class="input"
                autocomplete="off"
                placeholder=hint
                bind:value=value
                on:change=move |_| writing.spread()
            />
        </label>
    }
}
