//! Lines that say in words which of their figures is which, and names that are none.

use fixtures::arbitrary::Dice;
use recognise::{LineRole, SaidMarks, read_outline, read_table};

use crate::kinds::{reads, told};
use crate::pasted_table::plan;

#[test]
fn t12_words_say_which_figure_is_which_in_any_order() {
    for (line, wanted) in [
        ("KPI：就農者数　目標 20人", "+就農者数[人] :>2029=20/"),
        ("就農者数：目標20人", "+就農者数[人] :>2029=20/"),
        ("就農者数　目標値（R11）：20人", "+就農者数[人] :>2029=20/"),
        (
            "就農者数　目標20人（現状10人）",
            "+就農者数[人] :10@>2029=20/",
        ),
        (
            "就農者数　現状：10人／目標：20人",
            "+就農者数[人] :10@>2029=20/",
        ),
        (
            "就農者数（R6：10人、R11：20人）",
            "+就農者数[人] :10@R6>2029=20/",
        ),
        (
            "就農者数（R6実績 10人、R11目標 20人）",
            "+就農者数[人] :10@R6>2029=20/",
        ),
        (
            "就農者数　現状 12人（R6年度）、中間 15人（R8年度）、目標 20人（R11年度）",
            "+就農者数[人] :12@R6年度>2026=15 2029=20/",
        ),
        (
            "就農者数　R8目標 15人　R11目標 20人",
            "+就農者数[人] :>2026=15 2029=20/",
        ),
        (
            "就農者数　目標 1,200人（令和11年度）",
            "+就農者数[人] :>2029=1200/",
        ),
        (
            "指標：販売額　現状 2億円　目標 約3億円",
            "+販売額[億円] :2@>2029=3/",
        ),
        (
            "社会増減数　現状 △35人　目標 △10人",
            "+社会増減数[人] :-35@>2029=-10/",
        ),
        // Without a word for the figure it is asked.
        ("KPI：就農者数 20人（R11）", "?就農者数[人] :>2029=20/"),
        ("数値目標：就農者数 年間20人", "?就農者数[人] :>2029=20/"),
        ("就農者数 20人以上を目指す", "?就農者数[人] :>2029=20/"),
        ("就農者数：累計60人（R7～R11）", "?就農者数[人] :>2029=60/"),
        ("待機児童数：0人を維持", "?待機児童数[人] :>2029=0/"),
        ("就農者数の目標20人", "?就農者数[人] :>2029=20/"),
        ("農業の振興（目標20件）", "?農業の振興[件] :>2029=20/"),
    ] {
        let table = read_table(line, &plan(2025, 2029));
        assert_eq!(told(&table), [wanted], "{line}");
    }
    for line in [
        "窓口を3か所に設置することを目指す",
        "令和11年度までに20人以上の参加を目指す",
        "移住フェアを年2回開催",
        "目標：3か所に設置",
        "目標を20人とする",
        "対象：65歳から74歳に",
        "期間：令和7年度～令和11年度",
        "農業の振興（目標：就農者数20人）",
        "計画の目標：令和11年度",
    ] {
        let table = read_table(line, &plan(2025, 2029));
        assert!(table.indicators.is_empty(), "{line} {:?}", told(&table));
    }
}

#[test]
fn o6_a_line_with_a_target_is_an_indicator_and_a_title_with_one_is_asked() {
    let text = "基本目標1 しごとをつくる\n(1) 農業の振興（目標：就農者数20人）\nKPI：就農者数　目標 20人\n\
                (2) 商業の振興（目標 20件）\n数値目標　起業件数 5件以上を目指す\n対象：65歳以上\n人口：8,503人（R6）";
    let read = read_outline(text, &plan(2025, 2029), &SaidMarks::default());
    let told: Vec<_> = read
        .lines
        .iter()
        .map(|line| (line.chosen(), line.role, line.title.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (true, LineRole::Goal, "しごとをつくる"),
            (false, LineRole::Measure, "農業の振興（目標：就農者数20人）"),
            (false, LineRole::Indicator, "就農者数"),
            (false, LineRole::Measure, "商業の振興（目標 20件）"),
            (false, LineRole::Indicator, "起業件数"),
            (false, LineRole::Skip, "対象：65歳以上"),
            (false, LineRole::Skip, "人口：8,503人（R6）"),
        ]
    );
    // Only the heading is asked; the indicator is certain.
    assert!(read.indicators[0].chosen() && !read.indicators[1].chosen());
}

