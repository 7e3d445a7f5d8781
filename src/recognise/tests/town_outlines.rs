//! Texts of plans in forms that towns use, each with its truth: titles and lines of KPI are read where they stand, and
//! nothing false comes chosen. `TOWN_OUTLINES=10000` makes so many of them.

use std::collections::BTreeSet;

use recognise::{LineRole, PastedOutline, SaidMarks, read_outline};
use strategy::*;

use crate::town_tables::none_false;
use fixtures::arbitrary::Dice;

/// Number of texts made in every run of the tests.
const TEXTS: u64 = 150;
const GOALS: [&str; 6] = [
    "地域の資源を活かし、働く場をつくる",
    "新しい人の流れをつくる",
    "若い世代の結婚と子育ての希望をかなえる",
    "安心して暮らせるまちをつくる",
    "だれもが活躍できるまちづくり",
    "つながりを広げ、選ばれるまちになる",
];
const MEASURES: [&str; 8] = [
    "農林水産業の振興",
    "商工業の振興と創業の支援",
    "観光の振興",
    "移住と定住の促進",
    "子育て支援の充実",
    "学校教育の充実",
    "防災と消防の強化",
    "地域公共交通の確保",
];
const WORKS: [&str; 6] = [
    "研修制度の整備",
    "相談窓口の設置",
    "体験ツアーの実施",
    "空き家バンクの運営",
    "出前講座の開催",
    "補助金の交付",
];
const NAMES: [&str; 12] = [
    "新規就農者数",
    "起業した件数",
    "観光入込客数",
    "転入者数",
    "移住相談の件数",
    "出生数",
    "子育てに満足する人の割合",
    "特定健診の受診率",
    "自主防災組織の数",
    "公共交通の利用者数",
    "関係人口の数",
    "空き家の活用件数",
];
const UNITS: [&str; 5] = ["人", "件", "%", "世帯", "団体"];

/// The truth about a text.
#[derive(Default)]
struct Truth {
    goals: Vec<&'static str>,
    /// Each with its goal.
    measures: Vec<(&'static str, &'static str)>,
    /// Each with what it stands under, its baseline and its target.
    indicators: Vec<(&'static str, &'static str, String, String)>,
}

/// Form of a text: its marks of levels, and its lines of KPI.
struct Form {
    goal: usize,
    measure: usize,
    list: usize,
    head: &'static str,
    wrapped: bool,
    /// True if lines of KPI are wrapped, too.
    broken: bool,
}

struct Writing {
    lines: Vec<String>,
    truth: Truth,
    form: Form,
    names: Vec<&'static str>,
}

impl Writing {
    fn goal(&mut self, at: usize, title: &'static str) {
        let number = at + 1;
        let wide = ["１", "２", "３", "４"][at];
        self.lines.push(match self.form.goal {
            0 => format!("基本目標{number} {title}"),
            1 => format!("基本目標{wide}：{title}"),
            2 => format!("【基本目標{number}】{title}"),
            3 => format!("■基本目標{wide}　{title}"),
            5 => format!("第{number}章　基本目標{wide}　{title}"),
            6 => format!("{number} 基本目標{number}：{title}"),
            // The goal stands in the line of the heads.
            _ => format!("基本目標{number}：{title}　指標　基準値　目標値"),
        });
        self.truth.goals.push(title);
    }

    fn measure(&mut self, at: (usize, usize), title: &'static str, goal: &'static str) {
        let (of, number) = (at.0 + 1, at.1 + 1);
        self.lines.push(match self.form.measure {
            0 => format!("施策{of}-{number} {title}"),
            1 => format!("({number}) {title}"),
            _ => format!("施策{number}：{title}"),
        });
        self.truth.measures.push((title, goal));
    }

    fn sentence(&mut self, text: &str) {
        if !self.form.wrapped {
            return self.lines.push(text.to_owned());
        }
        let letters: Vec<char> = text.chars().collect();
        let lines = letters.chunks(24).map(|chunk| chunk.iter().collect());
        self.lines.extend(lines);
    }

    /// Breaks the last line as the page of a PDF does.
    fn break_last(&mut self, d: &mut Dice) {
        let Some(line) = self.lines.pop() else { return };
        let letters: Vec<char> = line.chars().collect();
        let at = letters.len() - 2 - d.below(letters.len() / 3);
        let (before, behind) = letters.split_at(at);
        self.lines.push(before.iter().collect());
        self.lines.push(behind.iter().collect());
    }

