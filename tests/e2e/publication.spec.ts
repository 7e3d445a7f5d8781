import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import datapackage from "datapackage";
import { HtmlValidate } from "html-validate";
import jsonld from "jsonld";
import tableschema from "tableschema";
import { HTML_RULES, schemaOrg } from "../../xtask/web/html-rules.mjs";
import { CRITERIA, DRAWN, violations } from "./app";
import { plain, printed } from "./pdf";

const { Package } = datapackage;
const { Table } = tableschema;

// The folders that `cargo test -p output folders_are_written` writes; `cargo xtask test e2e` runs it before.
const root = fileURLToPath(new URL("../../target/tmp/published", import.meta.url));
const NAMES = ["mihon", "kitamoto-2022", "hokuto-2024", "corrected"];

const files = async (name: string, end: string) =>
  (await readdir(join(root, name), { recursive: true })).filter((path) => path.endsWith(end)).sort();
const read = (name: string, path: string) => readFile(join(root, name, path), "utf8");

test.beforeAll(() => {
  expect(existsSync(root), "cargo test -p output folders_are_written を先に実行してください").toBe(true);
});

// みほん町 has something of every kind; five pages of the other folders show how each kind is built.
async function validated(name: string): Promise<string[]> {
  const seen = new Map<string, number>();
  const first = (path: string) => {
    const folder = dirname(path);
    seen.set(folder, (seen.get(folder) ?? 0) + 1);
    return folder === "." || seen.get(folder)! <= 5;
  };
  return (await files(name, ".html")).filter((path) => name === "mihon" || first(path));
}

test("公表するページは、HTMLとして正しく、どれも30KBに収まる", async () => {
  const validate = new HtmlValidate(HTML_RULES);
  let heaviest = 0;
  for (const name of NAMES) {
    for (const path of await validated(name)) {
      const html = await read(name, path);
      const report = await validate.validateString(html, path);
      const faults = report.results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId}: ${one.message} (${one.line}:${one.column})`));
      expect(faults, `${name}/${path}`).toEqual([]);
    }
    for (const path of await files(name, ".html")) {
      const html = await read(name, path);
      // The best compression is slow: only pages that the quick one leaves too large need it.
      const quick = gzipSync(html).length;
      heaviest = Math.max(heaviest, quick < 30_000 ? quick : brotliCompressSync(html).length);
    }
  }
  expect(heaviest).toBeLessThan(30_000);
});

// Every two of these choices occur together in one of them.
const LOOKS = [
  { colorScheme: "light", forcedColors: "none", width: 360 },
  { colorScheme: "dark", forcedColors: "none", width: 1280 },
  { colorScheme: "light", forcedColors: "active", width: 1280 },
  { colorScheme: "dark", forcedColors: "active", width: 360 },
] as const;

async function fits(page: Page, path: string) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${path} は横に動かさずに読める`).toBeLessThanOrEqual(0);
}

test("公表するページは、どの幅でも、どの配色でも、だれにも読める", async ({ browser }) => {
  test.slow();
  // The accessibility check is a script; the page has none, and allows none of its own.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const show = async (path: string) => {
    await page.goto(pathToFileURL(join(root, path)).href);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  };
  const look = async ({ colorScheme, forcedColors, width }: (typeof LOOKS)[number]) => {
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.setViewportSize({ width, height: 800 });
  };
  // One page of each kind: every goal is built like the first.
  const pages = [
    "index.html", "indicators.html", "measures.html", "text.html", "status.html", "updates.html", "data.html", "how-to.html",
    "ideas.html", "goals/g1.html", "indicators/k1.html", "indicators/k14.html", "embed/k1.html", "measures/m1.html", "easy/indicators/k2.html", "en/index.html",
  ];
  const all = [
    ...pages.map((path) => `mihon/${path}`),
    ...["index.html", "indicators.html", "goals/g1.html"].map((path) => `kitamoto-2022/${path}`),
    ...["index.html", "measures.html", "measures/m1.html"].map((path) => `hokuto-2024/${path}`),
    ...["index.html", "updates.html", "embed/k1.html", "easy/index.html", "en/updates.html"].map((path) => `corrected/${path}`),
  ];
  for (const path of all) {
    await show(path);
    for (const [at, one] of LOOKS.entries()) {
      await look(one);
      const rules = at === 0 ? [...CRITERIA, "best-practice"] : DRAWN;
      expect(await violations(page, rules), `${path} ${JSON.stringify(one)}`).toEqual([]);
      await fits(page, path);
    }
  }
  // With a long word in every text: one check at each width is enough.
  for (const path of pages.map((path) => `long-words/${path}`)) {
    await show(path);
    for (const one of LOOKS.filter(({ forcedColors }) => forcedColors === "none")) {
      await look(one);
      await fits(page, path);
    }
  }
  await context.close();
});

test("公表するページを印刷しても、最後の紙に、ページの足だけが残らない", async ({ page }) => {
  for (const path of ["index.html", "indicators/k3.html", "indicators/k14.html", "indicators/k15.html", "goals/g1.html", "measures/m1.html"]) {
    await page.goto(pathToFileURL(join(root, "mihon", path)).href);
    const foot = plain(await page.getByRole("contentinfo").innerText());
    const last = (await printed(page)).at(-1)!.text;
    expect(last.length, path).toBeGreaterThan(foot.length + 10);
  }
});

