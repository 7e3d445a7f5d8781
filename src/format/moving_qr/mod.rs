//! Moving QR: bytes as an endless sequence of codes, shown on one screen and read by the camera of another device.
//!
//! The bytes are packed and split into `k` blocks. The first `k` frames are the blocks; every further one is the sum
//! (XOR) of blocks chosen by its number, so that it helps a receiver that missed any of them. A table's ideas are
//! some dozens of blocks: for so few the solver works directly, which needs two frames more than blocks on average;
//! codes made for thousands (LT, RaptorQ) need more frames or a hundred KB of code.
//!
//! Rules (the tests carry the numbers):
//! - Q1  Any frames do, in any order, from any point on, some of them several times: only the number of different
//!   ones counts.
//! - Q2  The receiver gets the sent bytes, byte for byte, or an error.
//! - Q3  A damaged frame, and a foreign code, is refused and changes nothing.
//! - Q4  A frame of another session is reported and adds nothing.
//! - Q5  A frame of other content of the same session starts a new transfer; the frames of the earlier one are kept.
//! - Q6  Content that would take too long is refused before it is shown.

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
/// Largest size of the unpacked content, in bytes.
const LONGEST: u64 = 32 * 1024 * 1024;
