//! A frame: its head, its block, and the checksum over both.

use flate2::Crc;

/// Mark at the beginning of every frame, which no other code has.
const MARK: [u8; 3] = *b"MQ1";
/// Bytes before the block: mark, session, hash, length, number.
const HEAD: usize = 3 + 4 + 8 + 4 + 4;
const CHECK: usize = 4;

/// Header that all frames of one transfer share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Transfer {
    /// Part of the number of the session.
    pub session: u32,
    /// First bytes of the hash of the content.
    pub hash: [u8; 8],
    /// Size of the packed content, in bytes.
    pub length: u32,
}

impl Transfer {
    /// Returns the number of blocks.
    pub fn blocks(&self) -> usize {
        (self.length as usize).div_ceil(super::BLOCK).max(1)
    }

    /// Returns the length of each block, the last one filled up.
    pub fn block_length(&self) -> usize {
        (self.length as usize).div_ceil(self.blocks()).max(1)
    }
}

/// A frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Transfer.
    pub transfer: Transfer,
    /// Number.
    pub number: u32,
    /// A block, or a sum of blocks.
    pub block: Vec<u8>,
}

fn checksum(bytes: &[u8]) -> [u8; CHECK] {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum().to_le_bytes()
}

impl Frame {
    /// Returns the bytes of the frame.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD + self.block.len() + CHECK);
        bytes.extend(MARK);
        bytes.extend(self.transfer.session.to_le_bytes());
        bytes.extend(self.transfer.hash);
        bytes.extend(self.transfer.length.to_le_bytes());
        bytes.extend(self.number.to_le_bytes());
        bytes.extend(&self.block);
        bytes.extend(checksum(&bytes));
        bytes
    }

    /// Reads a frame; `None` if it is damaged, or not a frame (Q3).
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let (frame, check) = bytes.split_last_chunk::<CHECK>()?;
        if checksum(frame) != *check {
            return None;
        }
        let rest = frame.strip_prefix(&MARK)?;
        let (session, rest) = rest.split_first_chunk::<4>()?;
        let (hash, rest) = rest.split_first_chunk::<8>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let (number, block) = rest.split_first_chunk::<4>()?;
        let transfer = Transfer {
            session: u32::from_le_bytes(*session),
            hash: *hash,
            length: u32::from_le_bytes(*length),
        };
        let fits = transfer.blocks() <= super::MOST && block.len() == transfer.block_length();
        fits.then(|| Self {
            transfer,
            number: u32::from_le_bytes(*number),
            block: block.to_vec(),
        })
    }
}
