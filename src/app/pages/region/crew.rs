//! The workers that read beside the page. Where there can be none, the page reads by itself.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::beside::Code;
use crate::browser::time;
use crate::browser::worker::{self, Worker};

/// More of them would wait for each other.
const MOST: usize = 4;

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
                let Some(worker) = code.worker().await else {
                    return;
                };
                // The page may have been left: then it ends.
                crew.0
                    .try_update_value(|workers| workers.push(Rc::new(worker)));
            }
        });
        crew
    }

    /// Those that are there.
    pub fn workers(self) -> Vec<Rc<Worker>> {
        self.0.try_get_value().unwrap_or_default()
    }
}
