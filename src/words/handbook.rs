//! Search in the 手引き: finds a job by words that a user types.

use std::collections::BTreeSet;

use handbook::{Handbook, HandbookJob};
use insight::search::fold;
use strategy::sort;

/// Name of its file beside the app.
pub const FILE: &str = "handbook/ja.md";

/// Least share of the typed text that a job must match, in thousandths.
const LEAST: usize = 600;

/// Returns the jobs and terms that match a typed text, best first: those whose name, or other wording, shares most
/// pairs of neighbouring letters with it. Japanese has no spaces, and nobody knows the exact name.
pub fn find<'a>(handbook: &'a Handbook, typed: &str, most: usize) -> Vec<&'a HandbookJob> {
    let typed = pairs(typed);
    let all = handbook.jobs.iter().chain(&handbook.terms);
    let found = all.map(|job| (likeness(job, &typed), job));
    let mut found: Vec<_> = found.filter(|((share, _), _)| *share >= LEAST).collect();
    // Equal matches keep the order of the pages.
    sort::by_key(&mut found, |(likeness, _)| std::cmp::Reverse(*likeness));
    found.into_iter().take(most).map(|(_, job)| job).collect()
}

/// Returns the share of the typed pairs that any name of a job contains, and the share in its best name, in
/// thousandths; the latter minus one for each further pair of that name.
fn likeness(job: &HandbookJob, typed: &BTreeSet<[char; 2]>) -> (usize, usize) {
    let names = job.asked.iter().chain(std::iter::once(&job.title));
    let names: Vec<BTreeSet<[char; 2]>> = names.map(|name| pairs(name)).collect();
    let share = |both: usize| (both * 1000).checked_div(typed.len()).unwrap_or_default();
    let any = typed
        .iter()
        .filter(|pair| names.iter().any(|name| name.contains(*pair)));
    let of_one = |name: &BTreeSet<[char; 2]>| {
        let both = name.intersection(typed).count();
        share(both).saturating_sub(name.len() - both)
    };
    let one = names.iter().map(of_one).max();
    (share(any.count()), one.unwrap_or_default())
}

/// Returns the pairs of neighbouring letters, regardless of width and kana; a single letter forms a pair with a
/// blank.
fn pairs(text: &str) -> BTreeSet<[char; 2]> {
    let letters: Vec<char> = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    match letters.as_slice() {
        [one] => BTreeSet::from([[*one, ' ']]),
        all => all.windows(2).map(|pair| [pair[0], pair[1]]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    fn handbook() -> Handbook {
        Handbook::read(include_str!("../../public/handbook/ja.md"))
    }

    #[test]
    fn every_page_has_jobs_and_every_job_has_steps() {
        let handbook = handbook();
        let pages = include_str!("ja/purposes.toml").lines();
        let pages = pages.filter_map(|line| Some(line.split_once(" = ")?.0));
        let pages: Vec<&str> = pages.chain(["home", "region"]).collect();
        assert!(pages.len() > 15);
        for page in &pages {
            assert!(handbook.of_page(page).count() > 0, "{page}");
        }
        for job in &handbook.jobs {
            assert!(pages.contains(&job.page.as_str()), "{}", job.page);
            assert!((2..=4).contains(&job.steps.len()), "{}", job.title);
            assert!(
                job.steps.iter().all(|step| step.ends_with('。')),
                "{}",
                job.title
            );
        }
        assert!(handbook.terms.iter().all(|term| term.steps.len() == 1));
        assert!(
            handbook
                .news
                .iter()
                .all(|version| !version.steps.is_empty())
        );
        assert_eq!(handbook.news[0].title, env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn every_quoted_label_is_one_of_the_app() {
        let labels: Vec<&str> = crate::packed(Language::Japanese).split('\u{1e}').collect();
        let known = |label: &str| labels.iter().any(|text| text.starts_with(label));
        for job in &handbook().jobs {
            for step in &job.steps {
                let quoted = step.split('「').skip(1);
                for label in quoted
                    .filter_map(|rest| rest.split_once('」'))
                    .map(|(label, _)| label)
                {
                    assert!(
                        known(label) || NOT_OURS.contains(&label),
                        "{}: 「{label}」",
                        job.title
                    );
                }
            }
        }
    }

    /// Labels of the browser, and texts that a user types.
    const NOT_OURS: [&str; 3] = ["PDFに保存", "⋯", "新規就農者数 12人→20人"];

    #[test]
    fn every_picture_is_there_small_and_has_a_text_in_its_place() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/");
        let handbook = handbook();
        let pictures = handbook.jobs.iter().filter_map(|job| job.picture.as_ref());
        let mut named: Vec<String> = Vec::new();
        for picture in pictures {
            assert!(picture.text.chars().count() > 5, "{}", picture.file);
            let bytes = std::fs::read([folder, &picture.asset()].concat()).expect("a picture");
            assert!(bytes.len() <= LARGEST, "{} {}", picture.file, bytes.len());
            named.push(picture.file.clone());
        }
        let all = std::fs::read_dir([folder, "handbook"].concat()).expect("the folder");
        let all = all.map(|file| file.expect("a file").file_name().into_string());
        let mut there: Vec<String> = all.map(|name| name.expect("a name")).collect();
        there.retain(|name| name.ends_with(".webp"));
        named.sort();
        there.sort();
        assert_eq!(named, there);
        assert!(named.len() > 9);
    }

    /// Largest size of a picture, in bytes.
    const LARGEST: usize = 16_000;

    #[test]
    fn ten_questions_of_a_newcomer_are_answered() {
        let handbook = handbook();
        for (asked, title) in [
            ("Excelに出したい", "Excelで出す"),
            ("実績を入れたい", "実績を入れる"),
            ("課に送りたい", "課に入力を頼む"),
            ("去年の計画を使いたい", "去年の計画や前の期の計画を使う"),
            ("公表したい", "住民に公表する"),
            ("印刷したい", "印刷する"),
            ("間違えて消した", "消した計画を元に戻す"),
            ("別のパソコンで続けたい", "別のパソコンで続ける"),
            ("保存されているか不安", "保存されているか確かめる"),
            ("英語にしたい", "画面を英語ややさしい日本語にする"),
            ("使い方", "次にすることを知る"),
            ("エクセル", "Excelで出す"),
            ("エクセルで出したい", "Excelで出す"),
            ("ホームページに出す", "住民に公表する"),
            ("純計", "純計"),
            ("ｋｐｉ", "KPI"),
        ] {
            let found = find(&handbook, asked, 5);
            assert!(
                found.iter().any(|job| job.title == title),
                "{asked}: {found:?}"
            );
        }
        assert!(find(&handbook, "ぬめぬめ", 5).is_empty());
        assert!(find(&handbook, "", 5).is_empty());
    }
}
