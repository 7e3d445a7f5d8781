import type { Locator } from "@playwright/test";
import { expect, expectAccessible, test } from "./app";
import { openSample } from "./plan";

const style = (one: Locator, name: string) => one.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);

// Computed value of a system colour.
const systemColour = (one: Locator, name: string) =>
  one.evaluate((element, name) => {
    const probe = element.ownerDocument.body.appendChild(element.ownerDocument.createElement("i"));
    probe.style.cssText = `forced-color-adjust:none;color:${name}`;
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }, name);

test.describe("ハイコントラスト（配色の強制）", () => {
  test.use({ forcedColors: "active" });

  test("いまのページだけに印があり、押してあるボタンが見分けられ、帯に枠がある", async ({ app, page }) => {
    const plan = await openSample(app, "みほん町");
    const links = plan.navigation.getByRole("link");
    const highlight = await systemColour(page.locator("body"), "Highlight");
    const canvas = await systemColour(page.locator("body"), "Canvas");
    for (const name of ["概況", "点検"]) {
      await plan.go(name);
      const marked = async () => {
        const all = await Promise.all(
          (await links.all()).map(async (link) => ({
            name: (await link.innerText()).split(/\s/)[0],
            width: await style(link, "border-left-width"),
            colour: await style(link, "border-left-color"),
          })),
        );
        return all.filter(({ width, colour }) => width !== "0px" && colour !== canvas).map(({ name, colour }) => ({ name, colour }));
      };
      await expect.poll(marked).toEqual([{ name, colour: highlight }]);
      await expectAccessible(page);
    }
    await plan.go("概況");
    const parts = page.locator(".status-bar i");
    await expect(parts.first()).toBeAttached();
    const edges = () => parts.evaluateAll((all) => all.map((part) => getComputedStyle(part).borderLeftStyle).filter((edge) => edge !== "solid"));
    await expect.poll(edges).toEqual([]);
    await plan.go("体系");
    const pressed = page.getByRole("main").getByRole("button", { pressed: true }).first();
    await expect(pressed).toBeVisible();
    await expect.poll(() => style(pressed, "background-color")).toBe(highlight);
    const other = page.getByRole("main").getByRole("button", { pressed: false }).first();
    if (await other.isVisible()) await expect.poll(() => style(other, "background-color")).not.toBe(highlight);
  });
});
