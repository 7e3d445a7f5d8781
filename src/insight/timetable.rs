//! 策定日程 as a calendar of 旬: how far it reaches, what stands together in a lane, what comes next.

use strategy::*;

/// Largest number of 旬 in a timetable: six years.
const LONGEST: i32 = 36 * 6;

/// The 旬 from the first to the last item, as indices, in whole months.
pub fn timetable_span(s: &Strategy) -> Option<(i32, i32)> {
    let first = s.timetable.iter().map(|item| item.from.index()).min()?;
    let last = s.timetable.iter().map(|item| item.to.index()).max()?;
    let first = first.div_euclid(3) * 3;
    Some((first, (last.div_euclid(3) * 3 + 2).min(first + LONGEST)))
}

/// Items of a lane that share 旬, one after another: what stands in one cell of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneBlock {
    /// The first 旬 of all, as an index.
    pub from: i32,
    /// The last 旬 of all.
    pub to: i32,
    /// The items, by when they begin.
    pub items: Vec<Id<TimetableItem>>,
}

/// The blocks of a lane in a calendar that ends at a 旬, in time.
pub fn lane_blocks(s: &Strategy, lane: Id<Lane>, last: i32) -> Vec<LaneBlock> {
    let mut items = s.timetable.under(lane);
    sort::by_key(&mut items, |item| (item.from.index(), &item.order));
    let mut blocks: Vec<LaneBlock> = Vec::new();
    for item in items {
        let from = item.from.index();
        let to = item.to.index().min(last).max(from);
        match blocks.last_mut() {
            Some(block) if from <= block.to => {
                block.to = block.to.max(to);
                block.items.push(item.id);
            }
            _ => blocks.push(LaneBlock {
                from,
                to,
                items: vec![item.id],
            }),
        }
    }
    blocks
}

/// 次の予定.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// Its first 旬.
    pub from: Jun,
    /// Its last 旬.
    pub to: Jun,
    /// 件名.
    pub title: String,
    /// True if it has begun before and is not over.
    pub begun: bool,
}

/// Of the items of the timetable that are not done and not over, the one that begins next; of those that have begun
/// the first, where nothing begins any more.
pub fn next_item(s: &Strategy, now: Jun) -> Option<Ahead> {
    let open = s
        .timetable
        .iter()
        .filter(|item| !item.done && item.to.max(item.from) >= now);
    let next = open.min_by_key(|item| (item.from < now, item.from, &item.order, item.id))?;
    Some(Ahead {
        from: next.from,
        to: next.to.max(next.from),
        title: next.title.clone(),
        begun: next.from < now,
    })
}

/// True if an item should be over by this 旬 and is not done: its last 旬 is before it.
pub fn is_overdue(item: &TimetableItem, now: Jun) -> bool {
    !item.done && item.to.max(item.from) < now
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn with(items: &[(u64, i32, i32)]) -> Strategy {
        let mut s = Strategy::default();
        for (n, from, to) in items {
            s.timetable.insert(TimetableItem {
                id: Id::new(*n),
                lane: Id::new(1),
                order: Order::nth(*n as usize),
                from: Jun::from_index(*from),
                to: Jun::from_index(*to),
                ..Default::default()
            });
        }
        s
    }

    #[test]
    fn i68_a_timetable_reaches_over_whole_months() {
        assert_eq!(timetable_span(&Strategy::default()), None);
        let s = with(&[(1, 37, 37), (2, 40, 43)]);
        assert_eq!(timetable_span(&s), Some((36, 44)));
        let s = with(&[(1, 36, 9000)]);
        assert_eq!(
            timetable_span(&s),
            Some((36, 36 + LONGEST)),
            "never endless"
        );
    }

    #[test]
    fn i68_items_that_share_a_jun_stand_together() {
        let s = with(&[
            (1, 40, 42),
            (2, 36, 36),
            (3, 42, 41),
            (4, 43, 60),
            (5, 36, 37),
        ]);
        let of = |block: &LaneBlock| (block.from, block.to, block.items.clone());
        let blocks: Vec<_> = lane_blocks(&s, Id::new(1), 50).iter().map(of).collect();
        let ids = |all: &[u64]| all.iter().map(|n| Id::new(*n)).collect::<Vec<_>>();
        let expected = [
            (36, 37, ids(&[2, 5])),
            (40, 42, ids(&[1, 3])),
            (43, 50, ids(&[4])),
        ];
        assert_eq!(blocks, expected);
        assert!(lane_blocks(&s, Id::new(2), 50).is_empty());
    }

    #[test]
    fn i57_an_item_is_overdue_from_the_jun_after_its_last_until_it_is_done() {
        let item = |from, to, done| TimetableItem {
            from: Jun::from_index(from),
            to: Jun::from_index(to),
            done,
            ..Default::default()
        };
        for (from, to, done, late) in [
            (10, 10, false, true),
            (10, 11, false, false),
            (10, 10, true, false),
            (11, 9, false, false),
            (12, 12, false, false),
        ] {
            assert_eq!(is_overdue(&item(from, to, done), Jun::from_index(11)), late);
        }
    }

    #[test]
    fn i57_what_comes_next_is_not_done_and_not_over() {
        let mut s = Strategy::default();
        let jun = Jun::from_index;
        for (n, from, to, done) in [
            (1, 10, 10, false),
            (2, 20, 25, false),
            (3, 22, 22, false),
            (4, 20, 20, true),
        ] {
            s.timetable.insert(TimetableItem {
                id: Id::new(n),
                lane: Id::new(1),
                order: Order::nth(n as usize),
                from: jun(from),
                to: jun(to),
                done,
                ..Default::default()
            });
        }
        let next = |today| {
            next_item(&s, jun(today))
                .map(|ahead| (ahead.from.index(), ahead.to.index(), ahead.begun))
        };
        assert_eq!(next(0), Some((10, 10, false)));
        assert_eq!(next(10), Some((10, 10, false)), "it begins now");
        assert_eq!(next(11), Some((20, 25, false)));
        assert_eq!(
            next(21),
            Some((22, 22, false)),
            "what runs is not what comes"
        );
        assert_eq!(next(25), Some((20, 25, true)), "it is not over");
        assert_eq!(next(26), None);
    }
}
