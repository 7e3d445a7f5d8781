//! ファイルを開く: reads the plan in a file of another program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::work::{Answer, WorkerJob};
use format::json;
use format::stratml::{self, NotStratMl};
use strategy::Strategy;

/// Request to the job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForeignPlanQuestion {
    /// Reads a StratML document; its records are numbered from here. File: the document. Answer: [`NotImported`], or
    /// why it is not read.
    Read(u64),
    /// Returns the plan that was read. Answer: our file, once.
    Plan,
}

/// Content of a document that is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NotImported {
    /// Names of the elements, and the number of each.
    pub elements: BTreeMap<String, usize>,
    /// Number of figures without a year, and of further figures for the same year.
    pub figures: usize,
}

/// Holds the last plan that was read.
#[derive(Default)]
pub struct ForeignPlans {
    plan: Option<Strategy>,
}

impl ForeignPlans {
    fn read(&mut self, bytes: &[u8], first: u64) -> Result<NotImported, NotStratMl> {
        self.plan = None;
        let read = stratml::read(bytes)?;
        let mut numbers = first..;
        let taken = recognise::stratml::plan(&read.document, || numbers.next().unwrap_or(first))?;
        self.plan = Some(taken.strategy);
        Ok(NotImported {
            elements: read.left,
            figures: taken.figures_left,
        })
    }
}

impl WorkerJob for ForeignPlans {
    type Question = ForeignPlanQuestion;
    const NAME: &'static str = "foreign_plans";

    fn answer(&mut self, question: ForeignPlanQuestion, files: &[Vec<u8>]) -> Option<Answer> {
        match question {
            ForeignPlanQuestion::Read(first) => Answer::told(&self.read(files.first()?, first)),
            ForeignPlanQuestion::Plan => Some(Answer::File {
                bytes: json::write(&self.plan.take()?).into_bytes(),
                media_type: "application/json",
            }),
        }
    }
}
