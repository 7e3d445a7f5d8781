//! 答える: what becomes of each idea, what the town says to it, and what changed because of it.

use leptos::prelude::*;

use super::about::labels;
use super::export;
use super::more::{DrawnLimit, Find, More};
use super::state::WorkshopState;
use crate::pages::record_route::route_to;
use crate::panels::{AskedPaper, Panels};
use crate::parts::{Choice, Each, OneOrNone, TextOf, Tick, progressive, read_only};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::{model, workshop as words};
use browser::focus::focus;
use edit::Field;
use insight::Numbers;
use insight::search::fold;
use insight::workshop::{Votes, merged_with};
use output::site::field_key;
use strategy::*;

/// Number of answers shown at a time.
const STEP: usize = 30;

/// The ideas that are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    OfSession,
    OfNone,
    All,
}

impl Which {
    const ALL: [Self; 3] = [Self::OfSession, Self::OfNone, Self::All];

    fn key(self) -> &'static str {
        match self {
            Self::OfSession => "session",
            Self::OfNone => "none",
            Self::All => "all",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::OfSession => words::of_this_session(),
            Self::OfNone => words::of_no_session(),
            Self::All => words::of_all(),
        }
    }

    /// True if an idea is listed: one that was merged never is, and without a session every other is.
    fn lists(self, idea: &Idea, session: Option<Id<Session>>) -> bool {
        let is_of = match self {
            Self::OfSession => session.is_none() || idea.session == session,
            Self::OfNone => idea.session.is_none(),
            Self::All => true,
        };
        idea.merged.is_none() && is_of
    }
}

/// Every idea of the plan that was not merged into another; those without an answer alone, if asked.
#[component]
pub fn Answers() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let open_only = RwSignal::new(false);
    let which = RwSignal::new(Which::OfSession);
    let find = RwSignal::new(String::new());
    let limit = DrawnLimit::of(STEP);
    // An idea that is answered stays in the list until the filter changes.
    let chosen = Memo::new(move |_| {
        let (session, open_only) = (state.session.get(), open_only.get());
        let which = which.get();
        let wanted = fold(&find.get());
        store.follow_shape(|s| {
            let all = s
                .ideas
                .sorted()
                .into_iter()
                .filter(|idea| which.lists(idea, session));
            let all = all.filter(|idea| !open_only || idea.is_unanswered());
            let all = all.filter(|idea| wanted.is_empty() || fold(&idea.text).contains(&wanted));
            all.map(|idea| idea.id).collect::<Vec<_>>()
        })
    });
    let counts = Memo::new(move |_| {
        let (session, which) = (state.session.get(), which.get());
        store.follow(|s| {
            let heads = s.ideas.iter().filter(|idea| which.lists(idea, session));
            let open = heads.clone().filter(|idea| idea.is_unanswered()).count();
            (heads.count(), open)
        })
    });
    let save = move |_| match store.with(export::save_ideas) {
        Ok(_) => store.tell_done(words::ideas_saved().to_owned()),
        Err(why) => store.tell(why),
    };
    let drawn = progressive(move || limit.first(chosen.get()));
    let drawn = Memo::new(move |_| drawn());
    let handout = Panels::here().handout;
    let any = Memo::new(move |_| store.follow_shape(|s| !s.ideas.is_empty()));
    view! {
        <Show when=move || any.get() fallback=|| view! { <p class="empty">{words::no_ideas()}</p> }>
            <section aria-labelledby="answers">
                <div class="row">
                    <h2 id="answers" class="grow">{move || { let (all, open) = counts.get(); words::answers(all, open) }}</h2>
                    <WhichIdeas which />
                    <Find text=find />
                    <Tick class="row nowrap" on=open_only set=move |on| open_only.set(on)>{words::open_only()}</Tick>
                    <button type="button" class="btn" on:click=save>{words::to_csv()}</button>
                    <a class="btn" href=move || Route::of_page(Page::Paper(None)).to_string() on:click=move |_| handout.set(Some(AskedPaper::Answers))>{words::print_answers()}</a>
                </div>
                <p class="sub">{words::answers_note()}</p>
                <Publishing />
                <div class="answers">
                    <Each of=move || drawn.get() let:id>
                        <Answer id />
                    </Each>
                </div>
                <More limit count=Signal::derive(move || chosen.with(Vec::len)) />
            </section>
        </Show>
    }
}

