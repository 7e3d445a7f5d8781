//! シートの状況: which sheets there are, what is still blank on those of a year and whose it is, and what
//! rolling to the next year does.

use std::collections::BTreeMap;
use std::sync::Arc;

use edit::Edit;
use strategy::*;

/// 計画初年度 of the sheets there are, with how many there are of each.
pub fn editions(strategy: &Strategy) -> BTreeMap<FiscalYear, usize> {
    let mut editions = BTreeMap::new();
    for sheet in strategy.sheets.iter() {
        *editions.entry(sheet.year).or_default() += 1;
    }
    editions
}

/// The years sheets can be made for: the period's, those there are, and the one after the last of them.
pub fn plannable_years(strategy: &Strategy) -> Vec<FiscalYear> {
    let editions = editions(strategy);
    let mut years: Vec<_> = strategy.about().period.years().collect();
    years.extend(editions.keys());
    years.extend(editions.keys().next_back().map(|last| last.next()));
    sort::ascending(&mut years);
    years.dedup();
    years
}

/// The years that can be judged, each with a sheet or one of the period, as 計画初年度 of the sheets that judge them.
pub fn judging_editions(strategy: &Strategy) -> Vec<FiscalYear> {
    let mut years = plannable_years(strategy);
    years.push(strategy.about().period.last.next());
    sort::ascending(&mut years);
    years.dedup();
    years
}

/// The edition to begin with: the newest there is; without any, this year or what of the period is next to it.
pub fn present_edition(strategy: &Strategy, today: FiscalYear) -> FiscalYear {
    let period = strategy.about().period;
    let newest = editions(strategy).into_keys().next_back();
    newest.unwrap_or_else(|| today.min(period.last).max(period.first))
}

/// The years a sheet has columns for: the three it plans, and those after them its lines speak of.
pub fn columns(strategy: &Strategy, sheet: Id<Sheet>) -> Vec<FiscalYear> {
    let Some(first) = strategy.get(sheet).map(|sheet| sheet.year) else {
        return Vec::new();
    };
    let lines = strategy.lines.under(sheet);
    let spoken = lines
        .iter()
        .flat_map(|l| l.budgets.keys().chain(l.courses.keys()));
    let last = spoken.max().map_or(first.0, |year| year.0);
    // A stray year far away is kept on its line, but gets no column.
    let last = last.clamp(first.0 + Sheet::YEARS - 1, first.0 + 9);
    (first.0..=last).map(FiscalYear).collect()
}

/// The measures that name this one among their 関連施策, in reading order.
pub fn related_from(strategy: &Strategy, measure: Id<Measure>) -> Vec<Id<Measure>> {
    let all = strategy.measures_in_order().into_iter();
    let names = |m: &&Arc<Measure>| m.related.iter().any(|r| r.measure == Some(measure));
    all.filter(names).map(|m| m.id).collect()
}

/// The measure's initiatives that have no line yet on that side of the sheet.
pub fn initiatives_left(
    strategy: &Strategy,
    sheet: Id<Sheet>,
    side: Side,
) -> Vec<(Id<Initiative>, String)> {
    let Some(measure) = strategy.get(sheet).map(|sheet| sheet.measure) else {
        return Vec::new();
    };
    let lines = strategy.lines.under(sheet);
    let is_there = |id| {
        let mut lines = lines.iter();
        lines.any(|l| l.side == side && l.initiative == Some(id))
    };
    let all = strategy.initiatives.under(measure).into_iter();
    all.filter(|i| !is_there(i.id))
        .map(|i| (i.id, i.title.clone()))
        .collect()
}

/// A measure's sheet of an edition.
pub fn sheet_of(
    strategy: &Strategy,
    measure: Id<Measure>,
    edition: FiscalYear,
) -> Option<Id<Sheet>> {
    let mut sheets = strategy.sheets.iter();
    let fits = |sheet: &&Arc<Sheet>| sheet.measure == measure && sheet.year == edition;
    sheets.find(fits).map(|sheet| sheet.id)
}

/// The marks offered for 評価: those in use, as they are written there, and A to D.
pub fn marks_offered(strategy: &Strategy) -> Vec<String> {
    let used = strategy.sheets.iter().map(|sheet| sheet.rating.trim());
    let mut marks: Vec<String> = used
        .filter(|mark| !mark.is_empty() && mark.chars().count() <= 4)
        .map(str::to_owned)
        .collect();
    let is_half = marks.iter().any(|m| ["A", "B", "C", "D"].contains(&&**m));
    let usual = match is_half {
        true => ["A", "B", "C", "D"],
        false => ["Ａ", "Ｂ", "Ｃ", "Ｄ"],
    };
    marks.extend(usual.map(str::to_owned));
    sort::ascending(&mut marks);
    marks.dedup();
    marks
}

/// Returns how often each mark was given on the sheets of an edition, and the number of sheets without a mark.
pub fn ratings(strategy: &Strategy, edition: FiscalYear) -> (Vec<(String, usize)>, usize) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut unrated = 0;
    for sheet in strategy.sheets.iter().filter(|s| s.year == edition) {
        match sheet.rating.trim() {
            "" => unrated += 1,
            mark => *counts.entry(mark.to_owned()).or_default() += 1,
        }
    }
    (counts.into_iter().collect(), unrated)
}

