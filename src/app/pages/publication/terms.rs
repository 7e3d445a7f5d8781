//! Terms of use, languages, address and contact of a publication.

use leptos::prelude::*;

use super::chosen::{mark, tick};
use super::state::PublicationState;
use crate::parts::{Choice, Field, options};
use ::words::Word;
use ::words::publication as words;
use strategy::record::WordChoices;
use strategy::*;

/// The form.
#[component]
pub fn Terms() -> impl IntoView {
    let state: PublicationState = expect_context();
    let text = move |label: &'static str,
                     hint: &'static str,
                     read: fn(&Publishing) -> &String,
                     write: fn(&mut Publishing, String)| {
        view! {
            <div class="labelled whole">
                <span class="label">{label}</span>
                <Field
                    label=label.to_owned()
                    class="boxed"
                    placeholder=hint
                    value=Signal::derive(move || read(&state.choices()).clone())
                    on_input=Callback::new(move |text: String| state.write(|choices| write(choices, text)))
                />
            </div>
        }
    };
    let licence = move |key: String| {
        if let Some(licence) = Licence::of(&key) {
            state.choose(|choices| choices.licence = licence);
        }
    };
    view! {
        <section class="card" aria-labelledby="terms">
            <h2 id="terms">{words::terms()}</h2>
            <div class="form">
                <div class="labelled whole">
                    <span class="label">{words::licence()}</span>
                    <Choice
                        label=words::licence().to_owned()
                        value=Signal::derive(move || state.choices().licence.key().to_owned())
                        options=Signal::stored(options::<Licence>(None))
                        on_change=Callback::new(licence)
                    />
                </div>
                <fieldset class="whole">
                    <legend>{words::languages()}</legend>
                    <div class="row choices-of-kind">{OtherLanguage::ALL.iter().copied().map(language).collect_view()}</div>
                </fieldset>
                {text(words::contact(), words::contact_hint(), |c| &c.contact, |c, text| c.contact = text)}
                {text(words::address(), words::address_hint(), |c| &c.address, |c, text| c.address = text)}
            </div>
        </section>
    }
}

fn language(language: OtherLanguage) -> AnyView {
    let state: PublicationState = expect_context();
    let set = move |on: bool| state.choose(|choices| mark(&mut choices.languages, language, on));
    tick(
        language.word().to_owned(),
        Signal::derive(move || state.choices().languages.contains(&language)),
        Callback::new(set),
    )
}
