//! Print options: which report, of which year, of which measure.

use leptos::prelude::*;

use super::revised::{RevisedChoice, RevisedVersions};
use crate::pages::sheets::{FiscalCycle, YearChoice};
use crate::panels::{AskedPaper, Panels};
use crate::parts::{Choice, Tick, YearChoice as JudgedYear};
use crate::session::Session;
use crate::store::Store;
use ::words::{
    assembly, grants, indicators as indicator_words, model, overview, paper as words, plan, review,
};
use output::paper::{Narrowing, ReportKind};
use strategy::*;

/// More indicators than this are not set out on pages unasked: that takes long.
const MANY: usize = 2_000;

/// Choices in this tab.
#[derive(Clone, Copy)]
pub struct PrintOptions {
    /// The report.
    pub kind: RwSignal<ReportKind>,
    /// One measure, or all.
    pub measure: RwSignal<Option<Id<Measure>>>,
    /// One goal, or all.
    pub goal: RwSignal<Option<Id<Goal>>>,
    /// The indicator of the 議会答弁資料; at first the first of the plan.
    pub indicator: RwSignal<Option<Id<Indicator>>>,
    /// The grant project of its papers; at first the first of the plan.
    pub grant: RwSignal<Option<Id<GrantProject>>>,
    /// True if the 施策評価シート shows the plan of the next year.
    pub with_plan: RwSignal<bool>,
    /// True if the picture of a model is printed on A3.
    pub large: RwSignal<bool>,
    /// Versions that the 新旧対照表 compares.
    pub revised: RevisedVersions,
}

impl PrintOptions {
    /// The sheet of the measure asked for, or the 新旧対照表 of the version asked for, or the paper of a session; else the 概要版.
    pub fn new(asked: Option<Id<Measure>>) -> Self {
        let wanted = Panels::here().revision;
        let version = wanted.get_untracked();
        if version.is_some() {
            wanted.set(None);
        }
        let handout = Panels::here().handout;
        let paper = handout.get_untracked();
        if paper.is_some() {
            handout.set(None);
        }
        let kind = match (asked, &version, paper) {
            (Some(_), ..) => ReportKind::Sheets,
            (None, Some(_), _) => ReportKind::Revision,
            (None, None, Some(AskedPaper::TableSheets)) => ReportKind::TableSheets,
            (None, None, Some(AskedPaper::Answers)) => ReportKind::Answers,
            (None, None, Some(AskedPaper::HandLedger)) => ReportKind::HandLedger,
            (None, None, Some(AskedPaper::AssemblyReply(_))) => ReportKind::AssemblyReply,
            (None, None, Some(AskedPaper::GrantSheet(_))) => ReportKind::GrantSheet,
            (None, None, Some(AskedPaper::RecoveryPlan(_))) => ReportKind::RecoveryPlan,
            (None, None, None) => ReportKind::Digest,
        };
        let first = || Store::here().with(|s| s.indicators.sorted().first().map(|one| one.id));
        let indicator = match paper {
            Some(AskedPaper::AssemblyReply(id)) => Some(id),
            _ => first(),
        };
        let grant = match paper {
            Some(AskedPaper::GrantSheet(id) | AskedPaper::RecoveryPlan(id)) => Some(id),
            _ => Store::here().with(|s| s.grant_projects.sorted().first().map(|one| one.id)),
        };
        Self {
            grant: RwSignal::new(grant),
            kind: RwSignal::new(kind),
            measure: RwSignal::new(asked),
            indicator: RwSignal::new(indicator),
            goal: RwSignal::new(Store::here().with(|s| {
                let is_large = s.indicators.len() > MANY;
                s.goals
                    .sorted()
                    .first()
                    .filter(|_| is_large)
                    .map(|goal| goal.id)
            })),
            with_plan: RwSignal::new(true),
            large: RwSignal::new(false),
            revised: RevisedVersions::since(version),
        }
    }
}

/// The choices.
#[component]
pub fn PrintOptionFields(print_options: PrintOptions) -> impl IntoView {
    let kind = print_options.kind;
    let narrowing = move || {
        kind.get().narrowing().map(|narrowing| match narrowing {
            Narrowing::Measure => measures(print_options),
            Narrowing::Goal => goals(print_options),
            Narrowing::Indicator => indicators(print_options),
            Narrowing::Grant => grant_projects(print_options),
        })
    };
    let year = move || kind.get().side().map(|side| view! { <YearChoice side /> });
    view! {
        <div class="printing-wish">
            <ReportKinds kind />
            {narrowing}
            {year}
            <Show when=move || kind.get().judges()>
                <JudgedChoice />
            </Show>
            <Show when=move || kind.get() == ReportKind::Revision>
                <RevisedChoice revised=print_options.revised />
            </Show>
            <Show when=move || kind.get() == ReportKind::Sheets>
                {ticked(words::with_plan(), print_options.with_plan)}
            </Show>
            <Show when=move || kind.get() == ReportKind::Logic>
                {ticked(words::on_a3(), print_options.large)}
            </Show>
        </div>
    }
}

