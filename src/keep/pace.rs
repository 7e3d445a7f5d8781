//! Waiting, without keeping the browser waiting.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::clock;

/// How long a stretch of work may last, in ms: well under a frame, far under the 50 ms of a long task.
const STRETCH: f64 = 8.0;

/// Lets the browser paint and take input, then goes on.
pub async fn yield_now() {
    let promise = scheduler_yield().unwrap_or_else(|| {
        Promise::new(&mut |resolve, _| {
            let Ok(channel) = MessageChannel::new() else {
                let _ = resolve.call0(&JsValue::NULL);
                return;
            };
            let port = channel.port1();
            port.set_onmessage(Some(
                &Closure::once_into_js({
                    let port = port.clone();
                    move || {
                        port.close();
                        let _ = resolve.call0(&JsValue::NULL);
                    }
                })
                .unchecked_into(),
            ));
            let _ = channel.port2().post_message(&JsValue::NULL);
        })
    });
    let _ = JsFuture::from(promise).await;
}

/// `scheduler.yield()`, where the browser has it.
fn scheduler_yield() -> Option<Promise> {
    let scheduler = Reflect::get(&js_sys::global(), &JsValue::from_str("scheduler")).ok()?;
    let function: Function = Reflect::get(&scheduler, &JsValue::from_str("yield"))
        .ok()?
        .dyn_into()
        .ok()?;
    function.call0(&scheduler).ok()?.dyn_into().ok()
}

/// How long to wait for the next picture of a page that may not be on the screen, in ms.
const UNSEEN: i32 = 100;

/// Waits until the browser is about to paint.
pub async fn frame() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // What is not possible is not waited for: the other one comes.
            let _ = window.request_animation_frame(&resolve);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, UNSEEN);
        } else {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits so many milliseconds.
pub async fn sleep(ms: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let set = web_sys::window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
        });
        if !matches!(set, Some(Ok(_))) {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits until the browser has nothing better to do, two seconds at most.
pub async fn idle() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let ask = Reflect::get(&window, &JsValue::from_str("requestIdleCallback"))
        .ok()
        .and_then(|ask| ask.dyn_into::<Function>().ok());
    let Some(ask) = ask else {
        return sleep(200).await;
    };
    let options = js_sys::Object::new();
    let _ = Reflect::set(
        &options,
        &JsValue::from_str("timeout"),
        &JsValue::from_f64(2000.0),
    );
    let promise = Promise::new(&mut |resolve, _| {
        if ask.call2(&window, &resolve, &options).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Whether the page is on the screen.
fn is_seen() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| !document.hidden())
}

/// Long work cut into stretches.
#[derive(Clone, Copy)]
pub struct Pace {
    since: f64,
    behind: bool,
}

impl Pace {
    /// Work begins.
    pub fn new() -> Self {
        Self {
            since: clock::ticks(),
            behind: false,
        }
    }

    /// Work begins that nobody waits for: it goes on only while there is nothing better to do.
    pub fn behind() -> Self {
        Self {
            behind: true,
            ..Self::new()
        }
    }

    /// Call between pieces of work: yields when the stretch was long enough.
    pub async fn breathe(&mut self) {
        if clock::ticks() - self.since < STRETCH {
            return;
        }
        // A page nobody sees is hardly ever told that it is idle.
        if self.behind && is_seen() {
            idle().await;
        } else {
            yield_now().await;
        }
        self.since = clock::ticks();
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}

/// Something to be done later, unless dropped before.
pub struct Timer {
    due: f64,
    number: i32,
    _then: Closure<dyn FnMut()>,
}

impl Timer {
    /// Does `then` after so many milliseconds.
    pub fn after(ms: i32, then: impl FnMut() + 'static) -> Self {
        let then = Closure::<dyn FnMut()>::new(then);
        let number = web_sys::window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(
                    then.as_ref().unchecked_ref(),
                    ms,
                )
                .ok()
        });
        Self {
            due: clock::ticks() + f64::from(ms),
            number: number.unwrap_or_default(),
            _then: then,
        }
    }

    /// When, in [`clock::ticks`].
    pub fn due(&self) -> f64 {
        self.due
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.number);
        }
    }
}