#[test]
fn t12_of_lines_with_words_nothing_false_comes_chosen() {
    let mut sure = 0;
    for seed in 0..800 {
        let mut d = Dice::new(seed);
        let name = d.pick(&[
            "就農者数",
            "移住相談の件数",
            "講座の参加者（延べ）",
            "農産物販売額",
            "65歳以上の就業率",
        ]);
        let unit = d.pick(&["人", "件", "％", "千円"]);
        let (from, to) = (1 + d.below(9000), 1 + d.below(9000));
        let number = |d: &mut Dice, n: usize| match d.below(3) {
            0 if n > 999 => format!("{},{:03}", n / 1000, n % 1000),
            1 => n
                .to_string()
                .chars()
                .map(|c| char::from_u32(c as u32 + 0xFEE0).unwrap())
                .collect(),
            _ => n.to_string(),
        };
        let gap = d.pick(&["　", "：", " ", ""]);
        let of = |d: &mut Dice, words: &[&str], year: &str, figure: &str| {
            let word = d.pick(words);
            match d.below(4) {
                0 => format!("{word}{gap}{figure}"),
                1 => format!("{word}（{year}）{gap}{figure}"),
                2 => format!("{year}{word}{gap}{figure}"),
                _ => format!("{word}{gap}{figure}（{year}）"),
            }
        };
        let (a, b) = (number(&mut d, from), number(&mut d, to));
        let year = d.pick(&["R6", "令和6年度", "2024年度"]);
        let old = of(
            &mut d,
            &["現状", "現状値", "基準値", "当初値", "実績"],
            year,
            &format!("{a}{unit}"),
        );
        let year = d.pick(&["R11", "令和11年度", "2029"]);
        let new = of(
            &mut d,
            &["目標", "目標値", "最終目標"],
            year,
            &format!("{b}{unit}"),
        );
        let sign = d.pick(&["　", "、", "／", " "]);
        let both = match d.below(4) {
            0 => new.clone(),
            1 => format!("{new}{sign}{old}"),
            _ => format!("{old}{sign}{new}"),
        };
        let line = match d.below(4) {
            0 => format!("{name}（{both}）"),
            1 => format!("KPI：{name}　{both}"),
            2 => format!("・{name}　{both}"),
            _ => format!("{name}：{both}"),
        };
        let table = read_table(&line, &plan(2025, 2029));
        for one in table.indicators.iter().filter(|one| one.chosen()) {
            let series = &one.series[0];
            let value = |figure: &strategy::Figure| figure.value().unwrap().to_string();
            assert_eq!(one.indicator.name, name, "{line}");
            let target = &series.targets[&strategy::FiscalYear(2029)];
            assert_eq!(
                (value(target), series.targets.len()),
                (to.to_string(), 1),
                "{line}"
            );
            if let Some(baseline) = &series.baseline {
                assert_eq!(value(&baseline.figure), from.to_string(), "{line}");
            }
            assert_eq!(series.baseline.is_some(), both != new, "{line}");
            sure += 1;
        }
    }
    assert!(sure > 400, "{sure}");
}

#[test]
fn t3_a_mark_for_the_same_as_above_is_a_unit_and_says_nothing_in_the_first_line() {
    reads(
        "指標|単位|現状値(R6)|目標値(R11)\n出生数|人|30|40\n転入者数|〃|120|150\n婚姻数|同上|3|5\n転出者数|々|90|80",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "+転入者数[人] :120@R6>2029=150/",
            "+婚姻数[人] :3@R6>2029=5/",
            "+転出者数[人] :90@R6>2029=80/",
        ],
    );
    reads(
        "指標|単位|現状値(R6)|目標値(R11)\n出生数|人|30|〃\n転入者数|人|120|150",
        &[
            "?出生数[人] :30@R6>2029=〃/",
            "+転入者数[人] :120@R6>2029=150/",
        ],
    );
}

#[test]
fn t6_a_name_that_is_a_part_or_a_rest_of_one_is_asked() {
    reads(
        "指標名|単位|現状値(R6)|目標値(R11)\n町内|人|30|40\n65歳以上|人|10|15\n転入|人|40|55",
        &[
            "?町内[人] :30@R6>2029=40/",
            "?65歳以上[人] :10@R6>2029=15/",
            "+転入[人] :40@R6>2029=55/",
        ],
    );
    // The page of a PDF broke the name.
    let text = "指標名 単位 現状値（R6） 目標値（R11）\n子育て支援サービスの満足\n度 ％ 61.2 70.0\n新規就農者数 人 5 10";
    let table = read_table(text, &plan(2025, 2029));
    let wanted = [
        "?度[％] :61.2@R6>2029=70.0/",
        "+新規就農者数[人] :5@R6>2029=10/",
    ];
    assert_eq!(told(&table), wanted);
}

#[test]
fn t6_a_line_of_two_indicators_is_not_named_after_both() {
    let line = "移住者数 12人（R5） 20人（R11） 起業件数 3件（R5） 5件（R11）";
    for text in [line.to_owned(), format!("指標名 現状値 目標値\n{line}")] {
        let table = read_table(&text, &plan(2025, 2029));
        assert!(
            table.indicators.iter().all(|one| !one.chosen()),
            "{:?}",
            told(&table)
        );
    }
}

