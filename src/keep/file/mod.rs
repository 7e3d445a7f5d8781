//! Files outside the browser: what is downloaded and opened, and the file that a strategy is saved into.

#[cfg(target_arch = "wasm32")]
pub(in crate::keep) mod autosave;
#[cfg(target_arch = "wasm32")]
pub(in crate::keep) mod linked_file;
pub(in crate::keep) mod name;
#[cfg(target_arch = "wasm32")]
pub(in crate::keep) mod parcel;
#[cfg(target_arch = "wasm32")]
pub(in crate::keep) mod place;
