//! Duration of each step of `cargo xtask dist`, in a file that the summary of `cargo xtask test` reads.

use crate::{Outcome, paths};
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A log of measured steps. Each is written as soon as it ends, so that a failed run has a log, too.
pub struct Times {
    file: PathBuf,
}

impl Times {
    /// Starts an empty log and deletes that of an earlier run.
    pub fn start() -> Outcome<Self> {
        let times = Self::last();
        let folder = paths::made("web");
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&times.file, ""))
            .map_err(|error| format!("{} に書けません: {error}", times.file.display()))?;
        Ok(times)
    }

    /// Opens the log of the last run.
    pub fn last() -> Self {
        Self {
            file: paths::made("web").join("dist-times.txt"),
        }
    }

    /// Runs `work` and records its duration.
    pub fn measure<T>(&self, step: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let start = Instant::now();
        let result = work();
        let line = format!("{}\t{step}\n", start.elapsed().as_millis());
        let written = OpenOptions::new().append(true).open(&self.file);
        written
            .and_then(|mut file| file.write_all(line.as_bytes()))
            .map_err(|error| format!("{} に書けません: {error}", self.file.display()))?;
        result
    }

    /// Returns the steps in the order in which they ended; none if there is no log.
    pub fn steps(&self) -> Vec<(String, Duration)> {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        text.lines().filter_map(step).collect()
    }
}

fn step(line: &str) -> Option<(String, Duration)> {
    let (milliseconds, step) = line.split_once('\t')?;
    let duration = Duration::from_millis(milliseconds.parse().ok()?);
    Some((step.to_owned(), duration))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_recorded_even_one_that_fails() {
        let file = std::env::temp_dir().join(format!("times-{}.txt", std::process::id()));
        fs::write(&file, "").expect("a file");
        let times = Times { file: file.clone() };
        assert_eq!(times.measure("一つ目", || Ok(7)), Ok(7));
        let failed: Outcome = times.measure("二つ目", || Err("だめです。".into()));
        assert_eq!(failed, Err("だめです。".into()));
        let steps = times.steps().into_iter().map(|(step, _)| step);
        assert_eq!(steps.collect::<Vec<_>>(), ["一つ目", "二つ目"]);
        fs::remove_file(file).expect("gone");
        assert!(times.steps().is_empty());
    }

    #[test]
    fn a_line_holds_milliseconds_and_the_step() {
        let known = ("分割".to_owned(), Duration::from_millis(1_500));
        assert_eq!(step("1500\t分割"), Some(known));
        assert_eq!(step("分割"), None);
    }
}
