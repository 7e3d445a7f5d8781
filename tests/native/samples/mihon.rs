//! みほん町: the made-up town with data for every page.

use std::collections::BTreeMap;

use super::file::{File, Line, Measure, Series, Sheet};
use insight::appraisal::Appraisal;
use strategy::{
    ClosingAct, Counting, Desired, FiscalYear, FrameworkKind, GoalKind, Period, Reprise, Stage,
    SupportKind,
};

use super::{open, same_lines};

pub(super) const NAME: &str = "mihon";

/// Every indicator: name, めざす向き, 数え方, sub-rows.
const INDICATORS: &str = "\
総人口|8200～|年度末|
社会増減数（期間平均）|＋|平均|
一人当たり町民所得|＋|年|
町内事業所の従業者数|3200～|年|
新規就農・漁業就業者数|＋|累計2021|
ニホンジカの推定生息密度|3～5|年|
創業・第二創業の件数|＋|累計2021|
創業セミナーの開催回数|＋|年|
移住相談窓口を通じた移住者数|＋|年|
空き家バンクの成約件数|＋|累計2021|
観光入込客数|＋|年|
みほんファン登録者数（関係人口）|＋|年度末|
ふるさと納税の寄附額|＋|年|
出生数|＋|年|
子育てしやすい町だと思う保護者の割合|＋|年|
保育所の待機児童数|＝|年|
将来の夢や目標を持っている児童・生徒の割合|＋|年|児童（小学6年）・生徒（中学3年）
健康寿命（平均自立期間）|＋|年|男性・女性
特定健康診査の受診率|＋|年|
特定健康診査受診率の県内順位|－|順位|
デマンド交通「みほんGO」の延べ利用者数|＋|年|
これからも住み続けたいと思う町民の割合|＋|年|
自主防災組織の活動カバー率|＋|年度末|
公共施設の温室効果ガス排出量|－|年|
空き家の数|－|年|
オンラインで申請できる手続の数|＋|年度末|
図書館の貸出冊数|？|年|
";

/// Goals with the numbers of their measures, initiatives and sheets.
const GOALS: [(GoalKind, &str, [usize; 3]); 5] = [
    (
        GoalKind::Basic,
        "海と里のしごとを育て、働き続けられる町をつくる",
        [3, 8, 5],
    ),
    (
        GoalKind::Basic,
        "訪れる人・移り住む人とのつながりを広げる",
        [3, 8, 6],
    ),
    (
        GoalKind::Basic,
        "安心して生み、のびのび育つ町をつくる",
        [2, 6, 4],
    ),
    (
        GoalKind::Basic,
        "支え合い、住み続けられる地域を守る",
        [4, 9, 8],
    ),
    (
        GoalKind::CrossCutting,
        "デジタルと多様な担い手の力をいかす",
        [1, 4, 1],
    ),
];

pub(super) fn measures(file: &File) -> impl Iterator<Item = &Measure> {
    (file.goals.iter()).flat_map(|g| {
        g.measures
            .iter()
            .chain(g.divisions.iter().flat_map(|d| &d.measures))
    })
}

pub(super) fn sheets(file: &File) -> impl Iterator<Item = (&Measure, &Sheet)> {
    measures(file).flat_map(|m| m.sheets.iter().map(move |s| (m, s)))
}

pub(super) fn series<'a>(file: &'a File, indicator: &str) -> &'a Series {
    let found = file.indicators.iter().find(|k| k.name == indicator);
    found
        .map(|k| &k.series[0])
        .unwrap_or_else(|| panic!("{indicator}"))
}

/// Returns a row of figures by year, blanks as `_`.
fn row(figures: &BTreeMap<FiscalYear, strategy::Figure>) -> Vec<String> {
    (2021..=2025)
        .map(|y| {
            figures
                .get(&FiscalYear(y))
                .map_or("_".into(), |f| f.to_string())
        })
        .collect()
}

pub(super) fn amount(line: &Line, year: FiscalYear, done: bool) -> i64 {
    let money = if done {
        line.settled.as_ref()
    } else {
        line.budgets.get(&year)
    };
    money.map_or(0, |m| m.amount())
}

#[test]
fn says_that_it_is_made_up() {
    let file = open(NAME);
    assert!(file.note.contains("架空の町"), "{}", file.note);
    assert!(
        file.sources[0].title.contains("架空"),
        "{}",
        file.sources[0].title
    );
    assert_eq!(
        (file.town.name.as_str(), file.town.code.as_str()),
        ("みほん町", "")
    );
    assert_eq!(
        file.period,
        Period {
            first: FiscalYear(2021),
            last: FiscalYear(2025)
        }
    );
    assert_eq!(file.stage, Stage::Running);
}

