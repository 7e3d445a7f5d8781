//! QR codes: drawing one as the outline of its dark squares, and reading those in pictures of a camera.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};
use quircs::Quirc;

/// Quiet zone around a code, in squares: without it cameras do not find the code.
const QUIET: i32 = 4;

/// A drawn code, with its quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnCode {
    /// Width and height, in squares.
    pub side: u32,
    /// The dark squares, as the path of an SVG whose unit is a square.
    pub path: String,
}

/// Error correction of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sturdiness {
    /// On a screen: as few squares as possible.
    Screen,
    /// On paper: a seventh of the code may be lost.
    Paper,
}

/// Draws a content as a code; `None` if it is too long for a code.
pub fn draw(content: &[u8], sturdiness: Sturdiness) -> Option<DrawnCode> {
    let level = match sturdiness {
        Sturdiness::Screen => QrCodeEcc::Low,
        Sturdiness::Paper => QrCodeEcc::Medium,
    };
    let code = QrCode::encode_binary(content, level).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = (x..code.size()).take_while(|at| code.get_module(*at, y));
            let wide = dark.count() as i32;
            if wide > 0 {
                // Writing into a text does not fail.
                let _ = write!(path, "M{} {}h{wide}v1h-{wide}z", x + QUIET, y + QUIET);
            }
            x += wide + 1;
        }
    }
    let side = (code.size() + 2 * QUIET).unsigned_abs();
    Some(DrawnCode { side, path })
}

/// Reads codes in pictures, one after the other.
#[derive(Default)]
pub struct CodeReader(Quirc);

impl CodeReader {
    /// Returns the contents of the codes in a picture; `grey` holds a byte for each pixel, row by row. Unreadable
    /// codes are left out.
    pub fn read(&mut self, width: usize, height: usize, grey: &[u8]) -> Vec<Vec<u8>> {
        if width == 0 || height == 0 || width.checked_mul(height) != Some(grey.len()) {
            return Vec::new();
        }
        let codes: Vec<_> = self.0.identify(width, height, grey).flatten().collect();
        let said = codes.iter().filter_map(|code| code.decode().ok());
        said.map(|code| code.payload).collect()
    }
}

/// Converts the colours of a picture to grey. Each pixel is four bytes; the last, its opacity, is ignored.
pub fn grey(colours: &[u8]) -> Vec<u8> {
    let weighed = |point: &[u8]| {
        let [r, g, b] = [0, 1, 2].map(|at| u32::from(point[at]));
        ((77 * r + 150 * g + 29 * b) >> 8) as u8
    };
    colours.chunks_exact(4).map(weighed).collect()
}
