//! The fields of a decision: name, date, decider, reason.

use leptos::prelude::*;

use crate::parts::FormInput;
use crate::workspace::Workspace;
use edit::RevisionDecision;
use strategy::Date;

/// Texts of a decision while they are typed.
#[derive(Clone, Copy)]
pub struct DecisionDraft {
    /// 名称.
    pub title: RwSignal<String>,
    date: RwSignal<String>,
    by: RwSignal<String>,
    reason: RwSignal<String>,
}

impl DecisionDraft {
    /// A draft of today with a name.
    pub fn named(title: String) -> Self {
        Self {
            title: RwSignal::new(title),
            date: RwSignal::new(Workspace::here().today()),
            by: RwSignal::new(String::new()),
            reason: RwSignal::new(String::new()),
        }
    }

    /// The decision as it is typed now.
    pub fn decision(self) -> RevisionDecision {
        RevisionDecision {
            date: Date(self.date.get_untracked()),
            by: self.by.get_untracked(),
            reason: self.reason.get_untracked(),
        }
    }

    /// Field of 名称.
    pub fn title_field(self, id: &'static str, label: &'static str) -> AnyView {
        view! { <FormInput id label value=self.title /> }.into_any()
    }

    /// Field of 日付.
    pub fn date_field(self, id: &'static str, label: &'static str) -> AnyView {
        view! { <FormInput id label kind="date" value=self.date /> }.into_any()
    }

    /// Field of 決定者.
    pub fn by_field(self, id: &'static str, label: &'static str) -> AnyView {
        view! { <FormInput id label value=self.by /> }.into_any()
    }

    /// Field of 理由.
    pub fn reason_field(self, id: &'static str, label: &'static str) -> AnyView {
        view! { <FormInput id label value=self.reason /> }.into_any()
    }
}
