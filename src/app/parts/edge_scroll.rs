//! Scrolling while a pointer draws near the edge of what is seen, or beyond it.

use std::time::Duration;

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::Edges;
use ::grid::edge_step;

/// Time between two steps.
const PACE: Duration = Duration::from_millis(16);

/// A pointer that draws, and scrolls at the edges until it is let go. Copy it freely.
#[derive(Clone, Copy)]
pub struct EdgeScroll {
    pointer: StoredValue<Option<(f64, f64)>>,
    steps: StoredValue<Option<IntervalHandle>>,
    frame: Callback<(), Option<Edges>>,
    scroll: Callback<(f64, f64)>,
    draw: Callback<(f64, f64)>,
}

impl EdgeScroll {
    /// A pointer over a table: `frame` tells the edges of what is seen of it in the window, in CSS px, `scroll` scrolls it by so many px, `draw` draws as far as a
    /// place in the window.
    pub fn new(
        frame: Callback<(), Option<Edges>>,
        scroll: Callback<(f64, f64)>,
        draw: Callback<(f64, f64)>,
    ) -> Self {
        let edge = Self {
            pointer: StoredValue::new(None),
            steps: StoredValue::new(None),
            frame,
            scroll,
            draw,
        };
        on_cleanup(move || edge.stop());
        edge
    }

    /// Draws as far as the pointer, and scrolls from now on where it is at an edge.
    pub fn follow(self, event: &PointerEvent) {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.pointer.set_value(Some(at));
        self.draw.run(at);
        if self.steps.with_value(Option::is_none) {
            let steps = set_interval_with_handle(move || self.step(), PACE);
            self.steps.set_value(steps.ok());
        }
    }

    /// Scrolls no more.
    pub fn stop(self) {
        // The page may be gone by then.
        if let Some(steps) = self.steps.try_update_value(Option::take).flatten() {
            steps.clear();
        }
    }

    fn step(self) {
        let Some((frame, (x, y))) = self.frame.run(()).zip(self.pointer.get_value()) else {
            return;
        };
        let by = (
            edge_step(x, frame.left, frame.right),
            edge_step(y, frame.top, frame.bottom),
        );
        if by != (0.0, 0.0) {
            self.scroll.run(by);
            self.draw.run((x, y));
        }
    }
}
