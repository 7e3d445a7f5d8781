//! 目標に届かない見込みの指標: where each stands, where it leads, what was aimed at.

use leptos::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::section::{ROWS, heading, more, name};
use crate::parts::{Rating, Short};
use crate::store::Store;
use ::words::briefing as words;
use insight::briefing::{Briefing, Miss};

/// The table, the worst rated first.
pub fn misses(store: Store, facts: &Briefing) -> impl IntoView + use<> {
    let rows: Vec<_> = facts
        .misses
        .iter()
        .take(ROWS)
        .map(|miss| row(store, miss))
        .collect();
    let none = rows.is_empty();
    view! {
        <section aria-labelledby="briefing-misses">
            {heading("briefing-misses", words::misses(), Some(facts.misses.len()), words::misses_note(facts))}
            {match none {
                true => view! { <p class="sub">{words::none_worse()}</p> }.into_any(),
                false => view! {
                    <div class="table-scroll" tabindex="0" role="group" aria-labelledby="briefing-misses">
                        <table class="briefing-table" aria-labelledby="briefing-misses">
                            <thead>
                                <tr>
                                    {words::miss_columns()[..5]
                                        .iter()
                                        .map(|word| view! { <th scope="col">{*word}</th> })
                                        .collect_view()}
                                    <th scope="col">{legend()}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                }
                .into_any(),
            }}
            {more(facts.misses.len())}
        </section>
    }
}

fn legend() -> impl IntoView {
    view! {
        <span class="visually-hidden">{words::miss_columns()[5]}</span>
        <span class="standing-legend" aria-hidden="true">
            {words::legend()
                .into_iter()
                .map(|(kind, word)| {
                    view! {
                        <span>
                            <svg class="standing" width="12" height="12" viewBox="0 0 12 12">{sign(kind, 6.0, 6.0)}</svg>
                            {word}
                        </span>
                    }
                })
                .collect_view()}
        </span>
    }
}

fn row(store: Store, miss: &Miss) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{name(store, miss.indicator, miss.series)}</th>
            <td class="nowrap-text"><Rating verdict=miss.verdict.clone() /></td>
            <td class="number" class:wraps=miss.latest.mean_since.is_some()>{words::latest(miss)}</td>
            <td class="number" class:wraps=miss.forecast.mean.is_some()>{words::foreseen(miss)}</td>
            <td class="number">{words::target(miss)}</td>
            <td>{picture(miss)}</td>
        </tr>
    }
}

const WIDTH: f64 = 150.0;
const HEIGHT: f64 = 16.0;
const MARGIN: f64 = 8.0;

/// Now, forecast and target on one line; their numbers stand beside it.
fn picture(miss: &Miss) -> impl IntoView + use<> {
    let values = [miss.latest.value, miss.forecast.judged().exact, miss.target];
    let [now, foreseen, aim] = places(values);
    let middle = HEIGHT / 2.0;
    let (wide, high) = (px(WIDTH), px(HEIGHT));
    let view_box = format!("0 0 {wide} {high}");
    view! {
        <svg class="standing" width=wide height=high viewBox=view_box aria-hidden="true">
            <line class="standing-scale" x1=px(MARGIN) x2=px(WIDTH - MARGIN) y1=px(middle) y2=px(middle)></line>
            <line class="standing-way" x1=px(now) x2=px(foreseen) y1=px(middle) y2=px(middle)></line>
            {sign("aim", aim, middle)}
            {sign("now", now, middle)}
            {sign("foreseen", foreseen, middle)}
        </svg>
    }
}

/// Returns the places of values on a line from the least to the greatest.
fn places(values: [Decimal; 3]) -> [f64; 3] {
    let values = values.map(|value| value.to_f64().unwrap_or_default());
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    values.map(|value| match high > low {
        true => MARGIN + (value - low) / (high - low) * (WIDTH - 2.0 * MARGIN),
        false => WIDTH / 2.0,
    })
}

fn px(value: f64) -> String {
    Short(value).to_string()
}

/// ● now, × forecast, ○ target.
fn sign(kind: &'static str, x: f64, y: f64) -> AnyView {
    match kind {
        "now" => {
            view! { <circle class="standing-now" cx=px(x) cy=px(y) r="4"></circle> }.into_any()
        }
        "aim" => {
            view! { <circle class="standing-aim" cx=px(x) cy=px(y) r="4.5"></circle> }.into_any()
        }
        _ => {
            let [l, r, t, b] = [x - 4.0, x + 4.0, y - 4.0, y + 4.0].map(Short);
            view! { <path class="standing-foreseen" d=format!("M{l} {t}L{r} {b}M{l} {b}L{r} {t}")></path> }.into_any()
        }
    }
}
