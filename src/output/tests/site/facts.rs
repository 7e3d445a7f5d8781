//! Pages agree with `insight`.

use super::*;
use insight::answer::IndicatorAnswer;
use insight::appraisal::Appraisal;
use insight::completeness;
use insight::evaluation_year;
use insight::money::sheet_total;
use insight::overview::{IndicatorIndex, glance, overview};
use insight::sheets::columns;
use insight::yearly_work::YearlyWork;
use output::site::public_subset;
use words::Say;
use words::answer;
use words::number::{grouped, shown};
use words::site::money;
use words::why::reasons;

const TODAY: FiscalYear = FiscalYear(2026);

/// Returns the public subset of a sample, and the folder.
fn public(name: &str) -> (Strategy, Folder) {
    let (s, made) = published(name);
    (public_subset(&s, &all_languages()), made)
}

#[test]
fn p14_an_indicator_says_its_figures_its_rating_and_why() {
    let mut figures = 0;
    for name in SAMPLES {
        let (s, made) = public(name);
        let year = evaluation_year(&s, TODAY);
        for indicator in s.indicators.iter() {
            let page = told(text(&made, &format!("indicators/{}.html", indicator.id)));
            let embed = told(text(&made, &format!("embed/{}.html", indicator.id)));
            for series in s.series.under(indicator.id) {
                for figure in series.targets.values().chain(series.actuals.values()) {
                    let figure = shown(figure.text());
                    assert!(
                        page.contains(&figure) && embed.contains(&figure),
                        "{name} {figure}"
                    );
                    figures += 1;
                }
            }
            let seen = glance(&s, indicator.id, year).unwrap();
            if let Some(band) = seen.verdict.band() {
                let rated = format!("{} {}", band.mark, band.word);
                assert!(
                    page.contains(&rated) && embed.contains(&rated),
                    "{name} {rated}"
                );
            }
            let rows = seen
                .rows
                .iter()
                .map(|row| (s.get(row.series).unwrap().name.as_str(), &row.rated));
            for line in reasons(&seen.verdict, rows) {
                assert!(page.contains(&line), "{name}: {line}");
            }
        }
    }
    assert!(figures > 150, "{figures}");
}

#[test]
fn p14_the_first_page_counts_as_insight_does() {
    for name in SAMPLES {
        let (s, made) = public(name);
        let facts = overview(&s, TODAY);
        let page = told(text(&made, "index.html"));
        let whole = &facts.whole;
        if facts.has_actuals && whole.indicators.total > 0 {
            let line = format!(
                "指標{}件のうち{}件",
                whole.indicators.total, whole.as_wished
            );
            assert!(page.contains(&line), "{name} {line}");
            for (band, count) in facts.rules.bands.iter().zip(&whole.indicators.bands) {
                let line = format!("{} {} {count}", band.mark, band.word);
                assert!(page.contains(&line), "{name} {line}");
            }
        }
    }
}

#[test]
fn p14_an_indicator_and_its_picture_for_others_give_one_question_and_one_answer() {
    for name in SAMPLES {
        let (s, made) = public(name);
        let index = IndicatorIndex::of(&s);
        for indicator in s.indicators.iter() {
            let seen = glance(&s, indicator.id, evaluation_year(&s, TODAY)).unwrap();
            let answered = IndicatorAnswer::of(indicator, index.series(indicator.id), &seen);
            let question = answer::question(&indicator.name, &answered);
            for folder in ["indicators", "embed"] {
                let page = told(text(&made, &format!("{folder}/{}.html", indicator.id)));
                assert!(page.contains(&question), "{name} {question}");
                assert!(
                    page.contains(&answer::answer(&answered)),
                    "{name} {question}"
                );
            }
        }
    }
}

#[test]
fn p14_no_page_tells_residents_what_the_office_has_to_do() {
    for name in SAMPLES {
        let (_, made) = public(name);
        let pages = made.iter().filter(|(path, _)| path.ends_with(".html"));
        for (path, _) in pages.filter(|(path, _)| !path.ends_with("how-to.html")) {
            let page = told(text(&made, path));
            for instruction in ["入力", "要確認", "を入れると", "たしかめてください"]
            {
                assert!(!page.contains(instruction), "{name} {path} {instruction}");
            }
        }
    }
}

