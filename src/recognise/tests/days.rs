//! Years and days over columns and in columns of their own, in the notations of towns.

use fixtures::arbitrary::Dice;
use recognise::read_table;
use strategy::FiscalYear;

use crate::kinds::{reads, told};
use crate::pasted_table::plan;

#[test]
fn t7_days_that_read_as_numbers_are_years_over_columns() {
    for heads in [
        "45383|45748|47209",
        "2024.4|2025.4|2029.4",
        "2024-04-01|2025-04-01|2029-04-01",
        "2024-04-01 00:00:00|2025-04-01 00:00:00|2029-04-01 00:00:00",
        "2024/4/1|2025/4/1|2029/4/1",
        "R6.4.1|R7.4.1|R11.4.1",
        "令和6年4月|令和7年4月|令和11年4月",
        "2024年度|2025年度|2029年度",
        "’24|’25|’29",
        "'24年度|'25年度|'29年度",
        "Ｒ６末|Ｒ７末|Ｒ１１末",
        "R6年度末|R7年度末|R11年度末",
        "令6|令7|令11",
    ] {
        reads(
            &format!("指標名|単位|{heads}\n出生数|人|30|31|40"),
            &["?出生数[人] :>2025=31 2029=40/2024=30"],
        );
    }
    // The last day of March is of the year before.
    reads(
        "指標名|単位|基準値|目標値\n||45382|47573\n出生数|人|30|40",
        &["+出生数[人] :30@2024/3/31>2029=40/"],
    );
    reads(
        "指標名|単位|基準値|基準日|目標値|目標年月\n出生数|人|30|45382|40|47208\n婚姻数|件|3|2025-03-31|4|47208",
        &[
            "+出生数[人] :30@2024/3/31>2028=40/",
            "+婚姻数[件] :3@2025/3/31>2028=4/",
        ],
    );
    reads(
        "年度|指標名|単位|目標値|実績値\n45748|出生数|人|40|30\n46113|出生数|人|41|31",
        &["+出生数[人] :>2025=40 2026=41/2025=30 2026=31"],
    );
    // Figures as large as a day stay figures.
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n入込客数|人|45383|45748\n貸出冊数|冊|45017|45383",
        &[
            "+入込客数[人] :45383@R6>2029=45748/",
            "+貸出冊数[冊] :45017@R6>2029=45383/",
        ],
    );
}

#[test]
fn t6_a_number_in_a_head_that_may_be_a_year_is_asked() {
    for head in [
        "目標値（2年後）",
        "目標値（45383）",
        "第2期目標値",
        "目標値（8）",
        "目標値（第3四半期）",
    ] {
        let text = format!("指標名|単位|基準値|{head}\n出生数|人|30|40");
        let table = read_table(&text.replace('|', "\t"), &plan(2025, 2029));
        assert!(
            table.indicators.iter().all(|one| !one.chosen()),
            "{head} {:?}",
            told(&table)
        );
    }
    reads(
        "指標名|単位|基準値（令6）|目標値（令8）\n出生数|人|30|40",
        &["+出生数[人] :30@令6>2026=40/"],
    );
}

/// A fiscal year in one of the notations.
fn notation(kind: usize, year: i32) -> String {
    let n = year - 2018;
    let wide: String = format!("Ｒ{n}")
        .chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) => char::from_u32('０' as u32 + digit).unwrap(),
            None => c,
        })
        .collect();
    // 1 April of 2024 to 2029.
    let serials = [45_383, 45_748, 46_113, 46_478, 46_844, 47_209];
    let serial = || serials[(year - 2024) as usize].to_string();
    match kind {
        0 => format!("R{n}"),
        1 => wide,
        2 => format!("令和{n}年度"),
        3 => format!("令和{n}年"),
        4 => format!("{year}年度"),
        5 => year.to_string(),
        6 => format!("’{}", year % 100),
        7 => format!("令{n}"),
        8 => format!("R{n}年度末"),
        9 => format!("R{n}.4.1"),
        10 => format!("{year}/4/1"),
        11 => format!("令和{n}年4月"),
        12 => format!("{}/3/31", year + 1),
        13 => format!("R{}.3.31", n + 1),
        14 => format!("令和{}年3月末", n + 1),
        15 => format!("{year}-04-01"),
        16 => serial(),
        17 => format!("{year}(R{n})"),
        18 => format!("令和{n}({year})年度"),
        19 => format!("FY{year}"),
        20 => format!("R0{n}"),
        _ => format!("R{n}時点"),
    }
}

#[test]
fn t7_no_year_is_read_as_another() {
    let tables: u64 = std::env::var("TOWN_TABLES").map_or(600, |n| n.parse().unwrap());
    let (mut sure, mut all) = (0, 0);
    for seed in 0..tables {
        let mut d = Dice::new(seed);
        let kind = d.below(22);
        let target = 2026 + d.below(4) as i32;
        let years = [2024, 2025, target];
        let heads = ["基準値", "実績値", "目標値"];
        let mixed = d.once_in(4);
        let mut written = years.map(|year| notation(kind, year));
        if mixed {
            written[2] = notation(d.below(22), target);
        }
        let text = match d.below(3) {
            0 => {
                let heads: Vec<String> = (0..3)
                    .map(|at| format!("{}（{}）", heads[at], written[at]))
                    .collect();
                format!("指標名|単位|{}", heads.join("|"))
            }
            1 => format!("指標名|単位|{}\n||{}", heads.join("|"), written.join("|")),
            _ => format!("指標名|単位|{}\n||{}", written.join("|"), heads.join("|")),
        };
        let text = format!("{text}\n出生数|人|30|31|40\n婚姻数|件|3|4|5");
        let table = read_table(&text.replace('|', "\t"), &plan(2025, 2029));
        all += 2;
        for one in table.indicators.iter().filter(|one| one.chosen()) {
            sure += 1;
            let series = &one.series[0];
            let baseline = series.baseline.as_ref().and_then(|b| b.at.as_ref()?.year());
            assert_eq!(baseline, Some(FiscalYear(2024)), "{seed} {text}");
            let actuals: Vec<i32> = series.actuals.keys().map(|year| year.0).collect();
            let targets: Vec<i32> = series.targets.keys().map(|year| year.0).collect();
            assert_eq!(
                (actuals, targets),
                (vec![2025], vec![target]),
                "{seed} {text}"
            );
        }
    }
    assert!(sure * 100 >= all * 80, "{sure} of {all}");
}
