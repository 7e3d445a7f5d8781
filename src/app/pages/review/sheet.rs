//! 施策評価シート: one measure in one year.

use leptos::prelude::*;

use super::grant::GrantPart;
use super::kpi::Kpis;
use super::opinions::Opinions;
use super::rating::Rating;
use crate::pages::sheets::{
    FiscalCycle, Lines, NoSheet, SheetFoot, SheetHead, SheetText, sheet_of,
};
use crate::parts::Closable;
use crate::route::Page;
use crate::store::Store;
use ::words::{plan, review as words};
use strategy::*;

/// The sheet, or a way to make one.
#[component]
pub fn ReviewSheet(id: Id<Measure>) -> impl IntoView {
    let store = Store::here();
    let sheet = sheet_of(store, id);
    let locked = FiscalCycle::here().locked(Side::Done);
    let body = move |sheet: Id<Sheet>| {
        view! {
            <section>
                <h3>{words::results_lines()} <span class="sub">{plan::in_thousand()}</span></h3>
                <Lines sheet side=Side::Done />
            </section>
            <SheetText
                sheet
                label=words::results()
                field=Sheet::results
                locked
            />
            <Kpis id />
            <Rating sheet locked />
            <SheetText
                sheet
                label=words::improvements()
                field=Sheet::improvements
                locked
            />
            <Opinions sheet locked />
            <GrantPart sheet locked />
        }
    };
    view! {
        <article class="card sheet">
            <SheetHead id side=Side::Done />
            <Closable year=FiscalCycle::here().closed_year(Side::Done)>
            {move || match sheet.get() {
                Some(sheet) => body(sheet).into_any(),
                None => view! { <NoSheet id side=Side::Done /> }.into_any(),
            }}
            </Closable>
            <SheetFoot id page=Page::Review />
        </article>
    }
}
