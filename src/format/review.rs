//! The columns of the State's 行政事業レビュー (CSV, UTF-8), as its website publishes them: of 効果発現経路 3-1
//! 目標・実績 and 3-2 目標のつながり, and 4-1 点検・評価. Columns without a counterpart in a plan are left out; a
//! file may have them in any order.
//!
//! - V10 A written file is read again as it was, except for the years of an indicator without figures.
//! - I131 One 事業 is read, and the names of the others are reported.

use std::collections::BTreeMap;

use strategy::{FiscalYear, half_width};

use crate::csv::{MARK, line, read};

const ID: &str = "予算事業ID";
const PROJECT: &str = "事業名";
const NUMBER: &str = "アクティビティ・アウトプット・アウトカムの番号";
const KIND: &str = "種別（アクティビティ・アウトプット・アウトカム）";
const TERM: &str = "アウトカムの期間";
const GOAL: &str = "アクティビティ／活動目標／成果目標";
const NAME: &str = "活動指標／成果指標";
const UNIT: &str = "単位";
const WAY: &str = "改善の上向き／下向き";
const SOURCE: &str = "成果実績及び目標値の根拠として用いた統計・データ名（出典）";
const ROW: &str = "目標年度／目標値／実績値／達成率";
const TARGET_ROW: &str = "2.目標値";
const ACTUAL_ROW: &str = "3.実績値";
const FROM_NUMBER: &str = "派生元ーアクティビティ・アウトプット・アウトカムの番号";
const FROM_KIND: &str = "派生元ー種別（アクティビティ・アウトプット・アウトカム）";
const FROM_TERM: &str = "派生元ーアウトカムの期間";
const FROM_GOAL: &str = "派生元ーアクティビティの内容/ 活動目標／成果目標";
const FROM_NAME: &str = "派生元ー活動指標／成果指標";
const TO_NUMBER: &str = "派生先ーアクティビティ・アウトプット・アウトカムの番号";
const TO_KIND: &str = "派生先ー種別（アクティビティ・アウトプット・アウトカム）";
const TO_TERM: &str = "派生先ーアウトカムの期間";
const TO_GOAL: &str = "派生先ー 活動目標／成果目標";
const TO_NAME: &str = "派生先ー活動指標／成果指標";
const BECAUSE: &str = "後続アウトカムへのつながり";
const ONE_STAGE: &str = "アウトカムを複数段階で設定できない理由";

const RESULT: &str = "事業所管部局による点検・改善ー点検結果";
const DIRECTION: &str = "事業所管部局による点検・改善ー改善の方向性";
const EFFECT: &str = "事業所管部局による点検・改善－目標年度における効果測定に関する評価";
const EXPERT_YEAR: &str = "外部有識者による点検ー最終実施年度";
const EXPERT: &str = "外部有識者による点検ー所見";

/// 点検・評価 of one 事業 (4-1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewCheck {
    /// 予算事業ID.
    pub id: String,
    /// 事業名.
    pub project: String,
    /// 点検結果.
    pub result: String,
    /// 改善の方向性.
    pub direction: String,
    /// 目標年度における効果測定に関する評価.
    pub effect: String,
    /// 外部有識者による点検の最終実施年度.
    pub expert_year: String,
    /// 外部有識者の所見.
    pub expert: String,
}

/// Writes 4-1 点検・評価, a row for each 事業.
pub fn checks_csv(checks: &[ReviewCheck]) -> String {
    let mut text = String::from(MARK);
    line(
        &mut text,
        &[ID, PROJECT, RESULT, DIRECTION, EFFECT, EXPERT_YEAR, EXPERT],
    );
    for one in checks {
        line(
            &mut text,
            &[
                &one.id,
                &one.project,
                &one.result,
                &one.direction,
                &one.effect,
                &one.expert_year,
                &one.expert,
            ],
        );
    }
    text
}