fn ticked(label: &'static str, on: RwSignal<bool>) -> AnyView {
    view! { <Tick class="row nowrap" on set=move |now| on.set(now)><span>{label}</span></Tick> }
        .into_any()
}

/// The reports that the plan has something for, as one choice; below it what the chosen one is.
#[component]
fn ReportKinds(kind: RwSignal<ReportKind>) -> impl IntoView {
    let store = Store::here();
    let session = Session::here();
    let held = Memo::new(move |_| {
        let versions = session.versions().len();
        store.follow(|s| {
            let groups = ReportKind::groups().into_iter();
            let groups = groups.map(|(label, all)| {
                let held = all.iter().copied().filter(|one| one.is_in(s, versions));
                (label, held.collect::<Vec<_>>())
            });
            let held = groups.filter(|(_, all)| !all.is_empty());
            held.collect::<Vec<_>>()
        })
    });
    let choose = move |event| {
        let name = event_target_value(&event);
        let all = held.get_untracked().into_iter().flat_map(|(_, all)| all);
        if let Some(one) = all.into_iter().find(|one| one.words().0 == name) {
            kind.set(one);
            // The next paper begins at its top.
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    };
    let option = move |one: ReportKind| {
        let name = one.words().0;
        view! { <option value=name selected=move || kind.get() == one>{name}</option> }
    };
    let groups = move || {
        let groups = held.get().into_iter();
        let groups = groups.map(|(label, all)| {
            let options = all.into_iter().map(option).collect_view();
            view! { <optgroup label=label>{options}</optgroup> }
        });
        groups.collect_view()
    };
    view! {
        <div class="labelled">
            <label class="label" for="paper-kind">{words::which()}</label>
            <select id="paper-kind" class="choice" on:change=choose>
                {groups}
            </select>
            <p class="sub">{move || kind.get().words().1}</p>
        </div>
    }
}

/// One measure, or all.
fn measures(print_options: PrintOptions) -> AnyView {
    let (store, cycle) = (Store::here(), FiscalCycle::here());
    let options = Signal::derive(move || {
        let mut all = vec![(String::new(), words::all_measures().to_owned())];
        store.follow(|s| {
            for goal in s.goals.sorted() {
                let measures = s.measures_of(goal.id).into_iter();
                let name = |m: &Measure| plan::coded(&cycle.code(m.id), &m.title);
                all.extend(measures.map(|m| (m.id.to_string(), name(m))));
            }
        });
        all
    });
    narrowed(words::measure_label(), print_options.measure, options)
}

/// One goal, or all.
fn goals(print_options: PrintOptions) -> AnyView {
    let (store, numbers) = (Store::here(), FiscalCycle::here().numbers());
    let options = Signal::derive(move || {
        let mut all = vec![(String::new(), words::all_goals().to_owned())];
        store.follow(|s| {
            let name = |g: &Goal| model::goal_coded(&numbers.get().goal(g.id), &g.title);
            let goals = s.goals.sorted().into_iter();
            all.extend(goals.map(|g| (g.id.to_string(), name(g))));
        });
        all
    });
    narrowed(words::which_goal(), print_options.goal, options)
}

/// One indicator.
fn indicators(print_options: PrintOptions) -> AnyView {
    let store = Store::here();
    let options = Signal::derive(move || {
        store.follow(|s| {
            let all = s.indicators.sorted().into_iter();
            let name = |one: &Indicator| review::kpi(&indicator_words::named(&one.name), &one.unit);
            all.map(|one| (one.id.to_string(), name(one)))
                .collect::<Vec<_>>()
        })
    });
    narrowed(assembly::which(), print_options.indicator, options)
}

/// One grant project.
fn grant_projects(print_options: PrintOptions) -> AnyView {
    let store = Store::here();
    let options = Signal::derive(move || {
        store.follow(|s| {
            let all = s.grant_projects.sorted().into_iter();
            let name = |one: &GrantProject| model::named(&one.title).to_owned();
            all.map(|one| (one.id.to_string(), name(one)))
                .collect::<Vec<_>>()
        })
    });
    narrowed(grants::which(), print_options.grant, options)
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
    view! {
        <div class="labelled">
            <span class="label" aria-hidden="true">{overview::year()}</span>
            <JudgedYear />
        </div>
    }
}
