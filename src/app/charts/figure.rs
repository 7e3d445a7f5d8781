//! 図: a chart with its sentence, its table and its downloads. A chart is never shown without them.

use std::cell::Cell;
use std::pin::Pin;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::binding::{self, Chart, Picked};
use super::drawers::{Drawable, Drawers};
use super::drawing::{ChartDrawing, ChartTable, Sketch};
use super::error::ChartError;
use super::observe;
use super::theme::{self, Canvas};
use super::{download, table};
use crate::lazy::Fetch;
use crate::parts::Short;
use ::words::charts as words;
use output::chart::WIDTH_STEP;

/// A chart: sentence first, then the picture, then the same figures as a table. A kind of chart that can be drawn
/// without the chart library is first drawn so; the library is loaded when the pointer enters the chart or the user
/// saves it. For other kinds it is loaded when the first of them becomes visible.
#[component]
pub fn ChartView<F, T>(
    /// 題: the subject of the figures, with the unit if there is one.
    #[prop(into)]
    title: Signal<String>,
    /// 一文: the message of the chart, with its numbers.
    #[prop(into)]
    sentence: Signal<String>,
    /// Current figures: `move || Trend { … }`.
    chart: F,
    /// Called for each click on a drawn item. The table or the page must offer the same action.
    #[prop(optional, into)]
    on_pick: Option<Callback<Picked>>,
) -> impl IntoView
where
    F: Fn() -> T + Send + Sync + 'static,
    T: Drawable + PartialEq + Send + Sync + 'static,
{
    let width = RwSignal::new(0.0);
    let palette = theme::palette();
    let canvas = Memo::new(move |_| {
        let palette = palette.get();
        Canvas {
            width: (width.get() / WIDTH_STEP).floor() * WIDTH_STEP / palette.sizes.text,
            palette,
        }
    });
    let figures = Memo::new(move |_| chart());
    let sketch = Memo::new(move |_| {
        let width = width.get() / canvas.with(|canvas| canvas.palette.sizes.text);
        figures.with(|figures| figures.sketch(width))
    });
    let drawers = DRAWERS.with(ArcRwSignal::clone);
    let drawing = Memo::new(move |_| {
        let draw = T::drawer(&drawers.get()?);
        let draw = |canvas: &Canvas| {
            let drawing = figures.with(|figures| draw(figures, canvas));
            drawing.enlarged(canvas.palette.sizes.text)
        };
        Some(canvas.with(draw))
    });
    figure(FigureFrame {
        title,
        sentence,
        table: Memo::new(move |_| figures.with(T::table)),
        is_kind_sketched: T::IS_SKETCHED,
        sketch,
        drawing,
        canvas,
        width,
        on_pick,
        fetch: Fetch::here(),
        stage: RwSignal::new(FigureStage::Unseen),
        chart: StoredValue::new_local(None),
    })
}

/// Stage of a chart.
#[derive(Debug, Clone, PartialEq)]
enum FigureStage {
    /// Not yet visible.
    Unseen,
    /// Drawn without the library, which is loaded only when it is needed.
    Sketched,
    /// The library is being loaded.
    Loading,
    /// Drawn, or about to be drawn.
    Ready,
    /// There is no chart, for this reason.
    Failed(ChartError),
}

/// State of one chart, the same for every kind of chart.
#[derive(Clone, Copy)]
struct FigureFrame {
    title: Signal<String>,
    sentence: Signal<String>,
    table: Memo<ChartTable>,
    is_kind_sketched: bool,
    /// `None` if this kind is not drawn without the library, or its place has no width yet.
    sketch: Memo<Option<Sketch>>,
    /// `None` until there are drawers.
    drawing: Memo<Option<ChartDrawing>>,
    canvas: Memo<Canvas>,
    /// Width of its place in px.
    width: RwSignal<f64>,
    on_pick: Option<Callback<Picked>>,
    fetch: Fetch<Drawers>,
    stage: RwSignal<FigureStage>,
    chart: StoredValue<Option<Chart>, LocalStorage>,
}

thread_local! {
    /// Set once the library is loaded: charts that failed before then try again.
    static LOADED: ArcRwSignal<bool> = ArcRwSignal::new(false);
    /// Drawers, once they are fetched.
    static DRAWERS: ArcRwSignal<Option<Drawers>> = ArcRwSignal::new(None);
}

/// Loads the chart library and the drawers, in parallel.
async fn load(fetch: Fetch<Drawers>) -> Result<(), ChartError> {
    let drawers = DRAWERS.with(ArcRwSignal::clone);
    if drawers.with_untracked(Option::is_none) {
        spawn_local(async {
            // The call below waits for the same load and reports its failure.
            let _ = binding::load().await;
        });
        let fetched = fetch.get().await;
        let fetched = fetched.map_err(|_| ChartError::NotLoaded(String::new()))?;
        drawers.set(Some(fetched));
    }
    binding::load().await
}