/// Reads every table of 4-1 among these texts. A 事業 with several rows is read from its first.
pub fn read_checks(texts: &[String]) -> Vec<ReviewCheck> {
    let mut all: Vec<ReviewCheck> = Vec::new();
    let tables = texts.iter().map(|text| ReviewCsv::of(text));
    for table in tables.filter(|table| table.has(RESULT)) {
        for row in &table.rows {
            let cell = |head| table.cell(row, head).to_owned();
            let check = ReviewCheck {
                id: cell(ID),
                project: cell(PROJECT),
                result: cell(RESULT),
                direction: cell(DIRECTION),
                effect: cell(EFFECT),
                expert_year: cell(EXPERT_YEAR),
                expert: cell(EXPERT),
            };
            let is_same = |one: &ReviewCheck| one.id == check.id && one.project == check.project;
            if !check.project.is_empty() && !all.iter().any(is_same) {
                all.push(check);
            }
        }
    }
    all
}

/// 種別, and for an outcome its 期間.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// アクティビティ.
    Activity,
    /// アウトプット.
    Output,
    /// アウトカム・短期.
    Short,
    /// アウトカム・中期.
    Middle,
    /// アウトカム・長期.
    Long,
}

impl NodeKind {
    /// Returns 種別 and 期間 as they are written.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Activity => ("アクティビティ", ""),
            Self::Output => ("アウトプット", ""),
            Self::Short => ("アウトカム", "短期"),
            Self::Middle => ("アウトカム", "中期"),
            Self::Long => ("アウトカム", "長期"),
        }
    }

    /// Returns the kind of two cells; for an outcome without 期間 the first.
    fn of(kind: &str, term: &str) -> Option<Self> {
        match kind.trim() {
            kind if kind.contains("アクティビティ") => Some(Self::Activity),
            kind if kind.contains("アウトプット") => Some(Self::Output),
            kind if kind.contains("アウトカム") => Some(match term {
                term if term.contains('長') => Self::Long,
                term if term.contains('中') => Self::Middle,
                _ => Self::Short,
            }),
            _ => None,
        }
    }
}

/// アクティビティ, アウトプット or アウトカム.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewNode {
    /// 種別.
    pub kind: NodeKind,
    /// 番号 within its 種別.
    pub number: String,
    /// アクティビティ／活動目標／成果目標.
    pub goal: String,
    /// 活動指標／成果指標; empty for an activity.
    pub name: String,
    /// 単位.
    pub unit: String,
    /// 上向き／下向き as written.
    pub way: String,
    /// 出典.
    pub source: String,
    /// 目標値 as printed, by year.
    pub targets: BTreeMap<i32, String>,
    /// 実績値 as printed, by year.
    pub actuals: BTreeMap<i32, String>,
}

impl ReviewNode {
    /// Makes a node without figures and number.
    pub fn named(kind: NodeKind, goal: String, name: String) -> Self {
        Self {
            kind,
            number: String::new(),
            goal,
            name,
            unit: String::new(),
            way: String::new(),
            source: String::new(),
            targets: BTreeMap::new(),
            actuals: BTreeMap::new(),
        }
    }

    /// Returns the name that a plan uses for it: that of the indicator, or of the activity.
    pub fn title(&self) -> &str {
        match self.kind {
            NodeKind::Activity => &self.goal,
            _ => &self.name,
        }
    }
}

/// A link between two nodes, each given by its index in the list of nodes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewLink {
    /// 派生元.
    pub from: usize,
    /// 派生先.
    pub to: usize,
    /// 後続アウトカムへのつながり.
    pub because: String,
}

/// 効果発現経路 of one 事業.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// 予算事業ID.
    pub id: String,
    /// 事業名.
    pub project: String,
    /// Nodes in order.
    pub nodes: Vec<ReviewNode>,
    /// Links in order.
    pub links: Vec<ReviewLink>,
    /// アウトカムを複数段階で設定できない理由.
    pub one_stage: String,
    /// Names of the 事業 of the file that were not read.
    pub others: Vec<String>,
}

