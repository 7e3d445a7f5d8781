//! One line of a table: which of its cells are name, unit and figures.

use super::cells::pair;
use super::columns::{Columns, ReadColumn};
use super::footnotes::marked;
use super::heads::ColumnKind;
use super::kind::{is_code, is_figure, is_sub_row, is_unit, without_brackets};
use super::labelled::Labelled;
use super::pasted::Doubt;
use super::prose::{Change, change};
use crate::circled::circled;
use crate::ditto::is_ditto;
use strategy::{DirectionalTarget, Figure, Number, Reading, half_width, read_cell};

/// A figure of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFigure {
    /// Content of its column.
    pub holds: ColumnKind,
    /// The year that the head of its column names, as printed.
    pub year: Option<String>,
    /// The part of a breakdown that the head of its column names: 男, 町内. Empty if it names none.
    pub series: String,
    /// Its text.
    pub text: String,
}

impl LineFigure {
    /// A figure of a column without a breakdown.
    pub fn new(holds: ColumnKind, year: Option<String>, text: &str) -> Self {
        Self {
            holds,
            year,
            series: String::new(),
            text: text.to_owned(),
        }
    }

    /// True if both are of the same column.
    pub fn is_beside(&self, other: &Self) -> bool {
        (self.holds, &self.year, &self.series) == (other.holds, &other.year, &other.series)
    }
}

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
    pub rest: Vec<(Option<ColumnKind>, String, String)>,
    /// Its figures.
    pub figures: Vec<LineFigure>,
    /// Content of the columns that are headed by a year alone.
    pub years: Option<ColumnKind>,
    /// True if the table has a column with the year of each line.
    pub of_years: bool,
    /// True for a line of a list, which goes by the heads of no table.
    pub listed: bool,
    /// The years of its baseline and target, from columns of their own.
    pub times: Vec<(ColumnKind, String)>,
    /// Column of its name.
    pub indent: usize,
    /// True if its name is set back in its cell: 　日帰り, ・日帰り.
    pub set_back: bool,
    /// The doubts about it.
    pub doubts: Vec<Doubt>,
}

impl Line {
    /// Takes a line apart by the heads of its columns; where the places of its cells say nothing
    /// (not `placed`) or there are no heads, by what the cells look like.
    pub fn read(row: &[String], columns: &Columns, placed: bool) -> Line {
        let places = columns.figures();
        if !placed && as_headed(row, columns, &places) {
            return by_heads(row, columns, 0);
        }
        if !placed || places.is_empty() {
            return by_looks(row, columns, &places, placed);
        }
        match shift(row, columns, &places) {
            Some(by) => by_heads(row, columns, by),
            None if row.len() > 1 => by_heads(row, columns, 0),
            None => Line::default(),
        }
    }

    /// A line of a list: 出生数：340人 → 380人.
    pub fn listed((name, baseline, target): (&str, &str, &str)) -> Line {
        let mut line = Line::named(name);
        line.figures = vec![
            LineFigure::new(ColumnKind::Baseline, None, baseline),
            LineFigure::new(ColumnKind::Target, None, target),
        ];
        line
    }

    /// A line that says in words which of its figures is which. A target that no word or year tells is asked.
    pub fn labelled(labelled: &Labelled) -> Line {
        let mut line = Line::named(&labelled.name);
        let figures = labelled.figures.iter();
        line.figures
            .extend(figures.map(|(kind, year, text)| LineFigure::new(*kind, year.clone(), text)));
        if !labelled.is_sure {
            line.doubt(Doubt::Place);
        }
        line
    }

    /// A line of a list with its name, and the code before it.
    fn named(name: &str) -> Line {
        let mut line = Line {
            name: name.to_owned(),
            listed: true,
            ..Line::default()
        };
        if let Some((code, rest)) = name
            .split_once([' ', '\u{3000}'])
            .filter(|(code, _)| is_code(code))
        {
            (line.code, line.name) = (code.to_owned(), rest.trim().to_owned());
        }
        line
    }

    /// Notes the figures between the first and the last: 15人 of 12人→15人→20人. Of which year they are is not said.
    pub fn over(mut self, steps: &[&str]) -> Line {
        if let [_, between @ .., _] = steps
            && !between.is_empty()
        {
            let told = between.iter();
            self.rest
                .extend(told.map(|text| (None, String::new(), (*text).to_owned())));
            self.doubt(Doubt::Place);
        }
        self
    }

