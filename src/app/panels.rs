//! Open panels over a page.

use leptos::prelude::*;

use format::FileKind;
use handbook::HandbookJob;
use strategy::{FiscalYear, GrantProject, Id, Indicator};

/// Paper that another page requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedPaper {
    /// テーブル用紙.
    TableSheets,
    /// いただいたご意見と反映.
    Answers,
    /// 課からの提出状況.
    HandLedger,
    /// 議会答弁資料 of this indicator.
    AssemblyReply(Id<Indicator>),
    /// 交付金の効果検証シート of this project.
    GrantSheet(Id<GrantProject>),
    /// 地域再生計画の素案 of this project.
    RecoveryPlan(Id<GrantProject>),
}

/// Open panels; at first none.
#[derive(Clone, Copy, Default)]
pub struct Panels {
    /// 使い方.
    pub help: RwSignal<bool>,
    /// The job of the handbook with which 使い方 opens.
    pub job: RwSignal<Option<HandbookJob>>,
    /// 表示の設定.
    pub display: RwSignal<bool>,
    /// 変更の履歴.
    pub history: RwSignal<bool>,
    /// 検索・操作.
    pub palette: RwSignal<bool>,
    /// The text in 検索・操作, including text typed before the dialog is fetched.
    pub palette_text: RwSignal<String>,
    /// 新しくつくる, on はじめに.
    pub new_strategy: RwSignal<bool>,
    /// 版を保存.
    pub version: RwSignal<bool>,
    /// 指標の表を貼り付ける.
    pub paste_table: RwSignal<bool>,
    /// 前の計画を貼り付ける.
    pub paste_outline: RwSignal<bool>,
    /// Requests 実績入力 of 指標, with the focus in its first field.
    pub enter_actuals: RwSignal<bool>,
    /// Requests 年度の確定 of 評価.
    pub close_year: RwSignal<bool>,
    /// Requests 翌年度の計画をつくる of 実施計画.
    pub next_plan: RwSignal<bool>,
    /// Requests 新旧対照表 since this version on 印刷.
    pub revision: RwSignal<Option<String>>,
    /// Requests this paper on 印刷.
    pub handout: RwSignal<Option<AskedPaper>>,
    /// Requests 年度の確定を解除する for this year.
    pub reopen: RwSignal<Option<FiscalYear>>,
    /// 保存の状況.
    pub keeping: RwSignal<bool>,
    /// この計画を1ファイルで渡す.
    pub one_file: RwSignal<bool>,
    /// ほかの形式で保存.
    pub other_formats: RwSignal<bool>,
    /// Requests the plan as a file of this kind, without a dialog.
    pub save_as: RwSignal<Option<FileKind>>,
    /// True while the navigation is open on a phone.
    pub menu: RwSignal<bool>,
}

impl Panels {
    /// True if a window over the page is open.
    pub fn any(self) -> bool {
        let open = [self.help, self.display, self.palette, self.version];
        open.iter().any(RwSignal::get) || self.reopen.get().is_some()
    }

    /// True if a panel of saved data is open.
    pub fn of_keeping(self) -> bool {
        self.history.get() || self.keeping.get() || self.one_file.get()
    }

    /// Returns the panels of this app.
    pub fn here() -> Self {
        expect_context::<Self>()
    }
}