test("公表するページは、キーボードだけで、飛ばして本文へ進み、ほかのことばと目標へ行ける", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(root, "mihon", "index.html")).href);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
  await page.getByRole("link", { name: "やさしい日本語" }).click();
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/easy\/goals\/g\d+\.html$/);
  await context.close();
});

test("データの説明はData Packageとして読め、列が表と合い、JSON-LDとして読める", async () => {
  for (const name of NAMES) {
    const described = JSON.parse(await read(name, "datapackage.json"));
    expect(described.$schema).toBe("https://datapackage.org/profiles/2.0/datapackage.json");
    // The validators of the authors of the standard check the description of the package, and every row of its table.
    const loaded = await Package.load(join(root, name, "datapackage.json"));
    expect(loaded.errors.map(String)).toEqual([]);
    expect(loaded.valid).toBe(true);
    const tables = described.resources.filter((resource: { format: string }) => resource.format === "csv");
    // A plan without 指標 has no table; with them, one for all and one for each.
    expect(tables.length === 0 || tables.length > 1, name).toBe(true);
    for (const table of tables) {
      const csv = (await read(name, table.path)).replace(/^\uFEFF/, "");
      // The table of each indicator has the columns of the table of all.
      const schema = typeof table.schema === "string" ? join(root, name, table.schema) : table.schema;
      const rows = await (await Table.load(Readable.from([csv]), { schema })).read({ keyed: true });
      expect(rows, table.path).toHaveLength(csv.split("\r\n").length - 2);
    }
    for (const path of ["data.html", ...(await files(name, ".html")).filter((path) => path.startsWith("indicators/"))]) {
      const html = await read(name, path);
      const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
      expect(blocks.length, path).toBeGreaterThan(0);
      for (const [, text] of blocks) {
        const facts = await jsonld.toRDF(JSON.parse(text), { documentLoader: schemaOrg, format: "application/n-quads" });
        expect(String(facts)).toContain("Dataset");
      }
    }
  }
});

test("更新のお知らせと、ページの一覧は、XMLとして読める", async ({ page }) => {
  for (const name of NAMES) {
    for (const path of ["feed.xml", "sitemap.xml"]) {
      const text = await read(name, path);
      const fault = await page.evaluate((text) => new DOMParser().parseFromString(text, "text/xml").querySelector("parsererror")?.textContent, text);
      expect(fault, `${name}/${path}`).toBeUndefined();
    }
    const feed = await read(name, "feed.xml");
    for (const wanted of ["<id>urn:uuid:", "<updated>", "<author>", "rel=\"self\"", "<entry>"]) expect(feed).toContain(wanted);
    const map = await read(name, "sitemap.xml");
    const found = (await files(name, ".html")).filter((path) => !/(^|\/)(embed\/|how-to)/.test(path));
    expect([...map.matchAll(/<loc>/g)]).toHaveLength(found.length);
  }
});

// A host that lets browsers cache files for a year, at any path; `kept` decides which.
function longKept(folder: () => string, kept: (path: string) => boolean) {
  const types: Record<string, string> = { ".html": "text/html", ".css": "text/css" };
  return createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname.replace("/a/b/", "");
    try {
      const content = await readFile(join(folder(), path));
      const control = kept(path) ? "max-age=31536000" : "no-cache";
      response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream", "cache-control": control }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
}

// The next edition: other words, and a style under another file name.
async function edited(from: string, to: string) {
  await cp(from, to, { recursive: true });
  const style = (await readdir(from)).find((path) => path.endsWith(".css")) ?? "";
  await writeFile(join(to, "style-of-next.css"), `${await readFile(join(from, style), "utf8")}\n@layer pages { .reader h1 { color: rgb(1, 2, 3); } }`);
  await rm(join(to, style));
  const html = await readFile(join(from, "index.html"), "utf8");
  await writeFile(join(to, "index.html"), html.replaceAll(style, "style-of-next.css").replace(/<h1>.*?<\/h1>/, "<h1>新しい版</h1>"));
}

for (const { about, kept, again } of [
  { about: "使い方のとおり、ページのほかを1年覚えさせるホストでは、次に開いたときに", kept: (path: string) => !path.endsWith(".html"), again: "goto" },
  { about: "何でも1年覚えさせるホストでも、再読み込みすれば", kept: () => true, again: "reload" },
]) {
  test(`公表した次の版は、${about}、新しい見た目で見える`, async ({ page }) => {
    const first = join(root, "mihon");
    const next = await mkdtemp(join(tmpdir(), "michishirube-next-"));
    let folder = first;
    const host = longKept(() => folder, kept);
    await new Promise<void>((ready) => host.listen(0, "127.0.0.1", ready));
    try {
      await edited(first, next);
      const address = `http://127.0.0.1:${(host.address() as AddressInfo).port}/a/b/index.html`;
      const heading = page.getByRole("heading", { level: 1 });
      await page.goto(address);
      await expect(heading).toContainText("みほん町");
      // Deeper pages find the style sheet, and the way back.
      await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
      await expect(page.locator(".reader-head")).toHaveCSS("display", "flex");
      folder = next;
      await (again === "reload" ? page.goto(address).then(() => page.reload()) : page.goto(address));
      await expect(heading).toHaveText("新しい版");
      await expect(heading).toHaveCSS("color", "rgb(1, 2, 3)");
    } finally {
      host.closeAllConnections();
      host.close();
      await rm(next, { recursive: true, force: true });
    }
  });
}
