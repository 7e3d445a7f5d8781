//! さがす: every title and text, whatever the width of letters and whichever kana.

use std::collections::BTreeMap;

use super::numbering::Numbers;
use strategy::record::{Field, Held, Members, Value};
use strategy::*;

/// The text as it is compared: half-width letters and digits in lower case, hiragana and half-width kana as katakana.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = match c {
            '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' | '\n' | '\t' => ' ',
            'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
            'ｦ'..='ﾝ' => wide_kana(c),
            'ﾞ' | 'ﾟ' => {
                let voiced = out.pop().map(|last| voice(last, c == 'ﾟ'));
                out.extend(voiced);
                continue;
            }
            _ => c,
        };
        out.push(c.to_ascii_lowercase());
    }
    out
}

fn wide_kana(c: char) -> char {
    const WIDE: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
    WIDE.chars().nth(c as usize - 'ｦ' as usize).unwrap_or(c)
}

/// ｶ and ﾞ are ガ, ﾊ and ﾟ are パ.
fn voice(c: char, half: bool) -> char {
    let by = match (c, half) {
        ('ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ', true) => 2,
        ('ウ', false) => return 'ヴ',
        ('カ'..='ト' | 'ハ'..='ホ', false) => 1,
        _ => 0,
    };
    char::from_u32(c as u32 + by).unwrap_or(c)
}

/// Parent of a record, for a list of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParentLabel {
    /// Under the goal of this number.
    Goal(String),
    /// Under the measure of this code.
    Measure(String),
    /// In a framework that the plan answers to.
    Framework(String),
    /// Under the code it has in the parent plan.
    Code(String),
}

/// A thing that can be found: a line of money is found as its initiative, a series as its indicator, a sheet as its
/// measure.
#[derive(Debug, Clone)]
struct Thing {
    record: AnyId,
    title: String,
    place: Option<ParentLabel>,
}

/// The sheet a text stands on.
type OnSheet = (Id<Measure>, FiscalYear);

/// Fields with the name of a record, as against its content.
const NAMES: [&str; 4] = ["title", "name", "number", "code"];
/// The field of the number that is counted where none is printed.
const NUMBER: &Field = &Measure::number.field;

/// One text that can be found.
#[derive(Debug, Clone)]
struct SearchedText {
    /// The record it belongs to.
    thing: usize,
    field: &'static Field,
    /// The text, and the same folded.
    text: String,
    folded: String,
    /// True if it is the title or the code of the record, rather than its text.
    name: bool,
    /// The sheet it stands on.
    sheet: Option<OnSheet>,
}

/// Everything that can be found in a strategy.
#[derive(Debug, Clone, Default)]
pub struct Index {
    things: Vec<Thing>,
    texts: Vec<SearchedText>,
}

/// One thing found: what it is, where in it, and the words around.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The thing.
    pub record: AnyId,
    /// The field the words stand in.
    pub field: &'static Field,
    /// Title of the record.
    pub title: String,
    /// Its parent.
    pub place: Option<ParentLabel>,
    /// The words around what was asked for.
    pub excerpt: String,
    /// The sheets the words stand on too: of which measure, and of which years.
    pub sheets: Option<(Id<Measure>, Vec<FiscalYear>)>,
}

impl Index {
    /// Reads everything once, so that each search is quick.
    pub fn of(strategy: &Strategy) -> Self {
        let mut index = Self::default();
        let numbers = Numbers::of(strategy);
        index.read_outline(strategy, &numbers);
        index.read_indicators(strategy);
        index.read_sheets(strategy, &numbers);
        index.read_the_rest(strategy);
        index
    }

    fn add<T: Record>(&mut self, record: &T, title: &str, place: Option<ParentLabel>) -> usize {
        let thing = self.things.len();
        self.things.push(Thing {
            record: record.id().into(),
            title: title.to_owned(),
            place,
        });
        self.read(thing, record, None);
        thing
    }

    /// Takes in every text of a record.
    fn read(&mut self, thing: usize, record: &dyn Members, sheet: Option<OnSheet>) {
        for (field, value) in record.fields().iter().zip(record.values()) {
            written(value, &mut |text| self.add_text(thing, field, text, sheet));
        }
    }

    fn add_text(
        &mut self,
        thing: usize,
        field: &'static Field,
        text: &str,
        sheet: Option<OnSheet>,
    ) {
        if !text.trim().is_empty() {
            self.texts.push(SearchedText {
                thing,
                field,
                folded: fold(text),
                text: text.to_owned(),
                name: NAMES.contains(&field.name),
                sheet,
            });
        }
    }

    fn read_outline(&mut self, s: &Strategy, numbers: &Numbers) {
        for r in s.goals.sorted() {
            let place = ParentLabel::Goal(numbers.goal(r.id));
            self.add(&**r, &r.title, Some(place));
        }
        for r in s.divisions.sorted() {
            let place = ParentLabel::Goal(numbers.goal(r.goal));
            self.add(&**r, &r.title, Some(place));
        }
        for r in s.measures.sorted() {
            let code = numbers.code_of(r.id);
            let thing = self.add(&**r, &r.title, Some(ParentLabel::Measure(code.clone())));
            self.add_text(thing, NUMBER, &code, None);
        }
        for r in s.initiatives.sorted() {
            let place = ParentLabel::Measure(numbers.code_of(r.measure));
            self.add(&**r, &r.title, Some(place));
        }
    }

