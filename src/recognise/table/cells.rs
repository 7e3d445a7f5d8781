//! The cells of a pasted text: parted by tabs; by commas, as in a CSV file; in other texts by spaces.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::commas::{cut_amiss, cuts_number, line_of_heads};
use super::days::spell_out;
use super::heads::{ColumnKind, Heads, head, is_time};
use super::joined::Joined;
use super::kind::{is_code, is_figure, is_plain_number, is_sub_row, is_unit};
use crate::arrows::{arrow_in, split, steps};
use crate::invisible::visible;
use format::tsv;
use format::workbook::{HIDDEN_COLUMN, HIDDEN_ROW, fills_cell};
use strategy::Pace;

/// The lines of a text and their cells.
pub struct Grid {
    /// The lines, each with its cells, without spaces around them.
    pub rows: Vec<Vec<String>>,
    /// True if the place of a cell decides its column.
    pub placed: bool,
    /// The lines whose first text is set back: 　日帰り, ・日帰り.
    pub set_back: BTreeSet<usize>,
    /// The lines that are hidden in the workbook.
    pub hidden: BTreeSet<usize>,
    /// The columns that are hidden there.
    pub hidden_columns: BTreeSet<usize>,
    /// The figures of joined cells.
    pub joined: Joined,
    /// The lines in which a number may be cut at its own comma.
    pub cut_amiss: BTreeSet<usize>,
}

impl Grid {
    /// Takes out of the cells what nobody sees.
    pub fn make_visible(&mut self) {
        for cell in self.rows.iter_mut().flatten() {
            if let Cow::Owned(seen) = visible(cell) {
                *cell = seen;
            }
        }
    }

    /// True if a line, counted from one, or a column with a cell of it is hidden in the workbook.
    pub fn hides(&self, line: usize) -> bool {
        let Some(at) = line.checked_sub(1) else {
            return false;
        };
        let filled = |&column: &usize| {
            let cell = self.rows.get(at).and_then(|row| row.get(column));
            cell.is_some_and(|cell| !cell.is_empty())
        };
        self.hidden.contains(&at) || self.hidden_columns.iter().any(filled)
    }

    /// True if a cell of a line, counted from one, is as long as a spreadsheet allows: the rest may have been cut off.
    pub fn is_cut(&self, line: usize) -> bool {
        let row = line.checked_sub(1).and_then(|at| self.rows.get(at));
        row.is_some_and(|row| row.iter().any(|cell| fills_cell(cell)))
    }
}

/// True if a text is set back from the ones above it, by a space or a mark.
fn is_set_back(row: &[String]) -> bool {
    let first = row.iter().find(|cell| !cell.trim().is_empty());
    first.is_some_and(|cell| {
        cell.starts_with([' ', '\u{3000}', '・', '･', '└', '├', '∟', '－', '―'])
    })
}

/// A line as it is told.
pub fn printed(row: &[String]) -> String {
    row.join("\t").trim().to_owned()
}

/// Takes a text apart, in steps of about a line.
pub async fn grid(text: &str, heads: Heads<'_>, pace: &Pace) -> Grid {
    let (mut rows, cut_at) = raw(text, heads, pace).await;
    // Each line is trimmed, its days are written out, it is given to a table, read, and what comes of it is weighed.
    pace.expect(5 * rows.len());
    pace.step().await;
    let placed = cut_at.is_some();
    let cut_amiss = match cut_at {
        Some(',' | '，') => cut_amiss(&rows, heads, pace).await,
        _ => BTreeSet::new(),
    };
    let is_hidden = |row: &mut Vec<String>| row.pop_if(|last| last == HIDDEN_ROW).is_some();
    let hidden = rows.iter_mut().enumerate();
    let hidden = hidden.filter_map(|(at, row)| is_hidden(row).then_some(at));
    let hidden = hidden.collect();
    let set_back = rows.iter().enumerate().filter(|(_, row)| is_set_back(row));
    let set_back = set_back.map(|(at, _)| at).collect();
    let mut hidden_columns = BTreeSet::new();
    let mut joined = Joined::default();
    for (line, row) in rows.iter_mut().enumerate() {
        for (at, cell) in row.iter_mut().enumerate() {
            let bare = cell.strip_suffix(HIDDEN_COLUMN);
            hidden_columns.extend(bare.map(|_| at));
            let bare = bare.unwrap_or(cell);
            let bare = joined.take((line, at), bare);
            let trimmed = bare.trim();
            if trimmed.len() < cell.len() {
                *cell = trimmed.to_owned();
            }
        }
        pace.step().await;
    }
    if placed {
        spell_out(&mut rows, pace).await;
    }
    Grid {
        rows,
        placed,
        set_back,
        hidden,
        hidden_columns,
        joined,
        cut_amiss,
    }
}

