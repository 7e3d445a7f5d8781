//! The columns of 全事業の表 as a person chooses them: those of one kind together.

use leptos::prelude::*;

use crate::parts::{ColumnChoices, ColumnHandle, MenuItem};
use crate::sizes::sizes;
use ::words::grid as words;
use ::words::plan;
use edit::{LineCell, MoneyCell};
use insight::money::{ListedBy, ListedWork, WorkKey};
use strategy::*;

/// Columns that are shown and as wide together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// 事業名.
    Name,
    /// 施策.
    Measure,
    /// 単独・補助.
    Funding,
    /// 決算額.
    Settled,
    /// 予算額.
    Budget,
    /// 方向性.
    Course,
    /// 財源内訳.
    Fund,
}

impl ColumnKind {
    /// Every kind, in the order of the columns.
    const ALL: [Self; 7] = [
        Self::Name,
        Self::Measure,
        Self::Funding,
        Self::Settled,
        Self::Budget,
        Self::Course,
        Self::Fund,
    ];

    /// Its name in the style sheet, and in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Measure => "measure",
            Self::Funding => "funding",
            Self::Settled => "settled",
            Self::Budget => "budget",
            Self::Course => "course",
            Self::Fund => "fund",
        }
    }

    /// Its word in the menu, and at its head.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => plan::work(),
            Self::Measure => plan::measures(),
            Self::Funding => plan::funding(),
            Self::Settled => plan::settled(),
            Self::Budget => plan::budget(),
            Self::Course => plan::course(),
            Self::Fund => plan::funds_label(),
        }
    }
}

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkColumn {
    /// 決算額 of the year before the plan.
    Settled,
    /// 予算額 of a year planned.
    Budget(FiscalYear),
    /// 方向性 of a year planned.
    Course(FiscalYear),
    /// A part of 財源内訳 of the planned line.
    Fund(FundSource),
}

impl WorkColumn {
    /// The columns of a plan that begins with this year.
    pub fn all(first: FiscalYear) -> Vec<Self> {
        let years = (first.0..first.0 + Sheet::YEARS).map(FiscalYear);
        let funds = FundSource::ALL.iter().copied().map(Self::Fund);
        std::iter::once(Self::Settled)
            .chain(years.clone().map(Self::Budget))
            .chain(years.map(Self::Course))
            .chain(funds)
            .collect()
    }

    /// Its head, in a plan that begins with this year.
    pub fn head(self, first: FiscalYear) -> String {
        match self {
            Self::Settled => plan::settled_head(first.previous()),
            Self::Budget(year) => plan::budget_head(year),
            Self::Course(year) => plan::course_head(year),
            Self::Fund(source) => plan::fund_head(source),
        }
    }

    /// The key by which works are sorted at it.
    pub fn key(self) -> WorkKey {
        match self {
            Self::Settled => WorkKey::Settled,
            Self::Budget(year) => WorkKey::Budget(year),
            Self::Course(year) => WorkKey::Course(year),
            Self::Fund(source) => WorkKey::Fund(source),
        }
    }

    /// The kind of it.
    pub fn kind(self) -> ColumnKind {
        match self {
            Self::Settled => ColumnKind::Settled,
            Self::Budget(_) => ColumnKind::Budget,
            Self::Course(_) => ColumnKind::Course,
            Self::Fund(_) => ColumnKind::Fund,
        }
    }

    /// Name of its cell in the row of a work, for screen readers.
    pub fn label(self, title: String) -> String {
        match self {
            Self::Settled => plan::of_line(&title, plan::settled()),
            Self::Budget(year) => plan::budget_of(title, year),
            Self::Course(year) => plan::course_of(title, year),
            Self::Fund(source) => plan::fund_of(&title, source),
        }
    }

    /// The cell of a work; `None`: the work has no line of 実績.
    pub fn cell(self, work: &ListedWork) -> Option<LineCell> {
        let line = work.planned;
        Some(match self {
            Self::Settled => LineCell::Money(MoneyCell::Settled(work.done?)),
            Self::Budget(year) => LineCell::Money(MoneyCell::Budget(line, year)),
            Self::Course(year) => LineCell::Course(line, year),
            Self::Fund(source) => LineCell::Money(MoneyCell::Fund(line, source)),
        })
    }

