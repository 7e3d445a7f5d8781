//! Open data in twelve layouts, made up here; and rows of another town, which are never taken.

use proptest::prelude::*;
use recognise::open_data::{
    BoundMeasure, DataAnswers, NoRows, NotData, OpenData, bound_measures, data_set_of, read_beside,
    read_data, read_known, towns_beside, unbound_series,
};
use recognise::population::{Municipality, municipality};
use strategy::{DataForm, FiscalYear, Id, Indicator, OwnRows, PublishedMeasure, Series};

mod known_forms;
mod layouts;

use layouts::{LAYOUTS, OTHER_LAYOUTS};

/// The own town of the tests: 012360.
fn own() -> Municipality {
    town("012360", "みほん市")
}

fn town(code: &str, name: &str) -> Municipality {
    Municipality {
        code: municipality(code),
        name: name.to_owned(),
    }
}

fn read(text: &str) -> Result<OpenData, NotData> {
    read_data(text, "data.csv", &own(), &DataAnswers::default())
}

/// `name unit: year=value …` of each measure.
fn told(read: &OpenData) -> Vec<String> {
    let measure = |one: &recognise::open_data::DataMeasure| {
        let values: Vec<String> = one
            .values
            .iter()
            .map(|v| format!("{}={}", v.year.0, v.figure.text()))
            .collect();
        format!("{} {}: {}", one.name, one.unit, values.join(" "))
    };
    read.measures.iter().map(measure).collect()
}

#[test]
fn i93_layouts_of_other_offices_give_the_own_rows() {
    for (name, text, measures) in OTHER_LAYOUTS {
        let read = read(text).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(told(&read), *measures, "{name}");
        for other in [town("14010", "べつの町"), town("12360", "かとり市")] {
            let read = read_data(text, "data.csv", &other, &DataAnswers::default());
            assert_eq!(read, Err(NotData::Rows(NoRows::NotThere)), "{name}");
        }
    }
}

/// R31: where five digits may be of either form, the list of towns is of the form of the own row.
#[test]
fn r31_towns_beside_have_the_form_of_the_own_row() {
    let text = "市町村コード,市町村名,人口（令和5年）\n12360,みほん市,44300\n11002,よその市,1\n12025,となり市,2\n";
    let read = read(text).unwrap();
    let beside = towns_beside(text, &own(), read.rows);
    assert_eq!(
        beside,
        [town("011002", "よその市"), town("012025", "となり市")]
    );
    let other = read_data(
        text,
        "",
        &town("12360", "かとり市"),
        &DataAnswers::default(),
    );
    assert!(matches!(
        other,
        Err(NotData::Rows(NoRows::AskDigits { .. }))
    ));
    // Without names it is asked, and the answer holds for all of them.
    let nameless = text.replace(",みほん市,", ",,");
    let Err(NotData::Rows(NoRows::AskDigits { five, six })) = self::read(&nameless) else {
        panic!("it is not asked");
    };
    assert_eq!((five.len(), six.len()), (0, 1));
    let beside = towns_beside(&nameless, &own(), OwnRows::SixDigits);
    assert_eq!(
        beside,
        [town("011002", "よその市"), town("012025", "となり市")]
    );
    let beside = towns_beside(&nameless, &own(), OwnRows::FiveDigits);
    assert!(
        beside
            .iter()
            .all(|one| one.code.as_deref() != Some("01100"))
    );
}

#[test]
fn i93_what_a_file_does_not_say_is_asked_or_refused() {
    let year = |text: &str| assert_eq!(read(text), Err(NotData::AskYear), "{text}");
    year(
        "団体コード,団体名,歳入総額,歳出総額\n,,千円,千円\n012360,みほん市,25000,24000\n012025,となり市,1,1\n",
    );
    year(
        "令和4年度・令和5年度比較\n団体コード,団体名,人口\n012360,みほん市,44300\n012025,となり市,1\n",
    );
    year("団体コード,団体名,令和4年～令和5年の増減\n012360,みほん市,△400\n012025,となり市,1\n");
    let several = read("団体コード,団体名,年月,人口\n012360,みほん市,2023年4月,44700\n012360,みほん市,2023年5月,44690\n012025,となり市,2023年4月,1\n").unwrap();
    assert_eq!(several.measures[0].several, [FiscalYear(2023)]);
    assert!(
        several.measures[0].values.is_empty(),
        "no month is the year"
    );
    let said = DataAnswers {
        rows: OwnRows::Name,
        ..DataAnswers::default()
    };
    let twice = "団体名,年度,人口\n北海道みほん市,2022,44300\n広島県みほん市,2023,1\n";
    assert_eq!(
        read_data(twice, "", &own(), &said),
        Err(NotData::Rows(NoRows::SameName))
    );
    let spaced = "市町村名,令和4年,令和5年\nよ　そ　の　市,1,2\nみ　ほ　ん　市,3,4\n";
    let read = read_data(spaced, "", &own(), &said).unwrap();
    assert_eq!(told(&read), [" : 2022=3 2023=4"]);
    let beside = towns_beside(spaced, &own(), OwnRows::Name);
    assert_eq!(beside.len(), 1, "the own town is not beside itself");
}

