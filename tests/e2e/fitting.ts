import type { Page } from "@playwright/test";
import { expect } from "./app";

// Expects that nothing sticks out to the right of the window, except inside elements that scroll by themselves.
export async function expectToFit(page: Page, name: string) {
  const width = page.viewportSize()!.width;
  await expect.poll(() => page.evaluate("document.documentElement.scrollWidth"), `${name}の横幅`).toBeLessThanOrEqual(width);
  const outside = () => page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      !!element && (getComputedStyle(element).overflowX !== "visible" || getComputedStyle(element).position === "fixed" || scrolls(element.parentElement));
    const all = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(element);
    });
    return all.slice(0, 5).map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 20)}`);
  });
  await expect.poll(outside, `${name}からはみ出したもの`).toEqual([]);
}

// Expects that no line of text is cut: taller or wider than the box that hides the rest.
export async function expectNothingCut(page: Page, name: string) {
  const cut = () => page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("button, a.btn, .chip, .status, th, h1, h2, h3, textarea")];
    const isCut = (element: HTMLElement) =>
      element.offsetParent !== null &&
      getComputedStyle(element).overflow === "hidden" &&
      element.closest(".visually-hidden") === null &&
      (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2);
    return all.filter(isCut).map((element) => `${element.tagName} ${(element as HTMLInputElement).value ?? element.textContent}`);
  });
  await expect.poll(cut, `${name}で切れているもの`).toEqual([]);
}

// Expects no column so narrow that its words have one letter per line.
export async function expectNoColumnOfLetters(page: Page, name: string) {
  const columns = () => page.evaluate(() =>
    [...document.querySelectorAll("main :is(td, th), dialog[open] :is(td, th)")].filter((cell) => !cell.closest(".leaf")).flatMap((cell) => {
      const text = cell.textContent!.trim();
      const box = cell.getBoundingClientRect();
      const narrow = box.width > 0 && box.width < 2.5 * parseFloat(getComputedStyle(cell).fontSize);
      return narrow && text.length > 2 && cell.querySelector("textarea, input, button") === null ? [text] : [];
    }),
  );
  await expect.poll(columns, `${name}の一字ずつの列`).toEqual([]);
}
