//! I41, I42, I46: 純計, and what of it is repeated.

use super::*;
use ::words::number::grouped;

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
    let bytes = include_bytes!("../../../../public/samples/mihon.json");
    let strategy = read(bytes).unwrap_or_else(|why| panic!("{why:?}"));
    for (side, year, sum, repeated) in [
        (Side::Planned, R6, 407_350, 8_000),
        (Side::Planned, R7, 420_450, 17_600),
        (Side::Done, R5, 353_650, 7_350),
        (Side::Done, R6, 419_910, 17_120),
    ] {
        let whole = both(total(&strategy, Scope::All, side, year));
        assert_eq!(whole, (sum, sum - repeated), "{side:?} {year:?}");
        assert_eq!(Ledger::new(&strategy, side, year).differences(), []);
    }
}

#[test]
fn i42_what_is_left_out_names_the_line_that_counts() {
    let strategy = hokuto();
    let told = |side, year| -> Vec<String> {
        let ledger = Ledger::new(&strategy, side, year);
        let name = |e: &LedgerEntry| {
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
        .filter(|e| e.net_rule == NetRule::OriginalAbsent);
    assert_eq!(absent.count(), 10);
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
    assert_eq!(plan(&without).entries[0].net_rule, NetRule::OriginalAbsent);
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
    let expected = RepriseDifference {
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
