//! Small drawings: never the only carrier of a meaning.

use leptos::prelude::*;

/// The drawings there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconName {
    /// 元に戻す.
    Undo,
    /// やり直す.
    Redo,
    /// 加える.
    Plus,
    /// 削除.
    Trash,
    /// つまむ所.
    Grip,
    /// 上へ.
    Up,
    /// 下へ.
    Down,
    /// さがす.
    Search,
    /// メニュー.
    Menu,
    /// 閉じる.
    Close,
    /// 確定.
    Lock,
    /// ほかの操作.
    More,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            IconName::Undo => "M7 4 3 8l4 4M3 8h8a5 5 0 0 1 0 10H8",
            IconName::Redo => "M13 4l4 4-4 4M17 8H9a5 5 0 0 0 0 10h3",
            IconName::Plus => "M10 4v12M4 10h12",
            IconName::Trash => "M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11",
            IconName::Grip => "M7 5h.01M7 10h.01M7 15h.01M13 5h.01M13 10h.01M13 15h.01",
            IconName::Up => "M5 12l5-5 5 5",
            IconName::Down => "M5 8l5 5 5-5",
            IconName::Search => "M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12ZM13.500 13.500 17 17",
            IconName::Menu => "M3 6h14M3 10h14M3 14h14",
            IconName::Close => "M5 5l10 10M15 5 5 15",
            IconName::Lock => "M5 9h10v8H5ZM7 9V6a3 3 0 0 1 6 0v3",
            IconName::More => "M4 10h.01M10 10h.01M16 10h.01",
        }
    }
}

/// Draws an icon beside words that say the same.
#[component]
pub fn Icon(
    /// The icon.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path
                d=name.path()
                fill="none"
                stroke="currentColor"
                stroke-width="1.8"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}
