//! The workers that read beside the page. Where there can be none, the page reads by itself.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::job_runner::Code;
use browser::files::Pieces;
use browser::time;
use browser::worker::{self, Worker};
use device::asset;
use jobs::{DigestQuestion, Digests, WorkerJob};

/// More of them would wait for each other.
const MOST: usize = 4;
/// Sample by which the workers warm up, and the number of times.
const SAMPLE: &str = "samples/mihon.json";
const TIMES: usize = 8;

/// The workers of the page, as long as it is there. Copy it freely.
#[derive(Clone, Copy)]
pub struct Crew(StoredValue<Vec<Rc<Worker>>, LocalStorage>);

impl Crew {
    /// None yet; they come while the page has nothing better to do.
    pub fn coming() -> Self {
        let crew = Self(StoredValue::new_local(Vec::new()));
        spawn_local(async move {
            time::idle().await;
            let Some(code) = Code::fetched().await else {
                return;
            };
            for _ in 0..worker::useful(MOST) {
                let Some(worker) = code.worker().await.map(Rc::new) else {
                    return;
                };
                // The page may have been left: then it ends.
                let ready = Rc::clone(&worker);
                crew.0.try_update_value(|workers| workers.push(ready));
                spawn_local(async move { practise(&worker).await });
            }
        });
        crew
    }

    /// Those that are there.
    pub fn workers(self) -> Vec<Rc<Worker>> {
        self.0.try_get_value().unwrap_or_default()
    }
}

/// Lets a worker read what travels with the app, so that the browser has its code at hand when files are chosen.
async fn practise(worker: &Worker) {
    let Ok(sample) = asset::load(SAMPLE).await else {
        return;
    };
    let Ok(sample) = Pieces::from(sample.as_slice()).blob("") else {
        return;
    };
    let question = DigestQuestion { today: 0 }.written();
    worker
        .ask(Digests::NAME, &question, &[&sample; TIMES])
        .await;
}
