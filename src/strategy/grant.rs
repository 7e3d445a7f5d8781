//! 交付金・寄附の事業: projects that a national grant or donations of companies pay for, and the town's way of filling in the
//! forms that they ask for.

use std::collections::BTreeMap;

use super::record::{described, words};
use super::{Date, FiscalYear, Id, Indicator, Initiative, Order, Period};

described! {
    /// 交付金・寄附の事業: the initiatives that one application pays for. It stays inside until its title is chosen to be public.
    pub struct GrantProject {
        /// Identity.
        Must Open id: Id<GrantProject>,
        /// Place among the projects.
        Place Open order: Order,
        /// 交付金・寄附の種類.
        May Open kind: GrantKind as Reference,
        /// 交付金の名称, where its kind does not say it.
        May Open programme: String as Reference,
        /// 事業名.
        Must Inner title: String,
        /// 事業期間.
        Must Open period: Period = Period { first: FiscalYear(2025), last: FiscalYear(2029) },
        /// 事業の概要.
        May Open outline: String,
        /// 具体的取組 that it pays for, in order.
        May Open initiatives: Vec<Id<Initiative>>,
        /// KPI chosen from the plan, in order.
        May Open kpis: Vec<Id<Indicator>>,
        /// 事業費・寄附の目安.
        May Inner cost: String,
        /// 提出物と期限.
        May Inner deadlines: Vec<GrantDeadline>,
        /// 効果検証, by the year judged.
        May Open reviews: BTreeMap<FiscalYear, GrantReview>,
        /// 備考.
        May Inner note: String,
    }
}

words! {
    /// 交付金・寄附の種類.
    pub enum GrantKind: NewLocal {
        /// 新しい地方経済・生活環境創生交付金.
        NewLocal = "new_local",
        /// デジタル田園都市国家構想交付金.
        Digital = "digital",
        /// 企業版ふるさと納税 (まち・ひと・しごと創生寄附活用事業).
        Corporate = "corporate",
        /// その他の交付金・補助金.
        Other = "other",
    }
}

described! {
    /// 提出物 of a project, and the day on which it is due.
    #[derive(Eq)]
    pub struct GrantDeadline {
        /// 提出物.
        Always Inner title: String,
        /// 期限; `None`: not yet known.
        May Inner due: Option<Date>,
    }
}

described! {
    /// 効果検証 of a project in a year; its 実績 are the actuals of its KPI.
    #[derive(Eq)]
    pub struct GrantReview {
        /// 要因: why the KPI came to be so.
        May Open cause: String,
        /// 外部有識者の意見.
        May Open experts: String,
        /// 今後の方針.
        May Open next: String,
    }
}

described! {
    /// 様式の対応: which cell of an official workbook takes what; known by the form of the workbook.
    #[derive(Eq)]
    pub struct GrantForm {
        /// The form of the workbook: a number made of its sheets and their fixed texts.
        Always Inner form: String,
        /// ファイル名 of the workbook for which it was said.
        Always Inner file: String,
        /// The cells that are filled in.
        May Inner cells: Vec<FormCell>,
    }
}

described! {
    /// A cell of a form, and the value it takes.
    #[derive(Eq)]
    pub struct FormCell {
        /// シート名.
        Always Inner sheet: String,
        /// セル (`B3`).
        Always Inner cell: String,
        /// The value, as `insight` names it (`title`, `kpi.1.start`).
        Always Inner takes: String,
    }
}

impl GrantForm {
    /// Maps a cell to a value, or with `None` to nothing, instead of the value it had.
    pub fn assign(&mut self, sheet: &str, cell: &str, takes: Option<String>) {
        let is_it = |one: &FormCell| one.sheet == sheet && one.cell == cell;
        self.cells.retain(|one| !is_it(one));
        self.cells.extend(takes.map(|takes| FormCell {
            sheet: sheet.to_owned(),
            cell: cell.to_owned(),
            takes,
        }));
    }
}

impl GrantReview {
    /// True if nothing is filled in.
    pub fn is_empty(&self) -> bool {
        let texts = [&self.cause, &self.experts, &self.next];
        texts.iter().all(|text| text.trim().is_empty())
    }
}
