//! Addresses on the web, as people write them.

/// Returns the address if a browser may be sent to it: by `http` or `https` alone. Anything else is only text.
pub(super) fn web_address(text: &str) -> Option<&str> {
    let address = text.trim();
    let (scheme, rest) = address.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_plain = !rest.is_empty() && !rest.chars().any(|c| c.is_whitespace() || c.is_control());
    (is_web && is_plain).then_some(address)
}
