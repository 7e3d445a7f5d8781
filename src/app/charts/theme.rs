//! 配色: the colours and fonts of charts, read from the style sheets of the page as they are now.

use crate::parts::{Short, number};
use js_sys::{JSON, Reflect};
use leptos::prelude::*;
use serde_json::{Value, json};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, HtmlElement, MutationObserver, MutationObserverInit};

use super::enlarge::enlarge;
use super::{ChartError, text_metrics};
use crate::sizes::{Sizes, sizes};
use strategy::Tone;

/// Number of kinds of parts with a colour of their own; further kinds repeat the colours.
pub const HUES: usize = 6;

/// A surface and its text colour.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fill {
    /// Colour of the surface.
    pub back: String,
    /// Colour of the text.
    pub text: String,
}

/// Colours and fonts of the page. All colours are `rgb(…)`: dark mode, high contrast and print are already included.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Palette {
    /// Text.
    pub ink: String,
    /// Secondary text.
    pub ink_2: String,
    /// Remarks.
    pub ink_3: String,
    /// Lines behind the figures.
    pub line: String,
    /// Borders.
    pub line_2: String,
    /// Background.
    pub background: String,
    /// Colour of a line of figures.
    pub main: String,
    /// Colour of targets.
    pub aim: String,
    /// 悪化.
    pub bad: String,
    /// Surfaces of 評価区分: Best, Good, Warn, Bad, None.
    pub tones: [Fill; 5],
    /// Surfaces of different kinds: goals, sources.
    pub hues: [Fill; HUES],
    /// Font family of the page.
    pub font: String,
    /// Sizes of its text.
    pub sizes: Sizes,
    /// True if the user asked for less movement.
    pub still: bool,
}

/// 紙: the canvas of a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Canvas {
    /// Colours and fonts of the page.
    pub palette: Palette,
    /// Width in px of text of the usual size, in steps: a drawing that fits on one width of a step fits on all.
    pub width: f64,
}

impl Canvas {
    /// True on an upright phone, or in a column of that width.
    pub fn is_narrow(&self) -> bool {
        self.width < 560.0
    }
}

impl Palette {
    /// Returns the surface of the tone of a band.
    pub fn tone(&self, tone: Tone) -> &Fill {
        match tone {
            Tone::Best => &self.tones[0],
            Tone::Good => &self.tones[1],
            Tone::Warn => &self.tones[2],
            Tone::Bad => &self.tones[3],
            Tone::None => &self.tones[4],
        }
    }

    /// Returns the surface of the nth kind.
    pub fn hue(&self, n: usize) -> &Fill {
        &self.hues[n % HUES]
    }

    /// Returns the pattern on the surface of a band, which distinguishes it without colour.
    pub(super) fn decal(&self, tone: Tone) -> Value {
        let colour = see_through(&self.tone(tone).text, 0.22);
        match tone {
            Tone::Best => json!({"symbol": "none"}),
            Tone::Good => {
                json!({"symbol": "circle", "symbolSize": 0.5, "dashArrayX": [[7, 7], [0, 7, 7, 0]], "dashArrayY": [7, 0], "color": colour})
            }
            Tone::Warn => {
                json!({"symbol": "rect", "symbolSize": 1, "dashArrayX": [1, 0], "dashArrayY": [2, 6], "rotation": -0.785, "color": colour})
            }
            Tone::Bad => {
                json!({"symbol": "rect", "symbolSize": 1, "dashArrayX": [1, 0], "dashArrayY": [3, 3], "rotation": 0.785, "color": colour})
            }
            Tone::None => {
                json!({"symbol": "rect", "symbolSize": 1, "dashArrayX": [1, 0], "dashArrayY": [1, 9], "color": colour})
            }
        }
    }

