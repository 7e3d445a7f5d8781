//! 策定日程: who meets when, by 旬 and lane, on the way from 策定方針 to 決定.

use serde::{Deserialize, Serialize};

use super::{Id, Jun, Order};

/// 会議体: a body that takes part in the drafting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Identity.
    pub id: Id<Body>,
    /// Place among the bodies.
    pub order: Order,
    /// 名称.
    pub title: String,
    /// 役割.
    pub role: String,
}

/// レーン: a column of the timetable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// Identity.
    pub id: Id<Lane>,
    /// Place among the lanes.
    pub order: Order,
    /// 見出し.
    pub title: String,
    /// Whether it shows the stages (策定方針 → 骨子 → 素案 → 案) rather than meetings.
    pub stages: bool,
}

/// 日程の項目.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimetableItem {
    /// Identity.
    pub id: Id<TimetableItem>,
    /// The lane it is in.
    pub lane: Id<Lane>,
    /// Place among the lane's items.
    pub order: Order,
    /// The body that meets, when it is a meeting.
    pub body: Option<Id<Body>>,
    /// From this 旬 …
    pub from: Jun,
    /// … to this, included.
    pub to: Jun,
    /// 件名.
    pub title: String,
    /// 議題.
    pub points: Vec<String>,
    /// 済.
    pub done: bool,
}
