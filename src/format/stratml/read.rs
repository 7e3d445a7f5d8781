//! XML as a document.

use std::collections::BTreeMap;

use roxmltree::{Error, Node, ParsingOptions};
use serde::{Deserialize, Serialize};

use super::{
    Objective, Organization, Principle, Sort, StratMlFigure, StratMlGoal, StratMlIndicator,
    StratMlPlan,
};
use crate::json::{MAX_BYTES, TextPosition};

/// Largest number of nodes: more than any plan has, and few enough for memory.
const MAX_NODES: u32 = 2_000_000;

/// Reason why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotStratMl {
    /// The size, in bytes, is above the limit.
    TooLarge(usize),
    /// Not UTF-8.
    NotText,
    /// Not XML from this position on.
    NotXml(TextPosition),
    /// More elements than any plan has, or entities in place of texts.
    TooMuch,
    /// XML of another format; the name of its first element.
    Foreign(String),
    /// The content is not a plan.
    NotAPlan,
}

/// Contents of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StratMlRead {
    /// The plan.
    pub document: StratMlPlan,
    /// Elements that were not imported (S3): their names, and the number of each.
    pub left: BTreeMap<String, usize>,
}

/// True if a file begins as XML does.
pub fn looks_like_xml(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"<")
}

/// Reads a file.
pub fn read(bytes: &[u8]) -> Result<StratMlRead, NotStratMl> {
    if bytes.len() > MAX_BYTES {
        return Err(NotStratMl::TooLarge(bytes.len()));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| NotStratMl::NotText)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let options = ParsingOptions {
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    let tree = roxmltree::Document::parse_with_options(text, options).map_err(refused)?;
    let root = tree.root_element();
    if !matches!(
        root.tag_name().name(),
        "StrategicPlan" | "PerformancePlanOrReport"
    ) {
        return Err(NotStratMl::Foreign(root.tag_name().name().to_owned()));
    }
    let mut reading = StratMlReading::default();
    let document = reading.document(root);
    Ok(StratMlRead {
        document,
        left: reading.left,
    })
}

fn refused(error: Error) -> NotStratMl {
    match error {
        Error::NodesLimitReached | Error::DtdDetected | Error::EntityReferenceLoop(_) => {
            NotStratMl::TooMuch
        }
        other => {
            let at = other.pos();
            NotStratMl::NotXml(TextPosition {
                line: at.row,
                column: at.col,
            })
        }
    }
}

#[derive(Default)]
struct StratMlReading {
    left: BTreeMap<String, usize>,
}

/// Child elements of an element, by name.
struct InsideElement<'a, 'x> {
    reading: &'a mut StratMlReading,
    elements: Vec<Node<'x, 'x>>,
}

impl<'x> InsideElement<'_, 'x> {
    /// Returns all elements of a name, and marks them as read.
    fn all(&mut self, name: &str) -> Vec<Node<'x, 'x>> {
        let is = |node: &Node<'_, '_>| node.tag_name().name() == name;
        let (named, rest) = self.elements.iter().partition(|node| is(node));
        self.elements = rest;
        named
    }

    /// Returns the text of the first element of a name that has one; leaves the others.
    fn text(&mut self, name: &str) -> String {
        let mut texts = self.all(name).into_iter().map(text);
        let mut first = String::new();
        for text in texts.by_ref() {
            self.reading.keep(name, &mut first, text);
        }
        first
    }

    /// Skips elements whose content the app does not store.
    fn skip(&mut self, name: &str) {
        self.all(name);
    }
}

/// Returns the text of an element, without the blanks around it. A line of `^^` alone separates paragraphs, as in the
/// forms of stratml.us.
fn text(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|node| node.is_text());
    let whole: String = texts.filter_map(|node| node.text()).collect();
    let mut lines = whole.trim().lines().map(str::trim);
    let mut written = String::with_capacity(whole.len());
    if let Some(first) = lines.next() {
        written.push_str(first);
    }
    for line in lines {
        written.push('\n');
        written.push_str(if line == "^^" { "" } else { line });
    }
    written
}

