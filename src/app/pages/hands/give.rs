//! 課へ渡す: to whom, until when, what of the plan, and what of it may be written.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::part_file::{Way, save_part};
use super::records::Records;
use super::state::Hands;
use crate::parts::{read_only, way};
use crate::trouble::trouble_text;
use crate::workspace::fresh_id;
use ::words::hands as words;
use ::words::{Word, YearForms};
use device::clock;
use keep::DocId;
use output::hands::{Proposal, hash_of, part_of, proposals};
use strategy::*;

/// State of the form.
#[derive(Clone, Copy)]
struct Form {
    to: RwSignal<String>,
    until: RwSignal<String>,
    years: RwSignal<BTreeSet<FiscalYear>>,
    work: RwSignal<BTreeSet<Work>>,
    records: RwSignal<BTreeSet<AnyId>>,
    way: RwSignal<Way>,
    busy: RwSignal<bool>,
    said: RwSignal<Option<Result<Given, String>>>,
}

impl Form {
    fn set_up() -> Self {
        Self {
            to: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
            years: RwSignal::new(BTreeSet::new()),
            work: RwSignal::new(Work::ALL.iter().copied().collect()),
            records: RwSignal::new(BTreeSet::new()),
            way: RwSignal::new(Way::File),
            busy: RwSignal::new(false),
            said: RwSignal::new(None),
        }
    }

    /// Takes what the plan says that a section is responsible for.
    fn take(self, proposal: &Proposal) {
        self.to.set(proposal.owner.clone());
        let measures = proposal.measures.iter().map(|id| AnyId::from(*id));
        let indicators = proposal.indicators.iter().map(|id| AnyId::from(*id));
        self.records.set(measures.chain(indicators).collect());
        self.said.set(None);
    }

    /// The line of the ledger, without its version and its hash.
    fn part(self, revision: usize) -> HandedPart {
        let work = self.work.get_untracked();
        let until = self.until.get_untracked();
        HandedPart {
            id: DocId::new(fresh_id()).to_string(),
            to: self.to.get_untracked().trim().to_owned(),
            at: clock::now().local,
            until: (!until.is_empty()).then_some(Date(until)),
            records: self
                .records
                .with_untracked(|all| all.iter().map(AnyId::to_string).collect()),
            years: self
                .years
                .with_untracked(|all| all.iter().copied().collect()),
            work: match work.len() == Work::ALL.len() {
                true => Vec::new(),
                false => work.into_iter().collect(),
            },
            revision: u32::try_from(revision).unwrap_or(u32::MAX),
            ..HandedPart::default()
        }
    }
}

/// The part handed out last.
#[derive(Clone)]
struct Given {
    /// The number of its line in the ledger.
    part: String,
    sentence: String,
}

/// The form.
#[component]
pub fn Give() -> impl IntoView {
    let hands = Hands::here();
    let form = Form::set_up();
    // A button that waits keeps the keyboard, and does nothing meanwhile.
    let give = move |_| {
        if form.busy.get_untracked() {
            return;
        }
        if form.to.with(|to| to.trim().is_empty()) {
            form.said.set(Some(Err(words::no_to().to_owned())));
            return;
        }
        if form.records.with(BTreeSet::is_empty) {
            form.said.set(Some(Err(words::chosen_none().to_owned())));
            return;
        }
        form.busy.set(true);
        form.said.set(None);
        spawn_local(async move {
            let said = hand_out(hands, form).await;
            form.said.try_set(Some(said));
            form.busy.try_set(false);
        });
    };
    // A handing out that was undone is not shown as done.
    let done = move || {
        let given = form.said.get()?.ok()?;
        let is_there = hands.is_in_ledger(|part| part.id == given.part);
        is_there.then_some(given.sentence)
    };
    let failed = move || form.said.get().and_then(Result::err);
    view! {
        <p class="sub">{words::give_note()}</p>
        <Proposals form />
        <Who form />
        <What form />
        <fieldset class="ways hands-ways">
            <legend>{words::way()}</legend>
            {way("hands-way", words::way_file(), [words::way_file_note()], move || form.way.get() == Way::File, move || form.way.set(Way::File))}
            {way("hands-way", words::way_page(), [words::way_page_note()], move || form.way.get() == Way::Page, move || form.way.set(Way::Page))}
            {way("hands-way", words::way_workbook(), [words::way_workbook_note()], move || form.way.get() == Way::Workbook, move || form.way.set(Way::Workbook))}
        </fieldset>
        <div class="row">
            <button
                type="button"
                class="btn main large"
                disabled=read_only()
                aria-disabled=move || form.busy.get().then_some("true")
                on:click=give
            >
                {move || if form.busy.get() { words::giving() } else { words::give() }}
            </button>
        </div>
        <p role="status">{done}</p>
        <p class="bad-text" role="alert">{failed}</p>
    }
    .into_any()
}

