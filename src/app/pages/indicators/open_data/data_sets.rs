//! The data sets that were read before, and a way to forget each.

use leptos::prelude::*;

use super::state::OpenDataState;
use crate::parts::read_only;
use ::words::{grid, open_data as words};
use strategy::{DataForm, Strategy};

/// The data sets.
#[component]
pub fn DataSets() -> impl IntoView {
    let state = OpenDataState::here();
    let forms = Memo::new(move |_| state.store.about().data_forms.clone());
    let rows = move || {
        let all = forms.get().into_iter();
        all.map(|form| data_set(state, form)).collect_view()
    };
    view! {
        <Show when=move || forms.with(|all| !all.is_empty())>
            <details>
                <summary>{move || words::known(forms.with(Vec::len))}</summary>
                <ul class="open-data-sets">{rows}</ul>
            </details>
        </Show>
    }
}

fn data_set(state: OpenDataState, form: DataForm) -> AnyView {
    let measures = state.store.follow(|s| measures_of(s, &form));
    let (source, last) = (form.source.clone(), words::last_read(&form));
    let forget_label = words::forget(&source);
    let forget = move |_| {
        if state.store.edit(|s| edit::forget_data_form(s, &form.form)) {
            state.store.tell_done(words::forgotten(&form.source));
            state.known.set(None);
        }
    };
    view! {
        <li>
            <b>{source}</b>
            " "
            <span class="sub">{last}</span>
            <ul class="sub">{measures.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <button type="button" class="btn small" disabled=read_only() on:click=forget>{forget_label}</button>
        </li>
    }
    .into_any()
}

/// The measures of a data set and what they belong to.
fn measures_of(strategy: &Strategy, form: &DataForm) -> Vec<String> {
    let mut lines = Vec::new();
    for series in strategy.series.iter() {
        let Some(one) = series
            .published
            .as_ref()
            .filter(|one| one.form == form.form)
        else {
            continue;
        };
        let name = grid::series_name(strategy, series.id);
        let measure = words::measure_name(&one.measure);
        lines.push(words::known_measures(measure, name));
    }
    lines
}
