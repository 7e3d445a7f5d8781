//! The initiatives that a project pays for, and the KPI chosen for it.

use leptos::prelude::*;

use crate::parts::{Each, Icon, IconName, read_only};
use crate::store::Store;
use ::words::{grants as words, indicators, model::named, plan};
use insight::Numbers;
use strategy::record::Lens;
use strategy::*;

/// A list of mentions of a project, and their names.
struct ProjectMentions<T: Record> {
    store: Store,
    project: Id<GrantProject>,
    list: Lens<GrantProject, Vec<Id<T>>>,
    name: fn(&T) -> String,
}

impl<T: Record> Clone for ProjectMentions<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Record> Copy for ProjectMentions<T> {}

impl<T: Record> ProjectMentions<T> {
    fn ids(self) -> Vec<Id<T>> {
        let project = self.store.get(self.project);
        project.map_or_else(Vec::new, |one| (self.list.get)(&one).clone())
    }

    fn set(self, id: Id<T>, on: bool) {
        let field = edit::Field::of(self.list.field.name, None);
        self.store.edit(|s| {
            edit::set(s, self.project, field, |one| {
                let list = (self.list.get_mut)(one);
                list.retain(|other| *other != id);
                if on {
                    list.push(id);
                }
            })
        });
    }

    /// The mentioned records as chips, each with a button that takes it out.
    fn chips(self, none: &'static str) -> AnyView {
        let chip = move |id: Id<T>| {
            let name = move || {
                self.store
                    .get(id)
                    .map(|one| (self.name)(&one))
                    .unwrap_or_default()
            };
            view! {
                <span class="chip use">
                    {name}
                    <button
                        type="button"
                        class="chip-button"
                        disabled=read_only()
                        aria-label=move || words::unlink(name())
                        on:click=move |_| self.set(id, false)
                    >
                        <Icon name=IconName::Close />
                    </button>
                </span>
            }
        };
        view! {
            <Show when=move || !self.ids().is_empty() fallback=move || view! { <p class="hint">{none}</p> }>
                <div class="row used"><Each of=move || self.ids() let:id>{chip(id)}</Each></div>
            </Show>
        }
        .into_any()
    }

    /// The choice of one more; `options` are those that are not mentioned.
    fn choice(
        self,
        label: &'static str,
        options: impl Fn() -> AnyView + Send + 'static,
    ) -> AnyView {
        view! {
            <select
                class="choice"
                disabled=read_only()
                aria-label=label
                on:change=move |event| {
                    let chosen = event_target_value(&event).parse();
                    // The next one is chosen in its place.
                    event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
                    if let Ok(id) = chosen {
                        self.set(id, true);
                    }
                }
            >
                <option value="">{label}</option>
                {options}
            </select>
        }
        .into_any()
    }
}

/// 具体的取組 of the project.
#[component]
pub fn Initiatives(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let of = ProjectMentions::<Initiative> {
        store,
        project: id,
        list: GrantProject::initiatives,
        name: |one| named(&one.title).to_owned(),
    };
    let options = move || {
        let used = of.ids();
        store.follow(|s| {
            let numbers = Numbers::of(s);
            let measures = s.measures_in_order().into_iter();
            let group = |measure: &Measure| {
                let all = s.initiatives.under(measure.id).into_iter();
                let all = all.filter(|one| !used.contains(&one.id));
                let options: Vec<_> = all
                    .map(|one| view! { <option value=one.id.to_string()>{named(&one.title).to_owned()}</option> })
                    .collect();
                let label = plan::coded(&numbers.code_of(measure.id), &measure.title);
                (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
            };
            measures.filter_map(|measure| group(measure)).collect_view().into_any()
        })
    };
    view! {
        <h2 id="grant-uses">{words::initiatives()}</h2>
        {of.chips(words::no_initiatives())}
        {of.choice(words::add_initiative(), options)}
    }
}

/// KPI of the project.
#[component]
pub fn Kpis(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let of = ProjectMentions::<Indicator> {
        store,
        project: id,
        list: GrantProject::kpis,
        name: |one| indicators::named(&one.name).to_string(),
    };
    let options = move || {
        let used = of.ids();
        store.follow(|s| {
            let all = s.indicators.sorted().into_iter();
            let all = all.filter(|one| !used.contains(&one.id));
            let option = |one: &Indicator| {
                let name = indicators::named(&one.name).to_string();
                view! { <option value=one.id.to_string()>{name}</option> }
            };
            all.map(|one| option(one)).collect_view().into_any()
        })
    };
    view! {
        <h3>{words::kpis()}</h3>
        <p class="sub">{words::kpis_note()}</p>
        {of.chips(words::no_kpis())}
        {of.choice(words::add_kpi(), options)}
    }
}
