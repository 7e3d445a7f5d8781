//! Eight sections' files of 北斗市 実施計画 come together: five are our files, one of them of an older version, three are
//! workbooks. Five true conflicts, two changes out of scope; taken back in one step to the same bytes.

use michishirube::edit::merge::{Act, Choice, ChoicesOf, Gathering, gather};
use michishirube::edit::{self, Draft};
use michishirube::format::json::{read, write};
use michishirube::format::workbook::{CellRead, read_workbook};
use michishirube::publish::hands::{
    Incoming, hash_of, incoming, mark_of, part_of, part_workbook, read_part, returned,
};
use michishirube::strategy::*;

use crate::part_workbook::{text, write as write_cell};
use crate::samples::sample;

const SECTIONS: [&str; 8] = [
    "企画課",
    "産業課",
    "農林課",
    "福祉課",
    "教育課",
    "建設課",
    "税務課",
    "総務課",
];

/// The plan, with eight parts given out: each its own measure, and the one of the next section.
struct Given {
    before: Strategy,
    mine: Strategy,
    measures: Vec<Id<Measure>>,
    parts: Vec<HandedPart>,
}

fn given() -> Given {
    let before = sample("hokuto-2024");
    let goals = before.goals.sorted().into_iter();
    let measures: Vec<_> = goals
        .flat_map(|goal| before.measures_of(goal.id))
        .map(|measure| measure.id)
        .collect();
    let mut mine = before.clone();
    let mut parts = Vec::new();
    for (at, to) in SECTIONS.iter().enumerate() {
        let mut part = HandedPart {
            id: (at + 1).to_string(),
            to: (*to).to_owned(),
            at: "2026-11-24T10:00:00+09:00".to_owned(),
            records: [measures[at], measures[at + 1]]
                .map(|id| id.to_string())
                .into(),
            ..HandedPart::default()
        };
        part.hash = hash_of(&part_of(&before, &part));
        edit::hand_out(&mine, part.clone())
            .unwrap()
            .apply(&mut mine)
            .unwrap();
        parts.push(part);
    }
    // The planning section itself went on meanwhile: what the last section writes clashes with it.
    let mine = directed(&mine, measures[8], "企画課がその間に書いた方向");
    Given {
        before,
        mine,
        measures,
        parts,
    }
}

fn directed(plan: &Strategy, id: Id<Measure>, text: &str) -> Strategy {
    let mut draft = Draft::new(plan);
    draft
        .update(id, |one| one.direction = text.to_owned())
        .unwrap();
    draft.strategy().clone()
}

/// What a section writes: the direction of its own measure, as it alone; and of four of them, that of the next one's, too.
fn directions(given: &Given, at: usize) -> Vec<(Id<Measure>, String)> {
    let of = |id: Id<Measure>| (id, format!("{}の書いた方向", SECTIONS[at]));
    let next = matches!(at, 0 | 2 | 4 | 6 | 7);
    let mut all = vec![of(given.measures[at])];
    all.extend(next.then(|| of(given.measures[at + 1])));
    all
}

/// The file of a section, as our own.
fn file(given: &Given, at: usize) -> Strategy {
    let part = read(write(&part_of(&given.before, &given.parts[at])).as_bytes()).unwrap();
    let written = directions(given, at);
    let mut part = written
        .iter()
        .fold(part, |part, (id, text)| directed(&part, *id, text));
    // Two of them change what is not theirs: the name of the plan, and its town.
    if at == 1 || at == 3 {
        let mut about = About::clone(&part.about());
        about.title += match at {
            1 => "（産業課案）",
            _ => "（福祉課案）",
        };
        part.about.insert(about);
    }
    part
}

/// The same file as it came back: the third from an app of an earlier version.
fn came_back(given: &Given, at: usize) -> Strategy {
    let text = write(&file(given, at));
    let text = match at {
        2 => {
            let older = text.replacen("\"version\": 2", "\"version\": 1", 1);
            assert_ne!(text, older);
            older
        }
        _ => text,
    };
    read(text.as_bytes()).unwrap()
}

/// The workbook of a section; `saved` is what a spreadsheet makes of it before it is written in.
fn workbook(given: &Given, at: usize, saved: &dyn Fn(Vec<u8>) -> Vec<u8>) -> Strategy {
    let base = part_of(&given.before, &given.parts[at]);
    let bytes = saved(part_workbook(&base).unwrap());
    let mut sheets = read_workbook(&bytes).unwrap();
    assert_eq!(mark_of(&sheets).unwrap().hash, given.parts[at].hash);
    for (id, direction) in directions(given, at) {
        write_cell(&mut sheets, &id.to_string(), "方向性", text(&direction));
    }
    let line = settled_line(given, at);
    let amount = 4000 + i64::try_from(at).unwrap();
    write_cell(
        &mut sheets,
        &line.to_string(),
        "決算額",
        CellRead::Number(amount.into()),
    );
    let written = read_part(&base, &sheets, &mut || unreachable!());
    assert_eq!(written.unwritten, []);
    written.part
}

