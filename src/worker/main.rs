//! The worker: runs the jobs of `jobs` beside the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    jobs::do_works();
}
