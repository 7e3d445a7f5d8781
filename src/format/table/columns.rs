//! The heads of columns: what each column of a table holds.

use crate::strategy::{At, Figure, FiscalYear, Reading, half_width};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// 指標名.
    Name,
    /// 番号・コード.
    Code,
    /// 区分・内訳: the sub-row, or whether the line is of 目標 or 実績.
    Series,
    /// 単位.
    Unit,
    /// 当初値・基準値・現状値.
    Baseline,
    /// 目標値.
    Target,
    /// 実績値.
    Actual,
    /// 成り行き値.
    WithoutPolicy,
    /// A year and nothing else.
    Year,
    /// 数値目標 over other heads.
    Group,
    /// 担当課.
    Owner,
    /// 出典.
    Source,
    /// 定義.
    Definition,
    /// 算出方法.
    Method,
    /// 根拠.
    Rationale,
    /// 備考.
    Note,
}

impl Holds {
    /// Whether figures stand in the column.
    pub fn figures(self) -> bool {
        use Holds::{Actual, Baseline, Target, WithoutPolicy, Year};
        matches!(self, Baseline | Target | Actual | WithoutPolicy | Year)
    }
}

/// Heads that are one of these words as a whole.
const WHOLE: [(Holds, &[&str]); 5] = [
    (
        Holds::Code,
        &[
            "番号",
            "no",
            "no.",
            "№",
            "コード",
            "指標番号",
            "施策番号",
            "整理番号",
            "#",
        ],
    ),
    (
        Holds::Name,
        &[
            "指標",
            "指標名",
            "指標名称",
            "指標の名称",
            "kpi",
            "kpi名",
            "項目",
            "項目名",
            "成果指標",
            "活動指標",
            "評価指標",
            "目標指標",
            "重要業績評価指標",
        ],
    ),
    (Holds::Group, &["数値目標"]),
    (Holds::Unit, &["単位"]),
    (
        Holds::Series,
        &["区分", "内訳", "性別", "対象", "系列", "種別"],
    ),
];

/// Heads that hold one of these words.
const PART: [(Holds, &[&str]); 10] = [
    (Holds::WithoutPolicy, &["成り行き", "成行"]),
    (
        Holds::Baseline,
        &[
            "当初値",
            "基準値",
            "基準年",
            "現状",
            "策定時",
            "初期値",
            "従前値",
        ],
    ),
    (Holds::Actual, &["実績"]),
    (Holds::Rationale, &["根拠", "考え方", "設定理由"]),
    (
        Holds::Target,
        &[
            "目標値",
            "目標年",
            "最終目標",
            "年度目標",
            "目標（",
            "目標(",
            "目指す値",
            "めざす値",
        ],
    ),
    (Holds::Owner, &["担当", "所管", "主管"]),
    (Holds::Source, &["出典", "資料"]),
    (Holds::Definition, &["定義"]),
    (Holds::Method, &["算出", "算定", "計算式", "把握方法"]),
    (Holds::Note, &["備考", "摘要"]),
];

/// What a head says; `None`: it is none.
pub fn head(text: &str) -> Option<Holds> {
    let plain: String = half_width(text)
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    if plain.chars().count() > 16 {
        return None;
    }
    let bare = plain.split('(').next().unwrap_or_default();
    if bare == "目標" || bare == "当初" || bare == "基準" {
        return Some(if bare == "目標" {
            Holds::Target
        } else {
            Holds::Baseline
        });
    }
    let whole = WHOLE.iter().find(|(_, words)| words.contains(&bare));
    let part = || {
        PART.iter()
            .find(|(_, words)| words.iter().any(|w| plain.contains(w)))
    };
    let named = whole
        .map(|(holds, _)| *holds)
        .or_else(|| part().map(|(holds, _)| *holds));
    named.or_else(|| FiscalYear::parse(text).map(|_| Holds::Year))
}

