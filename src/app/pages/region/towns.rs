//! Town by town: the plan, how its indicators are rated, and what it does not hold.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::downloads::Downloads;
use super::lines::sort_head;
use super::pictures::TONES;
use super::state::Region;
use super::town::{AskedCount, Origin, Town};
use crate::parts::{ByNumber, Each, ReadTable, tone_class};
use crate::route::{Page, Route};
use crate::workspace::DocumentCommand;
use ::words::{model, region as words};
use insight::region::{
    Count, Head, PlanUse, Ratings, RegionTable, Sorting, TableCell, order, towns_of_heads,
};
use output::markup::{Element, element, text};
use strategy::Tone;

/// The table of the towns.
#[component]
pub fn Towns(region: Region) -> impl IntoView {
    let sorting = RwSignal::new(None::<Sorting>);
    let rows = move || {
        let drawn = region.drawn.rows();
        let shown = shown(region, sorting.get());
        let keys = shown.into_iter().take(drawn);
        keys.collect::<Vec<_>>()
    };
    let heads = heads().into_iter().enumerate();
    let heads = heads.map(|(at, head)| sort_head(sorting, at, head, at > 2));
    let heads = heads.collect_view();
    let table = Callback::new(move |()| whole(region, untrack(|| sorting.get())));
    let in_sight = move || {
        let head = |heads: &Vec<Arc<Head>>, places: &[usize]| {
            let all = places.iter().filter_map(|place| heads.get(*place));
            all.map(Arc::clone).collect::<Vec<_>>()
        };
        region
            .heads
            .with(|heads| region.places.with(|places| head(heads, places)))
    };
    let stages = move || {
        let said = region.digests.with(|all| words::stages_said(all));
        let said = said.into_iter();
        said.map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <section aria-labelledby="region-towns">
            <h2 id="region-towns">{words::towns()}</h2>
            <p class="sub">{words::towns_note()}</p>
            <ul class="row sub">{stages}</ul>
            <ReadTable label=words::towns()>
                <table class="table towns" on:click=move |event| press(region, &event)>
                    <thead>
                        <tr>
                            {heads}
                            <th scope="col">{words::shares()}</th>
                            <th scope="col"><span class="visually-hidden">{words::remove()}</span></th>
                        </tr>
                    </thead>
                    <tbody><Each of=rows children=move |key| row(region, key) /></tbody>
                    <tfoot>{move || total(&in_sight())}</tfoot>
                </table>
            </ReadTable>
            <Downloads region title=words::towns() table />
        </section>
    }
}

/// The heads of the columns that are sorted.
fn heads() -> Vec<&'static str> {
    let first = [
        words::town(),
        words::period(),
        words::year(),
        words::indicators(),
        words::as_wished(),
    ];
    first.into_iter().chain(TONES.map(words::tone)).collect()
}

/// The cells by which a plan is sorted and with which it is saved.
fn sorted_cells(head: &Head) -> Vec<TableCell> {
    let ratings = &head.ratings;
    let wished = words::share(ratings.as_wished, ratings.judged);
    let count = |count: usize| TableCell::count(count.to_string(), count);
    let mut cells = vec![
        TableCell::text(model::named(&head.town)),
        TableCell::number(model::period(head.period), i64::from(head.period.first.0)),
        TableCell::number(words::judged_in(head.year), i64::from(head.year.0)),
        count(ratings.total),
        TableCell::share(wished, ratings.as_wished, ratings.judged),
    ];
    cells.extend(TONES.map(|tone| count(of(ratings, tone))));
    cells
}

/// The plans in sight in their order: their numbers and uses. While files are read all stand in the order they came.
fn shown(region: Region, sorting: Option<Sorting>) -> Vec<TownRowKey> {
    let filter = region.filter.get();
    let uses = region.uses.get();
    let codes = region.codes.get();
    let code = |at: usize| codes.get(at).map_or("", String::as_str);
    region.towns.with(|towns| {
        let of = |at: usize| uses.get(at).copied().unwrap_or(PlanUse::Only);
        let all = towns.iter().enumerate();
        let fitting =
            all.filter(|(at, town)| filter.is_off() || filter.fits(&town.head, code(*at)));
        let fitting: Vec<(usize, &Town)> = fitting.collect();
        let places = match sorting {
            None => (0..fitting.len()).collect(),
            sorting => {
                let rows = fitting.iter().map(|(_, town)| sorted_cells(&town.head));
                order(&rows.collect::<Vec<_>>(), sorting)
            }
        };
        let rows = places.into_iter().map(|place| {
            let (at, town) = fitting[place];
            TownRowKey {
                number: town.number,
                of: of(at),
            }
        });
        rows.collect()
    })
}

/// A row of the table: it is drawn anew only if the use of its plan changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TownRowKey {
    /// Number of the town.
    number: usize,
    /// Use of its plan.
    of: PlanUse,
}

