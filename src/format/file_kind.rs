//! Kinds of files: their name endings, their media types, and the ways to open them.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// The file of this app: みちしるべのファイル.
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
    /// 文章.
    Text,
    /// 表, with tabs between cells.
    Tsv,
    /// A page for a browser.
    Page,
    /// Several files in one archive.
    Archive,
    /// 予定 for calendars.
    Calendar,
}

/// Way in which a file may be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenedAs {
    /// As a plan of its own, or merged into one.
    Strategy,
    /// As a table or a text that is imported into a plan.
    Pasted,
    /// As a part of a plan that the recipient returns.
    Part,
    /// As another plan, from which the user imports a part.
    Beside,
}

impl FileKind {
    /// All of them.
    pub const ALL: [FileKind; 11] = [
        FileKind::Plan,
        FileKind::Workbook,
        FileKind::Document,
        FileKind::Markdown,
        FileKind::Csv,
        FileKind::StratMl,
        FileKind::Text,
        FileKind::Tsv,
        FileKind::Page,
        FileKind::Archive,
        FileKind::Calendar,
    ];

    /// Returns the extension of such files, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            FileKind::Plan => "json",
            FileKind::Workbook => "xlsx",
            FileKind::Document => "docx",
            FileKind::Markdown => "md",
            FileKind::Csv => "csv",
            FileKind::StratMl => "xml",
            FileKind::Text => "txt",
            FileKind::Tsv => "tsv",
            FileKind::Page => "html",
            FileKind::Archive => "zip",
            FileKind::Calendar => "ics",
        }
    }

    /// Returns the media type.
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
            FileKind::Text => "text/plain",
            FileKind::Tsv => "text/tab-separated-values",
            FileKind::Page => "text/html",
            FileKind::Archive => "application/zip",
            FileKind::Calendar => "text/calendar;charset=utf-8",
        }
    }

    /// True if a file of this kind is opened this way.
    pub const fn is_opened(self, how: OpenedAs) -> bool {
        let is_taken_in = matches!(
            self,
            FileKind::Workbook
                | FileKind::Markdown
                | FileKind::Csv
                | FileKind::Text
                | FileKind::Tsv
        );
        match (self, how) {
            (FileKind::Plan, how) => !matches!(how, OpenedAs::Pasted),
            (FileKind::StratMl, how) => matches!(how, OpenedAs::Strategy),
            (FileKind::Workbook, OpenedAs::Part) => true,
            (_, OpenedAs::Strategy | OpenedAs::Pasted) => is_taken_in,
            _ => false,
        }
    }
}

impl OpenedAs {
    /// Returns the value of `accept` for a dialog that opens files this way: name endings and media types.
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
        let ends = |how: OpenedAs| {
            let all = how.accept();
            let ends = all.split(',').filter(|one| one.starts_with('.'));
            ends.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            ends(OpenedAs::Strategy),
            ".json .xlsx .md .csv .xml .txt .tsv"
        );
        assert_eq!(ends(OpenedAs::Pasted), ".xlsx .md .csv .txt .tsv");
        assert_eq!(OpenedAs::Beside.accept(), ".json,application/json");
        assert!(OpenedAs::Part.accept().contains(".xlsx,"));
    }
}
