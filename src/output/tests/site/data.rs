//! The data beside the pages agrees with `insight`: the workbook, the table, and the lists and sums of the pages that
//! hold several records.

use super::*;
use format::workbook::{CellRead, RowRead, read_workbook};
use insight::appraisal::Appraisal;
use insight::evaluation_year;
use insight::money::{Edition, Ledger, Scope};
use insight::overview::{listed, overview};
use insight::time_series::time_series;
use insight::unit::value_in;
use output::site::public_subset;
use words::number::{amount, grouped, shown};
use words::ruby::plain;
use words::{paper, reader, workbook as book};

const TODAY: FiscalYear = FiscalYear(2026);

fn public(name: &str) -> (Strategy, Folder) {
    let (s, made) = published(name);
    (public_subset(&s, &all_languages()), made)
}

/// Returns the cell of a row under a head; `None`: it is empty.
fn under<'a>(heads: &RowRead, row: &'a RowRead, head: &str) -> Option<&'a CellRead> {
    let mut columns = heads.cells.iter().filter(|(_, cell)| cell.text() == head);
    let (column, _) = columns.next().unwrap_or_else(|| panic!("no {head}"));
    assert!(columns.next().is_none(), "{head} twice");
    row.get(*column)
}

fn assert_figure(place: &str, cell: Option<&CellRead>, figure: Option<&Figure>) {
    match (cell, figure) {
        (None, None) => {}
        (Some(CellRead::Number(number)), Some(figure)) => {
            assert_eq!(
                Some(*number),
                figure.number().map(|one| one.value),
                "{place}"
            );
        }
        (Some(CellRead::Text(text)), Some(figure)) => assert_eq!(text, figure.text(), "{place}"),
        (cell, figure) => panic!("{place}: {cell:?} is not {figure:?}"),
    }
}

#[test]
fn p14_the_package_knows_the_heads_of_the_workbook_and_the_columns_of_each_table() {
    for name in WITH_INDICATORS {
        let (_, made) = public(name);
        let package: serde_json::Value = serde_json::from_slice(&made["datapackage.json"]).unwrap();
        let resources = package["resources"].as_array().unwrap();
        let of = |path: &str| resources.iter().find(|one| one["path"] == path).unwrap();
        let book = of("indicators.xlsx");
        let row = book["dialect"]["headerRows"][0].as_u64().unwrap() as usize;
        let sheets = read_workbook(&made["indicators.xlsx"]).unwrap();
        let heads = sheets[0].rows[row - 1]
            .cells
            .iter()
            .map(|(_, cell)| cell.text());
        let heads: Vec<String> = heads.map(|head| head.to_string()).collect();
        let fields = book["schema"]["fields"].as_array().unwrap().iter();
        let fields: Vec<&str> = fields.map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(heads, fields, "{name}");
        let schema: serde_json::Value =
            serde_json::from_slice(&made["indicators.schema.json"]).unwrap();
        assert_eq!(of("indicators.csv")["schema"], schema);
        let own = resources
            .iter()
            .filter(|one| one["schema"] == "indicators.schema.json");
        let tables = made
            .keys()
            .filter(|path| path.starts_with("indicators/") && path.ends_with(".csv"));
        assert_eq!(own.count(), tables.count(), "{name}");
    }
}

