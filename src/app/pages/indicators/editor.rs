//! One indicator, whole.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::guess::Guesses;
use super::list::{Rating, UsedBy, glance_of};
use super::series::Figures;
use super::trend::TrendOf;
use crate::app::pages::rules::GivenRatingForm;
use crate::app::parts::{Choice, Field, Icon, Mark, tone_class};
use crate::app::store::Store;
use crate::edit::{self, Field as Did};
use crate::insight::overview::{Glance, Row};
use crate::insight::words::reasons;
use crate::locale::{indicators as words, model, time};
use crate::strategy::*;

/// Reads one text of an indicator.
type Read = fn(&Indicator) -> &String;
/// Writes one text of an indicator.
type Write = fn(&mut Indicator, String);

/// The texts of the form: words, field, how to read and write, several lines.
const TEXTS: [(&str, Did, Read, Write, bool); 7] = [
    (
        words::DEFINITION,
        Did::Definition,
        |k| &k.definition,
        |k, t| k.definition = t,
        true,
    ),
    (
        words::METHOD,
        Did::Method,
        |k| &k.method,
        |k, t| k.method = t,
        true,
    ),
    (
        words::SOURCE,
        Did::Source,
        |k| &k.source,
        |k, t| k.source = t,
        false,
    ),
    (
        words::OWNER,
        Did::Owner,
        |k| &k.owner,
        |k, t| k.owner = t,
        false,
    ),
    (
        words::RATIONALE,
        Did::Rationale,
        |k| &k.rationale,
        |k, t| k.rationale = t,
        true,
    ),
    (
        words::CODE,
        Did::Code,
        |k| &k.code,
        |k, t| k.code = t,
        false,
    ),
    (words::NOTE, Did::Note, |k| &k.note, |k, t| k.note = t, true),
];

/// Everything about one indicator.
#[component]
pub fn Editor(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let text = move |read: Read| {
        Signal::derive(move || store.get(id).map(|k| read(&k).clone()).unwrap_or_default())
    };
    let set = move |field: Did, write: Write| {
        Callback::new(move |text: String| {
            store.edit(|s| edit::set(s, id, field, |k| write(k, text)));
        })
    };
    let glance = glance_of(store, id);
    // Before the first figure there is nothing to draw, to explain or to overrule.
    let telling = Memo::new(move |_| {
        glance.with(|g| {
            g.as_ref()
                .is_some_and(|g| g.rows.iter().any(Row::says_something))
        })
    });
    view! {
        <article class="indicator-editor">
            <div class="row">
                <UsedBy glance />
                <span class="sub code">{move || text(|k| &k.code).get()}</span>
                <span class="grow"></span>
                <Rating glance />
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove(&text(|k| &k.name).get())
                    on:click=move |_| { store.edit(|s| edit::remove(s, id)); }
                >
                    <Mark icon=Icon::Trash />
                </button>
            </div>
            <h2 class="field-heading">
                <Field
                    id="indicator-name"
                    class="title"
                    label=words::NAME.to_owned()
                    placeholder=words::NAME
                    value=text(|k| &k.name)
                    on_input=set(Did::Title, |k, t| k.name = t)
                />
            </h2>
            <div class="form">
                <div class="labelled">
                    <span class="label">{words::UNIT}</span>
                    <Field class="boxed" label=words::UNIT.to_owned() value=text(|k| &k.unit) on_input=set(Did::Unit, |k, t| k.unit = t) />
                </div>
            </div>
            <Figures id />
            <div class="form">
                <Kinds id />
            </div>
            <Show when=move || telling.get()>
                <TrendOf id glance />
                <Why glance />
                <GivenRatingForm id />
            </Show>
            <details class="more" open>
                <summary>{words::MORE}</summary>
                <div class="form">
                    {TEXTS
                        .into_iter()
                        .map(|(label, field, read, write, lines)| {
                            view! {
                                <div class="labelled" class:whole=lines>
                                    <span class="label">{label}</span>
                                    <Field class="boxed" label=label.to_owned() lines value=text(read) on_input=set(field, write) />
                                </div>
                            }
                        })
                        .collect_view()}
                </div>
            </details>
            <Changes id />
        </article>
    }
    .into_any()
}

/// Why it is rated so, in one sentence with its numbers, series by series.
#[component]
pub fn Why(glance: Memo<Option<Glance>>) -> impl IntoView {
    let store = Store::here();
    move || {
        let glance = glance.get()?;
        let (title, tone) = match glance.verdict.band() {
            Some(band) => (words::why(&band.mark, &band.word), band.tone),
            None => (words::WHY_NOT.to_owned(), Tone::None),
        };
        let lines = store.with(|s| {
            let series = glance.rows.iter().map(|row| {
                let name = s.get(row.series).map_or("", |one| one.name.as_str());
                (name, &row.rated)
            });
            reasons(&glance.verdict, series)
        });
        let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
        let lines = lines.collect_view();
        Some(view! {
            <aside class=format!("why {}", tone_class(tone))>
                <b>{title}</b>
                {lines}
            </aside>
        })
    }
}