impl FigureFrame {
    /// True while the picture is the one without the library.
    fn is_sketched(self) -> bool {
        let stage = self.stage.get();
        self.is_kind_sketched && matches!(stage, FigureStage::Sketched | FigureStage::Loading)
    }

    /// Returns its height in px.
    fn height(self) -> f64 {
        let text = self.canvas.with(|canvas| canvas.palette.sizes.text);
        let sketched = |sketch: &Option<Sketch>| Some(f64::from(sketch.as_ref()?.height) * text);
        let drawn = |drawing: &Option<ChartDrawing>| Some(f64::from(drawing.as_ref()?.height));
        let height = match self.stage.get() {
            FigureStage::Ready => self.drawing.with(drawn),
            _ => self
                .sketch
                .with(sketched)
                .or_else(|| self.drawing.with(drawn)),
        };
        height.unwrap_or_default()
    }

    /// Returns the notes below it.
    fn notes(self) -> Vec<String> {
        let sketched = |sketch: &Option<Sketch>| Some(sketch.as_ref()?.notes.clone());
        let drawn = |drawing: &Option<ChartDrawing>| Some(drawing.as_ref()?.notes.clone());
        let notes = self.sketch.with(sketched);
        notes
            .or_else(|| self.drawing.with(drawn))
            .unwrap_or_default()
    }

    /// Draws the chart once it is visible: without the library, or with it for kinds that need it.
    fn show(self) {
        match self.is_kind_sketched {
            true => self.stage.set(FigureStage::Sketched),
            false => self.load(),
        }
    }

    /// Draws the chart with the library once the pointer is on it.
    fn touch(self) {
        if self.stage.get_untracked() == FigureStage::Sketched {
            self.load();
        }
    }

    fn load(self) {
        self.stage.set(FigureStage::Loading);
        spawn_local(async move {
            // It is already visible; without the library it stays as it is.
            let stage = match self.loaded().await {
                Err(ChartError::NotLoaded(_)) if self.is_kind_sketched => FigureStage::Sketched,
                Err(error) => FigureStage::Failed(error),
                Ok(()) => FigureStage::Ready,
            };
            // The user may have left the page meanwhile.
            self.stage.try_set(stage);
        });
    }

    /// Loads the library, for every chart.
    async fn loaded(self) -> Result<(), ChartError> {
        load(self.fetch).await?;
        LOADED.with(|loaded| loaded.set(true));
        Ok(())
    }

    /// Puts the picture that needs no library into its place.
    fn put_sketch(self, place: &web_sys::HtmlElement) {
        let made = |sketch: &Option<Sketch>| {
            browser::element::built(&document(), &sketch.as_ref()?.element)
        };
        if let Some(made) = self.sketch.with(made) {
            place.replace_children_with_node_1(&made);
        }
    }

    /// Returns the picture to save, drawn with the library. `None` if the user left the page meanwhile.
    async fn picture(self, place: NodeRef<html::Div>) -> Option<SavedPicture> {
        let sheet = self.sheet();
        if self.stage.get_untracked() == FigureStage::Sketched {
            let loaded = self.loaded().await;
            self.stage.try_get_untracked()?;
            let place = place.get_untracked()?;
            let drawn = loaded.and_then(|()| untrack(|| self.draw(&place, false)));
            if let Err(error) = drawn {
                return Some((sheet, Err(error)));
            }
            self.stage.set(FigureStage::Ready);
        }
        let svg = |slot: &Option<Chart>| slot.as_ref().map(Chart::svg);
        Some((sheet, self.chart.try_with_value(svg).flatten()?))
    }

    /// Returns the texts printed around the saved picture.
    fn sheet(self) -> download::PictureTexts {
        download::PictureTexts {
            title: self.title.get_untracked(),
            sentence: self.sentence.get_untracked(),
            notes: untrack(|| self.notes()),
            palette: self.canvas.with_untracked(|canvas| canvas.palette.clone()),
        }
    }

