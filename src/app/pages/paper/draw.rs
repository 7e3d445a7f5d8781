//! Drawing of a report: the same on the screen as on A4.

use std::ops::Range;

use leptos::html::Div;
use leptos::prelude::*;

use crate::charts::Sparkline;
use crate::parts::Short;
use crate::qr::Qr;
use ::words::paper as words;
use browser::element::built;
use format::document::{
    Align, Bar, Block, Cell, Chart, Column, DiagramPicture, Drawing, First, Row, RowKind, Segment,
    Style, Table, TableForm, tone_ground,
};
use format::qr::Sturdiness;
use output::chart::{diagram_picture, leaf_chart};
use output::paper::{LaidPage, PagedPaper};

/// The report as it will be printed. A table is named after the heading or the label above it, or else after the paper.
pub fn draw(report: &PagedPaper, name: &str) -> AnyView {
    let mut above = name.to_owned();
    let mut section = |page: &LaidPage| {
        let blocks = page.blocks.iter();
        let blocks = blocks.map(|one| {
            if let Block::Heading(_, text)
            | Block::Text(Style::Title | Style::Label | Style::Continued, text) = one
            {
                above.clone_from(text);
            }
            block(one, report.scale, &above)
        });
        let blocks = blocks.collect_view();
        view! { <section class="leaf" style=format!("--scale:{}", Short(report.scale))>{blocks}</section> }
    };
    report
        .pages
        .iter()
        .map(&mut section)
        .collect_view()
        .into_any()
}

fn block(block: &Block, scale: f64, above: &str) -> AnyView {
    match block {
        Block::Heading(1, text) => view! { <h2>{text.clone()}</h2> }.into_any(),
        Block::Heading(_, text) => view! { <h3>{text.clone()}</h3> }.into_any(),
        Block::Text(style, text) => {
            view! { <p class=paragraph_class(*style)>{text.clone()}</p> }.into_any()
        }
        Block::Strip(segments) => strip(segments),
        Block::Code { label, address } => code(label, address),
        Block::Table(table) => draw_table(table, scale, above),
        Block::Diagram(one) => diagram(one),
        Block::Drawings(all) => drawings(all),
        Block::Charts(all) => charts(all),
        // A paper is divided into pages before it is drawn, and has no table of contents.
        Block::Contents(_) | Block::NewPage => ().into_any(),
    }
}

/// Charts, two side by side; tables above them say the same.
fn charts(all: &[Chart]) -> AnyView {
    let one = |chart: &Chart| {
        let drawn = leaf_chart(chart);
        let place = NodeRef::<Div>::new();
        Effect::new(move |_| {
            let made = drawn.as_ref().and_then(|one| built(&document(), one));
            if let (Some(place), Some(made)) = (place.get(), made) {
                place.replace_children_with_node_1(&made);
            }
        });
        view! {
            <figure>
                <figcaption class="leaf-label">{chart.title.clone()}</figcaption>
                <div node_ref=place></div>
            </figure>
        }
    };
    view! { <div class="leaf-drawings leaf-charts">{all.iter().map(one).collect_view()}</div> }
        .into_any()
}

/// The picture; the table below it on the paper says the same.
fn diagram(of: &DiagramPicture) -> AnyView {
    let drawn = diagram_picture(&of.diagram, of.width);
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let (Some(place), Some(made)) = (place.get(), built(&document(), &drawn)) {
            place.replace_children_with_node_1(&made);
        }
    });
    view! { <div node_ref=place class="leaf-diagram"></div> }.into_any()
}

/// Drawings side by side; tables below them say the same.
fn drawings(all: &[Drawing]) -> AnyView {
    let drawn = |one: &Drawing| {
        let key = one.key.iter().map(|key| {
            let class = ["population-key ", key.class].concat();
            view! { <span class=class>{key.name.clone()}</span> }
        });
        view! {
            <figure>
                <figcaption class="leaf-label">{one.title.clone()}</figcaption>
                <div inner_html=one.svg.clone()></div>
                <p class="leaf-key">{key.collect_view()} {one.note.clone()}</p>
            </figure>
        }
    };
    view! { <div class="leaf-drawings">{all.iter().map(drawn).collect_view()}</div> }.into_any()
}

fn paragraph_class(style: Style) -> &'static str {
    match style {
        Style::Above => "leaf-above",
        Style::Label => "leaf-label",
        Style::Continued => "leaf-continued",
        Style::Body | Style::Title | Style::Subtitle => "leaf-text",
    }
}

