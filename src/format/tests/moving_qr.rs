//! Moving QR (Q1 to Q6), and codes as pictures.

use format::json;
use format::moving_qr::{Received, Receiver, Sender, TooLong};
use format::qr::{CodeReader, DrawnCode, Sturdiness, draw, grey};
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::Index;

use strategy::*;

/// Session of the receiver.
const HERE: u64 = 42;

/// Bytes that packing barely shortens.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed | 1;
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..length).map(next).collect()
}

/// Shows frames until the content is complete; returns the number of frames read, and the content.
fn received(
    sender: &Sender,
    receiver: &mut Receiver,
    frames: impl Iterator<Item = u32>,
) -> Option<(usize, Vec<u8>)> {
    frames
        .enumerate()
        .find_map(|(at, number)| match receiver.take(&sender.frame(number)) {
            Received::Whole(bytes) => Some((at + 1, bytes)),
            _ => None,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn q1_q2_with_a_third_lost_in_any_order_and_some_twice_it_arrives_byte_for_byte(
        length in 0_usize..20_000,
        seed in any::<u64>(),
        from in 0_u32..5_000,
        swaps in proptest::collection::vec((any::<Index>(), any::<Index>()), 0..60),
        twice in proptest::collection::vec(any::<Index>(), 0..20),
    ) {
        let bytes = noise(length, seed);
        let sender = Sender::new(&bytes, HERE).unwrap();
        let blocks = sender.blocks();
        // From any point on, with three of ten lost.
        let lost = noise(3 * blocks + 60, seed ^ 7);
        let mut numbers: Vec<u32> = (from..).zip(&lost).filter(|(_, n)| **n % 10 >= 3).map(|(at, _)| at).collect();
        for (a, b) in swaps {
            let (a, b) = (a.index(numbers.len()), b.index(numbers.len()));
            numbers.swap(a, b);
        }
        for at in twice {
            let again = numbers[at.index(numbers.len())];
            numbers.insert(at.index(numbers.len()), again);
        }
        let mut receiver = Receiver::new(HERE);
        let arrived = received(&sender, &mut receiver, numbers.into_iter());
        let (_, arrived) = arrived.expect("enough frames came");
        prop_assert_eq!(arrived, bytes);
        prop_assert_eq!(receiver.take(&sender.frame(0)), Received::Known);
    }

    #[test]
    fn q3_a_damaged_frame_is_refused_and_changes_nothing(
        length in 1_usize..3_000,
        seed in any::<u64>(),
        at in any::<Index>(),
        flip in 1_u8..,
        cut in any::<Index>(),
        strange in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let bytes = noise(length, seed);
        let sender = Sender::new(&bytes, HERE).unwrap();
        let mut receiver = Receiver::new(HERE);
        for number in 0..sender.blocks() as u32 + 40 {
            let whole = sender.frame(number);
            let mut damaged = whole.clone();
            damaged[at.index(whole.len())] ^= flip;
            prop_assert_eq!(receiver.take(&damaged), Received::NotOurs);
            prop_assert_eq!(receiver.take(&whole[..cut.index(whole.len())]), Received::NotOurs);
            prop_assert_eq!(receiver.take(&strange), Received::NotOurs);
        }
        let arrived = received(&sender, &mut receiver, 0..);
        prop_assert_eq!(arrived, Some((sender.blocks(), bytes)));
    }

    #[test]
    fn q4_q5_of_another_session_nothing_is_taken_and_two_devices_do_not_mix(
        first in 1_usize..4_000,
        second in 1_usize..4_000,
        seed in any::<u64>(),
        other in any::<u64>(),
    ) {
        // The first byte differs: a receiver treats two devices that send the same content as one.
        let contents = [(first, 0), (second, 1)].map(|(length, device)| [vec![device], noise(length, seed)].concat());
        let senders = contents.each_ref().map(|one| Sender::new(one, HERE).unwrap());
        let strange = Sender::new(&contents[0], other | 1 << 60).unwrap();
        let mut receiver = Receiver::new(HERE);
        let mut arrived = Vec::new();
        for number in 0..200 {
            prop_assert_eq!(receiver.take(&strange.frame(number)), Received::OtherSession);
            for sender in &senders {
                match receiver.take(&sender.frame(number)) {
                    Received::Whole(bytes) => arrived.push(bytes),
                    Received::Part { known, of } => prop_assert!(known < of && of == sender.blocks()),
                    Received::Known => {}
                    told => prop_assert!(false, "{told:?}"),
                }
            }
        }
        arrived.sort();
        let mut sent = contents.to_vec();
        sent.sort();
        prop_assert_eq!(arrived, sent);
    }

    #[test]
    fn whatever_a_camera_sees_is_read_or_left_out(
        width in 0_usize..90,
        height in 0_usize..90,
        seed in any::<u64>(),
        coarse in 1_usize..9,
        more in 0_usize..2,
    ) {
        // Light and dark squares, as in codes.
        let bits = noise(width * height + more, seed);
        let point = |at: usize| {
            let (x, y) = (at % width.max(1) / coarse, at / width.max(1) / coarse);
            if bits[(y * width + x) % bits.len()].is_multiple_of(2) {
            0
        } else {
            255
        }
        };
        let picture: Vec<u8> = (0..bits.len()).map(point).collect();
        CodeReader::default().read(width, height, &picture);
    }
}

#[test]
fn q1_few_more_frames_than_blocks_are_needed_on_average() {
    let mut more = 0;
    for seed in 0..100 {
        let bytes = noise(9_600, seed);
        let sender = Sender::new(&bytes, HERE).unwrap();
        // Only combinations: the worst case for a receiver that starts late.
        let from = 1_000 + seed as u32 * 1_000;
        let (frames, _) = received(&sender, &mut Receiver::new(HERE), from..).unwrap();
        more += frames - sender.blocks();
    }
    println!("{more} frames more than blocks in 100 transfers");
    assert!(more < 250, "{more}");
}

#[test]
fn q2_what_is_not_what_was_sent_is_told_and_can_come_again() {
    let sender = Sender::new(b"one", HERE).unwrap();
    let mut forged = sender.frame(0);
    // Other content under the same head, with a valid checksum.
    let at = forged.len() - 5;
    forged[at] ^= 1;
    let end = forged.len() - 4;
    let mut crc = flate2::Crc::new();
    crc.update(&forged[..end]);
    forged.splice(end.., crc.sum().to_le_bytes());
    let mut receiver = Receiver::new(HERE);
    assert_eq!(receiver.take(&forged), Received::Broken);
    assert_eq!(
        receiver.take(&sender.frame(0)),
        Received::Whole(b"one".to_vec())
    );
}

#[test]
fn q6_what_takes_minutes_is_refused_before_it_is_shown() {
    let refused = Sender::new(&noise(300_000, 3), HERE).map(|sender| sender.blocks());
    assert!(
        matches!(refused, Err(TooLong(blocks)) if blocks > 1_200),
        "{refused:?}"
    );
    assert!(Sender::new(&vec![b' '; 3_000_000], HERE).is_ok());
}

/// Returns a code as a camera sees it: `scale` pixels per square, some of them wrong.
fn photographed(code: &DrawnCode, scale: usize, specks: usize) -> (usize, Vec<u8>) {
    let side = code.side as usize * scale;
    let mut colours = vec![235_u8; side * side * 4];
    for run in code.path.split('M').filter(|run| !run.is_empty()) {
        let mut numbers = run.split(|c: char| !c.is_ascii_digit());
        let mut next = || {
            numbers
                .find(|n| !n.is_empty())
                .unwrap()
                .parse::<usize>()
                .unwrap()
        };
        let (x, y, wide) = (next(), next(), next());
        for row in y * scale..(y + 1) * scale {
            for column in x * scale..(x + wide) * scale {
                colours[(row * side + column) * 4..][..3].fill(25);
            }
        }
    }
    for speck in noise(specks * 4, 5).chunks_exact(4) {
        let at = u32::from_le_bytes(speck.try_into().unwrap()) as usize % (side * side);
        colours[at * 4..][..3].fill(speck[0]);
    }
    (side, grey(&colours))
}

#[test]
fn a_code_on_paper_says_the_address_it_was_drawn_of() {
    for address in [
        "https://www.town.example.lg.jp/senryaku/",
        "https://例え.jp/総合戦略/",
    ] {
        let code = draw(address.as_bytes(), Sturdiness::Paper).unwrap();
        for (scale, specks) in [(2, 0), (3, 40), (5, 300)] {
            let (side, picture) = photographed(&code, scale, specks);
            let read = CodeReader::default().read(side, side, &picture);
            assert_eq!(read, [address.as_bytes()], "{scale}");
        }
    }
    assert_eq!(draw(&[7; 3_000], Sturdiness::Paper), None);
}

/// Returns a table's file with this many ideas, and this many ballots that each vote for one of them.
fn table_with_ideas_and_ballots(ideas: usize, ballots: usize) -> Strategy {
    let mut file = Strategy::default();
    let session = Id::new(HERE);
    file.sessions.insert(Session {
        id: session,
        title: "町民の話し合い".to_owned(),
        ..Session::default()
    });
    let numbers = 1_000..;
    for (at, number) in numbers.clone().take(ideas).enumerate() {
        file.ideas.insert(Idea {
            id: Id::new(number),
            order: Order::nth(at),
            text: format!("Aの考え{at}"),
            table: "A".to_owned(),
            session: Some(session),
            votes: at as u32 % 3,
            ..Idea::default()
        });
    }
    for (at, number) in numbers.clone().take(ballots).enumerate() {
        file.ballots.insert(Ballot {
            id: Id::new(10_000 + number),
            order: Order::nth(at),
            session,
            table: "A".to_owned(),
            choices: vec![BallotChoice {
                idea: Id::new(number.min(1_059)),
                dots: at as u32 % 3 + 1,
                ..BallotChoice::default()
            }],
            ..Ballot::default()
        });
    }
    file
}

#[test]
fn sixty_ideas_come_through_pictures_with_a_third_of_them_lost() {
    let text = json::write(&table_with_ideas_and_ballots(60, 70));
    let sender = Sender::new(text.as_bytes(), HERE).unwrap();
    println!("{} bytes, {} blocks", text.len(), sender.blocks());
    let lost = noise(400, 11);
    let (mut reader, mut receiver) = (CodeReader::default(), Receiver::new(HERE));
    let arrived = (0..400_u32)
        .filter(|at| lost[*at as usize] % 10 >= 3)
        .find_map(|number| {
            let code = draw(&sender.frame(number), Sturdiness::Screen).unwrap();
            let (side, picture) = photographed(&code, 4, 60);
            let said = reader.read(side, side, &picture);
            said.iter().find_map(|code| match receiver.take(code) {
                Received::Whole(bytes) => Some(bytes),
                _ => None,
            })
        });
    let arrived = arrived.expect("all of it came");
    assert!(arrived == text.as_bytes());
}
