//! Keys of what is kept one after the other: they sort in the order in which they were made.

/// Makes the key of what was made at `ms` since 1970, as the `nth` of its tab.
pub(crate) fn key(ms: u64, nth: u32, random: u64) -> String {
    format!("{ms:013}-{nth:08x}-{random:014x}")
}

/// Returns when a key was made, in ms since 1970.
pub(crate) fn made_at(key: &str) -> Option<u64> {
    key.split('-').next()?.parse().ok()
}

/// Returns the time for a key that sorts behind `last`: now, unless the clock was set back since.
pub(crate) fn time_behind(last: Option<&str>, now: u64) -> u64 {
    let last = last.and_then(made_at);
    last.map_or(now, |last| now.max(last.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k13_a_key_sorts_behind_the_last_whatever_the_clock_says() {
        let (today, years_ago, in_years) =
            (1_795_225_320_000, 1_600_000_000_000, 4_070_908_800_000);
        let mut keys: Vec<String> = Vec::new();
        for now in [
            today,
            today,
            years_ago,
            years_ago + 1,
            in_years,
            0,
            today,
            today + 1,
        ] {
            let ms = time_behind(keys.last().map(String::as_str), now);
            // Another tab begins to count anew.
            keys.push(key(ms, 9 - keys.len() as u32, 7));
        }
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
        assert_eq!(made_at(&keys[0]), Some(today));
        assert_eq!(time_behind(None, today), today);
        assert_eq!(time_behind(Some("damaged"), today), today);
    }
}