/// Choice of the ideas that are listed; nothing where all are of the session.
#[component]
fn WhichIdeas(which: RwSignal<Which>) -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let has_others = Memo::new(move |_| {
        let session = state.session.get();
        let is_other = |idea: &&std::sync::Arc<Idea>| idea.session != session;
        session.is_some() && store.follow_shape(|s| s.ideas.iter().any(|idea| is_other(&idea)))
    });
    let options = Which::ALL.map(|one| (one.key().to_owned(), one.word().to_owned()));
    let choose = move |key: String| {
        let all = Which::ALL.into_iter();
        which.set(
            all.into_iter()
                .find(|one| one.key() == key)
                .unwrap_or(Which::All),
        );
    };
    view! {
        <Show when=move || has_others.get()>
            <Choice
                label=words::which_ideas().to_owned()
                value=Signal::derive(move || which.get().key().to_owned())
                options=Signal::stored(options.to_vec())
                on_change=Callback::new(choose)
            />
        </Show>
    }
}

/// Decides if the ideas and their answers are published.
#[component]
fn Publishing() -> impl IntoView {
    let store = Store::here();
    let key = field_key(&Idea::text.field);
    let own = key.clone();
    let is_public = move || {
        let about = store.about();
        let choices = about.publishing.as_ref();
        choices.is_some_and(|choices| choices.shown_fields.contains(&own))
    };
    let set = move |on: bool| {
        store.edit(|s| {
            let field = Field::of(About::publishing.field.name, None);
            edit::set(s, About::ID, field, |about| {
                let shown = &mut about.publishing.get_or_insert_default().shown_fields;
                shown.retain(|one| *one != key);
                if on {
                    shown.push(key.clone());
                }
            })
        });
    };
    view! {
        <div class="row publish-answers">
            <Tick class="row nowrap" on=Signal::derive(is_public) set disabled=read_only()>
                <b>{words::publish()}</b>
            </Tick>
            <span class="sub grow">{words::publish_note()}</span>
            <a class="btn" href=move || Route::of_page(Page::Publication).to_string()>{words::to_publication()}</a>
        </div>
    }
}

#[component]
fn Answer(id: Id<Idea>) -> impl IntoView {
    let store = Store::here();
    let text = move || {
        store
            .get(id)
            .map(|one| one.text.clone())
            .unwrap_or_default()
    };
    let heading = format!("answer-{id}");
    let votes = move || {
        store.follow(|s| {
            let merged = merged_with(s, id).len();
            words::given_in_all(&Votes::for_one(s, id), merged)
        })
    };
    let shown = move || store.get(id).map(|idea| labels(store, &idea));
    let is_open = move || store.get(id).is_some_and(|one| one.is_unanswered());
    view! {
        <article class="card answer" aria-labelledby=heading.clone()>
            <h3 id=heading.clone()>{text}</h3>
            {shown}
            <p class="sub">{votes}</p>
            <div class="form-grid">
                <span class="label">{words::state()}</span>
                <span class="row">
                    <OneOrNone of=id field=Idea::state none=words::no_state() label=Signal::derive(move || words::state_of(text())) />
                    <Show when=is_open>
                        <span class="chip warn">{words::unanswered()}</span>
                    </Show>
                </span>
                <span class="label">{words::answer()}</span>
                <TextOf of=id field=Idea::answer lines=true label=Signal::derive(move || words::answer_to(text())) placeholder=words::answer_hint() />
                <span class="label">{words::changed()}</span>
                <Changed id />
            </div>
        </article>
    }
}

