//! More forms of tables: units in heads, years over pairs, sub-rows, several groups, many other columns.

use super::*;

/// 2025 as R7.
fn reiwa(year: i32) -> String {
    format!("R{}", year - 2018)
}

/// A head as sheets print it: spaced or broken.
fn printed_head(d: &mut Dice, head: &str) -> String {
    let letters: Vec<char> = head.chars().collect();
    let plain = letters.iter().all(|c| !c.is_ascii() && *c != '（');
    match d.below(5) {
        0 if plain && letters.len() < 5 => {
            let spaced: Vec<String> = letters.iter().map(char::to_string).collect();
            spaced.join("　")
        }
        1 => head
            .replacen(['（', '('], "\n（", 1)
            .replace("\n（R6)", "\n(R6)"),
        _ => head.to_owned(),
    }
}

/// No value, as sheets write it.
fn none(d: &mut Dice) -> Made {
    text(d.pick(&["", "－", "―", "-", "集計中", "未集計", "…", "調査なし"]))
}

/// A figure that may be about, at least, provisional or marked.
fn told(d: &mut Dice, value: Decimal, unit: &str) -> Made {
    let plain = value.normalize().to_string();
    match d.below(12) {
        0 if value > Decimal::ZERO => text(format!("約{plain}{unit}")),
        1 => text(format!("{plain}{unit}（見込）")),
        2 => text(format!("{plain}{unit}※")),
        3 => text(format!("{plain}{unit}以上")),
        4 if value.is_zero() => text(d.pick(&["±0", "0", "０", "0.0"])),
        5 => Made::Computed(value),
        _ => figure(d, value, unit),
    }
}

/// The unit of all stands in the heads, or above the table.
pub fn unit_in_heads(d: &mut Dice) -> Table {
    let unit = d.pick(&UNITS);
    let bracket = d.pick(&[
        "（#）",
        "(#)",
        "[#]",
        "【#】",
        "（単位：#）",
        "\n（単位：#）",
        "（単位 #）",
    ]);
    let with = bracket.replace('#', unit);
    let above = d.once_in(3);
    let head = |d: &mut Dice, head: &str| match above {
        true => printed_head(d, head),
        false => format!("{head}{with}"),
    };
    let mut rows = Vec::new();
    let mut heads = vec![text(d.pick(&NAME_HEADS))];
    let (base, target) = (d.pick(&BASE_HEADS), d.pick(&TARGET_HEADS));
    let heads_of = [head(d, base), head(d, "実績値（R7）"), head(d, target)];
    let kinds = [ColumnKind::Baseline, ColumnKind::Actual, ColumnKind::Target];
    let meaning = heads_of.clone().into_iter().zip(kinds).collect();
    heads.extend(heads_of.map(text));
    if above {
        let said = d.pick(&["単位：#", "（単位：#）", "単位 #", "(単位:#)"]);
        let mut line = vec![Made::Empty; 4];
        line[3] = text(said.replace('#', unit));
        rows.push(line);
    }
    rows.push(heads);
    let mut truth = Vec::new();
    for name in names(d) {
        let start = value(d);
        let (reached, aim) = (near(d, start), near(d, start));
        let mut actuals = BTreeMap::new();
        let done = match d.once_in(4) {
            true => none(d),
            false => {
                actuals.insert(FiscalYear(2025), reached);
                told(d, reached, "")
            }
        };
        rows.push(vec![
            text(name.clone()),
            told(d, start, ""),
            done,
            told(d, aim, ""),
        ]);
        truth.push(Truth {
            name,
            unit: unit.to_owned(),
            unit_is_said: true,
            baseline: Some(start),
            target: Some(aim),
            actuals,
            ..Truth::default()
        });
    }
    Table {
        rows,
        truth,
        meaning,
        ..Table::default()
    }
}

