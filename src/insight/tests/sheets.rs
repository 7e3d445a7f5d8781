//! Foundations of the pages of sheets: cells of money, 再掲, blanks, and the announced effects of rolling (rules E23,
//! E24, E74, I47, I48).

use edit::*;
use format::json::read;
use insight::money::{Scope, total};
use insight::sheets::*;
use strategy::*;
use words::Say;

use fixtures::small_plan::{R6, dash, initiative, known, line, measures};

const R5: FiscalYear = FiscalYear(2023);
const R7: FiscalYear = FiscalYear(2025);

fn sample(bytes: &[u8]) -> Strategy {
    read(bytes).unwrap_or_else(|why| panic!("{why:?}"))
}

fn hokuto() -> Strategy {
    sample(include_bytes!("../../../public/samples/hokuto-2024.json"))
}

fn mihon() -> Strategy {
    sample(include_bytes!("../../../public/samples/mihon.json"))
}

fn made(strategy: &Strategy, edit: Result<Edit, Refusal>) -> Strategy {
    let mut after = strategy.clone();
    let edit = edit.unwrap_or_else(|why| panic!("{why:?}"));
    edit.apply(&mut after)
        .unwrap_or_else(|why| panic!("{why:?}"));
    after
}

fn words(refused: Result<Edit, Refusal>) -> String {
    match refused {
        Ok(edit) => panic!("not refused: {:?}", edit.label),
        Err(why) => why.say(),
    }
}

/// Two measures, each with a sheet of R6; measure 1 has line 1 (initiative 1, 5,000), measure 2 line 2 (none).
fn two() -> Strategy {
    let mut s = measures(2);
    s.initiatives.insert(initiative(1, 1, None));
    s.lines.insert(line(1, 1, Some(1), known(5_000)));
    s.lines.insert(line(2, 2, None, None));
    s
}

#[test]
fn every_cell_of_money_takes_text_and_is_emptied() {
    let s = two();
    let (id, sheet) = (Id::new(1), Id::new(1));
    for cell in [
        MoneyCell::Budget(id, R6),
        MoneyCell::Fund(id, FundSource::Bond),
        MoneyCell::Printed(sheet, Side::Done),
        MoneyCell::Printed(sheet, Side::Planned),
    ] {
        let after = made(&s, set_money(&s, cell, "1,234千円"));
        assert_eq!(cell.of(&after), known(1_234), "{cell:?}");
        let emptied = made(&after, set_money(&after, cell, ""));
        assert_eq!(cell.of(&emptied), None, "{cell:?}");
        let why = words(set_money(&s, cell, "約5千"));
        assert!(why.contains("「約5千」は金額として読めません"), "{why}");
    }
    // A part of the money that is a dash is no part.
    let fund = MoneyCell::Fund(id, FundSource::Nation);
    assert_eq!(set_money(&s, fund, "-"), Err(Refusal::Nothing));
    let mut funded = s.clone();
    for (source, text) in [
        (FundSource::General, "2,000"),
        (FundSource::Nation, "3,000"),
    ] {
        funded = made(
            &funded,
            set_money(&funded, MoneyCell::Fund(id, source), text),
        );
    }
    let sources = |s: &Strategy| -> Vec<_> {
        let line = s.get(id).unwrap_or_else(|| panic!("no line"));
        line.funds.iter().map(|f| (f.source, f.amount)).collect()
    };
    let expected = [(FundSource::Nation, 3_000), (FundSource::General, 2_000)];
    assert_eq!(sources(&funded), expected);
}

#[test]
fn e23_a_block_writes_what_it_can_and_gives_the_rest_back() {
    let s = two();
    let cell = |id| MoneyCell::Budget(Id::new(id), R6);
    let money = |cell, text: &str| (LineCell::Money(cell), text.to_owned());
    let block = [
        money(cell(1), "6,000"),
        money(cell(2), "調整中"),
        money(MoneyCell::Budget(Id::new(2), R7), "-"),
        money(MoneyCell::Budget(Id::new(2), R5), "1"),
    ];
    let written = write_cells(&s, &block, Operation::Paste);
    let told: Vec<_> = written
        .unwritten
        .iter()
        .map(|u| (u.cell, u.text.as_str()))
        .collect();
    let before = MoneyCell::Budget(Id::new(2), R5);
    let cells = [cell(2), before].map(LineCell::Money);
    assert_eq!(told, [(cells[0], "調整中"), (cells[1], "1")]);
    assert!(written.unwritten[1].why.say().contains("欄はありません"));
    assert_eq!(written.changed, 2);
    let edit = written.edit.unwrap_or_else(|_| panic!("no edit"));
    assert_eq!(edit.label.operation, Operation::Paste(2));
    let after = made(&s, Ok(edit));
    assert_eq!(cell(1).of(&after), known(6_000));
    assert_eq!(cell(2).of(&after), None);
    assert_eq!(MoneyCell::Budget(Id::new(2), R7).of(&after), dash());
    let nothing = write_cells(&after, &[money(cell(1), "6000")], Operation::Paste);
    assert_eq!((nothing.changed, nothing.edit), (0, Err(Refusal::Nothing)));
    assert_eq!(nothing.unwritten, Vec::new());
}

