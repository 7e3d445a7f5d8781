import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { type App, expect } from "./app";

// The six samples: the text of its button, and its file.
export const SAMPLES = [
  ["みほん町", "mihon"],
  ["北斗市 総合戦略", "hokuto-2020"],
  ["北本市", "kitamoto-2022"],
  ["北斗市 実施計画", "hokuto-2024"],
  ["北海道", "hokkaido"],
  ["木更津市", "kisarazu-2020"],
] as const;

export type FileToOpen = { name: string; mimeType: string; buffer: Buffer };

export function jsonFile(name: string, content: string | Uint8Array): FileToOpen {
  return { name, mimeType: "application/json", buffer: Buffer.from(content) };
}

// Drops files on a place, all at once, as from the desktop.
export async function drop(place: Locator, files: FileToOpen[]) {
  const held = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  const data = await place.page().evaluateHandle((held) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of held) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }, held);
  await place.dispatchEvent("dragover", { dataTransfer: data });
  await place.dispatchEvent("drop", { dataTransfer: data });
}

// Presses the button of a place that chooses a file, and chooses it.
export async function chooseFile(place: Locator, file: FileToOpen) {
  const [chooser] = await Promise.all([place.page().waitForEvent("filechooser"), place.getByRole("button", { name: "ファイルを選ぶ" }).click()]);
  await chooser.setFiles(file);
}

// As a spreadsheet puts cells on the clipboard, and the user presses Ctrl+V in a field.
export async function paste(field: Locator, text: string) {
  await field.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

// Opens the window for a table of indicators by 検索・操作.
export async function openPasteTable(page: Page): Promise<Locator> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "検索・操作" });
  await palette.getByRole("combobox").fill("指標の表");
  await expect(palette.getByRole("option").first()).toContainText("指標の表");
  await page.keyboard.press("Enter");
  return page.getByRole("dialog", { name: "指標の表を貼り付ける" });
}

// Returns the content of a download.
export async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// はじめに: the strategies on this device, and the ways to begin one.
// Opens a sample from はじめに, and a page of it.
export async function openSample(app: App, name: string, to?: string): Promise<Plan> {
  await app.open();
  const plan = await new Home(app.page).sample(name);
  if (to) await plan.go(to);
  return plan;
}

export class Home {
  readonly alert: Locator;
  readonly cards: Locator;
  readonly trash: Locator;

  constructor(readonly page: Page) {
    this.alert = page.getByRole("alert");
    this.cards = page.getByRole("region", { name: "この端末にある計画" }).getByRole("listitem");
    this.trash = page.getByRole("region", { name: "削除した計画" });
  }

  card(title: string): Locator {
    return this.cards.filter({ has: this.page.getByRole("link", { name: title, exact: true }) });
  }

  async sample(name: string): Promise<Plan> {
    await this.page.getByRole("button", { name }).click();
    return this.opened();
  }

  async choose(file: FileToOpen) {
    // A file of 20 MB takes time on its way to a busy browser.
    await this.page.getByLabel("ファイルを開く").setInputFiles(file, { timeout: 60_000 });
  }

  async drop(file: FileToOpen) {
    await drop(this.page.getByRole("main"), [file]);
  }

  async create(town: string, title: string): Promise<Plan> {
    await this.page.getByRole("button", { name: "新しくつくる" }).click();
    const dialog = this.page.getByRole("dialog", { name: "新しくつくる" });
    await dialog.getByLabel("市町村の名前").fill(town);
    await dialog.getByLabel("計画の名称").fill(title);
    await dialog.getByRole("button", { name: "つくって開く" }).click();
    return this.opened();
  }

  async opened(): Promise<Plan> {
    const plan = new Plan(this.page);
    await expect(plan.truth).toBeVisible();
    return plan;
  }
}

// An open strategy: the bar at the top, the navigation, and its pages.
export class Plan {
  readonly truth: Locator;
  readonly navigation: Locator;
  readonly toast: Locator;
  readonly undoButton: Locator;
  readonly redoButton: Locator;
  readonly takeOver: Locator;

  constructor(readonly page: Page) {
    this.truth = page.getByRole("status", { name: "保存の状況" });
    this.navigation = page.getByRole("navigation", { name: "ページ", includeHidden: true });
    this.toast = page.getByRole("status").filter({ has: page.getByRole("button", { name: "閉じる" }) });
    this.undoButton = page.getByRole("button", { name: "元に戻す" });
    this.redoButton = page.getByRole("button", { name: "やり直す" });
    this.takeOver = page.getByRole("button", { name: "こちらで編集する" });
  }

  // Returns the address of the open strategy without its page. Waits until one is open: before that the address is
  // that of はじめに, and a page name behind it is a file that no host has.
  async address(): Promise<string> {
    await expect(this.page).toHaveURL(/#\/[^/]+\/[^/]+/);
    return this.page.url().split("/").slice(0, -1).join("/");
  }

  // Opens a page by the navigation and returns its heading.
  async go(name: string): Promise<Locator> {
    await this.showNavigation();
    // 点検 has the number of its findings behind its name.
    const link = this.navigation.getByRole("link", { name: new RegExp(`^${name}( ?\\d+)?$`), includeHidden: true });
    await link.click();
    // The heading is that of this page, and no longer that of the page before.
    await expect(link).toHaveAttribute("aria-current", "page");
    const heading = this.page.getByRole("heading", { level: 1 });
    await expect(heading).toBeVisible();
    return heading;
  }

  // Returns the names of all pages.
  async pages(): Promise<string[]> {
    const links = this.navigation.getByRole("link", { includeHidden: true });
    await expect(links.filter({ hasText: "設定" })).toBeAttached();
    const names = await links.evaluateAll((all) => all.map((link) => link.firstChild?.textContent ?? ""));
    return names.filter((name) => name !== "");
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole("textbox", { name, exact: typeof name === "string" });
  }

  async saved() {
    await expect(this.truth).toContainText("この端末に保存");
  }

  async export(): Promise<Buffer> {
    await this.page.getByRole("button", { name: "ファイルに保存" }).click();
    const file = await downloaded(this.page, () => this.page.getByRole("menuitem", { name: "みちしるべのファイル" }).click());
    expect(file.name).toMatch(/\.json$/);
    return file.bytes;
  }

  // Expects that its file is this, byte for byte, as soon as the last edit is in it.
  async expectFile(bytes: Buffer) {
    await expect(async () => expect(await this.export()).toEqual(bytes)).toPass();
  }

  // Undoes every step.
  async undoAll() {
    await expect(async () => {
      while (await this.undoButton.isEnabled()) await this.undoButton.click({ timeout: 5_000 });
      // An empty row may be removed a moment later, as a step of its own.
      await expect(this.undoButton).toBeDisabled({ timeout: 1_000 });
    }).toPass();
  }

  // On a phone the navigation has to be opened.
  private async showNavigation() {
    await expect(this.navigation).toBeAttached();
    const menu = this.page.getByRole("button", { name: "メニュー" });
    if (await menu.isVisible()) await menu.click();
  }

  async toHome(): Promise<Home> {
    await this.showNavigation();
    await this.page.getByRole("link", { name: "みちしるべ はじめに" }).click();
    await expect(this.page.getByRole("heading", { name: "この端末にある計画" })).toBeVisible();
    return new Home(this.page);
  }
}
