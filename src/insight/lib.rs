//! Results of a strategy: pure functions of a strategy (and a year passed in). No page computes any of it.
//!
//! ```
//! use insight::overview::overview;
//! use strategy::{FiscalYear, Strategy};
//!
//! let seen = overview(&Strategy::default(), FiscalYear(2025));
//! assert_eq!(seen.whole.indicators.total, 0);
//! assert!(!seen.has_actuals);
//! ```
//!
//! Rules (the tests carry the numbers):
//! - I1  Whatever figures, years and rule sets are given, an answer comes back: nothing panics, and what has
//!   too many digits says so.
//! - I2  進捗率 = (actual − baseline) ÷ (target − baseline), only for 増やす and 減らす, and only where the target
//!   is on the side wished for. 保つ is within its limits or not; 方向のみ has moved as wished or not; without a
//!   baseline the target is reached or not; a target on the worse side is set against the year's expected value.
//! - I3  千人 and 万人, and 割 and ％, are told in one unit before they are compared; ％ and 人 are never compared.
//! - I4  The target is the last one typed in the period. What is expected of a year is its own target if typed;
//!   the target itself for 毎年度 and 期間平均 and once its year has come; else the straight line from the
//!   baseline to the target. The line begins where the plan does (at the end of the year before), or with the
//!   baseline when that is later: an older baseline does not make the plan late before it began.
//! - I5  The way is the one said; a target that is an arrow says it itself; else it is seen from the target, and
//!   that is told. In a 順位 smaller is better.
//! - I6  累計 that starts within the plan and has no baseline starts at zero; each figure is the running total.
//! - I7  A blank is not zero. What cannot be judged says why: 集計中, 目標なし, 定義変更, 単位違い ….
//! - I8  期間平均 is judged by the mean of the years that have a number; a blank never moves an average.
//! - I9  What 保つ asks: its own bounds, else those of the target, else the target itself, else the baseline. Of one
//!   value it must be said whether 以上, 以下 or ちょうど is meant, unless the scale ends there (0, 100 ％) or it is a
//!   順位; until then another figure cannot be judged, and the three are offered.
//! - I10 A target is met at its value; 超 and 未満 only past it; a range at the end come upon first.
//! - I11 Another unit, all signs turned with the way, or the whole plan years later: the judgement is the same.
//! - I12 ペース is progress against what is expected of the year; on the line it is 100 exactly.
//! - I13 A rating is the band given for the state (達成, 悪化, 実績なし …), else the first whose tests all hold,
//!   else none.
//! - I14 Every rating answers why with the numbers that went in: the tolerance where there is one, a mean as a mean,
//!   and of what fell short the band it missed and by how much. No rule set rates 保つ by a rate.
//! - I15 A roll-up counts first: each band, how many are known of how many, and why the others are not.
//! - I16 An average of 進捗率 counts each indicator for at least 0 and at most 100, one with several series by their
//!   mean; it leaves out what has none, and says of how many it is and how many were counted as 0 or 100.
//! - I17 An indicator used in two places counts once in what holds both.
//! - I18 An indicator is as good as the worst of its series that are rated; that series is named.
//! - I19 A rating given by people stands beside the computed one, and counts in its place where the rule set has its
//!   mark; its reason is told first.
//! - I21 What is drawn is in one unit; the latest actual is a number, and not of the future.
//! - I22 A number is awaited of every series and year but 調査なし and 中止.
//! - I23 A forecast is told only of three years' numbers or more, since the last change of definition, and never
//!   across one.
//! - I24 A forecast is the least-squares line at the target's year, with what should be borne in mind. Of 期間平均 it
//!   is the mean of the period; of 保つ it stays within the limits, leaves them, or cannot tell.
//! - I25 成り行きとの差 is better or worse by the way wished for; without both numbers there is none.
//! - I26 Another rule set tells which indicators change class; every one is counted under each, or named as one no
//!   band takes.
//! - I30 Numbers read as an office writes them, with △ for every minus, typed or computed; what is not quite 100 ％
//!   never reads as 100 ％, and no number is rounded into the opposite of its sentence.
//! - I31 A printed number stands; where none is printed, it is counted among its siblings.
//! - I32 A measure's code is the number of its heading (or goal) and its own, 32-1; where the heading is only counted,
//!   or another measure has that code, the goal's number stands before it, 3-1-1. Two measures have one code only where
//!   the same numbers are printed twice.
//! - I33 体系図 holds everything once, and says of each what it holds.
//! - I35 Searching minds neither width nor case nor kana; a thing is found once, with the years of its sheets, kind by kind; names come before texts.
//! - I36 A guess of way and counting is only proposed, and tells what it was seen from.
//! - I40 A 計 is the sum of all lines as printed; a dash and a blank add nothing and are counted apart.
//! - I41 A 純計 counts each initiative once: of the lines that repeat each other, those nearest the original.
//! - I42 What the 純計 leaves out is told, line by line, with the line that counts for it.
//! - I43 The 純計 of the parts add up to the 純計 of the whole; so do the 計.
//! - I44 The order of lines on a sheet changes no total.
//! - I45 No total overflows: it stays at the largest number.
//! - I46 Where a repeat prints another amount than its original, the original's is counted and the difference told.
//! - I47 What a year's sheets lack is told by measure and owner; a section that was not in the plan owes nothing.
//! - I48 What rolling carries and ends is told before it is done, and adds up to what was planned.
//! - I49 Blank lines come to nothing written, dashes to a dash, no line to none: a 計 is never a zero nobody wrote.
//! - I50 What got worse since last year fell to a lower band, or went against the wanted direction and past the baseline.
//! - I51 What will be missed is told of every indicator with a forecast, however it is rated now.
//! - I52 Each indicator counts once for the office that answers for it.
//! - I53 What got worse comes first among what is to be decided, then what is rated well and will be missed.
//! - I54 What differs between two versions is told in reading order, each line with its measure, year and side.
//! - I55 Where a plan has no indicator, what is said first is what it does hold.
//! - I56 The first steps of a plan just begun are ticked by what it holds, never by hand.
//! - I57 An item of a framework is covered by any goal, measure or initiative that answers to it; what comes next is neither done nor over, and has not begun unless nothing begins any more.
//! - I58 Of a change that cannot be read whole, every record and field that can be made out is told.
//! - I59 The table of all works shows what is asked for and nothing else; what has no amount comes last.
//! - I60 In the matrix of 整合 every goal and measure is a row and every item a column; what is tied under a row is counted in its cell.
//! - I61 A goal or measure is tied to nothing where neither it, nor its goal, nor anything under it is tied.
//! - I62 What looks like the name of a person, a mail address, a number to call or a postal code is asked about; it is never certain.
//! - I63 How far a series has come is told from 当初値 to its latest figure, and never across a change of definition.
//! - I64 Whether a year was better than the one before is told by the way wished, and not where the move is within the error.
//! - I65 An initiative could draw on a support it does not draw on, where both say a word that not every plan says: in both
//!   titles, or two in a title and a text. It is proposed with the words, never chosen unasked, and of the likeliest five.
//! - I66 Of what is equally likely, that comes first whose words ask for support of that kind (資金, 情報, 人).
//! - I67 A deadline is soon within thirty days and past from the day after; the nearest open one comes first.
//! - I68 The calendar of a timetable reaches over whole months; in a lane, what shares a 旬 stands together, one after another as it begins.
//! - I70 In a 新旧対照表 the words that changed are told on both sides; paragraphs that stand in both are left out.
//! - I71 A 新旧対照表 tells each record that differs once, part by part, in reading order; of one that came or went all that it says.
//! - I72 An item numbered 3.4 stands under that numbered 3 of its framework. What answers to it answers to the one above,
//!   and only those above are counted, asked for, and columns at first.
//! - I73 A part that was handed out is late from the day after it was to come back, until something of it comes or nothing is
//!   awaited any more.
//! - I74 Question, answer and movement of a series come from one progress status: that of the year judged, or of the last
//!   year with a figure, and then that is told. A mean is compared as a mean.
//! - I75 No answer contradicts its movement or its limits. Where its rating is poor beside a yes or good beside a no, the
//!   rating is named.
//! - I76 A running total is asked whether it has reached its target; it is never better or worse than the year before.
//! - I77 Residents are told the median 進捗率 of five indicators or more, each by its lowest series, so that no single figure
//!   decides; of fewer none.
//! - I78 Before a plan is published it is told if it has no goal, no indicator or no contact, and of a draft if the period
//!   or the address of comments is missing.
//! - I79 The works of a year are those of the sheets that judge it, each counted once in the plan; a year is told of only where
//!   a sheet says a result or a 決算額 of it.
//! - I80 Of an indicator that got worse, the improvements are quoted from the sheets of the measures whose KPI it is, for the
//!   same year; of other measures only the name is told.
//! - I81 A term is explained where the pages of a plan use it.
//! - I82 The index holds every name of a goal, measure, initiative and indicator, and every idea, under at least one word of
//!   it; a word that has a reading stands in the row of its first kana.
//! - I83 A step of the office's year is as far as the plan tells: what only 日程 can tell is unknown without an item there, and
//!   what the plan has nothing of is not asked for. It is late when its month, or its item in 日程, is over and something is left.
//! - I84 Named first is what is left and whose time has come, by month from April on; else what comes next.
//! - I85 In a ロジックモデル a way leads from every measure to a 数値目標, and to every 数値目標 from a measure.
//! - I86 Every link of it has a reason; those without are counted by where they begin.
//! - I87 A measure whose KPI are 活動指標 only is told; one without KPI is told by I85 alone.
//! - I88 Actual figures of it have a source: 出典, or a 根拠.
//! - I89 The measures of a 議会答弁資料 are those whose KPI the indicator is; if it is nobody's KPI, those of the goals whose
//!   target it is.
//! - I90 成果・課題 and 改善点及び方向性 are quoted from the newest sheet that says them, of those that judge the year or one before;
//!   its year is told.
//! - I91 Its money is the 決算額 of the year judged and the 予算額 of the next, as the sheets of its measures add up.
//! - I92 Next steps are the 改善点及び方向性, and each work of the next year whose 方向性 is another than 維持.
//! - I106 開始前 of a grant project is the latest figure before its first year; a running total that begins with it starts at zero.
//! - I107 増加分 of a year is its value less that of the year before, negative where it falls.
//! - I108 累計 is the last value less 開始前: the sum of the increments. A year without a figure is said, and never zero.
//! - I109 期間平均 has no increments; what is added to ％ is ポイント.
//! - I110 Nothing is added across a change of definition.
//! - I111 Every value that a form can take has a name under which the plan keeps its cell.
//! - I97 A telephone number is found with hyphens, brackets, spaces or none, a postal code with or without 〒, an address from
//!   the number of its house on; a range of numbers, a date or a 丁目 alone is none of them.
//! - I100 A record of a part is filled in when nothing that was asked of it is blank: of an indicator the actuals, of a measure
//!   the sheet that judges and the 予算額 of its works. What is asked as text is not counted.
//! - I120 The verb of a movement goes by the unit. Where none is said, a name that says a share counts as one.
//! - I121 A figure of another town is told in the unit of the indicator; what counts something else is left out.
//! - I122 The changes since a briefing stand by weight: ratings that fell, other ratings, targets, actuals, judgements,
//!   money, what came or went, texts; of one weight in the order a plan is read.
//! - I123 What goes with a record that came or went is not told again; ledgers, settings and the timetable are none of it.
//! - I124 Two plans that say the same have no changes since a briefing.
//! - I133 Measures of one thing are compared in the unit of the indicator: 1.2km is 1200 of m. Measures of two are not compared.
//! - I134 Figures that are counted by other stretches of time are not compared: 週1回 and 月1回.
//! - I135 What is measured is not compared with what is counted, nor people with money or cases; and an answer tells no
//!   such figure: 1.2km is not 1.2人.
//! - I141 Such a figure is drawn in no chart, has no number in a table for programs, and is in no mean, forecast or change.
//!
//! Of a session ([`workshop`]):
//! - W20 Every vote is counted once, also on what was merged; the sum of the rows of a kind is what was given of it.
//! - W21 How many voted is always told for each kind of votes: of opinions those on paper included, of paper stickers where
//!   somebody counted the people.
//! - W22 All positions agree where each that voted has at least half of its people for it; of one position nothing is said.
//! - W23 A merged idea has no row of its own; a person who voted for two that were merged counts once, and has one opinion.
//! - W24 What an indicator asks is of its first series with two numbers or more, from the last change of definition on; at
//!   least one year is shown and one hidden, and the scale reaches as far up as down, as far as there can be numbers.
//! - W25 What is left out of a drawing is a straight line; every value is on a step and on the scale.
//! - W26 A guess is told beside what came, at the last year that was guessed.
//! - W27 A map of opinions is drawn of thirty people or more who each said seven opinions or more, else it is told why not.
//! - W28 Each of them is one point on it, by no name; people with similar choices are close, whatever order ballots came in.
//! - W31 Dots, points, opinions and paper stickers are never added, nor the people who gave them: each is a count of its own,
//!   by the voting method that the ballot carries.
//! - W32 Votes for an idea are told with their unit, how many people voted so, and the session; they are published once the
//!   session opened them, and stickers that were counted by hand without it before.
//! - W33 Ideas say the same that differ in width, case, kana, spaces and punctuation alone; that they be merged is proposed.
//!
//! Of the population ahead ([`population`]):
//! - P1 A 試算 that assumes nothing is the published projection, figure by figure; nothing of the projection is computed.
//! - P2 Persons are rounded once, by age and sex; every sum is that of its ages, men and women, or the printed one and the
//!   difference of its ages.
//! - P3 Before the year from which a 試算 holds it is the projection. No age is ever below nobody.
//! - P4 Between two published years persons stand on a straight line; outside of them there are none.
//!
//! Of an extension of the period:
//! - X1 For the new last year a target is asked of every series that has one in the period; none is invented.
//! - X2 What is foreseen there is the line of the actuals, whatever the targets are.
//! - X3 Chapters that name the old last year are told.
//!
//! Of published data ([`open_data`]):
//! - I94 A figure is told in the unit of the indicator by a shift of its decimal point, digit by digit; of another unit it
//!   is as it is printed, and asked.
//! - I95 Taken unasked is a figure only where the plan has none, or waits for one; where the two differ it is asked, and in a
//!   closed year it is not offered. A mark (X, －, …) is no zero and never stands for a number unasked.
//!
//! Of a region ([`region`]):
//! - R1 Indicators count the same whose names and units are the same but for width, case, kana and spaces.
//! - R2 What a person joined is together; what may be alike is asked, never joined unasked.
//! - R3 An item nothing answers to is a zero; of a town that does not have the framework the cell is empty.
//! - R4 A total is the sum of the towns that have an amount; a town without one is empty, not zero.
//! - R5 A support nobody uses is a zero; of a town that does not list it the cell is empty.
//! - R6 A measure is shared where two towns or more have one of that title.
//! - R7 Behind a count of a town are as many records as it says, and behind money lines that add up to it.
//! - R8 Two plans of one town are one town, known by code and name.
//! - R9 Of several plans of a town one counts: the one that was chosen, else the latest in force, else the latest.
//! - R10 Holes are told first: support nobody uses, items nobody answers to, plans without indicators or recent actuals.
//! - R11 The population is the latest actual of the indicator that counts everybody; its name and year are told.
//! - R12 A code holds if its check digit does.
//! - R13 A plan of the same town, title and period that comes again replaces the older file.
//! - R14 A sorted table has the same rows; equal rows stay in their order, empty cells come last.
//! - R15 A town has handed in if a plan is of it by R18; a name that several have is that of the list's prefecture. Every plan
//!   is of one town of the list, or told as of none.
//! - R16 Missing of a request is an indicator that the plan does not have by R1, or an actual of a requested year; the town
//!   and the prefecture are told the same.
//! - R17 An area is a list of municipalities under a name of its own, chosen or typed; a word that means none is told, and
//!   nothing else of the text is lost for it.
//! - R18 A plan is of the municipality of its code; without a code of that of its name with the prefecture, or of the only one
//!   in Japan of that name. A name that several have is asked, and the answer stays.
//! - R19 Of an area only the plans that count are summed, each once; a plan of no area is in none of the sums.
//! - R20 A table whose every figure is a zero is folded, with the number of its rows.
//! - R21 The planned money of areas is of one year, the latest of those that most towns write; each sum says how many write it.

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