#[test]
fn p14_the_workbook_has_each_figure_in_its_year_and_each_rating() {
    let (mut figures, mut ratings) = (0, 0);
    for name in SAMPLES {
        let (s, made) = public(name);
        let Some(file) = made.get("indicators.xlsx") else {
            assert!(s.indicators.is_empty(), "{name}");
            continue;
        };
        let sheets = read_workbook(file).unwrap();
        let [sheet] = sheets.as_slice() else {
            panic!("{name}: one sheet")
        };
        let is_heads = |row: &&RowRead| row.cells.iter().any(|(_, cell)| cell.text() == "名称");
        let heads = sheet.rows.iter().find(is_heads).unwrap();
        let mut rows = sheet.rows.iter().filter(|row| row.number > heads.number);
        let appraisal = Appraisal::of(&s, evaluation_year(&s, TODAY));
        let years = |of: fn(&Series) -> &BTreeMap<FiscalYear, Figure>| {
            let years = s.series.iter().flat_map(|one| of(one).keys().copied());
            years.collect::<std::collections::BTreeSet<_>>()
        };
        let (actuals, targets) = (years(|one| &one.actuals), years(|one| &one.targets));
        for indicator in s.indicators.sorted() {
            for (at, series) in s.series.under(indicator.id).into_iter().enumerate() {
                let row = rows.next().unwrap();
                let place = format!("{name} {} {}", indicator.name, series.name);
                let named = under(heads, row, "名称").map(CellRead::text);
                assert_eq!(
                    named.unwrap_or_default().trim(),
                    indicator.name.trim(),
                    "{place}"
                );
                let baseline = series.baseline.as_ref().map(|one| &one.figure);
                assert_figure(&place, under(heads, row, "当初値"), baseline);
                for year in &actuals {
                    let cell = under(heads, row, &paper::actual(*year));
                    assert_figure(&place, cell, series.actuals.get(year));
                }
                for year in &targets {
                    let cell = under(heads, row, &book::target(*year));
                    assert_figure(&place, cell, series.targets.get(year));
                }
                figures += series.actuals.len() + series.targets.len();
                let decides = |one: &&insight::appraisal::Appraised| {
                    let deciding = &one.verdict.deciding;
                    let by_it = deciding.iter().any(|one| one.series == series.id);
                    by_it || deciding.is_empty() && at == 0
                };
                let rated = appraisal.get(indicator.id).filter(decides);
                let by_people = indicator.ratings.contains_key(&appraisal.year);
                let rated = rated.map(|one| paper::band(one.band(), by_people));
                let told = under(heads, row, "評価").map(CellRead::text);
                assert_eq!(
                    told.unwrap_or_default(),
                    rated.clone().unwrap_or_default(),
                    "{place}"
                );
                ratings += usize::from(rated.is_some_and(|told| !told.is_empty()));
            }
        }
        assert_eq!(rows.next(), None, "{name}");
    }
    assert!(figures > 150 && ratings > 30, "{figures} {ratings}");
}

/// The cells of a table of comma-separated values, line by line.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut signs = csv.trim_start_matches('\u{feff}').chars().peekable();
    let mut quoted = false;
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            sign => cell.push(sign),
        }
    }
    lines
}

#[test]
fn p14_the_table_has_each_figure_as_it_is_printed_and_as_a_number_in_its_unit() {
    let mut figures = 0;
    for name in WITH_INDICATORS {
        let (s, made) = public(name);
        let mut wanted = Vec::new();
        let mut line = |indicator: &Indicator,
                        series: &Series,
                        kind: &str,
                        year: Option<FiscalYear>,
                        figure: &Figure| {
            let unit = time_series(indicator, series, s.about().period).unit;
            let value = figure.number().and_then(|number| value_in(number, &unit));
            let year = year.map(|year| year.0.to_string()).unwrap_or_default();
            let value = value.map(|value| value.to_string()).unwrap_or_default();
            let ids = [indicator.id.to_string(), series.id.to_string()];
            let told = [kind.to_owned(), year, value, figure.text().to_owned()];
            wanted.push([ids.to_vec(), told.to_vec()].concat());
        };
        for indicator in s.indicators.sorted() {
            for series in s.series.under(indicator.id) {
                if let Some(baseline) = &series.baseline {
                    let year = baseline.at.as_ref().and_then(At::year);
                    line(
                        indicator,
                        series,
                        ::words::csv::baseline(),
                        year,
                        &baseline.figure,
                    );
                }
                let kinds = [
                    (::words::csv::target(), &series.targets),
                    (::words::csv::actual(), &series.actuals),
                    (::words::csv::without(), &series.without_policy),
                ];
                for (kind, all) in kinds {
                    for (year, figure) in all {
                        line(indicator, series, kind, Some(*year), figure);
                    }
                }
            }
        }
        figures += wanted.len();
        let lines = cells(text(&made, "indicators.csv"));
        let told = lines[1..].iter().map(|line| {
            assert_eq!(line.len(), lines[0].len(), "{name} {line:?}");
            // An apostrophe keeps a spreadsheet from computing a text.
            let printed = line[9].strip_prefix('\'').unwrap_or(&line[9]);
            [&line[0], &line[3], &line[6], &line[7], &line[8], printed]
                .map(str::to_owned)
                .to_vec()
        });
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), wanted.len(), "{name}");
        for (told, wanted) in told.iter().zip(&wanted) {
            assert_eq!(told, wanted, "{name}");
        }
    }
    assert!(figures > 200, "{figures}");
}

