// 対話 at a table.
import type { Page } from "@playwright/test";
import { expect } from "./app";

// Opens a part of the session.
export const part = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "対話の進め方" }).getByRole("button", { name, exact: true }).press("Enter");

// Expects that the app is the table of this name.
export const isTable = (page: Page, name: string) =>
  expect(page.getByRole("main").getByText(`テーブル${name}のファイルです。`, { exact: false })).toBeVisible();

// Enters this many ideas, one after another, by keyboard.
export async function say(page: Page, table: string, ideas: number) {
  const main = page.getByRole("main");
  await part(page, "出し合う");
  const field = main.getByRole("textbox", { name: "意見", exact: true });
  for (let n = 1; n <= ideas; n++) {
    await field.fill(`${table}の考え${n}`);
    await field.press("Enter");
    await expect(main.getByRole("heading", { name: `これまでの意見　${n}件` })).toBeVisible();
  }
}
