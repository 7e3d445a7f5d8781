//! 原稿: the plan and its papers as documents that an office goes on with in a word processor (D1…), or as text.

mod whole;

pub use whole::{whole, whole_steps};

use crate::paper::Paper;
use ::words::paper as words;
use format::document::{Block, Document};
use strategy::About;

/// Side margins, in mm: of a plan, and of a paper whose columns fill its width.
const COVER_SIDE: u16 = 20;
const SIDE: u16 = 15;

/// Returns a paper as a document with this name.
pub fn of_paper(paper: Paper, about: &About, name: &str) -> Document {
    let mut all = Vec::new();
    for part in paper.parts {
        all.push(Block::NewPage);
        all.extend(part);
    }
    Document {
        wide: paper.wide,
        large: paper.large,
        side: SIDE,
        scale: paper.scale,
        blocks: all,
        ..titled(about, name)
    }
}

/// A document of nothing yet.
fn titled(about: &About, name: &str) -> Document {
    let running = words::running(&about.title, name);
    Document {
        title: running.clone(),
        author: about.town.name.clone(),
        running,
        ..Document::default()
    }
}