/// Direction, way of counting, and what goes with them.
#[component]
fn Kinds(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let get = move || store.get(id);
    let options = |all: &[(&str, &'static str)]| {
        Signal::stored(
            all.iter()
                .map(|(key, word)| ((*key).to_owned(), (*word).to_owned()))
                .collect::<Vec<_>>(),
        )
    };
    let desired = Signal::derive(move || {
        match get().and_then(|k| k.desired) {
            None => "",
            Some(Desired::Increase) => "up",
            Some(Desired::Decrease) => "down",
            Some(Desired::Keep { .. }) => "keep",
        }
        .to_owned()
    });
    let set_desired = Callback::new(move |key: String| {
        let to = match key.as_str() {
            "up" => Some(Desired::Increase),
            "down" => Some(Desired::Decrease),
            "keep" => Some(Desired::Keep {
                lower: None,
                upper: None,
            }),
            _ => None,
        };
        store.edit(|s| edit::set(s, id, Did::Desired, |k| k.desired = to));
    });
    let counting = Signal::derive(move || {
        match get().map(|k| k.counting).unwrap_or_default() {
            Counting::Year => "year",
            Counting::Cumulative { .. } => "sum",
            Counting::Average => "average",
            Counting::YearEnd => "end",
            Counting::Rank => "rank",
        }
        .to_owned()
    });
    let set_counting = Callback::new(move |key: String| {
        let to = match key.as_str() {
            "sum" => Counting::Cumulative { from: None },
            "average" => Counting::Average,
            "end" => Counting::YearEnd,
            "rank" => Counting::Rank,
            _ => Counting::Year,
        };
        store.edit(|s| edit::set(s, id, Did::Counting, |k| k.counting = to));
    });
    let nature = Signal::derive(move || {
        match get().and_then(|k| k.nature) {
            None => "",
            Some(Nature::Outcome) => "outcome",
            Some(Nature::Output) => "output",
        }
        .to_owned()
    });
    let set_nature = Callback::new(move |key: String| {
        let to = match key.as_str() {
            "outcome" => Some(Nature::Outcome),
            "output" => Some(Nature::Output),
            _ => None,
        };
        store.edit(|s| edit::set(s, id, Did::Nature, |k| k.nature = to));
    });
    let guesses = Guesses::of(store, id);
    let keeps = move || matches!(get().and_then(|k| k.desired), Some(Desired::Keep { .. }));
    view! {
        <div class="labelled">
            <span class="label">{words::DESIRED}</span>
            <Choice
                label=words::DESIRED.to_owned()
                value=desired
                options=options(&[
                    ("", model::desired(None)),
                    ("up", words::DESIRED_UP),
                    ("down", words::DESIRED_DOWN),
                    ("keep", words::DESIRED_KEEP),
                ])
                on_change=set_desired
            />
            {guesses.way()}
        </div>
        <Show when=keeps>
            <Bounds id />
        </Show>
        <div class="labelled">
            <span class="label">{words::COUNTING}</span>
            <Choice
                label=words::COUNTING.to_owned()
                value=counting
                options=options(&[
                    ("year", words::COUNTING_YEAR),
                    ("sum", words::COUNTING_SUM),
                    ("average", words::COUNTING_AVERAGE),
                    ("end", words::COUNTING_END),
                    ("rank", words::COUNTING_RANK),
                ])
                on_change=set_counting
            />
            {guesses.count()}
        </div>
        <div class="labelled">
            <span class="label">{words::NATURE}</span>
            <Choice
                label=words::NATURE.to_owned()
                value=nature
                options=options(&[
                    ("", model::nature(None)),
                    ("outcome", model::nature(Some(Nature::Outcome))),
                    ("output", model::nature(Some(Nature::Output))),
                ])
                on_change=set_nature
            />
        </div>
    }
    .into_any()
}

/// 下限 and 上限 of what is to be kept.
#[component]
fn Bounds(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let bounds = move || match store.get(id).and_then(|k| k.desired) {
        Some(Desired::Keep { lower, upper }) => (lower, upper),
        _ => (None, None),
    };
    let print = |value: Option<Decimal>| value.map(|v| v.to_string()).unwrap_or_default();
    let set = move |change: fn(&mut Option<Decimal>, &mut Option<Decimal>, Option<Decimal>)| {
        Callback::new(move |text: String| {
            let value = Figure::read(&text).value();
            if value.is_none() && !text.trim().is_empty() {
                return;
            }
            store.edit(|s| {
                edit::set(s, id, Did::Desired, |k| {
                    if let Some(Desired::Keep { lower, upper }) = &mut k.desired {
                        change(lower, upper, value);
                    }
                })
            });
        })
    };
    view! {
        <div class="labelled">
            <span class="label">{words::LOWER}</span>
            <Field
                class="boxed"
                label=words::LOWER.to_owned()
                value=Signal::derive(move || print(bounds().0))
                on_input=set(|lower, _, value| *lower = value)
            />
        </div>
        <div class="labelled">
            <span class="label">{words::UPPER}</span>
            <Field
                class="boxed"
                label=words::UPPER.to_owned()
                value=Signal::derive(move || print(bounds().1))
                on_input=set(|_, upper, value| *upper = value)
            />
        </div>
    }
    .into_any()
}

/// The log of target changes.
#[component]
fn Changes(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let changes = move || store.get(id).map(|k| k.changes.clone()).unwrap_or_default();
    view! {
        <Show when=move || !changes().is_empty()>
            <table class="table">
                <caption>{words::CHANGES}</caption>
                <thead>
                    <tr>
                        {words::CHANGE_COLUMNS.into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {move || {
                        changes()
                            .into_iter()
                            .map(|change| {
                                let print = |f: &Option<Figure>| f.as_ref().map(|f| f.text().to_owned()).unwrap_or_default();
                                view! {
                                    <tr>
                                        <td>{time::day(&change.date)}</td>
                                        <td>{change.year.short()}</td>
                                        <td class="number">{print(&change.from)}</td>
                                        <td class="number">{print(&change.to)}</td>
                                        <td>{change.by.clone()}</td>
                                        <td>{change.reason.clone()}</td>
                                    </tr>
                                }
                            })
                            .collect_view()
                    }}
                </tbody>
            </table>
        </Show>
    }
    .into_any()
}
