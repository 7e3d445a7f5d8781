//! Logic models of all samples, with their holes counted.

use fixtures::{SAMPLES, sample};
use insight::logic::{LogicHole, LogicModel};

/// Holes of a plan: no target, no path, unreached, links without reason, outputs only, no source.
fn counted(name: &str) -> [usize; 6] {
    let s = sample(name);
    let mut counts = [0; 6];
    for goal in s.goals.sorted() {
        let model = LogicModel::of(&s, goal.id).unwrap();
        for link in &model.links {
            assert!(model.may_link(link.link.from, link.link.to), "{name}");
        }
        for hole in model.holes(&s) {
            match hole {
                LogicHole::NoTarget => counts[0] += 1,
                LogicHole::NoPath(_) => counts[1] += 1,
                LogicHole::Unreached(_) => counts[2] += 1,
                LogicHole::NoReason(_, links) => counts[3] += links,
                LogicHole::OutputsOnly(_) => counts[4] += 1,
                LogicHole::NoSource(_) => counts[5] += 1,
            }
        }
    }
    counts
}

#[test]
fn every_sample_has_its_models_and_their_holes() {
    let all = SAMPLES.map(|name| (name, counted(name)));
    let expected = [
        ("hokkaido", [0, 0, 0, 0, 0, 0]),
        ("hokuto-2020", [4, 0, 0, 0, 0, 0]),
        ("hokuto-2024", [1, 0, 0, 0, 0, 0]),
        ("kisarazu-2020", [4, 0, 0, 0, 0, 0]),
        ("kitamoto-2022", [0, 0, 16, 0, 0, 0]),
        ("mihon", [1, 1, 0, 46, 1, 2]),
    ];
    assert_eq!(all, expected);
}
