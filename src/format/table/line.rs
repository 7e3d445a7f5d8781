//! One line of a table: which of its cells are name, unit and figures.

use super::columns::{Columns, Holds, is_figure};
use crate::strategy::half_width;

/// A line taken apart. Every text of it is in one of the parts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// 番号・コード.
    pub code: String,
    /// 指標名; empty on the line of a sub-row.
    pub name: String,
    /// 男性, 女性 …
    pub series: String,
    /// 単位.
    pub unit: String,
    /// 担当課, 出典 …, and what has no place: its head and text.
    pub rest: Vec<(Option<Holds>, String, String)>,
    /// What it holds, its year as printed, and the text.
    pub figures: Vec<(Holds, Option<String>, String)>,
    /// What the columns hold that are headed by a year alone.
    pub years: Option<Holds>,
    /// Where its name stands.
    pub indent: usize,
}

impl Line {
    /// Takes a line apart by the heads of its columns; where the places of its cells say nothing
    /// (not `tabbed`) or there are no heads, by what the cells look like.
    pub fn read(row: &[String], columns: &Columns, tabbed: bool) -> Line {
        let places = columns.figures();
        if !tabbed || places.is_empty() {
            return by_looks(row, columns, &places);
        }
        match shift(row, &places) {
            Some(by) => by_heads(row, columns, by),
            None if row.len() > 1 => by_heads(row, columns, 0),
            None => Line::default(),
        }
    }

    /// Gives each of the words before the figures its part.
    fn words(&mut self, mut words: Vec<(usize, &str)>, has_series: bool) {
        if self.code.is_empty() && words.first().is_some_and(|(_, text)| is_code(text)) {
            self.code = words.remove(0).1.to_owned();
        }
        if self.unit.is_empty() && words.len() > 1 && words.last().is_some_and(|(_, t)| is_unit(t))
        {
            self.unit = words
                .pop()
                .map(|(_, text)| text.to_owned())
                .unwrap_or_default();
        }
        self.indent = words.first().map_or(0, |(at, _)| *at);
        let mut words = words.into_iter().map(|(_, text)| text.to_owned());
        self.name = words.next().unwrap_or_default();
        if self.series.is_empty() && !has_series {
            self.series = words.next().unwrap_or_default();
        }
        self.rest
            .extend(words.map(|text| (None, String::new(), text)));
    }
}

/// How far the figures stand from under their heads, where a line has a cell more or less than they.
fn shift(row: &[String], places: &[usize]) -> Option<isize> {
    let cell = |at: usize, by: isize| at.checked_add_signed(by).and_then(|at| row.get(at));
    [0, 1, -1, 2, -2].into_iter().find(|&by| {
        let mut cells = places
            .iter()
            .map(|&at| cell(at, by).map_or("", String::as_str));
        let fits = |text: &str| is_figure(text) || (text.is_empty() && by == 0);
        cells.clone().any(is_figure) && cells.all(fits)
    })
}

fn by_heads(row: &[String], columns: &Columns, by: isize) -> Line {
    let is_actual = columns.has(Holds::Target) && !columns.has(Holds::Actual);
    let mut line = Line {
        years: is_actual.then_some(Holds::Actual),
        ..Line::default()
    };
    let places = columns.figures();
    let first = places.first().copied().unwrap_or_default();
    let mut words = Vec::new();
    for (at, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        let under = at.checked_add_signed(-by);
        let column = under.and_then(|under| columns.get(under));
        let moved = by != 0 && under.is_none_or(|under| under < first);
        let holds = column.and_then(|c| c.holds).filter(|_| !moved);
        let head = column.map(|c| c.head.clone()).unwrap_or_default();
        match holds {
            Some(Holds::Code) => line.code.clone_from(text),
            Some(Holds::Unit) => line.unit.clone_from(text),
            Some(Holds::Series) => line.series.clone_from(text),
            Some(holds) if holds.figures() => {
                let year = column.and_then(|c| c.year.clone());
                line.figures.push((holds, year, text.clone()));
            }
            Some(Holds::Name | Holds::Group) => words.push((at, text.as_str())),
            None if under.is_none_or(|under| under < first) && (moved || head.is_empty()) => {
                words.push((at, text.as_str()));
            }
            other => line.rest.push((other, head, text.clone())),
        }
    }
    line.words(words, columns.has(Holds::Series));
    line
}

/// A figure where no head stands over it is no longer than this.
const LONGEST: usize = 24;

/// Figures stand at the end of a line: as many as the heads say in their order, else one is the target, two or
/// more begin with the baseline.
fn by_looks(row: &[String], columns: &Columns, places: &[usize]) -> Line {
    let mut line = Line::default();
    let filled: Vec<(usize, &str)> = row
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .map(|(at, text)| (at, text.as_str()))
        .collect();
    let short = |text: &str| is_figure(text) && text.chars().count() <= LONGEST;
    let run = filled
        .iter()
        .rev()
        .take_while(|(_, text)| short(text))
        .count();
    let (words, figures) = filled.split_at(filled.len() - run);
    line.words(words.to_vec(), false);
    let last = figures.len().saturating_sub(1);
    for (n, (_, text)) in figures.iter().enumerate() {
        let column = places.get(n).filter(|_| places.len() == run);
        let column = column.and_then(|at| columns.get(*at));
        let holds = column.and_then(|column| column.holds).or(match n {
            n if n == last => Some(Holds::Target),
            0 => Some(Holds::Baseline),
            _ => None,
        });
        let year = column.and_then(|column| column.year.clone());
        match holds {
            Some(holds) => line.figures.push((holds, year, (*text).to_owned())),
            None => line.rest.push((None, String::new(), (*text).to_owned())),
        }
    }
    line
}

/// 5-1, ①, 1-(2), KPI3.
pub fn is_code(text: &str) -> bool {
    let plain = half_width(text);
    let circled = |c: char| ('①'..='⑳').contains(&c);
    let mark = |c: char| c.is_ascii_alphanumeric() || "-.()_".contains(c) || circled(c);
    plain.chars().count() <= 8
        && plain.chars().all(mark)
        && plain.chars().any(|c| c.is_ascii_digit() || circled(c))
}

/// Sub-rows that tables name without a head.
const SUB_ROWS: [&str; 14] = [
    "男性",
    "女性",
    "男",
    "女",
    "児童",
    "生徒",
    "小学生",
    "中学生",
    "小学校",
    "中学校",
    "高校",
    "全体",
    "市内",
    "市外",
];

/// Whether a word names a sub-row.
pub fn is_sub_row(text: &str) -> bool {
    SUB_ROWS.contains(&text)
}

/// Units that tables give a column without a head.
const UNITS: [&str; 52] = [
    "人",
    "千人",
    "万人",
    "人/年",
    "人回",
    "人泊",
    "人日",
    "件",
    "件/年",
    "千件",
    "万件",
    "%",
    "‰",
    "ポイント",
    "円",
    "千円",
    "万円",
    "百万円",
    "億円",
    "兆円",
    "回",
    "回/年",
    "戸",
    "棟",
    "世帯",
    "組",
    "団体",
    "社",
    "店",
    "事業所",
    "事業者",
    "か所",
    "箇所",
    "ヶ所",
    "校",
    "園",
    "台",
    "点",
    "位",
    "倍",
    "年",
    "歳",
    "日",
    "時間",
    "分",
    "ha",
    "㎡",
    "km",
    "t",
    "kg",
    "g",
    "t-CO2",
];

fn is_unit(text: &str) -> bool {
    UNITS.contains(&half_width(text).as_str())
}
