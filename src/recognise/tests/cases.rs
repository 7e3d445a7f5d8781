//! Tables that went wrong elsewhere, read as a person who drops the file sees them. `tests/data/cases/` holds them.

use format::json;
use format::workbook::{CellRead, NotRead, SheetRead, is_web_page, read_printed};
use recognise::{
    ColumnKind, ColumnMapping, Doubt, LineRole, PastedIndicator, PastedLine, PastedTable,
    SaidMarks, read_outline, read_table, read_table_as,
};
use strategy::{Figure, FiscalYear, Goal, Id, Order, Strategy};
use words::chosen_file::book_not_read;

/// A plan for R7 to R11 with nothing in it.
fn plan() -> Strategy {
    json::read(include_bytes!(
        "../../../tests/data/cases/90-plan-r7-r11.json"
    ))
    .unwrap()
}

fn sheet(book: &[u8]) -> SheetRead {
    read_printed(book).unwrap().remove(0)
}

fn of_book(book: &[u8]) -> PastedTable {
    read_table(&sheet(book).indicator_text(false).unwrap(), &plan())
}

fn named<'a>(table: &'a PastedTable, name: &str) -> &'a PastedIndicator {
    let is = |one: &&PastedIndicator| one.indicator.name == name;
    let found = table.indicators.iter().find(is);
    found.unwrap_or_else(|| panic!("{name} of {:#?}", table.indicators))
}

/// The target of the last year, the actuals with their years, the baseline: as printed.
fn figures(one: &PastedIndicator) -> (String, Vec<(i32, String)>, String) {
    let series = &one.series[0];
    let text = |figure: &Figure| figure.text().to_owned();
    let actuals = series.actuals.iter();
    let actuals = actuals.map(|(year, figure)| (year.0, text(figure)));
    let baseline = series.baseline.as_ref();
    (
        series.targets.values().last().map(text).unwrap_or_default(),
        actuals.collect(),
        baseline.map(|one| text(&one.figure)).unwrap_or_default(),
    )
}

#[test]
fn x8_zero_that_is_shown_as_a_dash_is_zero() {
    let table = of_book(include_bytes!(
        "../../../tests/data/cases/59-zero-as-dash.xlsx"
    ));
    let one = named(&table, "待機児童数");
    let (target, actuals, baseline) = figures(one);
    assert_eq!((target.as_str(), baseline.as_str()), ("0", "12"));
    assert_eq!(actuals, [(2024, "0".to_owned())]);
    assert!(one.chosen());
    assert_eq!(figures(named(&table, "起業件数")).2, "0");
    assert_eq!(figures(named(&table, "事故死者数")).0, "0");
}

#[test]
fn x10_what_is_struck_out_is_left_out_and_counted() {
    let book = include_bytes!("../../../tests/data/cases/36-struck-out.xlsx");
    let read = sheet(book);
    assert!(read.struck > 1, "{read:?}");
    assert!(
        read.comments
            .iter()
            .any(|(_, text)| text.contains("45に変更予定")),
        "{:?}",
        read.comments
    );
    let table = of_book(book);
    assert_eq!(figures(named(&table, "相談件数")).0, "120");
    // Its whole row is struck out.
    assert!(
        table
            .indicators
            .iter()
            .all(|one| one.indicator.name != "利用者数")
    );
    assert_eq!(figures(named(&table, "参加者数")).0, "40");
    let near = sheet(include_bytes!(
        "../../../tests/data/cases/36b-struck-near.xlsx"
    ));
    let text = near.table_text(false).unwrap();
    assert!(
        !text.contains("4045") && !text.contains("観光客関係人口"),
        "{text}"
    );
    assert!(
        text.contains("関係人口の数") && text.contains("45"),
        "{text}"
    );
}

#[test]
fn x10_a_formula_without_its_result_is_no_blank() {
    let book = include_bytes!("../../../tests/data/cases/25-formula-no-value.xlsx");
    let read = sheet(book);
    assert_eq!(read.without_result(), 4);
    assert_eq!(
        read.rows[1].get(5),
        Some(&CellRead::Formula("D2+E2".to_owned()))
    );
    let table = of_book(book);
    assert!(table.indicators.len() == 2);
    for one in &table.indicators {
        assert!(!one.chosen() && one.unread() > 0, "{one:#?}");
    }
}

