//! Texts cut at commas whose numbers bear commas, too: 観光客数,人,1,200,1,500.

use fixtures::arbitrary::Dice;
use recognise::read_table;

use crate::kinds::{reads, told};
use crate::pasted_table::plan;

/// A number with a comma before every third digit.
fn grouped(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", number / 1000, number % 1000),
    }
}

#[test]
fn t6_of_numbers_that_are_cut_at_their_own_commas_nothing_comes_chosen() {
    let heads = [
        "指標名,単位,基準値(R6),目標値(R11)",
        "指標名,単位,基準値(R6),目標値(R11),備考",
        "指標名,単位,基準値(R6),目標値(R11),担当課,備考",
        "指標名,単位,基準値(R6),R7実績,目標値(R11)",
        "指標名,単位,基準値(R6),R7実績,目標値(R11),備考",
        "No,指標名,単位,R6実績,R7実績,R8目標,R11目標",
    ];
    let (mut cut, mut whole) = (0, 0);
    for seed in 0..400 {
        let mut d = Dice::new(seed);
        let head = d.pick(&heads);
        let columns: Vec<&str> = head.split(',').collect();
        let mut text = head.to_owned();
        let mut truth = Vec::new();
        let has_large = d.once_in(2);
        for at in 0..6 + d.below(4) {
            let large = has_large && d.once_in(4);
            let first = match large {
                true => 800 + d.below(20_000),
                false => 2 + d.below(600),
            };
            let mut numbers = Vec::new();
            let cells: Vec<String> = columns
                .iter()
                .map(|column| match *column {
                    "No" => (at + 1).to_string(),
                    "指標名" => format!("その{at}の数"),
                    "単位" => "人".to_owned(),
                    "備考" | "担当課" => String::new(),
                    _ => {
                        let number = first + d.below(first / 2 + 2);
                        numbers.push(number.to_string());
                        grouped(number)
                    }
                })
                .collect();
            text += &format!("\n{}", cells.join(","));
            truth.push((format!("その{at}の数"), numbers));
        }
        let table = read_table(&text, &plan(2025, 2029));
        for one in table.indicators.iter().filter(|one| one.chosen()) {
            let name = &one.indicator.name;
            let (_, numbers) = truth.iter().find(|(of, _)| of == name).unwrap();
            let series = &one.series[0];
            let baseline = series.baseline.iter().map(|baseline| &baseline.figure);
            let figures = baseline
                .chain(series.actuals.values())
                .chain(series.targets.values());
            for figure in figures {
                let value = figure.value().unwrap().to_string();
                assert!(numbers.contains(&value), "{name} {value} {seed}\n{text}");
            }
            whole += 1;
        }
        cut += table.indicators.iter().filter(|one| !one.chosen()).count();
    }
    assert!(whole > 1_000 && cut > 150, "{whole} {cut}");
}

#[test]
fn t8_a_line_may_leave_its_last_cells_out() {
    reads(
        "指標名,単位,基準値(R6),目標値(R11),備考\n出生数,人,30,40\n転入者数,人,120\n満足度,％,60,70\n相談の数,件,10,20,町内",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "+転入者数[人] :120@R6>/",
            "+満足度[％] :60@R6>2029=70/",
            "+相談の数[件] :10@R6>2029=20/",
        ],
    );
}

#[test]
fn t6_a_figure_that_no_head_stands_over_is_asked() {
    reads(
        "指標名|基準値(R6)|目標値(R11)\n出生数|30|40|50\n転入者数|120|150|町内",
        &["?出生数[] :30@R6>2029=40/", "+転入者数[] :120@R6>2029=150/"],
    );
    let quoted =
        "指標名,単位,基準値(R6),目標値(R11)\n観光客数,人,\"1,200\",\"1,500\"\n出生数,人,30,40";
    assert_eq!(
        told(&read_table(quoted, &plan(2025, 2029))),
        [
            "+観光客数[人] :1200@R6>2029=1500/",
            "+出生数[人] :30@R6>2029=40/"
        ]
    );
}

#[test]
fn t12_a_table_that_is_cut_at_commas_of_the_full_width_is_one() {
    for mark in ['，', '；'] {
        let text = "指標名|単位|基準値(R6)|目標値(R11)\n出生数|人|1,200|1,300\n移住者数|人|３|４";
        reads(
            &text.replace('|', &mark.to_string()),
            &[
                "+出生数[人] :1200@R6>2029=1300/",
                "+移住者数[人] :3@R6>2029=4/",
            ],
        );
    }
    // The heads in a sentence make no table.
    reads(
        "指標名，現状値，目標値を次の表に示す。\n目標値は，町の全体の値とする。",
        &[],
    );
}
