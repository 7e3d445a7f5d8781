//! The picture for link previews: a drawing that is made here and turned into points where there are fonts, from where it
//! comes back as bytes. Texts are folded and made smaller by how wide their letters are, so that long ones fit.

use std::fmt::Write;

use super::sizes::sha256;
use crate::BarShare;
use crate::chart::text_metrics::width;
use crate::markup::{Element, element, text};
use strategy::Tone;

/// Its width and height, in points: the size that preview services ask for.
pub const PICTURE_SIZE: (u32, u32) = (1200, 630);

/// Distance of letters from the edge.
const MARGIN: f64 = 72.0;
/// As wide a line may be.
const WIDE: f64 = 1200.0 - 2.0 * MARGIN;
const FONT: &str = "'BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP','Hiragino Sans','Yu Gothic UI','Meiryo',sans-serif";
const BLUE: &str = "#0017c1";
const INK: &str = "#1a1a1a";
const GREY: &str = "#4d4d4d";

/// Words of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureWords {
    /// The town.
    pub town: String,
    /// The plan.
    pub plan: String,
    /// Its years.
    pub period: String,
    /// State of the plan, in a sentence.
    pub standing: String,
    /// Number of indicators with each rating.
    pub shares: Vec<BarShare>,
}

impl PictureWords {
    /// The picture as a drawing (SVG).
    pub fn drawing(&self) -> String {
        let (wide, high) = PICTURE_SIZE;
        let mut all = PictureLines::default();
        all.put(&self.town, &[44.0, 36.0, 30.0], 1, BLUE, true);
        all.skip(12.0);
        all.put(&self.plan, &[68.0, 58.0, 50.0, 44.0, 38.0], 3, INK, true);
        all.skip(12.0);
        all.put(&self.period, &[34.0], 1, GREY, false);
        let bottom = self.standing();
        element("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("width", &wide.to_string())
            .with("height", &high.to_string())
            .with("viewBox", &format!("0 0 {wide} {high}"))
            .with("font-family", FONT)
            .child(rectangle(0.0, 0.0, 1200.0, 630.0, "#ffffff"))
            .child(rectangle(0.0, 0.0, 1200.0, 20.0, BLUE))
            .all(all.drawn)
            .all(bottom)
            .to_string()
    }

    /// The sentence and, below, the shares of each rating: from the foot upwards.
    fn standing(&self) -> Vec<Element> {
        let counted: Vec<&BarShare> = self.shares.iter().filter(|one| one.count > 0).collect();
        let mut lines = PictureLines::from(if counted.is_empty() { 470.0 } else { 376.0 });
        lines.put(&self.standing, &[40.0, 34.0, 30.0], 2, INK, true);
        let mut drawn = lines.drawn;
        let all: usize = counted.iter().map(|one| one.count).sum();
        let room = WIDE - 4.0 * counted.len().saturating_sub(1) as f64;
        let mut at = MARGIN;
        for share in &counted {
            let long = room * share.count as f64 / all as f64;
            drawn.push(rectangle(at, 492.0, long, 36.0, colour(share.tone)));
            at += long + 4.0;
        }
        drawn.extend(legend(&counted));
        drawn
    }
}

/// Legend of the colours with their counts: in one line, smaller if there are many.
fn legend(shares: &[&BarShare]) -> Vec<Element> {
    let words: Vec<String> = shares
        .iter()
        .map(|one| [&one.word, " ", &one.count.to_string()].concat())
        .collect();
    // A swatch and the room around a word, in letters.
    let long: f64 = words.iter().map(|word| width(word) + 2.4).sum();
    let size = (WIDE / long.max(1.0)).min(30.0);
    let mut at = MARGIN;
    let mut drawn = Vec::new();
    for (share, word) in shares.iter().zip(words) {
        let high = size * 0.8;
        drawn.push(rectangle(at, 578.0 - high, high, high, colour(share.tone)));
        drawn.push(written(&word, at + size * 1.1, 576.0, size, INK, false));
        at += size * (width(&word) + 2.4);
    }
    drawn
}

fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Best => "#197a4b",
        Tone::Good => "#58b384",
        Tone::Warn => "#e2b93b",
        Tone::Bad => "#ce0000",
        Tone::None => "#c4c4c8",
    }
}

/// Lines that go down the picture.
struct PictureLines {
    bottom: f64,
    drawn: Vec<Element>,
}

impl Default for PictureLines {
    fn default() -> Self {
        Self::from(56.0)
    }
}

impl PictureLines {
    fn from(top: f64) -> Self {
        Self {
            bottom: top,
            drawn: Vec::new(),
        }
    }

    fn skip(&mut self, room: f64) {
        self.bottom += room;
    }

    /// Puts a text in the first size in which it takes no more than so many lines.
    fn put(&mut self, text: &str, sizes: &[f64], most: usize, colour: &str, is_bold: bool) {
        let fits = |size: &&f64| folded(text, WIDE / **size).len() <= most;
        let size = sizes.iter().find(fits).or(sizes.last());
        let size = size.copied().unwrap_or(30.0);
        for line in cut(folded(text, WIDE / size), most) {
            self.bottom += size * 1.3;
            let base = self.bottom - size * 0.3;
            self.drawn
                .push(written(&line, MARGIN, base, size, colour, is_bold));
        }
    }
}

