//! The cells of a form that take a value, with what they take now.

use crate::parts::{ScrollTable, column_heads};
use leptos::prelude::*;

use super::form_state::{FormState, TakingCell};
use ::words::grants as words;
use browser::focus::focus_added;
use insight::grants::Taken;

/// The list.
#[component]
pub fn FormCells() -> impl IntoView {
    let state: FormState = expect_context();
    let all = Memo::new(move |_| state.taken());
    let empties = move || {
        all.with(|all| {
            all.iter()
                .filter(|(_, taken)| words::filling(taken).is_err())
                .count()
        })
    };
    let [cell, value, content] = words::form_columns();
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <h3 id="grant-form-cells">{words::form_cells()}</h3>
            <ScrollTable labelled_by="grant-form-cells" heads=column_heads(&[cell, value, content], &[])>
                {move || all.get().into_iter().map(|(cell, taken)| row(state, cell, &taken)).collect_view()}
            </ScrollTable>
            <Show when=move || { empties() > 0 }>
                <p class="warn-text">{move || words::form_left_empty(empties())}</p>
            </Show>
        </Show>
    }
}

/// A cell; choosing it leads to it in the table.
fn row(state: FormState, cell: TakingCell, taken: &Taken) -> AnyView {
    let (name, value) = (
        words::cell(&cell.sheet, cell.at),
        words::form_value(cell.value),
    );
    let content = words::filled(taken);
    let is_empty = words::filling(taken).is_err();
    let choose = move |_| {
        let sheet = state.book.with_untracked(|book| {
            let (book, _) = book.as_ref()?;
            book.sheets.iter().position(|one| one.name == cell.sheet)
        });
        if let Some(sheet) = sheet {
            state.sheet.set(sheet);
            state.at.set(Some(cell.at));
            focus_added("grant-form-value".to_owned());
        }
    };
    view! {
        <tr>
            <th scope="row"><button type="button" class="btn plain small" on:click=choose>{name}</button></th>
            <td>{value}</td>
            <td class="pre" class:warn-text=is_empty>{content}</td>
        </tr>
    }
    .into_any()
}