    /// The year with which the cell of a work is closed.
    pub fn closes_with(self, work: &ListedWork) -> FiscalYear {
        match self {
            Self::Settled => work.edition.previous(),
            _ => work.edition,
        }
    }
}

/// The order that comes first at a column: large amounts first, words from the first on.
pub fn first_order(key: WorkKey) -> ListedBy {
    match key {
        WorkKey::Title | WorkKey::Course(_) => ListedBy::Rising(key),
        WorkKey::Settled | WorkKey::Budget(_) | WorkKey::Fund(_) => ListedBy::Falling(key),
    }
}

/// The order after this one, when the head of a column is pressed again and again: both ways, then as the plan is read.
pub fn next_order(now: ListedBy, key: WorkKey) -> ListedBy {
    let first = first_order(key);
    let second = match first {
        ListedBy::Falling(key) => ListedBy::Rising(key),
        _ => ListedBy::Falling(key),
    };
    match now {
        now if now == first => second,
        now if now == second => ListedBy::PlanOrder,
        _ => first,
    }
}

/// The choices. Copy it freely.
#[derive(Clone, Copy)]
pub struct WorkColumns(ColumnChoices);

impl WorkColumns {
    /// As remembered on this device.
    pub fn remembered() -> Self {
        Self(ColumnChoices::remembered("works."))
    }

    /// Tracked: true if the columns of a kind are shown. Names always are.
    pub fn shows(self, kind: ColumnKind) -> bool {
        kind == ColumnKind::Name || self.0.shows(kind.name(), true)
    }

    /// Tracked: the widths for the style sheet.
    pub fn style(self, columns: &[WorkColumn]) -> String {
        let chosen = |kind: ColumnKind| {
            let width = self.0.width(kind.name())?;
            let name = kind.name();
            Some(format!("--work-{name}:calc({width}rem / 16);"))
        };
        let column = |kind: ColumnKind| format!(" var(--work-{})", kind.name());
        let [name, measure, funding] = [ColumnKind::Name, ColumnKind::Measure, ColumnKind::Funding];
        let heads = [name, measure, funding].into_iter();
        let heads = heads.filter(|kind| self.shows(*kind));
        let others = columns.iter().map(|one| one.kind());
        let widths: String = ColumnKind::ALL.into_iter().filter_map(chosen).collect();
        let columns: String = heads.chain(others).map(column).collect();
        [widths.as_str(), "--work-columns:", &columns].concat()
    }

    /// The columns of a kind, for their border and their commands, with the width that fits their texts.
    pub fn handle(self, kind: ColumnKind, fitting: Callback<(), f64>) -> ColumnHandle {
        let text = sizes();
        let width = move |()| {
            let head = document().query_selector(&format!(".column-{}", kind.name()));
            // A class is a selector.
            let head = head.ok().flatten();
            let wide = head.map(|head| head.get_bounding_client_rect().width());
            wide.unwrap_or_default() / text.get_untracked().text
        };
        ColumnHandle {
            choices: self.0,
            column: kind.name(),
            width: Callback::new(width),
            fitting,
        }
    }

    /// Entries of the menu of the columns, of which `handle` gives each; on cards there are no widths.
    pub fn items(
        self,
        has_widths: bool,
        handle: impl Fn(ColumnKind) -> ColumnHandle,
    ) -> Vec<MenuItem> {
        let switch = |kind: &ColumnKind| {
            let (kind, on) = (*kind, untrack(|| self.shows(*kind)));
            MenuItem::switch(kind.word(), on, move || self.0.show(kind.name(), !on))
        };
        // No cell stands in these: the menu of a cell has no commands on them.
        let beside = [ColumnKind::Name, ColumnKind::Measure, ColumnKind::Funding];
        let beside = beside
            .into_iter()
            .filter(|kind| has_widths && untrack(|| self.shows(*kind)));
        let widths = beside.flat_map(|kind| {
            let labels = [
                words::wider_of(kind.word()),
                words::narrower_of(kind.word()),
            ];
            let items = handle(kind).width_items().into_iter();
            items
                .zip(labels)
                .map(|(item, words)| MenuItem { words, ..item })
        });
        let switches = ColumnKind::ALL[1..].iter().map(switch);
        let reset = self.0.reset_item().filter(|_| has_widths);
        switches.chain(widths).chain(reset).collect()
    }
}
