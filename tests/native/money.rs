//! 金額: the totals of the sheets (rules I40–I46).

mod properties;
pub mod small;

use michishirube::format::json::read;
use michishirube::insight::money::*;
use michishirube::locale::plan as words;
use michishirube::strategy::*;

use small::{R6, dash, initiative, known, line, measures, sheet};

const R5: FiscalYear = FiscalYear(2023);
const R7: FiscalYear = FiscalYear(2025);
const R8: FiscalYear = FiscalYear(2026);

fn hokuto() -> Strategy {
    let bytes = include_bytes!("../../public/samples/hokuto-2024.json");
    read(bytes).unwrap_or_else(|why| panic!("{why}"))
}

fn both(total: Total) -> (i64, i64) {
    (total.sum, total.net)
}

fn plan(strategy: &Strategy) -> Ledger {
    Ledger::new(strategy, Side::Planned, R6)
}

#[test]
fn i40_every_printed_total_of_hokuto_comes_out() {
    let totals = printed_totals(&hokuto());
    assert_eq!(totals.len(), 34);
    for total in &totals {
        assert!(total.agrees(), "{total:?}");
    }
    let printed = |side| -> i64 {
        let of = totals.iter().filter(|t| t.side == side);
        of.map(|t| t.printed).sum()
    };
    assert_eq!(
        (printed(Side::Done), printed(Side::Planned)),
        (526_586, 892_032)
    );
}

#[test]
fn i40_a_printed_total_that_does_not_come_out_is_told() {
    let mut strategy = hokuto();
    let id = Id::new(1);
    let mut changed = Sheet::clone(strategy.sheets.get(id).unwrap_or_else(|| panic!("no {id}")));
    changed.printed_budget = Some(2_301);
    strategy.sheets.insert(changed);
    let wrong: Vec<_> = printed_totals(&strategy)
        .into_iter()
        .filter(|t| !t.agrees())
        .collect();
    let expected = PrintedTotal {
        sheet: id,
        side: Side::Planned,
        printed: 2_301,
        computed: 2_300,
    };
    assert_eq!(wrong, [expected]);
}

#[test]
fn i41_hokuto_counted_once_as_a_whole_and_by_heading() {
    let strategy = hokuto();
    for (side, year, whole, divisions) in [
        (
            Side::Done,
            R5,
            (526_586, 431_295),
            [
                (14_652, 14_652),
                (17_572, 17_572),
                (127_746, 127_746),
                (366_616, 271_325),
            ],
        ),
        (
            Side::Planned,
            R6,
            (892_032, 489_010),
            [
                (18_549, 18_549),
                (21_380, 21_380),
                (283_989, 283_989),
                (568_114, 165_092),
            ],
        ),
    ] {
        assert_eq!(both(total(&strategy, Scope::All, side, year)), whole);
        assert_eq!(
            both(total(&strategy, Scope::Goal(Id::new(1)), side, year)),
            whole
        );
        for (number, expected) in (1..).zip(divisions) {
            let scope = Scope::Division(Id::new(number));
            assert_eq!(
                both(total(&strategy, scope, side, year)),
                expected,
                "{number}"
            );
        }
    }
}

#[test]
fn i41_mihon_over_two_years() {
    let bytes = include_bytes!("../../public/samples/mihon.json");
    let strategy = read(bytes).unwrap_or_else(|why| panic!("{why}"));
    for (side, year, sum, repeated) in [
        (Side::Planned, R6, 407_350, 8_000),
        (Side::Planned, R7, 420_450, 17_600),
        (Side::Done, R5, 353_650, 7_350),
        (Side::Done, R6, 419_910, 17_120),
    ] {
        let whole = both(total(&strategy, Scope::All, side, year));
        assert_eq!(whole, (sum, sum - repeated), "{side:?} {year}");
        assert_eq!(Ledger::new(&strategy, side, year).differences(), []);
    }
}

