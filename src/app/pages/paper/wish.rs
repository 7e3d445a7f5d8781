//! What is to be printed: which paper, of which year, of which measure.

use leptos::prelude::*;

use crate::app::as_of::AsOf;
use crate::app::pages::sheets::{Round, YearChoice};
use crate::app::parts::Choice;
use crate::app::store::Store;
use crate::app::workspace::Workspace;
use crate::insight::evaluation_years;
use crate::strategy::*;
use crate::words::{model, overview, paper as words, plan};

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
    /// 計画書: all of it but the sheets.
    Book,
    /// 本文.
    Chapters,
    /// 整合.
    Alignment,
    /// 活用できる支援.
    Supports,
    /// 日程.
    Timetable,
}

impl Form {
    const ALL: [Form; 11] = [
        Form::Digest,
        Form::Book,
        Form::Chapters,
        Form::Outline,
        Form::Indicators,
        Form::Alignment,
        Form::Supports,
        Form::Timetable,
        Form::Sheets,
        Form::Plan,
        Form::PlanList,
    ];

    /// Whether a plan holds something of it.
    fn is_in(self, s: &Strategy) -> bool {
        match self {
            Form::Digest | Form::Book => true,
            Form::Chapters => !s.sections.is_empty(),
            Form::Outline => !s.goals.is_empty(),
            Form::Indicators => !s.indicators.is_empty(),
            Form::Alignment => !s.frameworks.is_empty(),
            Form::Supports => !s.supports.is_empty(),
            Form::Timetable => !s.timetable.is_empty() || !s.bodies.is_empty(),
            Form::Sheets | Form::Plan | Form::PlanList => !s.sheets.is_empty(),
        }
    }

    /// Its name, and what it is.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Form::Digest => words::digest(),
            Form::Sheets => words::sheets(),
            Form::Plan => words::plan(),
            Form::PlanList => words::plan_list(),
            Form::Indicators => words::indicators(),
            Form::Outline => words::outline(),
            Form::Book => words::book(),
            Form::Chapters => words::chapters(),
            Form::Alignment => words::alignment(),
            Form::Supports => words::supports(),
            Form::Timetable => words::timetable(),
        }
    }

    /// By the year of which side its sheets are chosen.
    fn side(self) -> Option<Side> {
        match self {
            Form::Sheets => Some(Side::Done),
            Form::Plan | Form::PlanList | Form::Digest => Some(Side::Planned),
            _ => None,
        }
    }

    /// Whether one measure can be chosen, one goal, or neither.
    fn part(self) -> Option<Part> {
        match self {
            Form::Sheets | Form::Plan => Some(Part::Measure),
            Form::PlanList | Form::Indicators => Some(Part::Goal),
            _ => None,
        }
    }

    /// Whether indicators are judged on it, in a year that can be chosen.
    fn judges(self) -> bool {
        matches!(self, Form::Indicators | Form::Digest | Form::Book)
    }
}

/// What a paper can be narrowed down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Measure,
    Goal,
}

/// More indicators than this are not set out on pages unasked: that takes long.
const MANY: usize = 2_000;

/// What was chosen, in this tab.
#[derive(Clone, Copy)]
pub struct Wish {
    /// The paper.
    pub form: RwSignal<Form>,
    /// One measure, or all.
    pub measure: RwSignal<Option<Id<Measure>>>,
    /// One goal, or all.
    pub goal: RwSignal<Option<Id<Goal>>>,
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
            goal: RwSignal::new(Store::here().with(|s| {
                let is_large = s.indicators.len() > MANY;
                s.goals
                    .sorted()
                    .first()
                    .filter(|_| is_large)
                    .map(|goal| goal.id)
            })),
            with_plan: RwSignal::new(true),
        }
    }
}

/// The choices.
#[component]
pub fn WishFields(wish: Wish) -> impl IntoView {
    let form = wish.form;
    let part = move || {
        form.get().part().map(|part| match part {
            Part::Measure => measures(wish),
            Part::Goal => goals(wish),
        })
    };
    let year = move || form.get().side().map(|side| view! { <YearChoice side /> });
    view! {
        <div class="printing-wish">
            <Forms form />
            {part}
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
                    <span>{words::with_plan()}</span>
                </label>
            </Show>
        </div>
    }
    .into_any()
}

#[component]
fn Forms(form: RwSignal<Form>) -> impl IntoView {
    let store = Store::here();
    let held = Memo::new(move |_| store.follow(|s| Form::ALL.map(|one| one.is_in(s))));
    let choice = move |(at, one): (usize, Form)| {
        let (name, about) = one.words();
        view! {
            <label class="form-choice" hidden=move || !held.with(|held| held[at])>
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
            <legend>{words::which()}</legend>
            {Form::ALL.into_iter().enumerate().map(choice).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// One measure, or all.
fn measures(wish: Wish) -> AnyView {
    let (store, round) = (Store::here(), Round::here());
    let options = Signal::derive(move || {
        let mut all = vec![(String::new(), words::all_measures().to_owned())];
        store.follow(|s| {
            for goal in s.goals.sorted() {
                let measures = s.measures_of(goal.id).into_iter();
                let name = |m: &Measure| plan::coded(&round.code(m.id), &m.title);
                all.extend(measures.map(|m| (m.id.to_string(), name(m))));
            }
        });
        all
    });
    narrowed(words::measure_label(), wish.measure, options)
}

/// One goal, or all.
fn goals(wish: Wish) -> AnyView {
    let (store, numbers) = (Store::here(), Round::here().numbers());
    let options = Signal::derive(move || {
        let mut all = vec![(String::new(), words::all_goals().to_owned())];
        store.follow(|s| {
            let name = |g: &Goal| model::goal_coded(&numbers.get().goal(g.id), &g.title);
            let goals = s.goals.sorted().into_iter();
            all.extend(goals.map(|g| (g.id.to_string(), name(g))));
        });
        all
    });
    narrowed(words::which_goal(), wish.goal, options)
}

fn narrowed<T: Record>(
    label: &'static str,
    value: RwSignal<Option<Id<T>>>,
    options: Signal<Vec<(String, String)>>,
) -> AnyView {
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{label}</span>
            <Choice
                shows=true
                label=label.to_owned()
                value=Signal::derive(move || value.get().map(|id| id.to_string()).unwrap_or_default())
                options
                on_change=Callback::new(move |key: String| value.set(key.parse().ok()))
            />
        </div>
    }
    .into_any()
}

/// The year the indicators are judged in.
#[component]
fn JudgedChoice() -> impl IntoView {
    let (store, today, year) = (Store::here(), Workspace::here().this_year(), AsOf::here());
    let options = Signal::derive(move || {
        let all = store.follow(|s| evaluation_years(s, today)).into_iter();
        all.map(|year| (year.0.to_string(), year.to_string()))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{overview::year()}</span>
            <Choice
                shows=true
                label=overview::year().to_owned()
                value=Signal::derive(move || year.get().0.to_string())
                options
                on_change=Callback::new(move |key: String| AsOf::choose(key.parse().ok().map(FiscalYear)))
            />
        </div>
    }
    .into_any()
}