/// The cells of 全事業の表: 決算額, 予算額, 方向性 and 財源 of several lines and years.
#[test]
fn e74_cells_of_all_kinds_are_written_in_one_step_and_closed_years_stay() {
    let s = two();
    let line = |id| Id::<Line>::new(id);
    let block = [
        (LineCell::Money(MoneyCell::Budget(line(1), R6)), "6,000"),
        (LineCell::Course(line(1), R6), "維持"),
        (LineCell::Course(line(1), R7), " 事業終了 "),
        (LineCell::Course(line(2), R7), "様子を見る"),
        (
            LineCell::Money(MoneyCell::Fund(line(2), FundSource::Bond)),
            "７００千円",
        ),
        (LineCell::Money(MoneyCell::Settled(line(2))), "1"),
    ]
    .map(|(cell, text)| (cell, text.to_owned()));
    let written = write_cells(&s, &block, Operation::Paste);
    assert_eq!((written.changed, written.unwritten.len()), (5, 1));
    let after = made(&s, written.edit);
    let of = |id| after.get(line(id)).unwrap_or_else(|| panic!("no line"));
    assert_eq!((of(1).courses.len(), of(2).courses.len()), (2, 1));
    assert_eq!(of(1).courses.get(&R7), Some(&Course("事業終了".into())));
    assert_eq!(of(1).budgets.get(&R6).cloned(), known(6_000));
    assert_eq!(of(2).funds[0].amount, 700);
    let shut = made(&s, close_year(&s, R6, Date("2026-04-01".into()), ""));
    let written = write_cells(&shut, &block, Operation::Paste);
    assert_eq!((written.changed, written.edit), (0, Err(Refusal::Nothing)));
    assert_eq!(written.closed.get(&R6), Some(&5));
}

#[test]
fn e24_a_line_becomes_a_reprise_with_the_originals_money() {
    let s = two();
    let (line, fresh) = (Id::new(2), Id::new(9));
    let whole = |s: &Strategy| {
        let t = total(s, Scope::All, Side::Planned, R6);
        (t.sum, t.net)
    };
    assert_eq!(whole(&s), (5_000, 5_000));
    let of = Some(Reprise::Of(Id::new(1)));
    let after = made(&s, set_reprise(&s, line, of.clone(), fresh));
    assert_eq!(whole(&after), (10_000, 5_000));
    let now = after.get(line).unwrap_or_else(|| panic!("no line"));
    assert_eq!(now.initiative, Some(fresh));
    assert_eq!(now.marks, [Mark("【再掲】".into())]);
    assert_eq!(after.get(fresh).map(|i| i.measure), Some(Id::new(2)));
    // The original cannot in turn repeat its own repeat.
    let circle = set_reprise(&after, Id::new(1), Some(Reprise::Of(fresh)), Id::new(10));
    assert!(words(circle).contains("自分自身に戻ります"));
    // Without its original it stays, says what it was of, and is counted once.
    let orphan = made(&after, remove(&after, Id::<Initiative>::new(1)));
    let elsewhere = Reprise::Elsewhere("事業1".into());
    let said = orphan.get(fresh).and_then(|i| i.reprise.clone());
    assert_eq!(said, Some(elsewhere));
    assert_eq!(MoneyCell::Budget(line, R6).of(&orphan), known(5_000));
    let back = made(&after, set_reprise(&after, line, None, Id::new(11)));
    assert_eq!(whole(&back), (10_000, 10_000));
    assert_eq!(back.get(line).map(|l| l.marks.len()), Some(0));
    // Money that is there is not overwritten.
    let own = made(&s, set_money(&s, MoneyCell::Budget(line, R6), "7"));
    let after = made(&own, set_reprise(&own, line, of, fresh));
    assert_eq!(MoneyCell::Budget(line, R6).of(&after), known(7));
}

#[test]
fn a_new_work_is_a_line_and_an_initiative_in_one_edit() {
    let s = two();
    let line = empty_line(Id::new(3), Id::new(2), Side::Planned, "移動図書館");
    let after = made(&s, add_work(&s, Id::new(5), line.clone()));
    assert_eq!(
        after.get(Id::<Line>::new(3)).and_then(|l| l.initiative),
        Some(Id::new(5))
    );
    let made_of = after.get(Id::<Initiative>::new(5));
    assert_eq!(made_of.map(|i| i.title.as_str()), Some("移動図書館"));
    assert_eq!(add_work(&s, Id::new(1), line), Err(Refusal::Taken));
}

