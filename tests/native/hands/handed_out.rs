//! Parts, the ledger of those that were handed out, and the letters that go with them.

use super::*;

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
    let other = sample("mihon");
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

#[test]
fn the_ledger_on_paper_adds_up_counts_of_any_size() {
    let mut mine = plan();
    let mut part = line(&mine, "1", "産業課", &measures(&mine)[0..1]);
    part.returns.push(PartReturn {
        changed: u32::MAX,
        added: 1,
        ..PartReturn::default()
    });
    let edit = edit::hand_out_all(&mine, vec![part]).unwrap();
    edit.apply(&mut mine).unwrap();
    let data = ReportData::of(&mine, FiscalYear(2026));
    let paper = hand_ledger(&data, &Date("2026-12-05".to_owned()));
    let pages = format!("{:?}", paginate(&paper).pages);
    assert!(pages.contains("4294967296"), "{pages}");
}