/// Lines no longer than so many letters: a word of Latin letters stays whole where it can, and what ends a sentence does
/// not begin a line.
fn folded(text: &str, most: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words(text) {
        let last = lines.last().map_or("", String::as_str);
        let clings = word.starts_with(['、', '。', '）', '」', '』', '・', 'ー']);
        if !last.is_empty() && !clings && width(last) + width(word.trim_end()) > most {
            let tail = lines.last_mut().and_then(after_dot);
            lines.push(tail.unwrap_or_default());
        }
        for letter in word.chars() {
            let is_full = lines.last().is_some_and(|last| width(last) >= most);
            if is_full && !clings {
                lines.push(String::new());
            }
            if let Some(last) = lines.last_mut() {
                last.push(letter);
            }
        }
    }
    lines
}

/// Moves a short rest after a dot near the end of a line (まち・ひと・しごと) to the next line.
fn after_dot(line: &mut String) -> Option<String> {
    let at = line.rfind('・')? + '・'.len_utf8();
    let tail = line.get(at..)?;
    (width(line.get(..at)?) > 4.0 && width(tail) <= 6.0).then(|| line.split_off(at))
}

/// The first lines; what does not fit ends in 「…」.
fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    lines
}

/// Letters one by one; those of a Latin word together.
fn words(text: &str) -> Vec<&str> {
    let is_latin = |letter: char| letter.is_ascii_graphic();
    let mut all = Vec::new();
    let mut from = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let joins =
            before.is_some_and(|before| is_latin(before) && (is_latin(letter) || letter == ' '));
        if at > from && !joins {
            all.push(&text[from..at]);
            from = at;
        }
        before = Some(letter);
    }
    if from < text.len() {
        all.push(&text[from..]);
    }
    all
}

fn rectangle(x: f64, y: f64, wide: f64, high: f64, colour: &str) -> Element {
    element("rect")
        .with("x", &short(x))
        .with("y", &short(y))
        .with("width", &short(wide))
        .with("height", &short(high))
        .with("fill", colour)
}

fn written(line: &str, x: f64, y: f64, size: f64, colour: &str, is_bold: bool) -> Element {
    text("text", line)
        .with("x", &short(x))
        .with("y", &short(y))
        .with("font-size", &short(size))
        .with("font-weight", if is_bold { "bold" } else { "normal" })
        .with("fill", colour)
}

fn short(number: f64) -> String {
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = write!(text, "{number:.1}");
    text
}

/// Beginning of a PNG.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture, under a name of its own: those who show previews keep one for long.
#[derive(Clone)]
pub(super) struct PreviewPicture {
    pub path: String,
    pub png: Vec<u8>,
}

impl PreviewPicture {
    /// Of these bytes; none where they are no PNG.
    pub fn of(png: Vec<u8>) -> Option<Self> {
        let path = format!("picture-{}.png", &sha256(&png)[..12]);
        png.starts_with(PNG).then_some(Self { path, png })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(plan: &str) -> PictureWords {
        let share = |tone, count| BarShare {
            word: "◎ 目標を達成".to_owned(),
            tone,
            count,
        };
        PictureWords {
            town: "みほん町".to_owned(),
            plan: plan.to_owned(),
            period: "令和3年度〜令和7年度".to_owned(),
            standing: "指標18件のうち10件がめざす向きに進んでいます。".to_owned(),
            shares: vec![
                share(Tone::Best, 3),
                share(Tone::Good, 7),
                share(Tone::Warn, 2),
                share(Tone::Bad, 5),
                share(Tone::None, 1),
            ],
        }
    }

    /// Every line, with where it ends.
    fn ends(svg: &str) -> Vec<(f64, f64)> {
        let number = |tag: &str, name: &str| -> f64 {
            let (_, rest) = tag.split_once(&format!(" {name}=\"")).expect("it is there");
            let (value, _) = rest.split_once('"').expect("it ends");
            value.parse().expect("a number")
        };
        let texts = svg.split("<text").skip(1);
        let texts = texts.map(|one| {
            let (tag, line) = one.split_once('>').expect("it ends");
            let (line, _) = line.split_once('<').expect("it is closed");
            let line = line
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
            let end = number(tag, "x") + width(&line) * number(tag, "font-size");
            (end, number(tag, "y"))
        });
        texts.collect()
    }

    #[test]
    fn whatever_the_plan_is_called_every_line_is_within_the_picture() {
        for plan in [
            "計画",
            "第2期みほん町まち・ひと・しごと創生総合戦略（デジタル田園都市国家構想総合戦略）改訂版・令和8年度見直し分を含む本編および資料編の全体",
            "Comprehensive strategy for the revitalisation of towns, people and work in Mihon, second period, as revised",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "",
        ] {
            let svg = words_of(plan).drawing();
            for (end, base) in ends(&svg) {
                // A character that may not begin a line reaches one letter beyond.
                assert!(end <= 1200.0 - MARGIN + 70.0, "{plan}: {end}");
                assert!((60.0..=600.0).contains(&base), "{plan}: {base}");
            }
        }
    }

    #[test]
    fn words_of_latin_letters_stay_whole_and_too_much_ends_in_dots() {
        let lines = folded("Towns, people and work", 9.0);
        assert_eq!(lines, ["Towns, people ", "and work"]);
        assert_eq!(cut(folded("あいうえおか", 2.0), 2), ["あい", "う…"]);
        assert_eq!(folded("まち。ひと", 2.0), ["まち。", "ひと"]);
        assert_eq!(folded("第2期まち・しごと", 8.0), ["第2期まち・", "しごと"]);
    }

    #[test]
    fn what_a_town_writes_is_no_markup() {
        let svg = words_of("<script>alert(1)</script>&").drawing();
        assert!(!svg.contains("<script"));
    }

    #[test]
    fn only_a_png_is_a_picture() {
        assert!(PreviewPicture::of(b"\x89PNG\r\n\x1a\nxyz".to_vec()).is_some());
        assert!(PreviewPicture::of(b"<svg>".to_vec()).is_none());
    }
}
