//! Files of 提出依頼: a small JSON file that a prefecture sends to its municipalities.

use serde::{Deserialize, Serialize};

use strategy::SubmissionRequest;

/// Value of `format` in such a file.
const FORMAT: &str = "michishirube-request";
/// Version of written files, and the only one.
const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const LARGEST_REQUEST: usize = 1_000_000;

#[derive(Serialize, Deserialize)]
struct RequestFile {
    format: String,
    version: u32,
    request: SubmissionRequest,
}

/// Reason why a file is not a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotARequest {
    /// It is damaged, too large or another file.
    Other,
    /// It was written by a newer version of the app.
    Newer,
}

/// Writes a request.
pub fn write(request: &SubmissionRequest) -> String {
    let file = RequestFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        request: request.clone(),
    };
    // Writing into memory fails only for maps with keys that are not strings: a request has none.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// True if a file begins as a request does.
pub fn looks_like_request(begins: &[u8]) -> bool {
    let quoted = [b"\"", FORMAT.as_bytes(), b"\""].concat();
    begins.windows(quoted.len()).any(|part| part == quoted)
}

/// Reads a request.
///
/// # Errors
/// If the text is not a request, or one of a newer version.
pub fn read(text: &[u8]) -> Result<SubmissionRequest, NotARequest> {
    if text.len() > LARGEST_REQUEST {
        return Err(NotARequest::Other);
    }
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let file: RequestFile = serde_json::from_slice(text).map_err(|_| NotARequest::Other)?;
    match (&*file.format, file.version) {
        (FORMAT, VERSION) => Ok(file.request),
        (FORMAT, newer) if newer > VERSION => Err(NotARequest::Newer),
        _ => Err(NotARequest::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strategy::{Date, FiscalYear, RequestedIndicator};

    fn request() -> SubmissionRequest {
        SubmissionRequest {
            from: "北海道 \"計画\" 局".to_owned(),
            indicators: RequestedIndicator::read_lines("出生数（人）\n総人口（人）"),
            years: vec![FiscalYear(2023), FiscalYear(2024)],
            until: Some(Date("2026-12-20".to_owned())),
            to: "keikaku@example.lg.jp".to_owned(),
        }
    }

    #[test]
    fn a_request_is_read_as_it_was_written() {
        let written = write(&request());
        assert!(looks_like_request(&written.as_bytes()[..64]));
        assert_eq!(read(written.as_bytes()), Ok(request()));
        let marked = ["\u{feff}", &written].concat();
        assert_eq!(read(marked.as_bytes()), Ok(request()));
        assert_eq!(
            read(write(&SubmissionRequest::default()).as_bytes()),
            Ok(SubmissionRequest::default())
        );
    }

    #[test]
    fn damaged_foreign_and_newer_files_are_refused() {
        let written = write(&request());
        let newer = written.replace("\"version\": 1", "\"version\": 2");
        assert_eq!(read(newer.as_bytes()), Err(NotARequest::Newer));
        for text in [
            "",
            "{",
            &written[..written.len() / 2],
            "{\"format\": \"michishirube\", \"version\": 1, \"request\": {}}",
            &written.replace("2023", "\"x\""),
        ] {
            assert_eq!(read(text.as_bytes()), Err(NotARequest::Other), "{text}");
        }
        assert!(!looks_like_request(b"{\"format\": \"michishirube\", "));
        assert_eq!(
            read(&vec![b' '; LARGEST_REQUEST + 1]),
            Err(NotARequest::Other)
        );
    }
}
