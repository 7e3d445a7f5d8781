//! What serde says is wrong, as a [`Problem`].

use serde_json::error::Category;

use super::Problem;

/// Puts an error of the JSON reader into our words. `last` is the byte it looked at last.
pub fn problem(error: &serde_json::Error, last: u8) -> Problem {
    let text = error.to_string();
    let text = text
        .rsplit_once(" at line ")
        .map_or(&*text, |(said, _)| said);
    match error.classify() {
        Category::Eof => Problem::Truncated,
        Category::Data | Category::Io => data(text),
        Category::Syntax if text.starts_with("recursion") => Problem::TooDeep,
        Category::Syntax if text.starts_with("invalid value") => Problem::WrongType {
            expected: "西暦の年度".to_owned(),
            found: "年度でない項目名".to_owned(),
        },
        // What the reader says of a value, sound in itself, where it expects one of some words.
        Category::Syntax if text == "expected value" && b"[{-0123456789tfn".contains(&last) => {
            Problem::WrongType {
                expected: "決められた語".to_owned(),
                found: match last {
                    b'[' => found("sequence"),
                    b'{' => found("map"),
                    _ => "別の種類の値".to_owned(),
                },
            }
        }
        Category::Syntax => Problem::NotJson(syntax(text)),
    }
}

fn data(text: &str) -> Problem {
    let (quoted, after) = match text.split_once('`') {
        Some((_, rest)) => rest
            .split_once("`, expected ")
            .or_else(|| rest.split_once("`, there "))
            .unwrap_or((rest.trim_end_matches('`'), "")),
        None => (text, ""),
    };
    let name = || shorten(quoted);
    if text.starts_with("unknown field ") {
        Problem::UnknownField(name())
    } else if text.starts_with("missing field ") {
        Problem::MissingField(name())
    } else if text.starts_with("duplicate field ") {
        Problem::RepeatedField(name())
    } else if text.starts_with("unknown variant ") {
        Problem::UnknownWord {
            word: name(),
            allowed: after
                .trim_start_matches("one of ")
                .replace("`, `", "」「")
                .replace("` or `", "」「")
                .replacen('`', "「", 1)
                .replace('`', "」"),
        }
    } else if let Some(rest) = text
        .strip_prefix("invalid type: ")
        .or_else(|| text.strip_prefix("invalid value: "))
    {
        let (found, wanted) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
        Problem::WrongType {
            expected: expected(wanted),
            found: self::found(found),
        }
    } else {
        Problem::BadValue(text.to_owned())
    }
}

fn expected(text: &str) -> String {
    let words = match text {
        "a string" | "a borrowed string" => "文字列",
        "a boolean" => "true か false",
        "a sequence" => "[ ] で囲んだ並び",
        "a map" => "{ } で囲んだ項目",
        "i8" | "i16" | "i32" | "i64" | "usize" => "整数",
        "u8" => "0から255までの整数",
        "u16" | "u32" | "u64" => "0以上の整数",
        _ if text.contains("Decimal") => "「1.5」のような、数を表す文字列",
        _ if text.starts_with("struct ") => "{ } で囲んだ項目",
        _ if text.contains("variant")
            || text.contains("enum")
            || text.contains("string or map") =>
        {
            "決められた語"
        }
        _ => text,
    };
    words.to_owned()
}

fn found(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("string ") {
        return format!("文字列「{}」", shorten(rest.trim_matches('"')));
    }
    let (kind, shown) = text.split_once(" `").unwrap_or((text, ""));
    let shown = shown.trim_end_matches('`');
    match kind {
        "integer" | "floating point" | "number" => format!("数 {shown} "),
        "boolean" => format!("{shown} "),
        "null" => "null ".to_owned(),
        "map" => "{ } で囲んだ項目".to_owned(),
        "sequence" => "[ ] で囲んだ並び".to_owned(),
        _ => "別の種類の値".to_owned(),
    }
}

fn syntax(text: &str) -> &'static str {
    match text {
        "trailing comma" => "最後の要素のあとに余分な「,」があります",
        "trailing characters" => "終わりのあとに余分な文字があります",
        "key must be a string" => "項目名が「\"」で囲まれていません",
        "expected `:`" => "項目名のあとに「:」がありません",
        "expected `,` or `}`" | "expected `,` or `]`" => {
            "要素の間の「,」か、閉じるかっこがありません"
        }
        "invalid escape" => "「\\」のあとの書き方が正しくありません",
        "invalid number" | "number out of range" => "数の書き方が正しくありません",
        _ if text.starts_with("control character") => "文字列の中に改行などの制御文字があります",
        _ if text.contains("hex escape") || text.contains("surrogate") => {
            "「\\u」で書かれた文字が正しくありません"
        }
        _ if text.contains("unicode") => "文字が壊れています",
        _ => "値として読めない文字があります",
    }
}

fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
