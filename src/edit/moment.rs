//! A moment, as the clock on the wall shows it.

use serde::{Deserialize, Serialize};

/// 日時.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 UTC: orders moments and measures what lies between them.
    pub ms: u64,
    /// Local time as `2026-11-21T10:42:05+09:00`: what a person is shown.
    pub local: String,
}

impl Moment {
    /// 日: `2026-11-21`.
    pub fn day(&self) -> &str {
        self.local.get(..10).unwrap_or_default()
    }

    /// 時刻: `10:42`.
    pub fn time(&self) -> &str {
        self.local.get(11..16).unwrap_or_default()
    }

    /// For file names: `20261121-1042`.
    pub fn compact(&self) -> String {
        let mut text: String = self.day().chars().filter(|c| *c != '-').collect();
        text.push('-');
        text.extend(self.time().chars().filter(|c| *c != ':'));
        text
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The moment at `minute` of a day of November 2026, in Japan.
    pub fn at(day: u32, minute: u32) -> Moment {
        let midnight = 1_793_458_800_000_u64 + u64::from(day - 1) * 86_400_000;
        Moment {
            ms: midnight + u64::from(minute) * 60_000,
            local: format!(
                "2026-11-{day:02}T{:02}:{:02}:00+09:00",
                minute / 60,
                minute % 60
            ),
        }
    }

    #[test]
    fn shows_its_parts() {
        let moment = at(21, 642);
        assert_eq!(moment.day(), "2026-11-21");
        assert_eq!(moment.time(), "10:42");
        assert_eq!(moment.compact(), "20261121-1042");
        assert_eq!(Moment::default().compact(), "-");
    }
}
