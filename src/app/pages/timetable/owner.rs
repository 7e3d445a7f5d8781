//! 担当 of the items: the words offered, and the filter.

use leptos::prelude::*;

use crate::parts::{Choice, DataList};
use crate::store::Store;
use ::words::timetable as words;
use strategy::*;

/// The id of the words offered.
pub const OWNERS: &str = "timetable-owners";

/// The 担当 whose items are shown; empty: those of all.
#[derive(Clone, Copy)]
pub struct OwnerShown(RwSignal<String>);

impl OwnerShown {
    /// Sets up the filter of the page.
    pub fn set_up() -> Self {
        let shown = Self(RwSignal::new(String::new()));
        provide_context(shown);
        shown
    }

    /// That of the page.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Tracked: true if an item is shown.
    pub fn holds(self, item: &TimetableItem) -> bool {
        self.0
            .with(|one| one.is_empty() || owners(&item.owner).any(|owner| owner == one))
    }
}

/// The 担当 of all items, each once.
fn of_items(s: &Strategy) -> Vec<String> {
    let all = s.timetable.iter().flat_map(|item| owners(&item.owner));
    sort::set(all.map(str::to_owned)).into_iter().collect()
}

/// The words offered: those of the items, and the sections that the plan names.
#[component]
pub fn OwnerChoices() -> impl IntoView {
    let store = Store::here();
    let words = Signal::derive(move || {
        store.with(|s| {
            let measures = s.measures.iter().map(|one| one.owner.as_str());
            let indicators = s.indicators.iter().map(|one| one.owner.as_str());
            let named = measures.chain(indicators).flat_map(owners);
            let named = named.map(str::to_owned).chain(of_items(s));
            sort::set(named).into_iter().collect::<Vec<_>>()
        })
    });
    view! { <DataList id=OWNERS words /> }.into_any()
}

/// The filter, where any item has a 担当.
#[component]
pub fn OwnerFilter(shown: OwnerShown) -> impl IntoView {
    let store = Store::here();
    let all = Memo::new(move |_| store.follow(of_items));
    let options = Signal::derive(move || {
        let everybody = (String::new(), words::owner_all().to_owned());
        let all = all.get().into_iter().map(|one| (one.clone(), one));
        std::iter::once(everybody).chain(all).collect::<Vec<_>>()
    });
    let count = move || {
        let one = shown.0.get();
        let holds = |s: &Strategy| s.timetable.iter().filter(|item| shown.holds(item)).count();
        (!one.is_empty()).then(|| words::owner_shown(&one, store.follow(holds)))
    };
    // A name that nobody has any more hides nothing.
    Effect::new(move |_| {
        let one = shown.0.get();
        if !one.is_empty() && !all.with(|all| all.contains(&one)) {
            shown.0.set(String::new());
        }
    });
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <Choice
                shows=true
                label=words::owner_filter().to_owned()
                value=shown.0
                options
                on_change=Callback::new(move |one: String| shown.0.set(one))
            />
            <span class="sub" role="status">{count}</span>
        </Show>
    }
}
