//! 住民基本台帳人口 as open data: 「地域・年齢別人口」 of the 自治体標準オープンデータセット (デジタル庁), a row for each 地域 and day. Of its
//! columns, those for 男性 and 女性 of each five-year age band may end at 85 or at 100, and the code has one of two heads.
//!
//! - I115 Never is a row of another town taken, and a figure that is hidden is no zero: its 地域 has no ages, or is left out
//!   if even its total is hidden.

use super::age::age;
use super::code::Municipality;
use format::csv::read;
use insight::town_code::code_meanings;
use strategy::{Date, Register, RegisterArea, half_width, sort};

const CODES: [&str; 2] = ["全国地方公共団体コード", "都道府県コード又は市区町村コード"];
const TOWNS: [&str; 2] = ["地方公共団体名", "市区町村名"];
const DAY: &str = "調査年月日";
const AREA: &str = "地域名";
const AREA_CODE: &str = "地域コード";
const TOTAL: &str = "総人口";
const HOUSEHOLDS: &str = "世帯数";
const MEN: &str = "の男性";
const WOMEN: &str = "の女性";

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadRegister {
    /// Each day of the file, earliest first.
    pub registers: Vec<Register>,
    /// Number of rows whose total is hidden; they are left out.
    pub hidden: usize,
    /// Number of rows of other towns; they are left out.
    pub foreign: usize,
}

/// Why a file is not read as a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotRegister {
    /// It lacks a column of the data set.
    OtherForm,
    /// The columns of ages are not bands of five years from 0 on, the same for both sexes.
    OtherAges,
    /// No row is of the town.
    NoTown,
    /// Rows have a code that may mean the town or another, and another name or none (R30).
    UnsureCode,
    /// A day cannot be read: row of the file counted from 1, and its text.
    NoDay(usize, String),
}

/// Reads the text of a CSV file.
pub fn register(text: &str, town: &Municipality) -> Result<ReadRegister, NotRegister> {
    let mut rows = read(text.trim_start_matches('\u{feff}')).into_iter();
    let heads: Vec<String> = rows.next().unwrap_or_default();
    let columns = RegisterColumns::of(&heads)?;
    let mut found = ReadRegister::default();
    let mut unsure = 0;
    for (at, row) in rows.enumerate() {
        let cell = |at: usize| row.get(at).map_or("", |cell| cell.trim());
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if !columns.is_of(town, cell) {
            found.foreign += 1;
            unsure += usize::from(columns.may_be_of(town, cell));
            continue;
        }
        let Some(area) = columns.area(cell) else {
            found.hidden += 1;
            continue;
        };
        let text = cell(columns.day);
        let day = day(text).ok_or_else(|| NotRegister::NoDay(at + 2, text.to_owned()))?;
        match found.registers.iter_mut().find(|one| one.date == day) {
            Some(one) => one.areas.push(area),
            None => found.registers.push(Register {
                date: day,
                file: String::new(),
                areas: vec![area],
            }),
        }
    }
    if found.registers.is_empty() {
        return Err(match unsure {
            0 => NotRegister::NoTown,
            _ => NotRegister::UnsureCode,
        });
    }
    sort::by(&mut found.registers, |one, other| {
        one.date.0.cmp(&other.date.0)
    });
    Ok(found)
}

/// Places of the columns.
struct RegisterColumns {
    code: usize,
    town: Option<usize>,
    day: usize,
    area: Option<usize>,
    area_code: Option<usize>,
    total: usize,
    households: Option<usize>,
    men: Vec<usize>,
    women: Vec<usize>,
}

impl RegisterColumns {
    fn of(heads: &[String]) -> Result<Self, NotRegister> {
        let place = |wanted: &str| {
            let is_it = |head: &String| half_width(head.trim()) == half_width(wanted);
            heads.iter().position(is_it)
        };
        let any = |all: [&str; 2]| all.into_iter().find_map(place);
        let code = any(CODES).ok_or(NotRegister::OtherForm)?;
        let day = place(DAY).ok_or(NotRegister::OtherForm)?;
        let total = place(TOTAL).ok_or(NotRegister::OtherForm)?;
        let (men, women) = (bands(heads, MEN)?, bands(heads, WOMEN)?);
        if men.len() != women.len() {
            return Err(NotRegister::OtherAges);
        }
        Ok(Self {
            code,
            town: any(TOWNS),
            day,
            area: place(AREA),
            area_code: place(AREA_CODE),
            total,
            households: place(HOUSEHOLDS),
            men,
            women,
        })
    }

