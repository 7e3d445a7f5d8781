//! 大きく映す: the question and the time that is left, or the result once it is opened, for the whole room.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use super::state::{Part, WorkshopState};
use crate::app::store::Store;
use crate::browser::clock;
use crate::insight::workshop::{Tally, TallyRow, heads, tally};
use crate::strategy::*;
use crate::words::workshop as words;

/// So many ideas fit a screen in letters that can be read from the last row.
const SHOWN: usize = 8;

/// The button that opens it.
#[component]
pub fn Projector() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="btn" aria-haspopup="dialog" on:click=move |_| open.set(true)>{words::project()}</button>
        <Show when=move || open.get()>
            <Screen open />
        </Show>
    }
    .into_any()
}

/// The time that is left of an activity. Copy it freely.
#[derive(Clone, Copy)]
struct Countdown {
    /// When it ends, in milliseconds; `None`: it stands still.
    ends: RwSignal<Option<u64>>,
    /// Seconds that are left.
    left: RwSignal<u64>,
}

impl Countdown {
    fn of(minutes: u32) -> Self {
        let countdown = Self {
            ends: RwSignal::new(None),
            left: RwSignal::new(u64::from(minutes) * 60),
        };
        let tick = move || {
            if let Some(ends) = countdown.ends.get_untracked() {
                let left = ends.saturating_sub(clock::now().ms).div_ceil(1_000);
                countdown.left.set(left);
                if left == 0 {
                    countdown.ends.set(None);
                }
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, Duration::from_millis(250)) {
            on_cleanup(move || handle.clear());
        }
        countdown
    }

    fn is_running(self) -> bool {
        self.ends.with(Option::is_some)
    }

    fn turn(self) {
        let ends = match self.ends.get_untracked() {
            Some(_) => None,
            None => Some(clock::now().ms + self.left.get_untracked() * 1_000),
        };
        self.ends.set(ends);
    }

    /// A minute more.
    fn extend(self) {
        self.left.update(|left| *left += 60);
        self.ends.update(|ends| {
            if let Some(ends) = ends {
                *ends += 60_000;
            }
        });
    }
}

fn activity(part: Part) -> ActivityKind {
    match part {
        Part::Prepare => ActivityKind::Learn,
        Part::Share => ActivityKind::Share,
        Part::Choose => ActivityKind::Choose,
        Part::LookBack | Part::Answer => ActivityKind::LookBack,
    }
}

#[component]
fn Screen(open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let element = NodeRef::<html::Dialog>::new();
    let dark = RwSignal::new(false);
    let kind = activity(state.part.get_untracked());
    let now = state.record(store).and_then(|one| {
        let mut all = one.activities.iter();
        all.find(|part| part.kind == kind).cloned()
    });
    let countdown = Countdown::of(now.as_ref().map_or(0, |one| one.minutes));
    let prompt = now.map(|one| one.prompt).unwrap_or_default();
    Effect::new(move |_| {
        if let Some(dialog) = element.get()
            && !dialog.open()
        {
            // Refused only when it is shown already.
            let _ = dialog.show_modal();
        }
    });
    let shows_result = move || {
        let is_open = state.record(store).is_some_and(|one| one.opened);
        is_open
            && matches!(
                state.part.get(),
                Part::Choose | Part::LookBack | Part::Answer
            )
    };
    let question = move || {
        state
            .record(store)
            .map(|one| one.question.clone())
            .unwrap_or_default()
    };
    let said = move || {
        let session = state.session.get();
        store.follow(|s| session.map_or(0, |id| heads(s, id).len()))
    };
    view! {
        <dialog node_ref=element class="projector" class:dark=move || dark.get() aria-label=words::project() on:close=move |_| open.set(false)>
            <div class="projector-bar">
                <strong class="grow">{kind.word()}</strong>
                <output class="projector-time" aria-live="off" aria-label=words::time_left()>{move || words::minutes_seconds(countdown.left.get())}</output>
                <button type="button" class="btn" on:click=move |_| countdown.turn()>
                    {move || if countdown.is_running() { words::stop() } else { words::start() }}
                </button>
                <button type="button" class="btn" on:click=move |_| countdown.extend()>{words::one_minute_more()}</button>
                <button type="button" class="btn" aria-pressed=move || dark.get().to_string() on:click=move |_| dark.update(|on| *on = !*on)>
                    {words::dark()}
                </button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>{words::close()}</button>
            </div>
            <Show
                when=shows_result
                fallback=move || view! {
                    <h2 class="projector-question">{question}</h2>
                    <p class="projector-prompt">{prompt.clone()}</p>
                    <p>{move || words::ideas_so_far(said())}</p>
                }
            >
                <Result />
            </Show>
        </dialog>
    }
    .into_any()
}

#[component]
fn Result() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let counted = Memo::new(move |_| {
        let session = state.session.get();
        store.follow(|s| session.map(|id| tally(s, id)).unwrap_or_default())
    });
    let rows = move || {
        let tally = counted.get();
        let most = tally
            .rows
            .iter()
            .map(|row| row.dots)
            .max()
            .unwrap_or_default()
            .max(1);
        let shown = tally.rows.iter().filter(|row| row.dots > 0).take(SHOWN);
        shown.map(|row| line(store, row, most)).collect_view()
    };
    let rest = move || counted.with(rest);
    view! {
        <h2>{move || counted.with(words::projected)}</h2>
        <p>{move || counted.with(words::how_many_voted)}</p>
        <ol class="plain-list projector-rows">{rows}</ol>
        <p>{move || Some(rest()).filter(|rest| *rest > 0).map(words::and_more)}</p>
    }
    .into_any()
}

/// How many ideas the screen has no room for.
fn rest(tally: &Tally) -> usize {
    tally.rows.len().saturating_sub(SHOWN)
}

fn line(store: Store, row: &TallyRow, most: u32) -> AnyView {
    let text = store.with(|s| s.get(row.idea).map(|one| one.text.clone()));
    let share = format!("--share:{}%", u64::from(row.dots) * 100 / u64::from(most));
    let star = row.is_consensus.then(|| view! { <span class="projector-star">"★ " <span class="visually-hidden">{words::all_agree()}</span></span> });
    view! {
        <li>
            <span class="projector-line"><span class="grow">{star}{text}</span><b>{row.dots}</b></span>
            <span class="vote-bar" style=share aria-hidden="true"></span>
        </li>
    }
    .into_any()
}
