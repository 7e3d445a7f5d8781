//! Kinds of tables that were read wrongly or not at all, each in the form of a town office.

use recognise::{PastedTable, read_table};
use strategy::{Figure, Reading, Strategy};

use crate::pasted_table::plan;

fn number(figure: &Figure) -> String {
    match figure.reading() {
        Reading::Number(number) => number.value.to_string(),
        Reading::Unread => format!("?{}", figure.text()),
        _ => figure.text().to_owned(),
    }
}

/// Each indicator: + if it comes chosen, its name, unit, and for each series baseline@year > targets / actuals.
pub(crate) fn told(table: &PastedTable) -> Vec<String> {
    let one = |one: &recognise::PastedIndicator| {
        let of = |row: &std::collections::BTreeMap<strategy::FiscalYear, Figure>| {
            let figures = row.iter();
            let figures = figures.map(|(year, figure)| format!("{}={}", year.0, number(figure)));
            figures.collect::<Vec<_>>().join(" ")
        };
        let series = one.series.iter().map(|series| {
            let baseline = series.baseline.as_ref().map(|baseline| {
                let at = baseline.at.clone().unwrap_or_default().0;
                format!("{}@{at}", number(&baseline.figure))
            });
            let baseline = baseline.unwrap_or_default();
            let (targets, actuals) = (of(&series.targets), of(&series.actuals));
            format!("{}:{baseline}>{targets}/{actuals}", series.name)
        });
        let mark = if one.chosen() { '+' } else { '?' };
        let (name, unit) = (&one.indicator.name, &one.indicator.unit);
        format!(
            "{mark}{name}[{unit}] {}",
            series.collect::<Vec<_>>().join(" ")
        )
    };
    table.indicators.iter().map(one).collect()
}

/// Asserts that every indicator that comes ticked is one of those printed, and returns the number of those. `about` says
/// which table it is.
pub(crate) fn read_as_printed(told: &[String], printed: &[String], about: &str) -> usize {
    let ticked = |one: &String| told.contains(&format!("+{one}"));
    for one in told.iter().filter_map(|one| one.strip_prefix('+')) {
        assert!(
            printed.iter().any(|printed| printed == one),
            "{one} {about}"
        );
    }
    printed.iter().filter(|one| ticked(one)).count()
}

#[track_caller]
pub(crate) fn reads(text: &str, wanted: &[&str]) {
    let period: Strategy = plan(2025, 2029);
    let table = read_table(&text.replace('|', "\t"), &period);
    assert_eq!(told(&table), wanted, "{text}");
}

#[test]
fn t6_a_decimal_that_may_be_meant_otherwise_is_asked() {
    reads(
        "指標|単位|現状値(R6)|目標値(R11)\n受診率|％|0.452|0.6\n満足度|%|61.2|70\n普及率|%|0.5%|0.8%\n増減率|％|-0.5|0\n参加者数|人|1.200|2.000\n出生率||1.352|1.5",
        &[
            "?受診率[％] :0.452@R6>2029=0.6/",
            "+満足度[%] :61.2@R6>2029=70/",
            "+普及率[%] :0.5@R6>2029=0.8/",
            "+増減率[％] :-0.5@R6>2029=0/",
            "?参加者数[人] :1.200@R6>2029=2.000/",
            "+出生率[] :1.352@R6>2029=1.5/",
        ],
    );
    reads(
        "指標|現状値（％）|目標値（％）\n受診率|0.452|0.6",
        &["?受診率[%] :0.452@>2029=0.6/"],
    );
}

#[test]
fn t4_sub_rows_belong_to_the_line_that_names_them() {
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n健康寿命|歳||\n　男性||79.5|80.5\n　女性||84.1|85.0\n満足度|%|60|70",
        &[
            "+健康寿命[歳] 男性:79.5@R6>2029=80.5/ 女性:84.1@R6>2029=85.0/",
            "+満足度[%] :60@R6>2029=70/",
        ],
    );
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n講座の参加者|人||\n町内||30|40\n町外||10|20\n満足度|%|60|70",
        &[
            "+講座の参加者[人] 町内:30@R6>2029=40/ 町外:10@R6>2029=20/",
            "+満足度[%] :60@R6>2029=70/",
        ],
    );
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n移住者数|人|120|200\n　うち県外|人|60|90\n（うち子ども）|人|12|20",
        &["+移住者数[人] :120@R6>2029=200/ うち県外:60@R6>2029=90/ （うち子ども）:12@R6>2029=20/"],
    );
    // The line that names them is of another table, or there is none.
    reads(
        "指標名|基準値(R6)|目標値(R11)\n男性|79.5歳|80.5歳",
        &["?男性[歳] :79.5@R6>2029=80.5/"],
    );
    reads(
        "指標名|男女別|単位|基準値(R6)|目標値(R11)\n健康寿命|男|歳|79.5|80.5\n健康寿命|女|歳|84.1|85.0",
        &["+健康寿命[歳] 男:79.5@R6>2029=80.5/ 女:84.1@R6>2029=85.0/"],
    );
}

