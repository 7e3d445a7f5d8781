// What somebody writes in an afternoon: reads every file, counts, groups by name and unit, and judges nothing.
document.querySelector("input").addEventListener("change", async ({ target }) => {
  const groups = new Map();
  const rows = [];
  for (const file of target.files) {
    const plan = JSON.parse(await file.text());
    let actuals = 0;
    for (const indicator of plan.indicators ?? []) {
      const key = `${indicator.name}\t${indicator.unit ?? ""}`;
      groups.set(key, (groups.get(key) ?? 0) + 1);
      if ((indicator.series ?? []).some((series) => Object.keys(series.actuals ?? {}).length > 0)) actuals += 1;
    }
    let ties = 0;
    let budget = 0;
    for (const goal of plan.goals ?? []) {
      ties += goal.aligned?.length ?? 0;
      const measures = [...(goal.measures ?? []), ...(goal.divisions ?? []).flatMap((one) => one.measures ?? [])];
      for (const measure of measures) {
        ties += measure.aligned?.length ?? 0;
        for (const initiative of measure.initiatives ?? []) ties += initiative.aligned?.length ?? 0;
        for (const sheet of measure.sheets ?? [])
          for (const line of sheet.planned ?? []) budget += Number(line.budget ?? 0) || 0;
      }
    }
    rows.push([plan.town?.name ?? "", plan.indicators?.length ?? 0, actuals, ties, budget]);
  }
  const body = document.querySelector("tbody");
  body.replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement("tr");
      row.append(...cells.map((cell) => Object.assign(document.createElement("td"), { textContent: cell })));
      return row;
    }),
  );
  const list = document.querySelector("ul");
  list.replaceChildren(
    ...[...groups].map(([key, count]) => Object.assign(document.createElement("li"), { textContent: `${key} ${count}` })),
  );
});
