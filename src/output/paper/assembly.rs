//! 議会答弁資料: one indicator on one page. Texts are shown in whole sentences and lists in whole items; a count stands for those
//! that have no room.

use super::figures::{at_a_glance, glances};
use super::layout::Paper;
use super::pagination::paginate;
use super::report_data::ReportData;
use ::words::number::shown;
use ::words::{YearForms, assembly as words, indicators, marks, paper, plan, review};
use format::document::{Block, Cell, Column, First, Row, Table};
use insight::assembly::{ActingMeasure, AssemblyReply};
use insight::overview::Listed;
use strategy::*;

/// No limit for a list or a text.
const ALL: usize = usize::MAX;

/// The most years that stand side by side.
const YEARS: usize = 8;

/// The most that is shown of each part.
#[derive(Debug, Clone, Copy)]
struct AssemblyDetail {
    /// Scale of the letters.
    scale: f64,
    /// Sentences of a text of a sheet.
    sentences: usize,
    /// Measures.
    measures: usize,
    /// Initiatives of a measure.
    initiatives: usize,
    /// Works whose 方向性 changes, of a measure.
    works: usize,
    /// Series.
    series: usize,
    /// Lines that explain the rating.
    lines: usize,
    /// True if definition, source and note are shown.
    facts: bool,
}

const WHOLE: AssemblyDetail = AssemblyDetail {
    scale: 1.0,
    sentences: ALL,
    measures: ALL,
    initiatives: ALL,
    works: ALL,
    series: ALL,
    lines: ALL,
    facts: true,
};

/// Returns the levels of detail, from everything to very little.
fn details() -> impl Iterator<Item = AssemblyDetail> {
    let whole = [1.0, 0.93, 0.86].map(|scale| AssemblyDetail { scale, ..WHOLE });
    let small = AssemblyDetail {
        scale: 0.86,
        ..WHOLE
    };
    // Sentences, measures, initiatives, works, series, lines.
    let steps = [
        (12, ALL, ALL, ALL, ALL, ALL),
        (8, ALL, 8, 8, ALL, ALL),
        (5, 10, 6, 6, ALL, ALL),
        (3, 8, 4, 4, 8, 8),
        (2, 6, 3, 3, 6, 6),
        (1, 5, 2, 2, 4, 4),
        (1, 4, 0, 0, 3, 3),
        (0, 3, 0, 0, 2, 2),
        (0, 1, 0, 0, 1, 1),
    ];
    let fewer =
        steps.map(
            |(sentences, measures, initiatives, works, series, lines)| AssemblyDetail {
                sentences,
                measures,
                initiatives,
                works,
                series,
                lines,
                facts: sentences > 1,
                ..small
            },
        );
    whole.into_iter().chain(fewer)
}

/// The fullest that goes on one page, in letters of the size chosen; in the usual ones where nothing of it does. `None` as
/// indicator, or one that is gone, gives the first of the plan.
pub fn assembly_reply(data: &ReportData, chosen: Option<Id<Indicator>>) -> Paper {
    let s = data.strategy;
    let first = || s.indicators.sorted().first().map(|one| one.id);
    let chosen = chosen.filter(|id| s.get(*id).is_some()).or_else(first);
    let reply = chosen.and_then(|id| AssemblyReply::of(s, id, data.judged));
    let Some(reply) = reply else {
        let blocks = vec![Block::body(paper::no_indicators())];
        return Paper::new(vec![blocks], false, data.scale);
    };
    let mut last = Paper::default();
    let usual = (data.scale > 1.0).then_some(1.0);
    for scale in [data.scale].into_iter().chain(usual) {
        for detail in details() {
            let blocks = blocks(data, &reply, detail);
            last = Paper::new(vec![blocks], false, detail.scale * scale);
            if paginate(&last).pages.len() <= 1 {
                return last;
            }
        }
    }
    last.most = Some(1);
    last
}