#[test]
fn i93_twelve_layouts_give_the_own_rows_with_years_units_and_marks() {
    for (name, text, measures) in LAYOUTS {
        let read = read(text).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert_eq!(told(&read), *measures, "{name}");
        assert!(
            read.measures.iter().all(|one| one.several.is_empty()),
            "{name}"
        );
        // The same file without the own town is of nobody.
        let other = read_data(
            text,
            "data.csv",
            &town("014010", "べつの町"),
            &DataAnswers::default(),
        );
        assert_eq!(other, Err(NotData::Rows(NoRows::NotThere)), "{name}");
    }
}

#[test]
fn i93_rows_of_towns_for_comparison_are_theirs_and_never_ours() {
    let said = DataAnswers::default();
    let mut compared = 0;
    for (name, text, measures) in LAYOUTS {
        let own_read = read(text).unwrap();
        let towns = towns_beside(text, &own(), own_read.rows);
        assert!(towns.iter().all(|one| one.name != "みほん市"), "{name}");
        let mut plan = strategy::Strategy::default();
        let ids: Vec<_> = (1..=own_read.measures.len() as u64).collect();
        for id in &ids {
            let (id, series) = (strategy::Id::new(*id), strategy::Id::new(*id));
            let edit = edit::add_indicator(&plan, id, series, "X", None).unwrap();
            edit.apply(&mut plan).unwrap();
        }
        let figures = |read: &OpenData, measure: &str| -> Vec<_> {
            let mut of = read.measures.iter().filter(|one| one.name == measure);
            let values = of.next().map(|one| one.values.clone()).unwrap_or_default();
            values.into_iter().map(|v| (v.year, v.figure)).collect()
        };
        let mut update = edit::DataUpdate::default();
        for (id, measure) in ids.iter().zip(&own_read.measures) {
            let series = strategy::Id::new(*id);
            let own = figures(&own_read, &measure.name).into_iter();
            update
                .figures
                .extend(own.map(|(year, figure)| (series, year, figure)));
            let beside = towns.iter().filter_map(|town| {
                let read = read_beside(text, "data.csv", town, &said, &own_read)?;
                Some(strategy::TownFigures {
                    town: town.name.clone(),
                    code: town.code.clone().unwrap_or_default(),
                    figures: figures(&read, &measure.name).into_iter().collect(),
                })
            });
            update.compared.push((series, beside.collect()));
        }
        update.towns = towns
            .iter()
            .map(|town| strategy::ComparisonTown {
                name: town.name.clone(),
                code: town.code.clone().unwrap_or_default(),
            })
            .collect();
        let edit = edit::update_from_data(&plan, &update).unwrap();
        edit.apply(&mut plan).unwrap();
        let told: Vec<String> = plan
            .series
            .iter()
            .zip(&own_read.measures)
            .map(|(series, measure)| {
                let values = series.actuals.iter();
                let values = values.map(|(year, figure)| format!("{}={}", year.0, figure.text()));
                let values: Vec<String> = values.collect();
                format!("{} {}: {}", measure.name, measure.unit, values.join(" "))
            })
            .collect();
        assert_eq!(told, *measures, "{name}: ours are ours");
        compared += plan
            .series
            .iter()
            .map(|one| one.compared.len())
            .sum::<usize>();
    }
    assert!(compared >= 10, "{compared}");
    let town = towns_beside(LAYOUTS[0].1, &own(), OwnRows::Code);
    assert_eq!(
        town.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["よその市", "となり市"]
    );
    let read = read(LAYOUTS[0].1).unwrap();
    let beside = read_beside(LAYOUTS[0].1, "data.csv", &town[1], &said, &read).unwrap();
    assert_eq!(told_values(&beside), ["240000", "120000"]);
    // A town under another name than the file's is not compared.
    let wrong = Municipality {
        name: "まちがい市".to_owned(),
        ..town[1].clone()
    };
    assert_eq!(
        read_beside(LAYOUTS[0].1, "data.csv", &wrong, &said, &read),
        None
    );
}

