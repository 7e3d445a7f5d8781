//! Interface to the browser: time, locks, files, a channel between tabs, storage quota, random numbers, the focus,
//! the camera. This crate does not depend on strategies.

#![cfg(target_arch = "wasm32")]

pub mod camera;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod element;
pub mod exception;
pub mod file_handle;
pub mod files;
pub mod focus;
pub mod locks;
pub mod object;
mod page_lifecycle;
pub mod quota;
mod random;
pub mod raster;
pub mod second_window;
mod still;
pub mod time;
mod time_slice;
mod timer;
pub mod worker;

pub use channel::Channel;
pub use page_lifecycle::PageLifecycle;
pub use random::random_id;
pub use time_slice::TimeSlice;
pub use timer::Timer;
