//! The timetable as iCalendar: the output is RFC 5545, and is read back unchanged.

use format::icalendar::{CalendarItem, calendar_deadlines, calendar_items, read, write};
use format::json;
use insight::{lane_blocks, timetable_span};
use proptest::collection::vec;
use proptest::{prop_assert, prop_assert_eq, proptest};
use strategy::{About, Date, Handout, Id, Jun, Lane, Moment, Strategy, Support, TimetableItem};
use words::Say;
use words::timetable::{deadline, described};

fn written(items: &[CalendarItem]) -> String {
    let now = Moment {
        ms: 1_793_458_800_000,
        local: "2026-11-01T00:00:00+09:00".to_owned(),
    };
    write(items, &[], "総合戦略", &now, (described, deadline))
}

fn kisarazu() -> Strategy {
    let sample = include_bytes!("../../public/samples/kisarazu-2020.json");
    json::read(sample).expect("a sample")
}

/// The printed timetable of 木更津市: a row for each 旬, a column for each lane; each cell names the items that begin
/// or continue then.
const PRINTED: &str = include_str!("../data/timetables/kisarazu-2020.tsv");

/// Returns the items of a calendar file in the layout of the printed form.
fn laid_out(items: &[CalendarItem]) -> String {
    let lanes = sort_by_first(items.iter().map(|item| item.lane.as_str()));
    let mut out = format!("時期\t{}\n", lanes.join("\t"));
    let first = items.iter().map(|item| item.from.index()).min();
    let last = items.iter().map(|item| item.to.index()).max();
    for index in first.expect("items")..=last.expect("items").div_euclid(3) * 3 + 2 {
        out.push_str(&Jun::from_index(index).say());
        for lane in &lanes {
            let here = items.iter().filter(|item| {
                item.lane == *lane && (item.from.index()..=item.to.index()).contains(&index)
            });
            let said = here.map(|item| {
                let mut said = vec![item.title.clone()];
                said.extend(item.points.iter().cloned());
                said.join("：")
            });
            out.push('\t');
            out.push_str(&said.collect::<Vec<_>>().join("／"));
        }
        out.push('\n');
    }
    out
}

/// Returns each text once, in the order of first occurrence.
fn sort_by_first<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut once: Vec<&str> = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

#[test]
fn the_timetable_of_kisarazu_comes_back_cell_for_cell() {
    let strategy = kisarazu();
    let items = calendar_items(&strategy);
    assert_eq!(items.len(), strategy.timetable.len());
    let back = read(&written(&items)).expect("can be read");
    assert_eq!(back, items);
    assert_eq!(laid_out(&back), PRINTED);
}

#[test]
fn the_calendar_of_kisarazu_has_the_cells_of_its_printed_form() {
    let strategy = kisarazu();
    let (first, last) = timetable_span(&strategy).expect("items");
    let mut out = String::from("時期");
    for lane in strategy.lanes.sorted() {
        out.push('\t');
        out.push_str(&lane.title);
    }
    for index in first..=last {
        out.push('\n');
        out.push_str(&Jun::from_index(index).say());
        for lane in strategy.lanes.sorted() {
            let blocks = lane_blocks(&strategy, lane.id, last);
            let block = blocks
                .iter()
                .find(|one| (one.from..=one.to).contains(&index));
            let items = block.map(|one| one.items.clone()).unwrap_or_default();
            let said = items.into_iter().map(|id| {
                let item = strategy.get(id).expect("is there");
                let mut said = vec![item.title.clone()];
                said.extend(item.points.iter().cloned());
                said.join("：")
            });
            out.push('\t');
            out.push_str(&said.collect::<Vec<_>>().join("／"));
        }
    }
    assert_eq!(out + "\n", PRINTED);
}

/// Writes calendars for the parser of another project, with which `tests/e2e/calendar.spec.ts` compares them.
#[test]
fn calendars_are_written_for_the_tests_in_a_browser() {
    let root = concat!(env!("CARGO_TARGET_TMPDIR"), "/calendars");
    std::fs::create_dir_all(root).expect("a folder");
    let mut counted = 0;
    for file in std::fs::read_dir("public/samples").expect("samples") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let Ok(strategy) = json::read(&std::fs::read(&path).expect("can be read")) else {
            continue;
        };
        let items = calendar_items(&strategy);
        if items.is_empty() {
            continue;
        }
        counted += items.len();
        let name = path.file_stem().expect("a name").to_string_lossy();
        let text = written(&items);
        assert_eq!(read(&text), Ok(items), "{name}");
        std::fs::write(format!("{root}/{name}.ics"), text).expect("can be written");
    }
    // Characters that a calendar cannot hold, and the longest item.
    let odd = CalendarItem {
        uid: "odd-1".to_owned(),
        from: Jun::from_index(2026 * 36),
        to: Jun::from_index(2026 * 36 + 71),
        title: "会議; 第1回, \\n「骨子」\n次の行：\"引用\"\t終".to_owned(),
        lane: "𠮷野家:😀".repeat(30),
        body: "END:VEVENT".to_owned(),
        owner: "企画課；係長, 山田".to_owned(),
        points: vec!["漢".repeat(200), String::new()],
        handouts: vec![Handout {
            title: "資料1".to_owned(),
            address: "https://example.com/a,b;c?d=\"e\"".to_owned(),
        }],
        done: true,
    };
    std::fs::write(format!("{root}/odd.ics"), written(&[odd])).expect("can be written");
    assert!(counted >= 19, "{counted}");
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
    assert_eq!(back[0].from.say(), "R1.9 中旬");
    assert_eq!(back[0].to, back[0].from);
}

