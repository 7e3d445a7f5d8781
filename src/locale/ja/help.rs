//! キー操作の一覧のことば.

/// Heading.
pub const TITLE: &str = "キー操作の一覧";
/// Caption.
pub const GENERAL: &str = "どの画面でも";
/// Column.
pub const OPERATION: &str = "操作";
/// Column.
pub const KEY: &str = "キー";

/// Keys that belong to one place.
pub const PLACES: [(&str, &[(&str, &str)]); 4] = [
    (
        "文字の欄で",
        &[
            ("確定して欄を出る", "Enter"),
            ("入る前の文に戻す", "Esc"),
            ("次の欄へ", "Tab"),
        ],
    ),
    (
        "体系で",
        &[
            ("次を追加する", "Enter"),
            ("上へ・下へ動かす", "Alt + ↑ / Alt + ↓"),
            ("前の施策・次の施策へ移す", "Alt + ← / Alt + →"),
        ],
    ),
    (
        "実施計画と評価の金額で",
        &[
            ("上下左右へ動く", "矢印・Enter"),
            ("続きの欄を選ぶ", "Shift + 矢印"),
            ("文字を直す", "F2"),
            ("コピー・貼り付け", "Ctrl + C / Ctrl + V"),
            ("上の額をコピー・下へコピー", "Ctrl + D"),
            ("打った文字を取り消す", "Esc"),
        ],
    ),
    (
        "表で",
        &[
            ("動く", "矢印・Tab・Enter"),
            ("書きかえる", "F2 または文字を打つ"),
            ("コピー・貼り付け", "Ctrl + C / Ctrl + V"),
            ("下へコピー", "Ctrl + D"),
            ("削除", "Delete"),
        ],
    ),
];