#[test]
fn has_four_basic_goals_and_one_across_them() {
    let file = open(NAME);
    let found: Vec<_> = (file.goals.iter())
        .map(|g| {
            let all: Vec<_> = (g.measures.iter())
                .chain(g.divisions.iter().flat_map(|d| &d.measures))
                .collect();
            let counts = [
                all.len(),
                all.iter().map(|m| m.initiatives.len()).sum(),
                all.iter().map(|m| m.sheets.len()).sum(),
            ];
            (g.kind, g.title.as_str(), counts)
        })
        .collect();
    assert_eq!(found, GOALS);
    let headings: Vec<_> = (file.goals.iter().flat_map(|g| &g.divisions))
        .map(|d| (d.title.as_str(), d.measures.len()))
        .collect();
    assert_eq!(headings, [("出会いから子育てまで", 1), ("学びと育ち", 1)]);
    let priority: Vec<_> = measures(&file)
        .filter(|m| m.priority)
        .map(|m| m.title.as_str())
        .collect();
    assert_eq!(
        priority,
        [
            "農林水産業の担い手と稼ぐ力づくり",
            "移住・定住の促進",
            "妊娠・出産・子育ての切れ目ない支援"
        ]
    );
    let initiatives = || measures(&file).flat_map(|m| &m.initiatives);
    let new: Vec<_> = initiatives()
        .filter(|i| i.new)
        .map(|i| i.title.as_str())
        .collect();
    assert_eq!(
        new,
        [
            "スマート農業・漁業実証事業",
            "みほん地域ポイント事業",
            "ふるさとみほんファンクラブ"
        ]
    );
    let again: Vec<_> = (initiatives())
        .filter_map(|i| match &i.reprise {
            Some(Reprise::Of(original)) => {
                let title = initiatives()
                    .find(|i| i.id == *original)
                    .map(|i| i.title.as_str());
                Some((i.title.as_str(), title.unwrap_or("?")))
            }
            Some(Reprise::Elsewhere(place)) => Some((i.title.as_str(), place.as_str())),
            None => None,
        })
        .collect();
    assert_eq!(
        again,
        [
            ("空き家バンク・改修補助事業", "空き家バンク・改修補助事業"),
            ("スマート農業・漁業実証事業", "スマート農業・漁業実証事業"),
            (
                "やさしい日本語と日本語教室",
                "みほん圏域 多文化共生推進プラン（圏域1市3町の共同事業）"
            ),
        ]
    );
}

#[test]
fn has_indicators_of_every_kind() {
    let file = open(NAME);
    let bound = |b: Option<rust_decimal::Decimal>| b.map(|d| d.to_string()).unwrap_or_default();
    let found: String = (file.indicators.iter())
        .map(|k| {
            let way = match k.desired {
                Some(Desired::Increase) => "＋".to_owned(),
                Some(Desired::Decrease) => "－".to_owned(),
                Some(Desired::Keep {
                    lower: None,
                    upper: None,
                }) => "＝".to_owned(),
                Some(Desired::Keep { lower, upper }) => {
                    format!("{}～{}", bound(lower), bound(upper))
                }
                None => "？".to_owned(),
            };
            let counting = match k.counting {
                Counting::Year => "年".to_owned(),
                Counting::Cumulative { from } => {
                    format!("累計{}", from.map(|y| y.0.to_string()).unwrap_or_default())
                }
                Counting::Average => "平均".to_owned(),
                Counting::YearEnd => "年度末".to_owned(),
                Counting::Rank => "順位".to_owned(),
            };
            let names: Vec<_> = k.series.iter().map(|s| s.name.as_str()).collect();
            format!("{}|{way}|{counting}|{}\n", k.name, names.join("・"))
        })
        .collect();
    same_lines(&found, INDICATORS);
}

#[test]
fn shows_what_is_not_there_yet_as_it_would_be_printed() {
    let file = open(NAME);
    for (name, actuals) in [
        ("総人口", ["8,503", "8,401", "8,318", "8,247", "_"]),
        ("社会増減数（期間平均）", ["△58", "△44", "△39", "△35", "_"]),
        (
            "一人当たり町民所得",
            ["2,412", "2,455", "2,471", "未公表", "_"],
        ),
        (
            "町内事業所の従業者数",
            ["3,214", "調査なし", "調査なし", "集計中", "_"],
        ),
        (
            "新規就農・漁業就業者数",
            ["4", "9", "13", "19", "21（見込）"],
        ),
        ("観光入込客数", ["118", "163", "241", "256（速報値）", "_"]),
        (
            "みほんファン登録者数（関係人口）",
            ["－", "312", "704", "1,163", "_"],
        ),
        ("保育所の待機児童数", ["0", "0", "2", "0", "0"]),
        (
            "特定健康診査受診率の県内順位",
            ["21位", "18位", "14位", "集計中", "_"],
        ),
    ] {
        assert_eq!(row(&series(&file, name).actuals), actuals, "{name}");
    }
    let expected = ["8,485", "8,355", "8,223", "8,091", "7,960"];
    assert_eq!(row(&series(&file, "総人口").without_policy), expected);
}

