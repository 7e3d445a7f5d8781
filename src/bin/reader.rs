//! Mounts the face of those who read.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "app"))]
    michishirube::faces::reader::mount();
}
