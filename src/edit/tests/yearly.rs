//! The yearly round of the 実施計画: lines and sheets, rolling, closing (rules E21, E22).

use std::collections::BTreeMap;

use edit::*;
use format::json::{read, write};
use strategy::*;
use words::Say;
use words::grid as words_of;

use fixtures::small_plan::{R6, initiative, known, line, measures};

const R5: FiscalYear = FiscalYear(2023);
const R7: FiscalYear = FiscalYear(2025);
const R8: FiscalYear = FiscalYear(2026);

fn hokuto() -> Strategy {
    let bytes = include_bytes!("../../../public/samples/hokuto-2024.json");
    read(bytes).unwrap_or_else(|why| panic!("{why:?}"))
}

fn done(strategy: &Strategy, edit: &Edit) -> Strategy {
    let mut after = strategy.clone();
    edit.apply(&mut after)
        .unwrap_or_else(|why| panic!("{why:?}"));
    after
}

fn day() -> Date {
    Date("2025-05-20".into())
}

/// The strategy after an edit that must be possible.
fn made(strategy: &Strategy, edit: Result<Edit, Refusal>) -> Strategy {
    done(strategy, &edit.unwrap_or_else(|why| panic!("{why:?}")))
}

fn words(refused: Result<Edit, Refusal>) -> String {
    match refused {
        Ok(edit) => panic!("not refused: {:?}", edit.label),
        Err(why) => why.say(),
    }
}

fn counting(from: u64) -> impl FnMut() -> u64 {
    let mut last = from;
    move || {
        last += 1;
        last
    }
}

#[test]
fn money_and_course_go_where_they_belong() {
    let strategy = hokuto();
    let (settled, planned) = (Id::new(1), Id::new(4));
    let after = made(&strategy, set_settled(&strategy, settled, "３５０千円"));
    assert_eq!(
        after.get(settled).and_then(|l| l.settled.clone()),
        known(350)
    );
    let after = made(&after, set_settled(&after, settled, ""));
    assert_eq!(after.get(settled).and_then(|l| l.settled.clone()), None);
    let after = made(&after, set_budget(&after, planned, R7, "－"));
    let after = made(&after, set_course(&after, planned, R7, " 事業終了 "));
    let of = |strategy: &Strategy| {
        strategy
            .get(planned)
            .map(|l| (l.budgets.clone(), l.courses.clone()))
    };
    let (budgets, courses) = of(&after).unwrap_or_default();
    let dash = Money::Blank("－".into());
    assert_eq!(
        budgets,
        BTreeMap::from([(R6, Money::Thousand(2300)), (R7, dash)])
    );
    let course = |text: &str| Course(text.into());
    assert_eq!(
        courses,
        BTreeMap::from([(R7, course("事業終了")), (R8, course("維持"))])
    );
    let after = made(&after, set_course(&after, planned, R8, ""));
    assert_eq!(of(&after).map(|(_, courses)| courses.len()), Some(1));
    for (refused, why) in [
        (
            set_budget(&strategy, settled, R6, "1"),
            "実績の行に、予算額",
        ),
        (
            set_course(&strategy, settled, R7, "維持"),
            "実績の行に、予算額",
        ),
        (
            set_settled(&strategy, planned, "1"),
            "計画の行に、決算額は入れられません",
        ),
        (
            set_budget(&strategy, planned, R5, "1"),
            "令和6年度からの計画です。令和5年度の欄はありません",
        ),
        (
            set_budget(&strategy, planned, R6, "abc"),
            "「abc」は金額として読めません",
        ),
        (
            set_budget(&strategy, planned, R6, "2,300千円"),
            "変わるところがありません",
        ),
        (
            set_settled(&strategy, Id::new(9999), "1"),
            "対象がもうありません",
        ),
    ] {
        let told = words(refused);
        assert!(told.contains(why), "{told}");
    }
}

