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