    /// True if a row is of the town: by its code, or, in a plan without code, by its name (R30).
    fn is_of<'a>(&self, town: &Municipality, cell: impl Fn(usize) -> &'a str) -> bool {
        town.has(cell(self.code), self.town.map_or("", &cell))
    }

    /// True if the code of a row may mean the town.
    fn may_be_of<'a>(&self, town: &Municipality, cell: impl Fn(usize) -> &'a str) -> bool {
        let own = town.code.as_ref();
        own.is_some_and(|own| code_meanings(cell(self.code)).contains(own))
    }

    /// The figures of a row; `None`: its total is hidden.
    fn area<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Option<RegisterArea> {
        let persons = |at: usize| whole(cell(at));
        let total = persons(self.total)?;
        let of = |columns: &[usize]| columns.iter().map(|at| persons(*at)).collect();
        let ages: Option<(Vec<u32>, Vec<u32>)> = Option::zip(of(&self.men), of(&self.women));
        let (men, women) = ages.unwrap_or_default();
        let text = |at: Option<usize>| at.map_or("", &cell).to_owned();
        Some(RegisterArea {
            code: text(self.area_code),
            name: text(self.area),
            total,
            men,
            women,
            households: self.households.and_then(persons),
        })
    }
}

/// Columns of the bands of a sex, from the youngest on; the last is open.
fn bands(heads: &[String], sex: &str) -> Result<Vec<usize>, NotRegister> {
    let mut found = Vec::new();
    for (at, head) in heads.iter().enumerate() {
        let ages = head.trim().strip_suffix(sex).and_then(age);
        if let Some(age) = ages.filter(|age| age.is_band()) {
            found.push((age, at));
        }
    }
    sort::by_key(&mut found, |(age, _)| *age);
    let is_row = found
        .iter()
        .enumerate()
        .all(|(at, (age, _))| age.first as usize == at * 5);
    let is_open = found.last().is_some_and(|(age, _)| age.last.is_none());
    match is_row && is_open {
        true => Ok(found.into_iter().map(|(_, at)| at).collect()),
        false if found.is_empty() => Err(NotRegister::OtherForm),
        false => Err(NotRegister::OtherAges),
    }
}

/// A whole number of persons; `None`: it is hidden or missing.
fn whole(text: &str) -> Option<u32> {
    half_width(text).replace([',', ' '], "").parse().ok()
}

