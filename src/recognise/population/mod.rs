//! 将来推計人口: the result that 国立社会保障・人口問題研究所 publishes, a workbook of a prefecture with a sheet for each
//! municipality.
//!
//! A sheet names the municipality (code, name), and has a block of years for 男女計, 男 and 女, with a row for 総数, for each
//! five-year age band and for 再掲. Nothing is computed: the figures are those of the sheet, and where its sums do not
//! agree this is told, not mended.

mod age;
mod checks;
mod code;
mod figures;
mod heads;
mod projection;
mod register;

pub use age::{Age, age};
pub use checks::{Differs, SumOf};
pub use code::{Municipality, is_without_projection, municipality};
pub(crate) use code::{is_prefecture, is_same};
pub use figures::NotProjection;
pub use heads::Sex;
pub use projection::{ReadProjection, projection};
pub use register::{NotRegister, ReadRegister, register};
