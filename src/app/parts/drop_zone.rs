//! Files dropped on a part of a page.

use leptos::attr::Attribute;
use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::task::spawn_local;
use web_sys::{DragEvent, File};

use browser::files;

/// Attributes that make an element a drop zone for files: `over` is true while something is dragged over it, `take`
/// gets the files. To be spread into the element.
pub fn drop_zone(over: RwSignal<bool>, take: impl Fn(Vec<File>) + 'static) -> impl Attribute {
    zone(over, move |event| take(files::dropped(&event)))
}

/// The same; of a folder, takes the files in it, however deep.
pub fn folder_zone(
    over: RwSignal<bool>,
    take: impl Fn(Vec<File>) + Copy + 'static,
) -> impl Attribute {
    zone(over, move |event| {
        let dropped = files::dropped_within(&event);
        spawn_local(async move { take(dropped.await) });
    })
}

fn zone(over: RwSignal<bool>, dropped: impl Fn(DragEvent) + 'static) -> impl Attribute {
    let hold = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        dropped(event);
    };
    (
        on(ev::dragover, hold),
        on(ev::dragleave, move |_| over.set(false)),
        on(ev::drop, drop),
    )
}