    /// Draws the chart, on a new instance if the colours have changed or there is none.
    fn draw(self, element: &web_sys::HtmlElement, recolour: bool) -> Result<(), ChartError> {
        self.chart
            .try_update_value(|slot| {
                if recolour {
                    *slot = None;
                }
                let chart = match slot {
                    Some(chart) => chart,
                    None => {
                        element.replace_children_with_node_0();
                        let palette = self.canvas.with(|canvas| canvas.palette.clone());
                        let mut chart = Chart::new(element, &palette)?;
                        if let Some(pick) = self.on_pick {
                            chart.on_click(move |picked| pick.run(picked))?;
                        }
                        slot.insert(chart)
                    }
                };
                chart.resize()?;
                let drawn = |drawing: &Option<ChartDrawing>| match drawing {
                    Some(drawing) => chart.draw(&drawing.option),
                    None => Ok(()),
                };
                self.drawing.with(drawn)?;
                observe::make_scalable(element);
                Ok(())
            })
            .unwrap_or(Ok(()))
    }

    fn fit(self, element: &web_sys::HtmlElement) {
        // One frame after the resize, another chart may have replaced this one.
        let resized = self
            .chart
            .try_with_value(|slot| slot.as_ref().map(Chart::resize));
        match resized.flatten() {
            Some(Err(error)) => self.fail(error),
            Some(Ok(())) => observe::make_scalable(element),
            None => {}
        }
    }

    /// Records an error. The instance of ECharts is unusable after an exception.
    fn fail(self, error: ChartError) {
        self.chart.set_value(None);
        self.stage.set(FigureStage::Failed(error));
    }
}

/// Bytes above which a sentence holds endless names; a browser takes minutes to break such a sentence between
/// phrases.
pub(super) const LONG: usize = 900;

fn figure(frame: FigureFrame) -> AnyView {
    let FigureFrame {
        title, sentence, ..
    } = frame;
    let name = fresh_name();
    let failure = move || match frame.stage.get() {
        FigureStage::Failed(error) => Some(error),
        _ => None,
    };
    let caption = format!("{name}-caption");
    let is_empty = move || frame.table.with(|table| table.rows.is_empty());
    let breadth = move || frame.table.with(|table| table.breadth().word());
    let table_id = format!("{name}-table");
    let wanted = RwSignal::new(false);
    let open = OpenFigure {
        wanted,
        forced: Signal::derive(move || failure().is_some()),
        shown: Signal::derive(move || {
            wanted.get() || matches!(frame.stage.get(), FigureStage::Failed(_))
        }),
    };
    let place = NodeRef::<html::Div>::new();
    attach(frame, place);
    view! {
        <figure class="chart" class:nothing=is_empty data-table=breadth aria-labelledby=caption>
            <figcaption id=caption.clone()>
                <span class="chart-title">{title}</span>
                <span class="chart-sentence" class:phrases=move || sentence.with(|s| s.len() < LONG)>
                    {sentence}
                </span>
            </figcaption>
            <div class="chart-body">
                <div class="chart-side">
                    <Show when=is_empty>
                        <p class="chart-nothing">{words::nothing()}</p>
                    </Show>
                    <div class="chart-stage" hidden=move || failure().is_some() || is_empty()>
                        <div
                            class="chart-place"
                            node_ref=place
                            role="img"
                            aria-label=sentence
                            style:height=move || format!("{}px", Short(frame.height()))
                            on:pointerenter=move |_| frame.touch()
                        ></div>
                        <Show when=move || frame.stage.get() == FigureStage::Loading && !frame.is_sketched()>
                            <p class="chart-wait" role="status">{words::loading()}</p>
                        </Show>
                    </div>
                    {move || failure().map(|error| trouble(frame, &error))}
                    {notes(frame)}
                    {tools(frame, place, table_id.clone(), open)}
                </div>
                {table::side(frame.title, frame.table, table_id, open.shown)}
            </div>
        </figure>
    }
    .into_any()
}

/// Observes visibility and size, and redraws whenever the drawing has changed.
fn attach(frame: FigureFrame, place: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        observe::when_in_sight(&element, move || {
            if frame.stage.get_untracked() == FigureStage::Unseen {
                frame.show();
            }
        });
        let stage = element.clone();
        observe::on_resize(&element, move |width| {
            frame.width.try_set(width);
            frame.fit(&stage);
        });
    });
    let loaded = LOADED.with(ArcRwSignal::clone);
    Effect::new(move |_| {
        let was_missing =
            |stage: &FigureStage| matches!(stage, FigureStage::Failed(ChartError::NotLoaded(_)));
        if loaded.get() && frame.stage.with_untracked(was_missing) {
            frame.stage.set(FigureStage::Ready);
        }
    });
    Effect::new(move |_| {
        frame.drawing.track();
        let was_refused =
            |stage: &FigureStage| matches!(stage, FigureStage::Failed(ChartError::NotDrawn(_)));
        if frame.stage.with_untracked(was_refused) {
            frame.stage.set(FigureStage::Ready);
        }
    });
    Effect::new(move |_| {
        if let Some(place) = place.get()
            && frame.is_sketched()
        {
            frame.put_sketch(&place);
        }
    });
    Effect::new(move |drawn_in: Option<Option<theme::Palette>>| {
        let before = drawn_in.flatten();
        let Some(element) = place.get() else {
            return before;
        };
        let is_ready = frame.stage.with(|stage| *stage == FigureStage::Ready);
        let is_empty = frame.table.with(|table| table.rows.is_empty());
        if !is_ready || is_empty || frame.canvas.with(|canvas| canvas.width == 0.0) {
            return before;
        }
        let palette = frame.canvas.with(|canvas| canvas.palette.clone());
        let recolour = before.is_some_and(|before| before != palette);
        if let Err(error) = frame.draw(&element, recolour) {
            frame.fail(error);
        }
        Some(palette)
    });
}

