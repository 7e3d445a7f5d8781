//! プレビュー: the paper on the screen, page by page as on A4.

use crate::parts::Short;
use leptos::html::Div;
use leptos::prelude::*;

use super::draw::draw;
use crate::print::{edges_of_print, head_of_print, print_page};
use crate::state_number::state_number_of;
use crate::store::Store;
use ::words::{paper as words, shell};
use output::paper::PagedPaper;
use strategy::Strategy;

/// The sides of A4 and the long side of A3, in CSS px.
const SHORT: f64 = 793.7;
const LONG: f64 = 1122.5;
const LONGEST: f64 = 1587.4;

/// The button that prints, what else is done with a paper, and the pages below.
#[component]
pub fn Preview(
    report: Memo<PagedPaper>,
    name: Signal<&'static str>,
    /// Beside the button.
    children: Children,
) -> impl IntoView {
    let (stage, text, pitch) = (
        NodeRef::<Div>::new(),
        NodeRef::<Div>::new(),
        NodeRef::<Div>::new(),
    );
    let (pages, zoom) = (RwSignal::new(1), RwSignal::new(1.0));
    let wide = move || report.with(|report| report.wide);
    let large = move || report.with(|report| report.large);
    // Pages are columns of the text: there are as many as it is long, in steps of a page.
    let measure = move || {
        // A frame may come when the page has been left.
        let elements = (
            stage.try_get_untracked().flatten(),
            text.try_get_untracked().flatten(),
            pitch.try_get_untracked().flatten(),
        );
        let (Some(stage), Some(text), Some(pitch)) = elements else {
            return;
        };
        // On paper nothing of this is laid out.
        if pitch.offset_width() == 0 || pitch.offset_height() == 0 {
            return;
        }
        let steps = |all: i32, step: i32| (all + step - 1) / step;
        let along = steps(text.scroll_width(), pitch.offset_width());
        let down = steps(text.offset_height(), pitch.offset_height());
        pages.set((along.max(1) * down.max(1)) as usize);
        let full = match (untrack(wide), untrack(large)) {
            (true, true) => LONGEST,
            (false, false) => SHORT,
            _ => LONG,
        };
        zoom.set((f64::from(stage.client_width()) / full).clamp(0.3, 1.0));
    };
    Effect::new(move |_| {
        report.track();
        request_animation_frame(move || request_animation_frame(measure));
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    let printed = window_event_listener_untyped("afterprint", move |_| measure());
    on_cleanup(move || {
        resized.remove();
        printed.remove();
    });
    let store = Store::here();
    let number = state_number_of(move || {
        report.track();
        store.with(Strategy::clone)
    });
    let state = Memo::new(move |_| number.get().map_or_else(String::new, words::fingerprint));
    let running = running(name, state);
    view! {
        <div class="printing-paper">
            <div class="row printing-act">
                <button type="button" class="btn main large" on:click=move |_| print_page()>{words::print()}</button>
                {children()}
                <span role="status">{move || words::pages(pages.get(), wide(), large())}</span>
                <span class="hint">{words::hint()}</span>
            </div>
            <div node_ref=stage class="paper-stage" tabindex="0" role="region" aria-label=words::preview()>
                <div class="paper" class:wide=wide class:large=large style=move || format!("zoom:{};--pages:{}", Short(zoom.get()), pages.get())>
                    <div node_ref=pitch class="paper-pitch" aria-hidden="true"></div>
                    <div class="paper-edges" aria-hidden="true">{move || edges(pages.get(), running, state)}</div>
                    <div node_ref=text class="paper-text">{move || report.with(|report| draw(report, name.get()))}</div>
                </div>
            </div>
        </div>
    }
}

/// Header and footer of each page.
fn edges(count: usize, running: Memo<String>, state: Memo<String>) -> impl IntoView {
    let edge = |at: usize| {
        view! {
            <div class="leaf-edge" style=format!("--at:{at}")>
                <span>{running}</span>
                <span>{words::page_number(at + 1, count)} <span class="leaf-state">{state}</span></span>
            </div>
        }
    };
    (0..count).map(edge).collect_view()
}

/// Header of every page, which also names the file when it is saved as PDF.
fn running(name: Signal<&'static str>, state: Memo<String>) -> Memo<String> {
    let store = Store::here();
    let running = Memo::new(move |_| words::running(&store.about().title, name.get()));
    Effect::new(move |_| {
        running.with(|text| {
            state.with(|state| edges_of_print(text, state));
            document().set_title(text);
        });
    });
    on_cleanup(move || {
        head_of_print(&store.with(|s| s.about().title.clone()));
        document().set_title(shell::name());
    });
    running
}
