//! 公表の設定と意見募集: what everybody may read, and until when they may comment.

use super::{Edit, Field, Refusal, set};
use strategy::record::Lens;
use strategy::*;

/// Changes 公表の設定 in one step. Choices that are all as usual are not kept.
pub fn change_publishing(
    strategy: &Strategy,
    change: impl FnOnce(&mut Publishing),
) -> Result<Edit, Refusal> {
    change_part(strategy, About::publishing, change)
}

/// Changes 意見募集 in one step. An empty one is not kept.
pub fn change_public_comment(
    strategy: &Strategy,
    change: impl FnOnce(&mut PublicComment),
) -> Result<Edit, Refusal> {
    change_part(strategy, About::public_comment, change)
}

fn change_part<T: Clone + Default + PartialEq>(
    strategy: &Strategy,
    part: Lens<About, Option<T>>,
    change: impl FnOnce(&mut T),
) -> Result<Edit, Refusal> {
    set(
        strategy,
        About::ID,
        Field::of(part.field.name, None),
        |about| {
            let mut value = (part.get)(about).clone().unwrap_or_default();
            change(&mut value);
            *(part.get_mut)(about) = (value != T::default()).then_some(value);
        },
    )
}