/// Each year stands over a column of 目標 and one of 実績.
pub fn years_over_pairs(d: &mut Dice) -> Table {
    let years: Vec<i32> = (2025..2028 + d.below(3) as i32).collect();
    let mut heads = vec![text(d.pick(&NAME_HEADS)), text("単位")];
    let mut below = vec![Made::Empty, Made::Empty];
    let (aim_head, done_head) =
        d.pick(&[("目標", "実績"), ("目標値", "実績値"), ("計画値", "実績値")]);
    let rated = d.once_in(3);
    for year in &years {
        heads.push(text(match d.once_in(2) {
            true => reiwa(*year),
            false => format!("令和{}年度", year - 2018),
        }));
        heads.push(Made::Empty);
        below.extend([text(aim_head), text(done_head)]);
        if rated {
            heads.push(Made::Empty);
            below.push(text("達成率"));
        }
    }
    let (mut rows, mut truth) = (vec![heads, below], Vec::new());
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = value(d);
        let mut one = Truth::named(&name, unit);
        let mut row = vec![text(name), text(unit)];
        for (at, year) in years.iter().enumerate() {
            let (aim, done) = (near(d, start), near(d, start));
            row.push(told(d, aim, ""));
            one.target = Some(aim);
            match at < 2 {
                true => {
                    row.push(told(d, done, ""));
                    one.actuals.insert(FiscalYear(*year), done);
                }
                false => row.push(none(d)),
            }
            if rated {
                row.push(text(if at < 2 { "97.5%" } else { "" }));
            }
        }
        rows.push(row);
        truth.push(one);
    }
    Table {
        rows,
        truth,
        ..Table::default()
    }
}

/// A target for each year, under one head or each under its own.
pub fn target_each_year(d: &mut Dice) -> Table {
    let years: Vec<i32> = (2025..2030).collect();
    let joined = d.once_in(2);
    let base = d.pick(&BASE_HEADS);
    let mut heads = vec![text(d.pick(&NAME_HEADS)), text("単位"), text(base)];
    let mut below = vec![Made::Empty; 3];
    let target = d.pick(&["目標値", "年度別目標値", "目標"]);
    let mut meaning = BTreeMap::from([(base.to_owned(), ColumnKind::Baseline)]);
    for (at, year) in years.iter().enumerate() {
        let (one, under) = match joined {
            true if at == 0 => (target.to_owned(), reiwa(*year)),
            true => (String::new(), reiwa(*year)),
            false => (format!("{}{target}", reiwa(*year)), String::new()),
        };
        meaning.insert(one.clone(), ColumnKind::Target);
        heads.push(text(one));
        below.push(text(under));
    }
    let mut rows = vec![heads];
    if joined {
        rows.push(below);
    }
    let mut truth = Vec::new();
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = value(d);
        let mut row = vec![text(name.clone()), text(unit), told(d, start, unit)];
        let mut last = None;
        for _ in &years {
            let aim = near(d, start);
            row.push(told(d, aim, ""));
            last = Some(aim);
        }
        rows.push(row);
        truth.push(Truth {
            name,
            unit: unit.to_owned(),
            baseline: Some(start),
            target: last,
            ..Truth::default()
        });
    }
    Table {
        rows,
        truth,
        meaning,
        ..Table::default()
    }
}

/// Indicators with rows for 男性 and 女性, the name joined over them.
pub fn with_sub_rows(d: &mut Dice) -> Table {
    let part_head = d.pick(&["内訳", "区分", "性別", "対象"]);
    let (base, target) = (d.pick(&BASE_HEADS), d.pick(&TARGET_HEADS));
    let heads = [d.pick(&NAME_HEADS), part_head, "単位", base, target].map(text);
    let (mut rows, mut truth) = (vec![heads.to_vec()], Vec::new());
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let parts: &[&str] = match d.below(3) {
            0 => &["男性", "女性"],
            1 => &["小学校", "中学校"],
            _ => &[""],
        };
        for (at, part) in parts.iter().enumerate() {
            let start = value(d);
            let aim = near(d, start);
            let first = at == 0;
            rows.push(vec![
                text(if first { &*name } else { "" }),
                text(*part),
                text(if first || d.once_in(2) { unit } else { "" }),
                told(d, start, ""),
                told(d, aim, ""),
            ]);
            truth.push(Truth {
                series: (*part).to_owned(),
                ..Truth::of(name.clone(), unit, start, aim)
            });
        }
    }
    Table::of(
        rows,
        truth,
        &[
            (base, ColumnKind::Baseline),
            (target, ColumnKind::Target),
            (part_head, ColumnKind::Series),
        ],
    )
}

