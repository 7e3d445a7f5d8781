//! Parts of a day as the letters of a number format show them.

use super::day::Day;

impl Day {
    /// Returns the part of the day for a letter, `n` for minutes. `half`: hours count to twelve; `first_named`: the
    /// first year of an era is 元.
    pub fn part(self, letter: char, count: usize, half: bool, first_named: bool) -> String {
        let padded = |number: i64| match count {
            1 => number.to_string(),
            _ => format!("{number:02}"),
        };
        let hour = self.second / 3600;
        match letter {
            'y' if count > 2 => self.year.to_string(),
            'y' => format!("{:02}", self.year.rem_euclid(100)),
            'm' if count > 2 => month(self.month, count),
            'm' => padded(self.month),
            'd' if count > 2 => weekday(self.weekday, count),
            'd' => padded(self.date),
            'h' if half => padded((hour + 11) % 12 + 1),
            'h' => padded(hour),
            'n' => padded(self.second / 60 % 60),
            's' => padded(self.second % 60),
            'A' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            'a' => {
                let name = ["日", "月", "火", "水", "木", "金", "土"];
                let name = usize::try_from(self.weekday)
                    .ok()
                    .and_then(|at| name.get(at));
                let name = name.copied().unwrap_or_default();
                if count > 3 {
                    format!("{name}曜日")
                } else {
                    name.to_owned()
                }
            }
            'g' => self
                .era()
                .map_or_else(String::new, |(letter, name, _)| match count {
                    1 => letter.to_string(),
                    2 => name.chars().take(1).collect(),
                    _ => name.to_owned(),
                }),
            'e' => match self.era() {
                Some((_, _, 1)) if first_named => "元".to_owned(),
                Some((_, _, year)) => padded(year),
                None => self.year.to_string(),
            },
            _ => String::new(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

fn month(month: i64, count: usize) -> String {
    named(&MONTHS, month - 1, count)
}

fn weekday(day: i64, count: usize) -> String {
    named(&WEEKDAYS, day, count)
}

/// Returns three letters of a name, or all of it.
fn named(names: &[&str], at: i64, count: usize) -> String {
    let name = usize::try_from(at).ok().and_then(|at| names.get(at));
    let name = name.copied().unwrap_or_default();
    match count {
        3 => name.chars().take(3).collect(),
        5 => name.chars().take(1).collect(),
        _ => name.to_owned(),
    }
}