#[test]
fn lines_find_their_place_on_their_side() {
    let mut strategy = measures(2);
    strategy.initiatives.insert(Initiative {
        new: true,
        ..initiative(1, 2, None)
    });
    strategy
        .initiatives
        .insert(initiative(2, 1, Some(Reprise::Of(Id::new(1)))));
    let sheet = Id::new(1);
    let add = |strategy: &Strategy, id, side, index, of: Option<u64>| {
        let title = if of.is_some() { "" } else { "行" };
        let line = empty_line(Id::new(id), sheet, side, title);
        made(strategy, add_line(strategy, line, of.map(Id::new), index))
    };
    let order = |strategy: &Strategy, side| -> Vec<u64> {
        let all = strategy.lines.under(sheet);
        let of = all.iter().filter(|l| l.side == side);
        of.map(|l| l.id.number()).collect()
    };
    let mut all = strategy.clone();
    for (id, side, index) in [
        (1, Side::Done, 0),
        (2, Side::Planned, 0),
        (3, Side::Done, 0),
        (4, Side::Planned, 9),
        (5, Side::Done, 1),
    ] {
        all = add(&all, id, side, index, None);
    }
    assert_eq!(order(&all, Side::Done), [3, 5, 1]);
    assert_eq!(order(&all, Side::Planned), [2, 4]);
    let moved = made(&all, shift_line(&all, Id::new(1), 0));
    assert_eq!(order(&moved, Side::Done), [1, 3, 5]);
    assert_eq!(order(&moved, Side::Planned), [2, 4]);
    assert_eq!(shift_line(&all, Id::new(1), 2), Err(Refusal::Nothing));
    assert_eq!(shift_line(&all, Id::new(1), 9), Err(Refusal::Nothing));
    // Squeezing in between two neighbours again and again ends in numbering afresh, not in disorder.
    let mut full = all.clone();
    for id in 100..140 {
        full = add(&full, id, Side::Done, 1, None);
    }
    let expected: Vec<u64> = [3]
        .into_iter()
        .chain((100..140).rev())
        .chain([5, 1])
        .collect();
    assert_eq!(order(&full, Side::Done), expected);
    // A line about an initiative takes its name and marks.
    let named = add(&all, 6, Side::Planned, 0, Some(2));
    let line = named
        .get(Id::<Line>::new(6))
        .map(|l| (l.title.clone(), l.marks.clone()));
    assert_eq!(line, Some(("事業2".into(), vec![Mark("【再掲】".into())])));
    let named = add(&all, 6, Side::Planned, 0, Some(1));
    let line = named.get(Id::<Line>::new(6)).map(|l| l.marks.clone());
    assert_eq!(line, Some(vec![Mark("【新規】".into())]));
    let stray = empty_line(Id::new(7), Id::new(77), Side::Done, "行");
    assert_eq!(add_line(&all, stray, None, 0), Err(Refusal::NotThere));
    let stray = empty_line(Id::new(7), sheet, Side::Done, "行");
    assert_eq!(
        add_line(&all, stray, Some(Id::new(77)), 0),
        Err(Refusal::NotThere)
    );
    let twice = empty_line(Id::new(1), sheet, Side::Done, "行");
    assert_eq!(add_line(&all, twice, None, 0), Err(Refusal::Taken));
}

#[test]
fn a_measure_has_one_sheet_a_year() {
    let strategy = measures(1);
    let measure = Id::new(1);
    let after = made(&strategy, add_sheet(&strategy, measure, R7, &mut || 10));
    let after = made(&after, add_sheet(&after, measure, R5, &mut || 11));
    let years: Vec<_> = after.sheets.under(measure).iter().map(|s| s.year).collect();
    assert_eq!(years, [R5, R6, R7]);
    let why = words(add_sheet(&after, measure, R6, &mut || 12));
    assert!(why.contains("令和6年度のシートがもうあります"), "{why}");
    assert_eq!(
        add_sheet(&after, Id::new(9), R8, &mut || 12),
        Err(Refusal::NotThere)
    );
    assert_eq!(
        add_sheet(&after, measure, R8, &mut || 10),
        Err(Refusal::Taken)
    );
}

