//! 課へ渡す: the section, the due date, the records it receives, and the fields it may edit.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::give_form::GiveForm;
use super::letter::LetterText;
use super::missing::Missing;
use super::part_file::{HandoutForm, save_part, save_parts};
use super::records::Records;
use super::state::Hands;
use crate::parts::{read_only, tick_of, way};
use crate::trouble::trouble_text;
use crate::workspace::fresh_id;
use ::words::hands as words;
use ::words::hands::Letter;
use ::words::{Word, YearForms};
use device::clock;
use keep::DocId;
use output::hands::{Proposal, hash_of, part_of, proposals};
use strategy::*;

/// The parts handed out last.
#[derive(Clone, PartialEq)]
struct HandedOut {
    /// The numbers of the lines in the ledger.
    parts: Vec<String>,
    sentence: String,
    letter: Letter,
}

/// The form.
#[component]
pub fn Give() -> impl IntoView {
    let hands = Hands::here();
    let form = GiveForm::set_up();
    let said = RwSignal::new(None::<Result<HandedOut, String>>);
    // A button that waits keeps the keyboard, and does nothing meanwhile.
    let give = move |_| {
        if form.busy.get_untracked() {
            return;
        }
        if let Some(lack) = untrack(|| lack(form)) {
            said.set(Some(Err(lack.to_owned())));
            return;
        }
        form.busy.set(true);
        said.set(None);
        spawn_local(async move {
            let outcome = hand_out(hands, form).await;
            said.try_set(Some(outcome));
            form.busy.try_set(false);
        });
    };
    // A handing out that was undone is not shown as done.
    let given = Memo::new(move |_| {
        let given = said.get()?.ok()?;
        let is_there = hands.is_in_ledger(|part| given.parts.contains(&part.id));
        is_there.then_some(given)
    });
    let done = move || given.get().map(|given| given.sentence);
    let letter = move || {
        let letter = given.get()?.letter;
        Some(view! { <LetterText id="hands-letter" letter /> })
    };
    let failed = move || said.get().and_then(Result::err);
    view! {
        <p class="sub">{words::give_note()}</p>
        <Proposals form />
        <Who form />
        <What form />
        <fieldset class="ways hands-ways">
            <legend>{words::way()}</legend>
            {way("hands-way", words::way_file(), [words::way_file_note()], move || form.way.get() == HandoutForm::File, move || form.way.set(HandoutForm::File))}
            {way("hands-way", words::way_page(), [words::way_page_note()], move || form.way.get() == HandoutForm::Page, move || form.way.set(HandoutForm::Page))}
            {way("hands-way", words::way_workbook(), [words::way_workbook_note()], move || form.way.get() == HandoutForm::Workbook, move || form.way.set(HandoutForm::Workbook))}
        </fieldset>
        <Missing form />
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
        {letter}
    }
}

/// Returns what the form lacks to be given.
fn lack(form: GiveForm) -> Option<&'static str> {
    if form.everyone.get() {
        return None;
    }
    match form.to.with(|to| to.trim().is_empty()) {
        true => Some(words::no_to()),
        false => form
            .records
            .with(BTreeSet::is_empty)
            .then(words::chosen_none),
    }
}

