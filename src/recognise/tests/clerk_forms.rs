//! Further forms in which town offices write tables and plans: each was read falsely, or not at all.

use recognise::{LineRole, read_outline, read_table};

use crate::kinds::{reads, told};
use crate::pasted_table::plan;

#[test]
fn t12_the_national_form_names_unit_year_and_value_in_its_second_line_of_heads() {
    reads(
        "重要業績評価指標（ＫＰＩ）||基準値||目標値|\n名称|単位|年度|値|年度|値\n新規就農者数|人|R6|3|R11|10\n農産物輸出額|百万円|R5|12.5|R11|20",
        &[
            "+新規就農者数[人] :3@R6>2029=10/",
            "+農産物輸出額[百万円] :12.5@R5>2029=20/",
        ],
    );
}

#[test]
fn t12_values_on_the_way_and_at_the_end_are_targets() {
    reads(
        "指標名|単位|当初値|中間値（R9）|最終値（R11）\nごみ排出量|g/人日|950|930|900以下\nリサイクル率|％|２１．５|２３|２５",
        &[
            "+ごみ排出量[g/人日] :950@>2027=930 2029=900/",
            "+リサイクル率[％] :21.5@>2027=23 2029=25/",
        ],
    );
}

#[test]
fn t4_a_breakdown_of_one_part_is_none() {
    let text = "区分|指標|令和6年度（実績）|令和11年度（目標）\n観光|来場者数（千人）|412|460\n観光|売上（百万円）|310|360";
    reads(
        text,
        &[
            "+来場者数（千人）[千人] :412@令和6年度>2029=460/",
            "+売上（百万円）[百万円] :310@令和6年度>2029=360/",
        ],
    );
    let table = read_table(&text.replace('|', "\t"), &plan(2025, 2029));
    assert!(
        table
            .indicators
            .iter()
            .all(|one| one.indicator.note.contains("観光"))
    );
    let of_men = "指標|区分|R6実績|R11目標\n健康寿命（歳）|男性|79.5|80.5";
    let table = read_table(&of_men.replace('|', "\t"), &plan(2025, 2029));
    assert!(told(&table)[0].contains("男性:"), "{:?}", told(&table));
}

/// Expects these roles and titles of the lines that are taken.
fn takes(text: &str, wanted: &[(LineRole, &str)]) {
    let outline = read_outline(text, &plan(2025, 2029), &Default::default());
    let lines = outline.lines.iter();
    let taken = lines.filter(|line| line.role != LineRole::Skip);
    let taken: Vec<_> = taken.map(|line| (line.role, line.title.as_str())).collect();
    assert_eq!(taken, wanted);
}

#[test]
fn o2_a_sign_on_both_sides_of_a_heading_is_no_part_of_it() {
    use LineRole::{Goal, Initiative, Measure};
    let text = "■基本目標１■　地域の産業を元気にする\n◇具体的な施策◇\n◆農業の振興◆\n〇新規就農の支援\n■基本目標２■　人の流れをつくる\n◆移住の促進◆\n〇空き家バンク";
    let wanted = [
        (Goal, "地域の産業を元気にする"),
        (Measure, "農業の振興"),
        (Initiative, "新規就農の支援"),
        (Goal, "人の流れをつくる"),
        (Measure, "移住の促進"),
        (Initiative, "空き家バンク"),
    ];
    takes(text, &wanted);
}

#[test]
fn o2_the_number_behind_a_word_may_be_circled_or_a_kana() {
    use LineRole::{Goal, Initiative, Measure};
    let text = "基本目標１：しごとづくり\n　施策①農業\n　　取組ア　就農支援\n　　取組イ　販路拡大\n　施策②観光\n　　・取組：道の駅\n基本目標２：ひとづくり\n　施策①移住\n　　事務事業１－１－１　空き家バンク";
    let wanted = [
        (Goal, "しごとづくり"),
        (Measure, "農業"),
        (Initiative, "就農支援"),
        (Initiative, "販路拡大"),
        (Measure, "観光"),
        (Initiative, "道の駅"),
        (Goal, "ひとづくり"),
        (Measure, "移住"),
        (Initiative, "空き家バンク"),
    ];
    takes(text, &wanted);
}