/// Several groups, each below the title of its goal; heads come again, notes and blank rows stand between.
pub fn in_groups(d: &mut Dice) -> Table {
    let (base, target) = (d.pick(&BASE_HEADS), d.pick(&TARGET_HEADS));
    let heads = ["No.", d.pick(&NAME_HEADS), "単位", base, target, "備考"].map(text);
    let again = d.once_in(2);
    let (mut rows, mut truth) = (vec![], Vec::new());
    if !again {
        rows.push(heads.to_vec());
    }
    let all = names(d);
    let mut number = 0;
    for (at, names) in all.chunks(2).enumerate() {
        let mut title = vec![Made::Empty; 6];
        title[0] = text(format!("基本目標{}　人の流れをつくる", at + 1));
        rows.push(title);
        if again {
            rows.push(heads.to_vec());
        }
        for name in names {
            number += 1;
            let (unit, start) = (d.pick(&UNITS), value(d));
            let aim = near(d, start);
            let note = d.pick(&[
                "",
                "R6は速報値",
                "調査は3年に1回",
                "100人に1人",
                "第6次総合計画と同じ",
            ]);
            rows.push(vec![
                text(number.to_string()),
                text(name.clone()),
                text(unit),
                told(d, start, ""),
                told(d, aim, ""),
                text(note),
            ]);
            truth.push(Truth::of(name.clone(), unit, start, aim));
        }
        if d.once_in(2) {
            let mut note = vec![Made::Empty; 6];
            note[0] = text(d.pick(&["※R6は見込値", "注1 国勢調査による", "（注）速報値を含む。"]));
            rows.push(note);
        }
        if d.once_in(2) {
            rows.push(vec![Made::Empty; 6]);
        }
    }
    Table::of(
        rows,
        truth,
        &[(base, ColumnKind::Baseline), (target, ColumnKind::Target)],
    )
}

