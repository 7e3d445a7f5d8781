//! 公表データ: files of open data that the actuals come from, and the measure of such a file that a series takes.

use super::record::{described, words};
use super::{Date, Figure, FiscalYear};
use std::collections::BTreeMap;

described! {
    /// 公表データ: a data set whose file comes out again, known by the form of its head.
    #[derive(Eq)]
    pub struct DataForm {
        /// The form of its head: a number made of the heads of its columns without years.
        Always Inner form: String,
        /// 出典: the name of the data set.
        Always Inner source: String,
        /// 自分の町の行の見分け方.
        May Inner rows: OwnRows,
        /// ファイル名 of the file that was read last.
        May Inner file: String,
        /// The day it was read.
        May Inner read: Option<Date>,
    }
}

words! {
    /// 自分の町の行の見分け方, as it was answered where the file alone does not say it.
    pub enum OwnRows: Code {
        /// 団体コード.
        Code = "code",
        /// 団体コード of five digits, without a check digit.
        FiveDigits = "five_digits",
        /// 団体コード of six digits that lost its leading zero.
        SixDigits = "six_digits",
        /// 団体名.
        Name = "name",
    }
}

described! {
    /// 公表データの項目: the measure of a data set that the actuals of a series come from.
    #[derive(Eq)]
    pub struct PublishedMeasure {
        /// The form of the head of its files.
        Always Inner form: String,
        /// 項目: the measure as the heads or the row name it.
        Always Inner measure: String,
        /// 単位 of its figures in the file.
        May Inner unit: String,
    }
}

described! {
    /// 比べる自治体: a town whose rows of the same files are kept beside ours.
    #[derive(Eq)]
    pub struct ComparisonTown {
        /// 名称.
        Always Inner name: String,
        /// 団体コード without the check digit; empty: its files have none.
        May Inner code: String,
    }
}

described! {
    /// 比べる自治体の値: figures of another town beside those of a series. They are never the town's own.
    pub struct TownFigures {
        /// 名称.
        Always Open town: String,
        /// 団体コード without the check digit.
        May Open code: String,
        /// The figures by year, in the unit of the indicator.
        May Open figures: BTreeMap<FiscalYear, Figure>,
    }
}

impl TownFigures {
    /// True if the figures are those of this town.
    pub fn is_of(&self, town: &ComparisonTown) -> bool {
        match town.code.is_empty() {
            true => self.code.is_empty() && self.town == town.name,
            false => self.code == town.code,
        }
    }
}