mod alignment_matrix;
pub mod answer;
pub mod appraisal;
pub mod assembly;
pub mod briefing;
pub mod briefing_changes;
pub mod checks;
pub mod compare;
mod completeness;
pub mod contents;
mod coverage;
pub mod decimal;
mod english_names;
mod evaluation_year;
pub mod expected;
mod extension;
mod figure_table;
mod first_steps;
pub mod forecast;
pub mod grants;
mod indicator_filter;
mod inference;
mod item_heads;
mod late_parts;
pub mod logic;
pub mod money;
pub mod moves;
mod name_index;
mod numbering;
pub mod office_year;
pub mod open_data;
pub mod overview;
mod part_progress;
mod part_state;
mod personal;
pub mod population;
pub mod presets;
pub mod progress;
mod publication_gaps;
pub mod rating;
pub mod region;
pub mod revision;
pub mod rollup;
pub mod ruleset_comparison;
pub mod search;
pub mod sheets;
pub mod succession;
mod support_deadline;
mod support_match;
mod term;
#[cfg(any(test, feature = "fixtures"))]
pub mod test_fixtures;
pub mod time_series;
mod timetable;
mod title;
mod totals;
pub mod town_code;
pub mod tree;
pub mod unit;
mod unread;
pub mod verdict;
pub mod wording;
pub mod workshop;
pub mod yearly_work;

