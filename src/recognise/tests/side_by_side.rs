//! Several tables on one sheet, beside and below each other: each is read by its own heads.

use fixtures::arbitrary::Dice;
use recognise::read_table;

use crate::kinds::{read_as_printed, reads, told};
use crate::pasted_table::plan;

#[test]
fn t7_tables_side_by_side_have_their_own_heads() {
    for between in ["|", ""] {
        reads(
            &format!(
                "指標名|単位|基準値(R6)|目標値(R11)|{between}KPI|現状値(R5)|R8目標\n出生数|人|30|40|{between}移住者数|12人|20人\n婚姻数|件|3|4|{between}起業件数|5件|6件\n転入者数|人|100|120|{between}||"
            ),
            &[
                "+出生数[人] :30@R6>2029=40/",
                "+婚姻数[件] :3@R6>2029=4/",
                "+転入者数[人] :100@R6>2029=120/",
                "+移住者数[人] :12@R5>2026=20/",
                "+起業件数[件] :5@R5>2026=6/",
            ],
        );
        reads(
            &format!(
                "番号|指標名|目標値(R11)|{between}番号|指標名|目標値(R11)\n1|出生数|40人|{between}2|移住者数|20人"
            ),
            &["+出生数[人] :>2029=40/", "+移住者数[人] :>2029=20/"],
        );
    }
    // The second begins lower.
    reads(
        "指標名|基準値(R6)|目標値(R11)||||\n出生数|30人|40人||指標名|現状値(R5)|目標値(R8)\n婚姻数|3件|4件||移住者数|12人|20人",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "+婚姻数[件] :3@R6>2029=4/",
            "+移住者数[人] :12@R5>2026=20/",
        ],
    );
    // The second is of no indicators: nothing of it goes to those of the first.
    let text =
        "指標名|基準値(R6)|目標値(R11)||課名|職員数|予算額\n出生数|30人|40人||総務課|12|2000";
    reads(text, &["+出生数[人] :30@R6>2029=40/"]);
    let table = read_table(&text.replace('|', "\t"), &plan(2025, 2029));
    assert_eq!(table.unread, [(2, "総務課\t12\t2000".to_owned())]);
    assert!(table.indicators[0].indicator.owner.is_empty());
    // One table with a blank column, and one with two columns of names.
    reads(
        "指標名|基準値(R6)||目標値(R11)||担当課\n出生数|30人||40人||みほん課",
        &["+出生数[人] :30@R6>2029=40/"],
    );
}

#[test]
fn t7_tables_below_each_other_have_their_own_heads() {
    for between in ["", "\n", "\n次の表\n"] {
        reads(
            &format!(
                "指標名|単位|目標値(R11)|基準値(R6)\n出生数|人|40|30{between}\nKPI|現状値(R5)|R8目標|担当課\n移住者数|12人|20人|みほん課"
            ),
            &[
                "+出生数[人] :30@R6>2029=40/",
                "+移住者数[人] :12@R5>2026=20/",
            ],
        );
    }
    reads(
        "|基準値(R6)|目標値(R11)||||\n出生数|30|40||||\n||||指標名|現状値|目標値\n||||婚姻数|3|4",
        &["+出生数[] :30@R6>2029=40/", "+婚姻数[] :3@>2029=4/"],
    );
}

const NAMES: [&str; 14] = [
    "出生数",
    "婚姻数",
    "移住者数",
    "起業件数",
    "会員数",
    "講座の回数",
    "観光客数",
    "相談件数",
    "空き家の数",
    "農家の数",
    "利用者数",
    "団体の数",
    "参加者数",
    "施設の数",
];

/// A table as rows of cells, and its indicators as they are told.
fn made(d: &mut Dice, names: &mut Vec<&'static str>) -> (Vec<Vec<String>>, Vec<String>) {
    let (numbered, with_unit, with_owner) = (d.once_in(3), d.once_in(2), d.once_in(3));
    let from = 5 + d.below(2);
    let to = 8 + d.below(4);
    let turned = d.once_in(3);
    let base = d.pick(&["基準値", "現状値", "当初値"]);
    let mut heads: Vec<String> = Vec::new();
    if numbered {
        heads.push("番号".to_owned());
    }
    heads.push(d.pick(&["指標名", "KPI", "指標", "評価指標"]).to_owned());
    if with_unit {
        heads.push("単位".to_owned());
    }
    let figures = [format!("{base}(R{from})"), format!("目標値（R{to}）")];
    heads.extend(figures.iter().cloned());
    if turned {
        let last = heads.len() - 1;
        heads.swap(last, last - 1);
    }
    if with_owner {
        heads.push("担当課".to_owned());
    }
    let (mut rows, mut truth) = (vec![heads], Vec::new());
    for at in 0..1 + d.below(3) {
        if names.is_empty() {
            break;
        }
        let name = names.swap_remove(d.below(names.len()));
        let (start, aim) = (100 + d.below(99), 200 + d.below(99));
        let unit = if with_unit { "" } else { "人" };
        let mut row = Vec::new();
        if numbered {
            row.push(format!("{}", at + 1));
        }
        row.push(name.to_owned());
        if with_unit {
            row.push("人".to_owned());
        }
        let mut figures = [format!("{start}{unit}"), format!("{aim}{unit}")];
        if turned {
            figures.reverse();
        }
        row.extend(figures);
        if with_owner {
            row.push("みほん課".to_owned());
        }
        rows.push(row);
        truth.push(format!("{name}[人] :{start}@R{from}>{}={aim}/", to + 2018));
    }
    (rows, truth)
}

#[test]
fn t7_of_tables_on_one_sheet_nothing_is_read_under_the_heads_of_another() {
    let tables: u64 = std::env::var("TOWN_TABLES").map_or(400, |n| n.parse().unwrap());
    let (mut sure, mut all) = (0, 0);
    for seed in 0..tables {
        let mut d = Dice::new(seed);
        let mut names = NAMES.to_vec();
        let (mut lines, mut truth) = (Vec::<Vec<String>>::new(), Vec::new());
        for band in 0..1 + d.below(2) {
            if band > 0 && d.once_in(2) {
                lines.push(Vec::new());
            }
            let first = lines.len();
            let mut width = 0;
            // A second table without a column between begins in the same line.
            let gap = d.below(3);
            for nth in 0..1 + d.below(2) {
                let (rows, told) = made(&mut d, &mut names);
                truth.extend(told);
                let lower = if nth > 0 && gap > 0 { d.below(2) } else { 0 };
                let mut columns = 0;
                for (at, row) in rows.into_iter().enumerate() {
                    columns = columns.max(row.len());
                    let at = first + at + lower;
                    if lines.len() <= at {
                        lines.resize(at + 1, Vec::new());
                    }
                    lines[at].resize(width, String::new());
                    lines[at].extend(row);
                }
                width += columns + gap;
            }
        }
        let text: Vec<String> = lines.iter().map(|row| row.join("\t")).collect();
        let text = text.join("\n");
        let told = told(&read_table(&text, &plan(2025, 2029)));
        all += truth.len();
        sure += read_as_printed(&told, &truth, &format!("{seed}\n{text}"));
    }
    assert!(sure * 100 >= all * 90, "{sure} of {all}");
}