    /// Returns the pattern on the surface of the nth kind.
    pub(super) fn pattern(&self, n: usize) -> Value {
        let colour = see_through(&self.hue(n).text, 0.22);
        let stripes = |width: u8, gap: u8, turn: f64| json!({"symbol": "rect", "symbolSize": 1, "dashArrayX": [1, 0], "dashArrayY": [width, gap], "rotation": turn, "color": colour});
        match n % HUES {
            0 => json!({"symbol": "none"}),
            1 => stripes(2, 6, -0.785),
            2 => {
                json!({"symbol": "circle", "symbolSize": 0.5, "dashArrayX": [[7, 7], [0, 7, 7, 0]], "dashArrayY": [7, 0], "color": colour})
            }
            3 => stripes(2, 6, 0.785),
            4 => stripes(1, 7, 0.0),
            _ => stripes(1, 7, 1.571),
        }
    }

    /// Reads the style sheets through a test element, because only a computed colour has its variables resolved.
    fn read() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let probe: HtmlElement = document.create_element("span").ok()?.dyn_into().ok()?;
        probe.set_hidden(true);
        document.body()?.append_child(&probe).ok()?;
        let computed = window.get_computed_style(&probe).ok()??;
        let style = probe.style();
        // In high contrast the browser returns the text colour for every variable.
        let _ = style.set_property("forced-color-adjust", "none");
        let colour = |name: &str| {
            // An unknown name leaves the colour of the page.
            let _ = style.set_property("color", &format!("var(--{name})"));
            computed.get_property_value("color").unwrap_or_default()
        };
        let fill = |name: &str| Fill {
            back: colour(&format!("chart-{name}")),
            text: colour(&format!("chart-on-{name}")),
        };
        let palette = Self {
            ink: colour("ink"),
            ink_2: colour("ink-2"),
            ink_3: colour("ink-3"),
            line: colour("line"),
            line_2: colour("line-2"),
            background: colour("paper"),
            main: colour("chart-main"),
            aim: colour("chart-aim"),
            bad: colour("bad"),
            tones: ["best", "good", "warn", "bad", "none"].map(fill),
            hues: ["1", "2", "3", "4", "5", "6"].map(fill),
            font: font_family(&computed),
            sizes: sizes().get_untracked(),
            still: media("(prefers-reduced-motion: reduce)"),
        };
        probe.remove();
        Some(palette)
    }

    /// Returns the same as a theme of ECharts: the settings of every chart.
    pub(super) fn theme(&self) -> Result<JsValue, ChartError> {
        let mut look = self.look();
        enlarge(&mut look, self.sizes.text);
        let theme = JSON::parse(&look.to_string()).map_err(ChartError::not_drawn)?;
        // Numbers on axes in office notation. JSON cannot carry a function.
        let label = Reflect::get(&theme, &"valueAxis".into())
            .and_then(|axis| Reflect::get(&axis, &"axisLabel".into()));
        if let Ok(label) = label {
            NUMBER
                .with(|number| Reflect::set(&label, &"formatter".into(), number.as_ref()))
                .map_err(ChartError::not_drawn)?;
        }
        Ok(theme)
    }

    fn look(&self) -> Value {
        let text = |colour: &str| json!({"color": colour, "fontSize": 12});
        let hues: Vec<&str> = self.hues.iter().map(|hue| hue.back.as_str()).collect();
        json!({
            "color": hues,
            "backgroundColor": "transparent",
            "textStyle": {"fontFamily": self.font, "color": self.ink_2, "fontSize": 12},
            "animation": !self.still,
            "animationDuration": 300,
            "animationDurationUpdate": 300,
            "categoryAxis": {
                "axisLine": {"show": true, "lineStyle": {"color": self.line_2}},
                "axisTick": {"show": false},
                "axisLabel": text(&self.ink_2),
                "splitLine": {"show": false},
            },
            "valueAxis": {
                "axisLine": {"show": false},
                "axisTick": {"show": false},
                "axisLabel": text(&self.ink_2),
                "nameTextStyle": text(&self.ink_3),
                "splitLine": {"lineStyle": {"color": self.line}},
            },
            "legend": {
                "textStyle": text(&self.ink_2),
                "inactiveColor": self.line_2,
                "itemWidth": 26,
                "itemHeight": 12,
                "itemGap": 10,
                "left": 0,
                "top": 0,
                "padding": 0,
            },
            "tooltip": {
                "confine": true,
                "backgroundColor": self.background,
                "borderColor": self.line_2,
                "textStyle": {"color": self.ink, "fontSize": 13},
                "transitionDuration": 0,
            },
            "line": {"label": {"textBorderColor": self.background, "textBorderWidth": 3}},
            "scatter": {"symbolKeepAspect": true},
            "bar": {"barMaxWidth": 44},
            "sunburst": {"itemStyle": {"borderColor": self.background, "borderWidth": 1.5}},
        })
    }
}

