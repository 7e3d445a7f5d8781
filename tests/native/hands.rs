//! 課へ渡す and 合流: parts go out as files, come back as files, and are merged into the plan.

use std::collections::BTreeSet;

use ::words::hands as words;
use edit::merge::{Choice, ChoicesOf, Gathering, Part, Row, RowFilter, Spot, gather};
use edit::{Draft, NotIncoming, ReturnedFile, close_year, part_returns};
use format::json::{read, write};
use insight::Numbers;
use output::hands::{
    Incoming, MissingReviews, Proposal, hash_of, incoming, missing_review_warnings,
    missing_reviews, part_of, proposals, returned,
};
use output::paper::{ReportData, hand_ledger, paginate};
use output::site::public_subset;
use strategy::*;

fn plan() -> Strategy {
    read(include_bytes!("../../public/samples/hokuto-2024.json")).unwrap()
}

fn measures(plan: &Strategy) -> Vec<Id<Measure>> {
    let goals = plan.goals.sorted().into_iter();
    let measures = goals.flat_map(|goal| plan.measures_of(goal.id));
    measures.map(|m| m.id).collect()
}

/// Makes a line of the ledger, with the hash of its part.
fn line(plan: &Strategy, id: &str, to: &str, given: &[Id<Measure>]) -> HandedPart {
    let mut part = HandedPart {
        id: id.to_owned(),
        to: to.to_owned(),
        at: "2026-11-24T10:00:00+09:00".to_owned(),
        records: given.iter().map(|id| id.to_string()).collect(),
        ..HandedPart::default()
    };
    part.hash = hash_of(&part_of(plan, &part));
    part
}

/// Returns the file that is handed out, read again.
fn given(plan: &Strategy, part: &HandedPart) -> Strategy {
    read(write(&part_of(plan, part)).as_bytes()).unwrap()
}

fn direction(plan: &Strategy, id: Id<Measure>) -> String {
    plan.get(id).unwrap().direction.clone()
}

fn with_direction(plan: &Strategy, ids: &[Id<Measure>], text: &str) -> Strategy {
    let mut draft = Draft::new(plan);
    for id in ids {
        draft
            .update(*id, |m| m.direction = text.to_owned())
            .unwrap();
    }
    read(write(draft.strategy()).as_bytes()).unwrap()
}

#[test]
fn p30_a_part_holds_what_was_chosen_and_what_it_cannot_be_read_without() {
    let plan = plan();
    let all = measures(&plan);
    let part = given(&plan, &line(&plan, "1", "産業課", &all[1..3]));
    assert_eq!(part.integrity(), []);
    assert_eq!(measures(&part), all[1..3]);
    let numbers = [Numbers::of(&plan), Numbers::of(&part)];
    for id in &all[1..3] {
        assert_eq!(numbers[0].code_of(*id), numbers[1].code_of(*id));
        let sheets = |s: &Strategy| s.sheets.under(*id).len();
        assert_eq!(sheets(&part), sheets(&plan));
        let kpis = &plan.get(*id).unwrap().kpis;
        assert!(kpis.iter().all(|kpi| part.indicators.contains(*kpi)));
    }
    assert!(part.sections.is_empty() && part.ideas.is_empty() && part.lanes.is_empty());
    assert!(part.about().handed_out.is_empty());
}

