//! 受け取り台帳: the handed-out parts with recipient, date, returns and delays.

use leptos::prelude::*;

use super::letter::LetterText;
use super::part_file::{HandoutForm, save_part};
use super::state::{FileRow, Hands};
use crate::panels::{AskedPaper, Panels};
use crate::parts::{Attempt, Failure, ScrollTable, column_heads, read_only};
use crate::route::{Page, Route};
use ::words::{hands as words, marks, time};
use edit::merge::LedgerTally;
use insight::{ChosenFiles, PartState, is_late, part_state};
use strategy::*;

/// State of a part.
#[derive(Debug, Clone, PartialEq)]
struct LedgerLine {
    part: HandedPart,
    /// Of the files that were just brought, or of what was merged last.
    tally: Option<LedgerTally>,
    state: PartState,
}

/// The words of a state, and the tone of its chip.
fn state_words(state: PartState) -> (String, &'static str) {
    match state {
        PartState::Waiting => (words::state_waiting().to_owned(), "none"),
        PartState::Late => (words::state_late().to_owned(), "bad"),
        PartState::Open(open) => (words::state_open(open), "warn"),
        PartState::Ready => (words::state_ready().to_owned(), "good"),
        PartState::Untouched => (words::state_untouched().to_owned(), "none"),
        PartState::Merged => (words::state_merged().to_owned(), "good"),
        PartState::Unread(count) => (words::state_unread(count), "warn"),
        PartState::Ended => (words::state_ended().to_owned(), "none"),
    }
}

fn state_mark(state: PartState) -> &'static str {
    match state {
        PartState::Late => "!",
        PartState::Open(_) | PartState::Unread(_) => "△",
        PartState::Ready | PartState::Merged => "○",
        PartState::Waiting | PartState::Untouched | PartState::Ended => marks::nothing(),
    }
}

/// The ledger.
#[component]
pub fn Ledger() -> impl IntoView {
    let hands = Hands::here();
    let saving = Attempt::default();
    let all = Memo::new(move |_| standings(hands));
    let open = RwSignal::new(None::<String>);
    let panels = Panels::here();
    view! {
        <section class="card" aria-labelledby="hands-ledger">
            <div class="row">
                <h2 id="hands-ledger" class="grow">{words::ledger()}</h2>
                <a
                    class="btn small"
                    href=Route::of_page(Page::Paper(None)).to_string()
                    on:click=move |_| panels.handout.set(Some(AskedPaper::HandLedger))
                >
                    {words::paper_link()}
                </a>
            </div>
            <ScrollTable
                labelled_by="hands-ledger" class="hands-ledger"
                heads=column_heads(&[words::column_to(), words::column_given(), words::column_back(), words::column_changed(), words::column_added(), words::column_removed(), words::column_outside(), words::column_conflicts(), words::column_state(), words::column_acts()], &[3, 4, 5, 6, 7])
            >
                {move || all.get().into_iter().map(|one| row(hands, saving, open, one)).collect_view()}
            </ScrollTable>
            <Failure of=saving />
            {move || open_letter(hands, open)}
        </section>
    }
}

fn standings(hands: Hands) -> Vec<LedgerLine> {
    let about = hands.store.about();
    let today = Date(hands.workspace.today());
    let outcome = hands.outcome();
    let brought = hands.brought.get();
    // A file that is still being compared has no tally yet.
    let tallies = outcome.as_ref().map_or(&[][..], |all| &all.tallies);
    let files = |part: &HandedPart| {
        let all = brought.iter().zip(tallies).enumerate();
        let files: Vec<_> = all
            .filter(|(_, (one, _))| one.incoming.part.id == part.id)
            .collect();
        let rows = outcome.iter().flat_map(|outcome| &outcome.rows);
        let is_of = |row: &&FileRow| files.iter().any(|(of, _)| *of == row.of);
        let open = rows.filter(|row| is_of(row) && hands.is_undecided(row));
        (!files.is_empty()).then(|| ChosenFiles {
            tally: files.iter().map(|(_, (_, tally))| *tally).sum(),
            open: open.count(),
            unread: files.iter().map(|(_, (one, _))| one.untaken.count()).sum(),
        })
    };
    let standing = |part: &HandedPart| {
        let files = files(part);
        LedgerLine {
            part: part.clone(),
            tally: match files {
                Some(files) => Some(files.tally),
                None => part.returns.last().map(LedgerTally::from),
            },
            state: part_state(part, files, &today),
        }
    };
    about.handed_out.iter().map(standing).collect()
}

