//! The picture: the first years, what is drawn with a finger, the mouse or the arrow keys, and then what came.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::state::WorkshopState;
use super::drawn::Drawn;
use crate::parts::{Short, read_only};
use crate::store::Store;
use ::words::{YearForms, learn as words, number};
use insight::workshop::{Lesson, guesses};
use strategy::*;

/// A year's place from left to right, in percent.
fn across(lesson: &Lesson, year: FiscalYear) -> f64 {
    let first = lesson.shown.first().map_or(0, |(year, _)| year.0);
    let last = lesson.hidden.last().map_or(first, |(year, _)| year.0);
    let whole = f64::from((last - first).max(1));
    f64::from(year.0 - first) * 100.0 / whole
}

/// A value's place from top to bottom, in percent.
fn down(lesson: &Lesson, value: Decimal) -> f64 {
    (1.0 - lesson.scale.share(value)) * 100.0
}

fn points(lesson: &Lesson, values: impl Iterator<Item = (FiscalYear, Decimal)>) -> String {
    let point = |(year, value)| {
        let (x, y) = (across(lesson, year), down(lesson, value));
        format!("{},{}", Short(x), Short(y))
    };
    values.map(point).collect::<Vec<_>>().join(" ")
}

/// Returns the line that joins the shown values and the drawn ones.
fn drawn_line(lesson: &Lesson, at: impl Fn(usize) -> Option<Decimal>) -> String {
    let start = lesson.shown.last().copied();
    let years = lesson.hidden.iter().enumerate();
    let drawn = years.filter_map(|(index, (year, _))| Some((*year, at(index)?)));
    points(lesson, start.into_iter().chain(drawn))
}

/// A line over the picture.
fn line(class: &'static str, points: String) -> AnyView {
    view! { <polyline class=class points=points vector-effect="non-scaling-stroke" /> }.into_any()
}

/// A place over the picture.
fn place(lesson: &Lesson, year: FiscalYear, value: Decimal) -> String {
    let (x, y) = (across(lesson, year), down(lesson, value));
    format!("--x:{}%;--y:{}%", Short(x), Short(y))
}

