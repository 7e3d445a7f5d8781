//! Receiver of QR frames.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::DeflateDecoder;

use super::LONGEST;
use super::blocks::{BlockSet, Solving};
use super::frame::{Frame, Transfer};
use super::sender::{hash, mark};

/// Result of reading a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Received {
    /// The code is damaged, or not one of ours (Q3).
    NotOurs,
    /// The frame is of another session (Q4).
    OtherSession,
    /// Some of the blocks are known.
    Part {
        /// Number of frames with new information.
        known: usize,
        /// Number of blocks.
        of: usize,
    },
    /// The whole content, byte for byte.
    Whole(Vec<u8>),
    /// The frame belongs to content that was received before.
    Known,
    /// All blocks arrived, but do not match the hash: the transfer starts again (Q2).
    Broken,
}

/// Receives codes of one session, from one device after the other.
#[derive(Debug, Clone)]
pub struct Receiver {
    session: u32,
    /// Transfers in progress; `None`: received completely.
    transfers: BTreeMap<Transfer, Option<Solving>>,
}

impl Receiver {
    /// Starts with no frames of the session with this number.
    pub fn new(session: u64) -> Self {
        Self {
            session: mark(session),
            transfers: BTreeMap::new(),
        }
    }

    /// Reads the bytes of a code.
    pub fn take(&mut self, code: &[u8]) -> Received {
        let Some(frame) = Frame::read(code) else {
            return Received::NotOurs;
        };
        if frame.transfer.session != self.session {
            return Received::OtherSession;
        }
        let (transfer, of) = (frame.transfer, frame.transfer.blocks());
        let state = self.transfers.entry(transfer);
        let state = state.or_insert_with(|| Some(Solving::new(of)));
        let Some(solving) = state else {
            return Received::Known;
        };
        solving.take(BlockSet::of(frame.number, of), frame.block);
        if !solving.is_solved() {
            let known = solving.known();
            return Received::Part { known, of };
        }
        match state.take().and_then(|solving| unpacked(solving, transfer)) {
            Some(bytes) => Received::Whole(bytes),
            None => {
                self.transfers.remove(&transfer);
                Received::Broken
            }
        }
    }
}

/// Returns the transferred bytes, if they are complete and match the hash (Q2).
fn unpacked(solving: Solving, transfer: Transfer) -> Option<Vec<u8>> {
    let packed = solving.solved()?;
    let packed = packed.get(..transfer.length as usize)?;
    let mut bytes = Vec::new();
    let mut unpacking = DeflateDecoder::new(packed).take(LONGEST);
    unpacking.read_to_end(&mut bytes).ok()?;
    (hash(&bytes) == transfer.hash).then_some(bytes)
}
