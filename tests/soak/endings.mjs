// Ends of a round: events that may happen to a tab, a browser, or between two tabs.
import { seen, settled } from "./plan.mjs";

// Each gives the page to look at afterwards; `state` is what the round has seen so far.
export const ENDINGS = {
  タブの破損: async ({ page, luck, reopen }) => {
    await page.waitForTimeout(luck.below(400));
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    session.send("Page.crash").catch(() => {});
    await crashed;
    await page.close();
    return reopen();
  },
  強制終了: async ({ page, luck, browser, restart, reopen }) => {
    await page.waitForTimeout(luck.below(1_500));
    await browser().kill();
    await restart();
    return reopen();
  },
  タブを閉じる: async ({ page, luck, reopen }) => {
    await page.waitForTimeout(luck.below(50));
    await page.close();
    return reopen();
  },
  再読み込み: async ({ page, luck }) => {
    await page.waitForTimeout(luck.below(50));
    await page.reload();
    return page;
  },
  引き継ぎ: handOver,
};

// A second tab takes over while the first is being typed in; what the first showed as the writer, the second must have.
async function handOver({ page, luck, reopen, states }) {
  const second = await reopen();
  const takeOver = second.getByRole("button", { name: "こちらで編集する" });
  await takeOver.waitFor();
  await page.bringToFront();
  const field = page.getByRole("main").getByRole("textbox").first();
  await field.focus();
  await page.keyboard.press("End");
  const typing = page.keyboard.type(luck.letters(40), { delay: 10 }).catch(() => {});
  await page.waitForTimeout(luck.below(300));
  const pressed = takeOver.click();
  for (let looks = 0; looks < 200; looks++) {
    const now = await seen(page);
    if (now.isReader) break;
    states.push(now);
  }
  await Promise.all([typing, pressed]);
  const left = await settled(page);
  const taken = await settled(second, (now) => now.text === left.text);
  await page.close();
  return { page: second, differs: left.text === taken.text ? null : [left.text, taken.text] };
}
