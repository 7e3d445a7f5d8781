//! The head of a sheet: which measure, its marks and the measures it is related to; and the choice of year.

use leptos::prelude::*;

use super::FiscalCycle;
use crate::parts::{Choice, ClosedNotice, IconButton, IconName, TextOf};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{model, paper, plan as words};
use insight::sheets;
use strategy::record::Lens;
use strategy::*;

/// Chooses the year of one side; each with how many sheets it has.
#[component]
pub fn YearChoice(
    /// The side whose year is chosen.
    side: Side,
) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let years = Memo::new(move |_| {
        store.follow(|s| {
            let there = sheets::editions(s);
            let years = match side {
                Side::Planned => sheets::plannable_years(s),
                Side::Done => sheets::judging_editions(s),
            };
            years
                .into_iter()
                .map(|year| (year, there.get(&year).copied().unwrap_or_default()))
                .collect::<Vec<_>>()
        })
    });
    let of = move |edition: FiscalYear| match side {
        Side::Planned => edition,
        Side::Done => edition.previous(),
    };
    let options = Signal::derive(move || {
        years
            .get()
            .into_iter()
            .map(|(edition, count)| {
                let year = of(edition);
                (year.0.to_string(), words::year_choice(year, count))
            })
            .collect::<Vec<_>>()
    });
    let label = match side {
        Side::Planned => words::year_planned(),
        Side::Done => words::year_judged(),
    };
    view! {
        <div class="labelled year-choice">
            <span class="label" aria-hidden="true">{label}</span>
            <Choice
                id=words::YEAR_CHOICE.to_owned()
                shows=true
                label=label.to_owned()
                value=Signal::derive(move || cycle.year(side).0.to_string())
                options
                on_change=Callback::new(move |key: String| {
                    if let Ok(year) = key.parse() {
                        cycle.choose(side, FiscalYear(year));
                    }
                })
            />
        </div>
    }
}

/// Code, title, marks and owner of the measure.
#[component]
pub fn SheetHead(
    /// The measure.
    id: Id<Measure>,
    /// Side of the sheet that the page is about.
    side: Side,
) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let measure = move || store.get(id);
    let goal = move || measure().map(|m| m.goal);
    view! {
        <header class="sheet-head">
            <h2>
                <span class="measure-code">{move || cycle.code(id)}</span>
                " "
                <a href=move || Route::of_page(Page::Outline(goal())).to_string()>
                    {move || measure().map(|m| m.title.clone())}
                </a>
            </h2>
            <div class="row">
                <button
                    type="button"
                    class="btn small plain mark-button"
                    aria-pressed=move || measure().is_some_and(|m| m.priority).to_string()
                    disabled=move || store.read_only().get()
                    on:click=move |_| {
                        store.edit(|s| edit::set(s, id, edit::Field::Mark, |m| m.priority = !m.priority));
                    }
                >
                    {words::priority()}
                </button>
                <span class="chip">{move || words::owner(&measure().map(|m| m.owner.clone()).unwrap_or_default())}</span>
            </div>
            <ClosedNotice year=cycle.closed_year(side) />
        </header>
    }
}

/// The place of the measure in the plan, and its 関連施策; below the sheet, so that the work comes first.
#[component]
pub fn SheetFoot(
    /// The measure.
    id: Id<Measure>,
    /// The page this is, for the links to other measures.
    page: fn(Option<Id<Measure>>) -> Page,
) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let above = move || {
        let measure = store.get(id)?;
        let goal = store.get(measure.goal)?;
        let division = measure.division.and_then(|d| store.get(d));
        let names = cycle.numbers().with(|n| {
            let goal = model::goal_coded(&n.goal(goal.id), &goal.title);
            let division = division.map(|d| words::coded(&n.division(d.id), &d.title));
            words::way(&goal, division.as_deref())
        });
        Some(names)
    };
    view! {
        <footer class="sheet-foot">
            <p class="sub">{above}</p>
            <Related id page />
            <p>
                <a class="btn small quiet" href=Route::of_page(Page::Paper(Some(id))).to_string()>
                    {paper::print_this()}
                </a>
            </p>
        </footer>
    }
}

