//! Tables in further forms of town offices: copied from pages and documents, with units beside figures, with marks at figures.

use recognise::read_table;

use crate::kinds::{read_as_printed, reads, told};
use crate::pasted_table::plan;
use fixtures::arbitrary::Dice;

#[test]
fn t6_a_unit_beside_a_figure_is_that_figures() {
    reads(
        "指標名|基準値(R6)||実績(R7)||目標(R11)|\n新規就農者数|12|人|13|人|20|人\n満足度|61.2|％|62.0|％|70|％",
        &[
            "+新規就農者数[人] :12@R6>2029=20/2025=13",
            "+満足度[％] :61.2@R6>2029=70/2025=62.0",
        ],
    );
    reads(
        "指標名|基準値(R6)|単位|実績(R7)|単位|目標(R11)|単位\n新規就農者数|12|人|13|人|20|人\n観光客|1.2|千人|1,300|人|1.5|千人",
        &[
            "+新規就農者数[人] :12@R6>2029=20/2025=13",
            "?観光客[千人] :1.2@R6>2029=1.5/2025=1300",
        ],
    );
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n新規就農者数|（人）|12|20\n相談件数|［件/年］|45|80",
        &[
            "+新規就農者数[人] :12@R6>2029=20/",
            "+相談件数[件/年] :45@R6>2029=80/",
        ],
    );
}

#[test]
fn t6_a_line_of_heads_that_ends_before_the_next_is_asked() {
    for (text, wanted) in [
        // As a page copies it: the joined heads are one cell each.
        (
            "指標|単位|R6|R7|R11\n||実績値|目標値|実績値|達成率|目標値\n新規就農者数|人|12|14|13|92.9%|20",
            "?新規就農者数[人] :>2025=14 2029=20/2024=12 2029=13",
        ),
        (
            "指標|目標|実績\n|R7|R11|R6|R7\n新規就農者数|14|20|12|13",
            "?新規就農者数[] :>2025=14/2024=12 2025=13 2029=20",
        ),
        (
            "指標|目標|実績\nR7|R11|R6|R7\n新規就農者数|14|20|12|13",
            "?新規就農者数[] :>2029=14/2024=20 2025=12",
        ),
        // As a spreadsheet copies it.
        (
            "指標|目標||実績|\n|R7|R11|R6|R7\n新規就農者数|14|20|12|13",
            "+新規就農者数[] :>2025=14 2029=20/2024=12 2025=13",
        ),
    ] {
        reads(text, &[wanted]);
    }
}

#[test]
fn t6_a_line_without_the_cell_that_is_joined_over_it_is_asked() {
    reads(
        "基本目標|指標|単位|基準値(R6)|目標値(R11)\n1 しごと|新規就農者数|人|12|20\n認定農業者数|経営体|120|130\n2 ひと|相談件数|件|45|80",
        &[
            "+新規就農者数[人] :12@R6>2029=20/",
            "?経営体[120] :130@R6>/",
            "+相談件数[件] :45@R6>2029=80/",
        ],
    );
}

#[test]
fn t12_a_head_may_name_a_span_of_years_or_two_of_them() {
    reads(
        "指標|単位|目標値(R7～R11累計)|実績(R7)\n新規就農者数|人|60|13",
        &["+新規就農者数[人] :>2029=60/2025=13"],
    );
    reads(
        "指標|単位|目標値（令和7～11年度の計）|実績(R7)\n新規就農者数|人|60|13",
        &["+新規就農者数[人] :>2029=60/2025=13"],
    );
    reads(
        "指標|単位|R6/R7実績|R11目標\n新規就農者数|人|12/13|20",
        &["?新規就農者数[人] :12@R6>2029=20/"],
    );
}

#[test]
fn t4_the_kind_of_an_indicator_is_no_part_of_it() {
    reads(
        "区分|指標|単位|R6実績|R11目標\n数値目標|出生数|人|80|100\nKPI①|婚姻件数|組|35|40\nアウトプット|講座回数|回|35|40\n成果指標２|満足度|％|61.2|70",
        &[
            "+出生数[人] :80@R6>2029=100/",
            "+婚姻件数[組] :35@R6>2029=40/",
            "+講座回数[回] :35@R6>2029=40/",
            "+満足度[％] :61.2@R6>2029=70/",
        ],
    );
}

#[test]
fn t4_a_line_of_actuals_may_stand_in_brackets_below_the_name() {
    reads(
        "指標名|単位|区分|R7|R8|R11\n新規就農者数|人|目標|13|14|20\n||（実績）|12|13|",
        &["+新規就農者数[人] :>2025=13 2026=14 2029=20/2025=12 2026=13"],
    );
    reads(
        "指標名|単位|R7目標|R8目標|R11目標\n新規就農者数|人|13|14|20\n（実績）||12|13|",
        &[
            "+新規就農者数[人] :>2025=13 2026=14 2029=20/",
            "?（実績）[] :>2025=12 2026=13/",
        ],
    );
}

