//! 北本市 第2期総合戦略（案）概要.

use super::file::{File, Indicator};
use strategy::{Desired, DirectionalTarget, FiscalYear, GoalKind, Missing, Period, Reading, Stage};

use super::{headings, open, same_lines};

const NAME: &str = "kitamoto-2022";
const LAST: FiscalYear = FiscalYear(2025);

/// Every line of the document's tables: code, indicator, sub-row, 当初値, its year, 目標値.
const TABLES: &str = "\
目標 稼ぐ産業と安定した雇用を創出する
5-1|就業者一人あたり市内純生産||431.5万円|H30|438.3万円
5-3|市内有効求人倍率||-||1.24倍
目標 新しい人の流れとつながりをつくる
6-3|ふるさと納税寄附件数||3,908件||↗
7-1|25歳から34歳までの女性の社会増減||-40人||0人
目標 若い世代の出産・子育ての希望をかなえる
1-1|市の子育て支援策が充実していると思う子育て世帯の割合||-||↗
7-2|出生数||340人||380人
目標 ひとが集う、安心して暮らすことができる魅力的な地域をつくる
2-2|65歳健康寿命|男性|18.43年|R1|19.00年
2-2|65歳健康寿命|女性|20.72年|R1|21.50年
3-2|地域活動に参加している市民の割合||34.2%||↗
4-1|安全で安らげるまちなみとなっていると思う市民の割合||57.6%||60.3%
4-3|温室効果ガスの総排出量(市全体)||272,000t-CO2||246,500t-CO2/年
4-6|災害による負傷者数および死亡者数||0人||0人/年
横断 多様な人材の活躍を推進する
1-4|地域に学習の機会と場がある児童・生徒の割合|児童|48.6%||60.0%
1-4|地域に学習の機会と場がある児童・生徒の割合|生徒|26.2%||60.0%
3-1|市民参画手続きに参画した人数||1,741人||↗
3-1|協働により実施した事業の件数||1件||2件/年
3-2|地域活動に参加している市民の割合||34.2%||↗
横断 新しい時代の流れを力にする
6-3|AI・RPA等のデジタル技術を活用した件数||11件||20件
";

/// めざす向き: ＋ 増やす, － 減らす, ＝ 保つ.
const DIRECTIONS: [(&str, char); 15] = [
    ("就業者一人あたり市内純生産", '＋'),
    ("市内有効求人倍率", '＋'),
    ("ふるさと納税寄附件数", '＋'),
    ("25歳から34歳までの女性の社会増減", '＋'),
    ("市の子育て支援策が充実していると思う子育て世帯の割合", '＋'),
    ("出生数", '＋'),
    ("65歳健康寿命", '＋'),
    ("地域活動に参加している市民の割合", '＋'),
    ("安全で安らげるまちなみとなっていると思う市民の割合", '＋'),
    ("温室効果ガスの総排出量(市全体)", '－'),
    ("災害による負傷者数および死亡者数", '＝'),
    ("地域に学習の機会と場がある児童・生徒の割合", '＋'),
    ("市民参画手続きに参画した人数", '＋'),
    ("協働により実施した事業の件数", '＋'),
    ("AI・RPA等のデジタル技術を活用した件数", '＋'),
];

const HEADINGS: &str = "\
章 第2期北本市まち・ひと・しごと創生総合戦略の策定にあたって
章 計画策定の趣旨
章 計画の期間
章 進行管理
章 4つの基本目標と2つの横断的な目標
";

fn tables(file: &File) -> String {
    let mut out = String::new();
    for goal in &file.goals {
        let kind = match goal.kind {
            GoalKind::Basic => "目標",
            GoalKind::CrossCutting => "横断",
        };
        out.push_str(&format!("{kind} {}\n", goal.title));
        for id in &goal.targets {
            match file.indicators.iter().find(|k| k.id == *id) {
                Some(indicator) => rows(indicator, &mut out),
                None => out.push_str(&format!("{id}?\n")),
            }
        }
    }
    out
}

fn rows(indicator: &Indicator, out: &mut String) {
    for series in &indicator.series {
        assert!(
            series.targets.keys().eq([&LAST]),
            "{}: one target, for the last year",
            indicator.name
        );
        let baseline = series.baseline.as_ref();
        let cells = [
            indicator.code.clone(),
            indicator.name.clone(),
            series.name.clone(),
            baseline.map(|b| b.figure.to_string()).unwrap_or_default(),
            baseline.and_then(|b| b.at.clone()).unwrap_or_default().0,
            series.targets[&LAST].to_string(),
        ];
        out.push_str(&cells.join("|"));
        out.push('\n');
    }
}

