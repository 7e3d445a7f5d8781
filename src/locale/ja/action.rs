//! 操作のことば.

/// An operation.
pub const UNDO: &str = "元に戻す";
/// An operation.
pub const REDO: &str = "やり直す";
/// An operation.
pub const EXPORT: &str = "ファイルに保存";
/// An operation.
pub const SAVE_VERSION: &str = "版を保存";
/// An operation.
pub const PASTE_TABLE: &str = "指標の表を貼り付ける";
/// An operation.
pub const PALETTE: &str = "検索・操作";
/// An operation.
pub const HISTORY: &str = "変更の履歴";
/// An operation.
pub const HELP: &str = "キー操作の一覧";
/// An operation.
pub const HOME: &str = "はじめに";
/// An operation.
pub const OVERVIEW: &str = "概況";
/// An operation.
pub const BRIEFING: &str = "首長説明";
/// An operation.
pub const OUTLINE: &str = "体系";
/// An operation.
pub const CHAPTERS: &str = "本文・支援";
/// An operation.
pub const INDICATORS: &str = "指標";
/// An operation.
pub const PLAN: &str = "実施計画";
/// An operation.
pub const REVIEW: &str = "評価";
/// An operation.
pub const TIMETABLE: &str = "日程";
/// An operation.
pub const ALIGNMENT: &str = "整合";
/// An operation.
pub const CHECKS: &str = "点検";
/// An operation.
pub const PAPER: &str = "印刷";
/// An operation.
pub const VERSIONS: &str = "版と比較";
/// An operation.
pub const SETTINGS: &str = "設定";
