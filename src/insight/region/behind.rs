//! Records behind a count of one town (R7).

use super::digest::{IndicatorDigest, indicator_digest};
use super::folded;
use crate::appraisal::{Appraisal, Appraised};
use crate::evaluation_year;
use crate::item_heads::ItemHeads;
use crate::money::Ledger;
use strategy::*;

/// A count of one town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// Its indicators.
    Indicators,
    /// Those that go the way that is wanted.
    AsWished,
    /// Those rated in one tone.
    Tone(Tone),
    /// Records that answer to an item of a framework, named by their titles.
    Item {
        /// The framework.
        framework: String,
        /// The item.
        item: String,
    },
    /// The planned money of a year.
    Budget(FiscalYear),
    /// Initiatives that use a support, named by its title.
    Support(String),
}

/// A record behind a count.
#[derive(Debug, Clone, PartialEq)]
pub struct Behind {
    /// The record.
    pub record: AnyId,
    /// 名称.
    pub title: String,
    /// Detail shown beside its title.
    pub said: Said,
}

/// Detail of a record behind a count.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The kind of record.
    Kind,
    /// The standing of the indicator.
    Standing(Box<IndicatorDigest>),
    /// The line's share of the money, in 千円.
    Money(i64),
    /// Nothing: the money of the line is counted where it is first written.
    Repeated,
}

/// The records behind a count of a strategy, as of a fiscal year, in its own order.
pub fn behind(strategy: &Strategy, today: FiscalYear, count: &Count) -> Vec<Behind> {
    match count {
        Count::Indicators => indicators(strategy, today, |_| true),
        Count::AsWished => indicators(strategy, today, |one| one.as_wished() == Some(true)),
        Count::Tone(tone) => {
            let of = |one: &Appraised| one.band().map_or(Tone::None, |band| band.tone);
            indicators(strategy, today, |one| of(one) == *tone)
        }
        Count::Item { framework, item } => answering(strategy, framework, item),
        Count::Budget(year) => money(strategy, *year),
        Count::Support(title) => using(strategy, title),
    }
}

fn indicators(
    strategy: &Strategy,
    today: FiscalYear,
    is_wanted: impl Fn(&Appraised) -> bool,
) -> Vec<Behind> {
    let appraisal = Appraisal::of(strategy, evaluation_year(strategy, today));
    let series = strategy.series.by_parent();
    let all = strategy.indicators.sorted().into_iter();
    let wanted = all.filter(|one| appraisal.get(one.id).is_some_and(&is_wanted));
    let told = wanted.map(|one| Behind {
        record: one.id.into(),
        title: one.name.clone(),
        said: Said::Standing(Box::new(indicator_digest(
            one,
            series.under(one.id),
            &appraisal,
            today,
        ))),
    });
    told.collect()
}

fn answering(strategy: &Strategy, framework: &str, item: &str) -> Vec<Behind> {
    let (framework, item) = (folded(framework), folded(item));
    let frameworks = strategy.frameworks.iter();
    let frameworks = frameworks
        .filter(|one| one.kind != FrameworkKind::Previous && folded(&one.title) == framework);
    let items = frameworks.flat_map(|one| strategy.framework_items.under(one.id));
    let items = items.filter(|one| folded(&one.title) == item);
    let items = sort::set(items.map(|one| one.id));
    let heads = ItemHeads::of(strategy);
    let is_tied =
        |aligned: &[Id<FrameworkItem>]| aligned.iter().any(|one| items.contains(&heads.head(*one)));
    let told = |record: AnyId, title: &str| Behind {
        record,
        title: title.to_owned(),
        said: Said::Kind,
    };
    let mut all = Vec::new();
    for goal in strategy.goals.sorted() {
        all.extend(is_tied(&goal.aligned).then(|| told(goal.id.into(), &goal.title)));
        for measure in strategy.measures_of(goal.id) {
            all.extend(is_tied(&measure.aligned).then(|| told(measure.id.into(), &measure.title)));
            for one in strategy.initiatives.under(measure.id) {
                all.extend(is_tied(&one.aligned).then(|| told(one.id.into(), &one.title)));
            }
        }
    }
    all
}

fn money(strategy: &Strategy, year: FiscalYear) -> Vec<Behind> {
    let ledger = Ledger::new(strategy, Side::Planned, year);
    let written = ledger.entries.iter().filter(|one| one.money.is_some());
    let told = written.map(|one| Behind {
        record: one.line.id.into(),
        title: one.line.title.clone(),
        said: match one.counts() {
            true => Said::Money(one.amount()),
            false => Said::Repeated,
        },
    });
    told.collect()
}

fn using(strategy: &Strategy, title: &str) -> Vec<Behind> {
    let title = folded(title);
    let supports = strategy.supports.iter();
    let supports = supports.filter(|one| folded(&one.title) == title);
    let supports = sort::set(supports.map(|one| one.id));
    let measures = strategy.measures_in_order().into_iter();
    let all = measures.flat_map(|measure| strategy.initiatives.under(measure.id));
    let using = all.filter(|one| one.supports.iter().any(|own| supports.contains(own)));
    let told = using.map(|one| Behind {
        record: one.id.into(),
        title: one.title.clone(),
        said: Said::Kind,
    });
    told.collect()
}
