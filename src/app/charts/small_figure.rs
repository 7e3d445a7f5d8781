//! 小さな図の並び as a figure: sentence, drawings, table and downloads.

use std::future::ready;

use crate::parts::Short;
use leptos::prelude::*;

use super::download::{PictureTexts, escaped};
use super::figure::{LONG, Pictured, fresh_name, save_buttons};
use super::small_multiples::{SmallMultiples, SmallTrend};
use super::text_metrics::folded;
use super::{ChartTable, Marker, Palette, palette, sparkline, table};
use ::words::charts as words;
use strategy::Tone;

/// Small drawings of many indicators under one title. None of them needs the chart library.
#[component]
pub fn SmallFigure(
    /// 題.
    #[prop(into)]
    title: Signal<String>,
    /// 一文.
    #[prop(into)]
    sentence: Signal<String>,
    /// Trends, in order.
    #[prop(into)]
    items: Signal<Vec<SmallTrend>>,
) -> impl IntoView {
    let palette = palette();
    let name = fresh_name();
    let (caption, table_id) = (format!("{name}-caption"), format!("{name}-table"));
    let shown = RwSignal::new(false);
    let keys = Memo::new(move |_| (0..items.with(Vec::len)).collect::<Vec<_>>());
    let item = move |at: usize| items.with(|items| items.get(at).cloned());
    let figures = Memo::new(move |_| items.with(|items| figures(items)));
    let picture = move |()| -> Pictured {
        let palette = palette.get_untracked();
        let svg = items.with_untracked(|items| svg(items, &palette));
        let sheet = PictureTexts {
            title: title.get_untracked(),
            sentence: sentence.get_untracked(),
            notes: Vec::new(),
            palette,
        };
        Box::pin(ready(Some((sheet, Ok(svg)))))
    };
    view! {
        <figure class="chart" aria-labelledby=caption>
            <figcaption id=caption.clone()>
                <h2 class="chart-title">{title}</h2>
                <span class="chart-sentence" class:phrases=move || sentence.with(|s| s.len() < LONG)>
                    {sentence}
                </span>
            </figcaption>
            <SmallMultiples keys item label=title />
            <div class="chart-tools">
                <button
                    type="button"
                    class="btn quiet small"
                    aria-expanded=move || shown.get().to_string()
                    aria-controls=table_id.clone()
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {words::show_table()}
                </button>
                {save_buttons(title, Signal::stored(true), Callback::new(picture))}
            </div>
            {table::side(title, figures, table_id, shown.into())}
        </figure>
    }
}

fn figures(items: &[SmallTrend]) -> ChartTable {
    let row = |item: &SmallTrend| {
        let marker = item.marker.as_ref().map(Marker::text).unwrap_or_default();
        (
            item.title.clone(),
            vec![item.latest.clone(), item.aim.clone(), marker],
        )
    };
    ChartTable {
        head: [
            words::indicator(),
            words::actual(),
            words::target(),
            words::rating(),
        ]
        .map(str::to_owned)
        .to_vec(),
        text_columns: 1,
        rows: items.iter().map(row).collect(),
    }
}

const ACROSS: usize = 3;
const CARD: (f64, f64) = (260.0, 148.0);
const SPARK: f64 = 64.0;
const BESIDE: f64 = 24.0;

/// Returns all drawings on one sheet, in rows of `ACROSS`.
fn svg(items: &[SmallTrend], palette: &Palette) -> String {
    let across = items.len().clamp(1, ACROSS) as f64;
    let width = across * CARD.0 + (across - 1.0) * BESIDE;
    let height = items.len().div_ceil(ACROSS) as f64 * CARD.1;
    let cards: String = items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let x = (at % ACROSS) as f64 * (CARD.0 + BESIDE);
            let y = (at / ACROSS) as f64 * CARD.1;
            format!(
                r#"<g transform="translate({} {})">{}</g>"#,
                Short(x),
                Short(y),
                card(item, palette)
            )
        })
        .collect();
    let [width, height] = [width, height].map(Short);
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">{cards}</svg>"#
    )
}

fn card(item: &SmallTrend, palette: &Palette) -> String {
    let text = |y: f64, size: f64, colour: &str, text: &str| {
        format!(
            r#"<text y="{}" font-size="{}" fill="{}">{}</text>"#,
            Short(y),
            Short(size),
            escaped(colour),
            escaped(text)
        )
    };
    let line = if item.spark.tone == Some(Tone::Bad) {
        &palette.bad
    } else {
        &palette.main
    };
    let title = folded(&item.title, CARD.0 / 13.0, 2);
    let title: String = title
        .iter()
        .enumerate()
        .map(|(at, one)| text(13.0 + 17.0 * at as f64, 13.0, &palette.ink, one))
        .collect();
    let marker = item.marker.as_ref().map(Marker::text).unwrap_or_default();
    let summary = format!("{}  {}", item.latest, marker);
    format!(
        r#"{title}<g transform="translate(0 36)">{}</g>{}{}"#,
        sparkline::as_svg(
            &item.spark,
            CARD.0,
            SPARK,
            &escaped(line),
            &escaped(&palette.aim)
        ),
        text(116.0, 13.0, &palette.ink, &summary),
        text(132.0, 12.0, &palette.ink_2, &item.aim),
    )
}
