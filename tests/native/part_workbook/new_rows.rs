//! Rows that were added to a workbook are offered (P35).

use super::*;

#[test]
fn p35_a_new_indicator_is_offered_with_its_figures_as_one_choice() {
    let plan = sample("mihon");
    let part = whole(&plan);
    let mut sheets = sheets(&part);
    let new = ("単位", "件");
    // A copied row, with the number of another row.
    let copied = part.series.iter().next().unwrap().id.to_string();
    let figures = [
        ("名称", "空き店舗の活用"),
        new,
        ("R6 実績", "3"),
        ("R7 目標", "12"),
    ];
    add_row(&mut sheets, "指標の数値", &copied, &figures);
    let texts = [("名称", "空き店舗の活用"), new, ("担当課", "産業振興課")];
    add_row(&mut sheets, "指標の内容", "", &texts);
    let other = [("名称", "通いの場"), ("内訳", "男性"), ("R6 実績", "5")];
    add_row(&mut sheets, "指標の数値", "", &other);
    let women = [("名称", "通いの場"), ("内訳", "女性"), ("R6 実績", "7")];
    add_row(&mut sheets, "指標の数値", "", &women);
    // Below the table, a user wrote a note.
    let note = add_row(&mut sheets, "指標の数値", "", &[("名称", "※ 見込みを含む")]);
    let ReturnedPart {
        part: back,
        unwritten,
        offered,
    } = read(&part, &sheets);
    let sheet = "指標の数値".to_owned();
    assert_eq!(unwritten, [NotTaken::Row { sheet, row: note }]);
    assert_eq!(offered.len(), 2);
    let named = |name: &str| {
        let mut all = back.indicators.iter();
        all.find(|one| one.name == name).unwrap().clone()
    };
    let shops = named("空き店舗の活用");
    assert_eq!((&*shops.unit, &*shops.owner), ("件", "産業振興課"));
    let figures = back.series.under(shops.id)[0].clone();
    assert_eq!(figures.actuals[&FiscalYear(2024)].text(), "3");
    assert_eq!(figures.targets[&FiscalYear(2025)].text(), "12");
    let both = back.series.under(named("通いの場").id);
    let names: Vec<&str> = both.iter().map(|one| &*one.name).collect();
    assert_eq!(names, ["男性", "女性"]);

    // One choice each; nothing is added until it is accepted.
    let handed = HandedPart::clone(part.about().handed.as_ref().unwrap());
    let mut mine = plan.clone();
    mine.about.insert(About {
        handed_out: vec![handed.clone()],
        ..About::clone(&plan.about())
    });
    let mut came = incoming(&mine, back.clone(), &[]).unwrap();
    came.offered = offered;
    let scope = scope_of(&handed);
    let returns = [returned(&mine, &came, Some(&mine))];
    assert_eq!(returns[0].scope.as_ref(), Some(&scope));
    let merged = gather(&mine, &returns, &ChoicesOf::new());
    let rows = merged.rows();
    assert_eq!(rows.len(), 2, "{rows:?}");
    for (_, row) in &rows {
        assert!(row.offered && !row.outside && row.act == Act::Added);
    }
    assert_eq!(merged.after().indicators.len(), mine.indicators.len());
    let taken = |row: &edit::merge::Row| ((0, row.spot), Choice::Theirs);
    let choices: ChoicesOf = rows.iter().map(|(_, row)| taken(row)).collect();
    let merged = gather(&mine, &returns, &choices);
    assert_eq!(merged.after().series.len(), mine.series.len() + 3);
    let mut after = mine.clone();
    let edit = merged.edit().unwrap();
    edit.apply(&mut after).unwrap();
    assert_eq!(after.indicators.len(), mine.indicators.len() + 2);
    edit.reverse().apply(&mut after).unwrap();
    assert_eq!(after, mine);
}

