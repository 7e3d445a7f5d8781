//! Output of the commands while they work.

use std::time::{Duration, Instant};

/// Announces a step.
pub fn step(words: &str) {
    println!("\n▸ {words}");
}

/// Adds a detail to the step.
pub fn detail(words: &str) {
    println!("  {words}");
}

/// Announces a step that takes noticeably long, and reports its duration afterwards.
pub fn long_step<T>(
    words: &str,
    expected: &str,
    work: impl FnOnce() -> crate::Outcome<T>,
) -> crate::Outcome<T> {
    step(&format!("{words}（{expected}）"));
    let start = Instant::now();
    let result = work()?;
    detail(&format!("済みました: {}", lasted(start.elapsed())));
    Ok(result)
}

/// Returns a duration as people say it: 5秒, 3分20秒.
pub fn lasted(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, 0) => "1秒未満".into(),
        (0, seconds) => format!("{seconds}秒"),
        (minutes, seconds) => format!("{minutes}分{seconds}秒"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(lasted(Duration::from_millis(300)), "1秒未満");
        assert_eq!(lasted(Duration::from_secs(5)), "5秒");
        assert_eq!(lasted(Duration::from_secs(200)), "3分20秒");
    }
}
