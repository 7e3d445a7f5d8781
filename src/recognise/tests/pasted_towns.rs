//! Tables in the styles of many towns, all invented: how much of them is read, and that nothing false comes chosen.

use recognise::{
    ColumnKind, ColumnMapping, PastedIndicator, PastedTable, read_table, read_table_as,
};
use strategy::*;
use words::YearForms;

/// A town's table: its name, the text, what a person says of its columns, and its indicators.
struct Town {
    name: String,
    text: String,
    said: Vec<(String, ColumnKind)>,
    wanted: Vec<Vec<String>>,
}

fn towns() -> Vec<Town> {
    let folder = fixtures::path("tests/data/pasted/towns");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    let town = |path: &std::path::PathBuf| {
        let file = std::fs::read_to_string(path).unwrap();
        let (text, rest) = file.split_once("=== said\n").unwrap();
        let (said, wanted) = rest.split_once("=== wanted\n").unwrap();
        let said = said.lines().map(|line| {
            let (head, word) = line.split_once('\t').unwrap();
            (head.to_owned(), ColumnKind::of_word(word).unwrap())
        });
        let fields = |line: &str| line.split('|').map(str::to_owned).collect();
        Town {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            text: text.to_owned(),
            said: said.collect(),
            wanted: wanted.lines().map(fields).collect(),
        }
    };
    files.iter().map(town).collect()
}

/// A plan of R7 to R11.
fn plan() -> Strategy {
    let mut strategy = Strategy::default();
    strategy.about.insert(About {
        period: Period {
            first: FiscalYear(2025),
            last: FiscalYear(2029),
        },
        ..About::default()
    });
    strategy
}

/// Reads a town's table with the choices of a person; each is made for the column as it is offered.
fn read_as_said(town: &Town, strategy: &Strategy) -> PastedTable {
    let first = read_table(&town.text, strategy);
    let mut said = ColumnMapping::default();
    for (head, holds) in &town.said {
        let column = first.columns.iter().find(|c| c.head == *head);
        let column = column.unwrap_or_else(|| panic!("{}: no column {head}", town.name));
        said.columns.insert(column.key.clone(), *holds);
    }
    read_table_as(&town.text, strategy, &said)
}

/// Unit, baseline, its year, targets, actuals, as in the files.
fn fields(one: &PastedIndicator) -> [String; 5] {
    let each = |of: &dyn Fn(&Series) -> String| {
        let named = |s: &Series| match (s.name.as_str(), of(s)) {
            (_, text) if text.is_empty() => text,
            ("", text) => text,
            (name, text) => format!("{name}:{text}"),
        };
        let all: Vec<String> = one
            .series
            .iter()
            .map(named)
            .filter(|t| !t.is_empty())
            .collect();
        all.join(" ")
    };
    let row = |row: &std::collections::BTreeMap<FiscalYear, Figure>| {
        let cells: Vec<String> = row
            .iter()
            .map(|(y, f)| format!("{}={f}", y.short()))
            .collect();
        cells.join(" ")
    };
    let at = |s: &Series| {
        s.baseline
            .as_ref()
            .and_then(|b| b.at.clone())
            .unwrap_or_default()
            .0
    };
    [
        one.indicator.unit.clone(),
        each(&|s| {
            s.baseline
                .as_ref()
                .map_or(String::new(), |b| b.figure.to_string())
        }),
        one.series.first().map(at).unwrap_or_default(),
        each(&|s| row(&s.targets)),
        each(&|s| row(&s.actuals)),
    ]
}

#[derive(Default)]
struct Count {
    wanted: usize,
    recognised: usize,
    fields: usize,
    right: usize,
    chosen: usize,
    told: Vec<String>,
    false_chosen: Vec<String>,
}

impl Count {
    fn town(&mut self, town: &Town, table: &PastedTable) {
        self.wanted += town.wanted.len();
        for wanted in &town.wanted {
            self.fields += wanted[1..].iter().filter(|f| !f.is_empty()).count();
            let Some(one) = table
                .indicators
                .iter()
                .find(|k| k.indicator.name == wanted[0])
            else {
                self.told
                    .push(format!("{}: {} not found", town.name, wanted[0]));
                continue;
            };
            self.recognised += 1;
            let read = fields(one);
            for (n, (read, wanted)) in read.iter().zip(&wanted[1..]).enumerate() {
                let right = read == wanted || n == 0 && wanted.is_empty();
                self.right += usize::from(right && !wanted.is_empty());
                if !right {
                    let told = format!(
                        "{}: {}: {read}, not {wanted}",
                        town.name, one.indicator.name
                    );
                    if one.chosen() {
                        self.false_chosen.push(told.clone());
                    }
                    self.told.push(told);
                }
            }
        }
        for one in &table.indicators {
            self.chosen += usize::from(one.chosen());
            if !town.wanted.iter().any(|w| w[0] == one.indicator.name) {
                let told = format!("{}: {} is no indicator", town.name, one.indicator.name);
                if one.chosen() {
                    self.false_chosen.push(told.clone());
                }
                self.told.push(told);
            }
        }
    }
}

#[test]
fn t6_t8_of_many_towns_tables_most_is_read_and_nothing_false_comes_chosen() {
    let strategy = plan();
    let (mut tabbed, mut texts, mut before) =
        (Count::default(), Count::default(), Count::default());
    for town in towns() {
        before.town(&town, &read_table(&town.text, &strategy));
        let count = if town.name.ends_with(".txt") {
            &mut texts
        } else {
            &mut tabbed
        };
        count.town(&town, &read_as_said(&town, &strategy));
    }
    for (name, c) in [
        ("as pasted", &before),
        ("tabbed, columns said", &tabbed),
        ("text", &texts),
    ] {
        println!(
            "{name}: {} of {} recognised, {} of {} fields right, {} chosen, {} false among them\n  {}",
            c.recognised,
            c.wanted,
            c.right,
            c.fields,
            c.chosen,
            c.false_chosen.len(),
            c.told.join("\n  ")
        );
    }
    for c in [&before, &tabbed, &texts] {
        assert_eq!(c.false_chosen, [""; 0]);
    }
    assert!(tabbed.recognised * 100 >= tabbed.wanted * 95);
    assert!(tabbed.right * 100 >= tabbed.fields * 90);
    assert!(texts.right * 100 >= texts.fields * 80);
    assert!(
        tabbed.chosen * 100 >= tabbed.wanted * 60,
        "{}",
        tabbed.chosen
    );
}
