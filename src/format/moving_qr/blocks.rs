//! The blocks that a frame is the sum of, and the solver for the blocks.

/// Set of blocks that a frame is the sum of: one bit for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockSet(Vec<u64>);

impl BlockSet {
    /// Returns the set of the frame with a number, out of `blocks` blocks: the same on both sides.
    pub fn of(number: u32, blocks: usize) -> Self {
        let words = blocks.div_ceil(64);
        if (number as usize) < blocks {
            let mut one = Self(vec![0; words]);
            one.0[number as usize / 64] |= 1 << (number % 64);
            return one;
        }
        let mut state = (u64::from(number) << 32) ^ blocks as u64;
        let mut choice = Self((0..words).map(|_| scattered(&mut state)).collect());
        if !blocks.is_multiple_of(64)
            && let Some(last) = choice.0.last_mut()
        {
            *last &= (1 << (blocks % 64)) - 1;
        }
        // An empty combination carries no information.
        if choice.first().is_none() {
            choice.0[0] |= 1;
        }
        choice
    }

    /// Returns the first block of the set.
    fn first(&self) -> Option<usize> {
        let mut words = self.0.iter().enumerate();
        let (at, word) = words.find(|(_, word)| **word != 0)?;
        Some(at * 64 + word.trailing_zeros() as usize)
    }

    fn has(&self, block: usize) -> bool {
        self.0[block / 64] >> (block % 64) & 1 == 1
    }

    fn add(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word ^= more;
        }
    }

    /// Returns the blocks of the set.
    pub fn blocks(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.0.len() * 64).filter(|block| self.has(*block))
    }
}

/// Returns a pseudo-random number, and advances the state (splitmix64).
fn scattered(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Adds bytes to bytes, one by one (XOR).
pub fn add(sum: &mut [u8], more: &[u8]) {
    for (byte, more) in sum.iter_mut().zip(more) {
        *byte ^= more;
    }
}

/// Solver for the blocks: for each block, a known sum whose first block it is.
#[derive(Debug, Clone)]
pub struct Solving {
    rows: Vec<Option<(BlockSet, Vec<u8>)>>,
    known: usize,
}

impl Solving {
    /// Starts with no known block.
    pub fn new(blocks: usize) -> Self {
        Self {
            rows: vec![None; blocks],
            known: 0,
        }
    }

    /// Returns the number of frames with new information.
    pub fn known(&self) -> usize {
        self.known
    }

    /// True if all blocks are known.
    pub fn is_solved(&self) -> bool {
        self.known == self.rows.len()
    }

    /// Adds a sum; returns true if it carried new information.
    pub fn take(&mut self, mut choice: BlockSet, mut sum: Vec<u8>) -> bool {
        while let Some(first) = choice.first() {
            match &self.rows[first] {
                Some((with, known)) => {
                    choice.add(with);
                    add(&mut sum, known);
                }
                None => {
                    self.rows[first] = Some((choice, sum));
                    self.known += 1;
                    return true;
                }
            }
        }
        false
    }

    /// Returns all blocks, one after the other; `None` if some are missing.
    pub fn solved(mut self) -> Option<Vec<u8>> {
        let mut blocks: Vec<Vec<u8>> = Vec::new();
        // From the last one down: the other blocks of a sum are known by then.
        while let Some(row) = self.rows.pop() {
            let (choice, mut sum) = row?;
            let first = self.rows.len();
            for later in choice.blocks().filter(|block| *block > first) {
                let from_the_end = blocks.len() - (later - first);
                add(&mut sum, &blocks[from_the_end]);
            }
            blocks.push(sum);
        }
        blocks.reverse();
        Some(blocks.concat())
    }
}
