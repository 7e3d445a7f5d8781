//! 評価区分のことば.

use crate::strategy::FiscalYear;

/// Heading.
pub const TITLE: &str = "評価区分";
/// Note.
pub const NOTE: &str = "指標の評価は、町が選んだ区分で決まります。実在の自治体の区分から選び、印や名称、境目を町に合わせて変えられます。";
/// Caption.
pub const BANDS: &str = "区分（上から順に当てはめます）";
/// Columns.
pub const BAND_COLUMNS: [&str; 5] = ["印", "名称", "色", "当てはまるとき", "追加・削除"];
/// A new band.
pub const NEW_MARK: &str = "新";
/// A new band.
pub const NEW_BAND: &str = "新しい区分";
/// Bound.
pub const AT_LEAST: &str = "以上";
/// Bound.
pub const MORE_THAN: &str = "超";
/// Bound.
pub const LESS_THAN: &str = "未満";
/// Caption.
pub const OTHERS: &str = "ほかの区分ではどうなるか";
/// Columns.
pub const OTHER_COLUMNS: [&str; 4] = ["区分", "指標の数", "変わる指標", "操作"];
/// No band of a rule set takes them.
pub const NO_FIT: &str = "当てはまる区分なし";
/// This one.
pub const NOW: &str = "いまの区分";
/// Button.
pub const TAKE: &str = "この区分にする";
/// No rating given.
pub const NOT_GIVEN: &str = "計算した評価のまま";
/// Field.
pub const GIVEN_MARK: &str = "手動で決める評価";
/// Field.
pub const GIVEN_BY: &str = "評価した人・会議";
/// Field.
pub const GIVEN_REASON: &str = "理由";
/// The mark beside a rating given by people.
pub const BY_PEOPLE: &str = "＊";
/// What the mark says, in full.
pub const BY_PEOPLE_WORD: &str = "人が決めた評価";
/// What the mark says, below a table that has it.
pub const BY_PEOPLE_NOTE: &str = "＊は、自動判定によらず、人が決めた評価です。";
/// Hint.
pub const REASON_WANTED: &str = "計算と違う評価には、理由を書いておいてください。";

/// A pattern changed becomes the town's own.
pub fn own(name: &str) -> String {
    format!("{name}をもとにした町の区分")
}

/// A band's field.
pub fn mark_of(place: usize) -> String {
    format!("{}番目の印", place + 1)
}

/// A band's field.
pub fn word_of(place: usize) -> String {
    format!("{}番目の名称", place + 1)
}

/// A band's field.
pub fn tone_of(place: usize) -> String {
    format!("{}番目の色", place + 1)
}

/// Button.
pub fn add_below(place: usize) -> String {
    format!("{}番目の下に区分を追加", place + 1)
}

/// Button.
pub fn remove(place: usize) -> String {
    format!("{}番目の区分を削除", place + 1)
}

/// A bound's field.
pub fn bound(place: usize, label: &str) -> String {
    format!("{}番目の境目（{label}）", place + 1)
}

/// Button.
pub fn compare(year: FiscalYear) -> String {
    format!("{}の実績を、ほかの区分で評価してみる", year.short())
}

/// 「3件が変わる」.
pub fn changed(count: usize) -> String {
    format!("{count}件が変わる")
}

/// 「（出生数、総人口）」: which ones no band takes.
pub fn not_taken(names: &[String]) -> String {
    format!("（{}）", names.join("、"))
}

/// Button.
pub fn take(name: &str) -> String {
    format!("「{name}」にする")
}

/// Disclosure.
pub fn given(year: FiscalYear) -> String {
    format!("{}の評価を手動で決める", year.short())
}
