//! The page shown when the app itself crashes: it reports the crash, and still offers the data as a file.

use std::cell::RefCell;
use std::panic::PanicHookInfo;

use ::words::shell as words;

/// Writes the open strategy as the text of a file, as far as it is still readable.
type Rescue = Box<dyn Fn() -> Option<String>>;

thread_local! {
    static OPEN: RefCell<Option<Rescue>> = const { RefCell::new(None) };
}

/// Shows the page on every panic from now on.
pub fn watch() {
    std::panic::set_hook(Box::new(|info: &PanicHookInfo| {
        console_error_panic_hook::hook(info);
        // Ignore errors: nothing more can be done if the page cannot be built.
        let _ = show();
    }));
}

/// Sets the function that writes the data for the page to offer.
pub fn set_rescue(rescue: Option<Rescue>) {
    OPEN.set(rescue);
}

fn show() -> Option<()> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    let page = document.create_element("main").ok()?;
    // boot.js looks for this id, and then shows nothing itself.
    page.set_id("trap");
    page.set_class_name("home");
    page.set_attribute("role", "alert").ok()?;
    let add = |name: &str, text: &str| {
        let element = document.create_element(name).ok()?;
        element.set_text_content(Some(text));
        page.append_child(&element).ok()?;
        Some(element)
    };
    add("h1", words::panic_title())?;
    add("p", words::panic_text())?;
    if let Some(text) = OPEN.take().and_then(|rescue| rescue()) {
        let parts = js_sys::Array::of1(&text.into());
        let blob = web_sys::Blob::new_with_str_sequence(&parts).ok()?;
        let link = add("a", words::panic_save())?;
        link.set_class_name("btn main large");
        link.set_attribute(
            "href",
            &web_sys::Url::create_object_url_with_blob(&blob).ok()?,
        )
        .ok()?;
        link.set_attribute("download", words::panic_file()).ok()?;
    }
    let again = add("a", words::panic_reload())?;
    again.set_class_name("btn large");
    again.set_attribute("href", "").ok()?;
    body.replace_children_with_node_1(&page);
    Some(())
}
