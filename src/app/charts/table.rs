//! 表: the figures of a chart as a table of the page.

use leptos::prelude::*;

use super::drawing::ChartTable;
use ::words::charts as words;

/// Shows the table beside or below the chart: if `shown`, and always where there is space.
pub(super) fn side(
    title: Signal<String>,
    table: Memo<ChartTable>,
    id: String,
    shown: Signal<bool>,
) -> AnyView {
    let caption = move || words::table_caption(title.get());
    view! {
        <div
            id=id
            class="chart-table"
            class:open=shown
            tabindex="0"
            role="region"
            aria-label=caption
        >
            {move || table.with(|table| table_view(table, caption()))}
        </div>
    }
    .into_any()
}

/// Returns the table as the page shows it: real headings, figures right-aligned.
fn table_view(table: &ChartTable, caption: String) -> AnyView {
    let head = table
        .head
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let is_figure = at >= table.text_columns.max(1);
            view! {
                <th scope="col" class:number=is_figure>
                    {text.clone()}
                </th>
            }
        })
        .collect_view();
    let rows = table
        .rows
        .iter()
        .map(|(head, cells)| {
            let is_figure = |at: usize| at + 1 >= table.text_columns.max(1);
            let cells = cells
                .iter()
                .enumerate()
                .map(|(at, cell)| view! { <td class:number=is_figure(at)>{cell.clone()}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{head.clone()}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table">
            <caption>{caption}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
