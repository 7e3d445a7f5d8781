//! ひな形から日程をつくる: a shape is chosen, dated, looked at and entered in one step.

use leptos::prelude::*;

use super::jun_choice::JunChoice;
use super::range::{ADD_LANE, CHOICES};
use crate::parts::{Choice, Dialog, Icon, IconName, read_only};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::Say;
use ::words::timetable as words;
use browser::focus::focus_added;
use edit::{Anchor, TimetableShape};
use strategy::*;

/// State of the choice.
#[derive(Clone, Copy)]
struct ChosenShape {
    shapes: StoredValue<Vec<(&'static str, TimetableShape)>>,
    shape: RwSignal<usize>,
    /// Dated backwards, from the decision.
    backwards: RwSignal<bool>,
    start: RwSignal<i32>,
    decision: RwSignal<i32>,
}

impl ChosenShape {
    /// The first shape, from the month after today's.
    fn set_up(today: i32) -> Self {
        let shapes = words::timetable_shapes();
        let start = (today.div_euclid(3) + 1) * 3;
        let decision = start + shapes.first().map_or(0, |(_, shape)| shape.decision);
        Self {
            shapes: StoredValue::new(shapes),
            shape: RwSignal::new(0),
            backwards: RwSignal::new(false),
            start: RwSignal::new(start),
            decision: RwSignal::new(decision),
        }
    }

    fn anchor(self) -> Anchor {
        match self.backwards.get() {
            true => Anchor::Decision(Jun::from_index(self.decision.get())),
            false => Anchor::Start(Jun::from_index(self.start.get())),
        }
    }

    fn shape(self) -> Option<TimetableShape> {
        let at = self.shape.get();
        self.shapes
            .with_value(|all| all.get(at).map(|(_, shape)| shape.clone()))
    }
}

/// The button, and its dialog.
#[component]
pub fn FromShape(
    /// True if it is the main button of the page.
    #[prop(into)]
    main: Signal<bool>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="btn" class:main=main disabled=read_only() on:click=move |_| open.set(true)>
            <Icon name=IconName::Plus />
            {words::from_template()}
        </button>
        <Dialog open title=words::from_template().to_owned() class="wide">
            <ShapeForm open />
        </Dialog>
    }
}

#[component]
fn ShapeForm(open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let year = store.with(|s| s.about().period.first.0);
    let today = Date(Workspace::here().today()).jun();
    let today = today.map_or(year * 36, Jun::index);
    let chosen = ChosenShape::set_up(today);
    let shapes = move || {
        chosen.shapes.with_value(|all| {
            let names = all.iter().enumerate();
            names
                .map(|(at, (name, _))| (at.to_string(), (*name).to_owned()))
                .collect::<Vec<_>>()
        })
    };
    let make = move |_| {
        let Some(shape) = chosen.shape() else { return };
        let count = shape
            .lanes
            .iter()
            .map(|lane| lane.items.len())
            .sum::<usize>();
        if store.edit(|s| edit::add_timetable(s, &shape, chosen.anchor(), fresh_id)) {
            open.set(false);
            store.tell_done(words::made(count));
            focus_added(ADD_LANE.to_owned());
        }
    };
    view! {
        <div class="form">
            <div class="labelled whole">
                <span class="label">{words::shape()}</span>
                <Choice
                    label=words::shape().to_owned()
                    value=Signal::derive(move || chosen.shape.get().to_string())
                    options=Signal::derive(shapes)
                    on_change=Callback::new(move |key: String| chosen.shape.set(key.parse().unwrap_or(0)))
                />
            </div>
            <Dated chosen today />
            <Preview chosen />
            <div class="whole row">
                <button type="button" class="btn main" on:click=make>{words::make()}</button>
            </div>
        </div>
    }
}

/// From when, or until when.
#[component]
fn Dated(chosen: ChosenShape, today: i32) -> impl IntoView {
    let ways = || {
        vec![
            ("start".to_owned(), words::dated_start().to_owned()),
            ("decision".to_owned(), words::dated_decision().to_owned()),
        ]
    };
    let label = move || match chosen.backwards.get() {
        true => words::decision_at(),
        false => words::start_at(),
    };
    let at = move || match chosen.backwards.get() {
        true => chosen.decision,
        false => chosen.start,
    };
    view! {
        <div class="labelled">
            <span class="label">{words::dated_by()}</span>
            <Choice
                label=words::dated_by().to_owned()
                value=Signal::derive(move || if chosen.backwards.get() { "decision" } else { "start" }.to_owned())
                options=Signal::derive(ways)
                on_change=Callback::new(move |key: String| chosen.backwards.set(key == "decision"))
            />
        </div>
        <div class="labelled">
            <span class="label">{label}</span>
            <JunChoice
                label=Signal::derive(move || label().to_owned())
                value=Signal::derive(move || at().get())
                range=(today - CHOICES.0, today + CHOICES.1)
                on_change=Callback::new(move |index| at().set(index))
            />
        </div>
    }
}

/// Preview of the items, by date.
#[component]
fn Preview(chosen: ChosenShape) -> impl IntoView {
    move || {
        let shape = chosen.shape()?;
        let first = shape.first(chosen.anchor());
        let mut items: Vec<_> = shape.lanes.iter().flat_map(|lane| &lane.items).collect();
        sort::by_key(&mut items, |item| (item.from, item.to));
        let last = items.iter().map(|item| item.to).max()?;
        let when = |at: i32| Jun::from_index(first + at).say();
        let heading = words::preview(items.len(), when(0), when(last));
        let label = heading.clone();
        let row = |item: &&edit::ShapeItem| {
            let at = match item.to > item.from {
                true => words::stretch(when(item.from), when(item.to)),
                false => when(item.from),
            };
            view! {
                <tr>
                    <th scope="row">{at}</th>
                    <td>{item.title.clone()}</td>
                </tr>
            }
        };
        Some(view! {
            <div class="whole shape-preview" tabindex="0" role="region" aria-label=label>
                <table class="table">
                    <caption>{heading}</caption>
                    <tbody>{items.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        })
    }
}
