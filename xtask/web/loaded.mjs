// Measures the finished app as a real browser loads it, packed with brotli: until the first screen, until the user
// can edit, and until a chart is drawn; fails if a value has grown. node loaded.mjs DIST
import { chromium } from "@playwright/test";
import { host } from "./host.mjs";

// Ceilings in bytes, each from a first visit: lower them with each gain, raise them only by the size of a new
// feature. Half a kilobyte is left, as in sizes.mjs. The first picture of an indicator is our own: the chart library
// (208 KB with its drawing code) is loaded when the user touches it. `later`: the parts that the page fetches only to
// make a cover.
const STEPS = [
  { about: "最初の画面", ceiling: 204_000, act: async () => {}, later: [] },
  { about: "見本を開き、体系で題名に書く", ceiling: 692_900, act: writes, later: ["cover", "figures"] },
  { about: "見本を開き、指標の最初の図を見る", ceiling: 833_800, act: seesChart, later: ["cover"] },
];

// Returns the parts that belong to a step. Ten seconds after the last save the page makes a cover; on a busy machine
// a step takes longer than that. Parts that only the cover fetches are not counted then, so that the result does not
// depend on time.
function ofStep(parts, later) {
  const isOf = (path, name) => path.includes(`part-${name}-`);
  if (!parts.some(({ path }) => isOf(path, "cover"))) return parts;
  return parts.filter(({ path }) => !later.some((name) => isOf(path, name)));
}

async function opens(page) {
  await page.getByRole("button", { name: "みほん町" }).click();
  await page.getByRole("status", { name: "保存の状況" }).waitFor();
}

async function goes(page, name) {
  await page.getByRole("navigation").getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function writes(page) {
  await opens(page);
  await goes(page, "体系");
  await page.getByRole("main").getByRole("textbox").first().fill("書けた");
}

async function seesChart(page) {
  await opens(page);
  await goes(page, "指標");
  await page.locator("main figure svg").first().waitFor();
}

const [dist] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROME || undefined });
const at = await host(dist);
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(9);
try {
  console.log("   brotli   ブラウザが受け取る量（KB = 1,000 バイト）。最初に訪れたときから");
  for (const { about, ceiling, act, later } of STEPS) {
    const parts = ofStep(await given(act), later);
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`${kilobytes(total)}  ${about}（${parts.length} 個。上限 ${ceiling / 1000}）`);
    for (const { path, bytes } of parts) console.log(`${kilobytes(bytes)}    ${path}`);
    if (total <= ceiling) continue;
    console.error(`\n「${about}」までに ${total} バイトで、いまの上限 ${ceiling} バイトを超えています。`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  at.close();
}

// A new profile, so that nothing is cached or stored; waits until the page requests nothing more.
async function given(act) {
  const context = await browser.newContext({ locale: "ja-JP", serviceWorkers: "block", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  try {
    at.given.length = 0;
    await page.goto(at.address);
    await page.locator("html[data-ready=true]").waitFor();
    await act(page);
    // 点検 is counted a moment after the last edit; its parts belong to it.
    await page.waitForTimeout(1_000);
    await page.waitForLoadState("networkidle");
    return [...at.given].sort((a, b) => b.bytes - a.bytes);
  } finally {
    await context.close();
  }
}