/// 関連施策 by code, linked both ways.
#[component]
fn Related(id: Id<Measure>, page: fn(Option<Id<Measure>>) -> Page) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let typed = RwSignal::new(String::new());
    let link = move |measure: Id<Measure>, code: String| {
        let title = move || store.get(measure).map(|m| m.title.clone());
        view! {
            <a href=move || Route::of_page(page(Some(measure))).to_string()>{code} " " {title}</a>
        }
    };
    let add = move || {
        let wanted = typed.get_untracked().trim().to_owned();
        let code = half_width(&wanted);
        let code = code
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        if code.is_empty() {
            return;
        }
        let found = cycle.numbers().with_untracked(|n| n.measures_coded(&code));
        let title = |id: Id<Measure>| store.with(|s| s.get(id).map(|m| m.title.clone()));
        // Of several with one printed code, the one chosen by its name.
        let named = |id: &Id<Measure>| {
            let title = title(*id).unwrap_or_default();
            found.len() == 1 || words::coded(&code, &title) == wanted
        };
        let measure = found.iter().copied().find(named);
        if measure.is_none() && !found.is_empty() {
            return store.tell(words::related_twice(&code));
        }
        let added = store.edit(|s| {
            edit::set(s, id, edit::Field::Related, |m| {
                if m.related.iter().all(|r| half_width(&r.code) != code) {
                    m.related.push(Related { code, measure });
                }
            })
        });
        if added {
            typed.set(String::new());
        }
    };
    let mine = move || {
        let related = store.get(id).map(|m| m.related.clone()).unwrap_or_default();
        related
            .into_iter()
            .enumerate()
            .map(|(at, related)| {
                let code = related.code.clone();
                let inner = match related.measure {
                    Some(measure) => link(measure, cycle.code(measure)).into_any(),
                    None => {
                        view! { <span title=words::related_outside()>{related.code.clone()}</span> }
                            .into_any()
                    }
                };
                view! {
                    <span class="chip use" class:blue=related.measure.is_some()>
                        {inner}
                        <IconButton
                            icon=IconName::Close
                            class="chip-button"
                            label=words::unrelate(&code)
                            on_press=move |()| {
                                store.edit(|s| {
                                    edit::set(s, id, edit::Field::Related, |m| {
                                        if at < m.related.len() {
                                            m.related.remove(at);
                                        }
                                    })
                                });
                            }
                        />
                    </span>
                }
            })
            .collect_view()
    };
    let from = Memo::new(move |_| store.follow(|s| sheets::related_from(s, id)));
    let theirs = move || {
        from.get()
            .into_iter()
            .map(|other| view! { <span class="chip use">{link(other, cycle.code(other))}</span> })
            .collect_view()
    };
    let codes = move || {
        store.with(|s| {
            let all = s.measures.sorted().into_iter().filter(|m| m.id != id);
            all.map(|m| words::coded(&cycle.code(m.id), &m.title))
                .map(|name| view! { <option value=name></option> })
                .collect_view()
        })
    };
    view! {
        <div class="row related">
            <span class="sub">{words::related()}</span>
            {mine}
            <form
                class="row nowrap"
                on:submit=move |event| {
                    event.prevent_default();
                    add();
                }
            >
                <input
                    class="input related-code"
                    list="measure-codes"
                    autocomplete="off"
                    aria-label=words::related_add()
                    placeholder=words::related_placeholder()
                    bind:value=typed
                />
                <datalist id="measure-codes">{codes}</datalist>
                <button type="submit" class="btn small plain">{words::related_set()}</button>
            </form>
        </div>
        <Show when=move || from.with(|all| !all.is_empty())>
            <div class="row related">
                <span class="sub">{words::related_from()}</span>
                {theirs}
            </div>
        </Show>
    }
}

/// One text of a sheet under its heading.
#[component]
pub fn SheetText(
    /// The sheet.
    sheet: Id<Sheet>,
    /// Its heading.
    label: &'static str,
    /// The field.
    field: Lens<Sheet, String>,
    /// True if it can only be read now.
    locked: Signal<bool>,
) -> impl IntoView {
    view! {
        <section class="sheet-text">
            <h3>{label}</h3>
            <TextOf of=sheet field lines=true class="boxed" label=label.to_owned() placeholder=" " locked />
        </section>
    }
}

/// Said where a measure has no sheet for the year, with a way to make one.
#[component]
pub fn NoSheet(
    /// The measure.
    id: Id<Measure>,
    /// The side the page is about.
    side: Side,
) -> impl IntoView {
    let store = Store::here();
    let cycle = FiscalCycle::here();
    let add = move |_| {
        let year = cycle.edition().get_untracked();
        store.edit(|s| edit::add_sheet(s, id, year, &mut fresh_id));
    };
    view! {
        <div class="empty">
            <span class="grow">{move || words::no_sheet(cycle.year(side), side)}</span>
            <button type="button" class="btn small" on:click=add>{words::add_sheet()}</button>
        </div>
    }
}
