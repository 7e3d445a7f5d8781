//! Sender of QR frames.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use super::blocks::{BlockSet, add};
use super::frame::{Frame, Transfer};
use super::{BLOCK, MOST};

/// Error: the transfer would take too long; the least number of frames (Q6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong(pub usize);

/// A transfer as an endless sequence of frames.
#[derive(Debug, Clone)]
pub struct Sender {
    transfer: Transfer,
    packed: Vec<u8>,
}

/// Returns the hash by which both sides identify the content.
pub(super) fn hash(bytes: &[u8]) -> [u8; 8] {
    let whole: [u8; 32] = Sha256::digest(bytes).into();
    std::array::from_fn(|at| whole[at])
}

/// Returns the mark of a session that every frame carries: its number, folded to 32 bits.
pub(super) fn mark(session: u64) -> u32 {
    (session ^ (session >> 32)) as u32
}

impl Sender {
    /// Packs the content to send, for the session with this number.
    pub fn new(bytes: &[u8], session: u64) -> Result<Self, TooLong> {
        let mut packing = DeflateEncoder::new(Vec::new(), Compression::best());
        let packed = packing.write_all(bytes).and_then(|()| packing.finish());
        // Writing into memory does not fail.
        let packed = packed.unwrap_or_default();
        let blocks = packed.len().div_ceil(BLOCK);
        let length = u32::try_from(packed.len()).map_err(|_| TooLong(blocks))?;
        if blocks > MOST {
            return Err(TooLong(blocks));
        }
        let transfer = Transfer {
            session: mark(session),
            hash: hash(bytes),
            length,
        };
        Ok(Self { transfer, packed })
    }

    /// Returns the smallest number of frames needed.
    pub fn blocks(&self) -> usize {
        self.transfer.blocks()
    }

    /// Returns the frame with a number: first the blocks, then sums of them.
    pub fn frame(&self, number: u32) -> Vec<u8> {
        let long = self.transfer.block_length();
        let mut block = vec![0; long];
        for one in BlockSet::of(number, self.blocks()).blocks() {
            let from = (one * long).min(self.packed.len());
            let to = (from + long).min(self.packed.len());
            add(&mut block, &self.packed[from..to]);
        }
        let frame = Frame {
            transfer: self.transfer,
            number,
            block,
        };
        frame.write()
    }
}
