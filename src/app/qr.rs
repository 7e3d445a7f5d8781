//! QR codes on a page; their drawing code is fetched with the first one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lazy::Fetch;
use format::qr::{self, DrawnCode, Sturdiness};

/// Function that draws codes.
#[derive(Debug, Clone, Copy)]
pub struct QrPen(fn(&[u8], Sturdiness) -> Option<DrawnCode>);

impl QrPen {
    /// Returns the pen of this app; the call links its code.
    pub fn of_this_app() -> Self {
        Self(qr::draw)
    }
}

thread_local! {
    /// The pen, once it is fetched.
    static PEN: ArcRwSignal<Option<QrPen>> = ArcRwSignal::new(None);
}

/// A code, once the drawing code is fetched; nothing if it is not available, because its text is beside it.
#[component]
pub fn Qr(
    /// Content.
    #[prop(into)]
    content: Signal<Vec<u8>>,
    /// Error correction.
    sturdiness: Sturdiness,
    /// Text alternative for screen readers.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let pen = PEN.with(ArcRwSignal::clone);
    if pen.with_untracked(Option::is_none) {
        let (fetch, pen) = (Fetch::<QrPen>::here(), pen.clone());
        spawn_local(async move {
            if let Ok(fetched) = fetch.get().await {
                pen.set(Some(fetched));
            }
        });
    }
    move || {
        let QrPen(draw) = pen.get()?;
        let code = content.with(|content| draw(content, sturdiness))?;
        let frame = format!("0 0 {0} {0}", code.side);
        Some(view! {
            <svg class="qr" viewBox=frame role="img" aria-label=label.clone() shape-rendering="crispEdges">
                <rect width="100%" height="100%" fill="#fff" />
                <path d=code.path fill="#000" />
            </svg>
        })
    }
}
