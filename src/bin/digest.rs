//! Reads strategies beside the page, in a worker: of each file, what 広域 lays beside others.

fn main() {
    #[cfg(target_arch = "wasm32")]
    michishirube::browser::worker::answer(beside_the_page::digest);
}

#[cfg(target_arch = "wasm32")]
mod beside_the_page {
    use michishirube::format::json;
    use michishirube::insight::region::Digest;
    use michishirube::strategy::FiscalYear;

    /// The digest of a file as text; `None`: it cannot be read, and the page says why.
    pub fn digest(bytes: Vec<u8>, today: i32) -> Option<String> {
        let strategy = json::read(&bytes).ok()?;
        serde_json::to_string(&Digest::of(&strategy, FiscalYear(today))).ok()
    }
}
