//! みほん町: its deliberate gaps.

use super::file::{Indicator, Measure};
use strategy::{Id, Nature};

use super::mihon::{NAME, amount, measures, series, sheets};
use super::open;

#[test]
fn leaves_gaps_for_the_checks_to_find() {
    let file = open(NAME);
    let titles = |of: &dyn Fn(&Measure) -> bool| -> Vec<String> {
        measures(&file)
            .filter(|m| of(m))
            .map(|m| m.title.clone())
            .collect()
    };
    let without_target: Vec<_> = file
        .goals
        .iter()
        .filter(|g| g.targets.is_empty())
        .map(|g| g.title.as_str())
        .collect();
    assert_eq!(without_target, ["デジタルと多様な担い手の力をいかす"]);
    assert_eq!(titles(&|m| m.kpis.is_empty()), ["企業誘致と働く場の確保"]);
    assert_eq!(
        titles(&|m| m.sheets.iter().all(|s| s.year.0 != 2025)),
        ["企業誘致と働く場の確保"]
    );
    assert_eq!(
        titles(&|m| m.sheets.iter().any(|s| s.rating.is_empty())),
        ["健康づくりと支え合い"]
    );
    let off: Vec<_> = sheets(&file)
        .filter(|(_, s)| {
            let sum: i64 = s.planned.iter().map(|l| amount(l, s.year, false)).sum();
            s.printed_budget.is_some_and(|printed| printed != sum)
        })
        .map(|(m, s)| (m.title.as_str(), s.year.0))
        .collect();
    assert_eq!(off, [("観光と関係人口の拡大", 2025)]);

    let used: Vec<Id<strategy::Indicator>> = (file.goals.iter().flat_map(|g| &g.targets))
        .chain(measures(&file).flat_map(|m| &m.kpis))
        .copied()
        .collect();
    let names = |of: &dyn Fn(&Indicator) -> bool| -> Vec<String> {
        file.indicators
            .iter()
            .filter(|k| of(k))
            .map(|k| k.name.clone())
            .collect()
    };
    assert_eq!(names(&|k| !used.contains(&k.id)), ["図書館の貸出冊数"]);
    assert_eq!(
        names(&|k| k.source.is_empty()),
        ["創業セミナーの開催回数", "オンラインで申請できる手続の数"]
    );
    assert_eq!(names(&|k| k.owner.is_empty()), ["創業セミナーの開催回数"]);
    assert_eq!(
        names(&|k| k.nature == Some(Nature::Output)),
        ["創業セミナーの開催回数", "オンラインで申請できる手続の数"]
    );
    assert_eq!(
        names(&|k| k.series.iter().any(|s| s.baseline.is_none())),
        ["みほんファン登録者数（関係人口）"]
    );
    let empty_houses = series(&file, "空き家の数");
    let baseline = empty_houses
        .baseline
        .as_ref()
        .and_then(|b| b.figure.value());
    let target = empty_houses.targets.values().next().and_then(|f| f.value());
    assert!(target > baseline, "fewer is wished for, more is the target");
}
