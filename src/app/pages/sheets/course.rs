//! A cell that takes 方向性.

use leptos::prelude::*;

use crate::parts::{CellField, CellPlace};
use crate::store::Store;
use ::words::plan as words;
use strategy::*;

/// The DOM id of the field of 方向性 on a sheet.
pub fn course_id(line: Id<Line>, year: FiscalYear) -> String {
    format!("course-{line}-{}", year.0)
}

/// 方向性 of a line in a year.
pub fn course_of(strategy: &Strategy, line: Id<Line>, year: FiscalYear) -> Option<String> {
    Some(strategy.get(line)?.courses.get(&year)?.0.clone())
}

/// A field for 方向性 of one year.
#[component]
pub fn CourseField(
    /// The DOM id.
    #[prop(into)]
    id: String,
    /// The line.
    line: Id<Line>,
    /// The year.
    year: FiscalYear,
    /// Name of the line.
    title: Signal<String>,
    /// The id of the list of usual words.
    list: &'static str,
    /// The place in the grid it stands in.
    place: CellPlace,
    /// True if it can only be read now.
    #[prop(into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let shown = Signal::derive(move || {
        let record = store.get(line);
        let course = record.and_then(|line| line.courses.get(&year).map(|course| course.0.clone()));
        course.unwrap_or_default()
    });
    let send = move |text: String| {
        store.edit(|s| edit::set_course(s, line, year, &text));
        store.seal();
    };
    view! {
        <CellField
            class="combo course"
            id
            label=Signal::derive(move || words::course_of(title.get(), year))
            list
            choices=&Course::USUAL
            shown
            send=Callback::new(send)
            place=Some(place)
            locked
        />
    }
}