#[test]
fn e55_where_a_record_moved_to_is_told_among_all_of_its_list() {
    let mut mine = plan();
    let goal = mine.goals.sorted()[0].id;
    let all: Vec<_> = mine.measures_of(goal).iter().map(|m| m.id).collect();
    let part = line(&mine, "1", "産業課", &all[1..3]);
    let mut draft = Draft::new(&given(&mine, &part));
    let orders: Vec<Order> = all[1..3]
        .iter()
        .map(|id| draft.strategy().get(*id).unwrap().order.clone())
        .collect();
    draft
        .update(all[1], |m| m.order = orders[1].clone())
        .unwrap();
    draft
        .update(all[2], |m| m.order = orders[0].clone())
        .unwrap();
    let file = read(write(draft.strategy()).as_bytes()).unwrap();
    mine.about.insert(About {
        handed_out: vec![part.clone()],
        ..About::clone(&mine.about())
    });
    let one = incoming(&mine, file, &[]).unwrap();
    let merged = gather(
        &mine,
        &[returned(&mine, &one, Some(&mine))],
        &ChoicesOf::new(),
    );
    let numbers = Numbers::of(&mine);
    let rows = merged.rows();
    let merge = &merged.merges()[0];
    let told: Vec<_> = rows
        .iter()
        .map(|(_, row)| words::told(merge, row, &numbers))
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    let nth = |text: &str| text.chars().rfind(char::is_ascii_digit);
    let [base, here, there] = [&told[0].base, &told[0].mine, &told[0].theirs].map(|one| nth(one));
    assert_eq!(base, here);
    let moved = [here.unwrap(), there.unwrap()];
    assert!([['2', '3'], ['3', '2']].contains(&moved), "{told:?}");
}

#[test]
fn p31_a_part_is_found_again_by_its_hash() {
    let plan = plan();
    let all = measures(&plan);
    let part = line(&plan, "1", "産業課", &all[1..3]);
    let file = given(&plan, &part);
    assert_eq!(hash_of(&file), part.hash);
    assert_eq!(file.about().handed.as_ref().unwrap().hash, part.hash);
    // The part of a part is the part itself.
    assert_eq!(hash_of(&part_of(&file, &part)), part.hash);
    let other = with_direction(&file, &all[1..2], "ほかの方向");
    assert_ne!(hash_of(&other), part.hash);
}

#[test]
fn p32_what_is_no_part_of_this_plan_or_came_before_is_told() {
    let mut mine = plan();
    let all = measures(&mine);
    let part = line(&mine, "1", "産業課", &all[0..1]);
    let file = with_direction(&given(&mine, &part), &all[0..1], "産業課の方向");
    assert_eq!(incoming(&mine, mine.clone(), &[]), Err(NotIncoming::NoPart));
    let other = read(include_bytes!("../../public/samples/mihon.json")).unwrap();
    assert!(matches!(
        incoming(&other, file.clone(), &[]),
        Err(NotIncoming::OtherPlan(_))
    ));
    let edit = edit::hand_out(&mine, part.clone()).unwrap();
    edit.apply(&mut mine).unwrap();
    let one = incoming(&mine, file.clone(), &[]).unwrap();
    assert!(!one.is_untouched());
    assert!(
        incoming(&mine, given(&plan(), &part), &[])
            .unwrap()
            .is_untouched()
    );
    assert!(matches!(
        incoming(&mine, file.clone(), std::slice::from_ref(&one)),
        Err(NotIncoming::Twice(_))
    ));
    let mut about = About::clone(&mine.about());
    about.handed_out[0].returns.push(PartReturn {
        at: "2026-11-24T11:00:00+09:00".to_owned(),
        hash: one.hash.clone(),
        ..PartReturn::default()
    });
    mine.about.insert(about);
    assert!(matches!(
        incoming(&mine, file, &[]),
        Err(NotIncoming::Before(_))
    ));
}

/// Two sections' parts were handed out; both came back, and the plan was edited meanwhile.
fn came_back() -> (Strategy, Strategy, Vec<Incoming>, Vec<Id<Measure>>) {
    let before = plan();
    let all = measures(&before);
    let lines = [
        line(&before, "1", "産業課", &all[0..2]),
        line(&before, "2", "福祉課", &all[1..3]),
    ];
    let mut mine = before.clone();
    for part in &lines {
        let edit = edit::hand_out(&mine, part.clone()).unwrap();
        edit.apply(&mut mine).unwrap();
    }
    let industry = with_direction(&given(&before, &lines[0]), &all[0..2], "産業課の方向");
    let mut draft = Draft::new(&given(&before, &lines[1]));
    let about = draft.strategy().about().title.clone();
    draft
        .update(About::ID, |one| one.title = format!("{about}改"))
        .unwrap();
    let welfare = with_direction(draft.strategy(), &all[1..3], "福祉課の方向");
    let mine = with_direction(&mine, &all[2..3], "企画課の方向");
    let files = [industry, welfare].into_iter();
    let files = files
        .map(|file| incoming(&mine, file, &[]).unwrap())
        .collect();
    (before, mine, files, all)
}

