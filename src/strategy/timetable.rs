//! 策定日程: who meets when, by 旬 and lane, on the way from 策定方針 to 決定.

use super::record::described;
use super::{Id, Jun, Order};

described! {
    /// 会議体: a body that takes part in the drafting.
    pub struct Body {
        /// Identity.
        Must Open id: Id<Body> as "識別番号",
        /// Place among the bodies.
        Place Open order: Order as "並び順",
        /// 名称.
        Must Open title: String as "名称",
        /// 役割.
        May Open role: String as "役割",
    }
}

described! {
    /// レーン: a column of the timetable.
    pub struct Lane {
        /// Identity.
        Must Open id: Id<Lane> as "識別番号",
        /// Place among the lanes.
        Place Open order: Order as "並び順",
        /// 見出し.
        Must Open title: String as "名称",
        /// Whether it shows the stages (策定方針 → 骨子 → 素案 → 案) rather than meetings.
        May Open stages: bool as "策定段階のレーン",
    }
    lists {
        items: TimetableItem,
    }
}

described! {
    /// 日程の項目.
    pub struct TimetableItem {
        /// Identity.
        Must Open id: Id<TimetableItem> as "識別番号",
        /// The lane it is in.
        Place Open lane: Id<Lane> as "日程のレーン",
        /// Place among the lane's items.
        Place Open order: Order as "並び順",
        /// The body that meets, when it is a meeting.
        May Open body: Option<Id<Body>> as "会議体",
        /// From this 旬 …
        Must Open from: Jun as "日程の始まり" with When,
        /// … to this, included.
        Must Open to: Jun as "日程の終わり" with When,
        /// 件名.
        Must Open title: String as "名称",
        /// 議題.
        May Open points: Vec<String> as "議題",
        /// 済.
        May Open done: bool as "済",
    }
}
