//! Open data in twelve layouts, made up here; and rows of another town, which are never taken.

use proptest::prelude::*;
use recognise::open_data::{
    BoundMeasure, DataAnswers, NoRows, NotData, OpenData, bound_measures, data_set_of, read_beside,
    read_data, read_known, towns_beside, unbound_series,
};
use recognise::population::{Municipality, municipality};
use strategy::{DataForm, FiscalYear, Id, Indicator, OwnRows, PublishedMeasure, Series};

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

/// The layouts: name, text, measures.
const LAYOUTS: &[(&str, &str, &[&str])] = &[
    (
        "1 wide, a row a town and year, codes of six digits",
        "全国地方公共団体コード,地方公共団体名,年度,総人口（人）,世帯数（世帯）\n\
         011002,よその市,2022,1000,500\n011002,よその市,2023,990,501\n\
         012360,みほん市,2022,\"45,000\",21000\n012360,みほん市,2023,\"44,700\",21050\n012025,となり市,2023,240000,120000\n",
        &[
            "総人口 人: 2022=45,000 2023=44,700",
            "世帯数 世帯: 2022=21000 2023=21050",
        ],
    ),
    (
        "2 years as columns, codes of five digits, years of an era",
        "団体コード,市町村,R3年度,R4年度,R5年度\n01100,よその市,0.7,0.71,0.72\n01236,みほん市,0.45,0.44,0.43\n01202,となり市,0.5,0.5,0.5\n",
        &[" : 2021=0.45 2022=0.44 2023=0.43"],
    ),
    (
        "3 two rows of heads, the upper over several columns, a title and a unit above",
        "市町村別の人口と世帯,,,,,\n,,,,,単位：人\n市区町村コード,市区町村,人口,,世帯数（世帯）,\n,,令和4年,令和5年,令和4年,令和5年\n\
         011002,よその市,9,9,9,9\n012360,みほん市,45000,44700,21000,21050\n012025,となり市,8,8,8,8\n注）住民基本台帳による。,,,,,\n",
        &[
            "人口 人: 2022=45000 2023=44700",
            "世帯数 世帯: 2022=21000 2023=21050",
        ],
    ),
    (
        "4 the years above, the measures below",
        "コード,団体名,令和4年度,,令和5年度,\n,,歳入（千円）,歳出（千円）,歳入（千円）,歳出（千円）\n\
         12360,みほん市,25000,24000,26000,25500\n11002,よその市,1,1,1,1\n12025,となり市,2,2,2,2\n12033,あちら市,3,3,3,3\n",
        &[
            "歳入 千円: 2022=25000 2023=26000",
            "歳出 千円: 2022=24000 2023=25500",
        ],
    ),
    (
        "5 long, of e-Stat: codes and names of every axis, then unit and value",
        "tab_code,表章項目,cat01_code,項目,area_code,地域,time_code,時間軸（年度次）,unit,value\n\
         00001,観測値,A1101,総人口,01236,北海道 みほん市,2022100000,2022年度,人,45000\n\
         00001,観測値,A1101,総人口,01236,北海道 みほん市,2023100000,2023年度,人,44700\n\
         00001,観測値,D2201,財政力指数,01236,北海道 みほん市,2022100000,2022年度,,0.44\n\
         00001,観測値,D2201,財政力指数,01236,北海道 みほん市,2023100000,2023年度,,***\n\
         00001,観測値,A1101,総人口,01202,北海道 となり市,2022100000,2022年度,人,240000\n",
        &[
            "観測値 / 総人口 人: 2022=45000 2023=44700",
            "観測値 / 財政力指数 : 2022=0.44 2023=***",
        ],
    ),
    (
        "6 turned: the towns side by side",
        "団体コード,011002,012360,012025\n団体名,よその市,みほん市,となり市\n総人口（2023年）,1000,44700,240000\n高齢化率（2023年）（％）,28.1,31.4,35.0\n",
        &["総人口 : 2023=44700", "高齢化率 %: 2023=31.4"],
    ),
    (
        "7 code and name in one cell",
        "地域,2020年,2021年\n01100_よその市,10,11\n01236_みほん市,20,21\n01202_となり市,30,31\n",
        &[" : 2020=20 2021=21"],
    ),
    (
        "8 marks instead of numbers",
        "市区町村コード,市区町村名,年,製造品出荷額（百万円）\n012360,みほん市,2021,X\n012360,みほん市,2022,…\n012360,みほん市,2023,-\n012360,みほん市,2024,0\n012025,となり市,2021,52\n",
        &["製造品出荷額 百万円: 2021=X 2022=… 2023=- 2024=0"],
    ),
    (
        "9 tabs, wide digits, prefecture and county",
        "団体コード\t都道府県名\t郡\t市区町村名\t調査年月日\t総人口\n０１２３６０\t北海道\t\tみほん市\t2023-10-01\t４４，７００\n013331\t北海道\tみほん郡\tあちら町\t2023-10-01\t4000\n",
        &["総人口 : 2023=４４，７００"],
    ),
    (
        "10 codes without their zeros, each row with categories",
        "市町村コード,市町村,年度,区分,種別,件数（件）\n1236,みほん市,令和5年度,転入,県内,10\n1236,みほん市,令和5年度,転入,県外,20\n1236,みほん市,令和5年度,転出,県内,30\n43364,あちら町,令和5年度,転入,県内,99\n",
        &[
            "転入 / 県内 / 件数 件: 2023=10",
            "転入 / 県外 / 件数 件: 2023=20",
            "転出 / 県内 / 件数 件: 2023=30",
        ],
    ),
    (
        "11 a file of one town, the year in its title",
        "令和5年度 市民意識調査,,\n団体コード,団体名,満足度（%）\n012360,みほん市,61.5\n",
        &["満足度 %: 2023=61.5"],
    ),
    (
        "12 a code of the prefecture between, notes beside the values, quotes and line ends of Windows",
        "\u{feff}\"標準地域コード\",\"地域名\",\"2022年\",\"2022年 注記\",\"2023年\",\"2023年 注記\"\r\n\"01000\",\"北海道\",\"5140\",\"\",\"5092\",\"\"\r\n\"01236\",\"みほん市\",\"45\",\"p\",\"44\",\"\"\r\n\"01202\",\"となり市\",\"240\",\"\",\"237\",\"\"\r\n",
        &[" : 2022=45 2023=44"],
    ),
];

