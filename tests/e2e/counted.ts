import type { Page } from "@playwright/test";
import { expect } from "./app";

// A user whose acts are counted: every click and every key that is not text counts; text is free. After each act the
// focus must be on some element.
export class Counted {
  clicks = 0;
  keys = 0;
  constructor(readonly page: Page) {}

  get acts() {
    return this.clicks + this.keys;
  }

  async click(role: "button" | "link" | "option" | "menuitem" | "radio" | "checkbox" | "textbox", name: string | RegExp, within = "body") {
    this.clicks += 1;
    await this.page.locator(within).getByRole(role, { name, exact: typeof name === "string" }).first().click();
  }

  async key(name: string) {
    this.keys += 1;
    await this.page.keyboard.press(name);
  }

  // Types text into the focused field, which must have this name.
  async write(field: string | RegExp, text: string) {
    await this.focused(field);
    // A new field, not the earlier one of this name.
    await expect(this.page.locator(":focus"), `${field}`).toHaveValue("");
    await this.page.keyboard.type(text);
  }

  async focused(field: string | RegExp) {
    await expect(this.page.locator(":focus"), `${field}`).toHaveAccessibleName(field);
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  }
}