impl ByNumber for TownRowKey {
    fn number(self) -> u64 {
        let of = PlanUse::ALL.iter().position(|of| *of == self.of);
        (self.number * PlanUse::ALL.len() + of.unwrap_or_default()) as u64
    }
    fn numbered(number: u64) -> Self {
        let (number, uses) = (number as usize, PlanUse::ALL.len());
        Self {
            number: number / uses,
            of: PlanUse::ALL[number % uses],
        }
    }
}

/// The table as it is saved. Plans that do not count are listed, and are in no sum.
fn whole(region: Region, sorting: Option<Sorting>) -> RegionTable {
    untrack(|| {
        let shown = shown(region, sorting);
        let mut table = RegionTable {
            title: words::towns().to_owned(),
            scope: region.scope(),
            heads: heads().into_iter().map(str::to_owned).collect(),
            ..RegionTable::default()
        };
        let more = [words::plan_code(), words::plan_title(), words::plan_use()];
        table.heads.extend(more.map(str::to_owned));
        region.towns.with(|towns| {
            for TownRowKey { number, of } in shown {
                let Some(town) = towns.iter().find(|town| town.number == number) else {
                    continue;
                };
                let mut cells = sorted_cells(&town.head);
                let of = words::plan_use_of(of);
                let more = [&town.head.code, &town.head.title, of];
                cells.extend(more.map(TableCell::text));
                table.rows.push(cells);
            }
        });
        table
    })
}

/// A row is written as text: a hundred of them are there sooner so. What is pressed in it, the table hears.
fn row(region: Region, key: TownRowKey) -> Option<AnyView> {
    let TownRowKey { number, of: of_use } = key;
    let of = |towns: &Vec<Town>| towns.iter().find(|town| town.number == number).cloned();
    let town = region.towns.with_untracked(of)?;
    let cells: String = cells(&town, of_use)
        .iter()
        .map(Element::to_string)
        .collect();
    let far = move || !region.drawn.is_laid_out(number);
    Some(view! { <tr class:far=far inner_html=cells></tr> }.into_any())
}

fn cells(town: &Town, of_use: PlanUse) -> Vec<Element> {
    let head: &Head = &town.head;
    let ratings = &head.ratings;
    let lacks = words::lacks(head);
    let named = element("th")
        .with("scope", "row")
        .child(name(town))
        .child(text("span", &head.title).class("sub"))
        .all(lacks.map(|lacks| text("span", &lacks).class("sub lacks")))
        .all(plan_of_several(town, of_use));
    let number = |child| element("td").class("number").child(child);
    let wished = words::share(ratings.as_wished, ratings.judged);
    let mut cells = vec![
        named,
        text("td", &model::period(head.period)).class("nowrap"),
        text("td", &words::judged_in(head.year)).class("nowrap"),
        number(count(town, CountedTowns::Indicators, ratings.total, None)),
        number(count(
            town,
            CountedTowns::AsWished,
            ratings.as_wished,
            Some(&wished),
        )),
    ];
    cells.extend(TONES.map(|tone| {
        number(count(
            town,
            CountedTowns::Tone(tone),
            of(ratings, tone),
            None,
        ))
    }));
    cells.push(element("td").child(bar(ratings)));
    let remove = text("button", words::remove())
        .with("type", "button")
        .class("btn plain small")
        .with("aria-label", &words::remove_town(&head.town));
    cells.push(element("td").child(pressed(remove, town, "remove")));
    cells
}

/// Of a town with several plans: says if this one counts, or offers it.
fn plan_of_several(town: &Town, of_use: PlanUse) -> Vec<Element> {
    match of_use {
        PlanUse::Only => return Vec::new(),
        PlanUse::Used => return vec![text("span", words::plan_used()).class("sub")],
        PlanUse::Listed => {}
    }
    let label = words::use_plan_of(model::named(&town.head.town), &town.head.title);
    let button = text("button", words::use_plan())
        .with("type", "button")
        .class("btn plain small")
        .with("aria-label", &label);
    vec![
        text("span", words::plan_listed()).class("sub lacks"),
        pressed(button, town, "use"),
    ]
}

/// Adds the action of an element, and its town.
fn pressed(element: Element, town: &Town, act: &str) -> Element {
    element
        .with("data-act", act)
        .with("data-town", &town.number.to_string())
}

/// The town's name: it leads to its plan.
fn name(town: &Town) -> Element {
    let name = model::named(&town.head.town);
    match &town.origin {
        Origin::Device(doc) => {
            let page = Page::Overview;
            let address = Route::Open { doc: *doc, page }.to_string();
            text("a", name).with("href", &address)
        }
        Origin::File(file) => {
            let button = text("button", name)
                .with("type", "button")
                .class("btn plain small")
                .with("title", &words::from_file(file.name()));
            pressed(button, town, "open")
        }
    }
}

/// A count of the table.
#[derive(Clone, Copy)]
enum CountedTowns {
    Indicators,
    AsWished,
    Tone(Tone),
}

