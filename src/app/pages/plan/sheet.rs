//! The plan of one measure for one year.

use leptos::prelude::*;

use crate::pages::sheets::{
    FiscalCycle, Lines, NoSheet, SheetFoot, SheetHead, SheetText, sheet_of,
};
use crate::parts::Closable;
use crate::route::Page;
use crate::store::Store;
use ::words::plan as words;
use strategy::*;

/// The sheet, or a way to make one.
#[component]
pub fn PlanSheet(id: Id<Measure>) -> impl IntoView {
    let store = Store::here();
    let sheet = sheet_of(store, id);
    let locked = FiscalCycle::here().locked(Side::Planned);
    let body = move |sheet: Id<Sheet>| {
        view! {
            <SheetText
                sheet
                label=words::outline()
                field=Sheet::outline
                locked
            />
            <section>
                <h3>{words::works()} <span class="sub">{words::in_thousand()}</span></h3>
                <Lines sheet side=Side::Planned />
            </section>
            <SheetText
                sheet
                label=words::note()
                field=Sheet::note
                locked
            />
        }
    };
    view! {
        <article class="card sheet">
            <SheetHead id side=Side::Planned />
            <Closable year=FiscalCycle::here().closed_year(Side::Planned)>
            {move || match sheet.get() {
                Some(sheet) => body(sheet).into_any(),
                None => view! { <NoSheet id side=Side::Planned /> }.into_any(),
            }}
            </Closable>
            <SheetFoot id page=Page::Plan />
        </article>
    }
}
