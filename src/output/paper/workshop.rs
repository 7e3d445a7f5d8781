//! 対話: the papers handed out at a session, and the ideas of residents with the answers of the town.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::layout::Paper;
use super::pagination::paginate;
use super::report_data::ReportData;
use crate::chart::spark;
use crate::site::published_at;
use ::words::overview::named;
use ::words::paper::of_year;
use ::words::{Word, YearForms, model, review, votes, workshop as words};
use format::document::{Block, Cell, Column, First, RecordTable, Row, Style, Table, TableForm};
use insight::appraisal::Appraisal;
use insight::overview::{Listed, SeriesSummary, listed};
use insight::workshop::{Votes, merged_by_head};
use strategy::*;

/// Lines to write on, on the sheet of a table: the most, and the fewest if there is little room.
const LINES: usize = 12;
const FEWEST: usize = 6;
/// Lines to write on, on the card of a goal.
const MOST_NOTES: usize = 14;
const FEWEST_NOTES: usize = 0;
/// Rows of notes on a sheet, three notes in each.
const ROWS: usize = 7;
/// Notes for each person.
const EACH: usize = 3;

/// Returns the session that is printed: the last one.
fn session<'a>(data: &ReportData<'a>) -> Option<&'a Session> {
    let last = data.strategy.sessions.sorted().into_iter().next_back();
    last.map(|one| &**one)
}

/// Returns a sheet for each table: the question, the activities, and lines to write on.
pub fn table_sheets(data: &ReportData) -> Paper {
    let Some(session) = session(data) else {
        return Paper::default();
    };
    let sheet = |table: &SessionTable, rows: usize| {
        let mut blocks = vec![
            Block::Text(Style::Above, session.title.clone()),
            Block::title(words::table_named(&table.name)),
            Block::heading(session.question.clone()),
        ];
        blocks.extend(published(data));
        blocks.push(course(session));
        blocks.push(Block::body(words::paper_marks()));
        blocks.push(lines(rows));
        blocks
    };
    let sheets = session.tables.iter();
    let sheets = sheets.map(|table| one_side(data, FEWEST..=LINES, |rows| sheet(table, rows)));
    Paper::new(sheets.collect(), false, data.scale)
}

/// Returns the address of the publication, if the town gives one.
fn published(data: &ReportData) -> Option<Block> {
    let address = published_at(data.strategy)?;
    let label = words::code_label().to_owned();
    Some(Block::Code { label, address })
}

fn course(session: &Session) -> Block {
    RecordTable::of(&session.activities)
        .text("", 24, |one| one.kind.word())
        .number("", 16, |one| format!("{}{}", one.minutes, words::minute()))
        .text("", 0, |one| one.prompt.clone())
        .block()
}

fn lines(rows: usize) -> Block {
    // As high as a line written by hand.
    let number = |number: &usize| Cell::noted(number.to_string(), "\n");
    let table = RecordTable::of(1..=rows)
        .text(words::paper_number(), 16, number)
        .text(words::idea_head(), 0, |_| "")
        .text(words::kind(), 30, |_| "")
        .text(words::stickers_head(), 24, |_| "");
    Block::Table(Table {
        form: TableForm::LargeFirst,
        ..table.table()
    })
}

/// Returns sheets of notes to cut out. Each note has the name of its table and a large number.
pub fn notes(data: &ReportData) -> Paper {
    let Some(session) = session(data) else {
        return Paper::default();
    };
    let note = |table: &str, at: usize| Cell::noted(format!("{table}-{at}"), "\n".repeat(5));
    let sheets = session.tables.iter().flat_map(|table| {
        // Enough for the people of the table.
        let notes = usize::try_from(table.people).unwrap_or_default() * EACH;
        (0..notes.div_ceil(ROWS * 3).max(1)).map(move |sheet| (table, sheet * ROWS * 3))
    });
    let sheets = sheets.map(|(table, before)| {
        let row = |at: usize| {
            let first = before + at * 3 + 1;
            Row::of([0, 1, 2].map(|beside| note(&table.name, first + beside)))
        };
        vec![
            Block::Text(
                Style::Above,
                words::notes_above(words::table_named(&table.name), &session.question),
            ),
            Block::Table(Table {
                columns: [0; 3].map(|_| Column::text("", 60)).into(),
                rows: (0..ROWS).map(row).collect(),
                form: TableForm::Slips,
                ..Table::default()
            }),
        ]
    });
    Paper::new(sheets.collect(), false, data.scale)
}

