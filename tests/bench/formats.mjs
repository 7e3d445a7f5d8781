// Measures saving 10,000 indicators in each of the other formats: the finished app in a browser, from 「ファイルに保存する」
// to the file, with the longest task of the main thread meanwhile, and the size of the file.
// node formats.mjs [--sizes 1000,10000]   (cargo xtask bench builds the app first)
import { stat } from "node:fs/promises";
import { longest, wanted, watched, withLargePlans } from "./large.mjs";

await withLargePlans(wanted([10000]), async (size, _, opened) => {
  console.log(`指標 ${size}`);
  console.log("    書き出し ms  最長のタスク ms        KB  形式");
  await opened(saved);
});

// Every format but our own, one after another, as a person saves them.
async function saved(page) {
  await page.getByRole("status", { name: "保存の状況" }).getByRole("button").click();
  await page.getByRole("dialog", { name: "保存の状況" }).getByRole("button", { name: "ほかの形式で保存" }).click();
  const dialog = page.getByRole("dialog", { name: "ほかの形式で保存" });
  const radios = dialog.getByRole("radio");
  await radios.first().waitFor();
  for (let at = 1; at < (await radios.count()); at += 1) {
    await radios.nth(at).check();
    const name = (await radios.nth(at).locator("xpath=following-sibling::span/b").innerText()).trim();
    await watched(page);
    const start = performance.now();
    const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "ファイルに保存する" }).click()]);
    const written = Math.round(performance.now() - start);
    const { size } = await stat(await download.path());
    console.log([String(written).padStart(15), String(await longest(page)).padStart(16), String(Math.round(size / 1024)).padStart(9), ` ${name}`].join(" "));
  }
}