/// 未記入: what a measure's sheet of the year judged still lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// The measure.
    pub measure: Id<Measure>,
    /// 担当課 of the measure; empty: nobody is named.
    pub owner: String,
    /// The blank fields, in the order of the sheet.
    pub lacks: Vec<SheetLack>,
}

/// Something blank on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetLack {
    /// There was a plan for the year, but there is no sheet that judges it.
    Sheet,
    /// 実績 lines without 決算額: so many.
    Settled(usize),
    /// 成果・課題.
    Results,
    /// 評価.
    Rating,
    /// 改善点及び方向性.
    Improvements,
}

/// Returns the blank fields on the sheets that judge a year, in reading order. A measure that was neither planned nor
/// judged in the year owes nothing.
pub fn blanks(strategy: &Strategy, judged: FiscalYear) -> Vec<Blank> {
    let sheets = strategy.sheets.by_parent();
    let lines = strategy.lines.by_parent();
    let measures = strategy.measures_in_order().into_iter();
    let blank = |measure: &Arc<Measure>| {
        let mine = sheets.under(measure.id);
        let of = |year: FiscalYear| mine.iter().find(|sheet| sheet.year == year);
        let lacks = match (of(judged.next()), of(judged)) {
            (Some(sheet), _) => lacks(sheet, lines.under(sheet.id)),
            (None, Some(_)) => vec![SheetLack::Sheet],
            (None, None) => Vec::new(),
        };
        (!lacks.is_empty()).then(|| Blank {
            measure: measure.id,
            owner: measure.owner.trim().to_owned(),
            lacks,
        })
    };
    measures.filter_map(blank).collect()
}

/// Returns the number of measures that owe a sheet judging a year: those that were planned or judged in it.
pub fn reviews_owed(strategy: &Strategy, judged: FiscalYear) -> usize {
    let of_year = |sheet: &&Arc<Sheet>| sheet.year == judged || sheet.year == judged.next();
    let measures = strategy.sheets.iter().filter(of_year);
    sort::set(measures.map(|sheet| sheet.measure)).len()
}

fn lacks(sheet: &Sheet, lines: &[&Arc<Line>]) -> Vec<SheetLack> {
    let unsettled = lines
        .iter()
        .filter(|line| line.side == Side::Done && line.settled.is_none())
        .count();
    let is_blank = |text: &str| text.trim().is_empty();
    [
        (unsettled > 0, SheetLack::Settled(unsettled)),
        (is_blank(&sheet.results), SheetLack::Results),
        (is_blank(&sheet.rating), SheetLack::Rating),
        (is_blank(&sheet.improvements), SheetLack::Improvements),
    ]
    .into_iter()
    .filter_map(|(lacks, what)| lacks.then_some(what))
    .collect()
}

/// 次年度へ送る, before it is done: one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Rolling {
    /// The measure.
    pub measure: Id<Measure>,
    /// Lines planned on, as they will stand on the new sheet.
    pub carried: Vec<Arc<Line>>,
    /// Lines planned until now that end.
    pub ended: Vec<Arc<Line>>,
    /// Number of lines of 実績 with which the new sheet begins.
    pub done: usize,
}

/// Returns the measures that [`edit::roll`] leaves without a sheet, as they have none for `from`, in reading order (I48).
pub fn left_out(strategy: &Strategy, from: FiscalYear) -> Vec<Id<Measure>> {
    let sheets = strategy.sheets.by_parent();
    let measures = strategy.measures_in_order().into_iter();
    let has_none = |measure: &&Arc<Measure>| {
        let mut mine = sheets.under(measure.id).iter();
        !mine.any(|sheet| sheet.year == from || sheet.year == from.next())
    };
    measures
        .filter(has_none)
        .map(|measure| measure.id)
        .collect()
}

/// Returns the effects of an edit made by [`edit::roll`], measure by measure in reading order.
pub fn rolling(strategy: &Strategy, from: FiscalYear, edit: &Edit) -> Vec<Rolling> {
    let made = edit.changes.sheets.values().filter_map(|s| s.to.as_ref());
    let lines = edit.changes.lines.values().filter_map(|s| s.to.as_ref());
    let filled = lines.filter_map(|line| strategy.get(line.sheet));
    let new = sort::map(made.chain(filled).map(|sheet| (sheet.measure, sheet.id)));
    let measures = strategy.measures_in_order().into_iter();
    let one = |measure: &Arc<Measure>| {
        let sheet = *new.get(&measure.id)?;
        let mut lines: Vec<_> = edit
            .changes
            .lines
            .values()
            .filter_map(|step| step.to.as_ref())
            .filter(|line| line.sheet == sheet)
            .collect();
        sort::by_key(&mut lines, |line| (&line.order, line.id));
        let (done, carried): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|line| line.side == Side::Done);
        let before = sheet_of(strategy, measure.id, from)
            .map(|old| strategy.lines.under(old))
            .unwrap_or_default();
        // The lines planned on stand in the order they had: what has no counterpart ends.
        let mut rest = carried.iter().peekable();
        let mut ended = Vec::new();
        for line in before.into_iter().filter(|l| l.side == Side::Planned) {
            let goes_on =
                |new: &&&Arc<Line>| new.title == line.title && new.initiative == line.initiative;
            if rest.next_if(goes_on).is_none() {
                ended.push(Arc::clone(line));
            }
        }
        Some(Rolling {
            measure: measure.id,
            carried: carried.into_iter().cloned().collect(),
            ended,
            done: done.len(),
        })
    };
    measures.filter_map(one).collect()
}
