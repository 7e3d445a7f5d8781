//! Any one thing a person can do to a strategy.

use edit::{
    Draft, Edit, EditLabel, Field, FigureCell, IndicatorText, Operation, Refusal, TableCell, UsedBy,
};
use strategy::*;

use fixtures::arbitrary::plan::{self, ids};
use fixtures::arbitrary::{self, Dice, figure, text, title, year};

/// Any edit; now and then one that is refused.
pub fn any(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    match d.below(7) {
        0 => add(s, d),
        1 => rename(s, d),
        2 => set(s, d),
        3 => mention(s, d),
        4 => place(s, d),
        5 => remove(s, d),
        _ => figures(s, d),
    }
}

/// One of the ids there are, or one there is not.
fn some<T: Record>(s: &Strategy, d: &mut Dice) -> Id<T> {
    let all = ids(s);
    match all.is_empty() || d.once_in(30) {
        true => Id::new(d.roll() >> 11),
        false => d.pick(&all),
    }
}

/// Adds a record at the top.
fn put<T: edit::Changed + edit::Titled>(
    s: &Strategy,
    d: &mut Dice,
    make: impl FnOnce(&Strategy, &mut Dice, Id<T>) -> T,
) -> Result<Edit, Refusal> {
    let id = d.id(s);
    let record = make(s, d, id);
    edit::add(s, record, d.below(5))
}

/// Adds a record under some other.
fn under<T: edit::Changed + edit::Titled>(
    s: &Strategy,
    d: &mut Dice,
    make: impl FnOnce(&Strategy, &mut Dice, Id<T>, Id<T::Parent>) -> T,
) -> Result<Edit, Refusal>
where
    T::Parent: Record,
{
    let parent = some(s, d);
    put(s, d, |s, d, id| make(s, d, id, parent))
}

/// Adds a record of any kind, anywhere.
pub fn add(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    match d.below(22) {
        0 => put(s, d, plan::root::<Section>),
        1 => put(s, d, plan::root::<Goal>),
        2 => under(s, d, arbitrary::record::<Division>),
        3 => under(s, d, |s, d, id, goal| {
            let headings: Vec<_> = s.divisions.under(goal).iter().map(|h| h.id).collect();
            let heading = d.maybe(&headings);
            plan::measure(s, d, id, goal, heading)
        }),
        4 => under(s, d, arbitrary::record::<Initiative>),
        5 => under(s, d, arbitrary::record::<Sheet>),
        6 => under(s, d, |s, d, id, sheet| {
            plan::line(s, d, id, sheet, Side::Done)
        }),
        7 => put(s, d, plan::indicator),
        8 => under(s, d, arbitrary::record::<Series>),
        9 => put(s, d, plan::root::<Framework>),
        10 => under(s, d, arbitrary::record::<FrameworkItem>),
        11 => put(s, d, plan::root::<Support>),
        12 => put(s, d, plan::root::<Body>),
        13 => put(s, d, plan::root::<Lane>),
        14 => under(s, d, arbitrary::record::<TimetableItem>),
        15 => put(s, d, plan::root::<Idea>),
        16 => put(s, d, plan::root::<Ground>),
        17 => put(s, d, plan::root::<Session>),
        18 => under(s, d, arbitrary::record::<Ballot>),
        19 => under(s, d, arbitrary::record::<Guess>),
        20 => put(s, d, plan::grant_project),
        _ => {
            let by = match d.below(3) {
                0 => None,
                1 => Some(UsedBy::Goal(some(s, d))),
                _ => Some(UsedBy::Measure(some(s, d))),
            };
            let (id, series) = (d.id(s), d.id(s));
            edit::add_indicator(s, id, series, &title(d), by)
        }
    }
}

