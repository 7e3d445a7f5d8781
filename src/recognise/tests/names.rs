//! Names of indicators as towns set them: letters spread over a cell, repeats, stray quotes.

use recognise::read_table;
use strategy::{Goal, Id, Order};

use crate::kinds::reads;
use crate::pasted_table::plan;

#[test]
fn t3_letters_that_are_spread_over_a_cell_are_one_word() {
    reads(
        "Ｎｏ．|指　標　名|単　位|現状値（Ｒ６）|目標値（Ｒ１１）\n１|出　生　数|人|３０|４０\n２|人　口|人|８，２００|８，０００\n３|子育て　満足度|％|６１．２|７０",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "+人口[人] :8200@R6>2029=8000/",
            "+子育て　満足度[％] :61.2@R6>2029=70/",
        ],
    );
}

#[test]
fn t5_an_indicator_that_is_said_to_be_a_repeat_is_the_one_above() {
    for again in [
        "（再掲）移住者数",
        "移住者数（再掲）",
        "【再掲】移住者数",
        "再掲　移住者数",
        "移住者数【再掲】",
    ] {
        reads(
            &format!(
                "指標名|単位|基準値(R6)|目標値(R11)\n移住者数|人|50|80\n起業件数|件|3|5\n{again}|人|50|80"
            ),
            &[
                "+移住者数[人] :50@R6>2029=80/",
                "+起業件数[件] :3@R6>2029=5/",
            ],
        );
    }
    // One that says something else is asked.
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n移住者数|人|50|80\n（再掲）移住者数|人|50|90",
        &[
            "?移住者数[人] :50@R6>2029=80/",
            "?移住者数[人] :50@R6>2029=90/",
        ],
    );
}

#[test]
fn t6_a_name_with_a_quote_that_nothing_closes_is_asked() {
    reads(
        "指標名,単位,基準値(R6),目標値(R11)\n\"出生数,人,30,40\n転入者数,人,120,150",
        &[
            "?\"出生数[人] :30@R6>2029=40/",
            "+転入者数[人] :120@R6>2029=150/",
        ],
    );
}

#[test]
fn t6_a_figure_of_a_year_beside_one_of_several_years_is_asked() {
    reads(
        "指標名|現状|目標\n新規就農者数|5人/年|5年間で30人\n起業件数|年間3件|R7～R11累計15件\n移住者数|R2～R6累計50人|R7～R11累計80人\n相談件数|20件|累計100件\n講座数|毎年5回|5年間の累計25回",
        &[
            "?新規就農者数[人/年] :5@>2029=30/",
            "?起業件数[件] :3@>2029=15/",
            "+移住者数[人] :50@R2~R6>2029=80/",
            "+相談件数[件] :20@>2029=100/",
            "?講座数[回] :5@>2029=25/",
        ],
    );
}

#[test]
fn t3_a_name_that_cannot_be_whole_goes_on_in_the_next_line_and_is_asked() {
    for (above, below, name) in [
        ("移住の相談を", "受けた人の数", "移住の相談を受けた人の数"),
        ("子どもや", "若者の居場所", "子どもや若者の居場所"),
        (
            "制度を利用して",
            "移住した人の数",
            "制度を利用して移住した人の数",
        ),
        (
            "高齢者（65歳以上",
            "の人）の就業率",
            "高齢者（65歳以上の人）の就業率",
        ),
    ] {
        let wanted = [
            &format!("?{name}[件] :3@R6>2029=4/"),
            "+出生数[人] :30@R6>2029=40/",
        ];
        let heads = "指標名|現状値(R6)|目標値(R11)";
        let rest = "出生数|30人|40人";
        // The figures stand beside the second part of the name, or beside the first.
        reads(
            &format!("{heads}\n{above}||\n{below}|3件|4件\n{rest}"),
            &wanted,
        );
        reads(
            &format!("{heads}\n{above}|3件|4件\n{below}||\n{rest}"),
            &wanted,
        );
    }
    // A name that is whole is a heading.
    reads(
        "指標名|現状値(R6)|目標値(R11)\nしごと||\n出生数|30人|40人\nふるさと||\n転入者数|3人|4人",
        &["+出生数[人] :30@R6>2029=40/", "+転入者数[人] :3@R6>2029=4/"],
    );
}