#[test]
fn x6_a_table_of_another_form_says_what_to_do_in_its_own_program() {
    let open = include_bytes!("../../../tests/data/cases/30-open.ods");
    assert_eq!(read_printed(open), Err(NotRead::OpenDocument));
    assert!(book_not_read("表.ods", NotRead::OpenDocument).contains("LibreOffice"));
    let mut binary = format::Archive::default();
    let relation = "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>";
    binary.add("_rels/.rels", relation.as_bytes()).unwrap();
    binary.add("xl/workbook.bin", &[0x83, 1, 0]).unwrap();
    assert_eq!(
        read_printed(&binary.finish().unwrap()),
        Err(NotRead::Binary)
    );
    assert!(is_web_page(
        "\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>"
    ));
    assert!(is_web_page(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
    ));
    assert!(!is_web_page("<基本目標1> 産業") && !is_web_page("指標,目標\n<a>,3"));
    assert!(book_not_read("表.xls", NotRead::WebPage).contains(".xlsx"));
}

fn of_text(bytes: &[u8]) -> PastedTable {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    read_table(text.trim_start_matches('\u{feff}'), &plan())
}

#[test]
fn t8_a_text_cut_at_a_mark_offers_its_columns_whatever_its_heads() {
    for mark in [",", ";", "\t"] {
        let text = "町の姿|出だし|むかう先\n朝市の出店者|62人|70人\n夜市の出店者|20人|30人"
            .replace('|', mark);
        let table = read_table(&text, &plan());
        assert_eq!(table.columns.len(), 3, "{mark:?} {table:#?}");
    }
    // No table: numbers with commas, and sentences.
    for text in [
        "新規就農者数 1,200人 1,300人\n観光入込客数 2,200人 2,300人",
        "町は, 海に近い。山も, 近い。\n人は, 少ない。",
    ] {
        assert!(read_table(text, &plan()).columns.is_empty(), "{text}");
    }
}

#[test]
fn t8_numbers_under_the_head_of_names_are_codes() {
    let table = of_text(include_bytes!(
        "../../../tests/data/cases/05-newline-in-cell.csv"
    ));
    assert_eq!(table.indicators.len(), 4, "{table:#?}");
    let one = named(&table, "町が認定した経営体数");
    assert_eq!(one.indicator.code, "1");
    let (target, actuals, baseline) = figures(one);
    assert!(
        target.starts_with("132経営体") && baseline.starts_with("122経営体"),
        "{one:#?}"
    );
    assert_eq!(actuals, [(2024, "126経営体".to_owned())]);
    assert_eq!(named(&table, "ため池の整備数").indicator.code, "4");
}

#[test]
fn t8_a_line_a_year_makes_one_indicator() {
    let bytes = include_bytes!("../../../tests/data/cases/11-tidy-long.csv");
    let table = of_text(bytes);
    assert_eq!(table.indicators.len(), 2, "{table:#?}");
    let births = named(&table, "出生数");
    let of = |series: usize| {
        births.series[series]
            .actuals
            .values()
            .map(Figure::text)
            .collect::<Vec<_>>()
    };
    assert_eq!((of(0), of(1)), (vec!["170", "160"], vec!["165", "158"]));
    assert_eq!(
        figures(named(&table, "転入者数")).1,
        [(2023, "512".to_owned())]
    );
    // One choice, and all of it is certain.
    let value = table
        .columns
        .iter()
        .find(|column| column.head == "値")
        .unwrap();
    let mut said = ColumnMapping::default();
    said.columns.insert(value.key.clone(), ColumnKind::Actual);
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let table = read_table_as(&text, &plan(), &said);
    assert!(
        table.indicators.iter().all(PastedIndicator::chosen),
        "{table:#?}"
    );
}

#[test]
fn t8_a_code_of_a_measure_is_no_figure() {
    let table = of_text(include_bytes!("../../../tests/data/cases/15-interim.csv"));
    let one = named(&table, "講座修了者数");
    assert_eq!(one.indicator.code, "11204");
    assert_eq!(figures(one).2, "");
}

#[test]
fn t8_a_line_of_rates_goes_to_the_note() {
    let table = of_book(include_bytes!(
        "../../../tests/data/cases/40-target-actual-rows.xlsx"
    ));
    assert_eq!(table.indicators.len(), 2);
    let one = named(&table, "相談件数");
    assert_eq!(one.series.len(), 1, "{one:#?}");
    assert_eq!(one.series[0].actuals.len(), 3);
    assert!(
        one.indicator.note.contains("98.0%"),
        "{}",
        one.indicator.note
    );
    assert!(!one.doubts.contains(&Doubt::Units));
}