fn gathered(
    before: &Strategy,
    mine: &Strategy,
    files: &[Incoming],
    choices: &ChoicesOf,
) -> Gathering {
    let back: Vec<_> = files
        .iter()
        .map(|one| returned(mine, one, Some(before)))
        .collect();
    assert!(back.iter().all(|one| one.base.is_some()));
    gather(mine, &back, choices)
}

/// Returns the ledger entries for files that each have one unreadable edit.
fn ledger_entries(
    gathering: &Gathering,
    files: &[Incoming],
    choices: &ChoicesOf,
) -> Vec<(String, PartReturn)> {
    let file = |one: &Incoming| ReturnedFile {
        part: one.part.id.clone(),
        hash: one.hash.clone(),
        unread: 1,
    };
    let files: Vec<_> = files.iter().map(file).collect();
    part_returns(gathering, &files, choices, "2026-11-24T11:00:00+09:00")
}

#[test]
fn e57_of_two_files_of_one_part_each_counts_what_either_leaves_open() {
    let (before, mine, mut files, _) = came_back();
    let nothing = ChoicesOf::new();
    let gathering = gathered(&before, &mine, &files, &nothing);
    files[1].part.id = "1".to_owned();
    let open: usize = (0..2).map(|of| gathering.left_open(of, &nothing)).sum();
    let entries = ledger_entries(&gathering, &files, &nothing);
    assert!(open > 0);
    for (part, back) in entries {
        assert_eq!((&*part, back.unread as usize), ("1", open + 2));
    }
}

#[test]
fn a_filter_takes_the_changes_of_its_sort() {
    let (before, mine, files, _) = came_back();
    let gathering = gathered(&before, &mine, &files, &ChoicesOf::new());
    let counts = RowFilter::ALL.map(|filter| {
        let rows = gathering.rows().into_iter();
        rows.filter(|(_, row)| filter.holds(row)).count()
    });
    // Two directions of one file; two conflicts and a title out of scope of the other; no record was added or
    // removed.
    assert_eq!(counts, [5, 3, 2, 1, 5, 0]);
    let can_be_decided = |(_, row): &(usize, &Row)| row.can_be_decided();
    assert_eq!(
        gathering.rows().into_iter().filter(can_be_decided).count(),
        3
    );
}