/// True if the node has any text besides white space.
fn says(node: Node<'_, '_>) -> bool {
    node.descendants()
        .any(|node| node.is_text() && node.text().is_some_and(|text| !text.trim().is_empty()))
}

impl StratMlReading {
    fn leave(&mut self, name: &str) {
        *self.left.entry(name.to_owned()).or_default() += 1;
    }

    /// Keeps the first text of an element that a document has once; a further one is left.
    fn keep(&mut self, name: &str, first: &mut String, text: String) {
        match (first.is_empty(), text.is_empty()) {
            (_, true) => {}
            (true, false) => *first = text,
            (false, false) => self.leave(name),
        }
    }

    /// Reads what is in an element; what nobody asked for is left.
    fn inside<'x, T>(
        &mut self,
        node: Node<'x, 'x>,
        read: impl FnOnce(&mut InsideElement<'_, 'x>) -> T,
    ) -> T {
        let mut inside = InsideElement {
            reading: self,
            elements: node.children().filter(Node::is_element).collect(),
        };
        let read = read(&mut inside);
        let rest = std::mem::take(&mut inside.elements);
        for node in rest.into_iter().filter(|node| says(*node)) {
            self.leave(node.tag_name().name());
        }
        read
    }

    fn document(&mut self, root: Node<'_, '_>) -> StratMlPlan {
        let mut document = StratMlPlan::default();
        self.inside(root, |inside| {
            document.name = inside.text("Name");
            document.description = inside.text("Description");
            inside.skip("id");
            for core in inside.all("StrategicPlanCore") {
                inside.reading.core(core, &mut document);
            }
            for about in inside.all("AdministrativeInformation") {
                inside.reading.inside(about, |inside| {
                    for (name, into) in [
                        ("StartDate", &mut document.start),
                        ("EndDate", &mut document.end),
                        ("Source", &mut document.source),
                    ] {
                        let text = day(inside.text(name));
                        inside.reading.keep(name, into, text);
                    }
                    inside.skip("Identifier");
                });
            }
        });
        document
    }

    fn core(&mut self, core: Node<'_, '_>, document: &mut StratMlPlan) {
        self.inside(core, |inside| {
            for node in inside.all("Organization") {
                match document.organization == Organization::default() {
                    true => document.organization = inside.reading.organization(node),
                    false if says(node) => inside.reading.leave("Organization"),
                    false => {}
                }
            }
            for (name, into) in [
                ("Vision", &mut document.vision),
                ("Mission", &mut document.mission),
            ] {
                for node in inside.all(name) {
                    let text = inside.reading.inside(node, |inside| {
                        inside.skip("Identifier");
                        inside.text("Description")
                    });
                    inside.reading.keep(name, into, text);
                }
            }
            for node in inside.all("Value") {
                let value = inside.reading.inside(node, |inside| Principle {
                    name: inside.text("Name"),
                    description: inside.text("Description"),
                });
                if value != Principle::default() {
                    document.values.push(value);
                }
            }
            for node in inside.all("Goal") {
                let goal = inside.reading.goal(node);
                if goal != StratMlGoal::default() {
                    document.goals.push(goal);
                }
            }
        });
    }

    fn organization(&mut self, node: Node<'_, '_>) -> Organization {
        self.inside(node, |inside| Organization {
            name: inside.text("Name"),
            id: inside.text("Identifier"),
        })
    }

    fn goal(&mut self, node: Node<'_, '_>) -> StratMlGoal {
        self.inside(node, |inside| StratMlGoal {
            id: inside.text("Identifier"),
            sequence: inside.text("SequenceIndicator"),
            name: inside.text("Name"),
            description: inside.text("Description"),
            objectives: inside
                .all("Objective")
                .into_iter()
                .map(|node| inside.reading.objective(node))
                .filter(|objective| *objective != Objective::default())
                .collect(),
        })
    }

    fn objective(&mut self, node: Node<'_, '_>) -> Objective {
        self.inside(node, |inside| Objective {
            id: inside.text("Identifier"),
            sequence: inside.text("SequenceIndicator"),
            name: inside.text("Name"),
            description: inside.text("Description"),
            performers: inside
                .all("Stakeholder")
                .into_iter()
                .filter_map(|node| inside.reading.performer(node))
                .collect(),
            indicators: inside
                .all("PerformanceIndicator")
                .into_iter()
                .map(|node| inside.reading.indicator(node))
                .filter(|indicator| *indicator != StratMlIndicator::default())
                .collect(),
        })
    }

    /// Returns the name of an organisation that carries something out; leaves everyone else.
    fn performer(&mut self, node: Node<'_, '_>) -> Option<String> {
        let benefits = node
            .descendants()
            .any(|node| node.tag_name().name() == "RoleType" && text(node) == "Beneficiary");
        let sort = node.attribute("StakeholderTypeType").unwrap_or_default();
        let name = node
            .children()
            .find(|node| node.tag_name().name() == "Name")
            .map(text)
            .filter(|name| !name.is_empty());
        if benefits || !matches!(sort, "" | "Organization") {
            if name.is_some() {
                self.leave("Stakeholder");
            }
            return None;
        }
        name
    }

    fn indicator(&mut self, node: Node<'_, '_>) -> StratMlIndicator {
        let stage = node.attribute("ValueChainStage").unwrap_or_default();
        self.inside(node, |inside| {
            inside.skip("SequenceIndicator");
            let mut relations = inside.all("Relationship").into_iter();
            let same_as = relations.by_ref().find_map(peer).unwrap_or_default();
            StratMlIndicator {
                id: inside.text("Identifier"),
                same_as,
                name: inside.text("MeasurementDimension"),
                unit: inside.text("UnitOfMeasurement"),
                stage: stage.to_owned(),
                other: inside.text("OtherInformation"),
                results: inside
                    .all("MeasurementInstance")
                    .into_iter()
                    .flat_map(|node| inside.reading.results(node))
                    .collect(),
            }
        })
    }

    fn results(&mut self, node: Node<'_, '_>) -> Vec<StratMlFigure> {
        self.inside(node, |inside| {
            let mut results = Vec::new();
            for (name, sort) in [
                ("TargetResult", Sort::Target),
                ("ActualResult", Sort::Actual),
            ] {
                for node in inside.all(name) {
                    let result = inside.reading.result(node, sort);
                    let says = [&result.number, &result.rating, &result.text];
                    if says.iter().any(|text| !text.is_empty()) {
                        results.push(result);
                    }
                }
            }
            results
        })
    }

    fn result(&mut self, node: Node<'_, '_>, sort: Sort) -> StratMlFigure {
        self.inside(node, |inside| {
            let mut result = StratMlFigure {
                sort,
                start: day(inside.text("StartDate")),
                end: day(inside.text("EndDate")),
                number: inside.text("NumberOfUnits"),
                rating: String::new(),
                text: inside.text("Description"),
            };
            for node in inside.all("Descriptor") {
                let (name, value) = inside.reading.inside(node, |inside| {
                    (
                        inside.text("DescriptorName"),
                        inside.text("DescriptorValue"),
                    )
                });
                match value.contains("Baseline") {
                    true => result.sort = Sort::Baseline,
                    false if name == "Operator" => {}
                    false => inside.reading.keep("Descriptor", &mut result.rating, value),
                }
            }
            result
        })
    }
}

/// Returns the id of the indicator to which a relationship of peers refers.
fn peer(node: Node<'_, '_>) -> Option<String> {
    let is_peer = node.attribute("RelationshipType") == Some("Peer_To");
    node.children()
        .filter(|node| is_peer && node.tag_name().name() == "ReferentIdentifier")
        .map(text)
        .find(|text| !text.is_empty())
}

/// Returns a day without its offset from UTC.
fn day(text: String) -> String {
    match text.split_at_checked("YYYY-MM-DD".len()) {
        Some((day, offset)) if offset.starts_with(['+', '-', 'Z']) => day.to_owned(),
        _ => text,
    }
}
