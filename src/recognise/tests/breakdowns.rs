//! Tables whose indicators are broken down: parts in a second row of heads, in the heads, or in a second column of names.

use std::collections::BTreeMap;

use fixtures::arbitrary::Dice;
use recognise::read_table;

use crate::kinds::{read_as_printed, reads, told};
use crate::pasted_table::plan;

#[test]
fn t4_a_second_row_of_heads_names_series() {
    let wanted = ["+健康寿命[歳] 男:79.5@R6>2029=80.5/ 女:84.1@R6>2029=85.0/"];
    for table in [
        "指標名|単位|基準値(R6)||目標値(R11)|\n||男|女|男|女\n健康寿命|歳|79.5|84.1|80.5|85.0",
        "指標名|単位|男||女|\n||基準値(R6)|目標値(R11)|基準値(R6)|目標値(R11)\n健康寿命|歳|79.5|80.5|84.1|85.0",
        "指標名|単位|基準値(R6)|基準値(R6)|目標値(R11)|目標値(R11)\n指標名|単位|男|女|男|女\n健康寿命|歳|79.5|84.1|80.5|85.0",
        "指標名|単位|基準値(R6) 男|基準値(R6) 女|目標値(R11) 男|目標値(R11) 女\n健康寿命|歳|79.5|84.1|80.5|85.0",
        "指標名|単位|基準値（男）(R6)|基準値（女）(R6)|目標値（男）|目標値（女）\n健康寿命|歳|79.5|84.1|80.5|85.0",
        "指標名|単位|男基準値(R6)|女基準値(R6)|男目標値|女目標値\n健康寿命|歳|79.5|84.1|80.5|85.0",
    ] {
        reads(table, &wanted);
    }
    reads(
        "指標名|単位|基準値(R6)||目標値(R11)|\n||65歳以上|75歳以上|65歳以上|75歳以上\n受診者|人|30|40|50|60",
        &["+受診者[人] 65歳以上:30@R6>2029=50/ 75歳以上:40@R6>2029=60/"],
    );
    reads(
        "指標名|単位|基準値(R6)|||目標値(R11)||\n||計|男|女|計|男|女\n参加者|人|70|30|40|110|50|60",
        &["+参加者[人] 計:70@R6>2029=110/ 男:30@R6>2029=50/ 女:40@R6>2029=60/"],
    );
    reads(
        "指標名|単位|男性（R6実績）|女性（R6実績）|男性（R11目標）|女性（R11目標）\n健康寿命|歳|79.5|84.1|80.5|85.0",
        &["+健康寿命[歳] 男性:79.5@R6>2029=80.5/ 女性:84.1@R6>2029=85.0/"],
    );
    reads(
        "指標名|R6||R11|\n|男|女|男|女\n健康寿命（歳）|79.5|84.1|80.5|85.0",
        &["?健康寿命（歳）[歳] 男:>2029=80.5/2024=79.5 女:>2029=85.0/2024=84.1"],
    );
}

#[test]
fn t6_parts_that_are_in_no_list_are_asked() {
    reads(
        "指標名|単位|基準値(R6)||目標値(R11)|\n||北部|南部|北部|南部\n参加者|人|30|40|50|60",
        &["?参加者[人] 北部:30@R6>2029=50/ 南部:40@R6>2029=60/"],
    );
    reads(
        "指標名|単位|基準値(R6)||目標値(R11)\n||男|女|\n健康寿命|歳|79.5|84.1|80.5",
        &["?健康寿命[歳] 男:79.5@R6>/ 女:84.1@R6>/ :>2029=80.5/"],
    );
    // Neither is a part of a breakdown.
    reads(
        "指標名|単位|目標値（中間）|目標値（最終）\n健康寿命|歳|79.5|84.1",
        &["?健康寿命[歳] :>2029=79.5/"],
    );
    reads(
        "指標名|単位|基準値(R6)|||目標値\n||町|県|全国|\n健康寿命|歳|79.5|84.1|80.5|85.0",
        &["?健康寿命[歳] :79.5@R6>2029=85.0/"],
    );
}