/// The cells of a text as they are, and the mark at which they are cut, so that their places decide their columns.
async fn raw(text: &str, heads: Heads<'_>, pace: &Pace) -> (Vec<Vec<String>>, Option<char>) {
    if text.contains('\t') {
        // A tab may stand in a cell of a CSV file, not in its heads.
        let first = text.lines().find(|line| !line.trim().is_empty());
        let headed = first.is_some_and(|line| line.contains(',') && !line.contains('\t'));
        if headed && let Some(rows) = cut(text, heads, &[(",", true)], pace).await {
            return rows;
        }
        return (taken(tsv::rows(text, '\t'), text, pace).await, Some('\t'));
    }
    if let Some(rows) = piped(text) {
        return (taken(rows, text, pace).await, Some('|'));
    }
    // In sentences ， stands for 、: it is the mark of a table with known heads alone.
    match cut(text, heads, &[(",;", true), ("，；", false)], pace).await {
        Some(rows) => rows,
        None => (taken(text.lines().map(spaced), text, pace).await, None),
    }
}

/// Takes the rows of a text, in steps.
async fn taken(
    rows: impl Iterator<Item = Vec<String>>,
    text: &str,
    pace: &Pace,
) -> Vec<Vec<String>> {
    pace.expect(text.lines().count());
    let mut all = Vec::new();
    for row in rows {
        all.push(row);
        pace.step().await;
    }
    all
}

/// The cells of a text that marks make a table, and the mark. A line of known heads tells it: between semicolons a comma may
/// be the point of 61,2. `marks`: those to try, and whether they may be some without known heads.
async fn cut(
    text: &str,
    heads: Heads<'_>,
    marks: &[(&str, bool)],
    pace: &Pace,
) -> Option<(Vec<Vec<String>>, Option<char>)> {
    let mut regular = None;
    for (mark, may_be_regular) in marks
        .iter()
        .flat_map(|(all, regular)| all.chars().map(move |mark| (mark, *regular)))
        .filter(|(mark, _)| text.contains(*mark))
    {
        let trimmed = |row: Vec<String>| row.iter().map(|cell| cell.trim().to_owned()).collect();
        let rows: Vec<Vec<String>> = taken(tsv::rows(text, mark).map(trimmed), text, pace).await;
        let is_told = may_be_regular || !rows.iter().flatten().any(|cell| cell.contains('。'));
        if is_told && is_csv(&rows, heads, pace).await {
            return Some((rows, Some(mark)));
        }
        if may_be_regular && regular.is_none() && is_regular(&rows, mark, pace).await {
            regular = Some((rows, Some(mark)));
        }
    }
    regular
}

/// The rows of a table drawn with bars: | 指標 | 目標値 |.
fn piped(text: &str) -> Option<impl Iterator<Item = Vec<String>>> {
    const BARS: [char; 3] = ['|', '｜', '│'];
    let barred = |line: &&str| {
        let line = line.trim();
        line.chars().count() > 2 && line.starts_with(BARS) && line.ends_with(BARS)
    };
    let (bars, all) = (
        text.lines().filter(barred).count(),
        text.lines().filter(|l| !l.trim().is_empty()).count(),
    );
    if bars < 2 || bars * 2 < all {
        return None;
    }
    let row = |line: &str| match line
        .trim()
        .strip_prefix(BARS)
        .and_then(|line| line.strip_suffix(BARS))
    {
        Some(cells) if !cells.chars().all(|c| "-:| ".contains(c)) => {
            cells.split(BARS).map(|c| c.trim().to_owned()).collect()
        }
        Some(_) => vec![String::new()],
        None => vec![line.trim().to_owned()],
    };
    Some(text.lines().map(row))
}