#[test]
fn p14_the_state_of_publication_counts_what_is_there_and_what_is_not() {
    for name in SAMPLES {
        let (s, made) = public(name);
        let entry = completeness(&s, evaluation_year(&s, TODAY));
        let html = text(&made, "status.html");
        let counts = [
            entry.entered,
            entry.expected - entry.entered,
            s.series.len() - entry.expected,
        ];
        let cells = counts
            .map(|count| format!("<td class=\"number\">{count}</td>"))
            .concat();
        let line = format!("<span>{}</span></th>{cells}", entry.year.say());
        assert!(html.contains(&line), "{name} {line}");
        let awaited: usize = entry.owners.iter().map(|owner| owner.awaited.len()).sum();
        assert!(
            awaited == 0 || told(html).contains(&format!("（{awaited}）")),
            "{name}"
        );
    }
}

#[test]
fn p14_every_sheet_says_its_totals() {
    let mut sheets = 0;
    for name in SAMPLES {
        let (s, made) = public(name);
        for sheet in s.sheets.iter() {
            let page = told(text(&made, &format!("measures/{}.html", sheet.measure)));
            let mut totals = vec![sheet_total(&s, sheet.id, Side::Done, sheet.year.previous())];
            let years = columns(&s, sheet.id).into_iter();
            totals.extend(years.map(|year| sheet_total(&s, sheet.id, Side::Planned, year)));
            for total in totals.iter().filter(|total| total.known > 0) {
                assert!(page.contains(&grouped(total.sum)), "{name} {}", total.sum);
                assert!(page.contains(&grouped(total.net)), "{name} {}", total.net);
            }
            for line in s.lines.under(sheet.id) {
                assert!(page.contains(&line.title), "{name} {}", line.title);
            }
            sheets += 1;
        }
    }
    assert!(sheets > 30, "{sheets}");
}

#[test]
fn p14_the_table_has_a_line_for_every_figure() {
    for name in WITH_INDICATORS {
        let (s, made) = public(name);
        let csv = text(&made, "indicators.csv");
        assert!(csv.starts_with("\u{feff}指標ID,"));
        let figures: usize = s.series.iter().map(|series| series.figures().count()).sum();
        // A cell may hold the end of a line.
        let broken = s.indicators.iter().any(|one| one.name.contains('\n'));
        assert!(
            broken || csv.matches("\r\n").count() == figures + 1,
            "{name}"
        );
    }
}

/// The report of each goal of みほん町, as `insight` makes it of the public subset.
fn yearly_work(s: &Strategy) -> YearlyWork {
    let appraisal = Appraisal::of(s, evaluation_year(s, TODAY));
    YearlyWork::of(s, &appraisal, &IndicatorIndex::of(s))
}

#[test]
fn i79_the_first_page_tells_works_cost_what_got_worse_and_whom_to_ask_of_each_goal() {
    let (s, made) = public("mihon");
    let work = yearly_work(&s);
    let first = told(text(&made, "index.html"));
    let cost = |total: &insight::money::Total| {
        let (works, net) = (total.works(), money(total.net));
        format!("令和6年度の事業は{works}件で、決算額は{net}です。")
    };
    assert!(first.contains(&cost(&work.whole)));
    assert!(first.contains("お問い合わせは企画課 0123-45-6789へ。"));
    let mut quoted = 0;
    for goal in &work.goals {
        let page = told(text(&made, &format!("goals/{}.html", goal.goal)));
        for html in [&first, &page] {
            assert!(html.contains(&cost(&goal.total)));
            let owners = goal.owners.join("、");
            assert!(html.contains(&format!("担当は{owners}です。")), "{owners}");
            for (line, amount) in &goal.largest {
                assert!(html.contains(&format!("{}（{}）", line.title, money(*amount))));
            }
            for figure in &goal.worse {
                assert!(html.contains(&figure.indicator.name));
            }
        }
        for response in goal.worse.iter().flat_map(|one| &one.measures) {
            for line in response.improvements.lines() {
                assert!(page.contains(line), "{line}");
                quoted += 1;
            }
        }
    }
    assert!(quoted > 0);
}

#[test]
fn i79_of_a_plan_without_sheets_no_work_is_told() {
    let (_, made) = public("kitamoto-2022");
    assert!(!told(text(&made, "index.html")).contains("実施状況"));
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    for sheet in s.clone().sheets.iter() {
        s.sheets.remove(sheet.id);
    }
    let made = folder(&site(&s, None, "2026-11-23"));
    let first = told(text(&made, "index.html"));
    assert!(!first.contains("の事業は") && !first.contains("決算額"));
    assert!(first.contains("悪くなった指標"));
}