/// The rows of a page in which a link leads there, without their markup.
fn rows_to(html: &str, page: &str) -> Vec<String> {
    let link = format!("{page}.html\"");
    let rows = html
        .split("<tr>")
        .skip(1)
        .map(|row| row.split("</tr>").next().unwrap());
    rows.filter(|row| row.contains(&link)).map(told).collect()
}

#[test]
fn p14_every_list_of_indicators_says_then_now_aim_and_rating() {
    let mut rows = 0;
    for name in WITH_INDICATORS {
        let (s, made) = public(name);
        let appraisal = Appraisal::of(&s, evaluation_year(&s, TODAY));
        let ids: Vec<_> = s
            .indicators
            .sorted()
            .into_iter()
            .map(|one| one.id)
            .collect();
        for voice in voices() {
            let folder = match voice.language() {
                Language::Japanese => "",
                Language::Easy => "easy/",
                Language::English => "en/",
            };
            let html = text(&made, &format!("{folder}indicators.html"));
            for one in listed(&s, &appraisal, &ids) {
                let address = format!("indicators/{}", one.indicator.id);
                let page = told(text(&made, &format!("{folder}{address}.html")));
                let all = one.rows.iter().flat_map(|(series, _)| series.figures());
                for figure in all.map(|figure| voice.says(|| shown(figure.text()))) {
                    let figure = plain(&figure);
                    assert!(
                        page.contains(&*figure),
                        "{name} {folder}{address}: {figure}"
                    );
                }
                let told = rows_to(html, &address);
                assert_eq!(
                    told.len(),
                    one.rows.len(),
                    "{name} {folder}{}",
                    one.indicator.name
                );
                for (at, ((series, row), told)) in one.rows.iter().zip(&told).enumerate() {
                    let of = |figure: &Figure, year| {
                        voice.says(|| {
                            reader::of_year(&shown(figure.text()), &one.indicator.unit, year)
                        })
                    };
                    // A dash in the place of a figure is told as none.
                    let baseline = series
                        .baseline
                        .as_ref()
                        .filter(|baseline| baseline.figure.missing() != Some(Missing::Dash));
                    let baseline = baseline.map(|baseline| {
                        of(&baseline.figure, baseline.at.as_ref().and_then(At::year))
                    });
                    let of_year = |(year, figure): &(_, Figure)| of(figure, Some(*year));
                    let status = &row.rated.status;
                    let latest = match &status.actual {
                        Ok(mean) if mean.years > 1 => {
                            let mean = status.shown(mean, None);
                            Some(voice.says(|| amount(mean, &status.unit)))
                        }
                        _ => row.latest.as_ref().map(of_year),
                    };
                    let ends = latest.into_iter().chain(row.target.as_ref().map(of_year));
                    for figure in baseline.into_iter().chain(ends) {
                        let figure = plain(&figure);
                        assert!(told.contains(&*figure), "{name} {folder}: {told}: {figure}");
                    }
                    if let Some(band) = one.verdict.band().filter(|_| at == 0) {
                        assert!(told.contains(&band.mark), "{name} {folder}: {told}");
                    }
                    rows += 1;
                }
            }
        }
    }
    assert!(rows > 100, "{rows}");
}