#[test]
fn t3_a_number_in_any_circle_is_a_code_and_what_nobody_sees_is_no_part_of_a_name() {
    for (printed, code) in [
        ("㉑出生数", "㉑"),
        ("❸出生数", "❸"),
        ("⑵　出生数", "⑵"),
        ("⒋出生数", "⒋"),
        ("出生\u{200b}数", ""),
        ("\u{feff}出生数\u{200e}", ""),
        ("出\u{ad}生数", ""),
    ] {
        let text = format!("指標名\t現状値\t目標値\n{printed}\t30\u{200b}人\t40人");
        let table = recognise::read_table(&text, &crate::pasted_table::plan(2025, 2029));
        let one = &table.indicators[0];
        assert_eq!(
            (&*one.indicator.code, &*one.indicator.name),
            (code, "出生数")
        );
        assert!(one.chosen(), "{printed:?} {one:#?}");
    }
}

#[test]
fn t9_a_sum_in_brackets_or_with_a_unit_is_a_sum() {
    for sum in ["計（人）", "（計）", "【合計】", "総数[人]", "合　計（人）"] {
        reads(
            &format!("指標名|現状値(R6)|目標値(R11)\n転入者数|3人|4人\n{sum}|30人|40人"),
            &["+転入者数[人] :3@R6>2029=4/"],
        );
    }
}

#[test]
fn t2_the_unit_that_a_name_says_is_the_unit_of_its_indicator() {
    let named = "出生数（単位：人）|30|40\n婚姻数〔単位 組／年〕|3|4\n満足度：％|61|70\n参加（年間、単位：家族）|5|9";
    let wanted = [
        "+出生数[人] :30@R6>2029=40/",
        "+婚姻数[組/年] :3@R6>2029=4/",
        "+満足度[%] :61@R6>2029=70/",
        "+参加（年間）[家族] :5@R6>2029=9/",
    ];
    reads(&format!("指標名|基準値(R6)|目標値(R11)\n{named}"), &wanted);
    let commas = format!("指標名,基準値(R6),目標値(R11)\n{}", named.replace('|', ","));
    reads(&commas, &wanted);
    // A column of units that says the same, and another.
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n出生数（単位：人）|人|30|40\n婚姻数（単位：件）|組|3|4",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "?婚姻数（単位：件）[組] :3@R6>2029=4/",
        ],
    );
    // Several units say of none which figure is whose; figures of another unit are asked.
    reads(
        "指標名|基準値(R6)|目標値(R11)\n出生数（単位：人、件）|30|40\n婚姻数（単位：件）|3組|4組",
        &[
            "?出生数（単位：人、件）[] :30@R6>2029=40/",
            "?婚姻数[件] :3@R6>2029=4/",
        ],
    );
    for line in [
        "出生数（単位：人）：30（R6）→40（R11）",
        "・出生数〔単位 人〕：30（R6）→40（R11）",
        "出生数（単位：人）　30（R6）　40（R11）",
        "KPI：出生数（単位：人）　現状値：30（R6）　目標値：40（R11）",
        "出生数：人：30（R6）→40（R11）",
    ] {
        reads(line, &["+出生数[人] :30@R6>2029=40/"]);
    }
}

#[test]
fn t2_the_unit_in_a_title_above_sub_rows_makes_it_no_indicator() {
    reads(
        "指標名|基準値(R6)|目標値(R11)\n人口の動き（単位：人）||\n出生数|30|40\n転入者数|50|60",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "+転入者数[人] :50@R6>2029=60/",
        ],
    );
}

#[test]
fn t9_the_number_of_a_goal_is_no_target_and_ties_what_follows() {
    let mut plan = plan(2025, 2029);
    for (nth, title) in ["しごとをつくる", "ひとをよぶ"].into_iter().enumerate() {
        plan.goals.insert(Goal {
            id: Id::new(10 + nth as u64),
            order: Order::nth(nth),
            title: title.to_owned(),
            ..Goal::default()
        });
    }
    for [first, second] in [
        ["基本目標１", "基本目標２"],
        ["基本目標１\t\t", "基本目標２\t\t"],
        ["基本目標１\tしごとをつくる", "基本目標２\tひとをよぶ"],
        ["基本目標\tしごとをつくる", "基本目標\tひとをよぶ"],
    ] {
        let rows = "指標名\t単位\t基準値(R6)\t目標値(R11)\n就農者数\t人\t30\t40\n起業数\t件\t3\t4";
        let text = format!(
            "{first}\n{rows}\n{second}\n{}",
            rows.replace("農", "職").replace("起", "廃")
        );
        let table = read_table(&text, &plan);
        let goals = table
            .indicators
            .iter()
            .map(|one| (one.chosen(), one.goals.clone()));
        let tied = |goal| (true, vec![Id::new(goal)]);
        let wanted = [tied(10), tied(10), tied(11), tied(11)];
        assert_eq!(goals.collect::<Vec<_>>(), wanted, "{first}");
        assert_eq!(table.unread.len(), 2, "{:?}", table.unread);
    }
}