#[test]
fn is_the_proposal_of_kitamoto_for_reiwa_4_to_7() {
    let file = open(NAME);
    assert_eq!(file.title, "第2期北本市まち・ひと・しごと創生総合戦略");
    assert_eq!(
        file.sources[0].title,
        "第2期北本市まち・ひと・しごと創生総合戦略(案)概要"
    );
    assert_eq!(
        (file.town.name.as_str(), file.town.code.as_str()),
        ("北本市", "112330")
    );
    assert_eq!(
        file.period,
        Period {
            first: FiscalYear(2022),
            last: LAST
        }
    );
    assert_eq!(file.stage, Stage::Proposal);
    same_lines(&headings(&file), HEADINGS);
}

#[test]
fn holds_every_line_of_figures_as_printed() {
    same_lines(&tables(&open(NAME)), TABLES);
}

#[test]
fn holds_an_indicator_shown_under_two_goals_once() {
    let file = open(NAME);
    assert_eq!(file.indicators.len(), 15, "16 printed, one of them twice");
    let taking_part = "地域活動に参加している市民の割合";
    let users: Vec<_> = (file.goals.iter())
        .filter(|g| {
            g.targets.iter().any(|id| {
                file.indicators
                    .iter()
                    .any(|k| k.id == *id && k.name == taking_part)
            })
        })
        .map(|g| g.title.as_str())
        .collect();
    assert_eq!(
        users,
        [
            "ひとが集う、安心して暮らすことができる魅力的な地域をつくる",
            "多様な人材の活躍を推進する"
        ]
    );
}

#[test]
fn says_which_way_is_better() {
    let file = open(NAME);
    let found: Vec<_> = (file.indicators.iter())
        .map(|k| {
            let way = match k.desired {
                Some(Desired::Increase) => '＋',
                Some(Desired::Decrease) => '－',
                Some(Desired::Keep {
                    lower: None,
                    upper: None,
                }) => '＝',
                Some(Desired::Keep { .. }) => '帯',
                None => '？',
            };
            (k.name.as_str(), way)
        })
        .collect();
    assert_eq!(found, DIRECTIONS);
}

#[test]
fn reads_dashes_arrows_and_yearly_figures() {
    let file = open(NAME);
    let series = |name: &str| {
        let found = file.indicators.iter().find(|k| k.name == name);
        found
            .map(|k| &k.series[0])
            .unwrap_or_else(|| panic!("{name}"))
    };
    let jobs = series("市内有効求人倍率");
    assert_eq!(
        jobs.baseline.as_ref().and_then(|b| b.figure.missing()),
        Some(Missing::Dash)
    );
    let gifts = series("ふるさと納税寄附件数");
    assert_eq!(
        gifts.targets[&LAST].reading(),
        &Reading::Directional(DirectionalTarget::Up)
    );
    let gas = series("温室効果ガスの総排出量(市全体)");
    assert_eq!(gas.targets[&LAST].value(), Some(246_500.into()));
    assert_eq!(
        gas.targets[&LAST].number().map(|n| n.unit.as_str()),
        Some("t-CO2/年")
    );
    let women = series("25歳から34歳までの女性の社会増減");
    let baseline = women.baseline.as_ref().map(|b| &b.figure);
    assert_eq!(baseline.and_then(|f| f.value()), Some((-40).into()));
}

#[test]
fn says_the_direction_of_each_goal() {
    let file = open(NAME);
    let words = [
        [
            "企業・農業者等の育成強化",
            "次世代へ向けた円滑な事業承継",
            "企業誘致",
        ],
        [
            "移住・定住・創業窓口の一元化",
            "ワンストップの支援",
            "地方への寄附・投資等",
        ],
        [
            "経済的負担の軽減",
            "質の高い保育環境の整備",
            "子育て等と仕事が両立できる職場環境づくり",
        ],
        [
            "“みどり”とともにある暮らし",
            "災害対応力",
            "脱炭素社会の実現",
        ],
        [
            "地域団体、NPO、民間企業、教育機関",
            "地域の担い手",
            "個性と能力を十分に発揮",
        ],
        ["情報通信技術等の未来技術", "DX", "SDGsを推進"],
    ];
    assert_eq!(file.goals.len(), words.len());
    for (goal, words) in file.goals.iter().zip(words) {
        for word in words {
            assert!(goal.direction.contains(word), "{}: {word}", goal.title);
        }
    }
}