/// The picture of a question.
#[component]
pub fn Plot(
    /// The drawing.
    drawn: Drawn,
    /// Name of the indicator.
    name: String,
    /// Nobody draws here: it is looked at from afar.
    #[prop(optional)]
    only_shown: bool,
) -> impl IntoView {
    let field = NodeRef::<Div>::new();
    let Drawn {
        lesson,
        line,
        at,
        seen,
        ..
    } = drawn;
    let is_open = move || !only_shown && !seen.get();
    let can_draw = move || untrack(is_open) && !read_only().get_untracked();
    let draw = move |event: &PointerEvent| {
        let Some(element) = field.get_untracked() else {
            return;
        };
        // Nothing over the field takes the pointer, so that it is always told from its corner.
        let share = |at: i32, of: i32| f64::from(at) / f64::from(of.max(1));
        let x = share(event.offset_x(), element.client_width()) * 100.0;
        let y = share(event.offset_y(), element.client_height());
        lesson.with_value(|lesson| {
            let years = lesson.hidden.iter().enumerate();
            let away = |(_, (year, _)): &(usize, &(FiscalYear, Decimal))| {
                (across(lesson, *year) - x).abs()
            };
            let nearest = years.min_by(|a, b| away(a).total_cmp(&away(b)));
            if let Some((index, _)) = nearest {
                at.set(index);
                line.update(|line| line.draw(lesson, index, lesson.scale.at(1.0 - y)));
            }
        });
    };
    let begin = move |event: PointerEvent| {
        if can_draw() && event.is_primary() && event.button() == 0 {
            if let Some(element) = field.get_untracked() {
                // A pointer that is gone again draws nothing more.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            draw(&event);
        }
    };
    let go_on = move |event: PointerEvent| {
        let element = field.get_untracked();
        if can_draw() && element.is_some_and(|one| one.has_pointer_capture(event.pointer_id())) {
            draw(&event);
        }
    };
    let value_now = move || {
        lesson.with_value(|lesson| {
            let drawn = line.with(|line| line.at(at.get()));
            let start = lesson.shown.last().map(|one| one.1);
            drawn.or(start).unwrap_or_default()
        })
    };
    let told = move || {
        lesson.with_value(|lesson| {
            let year = lesson.hidden.get(at.get()).map(|one| one.0);
            let value = line.with(|line| line.at(at.get()));
            year.map(|year| words::drawn(year, value, &lesson.unit))
        })
    };
    let plain = |value: Decimal| Short(value.to_f64().unwrap_or_default()).to_string();
    let (low, high) = lesson.with_value(|one| (plain(one.scale.low), plain(one.scale.high)));
    let role = move || if is_open() { "slider" } else { "img" };
    let asked = move |text: String| move || is_open().then(|| text.clone());
    view! {
        <div class="learn-plot">
            <div
                node_ref=field
                class="learn-field"
                class:open=is_open
                role=role
                tabindex=move || is_open().then_some("0")
                aria-label=words::plot(name)
                aria-describedby=(!only_shown).then_some("learn-how")
                aria-valuemin=asked(low)
                aria-valuemax=asked(high)
                aria-valuenow=move || is_open().then(|| plain(value_now()))
                aria-valuetext=move || if is_open() { told() } else { None }
                on:pointerdown=begin
                on:pointermove=go_on
                on:keydown=move |event| if can_draw() { key(drawn, &event) }
            >
                {lesson.with_value(axes)}
                <Lines drawn />
                <Marks drawn only_shown told=Signal::derive(move || told().unwrap_or_default()) />
            </div>
        </div>
        {(!only_shown).then(|| view! { <p id="learn-how" class="hint learn-how" hidden=move || seen.get()>{words::plot_how()}</p> })}
    }
}

/// Arrows choose the year and move the number.
fn key(drawn: Drawn, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let last = drawn
        .lesson
        .with_value(|one| one.hidden.len().saturating_sub(1));
    let at = drawn.at.get_untracked();
    let go = |to: usize| drawn.at.set(to.min(last));
    let nudge = |steps: i32| {
        drawn
            .lesson
            .with_value(|lesson| drawn.line.update(|line| line.nudge(lesson, at, steps)));
    };
    match event.key().as_str() {
        "ArrowLeft" => go(at.saturating_sub(1)),
        "ArrowRight" => go(at + 1),
        "Home" => go(0),
        "End" => go(last),
        "ArrowUp" => nudge(1),
        "ArrowDown" => nudge(-1),
        "PageUp" => nudge(10),
        "PageDown" => nudge(-10),
        _ => return,
    }
    event.prevent_default();
}

/// The lines across with their numbers, and the years.
fn axes(lesson: &Lesson) -> AnyView {
    let mark = |value: &Decimal| {
        let style = format!("--y:{}%", Short(down(lesson, *value)));
        view! { <span class="learn-mark" style=style><span>{number::figures(*value)}</span></span> }
    };
    let years = lesson.shown.iter().chain(&lesson.hidden).map(|one| one.0);
    let year = |year: FiscalYear| {
        let style = format!("--x:{}%", Short(across(lesson, year)));
        view! { <span class="learn-year" style=style>{year.short()}</span> }
    };
    let from = lesson
        .shown
        .last()
        .map_or(0.0, |(year, _)| across(lesson, *year));
    view! {
        <span class="learn-unit" aria-hidden="true">{lesson.unit.clone()}</span>
        <span class="learn-open" aria-hidden="true" style=format!("--x:{}%", Short(from))></span>
        <span aria-hidden="true">{lesson.scale.marks.iter().map(mark).collect_view()}</span>
        <span aria-hidden="true">{years.map(year).collect_view()}</span>
    }
    .into_any()
}

#[component]
fn Lines(drawn: Drawn) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let Drawn {
        lesson,
        line: drawing,
        own,
        seen,
        ..
    } = drawn;
    let shown = lesson.with_value(|lesson| points(lesson, lesson.shown.iter().copied()));
    let mine = move || {
        lesson.with_value(|lesson| drawing.with(|line| drawn_line(lesson, |at| line.at(at))))
    };
    let others = move || {
        let session = state.session.get().filter(|_| seen.get());
        let own = own.get();
        lesson.with_value(|lesson| {
            store.follow(|s| {
                let all = session.map(|id| guesses(s, id, lesson.indicator));
                let others = all.unwrap_or_default().into_iter();
                let others = others.filter(|one| Some(one.id) != own);
                let drawn = |guess: &Guess| {
                    let value = |at: usize| {
                        let (year, _) = lesson.hidden.get(at)?;
                        guess.values.get(year)?.value()
                    };
                    line("learn-line other", drawn_line(lesson, value))
                };
                others.map(|guess| drawn(guess)).collect_view()
            })
        })
    };
    let truth = move || {
        seen.get().then(|| {
            lesson.with_value(|lesson| {
                let from = lesson.shown.last().into_iter();
                let all = from.chain(&lesson.hidden).copied();
                line("learn-line came", points(lesson, all))
            })
        })
    };
    view! {
        <svg class="learn-lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {others}
            <polyline class="learn-line own" points=mine vector-effect="non-scaling-stroke" />
            {line("learn-line shown", shown)}
        </svg>
        <svg class="learn-lines came" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">{truth}</svg>
    }
}

