//! Sections on frameworks, budgets, supports and shared indicators of the towns.

use std::sync::Arc;

use leptos::prelude::*;

use super::lines::{LinePart, Lines, RegionLine};
use super::pictures::{BudgetChart, FrameworkChart};
use super::state::Region;
use crate::route::Page;
use ::words::{number, region as words};
use insight::region::{
    BudgetRow, Comparison, Count, Digest, FrameworkRows, ItemRow, SharedMeasure, SupportRow,
    TableCell,
};

/// A part for each town of which a cell says something; what is behind a cell that counts something is `count`.
fn parts<T: Copy + Default + PartialEq>(
    cells: &[Option<T>],
    page: Page,
    count: &Count,
    text: impl Fn(T) -> String,
) -> Vec<LinePart> {
    let cells = cells.iter().enumerate();
    let said = cells.filter_map(|(town, cell)| {
        let cell = (*cell)?;
        Some(LinePart {
            town,
            text: text(cell),
            page,
            count: (cell != T::default()).then(|| count.clone()),
        })
    });
    said.collect()
}

/// The lines of a table of the region, and the parts of each.
fn lines_and_parts<T: 'static>(
    region: Region,
    rows: fn(&Comparison) -> &[T],
    line: fn(&T) -> RegionLine,
    parts: fn(&[Arc<Digest>], &T) -> Vec<LinePart>,
) -> (Memo<Vec<RegionLine>>, Callback<usize, Vec<LinePart>>) {
    let lines = move |tables: &Comparison| rows(tables).iter().map(line).collect::<Vec<_>>();
    let lines = Memo::new(move |_| region.tables.with(lines));
    let parts = Callback::new(move |at: usize| {
        region.tables.with(|tables| {
            let row = rows(tables).get(at);
            row.map_or_else(Vec::new, |row| parts(&tables.digests, row))
        })
    });
    (lines, parts)
}

/// 整合: framework by framework.
#[component]
pub fn Frameworks(region: Region) -> impl IntoView {
    let all = Memo::new(move |_| region.tables.with(|tables| tables.frameworks.clone()));
    let tables = move || {
        let all = all.get().into_iter();
        all.map(|rows| framework(region, rows)).collect_view()
    };
    view! {
        <section aria-labelledby="region-frameworks">
            <h2 id="region-frameworks">{words::frameworks()}</h2>
            <Show when=move || all.with(Vec::is_empty)>
                <p class="sub">{words::no_frameworks()}</p>
            </Show>
            {tables}
        </section>
    }
}

fn framework(region: Region, rows: FrameworkRows) -> AnyView {
    let answered = rows
        .items
        .iter()
        .filter(|item| item.cells.iter().flatten().any(|count| *count > 0));
    let sentence = words::framework(rows.towns, rows.items.len(), answered.count());
    let title = rows.title.clone();
    // The content is drawn when it is first opened.
    let open = RwSignal::new(false);
    let inside = move || open.get().then(|| items(region, &rows));
    view! {
        <details class="framework" on:toggle=move |_| open.set(true)>
            <summary>
                <h3>{title}</h3>
                <span class="sub">{sentence}</span>
            </summary>
            {inside}
        </details>
    }
    .into_any()
}

/// The table of the items of a framework.
fn items(region: Region, rows: &FrameworkRows) -> AnyView {
    let line = |item: &ItemRow| {
        let with_it = item.cells.iter().flatten().count();
        let answering = item.cells.iter().flatten().filter(|count| **count > 0);
        let answering = answering.count();
        let sum: usize = item.cells.iter().flatten().sum();
        RegionLine {
            head: TableCell::text(words::numbered(&item.number, &item.title)),
            cells: vec![
                TableCell::share(words::share(answering, with_it), answering, with_it),
                TableCell::count((with_it - answering).to_string(), with_it - answering),
                TableCell::count(sum.to_string(), sum),
            ],
        }
    };
    let lines: Vec<RegionLine> = rows.items.iter().map(line).collect();
    let of = rows.clone();
    let parts = Callback::new(move |at: usize| match of.items.get(at) {
        None => Vec::new(),
        Some(item) => {
            let behind = Count::Item {
                framework: of.title.clone(),
                item: item.title.clone(),
            };
            parts(&item.cells, Page::Alignment, &behind, words::answering)
        }
    });
    let columns = vec![
        words::item(),
        words::answered(),
        words::holes(),
        words::ties(),
    ];
    view! {
        <Lines region label=rows.title.clone() columns lines=Signal::derive(move || lines.clone()) parts />
        <FrameworkChart rows=rows.clone() />
    }
    .into_any()
}