    fn indicators(&mut self, d: &mut Dice, under: &'static str, count: usize) {
        if !self.form.head.is_empty() {
            self.lines.push(self.form.head.to_owned());
        }
        for at in 0..count.min(self.names.len()) {
            let name = self.names.swap_remove(d.below(self.names.len()));
            let unit = d.pick(&UNITS);
            let start = d.below(90) + 100;
            let aim = start + d.below(40) + 1;
            let (start, aim) = (format!("{start}{unit}"), format!("{aim}{unit}"));
            let circle = ["①", "②", "③", "④", "⑤"][at];
            self.lines.push(match self.form.list {
                0 => format!("・{name}：{start} → {aim}"),
                1 => format!("{circle}{name}：{start}（R6）→{aim}（R11）"),
                2 => format!("{circle} {name}　{start}→{aim}"),
                3 => format!("○{name}:{start}⇒{aim}"),
                5 => format!("{name}　現状値{start}（R6）　目標値{aim}（R11）"),
                6 => format!("・{name}　【現状】{start}　【目標】{aim}"),
                7 => format!("KPI：{name}　{start} → {aim}"),
                8 => format!("・{name}　{start}（R6）　{aim}（R11）"),
                _ => format!("{name}\t{start}\t{aim}"),
            });
            if self.form.broken && self.form.list != 4 && d.once_in(3) {
                self.break_last(d);
            }
            self.truth.indicators.push((name, under, start, aim));
        }
    }
}

fn text(d: &mut Dice) -> (String, Truth) {
    let list = d.below(9);
    let head = match list {
        4 => d.pick(&["指標\t基準値\t目標値", "KPI\t現状値(R6)\t目標値(R11)"]),
        _ => d.pick(&[
            "数値目標",
            "【数値目標】",
            "重要業績評価指標（KPI）",
            "KPI",
            "",
        ]),
    };
    let mut writing = Writing {
        lines: Vec::new(),
        truth: Truth::default(),
        form: Form {
            goal: match list {
                4 => d.below(7),
                _ => d.pick(&[0, 1, 2, 3, 5, 6]),
            },
            measure: d.below(3),
            list,
            head,
            wrapped: d.once_in(3),
            broken: d.once_in(4),
        },
        names: NAMES.to_vec(),
    };
    if writing.form.goal == 4 {
        writing.form.head = "";
    }
    if d.once_in(2) {
        writing.lines.push("第3期みほん町総合戦略".to_owned());
    }
    let (mut goals, mut measures) = (GOALS.to_vec(), MEASURES.to_vec());
    for of in 0..d.below(2) + 2 {
        let goal = goals.swap_remove(d.below(goals.len()));
        writing.goal(of, goal);
        let on_goal = writing.form.goal == 4 || d.once_in(2);
        if on_goal {
            let count = d.below(2) + 1;
            writing.indicators(d, goal, count);
        }
        if writing.form.goal != 4 || d.once_in(2) {
            writing.sentence("町の資源を見直し、若い人が戻りたいと思える仕事と暮らしを、町民と事業者と行政がともにつくります。");
        }
        for number in 0..d.below(2) + 1 {
            let measure = measures.swap_remove(d.below(measures.len()));
            writing.measure((of, number), measure, goal);
            writing.sentence("町内の事業者と連携し、担い手を育てる取組を進めます。");
            if !on_goal {
                let count = d.below(2) + 1;
                writing.indicators(d, measure, count);
            }
            if d.once_in(3) {
                writing.lines.push("主な取組".to_owned());
                for work in WORKS.iter().take(d.below(3) + 1) {
                    writing.lines.push(format!("・{work}"));
                }
            }
        }
    }
    (writing.lines.join("\n"), writing.truth)
}

/// Contents of an outline, each with its parent.
#[derive(Default)]
struct Found {
    titles: BTreeSet<(String, String)>,
    indicators: BTreeSet<(String, String, String, String)>,
}

