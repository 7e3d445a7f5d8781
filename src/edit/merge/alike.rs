//! Comparison of two values: if they are equal, and if they mean the same.

use strategy::record::{Expected, Held, Members, Value};
use strategy::{DirectionalTarget, Figure, Reading};

/// Mode of comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AlikeBy {
    /// As they are written.
    Text,
    /// As they are read: 1,200 is １２００.
    Meaning,
}

/// True if two values of one field are the same.
pub(super) fn same(a: Option<&dyn Value>, b: Option<&dyn Value>, by: AlikeBy) -> bool {
    let (Some(a), Some(b)) = (a, b) else {
        return a.is_none() && b.is_none();
    };
    if by == AlikeBy::Meaning
        && let (Some(a), Some(b)) = (printed(a), printed(b))
    {
        return a == b || mean_the_same(&a, &b);
    }
    held(&a.held(), &b.held(), by)
}

fn held(a: &Held<'_>, b: &Held<'_>, by: AlikeBy) -> bool {
    match (a, b) {
        (Held::Nothing, Held::Nothing) => true,
        (Held::Text(a), Held::Text(b)) | (Held::Exact(a), Held::Exact(b)) => a == b,
        (Held::Word(a, _), Held::Word(b, _)) => a == b,
        (Held::Record(a), Held::Record(b)) => a == b,
        (Held::Year(a), Held::Year(b)) => a == b,
        (Held::Whole(a), Held::Whole(b)) => a == b,
        (Held::Truth(a), Held::Truth(b)) => a == b,
        (Held::List(a), Held::List(b)) => {
            let (a, b) = (a.all(), b.all());
            let mut both = a.iter().zip(&b);
            a.len() == b.len() && both.all(|(a, b)| same(Some(*a), Some(*b), by))
        }
        (Held::Years(a), Held::Years(b)) => {
            let (a, b) = (a.all(), b.all());
            let mut both = a.iter().zip(&b);
            let one = |((year, a), (other, b)): (&(_, &dyn Value), &(_, &dyn Value))| {
                year == other && same(Some(*a), Some(*b), by)
            };
            a.len() == b.len() && both.all(one)
        }
        (Held::Members(a), Held::Members(b)) => members(*a, *b, by),
        (Held::Chosen(a, _, one), Held::Chosen(b, _, other)) => {
            a == b && same(Some(*one), Some(*other), by)
        }
        (Held::ChosenMembers(a, _, one), Held::ChosenMembers(b, _, other)) => {
            a == b && members(*one, *other, by)
        }
        _ => false,
    }
}

fn members(a: &dyn Members, b: &dyn Members, by: AlikeBy) -> bool {
    let (a, b) = (a.values(), b.values());
    let mut both = a.iter().zip(&b);
    a.len() == b.len() && both.all(|(a, b)| same(Some(*a), Some(*b), by))
}

/// The figure that a value is; `None`: it is none, or one that somebody said how to read.
fn printed(value: &dyn Value) -> Option<Figure> {
    match value.held() {
        Held::Exact(text) if value.expected() == Expected::Printed => Some(Figure::read(&text)),
        _ => None,
    }
}

/// Figures that cannot be read, and targets in words, are equal only if their texts are.
fn mean_the_same(a: &Figure, b: &Figure) -> bool {
    let in_words = matches!(
        a.reading(),
        Reading::Unread | Reading::Directional(DirectionalTarget::Words | DirectionalTarget::All)
    );
    !in_words && a.reading() == b.reading()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e43_figures_are_compared_by_what_they_mean() {
        let mean = |a: &str, b: &str| {
            let (a, b) = (Figure::read(a), Figure::read(b));
            same(Some(&a), Some(&b), AlikeBy::Meaning)
        };
        for (a, b) in [
            ("1,200", "１２００"),
            ("1200", "1,200"),
            ("△40", "-40"),
            ("－", "-"),
            ("↗", "↗"),
            ("だいたい", "だいたい"),
        ] {
            assert!(mean(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("1,200", "1,200人"),
            ("約1,200", "1,200"),
            ("1,200", "1,201"),
            ("だいたい", "そこそこ"),
            ("達成", "おおむね解消"),
            ("0", "－"),
            ("", "0"),
            ("集計中", "未公表"),
        ] {
            assert!(!mean(a, b), "{a} {b}");
        }
        let (a, b) = (Figure::read("1,200"), Figure::read("１２００"));
        assert!(!same(Some(&a), Some(&b), AlikeBy::Text));
        assert!(!same(Some(&a), None, AlikeBy::Meaning));
        assert!(same(None, None, AlikeBy::Meaning));
    }

    #[test]
    fn e43_what_is_missing_is_not_what_is_blank() {
        let (none, blank) = (None::<Figure>, Some(Figure::read("")));
        assert!(!same(Some(&none), Some(&blank), AlikeBy::Meaning));
        assert!(!same(Some(&blank), None, AlikeBy::Meaning));
        assert!(!same(Some(&none), None, AlikeBy::Text));
    }
}