#[test]
fn running_totals_never_fall() {
    let file = open(NAME);
    let mut rows = 0;
    for k in &file.indicators {
        if !matches!(k.counting, Counting::Cumulative { .. }) {
            continue;
        }
        let totals: Vec<_> = (k.series[0].actuals.values())
            .filter_map(|f| f.value())
            .collect();
        assert!(
            totals.len() >= 4 && totals.is_sorted(),
            "{}: {totals:?}",
            k.name
        );
        rows += 1;
    }
    assert_eq!(rows, 3);
}

#[test]
fn a_changed_target_says_why_and_is_the_target_that_stands() {
    let file = open(NAME);
    let mut found = Vec::new();
    for k in &file.indicators {
        for change in &k.changes {
            let row = k.series.iter().find(|s| s.id == change.series);
            let stands = row.and_then(|s| s.targets.get(&change.year));
            assert_eq!(change.to.as_ref(), stands, "{} {:?}", k.name, change.year);
            assert!(
                !change.reason.is_empty() && !change.by.is_empty(),
                "{}",
                k.name
            );
            let was = change
                .from
                .as_ref()
                .map(|f| f.to_string())
                .unwrap_or_default();
            found.push((k.name.as_str(), change.year.0, was));
        }
    }
    let moved = "移住相談窓口を通じた移住者数";
    assert_eq!(
        found,
        [
            (moved, 2024, "28".into()),
            (moved, 2025, "30".into()),
            ("出生数", 2025, "60".to_owned())
        ]
    );
    let given: Vec<_> = (file.indicators.iter())
        .flat_map(|k| {
            k.ratings
                .iter()
                .map(|(y, r)| (k.name.as_str(), y.0, r.mark.as_str()))
        })
        .collect();
    assert_eq!(given, [("出生数", 2024, "C")]);
    let marks: Vec<_> = file
        .ruleset
        .iter()
        .flat_map(|r| &r.bands)
        .map(|b| b.mark.as_str())
        .collect();
    assert_eq!(marks, ["A", "B", "C", "D", "－"]);
}

#[test]
fn answers_to_nation_prefecture_period_before_and_sdgs() {
    let file = open(NAME);
    let found: Vec<_> = file
        .frameworks
        .iter()
        .map(|f| (f.kind, f.items.len()))
        .collect();
    assert_eq!(
        found,
        [
            (FrameworkKind::Nation, 6),
            (FrameworkKind::Viewpoints, 6),
            (FrameworkKind::Prefecture, 5),
            (FrameworkKind::Previous, 4),
            (FrameworkKind::Sdgs, 9),
        ]
    );
    let kinds: Vec<_> = file.supports.iter().map(|s| s.kind).collect();
    use SupportKind::{Information, Money, People};
    let expected = [
        Money,
        Money,
        Money,
        Money,
        Information,
        Information,
        People,
        People,
        People,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn has_a_timetable_closings_opinions_and_ideas() {
    let file = open(NAME);
    let lanes: Vec<_> = (file.lanes.iter())
        .map(|l| {
            (
                l.title.as_str(),
                l.stages,
                l.items.len(),
                l.items.iter().filter(|i| i.done).count(),
            )
        })
        .collect();
    assert_eq!(
        lanes,
        [
            ("庁内", false, 9, 4),
            ("有識者会議・町民", false, 7, 3),
            ("議会", false, 4, 1),
            ("段階（第3期戦略）", true, 5, 2),
        ]
    );
    let closings: Vec<_> = file.closings.iter().map(|c| (c.year.0, c.act)).collect();
    use ClosingAct::{Closed, Reopened};
    assert_eq!(
        closings,
        [
            (2021, Closed),
            (2022, Closed),
            (2023, Closed),
            (2023, Reopened),
            (2023, Closed)
        ]
    );
    let mut by: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, sheet) in sheets(&file) {
        for opinion in &sheet.opinions {
            *by.entry(&opinion.by).or_default() += 1;
        }
    }
    assert!(
        by.into_iter()
            .eq([("一次評価", 24), ("二次評価", 23), ("有識者会議", 12)])
    );
    assert_eq!(file.ideas.len(), 16);
    assert_eq!(file.ideas.iter().map(|o| o.votes).sum::<u32>(), 185);
    assert_eq!(file.ideas.iter().filter(|o| o.answer.is_empty()).count(), 2);
}

#[test]
fn its_latest_year_shows_every_band() {
    let strategy = format::json::read(&super::bytes(NAME)).unwrap();
    let appraisal = Appraisal::of(&strategy, FiscalYear(2024));
    let mut bands: BTreeMap<String, usize> = BTreeMap::new();
    for indicator in strategy.indicators.iter() {
        let band = appraisal.get(indicator.id).and_then(|a| a.band());
        let mark = band.map_or("none", |b| b.mark.as_str());
        *bands.entry(mark.to_owned()).or_default() += 1;
    }
    let found: Vec<_> = bands
        .iter()
        .map(|(mark, many)| (mark.as_str(), *many))
        .collect();
    assert_eq!(found, [("A", 1), ("B", 11), ("C", 7), ("D", 1), ("－", 7)]);
}