#[test]
fn t6_two_of_one_name_are_asked_unless_their_units_differ() {
    reads(
        "指標名|担当課|単位|基準値(R6)|目標値(R11)\n参加者|総務課|人|10|20\n参加者|産業課|人|30|40\n観光客|産業課|人|10|20\n観光客|産業課|千人泊|30|40",
        &[
            "?参加者[人] :10@R6>2029=20/",
            "?参加者[人] :30@R6>2029=40/",
            "+観光客[人] :10@R6>2029=20/",
            "+観光客[千人泊] :30@R6>2029=40/",
        ],
    );
}

#[test]
fn t12_a_cell_may_say_of_each_figure_what_it_is() {
    reads(
        "KPI|目標／実績(R7)\n移住者数|目標10／実績8\n起業件数|目標 3件/実績 2件",
        &[
            "+移住者数[] :>2025=10/2025=8",
            "+起業件数[件] :>2025=3/2025=2",
        ],
    );
    reads(
        "KPI|基準値(R6)→目標値(R11)\n移住者数|12人→20人\n満足度|61.2％　⇒　70％以上",
        &[
            "+移住者数[人] :12@R6>2029=20/",
            "+満足度[%] :61.2@R6>2029=70/",
        ],
    );
}

#[test]
fn t12_heads_tell_years_and_kinds_in_other_words() {
    reads(
        "指標|基準値（R1）|現状値（R6）|中間目標（R8）|目標値（R11）\n出生数|30人|28人|35人|40人",
        &["+出生数[人] :30@R1>2026=35 2029=40/2024=28"],
    );
    reads(
        "指標|R6実績|R7見込|R8目標|R11目標\n出生数|30人|31人|32人|40人",
        &["+出生数[人] :>2026=32 2029=40/2024=30 2025=31"],
    );
    reads(
        "指標|当初値（’24）|目標値（’29）\n会員数|120人|200人",
        &["+会員数[人] :120@2024>2029=200/"],
    );
    reads(
        "指標|H27国調|R2国勢調査|目標R11\n人口|8,503人|8,000人|7,500人",
        &["+人口[人] :>2029=7500/2015=8503 2020=8000"],
    );
    reads(
        "目標|指標|基準年度|基準値|目標年度|目標値|単位\nしごと|会員数|R5|120|R11|200|人\n|相談件数|R6|30|R11|50|件",
        &[
            "+会員数[人] :120@R5>2029=200/",
            "+相談件数[件] :30@R6>2029=50/",
        ],
    );
    reads(
        "区分|指標|現状|目標\n1|就業者数|3,200人|3,300人\n2|起業件数|3件|12件",
        &[
            "+就業者数[人] :3200@>2029=3300/",
            "+起業件数[件] :3@>2029=12/",
        ],
    );
    reads(
        "指標|区分|R6|R7|R8|R11\n出生数|計画||31|32|35\n|実績|30|29||",
        &["+出生数[] :>2025=31 2026=32 2029=35/2024=30 2025=29"],
    );
}

#[test]
fn t12_a_provisional_head_makes_its_figures_provisional() {
    let text = "指標\tR6実績\tR7（見込）\tR11目標\n出生数\t30人\t31人\t40人";
    let table = read_table(text, &plan(2025, 2029));
    let actuals = table.indicators[0].series[0].actuals.values();
    let texts: Vec<&str> = actuals.map(Figure::text).collect();
    assert_eq!(texts, ["30人", "31人（見込）"]);
}

