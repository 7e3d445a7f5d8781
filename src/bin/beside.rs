//! What works beside the page, in workers: see `michishirube::beside`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    michishirube::beside::do_works();
}
