//! The table of the picture: also the way to draw by typing numbers.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::drawn::Drawn;
use crate::parts::read_only;
use ::words::{Say, learn as words, number};
use insight::workshop::GuessDrawing;
use strategy::*;

/// The figures of each year, and what was drawn.
#[component]
pub fn Figures(
    /// The drawing.
    drawn: Drawn,
) -> impl IntoView {
    let Drawn { lesson, seen, .. } = drawn;
    let rows = lesson.with_value(|lesson| {
        let shown = lesson.shown.iter().map(|(year, value)| {
            let value = number::amount(*value, &lesson.unit);
            view! { <tr><th scope="row">{year.say()}</th><td class="number">{value}</td><td></td></tr> }.into_any()
        });
        let hidden = lesson.hidden.iter().enumerate();
        let hidden = hidden.map(|(at, (year, value))| row(drawn, at, *year, *value));
        shown.chain(hidden).collect_view()
    });
    let title = move || {
        if seen.get() {
            words::table_title()
        } else {
            words::by_number()
        }
    };
    view! {
        <details class="learn-figures" prop:open=move || seen.get()>
            <summary class="btn">{title}</summary>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{words::year()}</th>
                        <th scope="col" class="number">{words::actual()}</th>
                        <th scope="col" class="number">{words::guess()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

fn row(drawn: Drawn, at: usize, year: FiscalYear, value: Decimal) -> AnyView {
    let Drawn {
        lesson, line, seen, ..
    } = drawn;
    let unit = lesson.with_value(|one| one.unit.clone());
    let actual = number::amount(value, &unit);
    let actual = move || {
        if seen.get() {
            actual.clone()
        } else {
            words::hidden().to_owned()
        }
    };
    let text = move || {
        line.with(|line| line.at(at))
            .map(|one| one.to_string())
            .unwrap_or_default()
    };
    let write = move |text: String| {
        let figure = Figure::read(&text);
        if let Some(value) = figure.value() {
            drawn.at.set(at);
            lesson.with_value(|lesson| {
                line.update(|line: &mut GuessDrawing| line.draw(lesson, at, value))
            });
        }
    };
    let guess = move || match seen.get() {
        true => line
            .with(|line| line.at(at))
            .map(|one| number::amount(one, &unit))
            .into_any(),
        false => view! {
            <input
                class="input short"
                inputmode="decimal"
                aria-label=words::by_number_of(year)
                disabled=read_only()
                prop:value=text
                on:change=move |event| write(event_target_value(&event))
            />
        }
        .into_any(),
    };
    view! {
        <tr>
            <th scope="row">{year.say()}</th>
            <td class="number">{actual}</td>
            <td class="number">{guess}</td>
        </tr>
    }
    .into_any()
}
