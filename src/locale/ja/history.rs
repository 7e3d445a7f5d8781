//! 変更の履歴のことば: what an edit did, as a line of the history.

use crate::edit::{Act, Did, Field};
use crate::locale::model;

/// 「基本目標「稼ぐ産業…」の名称を変更」.
pub fn line(did: &Did) -> String {
    let kind = model::kind(&did.kind);
    let what = match (kind, did.title.is_empty()) {
        ("", _) => "計画全体".to_owned(),
        (kind, true) => kind.to_owned(),
        (kind, false) => format!("{kind}「{}」", short(&did.title)),
    };
    match &did.act {
        Act::Add => format!("{what}を追加"),
        Act::Remove => format!("{what}を削除"),
        Act::Move => format!("{what}を移動"),
        Act::Copy => format!("{what}を複製"),
        Act::Set(field) => format!("{what}の{}を変更", self::field(*field)),
        Act::Paste(cells) => format!("{cells}か所に貼り付け"),
        Act::Clear(cells) => format!("{cells}か所を空にする"),
        Act::FillDown(cells) => format!("{cells}か所へ下にコピー"),
        Act::FillRight(cells) => format!("{cells}か所へ右にコピー"),
        Act::Bulk(field, count) => format!("{count}件の{}を一括変更", self::field(*field)),
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

/// What a field is called.
pub fn field(field: Field) -> String {
    let word = match field {
        Field::Title => "名称",
        Field::Subtitle => "副題",
        Field::Number => "番号",
        Field::Kind => "種別",
        Field::Direction => "方向性",
        Field::Text => "内容",
        Field::Note => "備考",
        Field::Mark => "印",
        Field::Uses => "数値目標・KPI",
        Field::Aligned => "整合",
        Field::Supports => "活用する支援",
        Field::Related => "関連施策",
        Field::Owner => "担当課",
        Field::Town => "市町村",
        Field::Period => "計画期間",
        Field::Stage => "段階",
        Field::RuleSet => "評価区分",
        Field::Source => "出典",
        Field::Code => "コード",
        Field::Unit => "単位",
        Field::Desired => "めざす向き",
        Field::Counting => "数え方",
        Field::Nature => "成果・活動の別",
        Field::Definition => "定義",
        Field::Method => "算出方法",
        Field::Rationale => "目標値の根拠",
        Field::Tolerance => "誤差",
        Field::Breaks => "定義の変更年",
        Field::Baseline => "当初値",
        Field::BaselineAt => "当初値の時点",
        Field::Target(year) => return format!("{}の目標値", year.short()),
        Field::Actual(year) => return format!("{}の実績値", year.short()),
        Field::WithoutPolicy(year) => {
            return format!("{}の趨勢（何もしない場合）の値", year.short());
        }
        Field::Rating(year) => return format!("{}の評価", year.short()),
        Field::Results => "成果・課題",
        Field::Grade => "評価",
        Field::Opinions => "意見",
        Field::Improvements => "改善点及び方向性",
        Field::Outline => "施策の概要",
        Field::Settled => "決算額",
        Field::Budget(year) => return format!("{}の予算額", year.short()),
        Field::Course(year) => return format!("{}の方向性", year.short()),
        Field::Funding => "単独・補助の別",
        Field::Funds => "財源内訳",
        Field::PrintedTotal => "原資料の計",
        Field::Grant => "交付金の検証",
        Field::When => "日程",
        Field::Body => "会議体",
        Field::Done => "済の印",
        Field::Votes => "票",
        Field::Answer => "町の考え方",
        Field::Points => "項目",
    };
    word.to_owned()
}
