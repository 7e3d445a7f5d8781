//! State of the window: the file, what was answered, and what its measures belong to.

use leptos::prelude::*;

use crate::store::Store;
use crate::workspace::Workspace;
use ::words::open_data as words;
use edit::DataUpdate;
use insight::open_data::{PublishedFigure, figures_beside, published_figures};
use recognise::open_data::{
    BoundMeasure, DataAnswers, DataMeasure, NotData, OpenData, bound_measures, data_set_of,
    read_beside, read_known, towns_beside, unbound_series,
};
use recognise::population::Municipality;
use strategy::*;

/// A sheet of a chosen file, or its only text.
#[derive(Clone, PartialEq)]
pub struct DataSheet {
    /// Title of the sheet; empty: the file is a text.
    pub name: String,
    /// Its cells.
    pub text: String,
}

/// A chosen file.
#[derive(Clone, PartialEq)]
pub struct DataSource {
    /// Name of the file.
    pub file: String,
    /// Its sheets, those with rows of the own town first looked for.
    pub sheets: Vec<DataSheet>,
}

/// State of the window. Copy it freely.
#[derive(Clone, Copy)]
pub struct OpenDataState {
    /// The open strategy.
    pub store: Store,
    /// True while the window is open.
    pub open: RwSignal<bool>,
    /// The file.
    pub source: RwSignal<Option<DataSource>>,
    /// The sheet that is read.
    pub sheet: RwSignal<usize>,
    /// The answers so far.
    pub answers: RwSignal<DataAnswers>,
    /// The table that was read, or why it was not.
    pub read: RwSignal<Option<Result<OpenData, NotData>>>,
    /// The data set of the plan that the file is of; `None`: it is new.
    pub known: RwSignal<Option<DataForm>>,
    /// The name of the data set.
    pub title: RwSignal<String>,
    /// The measures that belong to a series.
    pub bound: RwSignal<Vec<BoundMeasure>>,
    /// Figures whose box was changed from what was proposed.
    pub changed: RwSignal<Vec<(Id<Series>, FiscalYear)>>,
    /// True once somebody confirmed what is read with a doubt.
    pub confirmed: RwSignal<bool>,
    /// True if years before the plan are shown.
    pub earlier: RwSignal<bool>,
    /// 比べる自治体.
    pub towns: RwSignal<Vec<ComparisonTown>>,
    /// The other towns of the file.
    pub offered: RwSignal<Vec<ComparisonTown>>,
    /// The rows of the towns for comparison in the file.
    pub beside: RwSignal<Vec<(ComparisonTown, OpenData)>>,
}

impl OpenDataState {
    /// Before a file is chosen.
    pub fn new(open: RwSignal<bool>) -> Self {
        Self {
            store: Store::here(),
            open,
            source: RwSignal::new(None),
            sheet: RwSignal::new(0),
            answers: RwSignal::new(DataAnswers::default()),
            read: RwSignal::new(None),
            known: RwSignal::new(None),
            title: RwSignal::new(String::new()),
            bound: RwSignal::new(Vec::new()),
            changed: RwSignal::new(Vec::new()),
            confirmed: RwSignal::new(false),
            earlier: RwSignal::new(false),
            towns: RwSignal::new(Store::here().about().comparison_towns.clone()),
            offered: RwSignal::new(Vec::new()),
            beside: RwSignal::new(Vec::new()),
        }
    }

    /// That of the window.
    pub fn here() -> Self {
        expect_context()
    }

    /// Takes a file: the first sheet that has rows of the own town, or a question about them, is read.
    pub fn take(self, source: DataSource) {
        self.answers.set(DataAnswers::default());
        let read = |sheet: &DataSheet| self.reading(&source.file, sheet);
        let all: Vec<_> = source.sheets.iter().map(read).collect();
        let asks = |read: &Result<OpenData, NotData>| match read {
            Ok(_) => true,
            Err(why) => words::not_read("", why).is_none(),
        };
        let at = all.iter().position(Result::is_ok);
        let at = at.or_else(|| all.iter().position(asks)).unwrap_or(0);
        self.source.set(Some(source));
        self.choose_sheet(at);
    }

    /// Reads another sheet.
    pub fn choose_sheet(self, at: usize) {
        self.sheet.set(at);
        self.answer(DataAnswers::default());
    }

