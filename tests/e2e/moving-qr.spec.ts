import { chromium, type Page } from "@playwright/test";
import { open } from "node:fs/promises";
import { App, expect, expectAccessible, test } from "./app";
import { launchOptions } from "./launch";
import { downloaded, Home, jsonFile, type Plan } from "./plan";
import { part } from "./talk";

interface Code {
  side: number;
  path: string;
}

// Collects a number of different codes as they are shown one after the other.
function collect(page: Page, count: number): Promise<Code[]> {
  return page.locator(".codes-shown").evaluate(
    (place, count) =>
      new Promise<Code[]>((done) => {
        const seen = new Map<string, Code>();
        const look = () => {
          const code = place.querySelector("svg.qr");
          const path = code?.querySelector("path")?.getAttribute("d") ?? "";
          const side = Number(code?.getAttribute("viewBox")?.split(" ")[3]);
          if (path) seen.set(path, { side, path });
          if (seen.size < count) return;
          watch.disconnect();
          done([...seen.values()]);
        };
        const watch = new MutationObserver(look);
        watch.observe(place, { subtree: true, childList: true, attributes: true });
        look();
      }),
    count,
  );
}

// Writes the codes as a camera would see them, each in two frames: raw video, brightness only.
async function film(path: string, codes: Code[]) {
  const [wide, high] = [640, 480];
  const file = await open(path, "w");
  await file.write(`YUV4MPEG2 W${wide} H${high} F10:1 Ip A1:1 C420jpeg\n`);
  const colour = Buffer.alloc((wide * high) / 2, 128);
  for (const { side, path: drawn } of codes) {
    const light = Buffer.alloc(wide * high, 225);
    const scale = Math.floor(high / side);
    const [left, top] = [(wide - side * scale) >> 1, (high - side * scale) >> 1];
    for (const [, x, y, run] of drawn.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
        const from = (top + row) * wide + left + Number(x) * scale;
        light.fill(35, from, from + Number(run) * scale);
      }
    }
    for (let times = 0; times < 2; times++) {
      await file.write("FRAME\n");
      await file.write(light);
      await file.write(colour);
    }
  }
  await file.close();
}

// The facilitator's browser, with a camera that sees that film over and over.
async function withCamera(film: string, run: (page: Page) => Promise<void>) {
  const camera = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch(launchOptions(camera));
  try {
    const context = await browser.newContext({ locale: "ja-JP", timezoneId: "Asia/Tokyo", permissions: ["camera"] });
    await run(await context.newPage());
  } finally {
    await browser.close();
  }
}

test("60件の意見が、3割のコマを落としたカメラからも、そのまま届き、ファイルと同じに集まる", { tag: "@folder" }, async ({ app, page, browser }, info) => {
  await app.open();
  const plan: Plan = await new Home(page).sample("みほん町");
  await plan.go("対話");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "対話の会をつくる" }).click();
  for (const _ of [2, 3, 4]) await main.getByRole("button", { name: "次へ" }).click();
  const file = await downloaded(page, () => main.getByRole("button", { name: "テーブルAのファイル", exact: true }).click());
  const facilitators = await plan.export();

  // Without a camera, the page says so and offers the file.
  await part(page, "振り返る");
  await main.getByRole("button", { name: "カメラで受け取る" }).click();
  await main.getByRole("button", { name: "カメラを使う" }).click();
  await expect(main.getByText("この端末にカメラが見つかりません。", { exact: false })).toBeVisible();
  await expectAccessible(page);

  // The table: sixty ideas, shown as codes.
  const context = await browser.newContext({ locale: "ja-JP", timezoneId: "Asia/Tokyo" });
  const table = await context.newPage();
  await new App(table, app.address).open();
  await new Home(table).choose(jsonFile("A.json", file.bytes));
  await part(table, "出し合う");
  const there = table.getByRole("main");
  await there.locator("summary").first().click();
  await there
    .getByRole("textbox", { name: "紙の意見をまとめて入れる" })
    .fill(Array.from({ length: 60 }, (_, n) => `テーブルAの意見その${n + 1} ×${n % 4}`).join("\n"));
  await there.getByRole("button", { name: "60件を入れる" }).click();
  await expect(there.getByRole("heading", { name: "これまでの意見　60件" })).toBeVisible();
  const own = await downloaded(table, () => there.getByRole("button", { name: "テーブルのファイルを保存" }).click());
  await there.getByRole("button", { name: "QRで渡す" }).click();
  const dialog = table.getByRole("dialog", { name: "QRで渡す" });
  await expectAccessible(table);
  const needed = Number((await dialog.getByText(/枚に分けました/).textContent())?.match(/\d+/)?.[0]);
  expect(needed).toBeGreaterThan(8);
  await dialog.getByRole("button", { name: "見せ始める" }).click();
  const codes = await collect(table, needed * 3);
  await context.close();

  // Three of ten are lost, including the first ones.
  const kept = codes.filter((_, at) => ![0, 3, 7].includes(at % 10));
  const path = info.outputPath("camera.y4m");
  await film(path, kept);
  await withCamera(path, async (seeing) => {
    await new App(seeing, app.address).open();
    await new Home(seeing).choose(jsonFile("計画.json", facilitators));
    await seeing.getByRole("navigation").getByRole("link", { name: "対話" }).first().click();
    await part(seeing, "振り返る");
    const here = seeing.getByRole("main");
    await here.getByRole("button", { name: "カメラで受け取る" }).click();
    await here.getByRole("button", { name: "カメラを使う" }).click();
    const told = here.getByRole("region", { name: "テーブルのファイルを集める" });
    await expect(told).toContainText("QRで届いたもの：テーブルAから意見60件、投票0件を集めました。");
    await expect(here.getByRole("heading", { name: "意見のボード　60件" })).toBeVisible();
    const arrived = await downloaded(seeing, () => here.getByRole("button", { name: "届いたものをファイルでも保存" }).click());
    expect(arrived.bytes.equals(own.bytes), "一字もちがわない").toBe(true);
    await here.getByRole("button", { name: "カメラを止める" }).click();

    // The same again as a file: nothing is duplicated.
    await seeing.getByLabel("ファイルを選ぶ").setInputFiles([jsonFile("卓A.json", own.bytes)]);
    await expect(told).toContainText("卓A.json：すべて集めたものでした。");
    await expect(here.getByRole("heading", { name: "意見のボード　60件" })).toBeVisible();
  });
});
