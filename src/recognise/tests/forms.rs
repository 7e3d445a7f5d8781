//! Forms: an indicator as cells of heads with their values beside them.

use fixtures::arbitrary::Dice;
use recognise::read_table;

use crate::kinds::{read_as_printed, reads, told};
use crate::pasted_table::plan;

#[test]
fn t12_an_indicator_may_be_a_form() {
    let wanted = ["+移住者数[人] :12@R6>2029=20/"];
    for form in [
        "指標名|移住者数\n単位|人\n現状値(R6)|12\n目標値(R11)|20\n担当課|みほん課",
        "指標名|移住者数|単位|人\n現状値（R6）|12|目標値（R11）|20",
        "KPI|移住者数\n基準値|12人\n基準年度|R6\n目標値|20人\n目標年度|R11",
        "KPI①|移住者数\n基準値|12人（R6）\n目標値|20人（R11）",
        "指標名|移住者数\n現状値|R6|12人\n目標値|R11|20人",
        "指標名|移住者数\n現状値|12人|（R6）\n目標値|20人|（R11）",
        "指標名||移住者数\n単位||人\n現状値(R6)||12\n目標値(R11)||20",
        "項目|内容\n指標名|移住者数\n指標の狙い|人を増やす\n現状値（R6）|12人\n目標値（R11）|20人",
        "指標名：移住者数\n現状値：12人（R6）\n目標値：20人（R11）",
    ] {
        reads(form, &wanted);
    }
    let table = read_table(
        "KPI①\t移住者数\n基準値\t12人（R6）\n指標の狙い\t人を増やす\n目標値\t20人",
        &plan(2025, 2029),
    );
    let one = &table.indicators[0];
    assert_eq!((one.indicator.code.as_str(), one.lines.len()), ("KPI①", 4));
    assert_eq!(one.indicator.note, "指標の狙い：人を増やす");
}

#[test]
fn t12_forms_follow_each_other_and_stand_beside_each_other() {
    let wanted = [
        "+移住者数[人] :12@R6>2029=20/",
        "+起業件数[件] :3@R6>2029=5/",
    ];
    for text in [
        "指標名|移住者数\n現状値|12人（R6）\n目標値|20人（R11）\n指標名|起業件数\n現状値|3件（R6）\n目標値|5件（R11）",
        "指標名|移住者数\n現状値|12人（R6）\n目標値|20人（R11）\n\n指標名|起業件数\n現状値|3件（R6）\n目標値|5件（R11）",
        "基本目標1 しごと\n指標名|移住者数|現状値|12人（R6）|目標値|20人（R11）\n指標名|起業件数|現状値|3件（R6）|目標値|5件（R11）",
        "指標名|移住者数||指標名|起業件数\n現状値|12人（R6）||現状値|3件（R6）\n目標値|20人（R11）||目標値|5件（R11）",
        "指標名|移住者数|起業件数\n単位|人|件\n現状値(R6)|12|3\n目標値(R11)|20|5",
        "指標名|移住者数\n現状値|12人（R6）\n目標値|20人（R11）\n\n指標名|単位|現状値（R6）|目標値（R11）\n起業件数|件|3|5",
    ] {
        reads(text, &wanted);
    }
    reads(
        "指標名|移住者数\n単位|人\n年度|R6|R7|R8|R11\n目標||13|14|20\n実績|12|13||",
        &["+移住者数[人] :>2025=13 2026=14 2029=20/2024=12 2025=13"],
    );
}

#[test]
fn t12_of_forms_nothing_false_comes_chosen() {
    let tables: u64 = std::env::var("TOWN_TABLES").map_or(400, |n| n.parse().unwrap());
    let names = [
        "移住者数",
        "起業件数",
        "会員数",
        "講座の回数",
        "観光客数",
        "空き家の数",
    ];
    let (mut sure, mut all) = (0, 0);
    for seed in 0..tables {
        let mut d = Dice::new(seed);
        let mut left = names.to_vec();
        let (shape, blank, with_owner, own_years) =
            (d.below(4), d.once_in(2), d.once_in(2), d.once_in(3));
        let name_head = d.pick(&["指標名", "KPI", "指標", "評価指標"]);
        let base_head = d.pick(&["現状値", "基準値", "当初値"]);
        let (mut lines, mut truth) = (Vec::<String>::new(), Vec::new());
        for _ in 0..1 + d.below(4) {
            let name = left.swap_remove(d.below(left.len()));
            let (from, to) = (100 + d.below(99), 200 + d.below(99));
            let (of_from, of_to) = (4 + d.below(3), 8 + d.below(4));
            let mut fields = vec![
                (name_head.to_owned(), name.to_owned()),
                ("単位".to_owned(), "人".to_owned()),
            ];
            match own_years {
                true => fields.extend([
                    (base_head.to_owned(), from.to_string()),
                    ("基準年度".to_owned(), format!("R{of_from}")),
                    ("目標値".to_owned(), to.to_string()),
                    ("目標年度".to_owned(), format!("令和{of_to}年度")),
                ]),
                false => fields.extend([
                    (format!("{base_head}（R{of_from}）"), from.to_string()),
                    (format!("目標値（R{of_to}）"), to.to_string()),
                ]),
            }
            if with_owner {
                fields.push(("担当課".to_owned(), d.pick(&["みほん課", ""]).to_owned()));
            }
            let per_line = match shape {
                0 | 1 => 1,
                2 => 2,
                _ => fields.len(),
            };
            for line in fields.chunks(per_line) {
                let cells = line.iter().map(|(head, value)| format!("{head}\t{value}"));
                lines.push(cells.collect::<Vec<_>>().join("\t"));
            }
            if blank {
                lines.push(String::new());
            }
            truth.push(format!(
                "{name}[人] :{from}@R{of_from}>{}={to}/",
                of_to + 2018
            ));
        }
        let text = lines.join("\n");
        let told = told(&read_table(&text, &plan(2025, 2029)));
        all += truth.len();
        sure += read_as_printed(&told, &truth, &format!("{seed}\n{text}"));
    }
    assert!(sure * 100 >= all * 95, "{sure} of {all}");
}
