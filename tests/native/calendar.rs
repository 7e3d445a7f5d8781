//! The timetable as iCalendar: what is written is RFC 5545, and read back it is the same.

use michishirube::edit::Moment;
use michishirube::format::icalendar::{CalendarItem, calendar_items, read, write};
use michishirube::format::json;
use michishirube::strategy::{Jun, Strategy};
use michishirube::words::timetable::described;
use proptest::collection::vec;
use proptest::{prop_assert, prop_assert_eq, proptest};

fn written(items: &[CalendarItem]) -> String {
    let now = Moment {
        ms: 1_793_458_800_000,
        local: "2026-11-01T00:00:00+09:00".to_owned(),
    };
    write(items, "総合戦略", &now, described)
}

fn kisarazu() -> Strategy {
    let sample = include_bytes!("../../public/samples/kisarazu-2020.json");
    json::read(sample).expect("a sample")
}

#[test]
fn the_timetable_of_kisarazu_comes_back_cell_for_cell() {
    let strategy = kisarazu();
    let items = calendar_items(&strategy);
    assert_eq!(items.len(), strategy.timetable.len());
    let back = read(&written(&items)).expect("can be read");
    assert_eq!(back, items);
    let mut of_lanes = back.iter();
    for lane in strategy.lanes.sorted() {
        for item in strategy.timetable.under(lane.id) {
            let read = of_lanes.next().expect("is there");
            let body = item.body.and_then(|body| strategy.get(body));
            let body = body.map(|body| body.title.as_str()).unwrap_or_default();
            assert_eq!((&read.title, &read.lane), (&item.title, &lane.title));
            assert_eq!(
                (read.from, read.to, read.done),
                (item.from, item.to, item.done)
            );
            assert_eq!((read.body.as_str(), &read.points), (body, &item.points));
        }
    }
}

#[test]
fn an_event_lasts_all_its_days_and_its_end_is_not_one_of_them() {
    let text = written(&calendar_items(&kisarazu()));
    let unfolded = text.replace("\r\n ", "");
    let events: Vec<_> = unfolded.split("BEGIN:VEVENT").skip(1).collect();
    let outline = events
        .iter()
        .find(|event| event.contains("\r\nSUMMARY:骨子\r\n"));
    let outline = outline.expect("is there");
    for line in [
        "DTSTAMP:20261031T150000Z",
        "DTSTART;VALUE=DATE:20190821",
        "DTEND;VALUE=DATE:20191001",
        "X-MICHISHIRUBE-JUN:2019-08-late/2019-09-late",
    ] {
        assert!(
            outline.contains(&format!("\r\n{line}\r\n")),
            "{line} in {outline}"
        );
    }
    assert!(outline.contains("下旬"), "{outline}");
}

#[test]
fn every_event_is_told_apart() {
    let mut ids: Vec<_> = calendar_items(&kisarazu())
        .into_iter()
        .map(|item| item.uid)
        .collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn an_event_moved_in_a_calendar_comes_back_where_it_was_moved() {
    let items = calendar_items(&kisarazu());
    let text = written(&items[..1]).replace("DATE:20190801", "DATE:20190911");
    let text = text.replace("DATE:20190811", "DATE:20190921");
    let back = read(&text).expect("can be read");
    assert_eq!(back[0].from.to_string(), "R1.9 中旬");
    assert_eq!(back[0].to, back[0].from);
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(
        title in r"[^\pC]{0,120}(\n[^\pC]{0,9})?",
        lane in r"[ ;:,\\\x22a-z総合\n]{0,40}",
        points in vec(r"[^\pC]{0,90}", 0..4),
        from in 36_i32..359_900,
        lasts in 0_i32..90,
        done: bool,
    ) {
        let item = CalendarItem {
            uid: "j1".to_owned(),
            from: Jun::from_index(from),
            to: Jun::from_index(from + lasts),
            title,
            body: lane.clone(),
            lane,
            points,
            done,
        };
        let text = written(std::slice::from_ref(&item));
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets: {}", line.len(), line);
            prop_assert!(!line.contains(['\r', '\n']));
        }
        prop_assert_eq!(read(&text), Ok(vec![item]));
    }

    #[test]
    fn no_text_whatever_stops_the_reader(text in r"(BEGIN:|END:|VEVENT|VCALENDAR|DTEND:|DTSTART:|[0-9]{4,9}|\PC|\r?\n){0,40}") {
        let _ = read(&text);
    }
}
