//! Reading the stored cover, and storing a new one.

use std::sync::Arc;

use leptos::prelude::document;
use leptos::task::spawn_local;

use super::{Cover, page};
use crate::workspace::{Covers, Workspace};
use browser::time;
use keep::DocId;
use words::NumberStyle;

/// Shows and stores covers.
pub const COVERS: Covers = |workspace, doc, open| match open {
    false => spawn_local(show(workspace, doc)),
    true => spawn_local(keep(workspace, doc)),
};

/// Returns the conditions of a cover beside the strategy: the build of the app, which determines its texts and its
/// judgement, the language and style, and the year of today. Text size and density are not part of it: the cover is
/// laid out when it is shown.
fn made(workspace: Workspace) -> String {
    let start = document().query_selector("script[data-glue]");
    let build = start.ok().flatten().and_then(|start| {
        // The folder edition names the glue by its content.
        let named = start.get_attribute("data-build");
        named.or_else(|| start.get_attribute("data-glue"))
    });
    let language = document().document_element();
    let language = language.and_then(|page| page.get_attribute("data-language"));
    let NumberStyle { years, minus } = NumberStyle::now();
    let made = [
        &build.unwrap_or_default(),
        &language.unwrap_or_default(),
        years.tag(),
        minus.tag(),
        &workspace.this_year().0.to_string(),
    ];
    made.join(" ")
}

async fn show(workspace: Workspace, doc: DocId) {
    let Some(keeper) = workspace.keeper() else {
        return;
    };
    if let Some(cover) = keeper.cover::<Cover>(doc, &made(workspace)).await {
        let cover = Arc::new(cover);
        workspace.put_cover(doc, Arc::new(move || page::shown(&cover)));
    }
}

async fn keep(workspace: Workspace, doc: DocId) {
    let (Some(keeper), made) = (workspace.keeper(), made(workspace)) else {
        return;
    };
    time::idle().await;
    if !keeper.wants_cover(doc, &made).await {
        return;
    }
    if let (Some(seq), Some(strategy)) = (keeper.seq(doc), keeper.strategy(doc)) {
        let cover = Cover::of(&strategy, workspace.this_year()).await;
        // If storing the cover fails, the strategy opens without one.
        keeper.keep_cover(doc, &made, seq, &cover).await;
    }
}