#[test]
fn t12_a_number_and_its_unit_are_one_though_a_space_parts_them() {
    let text = "指標名 現状値（R6） 目標値（R11）\n観光入込客数 1,200 千人 1,500 千人\n宿泊者数 12 人泊 15 人泊";
    let wanted = [
        "+観光入込客数[千人] :1200@R6>2029=1500/",
        "+宿泊者数[人泊] :12@R6>2029=15/",
    ];
    assert_eq!(told(&read_table(text, &plan(2025, 2029))), wanted);
}

#[test]
fn t12_the_first_half_of_this_plan_is_no_plan_before() {
    reads(
        "指標|単位|現状|前期目標（R7）|後期目標（R11）\n観光客数|千人|120|130|150",
        &["+観光客数[千人] :120@>2025=130 2029=150/"],
    );
    reads(
        "指標|単位|前期目標|現状|目標\n観光客数|千人|110|120|150",
        &["+観光客数[千人] :120@>2029=150/"],
    );
}

#[test]
fn t6_so_many_of_so_many_under_a_rate_is_asked() {
    reads(
        "指標|現状値(R6)|目標値(R11)\n実施率|10／12|12／12\n参加した割合|30／50|50／50\n実施団体|10/12団体|12/12団体",
        &[
            "?実施率[] :10@R6>2029=12/",
            "?参加した割合[] :30@R6>2029=50/",
            "+実施団体[団体] :10@R6>2029=12/",
        ],
    );
}

#[test]
fn t3_a_letter_of_a_list_is_the_code_of_a_name() {
    let text = "指標名\t現状値\t目標値\nア　相談件数\t20件\t60件\n（イ）満足度\t60％\t80％\nアユの放流量\t10件\t20件\nウ. 講座数\t10回\t20回";
    let table = read_table(text, &plan(2025, 2029));
    let of = table.indicators.iter();
    let of: Vec<_> = of
        .map(|one| (&*one.indicator.code, &*one.indicator.name))
        .collect();
    let wanted = [
        ("ア", "相談件数"),
        ("（イ）", "満足度"),
        ("", "アユの放流量"),
        ("ウ", "講座数"),
    ];
    assert_eq!(of, wanted);
}

#[test]
fn t6_figures_counted_in_different_stretches_of_time_are_asked() {
    reads(
        "指標|現状値(R6)|目標値(R11)\n巡回の回数|月1回|週1回\n会議の回数|月1回|月2回\n講座の回数|12回|月2回\n訪問の回数|年3回|年5回以上",
        &[
            "?巡回の回数[回] :1@R6>2029=1/",
            "+会議の回数[回] :1@R6>2029=2/",
            "?講座の回数[回] :12@R6>2029=2/",
            "+訪問の回数[回] :3@R6>2029=5/",
        ],
    );
}

#[test]
fn t12_each_line_of_a_card_may_bear_a_mark_or_a_label_and_a_space() {
    for text in [
        "■指標名：会員数\n■単位：人\n■現状値：5\n■目標値：10",
        "・KPI：会員数\n・現状値：5人\n・目標値：10人",
        "指標　会員数\n現状　5人\n目標　10人",
    ] {
        reads(text, &["+会員数[人] :5@>2029=10/"]);
    }
}

#[test]
fn t3_a_raised_number_behind_a_name_is_a_footnote() {
    let text = "指標名\t現状値\t目標値\n出生数¹\t30人\t40人\n転入者数²⁾\t120人\t150人\n公園の面積 m²\t10ha\t20ha";
    let table = read_table(text, &plan(2025, 2029));
    let names: Vec<_> = table
        .indicators
        .iter()
        .map(|one| &*one.indicator.name)
        .collect();
    assert_eq!(names, ["出生数", "転入者数", "公園の面積 m²"]);
    assert!(table.indicators[1].indicator.note.contains("²⁾"));
}

#[test]
fn t3_a_label_with_a_number_of_several_parts_is_the_code_of_a_line() {
    for (line, code) in [
        ("KPI1-1-2：会員数：20人→30人", "KPI1-1-2"),
        ("指標 1-2：会員数 20人→30人", "1-2"),
        ("KPI1.2 会員数　目標 30人", "KPI1.2"),
    ] {
        let table = read_table(line, &plan(2025, 2029));
        for one in &table.indicators {
            assert_eq!(one.indicator.name, "会員数", "{line}");
            assert!(
                one.indicator.code == code || !one.chosen(),
                "{line} {one:?}"
            );
        }
        assert_eq!(table.indicators.len(), 1, "{line}");
    }
}

#[test]
fn o10_the_last_letter_of_a_title_is_no_line_of_its_own() {
    let text =
        "基本目標1 しごとをつくる\n施策1 新規就農者の確保・育\n成\n施策2 創業支援\n施策3 子ども\nA";
    let read = read_outline(text, &plan(2025, 2029), &SaidMarks::default());
    let titles: Vec<&str> = read.lines.iter().map(|line| line.title.as_str()).collect();
    assert!(titles.contains(&"新規就農者の確保・育成"), "{titles:?}");
    assert!(titles.contains(&"子ども"), "{titles:?}");
}