/// Returns a card for each goal of the session, with its direction, its targets and its measures.
pub fn goal_cards(data: &ReportData) -> Paper {
    let chosen = session(data)
        .map(|one| one.goals.clone())
        .unwrap_or_default();
    let goals = data.goals(None).into_iter();
    let goals = goals.filter(|goal| chosen.is_empty() || chosen.contains(&goal.id));
    let asked = session(data)
        .map(|one| one.indicators.clone())
        .unwrap_or_default();
    let appraisal = Appraisal::of(data.strategy, data.judged);
    let card = |goal: &Goal, lines: usize| {
        let targets = listed(data.strategy, &appraisal, &goal.targets);
        let rows = targets
            .iter()
            .flat_map(|one| match asked.contains(&one.indicator.id) {
                true => vec![guess_row(&one.indicator)],
                false => card_rows(one),
            });
        let rows: Vec<Row> = rows.collect();
        let mut blocks = vec![
            Block::Text(
                Style::Above,
                model::goal_number(&data.numbers.goal(goal.id)),
            ),
            Block::title(goal.title.clone()),
            Block::body(goal.direction.clone()),
        ];
        blocks.extend(published(data));
        if !rows.is_empty() {
            blocks.push(Block::label(words::card_targets()));
            blocks.push(Block::Table(Table {
                columns: vec![Column::text("", 0), Column::text("", 72)],
                rows,
                first: First::Name,
                form: TableForm::Pictured,
            }));
        }
        blocks.extend(measures(data, goal.id));
        blocks.extend(notes_below(lines));
        blocks
    };
    let cards =
        goals.map(|goal| one_side(data, FEWEST_NOTES..=MOST_NOTES, |lines| card(goal, lines)));
    Paper::new(cards.collect(), false, data.scale)
}

/// Returns the names of the measures of a goal.
fn measures(data: &ReportData, goal: Id<Goal>) -> Vec<Block> {
    let all = data.strategy.measures_of(goal);
    if all.is_empty() {
        return Vec::new();
    }
    let names = all.iter().map(|one| model::named(&one.title));
    let names = names.collect::<Vec<_>>().join(words::list_mark());
    vec![Block::label(words::card_measures()), Block::body(names)]
}

/// Returns lines to write on. Empty if there is no room.
fn notes_below(lines: usize) -> Vec<Block> {
    if lines == 0 {
        return Vec::new();
    }
    let table = RecordTable::of(0..lines).text("", 0, |_| Cell::noted("", "\n"));
    vec![Block::label(words::card_notes()), table.block()]
}

/// Returns a sheet with as many lines as fit on one side, or with the fewest if none fit.
fn one_side(
    data: &ReportData,
    lines: RangeInclusive<usize>,
    sheet: impl Fn(usize) -> Vec<Block>,
) -> Vec<Block> {
    let fits = |lines: &usize| {
        let paper = Paper::new(vec![sheet(*lines)], false, data.scale);
        paginate(&paper).pages.len() == 1
    };
    let fewest = *lines.start();
    sheet(lines.rev().find(fits).unwrap_or(fewest))
}

/// Returns the row of an indicator that the session guesses before it sees it: room for a guess in place of the figures.
fn guess_row(indicator: &Indicator) -> Row {
    let name = review::kpi(&indicator.name, &indicator.unit);
    let room = [words::card_asked(), &words::card_guess(&indicator.unit)].join("\n\n");
    Row::of([Cell::noted(name, room), "".into()])
}

/// Returns the figures of an indicator and their line, a row for each series.
fn card_rows(one: &Listed) -> Vec<Row> {
    let unit = &one.indicator.unit;
    let row = |(series, row): &(Arc<Series>, SeriesSummary)| {
        let name = review::kpi(&named(&one.indicator.name, &series.name), unit);
        let start = series.baseline.as_ref().map(|start| {
            let at = start.at.as_ref().map_or("", |at| at.0.as_str());
            of_year(start.figure.text(), at)
        });
        let dated = |figure: &Option<(FiscalYear, Figure)>| {
            let (year, figure) = figure.as_ref()?;
            Some(of_year(figure.text(), &year.short()))
        };
        let figures = [
            start.map(words::card_start),
            dated(&row.latest).map(words::card_now),
            dated(&row.target).map(words::card_aim),
        ];
        let figures: Vec<String> = figures.into_iter().flatten().collect();
        match figures.is_empty() {
            true => Row::of([Cell::noted(name, words::card_no_figure()), "".into()]),
            false => Row::of([
                Cell::noted(name, figures.join("\n")),
                Cell::drawn(spark(row)),
            ]),
        }
    };
    one.rows.iter().map(row).collect()
}