#[test]
fn e21_rolling_carries_the_plan_on() {
    let strategy = hokuto();
    let rolled = made(&strategy, roll(&strategy, R6, &mut counting(1000)));
    let of = |strategy: &Strategy, year, side| -> Vec<Line> {
        let on = |l: &&std::sync::Arc<Line>| {
            let sheet = strategy.get(l.sheet);
            l.side == side && sheet.is_some_and(|s| s.year == year)
        };
        let lines = strategy.lines.iter().filter(on);
        lines.map(|l| Line::clone(l)).collect()
    };
    let sheets =
        |strategy: &Strategy, year| strategy.sheets.iter().filter(|s| s.year == year).count();
    assert_eq!(sheets(&rolled, R7), 17);
    let (plan, proposed) = (
        of(&strategy, R6, Side::Planned),
        of(&rolled, R7, Side::Done),
    );
    assert_eq!((plan.len(), proposed.len()), (64, 64));
    for (planned, done) in plan.iter().zip(&proposed) {
        assert_eq!(done.initiative, planned.initiative);
        assert_eq!((&done.title, &done.marks), (&planned.title, &planned.marks));
        assert_eq!((done.settled.as_ref(), done.text.as_str()), (None, ""));
        assert!(done.budgets.is_empty() && done.courses.is_empty());
    }
    let carried = of(&rolled, R7, Side::Planned);
    assert_eq!(carried.len(), 64);
    let wine = |lines: &[Line]| {
        lines
            .iter()
            .find(|l| l.title == "ワイン振興対策事業")
            .cloned()
    };
    let line = wine(&carried).unwrap_or_else(|| panic!("not carried"));
    assert!(line.budgets.is_empty());
    assert_eq!(
        line.courses,
        BTreeMap::from([(R8, Course("事業終了".into()))])
    );
    assert_eq!(line.funding, Some(Funding::Subsidised));
    assert!(carried.iter().all(|l| !l.marks.iter().any(Mark::is_new)));
    let repeats = |lines: &[Line]| {
        lines
            .iter()
            .filter(|l| l.marks.iter().any(Mark::is_reprise))
            .count()
    };
    assert_eq!(repeats(&carried), repeats(&plan));
    // This year's sheets stay as they are.
    for record in strategy.lines.iter() {
        assert_eq!(rolled.get(record.id), Some(record));
    }
    // A year later what ends is judged, and planned no more.
    let again = made(&rolled, roll(&rolled, R7, &mut counting(5000)));
    assert_eq!(of(&again, R8, Side::Done).len(), 64);
    assert_eq!(of(&again, R8, Side::Planned).len(), 63);
    assert_eq!(wine(&of(&again, R8, Side::Planned)), None);
    // Nothing dangles, and the file comes back the same.
    assert_eq!(again.integrity(), []);
    let text = write(&again);
    let back = read(text.as_bytes()).unwrap_or_else(|why| panic!("{why:?}"));
    assert_eq!(write(&back), text);
}

/// Titles of the lines on one side of a measure's sheet of a year.
fn titles(strategy: &Strategy, measure: u64, year: FiscalYear, side: Side) -> Vec<String> {
    let sheets = strategy.sheets.under(Id::new(measure));
    let sheet = sheets.iter().find(|s| s.year == year).map(|s| s.id);
    let lines = sheet.map(|id| strategy.lines.under(id)).unwrap_or_default();
    let mine = lines.iter().filter(|line| line.side == side);
    mine.map(|line| line.title.clone()).collect()
}

#[test]
fn e21_a_sheet_made_by_hand_and_rolling_give_the_same_lines() {
    let mut strategy = measures(1);
    strategy.lines.insert(line(1, 1, None, known(5)));
    strategy.lines.insert(Line {
        courses: [(R7, Course("廃止".into()))].into(),
        ..line(2, 1, None, known(5))
    });
    let one = add_sheet(&strategy, Id::new(1), R7, &mut counting(100));
    let (one, rolled) = (
        made(&strategy, one),
        made(&strategy, roll(&strategy, R6, &mut counting(100))),
    );
    for after in [&one, &rolled] {
        assert_eq!(titles(after, 1, R7, Side::Done), ["行1", "行2"]);
        assert_eq!(titles(after, 1, R7, Side::Planned), ["行1"]);
    }
    let shut = close_year(&strategy, R6, Date("2025-06-01".into()), "課長");
    let shut = made(&strategy, shut);
    let after = made(&shut, add_sheet(&shut, Id::new(1), R7, &mut counting(100)));
    assert!(titles(&after, 1, R7, Side::Done).is_empty());
    assert_eq!(titles(&after, 1, R7, Side::Planned), ["行1"]);
}

