//! The workbook part that makes programs compute every formula when they open the file.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::workbook::read::NotRead;

/// Elements that come before the calculation properties (ECMA-376, CT_Workbook: a sequence).
const BEFORE: [&str; 4] = [
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
];

/// Returns the part with `fullCalcOnLoad`.
pub fn forced(xml: &str) -> Result<String, NotRead> {
    let mut reader = Reader::from_str(xml);
    let (mut behind, mut prefix) = (None, String::new());
    loop {
        let from = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| NotRead::Damaged)?;
        let to = reader.buffer_position() as usize;
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "calcPr" => {
                let name = tag.name();
                let mut element = format!("<{}", name.as_ref());
                for one in tag.attributes().with_checks(false).flatten() {
                    let key = one.key.as_ref();
                    if key != "fullCalcOnLoad" {
                        element
                            .push_str(&format!(" {key}=\"{}\"", one.value.replace('"', "&quot;")));
                    }
                }
                element.push_str(" fullCalcOnLoad=\"1\"");
                element.push_str(if xml[from..to].ends_with("/>") {
                    "/>"
                } else {
                    ">"
                });
                return Ok([&xml[..from], &element, &xml[to..]].concat());
            }
            Event::End(tag) if BEFORE.contains(&tag.local_name().as_ref()) => {
                behind = Some(to);
                prefix = prefix_of(tag.name().as_ref());
            }
            Event::Empty(tag) if BEFORE.contains(&tag.local_name().as_ref()) => {
                behind = Some(to);
                prefix = prefix_of(tag.name().as_ref());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let at = behind.ok_or(NotRead::Damaged)?;
    let element = format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>");
    Ok([&xml[..at], &element, &xml[at..]].concat())
}

/// `x:` of `x:sheets`.
pub fn prefix_of(name: &str) -> String {
    let found = name.split_once(':');
    found.map_or(String::new(), |(prefix, _)| format!("{prefix}:"))
}

#[cfg(test)]
mod tests {
    use super::forced;

    #[test]
    fn x4_formulas_are_computed_when_the_file_is_opened() {
        for (before, after) in [
            (
                "<workbook><sheets><sheet/></sheets></workbook>",
                "<workbook><sheets><sheet/></sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>",
            ),
            (
                "<x:workbook><x:sheets/><x:definedNames/><x:extLst/></x:workbook>",
                "<x:workbook><x:sheets/><x:definedNames/><x:calcPr fullCalcOnLoad=\"1\"/><x:extLst/></x:workbook>",
            ),
            (
                "<workbook><sheets/><calcPr calcId=\"9\" fullCalcOnLoad=\"0\"/></workbook>",
                "<workbook><sheets/><calcPr calcId=\"9\" fullCalcOnLoad=\"1\"/></workbook>",
            ),
            (
                "<workbook><sheets/><calcPr calcMode='manual'></calcPr></workbook>",
                "<workbook><sheets/><calcPr calcMode=\"manual\" fullCalcOnLoad=\"1\"></calcPr></workbook>",
            ),
        ] {
            assert_eq!(forced(before).as_deref(), Ok(after));
        }
        assert!(forced("<workbook/>").is_err());
    }
}
