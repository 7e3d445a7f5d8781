//! The rating of a series as an answer in the assembly: figure, target and rating in one sentence.

use super::*;
use crate::text::assembly as words;

/// R6の実績は 309人で、当初値 340人（R2）から目標 380人（R7）への進捗率が77.5％であるため、「○ 順調」と評価しています。
pub(super) fn spoken(rated: &Rated) -> String {
    let s = &rated.status;
    if let Progress::Unknown(why) = &s.progress {
        return unknown_text(s, *why);
    }
    match &rated.band {
        Some(band) => words::spoken(ground(s), &band.mark, &band.word),
        None => why(rated),
    }
}

/// Returns the figure beside its target, as a clause.
fn ground(s: &ProgressStatus) -> String {
    let (actual, target) = (actual_text(s), target_text(s));
    match &s.progress {
        Progress::Rate { reached: true, .. } | Progress::NoBaseline { reached: true, .. } => {
            words::spoken_reached(actual, target)
        }
        Progress::NoBaseline { .. } => words::spoken_short(actual, target),
        Progress::Rate { rate, moved, .. } => {
            let start = s
                .baseline
                .map_or(String::new(), |start| start_text(s, start));
            match moved {
                Moved::Against => words::spoken_against(actual, start, target),
                _ => words::spoken_rate(actual, start, target, percent(*rate), elapsed_text(s)),
            }
        }
        Progress::Kept { kept, limits, .. } => {
            let limits = match limited(*limits, &s.unit) {
                none if none.is_empty() => text::kept_bare().to_owned(),
                limits => limits,
            };
            match kept {
                true => words::spoken_kept(actual, limits),
                false => words::spoken_not_kept(actual, limits),
            }
        }
        Progress::Moved { moved, .. } => {
            let wish = match s.target.as_ref().map(|target| &target.aim) {
                Some(Aim::Directional(wish)) => direction_text(wish, &s.unit),
                _ => text::wish_move().to_owned(),
            };
            match moved {
                Moved::Wished => words::spoken_as_wished(actual, wish),
                Moved::Against => words::spoken_against_wish(actual, wish),
                _ => words::spoken_unmoved(actual, wish),
            }
        }
        Progress::Softened { on_path: true, .. } => words::spoken_on_path(actual, target),
        Progress::Softened { .. } | Progress::Unknown(_) => words::spoken_off_path(actual, target),
    }
}