#[test]
fn i47_what_is_blank_and_whose_it_is() {
    let s = mihon();
    let year = FiscalYear(2024);
    let told: Vec<_> = blanks(&s, year)
        .into_iter()
        .filter_map(|b| Some((s.get(b.measure)?.title.clone(), b.owner, b.lacks)))
        .collect();
    let expected = [
        (
            "企業誘致と働く場の確保".to_owned(),
            "産業振興課".to_owned(),
            vec![SheetLack::Sheet],
        ),
        (
            "健康づくりと支え合い".to_owned(),
            "健康こども課".to_owned(),
            vec![SheetLack::Rating],
        ),
    ];
    assert_eq!(told, expected);
    assert_eq!(reviews_owed(&s, year), s.measures.len());
    assert_eq!(blanks(&s, FiscalYear(2021)), []);
    assert_eq!(reviews_owed(&s, FiscalYear(2018)), 0);
    let h = hokuto();
    assert_eq!(blanks(&h, R5), []);
    let next = blanks(&h, R6);
    assert_eq!(next.len(), 17);
    assert!(next.iter().all(|b| b.lacks == [SheetLack::Sheet]));
    let mut number = 9_000;
    let mut count = || {
        number += 1;
        number
    };
    let rolled = made(&h, roll(&h, R6, &mut count));
    let all = blanks(&rolled, R6);
    assert_eq!(all.len(), 17);
    let lacks = [
        SheetLack::Settled(3),
        SheetLack::Results,
        SheetLack::Rating,
        SheetLack::Improvements,
    ];
    assert_eq!(all[0].lacks, lacks);
}

#[test]
fn i48_rolling_is_told_before_it_is_done() {
    let h = hokuto();
    let ending = Id::new(4);
    let h = made(&h, set_course(&h, ending, R7, "事業終了"));
    let mut number = 9_000;
    let mut count = || {
        number += 1;
        number
    };
    let edit = roll(&h, R6, &mut count).unwrap_or_else(|why| panic!("{why:?}"));
    let told = rolling(&h, R6, &edit);
    assert_eq!(told.len(), 17);
    let ended: Vec<_> = told.iter().flat_map(|r| &r.ended).map(|l| l.id).collect();
    assert_eq!(ended, [ending]);
    let carried: usize = told.iter().map(|r| r.carried.len()).sum();
    let done: usize = told.iter().map(|r| r.done).sum();
    assert_eq!((carried, done), (63, 64));
}

#[test]
fn i48_what_rolling_leaves_out_and_what_it_fills_is_told() {
    let mut s = measures(2);
    let second = s.sheets.under(Id::new(2)).pop().map(|sheet| sheet.id);
    s.sheets
        .remove(second.unwrap_or_else(|| panic!("it has a sheet")));
    s.lines.insert(line(1, 1, None, known(5)));
    s.sheets.insert(empty_sheet(Id::new(9), Id::new(1), R7));
    assert_eq!(left_out(&s, R6), [Id::new(2)]);
    let mut number = 100;
    let edit = roll(&s, R6, &mut || {
        number += 1;
        number
    });
    let edit = edit.unwrap_or_else(|why| panic!("{why:?}"));
    let told = rolling(&s, R6, &edit);
    let told: Vec<_> = told.iter().map(|r| (r.measure, r.done)).collect();
    assert_eq!(told, [(Id::new(1), 1)]);
    s.sheets.insert(empty_sheet(Id::new(10), Id::new(2), R7));
    assert!(
        left_out(&s, R6).is_empty(),
        "its sheet of the year after is there"
    );
}

#[test]
fn years_and_marks_that_are_offered() {
    let h = hokuto();
    assert_eq!(editions(&h).into_iter().collect::<Vec<_>>(), [(R6, 17)]);
    let years: Vec<_> = plannable_years(&h).into_iter().map(|y| y.0).collect();
    assert_eq!(years, [2024, 2025, 2026]);
    // The last year of a plan can be judged, also without any sheet.
    let period = h.about().period;
    let mut bare = Strategy::default();
    bare.about.insert(About {
        period,
        ..About::default()
    });
    assert_eq!(judging_editions(&bare).last(), Some(&period.last.next()));
    assert_eq!(marks_offered(&h), ["Ａ", "Ｂ", "Ｃ", "Ｄ"]);
    assert_eq!(marks_offered(&mihon()), ["A", "B", "C", "D"]);
    let sheet = sheet_of(&h, Id::new(1), R6);
    assert_eq!(sheet, Some(Id::new(1)));
    assert_eq!(sheet_of(&h, Id::new(1), R7), None);
}
