//! 表示: display settings of this device, in a panel and in 設定.

use leptos::prelude::*;

use super::languages::Languages;
use crate::display::Display;
use crate::panels::Panels;
use crate::parts::Dialog;
use crate::sizes;
use crate::workspace::Workspace;
use ::words::display as words;
use ::words::{Minus, NumberStyle, Years};

/// Attributes of the page for 文字の大きさ and 表示の密度.
const TEXT: &str = "data-text";
const DENSITY: &str = "data-density";

/// The panel of display settings.
#[component]
pub fn DisplayPanel() -> impl IntoView {
    let open = Panels::here().display;
    view! {
        <Dialog open title=words::title().to_owned()>
            <DisplayChoices />
        </Dialog>
    }
}

/// All display settings.
#[component]
pub fn DisplayChoices() -> impl IntoView {
    let (workspace, display) = (Workspace::here(), Display::here());
    let style = move || display.style();
    let theme = |(tag, word)| {
        let chosen = Signal::derive(move || workspace.theme().get() == tag);
        choice(word, chosen, move || workspace.set_theme(tag))
    };
    let years = |(years, word)| {
        let chosen = Signal::derive(move || style().years == years);
        choice(word, chosen, move || {
            display.write(NumberStyle { years, ..style() })
        })
    };
    let minus = |(minus, word)| {
        let chosen = Signal::derive(move || style().minus == minus);
        choice(word, chosen, move || {
            display.write(NumberStyle { minus, ..style() })
        })
    };
    let sized = |attribute: &'static str| {
        move |(tag, word)| {
            let chosen = Signal::derive(move || sizes::chosen(attribute) == tag);
            choice(word, chosen, move || {
                sizes::choose(attribute, tag);
                workspace.remember_sizes(&sizes::chosen(TEXT), &sizes::chosen(DENSITY));
            })
        }
    };
    view! {
        <div class="form display">
            <div class="whole">
                <span class="label">{words::language()}</span>
                <Languages />
            </div>
            {group(words::text_size(), words::text_sizes().map(sized(TEXT)).collect_view())}
            {group(words::density(), words::densities().map(sized(DENSITY)).collect_view())}
            {group(words::years(), Years::ALL.map(|one| years((one, words::years_of(one)))).collect_view())}
            {group(words::minus(), Minus::ALL.map(|one| minus((one, words::minus_of(one)))).collect_view())}
            {group(words::theme(), words::themes().map(theme).collect_view())}
        </div>
    }
}

fn group(name: &'static str, choices: impl IntoView) -> impl IntoView {
    view! {
        <div class="whole">
            <span class="label">{name}</span>
            <div class="tabs" role="group" aria-label=name>{choices}</div>
        </div>
    }
}

fn choice(word: &'static str, chosen: Signal<bool>, choose: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="btn" aria-pressed=move || chosen.get().to_string() on:click=move |_| choose()>
            {word}
        </button>
    }
    .into_any()
}
