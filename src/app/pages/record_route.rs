//! Pages of records.

use crate::route::{Page, Route};
use strategy::*;

/// Returns the route to a record of the open strategy.
pub fn route_to(strategy: &Strategy, record: AnyId) -> Route {
    Route::of_page(page_of(strategy, record))
}

/// The page that shows a record; what has no page of its own is shown with what it belongs to.
pub fn page_of(strategy: &Strategy, record: AnyId) -> Page {
    let n = record.number;
    let goal_of = |measure: Id<Measure>| strategy.get(measure).map(|m| m.goal);
    match record.kind {
        Kind::About => Page::Settings,
        Kind::Section | Kind::Support | Kind::Ground => Page::Chapters,
        Kind::Goal => Page::Outline(Some(Id::new(n))),
        Kind::Division => Page::Outline(strategy.get(Id::<Division>::new(n)).map(|d| d.goal)),
        Kind::Measure => Page::Outline(goal_of(Id::new(n))),
        Kind::Initiative => Page::Outline(
            strategy
                .get(Id::<Initiative>::new(n))
                .and_then(|i| goal_of(i.measure)),
        ),
        Kind::Sheet => Page::Plan(strategy.get(Id::<Sheet>::new(n)).map(|y| y.measure)),
        Kind::Line => {
            let sheet = strategy
                .get(Id::<Line>::new(n))
                .and_then(|l| strategy.get(l.sheet));
            Page::Plan(sheet.map(|y| y.measure))
        }
        Kind::Indicator => Page::Indicators(Some(Id::new(n))),
        Kind::Series => Page::Indicators(strategy.get(Id::<Series>::new(n)).map(|r| r.indicator)),
        Kind::GrantProject => Page::Grants(Some(Id::new(n))),
        Kind::Framework | Kind::FrameworkItem => Page::Alignment,
        Kind::Body | Kind::Lane | Kind::TimetableItem => Page::Timetable,
        Kind::Session => Page::Workshop(Some(Id::new(n))),
        Kind::Ballot => Page::Workshop(strategy.get(Id::<Ballot>::new(n)).map(|b| b.session)),
        Kind::Guess => Page::Workshop(strategy.get(Id::<Guess>::new(n)).map(|g| g.session)),
        Kind::Idea => Page::Workshop(strategy.get(Id::<Idea>::new(n)).and_then(|i| i.session)),
    }
}
