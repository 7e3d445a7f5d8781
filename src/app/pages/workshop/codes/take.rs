//! The camera of the facilitator, and how much has come.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Arrived;
use crate::pages::workshop::state::WorkshopState;
use ::words::workshop as words;
use browser::camera::{self, Camera, NoCamera};
use browser::time::sleep;
use format::moving_qr::{Received, Receiver};
use format::qr::{CodeReader, grey};

/// Between two looks, in ms: the page lives meanwhile.
const BETWEEN: i32 = 25;

/// State of the camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Watching {
    Off,
    Starting,
    On,
    Failed(NoCamera),
}

/// The camera, and its results. Copy it freely.
#[derive(Clone, Copy)]
struct Lookout {
    watching: RwSignal<Watching>,
    /// Result of the last code, without the content of a complete file.
    told: RwSignal<Option<Received>>,
    camera: StoredValue<Option<Camera>, LocalStorage>,
    receiver: StoredValue<Receiver>,
    arrived: Arrived,
}

/// The picture of the camera, once it is asked for.
#[component]
pub fn TakeCodes() -> impl IntoView {
    let session = WorkshopState::here().session.get_untracked();
    let session = session.map_or(0, |id| id.number());
    let lookout = Lookout {
        watching: RwSignal::new(match camera::is_possible() {
            true => Watching::Off,
            false => Watching::Failed(NoCamera::NotHere),
        }),
        told: RwSignal::new(None),
        camera: StoredValue::new_local(None),
        receiver: StoredValue::new(Receiver::new(session)),
        arrived: expect_context(),
    };
    on_cleanup(move || lookout.camera.set_value(None));
    let video = NodeRef::<html::Video>::new();
    let watching = lookout.watching;
    let turn = move |_| match (watching.get_untracked(), video.get_untracked()) {
        (Watching::On, _) => {
            lookout.camera.set_value(None);
            watching.set(Watching::Off);
        }
        (Watching::Off | Watching::Failed(_), Some(video)) => {
            watching.set(Watching::Starting);
            spawn_local(lookout.look(video));
        }
        _ => {}
    };
    let on = move || watching.get() == Watching::On;
    let possible = move || watching.get() != Watching::Failed(NoCamera::NotHere);
    let failed = move || match watching.get() {
        Watching::Failed(why) => Some(said(why)),
        _ => None,
    };
    view! {
        <div class="take-codes">
            <p>{words::take_codes_how()}</p>
            <Show when=possible>
                <button type="button" class="btn" disabled=move || watching.get() == Watching::Starting aria-pressed=move || on().to_string() on:click=turn>
                    {move || if on() { words::camera_off() } else { words::camera_on() }}
                </button>
            </Show>
            <p class="warn-text" role="status">{failed}</p>
            <div class="camera" class:off=move || !on()>
                <video node_ref=video muted playsinline aria-label=words::camera_view()></video>
                <div>{move || lookout.told.get().map(|told| progress(&told))}</div>
            </div>
        </div>
    }
}

/// Why there is no picture, and what to do instead.
fn said(why: NoCamera) -> &'static str {
    match why {
        NoCamera::NotHere => words::no_camera_here(),
        NoCamera::Refused => words::no_camera_refused(),
        NoCamera::Missing => words::no_camera_missing(),
        NoCamera::Busy => words::no_camera_busy(),
    }
}

fn progress(told: &Received) -> AnyView {
    let bar = match told {
        Received::Part { known, of } => {
            let label = words::codes_come(*known, *of);
            view! { <progress max=*of value=*known aria-label=label></progress> }.into_any()
        }
        _ => ().into_any(),
    };
    view! { {bar} <strong>{words::code_told(told)}</strong> }.into_any()
}

impl Lookout {
    /// Looks until the camera is let go.
    async fn look(self, video: web_sys::HtmlVideoElement) {
        match Camera::start(video).await {
            Ok(camera) => {
                // If the page was left meanwhile, the camera comes back and is released.
                if self.camera.try_set_value(Some(camera)).is_some() {
                    return;
                }
                self.watching.set(Watching::On);
            }
            Err(why) => {
                self.watching.try_set(Watching::Failed(why));
                return;
            }
        }
        let mut reader = CodeReader::default();
        loop {
            let seen = self
                .camera
                .try_with_value(|one| one.as_ref().map(Camera::picture));
            let Some(Some(picture)) = seen else { return };
            if let Some(picture) = picture {
                let grey = grey(&picture.colours);
                for code in reader.read(picture.width, picture.height, &grey) {
                    self.take(&code);
                }
            }
            sleep(BETWEEN).await;
        }
    }

    fn take(self, code: &[u8]) {
        let mut told = None;
        self.receiver
            .try_update_value(|receiver| told = Some(receiver.take(code)));
        let Some(mut told) = told else { return };
        if let Received::Whole(bytes) = &mut told {
            self.arrived.0.run(std::mem::take(bytes));
        }
        let is_new = self.told.with_untracked(|now| now.as_ref() != Some(&told));
        if is_new {
            self.told.try_set(Some(told));
        }
    }
}