#[test]
fn t8_increments_are_no_targets() {
    let table = of_book(include_bytes!(
        "../../../tests/data/cases/51-increments.xlsx"
    ));
    let one = named(&table, "地域交流センター利用者数");
    let (target, actuals, baseline) = figures(one);
    assert_eq!(
        (target.as_str(), baseline.as_str()),
        ("", "57,000人"),
        "{one:#?}"
    );
    assert_eq!(actuals, []);
    assert!(one.indicator.note.contains("12,000人"));
}

#[test]
fn t3_plus_minus_zero_is_zero() {
    let table = of_book(include_bytes!(
        "../../../tests/data/cases/58-negative-marks.xlsx"
    ));
    let one = named(&table, "社会増減数");
    let target = one.series[0].targets.values().last().unwrap();
    assert_eq!(target.value(), Some(0.into()));
    assert!(Figure::read("±5").needs_check());
}

#[test]
fn t6_why_a_line_is_not_chosen_names_the_year() {
    // The plan is for R7 to R11.
    for (heads, outside) in [
        ("R5目標\tR9目標", vec![2023]),
        ("R9目標\tR12目標", vec![2030]),
        ("R6実績\tR11目標", vec![]),
        ("R12実績\tR11目標", vec![2030]),
        ("R12実績\tR22目標", vec![2030, 2040]),
    ] {
        let text = format!("指標名\t{heads}\n出生数\t30人\t40人");
        let table = read_table(&text, &plan());
        let wanted: Vec<_> = outside
            .into_iter()
            .map(|y| Doubt::Outside(FiscalYear(y)))
            .collect();
        assert_eq!(table.indicators[0].doubts, wanted, "{heads}");
        assert_eq!(table.indicators[0].chosen(), wanted.is_empty());
    }
    let said = words::pasted_table::doubt(&Doubt::Outside(FiscalYear(2023)));
    assert_eq!(said, "令和5年度は計画期間の外です");
}

#[test]
fn t9_a_title_above_the_table_is_no_head() {
    let text = "令和6年度　実績報告\t\t\t\n\t\t\t単位：人\n指標名\t基準値(R6)\t目標値(R11)\t担当課\n出生数\t30\t40\t福祉課";
    let table = read_table(text, &plan());
    let heads: Vec<_> = table.columns.iter().map(|column| &*column.head).collect();
    assert_eq!(heads, ["指標名", "基準値(R6)", "目標値(R11)", "担当課"]);
    assert_eq!(table.heads.len(), 1);
    assert!(table.indicators[0].chosen());
}

#[test]
fn t2_a_line_of_a_note_without_a_figure_is_kept() {
    let table = read_table(
        "指標名\t区分\t基準値\t目標値\n出生数\t目標\t30\t40\n\t備考\t\t",
        &plan(),
    );
    assert!(table.indicators[0].indicator.note.contains("備考"));
}

#[test]
fn t3_the_same_as_above_is_no_name_and_no_value() {
    let text = "指標名\t単位\t基準値(R6)\t目標値(R11)\n出生数\t人\t30\t40\n婚姻数\t〃\t20\t同上\n同上\t同上\t25\t45";
    let table = read_table(text, &plan());
    let of = |one: &PastedIndicator| {
        let (target, ..) = figures(one);
        (
            one.indicator.name.clone(),
            one.indicator.unit.clone(),
            target,
        )
    };
    let read: Vec<_> = table.indicators.iter().map(of).collect();
    let wanted = [
        ("出生数", "人", "40"),
        ("婚姻数", "人", "40"),
        ("婚姻数", "人", "45"),
    ];
    let wanted: Vec<_> = wanted
        .map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned()))
        .into();
    assert_eq!(read, wanted);
}