/// Texts that would begin a property, end an event or a line, or split a character.
const HOSTILE: [&str; 9] = [
    "会\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:https://example.com/x\r\nEND:VALARM",
    "会\nATTENDEE:mailto:a@example.com",
    "会\rURL:javascript:alert(1)",
    "会\\",
    "\\n;,:\"';VALUE=URI:x",
    "\u{2028}X:1\u{2029}X:2\u{85}X:3\u{b}X:4\u{c}X:5\u{0}\u{1b}[2J",
    " \t 会",
    "\u{202e}gpj.exe\u{feff}=cmd|'/c calc'!A1",
    "👩‍👩‍👧‍👦𠮷か\u{3099}",
];

#[test]
fn a_hostile_text_stays_the_value_of_its_property() {
    let sample = kisarazu();
    let ours = [
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART", "DTEND",
    ];
    let ours = [&ours[..], &["SUMMARY", "DESCRIPTION", "TRANSP"]].concat();
    for payload in HOSTILE {
        // Long, so that it is folded at every position within it.
        let hostile = |at: usize| format!("{}{}", "あ".repeat(at % 3), payload.repeat(1 + at % 9));
        let mut strategy = sample.clone();
        let mut about = About::clone(&strategy.about());
        about.town.code = hostile(1);
        strategy.about.insert(about);
        for lane in sample.lanes.sorted() {
            let title = hostile(2);
            strategy.lanes.insert(Lane {
                title,
                ..Lane::clone(lane)
            });
        }
        for (at, item) in sample.timetable.iter().enumerate() {
            let (title, address) = (hostile(at + 1), hostile(at + 2));
            strategy.timetable.insert(TimetableItem {
                title: hostile(at),
                points: vec![hostile(at + 1), hostile(at + 2)],
                handouts: vec![Handout { title, address }],
                ..TimetableItem::clone(item)
            });
        }
        let items = calendar_items(&strategy);
        let now = Moment::at(0, 0);
        let text = write(&items, &[], &hostile(5), &now, (described, deadline));
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), items.len());
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
            assert!(
                !line.contains(|c: char| c.is_control() && c != '\t'),
                "{line:?}"
            );
        }
        for line in text.replace("\r\n ", "").lines() {
            let name = line.split([':', ';']).next().unwrap_or_default();
            let is_ours = ours.contains(&name)
                || name.starts_with("X-MICHISHIRUBE-")
                || name == "X-WR-CALNAME";
            assert!(is_ours, "{line}");
        }
        assert_eq!(read(&text), Ok(items), "{payload:?}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(
        title in r"[^\pC]{0,120}(\n[^\pC]{0,9})?",
        lane in r"[ ;:,\\\x22a-z総合\n]{0,40}",
        points in vec(r"[^\pC]{0,90}", 0..4),
        handouts in vec((r"[^\pC]{0,40}", r"(https://[a-z;,]{0,9})?"), 0..3),
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
            owner: lane.clone(),
            lane,
            points,
            handouts: handouts.into_iter().map(|(title, address)| Handout { title, address }).collect(),
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

#[test]
fn the_deadlines_of_support_stand_in_the_calendar_and_are_no_items_of_the_timetable() {
    let mut s = kisarazu();
    s.supports.insert(Support {
        id: Id::new(1),
        title: "移住支援金".into(),
        provider: "北の県".into(),
        deadline: Some(Date("2026-12-10".into())),
        ..Default::default()
    });
    let now = Moment {
        ms: 1_793_458_800_000,
        local: "2026-11-01T00:00:00+09:00".to_owned(),
    };
    let items = calendar_items(&s);
    let text = write(
        &items,
        &calendar_deadlines(&s),
        "総合戦略",
        &now,
        (described, deadline),
    );
    assert!(text.contains("DTSTART;VALUE=DATE:20261210\r\nSUMMARY:締切：移住支援金\r\n"));
    assert_eq!(text.matches("BEGIN:VEVENT").count(), items.len() + 1);
    assert_eq!(read(&text).expect("can be read").len(), items.len());
}
