//! 交付金事業の効果検証: 事業効果 in four classes, 事業の評価, 今後の方針.

use leptos::prelude::*;

use crate::parts::{Choice, ComboBox, DataList, TextOf, text_of, writing};
use crate::store::Store;
use ::words::review as words;
use strategy::record::Lens;
use strategy::*;

/// The block where a grant is involved, or a way to add it.
#[component]
pub fn GrantPart(sheet: Id<Sheet>, locked: Signal<bool>) -> impl IntoView {
    let store = Store::here();
    let there = Memo::new(move |_| store.get(sheet).is_some_and(|y| y.grant.is_some()));
    let put = move |grant: Option<Grant>| {
        store.edit(|s| edit::set(s, sheet, edit::Field::Grant, |y| y.grant = grant));
    };
    let add = move || {
        view! {
            <Show when=move || !locked.get()>
                <button type="button" class="btn small quiet" on:click=move |_| put(Some(Grant::default()))>
                    {words::add_grant()}
                </button>
            </Show>
        }
    };
    view! {
        <Show when=move || there.get() fallback=add>
            <section class="grant">
                <h3>{words::grant()}</h3>
                <GrantFields sheet locked />
                <Show when=move || !locked.get()>
                    <button type="button" class="btn small plain" on:click=move |_| put(None)>
                        {words::remove_grant()}
                    </button>
                </Show>
            </section>
        </Show>
    }
}

/// Changes the grant of a sheet, where it has one.
fn change(store: Store, sheet: Id<Sheet>, change: impl FnOnce(&mut Grant)) {
    store.edit(|s| {
        edit::set(s, sheet, edit::Field::Grant, |y| {
            if let Some(grant) = &mut y.grant {
                change(grant);
            }
        })
    });
}

#[component]
fn GrantFields(sheet: Id<Sheet>, locked: Signal<bool>) -> impl IntoView {
    let store = Store::here();
    let grant = move || store.get(sheet).and_then(|y| y.grant.clone());
    let of = |field: Lens<Grant, String>| Sheet::grant.present(field);
    let text = move |field| text_of(store, sheet, of(field));
    let set = move |field| writing(store, sheet, of(field));
    let effective = Signal::derive(move || {
        match grant().and_then(|g| g.effective) {
            None => "",
            Some(true) => "yes",
            Some(false) => "no",
        }
        .to_owned()
    });
    let set_effective = Callback::new(move |key: String| {
        let to = match key.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        change(store, sheet, |g| g.effective = to);
    });
    let choices = [
        ("", words::effective_none()),
        ("yes", words::effective_yes()),
        ("no", words::effective_no()),
    ];
    let choices = choices.map(|(key, word)| (key.to_owned(), word.to_owned()));
    let words_of = |all: &[&str]| {
        Signal::stored(
            all.iter()
                .map(|word| (*word).to_owned())
                .collect::<Vec<_>>(),
        )
    };
    view! {
        <DataList id="grant-names" words=words_of(&words::grants()) />
        <DataList id="grant-policies" words=words_of(&words::policies()) />
        <div class="form">
            <div class="labelled whole">
                <span class="label">{words::grant_name()}</span>
                <ComboBox label=words::grant_name().to_owned() list="grant-names" value=text(Grant::name) on_change=set(Grant::name) locked />
            </div>
            <Effects sheet locked />
            <div class="labelled whole">
                <span class="label">{words::effective()}</span>
                <Choice
                    label=words::effective().to_owned()
                    value=effective
                    options=Signal::stored(choices.to_vec())
                    on_change=set_effective
                    locked
                />
            </div>
            <div class="labelled">
                <span class="label">{words::policy()}</span>
                <ComboBox label=words::policy().to_owned() list="grant-policies" value=text(Grant::policy) on_change=set(Grant::policy) locked />
            </div>
            <div class="labelled whole">
                <span class="label">{words::policy_reason()}</span>
                <TextOf of=sheet field=of(Grant::reason) lines=true class="boxed" label=words::policy_reason().to_owned() locked />
            </div>
        </div>
    }
}

/// The four classes, each with what it takes.
#[component]
fn Effects(sheet: Id<Sheet>, locked: Signal<bool>) -> impl IntoView {
    let store = Store::here();
    let now = move || {
        store
            .get(sheet)
            .and_then(|y| y.grant.as_ref().and_then(|g| g.effect))
    };
    let name = format!("effect-{sheet}");
    let row = move |class: Option<u8>, word: String, test: &'static str| {
        view! {
            <label class="effect">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || now() == class
                    disabled=locked
                    on:change=move |_| change(store, sheet, |g| g.effect = class)
                />
                <span>
                    <b>{word}</b>
                    " "
                    <span class="sub">{test}</span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="effects whole">
            <legend>{words::effect_label()}</legend>
            {words::effects()
                .into_iter()
                .map(|(class, word, test)| row(Some(class), words::effect(class, word), test))
                .collect_view()}
            {row(None, words::effect_none().to_owned(), "")}
        </fieldset>
    }
}