#[test]
fn i40_dashes_and_blanks_are_counted_apart() {
    let strategy = hokuto();
    let whole = total(&strategy, Scope::All, Side::Planned, R6);
    assert_eq!(
        (whole.lines, whole.known, whole.dashes, whole.unset()),
        (64, 40, 24, 0)
    );
    assert_eq!(whole.repeats, 6);
    let done = total(&strategy, Scope::All, Side::Done, R5);
    assert_eq!(
        (done.lines, done.known, done.dashes, done.unset()),
        (63, 39, 24, 0)
    );
    assert_eq!(done.repeats, 5);
    let later = total(&strategy, Scope::All, Side::Planned, R7);
    assert_eq!((later.sum, later.known, later.unset()), (0, 0, 64));
    let none = total(&strategy, Scope::All, Side::Done, R6);
    assert_eq!((none.lines, none.sum), (0, 0));
}

#[test]
fn i42_what_is_left_out_names_the_line_that_counts() {
    let strategy = hokuto();
    let told = |side, year| -> Vec<String> {
        let ledger = Ledger::new(&strategy, side, year);
        let name = |e: &Entry| {
            let measure = strategy.get(e.measure).map(|m| m.title.as_str());
            format!(
                "{}「{}」{}",
                measure.unwrap_or("?"),
                e.line.title,
                e.amount()
            )
        };
        let pairs = ledger.left_out(Scope::All);
        pairs
            .iter()
            .map(|(a, b)| format!("{} ← {}", name(a), name(b)))
            .collect()
    };
    assert_eq!(
        told(Side::Done, R5),
        [
            "市民協働の推進と市民満足度の向上「地域協働事業対策補助金」931 ← 地域コミュニティ活動の推進「地域協働事業対策補助金」931",
            "市民協働の推進と市民満足度の向上「地域応援元気づくり補助金」800 ← 市民や各種団体との連携「地域応援元気づくり補助金」800",
            "市民協働の推進と市民満足度の向上「パブリックコメント手続の運用」0 ← 広聴活動の推進「パブリックコメント手続の運用」0",
            "さらなる魅力の創造と活用「ふるさと納税制度の活用」93545 ← 健全な財政運営「ふるさと納税制度の活用」93545",
            "さらなる魅力の創造と活用「ＳＤＧｓの普及啓蒙」15 ← 市民や各種団体との連携「ＳＤＧｓの普及啓蒙」15",
        ]
    );
    assert_eq!(
        told(Side::Planned, R6),
        [
            "ほくとらしさの情報発信「ふるさと納税制度の活用」200000 ← 健全な財政運営「ふるさと納税制度の活用」200000",
            "市民協働の推進と市民満足度の向上「地域協働事業対策補助金」2000 ← 地域コミュニティ活動の推進「地域協働事業対策補助金」2000",
            "市民協働の推進と市民満足度の向上「地域応援元気づくり補助金」1000 ← 市民や各種団体との連携「地域応援元気づくり補助金」1000",
            "市民協働の推進と市民満足度の向上「パブリックコメント手続の運用」0 ← 広聴活動の推進「パブリックコメント手続の運用」0",
            "さらなる魅力の創造と活用「ふるさと納税制度の活用」200000 ← 健全な財政運営「ふるさと納税制度の活用」200000",
            "さらなる魅力の創造と活用「ＳＤＧｓの普及啓蒙」22 ← 市民や各種団体との連携「ＳＤＧｓの普及啓蒙」22",
        ]
    );
    let ledger = Ledger::new(&strategy, Side::Planned, R6);
    let absent = ledger
        .entries
        .iter()
        .filter(|e| e.standing == Standing::OriginalAbsent);
    assert_eq!(absent.count(), 10);
}

#[test]
fn i43_parts_add_up_to_the_whole() {
    let strategy = hokuto();
    for (side, year) in [(Side::Done, R5), (Side::Planned, R6)] {
        let whole = both(total(&strategy, Scope::All, side, year));
        let add = |(a, b): (i64, i64), (c, d): (i64, i64)| (a + c, b + d);
        let sheets = strategy.sheets.ids();
        let by_sheet = sheets.map(|id| both(sheet_total(&strategy, id, side, year)));
        assert_eq!(by_sheet.fold((0, 0), add), whole);
        let measures = strategy.measures.ids();
        let by_measure = measures.map(|id| both(total(&strategy, Scope::Measure(id), side, year)));
        assert_eq!(by_measure.fold((0, 0), add), whole);
        let ledger = Ledger::new(&strategy, side, year);
        let share = |(sum, net), s: &Share| (sum + s.sum, net + s.net);
        let funding = ledger.by_funding(Scope::All);
        assert_eq!(funding.iter().map(|(_, s)| s).fold((0, 0), share), whole);
        let courses = ledger.by_course(Scope::All, R8);
        assert_eq!(courses.iter().map(|(_, s)| s).fold((0, 0), share), whole);
        let funds = ledger.by_fund(Scope::All);
        assert_eq!(funds.iter().map(|(_, s)| s).fold((0, 0), share), whole);
    }
}

