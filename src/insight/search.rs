//! さがす: every title and text, whatever the width of letters and whichever kana.

use super::numbering::Numbers;
use crate::edit::Field;
use crate::strategy::*;

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

/// One text that can be found.
#[derive(Debug, Clone)]
struct Text {
    record: AnyId,
    field: Field,
    /// What the record is called.
    title: String,
    /// The text, and the same folded.
    text: String,
    folded: String,
    /// Whether it is what the record is called (or its code), rather than what it says.
    name: bool,
}

/// Everything that can be found in a strategy.
#[derive(Debug, Clone, Default)]
pub struct Index {
    texts: Vec<Text>,
}

/// One finding: the record, where in it, and the words around.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The record.
    pub record: AnyId,
    /// The field the words stand in.
    pub field: Field,
    /// What the record is called.
    pub title: String,
    /// The words around what was asked for.
    pub excerpt: String,
}

impl Index {
    /// Reads everything once; asking is quick then.
    pub fn of(strategy: &Strategy) -> Self {
        let mut index = Self::default();
        index.read_outline(strategy);
        index.read_indicators(strategy);
        index.read_sheets(strategy);
        index.read_the_rest(strategy);
        index
    }

    fn add<T: Record>(&mut self, id: Id<T>, title: &str, texts: &[(Field, &str)]) {
        for (field, text) in texts {
            if !text.trim().is_empty() {
                self.texts.push(Text {
                    record: id.into(),
                    field: *field,
                    title: title.to_owned(),
                    folded: fold(text),
                    text: (*text).to_owned(),
                    name: matches!(field, Field::Title | Field::Code | Field::Number),
                });
            }
        }
    }

    fn read_outline(&mut self, s: &Strategy) {
        use Field::*;
        let numbers = Numbers::of(s);
        for r in s.goals.sorted() {
            let texts = [
                (Title, &*r.title),
                (Subtitle, &r.subtitle),
                (Direction, &r.direction),
                (Note, &r.note),
            ];
            self.add(r.id, &r.title, &texts);
        }
        for r in s.divisions.sorted() {
            self.add(r.id, &r.title, &[(Title, &r.title), (Number, &r.number)]);
        }
        for r in s.measures.sorted() {
            let code = numbers.code_of(r.id);
            let texts = [
                (Title, &*r.title),
                (Code, &code),
                (Direction, &r.direction),
                (Owner, &r.owner),
                (Note, &r.note),
            ];
            self.add(r.id, &r.title, &texts);
        }
        for r in s.initiatives.sorted() {
            self.add(
                r.id,
                &r.title,
                &[(Title, &r.title), (Text, &r.text), (Owner, &r.owner)],
            );
        }
    }

    fn read_indicators(&mut self, s: &Strategy) {
        use Field::*;
        let series = s.series.by_parent();
        for r in s.indicators.sorted() {
            let texts = [
                (Title, &*r.name),
                (Code, &r.code),
                (Definition, &r.definition),
                (Method, &r.method),
                (Source, &r.source),
                (Owner, &r.owner),
                (Rationale, &r.rationale),
                (Note, &r.note),
            ];
            self.add(r.id, &r.name, &texts);
            for one in series.get(&r.id).into_iter().flatten() {
                self.add(one.id, &r.name, &[(Title, &one.name)]);
                for note in one.notes.values() {
                    self.add(one.id, &r.name, &[(Note, note)]);
                }
            }
        }
    }

    fn read_sheets(&mut self, s: &Strategy) {
        use Field::*;
        for r in s.sheets.sorted() {
            let title = s.get(r.measure).map_or(String::new(), |m| m.title.clone());
            let texts = [
                (Results, &*r.results),
                (Improvements, &r.improvements),
                (Outline, &r.outline),
                (Note, &r.note),
            ];
            self.add(r.id, &title, &texts);
            for opinion in &r.opinions {
                self.add(r.id, &title, &[(Opinions, &opinion.text)]);
            }
        }
        for r in s.lines.sorted() {
            self.add(
                r.id,
                &r.title,
                &[(Title, &r.title), (Text, &r.text), (Note, &r.note)],
            );
        }
    }

    fn read_the_rest(&mut self, s: &Strategy) {
        use Field::*;
        for r in s.sections.sorted() {
            self.add(r.id, &r.title, &[(Title, &r.title), (Text, &r.text)]);
            for point in &r.points {
                self.add(
                    r.id,
                    &r.title,
                    &[(Points, &point.title), (Points, &point.text)],
                );
            }
        }
        for r in s.frameworks.sorted() {
            self.add(
                r.id,
                &r.title,
                &[(Title, &r.title), (Text, &r.text), (Source, &r.source)],
            );
        }
        for r in s.framework_items.sorted() {
            self.add(
                r.id,
                &r.title,
                &[(Title, &r.title), (Subtitle, &r.subtitle)],
            );
            for point in &r.points {
                self.add(r.id, &r.title, &[(Points, point)]);
            }
        }
        for r in s.supports.sorted() {
            self.add(
                r.id,
                &r.title,
                &[(Title, &r.title), (Text, &r.text), (Owner, &r.provider)],
            );
        }
        for r in s.bodies.sorted() {
            self.add(r.id, &r.title, &[(Title, &r.title), (Text, &r.role)]);
        }
        for r in s.timetable.sorted() {
            self.add(r.id, &r.title, &[(Title, &r.title)]);
            for point in &r.points {
                self.add(r.id, &r.title, &[(Points, point)]);
            }
        }
        for r in s.ideas.sorted() {
            self.add(r.id, &r.text, &[(Text, &r.text), (Answer, &r.answer)]);
        }
    }

    /// The texts that hold every word asked for, names before texts, beginnings before middles;
    /// at most `limit`, each record once (I35).
    pub fn find(&self, asked: &str, limit: usize) -> Vec<Hit> {
        let asked = fold(asked);
        let words: Vec<&str> = asked.split_whitespace().collect();
        let Some(first) = words.first() else {
            return Vec::new();
        };
        let holds = |text: &&Text| words.iter().all(|word| text.folded.contains(word));
        let mut found: Vec<(u8, usize)> = self
            .texts
            .iter()
            .enumerate()
            .filter(|(_, text)| holds(text))
            .map(|(at, text)| (rank(text, first), at))
            .collect();
        found.sort_unstable();
        let mut seen = std::collections::BTreeSet::new();
        found
            .into_iter()
            .map(|(_, at)| &self.texts[at])
            .filter(|text| seen.insert(text.record))
            .take(limit)
            .map(|text| Hit {
                record: text.record,
                field: text.field,
                title: text.title.clone(),
                excerpt: excerpt(text, first),
            })
            .collect()
    }
}

fn rank(text: &Text, word: &str) -> u8 {
    match (text.name, text.folded.starts_with(word)) {
        (true, true) => 0,
        (true, false) => 1,
        (false, _) => 2,
    }
}

/// Some forty letters around the word.
fn excerpt(text: &Text, word: &str) -> String {
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
    use crate::insight::sample::*;

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
        assert_eq!(index.find("1-1", 9)[0].field, Field::Code);
        assert_eq!(index.find("就業", 1).len(), 1);
        assert!(index.find("  ", 9).is_empty() && index.find("ない", 9).is_empty());
        let hit = &index.find("若者", 9)[0];
        assert!(hit.excerpt.starts_with("若者の就業") && hit.excerpt.ends_with('…'));
    }
}