#[test]
fn e54_parts_come_together_with_the_ledger_in_one_edit_and_are_taken_back_in_one() {
    let (before, mine, files, all) = came_back();
    let spot = |id: Id<Measure>| Spot {
        record: id.into(),
        part: Part::Field("direction"),
    };
    let undecided = gathered(&before, &mine, &files, &ChoicesOf::new());
    let told: Vec<_> = undecided
        .tallies()
        .iter()
        .map(|t| (t.changed, t.added, t.outside, t.conflicts))
        .collect();
    // The title of the plan is out of scope; if two sections wrote one direction, the second is a conflict.
    assert_eq!(told, [(2, 0, 0, 0), (2, 0, 1, 2)]);
    assert_eq!(undecided.writer(1, spot(all[1])), Some(0));

    let choices = ChoicesOf::from([
        ((1, spot(all[1])), Choice::Theirs),
        ((1, spot(all[2])), Choice::Both),
    ]);
    let gathering = gathered(&before, &mine, &files, &choices);
    let returns = ledger_entries(&gathering, &files, &choices);
    let counts: Vec<_> = returns
        .iter()
        .map(|(of, back)| {
            (
                &**of,
                back.changed,
                back.outside,
                back.conflicts,
                back.unread,
            )
        })
        .collect();
    // The title of the plan was undecided; each file had one unreadable edit.
    assert_eq!(counts, [("1", 2, 0, 0, 1), ("2", 2, 1, 2, 2)]);
    let kept = words::untaken(
        &gathering,
        &["産業課", "福祉課"],
        &choices,
        "2026-11-24T11:00:00+09:00",
        FiscalYear(2026),
    );
    let told: Vec<_> = kept.iter().map(|k| (&*k.from, &*k.text)).collect();
    let title = format!("{}改", before.about().title);
    assert_eq!(told, [("福祉課", &*title), ("産業課", "産業課の方向")]);
    let edit = edit::take_in(&mine, &gathering, &returns, kept).unwrap();
    let mut now = mine.clone();
    edit.apply(&mut now).unwrap();
    assert_eq!(now.integrity(), []);
    assert_eq!(direction(&now, all[0]), "産業課の方向");
    assert_eq!(direction(&now, all[1]), "福祉課の方向");
    assert_eq!(direction(&now, all[2]), "企画課の方向\n福祉課の方向");
    assert_eq!(now.about().title, before.about().title);
    assert!(now.about().handed.is_none());
    assert!(
        now.about()
            .handed_out
            .iter()
            .all(|part| part.returns.len() == 1)
    );
    // Nothing else differs: records outside a part stay unchanged.
    assert_eq!(now.lines, mine.lines);
    assert_eq!(now.sections, mine.sections);
    assert_eq!(now.indicators, mine.indicators);
    edit.reverse().apply(&mut now).unwrap();
    assert_eq!(write(&now), write(&mine));
}

#[test]
fn e57_what_nobody_decided_stays_open_and_is_listed() {
    let (before, mine, files, all) = came_back();
    let spot = |id: Id<Measure>| Spot {
        record: id.into(),
        part: Part::Field("direction"),
    };
    let open = |choices: &ChoicesOf| {
        let gathering = gathered(&before, &mine, &files, choices);
        let left: Vec<usize> = (0..2).map(|of| gathering.left_open(of, choices)).collect();
        let listed = words::untaken(
            &gathering,
            &["産業課", "福祉課"],
            choices,
            "2026-11-24T11:00:00+09:00",
            FiscalYear(2026),
        );
        (
            left,
            listed.iter().filter(|one| one.from == "福祉課").count(),
        )
    };
    // The title of the plan is out of scope; two sections wrote two directions.
    let mut choices = ChoicesOf::new();
    assert_eq!(open(&choices), (vec![0, 3], 3));
    choices.insert((1, spot(all[1])), Choice::Theirs);
    assert_eq!(open(&choices), (vec![0, 2], 2));
    choices.insert((1, spot(all[2])), Choice::Mine);
    assert_eq!(open(&choices), (vec![0, 1], 2));
    let title = Spot {
        record: About::ID.into(),
        part: Part::Field("title"),
    };
    choices.insert((1, title), Choice::Mine);
    assert_eq!(open(&choices), (vec![0, 0], 2));
}

#[test]
fn e57_what_empties_a_text_or_changes_a_closed_year_is_listed_when_it_is_not_taken() {
    let before = plan();
    let before = with_direction(&before, &measures(&before), "もとの方向");
    let of_line = |line: &&std::sync::Arc<Line>| line.settled.is_some();
    let money = before.lines.iter().find(of_line).unwrap().clone();
    let sheet = before.get(money.sheet).unwrap().clone();
    let part = line(&before, "1", "産業課", &[sheet.measure]);
    let mut mine = before.clone();
    let edit = edit::hand_out(&mine, part.clone()).unwrap();
    edit.apply(&mut mine).unwrap();
    let day = Date("2026-06-01".to_owned());
    let edit = close_year(&mine, sheet.year.previous(), day, "").unwrap();
    edit.apply(&mut mine).unwrap();
    let mine = with_direction(&mine, &[sheet.measure], "企画課の方向");
    let mut draft = Draft::new(&given(&before, &part));
    draft
        .update(money.id, |one| one.settled = Some(Money::Thousand(987)))
        .unwrap();
    draft
        .update(sheet.measure, |one| one.direction = String::new())
        .unwrap();
    let file = read(write(draft.strategy()).as_bytes()).unwrap();
    let files = [incoming(&mine, file, &[]).unwrap()];
    let choices = ChoicesOf::new();
    let gathering = gathered(&before, &mine, &files, &choices);
    assert!(gathering.rows().iter().any(|(_, row)| row.closed.is_some()));
    assert_eq!(gathering.left_open(0, &choices), 2);
    let listed = words::untaken(
        &gathering,
        &["産業課"],
        &choices,
        "2026-11-24T11:00:00+09:00",
        FiscalYear(2026),
    );
    let records: Vec<_> = listed.iter().map(|one| one.record.clone()).collect();
    let wanted = [sheet.measure.to_string(), money.id.to_string()];
    assert_eq!(records, wanted, "{listed:?}");
}