#[test]
fn shares_by_course_and_funding() {
    let ledger = Ledger::new(&hokuto(), Side::Planned, R6);
    let courses = ledger.by_course(Scope::All, R8);
    let words: Vec<_> = courses
        .iter()
        .map(|(course, share)| (course.as_ref().map_or("", |c| c.0.as_str()), share.lines))
        .collect();
    let expected = [
        ("維持", 44),
        ("拡充", 11),
        ("検討", 7),
        ("見直し", 1),
        ("事業終了", 1),
    ];
    assert_eq!(words, expected);
    let ended = courses.last().map(|(_, share)| (share.sum, share.net));
    assert_eq!(ended, Some((103_082, 103_082)));
    let funding = ledger.by_funding(Scope::All);
    let subsidised = funding
        .iter()
        .find(|(kind, _)| *kind == Some(Funding::Subsidised));
    let expected = Share {
        lines: 3,
        sum: 103_145,
        net: 103_145,
    };
    assert_eq!(subsidised.map(|(_, share)| *share), Some(expected));
}

#[test]
fn shares_by_fund_keep_what_is_not_broken_down() {
    let mut strategy = measures(1);
    let fund = |source, amount| Fund { source, amount };
    strategy.lines.insert(Line {
        funds: vec![
            fund(FundSource::General, 300),
            fund(FundSource::Nation, 500),
        ],
        budgets: [(R6, Money::Thousand(1000)), (R7, Money::Thousand(70))].into(),
        ..line(1, 1, None, None)
    });
    let shares = |year| -> Vec<_> {
        let ledger = Ledger::new(&strategy, Side::Planned, year);
        let shares = ledger.by_fund(Scope::All);
        shares
            .into_iter()
            .map(|(source, share)| (source, share.sum))
            .collect()
    };
    let expected = [
        (Some(FundSource::Nation), 500),
        (Some(FundSource::General), 300),
        (None, 200),
    ];
    assert_eq!(shares(R6), expected);
    assert_eq!(shares(R7), [(None, 70)]);
}

#[test]
fn i41_chains_circles_and_strangers() {
    let of = |id| Some(Reprise::Of(Id::new(id)));
    // Original, repeat, repeat of the repeat: once.
    let mut strategy = measures(3);
    strategy.initiatives.insert(initiative(1, 1, None));
    strategy.initiatives.insert(initiative(2, 2, of(1)));
    strategy.initiatives.insert(initiative(3, 3, of(2)));
    for id in 1..=3 {
        strategy.lines.insert(line(id, id, Some(id), known(100)));
    }
    assert_eq!(both(plan(&strategy).total(Scope::All)), (300, 100));
    assert_eq!(
        both(plan(&strategy).total(Scope::Measure(Id::new(1)))),
        (100, 100)
    );
    // The original has no line this year: the nearest repeat counts.
    let mut without = strategy.clone();
    without.lines.remove(Id::new(1));
    assert_eq!(both(plan(&without).total(Scope::All)), (200, 100));
    assert_eq!(plan(&without).total(Scope::Sheet(Id::new(2))).net, 100);
    assert_eq!(plan(&without).entries[0].standing, Standing::OriginalAbsent);
    // The original is gone: two repeats of it still count once.
    let mut gone = strategy.clone();
    gone.initiatives.remove(Id::new(1));
    gone.initiatives.insert(initiative(3, 3, of(1)));
    gone.lines.remove(Id::new(1));
    assert_eq!(both(plan(&gone).total(Scope::All)), (200, 100));
    // A circle counts once and ends.
    let mut circle = strategy.clone();
    circle.initiatives.insert(initiative(1, 1, of(3)));
    assert_eq!(both(plan(&circle).total(Scope::All)), (300, 100));
    // A line about another measure's initiative is a repeat too.
    let mut guest = strategy.clone();
    guest.lines.insert(line(4, 2, Some(1), known(100)));
    assert_eq!(both(plan(&guest).total(Scope::All)), (400, 100));
    // Two lines of one initiative on one sheet are two parts of its money.
    let mut parts = strategy.clone();
    parts.lines.insert(line(5, 1, Some(1), known(30)));
    assert_eq!(both(plan(&parts).total(Scope::All)), (330, 130));
    // A line that names no initiative stands for itself.
    parts.lines.insert(line(6, 1, None, known(7)));
    assert_eq!(both(plan(&parts).total(Scope::All)), (337, 137));
}