/// More layouts, of other offices.
const OTHER_LAYOUTS: &[(&str, &str, &[&str])] = &[
    (
        "e-Stat wide with 3 head lines of notes",
        "統計名：,国勢調査,,,\n表番号：,1-1,,,\n実施年月：,2020年10月,-,,\n市区町村コード,市区町村名,男女_総数【人】,男女_男【人】,男女_女【人】\n01000,北海道,5224614,2465088,2759526\n01100,札幌市,1973395,918682,1054713\n01236,みほん市,44302,20912,23390\n01331,松前町,6260,2880,3380\n",
        &[
            "男女_総数 人: 2020=44302",
            "男女_男 人: 2020=20912",
            "男女_女 人: 2020=23390",
        ],
    ),
    (
        "e-Stat 社人統計 with ＃ header",
        "\"地域コード\",\"地域\",\"A1101_総人口【人】\",\"/年度次\",\"調査年コード\",\"調査年\"\n\"01236\",\"北海道 みほん市\",\"44302\",\"\",\"2020100000\",\"2020年度\"\n\"01202\",\"北海道 函館市\",\"251084\",\"\",\"2020100000\",\"2020年度\"\n",
        &["A1101_総人口 人: 2020=44302"],
    ),
    (
        "RESAS like",
        "集計年,都道府県コード,都道府県名,市区町村コード,市区町村名,総人口（人）,年少人口（人）\n2015,1,北海道,1236,みほん市,46390,6000\n2020,1,北海道,1236,みほん市,44302,5500\n2015,1,北海道,1202,函館市,265979,27000\n2020,1,北海道,1202,函館市,251084,25000\n",
        &[
            "総人口 人: 2015=46390 2020=44302",
            "年少人口 人: 2015=6000 2020=5500",
        ],
    ),
    (
        "東京の団体コード; head with year and month",
        "団体コード,団体名,令和5年1月1日現在人口,令和6年1月1日現在人口\n011002,札幌市,1,2\n012360,みほん市,44700,44300\n",
        &["人口 : 2022=44700 2023=44300"],
    ),
    (
        "title with fiscal year, unit in title, total row first",
        "令和４年度　市町村別決算状況（単位：千円）\n団体コード,市町村名,歳入,歳出\n,市町村計,99,98\n012025,函館市,1,1\n012360,みほん市,25000,24000\n",
        &["歳入 千円: 2022=25000", "歳出 千円: 2022=24000"],
    ),
    (
        "SNS: semicolons",
        "団体コード;団体名;年度;人口\n012360;みほん市;2023;44300\n012025;函館市;2023;1\n",
        &["人口 : 2023=44300"],
    ),
    (
        "code with hyphen",
        "団体コード,団体名,年度,人口\n01236-0,みほん市,2023,44300\n01202-5,函館市,2023,1\n",
        &["人口 : 2023=44300"],
    ),
    (
        "values with quotes thousand",
        "団体コード,団体名,令和５年,令和６年\n012360,みほん市,\"44,700\",\"44,300\"\n012025,函館市,\"1,000\",\"1,001\"\n",
        &[" : 2023=44,700 2024=44,300"],
    ),
    (
        "rank column and value",
        "順位,団体コード,団体名,財政力指数（R5）,財政力指数（R4）\n1,012025,函館市,0.46,0.47\n2,012360,みほん市,0.43,0.44\n",
        &["財政力指数 : 2022=0.44 2023=0.43"],
    ),
    (
        "per-mille & △",
        "団体コード,団体名,年,自然増減率（‰）,社会増減（人）\n012360,みほん市,2023,△5.2,▲120\n012025,函館市,2023,-6,-300\n",
        &["自然増減率 ‰: 2023=△5.2", "社会増減 人: 2023=▲120"],
    ),
    (
        "towns as columns with codes in second row",
        "項目,函館市,みほん市\n団体コード,012025,012360\n人口（令和5年）,1,44300\n世帯数（令和5年）,2,21000\n",
        &["人口 : 2023=44300", "世帯数 : 2023=21000"],
    ),
    (
        "year head twice: 実績 and 目標",
        "団体コード,団体名,R5実績,R5目標,R6実績,R6目標\n012360,みほん市,10,11,12,13\n012025,函館市,1,1,1,1\n",
        &["実績 : 2023=10 2024=12", "目標 : 2023=11 2024=13"],
    ),
    (
        "fiscal year vs calendar head pair",
        "団体コード,団体名,年次,年度,出生数\n012360,みほん市,2023年,2023年度,200\n012025,函館市,2023年,2023年度,900\n",
        &["出生数 : 2023=200"],
    ),
    (
        "title 市町村別主要指標 in A1",
        "市町村別主要指標（令和4年度）,,,\n団体コード,団体名,財政力指数,実質公債費比率（％）\n012360,みほん市,0.43,8.1\n012025,函館市,0.46,7\n",
        &["財政力指数 : 2022=0.43", "実質公債費比率 %: 2022=8.1"],
    ),
    (
        "notes above with colon, code col B",
        "出典：総務省,,,\n,市区町村コード,市区町村名,2022年度,2023年度\n1,012360,みほん市,10,11\n2,012025,函館市,3,4\n",
        &[" : 2022=10 2023=11"],
    ),
    (
        "two heads same date",
        "団体コード,団体名,令和5年1月1日現在人口,令和5年1月1日現在世帯数\n012360,みほん市,44700,21000\n012025,函館市,1,2\n",
        &["人口 : 2022=44700", "世帯数 : 2022=21000"],
    ),
    (
        "western fiscal FY2023",
        "団体コード,団体名,FY2022,FY2023\n012360,みほん市,1,2\n012025,函館市,3,4\n",
        &[" : 2022=1 2023=2"],
    ),
    (
        "年度 as two digits 令5",
        "団体コード,団体名,令4,令5\n012360,みほん市,1,2\n012025,函館市,3,4\n",
        &[" : 2022=1 2023=2"],
    ),
    (
        "year in sub-head of era only: 元年",
        "団体コード,団体名,平成30年度,令和元年度,２年度,３年度\n012360,みほん市,1,2,3,4\n012025,函館市,5,6,7,8\n",
        &[" : 2018=1 2019=2 2020=3 2021=4"],
    ),
    (
        "percent header and rank",
        "団体コード,団体名,高齢化率,,\n,,令和4年,令和5年,順位\n012360,みほん市,31,32,5\n012025,函館市,36,37,1\n",
        &["高齢化率 : 2022=31 2023=32"],
    ),
];

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

