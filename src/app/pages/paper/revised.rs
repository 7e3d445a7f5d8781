//! The two versions that the 新旧対照表 compares, and their contents.

use leptos::prelude::*;

use crate::pages::versions::version_name;
use crate::parts::Choice;
use crate::session::Session;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::paper as words;
use format::document::Block;
use keep::{Version, VersionKind};
use output::paper::{Paper, PastRevision, Revised, revision_history, revisions};
use strategy::Strategy;

/// The plan as it is now, among the versions.
const NOW: &str = "";

/// The two versions chosen, in this tab.
#[derive(Clone, Copy)]
pub struct RevisedVersions {
    session: Session,
    workspace: Workspace,
    /// 改正前: a version; nothing: the newest one with a name, or the newest.
    before: RwSignal<Option<String>>,
    /// 改正後: a version, or the plan as it is now.
    after: RwSignal<String>,
    /// Versions read so far.
    read: RwSignal<Vec<(String, Strategy)>, LocalStorage>,
}

impl RevisedVersions {
    /// This version, or else the newest one, and the plan as it is now.
    pub fn since(version: Option<String>) -> Self {
        Self {
            session: Session::here(),
            workspace: Workspace::here(),
            before: RwSignal::new(version),
            after: RwSignal::new(NOW.to_owned()),
            read: RwSignal::new_local(Vec::new()),
        }
    }

    /// The version that was before.
    fn earlier(self) -> String {
        if let Some(chosen) = self.before.get() {
            return chosen;
        }
        let all = self.session.versions();
        let named = all
            .iter()
            .find(|version| version.kind == VersionKind::Named);
        let newest = named.or(all.first());
        newest.map(|version| version.id.clone()).unwrap_or_default()
    }

    /// The table, once what it compares is read.
    pub fn paper(self, store: Store, scale: f64) -> Paper {
        let (before, after) = (self.earlier(), self.after.get());
        if !self.has(&before) || !self.has(&after) {
            return waiting(scale);
        }
        let [before_name, after_name] = [&before, &after].map(|id| self.called(id));
        store.follow(|now| {
            self.read.with(|read| {
                let find = |id: &String| {
                    let found = read.iter().find(|(one, _)| one == id);
                    found.map_or(now, |(_, strategy)| strategy)
                };
                revisions(&Revised {
                    before: (find(&before), before_name),
                    after: (find(&after), after_name),
                    scale,
                })
            })
        })
    }

    /// 見直しの履歴, with the tables of the versions that are read.
    pub fn history(self, store: Store, scale: f64) -> Paper {
        store.follow(|now| {
            self.read.with(|read| {
                let find = |id: &String| {
                    let found = read.iter().find(|(one, _)| one == id);
                    found.map(|(_, strategy)| strategy)
                };
                let about = now.about();
                let past = about.revisions.iter().map(|revision| PastRevision {
                    revision,
                    versions: Option::zip(
                        find(&revision.before),
                        match revision.after.as_str() {
                            NOW => Some(now),
                            _ => find(&revision.after),
                        },
                    ),
                });
                let past: Vec<_> = past.collect();
                revision_history(now, &past, scale)
            })
        })
    }

    /// Tracked: the versions that the 新旧対照表 compares.
    pub fn compared(self) -> Vec<String> {
        vec![self.earlier(), self.after.get()]
    }

    fn has(self, id: &str) -> bool {
        id == NOW || self.read.with(|read| read.iter().any(|(one, _)| one == id))
    }

    fn called(self, id: &str) -> String {
        let all = self.session.versions();
        let version = all.iter().find(|version| version.id == id);
        version.map_or(words::plan_now().to_owned(), |version| self.name(version))
    }

    fn name(self, version: &Version) -> String {
        version_name(version, &self.workspace.today())
    }

    /// Reads the versions that are wanted and were not read yet.
    pub fn follow(self, wanted: Signal<Vec<String>>) {
        let workspace = self.workspace;
        Effect::new(move |_| {
            let wanted = wanted.get();
            for version in self.session.versions() {
                if wanted.contains(&version.id) && !self.has(&version.id) {
                    let id = version.id.clone();
                    workspace.read_version(version, move |strategy| {
                        self.read.update(|read| read.push((id, strategy)));
                    });
                }
            }
        });
    }
}

/// Paper shown while a version is read.
fn waiting(scale: f64) -> Paper {
    let blocks = vec![Block::body(words::reading_version())];
    Paper::new(vec![blocks], true, scale)
}

/// Choice of the two versions.
#[component]
pub fn RevisedChoice(revised: RevisedVersions) -> impl IntoView {
    let options = Signal::derive(move || {
        let all = revised.session.versions();
        let versions = all
            .iter()
            .map(|version| (version.id.clone(), revised.name(version)));
        let now = (NOW.to_owned(), words::plan_now().to_owned());
        std::iter::once(now).chain(versions).collect::<Vec<_>>()
    });
    let one = move |label: &'static str, value: Signal<String>, choose: Callback<String>| {
        view! {
            <div class="labelled">
                <span class="label" aria-hidden="true">{label}</span>
                <Choice shows=true label=label.to_owned() value options on_change=choose />
            </div>
        }
    };
    view! {
        {one(
            words::revised_after(),
            revised.after.into(),
            Callback::new(move |id: String| revised.after.set(id)),
        )}
        {one(
            words::revised_before(),
            Signal::derive(move || revised.earlier()),
            Callback::new(move |id: String| revised.before.set(Some(id))),
        )}
    }
}
