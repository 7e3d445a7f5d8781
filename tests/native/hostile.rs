//! Foreign files, changed at random: every reader returns a result for any input, within limits of time and memory.
//!
//! Some thousands run with the other tests. `cargo xtask soak readers --inputs 1000000 --seed 7` runs any number for
//! each reader, and reports their times.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use edit::merge::{ChoicesOf, gather};
use format::workbook::{read_printed, read_workbook};
use format::{Archive, json, stratml};
use output::export::csv::wide;
use output::export::stratml::document;
use output::export::workbook::workbook;
use output::hands::{incoming, part_workbook, read_part, returned};
use output::site::indicators_csv;
use recognise::{read_outline, read_table};
use strategy::{About, FiscalYear, Strategy};

use crate::part_workbook::whole;
use fixtures::archive::unpacked;
use fixtures::sample;

/// A random number generator, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % (bound.max(1) as u64)).unwrap()
    }
}

/// Pieces inserted into files: text that readers look for, and text that may break them.
const PIECES: [&[u8]; 34] = [
    b"<",
    b">",
    b"&",
    b"\"",
    b"'",
    b"]]>",
    b"<!--",
    b"<![CDATA[",
    b"&#0;",
    b"&#x110000;",
    b"&lt",
    b"<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]>",
    b"<c r='XFD1048576'>",
    b"<c r='ZZZZZZZZZZ1'/>",
    b"<row r='99999999999999999999'>",
    b"<v>1e308</v>",
    b"<v>-79228162514264337593543950335</v>",
    b" t=\"s\"",
    b"t=\"d\"",
    b" s='999999'",
    b"\0",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\t",
    b"\r\n",
    b",",
    b"\"\"\"",
    b"[[[[[[[[",
    b"{\"a\":{\"a\":{",
    b"-9999999999999999999",
    b"formatCode=\"[>=1e9]0000,,,,.000;[$-411]ggge\"",
    "１２億△▲〜".as_bytes(),
    "\u{2028}\u{202e}".as_bytes(),
];

/// Returns a file with random changes; sometimes arbitrary bytes.
fn mutated(seed: &[u8], chance: &mut Chance) -> Vec<u8> {
    if chance.below(50) == 0 {
        let length = chance.below(400);
        return (0..length)
            .map(|_| chance.next().to_le_bytes()[3])
            .collect();
    }
    let mut bytes = seed.to_vec();
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        let to = (at + chance.below(40)).min(bytes.len());
        match chance.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let piece = PIECES[chance.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
            3 => {
                let copied = bytes[at..to].to_vec();
                let place = chance.below(bytes.len() + 1);
                bytes.splice(place..place, copied);
            }
            4 => {
                let digit = bytes[at..].iter().position(u8::is_ascii_digit);
                if let Some(digit) = digit {
                    bytes.splice(at + digit..=at + digit, b"99999999999".iter().copied());
                }
            }
            5 if chance.below(6) == 0 => bytes.truncate(at),
            _ => {
                let piece = PIECES[chance.below(PIECES.len())];
                bytes.splice(at..to, piece.iter().copied());
            }
        }
    }
    bytes
}

type Parts = BTreeMap<String, Vec<u8>>;

/// Returns an archive with one changed file, or a changed archive.
fn archive(parts: &Parts, whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    if chance.below(4) == 0 {
        return mutated(whole, chance);
    }
    let changed = chance.below(parts.len());
    let mut archive = Archive::default();
    for (at, (path, bytes)) in parts.iter().enumerate() {
        let other;
        let bytes = match at == changed {
            true => {
                other = mutated(bytes, chance);
                &other
            }
            false => bytes,
        };
        archive.add(path, bytes).unwrap();
    }
    archive.finish().unwrap()
}

/// A reader of foreign files: its name, and its function for one input.
struct Reader {
    name: &'static str,
    read: Box<dyn Fn(&mut Chance)>,
}

/// Returns some lines of a text.
fn some_lines(text: &str, count: usize) -> Vec<u8> {
    text.lines()
        .take(count)
        .collect::<Vec<_>>()
        .join("\n")
        .into_bytes()
}

