import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { keptIn } from "../../xtask/web/kept.mjs";
import { expect, expectAccessible, test } from "./app";
import { Home } from "./plan";
import { unpacked } from "./zip";

const dist = () => process.env.MICHISHIRUBE_DIST!;
const sum = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

async function release(): Promise<Map<string, Buffer>> {
  const name = (await readdir(dist())).find((name) => /^michishirube-[\d.]+\.zip$/.test(name));
  expect(name, "cargo xtask dist が作る ZIP").toBeDefined();
  return unpacked(await readFile(join(dist(), name!)));
}

test("町に渡すZIPは、値の合うファイルと、はじめ方と、部品の利用条件を持つ", async () => {
  const files = await release();
  const [top] = [...files.keys()][0].split("/");
  const at = (name: string) => files.get(`${top}/${name}`)!;
  expect([...files.keys()].every((name) => name.startsWith(`${top}/`))).toBe(true);
  const sums = at("SHA256SUMS.txt").toString("utf8").trim().split("\n");
  expect(sums.length).toBe(files.size - 1);
  for (const line of sums) {
    const [hash, name] = line.split("  ");
    expect(sum(at(name)), name).toBe(hash);
  }
  for (const name of ["michishirube.html", "reader.html", "folder/index.html", "folder/michishirube.html", "folder/reader/index.html", "はじめにお読みください.html", "手引き.html"]) expect(at(name), name).toBeDefined();
  const terms = at("licenses/THIRD-PARTY.txt").toString("utf8");
  for (const part of ["echarts", "zrender", "tslib", "leptos", "serde_json", "wasm-bindgen", "Rust standard library"]) expect(terms).toMatch(new RegExp(`^${part} [\\d.]+ `, "m"));
  expect(at("licenses/LICENSE.txt").toString("utf8")).toContain("MIT License");
});

test("展開した1ファイル版と、はじめ方のページは、ダブルクリックで開ける", async ({ browser }, info) => {
  const files = await release();
  for (const [name, bytes] of files) {
    const path = info.outputPath("unpacked", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  const [top] = [...files.keys()][0].split("/");
  const address = (name: string) => pathToFileURL(info.outputPath("unpacked", top, name)).href;
  const context = await browser.newContext({ offline: true, locale: "ja-JP" });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(`${error}`));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(address("はじめにお読みください.html"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("みちしるべ");
  await expectAccessible(page);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.getByRole("link", { name: "michishirube.html" }).click();
  await page.locator("html[data-ready=true]").waitFor();
  const plan = await new Home(page).sample("みほん町");
  await plan.saved();
  await page.goto(address("reader.html"));
  await expect(page.getByRole("alert")).toContainText("このファイルには、計画が入っていません。");
  await expectAccessible(page);
  expect(errors).toEqual([]);
  await context.close();
});

test("組み立てで前に小さくしたものは、同じものを同じ作り方でなら使い回し、そうでなければ作り直し、いらなくなれば捨てる", async ({}, about) => {
  const folder = about.outputPath("kept");
  let made = 0;
  const make = (bytes: Buffer) => (made++, Buffer.concat([bytes, Buffer.from(" made")]));
  const build = async (recipe: string[], asked: [string, string][]) => {
    made = 0;
    const kept = keptIn(folder, recipe);
    const all = [];
    for (const [bytes, how] of asked) all.push(String(await kept.of(Buffer.from(bytes), how, () => make(Buffer.from(bytes)))));
    await kept.tidy();
    return { all, made, held: (await readdir(folder)).length };
  };
  const asked: [string, string][] = [["app", "2,2"], ["app", "3,0"]];
  const first = await build(["recipe"], asked);
  expect(first).toEqual({ all: ["app made", "app made"], made: 2, held: 2 });
  expect(await build(["recipe"], asked)).toEqual({ ...first, made: 0 });
  expect(await build(["recipe 2"], asked), "ほかの作り方").toEqual(first);
  expect(await build(["recipe 2"], [["app", "2,2"], ["app2", "2,2"]]), "ほかのもの").toEqual({ all: ["app made", "app2 made"], made: 1, held: 2 });
});