#[test]
fn p35_a_new_row_stands_where_it_says_and_is_offered_where_it_does_not() {
    let part = whole(&sample("mihon"));
    let given = sheets(&part);
    let label = |sheets: &[SheetRead], name: &str, id: &str, head: &str| {
        let (at, row, column) = place(sheets, id, head);
        assert_eq!(sheets[at].name, name);
        sheets[at].rows[row].get(column).unwrap().text()
    };
    let mut wanted = part.clone();
    let mut sheets = given.clone();
    let first = part.initiatives.sorted()[0].clone();
    let measure = label(&given, "取組", &first.id.to_string(), "施策");
    let says = [("施策", &*measure), ("名称", "はっきりした取組")];
    add_row(&mut sheets, "取組", "", &says);
    add_row(
        &mut sheets,
        "取組",
        "",
        &[("名称", "置き場所の分からない取組")],
    );
    let closed = closed_years(&part);
    let year = |line: &Line| part.get(line.sheet).unwrap().year.previous();
    let is_open = |line: &Line| !closed.contains(&year(line));
    let line = part
        .lines
        .iter()
        .find(|line| line.side == Side::Done && is_open(line))
        .unwrap()
        .clone();
    let id = line.id.to_string();
    let (of, half) = (
        label(&given, "予算と決算", &id, "施策"),
        label(&given, "予算と決算", &id, "年度と区分"),
    );
    let says = [
        ("施策", &*of),
        ("年度と区分", &*half),
        ("名称", "足した事業"),
        ("決算額", "120"),
    ];
    add_row(&mut sheets, "予算と決算", "", &says);
    let nameless = add_row(&mut sheets, "予算と決算", "", &[("決算額", "130")]);
    let nameless_measure = add_row(&mut sheets, "施策", "", &[("担当課", "産業課")]);
    let written = read(&part, &sheets);
    let row = |sheet: &str, row| NotTaken::Row {
        sheet: sheet.to_owned(),
        row,
    };
    assert_eq!(
        written.unwritten,
        [row("施策", nameless_measure), row("予算と決算", nameless)]
    );
    let clear = Id::<Initiative>::new(4711);
    let unclear = Id::<Initiative>::new(4712);
    let money = Id::<Line>::new(4713);
    assert_eq!(written.part.get(clear).unwrap().measure, first.measure);
    assert_eq!(written.offered, [AnyId::from(unclear)].into());
    let added = written.part.get(money).unwrap();
    assert_eq!((added.sheet, added.side), (line.sheet, line.side));
    assert_eq!(added.settled, Some(Money::Thousand(120)));
    for id in [clear, unclear] {
        wanted
            .initiatives
            .insert(Initiative::clone(written.part.get(id).unwrap()));
    }
    wanted.lines.insert(Line::clone(added));
    assert_eq!(written.part, wanted);
}

#[test]
fn p35_a_new_measure_is_offered_with_what_was_added_under_it() {
    let plan = sample("mihon");
    let part = whole(&plan);
    let mut sheets = sheets(&part);
    let all = part.goals.sorted().into_iter();
    let all: Vec<_> = all.flat_map(|goal| part.measures_of(goal.id)).collect();
    let last = all.last().unwrap();
    let says = [("名称", "関係人口の窓口づくり"), ("担当課", "企画課")];
    add_row(&mut sheets, "施策", "", &says);
    let twice = add_row(&mut sheets, "施策", "", &[("名称", &*last.title)]);
    let of_it = [("施策", "関係人口の窓口づくり"), ("名称", "案内所を開く")];
    add_row(&mut sheets, "取組", "", &of_it);
    let written = read(&part, &sheets);
    // A measure with the title of an existing one is not matched by a guess.
    let sheet = "施策".to_owned();
    assert_eq!(written.unwritten, [NotTaken::Row { sheet, row: twice }]);
    let id = Id::<Measure>::new(4711);
    assert_eq!(written.offered, [AnyId::from(id)].into());
    let added = written.part.get(id).unwrap().clone();
    assert_eq!(
        (&*added.title, &*added.owner),
        ("関係人口の窓口づくり", "企画課")
    );
    assert_eq!(added.goal, last.goal);
    assert!(added.order > last.order);
    let under = written.part.initiatives.under(id);
    assert_eq!(under.len(), 1);

    // One choice; nothing is added until it is accepted, and then all of it.
    let handed = HandedPart::clone(part.about().handed.as_ref().unwrap());
    let mut mine = plan.clone();
    mine.about.insert(About {
        handed_out: vec![handed],
        ..About::clone(&plan.about())
    });
    let mut came = incoming(&mine, written.part.clone(), &[]).unwrap();
    came.offered = written.offered;
    let returns = [returned(&mine, &came, Some(&mine))];
    let merged = gather(&mine, &returns, &ChoicesOf::new());
    let rows = merged.rows();
    let [(0, row)] = &rows[..] else {
        panic!("{rows:?}");
    };
    assert!(row.offered && !row.outside && row.act == Act::Added);
    assert_eq!(merged.left_open(0, &ChoicesOf::new()), 1);
    assert_eq!(merged.after().measures.len(), mine.measures.len());
    let choices = ChoicesOf::from([((0, row.spot), Choice::Theirs)]);
    let merged = gather(&mine, &returns, &choices);
    assert_eq!(merged.left_open(0, &choices), 0);
    let mut after = mine.clone();
    let edit = merged.edit().unwrap();
    edit.apply(&mut after).unwrap();
    assert_eq!(after.measures.len(), mine.measures.len() + 1);
    assert_eq!(after.initiatives.len(), mine.initiatives.len() + 1);
    assert_eq!(after.integrity(), []);
    edit.reverse().apply(&mut after).unwrap();
    assert_eq!(after, mine);
}

#[test]
fn p35_a_row_that_is_here_already_is_no_new_indicator() {
    let part = whole(&sample("mihon"));
    let mut sheets = sheets(&part);
    let one = part.indicators.sorted()[0].clone();
    let says = [
        ("名称", &*one.name),
        ("単位", &*one.unit),
        ("R6 実績", "99"),
    ];
    let row = add_row(&mut sheets, "指標の数値", "", &says);
    let written = read(&part, &sheets);
    let sheet = "指標の数値".to_owned();
    assert_eq!(written.unwritten, [NotTaken::Row { sheet, row }]);
    assert_eq!(written.part, part);
}