fn told_values(read: &OpenData) -> Vec<&str> {
    let values = read.measures.iter().flat_map(|one| &one.values);
    values.map(|value| value.figure.text()).collect()
}

#[test]
fn the_file_of_the_next_year_has_the_same_form() {
    for (name, text, _) in LAYOUTS {
        let next = text
            .replace("2023", "2024")
            .replace("令和5", "令和6")
            .replace("R5年度", "R5年度,R6年度")
            .replace("0.43\n", "0.43,0.42\n");
        let (before, after) = (read(text).unwrap(), read(&next).unwrap());
        assert_eq!(before.form, after.form, "{name}");
    }
    let forms: std::collections::BTreeSet<_> = LAYOUTS
        .iter()
        .map(|(_, text, _)| read(text).unwrap().form)
        .collect();
    assert_eq!(forms.len(), LAYOUTS.len(), "each is known from the others");
}

#[test]
fn the_cells_of_a_workbook_read_as_those_of_a_csv() {
    let text = LAYOUTS[0]
        .1
        .replace(',', "\t")
        .replace("\"45\t000\"", "45,000")
        .replace("\"44\t700\"", "44,700");
    assert_eq!(told(&read(&text).unwrap()), LAYOUTS[0].2);
}

#[test]
fn a_year_that_the_file_does_not_say_is_asked() {
    let text = "団体コード,団体名,総人口\n012360,みほん市,44700\n012025,となり市,8\n";
    assert_eq!(read(text), Err(NotData::AskYear));
    let said = DataAnswers {
        year: Some(FiscalYear(2024)),
        ..DataAnswers::default()
    };
    let answered = read_data(text, "data.csv", &own(), &said).unwrap();
    assert_eq!(told(&answered), ["総人口 : 2024=44700"]);
    let named = read_data(text, "人口_R5.csv", &own(), &DataAnswers::default()).unwrap();
    assert_eq!(named.said_year, Some(FiscalYear(2023)));
}

#[test]
fn a_code_that_may_be_two_is_asked_unless_the_name_says_it() {
    let with = |name: &str| format!("団体コード,名,年度,人口\n12360,{name},2023,44700\n");
    let Err(NotData::Rows(NoRows::AskDigits { five, six })) = read(&with("")) else {
        panic!("{:?}", read(&with("")));
    };
    assert_eq!((five.len(), six.len()), (0, 1));
    assert_eq!(
        told(&read(&with("みほん市")).unwrap()),
        ["人口 : 2023=44700"]
    );
    let said = DataAnswers {
        rows: OwnRows::SixDigits,
        ..DataAnswers::default()
    };
    assert!(read_data(&with(""), "", &own(), &said).is_ok());
    let said = DataAnswers {
        rows: OwnRows::FiveDigits,
        ..DataAnswers::default()
    };
    assert_eq!(
        read_data(&with(""), "", &own(), &said),
        Err(NotData::Rows(NoRows::NotThere))
    );
    assert!(matches!(
        read(&with("よその町")),
        Err(NotData::Rows(NoRows::AskDigits { .. }))
    ));
}

#[test]
fn a_row_with_another_name_beside_the_own_code_is_refused() {
    let text = LAYOUTS[0].1.replace("みほん市", "まちがい市");
    let own = "みほん市".to_owned();
    let name = "まちがい市".to_owned();
    assert_eq!(
        read(&text),
        Err(NotData::Rows(NoRows::OtherName { own, name }))
    );
}