/// Columns of other figures stand between: of the plan before, of the country, of money, of judgements.
pub fn crowded(d: &mut Dice) -> Table {
    let (base, target) = (d.pick(&BASE_HEADS), d.pick(&TARGET_HEADS));
    let others = [
        ("前計画目標値", ColumnKind::Note),
        ("全国平均", ColumnKind::Note),
        ("県平均", ColumnKind::Note),
        ("事業費（千円）", ColumnKind::Note),
        ("決算額", ColumnKind::Note),
        ("評価", ColumnKind::Note),
        ("前年比", ColumnKind::Note),
        ("進捗率", ColumnKind::Note),
        ("増減", ColumnKind::Note),
        ("順位", ColumnKind::Note),
        ("実施状況", ColumnKind::Note),
        ("見直し前の目標値", ColumnKind::Note),
        ("配点", ColumnKind::Note),
    ];
    let mut columns = vec![
        (d.pick(&NAME_HEADS), ColumnKind::Name),
        (base, ColumnKind::Baseline),
        ("実績値（R7）", ColumnKind::Actual),
        (target, ColumnKind::Target),
    ];
    for other in d.some(&others) {
        let at = 1 + d.below(columns.len());
        columns.insert(at, other);
    }
    if d.once_in(3) {
        columns.insert(1 + d.below(columns.len()), ("単位", ColumnKind::Unit));
    }
    let heads = columns.iter().map(|(head, _)| text(*head)).collect();
    let (mut rows, mut truth) = (vec![heads], Vec::new());
    for name in names(d) {
        let (unit, start) = (d.pick(&UNITS), value(d));
        let (aim, reached) = (near(d, start), near(d, start));
        let has_unit = columns.iter().any(|(_, kind)| *kind == ColumnKind::Unit);
        let in_figures = if has_unit { "" } else { unit };
        let cell = |(head, kind): &(&str, ColumnKind)| match kind {
            ColumnKind::Name => text(name.clone()),
            ColumnKind::Unit => text(unit),
            ColumnKind::Baseline => told(d, start, in_figures),
            ColumnKind::Actual => told(d, reached, in_figures),
            ColumnKind::Target => told(d, aim, in_figures),
            _ => match *head {
                "評価" => text(d.pick(&["A", "B", "◎", "○", "△"])),
                "前年比" | "進捗率" => text(d.pick(&["98.2%", "102%", "-"])),
                "実施状況" => text(d.pick(&["実施中", "3回実施", "未着手"])),
                _ => figure(d, near_any(start), ""),
            },
        };
        let row = columns.iter().map(cell).collect();
        rows.push(row);
        truth.push(Truth {
            actuals: [(FiscalYear(2025), reached)].into(),
            ..Truth::of(name, unit, start, aim)
        });
    }
    let meaning = columns.iter();
    let meaning = meaning.map(|(head, kind)| ((*head).to_owned(), *kind));
    Table {
        rows,
        truth,
        meaning: meaning.collect(),
        ..Table::default()
    }
}

/// A value of another column, near the right one so that its size does not tell.
fn near_any(value: Decimal) -> Decimal {
    value + Decimal::new(3, 0)
}

/// A line a year with 目標 and 実績, the name or the year joined down.
pub fn years_down(d: &mut Dice) -> Table {
    let by_year = d.once_in(2);
    let joined = d.once_in(2);
    let (aim_head, done_head) = d.pick(&[("目標", "実績"), ("目標値", "実績値")]);
    let heads = match by_year {
        true => ["年度", d.pick(&NAME_HEADS), "単位", aim_head, done_head],
        false => [d.pick(&NAME_HEADS), "単位", "年度", aim_head, done_head],
    };
    let names = names(d);
    let years: Vec<i32> = (2025..2028).collect();
    let mut truth: Vec<Truth> = names
        .into_iter()
        .map(|name| Truth {
            name,
            unit: d.pick(&UNITS).to_owned(),
            ..Truth::default()
        })
        .collect();
    let starts: Vec<Decimal> = truth.iter().map(|_| value(d)).collect();
    let mut rows = vec![heads.map(text).to_vec()];
    let mut pairs: Vec<(usize, i32)> = Vec::new();
    match by_year {
        true => years
            .iter()
            .for_each(|year| pairs.extend((0..truth.len()).map(|at| (at, *year)))),
        false => (0..truth.len()).for_each(|at| pairs.extend(years.iter().map(|year| (at, *year)))),
    }
    let mut last = (usize::MAX, 0);
    for (at, year) in pairs {
        let one = &mut truth[at];
        let (aim, done) = (near(d, starts[at]), near(d, starts[at]));
        one.target = Some(aim);
        let done = match year < 2027 {
            true => {
                one.actuals.insert(FiscalYear(year), done);
                told(d, done, "")
            }
            false => none(d),
        };
        let when = match joined && by_year && last.1 == year {
            true => Made::Empty,
            false => text(reiwa(year)),
        };
        let again = joined && !by_year && last.0 == at;
        let (name, unit) = match again {
            true => (Made::Empty, Made::Empty),
            false => (text(one.name.clone()), text(one.unit.clone())),
        };
        let aim = told(d, aim, "");
        rows.push(match by_year {
            true => vec![when, name, unit, aim, done],
            false => vec![name, unit, when, aim, done],
        });
        last = (at, year);
    }
    Table {
        rows,
        truth,
        ..Table::default()
    }
}