fn blocks(data: &ReportData, reply: &AssemblyReply, detail: AssemblyDetail) -> Vec<Block> {
    let indicator = &reply.indicator;
    let mut blocks = vec![
        Block::title(review::kpi(&indicator.name, &indicator.unit)),
        facts(data, reply, detail),
        Block::heading(words::figures(reply.year)),
    ];
    blocks.extend(figures(data, reply, detail));
    blocks.push(Block::heading(words::reasons()));
    blocks.push(quotations(data, reply, detail, |one| {
        let (year, text) = one.results.as_ref()?;
        Some((*year, excerpt(text, detail.sentences)))
    }));
    blocks.push(Block::heading(words::measures()));
    blocks.extend(measures(data, reply, detail));
    blocks.push(Block::heading(words::next()));
    blocks.push(quotations(data, reply, detail, |one| {
        next_steps(one, reply.year, detail)
    }));
    blocks
}

/// Returns the place in the plan, the sections, the definition, the source and the note.
fn facts(data: &ReportData, reply: &AssemblyReply, detail: AssemblyDetail) -> Block {
    let indicator = &reply.indicator;
    let all = [
        (words::definition(), &indicator.definition),
        (words::source(), &indicator.source),
        (words::note(), &indicator.note),
    ];
    let written = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let (shown, left): (Vec<_>, Vec<_>) = written.partition(|_| detail.facts);
    let mut rows = vec![
        (words::place().to_owned(), place(data, reply)),
        (
            words::owners().to_owned(),
            reply.owners().join(marks::list()),
        ),
    ];
    rows.extend(
        shown
            .into_iter()
            .map(|(label, text)| (label.to_owned(), text.trim().to_owned())),
    );
    if !left.is_empty() {
        let names: Vec<_> = left.iter().map(|(label, _)| *label).collect();
        rows[1].1 += &words::facts_left(names.join(marks::list()));
    }
    rows.retain(|(_, text)| !text.is_empty());
    Block::labelled(rows)
}

/// Returns the goals that have the indicator as target, and the measures that have it as KPI.
fn place(data: &ReportData, reply: &AssemblyReply) -> String {
    let goals = reply
        .glance
        .used_by
        .iter()
        .filter_map(|id| data.strategy.get(*id));
    let goals = goals.map(|goal| {
        let number = data.numbers.goal(goal.id);
        match goal.targets.contains(&reply.indicator.id) {
            true => indicators::goal_target(goal.kind, &number),
            false => paper::goal_number(goal.kind, &number),
        }
    });
    let measures = reply.glance.kpi_of.iter();
    let measures = measures.map(|id| indicators::measure_kpi(data.numbers.measure(*id)));
    goals
        .chain(measures)
        .collect::<Vec<_>>()
        .join(marks::list())
}

/// Returns the indicator at a glance, its figures by year, and the reasons of its rating.
fn figures(data: &ReportData, reply: &AssemblyReply, detail: AssemblyDetail) -> Vec<Block> {
    let rows = reply
        .series
        .iter()
        .cloned()
        .zip(reply.glance.rows.iter().cloned());
    let listed = Listed {
        indicator: reply.indicator.clone(),
        verdict: reply.glance.verdict.clone(),
        rows: rows.take(detail.series).collect(),
    };
    if listed.rows.iter().all(|(_, row)| !row.says_something()) {
        return vec![Block::body(words::no_figures())];
    }
    let columns = at_a_glance(paper::name(), true);
    let mut blocks = vec![Block::table(columns, glances(&listed, true))];
    let (years, left) = years(data.strategy.about().period, reply.year);
    blocks.push(by_year(&listed, &years));
    let mut notes = Vec::new();
    let series_left = reply.series.len().saturating_sub(detail.series);
    if series_left > 0 {
        notes.push(words::series_left(series_left));
    }
    if left > 0 {
        notes.push(words::years_left(left));
    }
    let lines = words::explained(reply);
    let lines_left = lines.len().saturating_sub(detail.lines);
    notes.extend(lines.into_iter().take(detail.lines));
    if lines_left > 0 {
        notes.push(words::lines_left(lines_left));
    }
    blocks.push(Block::body(notes.join("\n")));
    blocks
}