/// True if lines cut at commas are a table: one of heads among them, most as long as it or without its last cells.
async fn is_csv(rows: &[Vec<String>], heads: Heads<'_>, pace: &Pace) -> bool {
    let Some(head) = line_of_heads(rows, heads, pace).await else {
        return false;
    };
    pace.expect(rows.len());
    let (mut like, mut all) = (0, 0);
    for row in rows
        .iter()
        .filter(|row| row.iter().any(|cell| !cell.is_empty()))
    {
        pace.step().await;
        let is_shorter = (2..head.len()).contains(&row.len()) && !cuts_number(row);
        like += usize::from(is_shorter || row.len() == head.len());
        all += 1;
    }
    like * 5 >= all * 4
}

/// True if lines cut at a mark are a table though no head of it is known: at least two lines of several cells, nearly
/// all as long as each other, and no sentence or number cut.
async fn is_regular(rows: &[Vec<String>], mark: char, pace: &Pace) -> bool {
    pace.expect(rows.len());
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    let (mut filled, mut several, mut sound) = (0, 0, 0);
    for row in rows {
        pace.step().await;
        filled += usize::from(row.iter().any(|cell| !cell.is_empty()));
        if row.len() < 2 {
            continue;
        }
        several += 1;
        *counts.entry(row.len()).or_default() += 1;
        let sentence = row.iter().any(|cell| cell.contains('。'));
        let cut = sentence || mark == ',' && cuts_number(row);
        sound += usize::from(!cut);
    }
    let most = counts.values().max().copied().unwrap_or_default();
    several > 1 && several * 2 >= filled && most * 5 >= several * 4 && sound * 5 >= several * 4
}

/// A cell longer than this is words, whatever comes.
const LONG: usize = 200;

/// The words of a line. What stands in brackets stays with the word before it; words of a name stay together.
fn spaced(line: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    // Of the last cell: how many brackets are open, and whether it is of words only.
    let (mut open, mut worded) = (0i32, false);
    for word in line.split_whitespace() {
        let bracketed = word.starts_with(['(', '（']);
        let named = is_words(word);
        let goes_on = open > 0 || bracketed || worded && named;
        // 1,200 千人: a number and its unit.
        if let Some(last) = cells.last_mut()
            && is_unit(word)
            && is_plain_number(last)
        {
            last.push_str(word);
            continue;
        }
        match cells.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(word);
                open += opened(word);
                worded = last.len() > LONG || is_words(last);
            }
            None => {
                cells.push(word.to_owned());
                open = opened(word);
                worded = named;
            }
        }
    }
    cells
}

/// Brackets opened less those closed.
fn opened(word: &str) -> i32 {
    let sign = |c| match c {
        '(' | '（' => 1,
        ')' | '）' => -1,
        _ => 0,
    };
    word.chars().map(sign).sum()
}

fn is_words(text: &str) -> bool {
    text.len() > LONG
        || !is_code(text) && !is_figure(text) && !is_sub_row(text) && head(text).is_none()
}

/// The two figures of 340人 → 380人.
pub fn pair(text: &str) -> Option<(&str, &str)> {
    if text.len() > 300 {
        return None;
    }
    let (before, after) = split(text)?;
    let (before, after) = (before.trim(), after.trim());
    let one = arrow_in(after).is_none();
    (one && is_figure(after)).then_some((before, after))
}

/// The text before the first arrow, and the figure behind the last; each behind an arrow is one.
fn ends(line: &str) -> Option<(&str, &str)> {
    let steps = steps(line);
    let (before, figures) = steps.split_first()?;
    let figured = figures.iter().all(|figure| is_figure(figure));
    figures
        .last()
        .filter(|_| figured)
        .map(|last| (*before, *last))
}

/// A line of a list: 出生数：340人 → 380人. Its name and the two figures.
pub fn listed(line: &str) -> Option<(&str, &str, &str)> {
    let line = line.trim();
    if line.len() > 300 {
        return None;
    }
    let (name, baseline, target) = arrowed(line)
        .or_else(|| worded(line))
        .or_else(|| dated(line))?;
    let marks = |c: char| c == '*' || c == '_';
    let (name, baseline) = (name.trim_matches(marks), baseline.trim_matches(marks));
    let name = without_label(name);
    let sound = !name.is_empty()
        && !holds_figures(name)
        && name.chars().count() <= 60
        && !name.contains('。')
        && (!is_figure(name) || is_numbered_name(name))
        && is_figure(baseline)
        && is_figure(target);
    sound.then_some((name, baseline, target))
}