#[test]
fn t12_a_table_with_a_year_a_line_is_turned_round() {
    reads(
        "年度|出生数（人）|高齢化率（％）|備考欄\nR4|30|35.2|\nR5|28|36.0|\nR11目標|40|38.0|",
        &[],
    );
    let text = "年度|出生数（人）|高齢化率（％）\nR4|30|35.2\nR5|28|36.0\nR11目標|40|38.0";
    reads(
        text,
        &[
            "?出生数（人）[人] :>2029=40/2022=30 2023=28",
            "?高齢化率（％）[%] :>2029=38.0/2022=35.2 2023=36.0",
        ],
    );
    let table = read_table(&text.replace('|', "\t"), &plan(2025, 2029));
    assert_eq!(table.indicators[1].lines, [2, 3, 4]);
    assert!(table.unread.is_empty(), "{:?}", table.unread);
}

#[test]
fn t12_words_that_all_differ_are_names_under_any_head_of_rows() {
    reads(
        "区分|現状値(R6)|目標値(R11)\n出生数|30人|40人\n転入者数|120人|150人",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "+転入者数[人] :120@R6>2029=150/",
        ],
    );
}

#[test]
fn t2_a_line_of_brackets_goes_on_with_the_figures_above_it() {
    let text = "指標名\t基準値(R6)\t目標値(R11)\n社会増減数\t▲35人\t±0人\n\t（R4～R6平均）\t（R9～R11平均）\n出生数\t30人\t35人";
    let table = read_table(text, &plan(2025, 2029));
    let series = &table.indicators[0].series[0];
    let baseline = series.baseline.as_ref().unwrap().figure.text();
    assert_eq!(baseline, "▲35人（R4～R6平均）");
    assert_eq!(table.indicators[0].lines, [2, 3]);
    assert_eq!(table.indicators.len(), 2);
}

#[test]
fn t7_a_line_of_days_is_no_head() {
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n貸出冊数|冊|令和6年3月31日|2024/3/31\n出生数|人|30|40",
        &[
            "?貸出冊数[冊] :?令和6年3月31日@令和6年3月31日>2029=?2024/3/31/",
            "+出生数[人] :30@R6>2029=40/",
        ],
    );
}

#[test]
fn t8_semicolons_may_part_numbers_with_a_comma_for_a_point() {
    reads(
        "KPI;単位;基準値(R6);目標値(R11)\n観光客数;人;1200;1500\n満足度;%;61,2;70,5",
        &[
            "+観光客数[人] :1200@R6>2029=1500/",
            "?満足度[%] :?61,2@R6>2029=?70,5/",
        ],
    );
}

#[test]
fn t3_a_name_leaves_its_number_and_the_word_for_an_indicator() {
    let text = "指標名\t現状値\t目標値\n(2) 相談件数\t20件\t60件\nKPI3 満足度\t60％\t80％\n3R 活動の参加者\t10人\t20人";
    let table = read_table(text, &plan(2025, 2029));
    let of =
        |one: &recognise::PastedIndicator| (one.indicator.code.clone(), one.indicator.name.clone());
    let names: Vec<_> = table.indicators.iter().map(of).collect();
    let wanted = [
        ("(2)", "相談件数"),
        ("KPI3", "満足度"),
        ("", "3R 活動の参加者"),
    ];
    assert_eq!(
        names,
        wanted.map(|(code, name)| (code.to_owned(), name.to_owned()))
    );
    for (line, name) in [
        ("KPI　移住相談件数　年間30件 → 年間60件", "移住相談件数"),
        ("（指標）観光消費額 3,500円/人 → 4,000円/人", "観光消費額"),
        ("・移住者数（現状10人、目標15人）", "移住者数"),
        ("・空き家活用件数……………3件 → 10件", "空き家活用件数"),
        ("KPI① 出荷額 120億円（R4）→125億円（R9）", "出荷額"),
        ("指標①　相談件数：20件（R6）→60件（R11）", "相談件数"),
        (
            "数値目標：就農者数　現状 4人／年（R6）　目標 10人／年（R11）",
            "就農者数",
        ),
        (
            "◆宿泊者数　現状値：1,200人泊　目標値：2,000人泊",
            "宿泊者数",
        ),
    ] {
        let table = read_table(line, &plan(2025, 2029));
        assert_eq!(table.indicators.len(), 1, "{line} {table:#?}");
        assert_eq!(table.indicators[0].indicator.name, name);
    }
}

