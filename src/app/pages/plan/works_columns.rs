//! The columns of 全事業の表 as a person chooses them: those of one kind together.

use leptos::prelude::*;

use super::works_cells::WorkCells;
use crate::parts::{ColumnChoices, ColumnEdge, ColumnHandle, MenuItem, RowMenu, width_of_texts};
use crate::sizes::sizes;
use ::grid::Position;
use ::words::{grid as words, plan};
use strategy::{Id, Measure, Strategy};

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

    fn word(self) -> &'static str {
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
    pub fn style(self, cells: WorkCells) -> String {
        let chosen = |kind: ColumnKind| {
            let width = self.0.width(kind.name())?;
            let name = kind.name();
            Some(format!("--work-{name}:calc({width}rem / 16);"))
        };
        let column = |kind: ColumnKind| format!(" var(--work-{})", kind.name());
        let [name, measure, funding] = [ColumnKind::Name, ColumnKind::Measure, ColumnKind::Funding];
        let heads = [name, measure, funding].into_iter();
        let heads = heads.filter(|kind| self.shows(*kind));
        let others = cells.columns.get().into_iter().map(|one| one.kind());
        let widths: String = ColumnKind::ALL.into_iter().filter_map(chosen).collect();
        let columns: String = heads.chain(others).map(column).collect();
        [widths.as_str(), "--work-columns:", &columns].concat()
    }

    /// The columns of a kind, for their border and their commands.
    pub fn handle(self, cells: WorkCells, kind: ColumnKind) -> ColumnHandle {
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
            fitting: Callback::new(move |()| fitting(cells, kind)),
        }
    }

    /// The menu of the columns.
    pub fn menu(self, cells: WorkCells) -> AnyView {
        let items = Callback::new(move |()| self.items(cells));
        view! { <RowMenu label=words::columns() items /> }.into_any()
    }

    fn items(self, cells: WorkCells) -> Vec<MenuItem> {
        let (name, others) = (ColumnKind::Name, &ColumnKind::ALL[1..]);
        let switch = |kind: &ColumnKind| {
            let (kind, on) = (*kind, untrack(|| self.shows(*kind)));
            MenuItem::switch(kind.word(), on, move || self.0.show(kind.name(), !on))
        };
        // No cell stands in these: the menu of a cell has no commands on them.
        let beside = [name, ColumnKind::Measure, ColumnKind::Funding].into_iter();
        let beside = beside.filter(|kind| untrack(|| self.shows(*kind)));
        let widths = beside.flat_map(|kind| {
            let labels = [
                words::wider_of(kind.word()),
                words::narrower_of(kind.word()),
            ];
            let items = self.handle(cells, kind).width_items().into_iter();
            items
                .zip(labels)
                .map(|(item, words)| MenuItem { words, ..item })
        });
        let switches = others.iter().map(switch);
        switches.chain(widths).chain(self.0.reset_item()).collect()
    }
}

/// The border of the columns of a kind.
#[component]
pub fn WorkColumnEdge(cells: WorkCells, kind: ColumnKind) -> impl IntoView {
    view! { <ColumnEdge column=cells.choices.handle(cells, kind) /> }.into_any()
}

/// Width of the longest text in the columns of a kind, in CSS px in text of the usual size.
fn fitting(cells: WorkCells, kind: ColumnKind) -> f64 {
    let rows = cells.rows.get_untracked();
    let of = |text: &dyn Fn(&Strategy) -> Vec<String>| cells.store.with(text);
    let texts = match kind {
        ColumnKind::Name => of(&|s| {
            let titles = rows.iter().filter_map(|work| s.get(work.planned));
            titles.map(|line| line.title.clone()).collect()
        }),
        ColumnKind::Measure => of(&|s| {
            let title = |id: Id<Measure>| Some(s.get(id)?.title.clone());
            rows.iter().filter_map(|work| title(work.measure)).collect()
        }),
        ColumnKind::Funding => vec![plan::funding_none().to_owned()],
        _ => {
            let columns = cells.columns.get_untracked();
            let columns = columns.iter().enumerate();
            let columns = columns.filter(|(_, one)| one.kind() == kind);
            let places = columns
                .flat_map(|(column, _)| (0..rows.len()).map(move |row| Position { row, column }));
            places.map(|at| cells.text_at(at)).collect()
        }
    };
    // Beside the text there is the border of a field, and the mark of a list.
    let texts = texts.iter().map(String::as_str).chain([kind.word()]);
    width_of_texts(texts, 15.0) + 20.0
}
