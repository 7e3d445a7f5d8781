//! Giving back an edit that was set aside: its fields as it left them, and everything else as it is now.

use serde_json::{Map, Value};

use super::{Changed, Changes, Draft, Edit, Refusal};
use strategy::for_each_kind;
use strategy::*;

/// Applies the fields that differ between `from` and `to` to the present value.
fn merged(now: &Value, from: &Value, to: &Value) -> Value {
    if from == to {
        return now.clone();
    }
    let (Value::Object(now), Value::Object(from), Value::Object(to)) = (now, from, to) else {
        return to.clone();
    };
    let mut all: Map<String, Value> = now.clone();
    for key in from.keys().chain(to.keys()) {
        let (before, after) = (from.get(key), to.get(key));
        if before == after {
            continue;
        }
        match (now.get(key), before, after) {
            (_, _, None) => all.remove(key),
            (Some(now), Some(before), Some(after)) => {
                all.insert(key.clone(), merged(now, before, after))
            }
            (_, _, Some(after)) => all.insert(key.clone(), after.clone()),
        };
    }
    Value::Object(all)
}

/// The record with the fields that an edit changed; none where it cannot be made.
fn record<T: Record>(now: &T, from: &T, to: &T) -> Option<T> {
    let value = |record: &T| serde_json::to_value(record).ok();
    let all = merged(&value(now)?, &value(from)?, &value(to)?);
    serde_json::from_slice(&serde_json::to_vec(&all).ok()?).ok()
}

fn give<T: Changed>(draft: &mut Draft, changes: &Changes) -> Result<(), Refusal> {
    for (id, step) in T::diff(changes) {
        let now = draft.strategy().get(*id).cloned();
        match (now, &step.from, &step.to) {
            (None, None, Some(to)) => draft.put(T::clone(to)),
            (Some(now), Some(from), Some(to)) => {
                draft.put(record(&*now, from, to).ok_or(Refusal::NotThere)?);
            }
            (Some(now), Some(from), None) if now == *from => draft.take(*id),
            (None, Some(_), Some(_)) => return Err(Refusal::NotThere),
            // It is there, or gone, already; or it was changed since, and stays.
            _ => {}
        }
    }
    Ok(())
}

/// Gives back an edit that could not be applied when it was made (E32).
pub fn give_back(strategy: &Strategy, edit: &Edit) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    give::<About>(&mut draft, &edit.changes)?;
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(give::<$type>(&mut draft, &edit.changes)?;)*
        };
    }
    for_each_kind!(each);
    draft.finish(edit.label.clone())
}