#[test]
fn t3_the_same_as_above_counts_in_every_column() {
    let text =
        "施策\t指標\t現状値\t目標値\n1-1 産業\t移住者数\t12人\t20人\n〃\t起業件数\t3件\t10件";
    let table = read_table(text, &plan(2025, 2029));
    assert_eq!(table.indicators[1].indicator.note, "施策：1-1 産業");
}

#[test]
fn t6_a_target_with_a_plus_may_be_an_increase() {
    reads(
        "指標|現状値|目標値\n起業件数|3件|＋5件\n社会増減|▲3人|＋5人\n参加者|3人|5人",
        &[
            "?起業件数[件] :3@>2029=5/",
            "+社会増減[人] :-3@>2029=5/",
            "+参加者[人] :3@>2029=5/",
        ],
    );
}

#[test]
fn t2_a_line_of_rates_below_a_name_goes_to_its_note() {
    let text =
        "指標\t単位\t基準値\tR7実績\tR11目標\n会員数\t人\t120\t128\t130\n達成率\t％\t\t98.5\t";
    let table = read_table(text, &plan(2025, 2029));
    assert_eq!(table.indicators.len(), 1, "{table:#?}");
    assert!(table.indicators[0].indicator.note.contains("98.5"));
    assert!(table.indicators[0].chosen());
}

#[test]
fn t3_names_of_letters_and_units_in_any_bracket() {
    reads(
        "指標|現状値(R6)|目標値(R11)\nCO2|12,000t|10,000t\n高齢化率[％]|38.5|40\n出生数|30人|40人",
        &[
            "+CO2[t] :12000@R6>2029=10000/",
            "+高齢化率[％][%] :38.5@R6>2029=40/",
            "+出生数[人] :30@R6>2029=40/",
        ],
    );
    reads(
        "指標名|令和６年度|令和１１年度\n|（基準）|（目標）\n会員数|120人|200人",
        &["+会員数[人] :120@令和6年度>2029=200/"],
    );
    reads(
        "指標名|R6年度末現在|R11年度末目標\n会員数|120人|200人",
        &["+会員数[人] :120@R6年度>2029=200/"],
    );
}

#[test]
fn t7_a_name_beside_years_ends_no_table() {
    reads(
        "指標|現状値|目標値\n会員数|12人|20人\n完成年度|R6|R9\n講座数|3回|5回",
        &[
            "+会員数[人] :12@>2029=20/",
            "?完成年度[] :?R6@R6>2027=?R9/",
            "+講座数[回] :3@>2029=5/",
        ],
    );
}

#[test]
fn t6_the_unit_of_a_table_is_not_given_to_a_share() {
    reads(
        "（単位：人）||\n指標名|基準値|目標値\n出生数|30|40\n高齢化率|38.5|40",
        &["+出生数[人] :30@>2029=40/", "?高齢化率[人] :38.5@>2029=40/"],
    );
    reads(
        "（単位：人、％）||\n指標名|基準値|目標値\n出生数|30|40\n高齢化率|38.5|40",
        &["+出生数[] :30@>2029=40/", "+高齢化率[] :38.5@>2029=40/"],
    );
}

#[test]
fn t12_the_source_of_a_figure_and_a_comparison_are_no_figures() {
    let text = "指標\t基準値(R6)\t目標値(R11)\t基準値の出典\t対計画比\n出生数\t30人\t40人\t住民基本台帳\t104.3%";
    let table = read_table(text, &plan(2025, 2029));
    let one = &table.indicators[0];
    assert!(one.chosen(), "{one:#?}");
    assert_eq!(one.indicator.source, "住民基本台帳");
    assert_eq!(one.indicator.note, "対計画比：104.3%");
}

#[test]
fn t6_a_slash_between_figures_of_a_share_or_of_two_series_is_asked() {
    reads(
        "指標|単位|現状値|目標値\n実施率|％|12/15|15/15\n健康寿命|歳|79.5／84.1|80.5／85.0\n実施校|校|12/15|15/15",
        &[
            "?実施率[％] :12@>2029=15/",
            "?健康寿命[歳] :79.5@>2029=80.5/",
            "+実施校[校] :12@>2029=15/",
        ],
    );
}