    fn read_indicators(&mut self, s: &Strategy) {
        let series = s.series.by_parent();
        for r in s.indicators.sorted() {
            let place = (!r.code.trim().is_empty()).then(|| ParentLabel::Code(r.code.clone()));
            let thing = self.add(&**r, &r.name, place);
            for one in series.under(r.id) {
                self.read(thing, &***one, None);
            }
        }
    }

    fn read_sheets(&mut self, s: &Strategy, numbers: &Numbers) {
        let things = self.things.iter().enumerate();
        let mut known = sort::map(things.map(|(at, t)| (t.record, at)));
        for r in s.sheets.sorted() {
            if let Some(&thing) = known.get(&r.measure.into()) {
                self.read(thing, &**r, Some((r.measure, r.year)));
            }
        }
        // Lines that belong to no initiative are one work where they have one name.
        let mut works: BTreeMap<(Id<Measure>, &str), usize> = BTreeMap::new();
        for r in s.lines.sorted() {
            let Some(sheet) = s.get(r.sheet) else {
                continue;
            };
            let of_initiative = r.initiative.and_then(|id| known.get(&id.into()).copied());
            let thing = of_initiative.unwrap_or_else(|| {
                *works
                    .entry((sheet.measure, r.title.trim()))
                    .or_insert_with(|| {
                        let place = ParentLabel::Measure(numbers.code_of(sheet.measure));
                        self.things.push(Thing {
                            record: r.id.into(),
                            title: r.title.clone(),
                            place: Some(place),
                        });
                        self.things.len() - 1
                    })
            });
            known.insert(r.id.into(), thing);
            self.read(thing, &**r, Some((sheet.measure, sheet.year)));
        }
    }

    fn read_the_rest(&mut self, s: &Strategy) {
        let about = s.about();
        self.add(&*about, &about.title, None);
        for r in s.sections.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.frameworks.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.framework_items.sorted() {
            let framework = s.get(r.framework);
            let place = framework.map(|f| ParentLabel::Framework(f.title.clone()));
            self.add(&**r, &r.title, place);
        }
        for r in s.supports.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.grounds.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.grant_projects.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.bodies.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.lanes.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.timetable.sorted() {
            self.add(&**r, &r.title, None);
        }
        for r in s.sessions.sorted() {
            let session = self.add(&**r, &r.title, None);
            for ballot in s.ballots.under(r.id) {
                self.read(session, &**ballot, None);
            }
            for guess in s.guesses.under(r.id) {
                self.read(session, &**guess, None);
            }
        }
        for r in s.ideas.sorted() {
            self.add(&**r, &r.text, None);
        }
    }

    /// Returns at most `limit` records with a text that holds every word of `asked`, each once, kind by kind; names
    /// before texts, beginnings before middles, and the kind that has the best first (I35).
    pub fn find(&self, asked: &str, limit: usize) -> Vec<Hit> {
        let asked = fold(asked);
        let words: Vec<&str> = asked.split_whitespace().collect();
        let Some(first) = words.first() else {
            return Vec::new();
        };
        let holds = |text: &&SearchedText| words.iter().all(|word| text.folded.contains(word));
        let mut found: Vec<(u8, usize)> = self
            .texts
            .iter()
            .enumerate()
            .filter(|(_, text)| holds(text))
            .map(|(at, text)| (rank(text, first), at))
            .collect();
        sort::ascending(&mut found);
        let mut hits: Vec<Hit> = Vec::new();
        let mut of_thing = BTreeMap::new();
        for (_, at) in found {
            let text = &self.texts[at];
            let hit = match of_thing.get(&text.thing) {
                Some(hit) => *hit,
                None if hits.len() == limit => continue,
                None => {
                    hits.push(self.hit(text, first));
                    *of_thing.entry(text.thing).or_insert(hits.len() - 1)
                }
            };
            hits[hit].stands_on(text.sheet);
        }
        kind_by_kind(hits)
    }

    fn hit(&self, text: &SearchedText, word: &str) -> Hit {
        let thing = &self.things[text.thing];
        Hit {
            record: thing.record,
            field: text.field,
            title: thing.title.clone(),
            place: thing.place.clone(),
            excerpt: excerpt(text, word),
            sheets: None,
        }
    }
}

impl Hit {
    /// Remembers a sheet, its years in their order.
    fn stands_on(&mut self, sheet: Option<OnSheet>) {
        let Some((measure, year)) = sheet else { return };
        let (_, years) = self.sheets.get_or_insert_with(|| (measure, Vec::new()));
        if let Err(at) = years.binary_search(&year) {
            years.insert(at, year);
        }
    }
}