/// Changes what something is called: one field, as typing does.
pub fn rename(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    let words = text(d);
    let field = Field::Title;
    match d.below(8) {
        0 => edit::set(s, About::ID, field, |r| r.title = words),
        1 => edit::set(s, some::<Goal>(s, d), field, |r| r.title = words),
        2 => edit::set(s, some::<Division>(s, d), field, |r| r.title = words),
        3 => edit::set(s, some::<Measure>(s, d), field, |r| r.title = words),
        4 => edit::set(s, some::<Initiative>(s, d), field, |r| r.title = words),
        5 => edit::set(s, some::<Indicator>(s, d), field, |r| r.name = words),
        6 => edit::set(s, some::<Line>(s, d), field, |r| r.title = words),
        _ => edit::set(s, some::<Body>(s, d), field, |r| r.title = words),
    }
}

/// Changes something else of a record.
fn set(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    let (words, when, votes) = (text(d), year(d), d.below(5) as u32);
    match d.below(12) {
        0 => edit::set(s, About::ID, Field::Note, |r| r.note = words),
        1 => edit::set(s, About::ID, Field::Period, |r| r.period.last = when),
        2 => edit::set(s, some::<Section>(s, d), Field::Text, |r| r.text = words),
        3 => edit::set(s, some::<Sheet>(s, d), Field::Results, |r| {
            r.results = words
        }),
        4 => edit::set(s, some::<Lane>(s, d), Field::Mark, |r| r.stages = !r.stages),
        5 => edit::set(s, some::<TimetableItem>(s, d), Field::Done, |r| {
            r.done = !r.done
        }),
        6 => edit::set(s, some::<Support>(s, d), Field::Text, |r| r.text = words),
        7 => edit::set(s, some::<Idea>(s, d), Field::Votes, |r| r.votes = votes),
        8 => edit::shift_items(s, some(s, d), d.below(9) as i32 - 4),
        9 => {
            let (id, lane) = (some(s, d), some(s, d));
            edit::put_item(s, id, lane, 72_000 + d.below(90) as i32)
        }
        10 => edit::lengthen_item(s, some(s, d), d.below(9) as i32 - 4),
        _ => edit::bulk(s, &ids::<Indicator>(s), Field::Unit, |r| {
            r.unit = words.clone()
        }),
    }
}

/// Makes a record mention others, there or not there.
fn mention(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    match d.below(9) {
        0 => {
            let uses = vec![some(s, d), some(s, d)];
            edit::set(s, some::<Goal>(s, d), Field::Uses, |r| r.targets = uses)
        }
        1 => {
            let uses = vec![some(s, d)];
            edit::set(s, some::<Measure>(s, d), Field::Uses, |r| r.kpis = uses)
        }
        2 => {
            let heading = Some(some(s, d));
            edit::set(s, some::<Measure>(s, d), Field::Kind, |r| {
                r.division = heading
            })
        }
        3 => {
            let to = vec![Related {
                code: text(d),
                measure: Some(some(s, d)),
            }];
            edit::set(s, some::<Measure>(s, d), Field::Related, |r| r.related = to)
        }
        4 | 5 => {
            let of = Some(Reprise::Of(some(s, d)));
            edit::set(s, some::<Initiative>(s, d), Field::Mark, |r| r.reprise = of)
        }
        6 => {
            let to = vec![some(s, d)];
            edit::set(s, some::<Initiative>(s, d), Field::Aligned, |r| {
                r.aligned = to
            })
        }
        7 => {
            let to = Some(some(s, d));
            edit::set(s, some::<Line>(s, d), Field::Title, |r| r.initiative = to)
        }
        _ => {
            let to = Some(some(s, d));
            edit::set(s, some::<Idea>(s, d), Field::Title, |r| r.goal = to)
        }
    }
}