/// Returns the years of the period, and the number of years left out. Of a long period, the years around the judged one are
/// shown.
fn years(period: Period, judged: FiscalYear) -> (Vec<FiscalYear>, usize) {
    let all: Vec<_> = period.years().collect();
    let past = all.iter().filter(|year| **year <= judged).count();
    let end = (past + 2).clamp(YEARS.min(all.len()), all.len());
    let begin = end.saturating_sub(YEARS);
    (all[begin..end].to_vec(), all.len() - (end - begin))
}

/// Returns the targets and actuals of each series, as entered.
fn by_year(listed: &Listed, years: &[FiscalYear]) -> Block {
    let mut columns = vec![Column::text("", 30)];
    columns.extend(years.iter().map(|year| Column::number(year.short(), 0)));
    let row = |label: String, figures: &std::collections::BTreeMap<FiscalYear, Figure>, tied| {
        let text = |year| {
            figures
                .get(year)
                .map_or(String::new(), |one| shown(one.text()))
        };
        let cells = std::iter::once(label).chain(years.iter().map(text));
        Row {
            tied,
            ..Row::all(cells.map(Cell::from).collect())
        }
    };
    let rows = listed.rows.iter().flat_map(|(series, _)| {
        [
            row(
                words::of_series(&series.name, words::targets()),
                &series.targets,
                false,
            ),
            row(
                words::of_series(&series.name, words::actuals()),
                &series.actuals,
                true,
            ),
        ]
    });
    Block::Table(Table {
        rows: rows.collect(),
        columns,
        first: First::Name,
        ..Table::default()
    })
}

/// Returns a text of each measure, under its name and the year of the sheet.
fn quotations(
    data: &ReportData,
    reply: &AssemblyReply,
    detail: AssemblyDetail,
    text: impl Fn(&ActingMeasure) -> Option<(FiscalYear, String)>,
) -> Block {
    let said: Vec<_> = reply
        .measures
        .iter()
        .filter_map(|one| Some((one, text(one)?)))
        .collect();
    if said.is_empty() {
        return Block::body(words::not_written());
    }
    let shown = said
        .iter()
        .take(detail.measures)
        .map(|(one, (year, text))| {
            let name = words::quoted(&data.measure(&one.measure), *year);
            Row::of([name.into(), text.clone().into()])
        });
    let mut rows: Vec<Row> = shown.collect();
    let left = said.len() - rows.len();
    if left > 0 {
        rows.push(Row::across(words::texts_left(left), 2));
    }
    Block::Table(Table {
        columns: vec![Column::text("", 42), Column::text("", 0)],
        rows,
        first: First::Label,
        ..Table::default()
    })
}

/// Returns 改善点及び方向性, and the works whose 方向性 changes next year.
fn next_steps(
    one: &ActingMeasure,
    year: FiscalYear,
    detail: AssemblyDetail,
) -> Option<(FiscalYear, String)> {
    let said = one.improvements.as_ref();
    let works = words::works(one, year.next(), detail.works);
    let text = said.map(|(_, text)| excerpt(text, detail.sentences));
    let all: Vec<_> = text.into_iter().chain(works).collect();
    let at = said.map_or(year, |(year, _)| *year);
    (!all.is_empty()).then(|| (at, all.join("\n")))
}

