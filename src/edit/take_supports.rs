//! 支援の取り込み: the catalogue of support of another strategy, taken into this one.

use super::{Draft, Edit, EditLabel, Operation, Refusal};
use strategy::*;

/// Relation of a support of another strategy to those of this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfferState {
    /// It is not here.
    New,
    /// It is here, word for word.
    Same,
    /// One of its kind and title is here, and says something else.
    Changed(Id<Support>),
}

/// A support of another strategy.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// It, with the organisation that offers it; its id and its place mean nothing here.
    pub support: Support,
    /// Its relation to those that are here.
    pub state: OfferState,
}

/// Returns the catalogue of another strategy, in its order. If a support names no organisation, it is offered by the
/// strategy's own town.
pub fn offered_supports(strategy: &Strategy, other: &Strategy) -> Vec<Offer> {
    let town = other.about().town.name.clone();
    let all = other.supports.sorted().into_iter();
    all.map(|one| {
        let mut support = Support::clone(one);
        if support.provider.trim().is_empty() {
            support.provider.clone_from(&town);
        }
        let state = state(strategy, &support);
        Offer { support, state }
    })
    .collect()
}

fn state(strategy: &Strategy, support: &Support) -> OfferState {
    let bare = |title: &str| title.split_whitespace().collect::<String>();
    let title = bare(&support.title);
    let mut here = strategy.supports.iter();
    let same = here.find(|one| one.kind == support.kind && bare(&one.title) == title);
    match same {
        None => OfferState::New,
        Some(one) if said(one) == said(support) => OfferState::Same,
        Some(one) => OfferState::Changed(one.id),
    }
}

/// Returns the text of a support besides its title. Its number is that of its list.
fn said(support: &Support) -> [&str; 3] {
    let deadline = support.deadline.as_ref().map_or("", |day| &day.0);
    [&support.text, &support.provider, deadline]
}

/// The number a support gets behind these of its kind: its own where none of them has it, else the next in its form,
/// (4) behind (1), (2) and (3).
fn number_behind(used: &[String], number: &str) -> String {
    let plain = half_width(number.trim());
    if plain.is_empty() || !used.contains(&plain) {
        return number.to_owned();
    }
    let digits = |text: &str| -> Option<(usize, usize, u32)> {
        let from = text.find(|c: char| c.is_ascii_digit())?;
        let length = text[from..].find(|c: char| !c.is_ascii_digit());
        let to = length.map_or(text.len(), |length| from + length);
        Some((from, to, text[from..to].parse().ok()?))
    };
    let last = used.iter().filter_map(|one| digits(one)).map(|(_, _, n)| n);
    match (digits(&plain), last.max()) {
        (Some((from, to, _)), Some(last)) => {
            format!(
                "{}{}{}",
                &plain[..from],
                last.saturating_add(1),
                &plain[to..]
            )
        }
        _ => String::new(),
    }
}

/// Takes supports in: what is new is added behind those there are; what changed says what the other says, and stays what
/// initiatives cite.
pub fn take_supports(
    strategy: &Strategy,
    offers: &[Offer],
    mut fresh: impl FnMut() -> u64,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let own = strategy.supports.iter();
    let mut used: Vec<(SupportKind, String)> = own
        .map(|one| (one.kind, half_width(one.number.trim())))
        .collect();
    for Offer { support, state } in offers {
        match state {
            OfferState::Same => {}
            OfferState::New => {
                let of_kind = used.iter().filter(|(kind, _)| *kind == support.kind);
                let of_kind: Vec<String> = of_kind.map(|(_, number)| number.clone()).collect();
                let number = number_behind(&of_kind, &support.number);
                used.push((support.kind, half_width(number.trim())));
                let mut new = Support {
                    id: Id::new(fresh()),
                    number,
                    ..support.clone()
                };
                draft.place(&mut new, usize::MAX);
                draft.add(new)?;
            }
            OfferState::Changed(id) => draft.update(*id, |one| {
                one.text.clone_from(&support.text);
                one.provider.clone_from(&support.provider);
                one.deadline.clone_from(&support.deadline);
            })?,
        }
    }
    draft.finish(EditLabel::to_all(Operation::Import))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn with(supports: &[(&str, &str)], town: &str) -> Strategy {
        let mut s = Strategy::default();
        let mut about = About::clone(&s.about());
        about.town.name = town.to_owned();
        s.about.insert(about);
        for (n, (title, text)) in supports.iter().enumerate() {
            s.supports.insert(Support {
                id: Id::new(n as u64 + 1),
                order: Order::nth(n),
                title: (*title).to_owned(),
                text: (*text).to_owned(),
                ..Default::default()
            });
        }
        s
    }

    #[test]
    fn what_is_taken_is_numbered_behind_what_is_there() {
        let here: Vec<String> = ["(1)", "(2)", "(3)"].map(String::from).into();
        assert_eq!(number_behind(&here, "（１）"), "(4)");
        assert_eq!(number_behind(&here, "(5)"), "(5)");
        assert_eq!(number_behind(&here, ""), "");
        assert_eq!(number_behind(&[], "(1)"), "(1)");
        let mut s = with(&[("移住交付金", "")], "みほん町");
        let mut other = with(&[("相談窓口", ""), ("人材派遣", "")], "北の県");
        for all in [&mut s, &mut other] {
            for (n, one) in all
                .supports
                .sorted()
                .into_iter()
                .cloned()
                .collect::<Vec<_>>()
                .into_iter()
                .enumerate()
            {
                let number = format!("({})", n + 1);
                all.supports.insert(Support {
                    number,
                    ..Support::clone(&one)
                });
            }
        }
        let mut ids = 10..;
        let offers = offered_supports(&s, &other);
        let edit = take_supports(&s, &offers, || ids.next().unwrap()).unwrap();
        edit.apply(&mut s).unwrap();
        let numbers: Vec<_> = s
            .supports
            .sorted()
            .iter()
            .map(|one| one.number.clone())
            .collect();
        assert_eq!(numbers, ["(1)", "(2)", "(3)"]);
    }

    #[test]
    fn what_is_new_is_added_what_changed_is_told_and_what_is_here_is_left() {
        let mut here = with(&[("移住 交付金", "旧"), ("人材派遣", "")], "みほん町");
        let other = with(&[("移住交付金", "新"), ("相談窓口", "あり")], "北の県");
        let offers = offered_supports(&here, &other);
        assert_eq!(offers[0].state, OfferState::Changed(Id::new(1)));
        assert_eq!(offers[1].state, OfferState::New);
        assert_eq!(
            offers[1].support.provider, "北の県",
            "where it is from is kept"
        );
        let before = here.clone();
        let edit = take_supports(&here, &offers, || 9).unwrap();
        edit.apply(&mut here).unwrap();
        let titles: Vec<_> = here
            .supports
            .sorted()
            .iter()
            .map(|one| one.title.clone())
            .collect();
        assert_eq!(titles, ["移住 交付金", "人材派遣", "相談窓口"]);
        assert_eq!(here.get(Id::<Support>::new(1)).unwrap().text, "新");
        let again = offered_supports(&here, &other);
        assert!(again.iter().all(|one| one.state == OfferState::Same));
        edit.reverse().apply(&mut here).unwrap();
        assert_eq!(here, before);
    }
}