#[test]
fn t6_what_stands_in_the_place_of_a_figure_or_at_it_is_told_or_asked() {
    reads(
        "指標名|単位|目標|||実績||\n||R7|R8|R11|R6|R7|R8\n新規就農者数|人|13|14|20|12|13|※\n相談件数|件|48|50|80|45|48|(50)\n満足度|％|62|63|70|61.2|***|集計中\n空き家活用件数|件|4|5|10|3|n/a|調査なし\n来館者数|人|1,300|1,400|1,500|1,234|…|未定\n出荷額|百万円|1 300|1 400|1 500|1 234|1 250|×",
        &[
            "?新規就農者数[人] :>2025=13 2026=14 2029=20/2024=12 2025=13 2026=?※",
            "?相談件数[件] :>2025=48 2026=50 2029=80/2024=45 2025=48 2026=?(50)",
            "?満足度[％] :>2025=62 2026=63 2029=70/2024=61.2 2025=?*** 2026=集計中",
            "?空き家活用件数[件] :>2025=4 2026=5 2029=10/2024=3 2025=?n/a 2026=調査なし",
            "+来館者数[人] :>2025=1300 2026=1400 2029=1500/2024=1234 2025=… 2026=未定",
            "?出荷額[百万円] :>2025=?1 300 2026=?1 400 2029=?1 500/2024=?1 234 2025=?1 250 2026=×",
        ],
    );
    reads(
        "指標|単位|R6実績|R7実績|R11目標\n新規就農者数|人|12|13p|20\n相談件数|件|45r|48|80\n満足度|％|*61.2|62.0†|70\n売上|千円|¥1,200|￥1,300|1,500\n社会増減|人|（△1,200）|△1,100|△800\n来場者|人|三百人|三百二十人|四百人\n観光入込客数|人|\"1,234,\n567\"|1,300,000|1,500,000",
        &[
            "?新規就農者数[人] :>2029=20/2024=12 2025=13",
            "?相談件数[件] :>2029=80/2024=45 2025=48",
            "?満足度[％] :>2029=70/2024=61.2 2025=?62.0†",
            "?売上[千円] :>2029=1500/2024=1200 2025=1300",
            "?社会増減[人] :>2029=-800/2024=?（△1,200） 2025=-1100",
            "?来場者[人] :>2029=?四百人/2024=?三百人 2025=?三百二十人",
            "?観光入込客数[人] :>2029=1500000/2024=?1,234,\n567 2025=1300000",
        ],
    );
    reads(
        "指標名|単位|基準値(R6)|目標値(R11)\n観光客数|人|1.2千人|1.5千人\n支払額|円|12万3千円|15万円\n新規就農者数|人|約12|20以上\n待機児童数|人|5未満|0\n空き家|件|12※1|10（注2）\n道路延長|m|1.2km|2km",
        &[
            "?観光客数[人] :1.2@R6>2029=1.5/",
            "?支払額[円] :123000@R6>2029=15/",
            "+新規就農者数[人] :12@R6>2029=20/",
            "+待機児童数[人] :5@R6>2029=0/",
            "+空き家[件] :12@R6>2029=10/",
            "?道路延長[m] :1.2@R6>2029=2/",
        ],
    );
}

#[test]
fn t6_a_figure_under_a_head_of_two_kinds_is_asked() {
    for (head, cell) in [
        ("R7目標(実績)", "30(29)"),
        ("R7目標・実績", "30"),
        ("目標値（実績値）", "30（29）"),
    ] {
        let text = format!("指標名\t{head}\tR11目標\n出生数\t{cell}\t40");
        let table = read_table(&text, &plan(2025, 2029));
        assert!(
            table.indicators.iter().all(|one| !one.chosen()),
            "{head} {:?}",
            told(&table)
        );
    }
    reads(
        "指標名|目標値(R11)|実績(R7)\n出生数|40人|29人",
        &["+出生数[人] :>2029=40/2025=29"],
    );
}

/// A table with joined cells: each cell as text, or nothing where a joined cell covers it.
struct Joined {
    rows: Vec<Vec<Option<String>>>,
    /// Each indicator as it is told.
    printed: Vec<String>,
}

const NAMES: [&str; 8] = [
    "新規就農者数",
    "移住相談の件数",
    "満足する人の割合",
    "空き家の活用件数",
    "図書館の貸出冊数",
    "防災訓練の参加者数",
    "婚姻の件数",
    "消防団員の数",
];

