//! The plan of one measure for one year.

use leptos::prelude::*;

use crate::app::pages::sheets::{FiscalCycle, Lines, NoSheet, SheetHead, SheetText, sheet_of};
use crate::app::parts::Closable;
use crate::app::route::Page;
use crate::app::store::Store;
use crate::strategy::*;
use crate::words::plan as words;

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
            <SheetHead id page=Page::Plan side=Side::Planned />
            <Closable year=FiscalCycle::here().closed_year(Side::Planned)>
            {move || match sheet.get() {
                Some(sheet) => body(sheet).into_any(),
                None => view! { <NoSheet id side=Side::Planned /> }.into_any(),
            }}
            </Closable>
        </article>
    }
    .into_any()
}
