//! A chart as a file of its own: title, sentence and notes are in the picture.

use crate::parts::{Short, number};
use browser::files::{self, Pieces};
use browser::raster;
use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::ChartError;
use super::text_metrics::folded;
use super::theme::Palette;
use ::words::charts as words;

/// The form of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PictureFormat {
    /// A bitmap, at twice the size on screen.
    Png,
    /// A vector drawing, sharp at any size.
    Svg,
}

/// Texts printed around the chart.
pub(super) struct PictureTexts {
    pub title: String,
    pub sentence: String,
    pub notes: Vec<String>,
    pub palette: Palette,
}

/// Saves the chart whose SVG text is `chart` as a download.
pub(super) async fn save(
    sheet: &PictureTexts,
    chart: &str,
    kind: PictureFormat,
) -> Result<(), ChartError> {
    let picture = sheet.around(chart);
    let (blob, ending) = match kind {
        PictureFormat::Svg => (picture.as_drawn(), "svg"),
        PictureFormat::Png => (picture.in_points().await, "png"),
    };
    let name = format!("{}.{ending}", file_name(&sheet.title, &Date::new_0()));
    blob.and_then(|blob| files::download(&blob, &name))
        .map_err(ChartError::not_saved)
}

/// An SVG text and its size in px.
struct ChartPicture {
    svg: String,
    width: f64,
    height: f64,
}

const MARGIN: f64 = 24.0;

impl PictureTexts {
    fn around(&self, chart: &str) -> ChartPicture {
        let size = |name: &str| attribute(chart, name).unwrap_or(600.0);
        let width = (size("width") + 2.0 * MARGIN).max(480.0);
        let mut lines = SheetLines {
            text: String::new(),
            bottom: MARGIN,
            width: width - 2.0 * MARGIN,
        };
        lines.set(&self.title, 18.0, &self.palette.ink, "bold");
        lines.set(&self.sentence, 14.0, &self.palette.ink, "normal");
        let top = lines.bottom + 8.0;
        lines.bottom = top + size("height") + 8.0;
        for note in &self.notes {
            lines.set(note, 11.0, &self.palette.ink_2, "normal");
        }
        let height = lines.bottom + MARGIN;
        let Palette {
            background, font, ..
        } = &self.palette;
        let [wide, high, left, down] = [width, height, MARGIN, top].map(Short);
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" font-family="{}" style="font-variant-numeric:tabular-nums"><rect width="100%" height="100%" fill="{}"/>{}<g transform="translate({left} {down})">{chart}</g></svg>"#,
            escaped(font),
            escaped(background),
            lines.text,
        );
        ChartPicture { svg, width, height }
    }
}

/// Lines of text down a page.
struct SheetLines {
    text: String,
    bottom: f64,
    width: f64,
}

impl SheetLines {
    fn set(&mut self, text: &str, size: f64, colour: &str, weight: &str) {
        for line in folded(text, self.width / size, 8) {
            self.bottom += size * 1.5;
            self.text.push_str(&format!(
                r#"<text x="{}" y="{}" font-size="{}" font-weight="{weight}" fill="{}">{}</text>"#,
                Short(MARGIN),
                Short(self.bottom - size * 0.35),
                Short(size),
                escaped(colour),
                escaped(&line),
            ));
        }
    }
}

impl ChartPicture {
    fn as_drawn(&self) -> Result<Blob, JsValue> {
        Pieces::from(self.svg.as_bytes()).blob("image/svg+xml")
    }

    async fn in_points(&self) -> Result<Blob, JsValue> {
        raster::png(&self.svg, (self.width, self.height), 2.0).await
    }
}

/// Returns 「出生数_20261121」: the title without characters that file names forbid, and the day.
fn file_name(title: &str, day: &Date) -> String {
    let title: String = title
        .chars()
        .map(|letter| match letter {
            '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            letter if letter.is_control() => '_',
            letter => letter,
        })
        .take(60)
        .collect();
    let title = match title.trim().trim_matches('.') {
        "" => words::file_name(),
        title => title,
    };
    let (year, month) = (day.get_full_year(), day.get_month() + 1);
    format!("{title}_{year}{month:02}{:02}", day.get_date())
}

/// Returns the number in the first `name="…"` of an SVG text.
fn attribute(svg: &str, name: &str) -> Option<f64> {
    let (_, rest) = svg.split_once(&format!(" {name}=\""))?;
    number(rest.split('"').next()?)
}

/// Escapes text for XML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
    out
}