    /// A sentence: 空き家を120戸から100戸へ減らす. Its name is doubted where only a particle parts it from the figures.
    pub fn told(change: &Change) -> Line {
        let Change {
            name,
            baseline,
            target,
            is_labelled,
        } = change;
        let mut line = Line::listed((name, baseline, target));
        if !is_labelled {
            line.doubt(Doubt::Name);
        }
        line
    }

    /// Takes the marks of a list off the name; a number in a circle is its code.
    pub fn without_marks(&mut self) {
        let bold = self.name.replace("**", "").replace("__", "");
        let mut rest = bold.trim();
        while let Some((mark, behind)) = list_mark(rest) {
            if self.code.is_empty() && circled(mark).is_some() {
                self.code = mark.to_string();
            }
            rest = behind;
        }
        if self.code.is_empty()
            && let Some((code, name)) = kana(rest).or_else(|| numbered(rest))
        {
            (self.code, rest) = (code.to_owned(), name);
        }
        if let Some(name) = without_repeat(rest) {
            self.rest
                .push((Some(ColumnKind::Note), String::new(), REPEAT.to_owned()));
            rest = name;
        }
        if let Some((name, mark)) = marked(rest) {
            let mark = (Some(ColumnKind::Note), String::new(), mark.to_owned());
            self.rest.push(mark);
            rest = name;
        }
        self.name = closed_up(rest).unwrap_or_else(|| rest.to_owned());
    }

