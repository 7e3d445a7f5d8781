//! 読み取った行: a row for each line, with a box to tick and a choice of what it is.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::rows::{OutlineRow, Rows};
use crate::parts::{ShowMore, Tick};
use ::words::pasted_outline as words;
use browser::time;
use recognise::{LineRole, PastedLine};

/// Number of lines that are shown until a person asks for more.
const SHOWN: usize = 400;
/// Drawn at once: more than a screen holds.
const FIRST: usize = 30;
/// Drawn between one picture and the next.
const STRETCH: usize = 60;

/// The lines that are taken or asked, and on demand those that are skipped.
#[component]
pub fn Preview(
    /// The lines.
    rows: Memo<Rows>,
) -> impl IntoView {
    let all = RwSignal::new(false);
    // The row the keyboard comes to.
    let current = RwSignal::new(None::<usize>);
    let shown = Memo::new(move |_| {
        let listed = |row: &OutlineRow| all.get() || row.line.role != LineRole::Skip;
        rows.with(|rows| {
            let listed = rows.all.iter().filter(|row| listed(row));
            listed.map(|row| (row.at, row.reading)).collect::<Vec<_>>()
        })
    });
    let first = Memo::new(move |_| {
        let there = |at: &usize| shown.with(|shown| shown.iter().any(|(one, _)| one == at));
        let first = shown.with(|shown| shown.first().map(|(at, _)| *at));
        current.get().filter(there).or(first)
    });
    let reached = Selector::new(move || first.get());
    let limit = RwSignal::new(SHOWN);
    let drawn = drawn(shown, limit);
    let count = Signal::derive(move || shown.with(Vec::len));
    let draw = move |(at, _): (usize, usize)| {
        let row = rows.with_untracked(|rows| rows.all.get(at).cloned());
        row.map(|row| one(row, rows, reached.clone()))
    };
    let asked = Memo::new(move |_| rows.with(Rows::asked));
    view! {
        <div class="whole outline-acts">
            <Tick class="row tick" on=all set=move |on| all.set(on)>
                {move || words::skipped(rows.with(Rows::skipped))}
            </Tick>
            <Show when=move || asked.get() != 0>
                <button type="button" class="btn small" on:click=move |_| rows.with_untracked(Rows::choose_all)>
                    {move || words::choose_all(asked.get())}
                </button>
            </Show>
        </div>
        <p class="whole hint outline-keys">{words::keys()}</p>
        <ul
            class="whole outline-read"
            aria-label=words::read()
            on:focusin=move |event| current.set(row_of(&event.target()))
            on:keydown=move |event| pressed(&event, rows)
        >
            <For each=drawn key=|row| *row children=draw />
        </ul>
        <div class="whole">
            <ShowMore count shown=limit step=SHOWN />
        </div>
    }
}

/// Returns the rows that are drawn by now, of those that are shown: a screenful, and the rest a few at a time.
fn drawn(
    shown: Memo<Vec<(usize, usize)>>,
    limit: RwSignal<usize>,
) -> impl Fn() -> Vec<(usize, usize)> + Clone {
    let drawn = RwSignal::new(FIRST);
    Effect::new(move |_| {
        let all = shown.with(Vec::len).min(limit.get());
        spawn_local(async move {
            while drawn.try_get_untracked().is_some_and(|drawn| drawn < all) {
                time::frame().await;
                drawn.try_update(|drawn| *drawn += STRETCH);
            }
        });
    });
    move || {
        let count = drawn.get().min(limit.get());
        shown.with(|shown| shown.iter().take(count).copied().collect())
    }
}

/// The row an element is in.
fn row_of(target: &Option<web_sys::EventTarget>) -> Option<usize> {
    let element = target.as_ref()?.dyn_ref::<web_sys::Element>()?;
    let row = element.closest("[data-at]").ok()??;
    row.get_attribute("data-at")?.parse().ok()
}

