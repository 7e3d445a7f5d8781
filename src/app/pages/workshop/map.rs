//! The map of opinions: drawn of many people and opinions only, with what it can and cannot tell.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::state::WorkshopState;
use crate::parts::Short;
use crate::store::Store;
use ::words::workshop as words;
use insight::workshop::{MapAxis, MapPoint, OpinionMap, opinion_map};
use strategy::*;

/// The marks of positions, so that none is told by colour alone.
const SHAPES: usize = 5;

/// The map, or why there is none.
#[component]
pub fn Map() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let map = Memo::new(move |_| {
        let session = state.session.get()?;
        Some(store.follow(|s| opinion_map(s, session)))
    });
    move || match map.get()? {
        Err(why) => Some(view! { <p class="hint">{words::no_map(why)}</p> }.into_any()),
        Ok(map) => Some(drawn(store, &map)),
    }
}

fn drawn(store: Store, map: &OpinionMap) -> AnyView {
    let mut groups: BTreeMap<&str, Vec<&MapPoint>> = BTreeMap::new();
    for point in &map.points {
        groups.entry(&point.group).or_default().push(point);
    }
    let points = groups
        .values()
        .enumerate()
        .flat_map(|(at, points)| points.iter().map(move |one| dot(at, one)));
    let points = points.collect_view();
    let legend = groups.keys().enumerate().map(|(at, name)| {
        view! { <li><svg class="map-key" viewBox="-2 -2 4 4" aria-hidden="true">{shape(at, 0.0, 0.0)}</svg>{words::of_group(name)}</li> }
    });
    let legend = legend.collect_view();
    let rows = groups.iter().map(|(name, points)| {
        let count = |is: &dyn Fn(&MapPoint) -> bool| points.iter().filter(|one| is(one)).count();
        let sides = [
            count(&|one| one.x < 0.0),
            count(&|one| one.x >= 0.0),
            count(&|one| one.y >= 0.0),
            count(&|one| one.y < 0.0),
        ];
        let cells = sides.map(|count| view! { <td class="number">{count}</td> });
        view! { <tr><th scope="row">{words::of_group(name)}</th>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    let ends = map.axes.each_ref().map(|axis| ends(store, axis));
    let told = ends.iter().enumerate().map(|(at, (low, high))| {
        let percent = map.axes[at].percent;
        view! { <li>{words::map_axis(at, percent, low, high)}</li> }
    });
    let told = told.collect_view();
    view! {
        <section class="opinion-map" aria-labelledby="opinion-map">
            <h3 id="opinion-map">{words::map_title()}</h3>
            <p class="sub">{words::map_note(map.points.len(), map.left_out)}</p>
            <svg class="map-field" viewBox="-110 -110 220 220" role="img" aria-label=words::map_title()>
                <path class="map-axes" d="M-105 0H105M0 -105V105" />
                {points}
            </svg>
            <ul class="row plain-list map-legend">{legend}</ul>
            <ul>{told}</ul>
            <table class="table map-table">
                <caption>{words::map_table()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::group()}</th>
                        <th scope="col" class="number">{words::map_left()}</th>
                        <th scope="col" class="number">{words::map_right()}</th>
                        <th scope="col" class="number">{words::map_up()}</th>
                        <th scope="col" class="number">{words::map_down()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="hint">{words::map_limits()}</p>
        </section>
    }
    .into_any()
}

/// Returns the ideas that people at either end agree with more, in words.
fn ends(store: Store, axis: &MapAxis) -> (String, String) {
    let named = |ideas: &[Id<Idea>]| {
        let texts = store.with(|s| {
            let ideas = ideas.iter().filter_map(|id| s.get(*id));
            ideas
                .map(|one| words::quoted(&one.text))
                .collect::<Vec<_>>()
        });
        texts.concat()
    };
    (named(&axis.low), named(&axis.high))
}

fn dot(group: usize, point: &MapPoint) -> AnyView {
    shape(group, point.x * 100.0, -point.y * 100.0)
}

fn shape(group: usize, x: f64, y: f64) -> AnyView {
    let place = format!("translate({} {})", Short(x), Short(y));
    let class = format!("map-dot map-dot-{}", group % SHAPES);
    let path = match group % SHAPES {
        0 => "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0 -2 0Z",
        1 => "M-1 -1H1V1H-1Z",
        2 => "M0 -1.2L1.1 0.9H-1.1Z",
        3 => "M0 -1.4L1.2 0L0 1.4L-1.2 0Z",
        _ => "M-1.2 -0.4H-0.4V-1.2H0.4V-0.4H1.2V0.4H0.4V1.2H-0.4V0.4H-1.2Z",
    };
    view! { <g transform=place><path class=class d=path /></g> }.into_any()
}
