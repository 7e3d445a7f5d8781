//! Tables with an indicator a column: the years or kinds are the names of their lines.

use fixtures::arbitrary::Dice;
use recognise::read_table;

use crate::kinds::{reads, told};
use crate::pasted_table::plan;

#[test]
fn t12_a_table_with_an_indicator_a_column_is_turned_round() {
    let wanted = [
        "+出生数[人] :>2029=40/2024=30 2025=31",
        "+転入者数[人] :>2029=150/2024=120 2025=121",
    ];
    for corner in ["", "区分", "項目", "年次", "年度"] {
        reads(
            &format!(
                "{corner}|出生数|転入者数\nR6実績|30人|120人\nR7実績|31人|121人\nR11目標|40人|150人"
            ),
            &wanted,
        );
        reads(
            &format!(
                "{corner}|出生数|転入者数\n単位|人|人\nR6実績|30|120\nR7実績|31|121\nR11目標|40|150"
            ),
            &wanted,
        );
        reads(
            &format!(
                "{corner}|出生数|転入者数\n|（人）|（人）\nR6実績|30|120\nR7実績|31|121\nR11目標|40|150"
            ),
            &wanted,
        );
    }
    reads(
        "区分|出生数|満足度\n現状値(R6)|30人|61.2％\n目標値(R11)|40人|70％",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "+満足度[%] :61.2@R6>2029=70/",
        ],
    );
    // A table that is not of indicators.
    reads("区分|総務課|福祉課\n男|3|4\n女|5|6", &[]);
    reads("|4月|5月\n来館者|300|400\n貸出|30|40", &[]);
}

#[test]
fn t12_of_turned_tables_nothing_false_comes_chosen() {
    let names = [
        "出生数",
        "転入者数",
        "満足度",
        "起業した件数",
        "空き家の数",
        "講座の参加者",
    ];
    let lines = ["R5実績", "R6実績", "R7実績", "R8目標", "R11目標"];
    let mut sure = 0;
    for seed in 0..300 {
        let mut d = Dice::new(seed);
        let count = 2 + d.below(5);
        let corner = d.pick(&["", "区分", "項目", "年度"]);
        let mut text = format!("{corner}\t{}", names[..count].join("\t"));
        if d.once_in(2) {
            text += &format!("\n単位\t{}", vec!["人"; count].join("\t"));
        }
        let mut truth = vec![[Vec::new(), Vec::new()]; count];
        let from = d.below(2);
        for line in &lines[from..] {
            let year = line[1..].trim_end_matches(|c: char| !c.is_ascii_digit());
            let year: i32 = year.parse::<i32>().unwrap() + 2018;
            let is_actual = line.ends_with("実績");
            text += &format!("\n{line}");
            for of in &mut truth {
                let number = 10 + d.below(80);
                // A blank where nothing was counted.
                match d.once_in(6) {
                    true => text += "\t",
                    false => {
                        text += &format!("\t{number}");
                        of[usize::from(is_actual)].push(format!("{year}={number}"));
                    }
                }
            }
        }
        let unit = if text.contains("単位") { "人" } else { "" };
        let printed = names.iter().zip(&truth).map(|(name, [targets, actuals])| {
            format!(
                "{name}[{unit}] :>{}/{}",
                targets.join(" "),
                actuals.join(" ")
            )
        });
        let printed: Vec<String> = printed.collect();
        let told = told(&read_table(&text, &plan(2025, 2029)));
        sure += crate::kinds::read_as_printed(&told, &printed, &format!("{seed}\n{text}"));
    }
    assert!(sure > 900, "{sure}");
}