    /// Reads the sheet again with what was answered.
    pub fn answer(self, answers: DataAnswers) {
        self.answers.set(answers);
        let read = self.source.with_untracked(|source| {
            let source = source.as_ref()?;
            let sheet = source.sheets.get(self.sheet.get_untracked())?;
            Some(self.reading(&source.file, sheet))
        });
        if let Some(Ok(data)) = &read {
            let known = self.store.with(|s| data_set_of(data, s));
            self.know(data, known);
        }
        self.read.set(read);
        self.look_beside();
    }

    /// Reads the rows of the towns for comparison, and the names of all others that the file has.
    fn look_beside(self) {
        let own = self.store.with(|s| Municipality::of(&s.about().town));
        let towns = self.towns.get_untracked();
        let answers = self.answers.get_untracked();
        let (offered, beside) = self.source.with_untracked(|source| {
            let source = source.as_ref();
            let sheet = source.and_then(|one| one.sheets.get(self.sheet.get_untracked()));
            let read = self.read.get_untracked();
            let (Some(source), Some(sheet), Some(Ok(data))) = (source, sheet, read) else {
                return Default::default();
            };
            let offered = towns_beside(&sheet.text, &own, data.rows).into_iter();
            let offered: Vec<_> = offered.map(comparison_town).collect();
            let name = name_of(&source.file, sheet);
            let beside = towns.into_iter().filter_map(|town| {
                let of = Municipality {
                    code: Some(town.code.clone()).filter(|code| !code.is_empty()),
                    name: town.name.clone(),
                };
                let read = read_beside(&sheet.text, &name, &of, &answers, &data)?;
                Some((town, read))
            });
            (offered, beside.collect::<Vec<_>>())
        });
        self.offered.set(offered);
        self.beside.set(beside);
    }

    /// Compares with one more town of the file.
    pub fn compare_with(self, town: ComparisonTown) {
        self.towns.update(|all| {
            if !all.contains(&town) {
                all.push(town);
            }
        });
        self.look_beside();
    }

    /// Compares with a town no longer; its figures leave the plan.
    pub fn leave(self, town: &ComparisonTown) {
        self.towns.update(|all| all.retain(|one| one != town));
        let is_kept = self
            .store
            .with(|s| s.about().comparison_towns.contains(town));
        if is_kept {
            self.store.edit(|s| edit::forget_comparison_town(s, town));
        }
        self.look_beside();
    }

    /// Tracked: the figures of the towns for comparison beside a bound measure, in the unit of the indicator.
    pub fn compared(self, one: &BoundMeasure) -> Vec<TownFigures> {
        let unit = self.store.follow(|s| {
            let series = s.get(one.series)?;
            s.get(series.indicator).map(|one| one.unit.clone())
        });
        let unit = unit.unwrap_or_default();
        let figures = |(town, read): &(ComparisonTown, OpenData)| {
            let mut measures = read.measures.iter();
            let measure = measures.find(|own| own.name == one.measure)?;
            let values = measure.values.iter();
            let values: Vec<_> = values.map(|v| (v.year, v.figure.clone())).collect();
            let figures = figures_beside(&unit, &one.unit, &values);
            (!figures.is_empty()).then(|| TownFigures {
                town: town.name.clone(),
                code: town.code.clone(),
                figures,
            })
        };
        self.beside
            .with(|all| all.iter().filter_map(figures).collect())
    }

    fn reading(self, file: &str, sheet: &DataSheet) -> Result<OpenData, NotData> {
        let answers = self.answers.get_untracked();
        self.store.with(|s| {
            let about = s.about();
            let town = Municipality::of(&about.town);
            let name = name_of(file, sheet);
            read_known(&sheet.text, &name, &town, &answers, &about.data_forms)
        })
    }

    /// Takes a file as that of a data set: its measures belong to what they belonged to; in a new one, those that are called
    /// as an indicator of one series belong to that.
    pub fn know(self, read: &OpenData, known: Option<DataForm>) {
        let title = match &known {
            Some(form) => form.source.clone(),
            None => self.source.with_untracked(|source| {
                let file = source.as_ref().map_or("", |source| &source.file);
                file.rsplit_once('.')
                    .map_or(file, |(stem, _)| stem)
                    .to_owned()
            }),
        };
        let bound = self.store.with(|s| bound_measures(s, known.as_ref(), read));
        self.title.set(title);
        self.bound.set(bound);
        self.changed.set(Vec::new());
        self.confirmed.set(false);
        self.known.set(known);
    }

    /// Tracked: a measure of the file.
    pub fn measure(self, name: &str) -> Option<DataMeasure> {
        self.read.with(|read| {
            let read = read.as_ref()?.as_ref().ok()?;
            read.measures.iter().find(|one| one.name == name).cloned()
        })
    }

