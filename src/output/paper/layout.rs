//! Papers and their pages.

use format::document::{Block, Style};

/// A paper before it is divided into pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// True for landscape.
    pub wide: bool,
    /// True for A3 instead of A4.
    pub large: bool,
    /// The size of its letters; 1 is the usual size.
    pub scale: f64,
    /// Its parts, each of which begins a page.
    pub parts: Vec<Vec<Block>>,
    /// The largest number of pages, if it is limited.
    pub most: Option<usize>,
}

impl Default for Paper {
    fn default() -> Self {
        Self::new(Vec::new(), false, 1.0)
    }
}

impl Paper {
    /// Makes a paper of A4 with any number of pages.
    pub fn new(parts: Vec<Vec<Block>>, wide: bool, scale: f64) -> Self {
        Self {
            wide,
            large: false,
            scale,
            parts,
            most: None,
        }
    }
}

/// A paper divided into pages.
#[derive(Debug, Clone, PartialEq)]
pub struct PagedPaper {
    /// True for landscape.
    pub wide: bool,
    /// True for A3 instead of A4.
    pub large: bool,
    /// The size of its letters, the same on every page; 1 is the usual size.
    pub scale: f64,
    /// Its pages.
    pub pages: Vec<LaidPage>,
}

impl Default for PagedPaper {
    fn default() -> Self {
        Self {
            wide: false,
            large: false,
            scale: 1.0,
            pages: Vec::new(),
        }
    }
}

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LaidPage {
    /// Its content, from the top.
    pub blocks: Vec<Block>,
}

impl LaidPage {
    /// Returns true if a section begins at its top.
    pub fn begins(&self) -> bool {
        let goes_on =
            |block: &&Block| matches!(block, Block::Text(Style::Above | Style::Continued, _));
        let first = self.blocks.iter().find(|block| !goes_on(block));
        matches!(first, Some(Block::Heading(..)))
    }
}