/// Converts invalid bytes to text as a browser does.
fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn readers() -> Vec<Reader> {
    let reader = |name, read: Box<dyn Fn(&mut Chance)>| Reader { name, read };
    let town = include_bytes!("../data/workbooks/town.xlsx");
    let town_parts = unpacked(town);
    let plan = sample("kitamoto-2022");
    let part = whole(&plan);
    let owner = with_ledger(&plan, &part);
    let handed = part_workbook(&part).unwrap();
    let handed_parts = unpacked(&handed);
    let table = some_lines(include_str!("../data/pasted/kitamoto-2022.txt"), 40);
    let csv = include_bytes!("../data/pasted/towns/13-nakatsu.csv");
    let outline = some_lines(include_str!("../data/outlines/hokuto-2020.txt"), 90);
    let small = include_bytes!("../data/v2/small.json");
    let older = include_bytes!("../data/v0/minato.json");
    let goals = document(&sample("hokuto-2020")).write(stratml::StratMlPart::Two);
    let goals = some_lines(&goals, 120);
    let ours = workbook(&sample("hokuto-2020"), FiscalYear(2025))
        .write()
        .unwrap();
    let figures = sample("kitamoto-2022");
    let wide_table = wide(&figures, FiscalYear(2025)).into_bytes();
    let long_table = some_lines(&indicators_csv(&figures), 30);
    let blank = Strategy::default();
    vec![
        reader(
            "xlsx",
            Box::new(move |chance| {
                let bytes = archive(&town_parts, town, chance);
                if let Ok(sheets) = read_printed(&bytes) {
                    for sheet in &sheets {
                        let _ = (
                            sheet.table_text(true),
                            sheet.plan_text(false),
                            sheet.size(false),
                        );
                    }
                }
            }),
        ),
        reader(
            "archive",
            Box::new(move |chance| {
                let _ = read_workbook(&mutated(&ours, chance));
            }),
        ),
        reader(
            "handed part",
            Box::new(move |chance| {
                let bytes = archive(&handed_parts, &handed, chance);
                if let Ok(sheets) = read_workbook(&bytes) {
                    let mut last = 1 << 40;
                    let written = read_part(&part, &sheets, &mut || {
                        last += 1;
                        last
                    });
                    assert_eq!(written.part.integrity(), []);
                    merged_and_undone(&owner, written.part);
                }
            }),
        ),
        reader(
            "table",
            Box::new(move |chance| {
                let _ = read_table(&text_of(&mutated(&table, chance)), &plan);
            }),
        ),
        reader(
            "csv",
            Box::new({
                let plan = blank.clone();
                move |chance| {
                    let _ = read_table(&text_of(&mutated(csv, chance)), &plan);
                }
            }),
        ),
        reader(
            "own csv",
            Box::new({
                let plan = blank.clone();
                move |chance| {
                    let seed = if chance.below(2) == 0 {
                        &wide_table
                    } else {
                        &long_table
                    };
                    let _ = read_table(&text_of(&mutated(seed, chance)), &plan);
                }
            }),
        ),
        reader(
            "outline",
            Box::new(move |chance| {
                let text = text_of(&mutated(&outline, chance));
                let _ = read_outline(&text, &blank, &BTreeMap::new());
            }),
        ),
        reader(
            "json",
            Box::new(move |chance| {
                let seed: &[u8] = if chance.below(2) == 0 { small } else { older };
                if let Ok(plan) = json::read(&mutated(seed, chance)) {
                    assert_eq!(plan.integrity(), []);
                }
            }),
        ),
        reader(
            "stratml",
            Box::new(move |chance| {
                if let Ok(read) = stratml::read(&mutated(&goals, chance)) {
                    let mut last = 0;
                    let _ = recognise::stratml::plan(&read.document, || {
                        last += 1;
                        last
                    });
                }
            }),
        ),
    ]
}

/// Returns the plan of the town, with a part in its ledger.
fn with_ledger(plan: &Strategy, part: &Strategy) -> Strategy {
    let mut owner = plan.clone();
    let mut about = About::clone(&owner.about());
    about.handed_out.extend(part.about().handed.clone());
    owner.about.insert(about);
    owner
}

/// Merges a part without decisions of a user, and undoes it: the plan stays consistent, and is unchanged in the end.
fn merged_and_undone(owner: &Strategy, part: Strategy) {
    let one = incoming(owner, part, &[]).expect("the part is in the ledger");
    let returned = returned(owner, &one, Some(owner));
    let Ok(edit) = gather(owner, &[returned], &ChoicesOf::new()).edit() else {
        return;
    };
    let mut now = owner.clone();
    edit.apply(&mut now).expect("made for this plan");
    assert_eq!(now.integrity(), []);
    edit.reverse().apply(&mut now).expect("made for this plan");
    assert_eq!(json::write(&now), json::write(owner));
}

/// Longest time for one input, also on a busy machine without optimisation.
const LONGEST: Duration = Duration::from_secs(20);

