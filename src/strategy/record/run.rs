//! Runs of bytes of one sort, counted eight at a time.

/// A 1 in each of eight bytes.
const ONES: u64 = u64::from_ne_bytes([1; 8]);
/// The highest bit of each of eight bytes.
const HIGHS: u64 = ONES << 7;

/// Returns the position behind the blanks that begin here.
pub fn past_blanks(text: &[u8], at: usize) -> usize {
    past(text, at, |eight| eight ^ (ONES * u64::from(b' ')))
}

/// Returns the position behind the bytes that begin here and need no escape in a string: no quotes, backslashes or
/// control characters.
pub fn past_letters(text: &[u8], at: usize) -> usize {
    past(text, at, |eight| {
        let quotes = eight ^ (ONES * u64::from(b'"'));
        let backslashes = eight ^ (ONES * u64::from(b'\\'));
        let quotes = quotes.wrapping_sub(ONES) & !quotes;
        let backslashes = backslashes.wrapping_sub(ONES) & !backslashes;
        let controls = eight.wrapping_sub(ONES * u64::from(b' ')) & !eight;
        (quotes | backslashes | controls) & HIGHS
    })
}

/// Returns the position behind a run that begins here; in `end` of eight bytes, the lowest set bit is in the first
/// byte outside the run. Zero is never part of a run.
#[inline(always)]
fn past(text: &[u8], mut at: usize, end: impl Fn(u64) -> u64) -> usize {
    loop {
        let eight = match text.get(at..).and_then(<[u8]>::first_chunk) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => last(text, at),
        };
        let end = end(eight);
        if end != 0 {
            return at + end.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
}

/// Returns the rest of the text, filled up with zeros.
#[cold]
fn last(text: &[u8], at: usize) -> u64 {
    let rest = text.get(at..).unwrap_or_default();
    rest.iter()
        .rev()
        .fold(0, |last, byte| last << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the same, one byte at a time.
    fn slowly(text: &[u8], ends: fn(u8) -> bool) -> usize {
        let end = text.iter().position(|byte| ends(*byte));
        end.unwrap_or(text.len())
    }

    #[test]
    fn every_byte_at_every_place_ends_a_row_or_does_not() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                for length in place..24 {
                    for (filler, next) in [(b' ', b' '), (b'a', 0), (b'a', b'"'), (0xE3, 0x20)] {
                        let mut text = vec![filler; length];
                        text.push(next);
                        text[place] = byte;
                        let blanks = slowly(&text, |byte| byte != b' ');
                        assert_eq!(past_blanks(&text, 0), blanks, "{text:?}");
                        let letters = slowly(&text, |byte| matches!(byte, b'"' | b'\\' | ..b' '));
                        assert_eq!(past_letters(&text, 0), letters, "{text:?}");
                    }
                }
            }
        }
    }
}