#[test]
fn t5_a_column_of_goals_ties_indicators_to_the_goals_of_the_plan() {
    let mut plan = plan();
    let titles = ["しごとをつくる", "人の流れをつくる"];
    for (at, title) in titles.into_iter().enumerate() {
        plan.goals.insert(Goal {
            id: Id::new(at as u64 + 1),
            order: Order::nth(at),
            title: title.to_owned(),
            ..Goal::default()
        });
    }
    for [one, two, none] in [
        ["しごとをつくる", "2 人の流れをつくる", "別の目標の名前"],
        ["基本目標1", "基本目標２", "基本目標9"],
        ["1", "2", "9"],
        [
            "基本目標１　しごとを\nつくる",
            "基本目標2：人の流れをつくる",
            "基本目標1：別の名前",
        ],
    ] {
        let goal = |text: &str| format!("\"{text}\"");
        let text = format!(
            "基本目標\t指標名\t基準値(R6)\t目標値(R11)\n{}\t起業した件数\t3件\t12件\n\t就農者数\t4人\t9人\n{}\t転入者数\t715人\t950人\n{}\t婚姻数\t30件\t40件",
            goal(one),
            goal(two),
            goal(none),
        );
        let table = read_table(&text, &plan);
        let goals: Vec<_> = table
            .indicators
            .iter()
            .map(|one| one.goals.clone())
            .collect();
        let [first, second] = [1, 2].map(|n| vec![Id::<Goal>::new(n)]);
        let last = match none.starts_with("別") {
            true => second.clone(),
            false => vec![],
        };
        assert_eq!(
            goals,
            [first.clone(), first, second, last],
            "{one}: {:?}",
            table.unread
        );
    }
}

#[test]
fn o6_a_line_with_an_arrow_is_an_indicator_wherever_it_stands() {
    let text = "基本目標1 しごとをつくる\n施策1-1 第一次産業の振興\n農業と漁業を支えます。\n\
        ① 新規就農者数：1.4人/年 → 4組/年\n② **起業した件数**：3件 → 12件\n取組\n(1) 研修\n\
        基本目標2 潜在価値を活かし、選ばれるまちづくり\n転入者数:715人 → 950人\n\
        施策2-1 移住の相談\n相談を受けます。\n③相談件数：20件 → 60件";
    let read = read_outline(text, &plan(), &SaidMarks::default());
    let outline = read.chosen();
    let names: Vec<&str> = read
        .indicators
        .iter()
        .map(|one| one.indicator.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["新規就農者数", "起業した件数", "転入者数", "相談件数"],
        "{read:#?}"
    );
    assert_eq!(outline.goals.len(), 2);
    assert_eq!(
        outline.goals[1].title,
        "潜在価値を活かし、選ばれるまちづくり"
    );
    // 人/年 and 組/年: the first is asked.
    assert_eq!(outline.goals[0].measures[0].kpis, [0]);
    assert_eq!(outline.goals[1].targets, [1]);
    assert_eq!(outline.goals[1].measures[0].kpis, [2]);
}

#[test]
fn o8_a_person_may_say_that_any_line_is_an_indicator() {
    let text = "基本目標1 しごと\n施策1-1 産業\n(1) 研修の参加者\n(2) 相談 20件→60件";
    let read = read_outline(text, &plan(), &SaidMarks::default());
    let said = |line: &PastedLine| match line.title.contains("研修") || line.title.contains("相談")
    {
        true => LineRole::Indicator,
        false => line.role,
    };
    let outline = read.outline(&read.lines.iter().map(said).collect::<Vec<_>>());
    assert_eq!(outline.indicators.len(), 2, "{read:#?}");
    assert_eq!(
        outline.indicators[1].series[0].targets[&FiscalYear(2029)].text(),
        "60件"
    );
}

#[test]
fn t6_the_period_of_the_plan_decides_which_years_are_outside_of_it() {
    let of = |first: i32, last: i32| {
        let plan = format!(
            "{{\"format\": \"michishirube\", \"version\": 2, \"title\": \"町の戦略\", \
             \"town\": {{\"name\": \"みほん町\"}}, \"period\": {{\"first\": {first}, \"last\": {last}}}}}"
        );
        json::read(plan.as_bytes()).unwrap()
    };
    let text = "指標名\tR3実績\tR5目標\tR8目標\n出生数\t30人\t34人\t40人";
    for (plan, outside) in [
        (of(2022, 2026), vec![]),
        (of(2025, 2029), vec![2023]),
        (of(2020, 2024), vec![2026]),
        (of(2027, 2031), vec![2023, 2026]),
    ] {
        let table = read_table(text, &plan);
        let one = named(&table, "出生数");
        let wanted = outside
            .iter()
            .map(|year| Doubt::Outside(FiscalYear(*year)))
            .collect::<Vec<_>>();
        assert_eq!(one.doubts, wanted);
        assert_eq!(one.chosen(), outside.is_empty());
    }
}

