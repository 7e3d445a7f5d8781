//! 評価区分: the rule set the town rates by, its bands, and what another would change.

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::parts::{
    Choice, Closable, ClosedNotice, Each, Field, Icon, IconButton, IconName, ScrollTable, Status,
    column_heads, options, read_only,
};
use crate::store::Store;
use ::words::rules::test;
use ::words::{Word, overview, rules as words};
use insight::appraisal::rules_of;
use insight::ruleset_comparison::{RuleSetOutcome, try_all};
use strategy::record::{Lens, WordChoices};
use strategy::*;

/// The section of 設定.
#[component]
pub fn RuleSetSection() -> impl IntoView {
    let store = Store::here();
    let rules = Memo::new(move |_| {
        store.about();
        store.with(rules_of)
    });
    let bands = Memo::new(move |_| rules.with(|r| r.bands.len()));
    view! {
        <section class="card" aria-labelledby="rules">
            <h2 id="rules">{words::title()}</h2>
            <p>{words::note()}</p>
            <p>
                <b>{move || rules.with(|r| r.name.clone())}</b>
                " "
                <span class="sub">{move || rules.with(|r| r.source.clone())}</span>
            </p>
            <ScrollTable
                label=words::bands() caption=words::bands() class="rules-table"
                heads=column_heads(&words::band_columns(), &[])
            >
                <Each of=move || 0..bands.get() let:place>
                    <BandRow rules place />
                </Each>
            </ScrollTable>
            <Others />
        </section>
    }
}

/// Changes the rule set; what is changed of a pattern becomes the town's own.
fn change(store: Store, write: impl FnOnce(&mut RuleSet)) {
    store.edit(|s| edit::change_rules(s, rules_of(s), |name| words::own(name), write));
}

#[component]
fn BandRow(rules: Memo<RuleSet>, place: usize) -> impl IntoView {
    let store = Store::here();
    let band = move || rules.with(|r| r.bands.get(place).cloned());
    let text = move |field: Lens<Band, String>| {
        Signal::derive(move || band().map(|b| (field.get)(&b).clone()).unwrap_or_default())
    };
    let set = move |field: Lens<Band, String>| {
        Callback::new(move |text: String| {
            change(store, |rules| {
                if let Some(band) = rules.bands.get_mut(place) {
                    *(field.get_mut)(band) = text;
                }
            });
        })
    };
    let tone = Signal::derive(move || {
        let tone = band().map_or(Tone::None, |b| b.tone);
        tone.key().to_owned()
    });
    view! {
        <tr>
            <td class="band-mark">
                <Field label=words::mark_of(place) value=text(Band::mark) on_input=set(Band::mark) />
            </td>
            <td>
                <Field label=words::word_of(place) value=text(Band::word) on_input=set(Band::word) />
            </td>
            <td>
                <Choice
                    label=words::tone_of(place)
                    value=tone
                    options=Signal::stored(options::<Tone>(None))
                    on_change=Callback::new(move |key: String| {
                        let tone = Tone::of(&key).unwrap_or(Tone::None);
                        change(store, |rules| {
                            if let Some(band) = rules.bands.get_mut(place) {
                                band.tone = tone;
                            }
                        });
                    })
                />
            </td>
            <td>
                <ul class="when">
                    {move || {
                        let band = band();
                        let tests = band.iter().flat_map(|b| b.when.iter().enumerate().map(|(i, t)| (i, t.clone())).collect::<Vec<_>>());
                        tests.map(|(at, one)| view! { <li><Bound place at one /></li> }).collect_view()
                    }}
                    {move || {
                        let states = band().map(|b| b.states).unwrap_or_default();
                        states.into_iter().map(|s| view! { <li class="sub">{s.word()}</li> }).collect_view()
                    }}
                </ul>
            </td>
            <td>
                <div class="row nowrap">
                    <IconButton
                        icon=IconName::Plus
                        label=words::add_below(place)
                        on_press=move |()| change(store, |rules| rules.add_below(place, words::new_mark(), words::new_band()))
                    />
                    <IconButton
                        icon=IconName::Trash
                        label=words::remove(place)
                        disabled=Signal::derive(move || rules.with(|r| r.bands.len() < 2))
                        on_press=move |()| change(store, |rules| rules.remove(place))
                    />
                </div>
            </td>
        </tr>
    }
}

/// One test of a band, its bounds to be changed.
#[component]
fn Bound(place: usize, at: usize, one: Test) -> impl IntoView {
    let store = Store::here();
    let description = test(&one);
    let field = move |label: &'static str,
                      value: Option<rust_decimal::Decimal>,
                      write: fn(&mut Test, rust_decimal::Decimal)| {
        value.map(|value| {
            view! {
                <label class="bound">
                    <span class="visually-hidden">{words::bound(place, label)}</span>
                    <input
                        class="input"
                        inputmode="decimal"
                        readonly=read_only()
                        prop:value=value.to_string()
                        on:change=move |event| {
                            let typed = Figure::read(&event_target_value(&event)).value();
                            change(store, |rules| {
                                let test = rules.bands.get_mut(place).and_then(|b| b.when.get_mut(at));
                                if let (Some(test), Some(value)) = (test, typed) {
                                    write(test, value);
                                }
                            });
                        }
                    />
                    <span class="sub">{label}</span>
                </label>
            }
        })
    };
    view! {
        <span>{description}</span>
        " "
        {field(words::at_least(), one.at_least, |t, v| t.at_least = Some(v))}
        {field(words::more_than(), one.more_than, |t, v| t.more_than = Some(v))}
        {field(words::less_than(), one.less_than, |t, v| t.less_than = Some(v))}
    }
}

