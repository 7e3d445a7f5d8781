//! What can go wrong with keeping, and the way out.

use std::fmt;

/// 保存の問題: in words for a person by `Display`, with what to do by [`Trouble::way_out`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// localStorage is switched off.
    LocalOff,
    /// localStorage is full: the journal cannot be written.
    LocalFull,
    /// There is no IndexedDB here (switched off, or a private window).
    DatabaseOff,
    /// The database waits for another tab that holds it open with an older app.
    DatabaseBlocked,
    /// The disk, or the browser's share of it, is full.
    DatabaseFull,
    /// The browser cleared its data while the strategy was open.
    DatabaseCleared,
    /// The database failed otherwise: the name of the exception.
    DatabaseFailed(String),
    /// The database does not answer.
    DatabaseSilent,
    /// What was read back is not what was written.
    NotAsWritten,
    /// Another tab runs a newer app; this one no longer writes.
    Outdated,
    /// There is no such strategy, version or set-aside data.
    NotThere,
    /// Another tab is writing this strategy.
    ReadOnly,
    /// Another tab took over the writing.
    TakenOver,
    /// The tab that is writing could not save and does not hand over.
    NotHandedOver,
    /// An edit does not fit the strategy as it is kept.
    OutOfStep,
    /// What is kept cannot be read (why): it was set aside.
    Damaged(String),
    /// It was written by a newer app than this one.
    Newer,
    /// So many edits of the journal or the log did not fit, and were set aside.
    EditsSetAside(usize),
    /// Some of the log or the journal cannot be read, and what came after made good for it.
    Pieced,
    /// The file was changed by someone else since it was last read or written here.
    FileChanged,
    /// The browser was not allowed to read or write the file.
    FileDenied,
    /// The file is no longer where it was.
    FileGone,
    /// The file cannot be read as a strategy (why).
    FileUnreadable(String),
    /// The file failed otherwise: the name of the exception.
    FileFailed(String),
    /// This browser cannot do it (Web Locks, file pickers …).
    Unsupported,
}

/// What helps against a [`Trouble`]: the button to offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// ファイルに保存.
    WriteFile,
    /// ページを読み込み直す.
    Reload,
    /// このタブで編集する.
    TakeOver,
    /// 元のデータをダウンロードする.
    DownloadRaw,
    /// 保存先のファイルを選び直す.
    ChooseFile,
    /// 読み比べて合流する.
    Merge,
    /// Nothing to press: the list shows what there is.
    List,
}

impl Trouble {
    /// The button to offer.
    pub fn way_out(&self) -> WayOut {
        match self {
            Trouble::LocalOff
            | Trouble::LocalFull
            | Trouble::DatabaseOff
            | Trouble::DatabaseBlocked
            | Trouble::DatabaseFull
            | Trouble::DatabaseCleared
            | Trouble::DatabaseFailed(_)
            | Trouble::DatabaseSilent
            | Trouble::Pieced
            | Trouble::NotAsWritten
            | Trouble::OutOfStep
            | Trouble::NotHandedOver
            | Trouble::Unsupported => WayOut::WriteFile,
            Trouble::Outdated | Trouble::Newer => WayOut::Reload,
            Trouble::ReadOnly | Trouble::TakenOver => WayOut::TakeOver,
            Trouble::Damaged(_) | Trouble::EditsSetAside(_) => WayOut::DownloadRaw,
            Trouble::FileDenied
            | Trouble::FileGone
            | Trouble::FileUnreadable(_)
            | Trouble::FileFailed(_) => WayOut::ChooseFile,
            Trouble::FileChanged => WayOut::Merge,
            Trouble::NotThere => WayOut::List,
        }
    }

