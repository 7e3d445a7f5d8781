//! Changes told in words, in a cell, a line and an outline: 120戸から100戸へ.

use fixtures::arbitrary::Dice;
use recognise::{SaidMarks, read_outline, read_table};

use crate::kinds::{reads, told};
use crate::pasted_table::plan;

#[test]
fn t12_a_cell_may_tell_a_change_in_words() {
    for cell in [
        "120戸（R5）から100戸（R11）へ",
        "120戸（R5）→100戸（R11）",
        "R5の120戸をR11に100戸とする",
        "Ｒ５の１２０戸を、Ｒ１１に１００戸とする。",
        "R5：120戸→R11：100戸",
        "令和5年度の120戸から令和11年度までに100戸に減らす",
        "120戸（令和5年度）を100戸（令和11年度）にする",
        "120戸（R5）から100戸に減らします（R11）",
    ] {
        let text = format!("指標名|目標\n空き家の戸数|{cell}");
        let table = read_table(&text.replace('|', "\t"), &plan(2025, 2029));
        let one = &table.indicators[0];
        let series = &one.series[0];
        let baseline = series.baseline.as_ref().unwrap();
        assert!(one.chosen(), "{cell} {one:#?}");
        assert_eq!(
            baseline.at.as_ref().and_then(strategy::At::year),
            Some(strategy::FiscalYear(2023)),
            "{cell}"
        );
        let value = |figure: &strategy::Figure| figure.value().unwrap().to_string();
        assert_eq!(value(&baseline.figure), "120", "{cell}");
        assert_eq!(series.targets.len(), 1);
        assert_eq!(
            value(&series.targets[&strategy::FiscalYear(2029)]),
            "100",
            "{cell}"
        );
    }
    // The year of a head is the target's.
    for cell in ["12人から20人へ", "12人→20人", "12人を20人に増やす"] {
        reads(
            &format!("指標名|目標値(R8)\n移住者数|{cell}"),
            &["+移住者数[人] :12@>2026=20/"],
        );
    }
}

#[test]
fn t12_a_line_may_tell_a_change_in_words() {
    for (line, wanted) in [
        (
            "空き家の戸数：120戸から100戸へ",
            "+空き家の戸数[戸] :120@>2029=100/",
        ),
        (
            "就業率：R6の8.2%をR11に10%とする",
            "+就業率[%] :8.2@R6>2029=10/",
        ),
        (
            "空き家の戸数を120戸から100戸へ",
            "?空き家の戸数[戸] :120@>2029=100/",
        ),
        (
            "空き家の戸数を120戸（R5）→100戸（R8）",
            "?空き家の戸数[戸] :120@R5>2026=100/",
        ),
        (
            "就業率について、R6の8.2%をR8に10%とする",
            "?就業率[%] :8.2@R6>2026=10/",
        ),
        (
            "R6年度の出生数30人を、R8年度までに40人にします。",
            "?出生数[人] :30@R6年度>2026=40/",
        ),
        (
            "移住者数を約12人から約20人に増やす（R8）",
            "?移住者数[人] :12@>2026=20/",
        ),
    ] {
        reads(line, &[wanted]);
        let text = format!("基本目標1 しごとをつくる\n施策1-1 農業を支える\n{line}");
        let outline = read_outline(&text, &plan(2025, 2029), &SaidMarks::default());
        let told: Vec<_> = outline
            .indicators
            .iter()
            .map(|one| one.indicator.name.clone())
            .collect();
        assert_eq!(told.len(), 1, "{line} {outline:#?}");
        assert!(wanted.contains(&told[0]), "{line} {told:?}");
    }
}

#[test]
fn t9_times_ages_and_stretches_are_no_changes() {
    for line in [
        "令和6年度から令和11年度に",
        "窓口は4月から10月まで開く",
        "対象：65歳から74歳に",
        "営業時間：9時から17時に",
        "対象は小学1年生から3年生に",
        "会場：1丁目から3丁目へ",
        "参加者は10人から20人",
        "人から人へ",
        "1から10へ",
        "道の駅：国道1号から2号へ",
        "定員：10人から20件に",
        "実績：R11の10人をR6に20人とする",
    ] {
        let table = read_table(line, &plan(2025, 2029));
        assert!(
            table.indicators.iter().all(|one| !one.chosen()),
            "{line} {:?}",
            told(&table)
        );
    }
}

#[test]
fn t12_of_sentences_nothing_false_comes_chosen() {
    let tables: u64 = std::env::var("TOWN_TABLES").map_or(600, |n| n.parse().unwrap());
    let mut sure = 0;
    for seed in 0..tables {
        let mut d = Dice::new(seed);
        let name = d.pick(&[
            "空き家の戸数",
            "移住者数",
            "65歳以上の就業率",
            "1人当たりの所得",
            "講座の参加者",
            "からくり館の来館者数",
        ]);
        let unit = d.pick(&["戸", "人", "％", "件", "千円", ""]);
        let (from, to) = (10 + d.below(90), 100 + d.below(90));
        let (of_from, of_to) = (2022 + d.below(3) as i32, 2026 + d.below(4) as i32);
        let year = |d: &mut Dice, year: i32| match d.below(4) {
            0 => format!("R{}", year - 2018),
            1 => format!("令和{}年度", year - 2018),
            2 => format!("{year}年度"),
            _ => format!("R{}年度末", year - 2018),
        };
        let dated = d.once_in(2);
        let (a, b) = (year(&mut d, of_from), year(&mut d, of_to));
        let end = d.pick(&[
            "へ",
            "に増やす",
            "とする",
            "にする",
            "へ引き上げる",
            "に増加させます。",
            "を目指す",
            "へ減らす",
            "まで",
            "",
        ]);
        let change = match (dated, d.below(3)) {
            (false, 0) => format!("{from}{unit}を{to}{unit}{end}"),
            (false, _) => format!("{from}{unit}から{to}{unit}{end}"),
            (true, 0) => format!("{a}の{from}{unit}を{b}に{to}{unit}{end}"),
            (true, 1) => format!("{from}{unit}（{a}）から{to}{unit}（{b}）{end}"),
            (true, _) => format!("{a}の{from}{unit}から、{b}までに{to}{unit}{end}"),
        };
        let text = match d.below(4) {
            0 => format!("{name}：{change}"),
            1 => format!("{name}を{change}"),
            2 => format!("指標名\t目標\n{name}\t{change}\n出生数\t30人"),
            _ => format!("指標名\t単位\t目標\n{name}\t{unit}\t{change}\n出生数\t人\t30"),
        };
        let table = read_table(&text, &plan(2025, 2029));
        for one in table
            .indicators
            .iter()
            .filter(|one| one.chosen() && one.indicator.name != "出生数")
        {
            sure += 1;
            let series = &one.series[0];
            let (target_year, target) = series.targets.iter().next().unwrap();
            let baseline = series
                .baseline
                .as_ref()
                .unwrap_or_else(|| panic!("{seed} {text}"));
            assert_eq!(one.indicator.name, name, "{seed} {text}");
            assert_eq!(
                target.value().unwrap().to_string(),
                to.to_string(),
                "{seed} {text}"
            );
            assert_eq!(
                baseline.figure.value().unwrap().to_string(),
                from.to_string(),
                "{seed} {text}"
            );
            assert_eq!(
                target_year.0,
                if dated { of_to } else { 2029 },
                "{seed} {text}"
            );
            let at = baseline
                .at
                .as_ref()
                .and_then(strategy::At::year)
                .map(|year| year.0);
            assert_eq!(at, dated.then_some(of_from), "{seed} {text}");
        }
    }
    assert!(sure > 150, "{sure}");
}
