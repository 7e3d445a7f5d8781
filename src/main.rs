//! Mounts the app.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "app"))]
    michishirube::faces::editor::mount();
}