/// The sections that the plan names.
#[component]
fn Proposals(form: GiveForm) -> impl IntoView {
    let hands = Hands::here();
    let all = Memo::new(move |_| hands.store.follow(proposals));
    let several = move || all.with(|all| all.len() > 1);
    let button = move |one: Proposal| {
        let owner = one.owner.clone();
        let label = words::proposal(&one.owner, one.measures.len(), one.indicators.len());
        view! {
            <button
                type="button"
                class="btn small"
                aria-pressed=move || (!form.everyone.get() && form.to.with(|to| *to == owner)).to_string()
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
                <div class="row tabs">
                    {move || all.get().into_iter().map(button).collect_view()}
                    <Show when=move || several()>
                        <button
                            type="button"
                            class="btn small"
                            aria-pressed=move || form.everyone.get().to_string()
                            on:click=move |_| form.everyone.update(|on| *on = !*on)
                        >
                            {move || words::everyone(all.with(Vec::len))}
                        </button>
                    </Show>
                </div>
            </div>
            <Show when=move || form.everyone.get()>
                <p>{move || words::everyone_note(all.with(Vec::len))}</p>
            </Show>
        </Show>
    }
}

/// Fields for the recipient and the due date.
#[component]
fn Who(form: GiveForm) -> impl IntoView {
    view! {
        <Show when=move || !form.everyone.get()>
            <div class="hands-row">
                <label class="label" for="hands-to">{words::to()}</label>
                <input
                    id="hands-to"
                    type="text"
                    class="input"
                    placeholder=words::to_hint()
                    bind:value=form.to
                />
            </div>
        </Show>
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
}

/// Fields for the scope of a part: records, years and kinds of content.
#[component]
fn What(form: GiveForm) -> impl IntoView {
    let hands = Hands::here();
    let years = move || {
        let period = hands.store.about().period;
        (period.first.previous().0..=period.last.next().0).map(FiscalYear)
    };
    let work = |one: Work| tick_of(form.work, one, one.word().to_owned());
    let year = move |one: FiscalYear| tick_of(form.years, one, one.short());
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
        <Show when=move || !form.everyone.get()>
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
        </Show>
    }
}

/// Keeps the plan as it is as a version, gives the files, and writes the lines of the ledger as one edit; the error is a
/// sentence.
async fn hand_out(hands: Hands, form: GiveForm) -> Result<HandedOut, String> {
    let plan = hands.store.with(Strategy::clone);
    let drafts = untrack(|| form.drafts(&proposals(&plan)));
    let fresh = || DocId::new(fresh_id()).to_string();
    let mut parts = edit::lines_of_ledger(&plan, drafts, &clock::now().local, fresh);
    let everyone = form.everyone.get_untracked();
    let version = match parts.as_slice() {
        [one] if !everyone => words::version(&one.to),
        _ => words::everyone_version().to_owned(),
    };
    let version = keep_version(hands, &version).await?;
    // The user may have left the plan meanwhile: a file that no ledger knows is not given.
    if !hands.store.is_open() {
        return Err(String::new());
    }
    for part in &mut parts {
        part.version = version.clone();
        part.hash = hash_of(&part_of(&plan, part));
    }
    let way = form.way.get_untracked();
    let title = plan.about().title.clone();
    let (sentence, letter) = match parts.as_slice() {
        [one] if !everyone => {
            let name = save_part(&plan, one, way).await?;
            let letter = words::letter(&title, one, Some(&name), way.how());
            (words::given(name, one.to.clone()), letter)
        }
        all => {
            let name = save_parts(&plan, all, way).await?;
            let mut every = all.first().cloned().unwrap_or_default();
            every.to = words::everyone_to().to_owned();
            let letter = words::letter(&title, &every, None, way.how());
            (words::everyone_given(name, all.len()), letter)
        }
    };
    let given = HandedOut {
        parts: parts.iter().map(|part| part.id.clone()).collect(),
        sentence,
        letter,
    };
    match hands.store.is_open() && hands.store.edit(|s| edit::hand_out_all(s, parts)) {
        true => Ok(given),
        false => Err(String::new()),
    }
}

/// Keeps the plan as it is under a name; the version, or a sentence.
pub async fn keep_version(hands: Hands, name: &str) -> Result<String, String> {
    let (Some(saving), Some(keeper)) = (hands.session.saving, hands.workspace.keeper()) else {
        return Err(::words::shell::read_only().to_owned());
    };
    let stage = hands.store.with(|s| s.about().told_stage());
    let kept = keeper.save_version(saving.doc, name, stage).await;
    let version = kept.map_err(|trouble| trouble_text(&trouble))?;
    hands.workspace.count_versions(saving.doc).await;
    Ok(version.id)
}
