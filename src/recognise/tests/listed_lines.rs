//! Lines of a list, 名称：当初値 → 目標値, whose names or labels bear numbers, below other lines of a plan.

use fixtures::arbitrary::Dice;
use recognise::{LineRole, SaidMarks, read_outline, read_table};

use crate::kinds::told;
use crate::pasted_table::plan;

#[test]
fn t3_a_label_with_a_number_is_the_code_of_a_line() {
    for (line, wanted) in [
        (
            "KPI7：移住した件数　5人（R6）→24人（R11）",
            Some(("KPI7", "移住した件数")),
        ),
        ("指標5：相談件数 3人→22人", Some(("指標5", "相談件数"))),
        ("指標①：相談件数：3人→22人", Some(("指標①", "相談件数"))),
        ("相談件数3：1人 → 20人", Some(("", "相談件数3"))),
        (
            "フェーズ2の参加者：1人 → 20人",
            Some(("", "フェーズ2の参加者")),
        ),
        ("温室効果ガスCO2：10t → 8t", Some(("", "温室効果ガスCO2"))),
        ("KPI7：5人 → 24人", None),
        ("KPI：5人 → 24人", None),
    ] {
        let table = read_table(line, &plan(2025, 2029));
        let named = |one: &&recognise::PastedIndicator| one.chosen() || wanted.is_some();
        let read = table.indicators.iter().find(named);
        let read = read.map(|one| (&*one.indicator.code, &*one.indicator.name));
        assert_eq!(read, wanted, "{line} {:?}", told(&table));
    }
}

#[test]
fn o6_a_line_with_an_arrow_is_never_joined_to_the_line_above_it() {
    let names = [
        "移住相談の件数",
        "相談件数3",
        "満足度",
        "温室効果ガスCO2",
        "第2子の出生数",
        "3R活動の参加者",
    ];
    let above = [
        "・相談窓口の設置",
        "(1) 研修の開催",
        "・県との連携事業2",
        "相談の仕組みづくり",
        "○移住フェアへの出展",
    ];
    let mut read = 0;
    for seed in 0..400 {
        let mut d = Dice::new(seed);
        let mut text = "基本目標1 しごとをつくる\n".to_owned();
        let mut wanted = Vec::new();
        for at in 0..2 + d.below(4) {
            text += &format!("施策1-{} 産業の振興その{at}\n", at + 1);
            text += d.pick(&above);
            let name = names[d.below(names.len())];
            let (from, to) = (1 + d.below(90), 91 + d.below(90));
            let arrow = d.pick(&["→", " → ", "⇒"]);
            let label = d.pick(&["", "KPI：", "KPI3：", "・", "①", "指標　"]);
            text += &format!(
                "\n{label}{name}{}{from}件{arrow}{to}件\n",
                d.pick(&["：", "　"])
            );
            wanted.push((name, from.to_string(), to.to_string()));
        }
        let outline = read_outline(&text, &plan(2025, 2029), &SaidMarks::default());
        for line in outline
            .lines
            .iter()
            .filter(|line| line.chosen() && line.role == LineRole::Indicator)
        {
            let one = &outline.indicators[line.indicator.unwrap()];
            let series = &one.series[0];
            let value = |figure: &strategy::Figure| figure.value().unwrap().to_string();
            let from = value(&series.baseline.as_ref().unwrap().figure);
            let to = value(series.targets.values().next().unwrap());
            let found = (one.indicator.name.as_str(), from, to);
            assert!(wanted.contains(&found), "{found:?} {seed}\n{text}");
            read += 1;
        }
        // No line of the text is named after two of its lines.
        for line in &outline.lines {
            let both = above.iter().any(|above| {
                let bare = above.trim_start_matches(|c: char| "・(1) ○".contains(c));
                line.title.contains(bare) && line.title.trim().len() > above.len() + 3
            });
            assert!(!both, "{} {seed}\n{text}", line.title);
        }
    }
    assert!(read > 700, "{read}");
}

