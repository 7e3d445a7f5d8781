//! Errands: what takes a whole strategy in hand. The code for it is fetched with the first of them.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, Errand, fresh_id, unsay};
use crate::app::asset::Unfetched;
use crate::app::command::Command;
use crate::edit::add_outline;
use crate::keep::News;
use crate::strategy::{About, Strategy, Town};
use crate::words::{shell as words, start};

/// How long the code may take to come before that is told.
const PATIENCE: Duration = Duration::from_millis(400);

/// Why a part of the app is not there, and what helps.
pub(super) fn sentence(why: Unfetched) -> &'static str {
    match why {
        Unfetched::NotReached => words::not_fetched(),
        Unfetched::NotOurs => words::not_ours(),
    }
}

impl Desk {
    /// Does an errand as soon as the keeper has opened what the browser holds, and the code for it is there.
    pub fn send(self, errand: Errand) {
        if !self.ready.get_untracked() {
            set_timeout(
                move || {
                    if !self.ready.get_untracked() {
                        self.told.set(Some(words::waiting_store().to_owned()));
                    }
                },
                PATIENCE,
            );
            return self.early.update_value(|early| early.push(errand));
        }
        if let Some(hands) = self.hands.get_value() {
            return (hands.run)(self, errand);
        }
        let say = move || self.told.set(Some(words::fetching().to_owned()));
        let saying = set_timeout_with_handle(say, PATIENCE);
        spawn_local(async move {
            let fetched = self.code.hands.get().await;
            if let Ok(saying) = saying {
                saying.clear();
            }
            unsay(self.told, words::fetching());
            match fetched {
                Ok(hands) => {
                    self.hands.set_value(Some(hands));
                    for why in [Unfetched::NotReached, Unfetched::NotOurs] {
                        unsay(self.trouble, sentence(why));
                    }
                    (hands.run)(self, errand);
                }
                // The page that is to be opened says so itself.
                Err(_) if matches!(errand, Errand::Open) => {}
                Err(why) => self.trouble.set(Some(sentence(why).to_owned())),
            }
        });
    }

    /// Does the errands that came too early.
    pub(super) fn send_early(self) {
        let early = self.early.try_update_value(std::mem::take);
        for errand in early.unwrap_or_default() {
            self.send(errand);
        }
    }

    /// Does something to the open strategy.
    pub fn act(self, command: Command) {
        if let Some(hands) = self.hands.get_value()
            && let Some(store) = untrack(|| self.open_store())
        {
            (hands.perform)(store, command);
        }
    }

    /// Hears what the keeper tells of an open strategy.
    pub(super) fn hear_of(self, news: &News) {
        if let Some(hands) = self.hands.get_value() {
            (hands.hear)(self, news);
        }
    }

    pub(super) fn run(self, errand: Errand) {
        match errand {
            Errand::Open => self.open(),
            Errand::Sample(file) => self.open_sample(file),
            Errand::File(file) => self.open_file(file),
            Errand::Export(doc) => self.export_doc(doc),
            seldom => spawn_local(async move {
                match self.code.shelve.get().await {
                    Ok(shelve) => shelve(self, seldom),
                    Err(why) => self.say(sentence(why).to_owned()),
                }
            }),
        }
    }

    /// Does what is seldom wanted: the code for it is fetched with the first such errand.
    pub(in crate::app) fn shelve(self, errand: Errand) {
        match errand {
            Errand::Begin {
                town,
                title,
                period,
                skeleton,
            } => {
                let mut strategy = Strategy::default();
                strategy.about.insert(About {
                    title,
                    town: Town {
                        name: town,
                        code: String::new(),
                    },
                    period,
                    ..About::default()
                });
                if skeleton && let Ok(edit) = add_outline(&strategy, &start::skeleton(), fresh_id) {
                    // What was just made fits what it was made for.
                    let _ = edit.apply(&mut strategy);
                }
                self.create(strategy);
            }
            Errand::Duplicate(doc) => self.duplicate(doc),
            Errand::NextPeriod(doc) => self.next_period(doc),
            Errand::Trash(doc) => self.trash(doc),
            Errand::Restore(doc) => self.restore(doc),
            Errand::Purge(doc) => self.purge(doc),
            Errand::DownloadAside(aside) => self.download_aside(aside),
            Errand::Open | Errand::Sample(_) | Errand::File(_) | Errand::Export(_) => {
                self.run(errand)
            }
        }
    }
}
