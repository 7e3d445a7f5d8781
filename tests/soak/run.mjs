// The app used without mercy: random edits, each round ended by a crash of the tab, a kill of the browser, closing,
// reloading, or a hand-over to another tab; then it is opened again, and what is found is held against what was painted
// and what the bar had said was saved. Ends with 1 when a saved state is lost, or a painted one by anything but a kill.
// node run.mjs [--rounds 500] [--seed N] [--rows 1000]   (MICHISHIRUBE_DIST: a folder of the app; cargo xtask soak makes it)
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startBrowser } from "./browser.mjs";
import { chance } from "./chance.mjs";
import { ENDINGS } from "./endings.mjs";
import { isSaved, openPlan, PLACES, seen, settled, table } from "./plan.mjs";
import { Tally } from "./tally.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));
const wish = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const rounds = wish("rounds", 500);
const seed = wish("seed", Date.now() % 1_000_000);
table.rows = wish("rows", table.rows);
// A plan grows by what is written and pasted into it.
const ROUNDS_OF_PLAN = 25;

const work = await mkdtemp(join(tmpdir(), "michishirube-soak-"));
const host = await serve();
const luck = chance(seed);
const tally = new Tally();
let browser = null;
let page = null;
let plan = null;
let profile = 0;

console.log(`▸ ${rounds} 回、--seed ${seed}`);
try {
  for (let round = 0; round < rounds; round++) {
    try {
      await one(round);
    } catch (reason) {
      tally.stuck(round, reason);
      await startOver();
    }
  }
} finally {
  await browser?.kill();
  host.close();
  await rm(work, { recursive: true, force: true });
}
tally.print(seed);
process.exit(tally.isWhole() ? 0 : 1);

async function serve() {
  const outfile = join(work, "serve.mjs");
  await build({ entryPoints: [join(here, "..", "e2e", "serve.ts")], outfile, bundle: true, platform: "node", format: "esm" });
  const { staticHost, SUB_PATH } = await import(pathToFileURL(outfile));
  const server = staticHost(process.env.MICHISHIRUBE_DIST);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}${SUB_PATH}`, close: () => (server.closeAllConnections(), server.close()) };
}

async function restart() {
  browser = await startBrowser(join(work, `profile-${profile}`));
}

async function startOver() {
  await browser?.kill();
  plan = null;
}

async function one(round) {
  if (!plan || round % ROUNDS_OF_PLAN === 0) {
    await browser?.kill();
    profile++;
    await restart();
    page = await browser.newPage();
    plan = await openPlan(page, host.address);
  }
  const place = luck.isIt(0.08) ? "表" : luck.one(["体系", "体系", "数値"]);
  const ending = luck.one(Object.keys(ENDINGS));
  const address = `${plan}/${PLACES[place].hash}`;
  const reopen = async () => {
    const next = await browser.newPage();
    await next.goto(address);
    return next;
  };
  await page.goto(address);
  if (PLACES[place].anew) await page.reload();
  const states = [await settled(page)];
  if (states[0].isReader) await page.getByRole("button", { name: "こちらで編集する" }).click();

  const done = [];
  const acts = Object.entries(PLACES[place].acts);
  for (let left = place === "表" ? 1 : 1 + luck.below(5); left > 0; left--) {
    const [name, act] = place === "表" ? acts[0] : luck.one(acts);
    done.push(name);
    await act(page, luck);
    states.push(await seen(page));
    if (luck.isIt(0.3)) {
      await isSaved(page);
      states.push(await seen(page));
    }
  }
  const left = await ENDINGS[ending]({ page, luck, browser: () => browser, restart, reopen, states });
  page = left.page ?? left;
  const last = states.at(-1).text;
  const found = await settled(page, (now) => now.text === last);
  tally.add({ round, place, ending, done, states, found, differs: left.differs ?? null });
  // Text typed between two looks belongs to the next round.
  if (place === "表" && luck.isIt(0.7)) await PLACES[place].acts.戻す(page, luck);
  if (ending !== "再読み込み") await page.waitForTimeout(200);
}