/// A figure of four digits or a share, as sheets and hands write them.
fn spelled(d: &mut Dice, value: Decimal, unit: &str) -> Made {
    let plain = value.normalize().abs().to_string();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let grouped = match whole.len() {
        4 => format!("{},{}", &whole[..1], &whole[1..]),
        _ => whole.to_owned(),
    };
    let rest = if rest.is_empty() {
        String::new()
    } else {
        format!(".{rest}")
    };
    let wide = |text: &str| {
        let wide = |c: char| match c {
            '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
            ',' => '，',
            '.' => '．',
            c => c,
        };
        text.chars().map(wide).collect::<String>()
    };
    let sign = match value.is_sign_negative() && !value.is_zero() {
        true => d.pick(&["△", "▲", "▲ ", "－", "-", "−", "マイナス"]),
        false => d.pick(&["", "", "", "+", "＋"]),
    };
    match d.below(8) {
        0 => text(format!("{sign}{}", wide(&format!("{grouped}{rest}")))),
        1 => text(format!("{sign}{grouped}{rest}{}", wide(unit))),
        2 => text(format!(" {sign}{grouped}{rest} ")),
        3 if unit == "%" => text(format!("{sign}{grouped}{rest}％")),
        4 if unit == "%" => Made::Number(value / Decimal::ONE_HUNDRED, 5),
        5 => text(format!("{sign}{grouped}{rest}\n（速報値）")),
        6 if value.fract().is_zero() => Made::Number(value, 6),
        _ => text(format!("{sign}{grouped}{rest}")),
    }
}

/// Heads and figures in the many spellings of hands.
pub fn in_other_words(d: &mut Dice) -> Table {
    let base = d.pick(&[
        "現状値\n（R6年度）",
        "当　初　値",
        "現状（R6）",
        "策定時\n(令和6年度)",
        "令和6年度現状値",
        "R6\n（基準値）",
        "基準値（2024年度）",
        "現　状",
        "現状値　R6",
    ]);
    let actual = d.pick(&[
        "令和7年度実績",
        "R7（実績）",
        "2025実績",
        "実績(2025年度)",
        "R7年度\n実績値",
        "R7末実績",
        "実　績\n（R7）",
        "令和７年度\n実績値",
    ]);
    let target = d.pick(&[
        "目　標　値\n（R11）",
        "令和11年度目標値",
        "R11（目標）",
        "2029目標",
        "目標(2029年度)",
        "R11年度末目標",
        "目標\n（令和１１年度）",
        "目　　標",
    ]);
    let unit_head = d.pick(&["単位", "単　位", "（単位）"]);
    let heads = [d.pick(&NAME_HEADS), unit_head, base, actual, target];
    let (mut rows, mut truth) = (vec![heads.map(text).to_vec()], Vec::new());
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = match (unit, d.below(4)) {
            ("%", _) => Decimal::new(d.below(900) as i64 + 100, 1),
            (_, 0) => Decimal::new(-(d.below(900) as i64) - 100, 0),
            _ => Decimal::new(d.below(8000) as i64 + 1100, 0),
        };
        let (reached, aim) = (near(d, start), near(d, start));
        let row = [start, reached, aim].map(|value| spelled(d, value, unit));
        let mut cells = vec![text(name.clone()), text(unit)];
        cells.extend(row);
        rows.push(cells);
        truth.push(Truth {
            actuals: [(FiscalYear(2025), reached)].into(),
            ..Truth::of(name, unit, start, aim)
        });
    }
    Table {
        rows,
        truth,
        meaning: [
            (base.to_owned(), ColumnKind::Baseline),
            (actual.to_owned(), ColumnKind::Actual),
            (target.to_owned(), ColumnKind::Target),
            (unit_head.to_owned(), ColumnKind::Unit),
        ]
        .into(),
        // A share that a style shows is only in a workbook.
        only_book: true,
        ..Table::default()
    }
}