/// True for a name with figures behind it, those of another indicator: 移住者数 12人（R5） 20人（R11） 起業件数.
fn holds_figures(name: &str) -> bool {
    let words = name.split_whitespace().skip(1);
    let figures: Vec<&str> = words
        .filter(|word| word.contains(char::is_numeric) && is_figure(word))
        .collect();
    let is_dated = |word: &&str| strategy::read_cell(word).iter().any(|one| one.at.is_some());
    figures.len() > 1 || figures.iter().any(is_dated)
}

/// True for a name that ends in a number, which reads as a figure with a word beside it: 相談件数3. 県内3位 is a figure.
fn is_numbered_name(name: &str) -> bool {
    let figure = strategy::Figure::read(name);
    let number = figure.number();
    number.is_some_and(|n| n.unit.is_empty() && !n.aside.is_empty())
        && name.starts_with(char::is_alphabetic)
}

/// 出生数：340人 → 380人.
fn arrowed(line: &str) -> Option<(&str, &str, &str)> {
    let (before, target) = ends(line)?;
    let before = unmarked(before);
    let (name, baseline) = match before.split_once([':', '：']) {
        // KPI：出生数 340人: the label of the list.
        Some((label, rest)) if is_label(label) => apart(rest.trim())?,
        // KPI7：出生数 340人: the number of the label is a part of the name, and becomes its code.
        Some((label, rest)) if is_numbered_label(label) => {
            let (name, baseline) = apart(rest)?;
            let end = before.len() - rest.len() + rest.find(name)? + name.len();
            (&before[..end], baseline)
        }
        Some((name, rest)) => match rest.split_once([':', '：']) {
            // 出生数：人：340: the unit belongs to the name.
            Some((unit, figure)) if is_unit(unit) => (
                &before[..name.len() + before[name.len()..].find(unit)? + unit.len()],
                figure,
            ),
            _ => (name, rest),
        },
        None => apart(before)?,
    };
    let (name, baseline) = without_year(before, name.trim(), baseline.trim());
    Some((without_kind(name), baseline, unlabelled(target)))
}

/// The name without the word for the figure behind it: 登録者数　現状 before 12人.
fn without_kind(name: &str) -> &str {
    let parted = name.rsplit_once(char::is_whitespace);
    let is_kind = |kind: &str| head(kind) == Some(ColumnKind::Baseline) && !says_year(kind);
    let own = parted.filter(|(_, kind)| is_kind(kind));
    own.map_or(name, |(own, _)| own.trim_end())
}

/// 20人 of 目標：20人.
fn unlabelled(target: &str) -> &str {
    let parted = target.split_once([':', '：']);
    let is_kind = |kind: &str| head(kind) == Some(ColumnKind::Target) && !says_year(kind);
    let own = parted.filter(|(kind, _)| is_kind(kind));
    own.map_or(target, |(_, own)| own.trim_start())
}

/// True if a word bears a number: 目標（R11） says the year of its figure.
fn says_year(kind: &str) -> bool {
    kind.contains(char::is_numeric)
}

/// The name without the year at its end, which is that of a figure without one: 就農者数 and R6：12人 of 就農者数 R6：12人.
fn without_year<'a>(before: &'a str, name: &'a str, baseline: &'a str) -> (&'a str, &'a str) {
    let as_before = (name, baseline);
    let is_dated = strategy::read_cell(baseline)
        .iter()
        .any(|one| one.at.is_some());
    let parted = match name.ends_with(['）', ')']) {
        true => name.rfind(['（', '(']).map(|at| name.split_at(at)),
        false => name.rsplit_once(char::is_whitespace),
    };
    let of_figure = |(own, year): &(&str, &str)| !own.trim().is_empty() && is_time(year);
    let Some((own, year)) = parted.filter(|parted| !is_dated && of_figure(parted)) else {
        return as_before;
    };
    let year_and_figure = before
        .len()
        .checked_sub(baseline.len())
        .and_then(|end| before[..end].rfind(year))
        .map(|start| &before[start..]);
    year_and_figure.map_or(as_before, |figure| (own.trim_end(), figure))
}

/// 出生数 340人, parted by a space or a colon.
fn apart(text: &str) -> Option<(&str, &str)> {
    let split = text.split_once([':', '：']);
    split.or_else(|| led(text)).or_else(|| {
        let last = text.rsplit_once([' ', '　', '\t']);
        last.filter(|(_, last)| is_figure(last))
    })
}