#[test]
fn e21_rolling_fills_a_sheet_without_lines() {
    let mut strategy = measures(1);
    strategy.sheets.insert(Sheet {
        results: "成果".into(),
        ..empty_sheet(Id::new(9), Id::new(1), R7)
    });
    strategy.lines.insert(line(1, 1, None, known(5)));
    let rolled = made(&strategy, roll(&strategy, R6, &mut counting(100)));
    assert_eq!(titles(&rolled, 1, R7, Side::Done), ["行1"]);
    assert_eq!(titles(&rolled, 1, R7, Side::Planned), ["行1"]);
    assert_eq!(rolled.sheets.under(Id::new(1)).len(), 2);
    assert_eq!(
        rolled.get(Id::<Sheet>::new(9)).map(|s| &*s.results),
        Some("成果")
    );
}

#[test]
fn e21_rolling_can_be_undone() {
    let mut strategy = hokuto();
    let before = write(&strategy);
    let mut history = History::default();
    let edit = roll(&strategy, R6, &mut counting(1000)).unwrap_or_else(|why| panic!("{why:?}"));
    assert_eq!(edit.label.operation, Operation::Roll(R6));
    assert_eq!(edit.changes.len(), 17 + 64 + 64);
    assert!(
        history
            .commit(&mut strategy, edit, Moment::default())
            .is_ok()
    );
    let after = write(&strategy);
    assert_ne!(after, before);
    assert!(history.undo(&mut strategy).is_ok_and(|step| step.is_some()));
    assert_eq!(write(&strategy), before);
    assert!(history.redo(&mut strategy).is_ok_and(|step| step.is_some()));
    assert_eq!(write(&strategy), after);
}

#[test]
fn e21_rolling_keeps_budgets_already_given_and_skips_sheets_already_there() {
    let mut strategy = measures(2);
    strategy.initiatives.insert(initiative(1, 1, None));
    let course = |word: &str| Course(word.into());
    strategy.lines.insert(Line {
        budgets: [
            (R6, Money::Thousand(10)),
            (R7, Money::Thousand(20)),
            (R8, Money::Thousand(30)),
        ]
        .into(),
        courses: [(R7, course("拡充")), (R8, course("見直し"))].into(),
        funds: vec![Fund {
            source: FundSource::General,
            amount: 10,
        }],
        marks: vec![Mark("≪新規≫".into()), Mark("【再掲】".into())],
        text: "内容".into(),
        ..line(1, 1, Some(1), None)
    });
    strategy.lines.insert(Line {
        courses: [(R7, course("廃止"))].into(),
        ..line(2, 1, None, known(5))
    });
    let strategy = made(&strategy, add_sheet(&strategy, Id::new(2), R7, &mut || 9));
    let rolled = made(&strategy, roll(&strategy, R6, &mut counting(100)));
    let new: Vec<_> = rolled.sheets.iter().filter(|s| s.year == R7).collect();
    assert_eq!(new.len(), 2);
    let sheet = rolled.sheets.under(Id::new(1)).pop().map(|s| s.id);
    let lines = sheet.map(|id| rolled.lines.under(id)).unwrap_or_default();
    let side = |side| lines.iter().filter(move |l| l.side == side);
    let titles: Vec<_> = side(Side::Done).map(|l| l.title.as_str()).collect();
    assert_eq!(titles, ["行1", "行2"]);
    let carried: Vec<_> = side(Side::Planned).collect();
    assert_eq!(carried.len(), 1);
    let line = carried[0];
    assert_eq!(
        line.budgets,
        BTreeMap::from([(R7, Money::Thousand(20)), (R8, Money::Thousand(30))])
    );
    assert_eq!(line.courses, BTreeMap::from([(R8, course("見直し"))]));
    assert_eq!((line.text.as_str(), line.funds.len()), ("内容", 0));
    assert_eq!(line.marks, [Mark("【再掲】".into())]);
    assert_eq!(line.initiative, Some(Id::new(1)));
    let why = words(roll(&rolled, R6, &mut counting(500)));
    assert!(
        why.contains("令和7年度のシートは、すべての施策にもうあります"),
        "{why}"
    );
    let why = words(roll(&rolled, R8, &mut counting(500)));
    assert!(why.contains("令和8年度のシートがありません"), "{why}");
    assert_eq!(roll(&strategy, R6, &mut || 9), Err(Refusal::Taken));
}