#[test]
fn p14_every_goal_counts_as_insight_does_on_its_page_and_on_the_first() {
    let mut goals = 0;
    for name in SAMPLES {
        let (s, made) = public(name);
        let facts = overview(&s, TODAY);
        let first = text(&made, "index.html");
        for goal in &facts.goals {
            let page = text(&made, &format!("goals/{}.html", goal.goal));
            let counts = &goal.tally.all.indicators;
            if !facts.has_actuals || counts.total == 0 {
                assert!(!page.contains("status-legend"), "{name}");
                continue;
            }
            let legend = page.split("status-legend").nth(1).unwrap();
            let legend = told(legend.split("</ul>").next().unwrap());
            for (band, count) in facts.rules.bands.iter().zip(&counts.bands) {
                let line = format!("{} {} {count}", band.mark, band.word);
                assert!(legend.contains(&line), "{name}: {legend}: {line}");
            }
            let card = first
                .split("reader-card")
                .find(|card| card.contains(&format!("goals/{}.html", goal.goal)));
            let said = words::overview::goal_counts(goal);
            assert!(told(card.unwrap()).contains(&said), "{name}: {said}");
            for target in &goal.targets {
                let link = format!("indicators/{}.html", target.indicator.id);
                assert!(page.contains(&link), "{name} {link}");
            }
            goals += 1;
        }
    }
    assert!(goals >= 5, "{goals}");
}

#[test]
fn p14_the_money_of_each_measure_and_of_all_is_what_insight_adds_up() {
    let mut sums = 0;
    for name in SAMPLES {
        let (s, made) = public(name);
        let Some(edition) = s.sheets.iter().map(|sheet| sheet.year).max() else {
            continue;
        };
        let of = Edition::Of(edition);
        let ledgers = [
            Ledger::of(&s, Side::Done, edition.previous(), of),
            Ledger::of(&s, Side::Planned, edition, of),
        ];
        let html = text(&made, "measures.html");
        let mut assert_sums = |told: &str, scope| {
            for total in ledgers.each_ref().map(|ledger| ledger.total(scope)) {
                for sum in [total.sum, total.net]
                    .into_iter()
                    .filter(|_| total.known > 0)
                {
                    assert!(told.contains(&grouped(sum)), "{name}: {told}: {sum}");
                    sums += 1;
                }
            }
        };
        let whole = html.split("<tbody>").nth(1).unwrap();
        assert_sums(&told(whole.split("</tbody>").next().unwrap()), Scope::All);
        for measure in s.measures.iter() {
            let rows = rows_to(html, &format!("measures/{}", measure.id));
            let [row] = rows.as_slice() else {
                panic!("{name}: one row of {}", measure.title)
            };
            assert_sums(row, Scope::Measure(measure.id));
        }
    }
    assert!(sums > 60, "{sums}");
}

#[test]
fn p14_the_table_of_an_indicator_holds_its_lines_of_the_table_of_all() {
    for name in WITH_INDICATORS {
        let (s, made) = published(name);
        let whole = text(&made, "indicators.csv");
        let (head, rows) = whole.split_once("\r\n").unwrap();
        let mut lines = 0;
        for one in s.indicators.iter() {
            let own = text(&made, &format!("indicators/{}.csv", one.id));
            let (own_head, own_rows) = own.split_once("\r\n").unwrap();
            assert_eq!(own_head, head);
            assert!(whole.contains(own_rows), "{}", one.name);
            lines += own_rows.lines().count();
            let page = text(&made, &format!("indicators/{}.html", one.id));
            assert!(page.contains(&format!("href=\"../indicators/{}.csv\"", one.id)));
            let package = text(&made, "datapackage.json");
            assert!(package.contains(&format!("\"indicators/{}.csv\"", one.id)));
        }
        assert_eq!(lines, rows.lines().count(), "{name}");
    }
}
