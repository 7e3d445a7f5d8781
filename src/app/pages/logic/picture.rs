//! The picture: a column for 取組 and one for each stage, and an arrow for each link. A chosen box marks its links and
//! the boxes at their ends. The list below says the same in words.

use leptos::html::Div;
use leptos::prelude::*;

use super::state::ModelState;
use crate::charts::on_resize;
use crate::parts::Short;
use crate::sizes::sizes;
use ::words::logic as words;
use format::document::{Diagram, DiagramBox};
use output::chart::{DiagramLayout, UNIT, arrows, lay_out, logic_diagram};
use strategy::*;

/// Size of the letters of the picture, in px of text of the usual size; the style sheet holds the same.
const LETTER: f64 = 14.0;

/// A diagram as it is laid out, and the record of each box.
#[derive(Clone, PartialEq)]
struct LaidDiagram {
    diagram: Diagram,
    layout: DiagramLayout,
    sources: Vec<LogicSource>,
}

/// The picture, as wide as its place.
#[component]
pub fn Picture() -> impl IntoView {
    let state: ModelState = expect_context();
    let place = NodeRef::<Div>::new();
    let width = RwSignal::new(0.0);
    Effect::new(move |_| {
        if let Some(element) = place.get() {
            on_resize(&element, move |now| {
                width.try_set(now);
            });
        }
    });
    let text = sizes();
    let letters = Memo::new(move |_| (width.get() / (LETTER * text.get().text)).floor());
    let laid = Memo::new(move |_| {
        let letters = letters.get();
        let made = state.read(|model| {
            let diagram = state.store.follow(|s| logic_diagram(s, model));
            Some((diagram, model.sources().collect()))
        });
        let (diagram, sources) = made.filter(|_| letters > 0.0)?;
        Some(LaidDiagram {
            layout: lay_out(&diagram, letters),
            diagram,
            sources,
        })
    });
    let key = move || {
        let is_down = laid.with(|laid| laid.as_ref().is_some_and(|laid| laid.layout.is_down));
        if is_down {
            words::key_dots()
        } else {
            words::key_lines()
        }
    };
    let boxes = move || laid.with(|laid| laid.as_ref().map(|laid| columns(state, laid)));
    view! {
        <section class="logic-picture" aria-labelledby="logic-picture">
            <h2 id="logic-picture">{words::picture()}</h2>
            <p class="sub">{words::picture_note()} " " {key}</p>
            <div node_ref=place class="logic-columns" role="group" tabindex="0" aria-labelledby="logic-picture">
                <div class="logic-diagram" style=move || laid.with(|laid| size_of(laid.as_ref()))>
                    <Arrows laid />
                    {boxes}
                </div>
            </div>
        </section>
    }
}

fn size_of(laid: Option<&LaidDiagram>) -> String {
    let (width, height) = laid.map_or((0.0, 0.0), |laid| laid.layout.size);
    format!("width:{}em;height:{}em", Short(width), Short(height))
}

/// The arrows; those of the chosen box stand out.
#[component]
fn Arrows(laid: Memo<Option<LaidDiagram>>) -> impl IntoView {
    let state: ModelState = expect_context();
    let drawn = move || {
        let marked = state.marked.get();
        laid.with(|laid| {
            let laid = laid.as_ref()?;
            let is_marked = |at: usize| {
                let arrow = laid.diagram.arrows.get(at);
                let ends = arrow.map(|one| [one.from, one.to]);
                let mut ends = ends.into_iter().flatten();
                ends.any(|end| marked.is_some() && laid.sources.get(end).copied() == marked)
            };
            let drawn = arrows(&laid.diagram, &laid.layout, is_marked);
            let drawn: Vec<_> = drawn.iter().map(ToString::to_string).collect();
            Some(drawn.concat())
        })
    };
    let view_box = move || {
        let size = laid.with(|laid| laid.as_ref().map(|laid| laid.layout.size));
        let (width, height) = size.unwrap_or_default();
        format!("0 0 {} {}", Short(width * UNIT), Short(height * UNIT))
    };
    view! {
        <svg
            class="diagram"
            class:choosing=move || state.marked.get().is_some()
            viewBox=view_box
            aria-hidden="true"
            focusable="false"
            inner_html=drawn
        ></svg>
    }
}

fn columns(state: ModelState, laid: &LaidDiagram) -> Vec<AnyView> {
    let heads = laid.diagram.heads.iter().zip(&laid.layout.heads);
    let columns = heads.zip(&laid.layout.columns);
    columns
        .map(|((head, ((x, y), width)), boxes)| {
            let place = format!(
                "left:{}em;top:{}em;width:{}em",
                Short(*x),
                Short(*y),
                Short(*width)
            );
            let none = boxes.is_empty().then(|| {
                let below = format!("left:{}em;top:{}em", Short(*x), Short(y + 2.25));
                view! { <li class="logic-none" style=below>{laid.diagram.none.clone()}</li> }
            });
            let boxes = boxes.iter().filter_map(|at| framed(state, laid, *at));
            view! {
                <h3 style=place>{head.clone()}</h3>
                <ul class="plain-list">{none}{boxes.collect_view()}</ul>
            }
            .into_any()
        })
        .collect()
}

fn framed(state: ModelState, laid: &LaidDiagram, at: usize) -> Option<AnyView> {
    let source = *laid.sources.get(at)?;
    let (placed, of) = (laid.layout.boxes.get(at)?, laid.diagram.boxes.get(at)?);
    let ((x, y), (width, height)) = (placed.at, placed.size);
    let place = format!(
        "left:{}em;top:{}em;width:{}em;min-height:{}em",
        Short(x),
        Short(y),
        Short(width),
        Short(height)
    );
    let is_chosen = move || state.marked.get() == Some(source);
    let is_tied = move || {
        let Some(marked) = state.marked.get() else {
            return false;
        };
        let joins = |link: &LogicLink| {
            let to = LogicSource::Indicator(link.to);
            (link.from, to) == (source, marked) || (link.from, to) == (marked, source)
        };
        state.read(|model| model.links.iter().any(|one| joins(&one.link)))
    };
    let choose = move |_| {
        state
            .marked
            .update(|now| *now = (*now != Some(source)).then_some(source));
    };
    let DiagramBox {
        text,
        note,
        warning,
        is_end,
        ..
    } = of.clone();
    let is_lacking = !warning.is_empty();
    Some(
        view! {
            <li>
                <button
                    type="button"
                    class="logic-box"
                    class:end=is_end
                    class:lacking=is_lacking
                    class:tied=is_tied
                    style=place
                    aria-pressed=move || is_chosen().to_string()
                    on:click=choose
                >
                    <span>{text}</span>
                    {(!note.is_empty()).then(|| view! { <span class="logic-note">{note}</span> })}
                    {is_lacking.then(|| view! { <span class="logic-warning">{warning}</span> })}
                    <span class="visually-hidden">{move || is_tied().then(words::tied)}</span>
                </button>
            </li>
        }
        .into_any(),
    )
}
