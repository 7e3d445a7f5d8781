//! Files outside the browser: what is downloaded and opened, and the file that a strategy is saved into.

#[cfg(target_arch = "wasm32")]
pub(crate) mod autosave;
#[cfg(target_arch = "wasm32")]
pub(crate) mod linked_file;
pub(crate) mod name;
#[cfg(target_arch = "wasm32")]
pub(crate) mod parcel;
#[cfg(target_arch = "wasm32")]
pub(crate) mod place;