#[test]
fn what_was_answered_of_a_form_is_not_asked_again() {
    let text = |year: i32| {
        format!(
            "都道府県,市町村,年度,人口\n北海道,みほん市,{year},44700\n北海道,となり市,{year},8\n"
        )
    };
    let said = DataAnswers {
        rows: OwnRows::Name,
        ..DataAnswers::default()
    };
    let first = read_data(&text(2023), "", &own(), &said).unwrap();
    let known = DataForm {
        form: first.form.clone(),
        rows: first.rows,
        ..DataForm::default()
    };
    let unsaid = DataAnswers::default();
    let next = read_known(
        &text(2024),
        "",
        &own(),
        &unsaid,
        std::slice::from_ref(&known),
    )
    .unwrap();
    assert_eq!(told(&next), ["人口 : 2024=44700"]);
    // A table of another form is asked.
    let other = text(2024).replace("人口", "世帯数");
    let asked = read_known(&other, "", &own(), &unsaid, &[known]);
    assert!(matches!(asked, Err(NotData::Rows(NoRows::AskName(_)))));
}

#[test]
fn a_data_set_is_known_by_its_form_else_by_all_its_measures() {
    let read = read(LAYOUTS[0].1).unwrap();
    let bound = |form: &str, measure: &str| {
        let mut plan = strategy::Strategy::default();
        let id = strategy::Id::new(1);
        edit::add_indicator(&plan, id, strategy::Id::new(1), "総人口", None)
            .unwrap()
            .apply(&mut plan)
            .unwrap();
        let update = edit::DataUpdate {
            form: DataForm {
                form: form.to_owned(),
                ..DataForm::default()
            },
            measures: vec![(
                strategy::Id::new(1),
                strategy::PublishedMeasure {
                    form: form.to_owned(),
                    measure: measure.to_owned(),
                    unit: String::new(),
                },
            )],
            ..edit::DataUpdate::default()
        };
        edit::update_from_data(&plan, &update)
            .unwrap()
            .apply(&mut plan)
            .unwrap();
        data_set_of(&read, &plan).map(|form| form.form)
    };
    assert_eq!(bound(&read.form, "出生数").as_ref(), Some(&read.form));
    assert_eq!(bound("f0", "総人口").as_deref(), Some("f0"));
    assert_eq!(bound("f0", "出生数"), None);
}

