// The least that does the same work without a library: opens a strategy's file, keeps it in the browser, shows its
// figures as a table of which only the rows in sight exist, takes keystrokes and pasted blocks, and notes each change
// in localStorage at once and in IndexedDB a moment later. No judgement, no undo, no checks.
const HEIGHT = 32;
const grid = document.getElementById("grid");
const state = { strategy: null, years: [], rows: [], cursor: [0, 0], shown: new Map() };

const database = new Promise((done, failed) => {
  const request = indexedDB.open("bench", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("files");
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});

async function kept(mode, act) {
  const transaction = (await database).transaction("files", mode, { durability: "strict" });
  const request = act(transaction.objectStore("files"));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = () => failed(transaction.error);
  });
}

function show(strategy) {
  state.strategy = strategy;
  state.years = [];
  for (let year = strategy.period.first; year <= strategy.period.last; year++) state.years.push(year);
  state.rows = strategy.indicators.flatMap((indicator) =>
    indicator.series.flatMap((series) => [
      { indicator, series, figures: (series.targets ??= {}), kind: "目標" },
      { indicator, series, figures: (series.actuals ??= {}), kind: "実績" },
    ]),
  );
  grid.replaceChildren(spacer(), cellInput);
  state.shown.clear();
  draw();
}

function spacer() {
  const element = document.createElement("div");
  element.style.height = `${state.rows.length * HEIGHT}px`;
  return element;
}

function draw() {
  const first = Math.max(0, Math.floor(grid.scrollTop / HEIGHT) - 6);
  const last = Math.min(state.rows.length, Math.ceil((grid.scrollTop + grid.clientHeight) / HEIGHT) + 7);
  for (const [at, element] of state.shown) {
    if (at < first || at >= last) {
      element.remove();
      state.shown.delete(at);
    }
  }
  for (let at = first; at < last; at++) if (!state.shown.has(at)) add(at);
  place();
}

function add(at) {
  const { indicator, series, figures, kind } = state.rows[at];
  const row = document.createElement("div");
  row.className = "row";
  row.style.top = `${at * HEIGHT}px`;
  row.style.gridTemplateColumns = `240px 64px 52px repeat(${state.years.length}, 104px)`;
  const texts = [`${indicator.name} ${series.name ?? ""}`, indicator.unit, kind, ...state.years.map((year) => figures[year] ?? "")];
  for (const text of texts) row.append(Object.assign(document.createElement("span"), { textContent: text }));
  state.shown.set(at, row);
  grid.append(row);
}

const cellInput = Object.assign(document.createElement("input"), { id: "cell" });

function place() {
  const [row, column] = state.cursor;
  cellInput.style.top = `${row * HEIGHT}px`;
  cellInput.style.left = `${356 + column * 104}px`;
}

function set(row, column, text) {
  const year = state.years[column];
  state.rows[row].figures[year] = text;
  const cell = state.shown.get(row)?.children[column + 3];
  if (cell) cell.textContent = text;
}

let saving;
function note(change) {
  localStorage.setItem("journal", JSON.stringify(change));
  clearTimeout(saving);
  saving = setTimeout(() => kept("readwrite", (files) => files.put(JSON.stringify(state.strategy), "strategy")), 250);
}

cellInput.addEventListener("input", () => {
  const [row, column] = state.cursor;
  set(row, column, cellInput.value);
  note([row, column, cellInput.value]);
});
cellInput.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  state.cursor[0] = Math.min(state.cursor[0] + 1, state.rows.length - 1);
  cellInput.value = "";
  place();
});
cellInput.addEventListener("paste", (event) => {
  event.preventDefault();
  const [row, column] = state.cursor;
  const block = event.clipboardData.getData("text/plain").split("\n").map((line) => line.split("\t"));
  block.forEach((line, down) => line.forEach((text, right) => row + down < state.rows.length && set(row + down, column + right, text)));
  note(block);
});
grid.addEventListener("scroll", draw);

document.getElementById("file").addEventListener("change", async (event) => {
  const text = await event.target.files[0].text();
  show(JSON.parse(text));
  await kept("readwrite", (files) => files.put(text, "strategy"));
  document.documentElement.dataset.kept = "true";
});
kept("readonly", (files) => files.get("strategy")).then((text) => text && show(JSON.parse(text)));
