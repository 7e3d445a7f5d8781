//! Markup as elements of the browser. Text becomes text nodes: none of it is read as markup.

use web_sys::Document;

use markup::{Element, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Returns an element with its content; `None` if the browser refuses one of our names.
pub fn built(document: &Document, markup: &Element) -> Option<web_sys::Element> {
    made(document, markup, false)
}

fn made(document: &Document, markup: &Element, within_svg: bool) -> Option<web_sys::Element> {
    let is_svg = within_svg || markup.name == "svg";
    let made = match is_svg {
        true => document.create_element_ns(Some(SVG), markup.name),
        false => document.create_element(markup.name),
    };
    let made = made.ok()?;
    for (name, value) in &markup.attributes {
        made.set_attribute(name, value).ok()?;
    }
    for child in &markup.children {
        let child: web_sys::Node = match child {
            Node::Text(text) => document.create_text_node(text).into(),
            Node::Element(element) => self::made(document, element, is_svg)?.into(),
        };
        made.append_child(&child).ok()?;
    }
    Some(made)
}