#[test]
fn e22_a_closed_year_stays_as_it_is_until_opened_again() {
    let strategy = hokuto();
    let shut = made(&strategy, close_year(&strategy, R5, day(), "企画課"));
    assert!(closed(&shut, R5) && !closed(&shut, R6) && !closed(&strategy, R5));
    let refused = Err(Refusal::Closed(R5));
    // The half of the sheets of 令和6年度 that judges 令和5年度 …
    assert_eq!(set_settled(&shut, Id::new(1), "1"), refused);
    let late = empty_line(Id::new(900), Id::new(1), Side::Done, "おくれた行");
    assert_eq!(add_line(&shut, late, None, 0), refused);
    let check = |edit: Result<Edit, Refusal>| match edit {
        Ok(edit) => refuse_closed(&shut, &edit.changes),
        Err(why) => Err(why),
    };
    let sheet = Id::<Sheet>::new(1);
    let no = Err(Refusal::Closed(R5));
    assert_eq!(
        check(set(&shut, sheet, Field::Results, |s| s.results.clear())),
        no
    );
    assert_eq!(
        check(set(&shut, sheet, Field::Grade, |s| s.rating = "Ａ".into())),
        no
    );
    assert_eq!(check(remove(&shut, sheet)), no);
    assert_eq!(check(remove(&shut, Id::<Line>::new(1))), no);
    assert_eq!(check(remove(&shut, Id::<Goal>::new(1))), no);
    // … but not the half that plans.
    assert!(set_budget(&shut, Id::new(4), R6, "1").is_ok());
    assert!(set_course(&shut, Id::new(4), R7, "縮小").is_ok());
    assert!(roll(&shut, R6, &mut counting(1000)).is_ok());
    assert_eq!(
        check(set(&shut, sheet, Field::Outline, |s| s.outline.clear())),
        Ok(())
    );
    assert_eq!(
        check(set(&shut, Id::<Measure>::new(1), Field::Title, |m| m
            .title =
            "名".into())),
        Ok(())
    );
    // Making room beside a closed line is no change of it.
    let plan = empty_line(Id::new(900), Id::new(1), Side::Planned, "行");
    assert!(add_line(&shut, plan, None, 0).is_ok());
    let why = words(close_year(&shut, R5, day(), ""));
    assert!(why.contains("令和5年度はもう確定済みです"), "{why}");
    let why = words(reopen_year(&shut, R5, day(), "企画課", " "));
    assert!(why.contains("理由"), "{why}");
    let why = words(reopen_year(&shut, R6, day(), "企画課", "訂正"));
    assert!(why.contains("令和6年度は確定されていません"), "{why}");
    let open = made(&shut, reopen_year(&shut, R5, day(), "企画課", "決算の訂正"));
    assert!(!closed(&open, R5));
    assert!(set_settled(&open, Id::new(1), "1").is_ok());
    assert_eq!(open.about().closings.len(), 2);
    assert_eq!(open.about().closings[1].reason, "決算の訂正");
    let shut = made(&open, close_year(&open, R5, day(), ""));
    assert!(closed(&shut, R5));
}

