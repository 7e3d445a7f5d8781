//! 読み取った指標: a row for each, with a box to tick. A row that is read again as it was stays, as it was ticked.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::ShowMore;
use ::words::pasted_table as words;
use browser::time;
use edit::NewIndicator;
use recognise::PastedIndicator;

/// Number of rows that are shown until a person asks for more.
const SHOWN: usize = 200;
/// Drawn at once: more than a screen holds.
const FIRST: usize = 30;
/// Drawn between one picture and the next.
const STRETCH: usize = 60;

#[derive(Clone)]
struct PastedRow {
    at: usize,
    /// The reading that first gave it.
    reading: usize,
    one: Arc<PastedIndicator>,
    chosen: ArcRwSignal<bool>,
    ticked: ArcTrigger,
}

/// The indicators of a reading.
#[derive(Clone)]
pub struct PastedRows {
    reading: usize,
    /// Notified whenever a tick changes: a count subscribes to it once, and not to each of 100,000 rows.
    ticked: ArcTrigger,
    /// Number of the first rows that the reading before had, too.
    same: usize,
    all: Vec<PastedRow>,
}

impl PartialEq for PastedRows {
    fn eq(&self, other: &Self) -> bool {
        self.reading == other.reading
    }
}

impl PastedRows {
    /// The rows of what was read now; those of `before` that are the same stay.
    pub fn after(before: Option<&Self>, read: &[PastedIndicator]) -> Self {
        let reading = before.map_or(0, |before| before.reading + 1);
        let ticked = before.map_or_else(ArcTrigger::new, |before| before.ticked.clone());
        let there = |at: usize| before.and_then(|before| before.all.get(at));
        let row = |(at, one): (usize, &PastedIndicator)| match there(at) {
            Some(row) if *row.one == *one => row.clone(),
            _ => PastedRow {
                at,
                reading,
                one: Arc::new(one.clone()),
                chosen: ArcRwSignal::new(one.chosen()),
                ticked: ticked.clone(),
            },
        };
        let all: Vec<PastedRow> = read.iter().enumerate().map(row).collect();
        let same = all.iter().take_while(|row| row.reading < reading).count();
        Self {
            reading,
            ticked,
            same,
            all,
        }
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the number of ticked rows.
    pub fn count(&self) -> usize {
        self.ticked.track();
        let chosen = self.all.iter().filter(|row| row.chosen.get_untracked());
        chosen.count()
    }

    /// Returns the number of rows that only a doubt keeps from being ticked.
    pub fn doubtful(&self) -> usize {
        self.ticked.track();
        let left = self.doubted().filter(|row| !row.chosen.get_untracked());
        left.count()
    }

    fn doubted(&self) -> impl Iterator<Item = &PastedRow> {
        let new = self.all.iter().filter(|row| !row.one.known);
        new.filter(|row| !row.one.doubts.is_empty())
    }

    /// Ticks all that are not ticked for a doubt alone.
    pub fn choose_all(&self) {
        for row in self.doubted() {
            if !row.chosen.get_untracked() {
                row.chosen.set(true);
            }
        }
        self.ticked.notify();
    }

    /// Those that are ticked, to be added.
    pub fn newcomers(&self) -> Vec<NewIndicator> {
        let chosen = self.all.iter().filter(|row| row.chosen.get_untracked());
        chosen.map(|row| newcomer(&row.one)).collect()
    }
}

fn newcomer(one: &PastedIndicator) -> NewIndicator {
    NewIndicator {
        indicator: one.indicator.clone(),
        series: one.series.clone(),
        goals: one.goals.clone(),
    }
}

/// Returns the rows that are drawn by now, of those that are shown: those that stayed, a screenful, and the rest a few at a
/// time.
fn drawn(rows: Memo<PastedRows>, shown: RwSignal<usize>) -> impl Fn() -> Vec<PastedRow> + Clone {
    // Number of the reading, and of its rows that are drawn.
    let drawn = RwSignal::new((0, 0));
    let now =
        move |rows: &PastedRows, (reading, count): (usize, usize)| match reading == rows.reading {
            true => count,
            false => count.min(rows.same).max(FIRST),
        };
    Effect::new(move |_| {
        let (reading, all) = rows.with(|rows| (rows.reading, rows.all.len().min(shown.get())));
        let first = rows.with_untracked(|rows| now(rows, drawn.get_untracked()));
        drawn.set((reading, first));
        spawn_local(async move {
            let mut count = first;
            while count < all {
                time::frame().await;
                if drawn
                    .try_get_untracked()
                    .is_none_or(|(now, _)| now != reading)
                {
                    return;
                }
                count = (count + STRETCH).min(all);
                drawn.update(|(_, drawn)| *drawn = count.max(*drawn));
            }
        });
    });
    move || {
        rows.with(|rows| {
            let count = now(rows, drawn.get());
            rows.all.iter().take(count).cloned().collect()
        })
    }
}

/// The table of them.
#[component]
pub fn Preview(
    /// The rows that were read.
    rows: Memo<PastedRows>,
) -> impl IntoView {
    let head = words::columns_label()
        .map(|column| view! { <th scope="col">{column}</th> })
        .collect_view();
    let doubtful = Memo::new(move |_| rows.with(PastedRows::doubtful));
    let shown = RwSignal::new(SHOWN);
    let count = Signal::derive(move || rows.with(|rows| rows.all.len()));
    view! {
        <Show when=move || doubtful.get() != 0>
            <div class="whole">
                <button type="button" class="btn small" on:click=move |_| rows.with_untracked(PastedRows::choose_all)>
                    {move || words::choose_all(doubtful.get())}
                </button>
            </div>
        </Show>
        <div class="whole table-scroll pasted-read" tabindex="0" role="region" aria-label=words::read()>
            <table class="table">
                <caption class="visually-hidden">{words::read()}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>
                    <For each=drawn(rows, shown) key=|row| (row.at, row.reading) children=row />
                </tbody>
            </table>
        </div>
        <div class="whole">
            <ShowMore count shown step=SHOWN />
        </div>
    }
}

fn row(
    PastedRow {
        one,
        chosen,
        ticked,
        ..
    }: PastedRow,
) -> AnyView {
    let k = &one.indicator;
    let now = chosen.clone();
    view! {
        <tr>
            <td>
                <input
                    type="checkbox"
                    aria-label=words::choose(&k.name)
                    prop:checked=move || now.get()
                    on:change=move |_| {
                        chosen.update(|chosen| *chosen = !*chosen);
                        ticked.notify();
                    }
                />
            </td>
            <th scope="row">
                <span class="sub">{k.code.clone()}</span>
                " "
                <b>{k.name.clone()}</b>
                <span class="sub">" "{words::lines(&one)}</span>
                {one.known.then(|| view! { <span class="chip warn">{words::known()}</span> })}
                {one.doubts.iter().map(|doubt| view! { <span class="chip warn">{words::doubt(doubt)}</span> }).collect_view()}
                {(!k.note.is_empty()).then(|| view! { <span class="sub pre">{k.note.clone()}</span> })}
            </th>
            <td>{k.unit.clone()}</td>
            {cell(words::baselines(&one))}
            {cell(words::by_year(&one, |s| &s.targets))}
            {cell(words::by_year(&one, |s| &s.actuals))}
            <td>{words::kind(&one)}</td>
        </tr>
    }
    .into_any()
}

/// Figures as printed, a line for each series; 要確認 is marked.
fn cell(lines: Vec<(String, bool)>) -> AnyView {
    let line = |(text, check): (String, bool)| {
        view! {
            <div>
                {text}
                {check.then(|| view! { " "<span class="chip warn">{words::check()}</span> })}
            </div>
        }
    };
    view! { <td class="number">{lines.into_iter().map(line).collect_view()}</td> }.into_any()
}