/// The first line of a section's own measure with an amount.
fn settled_line(given: &Given, at: usize) -> Id<Line> {
    let plan = &given.before;
    let sheets = plan.sheets.under(given.measures[at]);
    let lines = sheets.iter().flat_map(|sheet| plan.lines.under(sheet.id));
    let mut settled = lines.filter(|line| line.settled.is_some());
    settled.next().unwrap().id
}

fn gathered(given: &Given, files: &[Incoming], choices: &ChoicesOf) -> Gathering {
    let back: Vec<_> = files
        .iter()
        .map(|one| returned(&given.mine, one, Some(&given.before)))
        .collect();
    assert!(back.iter().all(|one| one.base.is_some()));
    gather(&given.mine, &back, choices)
}

/// The whole case; `saved` is what another program makes of the last workbook.
pub fn come_together(saved: &dyn Fn(Vec<u8>) -> Vec<u8>) {
    let given = given();
    let as_it_is = |bytes: Vec<u8>| bytes;
    let mut files: Vec<Incoming> = Vec::new();
    for (at, section) in SECTIONS.iter().enumerate() {
        let part = match at {
            0..=4 => came_back(&given, at),
            7 => workbook(&given, at, saved),
            _ => workbook(&given, at, &as_it_is),
        };
        let one = incoming(&given.mine, part, &files).unwrap();
        assert_eq!(one.part.to, *section);
        assert!(!one.is_untouched());
        files.push(one);
    }
    let undecided = gathered(&given, &files, &ChoicesOf::new());
    // 受け取り台帳: changes, new, out of scope, conflicts.
    let told: Vec<_> = undecided
        .tallies()
        .iter()
        .map(|tally| (tally.changed, tally.added, tally.outside, tally.conflicts))
        .collect();
    let conflicts: usize = undecided
        .rows()
        .iter()
        .filter(|(_, row)| row.clashes && !row.outside)
        .count();
    let outside: usize = undecided
        .rows()
        .iter()
        .filter(|(_, row)| row.outside)
        .count();
    assert_eq!((conflicts, outside), (5, 2), "{told:?}");
    assert!(
        undecided
            .rows()
            .iter()
            .all(|(_, row)| row.act == Act::Changed)
    );

    // Of every conflict what came back is taken; out of scope stays as it is.
    let choices: ChoicesOf = undecided
        .rows()
        .iter()
        .filter(|(_, row)| row.clashes && !row.outside)
        .map(|(of, row)| ((*of, row.spot), Choice::Theirs))
        .collect();
    let gathering = gathered(&given, &files, &choices);
    let returns: Vec<_> = files
        .iter()
        .map(|one| {
            let back = PartReturn {
                at: "2026-11-24T16:00:00+09:00".to_owned(),
                hash: one.hash.clone(),
                ..PartReturn::default()
            };
            (one.part.id.clone(), back)
        })
        .collect();
    let edit = edit::take_in(&given.mine, &gathering, &returns, Vec::new()).unwrap();
    let mut now = given.mine.clone();
    edit.apply(&mut now).unwrap();
    assert_eq!(now.integrity(), []);
    // Who came later wrote over who came before, where that was chosen.
    for (at, section) in [
        (0, 0),
        (1, 1),
        (2, 2),
        (3, 3),
        (4, 4),
        (5, 5),
        (6, 6),
        (7, 7),
        (8, 7),
    ] {
        let direction = &now.get(given.measures[at]).unwrap().direction;
        assert_eq!(
            *direction,
            format!("{}の書いた方向", SECTIONS[section]),
            "{at}"
        );
    }
    for at in 5..8 {
        let settled = &now.get(settled_line(&given, at)).unwrap().settled;
        assert_eq!(
            *settled,
            Some(Money::Thousand(4000 + i64::try_from(at).unwrap()))
        );
    }
    assert_eq!(now.about().title, given.before.about().title);
    let returned = now
        .about()
        .handed_out
        .iter()
        .filter(|part| part.returns.len() == 1)
        .count();
    assert_eq!(returned, 8);
    edit.reverse().apply(&mut now).unwrap();
    assert_eq!(write(&now), write(&given.mine));
}

#[test]
fn e54_eight_sections_come_together_and_are_taken_back_to_the_same_bytes() {
    come_together(&|bytes| bytes);
}
