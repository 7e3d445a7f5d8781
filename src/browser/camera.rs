//! The camera: opening it, reading its pictures, and closing it.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaDevices, MediaStream,
    MediaStreamConstraints, MediaStreamTrack,
};

use super::{exception, object};

/// Largest width of a picture that is searched for codes, in pixels: more costs time and finds nothing more.
const WIDEST: u32 = 800;

/// Reason why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCamera {
    /// The browser gives no camera to a page at this address, or has none.
    NotHere,
    /// The user, or the administrator, does not allow it.
    Refused,
    /// This device has no camera.
    Missing,
    /// Another program uses it.
    Busy,
}

impl NoCamera {
    fn of(thrown: &JsValue) -> Self {
        match exception::name(thrown).as_str() {
            "NotFoundError" | "OverconstrainedError" => NoCamera::Missing,
            "NotAllowedError" | "SecurityError" => NoCamera::Refused,
            "NotReadableError" | "AbortError" => NoCamera::Busy,
            _ => NoCamera::NotHere,
        }
    }
}

fn devices() -> Option<MediaDevices> {
    let navigator = web_sys::window()?.navigator();
    // Missing where the page was loaded without encryption.
    let devices = object::get(&navigator, "mediaDevices");
    devices.dyn_into().ok()
}

/// True if the browser gives a camera to a page at this address.
pub fn is_possible() -> bool {
    devices().is_some()
}

/// A picture: four bytes per pixel.
pub struct Picture {
    /// Width, in pixels.
    pub width: usize,
    /// Lines.
    pub height: usize,
    /// Bytes of the pixels, line by line.
    pub colours: Vec<u8>,
}

/// A camera in use; closed when dropped.
pub struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Camera {
    /// Opens a camera, the one at the back if there are two, and shows its picture.
    pub async fn start(video: HtmlVideoElement) -> Result<Self, NoCamera> {
        let failed = |thrown: JsValue| NoCamera::of(&thrown);
        let asked = MediaStreamConstraints::new();
        let wanted = object::with("facingMode", &"environment".into());
        object::set(&wanted, "width", &object::with("ideal", &1280.into()));
        asked.set_video(&wanted);
        let devices = devices().ok_or(NoCamera::NotHere)?;
        let promise = devices.get_user_media_with_constraints(&asked);
        let stream = JsFuture::from(promise.map_err(failed)?).await;
        let stream: MediaStream = stream.map_err(failed)?.unchecked_into();
        let canvas = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.create_element("canvas").ok())
            .ok_or(NoCamera::NotHere)?;
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        let options = object::with("willReadFrequently", &JsValue::TRUE);
        let context = canvas.get_context_with_context_options("2d", &options);
        let context = context.ok().flatten().ok_or(NoCamera::NotHere)?;
        video.set_src_object(Some(&stream));
        let camera = Self {
            stream,
            video,
            canvas,
            context: context.unchecked_into(),
        };
        if let Ok(playing) = camera.video.play() {
            // If it does not begin to play, no picture comes, and the user sees none.
            let _ = JsFuture::from(playing).await;
        }
        Ok(camera)
    }

    /// Returns the present picture; `None` before the first one.
    pub fn picture(&self) -> Option<Picture> {
        let (wide, high) = (self.video.video_width(), self.video.video_height());
        if wide == 0 || high == 0 {
            return None;
        }
        let width = wide.min(WIDEST);
        let height = (high * width / wide).max(1);
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        let (w, h) = (f64::from(width), f64::from(height));
        let draw = &self.context;
        draw.draw_image_with_html_video_element_and_dw_and_dh(&self.video, 0.0, 0.0, w, h)
            .ok()?;
        let points = draw.get_image_data(0.0, 0.0, w, h).ok()?;
        Some(Picture {
            width: width as usize,
            height: height as usize,
            colours: points.data().0,
        })
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            let track: MediaStreamTrack = track.unchecked_into();
            track.stop();
        }
        // Clear the old stream: an element does not replace one stream by another.
        let _ = Reflect::set(&self.video, &"srcObject".into(), &JsValue::NULL);
    }
}
