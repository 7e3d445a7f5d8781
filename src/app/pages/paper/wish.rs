//! What is to be printed: which paper, of which year, of which measure.

use leptos::prelude::*;

use crate::app::desk::Desk;
use crate::app::pages::AsOf;
use crate::app::pages::sheets::{Round, YearChoice};
use crate::app::parts::Choice;
use crate::app::store::Store;
use crate::insight::judgeable_years;
use crate::locale::{overview, paper as words, plan};
use crate::strategy::*;

/// A paper that can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 概要版.
    Digest,
    /// 施策評価シート.
    Sheets,
    /// 実施計画, one measure a page.
    Plan,
    /// 実施計画（一覧）.
    PlanList,
    /// 指標一覧.
    Indicators,
    /// 体系図.
    Outline,
}

impl Form {
    const ALL: [Form; 6] = [
        Form::Digest,
        Form::Sheets,
        Form::Plan,
        Form::PlanList,
        Form::Indicators,
        Form::Outline,
    ];

    /// Its name, and what it is.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Form::Digest => words::DIGEST,
            Form::Sheets => words::SHEETS,
            Form::Plan => words::PLAN,
            Form::PlanList => words::PLAN_LIST,
            Form::Indicators => words::INDICATORS,
            Form::Outline => words::OUTLINE,
        }
    }

    /// By the year of which side its sheets are chosen.
    fn side(self) -> Option<Side> {
        match self {
            Form::Sheets => Some(Side::Done),
            Form::Plan | Form::PlanList | Form::Digest => Some(Side::Planned),
            Form::Indicators | Form::Outline => None,
        }
    }

    /// Whether indicators are judged on it, in a year that can be chosen.
    fn judges(self) -> bool {
        matches!(self, Form::Indicators | Form::Digest)
    }
}

/// What was chosen, in this tab.
#[derive(Clone, Copy)]
pub struct Wish {
    /// The paper.
    pub form: RwSignal<Form>,
    /// One measure, or all.
    pub measure: RwSignal<Option<Id<Measure>>>,
    /// Whether the plan of the next year stands on the 施策評価シート.
    pub with_plan: RwSignal<bool>,
}

impl Wish {
    /// The sheet of the measure asked for; else the 概要版.
    pub fn new(asked: Option<Id<Measure>>) -> Self {
        let form = if asked.is_some() {
            Form::Sheets
        } else {
            Form::Digest
        };
        Self {
            form: RwSignal::new(form),
            measure: RwSignal::new(asked),
            with_plan: RwSignal::new(true),
        }
    }
}

/// The choices.
#[component]
pub fn WishFields(wish: Wish) -> impl IntoView {
    let form = wish.form;
    let year = move || form.get().side().map(|side| view! { <YearChoice side /> });
    view! {
        <div class="printing-wish">
            <Forms form />
            <Show when=move || matches!(form.get(), Form::Sheets | Form::Plan)>
                <MeasureChoice measure=wish.measure />
            </Show>
            {year}
            <Show when=move || form.get().judges()>
                <JudgedChoice />
            </Show>
            <Show when=move || form.get() == Form::Sheets>
                <label class="row nowrap">
                    <input
                        type="checkbox"
                        prop:checked=move || wish.with_plan.get()
                        on:change=move |event| wish.with_plan.set(event_target_checked(&event))
                    />
                    <span>{words::WITH_PLAN}</span>
                </label>
            </Show>
        </div>
    }
    .into_any()
}

#[component]
fn Forms(form: RwSignal<Form>) -> impl IntoView {
    let choice = move |one: Form| {
        let (name, about) = one.words();
        view! {
            <label class="form-choice">
                <input
                    type="radio"
                    name="paper-form"
                    prop:checked=move || form.get() == one
                    on:change=move |_| form.set(one)
                />
                <span>
                    <b>{name}</b>
                    <span class="sub">{about}</span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="form-choices">
            <legend>{words::WHICH}</legend>
            {Form::ALL.map(choice).into_iter().collect_view()}
        </fieldset>
    }
    .into_any()
}

/// One measure, or all.
#[component]
fn MeasureChoice(measure: RwSignal<Option<Id<Measure>>>) -> impl IntoView {
    let (store, round) = (Store::here(), Round::here());
    let options = Signal::derive(move || {
        let mut all = vec![(String::new(), words::ALL_MEASURES.to_owned())];
        store.follow(|s| {
            for goal in s.goals.sorted() {
                let measures = s.measures_of(goal.id).into_iter();
                all.extend(
                    measures.map(|m| (m.id.to_string(), plan::coded(&round.code(m.id), &m.title))),
                );
            }
        });
        all
    });
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{words::MEASURE}</span>
            <Choice
                label=words::MEASURE.to_owned()
                value=Signal::derive(move || measure.get().map(|id| id.to_string()).unwrap_or_default())
                options
                on_change=Callback::new(move |key: String| measure.set(key.parse().ok()))
            />
        </div>
    }
    .into_any()
}

/// The year the indicators are judged in.
#[component]
fn JudgedChoice() -> impl IntoView {
    let (store, today, year) = (Store::here(), Desk::here().this_year(), AsOf::here());
    let options = Signal::derive(move || {
        let all = store.follow(|s| judgeable_years(s, today)).into_iter();
        all.map(|year| (year.0.to_string(), year.to_string()))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{overview::YEAR}</span>
            <Choice
                label=overview::YEAR.to_owned()
                value=Signal::derive(move || year.get().0.to_string())
                options
                on_change=Callback::new(move |key: String| AsOf::choose(key.parse().ok().map(FiscalYear)))
            />
        </div>
    }
    .into_any()
}
