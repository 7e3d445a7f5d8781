//! A long list that draws only the rows in sight, and on paper all of them.

use super::Short;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlDivElement;

/// Scroll position and visible area of a list, in CSS px.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scroll {
    /// From the top.
    pub top: f64,
    /// From the left.
    pub left: f64,
    /// Height seen.
    pub height: f64,
    /// Width seen.
    pub width: f64,
}

impl Scroll {
    /// Area assumed before the list is measured.
    const BEFORE_MEASURED: Self = Self {
        top: 0.0,
        left: 0.0,
        height: 900.0,
        width: 0.0,
    };
}

/// Visible part of a list.
#[derive(Clone, Copy)]
struct Viewport {
    scroller: NodeRef<Div>,
    scroll: RwSignal<Scroll>,
    /// Of one row.
    height: Signal<f64>,
}

impl Viewport {
    /// The scroller; `None` once the page was left: a frame or an event may come after that.
    fn element(self) -> Option<HtmlDivElement> {
        self.scroller.try_get_untracked().flatten()
    }

    /// Looks how far the list is scrolled, and how much of it is seen.
    fn measure(self) {
        if let Some(element) = self.element() {
            let seen = Scroll {
                top: f64::from(element.scroll_top()),
                left: f64::from(element.scroll_left()),
                height: f64::from(element.client_height()).max(self.height.get_untracked()),
                width: f64::from(element.client_width()),
            };
            if self.scroll.get_untracked() != seen {
                self.scroll.set(seen);
            }
        }
    }

    /// Measures when the list is there, and whenever the window or the sizes change.
    fn follow_sizes(self) {
        Effect::new(move |_| {
            if self.scroller.get().is_some() {
                request_animation_frame(move || self.measure());
            }
        });
        // In other sizes the same rows stay in sight.
        Effect::new(move |before: Option<f64>| {
            let now = self.height.get();
            if let Some(before) = before.filter(|before| *before != now) {
                let top = self.scroll.get_untracked().top * now / before;
                request_animation_frame(move || {
                    if let Some(element) = self.element() {
                        element.set_scroll_top(top.round() as i32);
                    }
                    self.measure();
                });
            }
            now
        });
        let resize = window_event_listener(leptos::ev::resize, move |_| self.measure());
        on_cleanup(move || resize.remove());
    }

    /// True while the page is printed, so that all rows are drawn.
    fn whole_on_paper(self) -> RwSignal<bool> {
        let whole = RwSignal::new(false);
        let printing = ["beforeprint", "afterprint"].map(|event| {
            window_event_listener_untyped(event, move |_| {
                self.measure();
                whole.set(event == "beforeprint");
            })
        });
        on_cleanup(move || printing.into_iter().for_each(|handle| handle.remove()));
        whole
    }

    /// The rows in sight and so many around, of so many: the first, which is a multiple of `step`, and the one after the last.
    /// As many stand at the end of the list as elsewhere.
    fn in_sight(self, count: usize, (around, step): (usize, usize)) -> (usize, usize) {
        let (seen, height) = (self.scroll.get(), self.height.get());
        let rows = (seen.height / height) as usize + 2 * around + step;
        let rows = rows.next_multiple_of(step);
        let first = ((seen.top / height) as usize).saturating_sub(around) / step * step;
        let first = first.min(count.saturating_sub(rows).next_multiple_of(step));
        (first.min(count), (first + rows).min(count))
    }

    /// The rows that stand in the list: those in sight with so many around, in steps; on paper all.
    fn range(self, count: Memo<usize>, drawn: (usize, usize)) -> Memo<(usize, usize)> {
        self.follow_sizes();
        let whole = self.whole_on_paper();
        Memo::new(move |_| match whole.get() {
            true => (0, count.get()),
            false => self.in_sight(count.get(), drawn),
        })
    }
}

/// Frame of the rows of a list.
struct Around {
    label: Signal<String>,
    class: String,
    role: &'static str,
    header: Option<ViewFn>,
}

/// The scroller of a list with so many rows, of which those in a range stand in it.
fn scroller(
    view: Viewport,
    around: Around,
    (count, range): (Memo<usize>, Memo<(usize, usize)>),
    drawn: AnyView,
) -> AnyView {
    let (height, role) = (view.height, around.role);
    let before = move || format!("height:{}px", Short(range.get().0 as f64 * height.get()));
    let after = move || {
        format!(
            "height:{}px",
            Short(count.get().saturating_sub(range.get().1) as f64 * height.get())
        )
    };
    view! {
        <div
            node_ref=view.scroller
            class=format!("virtual {}", around.class)
            role=role
            tabindex="0"
            aria-label=around.label
            style:--row-height=move || format!("{}px", Short(height.get()))
            aria-rowcount=(role == "grid").then_some(move || count.get().to_string())
            on:scroll=move |_| view.measure()
        >
            {around.header.map(|header| header.run())}
            <div style=before aria-hidden="true"></div>
            {drawn}
            <div style=after aria-hidden="true"></div>
        </div>
    }
    .into_any()
}

