//! 変更の履歴のことば: what an edit did, as a line of the history.

use crate::edit::{Act, Did, Field};
use crate::insight::compare::Told;
use crate::locale::model;
use crate::strategy::{Baseline, FiscalYear, Kind};

/// 「基本目標「稼ぐ産業…」の名称を変更」.
pub fn line(did: &Did) -> String {
    let kind = Kind::of(&did.kind);
    let what = match (kind.map(model::kind), did.title.is_empty()) {
        (None, _) => "計画全体".to_owned(),
        (Some(kind), true) => kind.to_owned(),
        (Some(kind), false) => format!("{kind}「{}」", short(&did.title)),
    };
    let called = |field| self::field(kind.unwrap_or(Kind::About), field);
    match &did.act {
        Act::Add => format!("{what}を追加"),
        Act::Remove => format!("{what}を削除"),
        Act::Move => format!("{what}を移動"),
        Act::Copy => format!("{what}を複製"),
        Act::Set(field) => format!("{what}の{}を変更", called(*field)),
        Act::Paste(cells) => format!("{cells}か所に貼り付け"),
        Act::Clear(cells) => format!("{cells}か所を空にする"),
        Act::FillDown(cells) => format!("{cells}か所へ下にコピー"),
        Act::FillRight(cells) => format!("{cells}か所へ右にコピー"),
        Act::Bulk(field, count) => format!("{count}件の{}を一括変更", called(*field)),
        Act::AddOutline(count) => format!("体系に{count}件（目標・施策・取組）を追加"),
        Act::AddIndicators(count) => format!("表から指標{count}件を追加"),
        Act::ChangeTarget => format!("{what}の目標値を変更（理由つき）"),
        Act::Import => "ファイルを取り込み".to_owned(),
        Act::Merge => "ほかのファイルと合流".to_owned(),
        Act::Restore => "保存した版に戻す".to_owned(),
        Act::Roll(year) => format!("{year}の計画をつくる"),
        Act::Close(year) => format!("{year}を確定"),
        Act::Reopen(year) => format!("{year}の確定を解除"),
        Act::Fix => format!("{what}を点検から修正"),
        Act::Other => format!("{what}を変更"),
    }
}

fn short(title: &str) -> String {
    let mut letters = title.chars();
    let head: String = letters.by_ref().take(18).collect();
    match letters.next() {
        Some(_) => format!("{head}…"),
        None => head,
    }
}

/// What a field of a kind is called; what tells of several fields has a word of its own.
pub fn field(kind: Kind, field: Field) -> String {
    let word = match field {
        Field::Mark => "印",
        Field::When => "日程",
        Field::PrintedTotal => "原資料の計",
        Field::BaselineAt => Baseline::at.field.word,
        field => {
            let others = Kind::ALL.iter().copied();
            let mut words = std::iter::once(kind).chain(others);
            words.find_map(|kind| field.word(kind)).unwrap_or("項目")
        }
    };
    of_year(word, field.year())
}

/// What a field is called that differs.
pub fn told(told: Told) -> String {
    of_year(told.field.word, told.year)
}

/// 「R6の実績値」.
fn of_year(word: &str, year: Option<FiscalYear>) -> String {
    match year {
        Some(year) => format!("{}の{word}", year.short()),
        None => word.to_owned(),
    }
}
