import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./app";
import { Home, jsonFile } from "./plan";
import { part } from "./talk";

// Projectors; at the first one letters are large enough for the last row.
const ROOMS = [[1920, 1080], [1366, 768], [1024, 768]] as const;
const LONG = "バスの最終が早く、仕事や部活の帰りに乗れないので、夜の便を1本だけでもふやしてほしいという声が多くありました";

const opinion = (idea: string, at: number) => ({ idea, ...[{ dots: 1 }, { unsure: 1 }, { disagree: 1 }][at] });

// A sample with an evening of 24 long ideas in 7 groups, and 12 people of three positions who voted by opinions, dots
// and on paper.
async function evening(voting: string) {
  const plan = JSON.parse(await readFile(join(import.meta.dirname, "../../public/samples/mihon.json"), "utf8"));
  const indicators = plan.goals.flatMap(({ targets }: { targets?: string[] }) => targets?.slice(0, 1) ?? []).slice(0, 3);
  const ideas = Array.from({ length: 24 }, (_, n) => ({
    id: `o${9000 + n}`,
    session: "w900",
    text: `${n + 1}つ目の考え：${LONG}`,
    theme: `集めたグループの名前${(n % 7) + 1}`,
    votes: voting === "opinions" ? 3 : 0,
  }));
  const given = (person: number) => {
    if (voting === "opinions" && person % 2 === 0) return { voting: "opinions", choices: ideas.map(({ id }, n) => opinion(id, n < 6 ? 0 : (n + person) % 3)) };
    return { voting: "dots", choices: [{ idea: ideas[person % 8]!.id, dots: 2 }, { idea: ideas[0]!.id, dots: 1 }] };
  };
  const ballots = Array.from({ length: 12 }, (_, n) => ({ id: `v${9000 + n}`, group: ["高校生", "子育て中", "65歳以上"][n % 3], ...given(n) }));
  const activity = (kind: string, prompt: string) => ({ kind, minutes: 20, prompt });
  const session = {
    id: "w900",
    title: "まちのこれからを話す会",
    question: "5年後もこのまちで暮らしたいと思えるために、何があるとよいですか。",
    activities: [
      activity("learn", "まちの数字を、予想してから見てみましょう。"),
      activity("share", "困っていること、あったらいいこと、自分にできることを、1枚に1つ書きましょう。"),
      activity("choose", "大事だと思うものを選びましょう。まだ結果は見せません。"),
      activity("look-back", "似たものを集めて、どの人にも大事だったものから見ていきましょう。"),
    ],
    indicators,
    tables: [{ name: "A" }],
    groups: ["高校生", "子育て中", "65歳以上"],
    voting,
    opened: true,
    ballots,
  };
  return jsonFile("会.json", JSON.stringify({ ...plan, sessions: [session], ideas }));
}

// Expects that the whole content of the room's window is visible without scrolling.
async function expectAllInSight(room: Page, name: string, smallest: number) {
  await expect(async () => {
    const found = await room.evaluate((smallest) => {
      const says = (one: Element) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const all = [...document.querySelectorAll("main *")].filter((one) => says(one) && !one.closest(".visually-hidden, svg"));
      const outside = all.filter((one) => {
        const box = one.getBoundingClientRect();
        return box.top < -1 || box.left < -1 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1;
      });
      const small = all.filter((one) => parseFloat(getComputedStyle(one).fontSize) < smallest);
      const screen = document.querySelector(".projector")!;
      const told = (one: Element) => `${one.className} ${one.textContent?.slice(0, 30)}`;
      return {
        many: all.length > 2,
        outside: outside.map(told),
        small: small.map(told),
        scrolls: screen.scrollHeight > screen.clientHeight + 1 || document.documentElement.scrollHeight > innerHeight + 1,
      };
    }, smallest);
    expect(found, name).toEqual({ many: true, outside: [], small: [], scrolls: false });
  }).toPass();
}

for (const voting of ["opinions", "dots"]) {
  test(`映す窓は、どの場面もスクロールなしで全部見える（${voting}）`, { tag: "@folder" }, async ({ app, page }) => {
    await app.open();
    const home = new Home(page);
    await home.choose(await evening(voting));
    const plan = await home.opened();
    await plan.go("対話");
    const main = page.getByRole("main");
    await part(page, "準備");
    // A window that opens while requests are intercepted gets no styles in this browser's tests.
    await page.context().unrouteAll();
    const [room] = await Promise.all([page.waitForEvent("popup"), main.getByRole("button", { name: "別の窓に映す" }).press("Enter")]);
    const inEveryRoom = async (name: string) => {
      for (const [width, height] of ROOMS) {
        await room.setViewportSize({ width, height });
        await expectAllInSight(room, `${name} ${width}×${height}`, width === 1920 ? 24 : 18);
      }
    };
    await inEveryRoom("準備");
    await part(page, "知る");
    for (let at = 0; at < 3; at++) {
      await expect(room.getByRole("img")).toBeVisible();
      await inEveryRoom(`知る ${at + 1}`);
      await main.getByRole("button", { name: "えがかずに答えを見る" }).press("Enter");
      await expect(room.getByRole("heading")).toContainText("でした");
      await inEveryRoom(`知る ${at + 1} 答え`);
      if (at < 2) await main.getByRole("button", { name: "次の数字" }).press("Enter");
    }
    await part(page, "出し合う");
    await expect(room.getByRole("heading")).toContainText("5年後もこのまちで");
    await inEveryRoom("出し合う");
    await part(page, "選ぶ");
    await expect(room.getByText("n = ", { exact: false }).first()).toBeVisible();
    await inEveryRoom("選ぶ");
    await part(page, "振り返る");
    await expect(room.getByRole("heading", { name: "集めたグループ　7つ" })).toBeVisible();
    await inEveryRoom("振り返る");
    await part(page, "答える");
    await inEveryRoom("答える");
  });
}
