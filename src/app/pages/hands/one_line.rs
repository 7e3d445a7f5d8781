//! One part that a file changes: what it was, what it is here, what came back, and what is taken.

use leptos::prelude::*;

use super::state::{ChangeLine, Hands};
use crate::parts::read_only;
use ::words::hands as words;
use edit::merge::{Choice, Part};

/// One line.
#[component]
pub fn OneLine(line: ChangeLine) -> impl IntoView {
    let hands = Hands::here();
    let key = line.key();
    let default = line.row.default.clone();
    let chosen = move || {
        hands
            .choices
            .with(|all| all.get(&key).cloned())
            .unwrap_or_else(|| default.clone())
    };
    let chosen = Signal::derive_local(chosen);
    let (title, part) = (line.told.title.clone(), line.told.part.clone());
    let marks = marks(&line);
    let mine = match line.writer.is_empty() {
        true => words::mine().to_owned(),
        false => line.writer.clone(),
    };
    let is_fixed = line.row.closed.is_some();
    let (can_both, can_own) = line.can_be;
    let name = format!(
        "hands-{}-{}-{:?}",
        line.of, line.row.spot.record, line.row.spot.part
    );
    let name = StoredValue::new(name);
    let radio = move |choice: Choice, label: String, text: Option<String>| {
        let value = choice.clone();
        let is_it = move || same(&chosen.get(), &value);
        let shows = is_it.clone();
        view! {
            <label class="hands-side" class:chosen=shows>
                <input
                    type="radio"
                    name=name.get_value()
                    disabled=move || is_fixed || read_only().get()
                    prop:checked=is_it
                    on:change=move |_| hands.choose(key, choice.clone())
                />
                <span>
                    <span class="sub">{label}</span>
                    {text.map(|text| view! { <span class="pre">{text}</span> })}
                </span>
            </label>
        }
        .into_any()
    };
    let begun = match line.told.mine.as_str() {
        text if text == words::blank() || text == words::absent() => String::new(),
        text => text.to_owned(),
    };
    let own_label = words::own_of(&title, &part);
    let own = can_own.then(|| {
        let begun = begun.clone();
        let written = move || match chosen.get() {
            Choice::Own(text) => text,
            _ => begun.clone(),
        };
        let is_own = move || matches!(chosen.get(), Choice::Own(_));
        let start = written.clone();
        view! {
            {radio(Choice::Own(untrack(start)), words::own().to_owned(), None)}
            <Show when=is_own>
                <textarea
                    class="field lines"
                    rows="2"
                    aria-label=own_label.clone()
                    disabled=read_only()
                    prop:value=written.clone()
                    on:change=move |event| hands.choose(key, Choice::Own(event_target_value(&event)))
                ></textarea>
            </Show>
        }
    });
    let whole = line.row.spot.part == Part::Whole;
    view! {
        <fieldset class="card hands-line" class:open=line.is_open>
            <legend>
                <b>{title}</b>
                " "
                {(!whole).then_some(part)}
            </legend>
            {marks}
            <div class="hands-sides">
                <div class="hands-side base">
                    <span>
                        <span class="sub">{words::base()}</span>
                        <span class="pre">{line.told.base.clone()}</span>
                    </span>
                </div>
                {radio(Choice::Mine, mine, Some(line.told.mine.clone()))}
                {radio(Choice::Theirs, line.from.clone(), Some(line.told.theirs.clone()))}
                {(can_both || own.is_some()).then(|| view! {
                    <div class="hands-more">
                        {can_both.then(|| radio(Choice::Both, words::both().to_owned(), None))}
                        {own}
                    </div>
                })}
            </div>
        </fieldset>
    }
}

/// The place of a line, its marks and the notes on them.
fn marks(line: &ChangeLine) -> AnyView {
    let place = (!line.told.place.is_empty()).then(|| line.told.place.clone());
    view! {
        <p class="row hands-marks">
            {place.map(|place| view! { <span class="sub">{place}</span> })}
            {line.row.clashes.then(|| view! { <span class="chip warn">{words::conflict()}</span> })}
            {line.row.outside.then(|| view! { <span class="chip bad">{words::outside()}</span> })}
            {line.row.offered.then(|| view! { <span class="chip warn">{words::offered()}</span> })}
            {line.row.empties.then(|| view! { <span class="chip warn">{words::emptied()}</span> })}
            {words::act(line.row.act).map(|act| view! { <span class="chip blue">{act}</span> })}
            {line.row.outside.then(|| view! { <span class="sub">{words::outside_note(&line.from)}</span> })}
            {line.row.empties.then(|| view! { <span class="sub">{words::emptied_note(&line.from)}</span> })}
            {line.row.offered.then(|| view! {
                <span class="sub">{words::offered_note(line.row.spot.record.kind, &line.from)}</span>
            })}
            {line.row.closed.map(|year| view! { <span class="sub">{words::closed(year)}</span> })}
            {line.double.as_ref().map(|name| view! { <span class="warn-text">{words::double(name)}</span> })}
        </p>
    }
    .into_any()
}

/// Own words are one choice, whatever they are.
fn same(a: &Choice, b: &Choice) -> bool {
    match (a, b) {
        (Choice::Own(_), Choice::Own(_)) => true,
        (a, b) => a == b,
    }
}
