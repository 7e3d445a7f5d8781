//! 全事業の表のことば.

use super::super::text::plan_works as text;
pub use super::super::text::plan_works::*;
use crate::YearForms;

use super::{amount_in_thousand, counted};
use insight::money::{ListedBy, Total, WorkKey};
use strategy::*;

/// Head of 決算額 of the year before.
pub fn settled_head(year: FiscalYear) -> String {
    text::settled_head(year.short())
}

/// Head of 予算額 of a year.
pub fn budget_head(year: FiscalYear) -> String {
    text::budget_head(year.short())
}

/// Head of 方向性 of a year.
pub fn course_head(year: FiscalYear) -> String {
    text::course_head(year.short())
}

/// Head of a part of 財源.
pub fn fund_head(source: FundSource) -> String {
    text::fund_head(super::fund(source))
}

/// Name of an order, in a plan that begins with this year.
pub fn order_of(order: ListedBy, first: FiscalYear) -> String {
    let head = |key| match key {
        WorkKey::Title => super::work().to_owned(),
        WorkKey::Settled => settled_head(first.previous()),
        WorkKey::Budget(year) => budget_head(year),
        WorkKey::Course(year) => course_head(year),
        WorkKey::Fund(source) => fund_head(source),
    };
    let is_word = |key| matches!(key, WorkKey::Title | WorkKey::Course(_));
    match order {
        ListedBy::PlanOrder => text::by_reading().to_owned(),
        ListedBy::Rising(key) if is_word(key) => text::in_order(head(key)),
        ListedBy::Falling(key) if is_word(key) => text::in_reverse_order(head(key)),
        ListedBy::Rising(key) => text::from_small(head(key)),
        ListedBy::Falling(key) => text::from_large(head(key)),
    }
}

/// Summary of the table of all works.
pub fn works_found(total: &Total) -> String {
    text::works_found(
        counted(total),
        amount_in_thousand(total.amount()),
        amount_in_thousand(total.net_amount()),
    )
}