fn joined(d: &mut Dice) -> Joined {
    let (with_goals, with_units, by_year) = (d.once_in(2), d.once_in(2), d.once_in(2));
    let some = |text: &str| Some(text.to_owned());
    let mut heads = [Vec::new(), Vec::new()];
    let mut head = |[above, below]: [Option<String>; 2]| {
        heads[0].push(above);
        heads[1].push(below);
    };
    if with_goals {
        head([some("基本目標"), None]);
    }
    head([some("指標名"), None]);
    if with_units {
        head([some("単位"), None]);
    }
    // The figures: of which year each is, and whether it is an actual.
    let mut figures = Vec::new();
    if by_year {
        let years = [2025, 2026, 2027, 2029];
        for year in years.iter().skip(d.below(2)) {
            let era = format!("R{}", year - 2018);
            let mut above = Some(era);
            for (word, is_actual) in [("目標", false), ("実績", true)] {
                head([above.take(), some(word)]);
                figures.push((*year, is_actual));
            }
        }
    } else {
        for (word, is_actual) in [("目標値", false), ("実績値", true)] {
            let mut above = some(word);
            for year in (2025..2030).skip(d.below(3)) {
                head([above.take(), Some(format!("R{}", year - 2018))]);
                figures.push((year, is_actual));
            }
        }
    }
    let mut rows = heads.to_vec();
    let mut printed = Vec::new();
    for (nth, name) in NAMES.iter().take(3 + d.below(5)).enumerate() {
        let mut row = Vec::new();
        if with_goals {
            row.push((nth % 3 == 0).then(|| format!("{}つめの目標", nth / 3 + 1)));
        }
        row.push(some(name));
        if with_units {
            row.push(some("件"));
        }
        let mut sides = [Vec::new(), Vec::new()];
        for (year, is_actual) in &figures {
            let number = 10 + d.below(80);
            row.push(Some(number.to_string()));
            sides[usize::from(*is_actual)].push(format!("{year}={number}"));
        }
        rows.push(row);
        let unit = if with_units { "件" } else { "" };
        printed.push(format!(
            "{name}[{unit}] :>{}/{}",
            sides[0].join(" "),
            sides[1].join(" ")
        ));
    }
    Joined { rows, printed }
}

#[test]
fn t6_of_tables_with_joined_cells_nothing_false_comes_chosen_however_they_are_copied() {
    let (mut read, mut all) = (0, 0);
    for seed in 0..200 {
        let made = joined(&mut Dice::new(seed));
        let lines = |cells: &dyn Fn(&Vec<Option<String>>) -> Vec<String>| {
            let lines = made.rows.iter().map(|row| cells(row).join("\t"));
            lines.collect::<Vec<_>>().join("\n")
        };
        // A spreadsheet copies a blank cell for each that is covered, a page copies none.
        let blanks = lines(&|row| {
            row.iter()
                .map(|cell| cell.clone().unwrap_or_default())
                .collect()
        });
        let none = lines(&|row| row.iter().flatten().cloned().collect());
        // A word processor may keep the blanks of one direction.
        let down = lines(&|row| {
            let first = row.iter().position(Option::is_some).unwrap_or_default();
            let blank = std::iter::repeat_n(String::new(), first);
            blank.chain(row.iter().flatten().cloned()).collect()
        });
        let plan = plan(2025, 2029);
        for text in [&none, &down] {
            let told = told(&read_table(text, &plan));
            read_as_printed(&told, &made.printed, &format!("of {seed}:\n{text}"));
        }
        let told = told(&read_table(&blanks, &plan));
        read += read_as_printed(&told, &made.printed, &format!("of {seed}:\n{blanks}"));
        all += made.printed.len();
    }
    assert!(read * 100 >= all * 95, "{read} of {all}");
}

#[test]
fn t6_a_line_of_units_is_no_figure_and_says_them_of_the_lines_below_it() {
    reads(
        "指標|現状値|目標値\n|（人）|（人）\n出生数|30|40\n|（％）|（％）\n満足度|61.2|70",
        &["+出生数[人] :30@>2029=40/", "+満足度[%] :61.2@>2029=70/"],
    );
    reads(
        "番号|指標|現状値|目標値\n|単位|人|人\n1|出生数|30|40",
        &["+出生数[人] :30@>2029=40/"],
    );
    // Of two, none is said to be whose.
    reads(
        "指標|現状値|目標値\n|（人）|（％）\n出生数|30|40",
        &["?出生数[] :30@>2029=40/"],
    );
}

#[test]
fn t12_heads_of_plans_differences_and_means_of_others_are_known() {
    reads(
        "指標|計画|R7実績|差引\n出生数|40人|32人|△8人",
        &["+出生数[人] :>2029=40/2025=32"],
    );
    reads(
        "指標|R6（実績）|R7（計画）|R8（計画）|R11（目標）\n出生数|30|31|32|35",
        &["+出生数[] :30@R6>2025=31 2026=32 2029=35/"],
    );
    reads(
        "指標|現状値|国平均|類似団体|目標値\n高齢化率|38.5％|30.1％|29.0％|38.0％",
        &["+高齢化率[%] :38.5@>2029=38.0/"],
    );
    reads(
        "指標|区分|R7|R8\n出生数|上段：目標|31|32\n|下段：実績|29|",
        &["+出生数[] :>2025=31 2026=32/2025=29"],
    );
}

#[test]
fn t6_a_multiple_of_the_figure_of_a_year_is_asked_and_of_no_other_year() {
    reads(
        "指標|現状値|目標値\n会員の数|30人|R7の1.5倍",
        &["?会員の数[人] :30@>2029=?R7の1.5倍/"],
    );
}
