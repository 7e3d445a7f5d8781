//! Work beside the page: a worker answers requests about files, several at a time, each as soon as it is done.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array, WebAssembly};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, Event, MessageEvent, Url};

/// Code after the glue of a worker: the first message is the compiled module. A rejected promise is reported to the
/// page like any other error.
const START: &str = r#"
addEventListener("unhandledrejection", ({ reason }) => { throw reason; });
onmessage = ({ data }) => wasm_bindgen({ module_or_path: data });
"#;

/// Returns the number of workers that this device can use, `most` at most.
pub fn useful(most: usize) -> usize {
    let cores = web_sys::window().map(|window| window.navigator().hardware_concurrency());
    (cores.unwrap_or_default() as usize).clamp(1, most)
}

/// A worker, seen from the page. It ends when it is dropped.
pub struct Worker {
    raw: web_sys::Worker,
    asked: Rc<RefCell<AskedWorker>>,
    _hear: Closure<dyn FnMut(MessageEvent)>,
    _fail: Closure<dyn FnMut(Event)>,
}

/// Requests to a worker that have no answer yet.
#[derive(Default)]
struct AskedWorker {
    /// Callbacks by the number of the request; `None` once answered.
    waiting: Vec<Option<Function>>,
    /// True if it no longer answers.
    is_dead: bool,
}

impl AskedWorker {
    fn wait(&mut self, answered: Function) -> u32 {
        self.waiting.push(Some(answered));
        self.waiting.len() as u32 - 1
    }

    fn answer(&mut self, number: u32, answer: &JsValue) {
        let waiting = self.waiting.get_mut(number as usize);
        if let Some(answered) = waiting.and_then(Option::take) {
            // Resolving a promise does not fail.
            let _ = answered.call1(&JsValue::NULL, answer);
        }
    }

    fn die(&mut self) {
        self.is_dead = true;
        for answered in self.waiting.drain(..).flatten() {
            let _ = answered.call1(&JsValue::NULL, &JsValue::UNDEFINED);
        }
    }
}

/// Request that every worker answers first, to show that it runs.
const THERE: u32 = 0;

impl Worker {
    /// Starts a worker from its glue and its code; `None` if that fails.
    pub async fn start(glue: &str, code: &WebAssembly::Module) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type("text/javascript");
        let parts = Array::of2(&glue.into(), &START.into());
        let script = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        let url = Url::create_object_url_with_blob(&script).ok()?;
        let worker = web_sys::Worker::new(&url).map(Self::heard);
        let there = match &worker {
            Ok(worker) => worker.is_there(code).await,
            Err(_) => false,
        };
        // The worker has read its script by now, or never will.
        let _ = Url::revoke_object_url(&url);
        worker.ok().filter(|_| there)
    }

    fn heard(raw: web_sys::Worker) -> Self {
        let asked = Rc::new(RefCell::new(AskedWorker::default()));
        let hear = {
            let asked = Rc::clone(&asked);
            move |event: MessageEvent| {
                let told = Array::from(&event.data());
                let number = told.get(0).as_f64().unwrap_or_default();
                asked.borrow_mut().answer(number as u32, &told.get(1));
            }
        };
        let fail = {
            let asked = Rc::clone(&asked);
            move |event: Event| {
                // The callers continue without the worker.
                event.prevent_default();
                asked.borrow_mut().die();
            }
        };
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(hear);
        let fail = Closure::<dyn FnMut(Event)>::new(fail);
        raw.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        raw.set_onerror(Some(fail.as_ref().unchecked_ref()));
        Self {
            raw,
            asked,
            _hear: hear,
            _fail: fail,
        }
    }

    async fn is_there(&self, code: &WebAssembly::Module) -> bool {
        let there = self.answer(|_| self.raw.post_message(code).is_ok());
        there.await.is_truthy()
    }

    /// Sends a request about files to one of its jobs, and returns the answer; undefined if there is none, or the
    /// worker has ended. The worker reads the files itself.
    pub async fn ask(&self, work: &str, question: &str, files: &[&Blob]) -> JsValue {
        let files: Array = files.iter().copied().collect();
        let ask = |number: u32| {
            let (work, question) = (work.into(), question.into());
            let asked = Array::of4(&number.into(), &work, &question, &files);
            self.raw.post_message(&asked).is_ok()
        };
        self.answer(ask).await
    }

    /// Waits for the answer to a message; `send` gets the number of the request.
    async fn answer(&self, send: impl Fn(u32) -> bool) -> JsValue {
        let promise = Promise::new(&mut |answered, _| {
            let is_dead = self.asked.borrow().is_dead;
            let number = self.asked.borrow_mut().wait(answered);
            if is_dead || !send(number) {
                self.asked.borrow_mut().answer(number, &JsValue::UNDEFINED);
            }
        });
        JsFuture::from(promise).await.unwrap_or_default()
    }
}

impl Worker {
    /// Ends the worker at once; pending requests get an empty answer.
    pub fn end(&self) {
        self.raw.terminate();
        self.asked.borrow_mut().die();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.raw.set_onmessage(None);
        self.raw.set_onerror(None);
        self.end();
    }
}

/// A request to a worker.
pub struct WorkerRequest {
    /// Name of the job.
    pub work: String,
    /// The request.
    pub question: String,
    /// Bytes of its files.
    pub files: Vec<Vec<u8>>,
}

impl WorkerRequest {
    /// Reads a message; `None` if a file could not be read.
    async fn of(message: &Array) -> Option<Self> {
        // All reads start before the first one is awaited.
        let files = Array::from(&message.get(3)).into_iter();
        let coming: Array = files
            .map(|file| file.unchecked_into::<Blob>().array_buffer())
            .collect();
        let buffers = JsFuture::from(Promise::all(&coming)).await.ok()?;
        let read = Array::from(&buffers).into_iter();
        let read = read.map(|buffer| Uint8Array::new(&buffer).to_vec());
        Some(Self {
            work: message.get(1).as_string()?,
            question: message.get(2).as_string()?,
            files: read.collect(),
        })
    }
}

/// Answers requests; call it in the worker.
pub fn answer(say: impl Fn(WorkerRequest) -> Option<JsValue> + 'static) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let say = Rc::new(say);
    let hear = {
        let scope = scope.clone();
        move |event: MessageEvent| {
            let message = Array::from(&event.data());
            let (scope, say) = (scope.clone(), Rc::clone(&say));
            spawn_local(async move {
                let said = WorkerRequest::of(&message)
                    .await
                    .and_then(|asked| say(asked));
                let said = said.unwrap_or(JsValue::UNDEFINED);
                // If the message cannot be sent, the page is gone.
                let _ = scope.post_message(&Array::of2(&message.get(0), &said));
            });
        }
    };
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(hear);
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // The listener lives as long as the worker.
    hear.forget();
    let _ = scope.post_message(&Array::of2(&THERE.into(), &JsValue::TRUE));
}