    /// What the browser called it, for whoever looks after the computer: no word for everybody.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Trouble::DatabaseFailed(name) | Trouble::FileFailed(name) => Some(name),
            _ => None,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Trouble::LocalOff => "このブラウザでは、入力した直後の記録を残せません（サイトのデータの保存が許可されていません）。こまめに「ファイルに保存」を使ってください。",
            Trouble::LocalFull => "入力した直後の記録を置く場所がいっぱいです。この端末への保存は続けますが、念のため「ファイルに保存」を使い、使わない計画を削除してください。",
            Trouble::DatabaseOff => "このブラウザには計画を保存できません（プライベートウィンドウか、サイトのデータの保存が許可されていません）。閉じる前に「ファイルに保存」を使ってください。",
            Trouble::DatabaseBlocked => "以前の版を開いている別のタブがあり、保存先を使えません。ほかのタブを閉じてから読み込み直してください。入力したものは「ファイルに保存」で残せます。",
            Trouble::DatabaseFull => "この端末の保存先がいっぱいで、保存できません。「ファイルに保存」で残したうえで、使わない計画や版を削除してください。",
            Trouble::DatabaseCleared => "ブラウザの保存データが消去されていました。開いている計画は、いま保存し直しています。「ファイルに保存」でも残してください。",
            Trouble::DatabaseFailed(_) => "この端末に保存できませんでした。ディスクの空きが足りないか、ブラウザが書き込めなくなっています。保存は続けて試しますが、閉じる前に「ファイルに保存」で残してください。",
            Trouble::DatabaseSilent => "この端末の保存先から返事がありません。入力した内容は、書きとめとして残し、返事があり次第保存します。ブラウザを開き直すと直ることがあります。大事な変更は「ファイルに保存」で残してください。",
            Trouble::NotAsWritten => "保存したものを読み返したところ、一致しませんでした。もう一度試していますが、「ファイルに保存」で残してください。",
            Trouble::Outdated => "別のタブで新しい版が動いています。このタブからはもう保存しません。ページを読み込み直してください。",
            Trouble::NotThere => "この端末には見当たりません。一覧を確かめてください。",
            Trouble::ReadOnly => "別のタブで編集中のため、このタブでは見るだけです。ここで編集するには「このタブで編集する」を押してください。",
            Trouble::TakenOver => "別のタブが編集を引き継ぎました。このタブは見るだけになります。",
            Trouble::NotHandedOver => "編集中のタブがまだ保存できていないため、引き継げません。そのタブで「ファイルに保存」を使ってから、もう一度試してください。",
            Trouble::OutOfStep => "この変更は、保存されている内容と合いません。いまの内容はそのままです。「ファイルに保存」で残し、ページを読み込み直してください。",
            Trouble::Damaged(why) => return write!(f, "保存されていた計画を読めませんでした（{why}）。上書きせずに別に取り置いてあります。"),
            Trouble::Newer => "新しい版で保存された計画です。ページを読み込み直して、新しい版で開いてください。元のデータには触れていません。",
            Trouble::EditsSetAside(count) => return write!(f, "変更の記録のうち{count}件を読めないか、いまの内容に合わないため、反映していません。上書きせずに取り置いてあり、内容を確かめて入れ直せます。"),
            Trouble::Pieced => "変更の記録の一部が読めませんでしたが、そのあとの記録から内容を補いました。最近変えた箇所を確かめてください。",
            Trouble::FileChanged => "保存先のファイルが、ほかの人か別の画面で変更されています。上書きはしていません。内容を比べて合流するか、別の名前で保存してください。",
            Trouble::FileDenied => "ファイルへの読み書きが許可されていません。許可するか、別の保存先を選んでください。",
            Trouble::FileGone => "保存先のファイルが見つかりません。移動または削除された可能性があります。保存先を選び直してください。",
            Trouble::FileUnreadable(why) => return write!(f, "ファイルを読めませんでした。{why}"),
            Trouble::FileFailed(_) => "ファイルを読み書きできませんでした。ディスクの空きが足りないか、ほかのアプリが使っています。別の保存先を選んでください。",
            Trouble::Unsupported => "このブラウザでは使えません。「ファイルに保存」を使ってください。",
        })
    }
}

impl std::error::Error for Trouble {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_an_exception_is_said_to_everybody() {
        for failed in [
            Trouble::DatabaseFailed("UnknownError".into()),
            Trouble::FileFailed("InvalidStateError".into()),
        ] {
            let said = failed.to_string();
            assert!(!said.contains("Error"), "{said}");
            assert!(said.contains("ディスクの空き"), "{said}");
            assert!(failed.detail().is_some_and(|name| name.ends_with("Error")));
        }
        assert_eq!(Trouble::DatabaseFull.detail(), None);
    }
}
