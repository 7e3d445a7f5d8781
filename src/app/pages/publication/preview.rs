//! Preview: the pages as they will be in the folder.

use std::rc::Rc;

use leptos::prelude::*;

use super::state::Prepared;
use crate::parts::{PageMaker, SitePreview};
use jobs::publisher::PublisherRequest;

/// The preview of a prepared site.
#[component]
pub fn Preview(prepared: Prepared) -> impl IntoView {
    let pages = prepared.told.pages.iter();
    let pages: Vec<_> = pages
        .map(|page| (page.path.clone(), page.title.clone()))
        .collect();
    let desk = prepared.desk;
    let page: PageMaker = Rc::new(move |there| {
        let desk = desk.clone();
        Box::pin(async move { desk.text(&PublisherRequest::Page(there), &[]).await })
    });
    view! { <SitePreview pages page /> }.into_any()
}
