//! The timetable: made of a shape, and moved. `apply` then `reverse` (E2) is tried for each.

use edit::{Anchor, Edit, Operation, Refusal, TimetableShape};
use proptest::{prop_assert_eq, proptest};
use strategy::*;
use words::timetable::timetable_shapes;

fn blank() -> Strategy {
    let mut s = Strategy::default();
    s.about.insert(About::default());
    s
}

fn fresh() -> impl FnMut() -> u64 {
    let mut last = 0;
    move || {
        last += 1;
        last
    }
}

fn jun(year: i32, month: u8, third: Third) -> Jun {
    Jun {
        year,
        month: Month(month),
        third,
    }
}

fn made(shape: &TimetableShape, anchor: Anchor) -> Strategy {
    let mut s = blank();
    let edit = edit::add_timetable(&s, shape, anchor, fresh()).expect("can be made");
    edit.apply(&mut s).expect("fits");
    s
}

/// Applies an edit, and sees that taking it back gives the same.
fn applied(s: &Strategy, edit: &Edit) -> Strategy {
    let mut after = s.clone();
    edit.apply(&mut after).expect("fits");
    let mut back = after.clone();
    edit.reverse().apply(&mut back).expect("can be taken back");
    assert_eq!(&back, s);
    after
}

fn item(s: &Strategy, title: &str) -> TimetableItem {
    let found = s.timetable.iter().find(|item| item.title == title);
    TimetableItem::clone(found.expect("is there"))
}

#[test]
fn every_shape_holds_its_stages_in_order_and_its_bodies() {
    let shapes = timetable_shapes();
    assert_eq!(shapes.len(), 4, "each of them can be read");
    for (name, shape) in shapes {
        let stages: Vec<_> = shape.lanes.iter().filter(|lane| lane.stages).collect();
        let titles: Vec<_> = stages[0].items.iter().map(|i| i.title.as_str()).collect();
        let expected: &[_] = match name.starts_with("改訂") {
            true => &["改訂方針", "改訂案", "改訂"],
            false => &["策定方針", "骨子案", "素案", "案", "決定"],
        };
        assert_eq!(titles, expected, "{name}");
        for pair in stages[0].items.windows(2) {
            assert_eq!(pair[0].to + 1, pair[1].from, "{name}: one after the other");
        }
        for item in shape.lanes.iter().flat_map(|lane| &lane.items) {
            assert!(
                0 <= item.from && item.from <= item.to && item.to <= shape.decision,
                "{name}"
            );
            assert!(
                item.body.is_none_or(|body| body < shape.bodies.len()),
                "{name}"
            );
        }
    }
}

#[test]
fn a_shape_says_the_same_in_every_language() {
    let numbers = |shape: &TimetableShape| -> Vec<_> {
        let items = shape.lanes.iter().flat_map(|lane| &lane.items);
        items
            .map(|i| (i.from, i.to, i.body, i.points.len()))
            .collect()
    };
    let japanese = timetable_shapes();
    let file = include_str!("../../../src/words/en/timetable_shapes.toml");
    let texts = file.split("\"\"\"").skip(1).step_by(2);
    let english: Vec<_> = texts
        .map(|text| ("", TimetableShape::read(text).expect("can be read")))
        .collect();
    for ((_, ja), (_, en)) in japanese.iter().zip(&english) {
        assert_eq!(numbers(ja), numbers(en));
        assert_eq!(ja.decision, en.decision);
        assert_eq!(ja.bodies.len(), en.bodies.len());
        assert_ne!(ja.lanes[0].title, en.lanes[0].title);
    }
    assert_eq!(japanese.len(), english.len());
}

#[test]
fn a_revision_goes_on_in_the_lanes_and_with_the_bodies_that_are_there() {
    let shapes = timetable_shapes();
    let mut s = made(&shapes[2].1, Anchor::Start(jun(2026, 5, Third::Early)));
    let (lanes, bodies, items) = (s.lanes.len(), s.bodies.len(), s.timetable.len());
    let anchor = Anchor::Decision(jun(2029, 3, Third::Late));
    let mut last = 1000;
    let edit = edit::add_timetable(&s, &shapes[3].1, anchor, || {
        last += 1;
        last
    });
    s = applied(&s, &edit.expect("can be made"));
    assert_eq!((s.lanes.len(), s.bodies.len()), (lanes, bodies));
    let added: usize = shapes[3].1.lanes.iter().map(|lane| lane.items.len()).sum();
    assert_eq!(s.timetable.len(), items + added);
    let stages = s
        .lanes
        .iter()
        .find(|lane| lane.stages)
        .expect("is there")
        .id;
    let titles: Vec<_> = s
        .timetable
        .under(stages)
        .iter()
        .map(|one| one.title.clone())
        .collect();
    let expected = [
        "策定方針",
        "骨子案",
        "素案",
        "案",
        "決定",
        "改訂方針",
        "改訂案",
        "改訂",
    ];
    assert_eq!(titles, expected);
    assert_eq!(item(&s, "改訂").from, jun(2029, 3, Third::Late));
}

#[test]
fn a_shape_is_dated_forward_or_backwards() {
    let (_, shape) = timetable_shapes().swap_remove(0);
    let forward = made(&shape, Anchor::Start(jun(2019, 8, Third::Early)));
    let decided = item(&forward, "決定");
    assert_eq!(decided.from, jun(2020, 3, Third::Late));
    let backwards = made(&shape, Anchor::Decision(decided.from));
    assert_eq!(forward, backwards);
}