/// A piece of a list, from top to bottom.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Piece<K> {
    /// A row.
    Row(K),
    /// The room of the rows between the one that is kept and those in sight.
    Gap,
}

/// Draws rows of one height inside its own scroller; only those in sight (and a few around) exist, and the one that has the
/// keyboard: taken off the page it would lose it (g34).
#[component]
pub fn VirtualRows<K, V>(
    /// The keys of all rows, in order.
    #[prop(into)]
    rows: Signal<Vec<K>>,
    /// Height of one row in CSS px; the style sheet has it as `--row-height`.
    #[prop(into)]
    height: Signal<f64>,
    /// Draws one row.
    row: V,
    /// Label of the list for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// More classes.
    #[prop(optional, into)]
    class: String,
    /// `list`, or `grid` for a table of cells.
    #[prop(default = "list")]
    role: &'static str,
    /// Stands above the rows, inside the scroller.
    #[prop(optional, into)]
    header: Option<ViewFn>,
    /// The scroller, to scroll it from outside.
    #[prop(optional)]
    scroller: NodeRef<Div>,
    /// Told how far it is scrolled.
    #[prop(optional)]
    scroll: Option<RwSignal<Scroll>>,
    /// Place of the row that has the keyboard.
    #[prop(optional, into)]
    kept: Signal<Option<usize>>,
) -> impl IntoView
where
    K: Clone + Eq + std::hash::Hash + Send + Sync + 'static,
    V: Fn(K) -> AnyView + Clone + Send + Sync + 'static,
{
    let scroll = scroll.unwrap_or_else(|| RwSignal::new(Scroll::BEFORE_MEASURED));
    let view = Viewport {
        scroller,
        scroll,
        height,
    };
    let count = Memo::new(move |_| rows.with(Vec::len));
    let range = view.range(count, (6, 1));
    let kept = Memo::new(move |_| {
        let (first, last) = range.get();
        kept.get()
            .filter(|at| !(first..last).contains(at) && *at < count.get())
    });
    let ends = Memo::new(move |_| {
        let ((first, last), kept) = (range.get(), kept.get());
        let [begin, end] = [
            kept.map_or(first, |at| first.min(at)),
            kept.map_or(last, |at| last.max(at + 1)),
        ];
        (begin, end)
    });
    let gap = move || {
        let ((first, last), at) = (range.get(), kept.get().unwrap_or_default());
        let rows = if at < first {
            first - at - 1
        } else {
            at.saturating_sub(last)
        };
        format!("height:{}px", Short(rows as f64 * height.get()))
    };
    let shown = move || {
        let ((first, last), kept) = (range.get(), kept.get());
        rows.with(|rows| {
            let row = |at: usize| rows.get(at).cloned().map(Piece::Row);
            let mut pieces: Vec<_> = (first..last).filter_map(row).collect();
            match kept.and_then(|at| Some((at, row(at)?))) {
                Some((at, piece)) if at < first => drop(pieces.splice(0..0, [piece, Piece::Gap])),
                Some((_, piece)) => pieces.extend([Piece::Gap, piece]),
                None => (),
            }
            pieces
        })
    };
    let piece = move |piece: Piece<K>| match piece {
        Piece::Row(key) => row(key),
        Piece::Gap => view! { <div style=gap aria-hidden="true"></div> }.into_any(),
    };
    let drawn = view! { <For each=shown key=|piece| piece.clone() children=piece /> };
    let around = Around {
        label,
        class,
        role,
        header,
    };
    self::scroller(view, around, (count, ends), drawn.into_any())
}

/// A row that stands, and shows one row of a list after another as the list is scrolled.
pub struct Slot<K: Send + Sync + 'static> {
    /// Place in the list of the row it shows.
    pub index: Memo<usize>,
    /// Key of that row.
    pub key: Memo<K>,
}

impl<K: Send + Sync + 'static> Clone for Slot<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Send + Sync + 'static> Copy for Slot<K> {}

/// Rows by which slots are filled anew: of an even number, rows in pairs stay first and second.
const STEP: usize = 2;