#[test]
fn i45_no_total_overflows() {
    let mut strategy = measures(1);
    for (id, amount) in [(1, i64::MAX), (2, i64::MAX), (3, -5), (4, i64::MIN)] {
        strategy.lines.insert(line(id, 1, None, known(amount)));
    }
    assert_eq!(plan(&strategy).total(Scope::All).sum, i64::MAX - 6);
    strategy.lines.remove(Id::new(4));
    assert_eq!(plan(&strategy).total(Scope::All).sum, i64::MAX);
    let courses = plan(&strategy).by_course(Scope::All, R7);
    assert_eq!(courses[0].1.sum, i64::MAX);
    let empty = Ledger::new(&strategy, Side::Planned, R5);
    let change = compare(&empty, &plan(&strategy));
    assert_eq!(
        change.iter().map(Change::moved).collect::<Vec<_>>(),
        [Moved::New; 3]
    );
    let mut down = strategy.clone();
    down.lines.insert(line(1, 1, None, known(i64::MIN)));
    let change = compare(&plan(&strategy), &plan(&down));
    assert_eq!(change[0].difference(), Some(i64::MIN));
}

#[test]
fn i46_a_repeat_that_prints_another_amount_is_told() {
    let mut strategy = measures(2);
    strategy.initiatives.insert(initiative(1, 1, None));
    strategy
        .initiatives
        .insert(initiative(2, 2, Some(Reprise::Of(Id::new(1)))));
    strategy.lines.insert(line(1, 1, Some(1), known(100)));
    strategy.lines.insert(line(2, 2, Some(2), known(100)));
    assert_eq!(plan(&strategy).differences(), []);
    strategy.lines.insert(line(2, 2, Some(2), known(90)));
    assert_eq!(both(plan(&strategy).total(Scope::All)), (190, 100));
    let expected = Difference {
        line: Id::new(2),
        measure: Id::new(2),
        original: Id::new(1),
        printed: 90,
        counted: 100,
    };
    assert_eq!(plan(&strategy).differences(), [expected]);
    assert_eq!(Ledger::new(&hokuto(), Side::Planned, R6).differences(), []);
    assert_eq!(Ledger::new(&hokuto(), Side::Done, R5).differences(), []);
}

