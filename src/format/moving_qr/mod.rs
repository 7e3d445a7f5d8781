//! Moving QR: bytes as a row of codes without an end, shown on one screen and taken in by the camera of another device.
//!
//! The bytes are packed and cut into `k` blocks. The first `k` frames are the blocks; every further one is the sum (XOR) of
//! blocks chosen by its number, so that it helps whoever missed any of them. A table's ideas are some dozens of blocks: so
//! few are solved for directly, which needs two frames more than blocks on average, where codes made for thousands (LT,
//! RaptorQ) need more frames or a hundred KB of code.
//!
//! Rules (the tests carry the numbers):
//! - Q1  Any frames do, in any order, from any place on, some of them several times: what counts is how many different
//!   ones came.
//! - Q2  What arrives is what was sent, byte for byte, or it is told.
//! - Q3  A damaged frame, and a code that is none of ours, is refused and changes nothing.
//! - Q4  A frame of another session is told and adds nothing.
//! - Q5  A frame of something else of the same session begins anew; what had come of the one before is kept beside it.
//! - Q6  What would take too long is refused before it is shown.

mod blocks;
mod frame;
mod receiver;
mod sender;

pub use receiver::{Received, Receiver};
pub use sender::{Sender, TooLong};

/// Size of a block, in bytes: with its head it makes a code of 57 squares, which the camera of an old tablet can
/// read.
const BLOCK: usize = 240;
/// Largest number of blocks: a quarter of a megabyte packed, three minutes of codes.
const MOST: usize = 1_100;
/// Nothing packed becomes longer than this.
const LONGEST: u64 = 32 * 1024 * 1024;