    /// Tracked: the figures of a bound measure beside those of the plan, of the years that are shown.
    pub fn figures(self, one: &BoundMeasure) -> Vec<PublishedFigure> {
        let Some(measure) = self.measure(&one.measure) else {
            return Vec::new();
        };
        let first = self.store.about().period.first;
        let earlier = self.earlier.get();
        let values = measure
            .values
            .into_iter()
            .map(|value| (value.year, value.figure));
        let values: Vec<_> = values
            .filter(|(year, _)| earlier || *year >= first)
            .collect();
        self.store.follow(|s| {
            let series = s.get(one.series);
            series.map_or_else(Vec::new, |series| {
                published_figures(s, series, &one.unit, &values)
            })
        })
    }

    /// Tracked: a doubt about the whole file. Until somebody confirms it, nothing is ticked.
    pub fn doubt(self) -> Option<String> {
        if self.confirmed.get() {
            return None;
        }
        let known = self.known.get();
        self.read.with(|read| {
            let data = read.as_ref()?.as_ref().ok()?;
            let is_said = data.said_year.is_some() && self.answers.get().year.is_none();
            match known {
                None if is_said => Some(words::unsure_year().to_owned()),
                Some(form) if form.form != data.form => Some(words::like_form(&form.source)),
                _ => None,
            }
        })
    }

    /// Tracked: true if a figure is taken.
    pub fn is_taken(self, series: Id<Series>, figure: &PublishedFigure) -> bool {
        let place = (series, figure.year);
        let is_changed = self.changed.with(|changed| changed.contains(&place));
        let is_certain = figure.standing.is_certain() && self.doubt().is_none();
        figure.standing.is_offered() && is_certain != is_changed
    }

    /// Tracked: the figures that are taken.
    pub fn taken(self) -> Vec<(Id<Series>, FiscalYear, Figure)> {
        let mut all = Vec::new();
        for one in self.bound.get() {
            let figures = self.figures(&one).into_iter();
            let taken = figures.filter(|figure| self.is_taken(one.series, figure));
            all.extend(taken.map(|figure| (one.series, figure.year, figure.new)));
        }
        all
    }

    /// Writes what is taken, and what belongs together.
    pub fn write(self) {
        let Some(update) = untrack(|| self.update()) else {
            return;
        };
        let count = update.figures.len();
        let beside = update.compared.iter().map(|(_, towns)| towns.len()).sum();
        if self.store.edit(|s| edit::update_from_data(s, &update)) {
            self.open.set(false);
            self.store.tell_done(words::written_beside(count, beside));
        }
    }

    fn update(self) -> Option<DataUpdate> {
        let (form, rows) = self.read.with(|read| {
            let read = read.as_ref()?.as_ref().ok()?;
            Some((read.form.clone(), read.rows))
        })?;
        let file = self
            .source
            .with(|source| source.as_ref().map(|source| source.file.clone()))?;
        let (title, day) = (
            self.title.get().trim().to_owned(),
            Date(Workspace::here().today()),
        );
        let known = self.known.get();
        let bound = self.bound.get();
        let before = known.map(|known| known.form);
        let unbound = before.as_ref().map_or_else(Vec::new, |form| {
            self.store.with(|s| unbound_series(s, form, &bound))
        });
        let compared = bound.iter().map(|one| (one.series, self.compared(one)));
        let compared = compared.filter(|(_, towns)| !towns.is_empty()).collect();
        let measures = bound.into_iter().map(|one| {
            let measure = PublishedMeasure {
                form: form.clone(),
                measure: one.measure,
                unit: one.unit,
            };
            (one.series, measure)
        });
        Some(DataUpdate {
            measures: measures.collect(),
            cited: words::cited_on(&title, &day),
            form: DataForm {
                form: form.clone(),
                source: title,
                rows,
                file,
                read: Some(day),
            },
            before,
            unbound,
            figures: self.taken(),
            towns: self.towns.get(),
            compared,
        })
    }
}

/// The name that a sheet is read by: the year may stand in its title.
fn name_of(file: &str, sheet: &DataSheet) -> String {
    match sheet.name.as_str() {
        "" => file.to_owned(),
        sheet => [sheet, ".", file].concat(),
    }
}

fn comparison_town(town: Municipality) -> ComparisonTown {
    ComparisonTown {
        name: town.name,
        code: town.code.unwrap_or_default(),
    }
}
