//! A table to read, in a frame that scrolls sideways where the window is narrow.

use leptos::prelude::*;

/// A table to read. Its children are the rows of its body.
#[component]
pub fn ScrollTable(
    /// Name of the frame, which makes it a region.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Id of the heading that names the frame instead: a section has that name, so the frame is no second region.
    #[prop(optional)]
    labelled_by: Option<&'static str>,
    /// Caption of the table.
    #[prop(optional, into)]
    caption: Option<String>,
    /// Classes beside `table`.
    #[prop(optional)]
    class: &'static str,
    /// Cells of the head: [`column_heads`].
    heads: AnyView,
    children: Children,
) -> impl IntoView {
    let role = labelled_by.map_or("region", |_| "group");
    view! {
        <div class="table-scroll" tabindex="0" role=role aria-label=label aria-labelledby=labelled_by>
            <table class=["table ", class].concat().trim_end().to_owned()>
                {caption.map(|caption| view! { <caption>{caption}</caption> })}
                <thead><tr>{heads}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

/// Heads of columns. Those in `numbers` are over numbers.
pub fn column_heads(words: &[&'static str], numbers: &[usize]) -> AnyView {
    let head = |(at, word): (usize, &&'static str)| view! { <th scope="col" class:number=numbers.contains(&at)>{*word}</th> };
    let heads: Vec<_> = words.iter().enumerate().map(head).collect();
    heads.into_any()
}