#[test]
fn t12_a_line_may_say_the_year_or_the_kind_of_a_figure_before_it() {
    for (line, wanted) in [
        (
            "就農者数 R6：12人 → R11：20人",
            "+就農者数[人] :12@R6>2029=20/",
        ),
        (
            "就農者数　R6　12人　→　R11　20人",
            "+就農者数[人] :12@R6>2029=20/",
        ),
        (
            "就農者数：R6 12人→R11 20人",
            "+就農者数[人] :12@R6>2029=20/",
        ),
        (
            "就農者数（R6）：12人 → （R11）：20人",
            "+就農者数[人] :12@R6>2029=20/",
        ),
        (
            "就農者数 令和6年度：12人→令和11年度：20人",
            "+就農者数[人] :12@令和6年度>2029=20/",
        ),
        (
            "就農者数 現状：12人→目標：20人",
            "+就農者数[人] :12@>2029=20/",
        ),
        (
            "就農者数 現状（R6）：12人 → 目標（R11）：20人",
            "+就農者数[人] :12@R6>2029=20/",
        ),
        (
            "就農者数　現状値　12人　⇒　目標値：20人",
            "+就農者数[人] :12@>2029=20/",
        ),
    ] {
        let table = read_table(line, &plan(2025, 2029));
        assert_eq!(told(&table), [wanted], "{line}");
        let read = read_outline(line, &plan(2025, 2029), &SaidMarks::default());
        assert_eq!(read.lines[0].role, LineRole::Indicator, "{line}");
        let figures = read.indicators[0].series[0].figures();
        assert!(figures.into_iter().all(|one| !one.text().contains('\t')));
    }
}

#[test]
fn t12_of_several_arrows_the_ends_are_taken_and_the_steps_are_noted_and_asked() {
    let table = read_table(
        "出荷額 35億円（R6）→37億円→40億円（R11）",
        &plan(2025, 2029),
    );
    assert_eq!(told(&table), ["?出荷額[億円] :35@R6>2029=40/"]);
    assert_eq!(table.indicators[0].indicator.note, "37億円");
    // Steps that are no figures are none.
    let table = read_table("研修→実践→独立の支援", &plan(2025, 2029));
    assert!(table.indicators.is_empty());
}

#[test]
fn t12_every_arrow_that_people_type_is_one() {
    for arrow in [
        "→", "⇒", "➡", "⇨", "➔", "➜", "⟶", "->", "=>", "－＞", "＝＞",
    ] {
        let line = format!("就農者数：12人 {arrow} 20人");
        let wanted = ["+就農者数[人] :12@>2029=20/"];
        assert_eq!(
            told(&read_table(&line, &plan(2025, 2029))),
            wanted,
            "{arrow}"
        );
        let typed = recognise::IndicatorLine::read(&line).map(|one| (one.baseline, one.target));
        assert_eq!(typed, Some(("12".to_owned(), "20".to_owned())), "{arrow}");
    }
}

#[test]
fn o10_a_note_below_a_title_is_no_rest_of_it_and_a_word_that_is_whole_is_whole() {
    for (title, below) in [
        ("しごと", "農業を支える"),
        ("地域の宝もの", "文化財の保存"),
        ("若者の", "（注）この目標は見直し中"),
        ("若者の", "＊要確認：数値は仮"),
        ("若者の", "[メモ] 課長確認済み"),
        ("若者の", "注1：仮の値"),
        ("若者の", "備考）国の補助"),
    ] {
        let text = format!("基本目標1 {title}\n{below}\n基本目標2 まち");
        let read = read_outline(&text, &plan(2025, 2029), &SaidMarks::default());
        let titles: Vec<&str> = read.lines.iter().map(|line| line.title.as_str()).collect();
        assert!(titles.contains(&title), "{titles:?}");
    }
}

#[test]
fn o6_a_title_with_an_indicator_in_its_brackets_is_asked() {
    for title in [
        "農業の振興（KPI：就農者数 12人→20人）",
        "農業の振興【就農者数 12人 ⇒ 約20人】",
    ] {
        let text = format!("基本目標1 しごと\n施策1-1 {title}\n施策1-2 まちなか→郊外の交通");
        let read = read_outline(&text, &plan(2025, 2029), &SaidMarks::default());
        let chosen: Vec<bool> = read.lines.iter().map(|line| line.chosen()).collect();
        assert_eq!(chosen, [true, false, true], "{title}");
    }
}