#[test]
fn the_first_shape_is_that_of_kisarazu() {
    let (_, shape) = timetable_shapes().swap_remove(0);
    let s = made(&shape, Anchor::Start(jun(2019, 8, Third::Early)));
    let sample = include_bytes!("../../../public/samples/kisarazu-2020.json");
    let printed = format::json::read(sample).expect("a sample");
    let office = |s: &Strategy| -> Vec<_> {
        let lanes = s.lanes.sorted();
        let plain = lanes.into_iter().filter(|lane| !lane.stages);
        let items = plain.flat_map(|lane| s.timetable.under(lane.id));
        items.map(|i| (i.from, i.to, i.points.clone())).collect()
    };
    let short = |points: Vec<(Jun, Jun, Vec<String>)>| -> Vec<_> {
        points
            .into_iter()
            .map(|(from, to, points)| (from, to, points.len()))
            .collect()
    };
    assert_eq!(short(office(&s)), short(office(&printed)));
}

#[test]
fn a_body_that_is_there_by_its_name_is_not_added_again() {
    let (_, shape) = timetable_shapes().swap_remove(2);
    let once = made(&shape, Anchor::Start(jun(2026, 4, Third::Early)));
    let mut ids = 1_000_u64..;
    let again = edit::add_timetable(
        &once,
        &shape,
        Anchor::Start(jun(2027, 4, Third::Early)),
        || ids.next().unwrap_or_default(),
    );
    let twice = applied(&once, &again.expect("can be made"));
    assert_eq!(twice.bodies.len(), once.bodies.len());
    assert_eq!(twice.timetable.len(), 2 * once.timetable.len());
}

#[test]
fn a_shape_that_cannot_be_read_or_dated_makes_nothing() {
    for text in [
        "x / y",
        "item / 0 / 0 / 0 / 件",
        "lane / a\nitem / zero / 0 / 0 / 件",
    ] {
        assert_eq!(TimetableShape::read(text), None, "{text}");
    }
    let (_, shape) = timetable_shapes().swap_remove(1);
    let too_early = Anchor::Decision(jun(1, 2, Third::Early));
    let refused = edit::add_timetable(&blank(), &shape, too_early, fresh());
    assert_eq!(refused, Err(Refusal::WrongPlace));
}

#[test]
fn what_comes_after_an_item_moves_with_it_and_what_is_done_stays() {
    let (_, shape) = timetable_shapes().swap_remove(2);
    let mut s = made(&shape, Anchor::Start(jun(2026, 4, Third::Early)));
    let first = item(&s, "素案");
    let over = item(&s, "パブリックコメント");
    let done = edit::set(&s, over.id, edit::Field::Done, |item| item.done = true);
    s = applied(&s, &done.expect("can be set"));
    let edit = edit::shift_items(&s, first.id, 4).expect("can be moved");
    let count = edit::items_from(&s, first.id).len();
    assert_eq!(
        edit.label.operation,
        Operation::Bulk(edit::Field::When, count)
    );
    let after = applied(&s, &edit);
    for before in s.timetable.iter() {
        let by = match before.from >= first.from && !before.done {
            true => 4,
            false => 0,
        };
        let now = after.get(before.id).expect("is there");
        assert_eq!(
            now.from.index() - before.from.index(),
            by,
            "{}",
            before.title
        );
        assert_eq!(now.to.index() - before.to.index(), by, "{}", before.title);
    }
}

#[test]
fn an_item_is_moved_put_elsewhere_and_made_longer() {
    let (_, shape) = timetable_shapes().swap_remove(2);
    let s = made(&shape, Anchor::Start(jun(2026, 12, Third::Late)));
    let id = item(&s, "素案").id;
    let lasts = |s: &Strategy| s.get(id).map(|i| i.to.index() - i.from.index());
    let moved = applied(&s, &edit::move_item(&s, id, -7).expect("can be moved"));
    assert_eq!(lasts(&moved), lasts(&s));
    let lane = s.lanes.sorted()[0].id;
    let put = applied(
        &s,
        &edit::put_item(&s, id, lane, 2026 * 36).expect("can be put"),
    );
    let there = put.get(id).expect("is there");
    assert_eq!((there.lane, there.from), (lane, jun(2026, 1, Third::Early)));
    assert_eq!(put.timetable.under(lane).last().map(|i| i.id), Some(id));
    let short = applied(&s, &edit::lengthen_item(&s, id, -100).expect("can be set"));
    assert_eq!(lasts(&short), Some(0), "never shorter than one");
    assert_eq!(edit::lengthen_item(&short, id, -1), Err(Refusal::Nothing));
    assert_eq!(edit::move_item(&s, id, i32::MAX), Err(Refusal::WrongPlace));
    assert_eq!(edit::move_item(&s, id, i32::MIN), Err(Refusal::WrongPlace));
    assert_eq!(
        edit::put_item(&s, id, Id::new(999), 90),
        Err(Refusal::NotThere)
    );
}

proptest! {
    #[test]
    fn moved_later_and_back_all_is_as_it_was(shape in 0_usize..3, at in 0_usize..12, by in 1_i32..200) {
        let (_, shape) = timetable_shapes().swap_remove(shape);
        let s = made(&shape, Anchor::Start(jun(2026, 4, Third::Middle)));
        let ids: Vec<_> = s.timetable.ids().collect();
        let id = ids[at % ids.len()];
        let there = applied(&s, &edit::shift_items(&s, id, by).expect("can be moved"));
        let back = applied(&there, &edit::shift_items(&there, id, -by).expect("can be moved"));
        prop_assert_eq!(back, s);
    }
}