/// Returns the measures with their initiatives, sections and money.
fn measures(data: &ReportData, reply: &AssemblyReply, detail: AssemblyDetail) -> Vec<Block> {
    if reply.measures.is_empty() {
        return vec![Block::body(words::no_measures())];
    }
    let money = |one: &ActingMeasure| [one.settled.amount(), one.budget.amount()];
    let row = |one: &ActingMeasure| {
        let mut cells = vec![
            Cell::from(data.measure(&one.measure)),
            initiatives(one, detail.initiatives).into(),
            one.measure.owner.trim().into(),
        ];
        cells.extend(money(one).map(|amount| Cell::from(plan::amount(amount))));
        Row::all(cells)
    };
    let mut rows: Vec<Row> = reply
        .measures
        .iter()
        .take(detail.measures)
        .map(row)
        .collect();
    let left = reply.measures.len() - rows.len();
    if left > 0 {
        rows.push(Row::across(words::measures_left(left), 5));
    }
    if reply.measures.len() > 1 {
        let sums = [reply.settled.amount(), reply.budget.amount()];
        rows.push(sum(words::total(), sums));
    }
    if reply.settled.repeats + reply.budget.repeats > 0 {
        let sums = [reply.settled.net_amount(), reply.budget.net_amount()];
        rows.push(sum(words::net(), sums));
    }
    let [measure, initiative, owner] = words::columns();
    let table = Block::Table(Table {
        columns: vec![
            Column::text(measure, 46),
            Column::text(initiative, 0),
            Column::text(owner, 26),
            Column::number(paper::settled(reply.year), 24),
            Column::number(paper::budget(reply.year.next()), 24),
        ],
        rows,
        first: First::Name,
        ..Table::default()
    });
    let note = (!reply.is_kpi).then(|| Block::body(words::of_goals()));
    std::iter::once(table).chain(note).collect()
}

fn sum(label: &str, amounts: [Option<insight::money::Amount>; 2]) -> Row {
    let mut cells = vec![Cell {
        more: 2,
        ..Cell::from(label)
    }];
    cells.extend(amounts.map(|amount| Cell::from(plan::amount(amount))));
    Row::total(cells)
}

fn initiatives(one: &ActingMeasure, most: usize) -> String {
    let all = one.initiatives.len();
    let named = one.initiatives.iter().take(most);
    let mut named: Vec<_> = named.map(|one| one.title.clone()).collect();
    if all > most {
        named.push(words::items_left(all - most));
    }
    named.join(marks::list())
}

/// Returns the first `most` sentences of a text, and the number of sentences left out.
fn excerpt(text: &str, most: usize) -> String {
    let all = sentences(text);
    if all.len() <= most {
        return text.to_owned();
    }
    let shown: String = all[..most].concat();
    let left = all.len() - most;
    match shown.trim_end() {
        "" => words::sentences_none(left),
        shown => [shown, &words::sentences_left(left)].concat(),
    }
}

/// Returns the sentences of a text. A stop between brackets does not end a sentence; the end of a line does.
fn sentences(text: &str) -> Vec<&str> {
    let (mut all, mut begin, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, letter) in text.char_indices() {
        match letter {
            '「' | '『' | '（' | '(' => depth += 1,
            '」' | '』' | '）' | ')' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        if letter == '\n' || (letter == '。' && depth == 0) {
            let end = at + letter.len_utf8();
            all.push(&text[begin..end]);
            begin = end;
        }
    }
    all.push(&text[begin..]);
    all.retain(|one| !one.trim().is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_sentences_only_and_the_rest_is_counted() {
        let text = "参加は増えた。「次も来たい。」との声がある。\n課題は、担い手の不足。";
        assert_eq!(sentences(text).len(), 3);
        assert_eq!(excerpt(text, 3), text);
        assert_eq!(
            excerpt(text, 2),
            format!(
                "参加は増えた。「次も来たい。」との声がある。{}",
                words::sentences_left(1)
            )
        );
        assert_eq!(excerpt(text, 0), words::sentences_none(3));
    }

    #[test]
    fn of_a_long_period_the_years_around_the_one_judged_stand_side_by_side() {
        let period = |first, last| Period {
            first: FiscalYear(first),
            last: FiscalYear(last),
        };
        let of = |period, judged| {
            let (years, left) = years(period, FiscalYear(judged));
            (years[0].0, years[years.len() - 1].0, left)
        };
        assert_eq!(of(period(2020, 2024), 2022), (2020, 2024, 0));
        assert_eq!(of(period(2020, 2029), 2021), (2020, 2027, 2));
        assert_eq!(of(period(2020, 2029), 2026), (2021, 2028, 2));
        assert_eq!(of(period(2020, 2029), 2035), (2022, 2029, 2));
    }
}