/// Changes under every other rule set, side by side; one click adopts it.
#[component]
fn Others() -> impl IntoView {
    let store = Store::here();
    let year = YearJudged::here();
    let tried = RwSignal::new(None::<Vec<RuleSetOutcome>>);
    let look = move |_| {
        let year = year.get_untracked();
        tried.set(Some(store.with(|s| try_all(s, year))));
    };
    view! {
        <div class="row">
            <button type="button" class="btn" on:click=look>{move || words::compare(year.get())}</button>
        </div>
        {move || {
            tried.get().map(|all| {
                view! {
                    <ScrollTable label=words::others() caption=words::others() heads=column_heads(&words::other_columns(), &[])>
                        {all.into_iter().enumerate().map(|(i, one)| other(store, i, one, tried)).collect_view()}
                    </ScrollTable>
                }
            })
        }}
    }
}

fn other(
    store: Store,
    place: usize,
    one: RuleSetOutcome,
    tried: RwSignal<Option<Vec<RuleSetOutcome>>>,
) -> impl IntoView {
    let counts = one
        .rules
        .bands
        .iter()
        .zip(&one.counts.bands)
        .map(|(band, count)| {
            view! {
                <span class="row nowrap">
                    <Status mark=band.mark.clone() word=band.word.clone() tone=band.tone />
                    <b>{*count}</b>
                </span>
            }
        })
        .collect_view();
    let left_out = (!one.without_band.is_empty()).then(|| left_out(store, &one.without_band));
    let (name, rules) = (one.rules.name.clone(), one.rules);
    let label = words::take(&name);
    view! {
        <tr>
            <th scope="row">
                {name}
                <br />
                <span class="sub">{rules.source.clone()}</span>
            </th>
            <td><div class="row">{counts}{left_out}</div></td>
            <td class="number">{if place == 0 { words::now().to_owned() } else { words::changed(one.changed) }}</td>
            <td>
                {(place > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="btn small"
                                aria-label=label
                                on:click=move |_| {
                                    let rules = rules.clone();
                                    store.edit(|s| edit::adopt_rules(s, rules));
                                    tried.set(None);
                                }
                            >
                                {words::take_label()}
                            </button>
                        }
                    })}
            </td>
        </tr>
    }
}

/// The indicators no band of a rule set takes, counted and named.
fn left_out(store: Store, ids: &[Id<Indicator>]) -> impl IntoView + use<> {
    let names: Vec<String> = store.with(|s| {
        let names = ids.iter().filter_map(|id| Some(s.get(*id)?.name.clone()));
        names.collect()
    });
    view! {
        <span class="row">
            <Status mark=overview::no_mark() word=words::no_fit() tone=Tone::None />
            <b>{ids.len()}</b>
            <span class="sub">{words::not_taken(&names)}</span>
        </span>
    }
}

/// 評価者の評価: a rating given by people for the year judged, beside the computed one.
#[component]
pub fn GivenRatingForm(
    /// The indicator.
    id: Id<Indicator>,
) -> impl IntoView {
    let store = Store::here();
    let year = YearJudged::here();
    let rules = Memo::new(move |_| {
        store.about();
        store.with(rules_of)
    });
    let closed = Memo::new(move |_| Some(year.get()).filter(|year| store.is_closed(*year)));
    let locked = Signal::derive(move || closed.get().is_some());
    let given = move || {
        store
            .get(id)
            .and_then(|k| k.ratings.get(&year.get()).cloned())
    };
    let change = move |field: Lens<GivenRating, String>| {
        Callback::new(move |text: String| {
            let year = year.get_untracked();
            store.edit(|s| {
                edit::set(s, id, edit::Field::Rating(year), |k| {
                    *(field.get_mut)(k.ratings.entry(year).or_default()) = text;
                })
            });
        })
    };
    let text = move |field: Lens<GivenRating, String>| {
        Signal::derive(move || given().map(|g| (field.get)(&g).clone()).unwrap_or_default())
    };
    let options = Signal::derive(move || rules.with(marks_to_give));
    let mark = Callback::new(move |mark| {
        store.edit(|s| edit::give_rating(s, id, year.get_untracked(), mark));
    });
    view! {
        <details class="more" open=move || given().is_some()>
            <summary>{move || words::given(year.get())}</summary>
            <ClosedNotice year=closed />
            <Closable year=closed>
            <div class="form">
                <div class="labelled">
                    <span class="label">{words::given_mark()}</span>
                    <Choice label=words::given_mark().to_owned() value=text(GivenRating::mark) options on_change=mark locked />
                </div>
                <Show when=move || given().is_some()>
                    <div class="labelled">
                        <span class="label">{words::given_by()}</span>
                        <Field class="boxed" label=words::given_by().to_owned() value=text(GivenRating::by) on_input=change(GivenRating::by) locked />
                    </div>
                    <div class="labelled whole">
                        <span class="label">{words::given_reason()}</span>
                        <Field class="boxed" lines=true label=words::given_reason().to_owned() value=text(GivenRating::reason) on_input=change(GivenRating::reason) locked />
                        <Show when=move || given().is_some_and(|g| g.reason.trim().is_empty())>
                            <span class="hint"><Icon name=IconName::Plus />{words::reason_wanted()}</span>
                        </Show>
                    </div>
                </Show>
            </div>
            </Closable>
        </details>
    }
}

/// The marks that can be given; first that none is.
fn marks_to_give(rules: &RuleSet) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), words::not_given().to_owned())];
    let named = |b: &Band| (b.mark.clone(), format!("{} {}", b.mark, b.word));
    options.extend(rules.bands.iter().map(named));
    options
}