pub use alignment_matrix::{
    AlignmentMatrix, FrameworkColumns, ItemColumn, MatrixCell, MatrixRow, alignment_matrix,
};
pub use completeness::{Awaited, Completeness, Owner, completeness, has_actuals};
pub use coverage::{Coverage, answered as answered_items, coverage};
pub use english_names::{english_names_written, with_english_names};
pub use evaluation_year::{EnteredYears, evaluation_year, evaluation_years};
pub use extension::{TargetQuestion, sections_naming, target_questions};
pub use figure_table::{FigureColumns, FigureRow, RowsShown, figure_rows, figure_years};
pub use first_steps::{FirstSteps, is_begun};
pub use indicator_filter::{
    Gap, IndicatorOrder, IndicatorQuery, UnderGoal, by_goal, owners, used_under, years_of,
};
pub use inference::{Evidence, Suggestion, suggest, suggest_kind};
pub use item_heads::ItemHeads;
pub use late_parts::{is_awaited, is_late};
pub use name_index::{IndexEntry, IndexRow, NameIndex};
pub use numbering::Numbers;
pub use part_progress::{PartItem, part_items};
pub use part_state::{ChosenFiles, PartState, part_state};
pub use personal::{PersonalSort, personal_places};
pub use publication_gaps::{PublicationGap, publication_gaps};
pub use support_deadline::{Deadline, DeadlineCounts, by_deadline, deadline_counts, is_used};
pub use support_match::{SupportMatch, initiatives_for, supports_for};
pub use term::Term;
pub use timetable::{Ahead, LaneBlock, is_overdue, lane_blocks, next_item, timetable_span};
pub use title::Title;
pub use totals::Totals;
pub use unread::{Unread, ValueWriter, unread};