#[test]
fn e22_actuals_and_ratings_of_a_closed_year_stay() {
    let bytes = include_bytes!("../../../public/samples/mihon.json");
    let strategy = read(bytes).unwrap_or_else(|why| panic!("{why:?}"));
    let mut years = strategy.series.iter().filter_map(|s| {
        let year = *s.actuals.keys().next_back()?;
        Some((s.id, s.indicator, year))
    });
    let (id, indicator, year) = years.next().unwrap_or_else(|| panic!("no actuals"));
    let open = year.next();
    let mut shut = strategy.clone();
    if !closed(&shut, year) {
        shut = made(&shut, close_year(&shut, year, day(), ""));
    }
    let check = |edit: Result<Edit, Refusal>| match edit {
        Ok(edit) => refuse_closed(&shut, &edit.changes),
        Err(why) => Err(why),
    };
    let no = Err(Refusal::Closed(year));
    let write = |at: FiscalYear| {
        set(&shut, id, Field::Actual(at), |s| {
            s.actuals.insert(at, Figure::read("12345"));
        })
    };
    assert_eq!(check(write(year)), no);
    assert_eq!(check(write(open)), Ok(()));
    let forget = set(&shut, id, Field::Actual(year), |s| {
        s.actuals.remove(&year);
    });
    assert_eq!(check(forget), no);
    let note = set(&shut, id, Field::Note, |s| {
        s.notes.insert(year, "あとから".into());
    });
    assert_eq!(check(note), no);
    let target = set(&shut, id, Field::Target(year), |s| {
        s.targets.insert(year, Figure::read("12345"));
    });
    assert_eq!(check(target), Ok(()));
    assert!(check(remove(&shut, indicator)).is_err());
}

/// みほん町 has closed 令和3, 4 and 5年度.
#[test]
fn e25_a_block_over_a_closed_year_leaves_it_and_tells_so() {
    let bytes = include_bytes!("../../../public/samples/mihon.json");
    let strategy = read(bytes).unwrap_or_else(|why| panic!("{why:?}"));
    let (shut, open) = (FiscalYear(2021), FiscalYear(2024));
    assert!(closed(&strategy, shut) && !closed(&strategy, open));
    let both = |s: &&std::sync::Arc<Series>| s.actuals.contains_key(&shut);
    let series = strategy.series.iter().find(both).map(|s| s.id);
    let series = series.unwrap_or_else(|| panic!("no actuals"));
    let actual = |year, text: &str| {
        (
            TableCell::Figure(series, FigureCell::Actual(year)),
            text.to_owned(),
        )
    };
    let closed_only = BTreeMap::from([(shut, 1)]);

    // The open year is written, the closed one counted.
    let pasted = paste(&strategy, &[actual(shut, "1"), actual(open, "2")], 0);
    assert_eq!((pasted.written, &pasted.closed), (1, &closed_only));
    let after = made(&strategy, pasted.edit);
    let figure = |s: &Strategy, year| {
        s.get(series)
            .and_then(|s| s.actuals.get(&year).map(|f| f.text().to_owned()))
    };
    assert_eq!(figure(&after, open).as_deref(), Some("2"));
    assert_eq!(figure(&after, shut), figure(&strategy, shut));

    // Emptying it alone changes nothing, and that is what is told.
    let cleared = clear_cells(&strategy, &[actual(shut, "")]);
    assert_eq!((cleared.written, &cleared.closed), (0, &closed_only));
    assert_eq!(cleared.edit, Err(Refusal::Nothing));
    for said in [
        words_of::cleared(&cleared),
        words_of::pasted(&cleared),
        words_of::filled(&cleared),
    ] {
        assert_eq!(said, "1か所は、令和3年度が確定済みのため変えていません。");
    }

    // Pasting the same value is no change, closed or not.
    let same = figure(&strategy, shut).unwrap_or_default();
    let again = paste(&strategy, &[actual(shut, &same)], 0);
    assert_eq!(
        (again.written, again.closed.len(), again.skipped),
        (0, 0, 0)
    );
}

