//! One indicator, whole.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::guess::Guesses;
use super::list::{Rating, UsedBy, glance_of};
use super::series::Figures;
use super::trend::TrendOf;
use crate::pages::assembly_link::AssemblyLink;
use crate::pages::cited::Cited;
use crate::pages::heard::Heard;
use crate::pages::settings::GivenRatingForm;
use crate::parts::{
    Choice, Field, Icon, IconName, OneOrNone, TextOf, fix_button, text_of, tone_class, writing,
};
use crate::store::Store;
use ::words::why::reasons;
use ::words::{YearForms, indicators as words, model, time};
use insight::checks::ways_to_judge;
use insight::overview::{Glance, SeriesSummary};
use strategy::record::Lens;
use strategy::*;

/// The texts of the form: words, field, several lines.
fn texts() -> [(&'static str, Lens<Indicator, String>, bool); 8] {
    [
        (words::definition(), Indicator::definition, true),
        (words::method(), Indicator::method, true),
        (words::source(), Indicator::source, false),
        (words::next_release(), Indicator::next_release, false),
        (words::owner(), Indicator::owner, false),
        (words::rationale(), Indicator::rationale, true),
        (words::code(), Indicator::code, false),
        (words::note(), Indicator::note, true),
    ]
}

/// Everything about one indicator.
#[component]
pub fn Editor(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let name = text_of(store, id, Indicator::name);
    let glance = glance_of(store, id);
    // Before the first figure there is nothing to draw, to explain or to overrule.
    let telling = Memo::new(move |_| {
        glance.with(|g| {
            g.as_ref()
                .is_some_and(|g| g.rows.iter().any(SeriesSummary::says_something))
        })
    });
    view! {
        <article class="indicator-editor">
            <div class="row">
                <UsedBy glance />
                <span class="sub code">{text_of(store, id, Indicator::code)}</span>
                <span class="grow"></span>
                <Rating glance />
                <AssemblyLink id />
                <button
                    type="button"
                    class="btn plain small"
                    aria-label=move || words::remove(name.get())
                    on:click=move |_| { store.edit(|s| edit::remove(s, id)); }
                >
                    <Icon name=IconName::Trash />
                </button>
            </div>
            <h2 class="field-heading">
                <TextOf
                    of=id
                    field=Indicator::name
                    id="indicator-name"
                    class="title"
                    label=words::name().to_owned()
                    placeholder=words::name()
                />
            </h2>
            <div class="form">
                <div class="labelled">
                    <span class="label">{words::unit()}</span>
                    <TextOf of=id field=Indicator::unit class="boxed" label=words::unit().to_owned() />
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
            <MoreTexts id />
            <Changes id />
        </article>
    }
}

/// Other texts of an indicator: its method, its owner, the reason for its target.
#[component]
fn MoreTexts(id: Id<Indicator>) -> impl IntoView {
    view! {
        <details class="more" open>
            <summary>{words::more()}</summary>
            <div class="form">
                {texts()
                    .into_iter()
                    .map(|(label, field, lines)| {
                        view! {
                            <div class="labelled" class:whole=lines>
                                <span class="label">{label}</span>
                                <TextOf of=id field class="boxed" label=label.to_owned() lines />
                            </div>
                        }
                    })
                    .collect_view()}
                <div class="whole"><Cited of=id field=Indicator::grounds /></div>
                <div class="whole"><Heard of=id /></div>
            </div>
        </details>
    }
}

/// Why it is rated so, in one sentence with its numbers, series by series.
#[component]
pub fn Why(glance: Memo<Option<Glance>>) -> impl IntoView {
    let store = Store::here();
    move || {
        let glance = glance.get()?;
        let (title, tone) = match glance.verdict.band() {
            Some(band) => (words::why(&band.mark, &band.word), band.tone),
            None => (words::why_not().to_owned(), Tone::None),
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
        let ways = store.with(|s| {
            let rows = glance.rows.iter();
            let unknown = rows.filter_map(|row| Some((row.series, row.rated.status.unknown()?)));
            let ways = unknown.flat_map(|(series, why)| ways_to_judge(s, series, why));
            ways.collect::<Vec<_>>()
        });
        let ways = ways.iter().map(|way| fix_button(store, way));
        let ways = ways.collect_view();
        Some(view! {
            <aside class=format!("why {}", tone_class(tone))>
                <b>{title}</b>
                {lines}
                <div class="row">{ways}</div>
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
        let desired = get().and_then(|k| k.desired);
        desired.map_or("", |desired| desired.key()).to_owned()
    });
    let counting = Signal::derive(move || {
        let counting = get().map(|k| k.counting).unwrap_or_default();
        counting.key().to_owned()
    });
    let set_desired = writing(store, id, Indicator::desired);
    let set_desired = Callback::new(move |key: String| set_desired.run(Desired::of(&key)));
    let set_counting = writing(store, id, Indicator::counting);
    let set_counting = Callback::new(move |key: String| {
        set_counting.run(Counting::of(&key).unwrap_or_default());
    });
    let guesses = Guesses::of(store, id);
    let keeps = move || matches!(get().and_then(|k| k.desired), Some(Desired::Keep { .. }));
    view! {
        <div class="labelled">
            <span class="label">{words::desired()}</span>
            <Choice
                label=words::desired().to_owned()
                value=desired
                options=options(&[
                    ("", model::desired(None)),
                    ("increase", words::desired_up()),
                    ("decrease", words::desired_down()),
                    ("keep", words::desired_keep()),
                ])
                on_change=set_desired
            />
            {guesses.way()}
        </div>
        <Show when=keeps>
            <Bounds id />
        </Show>
        <div class="labelled">
            <span class="label">{words::counting()}</span>
            <Choice
                label=words::counting().to_owned()
                value=counting
                options=options(&[
                    ("year", words::counting_year()),
                    ("cumulative", words::counting_sum()),
                    ("average", words::counting_average()),
                    ("year_end", words::counting_end()),
                    ("rank", words::counting_rank()),
                ])
                on_change=set_counting
            />
            {guesses.count()}
        </div>
        <div class="labelled">
            <span class="label">{words::nature()}</span>
            <OneOrNone of=id field=Indicator::nature none=model::undecided() label=words::nature().to_owned() />
        </div>
    }
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
                edit::set(s, id, edit::Field::Desired, |k| {
                    if let Some(Desired::Keep { lower, upper }) = &mut k.desired {
                        change(lower, upper, value);
                    }
                })
            });
        })
    };
    view! {
        <div class="labelled">
            <span class="label">{words::lower()}</span>
            <Field
                class="boxed"
                label=words::lower().to_owned()
                value=Signal::derive(move || print(bounds().0))
                on_input=set(|lower, _, value| *lower = value)
            />
        </div>
        <div class="labelled">
            <span class="label">{words::upper()}</span>
            <Field
                class="boxed"
                label=words::upper().to_owned()
                value=Signal::derive(move || print(bounds().1))
                on_input=set(|_, upper, value| *upper = value)
            />
        </div>
    }
}

/// The log of target changes.
#[component]
fn Changes(id: Id<Indicator>) -> impl IntoView {
    let store = Store::here();
    let changes = move || store.get(id).map(|k| k.changes.clone()).unwrap_or_default();
    view! {
        <Show when=move || !changes().is_empty()>
            <table class="table">
                <caption>{words::changes()}</caption>
                <thead>
                    <tr>
                        {words::change_columns().into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}
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
}
