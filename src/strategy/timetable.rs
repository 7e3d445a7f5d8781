//! 策定日程: meetings of bodies by 旬 and lane, on the way from 策定方針 to 決定.

use super::record::described;
use super::{Id, Jun, Order, web_address};

described! {
    /// 会議体: a body that takes part in the drafting.
    pub struct Body {
        /// Identity.
        Must Open id: Id<Body>,
        /// Place among the bodies.
        Place Open order: Order,
        /// 名称.
        Must Open title: String,
        /// 役割.
        May Open role: String,
        /// 委員: its members, in order.
        May Inner members: Vec<BodyMember>,
    }
}

described! {
    /// 委員: one who belongs to a body.
    #[derive(Eq)]
    pub struct BodyMember {
        /// 氏名.
        Always Inner name: String,
        /// 職: 会長, 委員 …
        May Open role: String,
        /// 所属.
        May Open organisation: String,
    }
}

described! {
    /// レーン: a column of the timetable.
    pub struct Lane {
        /// Identity.
        Must Open id: Id<Lane>,
        /// Place among the lanes.
        Place Open order: Order,
        /// 見出し.
        Must Open title: String,
        /// True if it shows the stages (策定方針 → 骨子 → 素案 → 案) rather than meetings.
        May Open stages: bool,
    }
    lists {
        items: TimetableItem,
    }
}

described! {
    /// 日程の項目.
    pub struct TimetableItem {
        /// Identity.
        Must Open id: Id<TimetableItem>,
        /// The lane it is in.
        Place Open lane: Id<Lane>,
        /// Place among the lane's items.
        Place Open order: Order,
        /// The body that meets, when it is a meeting.
        May Open body: Option<Id<Body>>,
        /// From this 旬 …
        Must Open from: Jun as When,
        /// … to this, included.
        Must Open to: Jun as When,
        /// 件名.
        Must Open title: String,
        /// 担当: the section or the person in charge.
        May Inner owner: String,
        /// 議題.
        May Open points: Vec<String>,
        /// 資料: what is handed out, in order.
        May Open handouts: Vec<Handout>,
        /// 済.
        May Open done: bool,
    }
}

described! {
    /// 資料: what is handed out at a meeting.
    #[derive(Eq)]
    pub struct Handout {
        /// 資料名.
        Always Open title: String,
        /// 所在: where it can be read; usually an address of the web.
        May Open address: String,
    }
}

impl Handout {
    /// Returns the address if a browser may open it.
    pub fn link(&self) -> Option<&str> {
        web_address(&self.address)
    }
}