    /// Gives each of the words before the figures its part.
    fn words(&mut self, mut words: Vec<(usize, &str)>, has_series: bool) {
        // CO2 alone is a name.
        let lone = matches!(&words[..], [(_, only)] if only.chars().filter(|c| c.is_alphabetic()).count() > 1);
        if self.code.is_empty() && !lone && words.first().is_some_and(|(_, text)| is_code(text)) {
            self.code = words.remove(0).1.to_owned();
        }
        if self.unit.is_empty() && words.len() > 1 && words.last().is_some_and(|(_, t)| is_unit(t))
        {
            self.unit = words
                .pop()
                .map(|(_, text)| without_brackets(text).to_owned())
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

    /// Takes a unit. A second one is of the figure beside it: another than the first is asked.
    fn unit(&mut self, head: &str, text: &str) {
        let unit = without_brackets(text);
        // A line without the cell that is joined over several: all others stand further left.
        if is_figure(unit) && !is_unit(unit) && !is_ditto(unit) {
            self.doubt(Doubt::Place);
        }
        if self.unit.is_empty() {
            unit.clone_into(&mut self.unit);
        } else if half_width(unit) != half_width(&self.unit) {
            let other = (Some(ColumnKind::Unit), head.to_owned(), text.to_owned());
            self.rest.push(other);
            self.doubt(Doubt::Units);
        }
    }

    /// Notes what is not certain.
    pub fn doubt(&mut self, doubt: Doubt) {
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
    }
}

/// The letter of a list before a name, and the name: ア　相談件数, （イ）会員数, ウ. 講座数.
fn kana(text: &str) -> Option<(&str, &str)> {
    const LETTERS: &str = "アイウエオカキクケコｱｲｳｴｵｶｷｸｹｺ";
    let opened = text.strip_prefix(['（', '(']);
    let inner = opened.unwrap_or(text);
    let letter = inner.chars().next().filter(|c| LETTERS.contains(*c))?;
    let behind = &inner[letter.len_utf8()..];
    let name = match opened {
        Some(_) => behind.strip_prefix(['）', ')'])?,
        None => behind.strip_prefix(|c: char| c.is_whitespace() || ".．)）、".contains(c))?,
    };
    let end = text.len() - name.len();
    let is_name = name.trim_start().chars().count() > 1;
    is_name.then(|| {
        (
            text[..end].trim_end_matches(['.', '．', '、', ' ', '\u{3000}']),
            name.trim_start(),
        )
    })
}

/// The number of a name and the name: (2) 相談件数, 1-2 起業件数, KPI3 満足度. 20 代 and 3R 活動 have none.
fn numbered(text: &str) -> Option<(&str, &str)> {
    let (code, name) = text.split_once(|c: char| c.is_whitespace() || ":：".contains(c))?;
    let plain = half_width(code);
    let is_mark = |c: char| c.is_ascii_digit() || "-.".contains(c) || circled(c).is_some();
    let word = plain.trim_end_matches(is_mark);
    let of_word = word != plain
        && ["KPI", "KGI", "指標", "数値目標"].contains(&word.to_ascii_uppercase().as_str());
    let is_number = of_word || is_code(code) && plain.contains(['-', '.', '(', ')']);
    is_number.then_some((code, name.trim_start()))
}

/// Word for an indicator that stands in another place, too.
pub const REPEAT: &str = "再掲";

/// A name without the word for a repeat, before or behind it: （再掲）移住者数.
fn without_repeat(name: &str) -> Option<&str> {
    let is_end = |c: char| c.is_whitespace() || "()（）[]［］【】〔〕".contains(c);
    let bare = name.trim_matches(is_end);
    let before = bare
        .strip_prefix(REPEAT)
        .filter(|rest| rest.starts_with(is_end));
    let behind = || {
        bare.strip_suffix(REPEAT)
            .filter(|rest| rest.ends_with(is_end))
    };
    let name = before
        .or_else(behind)?
        .trim_matches(|c: char| c.is_whitespace());
    let name = match before {
        Some(_) => name.trim_start_matches(is_end),
        None => name.trim_end_matches(is_end),
    };
    (!name.is_empty()).then_some(name)
}

/// A word whose letters are spread over its cell: 人口 of 人　口.
fn closed_up(name: &str) -> Option<String> {
    let mut letters = name.split_whitespace();
    let is_spread = name.contains(char::is_whitespace)
        && letters.all(|one| one.chars().count() == 1 && !one.is_ascii());
    is_spread.then(|| name.split_whitespace().collect())
}

/// The mark of a list before a text, and the text. ○○ stands for a name that is left open.
fn list_mark(text: &str) -> Option<(char, &str)> {
    let mark = text.chars().next()?;
    let behind = &text[mark.len_utf8()..];
    let is_mark = "・●○◎■□◆◇▪•▶➢".contains(mark) || circled(mark).is_some();
    let rest = behind.trim_start();
    (is_mark && !rest.is_empty() && !behind.starts_with(mark)).then_some((mark, rest))
}

/// True if a line of words has as many as the heads, each of the kind its head names.
fn as_headed(row: &[String], columns: &Columns, places: &[usize]) -> bool {
    let fits = |(text, column): (&String, &ReadColumn)| match column.holds {
        Some(holds) if holds.figures() => is_figure(text),
        Some(ColumnKind::Unit) => is_unit(text),
        Some(ColumnKind::Name) => !is_figure(text) && !is_code(text),
        Some(ColumnKind::Code) => is_code(text),
        _ => true,
    };
    let whole = row.len() == columns.all.len() && row.len() > places.len();
    whole && !places.is_empty() && row.iter().zip(&columns.all).all(fits)
}

/// Returns the offset of the figures from their heads, where a line has a cell more or less than they have. A figure
/// never goes to a neighbour that has a head of its own.
fn shift(row: &[String], columns: &Columns, places: &[usize]) -> Option<isize> {
    let cell = |at: usize, by: isize| at.checked_add_signed(by).and_then(|at| row.get(at));
    let free = |at: usize, by: isize| {
        let to = at.checked_add_signed(by);
        by == 0
            || to.is_some_and(|to| {
                places.contains(&to) || columns.get(to).is_none_or(|c| c.head.is_empty())
            })
    };
    [0, 1, -1, 2, -2].into_iter().find(|&by| {
        let mut cells = places
            .iter()
            .map(|&at| cell(at, by).map_or("", String::as_str));
        let fits = |text: &str| is_figure(text) || (text.is_empty() && by == 0);
        places.iter().all(|&at| free(at, by)) && cells.clone().any(is_figure) && cells.all(fits)
    })
}

fn by_heads(row: &[String], columns: &Columns, by: isize) -> Line {
    let mut line = Line {
        years: columns.years(),
        of_years: columns.has(ColumnKind::RowYear),
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
        if let Some(holds) = holds
            && column.is_some_and(|c| !c.sure)
            && holds != ColumnKind::Skip
        {
            line.doubt(Doubt::Column(head.clone()));
        }
        match holds {
            Some(ColumnKind::Skip) => {}
            // A second one has no place.
            Some(ColumnKind::Code) if line.code.is_empty() => line.code.clone_from(text),
            Some(ColumnKind::Unit) => line.unit(&head, text),
            Some(ColumnKind::Series) if names_indicators(text) => {
                line.rest.push((Some(ColumnKind::Note), head, text.clone()));
            }
            Some(ColumnKind::Series) if line.series.is_empty() => line.series.clone_from(text),
            Some(
                holds @ (ColumnKind::BaselineYear | ColumnKind::TargetYear | ColumnKind::RowYear),
            ) => {
                line.times.push((holds, text.clone()));
            }
            Some(holds) if holds.figures() => {
                let year = column.and_then(|c| c.year.clone());
                let series = column.map_or("", |c| c.series.as_str());
                let own_words = by_their_words(text);
                // 目標(実績) over 30(29): the cell does not say which is which.
                let both = [ColumnKind::Target, ColumnKind::Actual];
                if own_words.is_none() && both.iter().all(|kind| names_kind(&head, *kind)) {
                    line.doubt(Doubt::Column(head.clone()));
                }
                let mut put = |holds, year, text: &str| {
                    let mut figure = LineFigure::new(holds, year, text);
                    figure.series.push_str(series);
                    line.figures.push(figure);
                };
                if let Some(parts) = own_words {
                    for (kind, text) in parts {
                        // The year of the head is of the kinds that it names.
                        let of_head = kind == holds || names_kind(&head, kind);
                        put(kind, year.clone().filter(|_| of_head), &text);
                    }
                    continue;
                }
                let [from, to] = column.map_or([None, None], ReadColumn::years_of_pair);
                // 目標値(R8) over 12人→20人: the year is the target's.
                let to = to.or_else(|| year.clone().filter(|_| holds == ColumnKind::Target));
                let arrow = pair(text).filter(|(before, _)| is_figure(before));
                let told = change(text).filter(|change| change.name.is_empty());
                match (arrow, told) {
                    // 現状→目標 in one cell.
                    (Some((before, after)), _) if places.len() == 1 => {
                        put(ColumnKind::Baseline, from, before);
                        put(ColumnKind::Target, to, after);
                    }
                    (None, Some(change)) if places.len() == 1 => {
                        put(ColumnKind::Baseline, from, &change.baseline);
                        put(ColumnKind::Target, to, &change.target);
                    }
                    _ => {
                        let said = column.and_then(ReadColumn::provisional);
                        put(holds, year, &provisional(text, said));
                    }
                }
            }
            Some(ColumnKind::Name | ColumnKind::Group) => words.push((at, text.as_str())),
            None if under.is_none_or(|under| under < first) && (moved || head.is_empty()) => {
                words.push((at, text.as_str()));
            }
            other => {
                // A figure beyond the heads, or under none of them.
                let is_headless = other.is_none() && head.is_empty() && by == 0 && at > first;
                if is_headless && text.contains(char::is_numeric) && is_figure(text) {
                    line.doubt(Doubt::Place);
                }
                line.rest.push((other, head, text.clone()));
            }
        }
    }
    line.words(words, columns.has(ColumnKind::Series));
    // Moved by one: sure only where the name of a sub-row made the place.
    if by != 0 && !is_sub_row(&line.series) && !is_sub_row(&line.name) {
        line.doubt(Doubt::Place);
    }
    line
}

/// True for the kind of an indicator under 区分, which is no part of one: KPI①, 成果指標, アウトカム.
fn names_indicators(text: &str) -> bool {
    const KINDS: &str = "KPI KGI 数値目標 指標 成果指標 活動指標 重要業績評価指標 アウトカム アウトプット インプット インパクト アウトカム指標 アウトプット指標 成果目標 活動目標 基本目標";
    let plain = half_width(text).to_ascii_uppercase();
    let word = plain.trim_end_matches(|c: char| {
        c.is_ascii_digit() || circled(c).is_some() || c.is_whitespace() || c == '-'
    });
    KINDS.split(' ').any(|kind| kind == word)
}

/// A figure with the word of its head that makes it provisional: 31（見込）.
fn provisional(text: &str, said: Option<&str>) -> String {
    let firm = |n: &Number| n.provisional.is_none();
    match said {
        Some(word) if Figure::read(text).number().is_some_and(firm) => format!("{text}（{word}）"),
        _ => text.to_owned(),
    }
}

/// The figures of a cell that says of each what it is: 目標 10件／実績 8件.
fn by_their_words(text: &str) -> Option<Vec<(ColumnKind, String)>> {
    if text.len() > 200 {
        return None;
    }
    let parts = read_cell(text);
    let kinds = parts.iter().map(|part| kind_of(&part.name));
    let kinds: Vec<ColumnKind> = kinds.collect::<Option<_>>()?;
    let again = |n: usize| kinds[..n].contains(&kinds[n]);
    if parts.len() < 2 || (0..kinds.len()).any(again) || parts.iter().any(|p| p.at.is_some()) {
        return None;
    }
    let texts = parts
        .iter()
        .map(|part| part.figure.text().trim().to_owned());
    Some(kinds.into_iter().zip(texts).collect())
}

fn kind_of(name: &str) -> Option<ColumnKind> {
    match name {
        "目標" | "目標値" => Some(ColumnKind::Target),
        "実績" | "実績値" => Some(ColumnKind::Actual),
        "現状" | "現状値" | "基準" | "基準値" | "当初" | "当初値" => {
            Some(ColumnKind::Baseline)
        }
        _ => None,
    }
}

fn names_kind(head: &str, kind: ColumnKind) -> bool {
    match kind {
        ColumnKind::Target => head.contains("目標"),
        ColumnKind::Actual => head.contains("実績"),
        _ => false,
    }
}

/// A figure where no head stands over it is no longer than this.
const LONGEST: usize = 24;

/// Figures stand at the end of a line: as many as the heads say in their order, else one is the target, two or
/// more begin with the baseline.
fn by_looks(row: &[String], columns: &Columns, places: &[usize], placed: bool) -> Line {
    let mut line = Line::default();
    let mut filled: Vec<(usize, &str)> = row
        .iter()
        .enumerate()
        .filter(|(_, text)| !text.is_empty())
        .map(|(at, text)| (at, text.as_str()))
        .collect();
    // 340人 380人 達成(350人): what stands after a judgement is no target.
    let mut judged = Vec::new();
    while filled.len() > 2 && filled.last().is_some_and(|(_, text)| is_judgement(text)) {
        judged.extend(filled.pop());
    }
    let short = |text: &str| is_figure(text) && text.chars().count() <= LONGEST;
    let run = filled
        .iter()
        .rev()
        .take_while(|(_, text)| short(text))
        .count();
    let (words, figures) = filled.split_at(filled.len() - run);
    line.words(words.to_vec(), false);
    if !placed
        && line.unit.is_empty()
        && let Some((name, unit)) = line.name.rsplit_once(' ').filter(|(_, unit)| is_unit(unit))
    {
        (line.unit, line.name) = (unit.to_owned(), name.to_owned());
    }
    let last = figures.len().saturating_sub(1);
    // A text of words tells no places: as many figures as heads, and all of the heads known.
    let known = |at: &usize| columns.get(*at).is_some_and(|c| c.sure);
    if placed || run != places.len() || run == 0 || !places.iter().all(known) {
        line.doubt(Doubt::Place);
    }
    for (n, (_, text)) in figures.iter().enumerate() {
        let column = places.get(n).filter(|_| places.len() == run);
        let column = column.and_then(|at| columns.get(*at));
        let holds = column.and_then(|column| column.holds).or(match n {
            n if n == last => Some(ColumnKind::Target),
            0 => Some(ColumnKind::Baseline),
            _ => None,
        });
        let year = column.and_then(|column| column.year.clone());
        match holds {
            Some(holds) => line.figures.push(LineFigure::new(holds, year, text)),
            None => line.rest.push((None, String::new(), (*text).to_owned())),
        }
    }
    for (_, text) in judged.iter().rev() {
        line.rest.push((None, String::new(), (*text).to_owned()));
    }
    line
}

/// 達成(350人), ◎, B: a judgement, with or without its figure.
fn is_judgement(text: &str) -> bool {
    let mark = text
        .split(['(', '（', ' ', '　'])
        .next()
        .unwrap_or_default();
    // An arrow, a lone triangle and a dash may be figures.
    !matches!(mark, "" | "△" | "▲" | "-")
        && *Figure::read(mark).reading() == Reading::Directional(DirectionalTarget::Words)
}
