//! Waiting without blocking the browser.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::object;

/// Lets the browser paint and handle input, then continues.
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

/// Calls `scheduler.yield()`, if the browser has it.
fn scheduler_yield() -> Option<Promise> {
    let scheduler = Reflect::get(&js_sys::global(), &JsValue::from_str("scheduler")).ok()?;
    let function: Function = Reflect::get(&scheduler, &JsValue::from_str("yield"))
        .ok()?
        .dyn_into()
        .ok()?;
    function.call0(&scheduler).ok()?.dyn_into().ok()
}

/// Waits until the pending microtasks of this turn are done.
pub async fn tick() {
    let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
}

/// Longest wait for the next frame, in ms, because a page may be invisible.
const UNSEEN: i32 = 100;

/// Waits until the browser is about to paint.
pub async fn frame() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Ignore errors: if one of them fails, the other resolves the promise.
            let _ = window.request_animation_frame(&resolve);
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, UNSEEN);
        } else {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// Waits this many milliseconds.
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

/// Waits until the browser is idle, two seconds at most.
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
    let options = object::with("timeout", &2000.into());
    let promise = Promise::new(&mut |resolve, _| {
        if ask.call2(&window, &resolve, &options).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}
