//! State of the form of 課へ渡す, and the parts that it makes.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::part_file::HandoutForm;
use output::hands::Proposal;
use strategy::*;

/// State of the form. Copy it freely.
#[derive(Clone, Copy)]
pub struct GiveForm {
    pub to: RwSignal<String>,
    pub until: RwSignal<String>,
    pub years: RwSignal<BTreeSet<FiscalYear>>,
    pub work: RwSignal<BTreeSet<Work>>,
    pub records: RwSignal<BTreeSet<AnyId>>,
    pub way: RwSignal<HandoutForm>,
    /// True if each section that the plan names is given its own part.
    pub everyone: RwSignal<bool>,
    pub busy: RwSignal<bool>,
}

impl GiveForm {
    /// An empty form.
    pub fn set_up() -> Self {
        Self {
            to: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
            years: RwSignal::new(BTreeSet::new()),
            work: RwSignal::new(Work::ALL.iter().copied().collect()),
            records: RwSignal::new(BTreeSet::new()),
            way: RwSignal::new(HandoutForm::File),
            everyone: RwSignal::new(false),
            busy: RwSignal::new(false),
        }
    }

    /// Takes what the plan says that a section is responsible for.
    pub fn take(self, proposal: &Proposal) {
        self.everyone.set(false);
        self.to.set(proposal.owner.clone());
        self.records.set(proposal.records().collect());
    }

    /// Returns a part for each section, or the one that is filled in, without number, time, version and hash. Tracked.
    pub fn drafts(self, proposals: &[Proposal]) -> Vec<HandedPart> {
        match self.everyone.get() {
            true => {
                let draft = |one: &Proposal| self.draft(&one.owner, one.records());
                proposals.iter().map(draft).collect()
            }
            false => vec![self.draft(&self.to.get(), self.records.get())],
        }
    }

    fn draft(self, to: &str, records: impl IntoIterator<Item = AnyId>) -> HandedPart {
        let (years, work) = (self.years.get(), self.work.get());
        edit::part_to_hand_out(to, &self.until.get(), records, &years, &work)
    }
}