/// Alt+← and Alt+→ change the level; ↑ and ↓ go from tick to tick.
fn pressed(event: &KeyboardEvent, rows: Memo<Rows>) {
    let Some(at) = row_of(&event.target()) else {
        return;
    };
    let key = event.key();
    let by = match (event.alt_key(), key.as_str()) {
        (true, "ArrowLeft") => -1,
        (true, "ArrowRight") => 1,
        (false, "ArrowUp" | "ArrowDown") => return step(event, key == "ArrowDown"),
        _ => return,
    };
    event.prevent_default();
    rows.with_untracked(|rows| rows.shift(at, by));
}

fn step(event: &KeyboardEvent, down: bool) {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlElement>().ok());
    let Some(tick) = target.filter(|t| t.tag_name() == "INPUT") else {
        return;
    };
    event.prevent_default();
    let row = tick.closest("[data-at]").ok().flatten();
    let next = row.and_then(|row| match down {
        true => row.next_element_sibling(),
        false => row.previous_element_sibling(),
    });
    let next = next.and_then(|row| row.query_selector("input").ok().flatten());
    if let Some(next) = next.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take focus leaves it where it was.
        let _ = next.focus();
    }
}

fn one(row: OutlineRow, rows: Memo<Rows>, reached: Selector<Option<usize>>) -> AnyView {
    let OutlineRow {
        at,
        line,
        role,
        chosen,
        ..
    } = row;
    let figures = rows.with_untracked(|rows| rows.indicator(&line).map(words::figures));
    let reach = move || {
        if reached.selected(&Some(at)) {
            "0"
        } else {
            "-1"
        }
    };
    let (now, depth, ticks, skips) = (role.clone(), role.clone(), chosen.clone(), role.clone());
    let options = LineRole::ALL.into_iter().map(|choice| {
        let now = now.clone();
        view! {
            <option value=words::key(choice) selected=move || now.get() == choice>
                {words::role(choice)}
            </option>
        }
    });
    view! {
        <li data-at=at.to_string() data-role=move || words::key(depth.get()) class:left=move || !ticks.get()>
            <input
                type="checkbox"
                tabindex=reach.clone()
                aria-label=words::choose(&line.title)
                aria-disabled=move || (skips.get() == LineRole::Skip).then_some("true")
                prop:checked=move || chosen.get()
                on:change=move |event| {
                    rows.with_untracked(|rows| rows.choose(at, event_target_checked(&event)));
                }
            />
            <select
                class="choice"
                tabindex=reach
                aria-label=words::role_label(&line.title)
                prop:value=move || words::key(role.get())
                on:change=move |event| {
                    let key = event_target_value(&event);
                    let role = LineRole::ALL.into_iter().find(|role| words::key(*role) == key);
                    if let Some(role) = role {
                        rows.with_untracked(|rows| rows.say(at, role));
                    }
                }
            >
                {options.collect_view()}
            </select>
            {told(&line, figures)}
        </li>
    }
    .into_any()
}

/// The line itself, and what is to be said of it.
fn told(line: &PastedLine, figures: Option<String>) -> AnyView {
    let number = words::number(line);
    view! {
        <span class="outline-line">
            {(!number.is_empty()).then(|| view! { <span class="sub">{number}" "</span> })}
            <span class="outline-title">{line.title.clone()}</span>
            {(!line.subtitle.is_empty()).then(|| view! { <span class="sub outline-subtitle">" "{words::subtitle(&line.subtitle)}</span> })}
            {figures.map(|figures| view! { " "<span class="sub outline-subtitle">{figures}</span> })}
            {line.doubt.map(|doubt| view! { " "<span class="chip warn">{words::doubt(doubt)}</span> })}
            {line.skipped.map(|why| view! { " "<span class="chip">{words::why_skipped(why)}</span> })}
            <span class="sub">" "{words::lines(line)}</span>
        </span>
    }
    .into_any()
}
