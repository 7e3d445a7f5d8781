//! Random numbers.

use js_sys::Math;

/// Returns a random number of 53 bits, for new ids: from the browser's cryptographic source, or without one from
/// `Math.random`.
pub fn random_id() -> u64 {
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if filled {
        u64::from_le_bytes(bytes) >> 11
    } else {
        (Math::random() * 9_007_199_254_740_992.0) as u64
    }
}