impl Review {
    /// Writes 3-1 効果発現経路_目標・実績.
    pub fn goals_csv(&self) -> String {
        let figures = self.nodes.iter();
        let years = figures.flat_map(|node| node.targets.keys().chain(node.actuals.keys()));
        let (first, last) = (years.clone().min(), years.max());
        let years: Vec<i32> = match (first, last) {
            (Some(first), Some(last)) => (*first..=*last).collect(),
            _ => Vec::new(),
        };
        let heads = [
            ID, PROJECT, NUMBER, KIND, TERM, GOAL, NAME, UNIT, WAY, SOURCE, ROW,
        ];
        let heads = heads.into_iter().map(str::to_owned);
        let mut text = String::from(MARK);
        let shown = years.iter().map(ToString::to_string);
        line(&mut text, &heads.chain(shown).collect::<Vec<_>>());
        for node in &self.nodes {
            let rows: &[_] = match node.kind {
                NodeKind::Activity => &[("", None)],
                _ => &[
                    (TARGET_ROW, Some(&node.targets)),
                    (ACTUAL_ROW, Some(&node.actuals)),
                ],
            };
            for (row, figures) in rows {
                let (kind, term) = node.kind.words();
                let about = [
                    &self.id,
                    &self.project,
                    &node.number,
                    kind,
                    term,
                    &node.goal,
                    &node.name,
                    &node.unit,
                    &node.way,
                    &node.source,
                    row,
                ];
                let figure = |year: &i32| figures.and_then(|all| all.get(year)).cloned();
                let figures = years.iter().map(|year| figure(year).unwrap_or_default());
                let about = about.into_iter().map(str::to_owned);
                line(&mut text, &about.chain(figures).collect::<Vec<_>>());
            }
        }
        text
    }

    /// Writes 3-2 目標のつながり.
    pub fn links_csv(&self) -> String {
        let mut text = String::from(MARK);
        line(
            &mut text,
            &[
                ID,
                PROJECT,
                FROM_NUMBER,
                FROM_KIND,
                FROM_TERM,
                FROM_GOAL,
                FROM_NAME,
                TO_NUMBER,
                TO_KIND,
                TO_TERM,
                TO_GOAL,
                TO_NAME,
                BECAUSE,
                ONE_STAGE,
            ],
        );
        let about = |node: &ReviewNode| {
            let (kind, term) = node.kind.words();
            [&node.number, kind, term, &node.goal, &node.name].map(str::to_owned)
        };
        let mut one_stage = self.one_stage.as_str();
        for link in &self.links {
            let (Some(from), Some(to)) = (self.nodes.get(link.from), self.nodes.get(link.to))
            else {
                continue;
            };
            let mut cells = vec![self.id.clone(), self.project.clone()];
            cells.extend(about(from).into_iter().chain(about(to)));
            cells.extend([link.because.clone(), one_stage.to_owned()]);
            one_stage = "";
            line(&mut text, &cells);
        }
        text
    }

    /// Reads 3-1, 3-2 or both, in any order; `None` if none of them has this form, or no node has a name. If there
    /// are several 事業, reads the one with this name, else the first (I131).
    pub fn read(texts: &[String], wanted: &str) -> Option<Self> {
        let tables: Vec<_> = texts.iter().map(|text| ReviewCsv::of(text)).collect();
        let plain = |name: &str| half_width(name.trim());
        let of_form = tables
            .iter()
            .filter(|one| one.has(KIND) || one.has(FROM_KIND));
        let mut projects: Vec<(String, String)> = Vec::new();
        for (table, row) in of_form.flat_map(|one| one.rows.iter().map(move |row| (one, row))) {
            let own = [ID, PROJECT].map(|head| table.cell(row, head).to_owned());
            let own = own.into();
            if row.iter().any(|cell| !cell.trim().is_empty()) && !projects.contains(&own) {
                projects.push(own);
            }
        }
        let named = projects
            .iter()
            .position(|(_, name)| plain(name) == plain(wanted));
        if projects.is_empty() {
            return None;
        }
        let (id, project) = projects.remove(named.unwrap_or(0));
        let others = projects.into_iter().map(|(_, name)| name);
        let mut review = Self {
            id,
            project,
            others: others.collect(),
            ..Self::default()
        };
        for table in tables.iter().filter(|table| table.has(KIND)) {
            table.goals_into(&mut review);
        }
        for table in tables.iter().filter(|table| table.has(FROM_KIND)) {
            table.links_into(&mut review);
        }
        (!review.nodes.is_empty()).then_some(review)
    }

