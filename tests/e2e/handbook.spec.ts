// The pictures of the handbook and of README. `cargo xtask handbook` takes them and records their content; this test
// reads the same from the app, so that it notices a changed place on any machine, whatever its fonts.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { expect, still, test } from "./app";
import { PICTURES, SCREENSHOT, type Picture } from "./handbook";

const RECORD = file("./handbook.json");
const TAKES = process.env.MICHISHIRUBE_PICTURES === "take";

// Texts and accessible names in reading order, the colours in use, and the hash of the picture that shows them.
type Shown = { texts: string[]; colours: string[]; picture: string };

function file(name: string) {
  return fileURLToPath(new URL(name, import.meta.url));
}

const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

async function shown(parts: Locator[], bytes: Buffer): Promise<Shown> {
  const texts: string[] = [];
  const colours = new Set<string>();
  for (const part of parts) {
    // Addresses contain the number of the plan, which differs each time.
    texts.push(...(await part.ariaSnapshot()).split("\n").filter((line) => !line.includes("/url:")));
    for (const colour of await part.evaluate(inUse)) colours.add(colour);
  }
  return { texts, colours: [...colours].sort(), picture: hash(bytes) };
}

// Returns the colours of an element and of its content, in the digits that every version of a browser paints alike.
function inUse(part: Element): string[] {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;
  const painted = (colour: string) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return alpha ? [red!, green!, blue!].map((one) => (one >> 4).toString(16)).join("") : undefined;
  };
  const found = new Set<string>();
  for (const element of [part, ...part.querySelectorAll("*")]) {
    if (!element.checkVisibility()) continue;
    const { color, backgroundColor, borderTopColor, borderTopWidth, fill, stroke } = getComputedStyle(element);
    found.add(color).add(backgroundColor);
    if (parseFloat(borderTopWidth)) found.add(borderTopColor);
    if (element instanceof SVGElement) for (const paint of [fill, stroke]) if (paint !== "none") found.add(paint);
  }
  return [...found].map(painted).filter((one) => one !== undefined);
}

// Takes a picture of the box around some elements, with a margin around it.
async function take(page: Page, parts: Locator[], { window = false, air = 8, colours = 12 }: Picture) {
  if (window) await page.evaluate(() => scrollTo(0, 0));
  else await parts[0]!.evaluate((first) => first.scrollIntoView({ block: "center" }));
  const boxes = await Promise.all(parts.map(async (part) => (await part.boundingBox())!));
  const x = Math.max(0, Math.min(...boxes.map((box) => box.x)) - air);
  const y = Math.max(0, Math.min(...boxes.map((box) => box.y)) - air);
  const { width, height } = page.viewportSize()!;
  // A table may continue beyond the edge.
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + air);
  const bottom = window ? height : Math.max(...boxes.map((box) => box.y + box.height)) + air;
  expect(bottom, "the whole of it is on the screen").toBeLessThanOrEqual(height);
  const clip = { x, y, width: right - x, height: bottom - y };
  const png = (await page.screenshot({ clip })).toString("base64");
  return Buffer.from(await page.evaluate(packed, { png, colours }), "base64");
}

// Returns a picture as lossless WebP, with a limited number of its colours: letters stay sharp, in few bytes.
async function packed({ png, colours }: { png: string; colours: number }) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes]));
  const sheet = new OffscreenCanvas(image.width, image.height);
  const pen = sheet.getContext("2d")!;
  pen.drawImage(image, 0, 0);
  const pixels = pen.getImageData(0, 0, image.width, image.height);
  const points = new Uint32Array(pixels.data.buffer);
  const counts = new Map<number, number>();
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1);
  const apart = (one: number, other: number) => [0, 8, 16].reduce((sum, bits) => sum + (((one >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0);
  // Nearly equal shades take no slot from a colour of a few pixels.
  const kept: number[] = [];
  for (const [point] of [...counts].sort(([, one], [, other]) => other - one)) {
    if (kept.length < colours && kept.every((one) => apart(one, point) > 400)) kept.push(point);
  }
  const nearest = new Map([...counts.keys()].map((point) => [point, kept.reduce((best, one) => (apart(one, point) < apart(best, point) ? one : best))]));
  points.forEach((point, at) => (points[at] = nearest.get(point)!));
  pen.putImageData(pixels, 0, 0);
  const file = new Uint8Array(await (await sheet.convertToBlob({ type: "image/webp", quality: 1 })).arrayBuffer());
  return btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(""));
}

test("使い方と README の絵は、いまのアプリを写している", { tag: "@folder" }, async ({ app, page }) => {
  await page.clock.setFixedTime(new Date("2026-06-10T10:00:00+09:00"));
  const record: Record<string, Shown> = TAKES ? {} : JSON.parse(await readFile(RECORD, "utf8"));
  await app.open();
  const all: Picture[] = [...PICTURES, SCREENSHOT];
  for (const picture of all) {
    await page.setViewportSize(picture.size ?? { width: 1000, height: 1500 });
    const parts = await picture.place(page);
    const path = file(`../../${picture.name}`);
    const read = async () => shown(parts, await readFile(path));
    if (TAKES) {
      await still(page, () => shown(parts, Buffer.of()));
      await writeFile(path, await take(page, parts, picture));
      record[picture.name] = await read();
    } else {
      const old = `${picture.name} は、いまの画面と違います。cargo xtask handbook で撮り直してください。`;
      await expect.poll(read, old).toEqual(record[picture.name]);
    }
  }
  if (TAKES) await writeFile(RECORD, `${JSON.stringify(record, null, 1)}\n`);
  else expect(Object.keys(record)).toEqual(all.map(({ name }) => name));
});
