//! Eight sections' files of 北斗市 実施計画 come together: what the ledger says, what is to be decided, what comes out.

use std::collections::BTreeSet;

use edit::Draft;
use edit::merge::{Choice, ChoicesOf, HandedScope, LedgerTally, Part, Returned, Spot, gather};
use format::json::{read, write};
use strategy::*;

fn plan() -> Strategy {
    read(include_bytes!("../../../public/samples/hokuto-2024.json")).unwrap()
}

/// The measures in the order the plan is read.
fn measures(plan: &Strategy) -> Vec<Id<Measure>> {
    let measures = plan.measures_in_order().into_iter();
    measures.map(|m| m.id).collect()
}

/// The work of a section: the file goes out and comes back as text.
struct Section<'a> {
    base: &'a Strategy,
    draft: Draft,
    name: &'static str,
    given: Vec<Id<Measure>>,
}

impl<'a> Section<'a> {
    fn new(base: &'a Strategy, name: &'static str, given: &[Id<Measure>]) -> Self {
        Self {
            base,
            draft: Draft::new(base),
            name,
            given: given.to_vec(),
        }
    }

    fn title(mut self, measure: Id<Measure>, title: &str) -> Self {
        self.draft
            .update(measure, |m| m.direction = title.to_owned())
            .unwrap();
        self
    }

    /// Writes of so many lines of its measures what they are about.
    fn lines(mut self, count: usize) -> Self {
        let lines = lines_of(self.base, &self.given);
        assert!(lines.len() >= count, "{}", self.name);
        for id in lines.into_iter().take(count) {
            let text = format!("{}が書いた内容", self.name);
            self.draft.update(id, |line| line.text = text).unwrap();
        }
        self
    }

    fn initiative(mut self, number: u64, title: &str) -> Self {
        let mut record = Initiative {
            id: Id::new(number),
            measure: self.given[0],
            title: title.to_owned(),
            ..Initiative::default()
        };
        self.draft.place(&mut record, 0);
        self.draft.put(record);
        self
    }

    fn rated(mut self, measure: Id<Measure>, rating: &str) -> Self {
        let sheet = self.base.sheets.under(measure)[0].id;
        self.draft
            .update(sheet, |sheet| sheet.rating = rating.to_owned())
            .unwrap();
        self
    }

    fn returned(self) -> Returned {
        let came_back = write(self.draft.strategy());
        Returned {
            from: self.name.to_owned(),
            base: Some(self.base.clone()),
            strategy: read(came_back.as_bytes()).unwrap(),
            scope: Some(HandedScope {
                records: self.given.iter().map(|id| AnyId::from(*id)).collect(),
                ..HandedScope::default()
            }),
            offered: BTreeSet::default(),
        }
    }
}

fn lines_of(plan: &Strategy, measures: &[Id<Measure>]) -> Vec<Id<Line>> {
    let sheets = measures.iter().flat_map(|id| plan.sheets.under(*id));
    sheets
        .flat_map(|sheet| plan.lines.under(sheet.id))
        .map(|line| line.id)
        .collect()
}

/// Returns the returned parts of the sections; of two, the measures overlap.
fn returned(base: &Strategy) -> Vec<Returned> {
    let m = measures(base);
    assert!(m.len() >= 15, "{}", m.len());
    let new = |name, given: &[Id<Measure>]| Section::new(base, name, given);
    vec![
        new("産業課", &m[0..4])
            .lines(13)
            .title(m[0], "産業課の方向")
            .initiative(901, "直売所")
            .initiative(902, "体験農園")
            .title(m[9], "よその施策")
            .returned(),
        new("福祉課", &m[4..6])
            .title(m[4], "福祉課の方向")
            .rated(m[5], "Ｅ")
            .returned(),
        new("総務課", &m[6..8])
            .title(m[6], "総務課の方向")
            .title(m[7], "総務課の方向")
            .returned(),
        new("建設課", &m[8..9]).lines(1).returned(),
        new("教育委員会", &m[9..11])
            .title(m[9], "教育委員会の方向")
            .title(m[10], "教育委員会の方向")
            .returned(),
        new("町民課", &m[11..13])
            .title(m[11], "町民課の方向")
            .title(m[12], "町民課の方向")
            .initiative(903, "窓口")
            .returned(),
        new("健康課", &m[12..14])
            .title(m[12], "健康課の方向")
            .title(m[13], "健康課の方向")
            .returned(),
        new("財政課", &m[14..15])
            .title(m[14], "財政課の方向")
            .title(m[0], "財政課が書いた")
            .returned(),
    ]
}