fn code(label: &str, address: &str) -> AnyView {
    let content = Signal::stored(address.as_bytes().to_vec());
    view! {
        <div class="leaf-code">
            <Qr content sturdiness=Sturdiness::Paper label=words::code_of(address) />
            <p>{label.to_owned()}<br />{address.to_owned()}</p>
        </div>
    }
    .into_any()
}

/// As wide as there are of each; every part says what it is, so that it reads without colours too.
fn strip(segments: &[Segment]) -> AnyView {
    let part = |one: &Segment| {
        let style = format!(
            "flex-grow:{};background:#{}",
            one.count,
            tone_ground(one.tone)
        );
        view! {
            <span class="strip-part" style=style>
                {one.word.clone()} " " <b>{one.count}</b>
            </span>
        }
    };
    let parts = segments.iter().filter(|one| one.count > 0).map(part);
    view! { <p class="paper-strip">{parts.collect_view()}</p> }.into_any()
}

fn draw_table(table: &Table, scale: f64, name: &str) -> AnyView {
    let columns = &table.columns;
    let width = |column: &Column| {
        let wide = Some(column.scaled_width(scale)).filter(|wide| *wide > 0.0);
        let style = wide.map(|wide| format!("width:{}mm", Short(wide)));
        view! { <col style=style /> }
    };
    let head = columns
        .iter()
        .any(|column| !column.head.is_empty())
        .then(|| {
            let cells = columns.iter().map(|column| {
                let number = column.align == Align::End;
                view! { <th scope="col" class:number=number>{column.head.clone()}</th> }
            });
            view! { <thead><tr>{cells.collect_view()}</tr></thead> }
        });
    let rows = table.rows.iter().map(|row| draw_row(row, columns));
    view! {
        <table
            class=["printed", first_class(table.first), form_class(table.form)].join(" ")
            aria-label=name.to_owned()
        >
            <colgroup>{columns.iter().map(width).collect_view()}</colgroup>
            {head}
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn first_class(first: First) -> &'static str {
    match first {
        First::Plain => "",
        First::Name => "named-rows",
        First::Label => "labelled-rows",
        First::Number => "numbered-rows",
    }
}

fn form_class(form: TableForm) -> &'static str {
    match form {
        TableForm::Grid => "",
        TableForm::Crossing => "crossing-form",
        TableForm::Timetable => "timetable-form",
        TableForm::LargeFirst => "large-first",
        TableForm::Pictured => "pictured",
        TableForm::Slips => "large-first slips",
    }
}

fn row_class(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Body => "",
        RowKind::Group => "group",
        RowKind::Total => "total",
        RowKind::Omitted => "omitted",
    }
}

fn bar_class(bar: Bar) -> &'static str {
    match bar {
        Bar::Begin => "bar-begin",
        Bar::Middle => "bar-middle",
        Bar::End => "bar-end",
        Bar::Whole => "bar-whole",
    }
}

/// The text of a cell, with what is underlined in it.
fn marked(cell: &Cell) -> AnyView {
    if cell.marked.is_empty() {
        return cell.text.clone().into_any();
    }
    let text = |range: Range<usize>| cell.text.get(range).unwrap_or_default().to_owned();
    let mut at = 0;
    let mut parts = Vec::new();
    for range in &cell.marked {
        parts.push(text(at..range.start).into_any());
        parts.push(view! { <u>{text(range.clone())}</u> }.into_any());
        at = range.end;
    }
    parts.push(text(at..cell.text.len()).into_any());
    parts.into_any()
}

fn draw_row(row: &Row, columns: &[Column]) -> AnyView {
    let mut at = row.skip;
    let cells = row.cells.iter().enumerate().map(|(index, cell)| {
        let align = columns.get(at).map(|column| column.align);
        let (number, mark) = (align == Some(Align::End), align == Some(Align::Middle));
        let span = (cell.more > 0).then_some(cell.more + 1);
        at += cell.more + 1;
        let note = (!cell.note.is_empty())
            .then(|| view! { <span class="form-note">{cell.note.clone()}</span> });
        let down = (cell.down > 0).then_some(cell.down + 1);
        let spark = cell.spark.clone();
        let spark = spark.map(|spark| view! { <Sparkline spark width=84.0 height=20.0 /> });
        let text = marked(cell);
        let class = cell.bar.map_or("", bar_class);
        if index == 0 {
            view! { <th scope="row" class=class colspan=span rowspan=down>{text}{note}</th> }
                .into_any()
        } else {
            view! { <td class=class class:number=number class:mark=mark colspan=span rowspan=down>{text}{note}{spark}</td> }
                .into_any()
        }
    });
    view! { <tr class=row_class(row.kind)>{cells.collect_view()}</tr> }.into_any()
}
