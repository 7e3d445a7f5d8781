//! The kinds of files there are: what their names end with, their media type, and what is done with them.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Our own: みちしるべのファイル.
    Plan,
    /// Excelブック.
    Workbook,
    /// Word の文書.
    Document,
    /// 印をつけた文章.
    Markdown,
    /// 表.
    Csv,
    /// StratML.
    StratMl,
}

/// Where a file may be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedAs {
    /// As a plan of its own.
    Strategy,
    /// As a part of a plan that comes back from who had it.
    Part,
    /// As another plan beside, of which something is taken.
    Beside,
}

impl FileKind {
    /// All of them.
    pub const ALL: [FileKind; 6] = [
        FileKind::Plan,
        FileKind::Workbook,
        FileKind::Document,
        FileKind::Markdown,
        FileKind::Csv,
        FileKind::StratMl,
    ];

    /// How the names of such files end, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            FileKind::Plan => "json",
            FileKind::Workbook => "xlsx",
            FileKind::Document => "docx",
            FileKind::Markdown => "md",
            FileKind::Csv => "csv",
            FileKind::StratMl => "xml",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            FileKind::Plan => "application/json",
            FileKind::Workbook => {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
            FileKind::Document => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            FileKind::Markdown => "text/markdown;charset=utf-8",
            FileKind::Csv => "text/csv;charset=utf-8",
            FileKind::StratMl => "application/xml",
        }
    }

    /// Whether such a file is opened so.
    pub const fn is_opened(self, how: OpenedAs) -> bool {
        matches!(
            (self, how),
            (FileKind::Plan, _)
                | (FileKind::Workbook, OpenedAs::Part)
                | (FileKind::StratMl, OpenedAs::Strategy)
        )
    }
}

impl OpenedAs {
    /// What a dialog offers that opens files so: ends of names and media types.
    pub fn accept(self) -> String {
        let kinds = FileKind::ALL
            .into_iter()
            .filter(|kind| kind.is_opened(self));
        let mut all = Vec::new();
        for kind in kinds {
            all.push([".", kind.extension()].concat());
            let media = kind.media_type();
            all.push(media.split(';').next().unwrap_or(media).to_owned());
        }
        all.join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dialogs_offer_what_can_be_opened_there() {
        assert_eq!(
            OpenedAs::Strategy.accept(),
            ".json,application/json,.xml,application/xml"
        );
        assert_eq!(OpenedAs::Beside.accept(), ".json,application/json");
        assert!(OpenedAs::Part.accept().contains(".xlsx,"));
    }
}