/// Changes that followed an idea: links, with buttons to add and remove.
#[component]
fn Changed(id: Id<Idea>) -> impl IntoView {
    let store = Store::here();
    let links = move || {
        let idea = store.get(id)?;
        let all = idea.changed().into_iter();
        let drawn = all.map(|record| {
            let (href, name) = store.with(|s| (route_to(s, record).to_string(), name_of(s, record)));
            let label = words::unlink(&name);
            let drop = move |_| toggle(store, id, record, false);
            view! {
                <li class="row nowrap">
                    <a href=href>{name}</a>
                    <button type="button" class="btn plain small" disabled=read_only() aria-label=label on:click=drop>"×"</button>
                </li>
            }
        });
        Some(drawn.collect_view())
    };
    let options = move || {
        let now = store.get(id).map(|idea| idea.changed()).unwrap_or_default();
        let mut all = vec![(String::new(), words::link().to_owned())];
        all.extend(store.follow(|s| {
            let records = linkable(s).into_iter().filter(|one| !now.contains(one));
            records
                .map(|one| (one.to_string(), name_of(s, one)))
                .collect::<Vec<_>>()
        }));
        all
    };
    // Chosen first and tied then: by keyboard a choice goes through all before it.
    let chosen = RwSignal::new(String::new());
    let field = format!("changed-{id}");
    let back = field.clone();
    let add = move |_| {
        let key = chosen.get_untracked();
        let record = store.with(|s| linkable(s).into_iter().find(|one| one.to_string() == key));
        if let Some(record) = record {
            chosen.set(String::new());
            toggle(store, id, record, true);
            focus(&back);
        }
    };
    view! {
        <span>
            <ul class="plain-list">{links}</ul>
            <span class="row">
                <Choice
                    id=field
                    label=words::link().to_owned()
                    value=Signal::derive(move || chosen.get())
                    options=Signal::derive(options)
                    on_change=Callback::new(move |key| chosen.set(key))
                />
                <button type="button" class="btn" disabled=move || read_only().get() || chosen.with(String::is_empty) on:click=add>
                    {words::tie()}
                </button>
            </span>
        </span>
    }
}

/// Goals with their measures, then indicators.
fn linkable(s: &Strategy) -> Vec<AnyId> {
    let mut all = Vec::new();
    for goal in s.goals.sorted() {
        all.push(goal.id.into());
        all.extend(s.measures_of(goal.id).iter().map(|one| AnyId::from(one.id)));
    }
    all.extend(s.indicators.sorted().iter().map(|one| AnyId::from(one.id)));
    all
}

fn name_of(s: &Strategy, record: AnyId) -> String {
    let numbers = Numbers::of(s);
    let n = record.number;
    let name = match record.kind {
        Kind::Goal => s
            .get(Id::<Goal>::new(n))
            .map(|one| model::goal_coded(&numbers.goal(one.id), &one.title)),
        Kind::Measure => s
            .get(Id::<Measure>::new(n))
            .map(|one| words::measure_named(numbers.code_of(one.id), &one.title)),
        _ => s
            .get(Id::<Indicator>::new(n))
            .map(|one| words::indicator_named(&one.name)),
    };
    model::brief(&name.unwrap_or_default())
}

fn toggle(store: Store, id: Id<Idea>, record: AnyId, on: bool) {
    fn mark<T>(all: &mut Vec<Id<T>>, number: u64, on: bool) {
        all.retain(|one| one.number() != number);
        if on {
            all.push(Id::new(number));
        }
    }
    let (field, n) = match record.kind {
        Kind::Goal => ("changed_goals", record.number),
        Kind::Measure => ("changed_measures", record.number),
        _ => ("changed_indicators", record.number),
    };
    store.edit(|s| {
        edit::set(s, id, Field::of(field, None), |idea| match record.kind {
            Kind::Goal => mark(&mut idea.changed_goals, n, on),
            Kind::Measure => mark(&mut idea.changed_measures, n, on),
            _ => mark(&mut idea.changed_indicators, n, on),
        })
    });
}
