//! A picture of the app: `cargo xtask handbook` takes it, and it ships beside the text of the handbook.

/// Folder of the pictures beside the app.
const FOLDER: &str = "handbook/";

/// Characters of base64, by their values.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A picture of a job.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JobPicture {
    /// Name of its file.
    pub file: String,
    /// Alternative text.
    pub text: String,
}

impl JobPicture {
    /// Reads a line such as `![「実績入力」の欄](actuals.webp)`.
    pub fn read(line: &str) -> Option<Self> {
        let (text, rest) = line.strip_prefix("![")?.split_once("](")?;
        Some(Self {
            file: rest.strip_suffix(')')?.to_owned(),
            text: text.to_owned(),
        })
    }

    /// Returns the name of its file beside the app.
    pub fn asset(&self) -> String {
        [FOLDER, &self.file].concat()
    }

    /// Returns the data address of a picture, for an element `img`.
    pub fn address(bytes: &[u8]) -> String {
        let mut address = "data:image/webp;base64,".to_owned();
        for three in bytes.chunks(3) {
            let at = |nth: usize| u32::from(three.get(nth).copied().unwrap_or_default());
            let bits = at(0) << 16 | at(1) << 8 | at(2);
            for nth in 0..4 {
                let letter = LETTERS[(bits >> (18 - 6 * nth) & 63) as usize];
                let is_filled = nth > three.len();
                address.push(if is_filled { '=' } else { char::from(letter) });
            }
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_picture_or_it_is_not() {
        let picture = JobPicture::read("![「保存」の欄](saved.webp)").expect("a picture");
        assert_eq!(picture.text, "「保存」の欄");
        assert_eq!(picture.asset(), "handbook/saved.webp");
        assert_eq!(JobPicture::read("1. 「保存」を押します。"), None);
        assert_eq!(JobPicture::read("![絵](saved.webp"), None);
    }

    #[test]
    fn the_address_holds_the_bytes_as_base64() {
        let packed = |text: &str| {
            let address = JobPicture::address(text.as_bytes());
            address["data:image/webp;base64,".len()..].to_owned()
        };
        // RFC 4648, section 10.
        for (text, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(packed(text), expected);
        }
        assert!(JobPicture::address(&[0xFB, 0xFF]).ends_with(",+/8="));
    }
}