fn row(hands: Hands, saving: Attempt, open: RwSignal<Option<String>>, one: LedgerLine) -> AnyView {
    let LedgerLine { part, tally, state } = one;
    let today = hands.workspace.today();
    let count = |of: fn(&LedgerTally) -> usize| {
        let count = tally.as_ref().map(of);
        let is_none = count.is_none_or(|count| count == 0);
        view! {
            <td class="number" class:sub=is_none>
                {count.map(|count| count.to_string())}
            </td>
        }
    };
    let back = part
        .returns
        .last()
        .map(|back| time::moment(&back.at, &today));
    let (word, tone) = state_words(state);
    view! {
        <tr>
            <th scope="row">{part.to.clone()}</th>
            <td>
                {time::moment(&part.at, &today)}
                {part.until.as_ref().map(|day| view! { <span class="sub">{words::until_day(time::day(day))}</span> })}
            </td>
            <td>{back.unwrap_or_else(|| words::not_back().to_owned())}</td>
            {count(|t| t.changed)}
            {count(|t| t.added)}
            {count(|t| t.removed)}
            {count(|t| t.outside)}
            {count(|t| t.conflicts)}
            <td>
                <span class=format!("status {tone}")>
                    <span aria-hidden="true">{state_mark(state)}</span>
                    " "
                    {word}
                </span>
            </td>
            <td>{acts(hands, saving, open, part)}</td>
        </tr>
    }
    .into_any()
}

/// Buttons of a part: save its file once more; stop waiting for it, or wait again; mark what was not merged as settled, or
/// as open again.
fn acts(
    hands: Hands,
    saving: Attempt,
    open: RwSignal<Option<String>>,
    part: HandedPart,
) -> AnyView {
    let awaited = part.ended;
    let last = part.returns.last();
    let can_end = last.is_none_or(|back| back.unread > 0);
    let (label, spoken) = match (last.is_some(), awaited) {
        (true, true) => (words::reopen(), words::reopen_of(&part.to)),
        (true, false) => (words::settle(), words::settle_of(&part.to)),
        (false, true) => (words::awaits(), words::awaits_of(&part.to)),
        (false, false) => (words::end(), words::end_of(&part.to)),
    };
    let again_of = words::again_of(&part.to);
    let id = part.id.clone();
    let turn = move |_| {
        hands.store.edit(|s| edit::await_part(s, &id, awaited));
    };
    let letter_of = words::letter_of(&part.to);
    let (is_open, turned) = (part.id.clone(), part.id.clone());
    let is_open = move || open.with(|open| open.as_ref() == Some(&is_open));
    let show = move |_| {
        let id = turned.clone();
        open.update(|open| *open = (open.as_ref() != Some(&id)).then_some(id));
    };
    let save = move |_| saving.start(save_again(hands, part.clone()));
    view! {
        <div class="row">
            <button type="button" class="btn small quiet" aria-label=again_of on:click=save>
                {words::again()}
            </button>
            <button
                type="button"
                class="btn small quiet"
                aria-label=letter_of
                aria-expanded=move || is_open().to_string()
                on:click=show
            >
                {words::letter_open()}
            </button>
            {can_end.then(|| view! {
                <button type="button" class="btn small plain" disabled=read_only() aria-label=spoken on:click=turn>
                    {label}
                </button>
            })}
        </div>
    }
    .into_any()
}

/// The mail of the line that is open: a reminder if its part is late.
fn open_letter(hands: Hands, open: RwSignal<Option<String>>) -> Option<AnyView> {
    let id = open.get()?;
    let about = hands.store.about();
    let part = about.handed_out.iter().find(|part| part.id == id)?;
    let letter = match is_late(part, &Date(hands.workspace.today())) {
        true => words::reminder(&about.title, part),
        false => words::letter(&about.title, part, None, words::how_any()),
    };
    let heading = words::letter_of(&part.to);
    Some(
        view! {
            <section aria-labelledby="hands-ledger-letter">
                <h3 id="hands-ledger-letter">{heading}</h3>
                <LetterText id="hands-ledger-letter-text" letter />
            </section>
        }
        .into_any(),
    )
}

/// Gives the file of a part once more, out of the version it was given out of.
async fn save_again(hands: Hands, part: HandedPart) -> Result<(), String> {
    let plan = version_of(hands, &part).await;
    let plan = plan.ok_or_else(|| words::version_gone().to_owned())?;
    save_part(&plan, &part, HandoutForm::File).await?;
    Ok(())
}

/// The plan as it was when a part was given, if this device keeps it.
pub async fn version_of(hands: Hands, part: &HandedPart) -> Option<Strategy> {
    let keeper = hands.workspace.keeper()?;
    let doc = hands.session.saving?.doc;
    let versions = keeper.versions(doc).await.ok()?;
    let version = versions.into_iter().find(|one| one.id == part.version)?;
    keeper.read_version(&version, |_| {}).await.ok()
}
