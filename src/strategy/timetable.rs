//! 策定日程: who meets when, by 旬 and lane, on the way from 策定方針 to 決定.

use super::record::described;
use super::{Id, Jun, Order};

described! {
    /// 会議体: a body that takes part in the drafting.
    pub struct Body {
        /// Identity.
        Must id: Id<Body>,
        /// Place among the bodies.
        Place order: Order,
        /// 名称.
        Must title: String,
        /// 役割.
        May role: String,
    }
}

described! {
    /// レーン: a column of the timetable.
    pub struct Lane {
        /// Identity.
        Must id: Id<Lane>,
        /// Place among the lanes.
        Place order: Order,
        /// 見出し.
        Must title: String,
        /// Whether it shows the stages (策定方針 → 骨子 → 素案 → 案) rather than meetings.
        May stages: bool,
    }
    lists {
        items: TimetableItem,
    }
}

described! {
    /// 日程の項目.
    pub struct TimetableItem {
        /// Identity.
        Must id: Id<TimetableItem>,
        /// The lane it is in.
        Place lane: Id<Lane>,
        /// Place among the lane's items.
        Place order: Order,
        /// The body that meets, when it is a meeting.
        May body: Option<Id<Body>>,
        /// From this 旬 …
        Must from: Jun,
        /// … to this, included.
        Must to: Jun,
        /// 件名.
        Must title: String,
        /// 議題.
        May points: Vec<String>,
        /// 済.
        May done: bool,
    }
}
