//! A list within a record, row by row: added to, moved in and taken from by keyboard, each as one step of the history.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::parts::{Each, Icon, IconButton, IconName, TextOf, read_only};
use crate::store::Store;
use ::words::{model::named, timetable as words};
use browser::focus::focus_added;
use edit::{Changed, Titled};
use strategy::Id;
use strategy::record::Lens;

/// The list of a record.
pub struct RecordListing<T: 'static, V: 'static> {
    store: Store,
    /// The record.
    pub of: Id<T>,
    /// Lens to the list.
    pub list: Lens<T, Vec<V>>,
    /// The field that a row begins with.
    first: Lens<V, String>,
}

impl<T, V> Clone for RecordListing<T, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, V> Copy for RecordListing<T, V> {}

impl<T: Changed + Titled, V: Default + Send + Sync + 'static> RecordListing<T, V> {
    /// The list of a record of the open strategy, whose rows begin with `first`.
    pub fn here(of: Id<T>, list: Lens<T, Vec<V>>, first: Lens<V, String>) -> Self {
        let store = Store::here();
        Self {
            store,
            of,
            list,
            first,
        }
    }

    /// Tracked: the number of rows.
    pub fn count(self) -> Memo<usize> {
        Memo::new(move |_| {
            self.store
                .get(self.of)
                .map_or(0, |of| (self.list.get)(&of).len())
        })
    }

    /// The DOM id of a row's first field.
    pub fn row_id(self, at: usize) -> String {
        format!("{}-{}-{at}", self.list.field.name, self.of)
    }

    /// The DOM id of the button that adds one.
    pub fn add_id(self) -> String {
        format!("add-{}-{}", self.list.field.name, self.of)
    }

    fn set(self, change: impl FnOnce(&mut Vec<V>)) -> bool {
        let called = edit::Field::of(self.list.field.name, None);
        let change = |of: &mut T| change((self.list.get_mut)(of));
        // Typing in a row before and after is a step of its own, apart from adding, moving and removing rows.
        self.store.seal();
        let changed = self.store.edit(|s| edit::set(s, self.of, called, change));
        self.store.seal();
        changed
    }

    fn len(self) -> usize {
        let len = |of: &T| (self.list.get)(of).len();
        self.store.with(|s| s.get(self.of).map_or(0, |of| len(of)))
    }

    /// A blank one at this place or at the end, with the keyboard in it.
    pub fn add(self, at: usize) {
        let at = at.min(self.len());
        if self.set(|all| all.insert(at.min(all.len()), V::default())) {
            focus_added(self.row_id(at));
        }
    }

    /// Takes one out, and puts the keyboard into its neighbour.
    pub fn remove(self, at: usize) {
        let taken = |all: &mut Vec<V>| {
            if at < all.len() {
                all.remove(at);
            }
        };
        if self.set(taken) {
            focus_added(match self.len() {
                0 => self.add_id(),
                left => self.row_id(at.min(left - 1)),
            });
        }
    }

    /// Handles Alt and the arrows in a row: it changes places with its neighbour.
    pub fn on_key(self, at: usize) -> Callback<KeyboardEvent> {
        Callback::new(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowUp" if event.alt_key() => at.checked_sub(1),
                "ArrowDown" if event.alt_key() => Some(at + 1),
                _ => return,
            };
            event.prevent_default();
            let len = self.len();
            if let Some(to) = to.filter(|to| *to < len && at < len)
                && self.set(|all| all.swap(at, to))
            {
                focus_added(self.row_id(to));
            }
        })
    }

    /// The rows, as they come and go.
    pub fn rows(self, count: Memo<usize>, row: fn(Self, usize) -> AnyView) -> AnyView {
        view! {
            <ul class="plain-list">
                <Each of=move || 0..count.get() children=move |at| row(self, at) />
            </ul>
        }
        .into_any()
    }

    /// A text of a row, moved by Alt and the arrows; Enter goes on to a row behind it. The first is where the keyboard goes.
    pub fn field(
        self,
        at: usize,
        field: Lens<V, String>,
        label: Signal<String>,
        placeholder: &'static str,
    ) -> AnyView {
        let first = field.field.name == self.first.field.name;
        let id = match first {
            true => self.row_id(at),
            false => format!("{}-{}", self.row_id(at), field.field.name),
        };
        view! {
            <TextOf
                of=self.of
                field=self.list.nth(at, field)
                id
                class="boxed"
                label
                placeholder
                on_enter=Callback::new(move |()| self.add(at + 1))
                on_key=self.on_key(at)
            />
        }
        .into_any()
    }

    /// The button that adds one at the end.
    pub fn add_button(self, text: &'static str, label: Signal<String>) -> AnyView {
        view! {
            <button
                type="button"
                id=self.add_id()
                class="btn plain small"
                disabled=read_only()
                aria-label=label
                on:click=move |_| self.add(usize::MAX)
            >
                <Icon name=IconName::Plus />
                {text}
            </button>
        }
        .into_any()
    }

    /// The button that takes one out.
    pub fn remove_button(self, at: usize, name: Signal<String>) -> AnyView {
        view! {
            <IconButton
                icon=IconName::Trash
                label=Signal::derive(move || words::remove(named(&name.get())))
                disabled=read_only()
                on_press=move |()| self.remove(at)
            />
        }
        .into_any()
    }
}