/// The sections that the plan names.
#[component]
fn Proposals(form: Form) -> impl IntoView {
    let hands = Hands::here();
    let all = Memo::new(move |_| hands.store.follow(proposals));
    let button = move |one: Proposal| {
        let owner = one.owner.clone();
        let label = words::proposal(&one.owner, one.measures.len(), one.indicators.len());
        view! {
            <button
                type="button"
                class="btn small"
                aria-pressed=move || form.to.with(|to| *to == owner).to_string()
                on:click=move |_| form.take(&one)
            >
                {label}
            </button>
        }
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <div class="hands-row" role="group" aria-label=words::proposed()>
                <span class="label">{words::proposed()}</span>
                <div class="row tabs">{move || all.get().into_iter().map(button).collect_view()}</div>
            </div>
        </Show>
    }
    .into_any()
}

/// Fields for the recipient and the due date.
#[component]
fn Who(form: Form) -> impl IntoView {
    view! {
        <div class="hands-row">
            <label class="label" for="hands-to">{words::to()}</label>
            <input
                id="hands-to"
                type="text"
                class="input"
                placeholder=words::to_hint()
                prop:value=move || form.to.get()
                on:input=move |event| form.to.set(event_target_value(&event))
            />
        </div>
        <div class="hands-row">
            <label class="label" for="hands-until">{words::until()}</label>
            <input
                id="hands-until"
                type="date"
                class="input"
                prop:value=move || form.until.get()
                on:change=move |event| form.until.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

/// Fields for the scope of a part: records, years and kinds of content.
#[component]
fn What(form: Form) -> impl IntoView {
    let hands = Hands::here();
    let years = move || {
        let period = hands.store.about().period;
        (period.first.previous().0..=period.last.next().0).map(FiscalYear)
    };
    let work = |one: Work| toggle(form.work, one, one.word().to_owned());
    let year = move |one: FiscalYear| toggle(form.years, one, one.short());
    let chosen = move || {
        let of = |kind| {
            form.records
                .with(|all| all.iter().filter(|id| id.kind == kind).count())
        };
        match (of(Kind::Measure), of(Kind::Indicator)) {
            (0, 0) => words::chosen_none().to_owned(),
            (measures, indicators) => words::chosen(measures, indicators),
        }
    };
    let is_open = RwSignal::new(false);
    view! {
        <fieldset class="hands-row">
            <legend class="label">{words::work()}</legend>
            <div class="row">{Work::ALL.iter().copied().map(work).collect_view()}</div>
        </fieldset>
        <fieldset class="hands-row">
            <legend class="label">{words::years()}</legend>
            <div class="row">{move || years().map(year).collect_view()}</div>
            <p class="hint">{words::years_note()}</p>
        </fieldset>
        <div class="hands-row" role="group" aria-label=words::records()>
            <span class="label">{words::records()}</span>
            <p>
                <span role="status">{chosen}</span>
                " "
                <button
                    type="button"
                    class="btn small quiet"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {words::open_records()}
                </button>
            </p>
        </div>
        <Show when=move || is_open.get()>
            <Records chosen=form.records />
        </Show>
    }
    .into_any()
}

fn toggle<T: Ord + Copy + Send + Sync + 'static>(
    all: RwSignal<BTreeSet<T>>,
    one: T,
    word: String,
) -> AnyView {
    let turn = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        all.update(|all| {
            match on {
                true => all.insert(one),
                false => all.remove(&one),
            };
        });
    };
    view! {
        <label class="row nowrap tick">
            <input type="checkbox" prop:checked=move || all.with(|all| all.contains(&one)) on:change=turn />
            <span>{word}</span>
        </label>
    }
    .into_any()
}

/// Keeps the plan as it is as a version, gives the file, and writes the line of the ledger; a sentence either way.
async fn hand_out(hands: Hands, form: Form) -> Result<Given, String> {
    let before = hands.store.about().handed_out.len();
    let mut part = form.part(before + 1);
    let plan = hands.store.with(Strategy::clone);
    part.version = keep_version(hands, &words::version(&part.to)).await?;
    part.hash = hash_of(&part_of(&plan, &part));
    let way = form.way.get_untracked();
    let name = save_part(&plan, &part, way).await?;
    let given = Given {
        part: part.id.clone(),
        sentence: words::given(name, part.to.clone()),
    };
    match hands.store.edit(|s| edit::hand_out(s, part)) {
        true => Ok(given),
        false => Err(String::new()),
    }
}

/// Keeps the plan as it is under a name; the version, or a sentence.
pub async fn keep_version(hands: Hands, name: &str) -> Result<String, String> {
    let (Some(saving), Some(keeper)) = (hands.session.saving, hands.workspace.keeper()) else {
        return Err(::words::shell::read_only().to_owned());
    };
    let stage = hands.store.with(|s| s.about().stage);
    let kept = keeper.save_version(saving.doc, name, stage).await;
    let version = kept.map_err(|trouble| trouble_text(&trouble))?;
    hands.workspace.count_versions(saving.doc).await;
    Ok(version.id)
}