/// A name without the word for an indicator before it: KPI　相談件数, （指標）観光消費額.
pub fn without_label(name: &str) -> &str {
    let bracket = |c: char| "()（）[]［］【】〔〕<>＜＞:：".contains(c);
    let end = name.find(|c: char| c.is_whitespace() || ")）]］】〕:：".contains(c));
    let Some((label, rest)) = end.map(|end| name.split_at(end)) else {
        return name;
    };
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || bracket(c));
    match is_label(label.trim_matches(bracket)) && !rest.is_empty() {
        true => rest,
        false => name,
    }
}

/// 出生数……340人: parted by a dotted line.
fn led(text: &str) -> Option<(&str, &str)> {
    let dots = |c: char| "…‥.・･".contains(c);
    let at = ["…", "‥", "...", "・・", "･･"]
        .iter()
        .filter_map(|mark| text.find(mark));
    let (name, rest) = text.split_at(at.min()?);
    let rest = rest.trim_start_matches(dots).trim_start();
    is_figure(rest).then_some((name.trim_end(), rest))
}

/// KPI7, 指標①, KPI1-1-2: the word for an indicator and a number.
pub fn is_numbered_label(text: &str) -> bool {
    let word = text
        .trim()
        .trim_end_matches(|c: char| c.is_numeric() || "-－‐.．".contains(c));
    word.len() < text.trim().len() && is_label(word)
}

pub fn is_label(text: &str) -> bool {
    use super::heads::ColumnKind::{Group, Name};
    matches!(super::heads::head(text), Some(Name | Group))
}

/// 出生数　現状値340人（R6）　目標値380人（R11）, 出生数【現状】340人【目標】380人.
fn worded(line: &str) -> Option<(&str, &str, &str)> {
    const FROM: [&str; 7] = ["現状", "現況", "基準", "当初", "策定時", "開始時", "従前"];
    let first = FROM
        .iter()
        .filter_map(|word| Some((line.find(word)?, *word)));
    let (at, word) = first.min_by_key(|(at, _)| *at)?;
    let behind = &line[at + word.len()..];
    let to = behind.find("目標")?;
    let (name, baseline, target) = (&line[..at], &behind[..to], &behind[to + "目標".len()..]);
    let name =
        unmarked(name).trim_end_matches(|c: char| c.is_whitespace() || "：:（([［【".contains(c));
    let (baseline, target) = (between_signs(baseline), between_signs(target));
    // 出生数　R6現状値340人: the year is that of the figure.
    let last = name.rsplit(|c: char| c.is_whitespace() || "：:（([［【、".contains(c));
    let is_of_year = last.take(1).any(is_time);
    // 12人、中間 15人 are figures of two years.
    if is_of_year || behind[..to].contains("中間") {
        return None;
    }
    let figured = |text: &str| text.contains(char::is_numeric);
    (figured(baseline) && figured(target)).then_some((name, baseline, target))
}

/// Returns the text between the signs around a word: 値：340人（R6）【.
fn between_signs(text: &str) -> &str {
    let open = text.trim_start_matches(|c: char| c.is_whitespace() || "値】］]：:".contains(c));
    let text = open.trim_end_matches(|c: char| c.is_whitespace() || "【［[／/、,→⇒".contains(c));
    // The bracket around both figures: （現状340人、目標380人）.
    match text.contains(['(', '（']) {
        true => text,
        false => text.trim_end_matches([')', '）']),
    }
}

/// 出生数　340人（R6）　380人（R11）: two figures, each with its year.
fn dated(line: &str) -> Option<(&str, &str, &str)> {
    let (before, target) = line.rsplit_once(char::is_whitespace)?;
    let (name, baseline) = before.trim_end().rsplit_once(char::is_whitespace)?;
    let year = |text: &str| match &strategy::read_cell(text)[..] {
        [one] if one.name.is_empty() && !one.figure.needs_check() => one.at.as_ref()?.year(),
        _ => None,
    };
    let name = unmarked(name).trim_end();
    let name = name.trim_end_matches(['：', ':']);
    (year(baseline)? < year(target)?).then_some((name, baseline, target))
}

/// Returns a line of a list without its mark.
pub fn unmarked(line: &str) -> &str {
    line.trim_start_matches(|c: char| "・●○◎■□◆◇▪•▶*＊-－―".contains(c) || c.is_whitespace())
}