/// Whether a line is one of heads: heads and nothing that reads as a figure.
pub fn is_head(row: &[String]) -> bool {
    let cells = || row.iter().filter(|cell| !cell.is_empty());
    let figure =
        |cell: &&String| FiscalYear::parse(cell).is_none() && !Figure::read(cell).needs_check();
    // 目標値 and the like read as words of a column, which are no figures.
    let is_figure = |cell: &String| head(cell).is_none() && figure(&cell);
    if cells().any(is_figure) {
        return false;
    }
    let heads: Vec<Holds> = cells().filter_map(|cell| head(cell)).collect();
    let figures = heads.iter().filter(|h| h.figures()).count();
    let all = cells().count();
    let named = heads
        .iter()
        .any(|h| matches!(h, Holds::Name | Holds::Group));
    heads.len() == all && (figures > 0 || named)
        || heads.len() >= 2 && figures > 0 && (named || figures > 1)
}

/// The year a head names: 目標値（R7）, 令和5年度実績.
fn year(text: &str) -> Option<String> {
    let plain = half_width(text);
    let mut pieces = plain
        .split(['(', ')', '\n', ' ', '、'])
        .map(str::trim)
        .map(|piece| {
            let words = [
                "目標値",
                "実績値",
                "当初値",
                "基準値",
                "現状値",
                "成り行き値",
                "目標",
                "実績",
                "現状",
                "基準",
                "見込",
                "時点",
            ];
            words
                .iter()
                .fold(piece.to_owned(), |piece, word| piece.replace(word, ""))
        });
    pieces.find(|piece| At(piece.clone()).year().is_some())
}

/// A column: what it holds, of which year as printed, and its head.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it holds; `None`: it has no head, or none that says.
    pub holds: Option<Holds>,
    /// The year named in its head.
    pub year: Option<String>,
    /// Its head.
    pub head: String,
}

/// The columns of a table, from one line of heads or several.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns {
    heads: Vec<Vec<String>>,
    columns: Vec<Column>,
}

impl Columns {
    /// Takes a line of heads; `more`: it goes on from the line before.
    pub fn add(&mut self, row: &[String], more: bool) {
        if !more {
            self.heads.clear();
        }
        self.heads.push(row.to_vec());
        let width = self.heads.iter().map(Vec::len).max().unwrap_or_default();
        self.columns = (0..width).map(|at| self.column(at)).collect();
    }

    /// The column at this place.
    pub fn get(&self, at: usize) -> Option<&Column> {
        self.columns.get(at)
    }

    /// The places of the columns that hold figures.
    pub fn figures(&self) -> Vec<usize> {
        let is = |at: &usize| self.columns[*at].holds.is_some_and(Holds::figures);
        (0..self.columns.len()).filter(is).collect()
    }

    /// Whether another column than `at` holds this.
    pub fn has(&self, holds: Holds) -> bool {
        self.columns.iter().any(|c| c.holds == Some(holds))
    }

    fn column(&self, at: usize) -> Column {
        let mut texts = self.above(at);
        let said: Vec<Holds> = texts.iter().filter_map(|text| head(text)).collect();
        let last = said
            .iter()
            .rev()
            .find(|h| !matches!(h, Holds::Year | Holds::Group));
        let year = texts.iter().rev().find_map(|text| year(text));
        // 数値目標 over a column without a head of its own says nothing of it.
        texts.retain(|text| head(text) != Some(Holds::Group));
        Column {
            holds: last
                .or_else(|| said.iter().find(|h| **h == Holds::Year))
                .copied(),
            year,
            head: texts.join(" "),
        }
    }

    /// The heads over a column: its own, and those that stretch over it from the left.
    fn above(&self, at: usize) -> Vec<&str> {
        let own = |row: &Vec<String>| row.get(at).is_some_and(|cell| !cell.is_empty());
        let mut texts = Vec::new();
        for (n, row) in self.heads.iter().enumerate() {
            let covers = self.heads[n + 1..].iter().any(own);
            let cell = match row.get(at) {
                Some(cell) if !cell.is_empty() => Some(cell),
                _ if covers => row[..at.min(row.len())]
                    .iter()
                    .rev()
                    .find(|cell| !cell.is_empty()),
                _ => None,
            };
            texts.extend(cell.map(String::as_str));
        }
        texts
    }
}

/// Whether a cell can stand where figures stand.
pub fn is_figure(cell: &str) -> bool {
    !cell.is_empty()
        && (*Figure::read(cell).reading() != Reading::Unread
            || crate::strategy::read_cell(cell).len() > 1)
}