#[test]
fn t6_the_same_as_a_sum_and_a_unit_in_the_name_that_is_not_the_figures_are_asked() {
    reads(
        "指標名|現状値(R6)|目標値(R11)\n出生数|30人|40人\n計|12人|15人\n転入者数|120人|同上",
        &[
            "+出生数[人] :30@R6>2029=40/",
            "?転入者数[人] :120@R6>2029=15/",
        ],
    );
    reads(
        "指標名|現状値|目標値\n売上額（千円）|1,200円|1,500円\n販売額（百万円）|12百万円|15百万円\n利用者数（人）|30人/年|40人/年",
        &[
            "?売上額（千円）[円] :1200@>2029=1500/",
            "+販売額（百万円）[百万円] :12@>2029=15/",
            "+利用者数（人）[人/年] :30@>2029=40/",
        ],
    );
}

#[test]
fn t6_a_unit_is_no_name() {
    reads(
        "指標名|現状値|目標値\n人|30|40\n/年|40件|50件\n犬の数|3頭|4頭",
        &[
            "?人[] :30@>2029=40/",
            "?/年[件] :40@>2029=50/",
            "+犬の数[頭] :3@>2029=4/",
        ],
    );
}

#[test]
fn t3_the_mark_of_a_footnote_is_no_part_of_a_name() {
    let text = "指標名\t現状値\t目標値\n出生数※1\t30人\t40人\n転入者数（注2）\t120人\t150人\n転出者数＊\t90人\t80人\n\
                婚姻数※\t3件\t5件\n※1 住民基本台帳による\n注2：外国人を除く";
    let table = read_table(text, &plan(2025, 2029));
    let of =
        |one: &recognise::PastedIndicator| (one.indicator.name.clone(), one.indicator.note.clone());
    let names: Vec<_> = table.indicators.iter().map(of).collect();
    let wanted = [
        ("出生数", "※1 住民基本台帳による"),
        ("転入者数", "注2：外国人を除く"),
        ("転出者数", "＊"),
        ("婚姻数", "※"),
    ];
    assert_eq!(
        names,
        wanted.map(|(name, note)| (name.to_owned(), note.to_owned()))
    );
    assert!(table.unread.is_empty(), "{:?}", table.unread);
    assert!(
        table
            .indicators
            .iter()
            .all(recognise::PastedIndicator::chosen)
    );
}

#[test]
fn t4_a_name_may_end_in_the_kind_of_its_line() {
    reads(
        "指標名|単位|R6|R7|R8|R11\n出生数（目標）|人||31|32|35\n出生数（実績）|人|30|29||\n起業件数 目標値|件||3|4|5\n起業件数 実績値|件|2|3||",
        &[
            "+出生数[人] :>2025=31 2026=32 2029=35/2024=30 2025=29",
            "+起業件数[件] :>2025=3 2026=4 2029=5/2024=2 2025=3",
        ],
    );
    // Under heads that name the kind the word is a part of the name.
    reads(
        "指標名|単位|現状値|目標値\n自主財源（実績）|千円|30|40",
        &["?自主財源（実績）[千円] :30@>2029=40/"],
    );
}

#[test]
fn t12_an_indicator_may_stand_on_several_lines() {
    for (text, wanted) in [
        (
            "空き家の活用件数\n件　現状値（R6）3　目標値（R11）10\n※年間の件数",
            "+空き家の活用件数[件] :3@R6>2029=10/",
        ),
        (
            "KPI：空き家の活用件数\n単位：件　現状値：3（R6）　目標値：10（R11）\n備考：年間の件数",
            "+空き家の活用件数[件] :3@R6>2029=10/",
        ),
        (
            "■空き家の活用件数\n現状値　3件（令和6年度）\n目標値　10件（令和11年度）",
            "+空き家の活用件数[件] :3@令和6年度>2029=10/",
        ),
        (
            "【指標】移住者数\n120人 → 150人\n出典：住民基本台帳",
            "+移住者数[人] :120@>2029=150/",
        ),
    ] {
        reads(text, &[wanted]);
        let table = read_table(text, &plan(2025, 2029));
        assert!(table.unread.is_empty(), "{:?}", table.unread);
        assert_eq!(table.indicators[0].lines, [1, 2, 3]);
    }
    // A heading above a list is no name of its first line.
    reads(
        "しごとをつくる\n起業件数：3件 → 10件\n就農者数：1人 → 5人",
        &["+起業件数[件] :3@>2029=10/", "+就農者数[人] :1@>2029=5/"],
    );
}
