//! Parts that came back are merged into the plan (E54 to E57, E81).

use super::*;

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