fn found(read: &PastedOutline, roles: &[LineRole]) -> Found {
    let outline = read.outline(roles);
    let mut found = Found::default();
    let figures = |at: &usize| {
        let one = &outline.indicators[*at];
        let series = &one.series[0];
        let text = |figure: Option<&Figure>| {
            let number = figure.and_then(Figure::number);
            number.map_or(String::new(), |number| {
                format!("{}{}", number.value, number.unit)
            })
        };
        let name = one.indicator.name.clone();
        let baseline = text(series.baseline.as_ref().map(|b| &b.figure));
        (name, baseline, text(series.targets.values().last()))
    };
    for goal in &outline.goals {
        found.titles.insert((goal.title.clone(), String::new()));
        let mut under = |title: &str, places: &[usize]| {
            for (name, baseline, target) in places.iter().map(figures) {
                found
                    .indicators
                    .insert((name, title.to_owned(), baseline, target));
            }
        };
        under(&goal.title, &goal.targets);
        for measure in &goal.measures {
            under(&measure.title, &measure.kpis);
        }
        for measure in &goal.measures {
            found
                .titles
                .insert((measure.title.clone(), goal.title.clone()));
        }
    }
    found
}

#[test]
fn o9_of_plans_in_the_forms_of_towns_titles_and_kpi_stand_where_they_are_printed() {
    let plan: Strategy = format::json::read(include_bytes!(
        "../../../tests/data/cases/90-plan-r7-r11.json"
    ))
    .unwrap();
    let texts = std::env::var("TOWN_OUTLINES");
    let texts = texts.map_or(TEXTS, |count| count.parse().unwrap());
    let (mut titles, mut titles_right, mut kpis, mut kpis_right) = (0, 0, 0, 0);
    let (mut wrong, mut missed) = (Vec::new(), Vec::new());
    for seed in 0..texts {
        let (text, truth) = text(&mut Dice::new(seed));
        let read = read_outline(&text, &plan, &SaidMarks::default());
        let all: Vec<LineRole> = read.lines.iter().map(|line| line.role).collect();
        let chosen = |line: &recognise::PastedLine| match line.chosen() {
            true => line.role,
            false => LineRole::Skip,
        };
        let ticked: Vec<LineRole> = read.lines.iter().map(chosen).collect();
        let goals = truth
            .goals
            .iter()
            .map(|goal| (goal.to_string(), String::new()));
        let measures = truth
            .measures
            .iter()
            .map(|(title, goal)| (title.to_string(), goal.to_string()));
        let wanted: BTreeSet<_> = goals.chain(measures).collect();
        let own = |text: &&str| text.to_string();
        let indicators: BTreeSet<_> = truth
            .indicators
            .iter()
            .map(|(name, under, from, to)| (own(name), own(under), from.clone(), to.clone()))
            .collect();
        let everything = found(&read, &all);
        titles += wanted.len();
        titles_right += wanted.intersection(&everything.titles).count();
        kpis += indicators.len();
        kpis_right += indicators.intersection(&everything.indicators).count();
        let lost: Vec<_> = wanted.difference(&everything.titles).collect();
        let lost_kpis: Vec<_> = indicators.difference(&everything.indicators).collect();
        if !lost.is_empty() || !lost_kpis.is_empty() {
            missed.push(format!(
                "{seed}: {lost:?} {lost_kpis:?}\n{:?}\n{text}",
                everything.indicators
            ));
        }
        // Preselected lines are right by themselves: a real title, an indicator with its figures.
        let ticked = found(&read, &ticked);
        let known: BTreeSet<&String> = wanted.iter().map(|(title, _)| title).collect();
        for (title, _) in ticked
            .titles
            .iter()
            .filter(|(title, _)| !known.contains(title))
        {
            wrong.push(format!("{seed}: title {title}\n{text}"));
        }
        for one in ticked.indicators.iter() {
            let is = |known: &(String, String, String, String)| {
                (&known.0, &known.2, &known.3) == (&one.0, &one.2, &one.3)
            };
            if !indicators.iter().any(is) {
                wrong.push(format!("{seed}: indicator {one:?}\n{text}"));
            }
        }
    }
    println!(
        "titles {titles_right} of {titles}, KPI {kpis_right} of {kpis}, {} false of what is chosen",
        wrong.len()
    );
    let missed = none_false("TOWN_OUTLINES", &wrong, &missed);
    assert!(titles_right * 100 >= titles * 95, "{missed}");
    assert!(kpis_right * 100 >= kpis * 90, "{missed}");
}
