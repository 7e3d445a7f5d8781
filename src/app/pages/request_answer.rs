//! 提出依頼 answered from a plan: what it asks for, what the plan cannot answer, and the file of the answer.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::strategy_file::Download;
use crate::workspace::Workspace;
use ::words::{Word, model, submissions as words, time};
use browser::files;
use format::request::{self, NotARequest};
use format::{FileKind, json};
use insight::region::{Digest, MissingData, missing};
use output::site::answer_of;
use strategy::{FiscalYear, Strategy, SubmissionRequest};

/// Reads a request; the error is a sentence.
pub async fn read_request(file: &File) -> Result<SubmissionRequest, String> {
    let bytes = match file.size() > request::LARGEST_REQUEST as f64 {
        true => Vec::new(),
        false => files::bytes(file).await.unwrap_or_default(),
    };
    request::read(&bytes).map_err(|why| match why {
        NotARequest::Other => words::not_a_request(file.name()),
        NotARequest::Newer => words::newer_request(file.name()),
    })
}

/// The card of a request; `children` choose the plan.
#[component]
pub fn RequestAnswer(
    /// The file of the request.
    file: File,
    /// The plan that answers; `None`: none yet.
    #[prop(into)]
    plan: Signal<Option<Arc<Strategy>>, LocalStorage>,
    /// Closes the card.
    close: Callback<()>,
    /// Choice of the plan.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let name = file.name();
    let asked = RwSignal::new(None::<Result<SubmissionRequest, String>>);
    spawn_local(async move {
        let read = read_request(&file).await;
        asked.try_set(Some(read));
    });
    let saved = RwSignal::new(String::new());
    Effect::new(move |_| {
        plan.track();
        saved.set(String::new());
    });
    let save = move |_| {
        if let Some(plan) = plan.get_untracked() {
            saved.set(saved_answer(&plan));
        }
    };
    let close = move |_| close.run(());
    let said = move || {
        asked.with(|asked| match asked {
            None => ().into_any(),
            Some(Err(why)) => view! { <p role="alert">{why.clone()}</p> }.into_any(),
            Some(Ok(request)) => view! {
                <ul class="plain-list">{told(request)}</ul>
            }
            .into_any(),
        })
    };
    let answered = move || {
        let answered = |request: &SubmissionRequest| {
            let plan = plan.get()?;
            Some(answerable(&plan, request, workspace.this_year()))
        };
        asked.with(|asked| answered(asked.as_ref()?.as_ref().ok()?))
    };
    let is_ready =
        move || plan.with(Option::is_some) && asked.with(|asked| matches!(asked, Some(Ok(_))));
    view! {
        <section class="card request-answer" aria-labelledby="request-answer">
            <h2 id="request-answer">{words::answer_title(&name)}</h2>
            {said}
            {children.map(|children| children())}
            {answered}
            <p class="hint">{words::answer_holds()}</p>
            <div class="row">
                <button type="button" class="btn main" disabled=move || !is_ready() on:click=save>{words::save_answer()}</button>
                <button type="button" class="btn quiet" on:click=close>{words::close()}</button>
            </div>
            <p role="status">{move || saved.get()}</p>
        </section>
    }
}

/// Lines that tell a request.
fn told(request: &SubmissionRequest) -> Vec<AnyView> {
    let some = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let lines = [
        some(&request.from).map(words::answer_from),
        request
            .until
            .as_ref()
            .map(|day| words::answer_until(time::day(day))),
        some(&request.to).map(words::answer_to),
    ];
    let lines = lines.into_iter().flatten();
    lines
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect()
}

/// Says how much of a request a plan answers, and lists the rest.
fn answerable(plan: &Strategy, request: &SubmissionRequest, today: FiscalYear) -> AnyView {
    let missing: MissingData = missing(&Digest::of(&answer_of(plan), today), request);
    let lines = words::missing_said(&missing).into_iter();
    let lines = lines.map(|line| view! { <li>{line}</li> }).collect_view();
    let is_whole = missing.is_empty();
    view! {
        <p><b>{words::answered_said(&missing, request.indicators.len())}</b></p>
        {(!is_whole).then(|| view! {
            <h3>{words::answer_missing()}</h3>
            <ul class="plain-list">{lines}</ul>
        })}
    }
    .into_any()
}

/// Saves the answer, and says the name of its file.
fn saved_answer(plan: &Strategy) -> String {
    let answer = answer_of(plan);
    let about = answer.about();
    let title = [model::named(&about.title), words::answer_name()].join("_");
    let file = Download::of_town(&about.town.name, &title, FileKind::Plan);
    let saved = file.text(&json::write(&answer));
    saved.map_or_else(|failed| failed, words::answer_saved)
}

/// Title of a plan with its period and stage.
pub fn plan_told(title: &str, period: strategy::Period, stage: strategy::Stage) -> String {
    words::plan_told(model::named(title), model::period(period), stage.word())
}