    /// Returns the index of a node; adds it if it is missing.
    fn place(&mut self, node: ReviewNode) -> usize {
        let same = |one: &ReviewNode| {
            let is_numbered_alike = one.number == node.number || node.number.is_empty();
            one.kind == node.kind && one.title() == node.title() && is_numbered_alike
        };
        match self.nodes.iter().position(same) {
            Some(at) => at,
            None => {
                self.nodes.push(node);
                self.nodes.len() - 1
            }
        }
    }

    /// True if a row is of the 事業 that is read.
    fn takes(&self, id: &str, project: &str) -> bool {
        self.id == id && self.project == project
    }
}

/// A CSV with its heads in the first row.
struct ReviewCsv {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl ReviewCsv {
    fn of(text: &str) -> Self {
        let mut rows = read(text).into_iter();
        let heads = rows.next().unwrap_or_default();
        Self {
            heads: heads.iter().map(|head| head.trim().to_owned()).collect(),
            rows: rows.collect(),
        }
    }

    /// Returns the index of a column. The State writes the mark between the parts of a head in two ways; width,
    /// spaces and line ends are ignored.
    fn place(&self, head: &str) -> Option<usize> {
        let plain = |head: &str| {
            let mut plain = half_width(head).replace(['－', '-', '‐', '−', '―'], "ー");
            plain.retain(|c| !c.is_whitespace());
            plain
        };
        let head = plain(head);
        self.heads.iter().position(|one| plain(one) == head)
    }

    fn has(&self, head: &str) -> bool {
        self.place(head).is_some()
    }

    fn cell<'a>(&self, row: &'a [String], head: &str) -> &'a str {
        let at = self.place(head);
        at.and_then(|at| row.get(at)).map_or("", |cell| cell.trim())
    }

    fn goals_into(&self, review: &mut Review) {
        for row in &self.rows {
            let cell = |head| self.cell(row, head);
            let Some(kind) = NodeKind::of(cell(KIND), cell(TERM)) else {
                continue;
            };
            if !review.takes(cell(ID), cell(PROJECT)) {
                continue;
            }
            let at = review.place(ReviewNode {
                number: cell(NUMBER).to_owned(),
                unit: cell(UNIT).to_owned(),
                way: cell(WAY).to_owned(),
                source: cell(SOURCE).to_owned(),
                ..ReviewNode::named(kind, cell(GOAL).to_owned(), cell(NAME).to_owned())
            });
            let figures = match cell(ROW) {
                row if row.contains("目標値") || row.contains("見込") => {
                    &mut review.nodes[at].targets
                }
                row if row.contains("実績") => &mut review.nodes[at].actuals,
                _ => continue,
            };
            for (head, figure) in self.heads.iter().zip(row) {
                let year = FiscalYear::parse(&half_width(head)).map(|year| year.0);
                if let (Some(year), false) = (year, figure.trim().is_empty()) {
                    figures.insert(year, figure.trim().to_owned());
                }
            }
        }
    }

    fn links_into(&self, review: &mut Review) {
        for row in &self.rows {
            let cell = |head| self.cell(row, head);
            let from = NodeKind::of(cell(FROM_KIND), cell(FROM_TERM));
            let to = NodeKind::of(cell(TO_KIND), cell(TO_TERM));
            if !review.takes(cell(ID), cell(PROJECT)) {
                continue;
            }
            if review.one_stage.is_empty() {
                review.one_stage = cell(ONE_STAGE).to_owned();
            }
            let (Some(from), Some(to)) = (from, to) else {
                continue;
            };
            let node = |kind, number: &str, goal: &str, name: &str| ReviewNode {
                number: number.to_owned(),
                ..ReviewNode::named(kind, goal.to_owned(), name.to_owned())
            };
            let from = node(from, cell(FROM_NUMBER), cell(FROM_GOAL), cell(FROM_NAME));
            let to = node(to, cell(TO_NUMBER), cell(TO_GOAL), cell(TO_NAME));
            let (from, to) = (review.place(from), review.place(to));
            review.links.push(ReviewLink {
                from,
                to,
                because: cell(BECAUSE).to_owned(),
            });
        }
    }
}
