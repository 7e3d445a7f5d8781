//! 日程のことば.

use super::say::Say;
pub use super::text::timetable::*;
use super::text::{marks, timetable as text, timetable_shapes as shapes};
use super::year::YearForms;

use super::model::named;
use edit::TimetableShape;
use format::icalendar::{CalendarDeadline, CalendarItem};
use insight::Ahead;
use strategy::{FiscalYear, Handout, Jun};

/// 「R1.8」. Months of a calendar year: 令和元年8月.
pub fn month(jun: Jun) -> String {
    format!("{}.{}", FiscalYear(jun.year).short(), jun.month)
}

/// 「次：R1.8 上旬　骨子案の検討」, or 「R1.11 下旬まで：素案」 if it has begun.
pub fn next(ahead: &Ahead) -> String {
    let title = named(&ahead.title);
    match ahead.begun {
        true => text::next_yes(ahead.to, title),
        false => text::next_no(ahead.from, title),
    }
}

/// 「委員　12人」; only the label if there is none yet.
pub fn members_of(count: usize) -> String {
    match count {
        0 => text::members_none().to_owned(),
        count => text::members_some(count),
    }
}

/// Roles offered for a member of a body.
pub fn member_roles() -> [&'static str; 5] {
    [
        text::member_role_chair(),
        text::member_role_vice(),
        text::member_role_member(),
        text::member_role_observer(),
        text::member_role_office(),
    ]
}

/// 「山田太郎の職」.
pub fn of_member(name: &str, what: &str) -> String {
    text::member_field(name, what)
}

/// 「「骨子案」の所在」.
pub fn handout_address_of(title: &str) -> String {
    text::handout_address(named(title))
}

/// 「「骨子案」を開く」.
pub fn open_handout(title: &str) -> String {
    text::open_handout(named(title))
}

/// 「資料：骨子案、前期計画の検証」; `None` without any.
pub fn handouts_of(handouts: &[Handout]) -> Option<String> {
    let titles: Vec<_> = handouts.iter().map(|one| named(&one.title)).collect();
    let listed = || text::handouts_listed(titles.join(marks::list()));
    (!titles.is_empty()).then(listed)
}

/// 「担当：企画課」; `None` without a name.
pub fn owner_of(owner: &str) -> Option<String> {
    let owner = owner.trim();
    (!owner.is_empty()).then(|| text::owner_listed(owner))
}

/// Returns the layouts of a timetable, by name.
pub fn timetable_shapes() -> Vec<(&'static str, TimetableShape)> {
    let all = [
        (shapes::name_a(), shapes::shape_a()),
        (shapes::name_b(), shapes::shape_b()),
        (shapes::name_c(), shapes::shape_c()),
        (shapes::name_d(), shapes::shape_d()),
    ];
    let read = |(name, text): (&'static str, &str)| Some((name, TimetableShape::read(text)?));
    all.into_iter().filter_map(read).collect()
}

/// Text below an item's title in a calendar: its 旬, the body that meets, and the points.
pub fn described(item: &CalendarItem) -> String {
    let mut lines = vec![match item.from == item.to {
        true => item.from.say(),
        false => text::stretch(item.from, item.to),
    }];
    if !item.body.is_empty() {
        lines.push(item.body.clone());
    }
    lines.extend(owner_of(&item.owner));
    lines.extend(item.points.iter().map(super::paper::bullet));
    lines.extend(handouts_of(&item.handouts));
    lines.extend(item.handouts.iter().filter_map(|one| {
        let link = one.link()?;
        Some(format!("{} {link}", named(&one.title)))
    }));
    lines.join("\n")
}

/// 「締切：移住支援金」, in a calendar.
pub fn deadline(deadline: &CalendarDeadline) -> String {
    text::deadline(super::model::named(&deadline.title))
}
