//! 計画期間の延長: the new last year, the decision, and a target for it of each series.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::decision::DecisionDraft;
use super::form::{DecisionForm, VersionedEdit};
use crate::as_of::YearJudged;
use crate::parts::{Choice, ScrollTable, column_heads, read_only};
use crate::store::Store;
use ::words::Say;
use ::words::{grid, revisions as words};
use insight::{TargetQuestion, target_questions};
use strategy::{Figure, FiscalYear, Id, Series, Strategy};

/// Number of years that are offered.
const OFFERED: i32 = 5;

/// Answer to a question: its kind (`keep`, `foreseen`, `typed`), and the text typed.
type Answers = RwSignal<BTreeMap<Id<Series>, (String, String)>>;

/// The button that opens the form.
#[component]
pub fn Extend() -> impl IntoView {
    let store = Store::here();
    let open = RwSignal::new(false);
    let now = move || words::period_now(store.about().period.last);
    view! {
        <section class="card" aria-labelledby="extend">
            <h2 id="extend">{words::extension()}</h2>
            <p class="sub">{words::extension_note()}</p>
            <p>{now}</p>
            {move || match open.get() {
                true => view! { <Form open /> }.into_any(),
                false => view! {
                    <button type="button" class="btn" disabled=read_only() on:click=move |_| open.set(true)>
                        {words::open_extension()}
                    </button>
                }
                .into_any(),
            }}
        </section>
    }
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let (store, as_of, versioned) = (Store::here(), YearJudged::here(), VersionedEdit::here());
    let draft = DecisionDraft::named(words::extension().to_owned());
    let old = store.about().period.last;
    let more = RwSignal::new("1".to_owned());
    let last = Memo::new(move |_| FiscalYear(old.0 + more.get().parse().unwrap_or(1)));
    let answers: Answers = RwSignal::new(BTreeMap::new());
    let questions = Memo::new(move |_| {
        let until = as_of.get();
        store.follow(|s| target_questions(s, last.get(), until))
    });
    let save = move || {
        let (title, decision, last) = (
            draft.title.get_untracked(),
            draft.decision(),
            last.get_untracked(),
        );
        let targets = chosen(questions, answers);
        let version = words::version_before(&title);
        let make = move |s: &Strategy, before: &str| {
            edit::extend_period(s, &title, last, &decision, &targets, before)
        };
        versioned.make(version, make, move || {
            open.try_set(false);
            words::extended(last)
        });
    };
    let options: Vec<_> = (1..=OFFERED)
        .map(|more| (more.to_string(), FiscalYear(old.0 + more).say()))
        .collect();
    let acts = view! {
        <button type="submit" class="btn main" disabled=read_only()>{move || words::extend(last.get())}</button>
        <button type="button" class="btn plain" on:click=move |_| open.set(false)>{words::cancel()}</button>
    }
    .into_any();
    view! {
        <DecisionForm of=versioned submit=Callback::new(move |()| save()) acts>
            <div class="labelled">
                <label for="extend-last">{words::new_last()}</label>
                <Choice id="extend-last" label=words::new_last() value=more options on_change=Callback::new(move |key| more.set(key)) />
            </div>
            {draft.title_field("extend-title", words::name())}
            {draft.date_field("extend-date", words::decided_on())}
            {draft.by_field("extend-by", words::by())}
            <div class="whole">{draft.reason_field("extend-reason", words::reason())}</div>
            <div class="whole"><Questions questions answers last /></div>
            <div class="whole"><Naming old /></div>
        </DecisionForm>
    }
}

/// The targets that were chosen; a question without an answer has none.
fn chosen(questions: Memo<Vec<TargetQuestion>>, answers: Answers) -> Vec<(Id<Series>, Figure)> {
    let answers = answers.get_untracked();
    let figure = |one: &TargetQuestion| {
        let (kind, typed) = answers.get(&one.series)?;
        match kind.as_str() {
            "keep" => one.target.as_ref().map(|(_, figure)| figure.clone()),
            "foreseen" => one.foreseen.clone(),
            "typed" => (!typed.trim().is_empty()).then(|| Figure::read(typed.trim())),
            _ => None,
        }
    };
    let all = questions.get_untracked().into_iter();
    all.filter_map(|one| Some((one.series, figure(&one)?)))
        .collect()
}

/// The questions: a row each.
#[component]
fn Questions(
    questions: Memo<Vec<TargetQuestion>>,
    answers: Answers,
    last: Memo<FiscalYear>,
) -> impl IntoView {
    let keep_all = move |_| {
        let all = questions.get_untracked();
        answers.update(|answers| {
            for one in all {
                let answer = answers.entry(one.series).or_default();
                if answer.0.is_empty() {
                    "keep".clone_into(&mut answer.0);
                }
            }
        });
    };
    let left = move || {
        let open = |one: &TargetQuestion| {
            answers.with(|all| all.get(&one.series).is_none_or(|(kind, _)| kind.is_empty()))
        };
        questions.with(|all| all.iter().filter(|one| open(one)).count())
    };
    view! {
        <h3 id="extend-targets">{move || words::targets_of(last.get())}</h3>
        <p class="sub">{words::targets_note()}</p>
        <div class="row">
            <button type="button" class="btn small" disabled=read_only() on:click=keep_all>{words::keep_all()}</button>
            <span role="status">{move || words::undecided(left())}</span>
        </div>
        <ScrollTable labelled_by="extend-targets" heads=column_heads(&words::question_columns(), &[])>
            {move || questions.get().into_iter().map(|one| question(one, answers)).collect_view()}
        </ScrollTable>
    }
}

fn question(one: TargetQuestion, answers: Answers) -> impl IntoView + use<> {
    let store = Store::here();
    let series = one.series;
    let name = store.with(|s| grid::series_name(s, series));
    let now = one.target.as_ref();
    let now = now.map(|(year, figure)| words::target_now(*year, figure.text()));
    let mut options = vec![(String::new(), words::later().to_owned())];
    if let Some((_, figure)) = &one.target {
        options.push(("keep".to_owned(), words::keep(figure.text())));
    }
    if let Some(figure) = &one.foreseen {
        options.push(("foreseen".to_owned(), words::foreseen(figure.text())));
    }
    options.push(("typed".to_owned(), words::typed().to_owned()));
    let answer = move || answers.with(|all| all.get(&series).cloned().unwrap_or_default());
    let value = Signal::derive(move || answer().0);
    let choose = move |key: String| answers.update(|all| all.entry(series).or_default().0 = key);
    let write = move |text: String| answers.update(|all| all.entry(series).or_default().1 = text);
    let label = words::typed_of(&name);
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td>{now}</td>
            <td>
                <div class="row">
                    <Choice label=words::answer_of(&name) value options on_change=Callback::new(choose) />
                    <Show when=move || value.get() == "typed">
                        <input
                            class="input"
                            aria-label=label.clone()
                            prop:value=move || answer().1
                            on:input=move |event| write(event_target_value(&event))
                        />
                    </Show>
                </div>
            </td>
        </tr>
    }
}

/// Chapters that name the old last year.
#[component]
fn Naming(old: FiscalYear) -> impl IntoView {
    let store = Store::here();
    let titles = store.with(|s| {
        let all = insight::sections_naming(s, old).into_iter();
        let titles = all.filter_map(|id| s.get(id).map(|one| one.title.clone()));
        titles.collect::<Vec<_>>()
    });
    (!titles.is_empty()).then(|| view! { <p>{words::naming(old, &titles)}</p> })
}
