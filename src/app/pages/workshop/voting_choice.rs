//! The voting method of a session. A change after people voted is asked first.

use leptos::prelude::*;

use crate::parts::{Choice, Dialog, open_while, options};
use crate::store::Store;
use ::words::Word;
use ::words::workshop as words;
use insight::workshop::tallies;
use strategy::record::WordChoices;
use strategy::*;

/// The choice of a voting method, and the question before it changes.
#[component]
pub fn VotingChoice(id: Id<Session>) -> impl IntoView {
    let store = Store::here();
    let asked = RwSignal::new(None::<Voting>);
    // Shows what is asked about, so that the field goes back when the answer is no.
    let value = move || {
        let voting = asked.get().or_else(|| Some(store.get(id)?.voting));
        voting.map_or("", Voting::key).to_owned()
    };
    let choose = move |key: String| {
        let Some(voting) = Voting::of(&key) else {
            return;
        };
        match store.with(|s| s.ballots.under(id).is_empty()) {
            true => set(store, id, voting),
            false => asked.set(Some(voting)),
        }
    };
    view! {
        <Choice
            label=words::voting().to_owned()
            value=Signal::derive(value)
            options=Signal::stored(options::<Voting>(None))
            on_change=Callback::new(choose)
        />
        <Asking id asked />
    }
}

fn set(store: Store, id: Id<Session>, voting: Voting) {
    store.edit(|s| edit::set_voting(s, id, voting));
}

/// Says how many voted by each method, and that their votes are kept apart.
#[component]
fn Asking(id: Id<Session>, asked: RwSignal<Option<Voting>>) -> impl IntoView {
    let store = Store::here();
    let open = open_while(asked);
    let voted = move || words::voted_so_far(&store.with(|s| tallies(s, id)));
    let kept = move || {
        asked
            .get()
            .map(|voting| words::votes_are_kept(voting.word()))
    };
    let change = move |_| {
        if let Some(voting) = asked.get_untracked() {
            set(store, id, voting);
        }
        open.set(false);
    };
    view! {
        <Dialog open title=words::change_voting().to_owned()>
            <p><strong>{voted}</strong></p>
            <p>{kept}</p>
            <div class="row">
                <button type="button" class="btn main" on:click=change>{words::change_voting_yes()}</button>
                <button type="button" class="btn" on:click=move |_| open.set(false)>{words::change_voting_no()}</button>
            </div>
        </Dialog>
    }
}
