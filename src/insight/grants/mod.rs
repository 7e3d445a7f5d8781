//! 交付金・寄附: the KPI of a project as the forms ask for them, and every value a form can take.

mod form_values;
mod increments;

pub use form_values::{FormFacts, FormValue, KpiValue, Taken};
pub use increments::{
    IncrementLine, Increments, KpiRow, NoIncrement, StartValue, increments, increments_of,
};