#[test]
fn e81_what_came_back_empty_stays_until_somebody_chooses_to_empty_it() {
    let before = plan();
    let before = with_direction(&before, &measures(&before), "もとの方向");
    let money = before.lines.iter().find(|line| line.settled.is_some());
    let money = Line::clone(money.unwrap());
    let measure = before.get(money.sheet).unwrap().measure;
    let part = line(&before, "1", "産業課", &[measure]);
    let mut mine = before.clone();
    let edit = edit::hand_out(&mine, part.clone()).unwrap();
    edit.apply(&mut mine).unwrap();
    let mut draft = Draft::new(&given(&before, &part));
    draft.update(money.id, |one| one.settled = None).unwrap();
    draft
        .update(measure, |one| one.direction = String::new())
        .unwrap();
    let file = read(write(draft.strategy()).as_bytes()).unwrap();
    let files = [incoming(&mine, file, &[]).unwrap()];
    let mut choices = ChoicesOf::new();
    let gathering = gathered(&before, &mine, &files, &choices);
    let rows = gathering.rows();
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .all(|(_, row)| row.empties && row.is_to_decide())
    );
    assert_eq!(gathering.left_open(0, &choices), 2);
    assert_eq!(direction(gathering.after(), measure), "もとの方向");
    choices.extend(rows.iter().map(|(_, row)| ((0, row.spot), Choice::Theirs)));
    let gathering = gathered(&before, &mine, &files, &choices);
    assert_eq!(gathering.left_open(0, &choices), 0);
    assert_eq!(direction(gathering.after(), measure), "");
    assert_eq!(gathering.after().get(money.id).unwrap().settled, None);
}

#[test]
fn e57_what_is_settled_is_open_again_when_another_file_comes_back() {
    let (before, mut mine, files, _) = came_back();
    let back = |hash: &str| PartReturn {
        hash: hash.to_owned(),
        unread: 2,
        ..PartReturn::default()
    };
    let ended = |plan: &Strategy| plan.about().handed_out[0].ended;
    let gathering = gathered(&before, &mine, &files[..1], &ChoicesOf::new());
    let edit = edit::take_in(&mine, &gathering, &[("1".to_owned(), back("a"))], vec![]).unwrap();
    edit.apply(&mut mine).unwrap();
    assert!(insight::is_awaited(&mine.about().handed_out[0]));
    let edit = edit::await_part(&mine, "1", false).unwrap();
    edit.apply(&mut mine).unwrap();
    assert!(ended(&mine) && !insight::is_awaited(&mine.about().handed_out[0]));
    let gathering = gather(&mine, &[], &ChoicesOf::new());
    let edit = edit::take_in(&mine, &gathering, &[("1".to_owned(), back("b"))], vec![]).unwrap();
    edit.apply(&mut mine).unwrap();
    assert!(!ended(&mine) && insight::is_awaited(&mine.about().handed_out[0]));
}

#[test]
fn e54_without_the_version_whatever_differs_is_to_be_decided() {
    let (_, mine, files, all) = came_back();
    let back = returned(&mine, &files[0], None);
    assert!(back.base.is_none());
    let gathering = gather(&mine, &[back], &ChoicesOf::new());
    assert!(gathering.tallies()[0].conflicts >= 2);
    assert_eq!(
        direction(gathering.after(), all[0]),
        direction(&mine, all[0])
    );
    assert_eq!(gathering.after().about(), mine.about());
}