/// 予算 by year.
#[component]
pub fn Budgets(region: Region) -> impl IntoView {
    let line = |row: &BudgetRow| RegionLine {
        head: TableCell::number(words::budget_year(row.year), i64::from(row.year.0)),
        cells: vec![
            TableCell::number(number::grouped(row.total), row.total),
            TableCell::share(
                words::share(row.towns.0, row.towns.1),
                row.towns.0,
                row.towns.1,
            ),
        ],
    };
    let (lines, parts) = lines_and_parts(region, |tables| &tables.budgets, line, budget_parts);
    let columns = vec![words::year_column(), words::net(), words::written()];
    view! {
        <section aria-labelledby="region-budgets">
            <h2 id="region-budgets">{words::budgets()}</h2>
            <p class="sub">{words::budgets_note()}</p>
            <Show when=move || lines.with(|lines| !lines.is_empty()) fallback=|| view! { <p class="sub">{words::no_budgets()}</p> }>
                <Lines region label=words::budgets() columns=columns.clone() lines parts />
                <BudgetChart region />
            </Show>
        </section>
    }
}

/// The money of each town in a year; where its population is known, also for 1,000 people.
fn budget_parts(digests: &[Arc<Digest>], row: &BudgetRow) -> Vec<LinePart> {
    let said = |money| words::thousands(number::grouped(money));
    let count = Count::Budget(row.year);
    let mut parts = parts(&row.cells, Page::Plan(None), &count, said);
    for part in &mut parts {
        let of = digests.get(part.town);
        let people = of.and_then(|one| one.population.as_ref());
        let money = row.cells.get(part.town).copied().flatten();
        if let (Some(people), Some(money)) = (people, money) {
            part.text += &words::for_people(people, money);
        }
    }
    parts
}

/// 支援.
#[component]
pub fn Supports(region: Region) -> impl IntoView {
    let line = |row: &SupportRow| RegionLine {
        head: TableCell::text(row.title.clone()),
        cells: vec![
            TableCell::count(words::town_count(row.using), row.using),
            TableCell::count(words::town_count(row.listing), row.listing),
        ],
    };
    let (lines, parts) = lines_and_parts(region, |tables| &tables.supports, line, support_parts);
    let columns = vec![words::support(), words::using(), words::listing()];
    view! {
        <section aria-labelledby="region-supports">
            <h2 id="region-supports">{words::supports()}</h2>
            <Show when=move || lines.with(|lines| !lines.is_empty()) fallback=|| view! { <p class="sub">{words::no_supports()}</p> }>
                <Lines region label=words::supports() columns=columns.clone() lines parts />
            </Show>
        </section>
    }
}

fn support_parts(_: &[Arc<Digest>], row: &SupportRow) -> Vec<LinePart> {
    let count = Count::Support(row.title.clone());
    parts(&row.cells, Page::Chapters, &count, words::used_by)
}

/// Measures that several towns share.
#[component]
pub fn Measures(region: Region) -> impl IntoView {
    let line = |row: &SharedMeasure| RegionLine {
        head: TableCell::text(row.title.clone()),
        cells: vec![TableCell::count(words::town_count(row.towns), row.towns)],
    };
    let (lines, parts) = lines_and_parts(region, |tables| &tables.measures, line, measure_parts);
    let columns = vec![words::measure(), words::with_it()];
    view! {
        <section aria-labelledby="region-measures">
            <h2 id="region-measures">{words::shared_measures()}</h2>
            <Show when=move || lines.with(|lines| !lines.is_empty()) fallback=|| view! { <p class="sub">{words::no_shared_measures()}</p> }>
                <Lines region label=words::shared_measures() columns=columns.clone() lines parts />
            </Show>
        </section>
    }
}

fn measure_parts(digests: &[Arc<Digest>], row: &SharedMeasure) -> Vec<LinePart> {
    let parts = row.members.iter().filter_map(|(town, at)| {
        let measure = digests.get(*town)?.measures.get(*at)?;
        Some(LinePart {
            town: *town,
            text: measure.title.clone(),
            page: Page::Plan(Some(measure.id)),
            count: None,
        })
    });
    parts.collect()
}
