//! 列の意味: a person says which line holds the heads, and what each column of a pasted table holds.

use std::collections::BTreeMap;

use std::sync::Arc;

use leptos::prelude::*;

use crate::parts::Choice;
use ::words::pasted_table as words;
use recognise::{ColumnKind, ColumnMapping, PastedColumn, PastedTable};
use strategy::sort;

/// Reads the remembered choices.
pub fn remembered(columns: &BTreeMap<String, String>) -> BTreeMap<String, ColumnKind> {
    let one = |(key, word): (&String, &String)| Some((key.clone(), ColumnKind::of_word(word)?));
    sort::map(columns.iter().filter_map(one))
}

/// Returns the choices to remember: of columns that have a head, because only a head is found again.
pub fn kept(columns: &BTreeMap<String, ColumnKind>) -> BTreeMap<String, String> {
    let headed = columns.iter().filter(|(key, _)| !key.starts_with('+'));
    sort::map(headed.map(|(key, holds)| (key.clone(), holds.word().to_owned())))
}

/// The line of heads and the columns, each with a choice.
#[component]
pub fn Chooser(
    /// The table that was read.
    table: Memo<Arc<PastedTable>>,
    /// The choices so far.
    mapping: Signal<ColumnMapping>,
    /// Called with the new meanings of the columns.
    on_change: Callback<ColumnMapping>,
) -> impl IntoView {
    let unsure = move || table.with(|t| t.columns.iter().filter(|c| words::open(c)).count());
    // Indicators that were read come first; the summary counts the columns that are to be looked at.
    let open = table.with_untracked(|t| t.indicators.is_empty());
    let head = Signal::derive(move || {
        mapping.with(|s| s.head.map_or(String::new(), |line| line.to_string()))
    });
    let lines = Signal::derive(move || table.with(|table| words::head_lines(table)));
    let on_head = Callback::new(move |line: String| {
        let mut new = mapping.get_untracked();
        new.head = line.parse().ok();
        on_change.run(new);
    });
    view! {
        <details class="whole pasted-columns" open=open>
            <summary>{move || words::columns(table.with(|t| t.columns.len()), unsure())}</summary>
            <p class="hint">{words::columns_how()}</p>
            <div class="labelled">
                <span class="label">{words::head_line()}</span>
                <Choice label=words::head_line() value=head options=lines on_change=on_head />
            </div>
            <div class="column-choices">
                <For
                    each=move || table.with(|t| t.columns.iter().enumerate().map(|(n, c)| (n, c.key.clone())).collect::<Vec<_>>())
                    key=Clone::clone
                    children=move |(n, key)| column(n, key, table, mapping, on_change)
                />
            </div>
        </details>
    }
}

fn column(
    n: usize,
    key: String,
    table: Memo<Arc<PastedTable>>,
    mapping: Signal<ColumnMapping>,
    on_change: Callback<ColumnMapping>,
) -> AnyView {
    let key = StoredValue::new(key);
    let of = move |tell: &dyn Fn(&PastedColumn) -> String| {
        table.with(|t| {
            let found = t
                .columns
                .iter()
                .find(|c| key.with_value(|key| c.key == *key));
            found.map(tell).unwrap_or_default()
        })
    };
    let title = Signal::derive(move || of(&|c| words::column(n, c)));
    let label = Signal::derive(move || of(&|c| words::column_label(n, c)));
    let now =
        move |mapping: &ColumnMapping| key.with_value(|key| mapping.columns.get(key).copied());
    let value = Signal::derive(move || {
        mapping
            .with(now)
            .map_or(String::new(), |h| h.word().to_owned())
    });
    let options = Signal::derive(move || {
        let found = if mapping.with(now).is_some() {
            words::as_found().to_owned()
        } else {
            of(&words::found)
        };
        let choices = ColumnKind::CHOICES
            .iter()
            .map(|(holds, word)| ((*word).to_owned(), words::holds(*holds).to_owned()));
        std::iter::once((String::new(), found))
            .chain(choices)
            .collect::<Vec<_>>()
    });
    let unsure = move || {
        table.with(|t| {
            t.columns
                .iter()
                .any(|c| key.with_value(|key| c.key == *key) && words::open(c))
        })
    };
    let on_change = Callback::new(move |word: String| {
        let mut new = mapping.get_untracked();
        match ColumnKind::of_word(&word) {
            Some(holds) => new.columns.insert(key.get_value(), holds),
            None => new.columns.remove(&key.get_value()),
        };
        on_change.run(new);
    });
    view! {
        <div class="labelled">
            <span class="label">
                {title} {move || unsure().then(|| view! { " "<span class="chip warn">{words::choose_label()}</span> })}
            </span>
            <Choice label value options on_change />
            <span class="sub">{move || of(&words::sample)}</span>
        </div>
    }
    .into_any()
}