/// Dots and numbers over the lines.
#[component]
fn Marks(drawn: Drawn, only_shown: bool, told: Signal<String>) -> impl IntoView {
    let Drawn {
        lesson,
        line,
        at,
        seen,
        ..
    } = drawn;
    let dot = |lesson: &Lesson, year, value, class: &'static str| {
        let style = place(lesson, year, value);
        view! { <span class=class style=style></span> }
    };
    let shown = lesson.with_value(|lesson| {
        let each = lesson.shown.iter();
        each.map(|(year, value)| dot(lesson, *year, *value, "learn-dot"))
            .collect_view()
    });
    let first = lesson.with_value(|lesson| {
        lesson.shown.last().map(|(year, value)| {
            let style = place(lesson, *year, *value);
            view! { <span class="learn-label" style=style>{number::amount(*value, &lesson.unit)}</span> }
        })
    });
    let came = move || {
        seen.get().then(|| {
            lesson.with_value(|lesson| {
                let each = lesson.hidden.iter();
                let dots = each.map(|(year, value)| dot(lesson, *year, *value, "learn-dot")).collect_view();
                // On the side where the line that was drawn is not.
                let drawn = line.with(|line| line.at(lesson.hidden.len().saturating_sub(1)));
                let last = lesson.hidden.last().map(|(year, value)| {
                    let style = place(lesson, *year, *value);
                    let is_above = drawn.is_none_or(|drawn| *value >= drawn);
                    view! { <span class="learn-label end strong" class:above=is_above style=style>{number::amount(*value, &lesson.unit)}</span> }
                });
                view! { {dots} {last} }
            })
        })
    };
    let hand = move || {
        let index = at.get();
        let value = line.with(|line| line.at(index)).filter(|_| !seen.get());
        lesson.with_value(|lesson| {
            let (year, _) = lesson.hidden.get(index)?;
            let style = place(lesson, *year, value?);
            Some(view! {
                <span class="learn-hand" style=style.clone()></span>
                <span class="learn-label hand" class:end={across(lesson, *year) > 60.0} style=style>{told.get()}</span>
            })
        })
    };
    let here = move || {
        let style = lesson.with_value(|lesson| {
            let (year, _) = lesson.hidden.get(at.get())?;
            Some(format!("--x:{}%", Short(across(lesson, *year))))
        });
        style
            .filter(|_| !seen.get())
            .map(|style| view! { <span class="learn-here" style=style></span> })
    };
    let invite = move || {
        let is_blank = !only_shown && !seen.get() && !line.with(|line| line.is_begun());
        is_blank.then(|| view! { <span class="learn-invite">{words::draw_here()}</span> })
    };
    view! {
        <span aria-hidden="true">{shown} {first} {here} {came} {hand} {invite}</span>
    }
}
