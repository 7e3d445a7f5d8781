//! Plain forms of tables: a line an indicator, all in one cell, years in columns, a line a year.

use super::*;

/// 指標名, 単位, 基準値, 目標値 …: a line an indicator.
pub fn flat(d: &mut Dice) -> Table {
    let (with_goal, with_code, with_unit, with_actual, with_owner) = (
        d.once_in(3),
        d.once_in(3),
        d.once_in(2),
        d.once_in(2),
        d.once_in(2),
    );
    let (two_rows, rate) = (d.once_in(4), d.once_in(4));
    // One head over the columns of figures, the year of the baseline in its cells, columns of sums and of differences.
    let joined = !two_rows && d.once_in(4);
    let (dated, summed, differing) = (!two_rows && d.once_in(5), d.once_in(5), d.once_in(5));
    let name = d.pick(&NAME_HEADS);
    let (base, target) = (d.pick(&BASE_HEADS), d.pick(&TARGET_HEADS));
    let mut meaning = BTreeMap::new();
    let mut heads: Vec<Made> = Vec::new();
    let mut below: Vec<Made> = Vec::new();
    let mut head = |heads: &mut Vec<Made>, below: &mut Vec<Made>, one: &str, under: &str, kind| {
        heads.push(text(one));
        below.push(text(under));
        meaning.insert(one.to_owned(), kind);
    };
    if with_goal {
        head(&mut heads, &mut below, "基本目標", "", ColumnKind::Note);
    }
    if with_code {
        head(&mut heads, &mut below, "番号", "", ColumnKind::Code);
    }
    head(&mut heads, &mut below, name, "", ColumnKind::Name);
    if with_unit {
        head(&mut heads, &mut below, "単位", "", ColumnKind::Unit);
    }
    match two_rows {
        true => {
            head(&mut heads, &mut below, "基準値", "R6", ColumnKind::Baseline);
            head(&mut heads, &mut below, "目標値", "R11", ColumnKind::Target);
        }
        false if joined => {
            head(
                &mut heads,
                &mut below,
                "数値目標",
                base,
                ColumnKind::Baseline,
            );
        }
        false => head(&mut heads, &mut below, base, "", ColumnKind::Baseline),
    }
    if with_actual {
        let (one, under) = if joined {
            ("", "実績値（R7）")
        } else {
            ("実績値（R7）", "")
        };
        head(&mut heads, &mut below, one, under, ColumnKind::Actual);
    }
    if !two_rows {
        let (one, under) = if joined { ("", target) } else { (target, "") };
        head(&mut heads, &mut below, one, under, ColumnKind::Target);
    }
    for (is_there, one) in [(summed, "累計"), (differing, "増減")] {
        if is_there {
            head(&mut heads, &mut below, one, "", ColumnKind::Note);
        }
    }
    if rate {
        head(&mut heads, &mut below, "達成率", "", ColumnKind::Note);
    }
    if with_owner {
        head(&mut heads, &mut below, "担当課", "", ColumnKind::Owner);
    }
    let mut rows = vec![heads];
    if two_rows || joined {
        rows.push(below);
    }
    let mut truth = Vec::new();
    for (at, name) in names(d).into_iter().enumerate() {
        let unit = d.pick(&UNITS);
        let in_figures = if with_unit { "" } else { unit };
        let start = value(d);
        let (reached, aim) = (near(d, start), near(d, start));
        let mut row = Vec::new();
        if with_goal {
            row.push(text(if at == 0 { "しごとをつくる" } else { "" }));
        }
        if with_code {
            row.push(text(format!("1-{}", at + 1)));
        }
        row.push(match d.below(6) {
            0 => Made::Struck("旧".to_owned(), name.clone()),
            1 => text(format!("○{name}")),
            _ => text(name.clone()),
        });
        if with_unit {
            row.push(text(unit));
        }
        row.push(match dated {
            true => text(format!("{}{in_figures}\n(R6年度)", start.normalize())),
            false => figure(d, start, in_figures),
        });
        let mut actuals = BTreeMap::new();
        if two_rows {
            row.push(figure(d, aim, in_figures));
        }
        if with_actual {
            // A formula without its result is a blank.
            match d.once_in(8) {
                true => row.push(Made::Formula),
                false => {
                    row.push(figure(d, reached, in_figures));
                    actuals.insert(FiscalYear(2025), reached);
                }
            }
        }
        // An increase as a target, without a value of its own.
        let more = !two_rows && !in_figures.is_empty() && d.once_in(12);
        if more {
            row.push(text(format!("10{in_figures}アップ")));
        } else if !two_rows {
            row.push(figure(d, aim, in_figures));
        }
        for is_there in [summed, differing] {
            if is_there {
                row.push(figure(d, start, ""));
            }
        }
        if rate {
            row.push(text("98.2%"));
        }
        if with_owner {
            row.push(text("企画課"));
        }
        rows.push(row);
        let unit = unit.to_owned();
        truth.push(Truth {
            name,
            unit,
            baseline: Some(start),
            target: (!more).then_some(aim),
            actuals,
            ..Truth::default()
        });
    }
    if d.once_in(4) {
        // A sum is no indicator.
        let width = rows[0].len();
        let mut sum = vec![Made::Number(999.into(), 0); width];
        sum[0] = text("合計");
        rows.push(sum);
    }
    Table {
        rows,
        truth,
        meaning,
        ..Table::default()
    }
}