/// Returns the font family with single quotes only: the SVG text of ECharts puts the name unescaped into double
/// quotes.
fn font_family(style: &CssStyleDeclaration) -> String {
    let family = style.get_property_value("font-family").unwrap_or_default();
    family.replace('"', "'").replace(['<', '>', '&'], "")
}

/// Returns the three numbers of an `rgb(…)`.
fn parts(colour: &str) -> Option<[f64; 3]> {
    let inner = colour.split_once('(')?.1.trim_end_matches(')');
    let mut numbers = inner.split([',', ' ', '/']).filter_map(number);
    Some([numbers.next()?, numbers.next()?, numbers.next()?])
}

/// Returns a mix of two colours, with this share of the second; the first, if either is not `rgb(…)`.
pub(super) fn mix(from: &str, to: &str, share: f64) -> String {
    match (parts(from), parts(to)) {
        (Some(from), Some(to)) => {
            let [r, g, b] =
                std::array::from_fn(|at| (from[at] + (to[at] - from[at]) * share).round() as u8);
            format!("rgb({r}, {g}, {b})")
        }
        _ => from.to_owned(),
    }
}

fn see_through(colour: &str, opacity: f64) -> String {
    match parts(colour) {
        Some(rgb) => {
            let [r, g, b] = rgb.map(|part| part.round() as u8);
            format!("rgba({r}, {g}, {b}, {})", Short(opacity))
        }
        None => colour.to_owned(),
    }
}

thread_local! {
    static NUMBER: Closure<dyn Fn(f64) -> String> = Closure::new(text_metrics::number);
    static NOW: ArcRwSignal<Palette> = {
        let now = ArcRwSignal::new(Palette::read().unwrap_or_default());
        watch(now.clone());
        now
    };
}

/// Returns the palette of the page, which follows light and dark, contrast, motion and print.
pub fn palette() -> ArcReadSignal<Palette> {
    NOW.with(ArcRwSignal::read_only)
}

fn media(query: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.match_media(query).ok()?)
        .is_some_and(|list| list.matches())
}

/// Media queries that may change the look of the page without a reload.
const QUERIES: [&str; 5] = [
    "(prefers-color-scheme: dark)",
    "(prefers-contrast: more)",
    "(prefers-reduced-motion: reduce)",
    "(forced-colors: active)",
    "print",
];

/// Reads the palette again whenever the look of the page may have changed, as long as the page lives.
fn watch(now: ArcRwSignal<Palette>) {
    let again = Closure::<dyn Fn()>::new(move || {
        if let Some(palette) = Palette::read()
            && *now.read_untracked() != palette
        {
            now.set(palette);
        }
    });
    let listener: &js_sys::Function = again.as_ref().unchecked_ref();
    let Some(window) = web_sys::window() else {
        return;
    };
    for query in QUERIES {
        if let Ok(Some(list)) = window.match_media(query) {
            // Ignore errors: a browser that cannot report changes keeps its colours.
            let _ = list.add_event_listener_with_callback("change", listener);
        }
    }
    let observer = MutationObserver::new(listener);
    let root = window
        .document()
        .and_then(|document| document.document_element());
    if let (Ok(observer), Some(root)) = (observer, root) {
        let what = MutationObserverInit::new();
        what.set_attributes(true);
        // Ignore errors for the same reason.
        let _ = observer.observe_with_options(&root, &what);
    }
    again.forget();
}