#[test]
fn t4_a_second_column_of_names_holds_series() {
    for head in ["内訳名", "細区分", "項目", ""] {
        for again in ["", "参加者", "〃"] {
            reads(
                &format!(
                    "指標名|{head}|単位|基準値(R6)|目標値(R11)\n参加者|町内|人|30|40\n{again}|町外|人|10|20\n出生数||人|30|40"
                ),
                &[
                    "+参加者[人] 町内:30@R6>2029=40/ 町外:10@R6>2029=20/",
                    "+出生数[人] :30@R6>2029=40/",
                ],
            );
        }
    }
    reads(
        "指標名|地域名|単位|基準値(R6)|目標値(R11)\n参加者|北|人|10|20\n参加者|南|人|30|40\n観光客|北|人|10|20\n観光客|北|千人泊|30|40",
        &[
            "?参加者[人] 北:10@R6>2029=20/ 南:30@R6>2029=40/",
            "?観光客[人] 北:10@R6>2029=20/",
            "?観光客[千人泊] 北:30@R6>2029=40/",
        ],
    );
    // Rows and columns: each part has a series.
    reads(
        "指標名|居住地|単位|基準値(R6)||目標値(R11)|\n|||男|女|男|女\n参加者|町内|人|1|2|3|4\n|町外|人|5|6|7|8",
        &[
            "+参加者[人] 町内 男:1@R6>2029=3/ 町内 女:2@R6>2029=4/ 町外 男:5@R6>2029=7/ 町外 女:6@R6>2029=8/",
        ],
    );
}

#[test]
fn t4_a_name_that_is_set_back_below_another_is_a_series() {
    reads(
        "指標|単位|基準値(R6)|目標値(R11)\n観光客|千人||\n・日帰り|千人|100|120\n・宿泊|千人|20|30\n出生数|人|30|40",
        &[
            "+観光客[千人] 日帰り:100@R6>2029=120/ 宿泊:20@R6>2029=30/",
            "+出生数[人] :30@R6>2029=40/",
        ],
    );
    reads(
        "指標|単位|基準値(R6)|目標値(R11)\n観光客|千人|120|150\n　日帰り|千人|100|120\n　宿泊|千人|20|30\n出生数|人|30|40",
        &[
            "?観光客[千人] :120@R6>2029=150/ 日帰り:100@R6>2029=120/ 宿泊:20@R6>2029=30/",
            "+出生数[人] :30@R6>2029=40/",
        ],
    );
    // All names are set back, or those below a heading.
    reads(
        "指標|単位|基準値(R6)|目標値(R11)\n・観光客|千人|120|150\n・出生数|千人|30|40\n子育て|||\n　婚姻数|件|3|4\n　相談数|件|5|6",
        &[
            "+観光客[千人] :120@R6>2029=150/",
            "+出生数[千人] :30@R6>2029=40/",
            "+婚姻数[件] :3@R6>2029=4/",
            "+相談数[件] :5@R6>2029=6/",
        ],
    );
}

/// The number of tables made in every run.
const TABLES: u64 = 400;
const NAMES: [&str; 6] = [
    "健康寿命",
    "講座の参加者",
    "観光客数",
    "受診者数",
    "移住者数",
    "満足度",
];
const KNOWN: [&[&str]; 8] = [
    &["男", "女"],
    &["男性", "女性"],
    &["町内", "町外"],
    &["計", "男", "女"],
    &["小学生", "中学生", "高校生"],
    &["65歳以上", "75歳以上"],
    &["20代", "30代", "40代"],
    &["日帰り", "宿泊"],
];
const UNKNOWN: [&[&str]; 3] = [
    &["北部", "南部"],
    &["みほん校", "ひな形校"],
    &["一般", "優待"],
];

struct Made {
    text: String,
    /// The indicators as they are told, without the mark.
    truth: Vec<String>,
    /// True if every word of the breakdown is in a list.
    known: bool,
}

