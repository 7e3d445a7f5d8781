//! Mounts the face of those who read.

fn main() {
    #[cfg(target_arch = "wasm32")]
    michishirube::faces::reader::mount();
}
