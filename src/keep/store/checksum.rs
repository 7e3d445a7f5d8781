//! A checksum, to know bytes again.

/// FNV-1a, 64 bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checksum(u64);

impl Checksum {
    /// The sum of no bytes.
    pub const START: Checksum = Checksum(0xcbf2_9ce4_8422_2325);

    /// Goes on with more bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// The checksum as a number.
    pub fn number(self) -> u64 {
        self.0
    }
}