#[test]
fn e55_what_did_not_prevail_is_kept_until_the_year_is_closed() {
    let mut mine = plan();
    let kept = |year| UntakenValue {
        year: FiscalYear(year),
        ..UntakenValue::default()
    };
    mine.about.insert(About {
        untaken: vec![kept(2030), kept(2031)],
        ..About::clone(&mine.about())
    });
    let edit = close_year(&mine, FiscalYear(2030), Date("2031-06-01".to_owned()), "").unwrap();
    edit.apply(&mut mine).unwrap();
    assert_eq!(mine.about().untaken, [kept(2031)]);
}

#[test]
fn p10_how_sections_work_together_is_not_published_whatever_is_chosen() {
    let (_, mine, ..) = came_back();
    let choices = Publishing {
        shown_fields: vec![
            "About.handed_out".to_owned(),
            "HandedPart.to".to_owned(),
            "About.untaken".to_owned(),
        ],
        ..Publishing::default()
    };
    let public = write(&public_subset(&mine, &choices));
    assert!(!public.contains("handed"), "{public:.200}");
}

#[test]
fn sections_are_proposed_as_the_plan_names_them() {
    let mut plan = plan();
    let id = measures(&plan)[0];
    let mut measure = Measure::clone(plan.get(id).unwrap());
    measure.owner = "産業課、福祉課/農林課".to_owned();
    plan.measures.insert(measure);
    let found = proposals(&plan);
    for owner in ["産業課", "福祉課", "農林課"] {
        let one = found.iter().find(|one| one.owner == owner);
        assert!(one.is_some_and(|one| one.measures.contains(&id)), "{owner}");
    }
}

#[test]
fn e54_a_part_to_hand_out_becomes_a_line_behind_those_of_the_ledger() {
    let mut mine = plan();
    let all = measures(&mine);
    let proposal = Proposal {
        owner: "産業課".to_owned(),
        measures: all[0..1].to_vec(),
        indicators: Vec::new(),
    };
    let every = BTreeSet::from_iter(Work::ALL.iter().copied());
    let years = BTreeSet::from([FiscalYear(2025), FiscalYear(2024)]);
    let part = |work| edit::part_to_hand_out(" 産業課　", "", proposal.records(), &years, work);
    let one = part(&every);
    assert_eq!(
        (&*one.to, &one.until, &*one.work),
        ("産業課", &None, &[][..])
    );
    assert_eq!(one.records, [all[0].to_string()]);
    assert_eq!(one.years, [FiscalYear(2024), FiscalYear(2025)]);
    let actuals = BTreeSet::from([Work::Actuals]);
    assert_eq!(part(&actuals).work, [Work::Actuals]);

    let first = edit::hand_out(&mine, line(&mine, "1", "産業課", &all[0..1])).unwrap();
    first.apply(&mut mine).unwrap();
    let mut number = 1;
    let fresh = || {
        number += 1;
        number.to_string()
    };
    let lines = edit::lines_of_ledger(&mine, vec![one.clone(), one], "今", fresh);
    let told: Vec<_> = lines
        .iter()
        .map(|line| (&*line.id, line.revision, &*line.at))
        .collect();
    assert_eq!(told, [("2", 2, "今"), ("3", 3, "今")]);
}

