//! Checksums, to know bytes again.

/// FNV-1a, 64 bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checksum(u64);

impl Checksum {
    /// The sum of no bytes.
    pub const START: Checksum = Checksum(0xcbf2_9ce4_8422_2325);

    /// Goes on with more bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    /// The checksum as a number.
    pub fn number(self) -> u64 {
        self.0
    }
}

const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Bytes of a word.
const WORD: usize = 8;

/// The same by words of eight bytes: an eighth of the steps, for the snapshot that is read each time a strategy is opened
/// (g39). Each step keeps different sums apart, so one changed word always changes the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordSum {
    sum: u64,
    /// Bytes that are no whole word yet.
    rest: [u8; WORD],
    length: u64,
}

impl WordSum {
    /// The sum of no bytes.
    pub const START: WordSum = WordSum {
        sum: Checksum::START.0,
        rest: [0; WORD],
        length: 0,
    };

    /// Goes on with more bytes. However they are divided, the sum is the same.
    pub fn add(&mut self, mut bytes: &[u8]) {
        let begun = (self.length % WORD as u64) as usize;
        self.length += bytes.len() as u64;
        if begun > 0 {
            let (first, others) = bytes.split_at(bytes.len().min(WORD - begun));
            self.rest[begun..begun + first.len()].copy_from_slice(first);
            if begun + first.len() < WORD {
                return;
            }
            self.sum = step(self.sum, self.rest);
            bytes = others;
        }
        let (words, others) = bytes.as_chunks::<WORD>();
        for word in words {
            self.sum = step(self.sum, *word);
        }
        self.rest[..others.len()].copy_from_slice(others);
    }

    /// The sum as a number, the length among the words.
    pub fn number(self) -> u64 {
        let mut last = [0; WORD];
        let begun = (self.length % WORD as u64) as usize;
        last[..begun].copy_from_slice(&self.rest[..begun]);
        step(step(self.sum, last), self.length.to_le_bytes())
    }
}

fn step(sum: u64, word: [u8; WORD]) -> u64 {
    (sum ^ u64::from_le_bytes(word))
        .wrapping_mul(PRIME)
        .rotate_left(29)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(parts: &[&[u8]]) -> u64 {
        let mut sum = WordSum::START;
        for part in parts {
            sum.add(part);
        }
        sum.number()
    }

    #[test]
    fn g39_bytes_are_summed_as_ever() {
        let mut sum = Checksum::START;
        sum.add(b"foobar");
        assert_eq!(sum.number(), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn g39_words_have_one_sum_however_they_come() {
        let bytes: Vec<u8> = (0..61).map(|at| (at * 7) as u8).collect();
        let whole = words(&[&bytes]);
        for first in 0..bytes.len() {
            for second in first..bytes.len() {
                let parts = [&bytes[..first], &bytes[first..second], &bytes[second..]];
                assert_eq!(words(&parts), whole, "{first} {second}");
            }
        }
    }

    #[test]
    fn g39_every_changed_bit_and_every_length_changes_the_sum() {
        let bytes = [0_u8; 20];
        let whole = words(&[&bytes]);
        for bit in 0..bytes.len() * 8 {
            let mut other = bytes;
            other[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(words(&[&other]), whole, "{bit}");
        }
        for length in 0..bytes.len() {
            assert_ne!(words(&[&bytes[..length]]), whole, "{length}");
        }
    }
}
