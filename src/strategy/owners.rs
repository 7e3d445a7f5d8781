//! 担当課: the sections and persons named in one text.

/// Returns the sections and persons named in one 担当.
pub fn owners(text: &str) -> impl Iterator<Item = &str> {
    let between = ['、', '，', ',', '／', '/', '\n', ';', '；'];
    let parts = text.split(between).map(str::trim);
    parts.filter(|part| !part.is_empty())
}