#[test]
fn compares_the_plans_of_two_years_and_a_plan_with_its_settlement() {
    let mut strategy = measures(1);
    for id in 1..=6 {
        strategy.initiatives.insert(initiative(id, 1, None));
    }
    for (id, amount) in [
        (1, known(100)),
        (2, known(100)),
        (3, known(100)),
        (4, known(100)),
        (5, dash()),
    ] {
        strategy.lines.insert(line(id, 1, Some(id), amount));
    }
    strategy.sheets.insert(sheet(9, 1, R7));
    let next = |id, initiative, amount: Option<Money>| Line {
        budgets: amount.map(|m| (R7, m)).into_iter().collect(),
        ..line(id, 9, Some(initiative), None)
    };
    for (id, of, amount) in [
        (11, 6, known(1)),
        (12, 1, known(150)),
        (13, 2, known(50)),
        (14, 3, known(100)),
        (15, 5, None),
    ] {
        strategy.lines.insert(next(id, of, amount));
    }
    let done = |id, initiative, amount: Option<Money>| Line {
        side: Side::Done,
        settled: amount,
        ..line(id, 9, Some(initiative), None)
    };
    strategy.lines.insert(done(21, 1, known(98)));
    strategy.lines.insert(done(22, 2, None));
    let told = |changes: Vec<Change>| -> Vec<_> {
        let number = |c: &Change| c.initiative.map_or(0, Id::number);
        changes
            .iter()
            .map(|c| (number(c), c.moved(), c.difference()))
            .collect()
    };
    let (before, after) = (plan(&strategy), Ledger::new(&strategy, Side::Planned, R7));
    assert_eq!(
        told(compare(&before, &after)),
        [
            (6, Moved::New, Some(1)),
            (1, Moved::More, Some(50)),
            (2, Moved::Less, Some(-50)),
            (3, Moved::Same, Some(0)),
            (5, Moved::Unknown, None),
            (4, Moved::Ended, Some(-100)),
        ]
    );
    let settled = Ledger::new(&strategy, Side::Done, R6);
    let used = compare(&before, &settled);
    let rate = |id| {
        let of = used.iter().find(|c| c.initiative == Some(Id::new(id)));
        of.and_then(Change::rate).map(|r| r.to_string())
    };
    assert_eq!(rate(1).as_deref(), Some("98"));
    assert_eq!((rate(2), rate(5)), (None, None));
    assert_eq!(used[1].moved(), Moved::Unknown);
}

#[test]
fn an_older_edition_can_be_read_beside_the_newest() {
    let mut strategy = measures(1);
    strategy.initiatives.insert(initiative(1, 1, None));
    strategy.lines.insert(Line {
        budgets: [(R6, Money::Thousand(10)), (R7, Money::Thousand(20))].into(),
        ..line(1, 1, Some(1), None)
    });
    let sum = |strategy: &Strategy, edition| {
        let ledger = Ledger::of(strategy, Side::Planned, R7, edition);
        ledger.total(Scope::All).sum
    };
    assert_eq!(sum(&strategy, Edition::Newest), 20);
    strategy.sheets.insert(sheet(2, 1, R7));
    strategy.lines.insert(Line {
        budgets: [(R7, Money::Thousand(25))].into(),
        ..line(2, 2, Some(1), None)
    });
    assert_eq!(sum(&strategy, Edition::Newest), 25);
    assert_eq!(sum(&strategy, Edition::Of(R6)), 20);
    assert_eq!(
        sheet_total(&strategy, Id::new(1), Side::Planned, R7).sum,
        20
    );
    assert_eq!(total(&strategy, Scope::All, Side::Planned, R8).lines, 1);
}

#[test]
fn i42_what_of_the_net_total_repeats_something_outside_is_told() {
    let strategy = hokuto();
    for (side, year, outside, net) in [
        (Side::Planned, R6, 118_176, 489_010),
        (Side::Done, R5, 235_555, 431_295),
    ] {
        let ledger = Ledger::new(&strategy, side, year);
        let total = ledger.total(Scope::All);
        assert_eq!((total.outside, total.net), (outside, net), "{side:?}");
        let lines = ledger.from_outside(Scope::All);
        assert_eq!(lines.len(), total.outsiders);
        let sum: i64 = lines.iter().map(|entry| entry.amount()).sum();
        assert_eq!(sum, outside);
        let told = words::outside(&total).unwrap_or_default();
        assert!(
            told.contains(&format!("{}千円（", grouped(outside))),
            "{told}"
        );
    }
    assert_eq!(
        words::outside(&total(&measures(1), Scope::All, Side::Planned, R6)),
        None
    );
}