#[test]
fn p3_series_are_compared_in_one_picture_and_one_table_where_there_are_several() {
    let mut compared = 0;
    for name in SAMPLES {
        let (s, made) = public(name);
        for indicator in s.indicators.iter() {
            let html = text(&made, &format!("indicators/{}.html", indicator.id));
            let series = s.series.under(indicator.id);
            let section = html.split_once("内訳をくらべる</h2>");
            let is_measured = series.iter().any(|one| !one.actuals.is_empty());
            let (Some((_, section)), true) = (section, series.len() > 1 && is_measured) else {
                assert!(section.is_none() || series.len() > 1, "{}", indicator.name);
                continue;
            };
            let (section, _) = section.split_once("<aside").unwrap();
            assert!(section.contains("<svg"), "{}", indicator.name);
            for one in series {
                assert!(section.contains(&format!(">{}</th>", one.name)));
                for figure in one.actuals.values() {
                    let cell = format!(">{}</td>", shown(figure.text()));
                    assert!(section.contains(&cell), "{cell}");
                }
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 2);
}

#[test]
fn p14_a_figure_has_its_unit_once_with_a_note_or_a_bound_and_differences_of_shares_are_points() {
    let (s, made) = public("mihon");
    let page = |name: &str| {
        let one = s
            .indicators
            .iter()
            .find(|one| one.name == name)
            .expect("it is there");
        told(text(&made, &format!("indicators/{}.html", one.id)))
    };
    assert!(page("観光入込客数").contains("いま（R6）256千人（速報値）"));
    assert!(page("総人口").contains("めざす値（R7）8,200人以上"));
    let asked = page("これからも住み続けたいと思う町民の割合");
    assert!(asked.contains("誤差が±3.5ポイントあります"), "{asked}");
    assert!(!asked.contains("±3.5％"));
    let (s, made) = public("kitamoto-2022");
    for indicator in s.indicators.iter().filter(|one| one.unit.len() > 2) {
        let page = told(text(&made, &format!("indicators/{}.html", indicator.id)));
        let twice = indicator.unit.repeat(2);
        assert!(!page.contains(&twice), "{} {twice}", indicator.name);
    }
}

#[test]
fn p3_a_series_without_a_name_beside_others_is_the_whole() {
    let mut s = sample("mihon");
    let several = s
        .indicators
        .iter()
        .find(|one| s.series.under(one.id).len() > 1);
    let id = several.expect("one has several series").id;
    let first = s.series.under(id)[0].id;
    let mut unnamed = Series::clone(s.get(first).expect("it is there"));
    unnamed.name.clear();
    s.series.insert(unnamed);
    choose(&mut s, all_languages());
    let made = folder(&site(&s, None, "2026-11-23"));
    let page = text(&made, &format!("indicators/{id}.html"));
    let (_, section) = page.split_once("内訳をくらべる</h2>").expect("the section");
    assert!(
        section.contains(">全体</th>") && !section.contains("\"></th>"),
        "{section}"
    );
}

/// Writes the pages of ten indicators of two towns to `target/tmp/side-by-side.txt`, for a person to read: question, answer,
/// figures, rating and its reasons, forecast, as they stand on the page.
#[test]
fn ten_indicators_of_two_towns_are_printed_for_a_person_to_read() {
    let mut print = String::new();
    for name in WITH_INDICATORS {
        let (s, made) = public(name);
        let all = s.indicators.sorted();
        // Ten of them, from the first goal to the last.
        for indicator in (0..10).map(|nth| &all[nth * all.len() / 10]) {
            let page = text(&made, &format!("indicators/{}.html", indicator.id));
            let (_, main) = page.split_once("<main").expect("the page has a main part");
            let (main, _) = main.split_once("</main>").expect("it ends");
            let mut lines = ["<main", main].concat();
            for end in [
                "</h1>",
                "</h2>",
                "</p>",
                "</tr>",
                "</li>",
                "</dd>",
                "</figcaption>",
            ] {
                lines = lines.replace(end, "\n");
            }
            let lines = lines
                .replace("</th>", "｜")
                .replace("</td>", "｜")
                .replace("</dt>", "：");
            let lines = told(&lines);
            let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
            let lines: Vec<&str> = lines.collect();
            let question = lines.iter().any(|line| line.contains('？'));
            assert!(question && lines.len() > 8, "{name} {}", indicator.name);
            print += &format!("==== {name} {}\n{}\n\n", indicator.name, lines.join("\n"));
        }
    }
    assert_eq!(print.matches("==== ").count(), 20);
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("side-by-side.txt");
    std::fs::write(path, print).expect("the print is written");
}