/// Moves a record among its siblings or elsewhere.
pub fn place(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    let at = d.pick(&[0, 1, 2, 3, usize::MAX]);
    match d.below(10) {
        0 => edit::shift(s, some::<Goal>(s, d), at),
        1 => edit::shift(s, some::<Division>(s, d), at),
        2 => edit::shift(s, some::<Measure>(s, d), at),
        3 => edit::shift(s, some::<Initiative>(s, d), at),
        4 => edit::shift(s, some::<Indicator>(s, d), at),
        5 => edit::shift(s, some::<Line>(s, d), at),
        6 => edit::shift(s, some::<TimetableItem>(s, d), at),
        7 => {
            let goal = some(s, d);
            let headings: Vec<_> = s.divisions.under(goal).iter().map(|h| h.id).collect();
            let heading = match d.once_in(10) {
                true => Some(some(s, d)),
                false => d.maybe(&headings),
            };
            let id = some(s, d);
            edit::move_measure(s, id, goal, heading, at)
        }
        _ => {
            let (id, measure) = (some(s, d), some(s, d));
            edit::move_initiative(s, id, measure, at)
        }
    }
}

/// Removes a record of any kind.
pub fn remove(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    match d.below(21) {
        0 => edit::remove(s, some::<Section>(s, d)),
        1 => edit::remove(s, some::<Goal>(s, d)),
        2 => edit::remove(s, some::<Division>(s, d)),
        3 => edit::remove(s, some::<Measure>(s, d)),
        4 => edit::remove(s, some::<Initiative>(s, d)),
        5 => edit::remove(s, some::<Sheet>(s, d)),
        6 => edit::remove(s, some::<Line>(s, d)),
        7 => edit::remove(s, some::<Indicator>(s, d)),
        8 => edit::remove(s, some::<Series>(s, d)),
        9 => edit::remove(s, some::<Framework>(s, d)),
        10 => edit::remove(s, some::<FrameworkItem>(s, d)),
        11 => edit::remove(s, some::<Support>(s, d)),
        12 => edit::remove(s, some::<Body>(s, d)),
        13 => edit::remove(s, some::<Lane>(s, d)),
        14 => edit::remove(s, some::<TimetableItem>(s, d)),
        15 => edit::remove(s, some::<Ground>(s, d)),
        16 => edit::remove(s, some::<Session>(s, d)),
        17 => edit::remove(s, some::<Ballot>(s, d)),
        18 => edit::remove(s, some::<Guess>(s, d)),
        19 => edit::remove(s, some::<GrantProject>(s, d)),
        _ => edit::remove(s, some::<Idea>(s, d)),
    }
}

/// Changes figures, cell by cell or many at once.
pub fn figures(s: &Strategy, d: &mut Dice) -> Result<Edit, Refusal> {
    let cell = |d: &mut Dice| match d.below(4) {
        0 => FigureCell::Baseline,
        1 => FigureCell::Target(year(d)),
        2 => FigureCell::Actual(year(d)),
        _ => FigureCell::WithoutPolicy(year(d)),
    };
    let table_cell = |s: &Strategy, d: &mut Dice| match d.below(8) {
        0 => TableCell::Text(some(s, d), IndicatorText::ALL[d.below(4)]),
        1 => TableCell::SeriesName(some(s, d)),
        2 => TableCell::BaselineAt(some(s, d)),
        _ => TableCell::Figure(some(s, d), cell(d)),
    };
    match d.below(4) {
        0 => {
            let cells = d.up_to(8, |d| (table_cell(s, d), figure(d).text().to_owned()));
            edit::paste(s, &cells, 0).edit
        }
        1 => {
            let (of, when, to) = (some::<Series>(s, d), year(d), figure(d));
            let mut draft = Draft::new(s);
            draft.update(of, |r| {
                r.actuals.insert(when, to);
            })?;
            draft.finish(EditLabel::to_all(Operation::Fix))
        }
        2 => {
            let (of, when, to) = (some::<Series>(s, d), year(d), figure(d));
            let day = Date("2026-04-01".into());
            edit::change_target(s, of, when, to.text(), day, "町長", "改訂")
        }
        _ => {
            let (of, cell, to) = (some::<Series>(s, d), cell(d), figure(d));
            edit::set_cell(s, of, cell, to.text())
        }
    }
}