/// A day as open data writes it: 2025-04-01, 2025/4/1, 20250401, 令和7年4月1日.
fn day(text: &str) -> Option<Date> {
    let plain = half_width(text.trim()).replace("元年", "1年");
    let digits = plain.split(|c: char| !c.is_ascii_digit());
    let parts: Vec<&str> = digits.filter(|part| !part.is_empty()).collect();
    let (year, month, day) = match parts.as_slice() {
        [one] if one.len() == 8 => (&one[..4], &one[4..6], &one[6..]),
        [year, month, day, ..] => (*year, *month, *day),
        _ => return None,
    };
    let (year, month, day): (u32, u32, u32) =
        (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let year = match year {
        1..100 if plain.starts_with("令和") || plain.starts_with('R') => year + 2018,
        1..100 if plain.starts_with("平成") || plain.starts_with('H') => year + 1988,
        year => year,
    };
    let is_day =
        (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| Date(format!("{year:04}-{month:02}-{day:02}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn town() -> Municipality {
        Municipality {
            code: Some("01234".to_owned()),
            name: "みほん町".to_owned(),
        }
    }

    /// The heads of the data set with bands up to `last`, and a row for each of these areas; every band holds one person.
    fn file(last: u32, rows: &[(&str, &str, &str, &str)]) -> String {
        let ages: Vec<String> = (0..=last / 5)
            .map(|at| match at * 5 {
                first if first == last => format!("{first}歳以上"),
                first => format!("{first}-{}歳", first + 4),
            })
            .collect();
        let ages_heads: Vec<String> = ages
            .iter()
            .flat_map(|age| [format!("{age}の男性"), format!("{age}の女性")])
            .collect();
        let mut text = format!(
            "\u{feff}都道府県コード又は市区町村コード,地域コード,都道府県名,市区町村名,調査年月日,地域名,総人口,男性,女性,{},年齢不詳の男性,年齢不詳の女性,世帯数,備考\r\n",
            ages_heads.join(",")
        );
        for (code, day, area, total) in rows {
            let ones = vec!["1"; ages.len() * 2].join(",");
            text += &format!("{code},,北海道,みほん町,{day},{area},{total},,,{ones},0,0,7,\r\n");
        }
        text
    }

    #[test]
    fn a_file_in_either_form_gives_each_area_of_each_day() {
        for (last, bands) in [(85, 18), (100, 21)] {
            let rows = [
                ("012343", "2025/4/1", "南", "50"),
                ("012343", "2025/4/1", "北", "\"1,234\""),
                ("01234", "令和6年4月1日", "南", "52"),
            ];
            let read = register(&file(last, &rows), &town()).expect("is read");
            let days: Vec<_> = read
                .registers
                .iter()
                .map(|one| one.date.0.as_str())
                .collect();
            assert_eq!(days, ["2024-04-01", "2025-04-01"]);
            let areas = &read.registers[1].areas;
            let seen: Vec<_> = areas
                .iter()
                .map(|one| (one.name.as_str(), one.total))
                .collect();
            assert_eq!(seen, [("南", 50), ("北", 1234)]);
            assert_eq!((areas[0].men.len(), areas[0].women.len()), (bands, bands));
            assert_eq!(areas[0].households, Some(7));
        }
    }

    #[test]
    fn i115_rows_of_other_towns_and_hidden_figures_are_never_taken() {
        let rows = [
            ("012343", "2025-04-01", "南", "50"),
            ("011002", "2025-04-01", "よそ", "99"),
            ("012343", "2025-04-01", "小", "X"),
        ];
        let read = register(&file(85, &rows), &town()).expect("is read");
        assert_eq!((read.hidden, read.foreign), (1, 1));
        assert_eq!(read.registers[0].areas.len(), 1);
        let hidden = file(85, &rows[..1]).replace(",1,1,0,0,7", ",1,*,0,0,7");
        let read = register(&hidden, &town()).expect("is read");
        let area = &read.registers[0].areas[0];
        assert_eq!((area.total, area.men.len()), (50, 0));
        let other = Municipality {
            code: Some("01100".to_owned()),
            ..town()
        };
        let nobody = register(&file(85, &rows[..1]), &other);
        assert_eq!(nobody, Err(NotRegister::NoTown));
    }

    #[test]
    fn r30_a_code_without_its_zero_is_that_of_the_name_beside_it() {
        // 012360 without its zero, or a code of 千葉県.
        let rows = [("12360", "2025-04-01", "南", "50")];
        let of = |code: &str, name: &str| Municipality {
            code: Some(code.to_owned()),
            name: name.to_owned(),
        };
        let text = file(85, &rows);
        assert!(register(&text, &of("01236", "みほん町")).is_ok());
        let other = register(&text, &of("12360", "みなみ町"));
        assert_eq!(other, Err(NotRegister::UnsureCode));
        let nameless = text.replace("みほん町", "");
        assert_eq!(
            register(&nameless, &of("01236", "みほん町")),
            Err(NotRegister::UnsureCode)
        );
        let by_name = |name: &str| Municipality {
            code: None,
            name: name.to_owned(),
        };
        assert!(register(&text, &by_name("みほん町")).is_ok());
        assert_eq!(
            register(&text, &by_name("ほん町")),
            Err(NotRegister::NoTown)
        );
    }

    #[test]
    fn another_form_is_refused_with_its_reason() {
        let own = |text: &str| register(text, &town());
        assert_eq!(own(""), Err(NotRegister::OtherForm));
        assert_eq!(own("年,総人口\n2025,10\n"), Err(NotRegister::OtherForm));
        let without = file(85, &[]).replace("85歳以上の男性", "備考2");
        assert_eq!(own(&without), Err(NotRegister::OtherAges));
        let rows = [("01234", "春", "南", "5")];
        let no_day = Err(NotRegister::NoDay(2, "春".to_owned()));
        assert_eq!(own(&file(85, &rows)), no_day);
    }

    #[test]
    fn days_as_they_are_published_are_read() {
        for text in [
            "2025-04-01",
            "2025/4/1",
            "20250401",
            "令和7年4月1日",
            "R7.4.1",
            "２０２５/４/１",
        ] {
            assert_eq!(day(text), Some(Date("2025-04-01".to_owned())), "{text}");
        }
        for text in ["", "2025", "2025/13/1", "春"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