/// Gives every reader this many inputs, and reports their times.
fn give(inputs: std::ops::Range<usize>, seed: u64, only: Option<&str>) {
    for reader in readers()
        .into_iter()
        .filter(|one| only.is_none_or(|name| name == one.name))
    {
        let begun = Instant::now();
        let (mut longest, mut at) = (Duration::ZERO, 0);
        for nth in inputs.clone() {
            let own = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (nth as u64 + 1);
            let timed = || {
                let mut chance = Chance(own | 1);
                chance.next();
                let start = Instant::now();
                (reader.read)(&mut chance);
                start.elapsed()
            };
            let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(timed));
            let mut took = read.unwrap_or_else(|panic| {
                eprintln!("{}: seed {seed}, input {nth}", reader.name);
                std::panic::resume_unwind(panic)
            });
            // A stalled machine is not a fault of a reader: a slow input is read once more.
            if took >= LONGEST {
                eprintln!(
                    "{}: seed {seed}, input {nth}: {took:?} at first",
                    reader.name
                );
                took = timed();
            }
            assert!(
                took < LONGEST,
                "{}: seed {seed}, input {nth}: {took:?}",
                reader.name
            );
            if took > longest {
                (longest, at) = (took, nth);
            }
        }
        println!(
            "{:12} {} inputs in {:.1?}, the longest {longest:.1?} (input {at}); peak of memory {} MB",
            reader.name,
            inputs.len(),
            begun.elapsed(),
            peak()
        );
    }
}

/// Returns the peak memory of this process, in MB; 0 if the system does not report it.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    number.unwrap_or_default() / 1024
}

#[test]
fn x6_t10_o9_changed_files_of_each_kind_stop_no_reader() {
    give(0..50, 1, None);
}

#[test]
#[ignore = "takes as long as one wants: cargo xtask soak readers"]
fn as_many_changed_files_as_are_asked_for_stop_no_reader() {
    let asked = |name: &str| std::env::var(name).ok();
    let number = |name: &str, usual| asked(name).map_or(usual, |text| text.parse().unwrap());
    let only = asked("MICHISHIRUBE_READER");
    let from = number("MICHISHIRUBE_FROM", 0);
    give(
        from..from + number("MICHISHIRUBE_INPUTS", 10_000),
        number("MICHISHIRUBE_SEED", 7) as u64,
        only.as_deref(),
    );
}

/// Returns a workbook of these parts.
fn book(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = Archive::default();
    let list = "<workbook><sheets><sheet name='1' id='a'/></sheets></workbook>";
    let relations = "<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/><Relationship Id='b' Type='x/sharedStrings' Target='t.xml'/><Relationship Id='c' Type='x/styles' Target='f.xml'/></Relationships>";
    archive.add("xl/workbook.xml", list.as_bytes()).unwrap();
    archive
        .add("xl/_rels/workbook.xml.rels", relations.as_bytes())
        .unwrap();
    for (path, bytes) in parts {
        archive.add(path, bytes).unwrap();
    }
    archive.finish().unwrap()
}

#[test]
fn x6_what_unpacks_to_more_than_it_is_worth_is_refused() {
    use format::workbook::NotRead;
    // One long text in many cells.
    let texts = format!("<sst><si><t>{}</t></si></sst>", "あ".repeat(300_000));
    let row = format!("<row>{}</row>", "<c t='s'><v>0</v></c>".repeat(200));
    let sheet = format!("<worksheet><sheetData>{row}</sheetData></worksheet>");
    let many = book(&[
        ("xl/s.xml", sheet.as_bytes()),
        ("xl/t.xml", texts.as_bytes()),
    ]);
    assert!(many.len() < 100_000);
    assert_eq!(read_printed(&many), Err(NotRead::TooLarge));
    // A number format that is too long is ignored.
    let form = format!(
        "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='{}'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs></styleSheet>",
        "0,".repeat(9_000)
    );
    let sheet = "<worksheet><cols><col min='0' max='99999999999' hidden='1'/></cols><sheetData><row><c><v>12</v></c></row></sheetData></worksheet>";
    let long = book(&[
        ("xl/s.xml", sheet.as_bytes()),
        ("xl/f.xml", form.as_bytes()),
    ]);
    assert_eq!(
        read_printed(&long).unwrap()[0].rows[0].cells[0].1.text(),
        "12"
    );
    // Cells out of order, and two in one column.
    let sheet = "<worksheet><sheetData><row><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='C1'><v>4</v></c></row></sheetData></worksheet>";
    let sheets = read_printed(&book(&[("xl/s.xml", sheet.as_bytes())])).unwrap();
    assert_eq!(sheets[0].table_text(true).as_deref(), Some("1\t\t4"));
    // Endless columns, and bytes that are not text.
    let columns = format!(
        "<worksheet><cols>{}</cols></worksheet>",
        "<col min='1' max='16384' hidden='1'/>".repeat(20_000)
    );
    assert_eq!(
        read_printed(&book(&[("xl/s.xml", columns.as_bytes())])),
        Err(NotRead::Damaged)
    );
    assert_eq!(
        read_printed(&book(&[("xl/s.xml", b"<worksheet>\x8e\x77</worksheet>")])),
        Err(NotRead::Damaged)
    );
}