fn trouble(frame: FigureFrame, error: &ChartError) -> AnyView {
    let retry = matches!(error, ChartError::NotLoaded(_)).then(|| {
        view! {
            <button type="button" class="btn small" on:click=move |_| frame.load()>
                {words::retry()}
            </button>
        }
    });
    view! {
        <div class="chart-trouble" role="status">
            <p>{error.to_string()}</p>
            {retry}
        </div>
    }
    .into_any()
}

fn notes(frame: FigureFrame) -> AnyView {
    let notes = Memo::new(move |_| frame.notes());
    view! {
        <Show when=move || notes.with(|notes| !notes.is_empty())>
            <ul class="chart-notes">
                {move || notes.get().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
            </ul>
        </Show>
    }
    .into_any()
}

/// State of the table: requested by the user, forced because nothing else is visible, and the result.
#[derive(Clone, Copy)]
struct OpenFigure {
    wanted: RwSignal<bool>,
    forced: Signal<bool>,
    shown: Signal<bool>,
}

fn tools(
    frame: FigureFrame,
    place: NodeRef<html::Div>,
    table_id: String,
    open: OpenFigure,
) -> AnyView {
    view! {
        <div class="chart-tools">
            <button
                type="button"
                class="btn quiet small chart-toggle"
                aria-expanded=move || open.shown.get().to_string()
                aria-controls=table_id
                hidden=open.forced
                on:click=move |_| open.wanted.update(|wanted| *wanted = !*wanted)
            >
                {words::show_table()}
            </button>
            {download_buttons(frame, place)}
        </div>
    }
    .into_any()
}

fn download_buttons(frame: FigureFrame, place: NodeRef<html::Div>) -> AnyView {
    let ready = Signal::derive(move || {
        matches!(
            frame.stage.get(),
            FigureStage::Ready | FigureStage::Sketched
        )
    });
    let picture = move |()| -> Pictured { Box::pin(frame.picture(place)) };
    save_buttons(frame.title, ready, Callback::new(picture))
}

/// A picture to save: the texts around it, and its SVG text.
pub(super) type SavedPicture = (download::PictureTexts, Result<String, ChartError>);

/// A picture on its way; `None` if it no longer exists.
pub(super) type Pictured = Pin<Box<dyn Future<Output = Option<SavedPicture>>>>;

/// Buttons for PNG and SVG, with their errors.
pub(super) fn save_buttons(
    title: Signal<String>,
    ready: Signal<bool>,
    picture: Callback<(), Pictured>,
) -> AnyView {
    let trouble = RwSignal::new(None::<String>);
    let save = move |kind: download::PictureFormat| {
        let picture = picture.run(());
        spawn_local(async move {
            let Some((sheet, svg)) = picture.await else {
                return;
            };
            let outcome = match svg {
                Ok(svg) => download::save(&sheet, &svg, kind).await,
                Err(error) => Err(error),
            };
            trouble.try_set(outcome.err().map(|error| error.to_string()));
        });
    };
    let button = move |kind: download::PictureFormat, word: &'static str| {
        view! {
            <button
                type="button"
                class="btn quiet small"
                aria-label=move || words::save_label(title.get(), word)
                disabled=move || !ready.get()
                on:click=move |_| save(kind)
            >
                {word}
            </button>
        }
    };
    view! {
        {button(download::PictureFormat::Png, words::SAVE_PNG)}
        {button(download::PictureFormat::Svg, words::SAVE_SVG)}
        <span role="status" class="chart-save-trouble">{move || trouble.get()}</span>
    }
    .into_any()
}

/// Returns an id that no other chart of the page has.
pub(super) fn fresh_name() -> String {
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    LAST.set(LAST.get() + 1);
    format!("chart-{}", LAST.get())
}