impl CountedTowns {
    const ALL: [CountedTowns; 7] = [
        CountedTowns::Indicators,
        CountedTowns::AsWished,
        CountedTowns::Tone(Tone::Best),
        CountedTowns::Tone(Tone::Good),
        CountedTowns::Tone(Tone::Warn),
        CountedTowns::Tone(Tone::Bad),
        CountedTowns::Tone(Tone::None),
    ];

    fn name(self) -> &'static str {
        match self {
            CountedTowns::Indicators => "indicators",
            CountedTowns::AsWished => "wished",
            CountedTowns::Tone(tone) => tone_class(tone),
        }
    }

    fn word(self) -> &'static str {
        match self {
            CountedTowns::Indicators => words::indicators(),
            CountedTowns::AsWished => words::as_wished(),
            CountedTowns::Tone(tone) => words::tone(tone),
        }
    }

    fn count(self) -> Count {
        match self {
            CountedTowns::Indicators => Count::Indicators,
            CountedTowns::AsWished => Count::AsWished,
            CountedTowns::Tone(tone) => Count::Tone(tone),
        }
    }
}

/// A count, shown as it is or as `shown`; where it counts something it leads to that.
fn count(town: &Town, of: CountedTowns, count: usize, shown: Option<&str>) -> Element {
    let own = count.to_string();
    let shown = shown.unwrap_or(&own);
    if count == 0 {
        return text("span", shown);
    }
    let label = words::count_of(&town.head.town, of.word(), shown);
    let button = text("button", shown)
        .with("type", "button")
        .class("count")
        .with("aria-label", &label);
    pressed(button, town, of.name())
}

/// Handles a click in the table.
fn press(region: Region, event: &leptos::ev::MouseEvent) {
    let target = event
        .target()
        .and_then(|one| one.dyn_into::<web_sys::Element>().ok());
    let button = target.and_then(|one| one.closest("[data-act]").ok().flatten());
    let told = button.and_then(|one| {
        Some((
            one.get_attribute("data-act")?,
            one.get_attribute("data-town")?,
        ))
    });
    let Some((act, number)) = told.and_then(|(act, town)| Some((act, town.parse::<usize>().ok()?)))
    else {
        return;
    };
    match act.as_str() {
        "remove" => region
            .towns
            .update(|towns| towns.retain(|town| town.number != number)),
        "open" => open(region, number),
        "use" => region.choose(number),
        name => ask(region, number, name),
    }
}

fn open(region: Region, number: usize) {
    let file = region.towns.with_untracked(|towns| {
        let town = towns.iter().find(|town| town.number == number)?;
        match &town.origin {
            Origin::File(file) => Some(file.clone()),
            Origin::Device(_) => None,
        }
    });
    if let Some(file) = file {
        region
            .workspace
            .send(DocumentCommand::File(file, Page::Overview));
    }
}

fn ask(region: Region, number: usize, name: &str) {
    let asked = region.towns.with_untracked(|towns| {
        let town = towns.iter().find(|town| town.number == number)?;
        let counted = CountedTowns::ALL
            .into_iter()
            .find(|one| one.name() == name)?;
        let ratings = &town.head.ratings;
        let shown = match counted {
            CountedTowns::Indicators => ratings.total.to_string(),
            CountedTowns::AsWished => words::share(ratings.as_wished, ratings.judged),
            CountedTowns::Tone(tone) => of(ratings, tone).to_string(),
        };
        Some(AskedCount {
            town: number,
            count: counted.count(),
            title: words::count_of(&town.head.town, counted.word(), shown),
        })
    });
    region.asked.set(asked);
}

fn of(ratings: &Ratings, tone: Tone) -> usize {
    ratings.tones.get(&tone).copied().unwrap_or_default()
}

/// The shares of the tones; the counts stand beside it.
fn bar(ratings: &Ratings) -> Element {
    let parts = TONES.into_iter().filter(|tone| of(ratings, *tone) > 0);
    let part = |tone| {
        let style = format!("flex-grow:{}", of(ratings, tone));
        element("i").class(tone_class(tone)).with("style", &style)
    };
    element("div")
        .class("status-bar thin")
        .with("aria-hidden", "true")
        .all(parts.map(part))
}

fn total(heads: &[Arc<Head>]) -> AnyView {
    let mut all = Ratings::default();
    for head in heads {
        all.add(&head.ratings);
    }
    view! {
        <tr>
            <th scope="row">{words::all_towns(words::towns_and_plans(towns_of_heads(heads), heads.len()))}</th>
            <td></td>
            <td>{words::years_rated(heads)}</td>
            <td class="number">{all.total}</td>
            <td class="number">{words::share(all.as_wished, all.judged)}</td>
            {TONES.map(|tone| view! { <td class="number">{of(&all, tone)}</td> }).collect_view()}
            <td inner_html=bar(&all).to_string()></td>
            <td></td>
        </tr>
    }
    .into_any()
}