#[test]
fn p37_a_missing_sheet_is_told_of_the_measures_and_years_that_are_asked_for() {
    let plan = plan();
    let all = measures(&plan);
    let judged = plan.sheets.iter().map(|sheet| sheet.year.previous()).max();
    let judged = judged.unwrap();
    let mut part = line(&plan, "1", "産業課", &all[0..2]);
    let today = judged.next();
    assert_eq!(missing_reviews(&plan, &part, today), []);
    part.years = vec![judged.previous(), judged, today];
    let missing = |year, measures: &[Id<Measure>]| MissingReviews {
        year,
        measures: measures.to_vec(),
    };
    // A year that has not ended has no sheet, and is not missing.
    let before = missing(judged.previous(), &all[0..2]);
    assert_eq!(missing_reviews(&plan, &part, today), [before]);
    part.years = vec![judged];
    let mut without = plan.clone();
    let gone = without.sheets.under(all[1])[0].id;
    without.sheets.remove(gone);
    let told = missing(judged, &all[1..2]);
    assert_eq!(missing_reviews(&without, &part, today), [told]);
    let parts = [part.clone(), line(&plan, "2", "観光課", &all[1..2])];
    let warnings = missing_review_warnings(&without, &parts, today);
    let code = Numbers::of(&without).code_of(all[1]);
    let told = format!(
        "{}の評価シートがない施策が1件あります：{code}。",
        ::words::YearForms::short(judged)
    );
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with(&told), "{warnings:?}");
    part.work = vec![Work::Actuals];
    assert_eq!(missing_reviews(&without, &part, today), []);
}

#[test]
fn e54_parts_of_all_sections_are_one_edit() {
    let mut mine = plan();
    let all = measures(&mine);
    let parts: Vec<HandedPart> = ["産業課", "農林課"]
        .iter()
        .enumerate()
        .map(|(at, to)| line(&mine, &at.to_string(), to, &all[at..=at]))
        .collect();
    let before = mine.clone();
    let edit = edit::hand_out_all(&mine, parts.clone()).unwrap();
    edit.apply(&mut mine).unwrap();
    assert_eq!(mine.about().handed_out, parts);
    edit.reverse().apply(&mut mine).unwrap();
    assert_eq!(mine, before);
}

#[test]
fn a_letter_tells_the_deadline_the_content_and_the_way_to_fill_it_in() {
    let plan = plan();
    let mut part = line(&plan, "1", "産業課", &measures(&plan)[0..1]);
    part.until = Some(Date("2026-06-30".to_owned()));
    part.years = vec![FiscalYear(2025)];
    part.work = vec![Work::Reviews];
    let letter = words::letter(
        "第3期計画",
        &part,
        Some("産業課.xlsx"),
        words::how_workbook(),
    );
    assert_eq!(
        letter.subject,
        "【依頼】総合戦略の記入について（締切：令和8年6月30日）"
    );
    for told in [
        "産業課　御中",
        "対象年度：令和7年度",
        "締切：令和8年6月30日",
        "産業課.xlsx",
        "色のついたセル",
    ] {
        assert!(letter.body.contains(told), "{told}: {}", letter.body);
    }
    let late = words::reminder("第3期計画", &part);
    assert!(late.subject.starts_with("【再依頼】") && late.body.contains("至急"));
}

#[test]
fn the_ledger_on_paper_tells_sections_to_remind_from_those_that_came_back() {
    let mut mine = plan();
    let all = measures(&mine);
    let part = |at: usize, to: &str, until: &str| HandedPart {
        until: Some(Date(until.to_owned())),
        ..line(&mine, &at.to_string(), to, &all[at..=at])
    };
    let mut back = part(2, "福祉課", "2026-11-30");
    back.returns.push(PartReturn {
        at: "2026-12-01T09:00:00+09:00".to_owned(),
        changed: 3,
        ..PartReturn::default()
    });
    let parts = vec![
        part(0, "産業課", "2026-11-30"),
        part(1, "農林課", "2026-12-20"),
        back,
    ];
    let edit = edit::hand_out_all(&mine, parts).unwrap();
    edit.apply(&mut mine).unwrap();
    let data = ReportData::of(&mine, FiscalYear(2026));
    let paper = hand_ledger(&data, &Date("2026-12-05".to_owned()));
    let pages = format!("{:?}", paginate(&paper).pages);
    for told in [
        "督促する課（1）",
        "提出を待っている課（1）",
        "受け取った課（1）",
        "令和8年12月5日現在",
        "令和8年12月1日",
    ] {
        assert!(pages.contains(told), "{told}: {pages}");
    }
}