/// Item, unit and figures in one cell.
pub fn in_one_cell(d: &mut Dice) -> Table {
    let (arrow, colon) = (d.pick(&["→", " → ", "⇒"]), d.pick(&["：", ": ", "　"]));
    let mark = d.pick(&["", "・", "○"]);
    let (mut rows, mut truth) = (vec![vec![text("KPI")]], Vec::new());
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = Decimal::new(d.below(400) as i64 + 100, 0);
        let aim = near(d, start);
        rows.push(vec![text(format!(
            "{mark}{name}{colon}{start}{unit}{arrow}{aim}{unit}"
        ))]);
        truth.push(Truth::of(name, unit, start, aim));
    }
    Table::of(rows, truth, &[])
}

/// Rows of 目標 and 実績, the years in columns.
pub fn years_in_columns(d: &mut Dice) -> Table {
    let years = [2025_i32, 2026, 2027, 2028, 2029];
    let of = |year: i32| format!("R{}", year - 2018);
    let mut heads = vec![text(d.pick(&NAME_HEADS)), text("単位"), text("区分")];
    heads.extend(years.iter().map(|year| text(of(*year))));
    let (mut rows, mut truth) = (vec![heads], Vec::new());
    let rate = d.once_in(2);
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = value(d);
        let mut one = Truth::named(&name, unit);
        let mut aims = vec![
            text(name),
            text(unit),
            text(d.pick(&["目標", "目標値", "目　標"])),
        ];
        let mut done = vec![Made::Empty, Made::Empty, text(d.pick(&["実績", "実績値"]))];
        for (at, year) in years.iter().enumerate() {
            let aim = near(d, start);
            aims.push(figure(d, aim, ""));
            one.target = Some(aim);
            if at < 2 {
                let reached = near(d, start);
                done.push(figure(d, reached, ""));
                one.actuals.insert(FiscalYear(*year), reached);
            }
        }
        rows.extend([aims, done]);
        if rate {
            rows.push(vec![
                Made::Empty,
                Made::Empty,
                text("達成率"),
                text("98.0%"),
                text("101.2%"),
            ]);
        }
        truth.push(one);
    }
    Table::of(rows, truth, &[])
}

/// A line a year.
pub fn years_in_rows(d: &mut Dice) -> Table {
    let name_head = d.pick(&NAME_HEADS);
    let value_head = d.pick(&["実績値", "値", "数値"]);
    let heads = [
        text("年度"),
        text(name_head),
        text("単位"),
        text(value_head),
    ];
    let meaning = [(value_head.to_owned(), ColumnKind::Actual)].into();
    let (mut rows, mut truth) = (vec![heads.to_vec()], Vec::new());
    let western = d.once_in(2);
    for name in names(d) {
        let unit = d.pick(&UNITS);
        let start = value(d);
        let mut one = Truth::named(&name, unit);
        for year in 2022_i32..2025 {
            let reached = near(d, start);
            let when = match western {
                true => year.to_string(),
                false => format!("R{}", year - 2018),
            };
            rows.push(vec![
                text(when),
                text(name.clone()),
                text(unit),
                figure(d, reached, ""),
            ]);
            one.actuals.insert(FiscalYear(year), reached);
        }
        truth.push(one);
    }
    Table {
        rows,
        truth,
        meaning,
        ..Table::default()
    }
}
