//! Eight sections' files of 北斗市 実施計画 are merged: five are our files, one of them of the first version, three
//! are workbooks. Five true conflicts, two changes out of scope; one step undoes everything to the same bytes.

use edit::Draft;
use edit::merge::{Act, Choice, ChoicesOf, Gathering, gather};
use format::json::{read, write};
use format::workbook::{CellRead, read_workbook};
use output::hands::{
    Incoming, hash_of, incoming, mark_of, part_of, part_workbook, read_part, returned,
};
use strategy::*;

use serde_json::{Value, json};

use crate::part_workbook::{text, write as write_cell};

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

/// The plan, with eight parts handed out: each its own measure, and that of the next section.
struct Given {
    before: Strategy,
    mine: Strategy,
    measures: Vec<Id<Measure>>,
    parts: Vec<HandedPart>,
}

/// Returns the sample with an indicator for its third measure and its goal. Its town has a name alone, as in the
/// first version of the app.
fn plan() -> Strategy {
    let sample = include_bytes!("../../public/samples/hokuto-2024.json");
    let mut plan: Value = serde_json::from_slice(sample).unwrap();
    plan["town"] = json!({ "name": "北斗市" });
    plan["indicators"] = json!([{
        "id": "k7",
        "name": "加入世帯の割合",
        "unit": "％",
        "series": [{
            "id": "r7",
            "baseline": { "figure": "61.2", "at": "R4" },
            "targets": { "2026": "65" },
            "actuals": { "2024": "62.0" },
        }],
    }]);
    plan["goals"][0]["targets"] = json!(["k7"]);
    let third = measures_of(&mut plan).nth(2).unwrap();
    third["kpis"] = json!(["k7"]);
    read(plan.to_string().as_bytes()).unwrap()
}

/// Returns the measures of a file.
fn measures_of(file: &mut Value) -> impl Iterator<Item = &mut Value> {
    fn list<'a>(of: &'a mut Value, name: &str) -> impl Iterator<Item = &'a mut Value> {
        of.get_mut(name)
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
    }
    let divisions = list(file, "goals").flat_map(|goal| list(goal, "divisions"));
    divisions.flat_map(|division| list(division, "measures"))
}

/// Returns a file as an app of version 0 writes it, with an actual figure that was entered there.
fn of_version_0(text: &str) -> String {
    let mut file: Value = serde_json::from_str(text).unwrap();
    file["version"] = json!(0);
    file["town"] = file["town"]["name"].take();
    let last = file["period"]["last"].to_string();
    for goal in file["goals"].as_array_mut().unwrap() {
        let goal = goal.as_object_mut().unwrap();
        if let Some(targets) = goal.remove("targets") {
            goal.insert("kpis".to_owned(), targets);
        }
    }
    for indicator in file["indicators"].as_array_mut().unwrap() {
        let indicator = indicator.as_object_mut().unwrap();
        let series = indicator.remove("series").unwrap();
        let series = &series[0];
        for (name, value) in [
            ("baseline", &series["baseline"]["figure"]),
            ("baseline_at", &series["baseline"]["at"]),
            ("target", &series["targets"][&last]),
            ("actuals", &series["actuals"]),
        ] {
            indicator.insert(name.to_owned(), value.clone());
        }
        indicator["actuals"]["2025"] = json!("63.5");
    }
    let older = file.to_string();
    for gone in ["\"series\"", "\"targets\"", "{\"name\":\"北斗市\"}"] {
        assert!(text.replace([' ', '\n'], "").contains(gone), "{gone}");
        assert!(!older.contains(gone), "{gone}");
    }
    older
}

fn given() -> Given {
    let before = plan();
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
            records: given_to(&measures, at),
            ..HandedPart::default()
        };
        part.hash = hash_of(&part_of(&before, &part));
        edit::hand_out(&mine, part.clone())
            .unwrap()
            .apply(&mut mine)
            .unwrap();
        parts.push(part);
    }
    // The planning section continued its own work: an edit of the last section conflicts with it.
    let mine = directed(&mine, measures[8], "企画課がその間に書いた方向");
    Given {
        before,
        mine,
        measures,
        parts,
    }
}

/// Returns the records handed to a section: the third gets the indicator, too.
fn given_to(measures: &[Id<Measure>], at: usize) -> Vec<String> {
    let measures = measures[at..=at + 1].iter().map(Id::to_string);
    measures.chain((at == 2).then(|| "k7".to_owned())).collect()
}

fn directed(plan: &Strategy, id: Id<Measure>, text: &str) -> Strategy {
    let mut draft = Draft::new(plan);
    draft
        .update(id, |one| one.direction = text.to_owned())
        .unwrap();
    draft.strategy().clone()
}

/// Returns the edits of a section: the direction of its own measure, which only it edits; for some of them also that
/// of the next one.
fn directions(given: &Given, at: usize) -> Vec<(Id<Measure>, String)> {
    let of = |id: Id<Measure>| (id, format!("{}の書いた方向", SECTIONS[at]));
    let next = matches!(at, 0 | 2 | 4 | 6 | 7);
    let mut all = vec![of(given.measures[at])];
    all.extend(next.then(|| of(given.measures[at + 1])));
    all
}

/// Returns the file of a section, in our format.
fn file(given: &Given, at: usize) -> Strategy {
    let part = read(write(&part_of(&given.before, &given.parts[at])).as_bytes()).unwrap();
    let written = directions(given, at);
    let mut part = written
        .iter()
        .fold(part, |part, (id, text)| directed(&part, *id, text));
    // Two of them edit something out of scope: the name of the plan, and its town.
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

/// Returns the same file as it came back: the third from the first version of the app.
fn came_back(given: &Given, at: usize) -> Strategy {
    let text = write(&file(given, at));
    let text = match at {
        2 => of_version_0(&text),
        _ => text,
    };
    read(text.as_bytes()).unwrap()
}

/// Returns the workbook of a section; `saved` saves it in a spreadsheet before it is filled in.
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

/// Returns the first line of a section's own measure with an amount.
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

/// Runs the whole case; `saved` saves the last workbook in another program.
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
    // 受け取り台帳: changes, new, out of scope, conflicts. Everything else is unchanged, in the oldest file too.
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
    assert_eq!(
        told,
        [
            (2, 0, 0, 0),
            (1, 0, 1, 1),
            (3, 0, 0, 0),
            (1, 0, 1, 1),
            (2, 0, 0, 0),
            (2, 0, 0, 1),
            (3, 0, 0, 0),
            (3, 0, 0, 2),
        ]
    );
    assert!(
        undecided
            .rows()
            .iter()
            .all(|(_, row)| row.act == Act::Changed)
    );

    // Every conflict takes the returned value; out of scope stays unchanged.
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
    // The later file overwrote the earlier one where that was chosen.
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
    let figures = &now.get(Id::<Series>::new(7)).unwrap().actuals;
    assert_eq!(figures[&FiscalYear(2025)], Figure::read("63.5"));
    assert_eq!(figures.len(), 2);
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
