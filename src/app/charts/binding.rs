//! The safe binding to ECharts: every call may fail, and then returns an error instead of stopping the app.

use std::cell::Cell;

use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

use super::error::{ChartError, reason};
use super::theme::Palette;
use browser::object;
use browser::time::yield_now;

/// Names of ECharts. An uncaught exception would end the whole app.
mod bindgen {
    use wasm_bindgen::prelude::*;
    use web_sys::HtmlElement;

    #[wasm_bindgen]
    extern "C" {
        pub type Instance;

        /// Runs a script of the app once, in any edition; see `public/boot.js`.
        #[wasm_bindgen(catch, js_namespace = michishirube)]
        pub async fn script(name: &str) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, js_namespace = echarts)]
        pub fn init(
            element: &HtmlElement,
            theme: &JsValue,
            options: &JsValue,
        ) -> Result<Instance, JsValue>;

        #[wasm_bindgen(catch, method, js_name = setOption)]
        pub fn set_option(
            this: &Instance,
            option: &JsValue,
            how: &JsValue,
        ) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, method)]
        pub fn resize(this: &Instance) -> Result<JsValue, JsValue>;

        /// The renderer below the instance.
        pub type ZRender;

        #[wasm_bindgen(catch, method, js_name = getZr)]
        pub fn zrender(this: &Instance) -> Result<ZRender, JsValue>;

        #[wasm_bindgen(catch, method)]
        pub fn flush(this: &ZRender) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, method)]
        pub fn dispose(this: &Instance) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, method, js_name = isDisposed)]
        pub fn is_disposed(this: &Instance) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, method)]
        pub fn on(this: &Instance, event: &str, handler: &JsValue) -> Result<JsValue, JsValue>;

        #[wasm_bindgen(catch, method, js_name = getSvgDataURL)]
        pub fn svg_data_url(this: &Instance) -> Result<String, JsValue>;
    }
}

/// Loads the chart library, unless it is loaded. Concurrent calls share one load; after a failure the next call tries
/// again.
///
/// # Errors
/// [`ChartError::NotLoaded`] if the script is not available.
pub async fn load() -> Result<(), ChartError> {
    if is_loaded() {
        return Ok(());
    }
    let failed = |thrown| ChartError::NotLoaded(reason(&thrown));
    bindgen::script("echarts.js").await.map_err(failed)?;
    // Running the library takes time, and drawing the first chart takes more.
    yield_now().await;
    match is_loaded() {
        true => Ok(()),
        false => Err(ChartError::NotLoaded(String::new())),
    }
}

/// True if the chart library is loaded.
pub fn is_loaded() -> bool {
    Reflect::has(&js_sys::global(), &"echarts".into()).unwrap_or(false)
}

/// An item that the user clicked in a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Index of the series, from 0.
    pub series: usize,
    /// Index of the item in the series, from 0.
    pub item: usize,
    /// The item's name.
    pub name: String,
}

/// A chart on the page. Dropping it removes it.
pub struct Chart {
    instance: bindgen::Instance,
    element: HtmlElement,
    /// Width and height of the element at the last resize, in px.
    fitted: Cell<(i32, i32)>,
    /// Handlers, which live as long as the chart that calls them.
    handlers: Vec<Closure<dyn FnMut(JsValue)>>,
}

fn size(element: &HtmlElement) -> (i32, i32) {
    (element.client_width(), element.client_height())
}

impl Chart {
    /// Makes an empty chart inside `element` in the colours of `palette`, drawn as SVG, in Japanese.
    ///
    /// # Errors
    /// [`ChartError::NotDrawn`] if the library is not loaded or refuses the element.
    pub fn new(element: &HtmlElement, palette: &Palette) -> Result<Self, ChartError> {
        let theme = palette.theme()?;
        let options = object::of(&[("renderer", "svg".into()), ("locale", "JA".into())]);
        let instance = bindgen::init(element, &theme, &options).map_err(ChartError::not_drawn)?;
        Ok(Self {
            instance,
            element: element.clone(),
            fitted: Cell::new(size(element)),
            handlers: Vec::new(),
        })
    }

    /// Draws `option` (JSON) in place of the previous content.
    ///
    /// # Errors
    /// [`ChartError::NotDrawn`] if the text is not JSON or the library refuses it. The chart is then unusable: drop
    /// it and make a new one.
    pub fn draw(&self, option: &str) -> Result<(), ChartError> {
        let option = JSON::parse(option).map_err(ChartError::not_drawn)?;
        let how = object::of(&[("notMerge", true.into())]);
        self.instance
            .set_option(&option, &how)
            .map(drop)
            .map_err(ChartError::not_drawn)
    }

    /// Fits the chart to its element. Does nothing if the size is unchanged, because the library would redraw
    /// everything.
    ///
    /// # Errors
    /// [`ChartError::NotDrawn`] if the library cannot draw at the new size.
    pub fn resize(&self) -> Result<(), ChartError> {
        let now = size(&self.element);
        if self.fitted.replace(now) == now {
            return Ok(());
        }
        // Drawn at once: a page about to be printed waits for no frame.
        let drawn = self.instance.resize();
        let drawn = drawn.and_then(|_| self.instance.zrender()?.flush());
        drawn.map(drop).map_err(ChartError::not_drawn)
    }

    /// True if the chart has been taken off the page.
    pub fn is_disposed(&self) -> bool {
        let is_disposed = self.instance.is_disposed();
        is_disposed.map_or(true, |answer| answer.is_truthy())
    }

    /// Calls `pick` at each click on a drawn item.
    ///
    /// # Errors
    /// [`ChartError::NotDrawn`] if the chart no longer exists.
    pub fn on_click(&mut self, pick: impl Fn(Picked) + 'static) -> Result<(), ChartError> {
        let handler = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            if let Some(picked) = picked(&event) {
                pick(picked);
            }
        });
        self.instance
            .on("click", handler.as_ref())
            .map_err(ChartError::not_drawn)?;
        self.handlers.push(handler);
        Ok(())
    }

    /// Returns the picture as the text of an SVG file, with all animations finished.
    ///
    /// # Errors
    /// [`ChartError::NotSaved`] if nothing is drawn.
    pub fn svg(&self) -> Result<String, ChartError> {
        let address = self
            .instance
            .svg_data_url()
            .map_err(ChartError::not_saved)?;
        let text = address.split_once(',').map_or("", |(_, text)| text);
        js_sys::decode_uri_component(text)
            .map(String::from)
            .map_err(ChartError::not_saved)
    }
}

impl Drop for Chart {
    fn drop(&mut self) {
        // Ignore errors: a chart that cannot be removed is already gone.
        let _ = self.instance.dispose();
    }
}

fn picked(event: &JsValue) -> Option<Picked> {
    let field = |name: &str| Reflect::get(event, &name.into()).ok();
    let number = |name: &str| field(name)?.as_f64().filter(|n| *n >= 0.0);
    Some(Picked {
        series: number("seriesIndex")? as usize,
        item: number("dataIndex")? as usize,
        name: field("name")?.as_string().unwrap_or_default(),
    })
}