/// A plan with 総人口 (series 11), 世帯数 twice (12, 13), and 出生数 (14), each by its only series.
fn plan() -> strategy::Strategy {
    let mut s = strategy::Strategy::default();
    for (at, name) in [(1, "総人口"), (2, "世帯数"), (3, "世帯数"), (4, "出生数")] {
        s.indicators.insert(Indicator {
            id: Id::new(at),
            name: name.to_owned(),
            ..Indicator::default()
        });
        s.series.insert(Series {
            id: Id::new(at + 10),
            indicator: Id::new(at),
            ..Series::default()
        });
    }
    s
}

fn bound(series: u64, measure: &str, unit: &str) -> BoundMeasure {
    BoundMeasure {
        series: Id::new(series),
        measure: measure.to_owned(),
        unit: unit.to_owned(),
    }
}

#[test]
fn measures_belong_to_what_they_belonged_to_or_to_the_only_indicator_of_their_name() {
    let file = read(LAYOUTS[0].1).unwrap();
    let mut s = plan();
    // 世帯数 is the name of two: nobody knows which.
    assert_eq!(bound_measures(&s, None, &file), [bound(11, "総人口", "人")]);
    let known = DataForm {
        form: "before".to_owned(),
        ..DataForm::default()
    };
    let published = |measure: &str| PublishedMeasure {
        form: known.form.clone(),
        measure: measure.to_owned(),
        unit: "戸".to_owned(),
    };
    for (series, measure) in [(12, "世帯数"), (14, "なくなった項目")] {
        let before = Series::clone(s.get(Id::new(series)).unwrap());
        s.series.insert(Series {
            published: Some(published(measure)),
            ..before
        });
    }
    // Other heads: the unit that the file says now holds; a measure that it no longer has keeps its own.
    let again = bound_measures(&s, Some(&known), &file);
    assert_eq!(
        again,
        [
            bound(12, "世帯数", "世帯"),
            bound(14, "なくなった項目", "戸")
        ]
    );
    let same = DataForm {
        form: file.form.clone(),
        ..DataForm::default()
    };
    assert_eq!(bound_measures(&s, Some(&same), &file), []);
    assert_eq!(unbound_series(&s, "before", &again[..1]), [Id::new(14)]);
    assert_eq!(unbound_series(&s, "another", &[]), []);
}