#[test]
fn i49_blank_lines_never_come_to_zero() {
    let strategy = hokuto();
    let mut next = 1000;
    let mut number = || {
        next += 1;
        next
    };
    let edit = michishirube::edit::roll(&strategy, R6, &mut number);
    let edit = edit.unwrap_or_else(|why| panic!("{why}"));
    let mut rolled = strategy.clone();
    edit.apply(&mut rolled)
        .unwrap_or_else(|why| panic!("{why}"));
    let ledger = Ledger::new(&rolled, Side::Planned, R7);
    for scope in [Scope::All, Scope::Measure(Id::new(1))] {
        let total = ledger.total(scope);
        assert_eq!(
            (total.amount(), total.net_amount()),
            (Some(Amount::Unset), Some(Amount::Unset))
        );
        assert_eq!(words::amount_in_thousand(total.amount()), "未記入");
    }
    let all = [(
        R6,
        ledger
            .total(Scope::All)
            .net_amount()
            .and_then(Amount::value),
    )];
    // Its repeats are there, but nothing is written on them: no sum of theirs is told.
    let whole = ledger.total(Scope::All);
    assert!(whole.outsiders > 0 && words::outside(&whole).is_none());
    assert_eq!(
        words::by_goal_sentence(&all),
        "令和6年度の予算額は、まだ記入されていません。"
    );

    let text = |total: Total| words::amount(total.amount());
    let of = |lines: Vec<Line>| {
        let mut strategy = measures(1);
        lines.into_iter().for_each(|line| {
            strategy.lines.insert(line);
        });
        text(total(&strategy, Scope::All, Side::Planned, R6))
    };
    let planned = |id, money: Option<Money>| line(id, 1, None, money);
    for (lines, said) in [
        (vec![], "－"),
        (vec![planned(1, None)], "未記入"),
        (vec![planned(1, dash())], "-"),
        (vec![planned(1, dash()), planned(2, None)], "未記入"),
        (vec![planned(1, known(0))], "0"),
        (vec![planned(1, known(1_200)), planned(2, None)], "1,200"),
    ] {
        assert_eq!(of(lines), said);
    }
}

#[test]
fn i40_years_ahead_have_their_own_total() {
    let mut strategy = measures(1);
    for (id, ahead) in [(1, Some(300)), (2, Some(500)), (3, None)] {
        let mut budgets = std::collections::BTreeMap::from([(R6, Money::Thousand(100))]);
        budgets.extend(ahead.map(|n| (R7, Money::Thousand(n))));
        strategy.lines.insert(Line {
            budgets,
            ..line(id, 1, None, None)
        });
    }
    let ledger = plan(&strategy);
    let total = |year| ledger.total_of(Scope::All, year).amount();
    assert_eq!(total(R6), Some(Amount::Known(300)));
    assert_eq!(total(R7), Some(Amount::Known(800)));
    assert_eq!(total(R8), Some(Amount::Unset));
    assert_eq!(ledger.total_of(Scope::All, R6), ledger.total(Scope::All));
}

#[test]
fn i59_the_table_of_all_works_shows_what_is_asked_for() {
    let strategy = hokuto();
    let ledger = plan(&strategy);
    let titles = |wanted: &Wanted, by| -> Vec<String> {
        let listed = ledger.listed(&strategy, wanted, by);
        listed
            .iter()
            .map(|entry| entry.line.title.clone())
            .collect()
    };
    let all = titles(&Wanted::default(), ListedBy::Reading);
    assert_eq!(all.len(), 64);
    let new = Wanted {
        new: true,
        ..Wanted::default()
    };
    assert!(!titles(&new, ListedBy::Reading).is_empty());
    for entry in ledger.listed(&strategy, &new, ListedBy::Reading) {
        assert!(entry.line.marks.iter().any(Mark::is_new));
    }
    let ends = Wanted {
        course: Some(Course("事業終了".into())),
        ..Wanted::default()
    };
    assert_eq!(
        titles(&ends, ListedBy::Reading)
            .iter()
            .filter(|t| *t == "ワイン振興対策事業")
            .count(),
        1
    );
    let amounts: Vec<_> = ledger
        .listed(&strategy, &Wanted::default(), ListedBy::Amount)
        .iter()
        .map(|entry| entry.money.clone())
        .collect();
    assert_eq!(amounts.first(), Some(&known(200_000)));
    let known_ones = amounts
        .iter()
        .filter(|m| matches!(m, Some(Money::Thousand(_))))
        .count();
    assert!(
        amounts[..known_ones]
            .iter()
            .all(|m| matches!(m, Some(Money::Thousand(_))))
    );
    let whole = ledger.listed(&strategy, &Wanted::default(), ListedBy::Course);
    assert_eq!(total_of(whole), ledger.total(Scope::All));
}
