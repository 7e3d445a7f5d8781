//! Reads strategies beside the page, in a worker: of each file, what 広域 lays beside others.

fn main() {
    #[cfg(target_arch = "wasm32")]
    michishirube::browser::worker::answer(beside_the_page::digest);
}

#[cfg(target_arch = "wasm32")]
mod beside_the_page {
    use js_sys::Array;
    use michishirube::format::json;
    use michishirube::insight::region::{Digest, Head};
    use michishirube::strategy::FiscalYear;

    /// The head of the digest of a file, and the digest, as texts; `None`: it cannot be read, and the page says why.
    pub fn digest(bytes: Vec<u8>, today: i32) -> Option<Array> {
        let strategy = json::read(&bytes).ok()?;
        let (head, digest) = Head::of(&Digest::of(&strategy, FiscalYear(today)));
        let head = serde_json::to_string(&head).ok()?;
        Some(Array::of2(&head.into(), &digest.into()))
    }
}