/// The plan went on while the files were out.
fn mine(base: &Strategy) -> Strategy {
    let m = measures(base);
    let mut draft = Draft::new(base);
    for id in [m[4], m[6], m[10]] {
        draft
            .update(id, |m| m.direction = "企画課の方向".to_owned())
            .unwrap();
    }
    let sheet = base.sheets.under(m[5])[0].id;
    draft
        .update(sheet, |sheet| sheet.rating = "Ｄ".to_owned())
        .unwrap();
    draft.strategy().clone()
}

fn direction(plan: &Strategy, measure: Id<Measure>) -> String {
    plan.get(measure).unwrap().direction.clone()
}

#[test]
fn e52_eight_files_come_together_with_five_conflicts_and_two_changes_out_of_their_scope() {
    let base = plan();
    let (m, mine, files) = (measures(&base), mine(&base), returned(&base));
    let gathering = gather(&mine, &files, &ChoicesOf::new());
    let told: Vec<_> = files
        .iter()
        .zip(gathering.tallies())
        .map(|(file, t)| {
            (
                &*file.from,
                t.changed,
                t.added,
                t.removed,
                t.outside,
                t.conflicts,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("産業課", 14, 2, 0, 1, 0),
            ("福祉課", 2, 0, 0, 0, 2),
            ("総務課", 2, 0, 0, 0, 1),
            ("建設課", 1, 0, 0, 0, 0),
            ("教育委員会", 2, 0, 0, 0, 1),
            ("町民課", 2, 1, 0, 0, 0),
            ("健康課", 2, 0, 0, 0, 1),
            ("財政課", 1, 0, 0, 1, 0),
        ]
    );
    assert_eq!(
        gathering
            .tallies()
            .iter()
            .map(|t: &LedgerTally| t.conflicts)
            .sum::<usize>(),
        5
    );

    let after = gathering.after();
    assert_eq!(after.integrity(), []);
    // Changes of one section are there, open choices are as they were here, and changes out of scope are not merged.
    assert_eq!(direction(after, m[0]), "産業課の方向");
    assert_eq!(direction(after, m[4]), "企画課の方向");
    assert_eq!(direction(after, m[9]), "教育委員会の方向");
    assert_eq!(direction(after, m[12]), "町民課の方向");
    assert!(after.get(Id::<Initiative>::new(901)).is_some());
    let lines = lines_of(&base, &m[0..4]);
    assert_eq!(after.get(lines[0]).unwrap().text, "産業課が書いた内容");
    // Of two sections that wrote the same, the other is known by name.
    let spot = Spot {
        record: m[12].into(),
        part: Part::Field("direction"),
    };
    assert_eq!(gathering.writer(6, spot), Some(5));
    assert_eq!(
        gathering.writer(
            4,
            Spot {
                record: m[10].into(),
                ..spot
            }
        ),
        None
    );

    let edit = gathering.edit().unwrap();
    let mut now = mine.clone();
    edit.apply(&mut now).unwrap();
    assert_eq!(write(&now), write(after));
    edit.reverse().apply(&mut now).unwrap();
    assert_eq!(write(&now), write(&mine));
}

#[test]
fn e52_what_is_chosen_of_each_file_comes_out() {
    let base = plan();
    let (m, mine, files) = (measures(&base), mine(&base), returned(&base));
    let direction_of = |id: Id<Measure>| Spot {
        record: id.into(),
        part: Part::Field("direction"),
    };
    let choices = ChoicesOf::from([
        ((1, direction_of(m[4])), Choice::Theirs),
        ((2, direction_of(m[6])), Choice::Both),
        (
            (4, direction_of(m[10])),
            Choice::Own("話し合った方向".to_owned()),
        ),
        ((6, direction_of(m[12])), Choice::Theirs),
        ((7, direction_of(m[0])), Choice::Theirs),
    ]);
    let gathering = gather(&mine, &files, &choices);
    let after = gathering.after();
    assert_eq!(direction(after, m[4]), "福祉課の方向");
    assert_eq!(direction(after, m[6]), "企画課の方向\n総務課の方向");
    assert_eq!(direction(after, m[10]), "話し合った方向");
    assert_eq!(direction(after, m[12]), "健康課の方向");
    // Out of its scope, and taken all the same.
    assert_eq!(direction(after, m[0]), "財政課が書いた");
}

#[test]
fn e51_what_is_within_the_scope_is_told_by_record_and_year() {
    let base = plan();
    let m = measures(&base);
    let sheet = base.sheets.under(m[0])[0].clone();
    let line = base
        .lines
        .under(sheet.id)
        .into_iter()
        .find(|l| l.side == Side::Planned)
        .unwrap()
        .clone();
    let year = |years: &[FiscalYear]| HandedScope {
        records: BTreeSet::from([m[0].into()]),
        years: years.iter().copied().collect(),
        ..HandedScope::default()
    };
    let text = Spot {
        record: line.id.into(),
        part: Part::Field("text"),
    };
    let budget = |year| Spot {
        record: line.id.into(),
        part: Part::Year("budgets", year),
    };
    let holds = |scope: &HandedScope, spot| scope.holds([&base, &base], spot);
    assert!(holds(&year(&[]), text));
    assert!(holds(&year(&[sheet.year]), text));
    assert!(!holds(&year(&[sheet.year.next()]), text));
    assert!(holds(
        &year(&[sheet.year.next()]),
        budget(sheet.year.next())
    ));
    let other = Spot {
        record: m[1].into(),
        part: Part::Field("title"),
    };
    assert!(!holds(&year(&[]), other));
    // The half of a sheet that judges is of the year before, as its lines of 決算 are.
    let of_sheet = |field| Spot {
        record: sheet.id.into(),
        part: Part::Field(field),
    };
    let (judged, planned) = (year(&[sheet.year.previous()]), year(&[sheet.year]));
    for field in ["results", "rating", "improvements"] {
        assert!(holds(&judged, of_sheet(field)), "{field}");
        assert!(!holds(&planned, of_sheet(field)), "{field}");
    }
    assert!(holds(&planned, of_sheet("outline")));
    assert!(!holds(&judged, of_sheet("outline")));
}

#[test]
fn e51_e22_what_is_open_is_in_the_scope_and_of_no_closed_year() {
    let base = plan();
    let m = measures(&base);
    let sheet = base.sheets.under(m[0])[0].clone();
    let scope = HandedScope {
        records: BTreeSet::from([m[0].into()]),
        ..HandedScope::default()
    };
    let of_sheet = |field| Spot {
        record: sheet.id.into(),
        part: Part::Field(field),
    };
    assert!(scope.is_open(&base, of_sheet("results")));
    let mut closed = base.clone();
    let mut about = About::clone(&closed.about());
    about.closings.push(Closing {
        year: sheet.year.previous(),
        ..Closing::default()
    });
    closed.about.insert(about);
    assert!(!scope.is_open(&closed, of_sheet("results")));
    assert!(scope.is_open(&closed, of_sheet("outline")));
}

#[test]
fn e51_what_is_within_the_scope_is_told_by_the_work_that_was_asked_for() {
    let base = plan();
    let m = measures(&base);
    let sheet = base.sheets.under(m[0])[0].id;
    let line = |side| {
        let lines = base.lines.under(sheet).into_iter();
        let mut lines = lines.filter(|line| line.side == side);
        AnyId::from(lines.next().unwrap().id)
    };
    let spot = |record: AnyId, field| Spot {
        record,
        part: Part::Field(field),
    };
    let spots = [
        (Work::Texts, spot(m[0].into(), "direction")),
        (Work::Reviews, spot(sheet.into(), "results")),
        (Work::Plans, spot(sheet.into(), "outline")),
        (Work::Reviews, spot(line(Side::Done), "text")),
        (Work::Plans, spot(line(Side::Planned), "text")),
    ];
    for asked in Work::ALL {
        let scope = HandedScope {
            records: BTreeSet::from([m[0].into()]),
            work: BTreeSet::from([*asked]),
            ..HandedScope::default()
        };
        for (work, spot) in spots {
            let holds = scope.holds([&base, &base], spot);
            assert_eq!(holds, work == *asked, "{asked:?} {spot:?}");
        }
    }
}