/// The slots as they stand in the scroller.
#[derive(Clone, Copy)]
struct SlotOrder {
    scroller: NodeRef<Div>,
    /// Number of slots.
    count: RwSignal<usize>,
    /// Number of slots that stand behind the others, where they were made before them.
    turned: StoredValue<usize>,
}

impl SlotOrder {
    fn of(scroller: NodeRef<Div>) -> Self {
        Self {
            scroller,
            count: RwSignal::new(0),
            turned: StoredValue::new(0),
        }
    }

    /// Moves slots behind the others or back, whichever are fewer, until so many stand behind.
    fn turn(self, to: usize) {
        let count = self.count.get_untracked();
        let Some(scroller) = self.scroller.try_get_untracked().flatten() else {
            return;
        };
        if count == 0 || to == self.turned.get_value() {
            return;
        }
        // Below the slots stands the room of the rows after them.
        let rows = scroller.children();
        let Some(begin) = rows.length().checked_sub(1 + count as u32) else {
            return;
        };
        let [first, last] = [begin, begin + count as u32 - 1];
        let forward = (to + count - self.turned.get_value()) % count;
        let is_forward = forward <= count - forward;
        for _ in 0..forward.min(count - forward) {
            let (Some(top), Some(bottom)) = (rows.item(first), rows.item(last)) else {
                return;
            };
            // Both stand in the scroller.
            let _ = match is_forward {
                true => scroller.insert_before(&top, bottom.next_sibling().as_ref()),
                false => scroller.insert_before(&bottom, Some(&top)),
            };
        }
        self.turned.set_value(to);
    }
}

/// A table of rows that are alike: scrolling makes no rows and takes none away. Those that went out of sight are filled
/// anew and stand at the other end.
#[component]
pub fn RefilledRows<K, V>(
    /// The keys of all rows, in order.
    rows: Memo<Vec<K>>,
    /// Height of one row in CSS px; the style sheet has it as `--row-height`.
    #[prop(into)]
    height: Signal<f64>,
    /// Draws one row.
    row: V,
    /// Label of the table for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// More classes.
    #[prop(into)]
    class: String,
    /// Stands above the rows, inside the scroller.
    #[prop(into)]
    header: ViewFn,
    /// The scroller, to scroll it from outside.
    scroller: NodeRef<Div>,
    /// Told how far it is scrolled.
    scroll: RwSignal<Scroll>,
) -> impl IntoView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Fn(Slot<K>) -> AnyView + Clone + Send + Sync + 'static,
{
    let view = Viewport {
        scroller,
        scroll,
        height,
    };
    let count = Memo::new(move |_| rows.with(Vec::len));
    let range = view.range(count, (2 * STEP, STEP));
    let slots = Memo::new(move |_| {
        let (first, last) = range.get();
        last - first
    });
    let order = SlotOrder::of(scroller);
    let made = move || {
        let now = slots.get();
        // Others are added and removed in the order in which all were made.
        order.turn(0);
        order.count.set(now);
        0..now
    };
    Effect::new(move |_| {
        let ((first, _), count) = (range.get(), order.count.get());
        if count > 0 && count == slots.get_untracked() {
            order.turn(first % count);
        }
    });
    let slot = move |at: usize| {
        let index = Memo::new(move |_| {
            let (first, slots) = (range.get().0, slots.get().max(1));
            first + (at + slots - first % slots) % slots
        });
        let first = rows.with_untracked(|rows| rows.get(index.get_untracked()).cloned())?;
        // A slot that is about to go shows what it showed.
        let key = Memo::new(move |before: Option<&K>| {
            let now = rows.with(|rows| rows.get(index.get()).cloned());
            now.or_else(|| before.cloned())
                .unwrap_or_else(|| first.clone())
        });
        Some(row(Slot { index, key }))
    };
    let drawn = view! { <For each=made key=|at| *at children=slot /> };
    let around = Around {
        label,
        class,
        role: "grid",
        header: Some(header),
    };
    self::scroller(view, around, (count, range), drawn.into_any())
}

/// Scrolls a list of rows of one height so that a row is seen, below a head that stays in sight.
pub fn reveal_row(scroller: NodeRef<Div>, row: usize, height: f64, head: f64) {
    let Some(scroller) = scroller.get_untracked() else {
        return;
    };
    let (top, room) = (
        row as f64 * height,
        f64::from(scroller.client_height()) - head,
    );
    let now = f64::from(scroller.scroll_top());
    if top < now {
        scroller.set_scroll_top(top as i32);
    } else if top + height > now + room {
        scroller.set_scroll_top((top + height - room).ceil() as i32);
    }
}