#[test]
fn i16_indicators_at_the_target_half_way_and_below_the_start_are_a_third_each() {
    let plan = json::read(include_bytes!("../../../tests/data/cases/60b-thirds.json")).unwrap();
    let whole = insight::overview::overview(&plan, FiscalYear(2026)).whole;
    assert_eq!((whole.indicators.total, whole.with_direction), (6, 6));
    // Below the start is 0 in the mean, and told to be so.
    assert_eq!((whole.as_wished, whole.average.below), (4, 2));
    assert_eq!(whole.average.value, Some(50.into()));
    let bands: Vec<usize> = whole.indicators.bands.to_vec();
    assert_eq!(bands.iter().sum::<usize>(), 6);
    assert_eq!(
        bands.iter().filter(|count| **count == 2).count(),
        3,
        "{bands:?}"
    );
}

/// Kind: a number that could be a year ends a table. Under heads of figures it is a figure.
#[test]
fn t3_numbers_that_could_be_years_are_figures_under_heads_of_figures() {
    for text in [
        "指標,当初値（R2）,目標値（R7）\n農家数,1950,2000\n来館者,2024,2100\n利用者,1868人,1900人\n",
        "指標\t当初値\t目標値\n\t2020\t2025\n農家数\t1950\t2000\n来館者\t2024\t2100\n利用者\t1990\t2005\n",
    ] {
        let table = read_table(text, &Strategy::default());
        let found: Vec<String> = table
            .indicators
            .iter()
            .map(|one| {
                let series = &one.series[0];
                let baseline = series.baseline.as_ref().map(|b| b.figure.text().to_owned());
                let target = series.targets.values().next().map(|f| f.text().to_owned());
                format!("{} {:?} {:?}", one.indicator.name, baseline, target)
            })
            .collect();
        assert_eq!(found.len(), 3, "{text}\n{found:#?}\n{:?}", table.unread);
        assert!(
            found[0].contains("1950") && found[0].contains("2000"),
            "{found:?}"
        );
        assert!(
            found[1].contains("2024") && found[1].contains("2100"),
            "{found:?}"
        );
    }
}

#[test]
fn o10_a_line_that_says_what_it_holds_is_no_rest_of_a_title() {
    for (below, title) in [
        ("指標名：空き店舗数", "新しいひと"),
        ("目標値：5店以下（R11）", "農業の"),
        ("農業を支える", "選ばれるふるさと"),
    ] {
        let text = format!("基本目標1 しごと\n基本目標2 {title}\n{below}\n基本目標3 まち");
        let read = read_outline(&text, &plan(), &SaidMarks::default());
        let titles: Vec<&str> = read.lines.iter().map(|line| line.title.as_str()).collect();
        assert!(titles.contains(&title), "{titles:?}");
    }
}

#[test]
fn w11_every_line_of_a_sheet_of_notes_is_read_with_its_stickers() {
    let sheet = include_str!("../../../tests/data/cases/65-paper-opinions.txt");
    let notes = recognise::paper_notes::read(sheet);
    let read: Vec<(usize, &str, u32)> = notes
        .iter()
        .filter(|note| note.line != 15)
        .map(|note| (note.line, note.text.as_str(), note.stickers))
        .collect();
    let wanted = [
        (1, "バスの本数を増やしてほしい", 3),
        (2, "バスの本数を増やしてほしい", 2),
        (3, "子どもの遊び場", 4),
        (4, "夜の灯り", 5),
        (5, "（空き家の活用）", 10),
        (6, "「図書館を夜も」", 2),
        (7, "病院までの足", 3),
        (8, "商店街の駐車場", 6),
        (9, "二つのテーブル", 1),
        (10, "いないテーブル", 1),
        (12, "やめてほしいこと ×0", 0),
        (13, "マイナスの票 ×-2", 0),
        (14, "たくさんの票 ×99999999999", 0),
        (16, "引用符で囲んだ意見", 1),
        (18, "=HYPERLINK(\"x\")", 1),
        (19, "絵文字👨\u{200d}👩\u{200d}👧\u{200d}👦だけ", 1),
        (20, "×3 前にある票", 0),
        (21, "3×4の部屋がほしい", 0),
    ];
    assert_eq!(read, wanted);
    // Line 15 is a text of a thousand letters.
    let long = notes.iter().find(|note| note.line == 15).unwrap();
    assert_eq!((long.text.chars().count() > 1000, long.stickers), (true, 1));
    assert_eq!(recognise::paper_notes::without_text(sheet), [11]);
}