fn made(d: &mut Dice) -> Made {
    let known = !d.once_in(4);
    let parts = match known {
        true => d.pick(&KNOWN),
        false => d.pick(&UNKNOWN),
    };
    let fields = match d.once_in(2) {
        true => vec!["基準値(R6)", "目標値(R11)"],
        false => vec!["現状値（R6）", "R7実績", "目標値（R11）"],
    };
    let mut names = NAMES.to_vec();
    let count = 1 + d.below(4);
    let names: Vec<&str> = (0..count)
        .map(|_| names.swap_remove(d.below(names.len())))
        .collect();
    let layout = d.below(5);
    let (n, m) = (parts.len(), fields.len());
    let mut lines: Vec<Vec<String>> = Vec::new();
    let cells = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    match layout {
        // Parts below fields; fields below parts; both in one head.
        0..=2 => {
            let mut heads = cells(&["指標名", "単位"]);
            let mut below = cells(&["", ""]);
            let (outer, inner): (&[&str], &[&str]) = match layout {
                0 => (&fields, parts),
                _ => (parts, &fields),
            };
            for one in outer {
                for (nth, other) in inner.iter().enumerate() {
                    match layout {
                        2 => heads.push(format!("{other} {one}")),
                        _ => {
                            heads.push(if nth == 0 {
                                (*one).to_owned()
                            } else {
                                String::new()
                            });
                            below.push((*other).to_owned());
                        }
                    }
                }
            }
            lines.push(heads);
            if layout < 2 {
                lines.push(below);
            }
        }
        _ => {
            let mut heads = cells(&["指標名", d.pick(&["", "内訳名", "細区分", "属性"]), "単位"]);
            heads.extend(cells(&fields));
            lines.push(heads);
        }
    }
    let mut truth = Vec::new();
    let again = d.once_in(2);
    for name in names {
        let base = 100 + d.below(800);
        let value = |part: usize, field: usize| base + 7 * part + 3 * field;
        match layout {
            0..=2 => {
                let mut row = cells(&[name, "人"]);
                let of = |outer: usize, inner: usize| match layout {
                    0 => value(inner, outer),
                    _ => value(outer, inner),
                };
                let (outer, inner) = if layout == 0 { (m, n) } else { (n, m) };
                for one in 0..outer {
                    row.extend((0..inner).map(|other| of(one, other).to_string()));
                }
                lines.push(row);
            }
            _ => {
                for (nth, part) in parts.iter().enumerate() {
                    let name = if nth == 0 || again { name } else { "" };
                    let mut row = cells(&[name, part, "人"]);
                    row.extend((0..m).map(|field| value(nth, field).to_string()));
                    lines.push(row);
                }
            }
        }
        let series = parts.iter().enumerate().map(|(nth, part)| {
            let actual = match m {
                2 => String::new(),
                _ => format!("2025={}", value(nth, 1)),
            };
            format!(
                "{part}:{}@R6>2029={}/{actual}",
                value(nth, 0),
                value(nth, m - 1)
            )
        });
        truth.push(format!(
            "{name}[人] {}",
            series.collect::<Vec<_>>().join(" ")
        ));
    }
    let lines: Vec<String> = lines.iter().map(|row| row.join("\t")).collect();
    Made {
        text: lines.join("\n"),
        truth,
        known,
    }
}

#[test]
fn t12_of_breakdowns_nothing_false_comes_chosen() {
    let tables: u64 = std::env::var("TOWN_TABLES").map_or(TABLES, |n| n.parse().unwrap());
    let (mut sure, mut all) = (0, 0);
    for seed in 0..tables {
        let mut d = Dice::new(seed);
        let made = made(&mut d);
        let table = read_table(&made.text, &plan(2025, 2029));
        let told = told(&table);
        let read = read_as_printed(&told, &made.truth, &format!("{seed}\n{}", made.text));
        let mut names = BTreeMap::<&str, usize>::new();
        for one in &table.indicators {
            *names.entry(&one.indicator.name).or_default() += 1;
        }
        assert!(
            names.values().all(|count| *count == 1),
            "{seed} {told:?}\n{}",
            made.text
        );
        if made.known {
            all += made.truth.len();
            sure += read;
        }
    }
    assert!(sure * 100 >= all * 95, "{sure} of {all}");
}
