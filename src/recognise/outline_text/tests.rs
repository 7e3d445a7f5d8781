//! Reading of short texts, line by line.

use proptest::prelude::{Strategy as _, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::*;
use strategy::Strategy;

fn read(text: &str) -> PastedOutline {
    read_outline(text, &Strategy::default(), &SaidMarks::new())
}

/// The lines as told: level, title, and ? where it is asked; what is skipped, with its line.
fn told(text: &str) -> Vec<String> {
    let row = |row: &PastedLine| {
        let level = match row.role {
            LineRole::Goal => "基",
            LineRole::CrossGoal => "横",
            LineRole::Division => "区",
            LineRole::Measure => "-",
            LineRole::Initiative => "--",
            LineRole::Direction => "文",
            LineRole::Indicator => "指",
            LineRole::Skip => return format!("x {} {:?}", row.lines[0], row.skipped.unwrap()),
        };
        let asked = if row.chosen() { "" } else { "?" };
        format!("{level}{asked} {}", row.title.replace('\n', "/"))
    };
    read(text).lines.iter().map(row).collect()
}

#[test]
fn o2_the_marks_of_lines_tell_what_they_are() {
    let read = told(
        "第2期みほん町総合戦略\n\n基本目標１　働く場をつくる\n施策1-1　農業を支える\n・就農相談\n・研修農場\n施策1-2：商いを支える\n　① 直売所\n横断的な目標１　デジタル\n（１）申請の電子化\n　（ア）は読めない\n取組を進める",
    );
    let wanted = [
        "x 1 Outside",
        "基 働く場をつくる",
        "- 農業を支える",
        "-- 就農相談",
        "-- 研修農場",
        "- 商いを支える",
        "-- 直売所",
        "横 デジタル",
        "- 申請の電子化",
        "x 11 NotUnderstood",
        "x 12 NotUnderstood",
    ];
    assert_eq!(read, wanted);
}

#[test]
fn o2_numbers_tell_it_where_no_words_do() {
    let read = told(
        "【基本目標Ⅰ】雇用をつくる\n1 企業立地\n(1) 用地の確保\n(2) 雇用の促進\n2 観光\n3年間で伸ばす",
    );
    let wanted = [
        "基 雇用をつくる",
        "- 企業立地",
        "-- 用地の確保",
        "-- 雇用の促進",
        "- 観光",
        "x 6 NotUnderstood",
    ];
    assert_eq!(read, wanted);
}

#[test]
fn o2_the_order_of_marks_is_learned_and_not_fixed() {
    let one = told("基本目標1 働く\n(1) 農業\n① 相談\n② 研修\n(2) 商業\n① 融資");
    assert_eq!(
        one,
        [
            "基 働く",
            "- 農業",
            "-- 相談",
            "-- 研修",
            "- 商業",
            "-- 融資"
        ]
    );
    let other = told("基本目標1 働く\n① 農業\n(1) 相談\n(2) 研修\n② 商業\n(1) 融資");
    assert_eq!(other, one);
    let bullets = told("基本目標1 働く\n■農業\n1. 相談\n2. 研修\n■商業\n1. 融資");
    assert_eq!(
        bullets[1..],
        ["- 農業", "-- 相談", "-- 研修", "- 商業", "-- 融資"]
    );
}

#[test]
fn o10_a_title_over_two_lines_is_one_where_it_is_certain_and_asked_where_not() {
    for (above, below, wanted) in [
        (
            "地域の資源を生かした農業の",
            "担い手づくり",
            &["- 地域の資源を生かした農業の担い手づくり"][..],
        ),
        ("働く場と", "住まいの確保", &["- 働く場と住まいの確保"]),
        (
            "「みほんブランド",
            "」の推進",
            &["- 「みほんブランド」の推進"],
        ),
        ("企業立地、", "創業の支援", &["- 企業立地、創業の支援"]),
        (
            "移住と定住の希望",
            "をかなえる",
            &["- 移住と定住の希望をかなえる"],
        ),
        ("Society", "の実現", &["- Society", "x 3 NotUnderstood"]),
        (
            "若い世代の結婚、出産、子育ての希望の実現に向けた",
            "切れ目のない支援",
            &["-? 若い世代の結婚、出産、子育ての希望の実現に向けた切れ目のない支援"],
        ),
        (
            "農業を支える",
            "担当 農政課",
            &["- 農業を支える", "x 3 NotUnderstood"],
        ),
        (
            "若い世代の結婚、出産、子育ての希望の実現に向けた",
            "（子育て支援課）",
            &[
                "- 若い世代の結婚、出産、子育ての希望の実現に向けた",
                "x 3 NotUnderstood",
            ],
        ),
        (
            "農業の",
            "担い手を育てます。",
            &["- 農業の", "文 担い手を育てます。"],
        ),
        ("農業の", "\n担い手", &["- 農業の", "x 4 NotUnderstood"]),
    ] {
        let text = format!("基本目標1 働く\n施策1-1 {above}\n{below}\n・就農相談");
        let read = told(&text);
        assert_eq!(read[1..=wanted.len()], *wanted, "{above} {below}");
    }
    let three = told("基本目標1 働く\n施策1-1 農業の\n担い手の\n育成");
    assert_eq!(three[1..], ["- 農業の担い手の", "x 4 NotUnderstood"]);
}

#[test]
fn o7_of_three_levels_that_no_word_names_each_is_asked() {
    let read = told("基本目標1 働く\n1 産業\n(1) 農業\n① 相談\n(2) 商業\n① 融資");
    assert_eq!(
        read,
        [
            "基 働く",
            "区? 産業",
            "-? 農業",
            "--? 相談",
            "-? 商業",
            "--? 融資"
        ]
    );
}

#[test]
fn o8_a_persons_word_on_a_mark_counts_first() {
    let said = SaidMarks::from([
        ("1".to_owned(), LineRole::Measure),
        ("(1)".to_owned(), LineRole::Initiative),
        ("①".to_owned(), LineRole::Skip),
    ]);
    let text = "基本目標1 働く\n1 産業\n(1) 農業\n① 相談\n(2) 商業";
    let outline = read_outline(text, &Strategy::default(), &said).chosen();
    let measure = &outline.goals[0].measures[0];
    assert_eq!(measure.title, "産業");
    let titles: Vec<_> = measure
        .initiatives
        .iter()
        .map(|i| i.title.as_str())
        .collect();
    assert_eq!(titles, ["農業", "商業"]);
}

/// Contents of tables of two goals; the last initiative is listed only where it is printed.
const OF_TWO_GOALS: [&str; 9] = [
    "基 働く場",
    "- 農業を支える",
    "-- 就農相談",
    "-- 研修農場",
    "- 商いを支える",
    "-- 直売所",
    "基 子育て",
    "- 保育",
    "-- 送迎",
];

#[test]
fn a_table_of_three_columns_is_read_by_its_columns() {
    let read = told(
        "働く場\t農業を支える\t就農相談\n\t\t研修農場\n\t商いを支える\t直売所\n基本目標2 子育て\t保育\n",
    );
    assert_eq!(read, OF_TWO_GOALS[..8]);
}

#[test]
fn o11_heads_name_the_levels_whatever_stands_above_and_below() {
    let all = [
        // Cells joined over rows, as a workbook gives them; a goal alone in its row; a note below.
        "第3期　みほん町総合戦略　施策体系\n令和7年3月\n\n基本目標\t施策\t具体的な取組\t担当課\n1 働く場\t(1) 農業を支える\t①就農相談\t農林課\n\t\t②研修農場\n\t(2) 商いを支える\t①直売所\t商工課\n基本目標2 子育て\n\t(1) 保育\t送迎\t福祉課\n\n※担当課は令和7年4月の名称",
        // Printed again in each row, with numbers in columns of their own.
        "施策一覧\n基本目標\t\t施策名\t\t取組（事業）名\t備考\n1\t働く場\t1\t農業を支える\t就農相談\t\n1\t働く場\t1\t農業を支える\t研修農場\t新規\n1\t働く場\t2\t商いを支える\t直売所\t\n2\t子育て\t1\t保育\t送迎\t",
        // Markdown.
        "# 体系\n\n| 基本目標 | 施策 | 取組 |\n|---|---|---|\n| 働く場 | 農業を支える | 就農相談 |\n| | | 研修農場 |\n| | 商いを支える | 直売所 |\n| 子育て | 保育 | 送迎 |\n",
        // A sheet for each goal.
        "シート1\n基本目標\t施策\t取組\n働く場\t農業を支える\t就農相談\n\t\t研修農場\n\t商いを支える\t直売所\n\nシート2\n基本目標\t施策\t取組\n子育て\t保育\t送迎",
    ];
    for text in all {
        let read = told(text);
        let taken: Vec<_> = read.iter().filter(|line| !line.starts_with('x')).collect();
        assert_eq!(taken, OF_TWO_GOALS, "{text}");
    }
}

#[test]
fn o11_a_table_under_a_goal_holds_its_measures_but_no_list_of_what_headings_say() {
    let read = told(
        "基本目標1 働く\n施策\t取組\n農業\t相談\n\t農場\n基本目標2 育てる\n施策\t取組\n保育\t送迎\n保育は町の仕事です。",
    );
    let taken: Vec<_> = read.iter().filter(|line| !line.starts_with('x')).collect();
    let wanted = [
        "基 働く",
        "- 農業",
        "-- 相談",
        "-- 農場",
        "基 育てる",
        "- 保育",
        "-- 送迎",
        "文 保育は町の仕事です。",
    ];
    assert_eq!(taken, wanted);
    let read = told(
        "体系\n基本目標\t施策\n働く\t農業\n育てる\t保育\n第2章\n基本目標1 働く\n施策1-1 農業\n基本目標2 育てる\n施策2-1 保育",
    );
    let taken: Vec<_> = read.iter().filter(|line| !line.starts_with('x')).collect();
    assert_eq!(taken, ["基 働く", "- 農業", "基 育てる", "- 保育"]);
}

#[test]
fn o11_directions_and_indicators_stand_in_columns_too() {
    let read = read(
        "体系表\n基本目標\t施策\t方向性\tKPI\t基準値（R6）\t目標値（R11）\n働く\t農業\t担い手を育てます。\t新規就農者数\t3人\t8人\n\t商業\t\t来客数\t1,200人\t1,500人",
    );
    let outline = read.chosen();
    let measures = &outline.goals[0].measures;
    assert_eq!(measures[0].direction, "担い手を育てます。");
    let names: Vec<_> = read
        .indicators
        .iter()
        .map(|one| one.indicator.name.as_str())
        .collect();
    assert_eq!(names, ["新規就農者数", "来客数"]);
    assert_eq!([measures[0].kpis.len(), measures[1].kpis.len()], [1, 1]);
    let read = told("体系表\n施策\t取組\n農業\t担い手を育てるための相談をします。");
    assert_eq!(
        read[2..],
        ["- 農業", "--? 担い手を育てるための相談をします。"]
    );
}

#[test]
fn o3_of_several_lists_of_goals_that_in_full_is_taken() {
    let read = told(
        "4 基本目標\n国の目標\n・基本目標1 稼ぐ地域\n・基本目標2 流れ\n町の目標\n・基本目標1 働く\n・基本目標2 育てる\n第2 施策\n基本目標1 働く\n1 農業\n基本目標2 育てる\n1 保育",
    );
    let taken: Vec<_> = read.iter().filter(|line| !line.starts_with('x')).collect();
    assert_eq!(taken, ["基 働く", "- 農業", "基 育てる", "- 保育"]);
    assert_eq!(read[2..4], ["x 3 OtherList", "x 4 OtherList"]);
    // None in full: asked.
    let read = told(
        "国の基本方針\n4つの基本目標\n1. 稼ぐ地域\n2. 流れ\n\n町の戦略\n\n基本目標\n1. 働く\n2. 育てる",
    );
    assert_eq!(read[read.len() - 2..], ["基? 働く", "基? 育てる"]);
}

#[test]
fn o4_sentences_are_the_direction_of_the_heading_above() {
    let read = read(
        "基本目標1 働く\n～雇用をつくる～\n■方向性\n産業を振興し、\n雇用をつくります。\n1 農業\n担い手を育てます。\n[具体的取組]\n(1) 相談\n窓口を置きます。\n現状と課題\n担い手が足りません。",
    );
    let goal = &read.chosen().goals[0];
    assert_eq!((&*goal.title, &*goal.subtitle), ("働く", "雇用をつくる"));
    assert_eq!(goal.direction, "産業を振興し、雇用をつくります。");
    assert_eq!(goal.measures[0].direction, "担い手を育てます。");
    assert_eq!(goal.measures[0].initiatives[0].text, "窓口を置きます。");
    let last = read.lines.last().unwrap();
    assert_eq!(last.skipped, Some(Skipped::Prose));
}

#[test]
fn o6_tables_and_lists_of_indicators_belong_to_the_heading_above() {
    let read = read(
        "基本目標1 働く\n数値目標\n指標\t基準値（R6）\t目標値（R11）\n雇用創出数\t10人\t30人\n施策1-1 農業\nKPI\n・新規就農者数：3人→8人\n施策1-2 商業\n指標名　基準値　目標値\n商店街の来客数　1,200人　1,500人\n・融資",
    );
    let outline = read.chosen();
    let names: Vec<_> = outline
        .indicators
        .iter()
        .map(|one| one.indicator.name.as_str())
        .collect();
    assert_eq!(names[0], "雇用創出数");
    let goal = &outline.goals[0];
    assert_eq!(goal.targets, [0]);
    let all: Vec<_> = read
        .indicators
        .iter()
        .map(|one| one.indicator.name.as_str())
        .collect();
    assert_eq!(all, ["雇用創出数", "新規就農者数", "商店街の来客数"]);
    assert_eq!(goal.measures.len(), 2);
    assert_eq!(goal.measures[1].initiatives[0].title, "融資");
}

#[test]
fn numbers_are_kept_where_they_are_not_those_counted() {
    let outline = read(
        "基本目標４ 協働\n基本計画３２ 基盤\n主要施策１ 加入\n・補助金【新規】\n・交付金【再掲】",
    )
    .chosen();
    let goal = &outline.goals[0];
    assert_eq!(goal.number, "4");
    assert_eq!(
        (&*goal.divisions[0].label, &*goal.divisions[0].number),
        ("基本計画", "32")
    );
    assert_eq!(goal.measures[0].number, "");
    let [new, reprise] = &goal.measures[0].initiatives[..] else {
        panic!("{goal:?}");
    };
    assert_eq!((&*new.title, new.new, new.reprise), ("補助金", true, false));
    assert_eq!(
        (&*reprise.title, reprise.new, reprise.reprise),
        ("交付金", false, true)
    );
}

/// These texts would take minutes if each line were compared with all before it.
#[test]
fn o9_texts_of_thousands_of_lines_that_are_alike_are_read() {
    for piece in [
        "行が続く\n",
        "・行が続く\n",
        "1 行\n(1) 行\n",
        "行が続く。\n\n",
        "名\t3人\t5人\n",
        "基本目標1 行\n1 行\n",
        "主要施策１ 行\n\n決算額 予算額\n\n補助金\n300\n",
    ] {
        let lines = read(&format!("基本目標1 働く\n{}", piece.repeat(3000)))
            .lines
            .len();
        assert!(lines > 0, "{piece}");
    }
}

/// Pieces that plans are made of, and what breaks them.
fn piece() -> impl proptest::strategy::Strategy<Value = String> {
    let marks = proptest::sample::select(vec![
        "基本目標1 ",
        "基本目標",
        "横断的な目標２　",
        "施策1-1 ",
        "(1) ",
        "（２）",
        "① ",
        "・",
        "1. ",
        "1-2 ",
        "第1章 ",
        "Ⅱ ",
        "■方向性",
        "[具体的取組]",
        "KPI",
        "指標\t基準値\t目標値",
        "出生数\t340人\t380人",
        "～副題～",
        "目次",
        "……12",
        "- 3 -",
        "主要施策 １ ",
        "決算額",
        "予算額",
        "補助金",
        "1,200",
        "-",
        "|a|b|",
        "# ",
        "**",
        "\u{c}",
        "\t",
        " ",
        "\n",
        "\n\n",
        "。",
        "🙂",
        "\u{feff}",
        "\r\n",
    ]);
    prop_oneof![4 => marks.prop_map(str::to_owned), 2 => "[あ-ん一-龥]{1,8}", 1 => "\\PC{0,6}"]
}

proptest! {
    #[test]
    fn o1_each_line_is_read_or_skipped_and_none_is_lost(pieces in proptest::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let read = read(&text);
        let mut numbers: Vec<usize> = read.lines.iter().flat_map(|line| line.lines.clone()).collect();
        sort::ascending(&mut numbers);
        numbers.dedup();
        let wanted: Vec<usize> = at_once(async |pace| line::lines(&text, &pace).await).iter().map(|line| line.number).collect();
        prop_assert_eq!(numbers, wanted);
        for line in &read.lines {
            prop_assert_eq!(line.role == LineRole::Skip, line.skipped.is_some());
        }
        let roles: Vec<LineRole> = read.lines.iter().map(|line| line.role).collect();
        let all = read.outline(&roles);
        prop_assert!(all.count() <= roles.len() * 2 + 2);
        let mut strategy = Strategy::default();
        strategy.about.insert(strategy::About::default());
        let mut last = 0;
        let edit = edit::add_outline(&strategy, &all, || { last += 1; last });
        prop_assert_eq!(edit.is_ok(), all.count() > 0);
    }
}
