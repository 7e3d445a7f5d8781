//! The note of an indicator takes what has no other place.

use strategy::Indicator;

/// Adds a text that has no other place to the note.
pub fn note(indicator: &mut Indicator, head: &str, text: &str) {
    if !indicator.note.is_empty() {
        indicator.note.push('\n');
    }
    if !head.is_empty() {
        indicator.note.push_str(head);
        indicator.note.push('：');
    }
    indicator.note.push_str(text);
}
