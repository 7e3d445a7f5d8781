//! A document as XML.

use super::{
    Objective, Sort, StratMlFigure, StratMlGoal, StratMlIndicator, StratMlPart, StratMlPlan,
};
use crate::xml::{HEAD, escaped};

const PART_1: &str = "urn:ISO:std:iso:17469:tech:xsd:stratml_core";
const PART_2: &str = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

impl StratMlPlan {
    /// Writes the plan as XML.
    pub fn write(&self, part: StratMlPart) -> String {
        let mut xml = Xml {
            written: HEAD.to_owned(),
            part,
        };
        let (root, space) = match part {
            StratMlPart::One => ("StrategicPlan", PART_1),
            StratMlPart::Two => ("PerformancePlanOrReport", PART_2),
        };
        let kind = match part {
            StratMlPart::One => String::new(),
            StratMlPart::Two => format!(" Type=\"{}\"", self.kind()),
        };
        xml.within(root, &format!(" xmlns=\"{space}\"{kind}"), |xml| {
            xml.text("Name", &self.name);
            xml.some("Description", &self.description);
            xml.within("StrategicPlanCore", "", |xml| self.core(xml));
            xml.within("AdministrativeInformation", "", |xml| {
                xml.some("StartDate", &self.start);
                xml.some("EndDate", &self.end);
                xml.some("Source", &self.source);
            });
        });
        xml.written
    }

    /// Returns the standard's name for a document with such figures.
    fn kind(&self) -> &'static str {
        let objectives = self.goals.iter().flat_map(|goal| &goal.objectives);
        let indicators = objectives.flat_map(|objective| &objective.indicators);
        let sorts: Vec<Sort> = indicators
            .flat_map(|indicator| indicator.results.iter().map(|result| result.sort))
            .collect();
        match sorts.as_slice() {
            sorts if sorts.contains(&Sort::Actual) => "Performance_Report",
            sorts if sorts.contains(&Sort::Target) => "Performance_Plan",
            _ => "Strategic_Plan",
        }
    }

    fn core(&self, xml: &mut Xml) {
        xml.within("Organization", "", |xml| {
            xml.text("Name", &self.organization.name);
            xml.some("Identifier", &self.organization.id);
        });
        for (name, text) in [("Vision", &self.vision), ("Mission", &self.mission)] {
            if !text.is_empty() {
                xml.within(name, "", |xml| xml.text("Description", text));
            }
        }
        for value in &self.values {
            xml.within("Value", "", |xml| {
                xml.text("Name", &value.name);
                xml.some("Description", &value.description);
            });
        }
        for goal in &self.goals {
            xml.within("Goal", "", |xml| goal.write(xml));
        }
        // The standard requires at least one goal.
        if self.goals.is_empty() {
            xml.within("Goal", "", |xml| StratMlGoal::default().write(xml));
        }
    }
}

impl StratMlGoal {
    fn write(&self, xml: &mut Xml) {
        xml.text("Name", &self.name);
        xml.text("Description", &self.description);
        xml.some("Identifier", &self.id);
        xml.some("SequenceIndicator", &self.sequence);
        for objective in &self.objectives {
            xml.within("Objective", "", |xml| objective.write(xml));
        }
    }
}

impl Objective {
    fn write(&self, xml: &mut Xml) {
        xml.text("Name", &self.name);
        xml.some("Description", &self.description);
        xml.some("Identifier", &self.id);
        xml.some("SequenceIndicator", &self.sequence);
        for name in &self.performers {
            let sort = " StakeholderTypeType=\"Organization\"";
            xml.within("Stakeholder", sort, |xml| {
                xml.text("Name", name);
                if xml.part == StratMlPart::Two {
                    xml.within("Role", "", |xml| {
                        xml.text("Name", "Performer");
                        xml.text("RoleType", "Performer");
                    });
                }
            });
        }
        if xml.part == StratMlPart::Two {
            for indicator in &self.indicators {
                let stage = match indicator.stage.as_str() {
                    "" => String::new(),
                    stage => format!(" ValueChainStage=\"{}\"", escaped(stage)),
                };
                xml.within("PerformanceIndicator", &stage, |xml| indicator.write(xml));
            }
        }
    }
}

impl StratMlIndicator {
    fn write(&self, xml: &mut Xml) {
        xml.text("MeasurementDimension", &self.name);
        xml.text("UnitOfMeasurement", &self.unit);
        xml.some("Identifier", &self.id);
        if !self.same_as.is_empty() {
            let peer = " RelationshipType=\"Peer_To\"";
            xml.within("Relationship", peer, |xml| {
                xml.text("ReferentIdentifier", &self.same_as);
            });
        }
        for pair in self.instances() {
            xml.within("MeasurementInstance", "", |xml| {
                pair.iter().for_each(|result| result.write(xml));
            });
        }
        xml.some("OtherInformation", &self.other);
    }

    /// Groups a target with the actual of the same days.
    fn instances(&self) -> Vec<&[StratMlFigure]> {
        let pairs = |a: &StratMlFigure, b: &StratMlFigure| {
            a.sort == Sort::Target
                && b.sort == Sort::Actual
                && (&a.start, &a.end) == (&b.start, &b.end)
        };
        self.results.chunk_by(pairs).collect()
    }
}

impl StratMlFigure {
    fn write(&self, xml: &mut Xml) {
        let name = match self.sort {
            Sort::Target => "TargetResult",
            Sort::Baseline | Sort::Actual => "ActualResult",
        };
        let descriptor = match self.sort {
            Sort::Baseline => Some(("Status", "Baseline")),
            _ if self.rating.is_empty() => None,
            _ => Some(("Rating", self.rating.as_str())),
        };
        xml.within(name, "", |xml| {
            xml.some("StartDate", &self.start);
            xml.some("EndDate", &self.end);
            xml.some("NumberOfUnits", &self.number);
            if let Some((name, value)) = descriptor {
                xml.within("Descriptor", "", |xml| {
                    xml.text("DescriptorName", name);
                    xml.text("DescriptorValue", value);
                });
            }
            xml.some("Description", &self.text);
        });
    }
}

struct Xml {
    written: String,
    part: StratMlPart,
}

impl Xml {
    fn within(&mut self, name: &str, attributes: &str, inside: impl FnOnce(&mut Self)) {
        self.written.extend(["<", name, attributes, ">"]);
        inside(self);
        self.written.extend(["</", name, ">\n"]);
    }

    fn text(&mut self, name: &str, text: &str) {
        let text = escaped(text);
        self.written
            .extend(["<", name, ">", &text, "</", name, ">\n"]);
    }

    fn some(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.text(name, text);
        }
    }
}