/// No word of a refusal or an account claims what was not done.
#[test]
fn e25_a_refused_block_of_money_has_no_edit() {
    let strategy = hokuto();
    let shut = made(&strategy, close_year(&strategy, R5, day(), ""));
    let cell = MoneyCell::Settled(Id::new(1));
    let block = [(LineCell::Money(cell), "1".into())];
    let written = write_cells(&shut, &block, Operation::Paste);
    assert_eq!((written.changed, written.unwritten), (0, Vec::new()));
    assert_eq!(written.closed, BTreeMap::from([(R5, 1)]));
    assert_eq!(written.edit, Err(Refusal::Nothing));
}

#[test]
fn e95_lines_added_for_a_long_block_and_their_amounts_are_one_edit() {
    let strategy = hokuto();
    let sheet = |year| {
        let mut all = strategy.sheets.iter();
        all.find(|sheet| sheet.year == year).map(|sheet| sheet.id)
    };
    let sheet = sheet(R6).unwrap_or_else(|| panic!("no sheet of R6"));
    let there = strategy.lines.under(sheet).len();
    let added = [8001, 8002].map(|id| empty_line(Id::new(id), sheet, Side::Planned, ""));
    let budget = |id| LineCell::Money(MoneyCell::Budget(Id::new(id), R7));
    let block = [
        (budget(8001), "1,200千円".to_owned()),
        (budget(8002), "未定のまま".to_owned()),
        (LineCell::Course(Id::new(8002), R7), "拡充".to_owned()),
    ];
    let write = |s: &Strategy| write_cells_with_lines(s, added.to_vec(), &block, Operation::Paste);
    let written = write(&strategy);
    assert_eq!((written.changed, written.unwritten.len()), (2, 1));
    let edit = written.edit.unwrap_or_else(|why| panic!("{why:?}"));
    let after = done(&strategy, &edit);
    let lines = after.lines.under(sheet);
    assert_eq!(lines.len(), there + 2);
    let last: Vec<_> = lines.iter().rev().take(2).map(|line| line.id).collect();
    assert_eq!(last, [Id::new(8002), Id::new(8001)]);
    assert_eq!(MoneyCell::Budget(Id::new(8001), R7).of(&after), known(1200));
    assert_eq!(done(&after, &edit.reverse()), strategy);
    // Once they are there, the same ids are refused, and nothing is written.
    assert_eq!(write(&after).edit, Err(Refusal::Taken));
}

#[test]
fn e21_sheets_of_a_plan_that_has_none_begin_with_its_initiatives() {
    let mut strategy = Strategy::default();
    let first = FiscalYear(2027);
    let period = Period {
        first,
        last: first.next(),
    };
    strategy.about.insert(About {
        period,
        ..About::default()
    });
    strategy.goals.insert(Goal {
        id: Id::new(1),
        ..Goal::default()
    });
    for id in [1, 2] {
        let goal = Id::new(1);
        strategy.measures.insert(Measure {
            id: Id::new(id),
            goal,
            ..Measure::default()
        });
        strategy.initiatives.insert(initiative(id, id, None));
    }
    let of = |year| made(&strategy, add_sheets(&strategy, year, &mut counting(100)));
    // 実施計画 of the first year: nothing is judged yet. 評価 of it: what was done, and what goes on.
    for (year, done) in [(first, vec![]), (first.next(), vec!["事業2"])] {
        let after = of(year);
        assert_eq!(titles(&after, 2, year, Side::Done), done);
        assert_eq!(titles(&after, 2, year, Side::Planned), ["事業2"]);
        let why = words(add_sheets(&after, year, &mut counting(200)));
        assert!(why.contains("すべての施策にもうあります"), "{why}");
    }
    // The last year is judged after the plan, which plans nothing more.
    let after = of(period.last.next());
    assert_eq!(titles(&after, 1, period.last.next(), Side::Done), ["事業1"]);
    assert!(titles(&after, 1, period.last.next(), Side::Planned).is_empty());
    // The year after is made of them.
    let judged = of(first.next());
    let next = made(&judged, roll(&judged, first.next(), &mut counting(300)));
    assert_eq!(titles(&next, 1, period.last.next(), Side::Done), ["事業1"]);
}