/// Returns いただいたご意見と反映: every idea by goal, with its votes, its 対応 and the answer.
pub fn answers(data: &ReportData) -> Paper {
    let mut blocks = vec![
        Block::Text(Style::Above, data.strategy.about().title.clone()),
        Block::title(words::paper_answers().0),
    ];
    let heads = data.strategy.ideas.iter();
    let heads = heads.filter(|idea| idea.merged.is_none());
    let open = heads.clone().filter(|idea| idea.is_unanswered()).count();
    blocks.push(Block::body(words::answers(heads.count(), open)));
    let given = GivenDots {
        votes: Votes::with_merged(data.strategy),
        merged: merged_by_head(data.strategy),
    };
    let states = data.strategy.ideas.iter().any(|idea| idea.state.is_some());
    let goals = data.goals(None).into_iter().map(|goal| Some(goal.id));
    for goal in goals.chain([None]) {
        let all = data.strategy.ideas.sorted().into_iter();
        let ideas = all.filter(|idea| idea.merged.is_none() && idea.goal == goal);
        if let Some(table) = answer_table(data, ideas, &given, states) {
            let name = goal.map_or(words::free().to_owned(), |id| data.goal(id));
            blocks.extend([Block::heading(name), Block::Table(table)]);
        }
    }
    Paper::new(vec![blocks], false, data.scale)
}

/// Votes for ideas, and the ideas merged into them.
struct GivenDots {
    votes: Votes,
    merged: BTreeMap<Id<Idea>, Vec<Id<Idea>>>,
}

/// Returns the table of ideas; `None` if there are none. `states`: with the column of 対応.
fn answer_table<'a>(
    data: &ReportData,
    ideas: impl IntoIterator<Item = &'a Arc<Idea>>,
    given: &GivenDots,
    states: bool,
) -> Option<Table> {
    let idea_width = if states { 60 } else { 68 };
    let mut table = RecordTable::of(ideas)
        .text(words::idea_head(), idea_width, |idea| given.idea(idea))
        .text(words::votes_head(), 36, |idea| given.votes(idea));
    if states {
        table = table.text(words::state(), 24, |idea| {
            idea.state.map_or("", |one| one.word())
        });
    }
    let answer = |idea: &Idea| match idea.answer.trim() {
        "" => words::unanswered().to_owned(),
        answer => answer.to_owned(),
    };
    table
        .text(words::answer(), 0, |idea| {
            Cell::noted(answer(idea), changed(data, idea))
        })
        .if_any()
}

impl GivenDots {
    /// Returns the text of an idea, with the number of ideas merged into it.
    fn idea(&self, idea: &Idea) -> Cell {
        let note = match self.merged.get(&idea.id).map_or(0, Vec::len) {
            0 => String::new(),
            count => words::merged_count(count + 1),
        };
        Cell::noted(idea.text.clone(), note)
    }

    fn votes(&self, idea: &Idea) -> String {
        let votes = self.votes.get(idea.id);
        let votes = votes.iter().map(|one| votes::at_session(&one.result));
        votes.collect::<Vec<_>>().join("\n")
    }
}

/// Returns 「変えたところ：…」; empty if nothing was changed.
fn changed(data: &ReportData, idea: &Idea) -> String {
    let s = data.strategy;
    let goals = idea.changed_goals.iter().map(|id| data.goal(*id));
    let measures = idea.changed_measures.iter().filter_map(|id| s.get(*id));
    let measures = measures.map(|one| data.measure(one));
    let indicators = idea.changed_indicators.iter().filter_map(|id| s.get(*id));
    let indicators = indicators.map(|one| one.name.clone());
    let names: Vec<String> = goals.chain(measures).chain(indicators).collect();
    match names.is_empty() {
        true => String::new(),
        false => words::changed_on_paper(names.join(words::list_mark())),
    }
}
