//! State of the form of 課へ渡す, and the lines of the ledger that it makes.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::part_file::Way;
use crate::workspace::fresh_id;
use keep::DocId;
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
    pub way: RwSignal<Way>,
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
            way: RwSignal::new(Way::File),
            everyone: RwSignal::new(false),
            busy: RwSignal::new(false),
        }
    }

    /// Takes what the plan says that a section is responsible for.
    pub fn take(self, proposal: &Proposal) {
        self.everyone.set(false);
        self.to.set(proposal.owner.clone());
        self.records.set(records_of(proposal).collect());
    }

    /// Returns a part for each section, or the one that is filled in, without number, time, version and hash. Tracked.
    pub fn drafts(self, proposals: &[Proposal]) -> Vec<HandedPart> {
        match self.everyone.get() {
            true => {
                let draft = |one: &Proposal| {
                    let records = records_of(one).map(|id| id.to_string());
                    self.draft(one.owner.clone(), records.collect())
                };
                proposals.iter().map(draft).collect()
            }
            false => {
                let records = self.records.get();
                let records = records.iter().map(AnyId::to_string).collect();
                vec![self.draft(self.to.get().trim().to_owned(), records)]
            }
        }
    }

    fn draft(self, to: String, records: Vec<String>) -> HandedPart {
        let work = self.work.get();
        let until = self.until.get();
        HandedPart {
            to,
            until: (!until.is_empty()).then_some(Date(until)),
            records,
            years: self.years.get().into_iter().collect(),
            work: match work.len() == Work::ALL.len() {
                true => Vec::new(),
                false => work.into_iter().collect(),
            },
            ..HandedPart::default()
        }
    }
}

fn records_of(proposal: &Proposal) -> impl Iterator<Item = AnyId> {
    let measures = proposal.measures.iter().map(|id| AnyId::from(*id));
    let indicators = proposal.indicators.iter().map(|id| AnyId::from(*id));
    measures.chain(indicators)
}

/// Makes drafts lines of the ledger: each has its number, the time, and its place among all parts handed out.
pub fn numbered(drafts: Vec<HandedPart>, at: &str, before: usize) -> Vec<HandedPart> {
    let line = |(nth, draft): (usize, HandedPart)| HandedPart {
        id: DocId::new(fresh_id()).to_string(),
        at: at.to_owned(),
        revision: u32::try_from(before + nth + 1).unwrap_or(u32::MAX),
        ..draft
    };
    drafts.into_iter().enumerate().map(line).collect()
}
