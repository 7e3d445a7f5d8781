//! Objects of JavaScript.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// Makes an object of these members.
pub fn of(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        set(&object, name, value);
    }
    object
}

/// Makes an object of one member.
pub fn with(name: &str, value: &JsValue) -> Object {
    let object = Object::new();
    set(&object, name, value);
    object
}

/// Sets a member of one of our objects.
pub fn set(object: &Object, name: &str, value: &JsValue) {
    // A plain object accepts any member.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Returns a member of any value; `undefined` if there is none.
pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}
