//! Commands on whole strategies. The code for them is fetched with the first of them.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{DocumentCommand, Workspace, fresh_id, unsay};
use crate::command::Command;
use ::words::{shell as words, start};
use device::asset::Unfetched;
use edit::add_outline;
use keep::News;
use strategy::{About, Strategy, Town};

/// Time that the code may take before a message is shown.
const PATIENCE: Duration = Duration::from_millis(400);

/// Why a part of the app is not there, and what helps.
pub(super) fn sentence(why: Unfetched) -> &'static str {
    match why {
        Unfetched::NotReached => words::not_fetched(),
        Unfetched::NotOurs => words::not_ours(),
    }
}

impl Workspace {
    /// Does a command as soon as the keeper has opened what the browser holds, and the code for it is there.
    pub fn send(self, command: DocumentCommand) {
        if !self.ready.get_untracked() {
            set_timeout(
                move || {
                    if !self.ready.get_untracked() {
                        self.notice.set(Some(words::waiting_store().to_owned()));
                    }
                },
                PATIENCE,
            );
            return self.queued.update_value(|queued| queued.push(command));
        }
        if let Some(module) = self.module.get_value() {
            return (module.run)(self, command);
        }
        let say = move || self.notice.set(Some(words::fetching().to_owned()));
        let saying = set_timeout_with_handle(say, PATIENCE);
        spawn_local(async move {
            let fetched = self.code.module.get().await;
            if let Ok(saying) = saying {
                saying.clear();
            }
            unsay(self.notice, words::fetching());
            match fetched {
                Ok(module) => {
                    self.module.set_value(Some(module));
                    for why in [Unfetched::NotReached, Unfetched::NotOurs] {
                        unsay(self.trouble, sentence(why));
                    }
                    (module.run)(self, command);
                }
                // The page that is to be opened says so itself.
                Err(_) if matches!(command, DocumentCommand::Open) => {}
                Err(why) => self.trouble.set(Some(sentence(why).to_owned())),
            }
        });
    }

    /// Does the commands that came before the keeper was ready.
    pub(super) fn send_queued(self) {
        let queued = self.queued.try_update_value(std::mem::take);
        for command in queued.unwrap_or_default() {
            self.send(command);
        }
    }

    /// Does something to the open strategy.
    pub fn act(self, command: Command) {
        if let Some(module) = self.module.get_value()
            && let Some(store) = untrack(|| self.open_store())
        {
            (module.perform)(store, command);
        }
    }

    /// Hears what the keeper tells of an open strategy.
    pub(super) fn tell_document(self, news: &News) {
        if let Some(module) = self.module.get_value() {
            (module.on_event)(self, news);
        }
    }

    pub(super) fn run(self, command: DocumentCommand) {
        match command {
            DocumentCommand::Open => self.open(),
            DocumentCommand::Sample(file) => self.open_sample(file),
            DocumentCommand::File(file, page) => self.open_file(file, page),
            DocumentCommand::Export(doc) => self.export_doc(doc),
            seldom => spawn_local(async move {
                match self.code.seldom.get().await {
                    Ok(run) => run(self, seldom),
                    Err(why) => self.say(sentence(why).to_owned()),
                }
            }),
        }
    }

    /// Does what is seldom wanted: the code for it is fetched with the first such command.
    pub(crate) fn run_seldom(self, command: DocumentCommand) {
        match command {
            DocumentCommand::Begin {
                town,
                title,
                period,
                skeleton,
                page,
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
                    // The outline fits the strategy that was just made for it.
                    let _ = edit.apply(&mut strategy);
                }
                self.create(strategy, page);
            }
            DocumentCommand::OpenApart => spawn_local(self.open_apart()),
            DocumentCommand::Duplicate(doc) => self.duplicate(doc),
            DocumentCommand::NextPeriod(doc) => self.next_period(doc),
            DocumentCommand::Trash(doc) => self.trash(doc),
            DocumentCommand::Restore(doc) => self.restore(doc),
            DocumentCommand::Purge(doc) => self.purge(doc),
            DocumentCommand::DownloadAside(aside) => self.download_aside(aside),
            DocumentCommand::Open
            | DocumentCommand::Sample(_)
            | DocumentCommand::File(..)
            | DocumentCommand::Export(_) => self.run(command),
        }
    }
}