/// Shows every text that somebody wrote in a value.
fn written(value: &dyn Value, see: &mut dyn FnMut(&str)) {
    match value.held() {
        Held::Text(text) => see(&text),
        Held::List(list) => list.all().into_iter().for_each(|one| written(one, see)),
        Held::Years(years) => years
            .all()
            .into_iter()
            .for_each(|(_, one)| written(one, see)),
        Held::Members(members) if members.told().is_none() => {
            members
                .values()
                .into_iter()
                .for_each(|one| written(one, see));
        }
        Held::Chosen(_, _, value) => written(value, see),
        _ => {}
    }
}

/// The kinds in the order of the best of each.
fn kind_by_kind(hits: Vec<Hit>) -> Vec<Hit> {
    let mut groups: Vec<Vec<Hit>> = Vec::new();
    for hit in hits {
        match groups
            .iter_mut()
            .find(|g| g[0].record.kind == hit.record.kind)
        {
            Some(group) => group.push(hit),
            None => groups.push(vec![hit]),
        }
    }
    groups.concat()
}

fn rank(text: &SearchedText, word: &str) -> u8 {
    match (text.name, text.folded.starts_with(word)) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => 2,
    }
}

/// Some forty letters around the word.
fn excerpt(text: &SearchedText, word: &str) -> String {
    let whole: Vec<char> = text.text.chars().collect();
    if whole.len() <= 48 {
        return text.text.clone();
    }
    let before = text.folded.split(word).next().unwrap_or_default();
    let from = before
        .chars()
        .count()
        .saturating_sub(12)
        .min(whole.len() - 40);
    let middle: String = whole[from..from + 40].iter().collect();
    let head = if from > 0 { "…" } else { "" };
    let tail = if from + 40 < whole.len() { "…" } else { "" };
    format!("{head}{middle}{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    #[test]
    fn i35_width_case_and_kana_do_not_matter() {
        for (a, b) in [
            ("ＫＰＩ", "kpi"),
            ("ふるさと納税", "フルサト納税"),
            ("ﾃﾞｼﾞﾀﾙ", "デジタル"),
            ("ﾊﾟﾝ ｳﾞｨﾗ", "ぱん　ゔぃら"),
            ("１２３", "123"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_eq!(fold("ﾞ"), "");
    }

    #[test]
    fn i35_names_come_before_texts_and_each_record_once() {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            direction: "若者の就業を支える。".repeat(20),
            ..goal(1, "しごと")
        });
        s.measures.insert(measure(1, 1, "新規就業者への支援"));
        s.indicators.insert(Indicator {
            note: "就業は別に数える".into(),
            ..indicator(1, "就業者数")
        });
        let index = Index::of(&s);
        let kinds: Vec<Kind> = index
            .find("就業", 9)
            .iter()
            .map(|h| h.record.kind)
            .collect();
        assert_eq!(kinds, [Kind::Indicator, Kind::Measure, Kind::Goal]);
        assert_eq!(index.find("就業 支援", 9).len(), 1);
        let measure = &index.find("1-1", 9)[0];
        assert_eq!(measure.field, &Measure::number.field);
        assert_eq!(measure.place, Some(ParentLabel::Measure("1-1".into())));
        assert_eq!(index.find("就業", 1).len(), 1);
        assert!(index.find("  ", 9).is_empty() && index.find("ない", 9).is_empty());
        let hit = &index.find("若者", 9)[0];
        assert!(hit.excerpt.starts_with("若者の就業") && hit.excerpt.ends_with('…'));
    }

    #[test]
    fn i35_a_thing_is_found_once_with_the_years_of_its_sheets_and_kinds_stand_together() {
        let mut s = Strategy::default();
        s.goals.insert(goal(1, "すまい"));
        s.measures.insert(measure(1, 1, "空き家の活用"));
        s.measures.insert(measure(2, 1, "移住と空き家の相談"));
        s.initiatives.insert(initiative(1, 1, "空き家バンク"));
        s.indicators.insert(indicator(1, "空き家の数"));
        s.series.insert(series(1, 1, "空き家（全体）"));
        for (n, year) in [(1, 2022), (2, 2023), (3, 2024)] {
            s.sheets.insert(sheet(n, 1, year));
            s.lines.insert(Line {
                initiative: Some(Id::new(1)),
                ..line(n, n, "空き家バンク")
            });
            s.lines.insert(line(10 + n, n, "空き家の調査"));
        }
        let hits = Index::of(&s).find("空き家", 9);
        let titles: Vec<&str> = hits.iter().map(|h| &*h.title).collect();
        let expected = [
            "空き家の活用",
            "移住と空き家の相談",
            "空き家バンク",
            "空き家の数",
            "空き家の調査",
        ];
        assert_eq!(titles, expected);
        let years = [2022, 2023, 2024].map(FiscalYear).to_vec();
        let place = Some(ParentLabel::Measure("1-1".into()));
        for at in [2, 4] {
            assert_eq!(hits[at].sheets, Some((Id::new(1), years.clone())));
            assert_eq!(hits[at].place, place);
        }
        assert_eq!(hits[0].sheets, None);
    }
}
