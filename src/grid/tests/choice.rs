//! Words of a cell, and the visible edges.

use grid::{edge_step, next_choice};

#[test]
fn g26_space_goes_through_the_words_of_a_cell_and_back_to_none() {
    let words = ["維持", "拡充", "縮小"];
    assert_eq!(next_choice("", &words), "維持");
    assert_eq!(next_choice("維持", &words), "拡充");
    assert_eq!(next_choice(" 拡充 ", &words), "縮小");
    assert_eq!(next_choice("縮小", &words), "");
    // From another word of the town it goes to the first.
    assert_eq!(next_choice("段階的に移行", &words), "維持");
    assert_eq!(next_choice("", &[]), "");
}

#[test]
fn g27_a_pointer_beyond_an_edge_scrolls_and_faster_the_further_it_is() {
    let step = |at| edge_step(at, 100.0, 500.0);
    for middle in [116.0, 300.0, 484.0] {
        assert!(step(middle).abs() < f64::EPSILON, "{middle}");
    }
    assert!(step(490.0) > 0.0);
    assert!(step(510.0) > step(490.0));
    assert!(step(110.0) < 0.0);
    assert!(step(0.0) < step(110.0));
    // The same in both directions, and never faster than a person can follow.
    assert!((step(520.0) + step(80.0)).abs() < 1e-9);
    assert!((step(1e9) - step(2e9)).abs() < f64::EPSILON);
    // A pointer in the middle scrolls nothing, however small the visible part.
    assert!(edge_step(5.0, 0.0, 10.0).abs() < f64::EPSILON);
}