#[test]
fn by_name_alone_it_is_asked_and_a_name_of_several_places_is_refused() {
    let text = "都道府県,市町村,年度,人口\n北海道,みほん市,2023,44700\n北海道,となり市,2023,8\n";
    assert!(matches!(read(text), Err(NotData::Rows(NoRows::AskName(rows))) if rows.len() == 1));
    let said = DataAnswers {
        rows: OwnRows::Name,
        ..DataAnswers::default()
    };
    let answered = read_data(text, "", &own(), &said).unwrap();
    assert_eq!(
        (told(&answered), answered.rows),
        (vec!["人口 : 2023=44700".to_owned()], OwnRows::Name)
    );
    let twice = format!("{text}広島県,みほん市,2023,1\n");
    assert_eq!(
        read_data(&twice, "", &own(), &said),
        Err(NotData::Rows(NoRows::SameName))
    );
    let coded = "団体コード,市町村,年度,人口\n340001,よその市,2023,1\n342084,みほん市,2023,2\n342025,あちら市,2023,3\n";
    assert_eq!(
        read_data(coded, "", &own(), &said),
        Err(NotData::Rows(NoRows::NotThere))
    );
}

#[test]
fn values_of_one_year_that_differ_are_none() {
    let text = "団体コード,団体名,年度,人口,世帯\n012360,みほん市,2022,1,7\n012360,みほん市,2023,2,7\n012360,みほん市,2023,3,7\n011002,よその市,2023,9,9\n";
    let read = read(text).unwrap();
    assert_eq!(told(&read), ["人口 : 2022=1", "世帯 : 2022=7 2023=7"]);
    assert_eq!(read.measures[0].several, [FiscalYear(2023)]);
}

/// Six digits of five.
fn six(five: u32) -> String {
    let head = format!("{five:05}");
    let digits = (0..10).map(|digit| format!("{head}{digit}"));
    digits
        .into_iter()
        .find(|code| municipality(code).is_some())
        .unwrap()
}

/// Codes of areas, many of which differ from 01236 in one digit.
fn others() -> impl Strategy<Value = Vec<u32>> {
    let near = (0u32..5, 0u32..10).prop_map(|(place, digit)| {
        let power = 10u32.pow(place);
        1236 - (1236 / power % 10) * power + digit * power
    });
    let far = (1u32..=47, 100u32..700).prop_map(|(head, tail)| head * 1000 + tail);
    let six_without_zero = Just(12360);
    let area = |five: &u32| (1..=47).contains(&(five / 1000)) && *five != 1236;
    prop::collection::vec(prop_oneof![near, far, six_without_zero], 0..12)
        .prop_map(move |all| all.into_iter().filter(area).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn i93_no_row_of_another_town_is_ever_taken(
        others in others(),
        has_own in any::<bool>(),
        has_names in any::<bool>(),
        is_six in any::<bool>(),
        keeps_zeros in any::<bool>(),
        damaged in prop::option::of((0usize..12, 0u32..10)),
        has_head in any::<bool>(),
        turned in any::<bool>(),
    ) {
        let written = |five: u32| {
            let code = if is_six { six(five) } else { format!("{five:05}") };
            if keeps_zeros { code } else { code.trim_start_matches('0').to_owned() }
        };
        let mut rows = vec![vec![if has_head { "団体コード" } else { "" }.to_owned(), "団体名".to_owned(), "2023年".to_owned(), "2024年".to_owned()]];
        for (at, five) in others.iter().enumerate() {
            let mut code = written(*five);
            // A check digit that somebody mistyped.
            if let Some((place, digit)) = damaged && place == at && is_six {
                code.pop();
                code.push_str(&digit.to_string());
            }
            let name = if has_names { "よその市" } else { "" };
            rows.push(vec![code, name.to_owned(), "7".to_owned(), "7".to_owned()]);
        }
        if has_own {
            let name = if has_names { "みほん市" } else { "" };
            rows.push(vec![written(1236), name.to_owned(), "1".to_owned(), "1".to_owned()]);
        }
        if turned {
            rows = (0..4).map(|column| rows.iter().map(|row| row[column].clone()).collect()).collect();
        }
        let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        let found = read(&text);
        if let Ok(found) = &found {
            prop_assert!(has_own, "{text}");
            let values: Vec<_> = found.measures.iter().flat_map(|one| &one.values).map(|value| value.figure.text()).collect();
            prop_assert!(values.iter().all(|value| *value == "1"), "{text} {values:?}");
        }
        // With names and whole codes it is found.
        if has_own && has_names && has_head && damaged.is_none() {
            prop_assert!(found.is_ok(), "{text} {found:?}");
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9０-９a-z市町県年度コード,\t\n\"（）.-]{0,80}") {
        let _ = read(&text);
    }
}
