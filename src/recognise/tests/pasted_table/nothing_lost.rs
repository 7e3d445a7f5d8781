//! Each cell of a line that is read as an indicator stands in the indicator (rules T1, T2).

use super::*;

fn squeezed(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// Every text of an indicator and its series.
fn texts(one: &PastedIndicator) -> String {
    let k = &one.indicator;
    let mut out = [
        &*k.code,
        &k.name,
        &k.unit,
        &k.owner,
        &k.source,
        &k.definition,
        &k.method,
        &k.rationale,
        &k.note,
    ]
    .join("\n");
    for s in &one.series {
        out += &format!("\n{}\n", s.name);
        if let Some(b) = &s.baseline {
            let at = b.at.clone().unwrap_or_default().0;
            out += &format!("{}{at}\n{}({at})\n{at}{}\n", b.figure, b.figure, b.figure);
        }
        for figure in s
            .targets
            .values()
            .chain(s.actuals.values())
            .chain(s.without_policy.values())
        {
            out += &format!("{figure}\n");
        }
        for year in s.targets.keys() {
            out += &format!("{} {} {}\n", year.say(), year.0, year.short());
        }
    }
    squeezed(&out)
}

/// Heads of tables and forms.
const HEADS: [&str; 14] = [
    "指標",
    "単位",
    "当初値",
    "基準値（R3）",
    "目標値",
    "目標値(R7)",
    "R4実績",
    "令和5年度",
    "区分",
    "備考",
    "担当課",
    "施策",
    "番号",
    "数値目標",
];

fn cell() -> impl Any<Value = String> {
    prop_oneof![
        2 => prop::sample::select(&HEADS).prop_map(str::to_owned),
        2 => prop::sample::select(vec![
            "", "", "目標", "実績", "5-1", "①", "出生数", "健康寿命", "男性", "女性", "人", "千円", "-", "↗", "集計中",
        ]).prop_map(str::to_owned),
        2 => "[0-9]{1,4}(人|件|%|)",
        1 => "[ぁ-ん一-龠a-z△（）0-9]{1,6}",
    ]
}

proptest! {
    #[test]
    fn t1_any_text_is_read(text in "\\PC{0,60}([\\t\\n\\r\"]\\PC{0,20}){0,12}") {
        read_table(&text, &plan(2022, 2025));
    }

    #[test]
    fn t8_any_choice_is_taken(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..9),
        picks in prop::collection::vec(0..16usize, 0..8),
        head in prop::option::of(0..9usize),
    ) {
        let text: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let text = text.join("\n") + "\t";
        let strategy = plan(2022, 2025);
        let first = read_table(&text, &strategy);
        let columns = first.columns.iter().zip(&picks).map(|(c, pick)| (c.key.clone(), ColumnKind::CHOICES[*pick].0));
        read_table_as(&text, &strategy, &ColumnMapping { head, columns: columns.collect() });
    }

    #[test]
    fn t2_nothing_is_lost(rows in prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..9)) {
        let rows: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        nothing_is_lost(&rows);
    }
}

/// Each cell of a line of an indicator stands in the indicator.
fn nothing_is_lost(rows: &[String]) {
    let table = read_table(&(rows.join("\n") + "\t"), &plan(2022, 2025));
    for (at, row) in rows.iter().enumerate() {
        let printed = |lines: &[(usize, String)]| lines.iter().any(|(n, _)| *n == at + 1);
        if printed(&table.heads) || printed(&table.unread) {
            continue;
        }
        let of_line = table
            .indicators
            .iter()
            .filter(|k| k.lines.contains(&(at + 1)));
        let found: String = of_line.map(texts).collect();
        // In a form the heads stand beside what they head, in its first line or below it: 当初値|0人|指標|出生数.
        let begins = |row: &String| {
            row.split('\t')
                .any(|cell| ["指標", "数値目標"].contains(&cell))
        };
        let is_form = rows[..=at].iter().any(begins);
        let is_head = |cell: &&str| {
            ["目標", "実績", "目標値"].contains(cell) || is_form && HEADS.contains(cell)
        };
        for cell in row.split('\t').filter(|cell| !is_head(cell)) {
            let cell = squeezed(cell);
            let plain: String = cell.chars().filter(|c| !"()".contains(*c)).collect();
            assert!(
                found.contains(&cell) || found.contains(&plain),
                "{cell} of line {} in {rows:?}\n{found}",
                at + 1
            );
        }
    }
}

/// A second unit, and a time in the column of a figure.
#[test]
fn t2_what_has_no_place_is_not_lost() {
    for rows in [
        ["単位\t数値目標\t当初値", "0人\t指標\t指標\t\t人"],
        [
            "指標\t目標値\t男性\t当初値",
            "R4実績\t令和5年度\t（むo\t1人",
        ],
    ] {
        nothing_is_lost(&rows.map(str::to_owned));
    }
}
